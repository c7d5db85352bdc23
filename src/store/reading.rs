//! Reading files from the disk: whole, with a limit, and as documents.
//!
//! **Invariant:** nothing larger than the limit, and nothing that is not an
//! ordinary file, is ever read.

use super::{Decoded, MAX_FILE_BYTES, StoreError, decode, sha256_hex};
use crate::model::{Document, Id, Timestamp};
use std::{
    collections::hash_map::DefaultHasher,
    fs::{self, File},
    hash::Hasher,
    io::{self, Read},
    path::{Path, PathBuf},
};

/// A text read from the disk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadDocument {
    /// The text and its encoding.
    pub decoded: Decoded,
    /// SHA-256 of the bytes, lower-case hexadecimal.
    pub sha256: String,
    /// The path as it was given.
    pub source: String,
    /// Length of the file in bytes.
    pub bytes: usize,
}

impl ReadDocument {
    /// The record of this text.
    pub fn into_document(
        self,
        id: Id,
        title: impl Into<String>,
        imported_at: Timestamp,
        order: u32,
    ) -> Document {
        let mut document = Document::new(id, title, self.decoded.text, imported_at);
        document.sha256 = self.sha256;
        self.decoded.encoding.clone_into(&mut document.encoding);
        document.had_bom = self.decoded.had_bom;
        document.source = Some(self.source);
        document.order = order;
        document
    }
}

/// Reads a text file, in the encoding of that name if one is forced.
pub fn read_document(path: &Path, forced: Option<&str>) -> Result<ReadDocument, StoreError> {
    let bytes = read_bytes(path)?;
    let decoded = decode(&bytes, forced).map_err(|error| match error {
        StoreError::Binary { what, .. } => StoreError::Binary {
            what,
            path: path.to_owned(),
        },
        other => other,
    })?;
    Ok(ReadDocument {
        decoded,
        sha256: sha256_hex(&bytes),
        source: path.to_string_lossy().into_owned(),
        bytes: bytes.len(),
    })
}

/// Tells one content of a file from another while the program runs. Not kept
/// on the disk: the next version of Rust may count otherwise.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Fingerprint {
    bytes: usize,
    hash: u64,
}

impl Fingerprint {
    /// The fingerprint of a file's bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let mut hasher = DefaultHasher::new();
        hasher.write(bytes);
        Self {
            bytes: bytes.len(),
            hash: hasher.finish(),
        }
    }
}

/// Reads an ordinary file of at most [`MAX_FILE_BYTES`].
pub(super) fn read_bytes(path: &Path) -> Result<Vec<u8>, StoreError> {
    let failed = |error| StoreError::reading(path, error);
    let metadata = fs::metadata(path).map_err(failed)?;
    if metadata.is_dir() {
        return Err(StoreError::IsFolder(path.to_owned()));
    }
    if !metadata.is_file() {
        return Err(StoreError::NotAFile(path.to_owned()));
    }
    check_size(path, metadata.len())?;
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    // The file may grow meanwhile: one byte too many tells.
    File::open(path)
        .map_err(failed)?
        .take(MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    check_size(path, bytes.len() as u64)?;
    Ok(bytes)
}

fn check_size(path: &Path, bytes: u64) -> Result<(), StoreError> {
    const MEGABYTE: u64 = 1024 * 1024;
    if bytes <= MAX_FILE_BYTES {
        return Ok(());
    }
    Err(StoreError::TooLarge {
        megabytes: bytes.div_ceil(MEGABYTE),
        limit: MAX_FILE_BYTES / MEGABYTE,
        path: path.to_owned(),
    })
}

/// Whether a file is one of our projects, by its name or its first bytes.
pub fn is_project(path: &Path) -> bool {
    let named = path
        .file_name()
        .is_some_and(|name| name.as_encoded_bytes().ends_with(b".hashiya.json"));
    named || begins_like_project(path).unwrap_or(false)
}

fn begins_like_project(path: &Path) -> io::Result<bool> {
    let mut start = Vec::new();
    if fs::metadata(path)?.is_file() {
        File::open(path)?.take(1024).read_to_end(&mut start)?;
    }
    let text = String::from_utf8_lossy(&start);
    Ok(text
        .trim_start_matches(['\u{FEFF}', ' ', '\n', '\r', '\t'])
        .starts_with('{')
        && text.contains("\"hashiya-project\""))
}

/// The text files in a folder and the folders in it, sorted by path; hidden
/// ones are left out. At most 10,000 files, eight folders deep.
pub fn documents_in(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    const EXTENSIONS: [&str; 3] = ["txt", "text", "md"];
    const MOST: usize = 10_000;
    const DEEPEST: usize = 8;
    let mut found = Vec::new();
    let mut waiting = vec![(folder.to_owned(), 0)];
    while let Some((folder, depth)) = waiting.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if depth == 0 => return Err(StoreError::reading(&folder, error)),
            Err(error) => {
                log::warn!("{} is left out: {error}", folder.display());
                continue;
            }
        };
        for entry in entries.flatten() {
            let path = entry.path();
            let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
            // A link to a folder could lead round in a circle.
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let is_text = path.extension().is_some_and(|extension| {
                EXTENSIONS
                    .iter()
                    .any(|known| extension.eq_ignore_ascii_case(known))
            });
            if hidden || found.len() >= MOST {
                continue;
            }
            if is_folder && depth < DEEPEST {
                waiting.push((path, depth + 1));
            } else if is_text && path.is_file() {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
