//! Numbers of Arabic text: where they stand, what they come to, what they
//! count.
//!
//! Here: numbers in figures and words, their units, and the words that make
//! them approximate. Not here: dates, which are read first (dates).
//!
//! What belongs to the span: the number, and its unit for money, per cent,
//! distance, weight and age. What stays outside: attached و ف ب ل ك, words like
//! نحو and أكثر من, and the counted noun.
//!
//! Not numbers: ordinals, one alone, figures in names and addresses, clock
//! times and telephone numbers.
//!
//! **Invariant:** spans do not overlap each other or a date, are in text order,
//! lie on character boundaries and are not empty, whatever the text holds.

mod context;
mod digits;
mod units;
mod words;

use super::dates::{DateOptions, DateReading, date_at};
use super::scan::vocabulary::Meaning;
use super::scan::{Kind, Scan};
use crate::model::Span;
pub(in crate::language) use words::in_words;

/// What a number is a number of, where its unit belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Hundredths.
    Percent,
    /// A currency.
    Money,
    /// Length.
    Distance,
    /// Mass.
    Weight,
    /// Years or months of life.
    Age,
    /// Surface.
    Area,
    /// Volume.
    Volume,
    /// Electric power.
    Power,
    /// Degrees.
    Degree,
}

/// How the words round a number bound it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Bound {
    /// As it stands.
    #[default]
    Exact,
    /// نحو, قرابة, حوالي, تقريبا
    About,
    /// أكثر من, ما لا يقل عن, على الأقل
    AtLeast,
    /// أقل من, ما يصل إلى, دون
    AtMost,
}

/// A number found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberReading {
    /// Where it stands with its unit, bytes, end exclusive.
    pub span: Span,
    /// Its value, where it has one value.
    pub value: Option<f64>,
    /// The least it may be: the value, the lower end of a range, or what أكثر
    /// من stands before. None where nothing bounds it from below.
    pub low: Option<f64>,
    /// The most it may be.
    pub high: Option<f64>,
    /// Whether it is a range, or words round it make it approximate.
    pub approximate: bool,
    /// How the words round it bound it.
    pub bound: Bound,
    /// Its unit, inside the span.
    pub unit: Option<Unit>,
    /// The noun that is counted, outside the span.
    pub counted: Option<Span>,
    /// Whether it has no definite value: عشرات, آلاف, نصف alone.
    pub vague: bool,
}

/// The numbers of `text` that are not part of a date.
pub fn numbers(text: &str) -> Vec<NumberReading> {
    dates_and_numbers(text, DateOptions::default()).1
}

/// The dates and the numbers of `text`, in one pass.
pub fn dates_and_numbers(
    text: &str,
    options: DateOptions,
) -> (Vec<DateReading>, Vec<NumberReading>) {
    let scan = Scan::new(text);
    let mut dates = Vec::new();
    let mut numbers = Vec::new();
    let mut at = 0;
    // The token after the last reading: what was read is not read again.
    let mut free = 0;
    while at < scan.len() {
        if let Some(date) = date_at(&scan, at) {
            at = date.end.max(at + 1);
            free = at;
            dates.extend(date.reading(&scan, options));
        } else if let Some((number, end)) = number_at(&scan, at, free) {
            at = end.max(at + 1);
            free = at;
            numbers.extend(number);
        } else {
            at += 1;
        }
    }
    (dates, numbers)
}

/// The number that begins at a token, and the token after it. A figure that
/// is no number is stepped over. Tokens before `free` belong to something else.
fn number_at(scan: &Scan<'_>, at: usize, free: usize) -> Option<(Option<NumberReading>, usize)> {
    let token = scan.token(at)?;
    if token.kind == Kind::Digits {
        if digits::is_label(scan, at) {
            return Some((None, at + 1));
        }
    } else if token.kind != Kind::Word || !context::may_begin(scan, at) {
        return None;
    }
    let fraction = matches!(token.meaning, Meaning::Fraction(_) | Meaning::Fractions(_))
        && !matches!(scan.meaning(at + 1), Meaning::Scale(_))
        || context::is_fifth(scan, at);
    let chain = if fraction {
        words::Chain {
            low: 0.0,
            high: 0.0,
            vague: true,
            end: at + 1,
        }
    } else {
        words::chain(scan, at)?
    };
    let words_only = token.kind == Kind::Word;
    if words_only && context::is_minutes(scan, at) {
        return Some((None, chain.end));
    }
    if words_only && !context::is_number(scan, at, &chain) {
        return None;
    }
    let unit = units::unit(scan, at, chain.end);
    let end = unit.map_or(chain.end, |(_, end)| end);
    let mut start = if words_only { token.head } else { token.start };
    let mut kind = unit.map(|(unit, _)| unit);
    if at > free
        && let Some((sign, from)) = context::sign_before(scan, at)
        && kind.is_none_or(|unit| unit == sign)
    {
        start = from;
        kind = Some(sign);
    }
    let stop = scan.before(end).map_or(start, |token| token.end);
    let bound = context::bound(scan, at, end);
    let (low, high) = match bound {
        _ if chain.vague => (None, None),
        Bound::AtLeast => (Some(chain.low), None),
        Bound::AtMost => (None, Some(chain.high)),
        Bound::Exact | Bound::About => (Some(chain.low), Some(chain.high)),
    };
    let exact = chain.low == chain.high && !chain.vague;
    Some((
        Some(NumberReading {
            span: scan.span(start, stop),
            value: exact.then_some(chain.low),
            low,
            high,
            approximate: !exact || bound != Bound::Exact,
            bound,
            unit: kind,
            counted: if end == chain.end {
                units::counted(scan, end, chain.vague)
            } else {
                None
            },
            vague: chain.vague,
        }),
        end,
    ))
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::format_push_string,
    reason = "tests read known texts"
)]
mod tests;
