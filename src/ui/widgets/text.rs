//! A string in a widget: its look, and putting one line into a rectangle.

use std::sync::Arc;

use egui::{Align, Color32, Context, Painter, Rect, Vec2, pos2, vec2};

use crate::text::{Direction, Face, LineOptions, ParagraphLayout, TextStyle};
use crate::ui::paint::{TextUi, paint_layout};
use crate::ui::theme::size;

/// Size of Latin letters that look as large as Naskh's: the page's 15 to 19.
const LATIN_BESIDE_NASKH: f32 = size::PAGE_LATIN / size::PAGE;

/// Face, weight, size and line height of a widget's text.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct TextLook {
    /// Face, weight, size in points.
    pub style: TextStyle,
    /// Points from line to line.
    pub line_height: f32,
}

impl TextLook {
    /// Interface text: Noto Sans of that size.
    pub fn sans(size: f32) -> Self {
        Self {
            style: TextStyle {
                face: Face::Sans,
                bold: false,
                size,
            },
            // Noto Sans Arabic's marks need that much.
            line_height: (size * 1.7).round(),
        }
    }

    /// The usual interface text.
    pub fn ui() -> Self {
        Self::sans(size::UI)
    }

    /// Names and quotes: Noto Naskh of that size.
    pub fn naskh(size: f32) -> Self {
        Self {
            style: TextStyle {
                face: Face::Naskh,
                bold: false,
                size,
            },
            line_height: (size * 1.8).round(),
        }
    }

    /// The look for this text: a Naskh look becomes a smaller Sans one where
    /// the text runs from left to right, because Naskh has no Latin letters
    /// and Sans of the same size would shout beside it.
    #[must_use]
    pub fn fitting(self, text: &str) -> Self {
        let latin = crate::text::first_strong(text) == Some(Direction::LeftToRight);
        if self.style.face != Face::Naskh || !latin {
            return self;
        }
        let size = (self.style.size * LATIN_BESIDE_NASKH * 2.0).round() / 2.0;
        Self {
            style: TextStyle {
                face: Face::Sans,
                size,
                ..self.style
            },
            ..self
        }
    }

    /// The same, bold.
    #[must_use]
    pub fn bold(mut self) -> Self {
        self.style.bold = true;
        self
    }

    /// One line as wide as it comes.
    pub fn line(self, ctx: &Context, text: &str) -> Arc<ParagraphLayout> {
        TextUi::get(ctx).line(ctx, text, self.style, self.line_height)
    }

    /// One line no wider than `width` points; the second value says whether it
    /// was cut.
    pub fn elided(self, ctx: &Context, text: &str, width: f32) -> (Arc<ParagraphLayout>, bool) {
        TextUi::get(ctx).elided_line(ctx, text, self.style, self.line_height, width)
    }

    /// Lines no wider than `width` points, at most `most` of them (0: any
    /// number); the last is cut when there is more.
    pub fn wrapped(
        self,
        ctx: &Context,
        text: &str,
        width: f32,
        most: usize,
    ) -> (Arc<ParagraphLayout>, bool) {
        let text_ui = TextUi::get(ctx);
        let text: &str = &crate::language::invisible::tamed(text);
        let base = crate::ui::paint::content_direction(ctx);
        let options = LineOptions {
            width,
            line_height: self.line_height,
            align: crate::text::Align::Start,
        };
        let layout = text_ui.layout(ctx, text, self.style, base, options);
        if most == 0 || layout.lines().len() <= most {
            return (layout, false);
        }
        let kept = layout
            .lines()
            .get(most - 1)
            .map_or(0, |line| line.span.start);
        let (Some(head), Some(tail)) = (text.get(..kept), text.get(kept..)) else {
            return (layout, false);
        };
        let (cut, _) = text_ui.elided_line(ctx, tail, self.style, self.line_height, width);
        let joined = format!("{head}{}", cut.shaped().text());
        (
            text_ui.layout(ctx, &joined, self.style, base, options),
            true,
        )
    }
}

/// Size of the laid out text, points.
pub(super) fn size_of(layout: &ParagraphLayout) -> Vec2 {
    let (left, right) = extent(layout);
    vec2((right - left).ceil(), layout.height())
}

/// Leftmost and rightmost ink-bearing x of all lines.
fn extent(layout: &ParagraphLayout) -> (f32, f32) {
    let lines = layout.lines();
    let left = lines
        .iter()
        .fold(f32::INFINITY, |left, line| left.min(line.x0));
    let right = lines
        .iter()
        .fold(f32::NEG_INFINITY, |right, line| right.max(line.x1));
    if left <= right {
        (left, right)
    } else {
        (0.0, 0.0)
    }
}

/// Where a line stands in its rectangle.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// At the left edge.
    Left,
    /// In the middle.
    Center,
    /// At the right edge.
    Right,
    /// Where its own direction begins.
    Own,
}

impl From<Align> for Place {
    fn from(align: Align) -> Self {
        match align {
            Align::Min => Self::Left,
            Align::Center => Self::Center,
            Align::Max => Self::Right,
        }
    }
}

/// Paints a layout into `rect`, centred in height.
pub fn paint_line(
    painter: &Painter,
    rect: Rect,
    layout: &Arc<ParagraphLayout>,
    place: Place,
    color: Color32,
) {
    let (left, right) = extent(layout);
    let rtl = layout.shaped().direction() == Direction::RightToLeft;
    let x = match place {
        Place::Center => rect.center().x - f32::midpoint(left, right),
        Place::Right => rect.right() - right,
        Place::Own if rtl => rect.right() - right,
        Place::Left | Place::Own => rect.left() - left,
    };
    let y = rect.center().y - layout.height() / 2.0;
    paint_layout(painter, pos2(x, y), layout, color);
}
