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

use crate::language::scan::{Kind, Scan};

/// A figure, or two with a dash between them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) end: usize,
}

/// The figure that begins at a token.
pub(super) fn figure(scan: &Scan<'_>, at: usize) -> Option<Figure> {
    let (low, end) = one(scan, at)?;
    let single = Figure {
        low,
        high: low,
        end,
    };
    if scan.is_mark(end, '-')
        && scan.is_digits(end + 1)
        && scan.is_glued(end) == scan.is_glued(end + 1)
        && let Some((high, after)) = one(scan, end + 1)
        && high > low
        && !(scan.is_mark(after, '-') && scan.is_digits(after + 1))
        && !scan.word(end + 1).starts_with('0')
    {
        return Some(Figure {
            low,
            high,
            end: after,
        });
    }
    Some(single)
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
    let mut groups = 0;
    let mut decimal = false;
    while groups < 5 {
        let mark = [',', '.', '\'']
            .into_iter()
            .find(|mark| scan.is_mark(end, *mark));
        let (Some(mark), true) = (
            mark,
            scan.is_glued(end) && scan.is_glued(end + 1) && scan.is_digits(end + 1),
        ) else {
            break;
        };
        if decimal {
            break;
        }
        let group = scan.word(end + 1);
        let thousands = group.len() == 3 && first.len() <= 3 && !first.starts_with('0');
        if !thousands {
            if groups > 0 && mark == ',' {
                break;
            }
            decimal = true;
            written.push('.');
        }
        written.push_str(group);
        end += 2;
        groups += 1;
    }
    // 12 300: spaces between thousands.
    if groups == 0 && first.len() <= 3 && !first.starts_with('0') {
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
    Some((written.parse().ok()?, end))
}

/// Letters of foreign names of weapons and bodies, spelled in Arabic.
const LETTER_NAMES: &str = "اس اف تي جي ار اتش ميغ ميج سوخوي كوفيد توبوليف بوينغ بوينج ايرباص كاليبر توماهوك ابولو \
                            الميغ بانتسير كي جيه اكس";

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
            Kind::Latin if glued => return true,
            Kind::Latin if !scan.is_glued(at) && before_is_name(scan, at - 1) => return true,
            Kind::Word if listed(LETTER_NAMES, scan.word(at - 1)) => return true,
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
                    && (!spaced || written.len() <= 2 && before.gap && !glued)
                {
                    return true;
                }
            }
            _ => {}
        }
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

fn before_is_name(scan: &Scan<'_>, at: usize) -> bool {
    !matches!(scan.word(at), "usd" | "eur" | "us")
}

pub(super) fn listed(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split(' ').any(|entry| entry == word)
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

/// Three or more runs of digits with dashes, or a long run after a plus.
fn is_telephone(scan: &Scan<'_>, at: usize) -> bool {
    let dashed = |at: usize| scan.is_mark(at, '-') && scan.is_digits(at + 1) && scan.is_glued(at);
    (dashed(at + 1) && dashed(at + 3))
        || (at >= 2
            && dashed(at - 1)
            && scan.is_digits(at - 2)
            && (dashed(at + 1) || scan.word(at - 2).starts_with('0')))
        || (at >= 4 && dashed(at - 1) && dashed(at - 3))
}
