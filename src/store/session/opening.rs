//! Beginning a session: opening, creating, finding what was left.
//!
//! **Invariant:** the lock is asked for before the file is read; a file that
//! cannot be opened is left alone.

use super::{
    Access, Session,
    names::{SUFFIX, cut, journal_path, keep_copy, lock_path, set_aside},
};
use crate::{
    model::{History, Project},
    store::{
        Header, Places, Report, StoreError, Warning,
        atomic::{folder_of, resolve, sweep},
        journal::read_journal,
        lock::{Locking, ProjectLock, acquire},
        project_file,
        recovery::{Recovered, recover},
    },
};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

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
        let recovered = recover(loaded.project, &loaded.header, journal);
        report_recovery(&recovered, torn, writable, &journal_path, &mut warnings)?;

        let forgotten = recovered.forgotten();
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
            fingerprint: Some(loaded.fingerprint),
            journal: None,
            // A read-only window must not keep others from writing.
            _lock: if writable { lock } else { None },
        };
        if writable {
            session.start_journal(recovered.journal_bytes, recovered.written, None)?;
        }
        Ok(Opened {
            session,
            project: recovered.project,
            history: recovered.history,
            report: Report {
                warnings,
                recovered: recovered.from_journal,
                forgotten,
            },
        })
    }

    /// Writes a new project to this path, in place of any file there. The
    /// project must not be open elsewhere.
    pub fn create(path: &Path, project: &Project) -> Result<Self, StoreError> {
        let path = resolve(path);
        let lock = lock_for_writing(&path)?;
        let header = Header::fresh();
        let fingerprint = project_file::save(project, &header, &path)?;
        set_aside(&journal_path(&path))?;
        let mut session = Self {
            path,
            named: true,
            access: Access::Writable,
            saved: header.transactions,
            header,
            fingerprint: Some(fingerprint),
            journal: None,
            _lock: lock,
        };
        session.start_journal(0, BTreeSet::new(), None)?;
        Ok(session)
    }

    /// Begins a new project without a name in the user's state folder, where
    /// it is found again after a crash. Its file is written by the journal's
    /// thread: a long text need not be waited for at its first mark. Until it
    /// is there, nothing counts as safe.
    pub fn create_unnamed(places: &Places, project: &Project) -> Result<Self, StoreError> {
        let folder = places.unnamed();
        fs::create_dir_all(&folder).map_err(|error| StoreError::writing(&folder, error))?;
        let header = Header::fresh();
        let path = resolve(&folder.join(format!("{}{SUFFIX}", header.id)));
        let lock = lock_for_writing(&path)?;
        set_aside(&journal_path(&path))?;
        let base = Box::new((project.clone(), header.clone()));
        let mut session = Self {
            path,
            named: false,
            access: Access::Writable,
            saved: header.transactions,
            header,
            fingerprint: None,
            journal: None,
            _lock: lock,
        };
        session.start_journal(0, BTreeSet::new(), Some(base))?;
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
    let forgotten = recovered.forgotten();
    if forgotten > 0 {
        warnings.push(Warning::Forgotten {
            transactions: forgotten,
        });
    }
    let mut kept = None;
    if let Some(reason) = &recovered.mismatch {
        if writable {
            kept = keep_copy(path)?;
        }
        warnings.push(Warning::SetAside {
            reason: reason.clone(),
            lost: recovered.lost,
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

pub(super) fn lock_for_writing(path: &Path) -> Result<Option<ProjectLock>, StoreError> {
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
