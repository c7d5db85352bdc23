//! What is said when something happens that the keyboard's place does not
//! tell: a mark was chosen, a suggestion came up, work was saved.

use egui::accesskit::{Live, Role};
use egui::{Context, Id, Rect, Response};

use super::bounds;

/// Has `words` said when they are others than in the frame before; `name`
/// tells the speaker from the others of the window.
pub(in crate::ui) fn announce(ctx: &Context, name: &str, words: &str) {
    ctx.accesskit_node_builder(Id::unique(("hashiya.announce", name)), |node| {
        node.set_role(Role::Status);
        node.set_live(Live::Polite);
        node.set_live_atomic();
        // Nowhere: it is heard, not seen.
        node.set_bounds(bounds(Rect::ZERO));
        node.set_label(words);
    });
}

/// What this widget says is read out when it changes, after what is being
/// said; at once if it is `urgent`.
pub(in crate::ui) fn live(response: &Response, urgent: bool) {
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_live(if urgent {
            Live::Assertive
        } else {
            Live::Polite
        });
        node.set_live_atomic();
    });
}
