//! Units that belong to a number, and what is counted.
//!
//! Here: per cent, money, distance, weight and age as part of the span; the
//! counted noun outside it, hectares, litres and watts among them. Not here:
//! the number itself.
//!
//! A word of time is a unit only where an age is told (البالغ من العمر 25 عاما,
//! (25 عاما)); a length of time keeps it outside, like any counted noun.
//!
//! **Invariant:** a unit follows its number directly; only $, € and % may stand
//! before it.

use super::Unit;
use crate::language::scan::vocabulary::{Meaning, Measure, Period, listed, listed_with_clitic};
use crate::language::scan::{Kind, Scan};
use crate::model::Span;

/// Adjectives that tell whose dollar, pound or dinar it is.
const CURRENCY_OF: &str = "امريكي اميركي امريكيه اميركيه كندي كنديه استرالي سوري سوريه لبناني لبنانيه عراقي عراقيه مصري \
                           مصريه تركي تركيه سعودي سعوديه قطري عماني يمني ايراني ايرانيه اماراتي مغربي اردني كويتي بحريني \
                           تونسي جزايري ليبي سوداني استرليني سويسري سويديه دنماركيه نرويجيه روسي روسيه ياباني صيني هنديه \
                           باكستانيه اسراييلي موريتانيه امريكيا اميركيا سوريا لبنانيا عراقيا مصريا تركيا سعوديا ايرانيا قطريا \
                           عمانيا يمنيا اماراتيا مغربيا اردنيا كويتيا بحرينيا تونسيا جزايريا ليبيا سودانيا استرلينيا سويسريا روسيا";

/// Words within a few tokens before a number that tell an age.
const AGE_CUES: &str = "عمر العمر عمره عمرها عمرهما عمري عمرهم اعمارهم اعمارهن اعمار البالغ البالغه تبلغ يبلغ بالغ بالغه سن السن \
                        يناهز ناهز";

/// Words before عن and an age.
const DEATH_CUES: &str = "توفي توفيت رحل رحلت مات ماتت يموت وفاه وفاته وفاتها رحيل فارق فارقت";

/// The unit of a number that ends at `end`, and where the span ends with it.
pub(super) fn unit(scan: &Scan<'_>, first: usize, end: usize) -> Option<(Unit, usize)> {
    let token = scan.token(end)?;
    match token.kind {
        Kind::Mark => match scan.word(end) {
            "%" => Some((Unit::Percent, end + 1)),
            "$" | "€" | "£" | "₪" | "₺" => Some((Unit::Money, end + 1)),
            "°" => Some((Unit::Degree, end + 1)),
            _ => None,
        },
        Kind::Latin => match scan.word(end) {
            "km" | "m" | "cm" | "mm" => Some((Unit::Distance, end + 1)),
            "kg" => Some((Unit::Weight, end + 1)),
            "usd" | "eur" => Some((Unit::Money, end + 1)),
            _ => None,
        },
        Kind::Word => word_unit(scan, first, end),
        _ => None,
    }
}

fn word_unit(scan: &Scan<'_>, first: usize, end: usize) -> Option<(Unit, usize)> {
    let word = scan.word(end);
    if matches!(word, "بالميه" | "بالمايه" | "بالميت") {
        return Some((Unit::Percent, end + 1));
    }
    if word == "في" && matches!(scan.word(end + 1), "الميه" | "المايه") {
        return Some((Unit::Percent, end + 2));
    }
    if word == "نقطه" && matches!(scan.word(end + 1), "ميويه" | "مايويه") {
        return Some((Unit::Percent, end + 2));
    }
    // 500 م, 100 م2
    if word == "م" {
        let square = scan.word(end + 1) == "2" && scan.is_glued(end + 1);
        let measure = if square { Unit::Area } else { Unit::Distance };
        return Some((measure, end + 1 + usize::from(square)));
    }
    // ل.س, د.ك: a currency by its letters
    if matches!(word, "ل" | "د" | "ر" | "ج")
        && scan.is_mark(end + 1, '.')
        && scan.is_glued(end + 1)
        && scan.is_glued(end + 2)
        && scan.word(end + 2).chars().count() == 1
    {
        return Some((Unit::Money, end + 3));
    }
    match scan.meaning(end) {
        Meaning::Unit(measure) => {
            let mut after = end + 1;
            match measure {
                Measure::Money => {
                    after += usize::from(
                        listed(CURRENCY_OF, scan.word(after))
                            && scan.token(after).is_some_and(|token| token.gap),
                    );
                    Some((Unit::Money, after))
                }
                Measure::Distance => {
                    if word == "كيلو" && scan.word(after) != "متر" && scan.word(after) != "مترا"
                    {
                        return Some((Unit::Weight, after));
                    }
                    after += usize::from(word == "كيلو");
                    let square = scan.word(after);
                    if matches!(square, "مربع" | "مربعا" | "مربعه") {
                        return Some((Unit::Area, after + 1));
                    }
                    if matches!(square, "مكعب" | "مكعبا" | "مكعبه") {
                        return Some((Unit::Volume, after + 1));
                    }
                    if square == "2" && scan.is_glued(after) {
                        return Some((Unit::Area, after + 1));
                    }
                    // 120 كم/ساعة
                    if square == "/" && matches!(scan.word(after + 1), "ساعه" | "س" | "ث") {
                        return Some((Unit::Distance, after + 2));
                    }
                    Some((Unit::Distance, after))
                }
                Measure::Weight => Some((Unit::Weight, after)),
                // Hectares, litres and watts are counted like things.
                Measure::Area => Some((Unit::Area, end)),
                Measure::Volume => Some((Unit::Volume, end)),
                Measure::Power => Some((Unit::Power, end)),
            }
        }
        Meaning::Period(Period::Year | Period::Month)
        | Meaning::Periods(Period::Year | Period::Month) => age(scan, first, end),
        Meaning::None if matches!(word, "عاما" | "ربيعا" | "شهرا") => {
            age(scan, first, end)
        }
        _ => None,
    }
}

/// Whether years, counted, are somebody's age.
fn age(scan: &Scan<'_>, first: usize, end: usize) -> Option<(Unit, usize)> {
    let token = scan.token(end)?;
    if token.head != token.start || token.article {
        return None;
    }
    // (25 عاما), (5 و7 سنوات), and between commas after a name
    let opened = (1..=4).any(|back| first >= back && scan.is_mark(first - back, '('));
    let bracketed = scan.is_mark(end + 1, ')') && opened;
    let set_off = first > 0
        && scan.is_mark(first - 1, ',')
        && (scan.is_mark(end + 1, ',') || scan.is_mark(end + 1, ')'));
    let cue = (1..=5).any(|back| {
        first.checked_sub(back).is_some_and(|at| {
            let word = scan.word(at);
            listed(AGE_CUES, word)
                || word
                    .get(2..)
                    .is_some_and(|rest| listed(AGE_CUES, rest) && rest.len() > 6)
        })
    });
    let previous = first.checked_sub(1).map_or("", |at| scan.word(at));
    let child = matches!(
        previous,
        "ابن" | "ابنه" | "تحت" | "دون" | "ذو" | "ذات" | "ذي"
    );
    // توفي عن 87 عاما
    let died = previous == "عن"
        && (2..=6).any(|back| {
            first
                .checked_sub(back)
                .is_some_and(|at| listed_with_clitic(DEATH_CUES, scan.word(at)))
        });
    let after =
        scan.word(end + 1) == "من" && matches!(scan.word(end + 2), "العمر" | "عمره" | "عمرها");
    (bracketed || set_off || cue || child || died || after).then_some((Unit::Age, end + 1))
}

/// The noun that a number ending at `end` counts; with its article only after
/// a vague one (آلاف اللاجئين).
pub(super) fn counted(scan: &Scan<'_>, end: usize, vague: bool) -> Option<Span> {
    let mut at = end;
    if scan.word(at) == "من" {
        at += 1;
    }
    let token = scan.token(at)?;
    let noun = token.kind == Kind::Word
        && token.gap
        && (token.head == token.start || at == end)
        && matches!(
            token.meaning,
            Meaning::None
                | Meaning::Day
                | Meaning::Days
                | Meaning::Period(_)
                | Meaning::Periods(_)
                | Meaning::Unit(_)
        )
        && scan.word(at).chars().count() > 2
        && !(at == end && !vague && scan.word(at).starts_with("ال"))
        && !(at == end && token.and);
    noun.then(|| scan.span(token.head, token.end))
}
