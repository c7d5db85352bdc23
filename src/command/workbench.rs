//! The state commands act on: project, open readers, selection, settings.
//!
//! Lives here: reading that state, and the small moves that are no edits
//! (opening a reader, selecting, choosing a mark). Edits go through
//! [`Workbench::commit`]. No drawing, no egui.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use crate::i18n::{Arg, Language, Messages};
use crate::model::{
    Analyst, Annotation, Document, Edit, History, Id, Project, Record, Span, Timestamp, Transaction,
};
use crate::store::{Places, Session, Settings};

use super::keeping::Pending;
use super::{
    CommandError, FindState, Look, Notice, NoticeKind, Reader, ReaderId, Request, Selection,
    Surroundings,
};

/// The most readers that can be open side by side.
pub const MOST_READERS: usize = 4;

/// Everything the window shows, without the window.
pub struct Workbench {
    project: Project,
    history: History,
    /// Where the project is kept; see `keeping`.
    pub(super) session: Option<Session>,
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
    find: FindState,
    notices: VecDeque<Notice>,
    next_notice: u64,
    requests: Vec<Request>,
    /// Changes made while no journal could be begun.
    pub(super) unkept: usize,
    pub(super) saved_at: Option<Timestamp>,
    /// What goes on once unsaved work is settled.
    pub(super) pending: Option<Pending>,
    pub(super) closing: bool,
    /// Whether this is the sample as it ships, which gives way to whatever is
    /// opened.
    pub(super) pristine_sample: bool,
    /// Documents whose encoding was guessed in this session.
    pub(super) guessed: BTreeSet<Id>,
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
        let look = Look::from_settings(&settings);
        let analyst = analyst_of(&project, &settings);
        let mut wb = Self {
            project,
            history,
            session: None,
            places,
            analyst,
            messages: Messages::new(look.language),
            look,
            settings,
            surroundings,
            readers: Vec::new(),
            active: None,
            next_reader: 0,
            chosen_mark: None,
            recent_mark: None,
            find: FindState::default(),
            notices: VecDeque::new(),
            next_notice: 0,
            requests: Vec::new(),
            unkept: 0,
            saved_at: None,
            pending: None,
            closing: false,
            pristine_sample: false,
            guessed: BTreeSet::new(),
            generation: 0,
        };
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
        self.messages = Messages::new(language);
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
        self.project
            .analyst(&self.analyst)
            .map_or("", |analyst| analyst.name.as_str())
    }

    /// Signs what is done from now on with `name`: as the analyst of that
    /// name, who is added to the project when new.
    pub(super) fn sign_as(&mut self, name: &str) -> Result<(), CommandError> {
        let name = name.trim();
        if name.is_empty() {
            return Ok(());
        }
        name.clone_into(&mut self.settings.analyst);
        let known = self
            .project
            .analysts()
            .find(|analyst| analyst.name == name)
            .map(|analyst| analyst.id.clone());
        self.analyst = if let Some(id) = known {
            id
        } else {
            let id = self.new_id();
            let analyst = Analyst::new(id.clone(), name);
            self.commit("annotation.analyst", vec![Edit::create(analyst)])?;
            id
        };
        Ok(())
    }

    /// What undo and redo have before them.
    pub fn history(&self) -> &History {
        &self.history
    }

    // ---- edits ----------------------------------------------------------

    /// Carries out `edits` as one step of the history: checked wholly first,
    /// written to the journal, undone as one.
    pub fn commit(&mut self, command: &str, edits: Vec<Edit>) -> Result<(), CommandError> {
        if edits.is_empty() {
            return Ok(());
        }
        if !self.can_edit() {
            return Err(CommandError::message("toast-read-only-locked"));
        }
        self.apply(Transaction::new(
            self.new_id(),
            self.now(),
            self.analyst.clone(),
            command,
            edits,
        ))?;
        Ok(())
    }

    fn apply(&mut self, transaction: Transaction) -> Result<Arc<Transaction>, CommandError> {
        let transaction = Arc::new(transaction);
        self.begin_journal();
        self.project.apply(&transaction)?;
        self.journal(&transaction);
        self.history.record(Arc::clone(&transaction));
        self.pristine_sample = false;
        self.forget_missing();
        Ok(transaction)
    }

    pub(super) fn can_undo(&self) -> bool {
        self.can_edit() && self.history.undo_len() > 0
    }

    pub(super) fn can_redo(&self) -> bool {
        self.can_edit() && self.history.redo_len() > 0
    }

    pub(super) fn undo(&mut self) -> Result<(), CommandError> {
        let (id, at, by) = (self.new_id(), self.now(), self.analyst.clone());
        let Some(transaction) = self.history.undo(id, at, by) else {
            return Ok(());
        };
        let transaction = self.apply(transaction)?;
        self.show_step("toast-undid", &transaction);
        Ok(())
    }

    pub(super) fn redo(&mut self) -> Result<(), CommandError> {
        let (id, at, by) = (self.new_id(), self.now(), self.analyst.clone());
        let Some(transaction) = self.history.redo(id, at, by) else {
            return Ok(());
        };
        let transaction = self.apply(transaction)?;
        self.show_step("toast-redid", &transaction);
        Ok(())
    }

    /// What a step did, in the words of the interface: "tagging with Person".
    pub fn action_name(&self, step: &Transaction) -> String {
        let language = self.messages.language().code();
        let tag = step
            .edits
            .iter()
            .find_map(|edit| match edit.after.as_ref().or(edit.before.as_ref()) {
                Some(Record::Annotation(mark)) => self.project.tag(&mark.tag),
                _ => None,
            })
            .map_or("", |tag| tag.name(language));
        self.messages.action(
            &step.command,
            &[
                ("tag", Arg::from(tag)),
                ("count", Arg::from(step.edits.len())),
            ],
        )
    }

    /// Says what was undone or redone and brings it into sight.
    fn show_step(&mut self, message: &str, transaction: &Transaction) {
        let action = self.action_name(transaction);
        let text = self
            .messages
            .format(message, &[("action", Arg::from(action))]);
        self.notify(NoticeKind::Done, text);
        let mark = transaction.edits.iter().find_map(|edit| {
            match (edit.after.as_ref(), edit.before.as_ref()) {
                (Some(Record::Annotation(mark)), _) => Some((mark.clone(), true)),
                (None, Some(Record::Annotation(mark))) => Some((mark.clone(), false)),
                _ => None,
            }
        });
        if let Some((mark, exists)) = mark
            && let Some(span) = mark.hull()
        {
            let reader = self.show_document(&mark.document);
            self.select(
                reader,
                if exists {
                    Selection::caret(span.end)
                } else {
                    Selection::over(span)
                },
            );
            self.reveal(reader, span);
            self.chosen_mark = exists.then(|| mark.id.clone());
        }
    }

    /// Puts another project in the place of this one.
    pub(super) fn replace_project(
        &mut self,
        project: Project,
        history: History,
        session: Option<Session>,
    ) {
        self.project = project;
        self.history = history;
        self.session = session;
        self.analyst = analyst_of(&self.project, &self.settings);
        self.readers.clear();
        self.active = None;
        self.chosen_mark = None;
        self.recent_mark = None;
        self.find = FindState::default();
        self.unkept = 0;
        self.saved_at = None;
        self.pristine_sample = false;
        self.guessed.clear();
        self.generation += 1;
        self.open_first_readers();
    }

    /// Drops what points at records that are no longer there.
    fn forget_missing(&mut self) {
        let project = &self.project;
        let gone = |id: &Id| project.annotation(id).is_none();
        if self.chosen_mark.as_ref().is_some_and(gone) {
            self.chosen_mark = None;
        }
        if self.recent_mark.as_ref().is_some_and(gone) {
            self.recent_mark = None;
        }
        let shown = self.readers.len();
        self.readers
            .retain(|reader| project.document(&reader.document).is_some());
        if self.readers.is_empty() {
            // What is left is shown rather than an empty window.
            self.open_readers(shown.min(2));
        }
        if !self
            .readers
            .iter()
            .any(|reader| Some(reader.id) == self.active)
        {
            self.active = self.readers.first().map(|reader| reader.id);
        }
    }

    // ---- readers --------------------------------------------------------

    /// The open readers, in reading order.
    pub fn readers(&self) -> &[Reader] {
        &self.readers
    }

    /// The open reader with this id.
    pub fn reader(&self, id: ReaderId) -> Option<&Reader> {
        self.readers.iter().find(|reader| reader.id == id)
    }

    fn reader_mut(&mut self, id: ReaderId) -> Option<&mut Reader> {
        self.readers.iter_mut().find(|reader| reader.id == id)
    }

    /// The reader that keys and commands act on.
    pub fn active_reader(&self) -> Option<&Reader> {
        self.active.and_then(|id| self.reader(id))
    }

    /// The document in the active reader.
    pub fn active_document(&self) -> Option<&Document> {
        self.active_reader()
            .and_then(|reader| self.project.document(&reader.document))
    }

    /// Makes a reader the one that keys act on.
    pub fn activate(&mut self, id: ReaderId) {
        if self.active != Some(id) && self.reader(id).is_some() {
            self.active = Some(id);
            if self.find.open {
                self.refresh_find();
            }
        }
    }

    /// Two documents side by side to begin with.
    pub(super) fn open_first_readers(&mut self) {
        self.open_readers(2);
    }

    /// The first documents, in `count` readers.
    fn open_readers(&mut self, count: usize) {
        let documents: Vec<Id> = self
            .project
            .documents()
            .take(count)
            .map(|document| document.id.clone())
            .collect();
        for document in documents {
            self.push_reader(document);
        }
        self.active = self.readers.first().map(|reader| reader.id);
    }

    fn push_reader(&mut self, document: Id) -> ReaderId {
        let id = ReaderId(self.next_reader);
        self.next_reader += 1;
        self.readers.push(Reader::new(id, document));
        id
    }

    pub(super) fn can_add_reader(&self) -> bool {
        self.readers.len() < MOST_READERS && self.project.documents().next().is_some()
    }

    /// Opens one more reader, on `document` or on the first one not shown.
    pub fn add_reader(&mut self, document: Option<Id>) {
        if !self.can_add_reader() {
            return;
        }
        let document = document.or_else(|| {
            let shown = |id: &Id| self.readers.iter().any(|reader| reader.document == *id);
            self.project
                .documents()
                .map(|document| &document.id)
                .find(|id| !shown(id))
                .or_else(|| self.active_reader().map(|reader| &reader.document))
                .or_else(|| self.project.documents().map(|document| &document.id).next())
                .cloned()
        });
        if let Some(document) = document {
            let id = self.push_reader(document);
            self.activate(id);
        }
    }

    /// Closes a reader; the last one stays.
    pub fn close_reader(&mut self, id: ReaderId) {
        if self.readers.len() < 2 {
            return;
        }
        let index = self.readers.iter().position(|reader| reader.id == id);
        self.readers.retain(|reader| reader.id != id);
        if self.active == Some(id)
            && let Some(index) = index
        {
            self.active = self
                .readers
                .get(index.min(self.readers.len() - 1))
                .map(|reader| reader.id);
        }
    }

    pub(super) fn step_reader(&mut self) {
        let index = self
            .readers
            .iter()
            .position(|reader| Some(reader.id) == self.active)
            .map_or(0, |index| (index + 1) % self.readers.len().max(1));
        if let Some(id) = self.readers.get(index).map(|reader| reader.id) {
            self.activate(id);
        }
    }

    /// Shows `document` in the active reader, or goes to the reader that
    /// shows it already.
    pub fn show_document(&mut self, document: &Id) -> ReaderId {
        let shown = self
            .active_reader()
            .filter(|reader| reader.document == *document)
            .or_else(|| {
                self.readers
                    .iter()
                    .find(|reader| reader.document == *document)
            })
            .map(|reader| reader.id);
        if let Some(id) = shown {
            self.activate(id);
            return id;
        }
        if let Some(id) = self.active {
            if let Some(reader) = self.reader_mut(id) {
                *reader = Reader::new(id, document.clone());
            }
            self.chosen_mark = None;
            if self.find.open {
                self.refresh_find();
            }
            id
        } else {
            let id = self.push_reader(document.clone());
            self.active = Some(id);
            id
        }
    }

    pub(super) fn step_document(&mut self, forward: bool) {
        let ids: Vec<Id> = self
            .project
            .documents()
            .map(|document| document.id.clone())
            .collect();
        let Some(here) = self
            .active_reader()
            .and_then(|reader| ids.iter().position(|id| *id == reader.document))
        else {
            return;
        };
        let next = if forward {
            here + 1
        } else {
            here + ids.len() - 1
        } % ids.len();
        if let (Some(id), Some(active)) = (ids.get(next), self.active)
            && let Some(reader) = self.reader_mut(active)
        {
            *reader = Reader::new(active, id.clone());
            self.chosen_mark = None;
            if self.find.open {
                self.refresh_find();
            }
        }
    }

    // ---- selection ------------------------------------------------------

    /// Sets a reader's selection and makes the reader active; bytes past the
    /// text or inside a character are moved back to the nearest border.
    pub fn select(&mut self, id: ReaderId, selection: Selection) {
        self.activate(id);
        let Some(text) = self
            .reader(id)
            .and_then(|reader| self.project.document(&reader.document))
            .map(|document| document.text.clone())
        else {
            return;
        };
        let mut selection = selection;
        selection.anchor.byte = text.floor_char_boundary(selection.anchor.byte);
        selection.head.byte = text.floor_char_boundary(selection.head.byte);
        if let Some(reader) = self.reader_mut(id)
            && reader.selection != selection
        {
            reader.selection = selection;
            self.chosen_mark = None;
        }
    }

    /// The selected words of the active reader.
    pub fn selected_text(&self) -> Option<&str> {
        let reader = self.active_reader()?;
        let span = reader.selection.span();
        if span.is_empty() {
            return None;
        }
        span.of(&self.project.document(&reader.document)?.text)
    }

    /// Asks the window to bring `span` into sight.
    pub fn reveal(&mut self, id: ReaderId, span: Span) {
        if let Some(reader) = self.reader_mut(id) {
            reader.reveal = Some(span);
        }
    }

    /// Called by the window once it has done so.
    pub fn revealed(&mut self, id: ReaderId) {
        if let Some(reader) = self.reader_mut(id) {
            reader.reveal = None;
        }
    }

    /// The mark that is chosen: shown in the inspector.
    pub fn selected_mark(&self) -> Option<&Annotation> {
        self.chosen_mark
            .as_ref()
            .and_then(|id| self.project.annotation(id))
    }

    /// The mark that was made or chosen last.
    pub fn recent_mark(&self) -> Option<&Annotation> {
        self.recent_mark
            .as_ref()
            .and_then(|id| self.project.annotation(id))
    }

    /// Chooses a mark, or none.
    pub fn choose_mark(&mut self, id: Option<Id>) {
        if id.is_some() {
            self.recent_mark.clone_from(&id);
        }
        self.chosen_mark = id;
    }

    /// Chooses a mark and brings it into sight.
    pub fn go_to_mark(&mut self, id: &Id) {
        let Some(mark) = self.project.annotation(id).cloned() else {
            return;
        };
        let reader = self.show_document(&mark.document);
        if let Some(span) = mark.hull() {
            self.select(reader, Selection::caret(span.start));
            self.reveal(reader, span);
        }
        self.choose_mark(Some(mark.id));
    }

    pub(super) fn step_mark(&mut self, forward: bool) {
        let Some(reader) = self.active_reader() else {
            return;
        };
        let marks: Vec<(Span, Id)> = self
            .project
            .annotations_of(&reader.document)
            .filter_map(|mark| Some((mark.hull()?, mark.id.clone())))
            .collect();
        let here = self
            .chosen_mark
            .as_ref()
            .and_then(|id| marks.iter().position(|(_, other)| other == id));
        let caret = reader.selection.head.byte;
        let next = match (here, forward) {
            (Some(index), true) => (index + 1) % marks.len(),
            (Some(index), false) => (index + marks.len() - 1) % marks.len(),
            (None, true) => marks
                .iter()
                .position(|(span, _)| span.start >= caret)
                .unwrap_or(0),
            (None, false) => marks
                .iter()
                .rposition(|(span, _)| span.start < caret)
                .unwrap_or(marks.len().saturating_sub(1)),
        };
        if let Some((_, id)) = marks.get(next) {
            self.go_to_mark(&id.clone());
        }
    }

    // ---- find, notices, requests ---------------------------------------

    /// What is looked for and where it was found.
    pub fn find(&self) -> &FindState {
        &self.find
    }

    pub(super) fn find_mut(&mut self) -> &mut FindState {
        &mut self.find
    }

    /// Puts the find field away.
    pub fn close_find(&mut self) {
        self.find.open = false;
    }

    /// Says a sentence in the window.
    pub fn notify(&mut self, kind: NoticeKind, text: String) {
        self.next_notice += 1;
        self.notices.push_back(Notice {
            kind,
            text,
            number: self.next_notice,
        });
        // More than a handful at once is noise; problems are kept longest.
        while self.notices.len() > 5 {
            let index = self
                .notices
                .iter()
                .position(|notice| notice.kind == NoticeKind::Done)
                .unwrap_or(0);
            self.notices.remove(index);
        }
    }

    /// The sentences to be shown, oldest first.
    pub fn notices(&self) -> impl Iterator<Item = &Notice> {
        self.notices.iter()
    }

    /// Puts a sentence away.
    pub fn dismiss(&mut self, number: u64) {
        self.notices.retain(|notice| notice.number != number);
    }

    /// Asks the window for something.
    pub fn request(&mut self, request: Request) {
        self.requests.push(request);
    }

    /// What the window is asked for since it last looked.
    pub fn take_requests(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.requests)
    }

    /// Runs a command of the table; what goes wrong becomes a notice.
    /// Returns whether it was carried out.
    pub fn run(&mut self, id: &str, args: &super::Args) -> bool {
        let Some(command) = super::table::command(id) else {
            return false;
        };
        if !(command.enabled)(self) {
            if command.menu == super::Menu::Mark && !self.can_edit() {
                // A key that does nothing would look like a broken key.
                self.report(&CommandError::message("toast-read-only-locked"));
            }
            return false;
        }
        match (command.run)(self, args) {
            Ok(()) => true,
            Err(error) => {
                self.report(&error);
                false
            }
        }
    }

    /// Shows why something was not done.
    pub fn report(&mut self, error: &CommandError) {
        let text = match error {
            CommandError::Message(id) => self.messages.text(id),
            other => other.to_string(),
        };
        self.notify(NoticeKind::Problem, text);
    }
}

/// Who works on a project: the analyst with the name in the settings, else
/// the first.
fn analyst_of(project: &Project, settings: &Settings) -> Id {
    project
        .analysts()
        .find(|analyst| analyst.name == settings.analyst)
        .or_else(|| project.analysts().next())
        .map_or_else(|| Id::new("analyst"), |analyst| analyst.id.clone())
}
