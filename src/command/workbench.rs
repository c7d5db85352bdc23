//! The state commands act on: project, open readers, selection, settings.
//!
//! Lives here: reading that state, and the small moves that are no edits
//! (opening a reader, selecting, choosing a mark). Edits go through
//! [`Workbench::commit`]. No drawing, no egui.

mod edits;
mod layers;
mod notices;
mod readers;
mod selection;

use std::cell::RefCell;
use std::collections::{BTreeSet, VecDeque};

use crate::entities::Learned;
use crate::i18n::{Arg, Digits, Language, Messages};
use crate::model::{Analyst, Edit, History, Id, Project, Role, Timestamp};
use crate::store::{Places, Session, Settings};

use super::ahead::Ahead;
use super::codebook::CodebookState;
use super::comparison;
use super::hidden::HiddenBook;
use super::history::Book;
use super::keeping::Pending;
use super::keyboard::Keyboard;
use super::lists::Lists;
use super::mentions::MentionBook;
use super::parallel::AlignedBook;
use super::relations::Relating;
use super::suggestions::Board;
use super::tag_all::TagDesk;
use super::tally::Tally;
use super::{
    CommandError, FindState, Lit, Look, Modes, NextTag, Notice, NoticeKind, OwnWords, Reader,
    ReaderId, Registry, Request, Surroundings,
};

pub use layers::Layer;

/// Everything the window shows, without the window.
pub struct Workbench {
    project: Project,
    history: History,
    /// Where the project is kept; see `keeping`.
    pub(super) session: Option<Session>,
    /// The user's own list of words; see `words`.
    pub(super) own_words: OwnWords,
    pub(super) places: Option<Places>,
    analyst: Id,
    settings: Settings,
    look: Look,
    messages: Messages,
    surroundings: Box<dyn Surroundings>,
    readers: Vec<Reader>,
    active: Option<ReaderId>,
    next_reader: u64,
    chosen_mark: Option<Id>,
    recent_mark: Option<Id>,
    /// What the next tag is for; see `shaping`.
    pub(super) next_tag: NextTag,
    /// Who has how many marks where.
    layer_book: RefCell<layers::LayerBook>,
    /// Who made how many marks; see `tally`.
    pub(super) tally: RefCell<Tally>,
    /// The layers side by side; see `comparison`.
    pub(super) compared: RefCell<comparison::Kept>,
    /// Where things are mentioned; see `mentions`.
    pub(super) mention_book: RefCell<MentionBook>,
    /// Which paragraphs stand for which; see `parallel`.
    pub(super) aligned_book: RefCell<AlignedBook>,
    /// A mark of the difference that was gone to last.
    pub(super) difference: Option<Id>,
    find: FindState,
    /// Keys and what is found by typing; see `keyboard`.
    pub(super) keyboard: Keyboard,
    /// A relation being drawn; see `relations`.
    pub(super) relating: Relating,
    /// Suggestions and their review; see `suggestions`.
    pub(super) board: Board,
    /// Who is mentioned where; see `entities`.
    pub(super) registry: Registry,
    /// The entity that is chosen without a mention; see `entities`.
    pub(super) chosen_entity: Option<Id>,
    /// The list of "tag all"; see `tag_all`.
    pub(super) tag_desk: TagDesk,
    /// What the documents hide; see `hidden`.
    pub(super) hidden_book: HiddenBook,
    /// What was done, as it is shown; see `history`.
    pub(super) history_book: Book,
    /// The step chosen there.
    pub(super) chosen_step: Option<Id>,
    /// What shines for a moment.
    pub(super) lit: Option<Lit>,
    /// Marks, notes and documents as they are listed; see `lists`.
    pub(super) lists: Lists,
    pub(super) modes: Modes,
    /// How the panes stood when the project was left; see `remembered`.
    pub(super) arrangement: serde_json::Value,
    /// What is looked at in the codebook; see `codebook`.
    pub(super) codebook: CodebookState,
    notices: VecDeque<Notice>,
    next_notice: u64,
    requests: Vec<Request>,
    /// Changes made while no journal could be begun.
    pub(super) unkept: usize,
    pub(super) saved_at: Option<Timestamp>,
    /// Whether it has been said that the journal cannot be written.
    pub(super) journal_trouble: bool,
    /// What goes on once unsaved work is settled.
    pub(super) pending: Option<Pending>,
    pub(super) closing: bool,
    /// Whether this is the sample as it ships, which gives way to whatever is
    /// opened.
    pub(super) pristine_sample: bool,
    /// Documents whose encoding was guessed in this session.
    pub(super) guessed: BTreeSet<Id>,
    /// Files that were read before they are wanted.
    pub(super) ahead: Ahead,
    /// Counts projects that stood here one after the other.
    generation: u64,
}

impl std::fmt::Debug for Workbench {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Workbench")
            .field("project", &self.project.name())
            .field("readers", &self.readers)
            .field("active", &self.active)
            .finish_non_exhaustive()
    }
}

impl Workbench {
    /// A workbench on `project`, which is journalled under `places` (nowhere,
    /// if there are none).
    pub fn new(
        project: Project,
        history: History,
        settings: Settings,
        places: Option<Places>,
        surroundings: Box<dyn Surroundings>,
    ) -> Self {
        let (own_words, problem) = OwnWords::load(places.as_ref());
        let look = Look::from_settings(&settings);
        let analyst = analyst_of(&project, &settings);
        let (keyboard, useless_keys) = Keyboard::of_settings(&settings);
        let board = Board::new(&project);
        let mut wb = Self {
            board,
            registry: Registry::default(),
            chosen_entity: None,
            tag_desk: TagDesk::default(),
            hidden_book: HiddenBook::default(),
            project,
            history,
            session: None,
            own_words,
            places,
            analyst,
            messages: Messages::new(look.language).with_digits(look.digits),
            look,
            settings,
            surroundings,
            readers: Vec::new(),
            active: None,
            next_reader: 0,
            chosen_mark: None,
            recent_mark: None,
            next_tag: NextTag::Words,
            compared: RefCell::default(),
            layer_book: RefCell::default(),
            tally: RefCell::default(),
            mention_book: RefCell::default(),
            aligned_book: RefCell::default(),
            difference: None,
            find: FindState::default(),
            history_book: Book::default(),
            chosen_step: None,
            lit: None,
            lists: Lists::default(),
            modes: Modes::default(),
            arrangement: serde_json::Value::Null,
            codebook: CodebookState::default(),
            keyboard,
            relating: Relating::default(),
            notices: VecDeque::new(),
            next_notice: 0,
            requests: Vec::new(),
            unkept: 0,
            saved_at: None,
            journal_trouble: false,
            pending: None,
            closing: false,
            pristine_sample: false,
            guessed: BTreeSet::new(),
            ahead: Ahead::default(),
            generation: 0,
        };
        if let Some(problem) = problem {
            wb.report(&problem);
        }
        wb.tell_useless_keys(&useless_keys);
        wb.own_words_changed();
        wb.open_first_readers();
        wb
    }

    /// The project; read only. [`Workbench::commit`] changes it.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// The project's name.
    pub fn title(&self) -> String {
        self.project_path()
            .and_then(std::path::Path::file_name)
            .map(|name| name.to_string_lossy())
            .map_or_else(
                || self.project.name().to_owned(),
                |name| name.trim_end_matches(".hashiya.json").to_owned(),
            )
    }

    /// Changes whenever another project takes this one's place.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Changes with every change to the project, and whenever another one
    /// takes its place: what is computed from the project is kept under it.
    pub fn revision(&self) -> (u64, usize) {
        (self.generation, self.history.transactions().len())
    }

    /// What is remembered between sessions.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What is remembered between sessions, to be changed.
    pub fn settings_mut(&mut self) -> &mut Settings {
        &mut self.settings
    }

    /// How the window looks.
    pub fn look(&self) -> &Look {
        &self.look
    }

    /// How the window looks, to be changed.
    pub fn look_mut(&mut self) -> &mut Look {
        &mut self.look
    }

    /// The settings with the present looks in them, to be written.
    pub(super) fn settings_to_keep(&mut self) -> &Settings {
        self.look.keep_in(&mut self.settings);
        &self.settings
    }

    /// The interface's messages in the chosen language.
    pub fn messages(&self) -> &Messages {
        &self.messages
    }

    /// Switches the interface's language.
    pub fn set_language(&mut self, language: Language) {
        self.look.language = language;
        self.messages = Messages::new(language).with_digits(self.look.digits);
    }

    /// Writes the interface's numbers in these digits from now on.
    pub fn set_digits(&mut self, digits: Digits) {
        self.look.digits = digits;
        self.messages.set_digits(digits);
    }

    /// The present moment.
    pub fn now(&self) -> Timestamp {
        self.surroundings.now()
    }

    pub(super) fn new_id(&self) -> Id {
        self.surroundings.new_id()
    }

    /// Who works here: marks and changes carry this id.
    pub fn analyst(&self) -> &Id {
        &self.analyst
    }

    /// The name marks are signed with.
    pub fn analyst_name(&self) -> &str {
        match self.project.analyst(&self.analyst) {
            Some(analyst) => &analyst.name,
            // Comes into the project with the first change.
            None => self.settings.analyst.trim(),
        }
    }

    /// Who signs steps back and forth: who works here, or, while their own
    /// coming is undone, somebody who is in the project.
    pub(super) fn present(&self) -> Id {
        let all = || self.project.analysts().map(|analyst| &analyst.id);
        let is_here = all().any(|id| *id == self.analyst);
        let first = all().next().filter(|_| !is_here);
        first.unwrap_or(&self.analyst).clone()
    }

    /// Who works here, as a record that the next change brings into the
    /// project; nothing if it is there.
    fn newcomer(&self) -> Option<Edit> {
        let name = self.settings.analyst.trim();
        (self.project.analyst(&self.analyst).is_none() && !name.is_empty())
            .then(|| Edit::create(Analyst::new(self.analyst.clone(), name)))
    }

    /// Says whose name stands under what is done here, where nobody said who
    /// sits here and the project is the work of several.
    pub(super) fn say_who_signs(&mut self) {
        let people = self
            .project
            .analysts()
            .filter(|one| one.role == Role::Annotator);
        if !self.settings.analyst.trim().is_empty() || people.count() < 2 || !self.can_edit() {
            return;
        }
        let name = [("name", Arg::from(self.analyst_name()))];
        let text = self.messages.format("toast-who-signs", &name);
        self.notify(NoticeKind::Problem, text);
    }

    /// Signs what is done from now on with `name`: as the analyst of that
    /// name, who is added to the project when new.
    pub(super) fn sign_as(&mut self, name: &str) -> Result<(), CommandError> {
        let name = name.trim();
        if name.is_empty() {
            return Ok(());
        }
        name.clone_into(&mut self.settings.analyst);
        self.analyst = analyst_of(&self.project, &self.settings);
        match self.newcomer() {
            Some(edit) => self.commit("annotation.analyst", vec![edit]),
            None => Ok(()),
        }
    }

    /// The project, and the suggestions that follow it.
    pub(super) fn project_and_board(&mut self) -> (&Project, &mut Board) {
        (&self.project, &mut self.board)
    }

    /// The project, and the index of mentions that follows it.
    pub(super) fn project_and_registry(&mut self) -> (&Project, &mut Registry) {
        (&self.project, &mut self.registry)
    }

    /// What undo and redo have before them.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Puts another project in the place of this one.
    pub(super) fn replace_project(
        &mut self,
        project: Project,
        history: History,
        session: Option<Session>,
    ) {
        self.replace_project_learned(project, history, session, None);
    }

    /// The same where it is known already what can be learned from it.
    pub(super) fn replace_project_learned(
        &mut self,
        project: Project,
        history: History,
        session: Option<Session>,
        learned: Option<Learned>,
    ) {
        self.project = project;
        self.history = history;
        self.session = session;
        self.analyst = analyst_of(&self.project, &self.settings);
        self.readers.clear();
        self.active = None;
        self.chosen_mark = None;
        self.recent_mark = None;
        self.next_tag = NextTag::Words;
        self.difference = None;
        self.find = FindState::default();
        self.chosen_step = None;
        self.lit = None;
        self.lists.begin_anew();
        self.modes = Modes::default();
        self.arrangement = serde_json::Value::Null;
        self.codebook = CodebookState::default();
        self.leave_marks();
        self.relating = Relating::default();
        self.unkept = 0;
        self.saved_at = None;
        self.pristine_sample = false;
        self.guessed.clear();
        self.generation += 1;
        self.close_tag_all();
        let learned = learned.unwrap_or_else(|| Learned::from_project(&self.project));
        self.board.renew(learned);
        self.registry = Registry::default();
        self.chosen_entity = None;
        self.hidden_book = HiddenBook::default();
        self.open_first_readers();
    }
}

/// Who works on a project: the analyst with the name in the settings, who is
/// new to it if it has none of that name; where no name is known, the first of
/// its people. What is settled between people is nobody's own layer.
fn analyst_of(project: &Project, settings: &Settings) -> Id {
    let name = settings.analyst.trim();
    let known = project
        .analysts()
        .filter(|analyst| analyst.role == Role::Annotator)
        .find(|analyst| name.is_empty() || analyst.name == name);
    match known {
        Some(analyst) => analyst.id.clone(),
        None if name.is_empty() => Id::new("analyst"),
        None => new_analyst(project, name),
    }
}

/// The identifier of somebody new to a project: always the same for a name, so
/// that two copies of a project agree on it.
fn new_analyst(project: &Project, name: &str) -> Id {
    let words: Vec<&str> = name.split_whitespace().collect();
    let mut id = format!("analyst-{}", words.join("-"));
    while project.analyst(&Id::new(id.as_str())).is_some() {
        id.push('+');
    }
    Id::new(id)
}
