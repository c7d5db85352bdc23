//! The day a text was written, where it says so itself.
//!
//! Here: a full date near the top that stands alone, or after a word such as
//! نشر; or what a person said of the document. Not here: dates of what is told.
//!
//! **Invariant:** a date inside a sentence is never taken.

use jiff::civil::Date;

use super::value::is_of_our_time;
use super::{Calendar, DateOptions, DateValue, dates};
use crate::language::fold::{Level, key};
use crate::model::Document;

/// How many lines with text are looked at.
const LINES: usize = 12;

/// The most characters of a line that may be left over beside its date.
const BESIDE: usize = 40;

/// Words before the day of publication.
const CUES: [&str; 8] = [
    "نشر",
    "تاريخ",
    "تحديث",
    "التحديث",
    "حرر",
    "كتب في",
    "published",
    "updated",
];

/// The civil day a document was written on: the one somebody gave it, else
/// what its text says itself.
pub fn day_of_writing(document: &Document) -> Option<Date> {
    document
        .written_on
        .or_else(|| document_date(&document.text))
}

/// The civil day a text says it was written on: a full date within its first
/// lines, in a line that holds little else or has a word of publication. None
/// where there is no such line, or where two of them differ by more than three
/// days.
pub fn document_date(text: &str) -> Option<Date> {
    let mut found: Option<Date> = None;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    for line in lines.take(LINES) {
        if line.len() > 400 {
            continue;
        }
        let Some(day) = in_line(line) else { continue };
        match found {
            None => found = Some(day),
            Some(first) => {
                let apart = first.until(day).ok()?.get_days().abs();
                if apart > 3 {
                    return None;
                }
            }
        }
    }
    found
}

fn in_line(line: &str) -> Option<Date> {
    let reading = dates(line, DateOptions::default())
        .into_iter()
        .find(|date| {
            matches!(date.value, DateValue::Day(_))
                && !date.relative
                && !date.conflict
                && date.calendar == Calendar::Gregorian
        })?;
    let DateValue::Day(day) = reading.value else {
        return None;
    };
    let beside = |part: Option<&str>| part.unwrap_or_default().trim().chars().count();
    let before = beside(line.get(..reading.span.start));
    let after = beside(line.get(reading.span.end..));
    let folded = key(
        line.get(..reading.span.start).unwrap_or_default(),
        Level::Letters,
    );
    let cued = before <= BESIDE && CUES.iter().any(|cue| folded.contains(cue));
    let alone = before + after <= BESIDE && !ends_in_preposition(&folded);
    ((cued || alone) && is_of_our_time(day)).then_some(day)
}

/// في 9 أكتوبر 2019 tells when something was, not when it was written.
fn ends_in_preposition(before: &str) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or_default();
    matches!(
        last,
        "في" | "وفي"
            | "منذ"
            | "حتي"
            | "قبل"
            | "بعد"
            | "ل"
            | "الي"
            | "من"
            | "يوم"
            | "انتخابات"
            | "ثوره"
            | "احداث"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_date_of_its_own_line_or_after_a_cue() {
        for text in [
            "عنوان الخبر\n9 تشرين الأول 2019\nقالت مصادر",
            "عنوان\nدمشق - الأربعاء 9 أكتوبر 2019\nقال",
            "نُشر في: 09/10/2019 - 14:30\nعنوان",
            "عنوان\nآخر تحديث في 9 أكتوبر/تشرين الأول 2019 الساعة 10:30 بتوقيت دمشق وضواحيها والمدن الأخرى",
            "2019-10-09",
        ] {
            assert_eq!(document_date(text), Some(date(2019, 10, 9)), "{text}");
        }
    }

    #[test]
    fn a_date_in_a_sentence_is_what_it_tells_of() {
        for text in [
            "",
            "أطلقت تركيا عملية عسكرية في شمال شرق سوريا يوم 9 أكتوبر 2019 ضد القوات الكردية",
            "هجوم في 9 أكتوبر 2019",
            "9 أكتوبر\nقال",
            "عام 2019",
            "9 أكتوبر 2019\n12 مايو 2011\nقال",
        ] {
            assert_eq!(document_date(text), None, "{text}");
        }
    }
}
