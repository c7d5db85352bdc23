//! When another program has written the project's file meanwhile: both
//! versions are kept, whichever goes on under the name.
//!
//! What lives here: keeping the other version beside the file before it is
//! replaced, and putting one's own beside it to make way.
//!
//! **Invariant:** no version of the project is the only copy of itself when
//! its file is replaced or its journal is cut.

use super::{
    Access, Session, copy_journal_of,
    names::{SUFFIX, journal_path},
    opening::lock_for_writing,
};
use crate::{
    model::Project,
    store::{
        StoreError, project_file,
        reading::{Fingerprint, read_bytes},
        write_atomically,
    },
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// How often the other version is copied anew because it changed again
/// meanwhile.
const TRIES: usize = 5;

impl Session {
    /// Where [`Session::save_keeping_other`] would keep the other version.
    pub fn name_for_other(&self) -> PathBuf {
        free_sibling(&self.path, "other")
    }

    /// Where [`Session::step_aside`] would keep this version.
    pub fn name_for_own(&self) -> PathBuf {
        free_sibling(&self.path, "mine")
    }

    /// Saves over a file that another program has changed, after a copy of
    /// what stands there, byte for byte, is safe beside it. Returns the copy;
    /// none if there was nothing to keep.
    pub fn save_keeping_other(&mut self, project: &Project) -> Result<Option<PathBuf>, StoreError> {
        if self.access != Access::Writable {
            return Err(self.read_only());
        }
        let mut kept = None;
        for _ in 0..TRIES {
            if !self.changed_on_disk()? {
                self.save_anyway(project)?;
                return Ok(kept);
            }
            let other = read_bytes(&self.path)?;
            let copy = kept.take().unwrap_or_else(|| self.name_for_other());
            write_atomically(&copy, &other)?;
            // From here on this is the version that may be replaced.
            self.fingerprint = Some(Fingerprint::of(&other));
            kept = Some(copy);
        }
        Err(StoreError::ChangedOnDisk(self.path.clone()))
    }

    /// Writes this version, with its history, to a file of its own beside the
    /// project's, and takes back from the project's journal what its file
    /// lacks: the project is then as the other program left it. Returns the
    /// file. If it cannot be written, nothing has changed and the session is
    /// handed back.
    #[expect(clippy::result_large_err, reason = "the session itself comes back")]
    pub fn step_aside(self, project: &Project) -> Result<PathBuf, (Self, StoreError)> {
        match self.write_aside(project) {
            Ok(own) => {
                if let Err(error) = self.discard() {
                    log::warn!("the journal keeps what was put aside: {error}");
                }
                Ok(own)
            }
            Err(error) => Err((self, error)),
        }
    }

    fn write_aside(&self, project: &Project) -> Result<PathBuf, StoreError> {
        if self.access != Access::Writable {
            return Err(self.read_only());
        }
        let own = self.name_for_own();
        let _lock = lock_for_writing(&own)?;
        self.wait_until_durable(super::PATIENCE);
        project_file::save(project, &self.header, &own)?;
        copy_journal_of(&self.path, &self.header.id, &own);
        Ok(own)
    }
}

/// The first free name of the kind `a.other-1.hashiya.json`, with no journal
/// beside it either.
fn free_sibling(path: &Path, what: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.strip_suffix(SUFFIX).unwrap_or(&name);
    let taken = |path: &Path| fs::symlink_metadata(path).is_ok();
    for number in 1_u32.. {
        let candidate = path.with_file_name(format!("{stem}.{what}-{number}{SUFFIX}"));
        if !taken(&candidate) && !taken(&journal_path(&candidate)) {
            return candidate;
        }
    }
    path.to_owned()
}
