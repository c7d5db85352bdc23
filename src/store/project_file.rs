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
    anchor::Anchors,
    file_marks::{self, Marks},
    file_records::{FileAnnotation, FileDecision, FileDocument},
    placing::{Placed, Placing},
    reading::{Fingerprint, read_bytes},
    write_atomically,
};
use crate::model::{
    About, Analyst, Annotation, Entity, Extra, Id, Note, Project, Record, Relation, Tag,
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
    #[schemars(with = "Vec<FileAnnotation>")]
    annotations: Marks,
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
    let bytes = read_bytes(path)?;
    let read = read(&bytes, path)?;
    // A large file and its project need not be in memory together.
    drop(bytes);
    Ok(assemble(read))
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
    Ok(assemble(read(bytes, path)?))
}

/// What stands in a file, with its marks in their places.
struct Read {
    file: ProjectFile,
    known: BTreeSet<Id>,
    anchors: BTreeMap<Id, Anchors>,
    placed: Vec<Placed>,
    fingerprint: Fingerprint,
    warnings: Vec<Warning>,
}

fn read(bytes: &[u8], path: &Path) -> Result<Read, StoreError> {
    let json = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Some(read) = read_in_stretches(bytes, json) {
        return check_format(read, path);
    }
    let mut file: ProjectFile =
        serde_json::from_slice(json).map_err(|error| diagnose(json, &error, path))?;
    let marks = match std::mem::take(&mut file.annotations) {
        Marks::Here(marks) => marks,
        Marks::Apart => {
            let error = <serde_json::Error as serde::de::Error>::custom("no list of annotations");
            return Err(diagnose(json, &error, path));
        }
    };
    let (known, anchors) = known_and_anchors(&file);
    let warnings = changed_texts(&file);
    let mut placing = Placing::new(anchors.clone(), &known);
    for mark in marks {
        placing.place(mark);
    }
    let placed = vec![placing.placed];
    let read = Read {
        file,
        known,
        anchors,
        placed,
        fingerprint: Fingerprint::of(bytes),
        warnings,
    };
    check_format(read, path)
}

/// Reads a file with very many marks, each on a line of its own: the marks by
/// several threads. None where the file is another, or something is wrong with
/// it that is better told by reading it as a whole.
fn read_in_stretches(bytes: &[u8], json: &[u8]) -> Option<Read> {
    let stretches = file_marks::stretches(json)?;
    let file: ProjectFile = {
        let rest = file_marks::without(json, &stretches)?;
        serde_json::from_slice(&rest).ok()?
    };
    // Lines that look like the list may stand somewhere deeper.
    let Marks::Apart = file.annotations else {
        return None;
    };
    let (known, anchors) = known_and_anchors(&file);
    let placing = Placing::new(anchors.clone(), &known);
    let (mut fingerprint, mut warnings) = (None, Vec::new());
    let placed = file_marks::read_stretches(json, &stretches, &placing, || {
        fingerprint = Some(Fingerprint::of(bytes));
        warnings = changed_texts(&file);
    })?;
    drop(placing);
    Some(Read {
        fingerprint: fingerprint?,
        file,
        known,
        anchors,
        placed,
        warnings,
    })
}

fn check_format(read: Read, path: &Path) -> Result<Read, StoreError> {
    if read.file.format == FORMAT {
        Ok(read)
    } else {
        Err(StoreError::NotProject(path.to_owned()))
    }
}

/// The ids that marks refer to, and what finds places in the texts.
fn known_and_anchors(file: &ProjectFile) -> (BTreeSet<Id>, BTreeMap<Id, Anchors>) {
    let anchors: BTreeMap<Id, Anchors> = file
        .documents
        .iter()
        .map(|document| (document.id.clone(), Anchors::new(document.text.0.clone())))
        .collect();
    let known = (file.analysts.iter().map(|record| &record.id))
        .chain(file.tags.iter().map(|record| &record.id))
        .chain(file.entities.iter().map(|record| &record.id))
        .chain(file.documents.iter().map(|record| &record.id))
        .cloned()
        .collect();
    (known, anchors)
}

/// The documents whose text is not the one they were saved with.
fn changed_texts(file: &ProjectFile) -> Vec<Warning> {
    file.documents
        .iter()
        .filter(|document| !document.has_its_text())
        .map(|document| Warning::TextChanged {
            document: document.id.clone(),
            title: document.title.clone(),
        })
        .collect()
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
fn assemble(read: Read) -> Loaded {
    let Read {
        file,
        known,
        anchors,
        placed,
        fingerprint,
        warnings: changed,
    } = read;
    let mut warnings = Vec::new();
    let newer = file.version > VERSION;
    if newer {
        warnings.push(Warning::Newer {
            version: file.version,
        });
    }
    warnings.extend(changed);
    let header = Header {
        id: file.id,
        transactions: file.transactions,
        last_transaction: file.last_transaction,
    };
    let mut about = About::new(file.name);
    about.description = file.description;
    about.extra = file.extra;
    let mut unplaced = Vec::new();

    let mut placing = Placing::new(anchors, &known);
    let mut decisions = Vec::with_capacity(file.decisions.len());
    let mut lost_decisions = Vec::new();
    for decision in file.decisions {
        match placing.place_of_decision(&decision) {
            Some(places) => decisions.push(decision.into_decision(places.first().copied())),
            None => lost_decisions.push(decision),
        }
    }
    let count = placed.iter().map(|placed| placed.marks.len()).sum();
    let mut annotations: Vec<Record> = Vec::with_capacity(count);
    for mut one in placed {
        annotations.extend(one.marks.into_iter().map(Record::from));
        warnings.append(&mut one.warnings);
        for mark in one.lost {
            keep(&mut unplaced, &json!({ "annotation": mark }));
        }
    }
    warnings.append(&mut placing.placed.warnings);
    for decision in lost_decisions {
        keep(&mut unplaced, &json!({ "decision": decision }));
    }

    let records: Vec<Record> = (file.analysts.into_iter().map(Record::from))
        .chain(file.tags.into_iter().map(Record::from))
        .chain(file.entities.into_iter().map(Record::from))
        .chain(file.documents.into_iter().map(|d| d.into_document().into()))
        .chain(annotations)
        .chain(file.relations.into_iter().map(Record::from))
        .chain(file.notes.into_iter().map(Record::from))
        .chain(decisions.into_iter().map(Record::from))
        .collect();
    let project = Project::from_fitting_records(about, records, |about, misfits| {
        for (record, error) in misfits {
            keep(&mut unplaced, &record);
            warnings.push(Warning::Refused(error));
        }
        extend_unplaced(about, unplaced);
    });
    Loaded {
        project,
        header,
        warnings,
        fingerprint,
        newer,
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
