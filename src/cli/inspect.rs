//! `hashiya inspect`: what texts hide, and what in them is not what it seems.
//!
//! Invariant: a line for every finding of every text, in the order of the
//! files and of the text; what is printed is plain: nothing in it can turn the
//! order of a terminal's letters.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::{Output, Status, project_at};
use crate::language::invisible::{
    self, Finding, MOST_FINDINGS, code_point, hidden_by_itself, tamed, unicode_name, visible_name,
};
use crate::model::{OffsetTable, Project};
use crate::store;

/// Characters named in one line.
const MOST_NAMES: usize = 8;

/// Prints a JSON line for every override, unclosed embedding or isolate, word
/// of letters of several scripts, invisible character inside a word and the
/// like.
///
/// level is danger (what is seen is not what is written), notice, or info
/// (honest texts do it too; left out without --all). Offsets are code points
/// of the text, end exclusive; paragraph counts from 1; text is written with
/// escapes. In a project its titles, tags, entities, notes and names are read
/// too; record says which (tag person). A file name that hides something is a finding of its own, with
/// start and end null. The exit status is 1 when there is a danger.
#[derive(Debug, clap::Args)]
pub struct InspectArguments {
    /// Texts, folders of texts, projects
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Print infos too
    #[arg(long)]
    all: bool,
    /// The encoding of text files, e.g. windows-1256; without it, it is guessed
    #[arg(long, value_name = "E")]
    encoding: Option<String>,
}

/// A finding as it is printed.
#[derive(Serialize)]
struct Found<'a> {
    file: &'a str,
    /// The title, for the documents of a project.
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<&'a str>,
    /// For a label of a project what it is the name or note of: `tag person`.
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'a str>,
    start: Option<usize>,
    end: Option<usize>,
    text: String,
    kind: &'static str,
    level: &'static str,
    names: Vec<String>,
    paragraph: Option<usize>,
}

pub(super) fn run(arguments: &InspectArguments, output: &mut Output<'_>) -> anyhow::Result<Status> {
    let mut danger = false;
    let mut failed = false;
    for path in &arguments.files {
        let files = if path.is_dir() {
            store::documents_in(path)
        } else {
            Ok(vec![path.clone()])
        };
        // One file that cannot be read does not hide what is in the others.
        let mut unread = |error: &anyhow::Error, output: &mut Output<'_>| {
            output.say(&format!("hashiya: {}", tamed(&error.to_string())));
            failed = true;
        };
        match files {
            Ok(files) => {
                for file in files {
                    match inspect_file(arguments, &file, output) {
                        Err(error) if error.is::<store::StoreError>() => unread(&error, output),
                        found => danger |= found?,
                    }
                }
            }
            Err(error) => unread(&error.into(), output),
        }
    }
    Ok(if failed {
        Status::Failed
    } else {
        Status::finding_if(danger)
    })
}

/// Prints what is found in one file; whether there is a danger.
fn inspect_file(
    arguments: &InspectArguments,
    path: &Path,
    output: &mut Output<'_>,
) -> anyhow::Result<bool> {
    let name = path.to_string_lossy();
    let file = visible_name(&name);
    let mut danger = print_name(&name, &file, output)?;
    if store::is_project(path) {
        let project = project_at(path, output)?;
        for document in project.documents() {
            let title = visible_name(&document.title);
            danger |= print_text(arguments, &document.text, &file, Some(&title), None, output)?;
        }
        for (record, label) in labels(&project) {
            danger |= print_text(arguments, label, &file, None, Some(&record), output)?;
        }
        return Ok(danger);
    }
    let read = store::read_document(path, arguments.encoding.as_deref())?;
    danger |= print_text(arguments, &read.decoded.text, &file, None, None, output)?;
    Ok(danger)
}

/// Prints that a file's name hides something.
fn print_name(name: &str, file: &str, output: &mut Output<'_>) -> anyhow::Result<bool> {
    if name == file {
        return Ok(false);
    }
    let hidden: Vec<char> = name
        .chars()
        .filter(|c| hidden_by_itself(*c).is_some())
        .collect();
    let danger = hidden
        .iter()
        .any(|c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'));
    output.line(&Found {
        file,
        document: None,
        record: None,
        start: None,
        end: None,
        text: escaped(name),
        kind: "file-name",
        level: if danger { "danger" } else { "notice" },
        names: hidden.into_iter().take(MOST_NAMES).map(named).collect(),
        paragraph: None,
    })?;
    Ok(danger)
}

fn print_text(
    arguments: &InspectArguments,
    text: &str,
    file: &str,
    document: Option<&str>,
    record: Option<&str>,
    output: &mut Output<'_>,
) -> anyhow::Result<bool> {
    let inspection = invisible::inspect(text);
    if inspection.findings.is_empty() {
        return Ok(false);
    }
    let offsets = OffsetTable::new(text);
    let mut counted = (0, 1);
    for finding in &inspection.findings {
        if finding.level == invisible::Level::Info && !arguments.all {
            continue;
        }
        counted = (
            finding.span.start,
            counted.1 + paragraphs_between(text, counted.0, finding.span.start),
        );
        output.line(&Found {
            file,
            document,
            record,
            start: Some(offsets.code_point_of_byte(finding.span.start)),
            end: Some(offsets.code_point_of_byte(finding.span.end)),
            text: escaped(finding.span.of(text).unwrap_or_default()),
            kind: finding.kind.key(),
            level: finding.level.key(),
            names: names(text, finding),
            paragraph: Some(counted.1),
        })?;
    }
    if inspection.findings.len() == MOST_FINDINGS {
        output.say(&format!(
            "hashiya: only the first {MOST_FINDINGS} findings are listed: {file}"
        ));
    }
    Ok(inspection.dangers > 0)
}

/// The words of a project that are no document: what they belong to, and
/// themselves.
fn labels(project: &Project) -> Vec<(String, &str)> {
    let mut labels = Vec::new();
    for document in project.documents() {
        labels.push((format!("title {}", document.id), document.title.as_str()));
        if let Some(source) = &document.source {
            labels.push((format!("source {}", document.id), source.as_str()));
        }
    }
    for tag in project.tags() {
        let id = format!("tag {}", tag.id);
        labels.extend(tag.names.values().map(|name| (id.clone(), name.as_str())));
        labels.push((id, tag.description.as_str()));
    }
    for entity in project.entities() {
        let id = format!("entity {}", entity.id);
        labels.push((id.clone(), entity.name.as_str()));
        labels.extend(
            entity
                .surfaces
                .iter()
                .map(|name| (id.clone(), name.as_str())),
        );
    }
    for mark in project.annotations() {
        labels.push((format!("annotation {}", mark.id), mark.note.as_str()));
    }
    for note in project.notes() {
        labels.push((format!("note {}", note.id), note.text.as_str()));
    }
    for analyst in project.analysts() {
        labels.push((format!("analyst {}", analyst.id), analyst.name.as_str()));
    }
    labels
}

/// How many paragraphs end between two bytes.
fn paragraphs_between(text: &str, from: usize, to: usize) -> usize {
    crate::text::paragraphs(text.get(from..to).unwrap_or_default())
        .len()
        .saturating_sub(1)
}

fn names(text: &str, finding: &Finding) -> Vec<String> {
    finding
        .characters(text, MOST_NAMES)
        .into_iter()
        .map(named)
        .collect()
}

/// `U+202E RIGHT-TO-LEFT OVERRIDE`; for letters the code point alone.
fn named(c: char) -> String {
    let (code, name) = (code_point(c), unicode_name(c));
    if name == code {
        code
    } else {
        format!("{code} {name}")
    }
}

/// Text in printing ASCII; everything else as `\u{…}`.
fn escaped(text: &str) -> String {
    text.chars()
        .flat_map(|c| {
            let plain = (' '..='~').contains(&c) && c != '\\';
            let escape = (!plain).then(|| c.escape_unicode());
            plain
                .then_some(c)
                .into_iter()
                .chain(escape.into_iter().flatten())
        })
        .collect()
}
