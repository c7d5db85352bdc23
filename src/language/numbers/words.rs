//! Numbers in words, in figures with words, and their compounds.
//!
//! Here: the value of a chain such as ثلاثة ملايين وخمسمئة ألف, 3.5 ملايين, مليون
//! ونصف. Not here: figures (digits), units and what is counted (units).
//!
//! A part joined by و belongs to the chain when it is smaller than the unit of
//! the part before it: ألف وخمسمئة is one number, عشرة وعشرين are two.
//!
//! **Invariant:** a chain is at least one token long.

use super::digits;
use crate::language::dates::is_sixty_two;
use crate::language::scan::Scan;
use crate::language::scan::vocabulary::Meaning;

/// A number as far as it goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Chain {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) vague: bool,
    /// The token after the last one.
    pub(super) end: usize,
}

fn plain(scan: &Scan<'_>, at: usize) -> bool {
    scan.token(at)
        .is_some_and(|token| token.head == token.start && !token.article)
}

fn power(exponent: u8) -> f64 {
    10f64.powi(i32::from(exponent))
}

/// The chain that begins at a token, whatever clitics that token carries.
pub(super) fn chain(scan: &Scan<'_>, at: usize) -> Option<Chain> {
    if let Some(vague) = vague(scan, at) {
        return Some(vague);
    }
    // ثلاثة أرباع
    if let (Meaning::One(_), Meaning::FractionPlural(_)) = (scan.meaning(at), scan.meaning(at + 1))
        && plain(scan, at + 1)
    {
        return Some(Chain {
            low: 0.0,
            high: 0.0,
            vague: true,
            end: at + 2,
        });
    }
    let (mut low, mut high, mut unit, mut end) = part(scan, at)?;
    if let Some((fraction, after)) = decimals(scan, end) {
        return Some(Chain {
            low: low + fraction,
            high: high + fraction,
            vague: false,
            end: after,
        });
    }
    for _ in 0..8 {
        let Some(next) = joined(scan, end) else { break };
        if scan
            .token(next)
            .is_some_and(|token| token.article && !is_fraction(scan.meaning(next)))
        {
            break;
        }
        if let Meaning::Fraction(of) = scan.meaning(next) {
            let after = next + 1;
            let named = matches!(scan.meaning(after), Meaning::Scale(_));
            let scale = match scan.meaning(after) {
                Meaning::Scale(exponent) => power(exponent),
                _ => unit,
            };
            if scan.token(next).is_some_and(|token| token.article) || (named && scale > unit) {
                break;
            }
            low += scale / f64::from(of);
            high += scale / f64::from(of);
            end = after + usize::from(named);
            break;
        }
        let Some((more_low, more_high, more_unit, more_end)) = part(scan, next) else {
            break;
        };
        if more_high < unit && unit >= 100.0 {
            if matches!(
                scan.meaning(more_end),
                Meaning::Month(_) | Meaning::MonthHead(_)
            ) {
                break;
            }
            low += more_low;
            high += more_high;
            unit = more_unit;
            end = more_end;
            continue;
        }
        // مئة ومئتي ألف: the multiplier belongs to both. In figures (3 و4
        // ملايين) they stay two numbers, the first with the multiplier.
        if unit < more_unit
            && more_unit >= 1000.0
            && high * more_unit <= more_high
            && low == high
            && unit <= 100.0
        {
            low *= more_unit;
            high *= more_unit;
            if !scan.is_digits(next) {
                high = more_high;
                end = more_end;
            }
        }
        break;
    }
    Some(Chain {
        low,
        high,
        vague: false,
        end,
    })
}

/// فاصل اثنين, فاصلة خمسة وعشرين: what comes after the decimal comma.
fn decimals(scan: &Scan<'_>, at: usize) -> Option<(f64, usize)> {
    if !matches!(scan.word(at), "فاصل" | "فاصله") {
        return None;
    }
    let (value, end) = tens(scan, at + 1)?;
    Some((value / if value < 10.0 { 10.0 } else { 100.0 }, end))
}

fn is_fraction(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Fraction(_))
}

/// عشرات, مئات الآلاف, آلاف: no definite value.
fn vague(scan: &Scan<'_>, at: usize) -> Option<Chain> {
    if !matches!(scan.meaning(at), Meaning::Vague | Meaning::ScalePlural(_)) {
        return None;
    }
    let mut end = at + 1;
    while matches!(scan.meaning(end), Meaning::ScalePlural(_) | Meaning::Vague)
        && scan
            .token(end)
            .is_some_and(|token| token.head == token.start)
    {
        end += 1;
    }
    Some(Chain {
        low: 0.0,
        high: 0.0,
        vague: true,
        end,
    })
}

/// One part between two و: low, high, the smallest unit it is counted in.
fn part(scan: &Scan<'_>, at: usize) -> Option<(f64, f64, f64, usize)> {
    let (mut low, mut high, mut unit, mut end) = match scan.meaning(at) {
        Meaning::None if scan.is_digits(at) => {
            let figure = digits::figure(scan, at)?;
            (figure.low, figure.high, 1.0, figure.end)
        }
        Meaning::Scale(exponent) => (power(exponent), power(exponent), power(exponent), at + 1),
        Meaning::ScaleDual(exponent) => (
            2.0 * power(exponent),
            2.0 * power(exponent),
            power(exponent),
            at + 1,
        ),
        Meaning::Fraction(of) => {
            // نصف مليون, ربع المليار
            let Meaning::Scale(exponent) = scan.meaning(at + 1) else {
                return None;
            };
            let value = power(exponent) / f64::from(of);
            return Some((value, value, value, at + 2));
        }
        _ => {
            let (value, unit, end) = hundreds(scan, at)?;
            (value, value, unit, end)
        }
    };
    // 60 ألف, سبعة آلاف, مئة ألف مليون
    while scan
        .token(end)
        .is_some_and(|token| token.head == token.start)
    {
        let exponent = match scan.meaning(end) {
            Meaning::Scale(exponent) | Meaning::ScalePlural(exponent)
                if !scan.token(end)?.article =>
            {
                exponent
            }
            _ => break,
        };
        low *= power(exponent);
        high *= power(exponent);
        unit = power(exponent).max(unit);
        end += 1;
    }
    Some((low, high, unit, end))
}

/// One to nine hundred and ninety-nine: value, smallest unit, end.
fn hundreds(scan: &Scan<'_>, at: usize) -> Option<(f64, f64, usize)> {
    let (value, end) = match scan.meaning(at) {
        Meaning::Hundred => (100.0, at + 1),
        Meaning::Hundreds(value) => (f64::from(value), at + 1),
        // ثلاث مئة
        Meaning::One(one @ 3..)
            if scan.meaning(at + 1) == Meaning::Hundred && plain(scan, at + 1) =>
        {
            (f64::from(one) * 100.0, at + 2)
        }
        _ => return tens(scan, at).map(|(value, end)| (value, 1.0, end)),
    };
    // مئة وخمسون
    if let Some(rest) = joined(scan, end)
        && let Some((more, after)) = tens(scan, rest)
    {
        return Some((value + more, 1.0, after));
    }
    Some((value, 100.0, end))
}

/// One to ninety-nine.
fn tens(scan: &Scan<'_>, at: usize) -> Option<(f64, usize)> {
    if is_sixty_two(scan, at)
        && let Meaning::Tens(tens) = scan.meaning(at + 1)
    {
        return Some((f64::from(tens + 2), at + 2));
    }
    match scan.meaning(at) {
        Meaning::One(one) => {
            // أربعة عشر
            if scan.meaning(at + 1) == Meaning::Ten && plain(scan, at + 1) {
                return Some((f64::from(one) + 10.0, at + 2));
            }
            // خمسة وعشرين
            if let Some(rest) = joined(scan, at + 1)
                && let Meaning::Tens(tens) = scan.meaning(rest)
            {
                return Some((f64::from(one + tens), rest + 1));
            }
            Some((f64::from(one), at + 1))
        }
        Meaning::Ten => Some((10.0, at + 1)),
        Meaning::Tens(tens) => Some((f64::from(tens), at + 1)),
        _ => None,
    }
}

/// The token that و joins to what stands before `at`: attached to it, or as
/// a token of its own.
fn joined(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let token = scan.token(at)?;
    if scan.word(at) == "و" {
        return scan.token(at + 1).map(|_| at + 1);
    }
    (token.and && token.head > token.start).then_some(at)
}

/// The value of a number that is written in words only, and its end.
pub(in crate::language) fn in_words(scan: &Scan<'_>, at: usize) -> Option<(f64, usize)> {
    let chain = chain(scan, at)?;
    let words = (at..chain.end).all(|at| !scan.is_digits(at));
    (words && !chain.vague && chain.low == chain.high).then_some((chain.low, chain.end))
}
