//! Our own file: project, journal, lock, recovery, settings, encodings.
//!
//! Here a project becomes a file and a file a project, every committed
//! transaction reaches the disk, and the bytes of a text become its
//! characters. Not here: other people's formats (`formats`), and deciding
//! when to save (`command`).
//!
//! **Invariant:** a file is replaced whole or not at all, and never one that
//! somebody else has changed or holds open; what cannot be understood is kept
//! and reported, not dropped.

mod anchor;
mod atomic;
mod desks;
pub mod encodings;
mod error;
mod file_marks;
mod file_records;
mod journal;
mod journal_lines;
mod journal_writer;
mod lock;
mod places;
mod placing;
pub mod project_file;
mod reading;
mod recovery;
pub mod schema;
mod session;
mod settings;
mod warning;
mod word_list;

pub use atomic::write_atomically;
pub use desks::{read_desk, write_desk};
pub use encodings::{Decoded, decode};
pub use error::StoreError;
pub use places::Places;
pub use project_file::{Header, Loaded, load, save};
pub use reading::{Fingerprint, ReadDocument, documents_in, is_project, read_document};
pub use recovery::Report;
pub use session::{Access, Opened, Session, State, glance, with_project_suffix};
pub use settings::{Settings, WindowSize};
pub use warning::{JournalMismatch, Warning};
pub use word_list::{read_word_list, write_word_list};

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The largest file that is read, in bytes.
pub const MAX_FILE_BYTES: u64 = 512 * 1024 * 1024;

/// SHA-256 of some bytes, as 64 lower-case hexadecimal digits.
pub fn sha256_hex(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let mut hex = String::with_capacity(64);
    for byte in digest {
        let written = write!(hex, "{byte:02x}");
        debug_assert!(written.is_ok(), "writing to a string cannot fail");
    }
    hex
}
