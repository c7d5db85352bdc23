//! Shortening a text to a width.

use super::direction::{BaseDirection, Direction};
use super::fonts::TextStyle;
use super::shape::TextEngine;

/// A text that fits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Elided {
    /// The text, with an ellipsis at its end if it was cut.
    pub text: String,
    /// Whether it was cut.
    pub elided: bool,
    /// The direction of the whole text. What is left of it may have lost the
    /// letter that decides, so lay it out with this.
    pub direction: Direction,
}

const ELLIPSIS: char = '\u{2026}';

impl TextEngine {
    /// Cuts a text that is wider than `width` points at its end in reading
    /// order, which is the left for Arabic, between graphemes, and appends an
    /// ellipsis. An ellipsis alone is the least that is returned.
    pub fn elide(
        &mut self,
        text: &str,
        base: BaseDirection,
        style: TextStyle,
        width: f32,
    ) -> Elided {
        let shaped = self.shape(text, base, style);
        let direction = shaped.direction();
        if shaped.width() <= width || width.is_nan() {
            return Elided {
                text: text.to_owned(),
                elided: false,
                direction,
            };
        }
        let fixed = BaseDirection::Fixed(direction);
        let candidate = |cells: usize| {
            let kept = text.get(..shaped.cell_byte(cells)).unwrap_or_default();
            let mut candidate = kept.trim_end().to_owned();
            candidate.push(ELLIPSIS);
            candidate
        };
        // The widths of cells tell about where to cut; the letter before the
        // ellipsis takes its final form, so the result is measured.
        let mut sum = 0.0;
        let mut low = 0;
        let cells = &shaped.data.cells;
        let fitting = cells
            .iter()
            .take(shaped.cell_count())
            .take_while(|cell| {
                sum += cell.width;
                sum <= width
            })
            .count();
        let mut high = fitting + 1;
        // `low` cells fit, `high` do not.
        while low + 1 < high {
            // Near the estimate first, then by halves.
            let middle = if high == fitting + 1 && high - low > 4 {
                high - 3
            } else {
                usize::midpoint(low, high)
            };
            if self.shape(&candidate(middle), fixed, style).width() <= width {
                low = middle;
            } else {
                high = middle;
            }
        }
        Elided {
            text: candidate(low),
            elided: true,
            direction,
        }
    }
}
