//! The user's own list of words: a plain table beside the settings.
//!
//! Here: reading and replacing the file. Not here: what its columns mean
//! (`command::words`).
//!
//! **Invariant:** the file is replaced whole; lines this version does not
//! understand stay as they are, because callers hand back the text they got.

use super::{StoreError, decode, reading::read_bytes, write_atomically};
use std::{fs, path::Path};

/// The text of a word list; empty when there is no file yet.
pub fn read_word_list(path: &Path) -> Result<String, StoreError> {
    match read_bytes(path) {
        Ok(bytes) => Ok(decode(&bytes, None)?.text),
        Err(StoreError::Missing(_)) => Ok(String::new()),
        Err(error) => Err(error),
    }
}

/// Replaces the word list, making its folder if it is not there.
pub fn write_word_list(path: &Path, text: &str) -> Result<(), StoreError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| StoreError::writing(folder, error))?;
    }
    write_atomically(path, text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_it_was_written_and_none_is_empty() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config").join("words.tsv");
        assert_eq!(read_word_list(&path).unwrap(), "");
        write_word_list(&path, "own-1\tORG\tالمركز\t\t\t\t\n").unwrap();
        assert_eq!(
            read_word_list(&path).unwrap(),
            "own-1\tORG\tالمركز\t\t\t\t\n"
        );
    }
}
