//! The project file, `name.hashiya.json`: writing and reading.
//!
//! Readable, in a stable order, one record per line inside its list, so that
//! version control shows real differences. The schema is
//! `assets/schema/project.schema.json`.
//!
//! **Invariant:** writing what was read gives the same bytes (for a file
//! written by this version), unknown fields and lists included.

use super::{
    StoreError, Warning,
    anchor::{Anchored, Anchors},
    file_records::{FileAnnotation, FileDecision, FileDocument, FileSpan},
    reading::{Fingerprint, read_bytes},
    write_atomically,
};
use crate::model::{
    About, Analyst, Annotation, Entity, Extra, Id, Note, Project, Record, Relation, Span, Tag,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// What the field `format` of a project file says.
pub const FORMAT: &str = "hashiya-project";
/// The newest version of the format this program knows.
pub const VERSION: u32 = 1;
/// The list in which records are kept that found no place in the project.
pub const UNPLACED: &str = "unplaced";

const OFFSETS: &str = "Unicode code points, end exclusive";

/// What a file says about itself besides its records.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Header {
    /// The project's identity, which its copies and its journal share.
    pub id: Id,
    /// How many transactions have led to this state.
    pub transactions: u64,
    /// The last of them.
    pub last_transaction: Option<Id>,
}

impl Header {
    /// The header of a project that has just been made.
    pub fn fresh() -> Self {
        Self {
            id: Id::from_uuid(uuid::Uuid::now_v7()),
            transactions: 0,
            last_transaction: None,
        }
    }
}

/// A project read from its file.
#[derive(Debug)]
pub struct Loaded {
    /// The project.
    pub project: Project,
    /// What the file says about itself.
    pub header: Header,
    /// What was odd about it.
    pub warnings: Vec<Warning>,
    /// By which a change of the file is noticed.
    pub fingerprint: Fingerprint,
    /// Whether it was written by a newer version, so that saving it here
    /// could lose something.
    pub newer: bool,
}

/// The file as a whole.
#[derive(Debug, Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(title = "Hashiya project", rename = "Project")]
pub(super) struct ProjectFile {
    /// Always `hashiya-project`.
    format: String,
    /// The version of the format; this schema describes version 1.
    version: u32,
    /// The project's identity, which its copies and its journal share.
    id: Id,
    /// The project's name.
    name: String,
    /// What the project is for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    description: String,
    /// How offsets count; always `Unicode code points, end exclusive`.
    #[serde(default)]
    offsets: String,
    /// How many transactions have led to this state.
    #[serde(default)]
    transactions: u64,
    /// The last of them; the journal is replayed from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last_transaction: Option<Id>,
    /// Who annotates.
    #[serde(default)]
    analysts: Vec<Analyst>,
    /// The kinds of marks, parents before children.
    #[serde(default)]
    tags: Vec<Tag>,
    /// Who and what is mentioned.
    #[serde(default)]
    entities: Vec<Entity>,
    /// The texts, in their order.
    #[serde(default)]
    documents: Vec<FileDocument>,
    /// The marks, by document and place.
    #[serde(default)]
    annotations: Vec<FileAnnotation>,
    /// Connections between marks.
    #[serde(default)]
    relations: Vec<Relation>,
    /// Free text.
    #[serde(default)]
    notes: Vec<Note>,
    /// Decisions about suggestions: what is not to be suggested again.
    #[serde(default)]
    decisions: Vec<FileDecision>,
    /// Fields and lists of newer versions.
    #[serde(flatten)]
    extra: Extra,
}

/// Writes a project whole, in place of what was there, and returns the
/// fingerprint of what was written. Whether that may be done is the caller's
/// business; see [`Session`](super::Session).
pub fn save(project: &Project, header: &Header, path: &Path) -> Result<Fingerprint, StoreError> {
    let bytes = to_json(project, header);
    write_atomically(path, &bytes)?;
    Ok(Fingerprint::of(&bytes))
}

/// Reads a project.
pub fn load(path: &Path) -> Result<Loaded, StoreError> {
    from_json(&read_bytes(path)?, path)
}

/// The bytes of a project file.
pub fn to_json(project: &Project, header: &Header) -> Vec<u8> {
    let about = project.about();
    let mut writer = Writer {
        json: vec![b'{'],
        first: true,
    };
    writer.field("format", &FORMAT);
    writer.field("version", &VERSION);
    writer.field("id", &header.id);
    writer.field("name", &about.name);
    if !about.description.is_empty() {
        writer.field("description", &about.description);
    }
    writer.field("offsets", &OFFSETS);
    writer.field("transactions", &header.transactions);
    if let Some(last) = &header.last_transaction {
        writer.field("last_transaction", last);
    }
    writer.list("analysts", project.analysts());
    writer.list("tags", project.tags());
    writer.list("entities", project.entities());
    writer.list("documents", project.documents().map(FileDocument::new));
    let annotations = project.documents().flat_map(|document| {
        let offsets = project.offsets(&document.id);
        project
            .annotations_of(&document.id)
            .chain(project.annotations_on_whole(&document.id))
            .zip(std::iter::repeat(offsets))
            .filter_map(|(mark, offsets)| Some(FileAnnotation::new(mark, &document.text, offsets?)))
    });
    writer.list("annotations", annotations);
    writer.list("relations", project.relations());
    writer.list("notes", project.notes());
    let decisions = project.decisions().map(|decision| {
        let document = decision.document.as_ref();
        let text =
            document.and_then(|id| Some((&*project.document(id)?.text, project.offsets(id)?)));
        FileDecision::new(decision, text)
    });
    writer.list("decisions", decisions);
    for (name, value) in &about.extra {
        match value {
            Value::Array(items) => writer.list(name, items),
            other => writer.field(name, other),
        }
    }
    writer.json.extend_from_slice(b"\n}\n");
    writer.json
}

/// Writes fields one per line, and the items of lists one per line.
struct Writer {
    json: Vec<u8>,
    first: bool,
}

impl Writer {
    fn name(&mut self, name: &str) {
        if !std::mem::take(&mut self.first) {
            self.json.push(b',');
        }
        self.json.extend_from_slice(b"\n  ");
        self.value(name);
        self.json.extend_from_slice(b": ");
    }

    fn value(&mut self, value: &(impl Serialize + ?Sized)) {
        // Only maps with keys that are not strings, and writers that fail,
        // give an error; records have neither.
        if let Err(error) = serde_json::to_writer(&mut self.json, value) {
            log::error!("a value cannot be written as JSON: {error}");
        }
    }

    fn field(&mut self, name: &str, value: &(impl Serialize + ?Sized)) {
        self.name(name);
        self.value(value);
    }

    fn list(&mut self, name: &str, items: impl IntoIterator<Item: Serialize>) {
        self.name(name);
        self.json.push(b'[');
        let mut any = false;
        for item in items {
            self.json
                .extend_from_slice(if any { b",\n    " } else { b"\n    " });
            self.value(&item);
            any = true;
        }
        self.json
            .extend_from_slice(if any { b"\n  ]" } else { b"]" });
    }
}

/// A project from the bytes of a file; the path is for messages only.
pub fn from_json(bytes: &[u8], path: &Path) -> Result<Loaded, StoreError> {
    let json = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let file: ProjectFile =
        serde_json::from_slice(json).map_err(|error| diagnose(json, &error, path))?;
    if file.format != FORMAT {
        return Err(StoreError::NotProject(path.to_owned()));
    }
    let mut warnings = Vec::new();
    let newer = file.version > VERSION;
    if newer {
        warnings.push(Warning::Newer {
            version: file.version,
        });
    }
    let header = Header {
        id: file.id.clone(),
        transactions: file.transactions,
        last_transaction: file.last_transaction.clone(),
    };
    let project = assemble(file, &mut warnings);
    Ok(Loaded {
        project,
        header,
        warnings,
        fingerprint: Fingerprint::of(bytes),
        newer,
    })
}

/// What a file is that could not be read as a project.
fn diagnose(json: &[u8], error: &serde_json::Error, path: &Path) -> StoreError {
    #[derive(Deserialize)]
    struct Peek {
        format: Option<Value>,
        version: Option<Value>,
    }
    let path = path.to_owned();
    let beginning = String::from_utf8_lossy(json.get(..1024).unwrap_or(json));
    let is_ours = match serde_json::from_slice::<Peek>(json) {
        Ok(peek) => {
            let newer = peek.version.as_ref().and_then(Value::as_u64);
            let ours = peek.format.as_ref().and_then(Value::as_str) == Some(FORMAT);
            match newer {
                Some(version) if ours && version > u64::from(VERSION) => {
                    return StoreError::Newer {
                        version,
                        known: VERSION,
                        path,
                    };
                }
                _ => ours,
            }
        }
        Err(_) => beginning.contains(FORMAT),
    };
    if !is_ours {
        return StoreError::NotProject(path);
    }
    if error.is_eof() {
        return StoreError::Truncated {
            line: error.line(),
            path,
        };
    }
    let reason = error.to_string();
    let reason = reason.split(" at line ").next().unwrap_or_default();
    StoreError::Broken {
        line: error.line(),
        column: error.column(),
        reason: reason.to_owned(),
        path,
    }
}

/// Makes a project of the records, keeping aside what does not fit.
fn assemble(file: ProjectFile, warnings: &mut Vec<Warning>) -> Project {
    let mut about = About::new(file.name);
    about.description = file.description;
    about.extra = file.extra;
    let mut unplaced = Vec::new();

    for document in &file.documents {
        if !document.has_its_text() {
            warnings.push(Warning::TextChanged {
                document: document.id.clone(),
                title: document.title.clone(),
            });
        }
    }
    let mut anchors: BTreeMap<Id, Anchors> = file
        .documents
        .iter()
        .map(|document| (document.id.clone(), Anchors::new(document.text.0.clone())))
        .collect();
    let known: BTreeSet<Id> = (file.analysts.iter().map(|record| &record.id))
        .chain(file.tags.iter().map(|record| &record.id))
        .chain(file.entities.iter().map(|record| &record.id))
        .chain(anchors.keys())
        .cloned()
        .collect();
    let mut annotations = Vec::with_capacity(file.annotations.len());
    for annotation in file.annotations {
        match place(&annotation, &mut anchors, warnings) {
            Some(spans) => {
                let mut annotation = annotation.into_annotation(spans);
                share_ids(&mut annotation, &known);
                annotations.push(annotation);
            }
            None => keep(&mut unplaced, &json!({ "annotation": annotation })),
        }
    }
    let mut decisions = Vec::with_capacity(file.decisions.len());
    for decision in file.decisions {
        match decided_place(&decision, &mut anchors, warnings) {
            Some(places) => decisions.push(decision.into_decision(places.first().copied())),
            None => keep(&mut unplaced, &json!({ "decision": decision })),
        }
    }

    let records: Vec<Record> = (file.analysts.into_iter().map(Record::from))
        .chain(file.tags.into_iter().map(Record::from))
        .chain(file.entities.into_iter().map(Record::from))
        .chain(file.documents.into_iter().map(|d| d.into_document().into()))
        .chain(annotations.into_iter().map(Record::from))
        .chain(file.relations.into_iter().map(Record::from))
        .chain(file.notes.into_iter().map(Record::from))
        .chain(decisions.into_iter().map(Record::from))
        .collect();
    Project::from_fitting_records(about, records, |about, misfits| {
        for (record, error) in misfits {
            keep(&mut unplaced, &record);
            warnings.push(Warning::Refused(error));
        }
        extend_unplaced(about, unplaced);
    })
}

/// The places of a mark in bytes; none if its words are lost.
fn place(
    annotation: &FileAnnotation,
    anchors: &mut BTreeMap<Id, Anchors>,
    warnings: &mut Vec<Warning>,
) -> Option<Vec<Span>> {
    let Some(anchors) = anchors.get_mut(&annotation.document) else {
        // A mark without a document is refused with the other misfits.
        return Some(annotation.spans.iter().map(|_| Span::new(0, 0)).collect());
    };
    find_places(&annotation.id, &annotation.spans, anchors, warnings)
}

/// The place of a decision in bytes: one or none; nothing if its words are
/// lost.
fn decided_place(
    decision: &FileDecision,
    anchors: &mut BTreeMap<Id, Anchors>,
    warnings: &mut Vec<Warning>,
) -> Option<Vec<Span>> {
    let Some(stated) = &decision.span else {
        return Some(Vec::new());
    };
    let document = decision.document.as_ref();
    let Some(anchors) = document.and_then(|document| anchors.get_mut(document)) else {
        // As for marks: refused with the other misfits.
        return Some(vec![Span::new(0, 0)]);
    };
    find_places(
        &decision.id,
        std::slice::from_ref(stated),
        anchors,
        warnings,
    )
}

/// Finds the stated places of a record in its text; nothing if one is lost.
fn find_places(
    id: &Id,
    places: &[FileSpan],
    anchors: &mut Anchors,
    warnings: &mut Vec<Warning>,
) -> Option<Vec<Span>> {
    let mut spans = Vec::with_capacity(places.len());
    let mut moves = Vec::new();
    let lost = |quote: Option<&String>| Warning::Unplaced {
        annotation: id.clone(),
        quote: quote.cloned().unwrap_or_default(),
    };
    for stated in places {
        match anchors.find(stated) {
            Anchored::There(span) => spans.push(span),
            Anchored::Moved(span, to) => {
                spans.push(span);
                moves.push(Warning::Moved {
                    annotation: id.clone(),
                    quote: stated.quote.clone().unwrap_or_default(),
                    from: stated.start,
                    to,
                });
            }
            Anchored::Lost => {
                warnings.push(lost(stated.quote.as_ref()));
                return None;
            }
        }
    }
    spans.sort_unstable();
    let apart = |pair: &[Span]| matches!(pair, [a, b] if a.end <= b.start && a != b);
    if !spans.windows(2).all(apart) {
        let quote = places.first().and_then(|span| span.quote.as_ref());
        warnings.push(lost(quote));
        return None;
    }
    warnings.append(&mut moves);
    Some(spans)
}

/// Lets a mark use the ids of the records it refers to instead of copies of
/// its own: with many marks, a good part of their size.
fn share_ids(annotation: &mut Annotation, known: &BTreeSet<Id>) {
    let own = [
        Some(&mut annotation.document),
        Some(&mut annotation.tag),
        Some(&mut annotation.by),
        annotation.entity.as_mut(),
    ];
    for id in own.into_iter().flatten() {
        if let Some(shared) = known.get(id) {
            *id = shared.clone();
        }
    }
}

/// Keeps a record as `{"annotation": {…}}`.
fn keep(unplaced: &mut Vec<Value>, record: &impl Serialize) {
    match serde_json::to_value(record) {
        Ok(value) => unplaced.push(value),
        Err(error) => log::error!("a record cannot be kept: {error}"),
    }
}

fn extend_unplaced(about: &mut About, new: Vec<Value>) {
    if new.is_empty() {
        return;
    }
    let list = about
        .extra
        .entry(UNPLACED.to_owned())
        .or_insert_with(|| Value::Array(Vec::new()));
    match list {
        Value::Array(items) => items.extend(new),
        other => *other = Value::Array(std::iter::once(other.take()).chain(new).collect()),
    }
}

/// The mark as the project file writes it, for readers of single records.
pub fn annotation_json(project: &Project, annotation: &Annotation) -> Option<Value> {
    let document = project.document(&annotation.document)?;
    let offsets = project.offsets(&document.id)?;
    serde_json::to_value(FileAnnotation::new(annotation, &document.text, offsets)).ok()
}
