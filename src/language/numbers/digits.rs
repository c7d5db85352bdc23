//! Numbers in figures.
//!
//! Here: 1,600 · 1.600.000 · 3.5 · 3,5 · 12 300 · 10-15, in any of the three
//! sets of digits (folding has made them one). Not here: dates (dates) and
//! what follows the number (words, units).
//!
//! Not a number: a telephone number, a clock time, a footnote in square
//! brackets, a figure that belongs to a name (كوفيد-19, F-16, إس 400).
//!
//! **Invariant:** a figure ends after its last digit.

use crate::language::scan::vocabulary::{Meaning, listed_with_clitic};
use crate::language::scan::{Kind, Scan};

/// A figure, or two with a dash between them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) end: usize,
}

/// The figure that begins at a token: one number, a range (10-15), a score
/// (2-1, 3-صفر) or a part of a whole (17/20).
pub(super) fn figure(scan: &Scan<'_>, at: usize) -> Option<Figure> {
    let (low, end) = one(scan, at)?;
    let single = Figure {
        low,
        high: low,
        end,
    };
    let stroke = scan.is_mark(end, '/') && scan.is_glued(end) && scan.is_glued(end + 1);
    if !(stroke || scan.is_mark(end, '-')) || scan.is_glued(end) != scan.is_glued(end + 1) {
        return Some(single);
    }
    if scan.word(end + 1) == "صفر" && scan.is_glued(end) && scan.word(at).len() <= 2 {
        return Some(Figure {
            low: 0.0,
            high: low,
            end: end + 2,
        });
    }
    let Some((high, after)) = one(scan, end + 1) else {
        return Some(single);
    };
    let score = scan.is_glued(end) && scan.word(at).len() <= 2 && scan.word(end + 1).len() <= 2;
    let chained = (scan.is_mark(after, '-') || stroke && scan.is_mark(after, '/'))
        && scan.is_digits(after + 1);
    if chained
        || (stroke && !score)
        || scan.word(end + 1).starts_with("00")
        || !(high > low || score)
    {
        return Some(single);
    }
    Some(Figure {
        low: low.min(high),
        high: low.max(high),
        end: after,
    })
}

/// A single figure with its separators.
fn one(scan: &Scan<'_>, at: usize) -> Option<(f64, usize)> {
    if !scan.is_digits(at) {
        return None;
    }
    let first = scan.word(at);
    if first.len() > 15 {
        return None;
    }
    let mut written = first.to_owned();
    let mut end = at + 1;
    let mut grouping = None;
    for _ in 0..5 {
        let Some(mark) = separator(scan, end) else {
            break;
        };
        let group = scan.word(end + 1);
        let thousands = group.len() == 3
            && first.len() <= 3
            && !first.starts_with('0')
            && grouping.is_none_or(|grouping| grouping == mark);
        if thousands {
            grouping = Some(mark);
            written.push_str(group);
            end += 2;
            continue;
        }
        // In 1.600.000,25 the other mark sets off the fraction.
        if grouping.is_none_or(|grouping| grouping != mark) {
            written.push('.');
            written.push_str(group);
            end += 2;
        }
        break;
    }
    if end == at + 1
        && scan.word(end) == "ر"
        && scan.is_glued(end)
        && scan.is_glued(end + 1)
        && scan.is_digits(end + 1)
    {
        // 5ر4: a letter for the decimal comma, as in the Maghreb.
        written.push('.');
        written.push_str(scan.word(end + 1));
        end += 2;
    }
    if end > at + 1 {
        return Some((written.parse().ok()?, end));
    }
    // 12 300: spaces between thousands.
    if first.len() <= 3 && !first.starts_with('0') {
        while scan.is_digits(end)
            && scan.token(end).is_some_and(|token| token.gap)
            && scan.word(end).len() == 3
            && !(scan.is_glued(end + 1)
                && (scan.is_mark(end + 1, '/') || scan.is_mark(end + 1, '-')))
        {
            written.push_str(scan.word(end));
            end += 1;
        }
    }
    // 37، 13 في المائة: a decimal comma with a space after it.
    if end == at + 1
        && scan.is_mark(end, ',')
        && scan.is_glued(end)
        && scan.is_digits(end + 1)
        && scan.word(end + 1).len() <= 2
        && is_fractional(scan, end + 2)
    {
        written.push('.');
        written.push_str(scan.word(end + 1));
        end += 2;
    }
    Some((written.parse().ok()?, end))
}

/// A mark between two runs of digits, with no space on either side.
fn separator(scan: &Scan<'_>, at: usize) -> Option<char> {
    let inside = scan.is_glued(at) && scan.is_glued(at + 1) && scan.is_digits(at + 1);
    inside
        .then(|| {
            [',', '.', '\'']
                .into_iter()
                .find(|mark| scan.is_mark(at, *mark))
        })
        .flatten()
}

/// Whether what follows a number is counted in fractions.
fn is_fractional(scan: &Scan<'_>, at: usize) -> bool {
    matches!(scan.word(at), "%" | "بالميه" | "بالمايه")
        || (scan.word(at) == "في" && matches!(scan.word(at + 1), "الميه" | "المايه"))
        || matches!(scan.meaning(at), Meaning::Scale(6..))
}

/// Letters of foreign names of weapons and bodies, spelled in Arabic.
const LETTER_NAMES: &str = "اس اف تي جي ار اتش ميغ ميج سوخوي كوفيد توبوليف بوينغ بوينج ايرباص كاليبر توماهوك ابولو \
                            الميغ بانتسير كي جيه اكس فرانس تون كوب";

/// Bodies that go by a number, which is part of their name: اللواء 80.
const UNIT_HEADS: &str =
    "لواء اللواء فرقه الفرقه فوج الفوج كتيبه الكتيبه فيلق الفيلق قناه القناه الوحده";

/// Whether a figure at a token is no number of anything.
pub(super) fn is_label(scan: &Scan<'_>, at: usize) -> bool {
    let written = scan.word(at);
    let glued = scan.is_glued(at);
    let before = scan.before(at);
    let previous = at.checked_sub(1).map_or("", |at| scan.word(at));
    // Telephone numbers and running numbers.
    if written.len() > 15
        || (written.len() > 1 && written.starts_with('0') && !scan.is_mark(at + 1, '.'))
    {
        return true;
    }
    if written.len() >= 7 && previous == "+" && glued {
        return true;
    }
    if let Some(before) = before {
        match before.kind {
            Kind::Word if listed_with_clitic(UNIT_HEADS, previous) => return true,
            Kind::Latin if glued => return true,
            Kind::Latin if !scan.is_glued(at) && before_is_name(scan, at - 1) => return true,
            Kind::Word if listed_with_clitic(LETTER_NAMES, previous) => return true,
            Kind::Word if at >= 2 && matches!(scan.word(at - 2), "طراز" | "نوع" | "موديل") =>
            {
                return true;
            }
            Kind::Mark if at >= 2 && is_group(scan, at - 2) => return true,
            Kind::Word if glued && !is_clitic(previous) && previous.chars().count() <= 2 => {
                return true;
            }
            Kind::Mark
                if glued && matches!(previous, "#" | "_" | "@" | ":") && is_time(scan, at) =>
            {
                return true;
            }
            Kind::Mark if glued && matches!(previous, "#" | "_" | "@") => return true,
            Kind::Mark if previous == "[" && scan.is_mark(at + 1, ']') => return true,
            // كوفيد-19, إس-400, جنيف - 2
            Kind::Mark if previous == "-" => {
                let name = at.checked_sub(2).and_then(|at| scan.token(at));
                let spaced = before.gap || !glued;
                if let Some(name) = name
                    && matches!(name.kind, Kind::Word | Kind::Latin)
                    && !(is_clitic(scan.word(at - 2)))
                    && (!spaced
                        || written.len() <= 2 && before.gap && !glued
                        || listed_with_clitic(LETTER_NAMES, scan.word(at - 2)))
                {
                    return true;
                }
            }
            _ => {}
        }
    }
    if is_group(scan, at) {
        return true;
    }
    // 4G, 5km is a unit and stays.
    if scan.is_glued(at + 1)
        && scan
            .token(at + 1)
            .is_some_and(|token| token.kind == Kind::Latin)
        && !matches!(
            scan.word(at + 1),
            "km" | "kg" | "m" | "usd" | "cm" | "mm" | "eur"
        )
    {
        return true;
    }
    // 1. and 2- at the head of a line number its paragraphs.
    let heads_line = before.is_none_or(|before| before.kind == Kind::Line);
    let numbering =
        (scan.is_mark(at + 1, '.') || scan.is_mark(at + 1, '-') || scan.is_mark(at + 1, ')'))
            && !(scan.is_glued(at + 2) && scan.is_digits(at + 2));
    is_time(scan, at) || is_telephone(scan, at) || (heads_line && numbering && written.len() <= 3)
}

/// 5+1, a group of states.
fn is_group(scan: &Scan<'_>, at: usize) -> bool {
    let one = |at: usize| scan.is_digits(at) && scan.word(at).len() == 1;
    one(at)
        && scan.is_mark(at + 1, '+')
        && scan.is_glued(at + 1)
        && one(at + 2)
        && scan.is_glued(at + 2)
}

/// Whether a foreign word before a figure takes it into a name: iPhone 12. In
/// the middle of foreign words a figure counts.
fn before_is_name(scan: &Scan<'_>, at: usize) -> bool {
    let prose = scan
        .token(at + 2)
        .is_some_and(|next| next.kind == Kind::Latin && next.gap);
    !prose && !matches!(scan.word(at), "usd" | "eur" | "us")
}

/// Whether letters before a figure are a clitic or the article alone.
pub(super) fn is_clitic(word: &str) -> bool {
    matches!(
        word,
        "و" | "ف"
            | "ب"
            | "ل"
            | "ك"
            | "ال"
            | "وال"
            | "بال"
            | "لل"
            | "كال"
            | "ول"
            | "وب"
            | "فال"
            | "وبال"
            | "ولل"
            | "فل"
            | "فب"
    )
}

/// 10:30, الساعة 10, 10 مساء.
fn is_time(scan: &Scan<'_>, at: usize) -> bool {
    let colon = |at: usize| scan.is_mark(at, ':') && scan.is_glued(at) && scan.is_glued(at + 1);
    if (colon(at + 1) && scan.is_digits(at + 2))
        || (at >= 2 && colon(at - 1) && scan.is_digits(at - 2))
    {
        return true;
    }
    let previous = at.checked_sub(1).map_or("", |at| scan.word(at));
    if matches!(previous, "الساعه" | "والساعه" | "بالساعه") {
        return true;
    }
    let clock = matches!(
        scan.word(at + 1),
        "صباحا" | "مساء" | "ظهرا" | "فجرا" | "ليلا" | "عصرا" | "بتوقيت" | "غرينتش"
    );
    clock && scan.word(at).len() <= 2
}

/// Three or more runs of digits with dashes or points, or four with spaces.
fn is_telephone(scan: &Scan<'_>, at: usize) -> bool {
    let mut first = at;
    while first > 0
        && at - first < 8
        && scan.is_digits(first - 1)
        && scan.word(first - 1).len() <= 4
    {
        first -= 1;
    }
    let mut end = at;
    while end - at < 8 && scan.is_digits(end) && scan.word(end).len() <= 4 {
        end += 1;
    }
    let thousands = (first + 1..end).all(|at| scan.word(at).len() == 3);
    if end - first >= 4 && !thousands {
        return true;
    }
    let called = (1..=4).any(|back| {
        at.checked_sub(back).is_some_and(|at| {
            listed_with_clitic(
                "هاتف الهاتف هاتفي الهاتفي جوال الجوال موبايل فاكس واتساب",
                scan.word(at),
            )
        })
    });
    if called && (end - first > 1 || scan.word(at).len() >= 5) {
        return true;
    }
    // 2.16.668, 192.168.0.1
    let pointed = |at: usize| separator(scan, at) == Some('.') && scan.word(at + 1).len() != 3;
    if pointed(at + 1) && separator(scan, at + 3) == Some('.')
        || at >= 2 && pointed(at - 1) && separator(scan, at + 1) == Some('.')
        || at >= 4 && pointed(at - 3) && separator(scan, at - 1) == Some('.')
    {
        return true;
    }
    let dashed = |at: usize| scan.is_mark(at, '-') && scan.is_digits(at + 1) && scan.is_glued(at);
    (dashed(at + 1) && dashed(at + 3))
        || (at >= 2
            && dashed(at - 1)
            && scan.is_digits(at - 2)
            && (dashed(at + 1) || scan.word(at - 2).starts_with('0')))
        || (at >= 4 && dashed(at - 1) && dashed(at - 3))
}
