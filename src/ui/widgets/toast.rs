//! Short messages that go by themselves.

use std::time::Duration;

use egui::{Align2, Area, Context, Frame, Id, Margin, Order, Stroke, vec2};

use super::label::Label;
use crate::ui::icons::{Icon, paint_icon};
use crate::ui::theme::{Theme, UiDirection};

/// How long a message stays, seconds; one that tells of trouble stays twice
/// as long.
const SECONDS: f64 = 5.0;

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

/// Shows `text` for some seconds at the foot of the window.
pub fn toast(ctx: &Context, kind: ToastKind, text: impl Into<String>) {
    let seconds = if kind == ToastKind::Trouble {
        2.0 * SECONDS
    } else {
        SECONDS
    };
    let toast = Toast {
        text: text.into(),
        kind,
        until: ctx.time() + seconds,
    };
    ctx.data_mut(|data| {
        let toasts: &mut Toasts = data.get_temp_mut_or_default(id());
        toasts.0.retain(|old| old.text != toast.text);
        toasts.0.push(toast);
    });
    ctx.request_repaint();
}

/// Paints the messages; called once a frame by the window.
pub fn show_toasts(ctx: &Context) {
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
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -44.0))
        .interactable(false)
        .show(ctx, |ui| {
            for toast in &toasts {
                let (icon, color) = match toast.kind {
                    ToastKind::Done => (Icon::Check, theme.accent),
                    ToastKind::Trouble => (Icon::Warning, theme.rubric),
                };
                Frame::new()
                    .fill(theme.raised)
                    .stroke(Stroke::new(1.0, theme.hairline))
                    .corner_radius(8.0)
                    .shadow(ui.visuals().popup_shadow)
                    .inner_margin(Margin::symmetric(14, 8))
                    .show(ui, |ui| {
                        ui.set_max_width(520.0);
                        ui.with_layout(direction.row(), |ui| {
                            let (rect, _) =
                                ui.allocate_exact_size(vec2(16.0, 16.0), egui::Sense::hover());
                            paint_icon(ui.painter(), rect, icon, color, direction);
                            Label::new(&toast.text).role(egui::Role::Status).show(ui);
                        });
                    });
            }
        });
}
