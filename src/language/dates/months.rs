//! Month names: five Gregorian families and the Hijri months.
//!
//! Here: every spelling the rules accept, with its month, its family and
//! whether it is also an ordinary word or a person's name. Not here: the names
//! that are shown to a reader (calendar).
//!
//! Source: Unicode CLDR 48, cldr-dates-full and cldr-cal-islamic-full
//! (Unicode-3.0), with spellings of the Arabic press added.
//!
//! **Invariant:** one spelling, folded, names one month.

use crate::language::calendar::MonthFamily;
use crate::language::scan::Scan;
use crate::language::scan::vocabulary::{Meaning, MonthHead};

/// How much a bare name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bare {
    /// A month wherever it stands.
    Sure,
    /// Also an ordinary word: a month after a preposition of time, or with a
    /// day, a year or an adjective.
    WithPreposition,
    /// Also a person's name or a common word: a month only with a day, a year,
    /// an adjective or the word month.
    WithDate,
}

use Bare::{Sure, WithDate, WithPreposition};
use MonthFamily::{Algerian, Hijri, Levantine, Mauritanian, Moroccan, Standard};

/// Spellings of the months of one word: number, family, how sure.
pub(crate) const NAMES: &[(&str, u8, MonthFamily, Bare)] = &[
    ("يناير ينايِر", 1, Standard, Sure),
    ("فبراير فيبراير", 2, Standard, Sure),
    ("مارس", 3, Standard, WithPreposition),
    ("أبريل إبريل", 4, Standard, Sure),
    ("مايو", 5, Standard, Sure),
    ("يونيو يونية", 6, Standard, Sure),
    ("يوليو يولية", 7, Standard, Sure),
    ("أغسطس اغسطوس", 8, Standard, Sure),
    ("سبتمبر", 9, Standard, Sure),
    ("أكتوبر اوكتوبر", 10, Standard, Sure),
    ("نوفمبر", 11, Standard, Sure),
    ("ديسمبر", 12, Standard, Sure),
    ("شباط", 2, Levantine, WithPreposition),
    ("آذار", 3, Levantine, Sure),
    ("نيسان", 4, Levantine, WithPreposition),
    ("أيار", 5, Levantine, Sure),
    ("حزيران", 6, Levantine, Sure),
    ("تموز", 7, Levantine, Sure),
    ("آب", 8, Levantine, WithPreposition),
    ("أيلول", 9, Levantine, Sure),
    ("جانفي", 1, Algerian, Sure),
    ("فيفري", 2, Algerian, Sure),
    ("أفريل", 4, Algerian, Sure),
    ("ماي", 5, Algerian, WithPreposition),
    ("جوان", 6, Algerian, WithDate),
    ("جويلية", 7, Algerian, Sure),
    ("أوت", 8, Algerian, WithPreposition),
    ("يوليوز", 7, Moroccan, Sure),
    ("غشت", 8, Moroccan, Sure),
    ("شتنبر", 9, Moroccan, Sure),
    ("نونبر", 11, Moroccan, Sure),
    ("دجنبر", 12, Moroccan, Sure),
    ("أغشت", 8, Mauritanian, Sure),
    ("شتمبر", 9, Mauritanian, Sure),
    ("دجمبر", 12, Mauritanian, Sure),
    ("محرم المحرم", 1, Hijri, WithDate),
    ("صفر", 2, Hijri, WithDate),
    ("رجب", 7, Hijri, WithDate),
    ("شعبان", 8, Hijri, WithDate),
    ("رمضان", 9, Hijri, WithPreposition),
    ("شوال", 10, Hijri, WithPreposition),
];

/// A month as it stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) number: u8,
    pub(super) family: MonthFamily,
    pub(super) bare: Bare,
    /// The token after its name.
    pub(super) end: usize,
}

/// The month whose name begins at a token. Its first word may carry clitics
/// when it begins a date; what follows may not.
pub(super) fn month_at(scan: &Scan<'_>, index: usize) -> Option<Named> {
    let token = scan.token(index)?;
    match token.meaning {
        Meaning::Month(place) => {
            let (_, number, family, bare) = NAMES.get(usize::from(place))?;
            if token.article && scan.bare(index) != "المحرم" {
                return None;
            }
            let mut bare = *bare;
            if scan.bare(index) == "اب" {
                // Father, and the town of Ibb, fold to the same letters.
                match scan.first_letter(index) {
                    Some('\u{0622}') => {}
                    Some('\u{0627}') => bare = WithDate,
                    _ => return None,
                }
            }
            Some(Named {
                number: *number,
                family: *family,
                bare,
                end: index + 1,
            })
        }
        Meaning::MonthHead(head) if !token.article => two_words(scan, index, head),
        _ => None,
    }
}

fn two_words(scan: &Scan<'_>, index: usize, head: MonthHead) -> Option<Named> {
    let next = scan.token(index + 1)?;
    let joined = next.gap || scan.is_glued(index + 1);
    let second = scan.word(index + 1);
    let second = second.strip_prefix("ال").unwrap_or(second);
    let is_first = matches!(second, "اول" | "اولي" | "اولا");
    let is_second = matches!(second, "ثاني" | "ثان" | "ثانيه" | "اخر" | "اخره");
    let (number, family) = match head {
        MonthHead::Kanun if is_first => (12, Levantine),
        MonthHead::Kanun if is_second => (1, Levantine),
        MonthHead::Tishrin if is_first => (10, Levantine),
        MonthHead::Tishrin if is_second => (11, Levantine),
        MonthHead::Rabi if is_first => (3, Hijri),
        MonthHead::Rabi if is_second => (4, Hijri),
        MonthHead::Jumada if is_first => (5, Hijri),
        MonthHead::Jumada if is_second => (6, Hijri),
        MonthHead::Dhu if matches!(second, "قعده") => (11, Hijri),
        MonthHead::Dhu if matches!(second, "حجه") => (12, Hijri),
        _ => return None,
    };
    joined.then_some(Named {
        number,
        family,
        bare: if head == MonthHead::Rabi {
            WithPreposition
        } else {
            Sure
        },
        end: index + 2,
    })
}
