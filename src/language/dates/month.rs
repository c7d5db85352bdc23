//! Dates with a month's name.
//!
//! Here: [day] [شهر] month [/ month] [year] [adjective]. Not here: the names
//! (months), years alone (year).
//!
//! Two names of one month are one date (21 كانون الثاني/يناير); when they do not
//! agree the date is flagged. Two names of one family are a stretch (مايو/يونيو).
//!
//! **Invariant:** what is read has a month.

use super::day::in_name;
use super::fields::Fields;
use super::months::{Bare, Named, month_at};
use super::numeric::digits;
use super::{period, year};
use crate::language::calendar::MonthFamily;
use crate::language::scan::Scan;
use crate::language::scan::vocabulary::{Meaning, Period};

/// A month with its day or days before it: 9 أكتوبر, السابع من أبريل, 9 و10 مايو.
pub(super) fn with_day(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    if in_name(scan, at) && !scan.is_digits(at) {
        return None;
    }
    if describes(scan, at) {
        return None;
    }
    let (first, mut next) = day_number(scan, at)?;
    let mut last = None;
    // 9 و10 أكتوبر, 9-12 أكتوبر, 9 إلى 12 أكتوبر, 8، 9 و10 أكتوبر
    for _ in 0..6 {
        let mut other = next;
        let mark = ['-', '/', ',']
            .into_iter()
            .any(|mark| scan.is_mark(next, mark));
        if mark || matches!(scan.word(next), "و" | "الي" | "حتي" | "او") {
            other += 1;
        }
        if other == next && !matches!(scan.meaning(next), Meaning::Ordinal(_) | Meaning::Tens(_)) {
            break;
        }
        if other == next && !scan.token(next)?.and {
            break;
        }
        let Some((day, after)) = day_number(scan, other) else {
            break;
        };
        last = Some(day);
        next = after;
    }
    fields.day = Some(first);
    fields.last_day = last.filter(|last| *last > first);
    if let Some(end) = of_this_month(scan, next, fields) {
        return Some(end);
    }
    if scan.word(next) == "من" {
        next += 1;
    }
    let end = month(scan, next, true, fields)?;
    Some(end)
}

/// Whether an ordinal describes the noun before it: الأسبوع الأول من الشهر.
fn describes(scan: &Scan<'_>, at: usize) -> bool {
    let ordinal = matches!(scan.meaning(at), Meaning::Ordinal(_) | Meaning::Tens(_));
    let plain = scan
        .token(at)
        .is_some_and(|token| token.head == token.start && token.gap);
    let noun = at.checked_sub(1).is_some_and(|before| {
        let word = scan.word(before);
        let word = word.strip_prefix(['و', 'ف', 'ب', 'ك']).unwrap_or(word);
        let definite = word.starts_with("ال") || word.starts_with("لل");
        definite
            && word.chars().count() > 3
            && !scan.meaning(before).is_weekday()
            && !matches!(scan.meaning(before), Meaning::Away(_))
    });
    ordinal && plain && noun
}

/// 17 من الشهر الجاري, 17 الجاري.
fn of_this_month(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    if scan.word(at) == "الجاري" {
        fields.away = Some((0, Some(Period::Month)));
        return Some(at + 1);
    }
    let period = scan.meaning(at + 1);
    let month = matches!(period, Meaning::Period(Period::Month));
    (scan.word(at) == "من" && (month || period == Meaning::This))
        .then(|| period::relative(scan, at + 1, fields))
        .flatten()
        .filter(|_| matches!(fields.away, Some((_, Some(Period::Month)))))
}

/// A day of the month in figures or as an ordinal.
fn day_number(scan: &Scan<'_>, at: usize) -> Option<(u8, usize)> {
    if let Some((value, length)) = digits(scan, at) {
        let in_number = (scan.is_mark(at + 1, '.') || scan.is_mark(at + 1, ','))
            && scan.is_glued(at + 1)
            && scan.is_digits(at + 2)
            && scan.is_glued(at + 2)
            && scan.is_mark(at + 1, '.');
        let day = u8::try_from(value)
            .ok()
            .filter(|day| (1..=31).contains(day))?;
        return (length <= 2 && !in_number).then_some((day, at + 1));
    }
    let token = scan.token(at)?;
    match token.meaning {
        Meaning::Ordinal(one) => {
            let next = scan.token(at + 1)?;
            match next.meaning {
                Meaning::Ten if next.head == next.start => Some((10 + one, at + 2)),
                Meaning::Tens(tens @ (20 | 30)) if next.and => {
                    Some((tens + one, at + 2)).filter(|(day, _)| *day <= 31)
                }
                _ => Some((one, at + 1)),
            }
        }
        Meaning::Tens(tens @ (20 | 30)) if token.article => Some((tens, at + 1)),
        _ => None,
    }
}

/// A month, with what follows it; `day` says that its day stands before it.
pub(super) fn month(scan: &Scan<'_>, at: usize, day: bool, fields: &mut Fields) -> Option<usize> {
    let mut next = at;
    let mut called = false;
    let mut several = false;
    match scan.meaning(at) {
        Meaning::Period(Period::Month) if !scan.token(at)?.article => {
            called = true;
            next = at + 1;
        }
        Meaning::Periods(Period::Month) if !scan.token(at)?.article => {
            called = true;
            several = true;
            next = at + 1;
        }
        _ => {}
    }
    if next > at && scan.token(next)?.head != scan.token(next)?.start {
        return None;
    }
    let named = month_at(scan, next).or_else(|| bare_tishrin(scan, next, day))?;
    if day && scan.token(next)?.head != scan.token(next)?.start {
        return None;
    }
    fields.month = Some(named.number);
    fields.family = Some(named.family);
    fields.hijri = named.family == MonthFamily::Hijri;
    let mut end = named.end;
    let mut doubled = false;
    if let Some(after) = second_name(scan, end, named, several, fields) {
        end = after;
        doubled = true;
    }
    let dated = year_after(scan, end, fields);
    let end = dated.unwrap_or(end);
    let sure = day
        || called
        || doubled
        || dated.is_some()
        || match named.bare {
            Bare::Sure => true,
            Bare::WithPreposition => fields.part.is_some() || after_preposition(scan, next),
            Bare::WithDate => false,
        };
    (sure && (day || !in_name(scan, at))).then_some(end)
}

/// تشرين without its number, which a day makes a month: 17 تشرين.
fn bare_tishrin(scan: &Scan<'_>, at: usize, day: bool) -> Option<Named> {
    use crate::language::scan::vocabulary::MonthHead;
    (day && scan.meaning(at) == Meaning::MonthHead(MonthHead::Tishrin)).then_some(Named {
        number: 10,
        family: MonthFamily::Levantine,
        bare: Bare::WithDate,
        end: at + 1,
    })
}

/// Whether a preposition of time stands before a token, or on it.
fn after_preposition(scan: &Scan<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    match scan.word(before) {
        "في" | "وفي" | "منذ" | "ومنذ" | "خلال" | "وخلال" | "حتي" | "وحتي" | "قبل" | "بعد" | "الي"
        | "بين" | "بحلول" | "لغايه" | "مطلع" | "منتصف" | "نهايه" | "بدايه" | "اواخر" | "اوائل"
        | "اخر" => true,
        "من" => {
            scan.word(at + 1) == "الي"
                || before.checked_sub(1).is_some_and(|before| {
                    matches!(
                        scan.word(before),
                        "ابتداء" | "اعتبارا" | "بدءا" | "بدايه" | "انطلاقا"
                    )
                })
        }
        _ => false,
    }
}

/// The second name of the month, or the month a stretch ends in.
fn second_name(
    scan: &Scan<'_>,
    at: usize,
    first: Named,
    several: bool,
    fields: &mut Fields,
) -> Option<usize> {
    let plain = |at: usize| {
        scan.token(at)
            .is_some_and(|token| token.head == token.start)
    };
    if scan.is_mark(at, '(') {
        let second = month_at(scan, at + 1).filter(|second| scan.is_mark(second.end, ')'))?;
        fields.conflict |= second.number != first.number;
        return Some(second.end + 1);
    }
    let mark = scan.is_mark(at, '/') || scan.is_mark(at, '-') || scan.is_mark(at, '\\');
    if mark || scan.word(at) == "او" {
        let second = month_at(scan, at + 1).filter(|_| plain(at + 1))?;
        if second.number != first.number {
            if second.family == first.family || scan.is_mark(at, '-') {
                fields.last_month = Some(second.number);
            } else {
                fields.conflict = true;
            }
        }
        return Some(second.end);
    }
    let token = scan.token(at)?;
    let second = month_at(scan, at)?;
    if token.and && token.head > token.start {
        let dual = matches!(
            scan.word(second.end),
            "الماضيين" | "المقبلين" | "القادمين" | "الجاريين"
        );
        if several || dual {
            fields.last_month = Some(second.number);
            return Some(second.end);
        }
        return None;
    }
    (plain(at) && second.number == first.number && second.family != first.family)
        .then_some(second.end)
}

/// The year, or the adjective of time, after a month.
fn year_after(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    let comma = usize::from(scan.is_mark(at, ','));
    if let Some(end) = year::written(scan, at + comma, fields) {
        return Some(period::away(scan, end, fields).unwrap_or(end));
    }
    if let Some(end) = period::away(scan, at, fields) {
        return Some(end);
    }
    let of = at + usize::from(matches!(scan.word(at), "من" | "في"));
    let same = of + usize::from(scan.word(of) == "نفس");
    if same > of && scan.meaning(same) == Meaning::Period(Period::Year) {
        return Some(same + 1);
    }
    match scan.meaning(of) {
        Meaning::Period(Period::Year) => {
            if scan.word(at) == "في" {
                return None;
            }
            let mut later = *fields;
            let end = year::called(scan, of, &mut later)
                .or_else(|| period::relative(scan, of, &mut later))?;
            *fields = later;
            Some(end)
        }
        Meaning::This if of > at && scan.word(at) == "من" => period::relative(scan, of, fields),
        _ => None,
    }
}
