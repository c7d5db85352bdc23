//! Calendars: month names by country, and the Hijri year.
//!
//! Here: the names of the months in the five Gregorian families of the Arab
//! countries and in the Hijri year, civil dates to Hijri dates and back, and a
//! date written in three calendars for a hover card. Not here: dates in running
//! text (dates).
//!
//! Month names: Unicode CLDR 48, cldr-dates-full and cldr-cal-islamic-full
//! (Unicode-3.0). Hijri dates: the Umm al-Qura calendar of Saudi Arabia as
//! `icu_calendar` has it, years 1300–1600; outside of these it reckons by the
//! tabular calendar. A sighting of the moon may differ from it by a day, and a
//! Hijri day begins at sunset.
//!
//! **Invariant:** no clock; a date goes to the Hijri year and back unchanged.

use icu_calendar::Date as AnyDate;
use icu_calendar::cal::{Hijri as HijriCalendar, Iso};
use jiff::civil::{Date, Weekday};

/// The names a country gives to the months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MonthFamily {
    /// كانون الثاني: Syria, Iraq, Lebanon, Jordan, Palestine.
    Levantine,
    /// يناير: Egypt, the Gulf, Libya, Sudan, Yemen and elsewhere.
    #[default]
    Standard,
    /// جانفي: Algeria, Tunisia.
    Algerian,
    /// يناير … غشت … دجنبر: Morocco.
    Moroccan,
    /// يناير … إبريل … دجمبر: Mauritania.
    Mauritanian,
    /// محرم: the months of the Hijri year.
    Hijri,
}

const LEVANTINE: [&str; 12] = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
];
const STANDARD: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];
const ALGERIAN: [&str; 12] = [
    "جانفي",
    "فيفري",
    "مارس",
    "أفريل",
    "ماي",
    "جوان",
    "جويلية",
    "أوت",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];
const MOROCCAN: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "ماي",
    "يونيو",
    "يوليوز",
    "غشت",
    "شتنبر",
    "أكتوبر",
    "نونبر",
    "دجنبر",
];
const MAURITANIAN: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "إبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغشت",
    "شتمبر",
    "أكتوبر",
    "نوفمبر",
    "دجمبر",
];
const HIJRI: [&str; 12] = [
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة",
    "ذو الحجة",
];

impl MonthFamily {
    /// The five families of Gregorian names.
    pub const GREGORIAN: [Self; 5] = [
        Self::Levantine,
        Self::Standard,
        Self::Algerian,
        Self::Moroccan,
        Self::Mauritanian,
    ];

    /// The family used in a country, by its ISO 3166 code.
    pub fn of_country(code: &str) -> Self {
        match code {
            "SY" | "IQ" | "LB" | "JO" | "PS" => Self::Levantine,
            "DZ" | "TN" => Self::Algerian,
            "MA" | "EH" => Self::Moroccan,
            "MR" => Self::Mauritanian,
            _ => Self::Standard,
        }
    }

    /// The name of a month, 1 to 12; none for other numbers.
    pub fn month(self, number: u8) -> Option<&'static str> {
        let names = match self {
            Self::Levantine => &LEVANTINE,
            Self::Standard => &STANDARD,
            Self::Algerian => &ALGERIAN,
            Self::Moroccan => &MOROCCAN,
            Self::Mauritanian => &MAURITANIAN,
            Self::Hijri => &HIJRI,
        };
        names.get(usize::from(number).checked_sub(1)?).copied()
    }
}

/// The Arabic name of a weekday, with its article.
pub fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "الاثنين",
        Weekday::Tuesday => "الثلاثاء",
        Weekday::Wednesday => "الأربعاء",
        Weekday::Thursday => "الخميس",
        Weekday::Friday => "الجمعة",
        Weekday::Saturday => "السبت",
        Weekday::Sunday => "الأحد",
    }
}

/// A day of the Hijri year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HijriDate {
    /// Year after the Hijra.
    pub year: i16,
    /// 1 (محرم) to 12 (ذو الحجة).
    pub month: u8,
    /// 1 to 30.
    pub day: u8,
}

impl HijriDate {
    /// The Hijri day that a civil day is until sunset. None before the first
    /// Hijri year.
    pub fn from_civil(date: Date) -> Option<Self> {
        let iso = AnyDate::try_new_iso(
            i32::from(date.year()),
            u8::try_from(date.month()).ok()?,
            u8::try_from(date.day()).ok()?,
        )
        .ok()?;
        let hijri = iso.to_calendar(HijriCalendar::new_umm_al_qura());
        let year = i16::try_from(hijri.year().extended_year()).ok()?;
        (year >= 1).then_some(Self {
            year,
            month: hijri.month().ordinal,
            day: hijri.day_of_month().0,
        })
    }

    /// The civil day on whose daylight this day falls. None where there is no
    /// such day.
    pub fn to_civil(self) -> Option<Date> {
        let hijri = AnyDate::try_new_hijri_with_calendar(
            i32::from(self.year),
            self.month,
            self.day,
            HijriCalendar::new_umm_al_qura(),
        )
        .ok()?;
        let iso = hijri.to_calendar(Iso);
        Date::new(
            i16::try_from(iso.year().extended_year()).ok()?,
            i8::try_from(iso.month().ordinal).ok()?,
            i8::try_from(iso.day_of_month().0).ok()?,
        )
        .ok()
    }
}

impl std::fmt::Display for HijriDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let month = MonthFamily::Hijri.month(self.month).unwrap_or_default();
        write!(f, "{} {month} {} هـ", self.day, self.year)
    }
}

/// One day in three calendars, for a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreeCalendars {
    /// ISO 8601: 2019-10-09.
    pub iso: String,
    /// With its weekday and the month names of the reader: الأربعاء 9 تشرين الأول
    /// 2019.
    pub gregorian: String,
    /// Umm al-Qura, where there is one: 10 صفر 1441 هـ. May differ by a day from
    /// the day that was announced.
    pub hijri: Option<String>,
}

/// A day in ISO figures, in the month names of `family` and in the Hijri year.
pub fn three_calendars(date: Date, family: MonthFamily) -> ThreeCalendars {
    let month = u8::try_from(date.month())
        .ok()
        .and_then(|number| family.month(number))
        .unwrap_or_default();
    let weekday = weekday_name(date.weekday());
    ThreeCalendars {
        iso: date.to_string(),
        gregorian: format!("{weekday} {} {month} {}", date.day(), date.year()),
        hijri: HijriDate::from_civil(date).map(|date| date.to_string()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests read known dates")]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn hijri(year: i16, month: u8, day: u8) -> HijriDate {
        HijriDate { year, month, day }
    }

    /// Days compared with hijridate 2.6.0, another implementation of the same
    /// calendar.
    #[test]
    fn umm_al_qura_agrees_with_another_implementation() {
        for (civil, expected) in [
            (date(2019, 10, 9), hijri(1441, 2, 10)),
            (date(2019, 10, 22), hijri(1441, 2, 23)),
            (date(2021, 12, 6), hijri(1443, 5, 2)),
            (date(2026, 1, 21), hijri(1447, 8, 2)),
        ] {
            assert_eq!(HijriDate::from_civil(civil), Some(expected));
            assert_eq!(expected.to_civil(), Some(civil));
        }
    }

    #[test]
    fn every_day_comes_back() {
        let mut day = date(1882, 11, 12);
        while day.year() < 2090 {
            let there = HijriDate::from_civil(day).unwrap();
            assert_eq!(there.to_civil(), Some(day), "{day}");
            day = day.checked_add(jiff::Span::new().days(13)).unwrap();
        }
    }

    #[test]
    fn days_that_are_not_there_are_refused() {
        assert_eq!(hijri(1441, 2, 31).to_civil(), None);
        assert_eq!(hijri(1441, 13, 1).to_civil(), None);
        assert_eq!(HijriDate::from_civil(date(600, 1, 1)), None);
    }

    #[test]
    fn three_calendars_for_readers_of_two_countries() {
        let day = date(2019, 10, 9);
        let syrian = three_calendars(day, MonthFamily::of_country("SY"));
        assert_eq!(syrian.iso, "2019-10-09");
        assert_eq!(syrian.gregorian, "الأربعاء 9 تشرين الأول 2019");
        assert_eq!(syrian.hijri.as_deref(), Some("10 صفر 1441 هـ"));
        let other = three_calendars(day, MonthFamily::of_country("EG"));
        assert_eq!(other.gregorian, "الأربعاء 9 أكتوبر 2019");
    }

    #[test]
    fn every_family_names_twelve_months() {
        for family in MonthFamily::GREGORIAN {
            assert!((1..=12).all(|number| family.month(number).is_some()));
            assert_eq!(family.month(0), None);
            assert_eq!(family.month(13), None);
        }
    }
}
