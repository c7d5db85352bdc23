//! Dates in English and French, as pages and agencies put them beside Arabic.
//!
//! Here: 9 October 2019, October 9, 2019, 9 octobre, Oct 2019. Not here:
//! English and French words for days (yesterday, hier): a text in Arabic
//! quotes dates, not the rest.
//!
//! **Invariant:** a month's name alone is no date; it takes a day or a year.

use super::fields::Fields;
use super::numeric::digits;
use crate::language::calendar::MonthFamily;
use crate::language::scan::{Kind, Scan};

/// Names and short forms by month, without accents.
const MONTHS: [&str; 12] = [
    "january jan janvier janv",
    "february feb fevrier fevr",
    "march mar mars",
    "april apr avril avr",
    "may mai",
    "june jun juin",
    "july jul juillet juil",
    "august aug aout",
    "september sep sept septembre",
    "october oct octobre",
    "november nov novembre",
    "december dec decembre",
];

/// A date with a month in Latin letters that begins at a token.
pub(super) fn latin(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    if let Some((day @ 1..=31, 1..=2)) = digits(scan, at) {
        // 9 October 2019, 1er mai, 9th of October
        let mut next = at + 1;
        if matches!(scan.word(next), "st" | "nd" | "rd" | "th" | "er") {
            next += 1;
        }
        next += usize::from(scan.word(next) == "of");
        let (month, after) = name(scan, next)?;
        fields.day = u8::try_from(day).ok();
        fields.month = Some(month);
        fields.family = Some(MonthFamily::Standard);
        return Some(year(scan, after, fields).unwrap_or(after));
    }
    let (month, after) = name(scan, at)?;
    fields.month = Some(month);
    fields.family = Some(MonthFamily::Standard);
    if let Some((day @ 1..=31, 1..=2)) = digits(scan, after) {
        fields.day = u8::try_from(day).ok();
        let end =
            after + 1 + usize::from(matches!(scan.word(after + 1), "st" | "nd" | "rd" | "th"));
        return Some(year(scan, end, fields).unwrap_or(end));
    }
    year(scan, after, fields)
}

fn name(scan: &Scan<'_>, at: usize) -> Option<(u8, usize)> {
    if scan.token(at)?.kind != Kind::Latin {
        return None;
    }
    let word = scan.word(at);
    let place = MONTHS
        .iter()
        .position(|names| names.split(' ').any(|name| name == word))?;
    let end = at + 1 + usize::from(scan.is_mark(at + 1, '.') && word.len() <= 5);
    Some((u8::try_from(place + 1).ok()?, end))
}

fn year(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    let at = at + usize::from(scan.is_mark(at, ','));
    let (value, 4) = digits(scan, at)? else {
        return None;
    };
    if !(1900..=2100).contains(&value) {
        return None;
    }
    fields.year = i16::try_from(value).ok();
    Some(at + 1)
}
