//! The codebook: the tree of tags at the start side, the page of the chosen
//! tag beside it.
//!
//! Lives here: the frame, the keys, and what is kept between frames (what is
//! being typed, which branches are closed). Does not live here: what a change
//! does (command).
//!
//! **Invariant:** nothing in a frame looks at every mark; what must be counted
//! is counted once for each state of the project. What is being typed is
//! handed over when its field is left, and Escape in a field takes it back.

mod attributes;
mod choices;
mod drafts;
mod facts;
mod import;
mod look;
mod merge;
mod page;
mod rules;
mod tree;
mod words;

use std::collections::BTreeSet;

use egui::{Context, Key, Modifiers, Rect, Sense, Ui, UiBuilder, vec2};

use crate::command::{Args, CodebookPart, Workbench};
use crate::model::Id;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::panels::NoteDrafts;
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::widgets::{
    Button, MenuRow, TextField, dialog, drop_down_menu, icon_button, menu_separator, tooltip,
};

use self::drafts::Drafts;
use self::facts::Facts;
use self::merge::{After, Merging};
use self::tree::Tree;

/// The most the dialog takes, and what it leaves of the window, points.
const LARGEST: egui::Vec2 = vec2(1080.0, 760.0);
const AROUND: egui::Vec2 = vec2(72.0, 118.0);
/// Width of the tree, and between it and the page, points.
const SIDE: f32 = 310.0;
const GAP: f32 = 20.0;
/// Height of the row of buttons, points.
const FOOT: f32 = 34.0;

/// What the codebook keeps between frames.
#[derive(Debug, Default)]
pub(in crate::ui) struct CodebookView {
    query: String,
    tree: Tree,
    drafts: Drafts,
    facts: Facts,
    notes: NoteDrafts,
    merging: Option<Merging>,
    open_attributes: BTreeSet<String>,
    /// The part of the page that is to be brought into sight, with the
    /// keyboard in it.
    wanted: Option<CodebookPart>,
    began: bool,
}

impl CodebookView {
    /// The codebook, at a part of the chosen tag's page.
    pub(in crate::ui) fn new(part: Option<CodebookPart>) -> Self {
        Self {
            merging: (part == Some(CodebookPart::Merge)).then(Merging::default),
            wanted: part,
            ..Self::default()
        }
    }

    /// Shows a part of the page of the tag that is chosen now.
    pub(in crate::ui) fn show_part(&mut self, part: Option<CodebookPart>) {
        self.merging = (part == Some(CodebookPart::Merge)).then(Merging::default);
        self.wanted = part;
        self.tree.reveal();
    }

    /// Draws the dialog. Returns whether it stays open.
    pub(in crate::ui) fn dialog_ui(
        &mut self,
        ctx: &Context,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) -> bool {
        let room = ctx.content_rect().size() - AROUND;
        let size = vec2(
            room.x.clamp(320.0, LARGEST.x),
            room.y.clamp(240.0, LARGEST.y),
        );
        // Escape belongs to what is being typed first.
        let typing = TextField::any_focused(ctx) && !tree::search_is_free(ctx, &self.query);
        let waiting = self.merging.is_some() || wb.codebook_import().is_some();
        let title = wb.messages().text("codebook-title");
        let response = dialog(ctx, "codebook", &title, size.x, |ui| {
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            self.keys(ui, wb, actions);
            self.contents_ui(ui, rect, wb, actions)
        });
        if response.dismissed && typing {
            return true;
        }
        let stays = !(response.inner || response.dismissed) || (response.dismissed && waiting);
        if !stays {
            self.notes.hand_over(wb, actions);
        }
        if response.dismissed && waiting {
            self.merging = None;
            actions.push(Action::DropCodebook);
        }
        stays
    }

    /// Keys of the codebook as a whole.
    fn keys(&mut self, ui: &Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        let command = Modifiers::COMMAND;
        let mut run = |id: &'static str| actions.push(Action::Run(id, Args::None));
        let rtl = UiDirection::get(ui.ctx()).is_rtl();
        let (inwards, outwards) = if rtl {
            (Key::ArrowLeft, Key::ArrowRight)
        } else {
            (Key::ArrowRight, Key::ArrowLeft)
        };
        let pressed = |modifiers: Modifiers, key: Key| {
            ui.input_mut(|input| input.consume_key(modifiers, key))
        };
        if wb.can_edit() && wb.codebook_tag().is_some() {
            for (key, id) in [
                (Key::ArrowUp, "codebook.move-up"),
                (Key::ArrowDown, "codebook.move-down"),
                (inwards, "codebook.move-in"),
                (outwards, "codebook.move-out"),
            ] {
                if pressed(Modifiers::ALT, key) {
                    self.tree.reveal();
                    run(id);
                }
            }
        }
        let leave = |ui: &Ui| {
            if let Some(id) = ui.ctx().memory(egui::Memory::focused) {
                ui.ctx().memory_mut(|memory| memory.surrender_focus(id));
            }
        };
        if wb.can_edit() && pressed(command.plus(Modifiers::SHIFT), Key::N) {
            leave(ui);
            run("codebook.new-child");
        }
        if wb.can_edit() && pressed(command, Key::N) {
            leave(ui);
            run("codebook.new-tag");
        }
        if pressed(command, Key::F) {
            self.tree.focus_search();
        }
        if pressed(Modifiers::NONE, Key::F2) {
            self.wanted = Some(CodebookPart::Names);
        }
        // Fields undo what is typed in them; elsewhere the project's steps are
        // undone.
        if !TextField::any_focused(ui.ctx()) || tree::search_is_free(ui.ctx(), &self.query) {
            let again = pressed(command.plus(Modifiers::SHIFT), Key::Z) || pressed(command, Key::Y);
            if again {
                run("edit.redo");
            } else if pressed(command, Key::Z) {
                run("edit.undo");
            }
        }
    }

    fn contents_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) -> bool {
        let direction = UiDirection::get(ui.ctx());
        let height = rect.height() - FOOT - 10.0;
        let side_width = SIDE.min(rect.width() * 0.36);
        let side = direction.place(rect, 0.0, 0.0, vec2(side_width, height));
        let page = direction.place(
            rect,
            side_width + GAP,
            0.0,
            vec2(rect.width() - side_width - GAP, height),
        );
        let foot = direction.place(rect, 0.0, height + 10.0, vec2(rect.width(), FOOT));
        let theme = Theme::get(ui.ctx());
        let line = direction.end_x(side) + direction.sign() * GAP / 2.0;
        ui.painter()
            .vline(line, side.y_range(), egui::Stroke::new(1.0, theme.hairline));
        let column = |rect: Rect| UiBuilder::new().max_rect(rect).layout(direction.column());
        let first = !std::mem::replace(&mut self.began, true);
        if first && self.wanted.is_none() {
            self.tree.focus_search();
        }
        ui.scope_builder(column(side), |ui| {
            self.tree
                .tree_ui(ui, wb, &mut self.query, actions, &mut self.wanted);
        });
        let mut leaves = false;
        ui.scope_builder(column(page), |ui| {
            if let Some(import) = wb.codebook_import() {
                import::import_ui(ui, wb, import, actions);
            } else if let (Some(merging), Some(tag)) = (&mut self.merging, wb.codebook_tag()) {
                let after = merging.merge_ui(ui, wb, tag, actions);
                leaves = after == After::LeavesForPage;
                if after != After::Stays {
                    self.merging = None;
                }
            } else {
                self.page_ui(ui, wb, actions);
            }
        });
        let closes = ui
            .scope_builder(
                UiBuilder::new()
                    .max_rect(foot)
                    .layout(direction.row_from_end()),
                |ui| self.foot_ui(ui, wb, actions),
            )
            .inner;
        closes || leaves
    }

    /// New tags, moves, files, undo; whether to close.
    fn foot_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) -> bool {
        let messages = wb.messages();
        let direction = UiDirection::get(ui.ctx());
        ui.spacing_mut().item_spacing.x = 6.0;
        let waiting = self.merging.is_some() || wb.codebook_import().is_some();
        let done = messages.text("button-done");
        let mut done = Button::new(&done);
        if !waiting {
            // Else the answer to the question is the one thing to do.
            done = done.primary();
        }
        let close = done.show(ui).clicked();
        let can = |id: &str| {
            crate::command::table::command(id).is_some_and(|command| (command.enabled)(wb))
        };
        for (id, icon) in [("edit.redo", Icon::Redo), ("edit.undo", Icon::Undo)] {
            let name = messages.command_title(id);
            let response = ui
                .add_enabled_ui(can(id), |ui| icon_button(ui, icon, &name, false))
                .inner;
            if response.clicked() {
                actions.push(Action::Run(id, Args::None));
            }
        }
        ui.with_layout(direction.row(), |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let busy = self.merging.is_some() || wb.codebook_import().is_some();
            let mut run = |ui: &mut Ui, id: &'static str, text: &str, icon: Icon, key: &str| {
                let button = Button::new(text)
                    .icon(icon)
                    .enabled(!busy && can(id))
                    .show(ui);
                let title = messages.command_title(id);
                if tooltip(button, &format!("{title} · {key}")).clicked() {
                    actions.push(Action::Run(id, Args::None));
                }
            };
            let keys = messages.text("key-ctrl");
            let new = messages.text("codebook-new");
            run(
                ui,
                "codebook.new-tag",
                &new,
                Icon::Plus,
                &format!("{keys} N"),
            );
            let child = messages.text("codebook-new-child");
            let shift = messages.text("key-shift");
            run(
                ui,
                "codebook.new-child",
                &child,
                Icon::Plus,
                &format!("{keys} {shift} N"),
            );
            ui.add_space(6.0);
            let alt = messages.text("key-alt");
            let arrows = if direction.is_rtl() {
                ["←", "→"]
            } else {
                ["→", "←"]
            };
            for (id, icon, arrow) in [
                ("codebook.move-up", Icon::ChevronUp, "↑"),
                ("codebook.move-down", Icon::ChevronDown, "↓"),
                ("codebook.move-in", Icon::ChevronEnd, arrows[0]),
                ("codebook.move-out", Icon::ChevronStart, arrows[1]),
            ] {
                let name = messages.command_title(id);
                let button = ui
                    .add_enabled_ui(!busy && can(id), |ui| icon_button(ui, icon, &name, false))
                    .inner;
                if tooltip(button, &format!("{name} · {alt} {arrow}")).clicked() {
                    self.tree.reveal();
                    actions.push(Action::Run(id, Args::None));
                }
            }
            ui.add_space(6.0);
            let more = messages.text("codebook-more");
            let button = Button::new(&more).icon(Icon::ChevronDown).quiet().show(ui);
            drop_down_menu(ui, &button, |ui| {
                for (id, line) in [
                    ("codebook.import", false),
                    ("codebook.export-json", true),
                    ("codebook.export-csv", false),
                    ("codebook.export-qdc", false),
                    ("codebook.tell-apart", true),
                ] {
                    if line {
                        menu_separator(ui);
                    }
                    let title = messages.command_title(id);
                    if MenuRow::new(&title).enabled(can(id)).show(ui).clicked() {
                        actions.push(Action::Run(id, Args::None));
                    }
                }
            });
        });
        close
    }
}

/// A button of a command about a tag.
fn run_for(id: &'static str, tag: &Id) -> Action {
    Action::Run(id, Args::Id(tag.clone()))
}
