//! What Arabic needs: folding with offset map, words, clitics, sentences,
//! quotations and titles; and what a text hides.
//!
//! Here lives what a reader of Arabic knows about its spelling: which letters
//! are written several ways, where a word, a sentence and a quotation begin
//! and end, and which lines of a saved web page are not part of the article.
//! Not here: what is searched for (analysis) and which names there are.
//!
//! **Invariant:** nothing here changes a text. Every answer is a
//! [`Span`](crate::model::Span) of the text that was given: bytes, end
//! exclusive, on character boundaries and inside the text, whatever the text
//! holds.

pub mod attribution;
pub mod boilerplate;
pub mod calendar;
pub mod clitics;
pub mod dates;
pub mod fold;
mod folded;
pub mod invisible;
pub mod letters;
pub mod lines;
mod loose;
pub mod numbers;
pub mod quotes;
pub mod romanise;
mod scan;
mod sections;
pub mod sentences;
pub mod title;
pub mod words;

pub use boilerplate::{LineKind, excluded, is_boilerplate, line_kinds};
pub use calendar::{HijriDate, MonthFamily, ThreeCalendars, three_calendars, weekday_name};
pub use clitics::{Reading, Readings, readings, without_clitics};
pub use dates::{
    Calendar, DateOptions, DateReading, DateValue, dates, day_of_writing, document_date,
};
pub use fold::{Level, fold, key};
pub use folded::Folded;
pub use lines::lines;
pub use numbers::{Bound, NumberReading, Unit, dates_and_numbers, numbers};
pub use quotes::{Quotation, Quotations, quotations};
pub use sections::sections;
pub use sentences::{sentence_at, sentences};
pub use title::document_title;
pub use words::{word_at, words};
