//! The whole window in a harness: real events in, what is painted out.
//!
//! Places on the page are not computed: the caret is put at a byte and looked
//! for among the painted shapes, as an eye would.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use egui::{
    Event, Key, Modifiers, OutputCommand, PointerButton, Pos2, Rect, Role, Shape, ViewportCommand,
    ViewportEvent, ViewportId, vec2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use hashiya::command::{
    Args, FixedSurroundings, Notice, NoticeKind, PathPurpose, ReaderId, Selection, Workbench,
};
use hashiya::i18n::Messages;
use hashiya::model::{Analyst, Annotation, Document, History, Id, Project, Span};
use hashiya::store::{Places, Settings};
use hashiya::text::{Affinity, Caret};
use hashiya::ui::theme::Theme;
use hashiya::ui::{App, Picked, Picker};

use super::pictures::{self, CpuRenderer};

/// File dialogs answered by the test, in order.
#[derive(Clone, Default)]
pub(crate) struct Answers(Rc<RefCell<Desk>>);

#[derive(Default)]
struct Desk {
    prepared: VecDeque<Picked>,
    given: VecDeque<(PathPurpose, Picked)>,
    asked: Vec<(PathPurpose, Option<PathBuf>)>,
}

impl Picker for Answers {
    fn ask(
        &mut self,
        _: &egui::Context,
        purpose: PathPurpose,
        suggestion: Option<&Path>,
        _: &Messages,
    ) {
        let mut desk = self.0.borrow_mut();
        desk.asked
            .push((purpose, suggestion.map(Path::to_path_buf)));
        let answer = desk.prepared.pop_front().unwrap_or(Picked::Cancelled);
        desk.given.push_back((purpose, answer));
    }

    fn answer(&mut self) -> Option<(PathPurpose, Picked)> {
        self.0.borrow_mut().given.pop_front()
    }
}

/// The program's state in the harness; the app is made in the first frame.
pub(crate) struct Stage {
    start: Option<(Workbench, Answers)>,
    app: Option<App>,
}

/// A window with hands.
pub(crate) struct Window {
    pub(crate) harness: Harness<'static, Stage>,
    pub(crate) renderer: CpuRenderer,
    answers: Answers,
    /// What came to the clipboard.
    pub(crate) copied: Vec<String>,
    /// What the window asked its frame for.
    pub(crate) commands: Vec<ViewportCommand>,
    /// Every sentence that was said.
    pub(crate) notices: Vec<Notice>,
}

pub(crate) const WIDE: [f32; 2] = [1440.0, 900.0];

/// The sample as a first start shows it; nothing is written anywhere.
pub(crate) fn sample() -> Window {
    Window::of(Workbench::for_picture(None).unwrap(), WIDE)
}

/// A project with these documents (title, text), journalled under `folder`.
pub(crate) fn bench(documents: &[(&str, &str)], folder: Option<&Path>) -> Workbench {
    let mut project = Project::new("test", Analyst::new(Id::new("analyst-1"), "Samira"));
    let surroundings = FixedSurroundings::new();
    let at = hashiya::command::Surroundings::now(&surroundings);
    let edits: Vec<_> = documents
        .iter()
        .enumerate()
        .map(|(index, (title, text))| {
            let mut document = Document::new(Id::new(format!("d{index}")), *title, *text, at);
            document.order = index as u32;
            hashiya::model::Edit::create(document)
        })
        .collect();
    if !edits.is_empty() {
        let by = Id::new("analyst-1");
        let opened =
            hashiya::model::Transaction::new(Id::new("documents"), at, by, "file.open", edits);
        project.apply(&opened).unwrap();
    }
    Workbench::new(
        project,
        History::new(),
        Settings::default(),
        folder.map(Places::under),
        Box::new(FixedSurroundings::new()),
    )
}

/// A window on one document of that text.
pub(crate) fn on_text(text: &str) -> Window {
    Window::of(bench(&[("text", text)], None), WIDE)
}

/// Words without the isolates that messages put around what they quote.
fn plain(words: &str) -> String {
    words.replace(['\u{2068}', '\u{2069}'], "")
}

impl Window {
    pub(crate) fn of(wb: Workbench, size: [f32; 2]) -> Self {
        let answers = Answers::default();
        let renderer = CpuRenderer::default();
        let stage = Stage {
            start: Some((wb, answers.clone())),
            app: None,
        };
        let harness = Harness::builder()
            .with_size(vec2(size[0], size[1]))
            .renderer(renderer.clone())
            .build_ui_state(
                |ui, stage: &mut Stage| {
                    if let Some((wb, answers)) = stage.start.take() {
                        let app = App::with_picker(ui.ctx(), wb, Box::new(answers));
                        stage.app = Some(app);
                    }
                    stage.app.as_mut().unwrap().frame_ui(ui);
                },
                stage,
            );
        let mut window = Self {
            harness,
            renderer,
            answers,
            copied: Vec::new(),
            commands: Vec::new(),
            notices: Vec::new(),
        };
        window.rest();
        window
    }

    // ---- frames ---------------------------------------------------------

    /// One frame with these events.
    pub(crate) fn frame(&mut self, events: Vec<Event>) {
        self.harness.input_mut().events.extend(events);
        self.harness.step();
        let output = self.harness.output();
        for command in &output.platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                self.copied.push(text.clone());
            }
        }
        let root = &output.viewport_output[&ViewportId::ROOT];
        self.commands.extend(root.commands.iter().cloned());
        let said = self.wb().notices().cloned().collect::<Vec<_>>();
        for notice in said {
            if !self.notices.iter().any(|old| old.number == notice.number) {
                self.notices.push(notice);
            }
        }
    }

    /// Events that arrive together, as on a machine that is busy: they go
    /// through what eframe calls before each frame.
    pub(crate) fn together(&mut self, events: Vec<Event>) {
        let mut raw = egui::RawInput {
            events,
            ..egui::RawInput::default()
        };
        loop {
            let ctx = self.harness.ctx.clone();
            let app = self.harness.state_mut().app.as_mut().unwrap();
            eframe::App::raw_input_hook(app, &ctx, &mut raw);
            if raw.events.is_empty() {
                return;
            }
            self.frame(std::mem::take(&mut raw.events));
        }
    }

    /// Frames until nothing moves.
    pub(crate) fn rest(&mut self) {
        for _ in 0..20 {
            self.frame(Vec::new());
            let root = &self.harness.output().viewport_output[&ViewportId::ROOT];
            if root.repaint_delay != Duration::ZERO {
                return;
            }
        }
    }

    /// Frames enough that the next press begins a click of its own.
    pub(crate) fn pause(&mut self) {
        self.rest();
        self.frame(Vec::new());
        self.frame(Vec::new());
    }

    pub(crate) fn wb(&self) -> &Workbench {
        self.harness.state().app.as_ref().unwrap().workbench()
    }

    pub(crate) fn wb_mut(&mut self) -> &mut Workbench {
        let app = self.harness.state_mut().app.as_mut().unwrap();
        app.workbench_mut()
    }

    /// Runs a command as a menu would.
    #[allow(clippy::needless_pass_by_value, reason = "arguments are made for it")]
    pub(crate) fn run(&mut self, id: &str, args: Args) -> bool {
        let done = self.wb_mut().run(id, &args);
        self.rest();
        done
    }

    /// The problems that were said and not yet asked for here.
    pub(crate) fn problems(&mut self) -> Vec<String> {
        let said = std::mem::take(&mut self.notices);
        // Numbers stay known, so that nothing is counted twice.
        let problems = said
            .iter()
            .filter(|notice| notice.kind == NoticeKind::Problem)
            .map(|notice| notice.text.clone())
            .collect();
        self.rest();
        self.notices.clear();
        problems
    }

    pub(crate) fn keep_picture(&self, name: &str) {
        pictures::keep(name, &self.renderer.image(&self.harness));
    }

    // ---- keys -----------------------------------------------------------

    pub(crate) fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.frame(vec![Event::ModifiersChanged(modifiers)]);
        let event = |pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers,
        };
        self.frame(vec![event(true)]);
        self.frame(vec![event(false)]);
        self.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
        self.rest();
    }

    pub(crate) fn plain_key(&mut self, key: Key) {
        self.key(Modifiers::NONE, key);
    }

    pub(crate) fn type_text(&mut self, text: &str) {
        self.frame(vec![Event::Text(text.to_owned())]);
        self.rest();
    }

    // ---- the mouse ------------------------------------------------------

    fn button(pos: Pos2, button: PointerButton, pressed: bool, modifiers: Modifiers) -> Event {
        Event::PointerButton {
            pos,
            button,
            pressed,
            modifiers,
        }
    }

    /// A drag with the main button, as a hand makes it.
    pub(crate) fn drag(&mut self, from: Pos2, to: Pos2) {
        self.frame(vec![Event::PointerMoved(from)]);
        self.frame(vec![Self::button(
            from,
            PointerButton::Primary,
            true,
            Modifiers::NONE,
        )]);
        self.frame(vec![Event::PointerMoved(from.lerp(to, 0.5))]);
        self.frame(vec![Event::PointerMoved(to)]);
        self.frame(vec![Self::button(
            to,
            PointerButton::Primary,
            false,
            Modifiers::NONE,
        )]);
        self.pause();
    }

    /// `count` quick clicks at one place.
    pub(crate) fn clicks(&mut self, pos: Pos2, count: usize, modifiers: Modifiers) {
        self.frame(vec![Event::PointerMoved(pos)]);
        let mut events = vec![Event::ModifiersChanged(modifiers)];
        for _ in 0..count {
            events.push(Self::button(pos, PointerButton::Primary, true, modifiers));
            events.push(Self::button(pos, PointerButton::Primary, false, modifiers));
        }
        self.frame(events);
        self.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
        self.pause();
    }

    pub(crate) fn click(&mut self, pos: Pos2) {
        self.clicks(pos, 1, Modifiers::NONE);
    }

    pub(crate) fn right_click(&mut self, pos: Pos2) {
        self.frame(vec![Event::PointerMoved(pos)]);
        for pressed in [true, false] {
            self.frame(vec![Self::button(
                pos,
                PointerButton::Secondary,
                pressed,
                Modifiers::NONE,
            )]);
        }
        self.rest();
    }

    /// Clicks what has this role and exactly this name. Of several, the
    /// lowest on the screen.
    pub(crate) fn press(&mut self, role: Role, name: &str) {
        let center = self.center_of(role, name);
        self.click(center);
    }

    /// The middle of what has this role and exactly this name; of several, the
    /// lowest on the screen.
    pub(crate) fn center_of(&self, role: Role, name: &str) -> Pos2 {
        let mut found: Vec<Rect> = self
            .harness
            .query_all_by_role(role)
            .filter(|node| {
                node.accesskit_node()
                    .label()
                    .is_some_and(|label| plain(&label) == name)
            })
            .map(|node| node.rect())
            .collect();
        found.sort_by(|a, b| a.top().total_cmp(&b.top()));
        let rect = found.last().unwrap_or_else(|| panic!("no {role:?} {name}"));
        rect.center()
    }

    /// Whether something has exactly this name.
    pub(crate) fn sees(&self, name: &str) -> bool {
        let root = self.harness.root();
        // Not the words of pages and fields, which screen readers are told too.
        let is_text = |role| matches!(role, Role::TextRun | Role::Paragraph);
        root.children_recursive().any(|node| {
            let node = node.accesskit_node();
            if is_text(node.role()) {
                return false;
            }
            [node.label(), node.value()]
                .into_iter()
                .flatten()
                .any(|said| plain(&said) == name)
        })
    }

    // ---- files ----------------------------------------------------------

    /// What the next file dialog answers.
    pub(crate) fn answer(&mut self, paths: &[PathBuf]) {
        let picked = Picked::Paths(paths.to_vec());
        self.answer_with(picked);
    }

    pub(crate) fn answer_with(&mut self, picked: Picked) {
        self.answers.0.borrow_mut().prepared.push_back(picked);
    }

    /// What file dialogs were asked for.
    pub(crate) fn asked(&self) -> Vec<(PathPurpose, Option<PathBuf>)> {
        self.answers.0.borrow().asked.clone()
    }

    /// The window's close button.
    pub(crate) fn close(&mut self) {
        self.commands.clear();
        self.harness
            .input_mut()
            .viewports
            .get_mut(&ViewportId::ROOT)
            .unwrap()
            .events
            .push(ViewportEvent::Close);
        self.frame(Vec::new());
        self.rest();
    }

    pub(crate) fn asked_frame_for(&self, wanted: &ViewportCommand) -> bool {
        self.commands.contains(wanted)
    }

    // ---- the page -------------------------------------------------------

    pub(crate) fn reader(&self) -> ReaderId {
        self.wb().active_reader().unwrap().id
    }

    pub(crate) fn text(&self) -> String {
        self.wb().active_document().unwrap().text.to_string()
    }

    pub(crate) fn selection(&self) -> Selection {
        self.wb().active_reader().unwrap().selection
    }

    /// The selected words.
    pub(crate) fn selected(&self) -> String {
        self.wb().selected_text().unwrap_or_default().to_owned()
    }

    /// The bytes of the `nth` (from 0) place where `words` stand.
    pub(crate) fn span_of(&self, words: &str, nth: usize) -> Span {
        let text = self.text();
        let (start, _) = text
            .match_indices(words)
            .nth(nth)
            .unwrap_or_else(|| panic!("{words} is not there"));
        Span::new(start, start + words.len())
    }

    /// The pages, from left to right.
    pub(crate) fn pages(&self) -> Vec<Rect> {
        let mut pages: Vec<Rect> = self
            .harness
            .query_all_by_role(Role::Document)
            .map(|node| node.rect())
            .collect();
        pages.sort_by(|a, b| a.left().total_cmp(&b.left()));
        pages
    }

    pub(crate) fn select(&mut self, selection: Selection) {
        let reader = self.reader();
        self.wb_mut().select(reader, selection);
        self.rest();
    }

    pub(crate) fn select_words(&mut self, words: &str) {
        let span = self.span_of(words, 0);
        self.select(Selection::over(span));
    }

    /// Where the caret is painted now, if it is.
    pub(crate) fn painted_caret(&self) -> Option<Rect> {
        let accent = Theme::get(&self.harness.ctx).accent;
        let mut found = None;
        for clipped in &self.harness.output().shapes {
            if let Shape::Mesh(mesh) = &clipped.shape
                && mesh.vertices.iter().any(|vertex| vertex.color == accent)
            {
                let bounds = mesh.calc_bounds();
                if bounds.width() < 6.0 && bounds.height() > 12.0 {
                    found = Some(bounds);
                }
            }
        }
        found
    }

    /// Where the caret is painted when it stands there. Scrolls it into
    /// sight; leaves the caret there.
    pub(crate) fn caret_at(&mut self, byte: usize, affinity: Affinity) -> Rect {
        let reader = self.reader();
        let caret = Caret { byte, affinity };
        let wb = self.wb_mut();
        wb.select(
            reader,
            Selection {
                anchor: caret,
                head: caret,
            },
        );
        wb.reveal(reader, Span::new(byte, byte));
        for _ in 0..8 {
            self.frame(Vec::new());
            if let Some(rect) = self.painted_caret() {
                return rect;
            }
        }
        panic!("the caret at {byte} is not painted");
    }

    /// Where the words in `span` begin and end on the page.
    pub(crate) fn ends(&mut self, span: Span) -> (Pos2, Pos2) {
        // Twice: finding the second may have scrolled.
        self.caret_at(span.start, Affinity::Downstream);
        self.caret_at(span.end, Affinity::Upstream);
        let from = self.caret_at(span.start, Affinity::Downstream).center();
        let to = self.caret_at(span.end, Affinity::Upstream).center();
        (from, to)
    }

    /// A point on the letter that begins at `byte`.
    pub(crate) fn on_letter(&mut self, byte: usize) -> Pos2 {
        let text = self.text();
        let next = hashiya::text::next_grapheme(&text, byte);
        let (a, b) = self.ends(Span::new(byte, next));
        a.lerp(b, 0.5)
    }

    pub(crate) fn drag_over(&mut self, span: Span) {
        let (from, to) = self.ends(span);
        self.pause();
        self.drag(from, to);
    }

    // ---- marks ----------------------------------------------------------

    /// The marks of the active document.
    pub(crate) fn marks(&self) -> Vec<Annotation> {
        let document = &self.wb().active_document().unwrap().id;
        self.wb()
            .project()
            .annotations_of(document)
            .cloned()
            .collect()
    }

    /// The same as `words|tag`.
    pub(crate) fn mark_names(&self) -> Vec<String> {
        let document = &self.wb().active_document().unwrap().id;
        hashiya::model::notation::marks(self.wb().project(), document)
    }

    /// The words of the chosen mark.
    pub(crate) fn chosen(&self) -> String {
        let mark = self.wb().selected_mark();
        mark.map_or_else(String::new, |mark| {
            mark.quote(&self.wb().project().document(&mark.document).unwrap().text)
        })
    }
}
