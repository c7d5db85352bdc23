//! Opening projects and texts.

use std::path::{Path, PathBuf};

use crate::entities::Learned;
use crate::i18n::{Arg, Language};
use crate::language::title;
use crate::model::{Analyst, Document, Edit, History, Id, Project};
use crate::store::{self, Opened, Places, ReadDocument, Session, Settings};

use super::ahead::Ahead;
use super::keeping::Pending;
use super::{CommandError, NoticeKind, SystemSurroundings, Workbench, sample, sentences};

/// Oddities of a project that are said one by one; more would be noise.
const MOST_WARNINGS: usize = 4;

impl Workbench {
    /// The workbench a window starts with: on `paths`, or on unsaved work of
    /// an earlier session, or on the sample. What cannot be opened becomes a
    /// notice.
    pub fn start(paths: &[PathBuf]) -> Self {
        Self::start_with(paths, Ahead::default())
    }

    /// The same with files that have been read already.
    pub fn start_with(paths: &[PathBuf], ahead: Ahead) -> Self {
        let (places, problem) = match Places::of_user() {
            Ok(places) => (Some(places), None),
            Err(error) => (None, Some(error.to_string())),
        };
        let settings = places.as_ref().map_or_else(Settings::default, |places| {
            Settings::load(&places.settings())
        });
        let mut wb = Self::on_sample(settings, places);
        wb.ahead = ahead;
        if let Some(problem) = problem {
            wb.notify(NoticeKind::Problem, problem);
        }
        let opened = if paths.is_empty() {
            wb.recover_unnamed()
        } else {
            wb.open(paths)
        };
        if let Err(error) = opened {
            wb.report(&error);
        }
        wb.ahead = Ahead::default();
        wb
    }

    /// The workbench of a picture: on `path`, or on the sample; it writes
    /// nothing anywhere.
    pub fn for_picture(path: Option<&Path>) -> Result<Self, CommandError> {
        Self::for_picture_in(path, Language::En)
    }

    /// The same, speaking another language from the first word on.
    pub fn for_picture_in(path: Option<&Path>, language: Language) -> Result<Self, CommandError> {
        let mut wb = Self::on_sample(Settings::default(), None);
        wb.set_language(language);
        match path {
            Some(path) if store::is_project(path) => {
                let loaded = store::load(path)?;
                wb.replace_project(loaded.project, History::new(), None);
            }
            Some(path) => wb.open_texts(&[path.to_owned()])?,
            None => {}
        }
        Ok(wb)
    }

    /// The workbench on the sample, changed by nobody yet.
    fn on_sample(settings: Settings, places: Option<Places>) -> Self {
        let (project, problem) = match sample::sample() {
            Ok(loaded) => (loaded.project, None),
            Err(error) => (empty_project("Hashiya", &settings), Some(error)),
        };
        let mut wb = Self::new(
            project,
            History::new(),
            settings,
            places,
            Box::new(SystemSurroundings),
        );
        wb.pristine_sample = true;
        if let Some(error) = problem {
            wb.report(&error);
        }
        wb
    }

    /// Work of an earlier session that never got a file.
    fn recover_unnamed(&mut self) -> Result<(), CommandError> {
        let Some(path) = self
            .places
            .as_ref()
            .and_then(|places| Session::unnamed(places).pop())
        else {
            return Ok(());
        };
        let opened = Session::open_unnamed(&path)?;
        self.take_over(opened, None);
        Ok(())
    }

    /// Opens files, folders or a project, whatever the paths lead to.
    pub(super) fn open(&mut self, paths: &[PathBuf]) -> Result<(), CommandError> {
        let mut projects = Vec::new();
        let mut texts = Vec::new();
        for path in paths {
            if path.is_dir() {
                let found = store::documents_in(path)?;
                if found.is_empty() {
                    let shown = super::shown_path(path);
                    let text = self
                        .messages()
                        .format("error-empty-folder", &[("path", Arg::from(shown))]);
                    self.notify(NoticeKind::Problem, text);
                }
                texts.extend(found);
            } else if looks_like_project(path) {
                projects.push(path.clone());
            } else {
                texts.push(path.clone());
            }
        }
        if let Some(project) = projects.first() {
            if self.unsaved_changes() > 0 && self.is_writable() {
                self.settle(Pending::Open(paths.to_vec()));
                return Ok(());
            }
            self.open_project(project)?;
        }
        if texts.is_empty() {
            return Ok(());
        }
        self.open_texts(&texts)
    }

    fn open_project(&mut self, path: &Path) -> Result<(), CommandError> {
        // The same project again: its own lock would make it read-only.
        let same = |own: &Path| std::path::absolute(path).is_ok_and(|path| path == own);
        if self.project_path().is_some_and(same) {
            return Ok(());
        }
        let (opened, learned) = self.ahead.project(path)?;
        self.take_over(opened, learned);
        self.remember(path);
        Ok(())
    }

    fn take_over(&mut self, opened: Opened, learned: Option<Learned>) {
        let Opened {
            session,
            project,
            history,
            report,
        } = opened;
        let access = session.access().clone();
        self.keep_desk();
        if let Some(old) = self.session.take()
            && let Err((_, error)) = old.close()
        {
            self.report(&error.into());
        }
        self.replace_project_learned(project, history, Some(session), learned);
        // Another window's unsaved changes are not recovered, only read.
        let own = access == store::Access::Writable;
        let said: Vec<String> = report
            .warnings
            .iter()
            .filter(|warning| own || !matches!(warning, store::Warning::Recovered { .. }))
            .filter(|warning| !matches!(warning, store::Warning::Forgotten { .. }))
            .take(MOST_WARNINGS)
            .map(|warning| sentences::warning(self.messages(), warning))
            .chain(sentences::access(self.messages(), &access))
            .collect();
        for sentence in said {
            self.notify(NoticeKind::Problem, sentence);
        }
        if report.forgotten > 0 {
            // Nothing is lost and nothing is to be done: no alarm.
            let count = [("count", Arg::from(report.forgotten))];
            let text = self.messages().format("toast-forgotten", &count);
            self.notify(NoticeKind::Done, text);
        }
        self.say_who_signs();
        self.restore_desk();
    }

    /// Adds texts to the project as one step of the history; on the untouched
    /// sample, begins a project of their own.
    fn open_texts(&mut self, paths: &[PathBuf]) -> Result<(), CommandError> {
        if !self.can_edit() {
            return Err(self.why_read_only());
        }
        let mut read: Vec<ReadDocument> = Vec::new();
        let mut known: Option<Id> = None;
        for path in paths {
            match self.ahead.text(path) {
                Ok(document) => {
                    let twin = self
                        .project()
                        .documents()
                        .find(|other| other.sha256 == document.sha256 && !self.pristine_sample)
                        .map(|other| (other.id.clone(), other.title.clone()));
                    if let Some((id, title)) = twin {
                        let text = self
                            .messages()
                            .format("toast-already-open", &[("title", Arg::from(title))]);
                        self.notify(NoticeKind::Done, text);
                        known = Some(id);
                    } else {
                        read.push(document);
                    }
                }
                Err(error) => self.report(&error.into()),
            }
        }
        if read.is_empty() {
            if let Some(id) = known {
                self.show_document(&id);
            }
            return Ok(());
        }
        if self.pristine_sample {
            let project = empty_project(&name_for(&read), self.settings());
            self.replace_project(project, History::new(), None);
        }
        let at = self.now();
        let first_order = self.project().next_document_order();
        let mut ids = Vec::new();
        let mut edits = Vec::new();
        for (order, document) in (first_order..).zip(read) {
            let id = self.new_id();
            let name = title_of(&document);
            if document.decoded.guessed {
                self.guessed.insert(id.clone());
            }
            edits.push(Edit::create(document.into_document(
                id.clone(),
                name,
                at,
                order,
            )));
            ids.push(id);
        }
        let count = ids.len();
        self.commit_as_is("file.open", edits)?;
        self.show_opened(&ids);
        let text = self
            .messages()
            .format("toast-opened", &[("count", Arg::from(count))]);
        self.notify(NoticeKind::Done, text);
        for path in paths.iter().rev().take(4) {
            self.remember(path);
        }
        Ok(())
    }

    /// Two documents opened together stand side by side.
    fn show_opened(&mut self, ids: &[Id]) {
        let Some(first) = ids.first() else { return };
        let reader = self.show_document(first);
        if let Some(second) = ids.get(1) {
            let other = self
                .readers()
                .iter()
                .map(|other| other.id)
                .find(|id| *id != reader);
            match other {
                Some(other) => {
                    self.activate(other);
                    self.show_document(second);
                }
                None => self.add_reader(Some(second.clone())),
            }
            self.activate(reader);
        }
    }

    /// Whether the document's encoding was guessed when it was opened.
    pub fn encoding_guessed(&self, document: &Document) -> bool {
        self.guessed.contains(&document.id)
    }

    /// Whether the document can be read again in another encoding: while
    /// nothing is marked in it.
    pub fn can_change_encoding(&self, document: &Document) -> bool {
        self.can_edit()
            && document.source.is_some()
            && self.project().annotation_count(&document.id) == 0
            && !self.project().decisions().any(|decision| {
                decision.span.is_some() && decision.document.as_ref() == Some(&document.id)
            })
    }

    /// Reads the active document's file again, in the encoding of this name.
    pub(super) fn reload_in_encoding(&mut self, encoding: &str) -> Result<(), CommandError> {
        let Some(before) = self.active_document().cloned() else {
            return Err(CommandError::message("error-no-document"));
        };
        let Some(source) = before
            .source
            .clone()
            .filter(|_| self.can_change_encoding(&before))
        else {
            return Err(CommandError::message("dialog-encoding-locked"));
        };
        let read = store::read_document(Path::new(&source), Some(encoding))?;
        if read.sha256 != before.sha256 {
            let text = self
                .messages()
                .format("error-encoding-changed", &[("path", Arg::from(source))]);
            self.notify(NoticeKind::Problem, text);
            return Ok(());
        }
        let mut after = before.clone();
        after.title = title_of(&read);
        read.decoded.encoding.clone_into(&mut after.encoding);
        after.had_bom = read.decoded.had_bom;
        after.text = read.decoded.text.into();
        let id = before.id.clone();
        self.commit("file.reload-encoding", vec![Edit::change(before, after)])?;
        self.guessed.remove(&id);
        if let Some(reader) = self.active_reader().map(|reader| reader.id) {
            self.select(reader, super::Selection::caret(0));
        }
        Ok(())
    }
}

/// A name for a project of these texts, until it is saved: that of the text,
/// or of the folder when there are more.
fn name_for(texts: &[ReadDocument]) -> String {
    let first = texts.first().map(|text| Path::new(&text.source));
    let name = match texts.len() {
        0 | 1 => first.and_then(Path::file_stem),
        _ => first.and_then(Path::parent).and_then(Path::file_name),
    };
    name.or_else(|| first.and_then(Path::file_stem))
        .map_or_else(
            || "Hashiya".to_owned(),
            |name| name.to_string_lossy().into_owned(),
        )
}

/// Whether a path should be opened as a project: ours, or a JSON file, which
/// is a project or nothing we can read.
pub(super) fn looks_like_project(path: &Path) -> bool {
    store::is_project(path)
        || path
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}

fn title_of(document: &ReadDocument) -> String {
    let title = title::document_title(&document.decoded.text);
    if title.is_empty() {
        Path::new(&document.source).file_name().map_or_else(
            || document.source.clone(),
            |name| name.to_string_lossy().into_owned(),
        )
    } else {
        title
    }
}

/// A project with the default tags and nothing else.
fn empty_project(name: &str, settings: &Settings) -> Project {
    let analyst = match settings.analyst.trim() {
        "" => "Analyst",
        name => name,
    };
    Project::new(name, Analyst::new(Id::new("analyst-1"), analyst))
}
