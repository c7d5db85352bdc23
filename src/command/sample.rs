//! The sample: five articles with marks, carried inside the program.

use std::path::Path;

use crate::store::project_file::{self, Loaded};

use super::CommandError;

const SAMPLE: &[u8] = include_bytes!("../../assets/sample/sample.hashiya.json");

/// The sample project, as it ships.
pub(super) fn sample() -> Result<Loaded, CommandError> {
    Ok(project_file::from_json(
        SAMPLE,
        Path::new("sample.hashiya.json"),
    )?)
}
