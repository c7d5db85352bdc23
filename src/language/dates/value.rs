//! What a date comes to: a day, a month, a year or a stretch of days.
//!
//! Here: placing what was read in time, with the day the text was written
//! where the date counts from it. Not here: reading (day, month, year, period).
//!
//! A month without a year is the nearest one, looking back nine months and
//! ahead two; a weekday is the last one up to the day of writing. Both are
//! approximate, and so are parts of periods, seasons, weeks and Hijri days.
//!
//! **Invariant:** a stretch ends on or after the day it begins on.

use jiff::civil::{Date, Weekday, date};
use jiff::{Span as Length, ToSpan};

use super::fields::Fields;
use crate::language::calendar::HijriDate;
use crate::language::scan::vocabulary::{Part, Period};

/// A date placed in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateValue {
    /// A day.
    Day(Date),
    /// A month of a year.
    Month {
        /// Year, Gregorian.
        year: i16,
        /// 1 to 12.
        month: i8,
    },
    /// A year, Gregorian.
    Year(i16),
    /// From a day to a day, both included.
    Range {
        /// First day.
        first: Date,
        /// Last day.
        last: Date,
    },
    /// Not known without the day the text was written.
    Unresolved,
}

impl DateValue {
    /// First and last day, where they are known.
    pub fn days(self) -> Option<(Date, Date)> {
        match self {
            Self::Day(day) => Some((day, day)),
            Self::Month { year, month } => {
                let first = Date::new(year, month, 1).ok()?;
                Some((first, first.last_of_month()))
            }
            Self::Year(year) => {
                let first = Date::new(year, 1, 1).ok()?;
                Some((first, first.last_of_year()))
            }
            Self::Range { first, last } => Some((first, last)),
            Self::Unresolved => None,
        }
    }

    /// ISO 8601: 2019-10-09, 2019-10, 2019, or two of these with a stroke
    /// between.
    pub fn iso(self) -> Option<String> {
        match self {
            Self::Day(day) => Some(day.to_string()),
            Self::Month { year, month } => Some(format!("{year:04}-{month:02}")),
            Self::Year(year) => Some(format!("{year:04}")),
            Self::Range { first, last } => {
                if first == first.first_of_year() && last == last.last_of_year() {
                    Some(format!("{:04}/{:04}", first.year(), last.year()))
                } else if first.day() == 1 && last == last.last_of_month() {
                    let month = |day: Date| format!("{:04}-{:02}", day.year(), day.month());
                    Some(format!("{}/{}", month(first), month(last)))
                } else {
                    Some(format!("{first}/{last}"))
                }
            }
            Self::Unresolved => None,
        }
    }
}

/// A value with what is to be said about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) value: DateValue,
    /// Whether the day of writing was needed.
    pub(super) relative: bool,
    pub(super) approximate: bool,
    pub(super) conflict: bool,
}

/// Places what was read in time.
pub(super) fn place(fields: &Fields, written: Option<Date>) -> Placed {
    let mut placed = Placed {
        value: DateValue::Unresolved,
        relative: false,
        approximate: fields.part.is_some() || fields.season.is_some() || fields.hijri,
        conflict: fields.conflict,
    };
    // أمس needs no more than the day of writing.
    let counted = fields.days_away.is_some() && written.is_some();
    let stated = if counted {
        None
    } else {
        absolute(fields, written, &mut placed)
    };
    let value = stated.or_else(|| {
        placed.relative = true;
        relative(fields, written?, &mut placed)
    });
    let Some(mut value) = value else {
        return placed;
    };
    if let Some(part) = fields.part {
        value = part_of(value, part).unwrap_or(value);
    }
    if let (DateValue::Day(day), Some(weekday)) = (value, fields.weekday) {
        // Two days that are one in the text are not one in the calendar. In a
        // range of days the weekday is that of its first.
        placed.conflict |= weekday_number(day.weekday()) != weekday;
    }
    placed.value = value;
    placed
}

/// 0 Monday … 6 Sunday.
fn weekday_number(day: Weekday) -> u8 {
    u8::try_from(day.to_monday_zero_offset()).unwrap_or_default()
}

fn range(first: Date, last: Date) -> Option<DateValue> {
    (first <= last).then_some(DateValue::Range { first, last })
}

fn years(first: i16, last: i16) -> Option<DateValue> {
    range(Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?)
}

/// What names its year, or needs only the day of writing to find it.
fn absolute(fields: &Fields, written: Option<Date>, placed: &mut Placed) -> Option<DateValue> {
    if let Some(century) = fields.century {
        if fields.hijri || fields.before_christ {
            return None;
        }
        let last = i16::from(century) * 100;
        return years(last - 99, last);
    }
    if let Some(decade) = fields.decade {
        placed.approximate = true;
        return years(1900 + i16::from(decade), 1909 + i16::from(decade));
    }
    let year = match fields.year {
        Some(year) if fields.before_christ => {
            return Date::new(1 - year, 1, 1)
                .ok()
                .map(|day| DateValue::Year(day.year()));
        }
        Some(year) => year,
        None => {
            fields.month?;
            placed.relative = true;
            year_of(fields, written?, placed)?
        }
    };
    if fields.hijri {
        return hijri(fields, year);
    }
    // عام 67 is 1967.
    let year = if year < 100 && fields.month.is_none() {
        1900 + year
    } else {
        year
    };
    let Some(month) = fields.month else {
        if let Some(season) = fields.season {
            return in_season(year, season);
        }
        return match fields.last_year {
            Some(last) => years(year, last),
            None => Some(DateValue::Year(year)),
        };
    };
    let month = i8::try_from(month).ok()?;
    let last_month = fields
        .last_month
        .map_or(Some(month), |month| i8::try_from(month).ok())?;
    let Some(day) = fields.day else {
        if last_month != month {
            let last = Date::new(year, last_month, 1).ok()?.last_of_month();
            return range(Date::new(year, month, 1).ok()?, last);
        }
        return Some(DateValue::Month { year, month });
    };
    let first = Date::new(year, month, i8::try_from(day).ok()?);
    let Ok(first) = first else {
        placed.conflict = true;
        return Some(DateValue::Month { year, month });
    };
    match fields.last_day {
        Some(last) => {
            let last = Date::new(year, last_month, i8::try_from(last).ok()?).ok()?;
            range(first, last)
        }
        None => Some(DateValue::Day(first)),
    }
}

/// The year of a month that stands without one.
fn year_of(fields: &Fields, written: Date, placed: &mut Placed) -> Option<i16> {
    if fields.hijri {
        placed.approximate = true;
        let today = HijriDate::from_civil(written)?;
        let month = fields.month?;
        return Some(nearest(today.year, today.month, month, fields.away));
    }
    if let Some((steps, Some(Period::Year))) = fields.away {
        return Some(written.year() + i16::from(steps));
    }
    placed.approximate = true;
    let now = u8::try_from(written.month()).ok()?;
    let month = fields.month?;
    let mut year = nearest(written.year(), now, month, fields.away);
    // The month of writing: a day that has been is الماضي, one to come المقبل.
    if month == now
        && let Some(day) = fields.day
        && let Some((steps, None)) = fields.away
    {
        let today = u8::try_from(written.day()).ok()?;
        let been = steps < 0 && day < today;
        let to_come = steps > 0 && day > today;
        if been || to_come {
            year = written.year();
        }
    }
    Some(year)
}

fn nearest(year: i16, now: u8, month: u8, away: Option<(i8, Option<Period>)>) -> i16 {
    match away.map(|(steps, _)| steps) {
        Some(..=-1) => year - i16::from(month >= now),
        Some(1..) => year + i16::from(month <= now),
        // Ahead two months, else back.
        None if month > now + 2 => year - 1,
        None if now > 10 && month + 12 <= now + 2 => year + 1,
        _ => year,
    }
}

fn hijri(fields: &Fields, year: i16) -> Option<DateValue> {
    let civil = |month: u8, day: u8| HijriDate { year, month, day }.to_civil();
    let day_before = |year: i16, month: u8| {
        HijriDate {
            year,
            month,
            day: 1,
        }
        .to_civil()?
        .checked_sub(1.day())
        .ok()
    };
    match (fields.month, fields.day) {
        (Some(month), Some(day)) => match fields.last_day {
            Some(last) => range(civil(month, day)?, civil(month, last)?),
            None => civil(month, day).map(DateValue::Day),
        },
        (Some(month), None) => {
            let (next_year, next) = if month == 12 {
                (year + 1, 1)
            } else {
                (year, month + 1)
            };
            range(civil(month, 1)?, day_before(next_year, next)?)
        }
        _ => range(civil(1, 1)?, day_before(year + 1, 1)?),
    }
}

/// 0 winter, 1 spring, 2 summer, 3 autumn; 4 the season of a league.
fn in_season(year: i16, season: u8) -> Option<DateValue> {
    let (first, months) = match season {
        0 => (
            Date::new(year, 12, 1)
                .ok()?
                .checked_sub(Length::new().years(1))
                .ok()?,
            3,
        ),
        1..=3 => (Date::new(year, i8::try_from(season).ok()? * 3, 1).ok()?, 3),
        _ => return Some(DateValue::Year(year)),
    };
    let last = first
        .checked_add(Length::new().months(months))
        .ok()?
        .checked_sub(1.day())
        .ok()?;
    range(first, last)
}

/// What counts from the day of writing.
fn relative(fields: &Fields, written: Date, placed: &mut Placed) -> Option<DateValue> {
    if let Some(days) = fields.days_away {
        let day = written.checked_add(Length::new().days(days)).ok()?;
        return Some(DateValue::Day(day));
    }
    if let Some(weekday) = fields.weekday {
        let back = (i64::from(weekday_number(written.weekday())) + 7 - i64::from(weekday)) % 7;
        let days = match fields.away {
            Some((steps, Some(Period::Week))) => {
                let monday = i64::from(weekday_number(written.weekday()));
                placed.approximate = true;
                i64::from(steps) * 7 - monday + i64::from(weekday)
            }
            Some((..=-1, _)) => -if back == 0 { 7 } else { back },
            Some((1.., _)) => 7 - back,
            _ => {
                placed.approximate = true;
                -back
            }
        };
        let day = written.checked_add(Length::new().days(days)).ok()?;
        return Some(DateValue::Day(day));
    }
    let (steps, period) = fields.away?;
    if let (Some(day), Some(Period::Month)) = (fields.day, period) {
        let month = written
            .checked_add(Length::new().months(i64::from(steps)))
            .ok()?;
        let day = i8::try_from(day).ok()?;
        return Date::new(month.year(), month.month(), day)
            .ok()
            .map(DateValue::Day);
    }
    let far = i64::from(steps);
    match period.or(fields.season.map(|_| Period::Year))? {
        Period::Year if fields.season.is_some() => {
            in_season(written.year() + i16::from(steps), fields.season?)
        }
        Period::Year => Some(DateValue::Year(written.year() + i16::from(steps))),
        Period::Month => {
            let day = written.checked_add(Length::new().months(far)).ok()?;
            Some(DateValue::Month {
                year: day.year(),
                month: day.month(),
            })
        }
        Period::Week => {
            placed.approximate = true;
            let monday = i64::from(weekday_number(written.weekday()));
            let first = written
                .checked_add(Length::new().days(far * 7 - monday))
                .ok()?;
            range(first, first.checked_add(6.days()).ok()?)
        }
        Period::Night => {
            let day = written.checked_add(Length::new().days(far)).ok()?;
            Some(DateValue::Day(day))
        }
        Period::Season | Period::Quarter => {
            placed.approximate = true;
            Some(DateValue::Year(written.year() + i16::from(steps)))
        }
        Period::Decade | Period::Century => {
            let length = if period == Some(Period::Decade) {
                10
            } else {
                100
            };
            let first = (written.year().div_euclid(length) + i16::from(steps)) * length;
            placed.approximate = true;
            years(first, first + length - 1)
        }
    }
}

/// A third of a stretch.
fn part_of(value: DateValue, part: Part) -> Option<DateValue> {
    let (first, last) = value.days()?;
    let days = i64::from(first.until(last).ok()?.get_days()) + 1;
    let third = days / 3;
    let (from, to) = match part {
        Part::Beginning => (0, third.max(1) - 1),
        Part::Middle => (third, days - third - 1),
        Part::End => (days - third.max(1), days - 1),
    };
    let at = |days: i64| first.checked_add(Length::new().days(days)).ok();
    range(at(from)?, at(to)?)
}

/// Whether a date is far from every news text.
pub(super) fn is_of_our_time(day: Date) -> bool {
    (date(1900, 1, 1)..date(2100, 1, 1)).contains(&day)
}
