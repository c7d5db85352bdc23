//! Years: after عام and سنة, after a month, and on their own.
//!
//! Here: which four figures, or which number in words, are a year. Not here:
//! years counted from now (period).
//!
//! A bare number from 1900 to 2099 is a year unless it counts something
//! (2000 معتقل), or numbers a decision (القرار 2042).
//!
//! **Invariant:** years are 1–2100.

use super::fields::Fields;
use super::numeric::digits;
use crate::language::numbers;
use crate::language::scan::vocabulary::{Meaning, Period, listed};
use crate::language::scan::{Kind, Scan};

/// A year of four figures or in words, with its era: after a month or عام.
pub(super) fn written(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    let (value, mut end) = value_at(scan, at, 1000)?;
    fields.year = i16::try_from(value).ok();
    if scan.is_digits(at)
        && (scan.is_mark(end, '-') || scan.is_mark(end, '/'))
        && let Some((last, length)) = digits(scan, end + 1)
        && length == 4
        && last > value
    {
        fields.last_year = i16::try_from(last).ok();
        end += 2;
    }
    Some(era(scan, end, fields))
}

/// The era after a year: م, هـ, ميلادي, قبل الميلاد.
pub(super) fn era(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> usize {
    let era = at + usize::from(scan.is_mark(at, '('));
    let closing = era > at;
    let end = match scan.meaning(era) {
        Meaning::Common => era + 1,
        Meaning::Hijri => {
            fields.hijri = true;
            era + 1
        }
        Meaning::Function if scan.word(era) == "قبل" && scan.word(era + 1) == "الميلاد" =>
        {
            fields.before_christ = true;
            era + 2
        }
        _ => match scan.word(era) {
            "للميلاد" | "الميلادي" | "الميلاديه" => era + 1,
            "للهجره" | "الهجري" | "الهجريه" => {
                fields.hijri = true;
                era + 1
            }
            _ => return at,
        },
    };
    if !closing {
        return end;
    }
    if scan.is_mark(end, ')') { end + 1 } else { at }
}

/// عام 1959, العام 2019, سنة ألفين وعشرة, عامي 2011 و2015.
pub(super) fn called(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    let several = match scan.meaning(at) {
        Meaning::Period(Period::Year | Period::Season | Period::Quarter)
        | Meaning::MonthHead(_) => false,
        Meaning::Periods(Period::Year | Period::Season) => true,
        _ => return None,
    };
    let mut next = at + 1;
    if matches!(
        scan.word(next),
        "الدراسي"
            | "المالي"
            | "الماليه"
            | "الدراسيه"
            | "الهجري"
            | "الهجريه"
            | "الميلادي"
            | "الميلاديه"
            | "الجاري"
            | "الجاريه"
            | "الحالي"
            | "الحاليه"
            | "الماضي"
            | "الماضيه"
            | "الجامعي"
            | "الجامعيه"
            | "القضائي"
            | "المقبل"
            | "القادم"
            | "الكبيسه"
            | "الرياضي"
    ) {
        next += 1;
    }
    let bracket = usize::from(scan.is_mark(next, '(') || scan.is_mark(next, ','));
    if bracket > 0 && next == at + 1 {
        return None;
    }
    next += bracket;
    let shortest = if next == at + 1 && !several { 1 } else { 1000 };
    let is_year = scan.meaning(at) == Meaning::Period(Period::Year) && !scan.token(at)?.article;
    let (value, end) = value_at(scan, next, if is_year { shortest } else { 1000 })?;
    if value < 1000 {
        // كل عام 50 شخصا counts; عام 48 does not.
        let every = at > 0 && matches!(scan.word(at - 1), "كل" | "لكل" | "نصف" | "الف" | "ميه");
        if every || value < 10 || scan.word(end).ends_with('ا') || scan.is_mark(end, '%') {
            return None;
        }
    }
    let mut end = end;
    fields.year = i16::try_from(value).ok();
    for _ in 0..8 {
        let mut other = end;
        if scan.is_mark(end, '-')
            || scan.is_mark(end, '/')
            || (several
                && (scan.is_mark(end, ',') || matches!(scan.word(end), "و" | "الي" | "حتي")))
        {
            other += 1;
        } else if !(several && scan.token(end).is_some_and(|token| token.and)) {
            break;
        }
        let Some((last, length)) =
            digits(scan, other).filter(|(_, length)| *length == 4 || *length == 2)
        else {
            break;
        };
        if length == 2 && !scan.is_glued(other) {
            break;
        }
        let last = if length == 2 {
            value - value % 100 + last
        } else {
            last
        };
        fields.last_year = i16::try_from(last).ok();
        end = other + 1;
    }
    if bracket > 0 && scan.is_mark(next - 1, '(') && scan.is_mark(end, ')') {
        end += 1;
    }
    Some(era(scan, end, fields))
}

/// A year in figures or words, not part of a longer number.
fn value_at(scan: &Scan<'_>, at: usize, least: u16) -> Option<(u16, usize)> {
    if let Some((value, length)) = digits(scan, at) {
        let fits = (least..=2100).contains(&value) && (length == 4 || (least == 1 && length >= 2));
        let longer = ['.', ',', ':']
            .into_iter()
            .any(|mark| scan.is_mark(at + 1, mark))
            && scan.is_glued(at + 1)
            && scan.is_digits(at + 2)
            && scan.is_glued(at + 2);
        let multiplied = matches!(
            scan.meaning(at + 1),
            Meaning::Scale(_) | Meaning::ScalePlural(_)
        ) || scan.is_mark(at + 1, '%');
        return (fits && !longer && !multiplied).then_some((value, at + 1));
    }
    let token = scan.token(at)?;
    if token.head != token.start
        || !matches!(token.meaning, Meaning::Scale(3) | Meaning::ScaleDual(3))
    {
        return None;
    }
    let (value, end) = numbers::in_words(scan, at)?;
    let whole = value as u16;
    (f64::from(whole) == value && (1000..=2100).contains(&whole)).then_some((whole, end))
}

/// Words that come before a year without عام.
const YEAR_CUES: &str = "في وفي منذ ومنذ حتي بحلول صيف شتاء خريف ربيع قبل بعد من الي بين خلال حرب مونديال اولمبياد \
                         انتخابات اتفاق اتفاقيه ثوره ازمه دستور موازنه ميزانيه موسم بطوله كاس دوره نسخه خطه رويه عدوان \
                         هزيمه نكسه نكبه حدود انتفاضه زلزال حصاد عمليه العالم افريقيا اسيا موديل هجوم انقلاب";

/// Words before a number that is no year though it looks like one.
const NUMBER_CUES: &str = "قرار القرار رقم الرقم ماده الماده بند البند فقره الفقره مرسوم المرسوم قانون القانون صفحه \
                           نحو حوالي قرابه زهاء مقتل اصابه طراز قراره";

/// Things that are counted by the thousand.
const COUNTED: &str = "شخص شخصا قتيل قتيلا جريح جريحا معتقل معتقلا مقاتل مقاتلا عنصر عنصرا جندي جنديا لاجي لاجيا مدني مدنيا \
                       طفل طفلا حاله اصابه اسره عائله عايله منزل منزلا شركه مدرسه موظف موظفا طالب طالبا عامل عاملا صاروخ \
                       صاروخا غاره برميل برميلا نقطه وحده درجه صوت صوتا ناخب ناخبا مصاب مصابا وفاه مهاجر مهاجرا سجين \
                       سجينا اسير اسيرا قذيفه سياره كتاب كتابا قطعه موقع موقعا هدف هدفا مسلح مسلحا نازح نازحا قريه مدينه";

/// A year on its own.
pub(super) fn bare(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    let token = scan.token(at)?;
    let words = token.kind == Kind::Word;
    // المتوفى 763 هـ
    if let Some((value @ 1..=1500, 1..=3)) = digits(scan, at)
        && scan.meaning(at + 1) == Meaning::Hijri
    {
        fields.year = i16::try_from(value).ok();
        return Some(era(scan, at + 1, fields));
    }
    let (value, end) = if words {
        let (value, end) = numbers::in_words(scan, at)?;
        let whole = value as u16;
        (f64::from(whole) == value && end > at + 1).then_some((whole, end))?
    } else {
        value_at(scan, at, 1000)?
    };
    let before = at.checked_sub(1);
    let glued_before = scan.is_glued(at);
    let previous = before.map_or("", |before| scan.word(before));
    let mut later = *fields;
    let with_era = era(scan, end, &mut later);
    let measured = listed(
        "ارتفاع طول بطول عمق بعمق مسافه علو عرض سباق بارتفاع لمسافه ارتفاعه طوله عمقه",
        previous,
    );
    if with_era > end && (1..=2100).contains(&value) && !words && !measured {
        *fields = later;
        fields.year = i16::try_from(value).ok();
        return Some(with_era);
    }
    if !(1900..=2099).contains(&value) || (words && value % 100 == 0) {
        return None;
    }
    if glued_before && !words {
        // كوفيد-2019, SARS2019, #2019
        let clitic = matches!(
            previous,
            "ل" | "ب" | "و" | "ف" | "ك" | "ول" | "وب" | "ال" | "لل"
        );
        let opening = matches!(previous, "(" | "\"" | "/" | "[" | ":" | "،" | "," | "-");
        let hyphened = previous == "-" && before.is_some_and(|before| scan.is_glued(before));
        if !(clitic || opening)
            || (hyphened
                && before
                    .and_then(|b| b.checked_sub(1))
                    .is_some_and(|b| !scan.is_digits(b)))
        {
            return None;
        }
    }
    if before.is_some_and(|before| {
        matches!(
            scan.token(before).map(|token| token.kind),
            Some(Kind::Latin)
        )
    }) {
        return None;
    }
    if measured || listed(NUMBER_CUES, previous) || matches!(scan.meaning(end), Meaning::Unit(_)) {
        return None;
    }
    let next = scan.word(end);
    let next_token = scan.token(end);
    let word_follows = next_token.is_some_and(|token| token.kind == Kind::Word);
    if scan.is_mark(end, '%') || scan.is_mark(end, '$') || listed(COUNTED, next) {
        return None;
    }
    let cued = fields.part.is_some()
        || listed(YEAR_CUES, previous)
        || previous
            .get(2..)
            .is_some_and(|rest| listed(YEAR_CUES, rest))
        || matches!(previous, "(" | "/" | "-");
    // 2000 معتقل, 1903 أطفال, 2015 شخصا: the noun's form follows the number.
    let last_two = value % 100;
    let noun = word_follows
        && scan.meaning(end) != Meaning::Function
        && !next.starts_with("ال")
        && next.chars().count() > 2;
    let counts = noun
        && match last_two {
            0 => !next.starts_with('و'),
            3..=10 => !cued && !next.starts_with(['و', 'ف', 'ب', 'ل', 'ي', 'ت']),
            _ => !cued && next.ends_with(['ا', 'ه']) && next.chars().count() > 3,
        };
    if counts {
        return None;
    }
    fields.year = i16::try_from(value).ok();
    let mut end = end;
    if !words
        && (scan.is_mark(end, '-') || scan.is_mark(end, '/'))
        && let Some((last, 4)) = digits(scan, end + 1)
        && (1900..=2099).contains(&last)
    {
        fields.last_year = i16::try_from(last).ok();
        end += 2;
    }
    Some(end)
}
