//! `hashiya import`: a project from texts or annotated sets.
//!
//! Invariant: either everything given was read and a new project is written,
//! or nothing is written; what a file held and the project does not is said.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::bail;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Output, Status};
use crate::formats::{AnnotatedSet, BuildContext, Format, Remark, build, read};
use crate::model::{About, Analyst, Document, Edit, Id, Project, Timestamp, Transaction};
use crate::store;

#[derive(Debug, clap::Args)]
pub struct ImportArguments {
    /// Texts, folders of texts, or annotated sets; a table (csv) needs the
    /// texts it speaks of beside it
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The project to write (name.hashiya.json); it must not exist yet
    #[arg(long, value_name = "PROJECT")]
    out: PathBuf,
    /// What the files hold: text, json, jsonl or csv; without it their names
    /// decide (.json, .jsonl, .csv, anything else is text)
    #[arg(long, value_name = "F", value_parser = ["text", "json", "jsonl", "csv"])]
    format: Option<String>,
    /// The encoding of the files, e.g. windows-1256; without it, it is guessed
    #[arg(long, value_name = "E")]
    encoding: Option<String>,
}

pub(super) fn run(arguments: &ImportArguments, output: &mut Output<'_>) -> anyhow::Result<Status> {
    let target = &arguments.out;
    if fs::symlink_metadata(target).is_ok() {
        bail!(
            "There is something of this name already, and an import never overwrites; give another name: {}",
            target.display()
        );
    }
    let mut import = Import {
        at: Timestamp::now(),
        encoding: arguments.encoding.as_deref(),
        texts: Vec::new(),
        sets: Vec::new(),
        reports: Vec::new(),
    };
    for path in &arguments.files {
        import.read(path, arguments.format.as_deref(), output)?;
    }
    let at = import.at;
    let reports = std::mem::take(&mut import.reports);
    let (project, remarks) = import.into_project(&name_of(target))?;
    store::save(&project, &store::Header::fresh(), target)?;
    for remark in &remarks {
        output.say(&remark.to_string());
    }
    let counts = project.counts();
    output.line(&json!({
        "project": target.to_string_lossy(),
        "documents": counts.documents,
        "annotations": counts.annotations,
        "at": at.to_string(),
        "files": reports,
        "remarks": remarks.iter().map(Remark::to_string).collect::<Vec<_>>(),
    }))?;
    output.say(&format!(
        "Documents: {}, marks: {}, written to {}",
        counts.documents,
        counts.annotations,
        target.display()
    ));
    Ok(Status::finding_if(remarks.iter().any(Remark::is_loss)))
}

/// What has been read so far.
struct Import<'a> {
    at: Timestamp,
    encoding: Option<&'a str>,
    texts: Vec<Document>,
    sets: Vec<(Format, AnnotatedSet, Vec<Remark>)>,
    /// What is printed about each file.
    reports: Vec<Value>,
}

impl Import<'_> {
    fn read(
        &mut self,
        path: &Path,
        format: Option<&str>,
        output: &mut Output<'_>,
    ) -> anyhow::Result<()> {
        if path.is_dir() {
            let files = store::documents_in(path)?;
            if files.is_empty() {
                bail!(
                    "There is no text in this folder; give the files: {}",
                    path.display()
                );
            }
            return files
                .iter()
                .try_for_each(|file| self.read_text(file, output));
        }
        if store::is_project(path) {
            bail!(
                "This is a project already; open it, or export it and import what was exported: {}",
                path.display()
            );
        }
        match format.map_or_else(|| format_by_name(path), format_by_id) {
            None => self.read_text(path, output),
            Some(format) => self.read_set(path, format),
        }
    }

    fn read_text(&mut self, path: &Path, output: &mut Output<'_>) -> anyhow::Result<()> {
        let found = store::read_document(path, self.encoding)?;
        let decoded = &found.decoded;
        if decoded.malformed {
            output.say(&format!(
                "Some bytes mean nothing in {} and became U+FFFD; another --encoding may be right: {}",
                decoded.encoding,
                path.display()
            ));
        }
        self.reports.push(json!({
            "file": path.to_string_lossy(),
            "format": "text",
            "encoding": decoded.encoding,
            "guessed": decoded.guessed,
            "malformed": decoded.malformed,
        }));
        let title = title_of(&decoded.text, path);
        let order = self.texts.len() as u32;
        self.texts
            .push(found.into_document(new_id(), title, self.at, order));
        Ok(())
    }

    fn read_set(&mut self, path: &Path, format: Format) -> anyhow::Result<()> {
        // Spreadsheets write tables in other encodings than UTF-8.
        let found = store::read_document(path, self.encoding)?;
        let set = read(format, found.decoded.text.as_bytes())
            .map_err(|error| anyhow::anyhow!("{error} {}", path.display()))?;
        self.reports.push(json!({
            "file": path.to_string_lossy(),
            "format": format.id(),
            "encoding": found.decoded.encoding,
            "guessed": found.decoded.guessed,
            "malformed": found.decoded.malformed,
        }));
        self.sets.push((format, set.set, set.remarks));
        Ok(())
    }

    /// The project with everything in it, and what was odd.
    fn into_project(self, name: &str) -> anyhow::Result<(Project, Vec<Remark>)> {
        let me = Analyst::new(new_id(), person());
        // A codebook of its own replaces the tags a new project has.
        let brings_codebook = self.sets.iter().any(|(_, set, _)| set.has_codebook);
        let mut project = if brings_codebook {
            Project::from_records(About::new(name), [])?
        } else {
            Project::new(name, me.clone())
        };
        let add = |project: &mut Project, by: &Id, edits: Vec<Edit>| {
            if edits.is_empty() {
                return Ok(());
            }
            let change = Transaction::new(new_id(), self.at, by.clone(), "document.import", edits);
            project.apply(&change)
        };
        // Whoever imports signs texts, and marks that nobody signs.
        let unsigned = |set: &AnnotatedSet| {
            let mut marks = set.documents.iter().flat_map(|document| &document.marks);
            set.analysts.is_empty() || marks.any(|mark| mark.by.is_none())
        };
        let needs_me = !self.texts.is_empty() || self.sets.iter().any(|(_, set, _)| unsigned(set));
        let mut by = me.id.clone();
        if brings_codebook && needs_me {
            add(&mut project, &by, vec![Edit::create(me)])?;
        }
        add(
            &mut project,
            &by,
            self.texts.into_iter().map(Edit::create).collect(),
        )?;
        let mut remarks = Vec::new();
        for (format, mut set, odd) in self.sets {
            remarks.extend(odd);
            give_texts(&mut set, &project, &mut remarks)?;
            if project.analyst(&by).is_none() {
                // The set's own people sign for it.
                by = set
                    .analysts
                    .first()
                    .map_or(by, |analyst| analyst.id.clone());
            }
            let built = build(
                &project,
                set,
                &mut BuildContext {
                    at: self.at,
                    by: by.clone(),
                    format: format.id(),
                    new_id: &mut new_id,
                },
            )?;
            remarks.extend(built.remarks);
            add(&mut project, &by, built.edits)?;
        }
        Ok((project, remarks))
    }
}

/// Gives the documents of a table the texts that were read beside it, by
/// title, path or file name.
fn give_texts(
    set: &mut AnnotatedSet,
    project: &Project,
    remarks: &mut Vec<Remark>,
) -> anyhow::Result<()> {
    for found in set
        .documents
        .iter_mut()
        .filter(|document| document.text.is_none())
    {
        let file = |path: &str| Path::new(path).file_name().map(OsStr::to_owned);
        let same_file = |document: &Document| {
            let sources = found.source.as_deref().zip(document.source.as_deref());
            sources.is_some_and(|(a, b)| file(a).is_some() && file(a) == file(b))
        };
        let is_title = |document: &Document| document.title == found.title;
        let text = project
            .documents()
            .find(|d| found.source.is_some() && d.source == found.source)
            .or_else(|| project.documents().find(|d| same_file(d)))
            .or_else(|| project.documents().find(|d| is_title(d)));
        if let Some(document) = text {
            found.id = document.id.as_str().to_owned();
            found.give_text(document.text.clone(), remarks);
        } else {
            bail!(crate::formats::FormatError::TextMissing {
                document: found.name().to_owned()
            });
        }
    }
    Ok(())
}

fn format_by_id(id: &str) -> Option<Format> {
    Format::from_id(id).ok()
}

/// The format a file's name speaks of; none for texts.
fn format_by_name(path: &Path) -> Option<Format> {
    match path.extension()?.to_ascii_lowercase().to_str()? {
        "json" => Some(Format::Json),
        "jsonl" | "ndjson" => Some(Format::JsonLines),
        "csv" | "tsv" => Some(Format::Csv),
        _ => None,
    }
}

/// The name of a project by its file's name.
fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.strip_suffix(".json").unwrap_or(&name);
    name.strip_suffix(".hashiya").unwrap_or(name).to_owned()
}

/// A document's title: the file's name without its extension.
fn title_of(_text: &str, path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// Who works here, as the system calls them.
fn person() -> String {
    ["USER", "LOGNAME", "USERNAME"]
        .into_iter()
        .find_map(|name| {
            std::env::var(name)
                .ok()
                .filter(|value| !value.trim().is_empty())
        })
        .unwrap_or_else(|| "Analyst".to_owned())
}

fn new_id() -> Id {
    Id::from_uuid(Uuid::now_v7())
}
