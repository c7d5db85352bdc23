//! Periods counted from now, parts of periods, seasons and decades.
//!
//! Here: العام الماضي, نهاية الشهر, هذا الأسبوع, ثمانينات القرن الماضي, القرن
//! التاسع عشر. Not here: years and months by name (year, month).
//!
//! Traps: العام is also general (الأمين العام الحالي); الأربعينات من عمره is an age.
//!
//! **Invariant:** what is read names a period.

use super::day::{self, in_name};
use super::fields::Fields;
use super::{month, numeric, year};
use crate::language::scan::Scan;
use crate::language::scan::vocabulary::{Meaning, Part, Period, listed};

/// The adjective of time after a noun: الماضي, المقبل, قبل الماضي.
pub(super) fn away(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    let token = scan.token(at)?;
    if let Meaning::Away(steps) = token.meaning
        && token.article
        && token.head == token.start
    {
        fields.away = Some((steps, None));
        return Some(at + 1);
    }
    let at = at + usize::from(scan.word(at) == "ما");
    if matches!(scan.word(at), "قبل" | "بعد")
        && let Meaning::Away(steps) = scan.meaning(at + 1)
        && scan
            .token(at + 1)
            .is_some_and(|token| token.article && token.head == token.start)
    {
        fields.away = Some((steps * 2, None));
        return Some(at + 2);
    }
    None
}

/// Offices and other nouns that العام describes.
const GENERAL: &str = "الامين المدير المدعي النائب المفتش القائد المراقب الموتمر القطاع الراي المشهد الوضع السياق الاطار \
                       الاتحاد المجلس السكرتير المنسق المستشار المرشد الحاكم المشرف المسار الاتجاه المستوي الحساب المال الجمع جمعها الاضراب اضراب الكاتب المحامي القنصل المقرر الوكيل";

/// Whether a word may be an office: definite, or somebody's.
fn is_office(word: &str) -> bool {
    let bare = word.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']).unwrap_or(word);
    bare.starts_with("ال") || word.ends_with(['ه', 'ا']) && word.chars().count() > 3
}

/// A period that is past, present or next.
pub(super) fn relative(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    if scan.meaning(at) == Meaning::This {
        let Meaning::Period(period) = scan.meaning(at + 1) else {
            return None;
        };
        let token = scan.token(at + 1)?;
        if !token.article || token.head != token.start {
            return None;
        }
        fields.away = Some((0, Some(period)));
        return Some(at + 2);
    }
    let Meaning::Period(period) = scan.meaning(at) else {
        return None;
    };
    if !scan.token(at)?.article {
        return None;
    }
    if period == Period::Century {
        return century(scan, at, fields);
    }
    if period == Period::Year
        && at > 0
        && GENERAL
            .split(' ')
            .any(|noun| !noun.is_empty() && scan.bare(at - 1).ends_with(noun))
    {
        return None;
    }
    // أمينه العام الحالي, القنصل العام السابق: these two describe offices as well.
    if period == Period::Year
        && listed("الحالي السابق", scan.word(at + 1))
        && scan.token(at)?.head == scan.token(at)?.start
        && at > 0
        && is_office(scan.word(at - 1))
    {
        return None;
    }
    let mut next = at + 1;
    if matches!(
        scan.word(next),
        "الدراسي"
            | "المالي"
            | "الماليه"
            | "الهجري"
            | "الميلادي"
            | "الجامعي"
            | "الجامعيه"
            | "الدراسيه"
    ) {
        next += 1;
    }
    let mut later = *fields;
    if let Some(end) = away(scan, next, &mut later) {
        *fields = later;
        fields.away = fields.away.map(|(steps, _)| (steps, Some(period)));
        return Some(end);
    }
    let same = matches!(scan.word(next), "نفسه" | "ذاته" | "نفسها" | "ذاتها");
    same.then(|| {
        fields.away = Some((0, Some(period)));
        next + 1
    })
}

/// القرن الماضي, القرن التاسع عشر, القرن الحادي والعشرين.
fn century(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    let mut later = *fields;
    if let Some(end) = away(scan, at + 1, &mut later) {
        *fields = later;
        fields.away = fields.away.map(|(steps, _)| (steps, Some(Period::Century)));
        return Some(end);
    }
    // القرن الـ19
    if scan.word(at + 1) == "ال"
        && let Some((number @ 1..=21, _)) = numeric::digits(scan, at + 2)
    {
        fields.century = u8::try_from(number).ok();
        return Some(year::era(scan, at + 3, fields));
    }
    let token = scan.token(at + 1)?;
    if !token.article || token.head != token.start {
        return None;
    }
    let (number, end) = match token.meaning {
        Meaning::Ordinal(one) => match scan.meaning(at + 2) {
            Meaning::Ten => (one + 10, at + 3),
            Meaning::Tens(tens) if scan.token(at + 2)?.and => (one + tens, at + 3),
            _ => (one, at + 2),
        },
        Meaning::Tens(tens) => (tens, at + 2),
        _ => return None,
    };
    fields.century = Some(number);
    Some(year::era(scan, end, fields))
}

/// A period at a token, with or without a year.
pub(super) fn period(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    season(scan, at, fields)
        .or_else(|| year::called(scan, at, fields))
        .or_else(|| relative(scan, at, fields))
}

/// What may follow مطلع, منتصف or نهاية.
pub(super) fn within(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    let token = scan.token(at)?;
    if token.head != token.start {
        return None;
    }
    let part = fields.part;
    if let Some(end) = period(scan, at, fields) {
        return Some(end);
    }
    match scan.meaning(at) {
        Meaning::Period(period) if token.article => {
            let alone = match period {
                Period::Year | Period::Month => true,
                Period::Week => part == Some(Part::Beginning) || part == Some(Part::Middle),
                _ => false,
            };
            alone.then(|| {
                fields.away = Some((0, Some(period)));
                at + 1
            })
        }
        Meaning::Month(_) | Meaning::MonthHead(_) | Meaning::Period(_) | Meaning::Periods(_) => {
            month::month(scan, at, false, fields)
        }
        Meaning::Decade(_) => decade(scan, at, fields),
        Meaning::Day if !token.article => day::day(scan, at, fields),
        Meaning::None if scan.is_digits(at) => numeric::numeric(scan, at, fields)
            .or_else(|| month::with_day(scan, at, fields))
            .or_else(|| year::bare(scan, at, fields)),
        _ => None,
    }
}

/// صيف 2014, صيف عام 2014, الصيف الماضي, ربيع العام الماضي.
pub(super) fn season(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    let is_season = matches!(
        scan.meaning(at),
        Meaning::Period(Period::Quarter | Period::Season)
    ) || scan.bare(at).trim_start_matches("ال") == "ربيع";
    if !is_season || in_name(scan, at) {
        return None;
    }
    let season = match scan.bare(at).trim_start_matches("ال") {
        "شتاء" => 0,
        "ربيع" => 1,
        "صيف" => 2,
        "خريف" => 3,
        _ => 4,
    };
    fields.season = Some(season);
    if scan.token(at)?.article {
        return away(scan, at + 1, fields);
    }
    let next = scan.token(at + 1)?;
    if next.head != next.start {
        return None;
    }
    year::called(scan, at, fields)
        .or_else(|| year::called(scan, at + 1, fields))
        .or_else(|| relative(scan, at + 1, fields))
}

/// الثمانينات, ثمانينات القرن الماضي; not الأربعينات من عمره.
pub(super) fn decade(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    let Meaning::Decade(decade) = scan.meaning(at) else {
        return None;
    };
    let next = scan.word(at + 1);
    if next == "من"
        && matches!(
            scan.word(at + 2),
            "العمر" | "عمره" | "عمرها" | "عمرهم" | "عمري" | "عمرهما"
        )
    {
        return None;
    }
    fields.decade = Some(decade);
    let of = at + 1 + usize::from(next == "من");
    if scan.meaning(of) == Meaning::Period(Period::Century)
        && let Some(end) = relative(scan, of, fields)
    {
        return Some(end);
    }
    scan.token(at)?.article.then_some(at + 1)
}
