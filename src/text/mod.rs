//! How text is laid out: strings, fonts and widths in, positions out.
//!
//! Here live the bundled faces, the splitting of a text into paragraphs, the
//! direction of each, shaping, line breaking, caret positions, hit-testing and
//! the rectangles of a stretch of text. Pixels, colours, highlights and files
//! do not live here: there is no style parameter at all, so nothing that is
//! painted over a text can change a glyph, a position or a line break.
//!
//! The way of a paragraph: [`TextEngine::shape`] turns it into a
//! [`ShapedParagraph`], which does not depend on any width, and
//! [`ShapedParagraph::break_lines`] turns that into a [`ParagraphLayout`],
//! which answers every question about positions.
//!
//! Units: logical points; x grows to the right from the left edge of the
//! column, y grows downwards from its top. Offsets are bytes, ends exclusive.
//!
//! **Invariant:** every call returns for every text, width and size. Lines
//! tile the text, cells tile the lines, and no cell ever splits a grapheme.

mod assembly;
mod bidi;
mod borders;
mod carets;
mod cells;
mod coverage;
mod direction;
mod elide;
mod files;
mod fonts;
mod geometry;
mod glue;
mod graphemes;
mod hit;
mod ink;
mod itemize;
mod justify;
mod kashida;
mod layout;
mod lines;
mod movement;
mod paragraphs;
mod ranges;
mod reading_order;
mod reshape;
mod seams;
mod shape;
mod units;
mod words;

pub use borders::{direction_at, next_grapheme, previous_grapheme};
pub use carets::{Affinity, Caret, Stop};
pub use cells::ShapedParagraph;
pub use direction::{BaseDirection, Direction, document_direction, first_strong};
pub use elide::Elided;
pub use fonts::{Face, FontId, FontSet, TextStyle, VerticalMetrics};
pub use geometry::{LineRect, Point, Rect};
pub use graphemes::Grapheme;
pub use layout::{ParagraphLayout, PositionedGlyph};
pub use lines::{Align, Fill, Line, LineEnd, LineOptions, LineRun};
pub use movement::{Logical, Visual};
pub use paragraphs::{is_separator as is_paragraph_separator, paragraphs};
pub use shape::TextEngine;
pub use units::layout_units;
