//! How the window stood when a project was left: one small file for each
//! project in the user's state folder, never in the project itself.
//!
//! What stands in it is the business of whoever keeps it (command).
//!
//! **Invariant:** a file that cannot be read is as good as none; nothing of
//! the project is lost with it.

use super::{Places, StoreError, reading::read_bytes, write_atomically};
use crate::model::Id;
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

/// Projects that are remembered; those left longest ago are forgotten.
const MOST: usize = 300;

/// What was kept for a project, if anything.
pub fn read_desk(places: &Places, project: &Id) -> Option<Value> {
    let path = path_of(places, project)?;
    let bytes = match read_bytes(&path) {
        Ok(bytes) => bytes,
        Err(StoreError::Missing(_)) => return None,
        Err(error) => {
            log::warn!("how the window stood is not known: {error}");
            return None;
        }
    };
    match serde_json::from_slice(&bytes) {
        Ok(value) => Some(value),
        Err(error) => {
            log::warn!("how the window stood is not known: {error}");
            None
        }
    }
}

/// Keeps this for a project.
pub fn write_desk(places: &Places, project: &Id, desk: &Value) -> Result<(), StoreError> {
    let Some(path) = path_of(places, project) else {
        return Ok(());
    };
    let folder = places.desks();
    fs::create_dir_all(&folder).map_err(|error| StoreError::writing(&folder, error))?;
    let mut json = serde_json::to_vec(desk).unwrap_or_default();
    json.push(b'\n');
    write_atomically(&path, &json)?;
    forget_oldest(&folder);
    Ok(())
}

/// The file of a project. Its name is a UUID; what a damaged file gives in
/// its place may not lead elsewhere.
fn path_of(places: &Places, project: &Id) -> Option<PathBuf> {
    let name = project.as_str();
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    (!name.is_empty() && name.len() <= 64 && name.chars().all(plain))
        .then(|| places.desks().join(format!("{name}.json")))
}

fn forget_oldest(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    let mut files: Vec<(SystemTime, PathBuf)> = entries
        .flatten()
        .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
        .collect();
    if files.len() <= MOST {
        return;
    }
    files.sort();
    let surplus = files.len() - MOST;
    for (_, path) in files.into_iter().take(surplus) {
        if let Err(error) = fs::remove_file(&path) {
            log::warn!("{} stays behind: {error}", path.display());
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn what_is_kept_comes_back_and_no_name_leads_elsewhere() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::under(folder.path());
        let id = Id::new("0192-ab");
        assert_eq!(read_desk(&places, &id), None);
        let desk = serde_json::json!({ "active": 1 });
        write_desk(&places, &id, &desk).unwrap();
        assert_eq!(read_desk(&places, &id), Some(desk.clone()));
        for odd in ["../x", "", "a/b", "ا"] {
            write_desk(&places, &Id::new(odd), &desk).unwrap();
            assert_eq!(read_desk(&places, &Id::new(odd)), None);
        }
        write_atomically(&places.desks().join("0192-ab.json"), b"{").unwrap();
        assert_eq!(read_desk(&places, &id), None);
    }
}
