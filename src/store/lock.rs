//! One writer per project.
//!
//! A file beside the project is locked through the system, so the lock goes
//! when its holder does, however it ends.
//!
//! **Invariant:** of all programs that have a project open, at most one holds
//! a [`ProjectLock`] on it.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

/// A held lock; dropping it lets go and removes the file.
#[derive(Debug)]
pub(super) struct ProjectLock {
    file: File,
    path: PathBuf,
}

/// What came of asking for a lock.
#[derive(Debug)]
pub(super) enum Locking {
    /// It is ours.
    Held(ProjectLock),
    /// Somebody else has it; what they wrote about themselves.
    Taken(String),
    /// This file system cannot lock.
    Unsupported,
    /// The lock file cannot be made (a read-only folder).
    Refused(io::Error),
}

/// Asks for the lock at this path, without waiting.
pub(super) fn acquire(path: &Path) -> Locking {
    // A holder removes the file when it lets go; whoever opened it just before
    // then holds a lock on a file without a name, and has to ask again.
    for _ in 0..8 {
        let file = match OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
        {
            Ok(file) => file,
            Err(error) => return Locking::Refused(error),
        };
        match file.try_lock() {
            Ok(()) if is_still_at(&file, path) => {
                let mut lock = ProjectLock {
                    file,
                    path: path.to_owned(),
                };
                lock.sign();
                return Locking::Held(lock);
            }
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Locking::Taken(holder(file)),
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                return Locking::Unsupported;
            }
            Err(TryLockError::Error(error)) => return Locking::Refused(error),
        }
    }
    Locking::Taken(String::new())
}

impl ProjectLock {
    fn sign(&mut self) {
        let signature = format!("process {}\n", std::process::id());
        let signed = self
            .file
            .set_len(0)
            .and_then(|()| self.file.write_all(signature.as_bytes()));
        if let Err(error) = signed {
            // The lock holds without a signature.
            log::debug!("{} is not signed: {error}", self.path.display());
        }
    }
}

impl Drop for ProjectLock {
    fn drop(&mut self) {
        // Elsewhere an open file cannot be removed, or not told from its
        // successor: it stays, which does no harm.
        if cfg!(unix)
            && is_still_at(&self.file, &self.path)
            && let Err(error) = fs::remove_file(&self.path)
        {
            log::debug!("{} stays behind: {error}", self.path.display());
        }
        if let Err(error) = self.file.unlock() {
            log::debug!("{} goes with the file: {error}", self.path.display());
        }
    }
}

fn holder(file: File) -> String {
    let mut text = String::new();
    match file.take(200).read_to_string(&mut text) {
        Ok(_) => text.trim().to_owned(),
        Err(_) => String::new(),
    }
}

#[cfg(unix)]
fn is_still_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(held), Ok(named)) => (held.dev(), held.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_still_at(_file: &File, _path: &Path) -> bool {
    true
}
