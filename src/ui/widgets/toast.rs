//! Short messages that go by themselves.

use std::time::Duration;

use egui::{
    Align2, Area, Context, Id, Order, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::text::{Place, TextLook, paint_line, size_of};
use crate::ui::access::live;
use crate::ui::icons::{Icon, paint_icon};
use crate::ui::theme::{Theme, UiDirection};

/// How long a message stays, seconds; one that tells of trouble stays twice
/// as long, and a long one as long as it takes to read.
const SECONDS: f64 = 5.0;
/// Letters that are read in a second by somebody who looks up from a text.
const READ: f64 = 9.0;

/// Widest text, space around it, the icon and the space after it, points.
const WIDEST: f32 = 480.0;
const PADDING: f32 = 14.0;
const ICON: f32 = 16.0;
const GAP: f32 = 8.0;

/// What a message is about.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum ToastKind {
    /// Something was done.
    Done,
    /// Something went wrong.
    Trouble,
}

#[derive(Clone)]
struct Toast {
    text: String,
    kind: ToastKind,
    until: f64,
}

#[derive(Clone, Default)]
struct Toasts(Vec<Toast>);

fn id() -> Id {
    Id::unique("hashiya.toasts")
}

/// Shows `text` for some seconds at the foot of the pages.
pub fn toast(ctx: &Context, kind: ToastKind, text: impl Into<String>) {
    let text = text.into();
    let toast = Toast {
        until: ctx.time() + seconds(kind, &text),
        text,
        kind,
    };
    ctx.data_mut(|data| {
        let toasts: &mut Toasts = data.get_temp_mut_or_default(id());
        toasts.0.retain(|old| old.text != toast.text);
        toasts.0.push(toast);
    });
    ctx.request_repaint();
}

/// How long a message stays, seconds.
fn seconds(kind: ToastKind, text: &str) -> f64 {
    let least = match kind {
        ToastKind::Done => SECONDS,
        ToastKind::Trouble => 2.0 * SECONDS,
    };
    least.max(text.chars().count() as f64 / READ)
}

/// Paints the messages, the last of them `foot` points above the window's
/// lower edge; called once a frame by the window.
pub fn show_toasts(ctx: &Context, foot: f32) {
    let now = ctx.time();
    let toasts = ctx.data_mut(|data| {
        let toasts: &mut Toasts = data.get_temp_mut_or_default(id());
        toasts.0.retain(|toast| toast.until > now);
        toasts.0.clone()
    });
    let Some(next) = toasts
        .iter()
        .map(|toast| toast.until)
        .min_by(f64::total_cmp)
    else {
        return;
    };
    ctx.request_repaint_after(Duration::from_secs_f64((next - now).max(0.01)));
    let theme = Theme::get(ctx);
    let direction = UiDirection::get(ctx);
    Area::new(id())
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -foot))
        .interactable(false)
        .show(ctx, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            for toast in &toasts {
                toast_ui(ui, toast, &theme, direction);
            }
        });
}

fn toast_ui(ui: &mut Ui, toast: &Toast, theme: &Theme, direction: UiDirection) {
    let (icon, color) = match toast.kind {
        ToastKind::Done => (Icon::Check, theme.accent),
        ToastKind::Trouble => (Icon::Warning, theme.rubric),
    };
    let (layout, _) = TextLook::ui().wrapped(ui.ctx(), &toast.text, WIDEST, 0);
    let text = size_of(&layout);
    let size = vec2(
        2.0 * PADDING + ICON + GAP + text.x,
        (text.y + 14.0).max(36.0),
    );
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &toast.text));
    live(&response, toast.kind == ToastKind::Trouble);
    let painter = ui.painter();
    painter.add(ui.visuals().popup_shadow.as_shape(rect, 8.0));
    painter.rect(
        rect,
        8.0,
        theme.raised,
        Stroke::new(1.0, theme.hairline),
        StrokeKind::Inside,
    );
    let at = |offset: f32, width: f32| {
        let from = direction.start_x(rect) + direction.sign() * offset;
        let to = from + direction.sign() * width;
        Rect::from_x_y_ranges(from.min(to)..=from.max(to), rect.y_range())
    };
    paint_icon(painter, at(PADDING, ICON), icon, color, direction);
    let place = at(PADDING + ICON + GAP, text.x);
    paint_line(painter, place, &layout, Place::Own, theme.ink);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_stays_as_long_as_it_takes_to_read() {
        let short = "Saved";
        assert!(seconds(ToastKind::Done, short) < seconds(ToastKind::Trouble, short));
        let long = "حُفظت نسختك بجانب الملف باسم آخر لأن برنامجًا آخر كتبه في أثناء ذلك. ".repeat(3);
        assert!(seconds(ToastKind::Trouble, &long) > 20.0);
    }
}
