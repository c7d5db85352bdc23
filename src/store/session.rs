//! An open project: its file, its journal and its lock.
//!
//! The project and its history belong to the caller. The session is told of
//! every transaction that was applied ([`Session::commit`]), which makes it
//! safe against a crash at once, and writes the whole when asked
//! ([`Session::save`]).
//!
//! **Invariant:** a session writes only while it holds the lock, and only
//! over the file it has read or written itself.

mod conflict;
mod glance;
mod names;
mod opening;

pub use glance::glance;
pub use names::with_project_suffix;
pub use opening::Opened;

use super::{
    Header, StoreError,
    atomic::resolve,
    journal::read_journal,
    journal_writer::{JournalWriter, Start, Waker},
    lock::ProjectLock,
    project_file,
    reading::{Fingerprint, read_bytes},
    write_atomically,
};
use crate::model::{Id, Project, Transaction};
pub(super) use names::journal_path;
use names::{cut, set_aside};
use opening::lock_for_writing;
use std::{
    collections::BTreeSet,
    fmt, fs,
    path::{Path, PathBuf},
    time::Duration,
};

/// How long closing and saving wait for the journal.
const PATIENCE: Duration = Duration::from_secs(5);

/// Whether a project can be changed, and if not, why.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Access {
    /// It can.
    Writable,
    /// Another window or program holds it; what it says about itself.
    OpenElsewhere(String),
    /// A newer version has written it.
    Newer,
    /// The file or its folder cannot be written.
    Protected,
}

impl fmt::Display for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Writable => f.write_str("The project can be changed"),
            Self::OpenElsewhere(who) if who.is_empty() => {
                f.write_str("The project is open in another window")
            }
            Self::OpenElsewhere(who) => {
                write!(f, "The project is open in another window ({who})")
            }
            Self::Newer => f.write_str("The project was written by a newer Hashiya"),
            Self::Protected => f.write_str("The project or its folder cannot be written"),
        }
    }
}

/// How safe the work is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct State {
    /// The number of the last transaction that was committed.
    pub committed: u64,
    /// The last one that is on the disk, in the journal or the file.
    pub durable: u64,
    /// The last one that is in the project file.
    pub saved: u64,
    /// Why the journal cannot be written, while it cannot.
    pub problem: Option<String>,
    /// Whether the project has a name of its own yet.
    pub named: bool,
    /// Whether it can be changed.
    pub access: Access,
}

impl State {
    /// Whether a crash now would lose nothing.
    pub fn is_durable(&self) -> bool {
        self.durable >= self.committed
    }

    /// Whether the project file contains everything.
    pub fn is_saved(&self) -> bool {
        self.saved >= self.committed
    }
}

/// The files of an open project.
#[derive(Debug)]
pub struct Session {
    path: PathBuf,
    named: bool,
    access: Access,
    header: Header,
    saved: u64,
    /// Of the file as it was last read or written here; none while a new
    /// project's first file is left to the journal's thread.
    fingerprint: Option<Fingerprint>,
    // Declared before the lock: the last line is written under it.
    journal: Option<JournalWriter>,
    _lock: Option<ProjectLock>,
}

impl Session {
    fn start_journal(
        &mut self,
        bytes: u64,
        written: BTreeSet<String>,
        base: Option<Box<(Project, Header)>>,
    ) -> Result<(), StoreError> {
        self.journal = Some(JournalWriter::start(Start {
            path: journal_path(&self.path),
            beside: self.path.clone(),
            project: self.header.id.clone(),
            whole_bytes: bytes,
            durable: self.header.transactions,
            written,
            base,
        })?);
        Ok(())
    }

    /// The project file, with links resolved.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The project's own name, which it keeps wherever its file goes.
    pub fn project_id(&self) -> &Id {
        &self.header.id
    }

    /// Whether the project can be changed, and if not, why.
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// How safe the work is; cheap enough to ask in every frame.
    pub fn state(&self) -> State {
        let progress = self.journal.as_ref().map(JournalWriter::progress);
        let (durable, problem) = progress.map_or((self.header.transactions, None), |progress| {
            (progress.durable, progress.problem)
        });
        State {
            committed: self.header.transactions,
            durable: durable.max(self.saved),
            saved: self.saved,
            problem,
            named: self.named,
            access: self.access.clone(),
        }
    }

    /// Has a function called, from another thread, whenever
    /// [`Session::state`] has changed by itself.
    pub fn on_change(&self, waker: impl Fn() + Send + 'static) {
        if let Some(journal) = &self.journal {
            journal.set_waker(Box::new(waker) as Waker);
        }
    }

    /// Takes over a transaction that has been applied to the project. It is
    /// written to the journal at once, on another thread; the number returned
    /// is safe when [`State::durable`] reaches it.
    pub fn commit(&mut self, transaction: &Transaction) -> Result<u64, StoreError> {
        let journal = self.journal.as_ref().ok_or_else(|| self.read_only())?;
        self.header.transactions += 1;
        self.header.last_transaction = Some(transaction.id.clone());
        journal.append(self.header.transactions, transaction.clone());
        Ok(self.header.transactions)
    }

    /// Waits until everything committed is on the disk, at most this long;
    /// whether it is.
    pub fn wait_until_durable(&self, longest: Duration) -> bool {
        self.journal
            .as_ref()
            .is_none_or(|journal| journal.wait_for(self.header.transactions, longest))
    }

    /// Writes the project file. The project must be in the state that all
    /// committed transactions have led to. Refused if another program has
    /// changed the file meanwhile.
    pub fn save(&mut self, project: &Project) -> Result<(), StoreError> {
        if self.changed_on_disk()? {
            return Err(StoreError::ChangedOnDisk(self.path.clone()));
        }
        self.save_anyway(project)
    }

    /// Writes the project file even if another program has changed it; for
    /// use after the user has agreed.
    pub fn save_anyway(&mut self, project: &Project) -> Result<(), StoreError> {
        if self.access != Access::Writable {
            return Err(self.read_only());
        }
        // The journal first, so that it has no gap if the power goes now. If
        // its disk refuses, the project file is all the more needed.
        self.wait_until_durable(PATIENCE);
        self.fingerprint = Some(project_file::save(project, &self.header, &self.path)?);
        self.saved = self.header.transactions;
        Ok(())
    }

    /// Whether another program has changed the file since it was read or
    /// written here. A file that is gone counts as unchanged: there is
    /// nothing to overwrite.
    pub fn changed_on_disk(&self) -> Result<bool, StoreError> {
        let Some(fingerprint) = self.fingerprint else {
            return Ok(false);
        };
        match read_bytes(&self.path) {
            Ok(bytes) => Ok(Fingerprint::of(&bytes) != fingerprint),
            Err(StoreError::Missing(_)) => Ok(false),
            Err(StoreError::TooLarge { .. }) => Ok(true),
            Err(error) => Err(error),
        }
    }

    /// Writes the project to another path, in place of any file there, and
    /// goes on with that one; its history goes along. A project without a
    /// name gets one by this, and its nameless files go.
    pub fn save_as(&mut self, path: &Path, project: &Project) -> Result<(), StoreError> {
        let path = resolve(path);
        if path == self.path && self.access == Access::Writable {
            self.save_anyway(project)?;
            self.named = true;
            return Ok(());
        }
        let lock = lock_for_writing(&path)?;
        self.wait_until_durable(PATIENCE);
        let fingerprint = project_file::save(project, &self.header, &path)?;
        let bytes = copy_journal_of(&self.path, &self.header.id, &path);

        let old = std::mem::replace(
            self,
            Self {
                path,
                named: true,
                access: Access::Writable,
                header: self.header.clone(),
                saved: self.header.transactions,
                fingerprint: Some(fingerprint),
                journal: None,
                _lock: lock,
            },
        );
        if !old.named {
            old.remove_files();
        }
        self.start_journal(bytes, BTreeSet::new(), None)
    }

    /// Ends the session. What was committed but not saved stays in the
    /// journal and is there at the next start. Fails if the journal cannot be
    /// written; the session is then handed back, so that the window can stay.
    #[expect(clippy::result_large_err, reason = "the session itself comes back")]
    pub fn close(self) -> Result<(), (Self, StoreError)> {
        if !self.wait_until_durable(PATIENCE) && !self.state().is_saved() {
            let error = StoreError::Journal {
                reason: self
                    .state()
                    .problem
                    .unwrap_or_else(|| "the disk is slow".to_owned()),
                path: journal_path(&self.path),
            };
            return Err((self, error));
        }
        if !self.named && self.header.transactions == 0 {
            self.remove_files();
        }
        Ok(())
    }

    /// Ends the session and drops what is not in the project file; a project
    /// without a name goes altogether. For use after the user has said so.
    pub fn discard(mut self) -> Result<(), StoreError> {
        if self.access != Access::Writable {
            return Ok(());
        }
        if !self.named {
            self.remove_files();
            return Ok(());
        }
        // Waits for the writer's last line.
        self.journal = None;
        let path = journal_path(&self.path);
        let Some(journal) = read_journal(&path)? else {
            return Ok(());
        };
        let kept = journal
            .entries
            .iter()
            .take_while(|entry| entry.seq <= self.saved)
            .last()
            .map_or(journal.header_end, |entry| entry.end);
        cut(&path, kept)
    }

    fn remove_files(mut self) {
        self.journal = None;
        for path in [self.path.clone(), journal_path(&self.path)] {
            match fs::remove_file(&path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    log::warn!("{} stays behind: {error}", path.display());
                }
                _ => {}
            }
        }
    }

    fn read_only(&self) -> StoreError {
        StoreError::ReadOnly(self.access.to_string())
    }
}

/// Copies the journal of the project at a path for undo after a restart; how
/// many bytes of it there are. The project file beside it is complete, so a
/// failure costs only that.
fn copy_journal_of(path: &Path, project: &Id, to: &Path) -> u64 {
    let target = journal_path(to);
    let copied = set_aside(&target).and_then(|()| {
        let source = journal_path(path);
        let Some(journal) = read_journal(&source)? else {
            return Ok(0);
        };
        if journal.project.as_ref() != Some(project) {
            return Ok(0);
        }
        let mut bytes = read_bytes(&source)?;
        bytes.truncate(journal.whole_bytes as usize);
        write_atomically(&target, &bytes)?;
        Ok(bytes.len() as u64)
    });
    copied.unwrap_or_else(|error| {
        log::warn!("the history is not copied: {error}");
        0
    })
}
