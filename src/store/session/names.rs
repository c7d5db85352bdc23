//! The names of the files beside a project, and moving them out of the way.
//!
//! **Invariant:** nothing is renamed onto a file that is there.

use crate::store::{StoreError, reading::read_bytes, write_atomically};
use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

/// How the names of project files end.
pub(super) const SUFFIX: &str = ".hashiya.json";

/// The path with the ending of project files, if it has not got it.
pub fn with_project_suffix(path: &Path) -> PathBuf {
    let Some(name) = path.file_name() else {
        return path.to_owned();
    };
    if name.as_encoded_bytes().ends_with(SUFFIX.as_bytes()) {
        return path.to_owned();
    }
    let stem = path.file_stem().unwrap_or(name);
    if stem.as_encoded_bytes().ends_with(SUFFIX.as_bytes()) && path.extension().is_some() {
        // A file dialog has put its own `.json` behind ours.
        return path.with_file_name(stem);
    }
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
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
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

pub(in crate::store) fn journal_path(path: &Path) -> PathBuf {
    beside(path, ".log")
}

pub(super) fn lock_path(path: &Path) -> PathBuf {
    beside(path, ".lock")
}

/// The first free name of the kind `a.hashiya.log.old-1`.
pub(super) fn free_name(path: &Path) -> PathBuf {
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
pub(super) fn set_aside(path: &Path) -> Result<(), StoreError> {
    if fs::metadata(path).is_ok_and(|metadata| metadata.len() > 0) {
        fs::rename(path, free_name(path)).map_err(|error| StoreError::writing(path, error))?;
    }
    Ok(())
}

pub(super) fn keep_copy(path: &Path) -> Result<Option<PathBuf>, StoreError> {
    let copy = free_name(path);
    write_atomically(&copy, &read_bytes(path)?)?;
    Ok(Some(copy))
}

pub(super) fn cut(path: &Path, bytes: u64) -> Result<(), StoreError> {
    let cut = fs::OpenOptions::new()
        .write(true)
        .open(path)
        .and_then(|file| {
            file.set_len(bytes)?;
            file.sync_all()
        });
    cut.map_err(|error| StoreError::writing(path, error))
}
