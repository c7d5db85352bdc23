//! Whether a written codebook says what the project says, and what its format
//! left out.
//!
//! **Invariant:** compares the tags as they were read from disk.

use std::collections::BTreeMap;

use super::{Codebook, CodebookFormat, ReadCodebook, guid_of};
use crate::model::{Ends, Id, Overlap, Pattern, Tag, TagKind};

/// The tags that were not found again as they are.
pub(super) fn failed(codebook: &Codebook, found: &ReadCodebook, language: &str) -> Vec<Id> {
    let id_in_file = |id: &Id| match found.format {
        CodebookFormat::Qdc => guid_of(id),
        CodebookFormat::Json | CodebookFormat::Csv => id.clone(),
    };
    let by_id: BTreeMap<&Id, &Tag> = found
        .tags
        .iter()
        .map(|read| (&read.tag.id, &read.tag))
        .collect();
    codebook
        .tags
        .iter()
        .filter(|tag| {
            by_id
                .get(&id_in_file(&tag.id))
                .is_none_or(|other| match found.format {
                    CodebookFormat::Json => *other != *tag,
                    // Unknown fields have no column.
                    CodebookFormat::Csv => {
                        let mut known = (*tag).clone();
                        known.extra.clear();
                        **other != known
                    }
                    CodebookFormat::Qdc => {
                        other.parent != tag.parent.as_ref().map(id_in_file)
                            || other.names.values().next().map(String::as_str)
                                != Some(tag.name(language).trim())
                            || !other.color.eq_ignore_ascii_case(&tag.color)
                            || other.description != tag.description
                    }
                })
        })
        .map(|tag| tag.id.clone())
        .collect()
}

/// The fields some tags have and the format cannot carry, with their number.
pub(super) fn lost(codebook: &Codebook, format: CodebookFormat) -> Vec<(&'static str, usize)> {
    let mut lost: Vec<(&'static str, usize)> = Vec::new();
    let mut count = |field: &'static str, has: &dyn Fn(&Tag) -> bool| {
        let count = codebook.tags.iter().filter(|tag| has(tag)).count();
        if count > 0 {
            lost.push((field, count));
        }
    };
    if format != CodebookFormat::Json {
        count("extra", &|tag| !tag.extra.is_empty());
    }
    for field in format.cannot_carry() {
        count(field, &|tag| match *field {
            "names" => tag.names.len() > 1,
            "color_dark" => true,
            "key" => tag.key.is_some(),
            "kind" => tag.kind != TagKind::Passage,
            "examples" => !tag.examples.is_empty(),
            "attributes" => !tag.attributes.is_empty(),
            "overlap" => tag.overlap != Overlap::default(),
            "ends" => tag.ends != Ends::default(),
            "pattern" => tag.pattern != Pattern::default(),
            "retired" => tag.retired,
            _ => false,
        });
    }
    lost
}
