//! Keeping the work safe: the journal, saving, and leaving.
//!
//! A project without a file is journalled in the user's state folder from its
//! first change on, so that a crash loses nothing there either.

use std::path::{Path, PathBuf};

use crate::i18n::Arg;
use crate::language::invisible::visible_name;
use crate::model::{Timestamp, Transaction};
use crate::store::{Access, Session, StoreError};

use super::{CommandError, NoticeKind, PathPurpose, Request, Workbench};

/// Whether the work is safe, for the status line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SavedState {
    /// The project's file holds everything; saved at this time, if it was in
    /// this session.
    Saved(Option<Timestamp>),
    /// The project has no file yet, and nothing that needs one.
    NeverSaved,
    /// What the file lacks is in the journal: a crash would lose nothing.
    Journalled,
    /// Changes exist only in memory: the journal cannot be written.
    Unsafe,
    /// Another window has the project, or it may not be written.
    ReadOnly,
}

/// What goes on once unsaved work is settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Pending {
    /// The window closes.
    Close,
    /// A project takes the place of this one.
    Open(Vec<PathBuf>),
}

impl Workbench {
    /// Where the project is kept; none until a project without a file has its
    /// first change.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// The project's file, if it has one of its own.
    pub fn project_path(&self) -> Option<&Path> {
        self.session
            .as_ref()
            .filter(|session| session.state().named)
            .map(Session::path)
    }

    /// Whether the project may be changed: it can be written, and is not only
    /// read.
    pub fn can_edit(&self) -> bool {
        self.is_writable() && !self.modes().reading
    }

    /// Whether nothing but a choice stands against changing the project.
    pub fn is_writable(&self) -> bool {
        self.session
            .as_ref()
            .is_none_or(|session| *session.access() == Access::Writable)
    }

    /// Changes that the project's file does not hold yet.
    pub fn unsaved_changes(&self) -> usize {
        match &self.session {
            Some(session) => {
                let state = session.state();
                state.committed.saturating_sub(state.saved) as usize
            }
            None => self.unkept,
        }
    }

    /// Whether the work is safe.
    pub fn saved_state(&self) -> SavedState {
        let Some(session) = &self.session else {
            return if self.unkept == 0 {
                SavedState::NeverSaved
            } else {
                SavedState::Unsafe
            };
        };
        let state = session.state();
        if state.access != Access::Writable {
            SavedState::ReadOnly
        } else if self.only_opened() {
            SavedState::NeverSaved
        } else if state.is_saved() {
            if state.named {
                SavedState::Saved(self.saved_at)
            } else {
                SavedState::NeverSaved
            }
        } else if state.problem.is_some() {
            SavedState::Unsafe
        } else {
            SavedState::Journalled
        }
    }

    /// Makes the journal of a project that has none yet; called before its
    /// first change.
    pub(super) fn begin_journal(&mut self) {
        if self.session.is_some() || self.unkept > 0 {
            return;
        }
        let Some(places) = &self.places else {
            return;
        };
        match Session::create_unnamed(places, self.project()) {
            Ok(session) => self.session = Some(session),
            Err(error) => self.report(&error.into()),
        }
    }

    /// Hands a transaction that was applied to the journal.
    pub(super) fn journal(&mut self, transaction: &Transaction) {
        match &mut self.session {
            Some(session) => {
                if let Err(error) = session.commit(transaction) {
                    self.report(&error.into());
                }
            }
            None => self.unkept += 1,
        }
    }

    /// Has the window woken when the journal has reached the disk.
    pub fn on_journal_change(&self, waker: impl Fn() + Send + 'static) {
        if let Some(session) = &self.session {
            session.on_change(waker);
        }
    }

    /// Says that the journal cannot be written, once while it cannot. Cheap
    /// enough for every frame.
    pub fn watch_journal(&mut self) {
        let state = self.session.as_ref().map(Session::state);
        let problem = state
            .filter(|state| state.access == Access::Writable && !state.is_durable())
            .and_then(|state| state.problem);
        let said = std::mem::replace(&mut self.journal_trouble, problem.is_some());
        if let Some(reason) = problem.filter(|_| !said) {
            let path = self.session.as_ref().map(Session::path);
            let path = path.unwrap_or_else(|| Path::new("")).to_owned();
            self.report(&StoreError::Journal { reason, path }.into());
        }
    }

    pub(super) fn save(&mut self) -> Result<(), CommandError> {
        if self.project_path().is_none() {
            self.request(Request::PickPath {
                purpose: PathPurpose::SaveAs,
                suggestion: self.path_suggestion(PathPurpose::SaveAs),
            });
            return Ok(());
        }
        let project = self.project().clone();
        if let Some(session) = &mut self.session {
            match session.save(&project) {
                // Neither version goes without an answer.
                Err(StoreError::ChangedOnDisk(_)) => {
                    let request = Request::AskChanged {
                        other: session.name_for_other(),
                        own: session.name_for_own(),
                    };
                    self.request(request);
                    return Ok(());
                }
                saved => saved?,
            }
        }
        self.after_saving();
        Ok(())
    }

    pub(super) fn save_as(&mut self, path: &Path) -> Result<(), CommandError> {
        let saved = self.try_save_as(path);
        if saved.is_err() {
            // Whoever saves later does not leave by that.
            self.pending = None;
        }
        saved
    }

    fn try_save_as(&mut self, path: &Path) -> Result<(), CommandError> {
        let chosen = path;
        let path = crate::store::with_project_suffix(chosen);
        let own = self.project_path().is_some_and(|own| own == path);
        if path != chosen && path.exists() && !own {
            // Nobody was asked about the file with the full name.
            let shown = super::shown_path(&path);
            let text = self
                .messages()
                .format("error-name-taken", &[("path", Arg::from(shown))]);
            self.notify(NoticeKind::Problem, text);
            self.pending = None;
            return Ok(());
        }
        if own && !self.is_writable() {
            // Whoever may write it has perhaps done so meanwhile.
            return Err(self.why_read_only());
        }
        if own {
            return self.save();
        }
        let project = self.project().clone();
        match &mut self.session {
            Some(session) => session.save_as(&path, &project)?,
            None => self.session = Some(Session::create(&path, &project)?),
        }
        self.unkept = 0;
        self.pristine_sample = false;
        self.remember(&path);
        self.after_saving();
        Ok(())
    }

    fn after_saving(&mut self) {
        self.saved_at = Some(self.now());
        self.keep_desk();
        let path = self
            .project_path()
            .map_or_else(String::new, super::shown_path);
        let text = self
            .messages()
            .format("toast-saved", &[("path", Arg::from(path))]);
        self.notify(NoticeKind::Done, text);
        self.go_on();
    }

    // ---- leaving --------------------------------------------------------

    /// Whether closing the window should be stopped first, to ask or to put
    /// things in order.
    pub fn wants_to_ask_before_closing(&self) -> bool {
        !self.closing && self.unsaved_changes() > 0 && self.is_writable()
    }

    /// Whether nothing was done but opening texts that are on the disk
    /// anyway: nobody needs to be asked about that.
    fn only_opened(&self) -> bool {
        self.project_path().is_none()
            && self
                .history()
                .transactions()
                .all(|step| step.command == "file.open")
    }

    /// Goes on with `pending` at once, or asks first when work is unsaved.
    pub(super) fn settle(&mut self, pending: Pending) {
        self.pending = Some(pending);
        if self.only_opened() {
            self.discard_pending();
        } else if self.unsaved_changes() > 0 && self.is_writable() {
            self.request(Request::AskUnsaved);
        } else {
            self.go_on();
        }
    }

    /// The answer "save": saves, and then goes on.
    pub fn save_pending(&mut self) {
        if let Err(error) = self.save() {
            self.pending = None;
            self.report(&error);
        }
    }

    /// The answer "discard": drops what is not in the file, and goes on.
    pub fn discard_pending(&mut self) {
        if self.project_path().is_some() {
            self.keep_desk();
        }
        if let Some(session) = self.session.take()
            && let Err(error) = session.discard()
        {
            self.report(&error.into());
        }
        self.unkept = 0;
        self.go_on();
    }

    /// The answer "stay".
    pub fn cancel_pending(&mut self) {
        self.pending = None;
    }

    /// The answer "save mine" when another program has written the file: it
    /// is saved, and the other version kept beside it.
    pub fn save_over_other(&mut self) -> Result<(), CommandError> {
        let project = self.project().clone();
        let Some(session) = &mut self.session else {
            return Ok(());
        };
        let kept = match session.save_keeping_other(&project) {
            Ok(kept) => kept,
            Err(error) => {
                self.pending = None;
                return Err(error.into());
            }
        };
        self.after_saving();
        if let Some(kept) = kept {
            self.say_kept("toast-kept-other", &kept);
        }
        Ok(())
    }

    /// The answer "open the other" when another program has written the file:
    /// this version is kept beside it, and the file opened as it is now.
    pub fn open_other(&mut self) -> Result<(), CommandError> {
        let Some(path) = self.project_path().map(Path::to_owned) else {
            return Ok(());
        };
        // What cannot be read is no other version to go on with.
        if let Err(error) = crate::store::load(&path) {
            self.pending = None;
            return Err(error.into());
        }
        self.keep_desk();
        let project = self.project().clone();
        let Some(session) = self.session.take() else {
            return Ok(());
        };
        let own = match session.step_aside(&project) {
            Ok(own) => own,
            Err((session, error)) => {
                self.session = Some(session);
                self.pending = None;
                return Err(error.into());
            }
        };
        self.unkept = 0;
        if self.pending.is_some() {
            self.go_on();
        } else {
            self.open(&[path])?;
        }
        self.say_kept("toast-kept-own", &own);
        Ok(())
    }

    fn say_kept(&mut self, id: &str, path: &Path) {
        let shown = super::shown_path(path);
        let text = self.messages().format(id, &[("path", Arg::from(shown))]);
        self.notify(NoticeKind::Problem, text);
    }

    fn go_on(&mut self) {
        match self.pending.take() {
            Some(Pending::Close) => {
                self.closing = true;
                self.request(Request::Close);
            }
            Some(Pending::Open(paths)) => {
                if let Err(error) = self.open(&paths) {
                    self.report(&error);
                }
            }
            None => {}
        }
    }

    /// The window is gone: settings are written and the session ends. What
    /// was not saved and not discarded stays in the journal.
    pub fn leave(&mut self) {
        if let Some(path) = self.places.as_ref().map(crate::store::Places::settings)
            && let Err(error) = self.settings_to_keep().save(&path)
        {
            log::warn!("{error}");
        }
        self.keep_desk();
        if let Some(session) = self.session.take()
            && let Err((_, error)) = session.close()
        {
            log::error!("{error}");
        }
    }

    pub(super) fn remember(&mut self, path: &Path) {
        // A path relative to this start means nothing at the next.
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.settings_mut().add_recent(&path);
    }

    /// A path to begin a file dialog with.
    pub fn path_suggestion(&self, purpose: PathPurpose) -> Option<PathBuf> {
        let own = self.project_path();
        let folder = own
            .or_else(|| self.settings().recent.first().map(PathBuf::as_path))
            .and_then(Path::parent);
        // A name for a new file hides nothing, whatever the old one did.
        let stem: String = visible_name(&self.title())
            .chars()
            .map(|c| {
                if c.is_control() || "/\\:*?\"<>|\u{27E8}\u{27E9}".contains(c) {
                    '-'
                } else {
                    c
                }
            })
            .collect();
        let name = match purpose {
            PathPurpose::Open | PathPurpose::OpenFolder | PathPurpose::ImportCodebook => {
                return folder.map(Path::to_owned);
            }
            PathPurpose::SaveAs => format!("{stem}.hashiya.json"),
            PathPurpose::Export(format) => format!("{stem}.{}", format.extension()),
            PathPurpose::ExportCodebook(format) => {
                format!("{stem}.codebook.{}", format.extension())
            }
        };
        Some(folder.map_or_else(|| PathBuf::from(&name), |folder| folder.join(&name)))
    }
}
