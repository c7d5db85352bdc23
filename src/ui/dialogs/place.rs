//! A place of a text in a list of a dialog: its words in their context.

use egui::{Color32, Rect, Ui};

use crate::analysis::concordance::concordance;
use crate::model::{Document, Span};
use crate::text::document_direction;
use crate::ui::paint::{Mark, MarkLine};
use crate::ui::theme::{Theme, TintStrength, size};
use crate::ui::widgets::{Context, TextLook, context_letters};

/// What is painted of a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlaceLook {
    /// The colour of the tag.
    pub(super) hue: Color32,
    /// Solid for a mark, dashed for one that would be made.
    pub(super) line: MarkLine,
}

/// The words around a place, as many as a row `width` points wide has room
/// for, and where in them the place is.
pub(super) fn context(document: &Document, span: Span, width: f32) -> Option<(&str, Span)> {
    let letters = context_letters(width, look(0.0));
    let lines = concordance(&document.text, &[span], letters);
    let line = lines.first()?;
    let whole = Span::new(line.before.start, line.after.end);
    let words = Span::new(line.hit.start - whole.start, line.hit.end - whole.start);
    Some((whole.of(&document.text)?, words))
}

/// Paints them.
pub(super) fn paint_place(ui: &Ui, rect: Rect, (text, words): (&str, Span), place: PlaceLook) {
    let theme = Theme::get(ui.ctx());
    let dashed = place.line == MarkLine::Dashed;
    let mark = Mark {
        span: words,
        tint: theme.tint(
            place.hue,
            if dashed {
                TintStrength::Suggested
            } else {
                TintStrength::Marked
            },
        ),
        hue: if dashed {
            theme.suggested_line(place.hue, true)
        } else {
            place.hue
        },
        line: place.line,
        level: 0,
        outline: None,
    };
    let context = Context {
        text,
        words,
        direction: document_direction(text),
    };
    let inks = (theme.ink, theme.second);
    context.paint(ui, rect, look(rect.height()), Some(mark), inks);
}

fn look(line_height: f32) -> TextLook {
    TextLook {
        line_height,
        ..TextLook::naskh(size::NAME)
    }
}
