//! Weekdays and days counted from today.
//!
//! Here: يوم الأحد, أمس الجمعة, ليل السبت - الأحد, أول من أمس, and the date that
//! follows a weekday. Not here: a date without such a word (month, numeric).
//!
//! Traps: أحد is someone and الأحد Sunday; اليوم is also the day (في اليوم التالي)
//! and part of newspapers' names; صلاة الجمعة is a prayer; في أمس الحاجة is need.
//!
//! **Invariant:** what is read has a weekday, a distance in days, or a date.

use super::fields::Fields;
use super::{month, numeric, period};
use crate::language::scan::Scan;
use crate::language::scan::vocabulary::Meaning;

/// Words before a day or a date that make it part of a name.
const NAME_HEADS: &str = "صحيفه جريده مجله قناه موقع وكاله اذاعه برنامج شارع ساحه ميدان جسر كوبري مدينه جامعه \
                          مستشفي مشفي مطار حركه قوي تحالف تيار كتله لواء كتيبه نادي ملعب استاد مخيم حي محور \
                          صلاه خطبه حزب تجمع ستاد راي بوابه";

/// Whether the word before a token makes what follows part of a name.
pub(super) fn in_name(scan: &Scan<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let before = if scan.is_mark(before, '"') {
        at.saturating_sub(2)
    } else {
        before
    };
    let word = scan.word(before);
    let without = word.get(2..).unwrap_or_default();
    NAME_HEADS
        .split(' ')
        .any(|head| !head.is_empty() && (word == head || (without == head && word.len() > 6)))
}

/// A day by its name, or counted from today, with the date that follows it.
pub(super) fn day(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    if in_name(scan, at) {
        return None;
    }
    let mut next = at;
    let mut said = false;
    let mut several = false;
    match scan.meaning(at) {
        Meaning::Day if scan.token(at)?.article => {
            if is_some_day(scan, at) {
                return None;
            }
            fields.days_away = Some(0);
            said = true;
            next = at + 1;
        }
        Meaning::Day => next = at + 1,
        Meaning::Days if !scan.token(at)?.article => {
            several = true;
            next = at + 1;
        }
        _ => {}
    }
    if next > at && !follows(scan, next) && !said {
        return None;
    }
    if !(said || several)
        && let Some(after) = from_today(scan, next, next == at, fields)
    {
        said = true;
        next = after;
    }
    let bracket = said && scan.is_mark(next, '(') && scan.meaning(next + 1).is_weekday();
    let name = next + usize::from(bracket);
    if let Some(after) = weekdays(scan, name, name == at, several, fields)
        && (!bracket || scan.is_mark(after, ')'))
    {
        said = true;
        next = after + usize::from(bracket);
    }
    if !said {
        // يوم 5 مايو, يومي 5 و6 مايو
        return (next > at)
            .then(|| {
                numeric::numeric(scan, next, fields)
                    .or_else(|| month::with_day(scan, next, fields))
                    .or_else(|| numeric::day_and_month(scan, next, fields))
            })
            .flatten();
    }
    if let Some(after) = period::away(scan, next, fields) {
        next = after;
    }
    if fields.weekday.is_some()
        && scan.word(next) == "من"
        && let Some(after) = period::relative(scan, next + 1, fields)
    {
        return Some(after);
    }
    let comma = usize::from(scan.is_mark(next, ','));
    Some(
        numeric::numeric(scan, next + comma, fields)
            .or_else(|| month::with_day(scan, next + comma, fields))
            .unwrap_or(next),
    )
}

/// Whether a word stands at a token without clitics.
fn follows(scan: &Scan<'_>, at: usize) -> bool {
    scan.token(at)
        .is_some_and(|token| token.head == token.start)
}

/// اليوم where it does not mean today.
fn is_some_day(scan: &Scan<'_>, at: usize) -> bool {
    let before = scan.before(at).map_or("", |_| scan.word(at - 1));
    let next = scan.word(at + 1);
    matches!(
        before,
        "في" | "وفي"
            | "ذلك"
            | "هذا"
            | "نفس"
            | "طوال"
            | "طيله"
            | "كل"
            | "المصري"
            | "مدار"
            | "بذلك"
    ) || (before == "روسيا"
        && !matches!(
            at.checked_sub(2).map(|at| scan.word(at)),
            Some("في" | "الي" | "من" | "وفي")
        ))
        || (matches!(scan.meaning(at + 1), Meaning::Ordinal(_))
            && scan.token(at + 1).is_some_and(|token| token.article))
        || matches!(
            next,
            "التالي"
                | "نفسه"
                | "ذاته"
                | "العالمي"
                | "الوطني"
                | "الدولي"
                | "الواحد"
                | "الاخير"
                | "السابق"
                | "الموعود"
                | "الدراسي"
                | "الذي"
                | "المقبل"
                | "القادم"
                | "المقرر"
                | "عينه"
                | "الماضي"
                | "المفتوح"
        )
}

/// أمس, أمس الأول, أول أمس, أول من أمس, غدا, بعد غد.
fn from_today(scan: &Scan<'_>, at: usize, first: bool, fields: &mut Fields) -> Option<usize> {
    if !first && !follows(scan, at) {
        return None;
    }
    let (days, next) = match scan.meaning(at) {
        Meaning::Yesterday if scan.bare(at + 1) == "الحاجه" => return None,
        Meaning::Yesterday if scan.word(at + 1) == "الاول" => (-2, at + 2),
        Meaning::Yesterday => (-1, at + 1),
        Meaning::Ordinal(1) if scan.bare(at) == "اول" => {
            let of = at + 1 + usize::from(scan.word(at + 1) == "من");
            if scan.meaning(of) != Meaning::Yesterday {
                return None;
            }
            (-2, of + 1)
        }
        Meaning::Tomorrow => (1, at + 1),
        Meaning::Function
            if scan.word(at) == "بعد" && scan.meaning(at + 1) == Meaning::Tomorrow =>
        {
            (2, at + 2)
        }
        _ => return None,
    };
    fields.days_away = Some(days);
    Some(next)
}

/// One weekday, or several: السبت - الأحد, يومي الجمعة والسبت.
fn weekdays(
    scan: &Scan<'_>,
    at: usize,
    first: bool,
    several: bool,
    fields: &mut Fields,
) -> Option<usize> {
    let token = scan.token(at)?;
    let Meaning::Weekday(number) = token.meaning else {
        return None;
    };
    if !first && token.head != token.start {
        return None;
    }
    fields.weekday = Some(number);
    let mut end = at + 1;
    loop {
        let mark = scan.is_mark(end, '-') || scan.is_mark(end, '/');
        let other = end + usize::from(mark || (several && scan.is_mark(end, ',')));
        let Some(token) = scan.token(other) else {
            break;
        };
        let joined = token.meaning.is_weekday()
            && if other > end {
                token.head == token.start
            } else {
                token.and && (several || is_dual(scan.word(other + 1)))
            };
        if !joined {
            break;
        }
        end = other + 1;
    }
    Some(end)
}

fn is_dual(word: &str) -> bool {
    matches!(
        word,
        "الماضيين" | "المقبلين" | "القادمين" | "المنصرمين" | "الماضيان" | "المقبلان"
    )
}
