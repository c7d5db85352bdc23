//! The tags on a document as a whole, as chips after its title in the head of
//! a reader. A click on one chooses it: the inspector shows it, Delete takes
//! it off.
//!
//! **Invariant:** chips never take more than a part of the head; those without
//! room are counted in one chip.

use std::sync::Arc;

use egui::{Color32, Rect, Sense, Ui, pos2, vec2};

use crate::command::{Reader, Workbench};
use crate::i18n::Arg;
use crate::model::Id;
use crate::text::{Face, ParagraphLayout, TextStyle};
use crate::ui::action::Action;
use crate::ui::paint::{TextUi, paint_layout};
use crate::ui::panels::{tag_hue, tag_name};
use crate::ui::theme::{Theme, TintStrength};
use crate::ui::widgets::{focus_ring, tooltip};

use super::interface;

/// Height of a chip, the space beside its name, and between chips, points.
const HEIGHT: f32 = 20.0;
const INSIDE: f32 = 8.0;
const APART: f32 = 5.0;
/// The widest name, points.
const WIDEST: f32 = 130.0;

/// One chip: a mark on the document, or those for which there is no room.
struct Chip {
    mark: Option<Id>,
    name: String,
    label: Arc<ParagraphLayout>,
    hue: Color32,
    chosen: bool,
}

/// The chips of a document, laid out.
pub(super) struct Chips {
    chips: Vec<Chip>,
    width: f32,
}

impl Chips {
    /// The chips of a reader's document for which there is `room`, points.
    pub(super) fn of(ui: &Ui, wb: &Workbench, reader: &Reader, room: f32) -> Self {
        let theme = Theme::get(ui.ctx());
        let chosen = wb.selected_mark().map(|mark| &mark.id);
        let marks = wb.whole_marks_shown(reader);
        let mut all: Vec<(u32, Chip)> = marks
            .filter_map(|mark| {
                let tag = wb.project().tag(&mark.tag)?;
                let name = tag_name(wb, tag).to_owned();
                let chip = Chip {
                    mark: Some(mark.id.clone()),
                    label: label(ui, &name),
                    name,
                    hue: tag_hue(ui, tag),
                    chosen: chosen == Some(&mark.id),
                };
                Some((tag.order, chip))
            })
            .collect();
        all.sort_by_key(|(order, _)| *order);
        let mut fitting = Self {
            chips: Vec::with_capacity(all.len()),
            width: 0.0,
        };
        let count = all.len();
        let mut rest = Vec::new();
        for (index, (_, chip)) in all.into_iter().enumerate() {
            // Room for the chip that counts is kept until the last.
            let kept = if index + 1 < count { 36.0 } else { 0.0 };
            if rest.is_empty() && fitting.width + chip.width() + kept <= room {
                fitting.width += chip.width() + APART;
                fitting.chips.push(chip);
            } else {
                rest.push(chip.name);
            }
        }
        if !rest.is_empty() {
            let more = format!("+{}", wb.messages().number(rest.len()));
            let chip = Chip {
                mark: None,
                label: label(ui, &more),
                name: rest.join("، "),
                hue: theme.second,
                chosen: false,
            };
            fitting.width += chip.width() + APART;
            fitting.chips.push(chip);
        }
        fitting
    }

    /// How much of the head they take, points.
    pub(super) fn width(&self) -> f32 {
        self.width
    }

    /// Draws them from `x` on, in the order of the interface.
    pub(super) fn show(
        self,
        ui: &Ui,
        wb: &Workbench,
        reader: &Reader,
        head: Rect,
        x: f32,
        actions: &mut Vec<Action>,
    ) {
        let direction = interface(ui);
        let theme = Theme::get(ui.ctx());
        let mut from = x;
        for chip in self.chips {
            let to = from + direction.sign() * chip.width();
            let place = Rect::from_min_max(
                pos2(from.min(to), head.center().y - HEIGHT / 2.0),
                pos2(from.max(to), head.center().y + HEIGHT / 2.0),
            );
            from = to + direction.sign() * APART;
            let salt = chip.mark.as_ref().map_or("more", Id::as_str);
            let id = ui
                .scope_id()
                .with(("reader.document-tag", reader.id.0, salt));
            let response = ui.interact(place, id, Sense::click());
            response.widget_info(|| {
                egui::WidgetInfo::selected(egui::Role::Button, true, chip.chosen, &chip.name)
            });
            let strength = if chip.chosen || response.hovered() {
                TintStrength::Chosen
            } else {
                TintStrength::Marked
            };
            let painter = ui.painter();
            let round = HEIGHT / 2.0;
            painter.rect_filled(place, round, theme.tint(chip.hue, strength));
            let (line, color) = if chip.chosen {
                (1.5, theme.accent)
            } else {
                (1.0, chip.hue.gamma_multiply(0.55))
            };
            let stroke = egui::Stroke::new(line, color);
            painter.rect_stroke(place, round, stroke, egui::StrokeKind::Inside);
            let text = vec2(chip.label.shaped().width(), chip.label.height());
            let at = place.center() - text / 2.0;
            paint_layout(painter, at, &chip.label, theme.ink);
            if response.has_focus() {
                focus_ring(painter, place.expand(2.0), round, &theme);
            }
            if response.clicked() && chip.mark.is_some() {
                actions.push(Action::Activate(reader.id));
                actions.push(Action::ChooseMark(chip.mark.clone()));
            }
            let said = wb.messages().format(
                "document-tag-chip",
                &[("tag", Arg::from(chip.name.as_str()))],
            );
            tooltip(response, &said);
        }
    }
}

impl Chip {
    fn width(&self) -> f32 {
        self.label.shaped().width() + 2.0 * INSIDE
    }
}

fn label(ui: &Ui, name: &str) -> Arc<ParagraphLayout> {
    let style = TextStyle {
        face: Face::Sans,
        bold: false,
        size: 11.5,
    };
    let (label, _) = TextUi::get(ui.ctx()).elided_line(ui.ctx(), name, style, 18.0, WIDEST);
    label
}
