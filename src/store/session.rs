//! An open project: its file, its journal and its lock.
//!
//! The project and its history belong to the caller. The session is told of
//! every transaction that was applied ([`Session::commit`]), which makes it
//! safe against a crash at once, and writes the whole when asked
//! ([`Session::save`]).
//!
//! **Invariant:** a session writes only while it holds the lock, and only
//! over the file it has read or written itself.

use super::{
    Header, Places, Report, StoreError, Warning,
    atomic::{folder_of, resolve, sweep},
    journal::read_journal,
    journal_writer::{JournalWriter, Start, Waker},
    lock::{Locking, ProjectLock, acquire},
    project_file,
    reading::read_bytes,
    recovery::{Recovered, recover},
    sha256_hex, write_atomically,
};
use crate::model::{History, Project, Transaction};
use std::{
    collections::BTreeSet,
    ffi::OsString,
    fmt, fs,
    path::{Path, PathBuf},
    time::Duration,
};

/// How long closing and saving wait for the journal.
const PATIENCE: Duration = Duration::from_secs(5);
const SUFFIX: &str = ".hashiya.json";

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

/// A project that has been opened.
#[derive(Debug)]
pub struct Opened {
    /// Its files.
    pub session: Session,
    /// Its state, with everything the journal had.
    pub project: Project,
    /// What can be undone.
    pub history: History,
    /// What happened on the way.
    pub report: Report,
}

/// The files of an open project.
#[derive(Debug)]
pub struct Session {
    path: PathBuf,
    named: bool,
    access: Access,
    header: Header,
    saved: u64,
    /// SHA-256 of the file as it was last read or written here.
    sha256: String,
    // Declared before the lock: the last line is written under it.
    journal: Option<JournalWriter>,
    _lock: Option<ProjectLock>,
}

/// The path with the ending of project files, if it has not got it.
pub fn with_project_suffix(path: &Path) -> PathBuf {
    let Some(name) = path.file_name() else {
        return path.to_owned();
    };
    if name.as_encoded_bytes().ends_with(SUFFIX.as_bytes()) {
        return path.to_owned();
    }
    let stem = path.file_stem().unwrap_or(name);
    let base = if path
        .extension()
        .is_some_and(|e| e == "json" || e == "hashiya")
    {
        stem
    } else {
        name
    };
    let mut full = base.to_owned();
    full.push(SUFFIX);
    path.with_file_name(full)
}

/// The file beside a project with another ending: `a.hashiya.json` →
/// `a.hashiya.log`.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default();
    let mut own = match path.file_stem() {
        Some(stem) if name.as_encoded_bytes().ends_with(SUFFIX.as_bytes()) => stem.to_owned(),
        _ => {
            let mut own = name.to_owned();
            own.push(".hashiya");
            own
        }
    };
    own.push(ending);
    path.with_file_name(own)
}

fn journal_path(path: &Path) -> PathBuf {
    beside(path, ".log")
}

fn lock_path(path: &Path) -> PathBuf {
    beside(path, ".lock")
}

impl Session {
    /// Opens a project, with what its journal has and the file lacks. If it
    /// cannot be written, or another window has it, it is opened read-only
    /// ([`Session::access`]).
    pub fn open(path: &Path) -> Result<Opened, StoreError> {
        Self::open_as(path, true)
    }

    /// Opens a project that never got a name ([`Session::unnamed`]).
    pub fn open_unnamed(path: &Path) -> Result<Opened, StoreError> {
        Self::open_as(path, false)
    }

    fn open_as(path: &Path, named: bool) -> Result<Opened, StoreError> {
        // Fails with a clear sentence before anything is made beside it.
        fs::metadata(path).map_err(|error| StoreError::reading(path, error))?;
        let path = resolve(path);
        if path.is_dir() {
            return Err(StoreError::IsFolder(path));
        }
        let mut warnings = Vec::new();
        let (lock, access) = match acquire(&lock_path(&path)) {
            Locking::Held(lock) => (Some(lock), Access::Writable),
            Locking::Taken(who) => (None, Access::OpenElsewhere(who)),
            Locking::Refused(error) => {
                log::info!("the project cannot be locked: {error}: {}", path.display());
                (None, Access::Protected)
            }
            Locking::Unsupported => {
                warnings.push(Warning::NotLocked);
                (None, Access::Writable)
            }
        };
        // Read under the lock: nobody replaces it from here on.
        let mut loaded = project_file::load(&path)?;
        let access = match access {
            Access::Writable if loaded.newer => Access::Newer,
            Access::Writable if is_protected(&path) => Access::Protected,
            other => other,
        };
        let writable = access == Access::Writable;
        if writable {
            sweep(&path);
        }
        warnings.append(&mut loaded.warnings);

        let journal_path = journal_path(&path);
        let journal = read_journal(&journal_path)?;
        // While somebody else writes, a line may well be half there.
        let torn = journal
            .as_ref()
            .filter(|_| writable)
            .map_or(0, |journal| journal.torn_bytes);
        let recovered = recover(&loaded, journal);
        report_recovery(&recovered, torn, writable, &journal_path, &mut warnings)?;

        let mut session = Self {
            path,
            named,
            access,
            header: Header {
                id: loaded.header.id,
                transactions: recovered.transactions,
                last_transaction: recovered.last_transaction,
            },
            saved: loaded.header.transactions,
            sha256: loaded.sha256,
            journal: None,
            // A read-only window must not keep others from writing.
            _lock: if writable { lock } else { None },
        };
        if writable {
            session.start_journal(recovered.journal_bytes, recovered.written)?;
        }
        Ok(Opened {
            session,
            project: recovered.project,
            history: recovered.history,
            report: Report {
                warnings,
                recovered: recovered.from_journal,
            },
        })
    }

    /// Writes a new project to this path, in place of any file there. The
    /// project must not be open elsewhere.
    pub fn create(path: &Path, project: &Project) -> Result<Self, StoreError> {
        Self::create_as(path, project, Header::fresh(), true)
    }

    /// Writes a new project without a name into the user's state folder,
    /// where it is found again after a crash.
    pub fn create_unnamed(places: &Places, project: &Project) -> Result<Self, StoreError> {
        let folder = places.unnamed();
        fs::create_dir_all(&folder).map_err(|error| StoreError::writing(&folder, error))?;
        let header = Header::fresh();
        let path = folder.join(format!("{}{SUFFIX}", header.id));
        Self::create_as(&path, project, header, false)
    }

    fn create_as(
        path: &Path,
        project: &Project,
        header: Header,
        named: bool,
    ) -> Result<Self, StoreError> {
        let path = resolve(path);
        let lock = lock_for_writing(&path)?;
        let sha256 = project_file::save(project, &header, &path)?;
        set_aside(&journal_path(&path))?;
        let mut session = Self {
            path,
            named,
            access: Access::Writable,
            saved: header.transactions,
            header,
            sha256,
            journal: None,
            _lock: lock,
        };
        session.start_journal(0, BTreeSet::new())?;
        Ok(session)
    }

    /// The projects without a name that are left from earlier starts and not
    /// open in another window, oldest first.
    pub fn unnamed(places: &Places) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(places.unnamed()) else {
            return Vec::new();
        };
        let mut found: Vec<PathBuf> = entries
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| {
                path.as_os_str()
                    .as_encoded_bytes()
                    .ends_with(SUFFIX.as_bytes())
            })
            .filter(|path| !matches!(acquire(&lock_path(path)), Locking::Taken(_)))
            .collect();
        found.sort();
        found
    }

    fn start_journal(&mut self, bytes: u64, written: BTreeSet<String>) -> Result<(), StoreError> {
        self.journal = Some(JournalWriter::start(Start {
            path: journal_path(&self.path),
            beside: self.path.clone(),
            project: self.header.id.clone(),
            whole_bytes: bytes,
            durable: self.header.transactions,
            written,
        })?);
        Ok(())
    }

    /// The project file, with links resolved.
    pub fn path(&self) -> &Path {
        &self.path
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
        self.sha256 = project_file::save(project, &self.header, &self.path)?;
        self.saved = self.header.transactions;
        Ok(())
    }

    /// Whether another program has changed the file since it was read or
    /// written here. A file that is gone counts as unchanged: there is
    /// nothing to overwrite.
    pub fn changed_on_disk(&self) -> Result<bool, StoreError> {
        match read_bytes(&self.path) {
            Ok(bytes) => Ok(sha256_hex(&bytes) != self.sha256),
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
        let sha256 = project_file::save(project, &self.header, &path)?;
        let bytes = self.copy_journal(&path);

        let old = std::mem::replace(
            self,
            Self {
                path,
                named: true,
                access: Access::Writable,
                header: self.header.clone(),
                saved: self.header.transactions,
                sha256,
                journal: None,
                _lock: lock,
            },
        );
        if !old.named {
            old.remove_files();
        }
        self.start_journal(bytes, BTreeSet::new())
    }

    /// Copies the journal for undo after a restart. The project file beside
    /// it is complete, so a failure costs only that.
    fn copy_journal(&self, path: &Path) -> u64 {
        let target = journal_path(path);
        let copied = set_aside(&target).and_then(|()| {
            let source = journal_path(&self.path);
            let Some(journal) = read_journal(&source)? else {
                return Ok(0);
            };
            if journal.project.as_ref() != Some(&self.header.id) {
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

/// Does on the disk what recovery asks for, and says so.
fn report_recovery(
    recovered: &Recovered,
    torn: u64,
    writable: bool,
    path: &Path,
    warnings: &mut Vec<Warning>,
) -> Result<(), StoreError> {
    if recovered.from_journal > 0 {
        warnings.push(Warning::Recovered {
            transactions: recovered.from_journal,
        });
    }
    if torn > 0 {
        warnings.push(Warning::Torn { bytes: torn });
    }
    let mut kept = None;
    if let Some(reason) = &recovered.mismatch {
        if writable {
            kept = keep_copy(path)?;
        }
        warnings.push(Warning::SetAside {
            reason: reason.clone(),
            path: kept.clone(),
        });
    }
    if writable && (torn > 0 || kept.is_some()) {
        cut(path, recovered.journal_bytes)?;
    }
    Ok(())
}

fn is_protected(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.permissions().readonly())
}

fn lock_for_writing(path: &Path) -> Result<Option<ProjectLock>, StoreError> {
    if path.is_dir() {
        return Err(StoreError::IsFolder(path.to_owned()));
    }
    if is_protected(path) {
        return Err(StoreError::MayNotWrite(path.to_owned()));
    }
    match acquire(&lock_path(path)) {
        Locking::Held(lock) => Ok(Some(lock)),
        Locking::Unsupported => Ok(None),
        Locking::Taken(_) => Err(StoreError::OpenElsewhere(path.to_owned())),
        Locking::Refused(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(StoreError::Missing(folder_of(path).to_owned()))
        }
        Locking::Refused(error) => Err(StoreError::writing(path, error)),
    }
}

/// The first free name of the kind `a.hashiya.log.old-1`.
fn free_name(path: &Path) -> PathBuf {
    for number in 1_u32.. {
        let mut name: OsString = path.as_os_str().to_owned();
        name.push(format!(".old-{number}"));
        let candidate = PathBuf::from(name);
        if !candidate.exists() {
            return candidate;
        }
    }
    path.to_owned()
}

/// Renames a journal that belongs to a project that is being replaced.
fn set_aside(path: &Path) -> Result<(), StoreError> {
    if fs::metadata(path).is_ok_and(|metadata| metadata.len() > 0) {
        fs::rename(path, free_name(path)).map_err(|error| StoreError::writing(path, error))?;
    }
    Ok(())
}

fn keep_copy(path: &Path) -> Result<Option<PathBuf>, StoreError> {
    let copy = free_name(path);
    write_atomically(&copy, &read_bytes(path)?)?;
    Ok(Some(copy))
}

fn cut(path: &Path, bytes: u64) -> Result<(), StoreError> {
    let cut = fs::OpenOptions::new()
        .write(true)
        .open(path)
        .and_then(|file| {
            file.set_len(bytes)?;
            file.sync_all()
        });
    cut.map_err(|error| StoreError::writing(path, error))
}
