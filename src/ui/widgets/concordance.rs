//! Words in their context: the name in the middle, always at the same place.

use std::borrow::Cow;

use egui::{Color32, Rect, Ui, pos2};

use crate::language::invisible::{is_settled, tamed};
use crate::model::Span;
use crate::text::{Align, BaseDirection, Direction, LineOptions};
use crate::ui::paint::{Mark, TextUi, paint_layout, paint_marks};

use super::text::TextLook;

/// An average letter's advance as a part of the type size.
const AVERAGE_ADVANCE: f32 = 0.4;
/// How far before the middle the words begin, as a part of the width.
const BEGIN: f32 = 0.08;

/// How many code points of context on either side fill a column `width`
/// points wide in that look.
pub fn context_letters(width: f32, look: TextLook) -> usize {
    (width / 2.0 / (look.style.size * AVERAGE_ADVANCE)).max(8.0) as usize
}

/// One line of a concordance.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Before, words and after: one stretch of a text.
    pub text: &'a str,
    /// The words, bytes of `text`.
    pub words: Span,
    /// The direction of the text: what comes before stands on the side where
    /// reading begins.
    pub direction: Direction,
}

impl Context<'_> {
    /// The text and its words with what could turn the order of the line made
    /// visible; nearly always as they are.
    fn tamed(&self) -> (Cow<'_, str>, Span) {
        if is_settled(self.text) {
            return (Cow::Borrowed(self.text), self.words);
        }
        let part = |from: usize, to: usize| tamed(self.text.get(from..to).unwrap_or_default());
        let before = part(0, self.words.start);
        let words = part(self.words.start, self.words.end);
        let after = part(self.words.end, self.text.len());
        let span = Span::new(before.len(), before.len() + words.len());
        (Cow::Owned(format!("{before}{words}{after}")), span)
    }

    /// Paints the line into `rect`: the words in `ink` on the ground of
    /// `mark`, the rest in `second`. The whole is shaped as one, so that
    /// letters keep their joining over the border of the words.
    pub fn paint(
        self,
        ui: &Ui,
        rect: Rect,
        look: TextLook,
        mark: Option<Mark>,
        (ink, second): (Color32, Color32),
    ) {
        let ctx = ui.ctx();
        let (text, words) = self.tamed();
        let layout = TextUi::get(ctx).layout(
            ctx,
            &text,
            look.style,
            BaseDirection::Fixed(self.direction),
            LineOptions {
                width: f32::INFINITY,
                line_height: look.line_height,
                align: Align::Start,
            },
        );
        let pieces = layout.rects(words);
        let left = pieces.iter().map(|piece| piece.rect.x0);
        let right = pieces.iter().map(|piece| piece.rect.x1);
        let (left, right) = (
            left.fold(f32::INFINITY, f32::min),
            right.fold(f32::NEG_INFINITY, f32::max),
        );
        if left > right {
            return;
        }
        // The beginning of the words stands a little before the middle, or
        // where long words have room.
        let lead = (rect.width() * BEGIN).max((right - left) / 2.0);
        let lead = lead.min(rect.width() / 2.0);
        let x = match self.direction {
            Direction::RightToLeft => rect.center().x + lead - right,
            Direction::LeftToRight => rect.center().x - lead - left,
        };
        let pos = pos2(x.round(), rect.center().y - layout.height() / 2.0);
        let clip = rect.intersect(ui.clip_rect());
        let painter = ui.painter().with_clip_rect(clip);
        if let Some(mark) = mark {
            let mark = Mark {
                span: words,
                ..mark
            };
            paint_marks(&painter, pos, &layout, &[mark]);
        }
        let column =
            |from: f32, to: f32| Rect::from_x_y_ranges(from..=to, rect.y_range()).intersect(clip);
        let (from, to) = (pos.x + left, pos.x + right);
        for (part, color) in [
            (column(rect.left(), from), second),
            (column(from, to), ink),
            (column(to, rect.right()), second),
        ] {
            if part.is_positive() {
                paint_layout(&painter.with_clip_rect(part), pos, &layout, color);
            }
        }
    }
}
