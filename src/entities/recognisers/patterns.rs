//! Dates and numbers, as the language modules read them.

use crate::entities::candidate::{Candidate, Found};
use crate::entities::page::Page;
use crate::entities::{Source, Type};
use crate::language::{DateOptions, dates, numbers};
use jiff::civil::Date;

/// Adds dates and numbers.
pub(in crate::entities) fn find(
    page: &Page<'_>,
    text: &str,
    document_date: Option<Date>,
    found: &mut Found,
) {
    for date in dates(text, &DateOptions { document_date }) {
        if let Some(place) = page.tokens.locate(date.span) {
            found.push(Candidate::new(
                place,
                Type::Date,
                Source::Pattern,
                "date",
                date.iso.clone().unwrap_or_default(),
            ));
        }
    }
    for number in numbers(text) {
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
