//! Words that shine for a moment, so that the eye finds what a list led to.
//!
//! Invariant: once it is over nothing is drawn and no frame is asked for.

use egui::{Color32, Id, Ui};

use crate::command::Workbench;
use crate::model::Document;
use crate::ui::paint::{Mark, MarkLine};
use crate::ui::theme::Theme;

use super::flow::Placed;
use super::standing::part_in;

/// How long it lasts, and how long of that it fades, seconds.
const LASTS: f64 = 1.8;
const FADES: f64 = 0.9;

/// How strong it shines now, 0 to 1.
pub(super) fn strength(ui: &Ui, wb: &Workbench, document: &Document) -> f32 {
    let Some(lit) = wb.lit().filter(|lit| lit.document == document.id) else {
        return 0.0;
    };
    let ctx = ui.ctx();
    let now = ui.input(|input| input.time);
    let key = Id::unique(("hashiya.lit", wb.generation()));
    let began = ctx.data_mut(|data| {
        let kept: &mut (u64, f64) = data.get_temp_mut_or_insert_with(key, || (lit.number, now));
        if kept.0 != lit.number {
            *kept = (lit.number, now);
        }
        kept.1
    });
    let left = LASTS - (now - began);
    if left <= 0.0 {
        return 0.0;
    }
    let step = if left > FADES { left - FADES } else { 0.033 };
    ctx.request_repaint_after(std::time::Duration::from_secs_f64(step.max(0.033)));
    (left / FADES).min(1.0) as f32
}

/// What shines in a paragraph, this strong.
pub(super) fn lit_in(
    wb: &Workbench,
    document: &Document,
    placed: &Placed,
    strength: f32,
    theme: Theme,
) -> Vec<Mark> {
    let Some(lit) = wb.lit().filter(|lit| lit.document == document.id) else {
        return Vec::new();
    };
    let sight = placed.sight;
    let first = lit.spans.partition_point(|span| span.start < sight.start);
    // One that begins before what is in sight may reach into it.
    let before = lit
        .spans
        .get(..first)
        .unwrap_or_default()
        .iter()
        .rev()
        .take(8);
    let inside = lit.spans.iter().skip(first);
    before
        .chain(inside.take_while(|span| span.start < sight.end))
        .filter(|span| span.overlaps(sight))
        .filter_map(|span| {
            Some(Mark {
                span: part_in(*span, placed.span)?,
                tint: theme.accent.gamma_multiply(0.34 * strength),
                hue: Color32::TRANSPARENT,
                line: MarkLine::None,
                level: 0,
                outline: Some(theme.accent.gamma_multiply(strength)),
            })
        })
        .collect()
}
