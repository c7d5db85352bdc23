//! What a bulk step would do, before it is done: the words it would take, how
//! often, and where they stand. Words can be left out.

use egui::{Context, Key, Modifiers, Ui, vec2};

use crate::command::{BulkPreview, BulkSurface, Workbench};
use crate::i18n::Arg;
use crate::ui::access::Member;
use crate::ui::action::Action;
use crate::ui::paint::MarkLine;
use crate::ui::panels::{tag_hue, tag_name};
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::widgets::{
    Button, Label, Place, TextLook, check_box, dialog, dialog_width, hairline, heading, paint_line,
    paint_swatch, scroll_rows,
};

use super::place::{PlaceLook, context, paint_place};

/// Width of the dialog, heights of its lists and rows, points.
const WIDTH: f32 = 680.0;
const SURFACES: f32 = 224.0;
const PLACES: f32 = 112.0;
const ROW: f32 = 28.0;

/// Which words are looked at.
#[derive(Debug, Default)]
pub(in crate::ui) struct PreviewList {
    row: usize,
}

impl PreviewList {
    /// Draws the preview. Returns whether it stays open.
    pub(super) fn dialog_ui(
        &mut self,
        ctx: &Context,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) -> bool {
        let Some(preview) = wb.bulk_preview() else {
            return false;
        };
        let messages = wb.messages();
        let total = preview.kept();
        let title = messages.format(
            if preview.rejects {
                "preview-reject-title"
            } else {
                "preview-accept-title"
            },
            &[("count", Arg::from(total))],
        );
        let width = dialog_width(ctx, WIDTH, 80.0);
        let response = dialog(ctx, "preview", &title, width, |ui| {
            self.keys(ui, preview, actions);
            self.surfaces_ui(ui, wb, preview, actions);
            ui.add_space(8.0);
            self.places_ui(ui, wb, preview);
            ui.add_space(12.0);
            let direction = UiDirection::get(ui.ctx());
            let size = vec2(ui.available_width(), 30.0);
            ui.allocate_ui_with_layout(size, direction.row_from_end(), |ui| {
                let id = if preview.rejects {
                    "preview-reject"
                } else {
                    "preview-accept"
                };
                let go = messages.format(id, &[("count", Arg::from(total))]);
                let enter = ui.input(|input| input.key_pressed(Key::Enter));
                let go = Button::new(&go).primary().enabled(total > 0).show(ui);
                let cancel = Button::new(&messages.text("button-cancel")).show(ui);
                ui.with_layout(direction.row(), |ui| {
                    let hint = messages.text("preview-hint");
                    Label::new(&hint).size(11.5).second().elide().show(ui);
                });
                (total > 0 && (go.clicked() || enter), cancel.clicked())
            })
            .inner
        });
        let (go, cancel) = response.inner;
        if go {
            actions.push(Action::ApplyPreview);
        } else if cancel || response.dismissed {
            actions.push(Action::DropPreview);
        }
        !(go || cancel || response.dismissed)
    }

    /// Up and Down go from row to row, Space leaves a row out or takes it in.
    fn keys(&mut self, ui: &Ui, preview: &BulkPreview, actions: &mut Vec<Action>) {
        let last = preview.by_surface.len().saturating_sub(1);
        ui.input_mut(|input| {
            if input.consume_key(Modifiers::NONE, Key::ArrowDown) {
                self.row = (self.row + 1).min(last);
            }
            if input.consume_key(Modifiers::NONE, Key::ArrowUp) {
                self.row = self.row.saturating_sub(1);
            }
            if input.consume_key(Modifiers::NONE, Key::Space)
                && let Some(surface) = preview.by_surface.get(self.row)
            {
                actions.push(Action::KeepInBulk(self.row, !surface.keep));
            }
        });
        self.row = self.row.min(last);
    }

    fn surfaces_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        preview: &BulkPreview,
        actions: &mut Vec<Action>,
    ) {
        let theme = Theme::get(ui.ctx());
        let count = preview.by_surface.len();
        let height = (count as f32 * ROW).clamp(ROW, SURFACES);
        ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
            ui.set_min_height(height);
            let chosen = self.row;
            scroll_rows(
                ui,
                "preview-words",
                ROW,
                count,
                &wb.messages().text("preview-words"),
                Some(chosen),
                |ui, index| {
                    let Some(surface) = preview.by_surface.get(index) else {
                        return;
                    };
                    let size = vec2((ui.available_width() - 14.0).max(0.0), ROW);
                    let (_, rect) = ui.allocate_space(size);
                    let row = ui.interact(
                        rect,
                        ui.scope_id().with(("row", index)),
                        egui::Sense::click(),
                    );
                    row.widget_info(|| {
                        let words = surface.surface.as_str();
                        egui::WidgetInfo::labeled(egui::Role::ListBoxOption, true, words)
                    });
                    Member {
                        index: Some(index),
                        selected: index == chosen,
                        more: "",
                    }
                    .tell(&row);
                    if index == chosen {
                        ui.painter().rect_filled(rect, 4.0, theme.selected);
                    } else if row.hovered() {
                        ui.painter().rect_filled(rect, 4.0, theme.hover);
                    }
                    if row.clicked() {
                        self.row = index;
                    }
                    let layout = UiDirection::get(ui.ctx()).row();
                    let inner = rect.shrink2(vec2(6.0, 0.0));
                    ui.scope_builder(
                        egui::UiBuilder::new().max_rect(inner).layout(layout),
                        |ui| {
                            if surface_ui(ui, wb, index, surface, actions) {
                                self.row = index;
                            }
                        },
                    );
                },
            );
        });
    }

    /// The places of the row that is looked at, in their context.
    fn places_ui(&self, ui: &mut Ui, wb: &Workbench, preview: &BulkPreview) {
        let Some(chosen) = preview.by_surface.get(self.row) else {
            return;
        };
        hairline(ui);
        ui.add_space(4.0);
        heading(ui, &wb.messages().text("preview-places"));
        let places: Vec<usize> = preview
            .places
            .iter()
            .enumerate()
            .filter(|(_, place)| place.surface == self.row)
            .map(|(index, _)| index)
            .collect();
        let theme = Theme::get(ui.ctx());
        let hue = wb
            .project()
            .tag(&chosen.tag)
            .map_or(theme.second, |tag| tag_hue(ui, tag));
        ui.allocate_ui(vec2(ui.available_width(), PLACES), |ui| {
            ui.set_min_height(PLACES);
            let (count, name) = (places.len(), wb.messages().text("preview-places"));
            scroll_rows(ui, "preview-places", ROW, count, &name, None, |ui, row| {
                let Some(place) = places.get(row).and_then(|index| preview.places.get(*index))
                else {
                    return;
                };
                let Some(document) = wb.project().document(&place.document) else {
                    return;
                };
                let size = vec2((ui.available_width() - 14.0).max(0.0), ROW);
                let (_, rect) = ui.allocate_space(size);
                let Some((text, words)) = context(document, place.suggestion.span, rect.width())
                else {
                    return;
                };
                let id = ui.scope_id().with(("place", row));
                let response = ui.interact(rect, id, egui::Sense::hover());
                response.widget_info(|| {
                    egui::WidgetInfo::labeled(egui::Role::ListBoxOption, true, text)
                });
                Member {
                    index: Some(row),
                    selected: false,
                    more: &document.title,
                }
                .tell(&response);
                let look = PlaceLook {
                    hue,
                    line: MarkLine::Dashed,
                };
                paint_place(ui, rect, (text, words), look);
            });
        });
    }
}

/// One row of words; whether it was touched.
fn surface_ui(
    ui: &mut Ui,
    wb: &Workbench,
    index: usize,
    surface: &BulkSurface,
    actions: &mut Vec<Action>,
) -> bool {
    let messages = wb.messages();
    let direction = UiDirection::get(ui.ctx());
    ui.spacing_mut().item_spacing.x = 6.0;
    let mut keep = surface.keep;
    let mut touched = false;
    ui.scope(|ui| {
        ui.set_max_width(280.0_f32.min(ui.available_width() * 0.5));
        if check_box(ui, &mut keep, &surface.surface).changed() {
            actions.push(Action::KeepInBulk(index, keep));
            touched = true;
        }
    });
    ui.with_layout(direction.row_from_end(), |ui| {
        let theme = Theme::get(ui.ctx());
        let documents = messages.format(
            "review-documents",
            &[("count", Arg::from(surface.documents))],
        );
        let times = messages.format("review-times", &[("count", Arg::from(surface.count))]);
        for (width, words, color) in [
            (110.0, documents, theme.second_strong),
            (52.0, times, theme.ink),
        ] {
            let (rect, _) = ui.allocate_exact_size(vec2(width, ROW), egui::Sense::hover());
            let line = TextLook::sans(12.0).line(ui.ctx(), &words);
            let place = if direction.is_rtl() {
                Place::Left
            } else {
                Place::Right
            };
            paint_line(ui.painter(), rect, &line, place, color);
        }
        if let Some(tag) = wb.project().tag(&surface.tag) {
            let (rect, _) = ui.allocate_exact_size(vec2(104.0, ROW), egui::Sense::hover());
            let start = direction.start_x(rect);
            let from = start + direction.sign() * 12.0;
            let swatch =
                egui::Rect::from_x_y_ranges(start.min(from)..=start.max(from), rect.y_range());
            paint_swatch(ui, swatch, tag_hue(ui, tag));
            let text = rect.shrink2(vec2(20.0, 0.0));
            let line = TextLook::sans(12.5).line(ui.ctx(), tag_name(wb, tag));
            let place = if direction.is_rtl() {
                Place::Right
            } else {
                Place::Left
            };
            paint_line(ui.painter(), text, &line, place, theme.ink);
        }
    });
    touched
}
