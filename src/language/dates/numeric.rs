//! Dates in figures: 12/10/2019, 2019-10-12, 12.10.2019.
//!
//! Here: three numbers, or two after a word that asks for a date. Not here:
//! days before a month's name (month).
//!
//! **Invariant:** day 1–31, month 1–12, year 1000–2100.

use super::fields::Fields;
use super::year;
use crate::language::scan::vocabulary::listed_with_clitic;
use crate::language::scan::{Kind, Scan};

/// A date of three numbers with one kind of separator between them.
pub(super) fn numeric(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    let separator = separator(scan, at + 1)?;
    if separator != scan.word(at + 3) || separator.is_empty() {
        return None;
    }
    let glued = separator == "/" || (at + 1..at + 5).all(|at| scan.is_glued(at));
    if !glued {
        return None;
    }
    let [a, b, c] = [
        digits(scan, at)?,
        digits(scan, at + 2)?,
        digits(scan, at + 4)?,
    ];
    let (day, month, year) = if a.1 == 4 { (c, b, a) } else { (a, b, c) };
    if year.1 != 4 || day.1 > 2 || month.1 > 2 || !(1000..=2100).contains(&year.0) {
        return None;
    }
    // 10/21/2019: the American order, where only it makes sense.
    let (day, month) = if month.0 > 12 {
        (month.0, day.0)
    } else {
        (day.0, month.0)
    };
    if !(1..=31).contains(&day) || !(1..=12).contains(&month) {
        return None;
    }
    fields.day = u8::try_from(day).ok();
    fields.month = u8::try_from(month).ok();
    fields.year = i16::try_from(year.0).ok();
    fields.hijri = (1300..=1500).contains(&year.0);
    Some(year::era(scan, at + 5, fields))
}

/// 12/10 after يوم or a weekday.
pub(super) fn day_and_month(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    if separator(scan, at + 1)? != "/" {
        return None;
    }
    let [day, month] = [digits(scan, at)?, digits(scan, at + 2)?];
    if !(1..=31).contains(&day.0) || !(1..=12).contains(&month.0) {
        return None;
    }
    fields.day = u8::try_from(day.0).ok();
    fields.month = u8::try_from(month.0).ok();
    Some(at + 3)
}

/// 12/10 after بتاريخ, 11/9 after أحداث.
pub(super) fn after_cue(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    let cue = scan.word(at.checked_sub(1)?);
    listed_with_clitic("بتاريخ تاريخ احداث هجمات هجوم", cue)
        .then(|| day_and_month(scan, at, fields))
        .flatten()
}

/// The place and date an agency's report opens with: جاكرتا 13-2 (شينخوا).
pub(super) fn dateline(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    if !(scan.is_mark(at + 1, '-') || scan.is_mark(at + 1, '/')) || !scan.is_mark(at + 3, '(') {
        return None;
    }
    let opens = (1..=3).any(|back| {
        let line_end = at
            .checked_sub(back + 1)
            .is_none_or(|at| scan.token(at).is_none_or(|token| token.kind == Kind::Line));
        let words = (1..=back).all(|back| {
            at.checked_sub(back)
                .and_then(|at| scan.token(at))
                .is_some_and(|token| token.kind == Kind::Word)
        });
        line_end && words
    });
    let [day, month] = [digits(scan, at)?, digits(scan, at + 2)?];
    if !opens || !(1..=31).contains(&day.0) || !(1..=12).contains(&month.0) {
        return None;
    }
    fields.day = u8::try_from(day.0).ok();
    fields.month = u8::try_from(month.0).ok();
    Some(at + 3)
}

fn separator<'a>(scan: &'a Scan<'_>, at: usize) -> Option<&'a str> {
    ['/', '-', '.']
        .into_iter()
        .any(|mark| scan.is_mark(at, mark))
        .then(|| scan.word(at))
}

/// The value and the count of a run of at most four digits.
pub(super) fn digits(scan: &Scan<'_>, at: usize) -> Option<(u16, usize)> {
    if !scan.is_digits(at) {
        return None;
    }
    let written = scan.word(at);
    if written.len() > 4 {
        return None;
    }
    Some((written.parse().ok()?, written.len()))
}
