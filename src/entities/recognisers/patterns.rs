//! Dates and numbers, as the language modules read them.

use crate::entities::candidate::{Candidate, Found};
use crate::entities::page::Page;
use crate::entities::{Source, Type};
use crate::language::DateOptions;
use crate::language::numbers::dates_and_numbers;
use jiff::civil::Date;

/// Adds dates and numbers.
pub(in crate::entities) fn find(
    page: &Page<'_>,
    text: &str,
    document_date: Option<Date>,
    found: &mut Found,
) {
    let (dates, numbers) = dates_and_numbers(text, DateOptions { document_date });
    for date in dates {
        if let Some(place) = page.tokens.locate(date.span) {
            found.push(Candidate::new(
                place,
                Type::Date,
                Source::Pattern,
                "date",
                String::new(),
            ));
        }
    }
    for number in numbers {
        if let Some(place) = page.tokens.locate(number.span) {
            found.push(
                Candidate::new(
                    place,
                    Type::Number,
                    Source::Pattern,
                    "number",
                    String::new(),
                )
                .weak(number.vague),
            );
        }
    }
}
