//! Calendars: the month families of the Arab countries and civil dates.
//!
//! **Invariant:** no clock; the date of a document comes in as a parameter.

/// The names a country gives to the months (CLDR 48, cldr-dates-full), and the
/// Hijri months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MonthFamily {
    /// كانون الثاني: Syria, Iraq, Lebanon, Jordan, Palestine.
    Levantine,
    /// يناير: Egypt, the Gulf, Libya, Sudan, Yemen and elsewhere.
    Standard,
    /// جانفي: Algeria, Tunisia.
    Algerian,
    /// يناير … غشت … دجنبر: Morocco.
    Moroccan,
    /// إبريل … أغشت … دجمبر: Mauritania.
    Mauritanian,
    /// محرم: the months of the Hijri year.
    Hijri,
}
