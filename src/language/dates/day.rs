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
use crate::language::scan::vocabulary::{Meaning, listed, listed_with_clitic};
use crate::language::scan::{Kind, Scan};

/// Words before a day or a date that make it part of a name.
const NAME_HEADS: &str = "صحيفه جريده مجله قناه موقع وكاله اذاعه برنامج شارع ساحه ميدان جسر كوبري مدينه جامعه \
                          مستشفي مشفي مطار حركه قوي تحالف تيار كتله لواء كتيبه نادي ملعب استاد مخيم حي محور \
                          صلاه خطبه سوق حزب تجمع ستاد راي بوابه اخبار";

/// Whether the word before a token makes what follows part of a name.
pub(super) fn in_name(scan: &Scan<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let before = if scan.is_mark(before, '"') || scan.is_mark(before, '(') {
        at.saturating_sub(2)
    } else {
        before
    };
    listed_with_clitic(NAME_HEADS, scan.word(before))
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
    if let Some(after) = weekdays(scan, next, next == at, several, fields) {
        said = true;
        next = after;
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
    let date = |at: usize, fields: &mut Fields| {
        numeric::numeric(scan, at, fields).or_else(|| month::with_day(scan, at, fields))
    };
    if let Some(end) = date(next, fields) {
        return Some(end);
    }
    // الأحد، 6 ديسمبر and الأحد في 6 ديسمبر are two dates of one day.
    let apart = scan.is_mark(next, ',') || scan.is_mark(next, '(') || scan.word(next) == "في";
    let mut other = Fields::default();
    if apart && date(next + 1, &mut other).is_some() && other.last_day.is_none() {
        fields.day = other.day;
        fields.month = other.month;
        fields.year = other.year;
        fields.hijri = other.hijri;
        fields.away = fields.away.or(other.away);
    }
    Some(next)
}

/// Whether a word stands at a token without clitics.
fn follows(scan: &Scan<'_>, at: usize) -> bool {
    scan.token(at)
        .is_some_and(|token| token.head == token.start)
}

/// Words before اليوم that make it a day, or part of a name.
const BEFORE_SOME_DAY: &str = "في وفي ذلك هذا نفس طوال طيله كل المصري مدار بذلك لذلك";

/// Words after اليوم that make it a day.
const AFTER_SOME_DAY: &str = "التالي نفسه ذاته العالمي الوطني الدولي الواحد الاخير السابق الموعود الدراسي الذي المقبل القادم \
                              المقرر عينه الماضي المفتوح المشهود الاسود";

/// اليوم where it does not mean today.
fn is_some_day(scan: &Scan<'_>, at: usize) -> bool {
    let back = |steps: usize| at.checked_sub(steps).map_or("", |at| scan.word(at));
    let next = scan.token(at + 1);
    let tens = next.is_some_and(|token| token.article && matches!(token.meaning, Meaning::Tens(_)));
    let numbered = tens || (scan.word(at + 1) == "ال" && scan.is_digits(at + 2));
    let ordinal =
        next.is_some_and(|token| token.article && matches!(token.meaning, Meaning::Ordinal(_)));
    // روسيا اليوم is a broadcaster unless something happens there.
    let broadcaster = back(1) == "روسيا" && !matches!(back(2), "في" | "الي" | "من" | "وفي");
    // "الزراعة اليوم": the end of a quoted name.
    let quoted = scan.is_mark(at + 1, '"') && (2..=4).any(|steps| back(steps) == "\"");
    ordinal
        || numbered
        || broadcaster
        || quoted
        || listed_with_clitic(BEFORE_SOME_DAY, back(1))
        || listed(AFTER_SOME_DAY, scan.word(at + 1))
}

/// الغد after a noun is the future: جيل الغد.
fn is_some_future(scan: &Scan<'_>, at: usize) -> bool {
    let closed = scan.is_mark(at + 1, ')') || scan.is_mark(at + 1, '"');
    let opened = scan
        .before(at)
        .is_some_and(|_| matches!(scan.word(at - 1), "(" | "\""));
    if scan.bare(at) == "الغد" && closed && opened {
        return true;
    }
    scan.bare(at) == "الغد"
        && scan.before(at).is_some_and(|before| {
            before.kind == Kind::Word
                && scan
                    .token(at)
                    .is_some_and(|token| token.head == token.start)
                && !matches!(
                    before.meaning,
                    Meaning::Function | Meaning::PartOfDay | Meaning::Day
                )
        })
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
        Meaning::Tomorrow if is_some_future(scan, at) => return None,
        Meaning::Tomorrow => (1, at + 1),
        Meaning::Function
            if scan.bare(at) == "بعد" && scan.meaning(at + 1) == Meaning::Tomorrow =>
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
    let night = first && at > 0 && matches!(scan.bare(at - 1), "ليله" | "ليل");
    let mut end = at + 1;
    loop {
        let mark = scan.is_mark(end, '-') || scan.is_mark(end, '/');
        let other = end + usize::from(mark || (several && scan.is_mark(end, ',')));
        let Some(token) = scan.token(other) else {
            break;
        };
        let joined = token.meaning.is_weekday()
            && if other > end || night && token.meaning == Meaning::Weekday((number + 1) % 7) {
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
