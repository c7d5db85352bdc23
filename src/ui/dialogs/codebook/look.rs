//! How a tag's marks look: colour and pattern, and whether they can be told
//! from those of other tags.
//!
//! **Invariant:** colours come from the palette or from what a person wrote;
//! a warning names the tags and the readers it is about.

use egui::{Color32, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::analysis::hues::{PALETTE, Sight};
use crate::command::{Args, PATTERNS, TagChange, Workbench};
use crate::i18n::Arg;
use crate::model::{Id, Pattern, Span, Tag, TagKind};
use crate::ui::access::{Member, say_list};
use crate::ui::action::Action;
use crate::ui::paint::{Mark, MarkLine, paint_layout, paint_marks, paint_stripe};
use crate::ui::panels::{tag_hue, tag_name};
use crate::ui::theme::{Theme, TintStrength, UiDirection};
use crate::ui::widgets::{Button, Label, TextLook, focus_ring, row, tooltip};

use super::drafts::{Drafts, Shape};
use super::page::{change, named, warning};

/// Sides of a colour to choose and of a pattern to choose, points.
const SWATCH: f32 = 24.0;
const PATTERN: egui::Vec2 = vec2(46.0, 26.0);

/// A small picture of a mark: its ground with the line under it, or a stripe.
pub(super) fn paint_sample(ui: &Ui, rect: Rect, hue: Color32, kind: TagKind, pattern: Pattern) {
    let theme = Theme::get(ui.ctx());
    let painter = ui.painter();
    match kind {
        TagKind::Entity | TagKind::Relation => {
            let tint = theme.tint(hue, TintStrength::Marked);
            painter.rect_filled(rect, 2.0, tint);
            crate::ui::paint::paint_pattern(painter, rect, pattern, hue);
        }
        TagKind::Passage => {
            let direction = UiDirection::get(ui.ctx());
            let stripe = direction.place(rect, 3.0, 0.0, vec2(3.0, rect.height()));
            paint_stripe(painter, stripe, pattern, hue);
        }
        TagKind::Document => {
            let page = Rect::from_center_size(rect.center(), vec2(12.0, rect.height()));
            painter.rect_stroke(page, 2.0, Stroke::new(1.5, hue), StrokeKind::Inside);
        }
    }
}

/// Words marked with the tag, as they stand on the page.
pub(super) fn shown_ui(ui: &mut Ui, wb: &Workbench, tag: &Tag) {
    let theme = Theme::get(ui.ctx());
    let hue = tag_hue(ui, tag);
    let name = tag_name(wb, tag);
    let look = TextLook {
        line_height: 34.0,
        ..TextLook::naskh(20.0)
    };
    let room = (ui.available_width() * 0.55).max(80.0);
    let (layout, _) = look.elided(ui.ctx(), name, room);
    let width = layout.shaped().width();
    let (rect, response) = ui.allocate_exact_size(vec2(width + 12.0, 38.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
    let pos = pos2(rect.left() + 6.0, rect.center().y - layout.height() / 2.0);
    if matches!(tag.kind, TagKind::Entity | TagKind::Relation) {
        let mark = Mark {
            span: Span::new(0, layout.shaped().text().len()),
            tint: theme.tint(hue, TintStrength::Marked),
            hue,
            line: MarkLine::of(tag.pattern),
            level: 0,
            outline: None,
        };
        paint_marks(ui.painter(), pos, &layout, &[mark]);
    } else {
        let direction = UiDirection::get(ui.ctx());
        let stripe = direction.place(rect.shrink2(vec2(0.0, 4.0)), 0.0, 0.0, vec2(3.0, 30.0));
        paint_stripe(ui.painter(), stripe, tag.pattern, hue);
    }
    paint_layout(ui.painter(), pos, &layout, theme.ink);
}

/// Colour, pattern, and the tags that are hard to tell from this one.
pub(super) fn look_ui(
    ui: &mut Ui,
    wb: &Workbench,
    tag: &Tag,
    like: &[(Id, Sight)],
    drafts: &mut Drafts,
    actions: &mut Vec<Action>,
) {
    let messages = wb.messages();
    named(ui, &messages.text("codebook-color"), |ui| {
        palette_ui(ui, wb, tag, actions);
    });
    named(ui, &messages.text("codebook-color-own"), |ui| {
        for (key, value, is_light) in [
            ("codebook-color-light", &tag.color, true),
            ("codebook-color-dark", &tag.color_dark, false),
        ] {
            let name = messages.text(key);
            Label::new(&name).size(12.0).second().show(ui);
            let shape = Shape {
                width: 96.0,
                ..Shape::default()
            };
            let id = format!("{} {key}", tag.id);
            if let Some(color) = drafts.field(ui, &id, &name, value, shape) {
                let color = color.trim().to_owned();
                let (light, dark) = if is_light {
                    (color, tag.color_dark.clone())
                } else {
                    (tag.color.clone(), color)
                };
                actions.push(change(tag, TagChange::Color { light, dark }));
            }
        }
    });
    named(ui, &messages.text("codebook-pattern"), |ui| {
        patterns_ui(ui, wb, tag, actions);
    });
    let Some((nearest, sight)) = like.first() else {
        return;
    };
    let name = |id: &Id| {
        let tag = wb.project().tag(id);
        tag.map_or_else(|| id.to_string(), |tag| tag_name(wb, tag).to_owned())
    };
    let said = messages.format(
        "codebook-alike",
        &[
            ("tag", Arg::from(name(nearest))),
            ("sight", Arg::from(messages.text(sight.message()))),
        ],
    );
    warning(ui, &said);
    row(ui, 32.0, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let free = PATTERNS.into_iter().find(|pattern| {
            *pattern != tag.pattern
                && !wb.project().tags().any(|other| {
                    other.id != tag.id && other.kind == tag.kind && other.pattern == *pattern
                })
        });
        if let Some(pattern) = free {
            let text = messages.text("codebook-give-pattern");
            if Button::new(&text).show(ui).clicked() {
                actions.push(change(tag, TagChange::Pattern(pattern)));
            }
        }
        let all = messages.command_title("codebook.tell-apart");
        if Button::new(&all).show(ui).clicked() {
            actions.push(Action::Run("codebook.tell-apart", Args::None));
        }
    });
}

/// The colours that are offered.
fn palette_ui(ui: &mut Ui, wb: &Workbench, tag: &Tag, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let theme = Theme::get(ui.ctx());
    let name = messages.text("codebook-color");
    let step = (ui.available_width() / PALETTE.len() as f32).clamp(16.0, SWATCH + 8.0);
    let side = (step - 8.0).clamp(12.0, SWATCH);
    group(ui, &name, PALETTE.len(), |ui| {
        for (index, hue) in PALETTE.iter().enumerate() {
            let (rect, response) =
                ui.allocate_exact_size(vec2(step - 2.0, SWATCH + 6.0), Sense::click());
            let chosen = tag.color.eq_ignore_ascii_case(hue.light)
                && tag.color_dark.eq_ignore_ascii_case(hue.dark);
            let title = messages.text(hue.message);
            option(&response, index, chosen, &title);
            let square = Rect::from_center_size(rect.center(), vec2(side, side));
            let color = theme.hue(hue.light, hue.dark);
            ui.painter().rect_filled(square, 4.0, color);
            if chosen {
                let ring = square.expand(2.5);
                let stroke = Stroke::new(1.5, theme.ink);
                ui.painter()
                    .rect_stroke(ring, 6.0, stroke, StrokeKind::Inside);
            }
            if response.has_focus() {
                focus_ring(ui.painter(), square.expand(2.0), 5.0, &theme);
            }
            if tooltip(response, &title).clicked() {
                let change_to = TagChange::Color {
                    light: hue.light.to_owned(),
                    dark: hue.dark.to_owned(),
                };
                actions.push(change(tag, change_to));
            }
        }
    });
}

/// The patterns to choose from, drawn as they are on the page.
fn patterns_ui(ui: &mut Ui, wb: &Workbench, tag: &Tag, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let theme = Theme::get(ui.ctx());
    let hue = tag_hue(ui, tag);
    let name = messages.text("codebook-pattern");
    group(ui, &name, PATTERNS.len(), |ui| {
        for (index, pattern) in PATTERNS.into_iter().enumerate() {
            let (rect, response) = ui.allocate_exact_size(PATTERN, Sense::click());
            let chosen = tag.pattern == pattern;
            let title = messages.text(pattern_message(pattern));
            option(&response, index, chosen, &title);
            if chosen {
                ui.painter().rect_filled(rect, 4.0, theme.selected);
                let stroke = Stroke::new(1.0, theme.accent);
                ui.painter()
                    .rect_stroke(rect, 4.0, stroke, StrokeKind::Inside);
            } else if response.hovered() {
                ui.painter().rect_filled(rect, 4.0, theme.hover);
            }
            let sample = Rect::from_center_size(rect.center(), vec2(32.0, 14.0));
            paint_sample(ui, sample, hue, tag.kind, pattern);
            if response.has_focus() {
                focus_ring(ui.painter(), rect, 4.0, &theme);
            }
            if tooltip(response, &title).clicked() {
                actions.push(change(tag, TagChange::Pattern(pattern)));
            }
        }
    });
}

/// The message with the name of a pattern.
fn pattern_message(pattern: Pattern) -> &'static str {
    match pattern {
        Pattern::Plain => "pattern-plain",
        Pattern::Double => "pattern-double",
        Pattern::Wave => "pattern-wave",
        Pattern::Thick => "pattern-thick",
        Pattern::Dots => "pattern-dots",
        Pattern::Teeth => "pattern-teeth",
    }
}

/// Choices of which one holds, as screen readers know them.
fn group(ui: &mut Ui, name: &str, count: usize, add_contents: impl FnOnce(&mut Ui)) {
    let layout = UiDirection::get(ui.ctx()).row();
    let builder = UiBuilder::new()
        .layout(layout)
        .accessibility_role(Role::RadioGroup)
        .accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        say_list(ui, name, count);
        add_contents(ui);
    });
}

fn option(response: &egui::Response, index: usize, chosen: bool, title: &str) {
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, title));
    Member {
        index: Some(index),
        selected: chosen,
        more: "",
    }
    .tell(response);
}
