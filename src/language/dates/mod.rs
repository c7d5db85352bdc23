//! Dates of Arabic text: where they stand and what they say.
//!
//! Here: finding dates by rules. Not here: numbers that are no dates
//! (numbers), conversion between calendars (calendar).
//!
//! What belongs to the span: the part of the day (مساء الخميس), the day's and
//! the month's own words (يوم الأحد, شهر مايو, عام 1959), where in a period
//! (مطلع العام), both month names, the era, and the adjective of time
//! (الماضي, المقبل). What stays outside: attached و ف ب ل ك, prepositions.
//!
//! **Invariant:** spans do not overlap, are in text order, lie on character
//! boundaries and are not empty, whatever the text holds.

mod day;
mod fields;
mod latin;
mod month;
pub(crate) mod months;
mod numeric;
mod period;
mod value;
mod written;
mod year;

use super::calendar::MonthFamily;
use super::scan::vocabulary::{Meaning, Part, Period};
use super::scan::{Kind, Scan};
use crate::model::Span;
use fields::Fields;
pub use value::DateValue;
pub use written::{day_of_writing, document_date};

/// What date rules may know besides the text.
#[derive(Clone, Copy, Debug, Default)]
pub struct DateOptions {
    /// The day the text was written, against which أمس and العام الماضي are
    /// read.
    pub document_date: Option<jiff::civil::Date>,
}

/// Which year a date was written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// The Gregorian year.
    #[default]
    Gregorian,
    /// The Hijri year.
    Hijri,
}

/// A date found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateReading {
    /// Where it stands, bytes, end exclusive.
    pub span: Span,
    /// What it comes to, in the Gregorian year.
    pub value: DateValue,
    /// The value in ISO 8601; none while it is unresolved.
    pub iso: Option<String>,
    /// The calendar it was written in.
    pub calendar: Calendar,
    /// The family its month's name belongs to, if it names one.
    pub family: Option<MonthFamily>,
    /// Whether it counts from the day the text was written, or lacks a year.
    pub relative: bool,
    /// Whether the value is a guess or has soft ends: bare weekdays and months,
    /// parts of periods, seasons, weeks, Hijri days.
    pub approximate: bool,
    /// Whether two of its names do not agree: the two names of the month, the
    /// weekday and the day, or a day that the month does not have.
    pub conflict: bool,
}

/// The dates of `text`.
pub fn dates(text: &str, options: DateOptions) -> Vec<DateReading> {
    let scan = Scan::new(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < scan.len() {
        if let Some(date) = date_at(&scan, at) {
            at = date.end.max(at + 1);
            found.extend(date.reading(&scan, options));
        } else {
            at += 1;
        }
    }
    found
}

/// A date in tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Draft {
    /// First token.
    pub(super) first: usize,
    /// The token after the last one.
    pub(super) end: usize,
    fields: Fields,
    /// Whether it is a name that only looks like a date: شارع 20 غشت.
    name: bool,
}

impl Draft {
    /// The reading of this date; none where it is a name.
    pub(super) fn reading(&self, scan: &Scan<'_>, options: DateOptions) -> Option<DateReading> {
        if self.name {
            return None;
        }
        let start = scan.token(self.first).map_or(0, |token| token.head);
        let end = scan.before(self.end).map_or(start, |token| token.end);
        let placed = value::place(&self.fields, options.document_date);
        Some(DateReading {
            span: scan.span(start, end),
            value: placed.value,
            iso: placed.value.iso(),
            calendar: if self.fields.hijri {
                Calendar::Hijri
            } else {
                Calendar::Gregorian
            },
            family: self.fields.family,
            relative: placed.relative,
            approximate: placed.approximate,
            conflict: placed.conflict,
        })
    }
}

/// The date that begins at a token.
pub(super) fn date_at(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    let mut fields = Fields::default();
    if scan.is_digits(at) && day::in_name(scan, at) {
        let end = month::with_day(scan, at, &mut fields)?;
        return Some(Draft {
            first: at,
            end,
            fields,
            name: true,
        });
    }
    let end = begin(scan, at, &mut fields)?;
    Some(Draft {
        first: at,
        end: agreeing(scan, end, &mut fields),
        fields,
        name: false,
    })
}

/// الاثنين وستين is a number, as الاثنين is a day and two.
pub(super) fn is_sixty_two(scan: &Scan<'_>, at: usize) -> bool {
    scan.meaning(at) == Meaning::Weekday(0)
        && matches!(scan.meaning(at + 1), Meaning::Tens(_))
        && scan
            .token(at + 1)
            .is_some_and(|next| next.and && next.head > next.start)
}

fn begin(scan: &Scan<'_>, at: usize, fields: &mut Fields) -> Option<usize> {
    if is_sixty_two(scan, at) {
        return None;
    }
    match scan.meaning(at) {
        Meaning::None if scan.token(at)?.kind == Kind::Latin => latin::latin(scan, at, fields),
        Meaning::None if scan.is_digits(at) => numeric::numeric(scan, at, fields)
            .or_else(|| month::with_day(scan, at, fields))
            .or_else(|| latin::latin(scan, at, fields))
            .or_else(|| numeric::after_cue(scan, at, fields))
            .or_else(|| numeric::dateline(scan, at, fields))
            .or_else(|| year::bare(scan, at, fields)),
        Meaning::PartOfDay => {
            let plain = !scan.token(at)?.article && !day::in_name(scan, at);
            plain.then(|| day::day(scan, at + 1, fields)).flatten()
        }
        Meaning::Function => match scan.bare(at) {
            "بعد" | "قبل" if scan.meaning(at + 1) == Meaning::PartOfDay => {
                let noon = scan.bare(at + 1).trim_start_matches("ال");
                let is_part = matches!(noon, "ظهر" | "عصر" | "ظهيره" | "مغرب");
                is_part.then(|| day::day(scan, at + 2, fields)).flatten()
            }
            "بعد" => day::day(scan, at, fields),
            _ => None,
        },
        Meaning::PartOfPeriod(part) => {
            if scan.token(at)?.article {
                return None;
            }
            fields.part = Some(part);
            if part == Part::Middle && scan.meaning(at + 1) == Meaning::PartOfDay {
                return day::day(scan, at + 2, fields);
            }
            period::within(scan, at + 1, fields)
        }
        Meaning::Day
        | Meaning::Days
        | Meaning::Yesterday
        | Meaning::Tomorrow
        | Meaning::Weekday(_) => day::day(scan, at, fields),
        Meaning::Ordinal(_) => {
            day::day(scan, at, fields).or_else(|| month::with_day(scan, at, fields))
        }
        Meaning::Tens(_) => month::with_day(scan, at, fields),
        Meaning::Month(_) => month::month(scan, at, false, fields),
        Meaning::MonthHead(_) => {
            month::month(scan, at, false, fields).or_else(|| period::season(scan, at, fields))
        }
        // ليلة أمس السبت
        Meaning::Period(Period::Night) | Meaning::Periods(Period::Night)
            if !scan.token(at)?.article =>
        {
            day::day(scan, at + 1, fields)
        }
        Meaning::Period(_) | Meaning::Periods(_) | Meaning::This => {
            period::period(scan, at, fields).or_else(|| month::month(scan, at, false, fields))
        }
        Meaning::Decade(_) => period::decade(scan, at, fields),
        Meaning::Scale(_) | Meaning::ScaleDual(_) => year::bare(scan, at, fields),
        _ => None,
    }
}

/// The date of a weekday: الخميس الموافق 12 أكتوبر. Two full dates of one day
/// (10 صفر 1441 هـ الموافق 9 أكتوبر 2019) stay two.
fn agreeing(scan: &Scan<'_>, end: usize, fields: &mut Fields) -> usize {
    let weekday_only = fields.weekday.is_some() && fields.day.is_none();
    if !weekday_only || scan.meaning(end) != Meaning::Agreeing {
        return end;
    }
    let at = end + 1 + usize::from(matches!(scan.word(end + 1), "ل" | "في"));
    let mut other = Fields::default();
    let found =
        numeric::numeric(scan, at, &mut other).or_else(|| month::with_day(scan, at, &mut other));
    let Some(found) = found else {
        return end;
    };
    other.weekday = fields.weekday;
    *fields = other;
    found
}

#[cfg(test)]
mod tests;
