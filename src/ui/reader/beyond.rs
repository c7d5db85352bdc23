//! Scrolling while something is dragged beyond the page.
//!
//! Invariant: the page scrolls as long as the button is held, whether the
//! pointer moves, rests or has left the window.

use egui::{Pos2, Rect, Ui};

use super::flow::Flow;

/// Points a second for each point beyond the edge, and at most.
const PER_POINT: f32 = 12.0;
const FASTEST: f32 = 2400.0;
/// Where the page ends with the window, no pointer comes beyond it: the last
/// points of the page count as outside.
const BAND: f32 = 16.0;
/// As near as that to the window's edge, points.
const WITH_WINDOW: f32 = 12.0;

/// How far `y` is above (negative) or below the part of the page in which a
/// drag rests, points.
fn overshoot(page: Rect, window: Rect, y: f32) -> f32 {
    let inside = |with_window: bool| if with_window { BAND } else { 0.0 };
    let top = page.top() + inside(page.top() - window.top() < WITH_WINDOW);
    let bottom = page.bottom() - inside(window.bottom() - page.bottom() < WITH_WINDOW);
    if y < top {
        y - top
    } else if y > bottom {
        y - bottom
    } else {
        0.0
    }
}

/// Scrolls by as much as a drag at `pos` asks for in this frame; returns
/// whether it did.
pub(super) fn scroll(ui: &Ui, page: Rect, flow: &mut Flow, pos: Pos2) -> bool {
    let out = overshoot(page, ui.ctx().content_rect(), pos.y);
    if out == 0.0 {
        return false;
    }
    let seconds = ui.input(|input| input.stable_dt).min(0.1);
    flow.anchor.offset += (out * PER_POINT).clamp(-FASTEST, FASTEST) * seconds;
    ui.ctx().request_repaint();
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn the_windows_edge_counts_as_outside_where_the_page_ends_with_it() {
        let window = Rect::from_min_max(pos2(0.0, 0.0), pos2(800.0, 600.0));
        let page = Rect::from_min_max(pos2(0.0, 100.0), pos2(800.0, 600.0));
        assert_eq!(overshoot(page, window, 90.0), -10.0);
        assert_eq!(overshoot(page, window, 101.0), 0.0);
        assert_eq!(overshoot(page, window, 590.0), 6.0);
        assert_eq!(overshoot(page, window, 640.0), 56.0);
    }
}
