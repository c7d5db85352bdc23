//! Writing a file whole or not at all.
//!
//! **Invariant:** at every moment the path holds either all of the old bytes
//! or all of the new ones, whatever stops the program.

use super::StoreError;
use std::{
    ffi::{OsStr, OsString},
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Replaces the file at the path, or creates it: a new file in the same
/// folder, brought to the disk, takes the old one's name and permissions. A
/// symbolic link stays one; what it points to is replaced.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let target = resolve(path);
    if target.is_dir() {
        return Err(StoreError::IsFolder(path.to_owned()));
    }
    replace(&target, bytes).map_err(|source| StoreError::writing(path, source))
}

fn replace(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = folder_of(target);
    let name = target
        .file_name()
        .ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    let old = fs::metadata(target).ok();
    let (mut file, temporary) = create_beside(folder, name, old.is_some())?;
    let written = (|| {
        file.write_all(bytes)?;
        if let Some(old) = old {
            keep_owner(&file, &old);
            file.set_permissions(old.permissions())?;
        }
        file.sync_all()?;
        fs::rename(&temporary, target)
    })();
    if let Err(error) = written {
        // The first failure is the one to report; a leftover is swept when
        // the project is opened again.
        if let Err(leftover) = fs::remove_file(&temporary) {
            log::warn!("{} stays behind: {leftover}", temporary.display());
        }
        return Err(error);
    }
    sync_folder(folder);
    Ok(())
}

/// What a path leads to, through symbolic links (also one whose target does
/// not exist yet).
pub(super) fn resolve(path: &Path) -> PathBuf {
    if let Ok(real) = fs::canonicalize(path) {
        return real;
    }
    let path = match fs::read_link(path) {
        Ok(link) => folder_of(path).join(link),
        Err(_) => path.to_owned(),
    };
    match (fs::canonicalize(folder_of(&path)), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path,
    }
}

/// The folder a path lies in; `.` for a bare name.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => path,
    }
}

fn prefix_of(name: &OsStr) -> OsString {
    let mut prefix = OsString::from(".");
    prefix.push(name);
    prefix.push(".hashiya-");
    prefix
}

/// Makes a new file in the folder. A `private` one can be read by nobody else
/// until it has the permissions of the file it replaces.
fn create_beside(folder: &Path, name: &OsStr, private: bool) -> io::Result<(File, PathBuf)> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if private {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    #[cfg(not(unix))]
    let _ = private;
    for attempt in 0..1000 {
        let mut own = prefix_of(name);
        own.push(format!("{}-{attempt}.tmp", std::process::id()));
        let path = folder.join(own);
        match options.open(&path) {
            Ok(file) => return Ok((file, path)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Removes what a killed program left beside this file. Only for whoever
/// holds the lock.
pub(super) fn sweep(target: &Path) {
    let (Some(name), Ok(entries)) = (target.file_name(), fs::read_dir(folder_of(target))) else {
        return;
    };
    let prefix = prefix_of(name);
    for entry in entries.flatten() {
        let found = entry.file_name();
        let ours = found
            .as_encoded_bytes()
            .starts_with(prefix.as_encoded_bytes())
            && found.as_encoded_bytes().ends_with(b".tmp");
        if ours && let Err(error) = fs::remove_file(entry.path()) {
            log::warn!("{} stays behind: {error}", entry.path().display());
        }
    }
}

/// Brings a rename to the disk. Some file systems cannot do this for folders;
/// the file itself is whole either way.
pub(super) fn sync_folder(folder: &Path) {
    #[cfg(unix)]
    if let Err(error) = File::open(folder).and_then(|folder| folder.sync_all()) {
        log::debug!("{} cannot be synced: {error}", folder.display());
    }
    #[cfg(not(unix))]
    let _ = folder;
}

#[cfg(unix)]
fn keep_owner(file: &File, old: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let same = file
        .metadata()
        .is_ok_and(|new| (new.uid(), new.gid()) == (old.uid(), old.gid()));
    if !same && let Err(error) = fchown(file, Some(old.uid()), Some(old.gid())) {
        log::debug!("the owner cannot be kept: {error}");
    }
}

#[cfg(not(unix))]
fn keep_owner(_file: &File, _old: &fs::Metadata) {}
