//! The window: panels around the pages, and what happens between frames.
//!
//! Lives here: the order of a frame (keys, panels, actions, requests). Does
//! not live here: what any panel shows, and anything that changes the project
//! (it asks the workbench).
//!
//! Invariant: the workbench changes only after layout.

mod arrangement;
mod desk;
mod parts;

use std::path::PathBuf;

use egui::accesskit::TextDirection;
use egui::{Context, Event, Ui, ViewportCommand};

use crate::command::{
    Args, ArrowKeys, HiddenResult, NextTag, NoticeKind, Request, SavedState, SuggestionResult,
    TagAllResult, ThemeChoice, Walk, Workbench,
};

use crate::language::invisible::visible_name;

use self::arrangement::INSPECTOR_NEEDS;
use self::parts::Parts;
use super::action::Action;
use super::background::Background;
use super::clipboard::HtmlClipboard;
use super::dialogs::Dialog;
use super::docks::Docks;
use super::keys;
use super::panels::{FindField, Inspector, Lower, Names, Place};
use super::pick::{Picked, Picker, SystemPicker};
use super::reader::{open_page_menu, page_id, say_chosen};
use super::strokes::Strokes;
use super::theme::{Theme, ThemeKind, UiDirection};
use super::widgets::{FieldManners, ToastKind, show_toasts, toast};

/// Documents that are read through at the same time as the window is drawn,
/// handed out ahead.
const AHEAD: usize = 2;
/// Documents no longer than this together (bytes) are read through before the
/// first frame.
const READ_AT_ONCE: usize = 64 * 1024;

/// The window and what it keeps between frames.
pub struct App {
    wb: Workbench,
    docks: Docks,
    parts: Parts,
    names: Names,
    inspector: Inspector,
    lower: Lower,
    find: FindField,
    dialog: Dialog,
    picker: Box<dyn Picker>,
    shown_notice: u64,
    place: Place,
    widths: serde_json::Map<String, serde_json::Value>,
    tags_height: f32,
    /// From the lower edge of the pages to that of the window, points, with a
    /// little space: where messages stand.
    foot: f32,
    title: String,
    focused_once: bool,
    /// The session whose journal wakes the window: project and path.
    woken_by: Option<(u64, PathBuf)>,
    desk: desk::DeskKeeper,
    reading: Background<SuggestionResult>,
    inspecting: Background<HiddenResult>,
    /// The places of "tag all".
    finding: Background<TagAllResult>,
    clipboard: HtmlClipboard,
    pub(super) strokes: Strokes,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App")
            .field("wb", &self.wb)
            .finish_non_exhaustive()
    }
}

/// The window's title.
pub(super) fn title(wb: &Workbench) -> String {
    let mark = match wb.saved_state() {
        SavedState::Journalled | SavedState::Unsafe => "• ",
        SavedState::Saved(_) | SavedState::NeverSaved | SavedState::ReadOnly => "",
    };
    // The system draws this line: nothing in a name may turn it.
    format!("{mark}{} — Hashiya", visible_name(&wb.title()))
}

impl App {
    /// A window on this workbench, with the system's file dialogs.
    pub fn new(ctx: &Context, wb: Workbench) -> Self {
        let mut app = Self::with_picker(ctx, wb, Box::new(SystemPicker::default()));
        app.clipboard = HtmlClipboard::of_the_system();
        app
    }

    /// The same with other file dialogs, for tests.
    pub fn with_picker(ctx: &Context, mut wb: Workbench, picker: Box<dyn Picker>) -> Self {
        // Names are lit in the first frame already, where that takes no time.
        let shown: usize = wb
            .readers()
            .iter()
            .filter_map(|reader| wb.project().document(&reader.document))
            .map(|document| document.text.len())
            .sum();
        if shown <= READ_AT_ONCE {
            wb.run_visible_suggestions();
        }
        // Ctrl with plus and minus is ours: it zooms the page, not the window.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        Self {
            wb,
            docks: Docks::new(),
            parts: Parts::default(),
            names: Names::default(),
            inspector: Inspector::default(),
            lower: Lower::default(),
            find: FindField::default(),
            dialog: Dialog::None,
            picker,
            shown_notice: 0,
            place: Place::default(),
            widths: serde_json::Map::new(),
            tags_height: 44.0,
            foot: 44.0,
            title: String::new(),
            focused_once: false,
            woken_by: None,
            desk: desk::DeskKeeper::default(),
            reading: Background::new("suggestions"),
            inspecting: Background::new("inspection"),
            finding: Background::new("occurrences"),
            clipboard: HtmlClipboard::default(),
            strokes: Strokes::default(),
        }
    }

    /// What the window shows.
    pub fn workbench(&self) -> &Workbench {
        &self.wb
    }

    /// Before the window is gone: what is to be kept of it, and the project.
    pub(super) fn finish(&mut self) {
        self.desk.finish();
        self.wb.leave();
    }

    /// What the window shows, to be changed; for tests and pictures.
    pub fn workbench_mut(&mut self) -> &mut Workbench {
        &mut self.wb
    }

    /// One frame.
    pub fn frame_ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.install_theme(&ctx);
        self.read_on(&ctx);
        self.find_on(&ctx);
        let mut actions = Vec::new();
        self.say_window(&ctx);
        if !self.dialog.is_open()
            && let Some(next) = self.parts.tabbed(&ctx, &self.wb)
        {
            ctx.memory_mut(|memory| memory.request_focus(next));
            let reader = parts::reader_of(&self.wb, next);
            actions.extend(reader.map(Action::Activate));
        }
        if !self.dialog.is_open()
            && let Some(row) = Parts::arrowed(&ctx)
        {
            ctx.memory_mut(|memory| memory.request_focus(row));
        }
        self.input(&ctx, &mut actions);
        self.wb.prepare_lists();
        self.panels_ui(ui, &mut actions);
        self.docks.remember(&ctx, &mut self.wb);
        if self.wb.bulk_preview().is_some() && !self.dialog.is_open() {
            self.dialog = Dialog::preview();
        }
        if self.wb.tag_all().is_some() && !self.dialog.is_open() {
            self.dialog = Dialog::tag_all();
        }
        let answering = self.dialog.is_open();
        self.dialog.dialog_ui(&ctx, &self.wb, &mut actions);
        if answering && !self.dialog.is_open() {
            // Whatever had the keyboard before, the page is worked on now;
            // what the answer asks for may take it from there.
            self.give_page_keyboard(&ctx);
        }
        self.notices(&ctx);
        show_toasts(&ctx, self.foot);
        say_chosen(&ctx, &self.wb);
        self.finish_note(&mut actions);
        for action in actions {
            if action == Action::CloseDialog {
                self.dialog = Dialog::None;
            }
            action.perform(&mut self.wb);
            ctx.request_repaint();
        }
        for request in self.wb.take_requests() {
            self.fulfil(&ctx, request);
        }
        self.listen(&ctx);
        self.wb.watch_journal();
        if self.wb.notices().next().is_some() {
            // What was said after they were shown waits for the next frame.
            ctx.request_repaint();
        }
        self.desk.keep(&ctx, &self.wb);
        self.focus_page(&ctx);
        self.remember_sizes(&ctx);
        let title = title(&self.wb);
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Takes what has been read through in the background and hands out what
    /// is to be read next.
    fn read_on(&mut self, ctx: &Context) {
        for result in self.reading.finished() {
            self.wb.take_suggestions(result);
        }
        while self.reading.waiting() < AHEAD
            && let Some(job) = self.wb.next_suggestion_job()
        {
            self.reading.ask(ctx, move || job.run());
        }
        let entities_left = self.wb.read_entities();
        let names_left = self.wb.read_names();
        if entities_left || names_left {
            ctx.request_repaint();
        }
        for result in self.inspecting.finished() {
            self.wb.take_hidden(result);
        }
        let mut read = 0;
        while self.inspecting.waiting() < AHEAD
            && let Some(job) = self.wb.next_hidden_job()
        {
            read += job.length();
            if read <= READ_AT_ONCE {
                self.wb.take_hidden(job.run());
            } else {
                self.inspecting.ask(ctx, move || job.run());
            }
        }
    }

    /// The same for the places of "tag all"; a few documents at once.
    fn find_on(&mut self, ctx: &Context) {
        for result in self.finding.finished() {
            self.wb.take_tag_all(&result);
        }
        let mut read = 0;
        while self.finding.waiting() < AHEAD
            && let Some(job) = self.wb.next_tag_all_job()
        {
            read += job.length();
            if read <= READ_AT_ONCE {
                self.wb.take_tag_all(&job.run());
            } else {
                self.finding.ask(ctx, move || job.run());
            }
        }
    }

    /// A note that is still being written belongs to the project before that
    /// is written to a file, asked about or replaced.
    fn finish_note(&mut self, actions: &mut Vec<Action>) {
        let leaves = |action: &Action| match action {
            Action::Run(id, _) => {
                id.starts_with("file.") || matches!(*id, "edit.undo" | "edit.redo")
            }
            action => *action == Action::SavePending,
        };
        if actions.iter().any(leaves) {
            let mut first = Vec::new();
            self.inspector.hand_over(&self.wb, &mut first);
            actions.splice(0..0, first);
        }
    }

    /// Has the journal's thread wake the window, so that what the status line
    /// says of the work is true without a move of the mouse.
    fn listen(&mut self, ctx: &Context) {
        let Some(session) = self.wb.session() else {
            self.woken_by = None;
            return;
        };
        let generation = self.wb.generation();
        let fits = self.woken_by.as_ref().is_some_and(|(project, path)| {
            *project == generation && path.as_path() == session.path()
        });
        if !fits {
            self.woken_by = Some((generation, session.path().to_owned()));
            let window = ctx.clone();
            self.wb.on_journal_change(move || window.request_repaint());
            // It may have reached the disk before it was listened to.
            ctx.request_repaint();
        }
    }

    /// Sizes of window and panels, for the next start.
    fn remember_sizes(&mut self, ctx: &Context) {
        let (size, maximized) = ctx.input(|input| {
            let viewport = input.viewport();
            let size = viewport.inner_rect.map(|rect| rect.size());
            (size, viewport.maximized.unwrap_or(false))
        });
        let widths = &self.widths;
        let settings = self.wb.settings_mut();
        settings.window.maximized = maximized;
        if let Some(size) = size.filter(|_| !maximized) {
            settings.window.width = size.x;
            settings.window.height = size.y;
        }
        if let Some(panes) = settings.panes.as_object_mut() {
            panes.extend(
                widths
                    .iter()
                    .map(|(name, width)| (name.clone(), width.clone())),
            );
        } else {
            settings.panes = serde_json::Value::Object(widths.clone());
        }
    }

    fn install_theme(&self, ctx: &Context) {
        let kind = match self.wb.look().theme {
            ThemeChoice::Light => ThemeKind::Light,
            ThemeChoice::Dark => ThemeKind::Dark,
            ThemeChoice::Sepia => ThemeKind::Sepia,
            ThemeChoice::System => match ctx.input(|input| input.raw.system_theme) {
                Some(egui::Theme::Dark) => ThemeKind::Dark,
                _ => ThemeKind::Light,
            },
        };
        let direction = if self.wb.messages().language().is_right_to_left() {
            UiDirection::RightToLeft
        } else {
            UiDirection::LeftToRight
        };
        Theme::of(kind).install(ctx, direction);
        let reading_order = self.wb.look().arrows == ArrowKeys::ReadingOrder;
        FieldManners::install(ctx, self.wb.messages(), reading_order);
    }

    /// Keys, dropped files, answers of file dialogs, the wish to close.
    fn input(&mut self, ctx: &Context, actions: &mut Vec<Action>) {
        if !self.dialog.is_open() {
            let in_page = self
                .wb
                .active_reader()
                .is_some_and(|reader| ctx.memory(|memory| memory.has_focus(page_id(reader.id))));
            let typing = ctx.memory(|memory| memory.focused().is_some())
                && !in_page
                && super::widgets::TextField::any_focused(ctx);
            for (id, args) in keys::pressed_commands(ctx, &self.wb, typing) {
                actions.push(Action::Run(id, args));
            }
            let copied = ctx.input(|input| {
                input
                    .events
                    .iter()
                    .any(|event| matches!(event, Event::Copy))
            });
            if copied && !typing {
                actions.push(Action::Run("edit.copy", Args::None));
            }
            let leaves = self.wb.modes().focus
                && !typing
                && !self.wb.find().open
                && self.wb.current_suggestion().is_none()
                && self.wb.relation_from().is_none()
                && self.wb.next_tag() == NextTag::Words
                && self.wb.walk() == Walk::Letters
                && !egui::Popup::is_any_open(ctx)
                && ctx.input(|input| input.key_pressed(egui::Key::Escape));
            if leaves {
                actions.push(Action::Run("view.focus-mode", Args::None));
            }
            if in_page && let Some(tag) = keys::pressed_tag(ctx, &self.wb) {
                actions.push(Action::Run("annotation.tag", Args::Id(tag)));
            }
        }
        let dropped: Vec<_> = ctx.input(|input| {
            input
                .raw
                .dropped_files
                .iter()
                .map(|file| file.path().to_owned())
                .collect()
        });
        if !dropped.is_empty() {
            actions.push(Action::Run("file.open", Args::Paths(dropped)));
        }
        if let Some((purpose, picked)) = self.picker.answer() {
            match picked {
                Picked::Paths(paths) => {
                    actions.push(Action::Run(purpose.command(), Args::Paths(paths)));
                }
                Picked::Cancelled => actions.push(Action::CancelPending),
                Picked::Unavailable => {
                    let suggestion = self.wb.path_suggestion(purpose);
                    self.dialog = Dialog::path(purpose, suggestion, true);
                }
            }
        }
        if ctx.input(|input| input.viewport().close_requested())
            && (self.wb.wants_to_ask_before_closing()
                || self.inspector.has_unfinished_note(&self.wb))
        {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            actions.push(Action::Run("file.quit", Args::None));
        }
    }

    /// The page has the keyboard unless something else asked for it.
    fn focus_page(&mut self, ctx: &Context) {
        let Some(reader) = self.wb.active_reader().map(|reader| reader.id) else {
            return;
        };
        let focused = ctx.memory(egui::Memory::focused);
        let in_other_page = focused.is_some_and(|id| {
            self.wb
                .readers()
                .iter()
                .any(|other| other.id != reader && page_id(other.id) == id)
        });
        if (focused.is_none() || in_other_page || !self.focused_once) && !self.dialog.is_open() {
            ctx.memory_mut(|memory| memory.request_focus(page_id(reader)));
            self.focused_once = true;
        }
    }

    fn give_page_keyboard(&self, ctx: &Context) {
        if let Some(reader) = self.wb.active_reader() {
            ctx.memory_mut(|memory| memory.request_focus(page_id(reader.id)));
        }
    }

    /// Gives the keyboard to something; a page becomes the active one.
    fn take_keyboard(&mut self, ctx: &Context, id: egui::Id) {
        ctx.memory_mut(|memory| memory.request_focus(id));
        if let Some(reader) = parts::reader_of(&self.wb, id) {
            self.wb.activate(reader);
        }
        ctx.request_repaint();
    }

    /// What the window is called and in which language it speaks, for screen
    /// readers.
    fn say_window(&self, ctx: &Context) {
        let language = self.wb.messages().language();
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| {
            node.set_label(title(&self.wb));
            node.set_language(language.code());
            node.set_text_direction(if language.is_right_to_left() {
                TextDirection::RightToLeft
            } else {
                TextDirection::LeftToRight
            });
        });
    }

    fn notices(&mut self, ctx: &Context) {
        let fresh: Vec<_> = self
            .wb
            .notices()
            .filter(|notice| notice.number > self.shown_notice)
            .cloned()
            .collect();
        for notice in fresh {
            self.shown_notice = notice.number;
            let kind = match notice.kind {
                NoticeKind::Done => ToastKind::Done,
                NoticeKind::Problem => ToastKind::Trouble,
            };
            toast(ctx, kind, notice.text);
            self.wb.dismiss(notice.number);
        }
    }

    /// Makes room for the inspector, or says that there is none.
    fn show_inspector(&mut self, ctx: &Context) {
        self.wb.look_mut().inspector = true;
        if self.wb.modes().focus {
            self.wb.run("view.focus-mode", &Args::None);
        }
        if ctx.content_rect().width() <= INSPECTOR_NEEDS {
            let said = self.wb.messages().text("toast-inspector-narrow");
            self.wb.notify(NoticeKind::Problem, said);
        }
    }

    fn fulfil(&mut self, ctx: &Context, request: Request) {
        match request {
            Request::PickPath {
                purpose,
                suggestion,
            } => {
                self.picker
                    .ask(ctx, purpose, suggestion.as_deref(), self.wb.messages());
            }
            Request::TypePath {
                purpose,
                suggestion,
            } => {
                self.dialog = Dialog::path(purpose, suggestion, false);
            }
            Request::Copy(text) => ctx.copy_text(text),
            Request::CopyHtml { html, plain } => {
                if !self.clipboard.take_html(&html, &plain) {
                    let said = self.wb.messages().text("toast-html-as-text");
                    ctx.copy_text(html);
                    self.wb.notify(NoticeKind::Done, said);
                }
            }
            Request::FocusFind => {
                self.find.request_focus();
            }
            Request::StepPart(forward) => {
                if let Some(next) = self.parts.beside(ctx, &self.wb, forward) {
                    self.take_keyboard(ctx, next);
                }
            }
            Request::FocusNote => {
                self.show_inspector(ctx);
                self.inspector.request_focus();
            }
            Request::Focus(part) => {
                self.show_inspector(ctx);
                self.inspector.focus(part);
            }
            Request::WriteNote(about) => self.dialog = Dialog::note(about),
            Request::PickRelationTag(relation) => self.dialog = Dialog::relation(relation),
            Request::AskDate => self.dialog = Dialog::date(&self.wb),
            Request::AskName => self.dialog = Dialog::name(self.wb.analyst_name()),
            Request::ShowPalette(start) => self.dialog = Dialog::command_list(start),
            Request::PickTag(command) => self.dialog.pick_tag(ctx, command),
            Request::OpenPageMenu => {
                if let Some(reader) = self.wb.active_reader() {
                    open_page_menu(ctx, reader.id);
                }
            }
            Request::ShowCodebook(part) => self.dialog.show_codebook(part),
            Request::ShowShortcuts => self.dialog = Dialog::shortcuts(),
            Request::PickEntity(reach) => self.dialog = Dialog::pick_entity(reach),
            Request::ShowEntity(entity) => self.dialog = Dialog::entity(entity),
            Request::MergeEntity(entity) => self.dialog = Dialog::merge_entity(entity),
            Request::NameMerged(entities) => self.dialog = Dialog::name_merged(entities),
            Request::ShowDuplicates => self.dialog = Dialog::duplicates(),
            Request::FocusEntities => self.names.request_focus(),
            Request::ShowAbout => self.dialog = Dialog::About,
            Request::ShowAppearance => self.dialog = Dialog::Appearance,
            Request::ShowLicences => self.dialog = Dialog::Licences,
            Request::AddWord(words) => self.dialog = Dialog::words(words),
            Request::ShowWords => self.dialog = Dialog::words(None),
            Request::AskUnsaved => self.dialog = Dialog::Unsaved,
            Request::AskChanged { other, own } => self.dialog = Dialog::changed(&other, &own),
            Request::Close => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
        ctx.request_repaint();
    }
}
