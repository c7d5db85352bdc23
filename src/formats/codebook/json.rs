//! Hashiya's own codebook: `{"format": "hashiya-codebook", "version": 1,
//! "name": …, "tags": [one to a line, as the project file writes them]}`.
//! The schema stands in `assets/schema/codebook.schema.json`.
//!
//! **Invariant:** fields of tags that this version does not know survive.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use super::{
    Codebook, CodebookFormat, Fault, FaultPlace, FaultReason, FormatError, ReadCodebook, ReadTag,
    text_of,
};
use crate::formats::surrogates;
use crate::model::{Id, Kind, Tag};

/// What the file calls itself.
const NAME: &str = "hashiya-codebook";
/// The latest version this program writes and reads.
const VERSION: u64 = 1;

/// What stands at the top, asked first.
#[derive(Deserialize)]
struct Header {
    format: Option<String>,
    version: Option<u64>,
}

/// A codebook: the tags of a Hashiya project without its texts and marks.
#[derive(Serialize, Deserialize, schemars::JsonSchema)]
struct File {
    /// Always `hashiya-codebook`.
    format: String,
    /// The version of this layout; a reader refuses later ones.
    version: u64,
    /// What the codebook is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// The tags, parents before children, siblings in order.
    tags: Vec<Tag>,
    /// Fields of newer versions.
    #[serde(flatten)]
    extra: BTreeMap<String, serde_json::Value>,
}

/// The JSON Schema of the file, as it stands in
/// `assets/schema/codebook.schema.json`.
pub fn codebook_schema() -> String {
    let schema = schemars::schema_for!(File);
    // A schema is a JSON value; writing one as text cannot fail.
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// Writes a codebook, one tag to a line.
pub(super) fn write(codebook: &Codebook) -> Result<Vec<u8>, FormatError> {
    let name = serde_json::to_string(&codebook.name)?;
    let mut out =
        format!("{{\"format\":\"{NAME}\",\"version\":{VERSION},\n\"name\":{name},\n\"tags\":[");
    for (index, tag) in codebook.tags.iter().enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        out.push_str(&serde_json::to_string(tag)?);
    }
    out.push_str(if codebook.tags.is_empty() {
        "]}\n"
    } else {
        "\n]}\n"
    });
    Ok(out.into_bytes())
}

/// Reads a codebook.
pub(super) fn read(bytes: &[u8]) -> Result<ReadCodebook, FormatError> {
    let (source, _) = surrogates::repair(text_of(bytes, CodebookFormat::Json)?);
    let broken = |error: &serde_json::Error| {
        FormatError::Codebook(Fault {
            format: Some(CodebookFormat::Json),
            place: FaultPlace::Column(error.line() as u64, error.column() as u64),
            reason: FaultReason::of_json(error),
        })
    };
    let wrong = |line, reason| super::broken(CodebookFormat::Json, line, reason);
    let header: Header = serde_json::from_str(&source).map_err(|error| broken(&error))?;
    if header.format.as_deref() != Some(NAME) {
        let reason = match header.format {
            Some(name) => FaultReason::OtherFormat(name),
            None => FaultReason::NoFormat,
        };
        return Err(wrong(0, reason));
    }
    if let Some(found) = header.version.filter(|&version| version > VERSION) {
        return Err(FormatError::Newer {
            found,
            known: VERSION,
        });
    }
    let file: File = serde_json::from_str(&source).map_err(|error| broken(&error))?;
    let mut seen: BTreeSet<&Id> = BTreeSet::new();
    if let Some(twice) = file.tags.iter().find(|tag| !seen.insert(&tag.id)) {
        let line = line_of_second(&source, twice.id.as_str());
        let reason = FaultReason::TwoIds(twice.id.to_string());
        return Err(wrong(line, reason));
    }
    let carried: BTreeSet<&'static str> = Kind::Tag.fields().iter().copied().collect();
    Ok(ReadCodebook {
        format: CodebookFormat::Json,
        name: file.name,
        unknown: file.extra.into_keys().collect(),
        tags: file
            .tags
            .into_iter()
            .map(|tag| ReadTag {
                tag,
                carried: carried.clone(),
                guessed_language: None,
            })
            .collect(),
    })
}

/// The line on which an id stands for the second time, counted from 1.
fn line_of_second(source: &str, id: &str) -> u64 {
    let quoted = serde_json::to_string(id).unwrap_or_default();
    source
        .match_indices(&quoted)
        .filter(|(at, _)| {
            source
                .get(..*at)
                .is_some_and(|before| before.trim_end_matches([' ', ':']).ends_with("\"id\""))
        })
        .nth(1)
        .and_then(|(at, _)| source.get(..at))
        .map_or(0, |before| before.matches('\n').count() as u64 + 1)
}
