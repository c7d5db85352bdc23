//! Dates and numbers, as the language modules read them.

use crate::entities::candidate::{Candidate, Found};
use crate::entities::page::Page;
use crate::entities::{Source, Type};
use crate::language::numbers::dates_and_numbers;
use crate::language::{DateOptions, LineKind, line_kinds};
use jiff::civil::Date;

/// Adds dates and numbers.
pub(in crate::entities) fn find(page: &Page<'_>, document_date: Option<Date>, found: &mut Found) {
    let (dates, numbers) = dates_and_numbers(page.text, DateOptions { document_date });
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
    let boilerplate: Vec<_> = line_kinds(page.text)
        .into_iter()
        .filter(|(_, kind)| *kind == LineKind::Boilerplate)
        .map(|(line, _)| line)
        .collect();
    for number in numbers {
        // A counter or the number of comments counts nothing in the article.
        if boilerplate
            .iter()
            .any(|line| line.contains_span(number.span))
        {
            continue;
        }
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
