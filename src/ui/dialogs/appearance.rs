//! How the page is set: every choice beside a few lines that show it.

use std::sync::Arc;

use egui::{Context, Rect, Sense, Ui, vec2};

use crate::command::table::Args;
use crate::command::{Leading, LineFill, Measure, PageFace, PageLook, ParagraphSpace, Workbench};
use crate::i18n::{Arg, Digits};
use crate::text::{BaseDirection, Direction, LineOptions, TextStyle};
use crate::ui::action::Action;
use crate::ui::paint::{TextUi, paint_layout};
use crate::ui::reader::page_style;
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::widgets::{Button, Label, dialog, row, segmented};

/// Width of the dialog and height of the lines that show the choices, points.
const WIDTH: f32 = 560.0;
const SHOWN: f32 = 168.0;
/// Space around those lines, points.
const EDGE: f32 = 16.0;

/// Draws the choices. Returns whether they stay open.
pub(super) fn appearance_ui(ctx: &Context, wb: &Workbench, actions: &mut Vec<Action>) -> bool {
    let messages = wb.messages();
    let title = messages.text("appearance-title");
    let response = dialog(ctx, "appearance", &title, WIDTH, |ui| {
        shown_ui(ui, wb);
        ui.add_space(12.0);
        let mut run = |command: &'static str| actions.push(Action::Run(command, Args::None));
        let PageLook {
            leading,
            fill,
            paragraphs,
            ..
        } = wb.look().page;
        choice_ui(
            ui,
            wb,
            "appearance-face",
            wb.look().face,
            &[
                (PageFace::Naskh, "appearance-naskh", "view.face-naskh"),
                (PageFace::Amiri, "appearance-amiri", "view.face-amiri"),
                (PageFace::Sans, "appearance-sans", "view.face-sans"),
            ],
            &mut run,
        );
        let percent = usize::from(wb.look().zoom_percent);
        let size = messages.format("appearance-percent", &[("percent", Arg::from(percent))]);
        steps_ui(
            ui,
            wb,
            "appearance-size",
            &size,
            ["view.zoom-out", "view.zoom-in"],
            &mut run,
        );
        let measure = match wb.look().page.measure {
            Measure::Letters(letters) => messages.format(
                "appearance-letters",
                &[("count", Arg::from(usize::from(letters)))],
            ),
            Measure::Full => messages.text("appearance-full"),
        };
        steps_ui(
            ui,
            wb,
            "appearance-measure",
            &measure,
            ["view.measure-narrower", "view.measure-wider"],
            &mut run,
        );
        choice_ui(
            ui,
            wb,
            "appearance-leading",
            leading,
            &[
                (Leading::Tight, "appearance-tight", "view.leading-tight"),
                (Leading::Normal, "appearance-normal", "view.leading-normal"),
                (Leading::Loose, "appearance-loose", "view.leading-loose"),
            ],
            &mut run,
        );
        choice_ui(
            ui,
            wb,
            "appearance-fill",
            fill,
            &[
                (LineFill::Ragged, "appearance-ragged", "view.fill-ragged"),
                (LineFill::Spaces, "appearance-spaces", "view.fill-spaces"),
                (LineFill::Kashida, "appearance-kashida", "view.fill-kashida"),
            ],
            &mut run,
        );
        choice_ui(
            ui,
            wb,
            "appearance-paragraphs",
            paragraphs,
            &[
                (
                    ParagraphSpace::None,
                    "appearance-close",
                    "view.paragraphs-close",
                ),
                (
                    ParagraphSpace::Small,
                    "appearance-little",
                    "view.paragraphs-normal",
                ),
                (
                    ParagraphSpace::Half,
                    "appearance-apart",
                    "view.paragraphs-apart",
                ),
            ],
            &mut run,
        );
        choice_ui(
            ui,
            wb,
            "appearance-digits",
            messages.digits(),
            &[
                (
                    Digits::Latin,
                    "appearance-digits-latin",
                    "view.digits-latin",
                ),
                (
                    Digits::ArabicIndic,
                    "appearance-digits-arabic",
                    "view.digits-arabic",
                ),
            ],
            &mut run,
        );
        ui.add_space(12.0);
        let row = vec2(ui.available_width(), 30.0);
        let direction = UiDirection::get(ui.ctx()).row_from_end();
        ui.allocate_ui_with_layout(row, direction, |ui| {
            Button::new(&messages.text("appearance-done"))
                .primary()
                .show(ui)
                .clicked()
        })
        .inner
    });
    !response.dismissed && !response.inner
}

/// A few lines set as the page is.
fn shown_ui(ui: &mut Ui, wb: &Workbench) {
    let ctx = ui.ctx().clone();
    let theme = Theme::get(&ctx);
    let (rect, _) = ui.allocate_exact_size(vec2(WIDTH, SHOWN), Sense::hover());
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.rect_filled(rect, 6.0, theme.page);
    let style = page_style(wb);
    let size = style.size * f32::from(wb.look().zoom_percent.min(125)) / 100.0;
    let text = wb.messages().text("appearance-sample");
    let width = rect.width() - 2.0 * EDGE;
    let mut top = rect.top() + EDGE;
    for paragraph in text.split('\n').filter(|line| !line.trim().is_empty()) {
        let text_style = TextStyle {
            face: style.face,
            bold: false,
            size,
        };
        let base = BaseDirection::Fixed(Direction::RightToLeft);
        let options = |line_height: f32| LineOptions {
            width,
            line_height,
            align: style.align,
        };
        let text_ui = TextUi::get(&ctx);
        let first = text_ui.layout(&ctx, paragraph.trim(), text_style, base, options(size));
        let line = first.shaped().line_height_from(size * style.leading);
        let layout = text_ui.layout(&ctx, paragraph.trim(), text_style, base, options(line));
        let place = Rect::from_min_size(egui::pos2(rect.left() + EDGE, top), rect.size());
        paint_layout(&painter, place.min, &Arc::clone(&layout), theme.ink);
        top += layout.height() + line * style.paragraph_space;
    }
}

/// A name and what can be chosen; each choice runs its command.
fn choice_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    wb: &Workbench,
    name: &str,
    now: T,
    choices: &[(T, &str, &'static str)],
    run: &mut impl FnMut(&'static str),
) {
    let messages = wb.messages();
    let title = messages.text(name);
    let names: Vec<String> = choices
        .iter()
        .map(|(_, name, _)| messages.text(name))
        .collect();
    let shown: Vec<(T, &str)> = choices
        .iter()
        .zip(&names)
        .map(|((value, ..), name)| (*value, name.as_str()))
        .collect();
    named_ui(ui, &title, |ui| {
        let mut chosen = now;
        if segmented(ui, &title, &shown, &mut chosen).changed()
            && let Some((_, _, command)) = choices.iter().find(|(value, ..)| *value == chosen)
        {
            run(command);
        }
    });
}

/// A name, what holds, and a step to either side.
fn steps_ui(
    ui: &mut Ui,
    wb: &Workbench,
    name: &str,
    now: &str,
    steps: [&'static str; 2],
    run: &mut impl FnMut(&'static str),
) {
    let messages = wb.messages();
    named_ui(ui, &messages.text(name), |ui| {
        for command in steps {
            let enabled = crate::command::table::command(command)
                .is_some_and(|command| (command.enabled)(wb));
            let title = messages.command_title(command);
            if Button::new(&title).enabled(enabled).show(ui).clicked() {
                run(command);
            }
        }
        Label::new(now).second().show(ui);
    });
}

/// A row with a name at its start.
fn named_ui(ui: &mut Ui, title: &str, contents: impl FnOnce(&mut Ui)) {
    row(ui, 32.0, |ui| {
        let direction = UiDirection::get(ui.ctx());
        ui.allocate_ui_with_layout(vec2(150.0, 32.0), direction.row(), |ui| {
            ui.set_min_width(150.0);
            Label::new(title).show(ui);
        });
        contents(ui);
    });
}
