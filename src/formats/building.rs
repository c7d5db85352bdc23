//! Puts a set that was read into a project, as edits of one transaction.
//!
//! Ids of the file are kept where they are free, so that a set exported,
//! imported and exported again is the same; tags and analysts are recognised
//! by id or by name. Time and new ids come in as parameters.
//!
//! Invariant: the edits, in one transaction, satisfy `Project::apply`;
//! whatever of the file would not is left out with a [`Remark`].

mod entities;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::code_points::CodePoints;
use super::{
    AnnotatedSet, FormatError, Remark, SetDecision, SetDocument, SetMark, TurnedParagraph,
};
use crate::model::{
    Analyst, Annotation, Decision, Details, Document, Edit, Id, Kept, Note, Origin,
    ParagraphDirection, Project, Relation, Span, Tag, TagKind, Timestamp,
};

/// What an import needs to know besides the file.
pub struct BuildContext<'a> {
    /// The moment of the import.
    pub at: Timestamp,
    /// Who signs marks that the file does not sign; an analyst of the project.
    pub by: Id,
    /// The id of the format, kept as the origin of marks that have none.
    pub format: &'a str,
    /// Makes a new id, different at every call.
    pub new_id: &'a mut dyn FnMut() -> Id,
}

/// The edits of an import and what was odd.
#[derive(Debug, Default)]
pub struct Built {
    /// To be applied in one transaction; may be empty.
    pub edits: Vec<Edit>,
    /// What was changed or left out.
    pub remarks: Vec<Remark>,
    /// How many documents are new.
    pub documents: usize,
    /// How many marks are new.
    pub marks: usize,
}

/// Makes the edits that put a set into a project. Every document of the set
/// must have its text.
pub fn build(
    project: &Project,
    set: AnnotatedSet,
    context: &mut BuildContext<'_>,
) -> Result<Built, FormatError> {
    let mut builder = Builder {
        project,
        context,
        built: Built::default(),
        tags: BTreeMap::new(),
        analysts: BTreeMap::new(),
        entities: BTreeMap::new(),
        documents: BTreeMap::new(),
        marks: BTreeMap::new(),
        document_tags: project
            .tags()
            .filter(|t| t.kind == TagKind::Document)
            .map(|t| t.id.clone())
            .collect(),
        taken_marks: BTreeSet::new(),
        taken_documents: BTreeSet::new(),
    };
    builder.add_tags(set.tags, set.has_codebook);
    builder.add_analysts(set.analysts, set.has_codebook);
    builder.add_entities(set.entities);
    builder.name_documents(&set.documents);
    let first = project
        .documents()
        .map(|document| document.order + 1)
        .max()
        .unwrap_or(0);
    let texts: BTreeMap<String, Arc<str>> = set
        .documents
        .iter()
        .filter_map(|document| Some((document.id.clone(), document.text.clone()?)))
        .collect();
    for (order, document) in (first..).zip(set.documents) {
        builder.add_document(document, order)?;
    }
    builder.add_relations(set.relations);
    builder.add_notes(set.notes);
    builder.add_decisions(set.decisions, &texts);
    Ok(builder.built)
}

struct Builder<'a, 'b> {
    project: &'a Project,
    context: &'a mut BuildContext<'b>,
    built: Built,
    /// Ids in the file → ids in the project.
    tags: BTreeMap<String, Id>,
    analysts: BTreeMap<String, Id>,
    entities: BTreeMap<String, Id>,
    documents: BTreeMap<String, Id>,
    marks: BTreeMap<String, Id>,
    /// Tags that may stand on a document as a whole.
    document_tags: BTreeSet<Id>,
    taken_marks: BTreeSet<Id>,
    taken_documents: BTreeSet<Id>,
}

impl Builder<'_, '_> {
    fn dangling(&mut self, what: String, target: &str) {
        self.built.remarks.push(Remark::Dangling {
            what,
            target: target.to_owned(),
        });
    }

    fn add_tags(&mut self, tags: Vec<Tag>, is_codebook: bool) {
        let mut keys: BTreeSet<String> = self
            .project
            .tags()
            .filter_map(|tag| tag.key.as_deref().map(str::to_uppercase))
            .collect();
        let mut order = self
            .project
            .tags()
            .map(|tag| tag.order + 1)
            .max()
            .unwrap_or(0);
        let mut new = Vec::new();
        for tag in tags {
            let spelling = tag.id.as_str().to_owned();
            let known = if is_codebook {
                self.project.tag(&tag.id).map(|tag| tag.id.clone())
            } else {
                self.tag_called(&spelling, &tag)
            };
            let id = known.clone().unwrap_or_else(|| {
                if spelling.is_empty() {
                    (self.context.new_id)()
                } else {
                    tag.id.clone()
                }
            });
            if self.tags.insert(spelling, id.clone()).is_none() && known.is_none() {
                new.push(Tag { id, ..tag });
            }
        }
        for mut tag in new {
            if let Some(parent) = tag.parent.take() {
                match self.tags.get(parent.as_str()) {
                    Some(id) => tag.parent = Some(id.clone()),
                    None => self.dangling(format!("tag {}", tag.id), parent.as_str()),
                }
            }
            for side in [&mut tag.ends.from, &mut tag.ends.to] {
                for end in std::mem::take(side) {
                    match self.tags.get(end.as_str()) {
                        Some(id) => side.push(id.clone()),
                        None => self.dangling(format!("tag {}", tag.id), end.as_str()),
                    }
                }
            }
            // A key marks with one tag only; the project's own come first.
            tag.key = tag.key.filter(|key| keys.insert(key.to_uppercase()));
            if !is_codebook {
                tag.order = order;
                order += 1;
            }
            if tag.kind == TagKind::Document {
                self.document_tags.insert(tag.id.clone());
            }
            self.built.edits.push(Edit::create(tag));
        }
    }

    /// The project's tag that a label means: by id, by name in any language,
    /// by the short forms corpora use.
    fn tag_called(&self, label: &str, made_up: &Tag) -> Option<Id> {
        let same = |a: &str, b: &str| a.to_lowercase() == b.to_lowercase();
        let corpus = match label.to_uppercase().as_str() {
            "PER" | "PERS" => "person",
            "ORG" | "ORGANIZATION" => "organisation",
            "LOC" | "LOCATION" | "GPE" => "place",
            "FAC" => "facility",
            "NORP" => "people",
            "NUM" | "CARDINAL" | "QUANTITY" => "number",
            "URL" | "EMAIL" => "address",
            _ => label,
        };
        let tags = || self.project.tags();
        let name = made_up.name("en");
        tags()
            .find(|tag| tag.id.as_str() == label)
            .or_else(|| tags().find(|tag| same(tag.id.as_str(), corpus)))
            .or_else(|| {
                tags().find(|tag| tag.names.values().any(|n| same(n, label) || same(n, name)))
            })
            .map(|tag| tag.id.clone())
    }

    fn add_analysts(&mut self, analysts: Vec<Analyst>, is_codebook: bool) {
        for analyst in analysts {
            let spelling = analyst.id.as_str().to_owned();
            let known = self
                .project
                .analyst(&analyst.id)
                .or_else(|| {
                    self.project
                        .analysts()
                        .find(|a| !a.name.is_empty() && a.name == analyst.name)
                })
                .map(|known| known.id.clone());
            let is_new = known.is_none();
            let id = known.unwrap_or_else(|| {
                // Without a codebook only the name is known, which is no id.
                if spelling.is_empty() || (!is_codebook && spelling == analyst.name) {
                    (self.context.new_id)()
                } else {
                    analyst.id.clone()
                }
            });
            if self.analysts.insert(spelling, id.clone()).is_none() && is_new {
                self.built
                    .edits
                    .push(Edit::create(Analyst { id, ..analyst }));
            }
        }
    }

    /// Decides the ids of all documents, so that versions can refer to each
    /// other.
    fn name_documents(&mut self, documents: &[SetDocument]) {
        for document in documents.iter().filter(|document| !document.id.is_empty()) {
            let id = Id::new(document.id.as_str());
            let same_text = self
                .project
                .document(&id)
                .map(|known| Some(&known.text) == document.text.as_ref());
            let free = same_text.is_none_or(|same| same) && self.taken_documents.insert(id.clone());
            let id = if free { id } else { (self.context.new_id)() };
            self.documents.entry(document.id.clone()).or_insert(id);
        }
    }

    fn add_document(&mut self, found: SetDocument, order: u32) -> Result<(), FormatError> {
        let Some(text) = found.text.clone() else {
            return Err(FormatError::TextMissing {
                document: found.name().to_owned(),
            });
        };
        let name = found.name().to_owned();
        let id = match self.documents.get(&found.id) {
            Some(id) => id.clone(),
            None => (self.context.new_id)(),
        };
        if self.project.document(&id).is_none() {
            let previous = found.previous.as_ref().and_then(|id| {
                let known = self.documents.get(id).cloned();
                if known.is_none() {
                    self.built.remarks.push(Remark::Dangling {
                        what: format!("document {name}"),
                        target: id.clone(),
                    });
                }
                known
            });
            let (sha256, encoding, had_bom) = self.origin_of(&found, &text, &name);
            let paragraph_directions = directions_in(&text, &found.paragraph_directions);
            let parallel = found.parallel_among(&self.documents);
            self.built.documents += 1;
            self.built.edits.push(Edit::create(Document {
                id: id.clone(),
                title: if found.title.is_empty() {
                    title_of(&found, &text)
                } else {
                    found.title
                },
                text: text.clone(),
                sha256,
                encoding,
                had_bom,
                source: found.source,
                reliability: found.reliability,
                written_on: found.written_on,
                imported_at: found.imported_at.unwrap_or(self.context.at),
                state: found.state,
                direction: found.direction,
                paragraph_directions,
                version: found.version.max(1),
                previous,
                parallel,
                order,
                extra: found.extra,
            }));
        }
        let places = CodePoints::of(&text);
        let open = found.marks.iter().filter(|mark| mark.suggested).count();
        if open > 0 {
            self.built.remarks.push(Remark::SuggestionsLeftOut {
                document: name.clone(),
                count: open,
            });
        }
        for mark in found.marks.into_iter().filter(|mark| !mark.suggested) {
            self.add_mark(mark, &id, &name, &places);
        }
        Ok(())
    }

    /// Hash, encoding and byte order mark: as the file says where that can be
    /// right, else those of the text as UTF-8.
    fn origin_of(&mut self, found: &SetDocument, text: &str, name: &str) -> (String, String, bool) {
        let encoding = found.encoding.as_deref().unwrap_or("UTF-8");
        let hash = |with_bom: bool| {
            let mut hash = Sha256::new();
            if with_bom {
                hash.update("\u{feff}");
            }
            hash.update(text);
            format!("{:x}", hash.finalize())
        };
        match &found.sha256 {
            // Other encodings cannot be made again here.
            Some(stated) if encoding != "UTF-8" => {
                (stated.clone(), encoding.to_owned(), found.had_bom)
            }
            Some(stated) if *stated == hash(found.had_bom) => {
                (stated.clone(), encoding.to_owned(), found.had_bom)
            }
            Some(stated) if found.encoding.is_none() && *stated == hash(true) => {
                (stated.clone(), encoding.to_owned(), true)
            }
            Some(_) => {
                self.built.remarks.push(Remark::HashDiffers {
                    document: name.to_owned(),
                });
                (hash(false), "UTF-8".to_owned(), false)
            }
            None => (hash(false), "UTF-8".to_owned(), false),
        }
    }

    fn add_mark(&mut self, found: SetMark, document: &Id, name: &str, places: &CodePoints<'_>) {
        let spans: Option<Vec<Span>> = found
            .fragments
            .iter()
            .map(|f| Some(Span::new(places.byte(f.start)?, places.byte(f.end)?)))
            .collect();
        let tag = self.tags.get(&found.tag).cloned();
        let (Some(spans), Some(tag)) = (spans, tag) else {
            self.leave_out(&found, name);
            return;
        };
        if spans.is_empty() && !self.document_tags.contains(&tag) {
            self.leave_out(&found, name);
            return;
        }
        let mut id = Id::new(found.id.as_str());
        if let Some(known) = self.project.annotation(&id)
            && (&known.document, &known.tag, &known.spans) == (document, &tag, &spans)
        {
            self.marks.insert(found.id.clone(), id);
            self.built.remarks.push(Remark::AlreadyThere {
                document: name.to_owned(),
                mark: found.id,
            });
            return;
        }
        let free = !found.id.is_empty() && self.project.annotation(&id).is_none();
        if !free || !self.taken_marks.insert(id.clone()) {
            id = (self.context.new_id)();
        }
        self.marks
            .entry(found.id.clone())
            .or_insert_with(|| id.clone());
        let confidence = found.confidence.filter(|value| (0.0..=1.0).contains(value));
        if confidence != found.confidence {
            self.built.remarks.push(Remark::BadConfidence {
                document: name.to_owned(),
                mark: found.id.clone(),
            });
        }
        let entity = found
            .entity
            .as_ref()
            .and_then(|id| self.entities.get(id))
            .cloned();
        if let (None, Some(target)) = (&entity, &found.entity) {
            self.dangling(format!("mark {}", found.id), target);
        }
        let by = found
            .by
            .as_ref()
            .and_then(|by| self.analysts.get(by))
            .unwrap_or(&self.context.by);
        self.built.marks += 1;
        self.built.edits.push(Edit::create(Annotation {
            id,
            document: document.clone(),
            spans,
            tag,
            entity,
            confidence,
            by: by.clone(),
            at: found.at.unwrap_or(self.context.at),
            origin: found.origin.unwrap_or_else(|| Origin::Imported {
                format: self.context.format.to_owned(),
            }),
            details: Kept::from(Details {
                attributes: found.attributes,
                note: found.note,
                grade: found.grade,
                grade_reason: found.grade_reason,
                extra: found.extra,
            }),
        }));
    }

    fn leave_out(&mut self, found: &SetMark, document: &str) {
        self.built.remarks.push(Remark::Misplaced {
            document: document.to_owned(),
            mark: found.id.clone(),
            quote: None,
        });
    }

    fn author(&self, by: &Id) -> Id {
        self.analysts
            .get(by.as_str())
            .unwrap_or(&self.context.by)
            .clone()
    }

    fn add_relations(&mut self, relations: Vec<Relation>) {
        let mut taken: BTreeSet<Id> = BTreeSet::new();
        for relation in relations {
            let ends = (
                self.tags.get(relation.tag.as_str()).cloned(),
                self.marks.get(relation.from.as_str()).cloned(),
                self.marks.get(relation.to.as_str()).cloned(),
            );
            let (Some(tag), Some(from), Some(to)) = ends else {
                let target = [
                    (ends.0, &relation.tag),
                    (ends.1, &relation.from),
                    (ends.2, &relation.to),
                ]
                .into_iter()
                .find(|(known, _)| known.is_none())
                .map_or_else(String::new, |(_, target)| target.as_str().to_owned());
                self.dangling(format!("relation {}", relation.id), &target);
                continue;
            };
            let mut id = relation.id.clone();
            if self.project.relations().any(|known| known.id == id) || !taken.insert(id.clone()) {
                id = (self.context.new_id)();
            }
            let by = self.author(&relation.by);
            self.built.edits.push(Edit::create(Relation {
                id,
                tag,
                from,
                to,
                by,
                ..relation
            }));
        }
    }

    fn add_notes(&mut self, notes: Vec<Note>) {
        let mut taken: BTreeSet<Id> = BTreeSet::new();
        for mut note in notes {
            let by = self.author(&note.by);
            let mut lost = Vec::new();
            let mut map = |reference: Option<Id>, known: &BTreeMap<String, Id>| {
                let target = reference?;
                let found = known.get(target.as_str()).cloned();
                if found.is_none() {
                    lost.push(target);
                }
                found
            };
            note.document = map(note.document.take(), &self.documents);
            note.annotation = map(note.annotation.take(), &self.marks);
            note.entity = map(note.entity.take(), &self.entities);
            note.tag = map(note.tag.take(), &self.tags);
            for target in lost {
                self.dangling(format!("note {}", note.id), target.as_str());
            }
            let mut id = note.id.clone();
            if self.project.notes().any(|known| known.id == id) || !taken.insert(id.clone()) {
                id = (self.context.new_id)();
            }
            self.built.edits.push(Edit::create(Note { id, by, ..note }));
        }
    }

    fn add_decisions(&mut self, decisions: Vec<SetDecision>, texts: &BTreeMap<String, Arc<str>>) {
        let mut taken: BTreeSet<Id> = BTreeSet::new();
        for SetDecision { decision, place } in decisions {
            let by = self.author(&decision.by);
            let document = decision.document.as_ref();
            let known = document.map(|id| self.documents.get(id.as_str()).cloned());
            let tag = decision.tag.as_ref();
            let known_tag = tag.map(|id| self.tags.get(id.as_str()).cloned());
            // Without its document or its tag it would say more than was said.
            let lost = [(document, &known), (tag, &known_tag)]
                .into_iter()
                .find_map(|(stated, found)| stated.filter(|_| *found == Some(None)));
            if let Some(lost) = lost {
                self.dangling(format!("decision {}", decision.id), lost.as_str());
                continue;
            }
            let text = document.and_then(|id| texts.get(id.as_str()));
            let span = place.as_ref().map(|place| {
                let points = CodePoints::of(text?);
                (points.slice(place.start, place.end)? == place.quote).then_some(())?;
                Some(Span::new(
                    points.byte(place.start)?,
                    points.byte(place.end)?,
                ))
            });
            if span == Some(None) {
                self.built.remarks.push(Remark::Misplaced {
                    document: document.map_or_else(String::new, ToString::to_string),
                    mark: decision.id.to_string(),
                    quote: place.map(|place| place.quote),
                });
                continue;
            }
            let mut id = decision.id.clone();
            if self.project.decision(&id).is_some() || !taken.insert(id.clone()) {
                id = (self.context.new_id)();
            }
            self.built.edits.push(Edit::create(Decision {
                id,
                by,
                document: known.flatten(),
                tag: known_tag.flatten(),
                span: span.flatten(),
                ..decision
            }));
        }
    }
}

/// What to call a document without a title: its file's name, else its first
/// words.
fn title_of(found: &SetDocument, text: &str) -> String {
    let file = found
        .source
        .as_deref()
        .and_then(|source| source.rsplit(['/', '\\']).next())
        .filter(|name| !name.is_empty());
    if let Some(name) = file {
        return name.to_owned();
    }
    let line = text
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or(&found.id);
    line.chars().take(80).collect()
}

/// The paragraphs of a text that are set in a direction of their own, in the
/// order of the text; places beyond it turn nothing.
fn directions_in(text: &str, turned: &[TurnedParagraph]) -> Vec<ParagraphDirection> {
    if turned.is_empty() {
        return Vec::new();
    }
    let places = CodePoints::of(text);
    let mut found: Vec<ParagraphDirection> = turned
        .iter()
        .filter_map(|turned| {
            Some(ParagraphDirection {
                start: places.byte(turned.start)?,
                direction: turned.direction,
            })
        })
        .collect();
    found.sort_by_key(|chosen| chosen.start);
    found.dedup_by_key(|chosen| chosen.start);
    found
}
