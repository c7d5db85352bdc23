//! Takes a set out of a project, for writing.
//!
//! Invariant: what is left out (another annotator's marks, what refers to
//! them) was asked to be left out.

use std::collections::BTreeSet;

use super::{
    AnnotatedSet, ExportOptions, Fragment, OpenSuggestion, SetDecision, SetDocument, SetMark,
    TurnedParagraph,
};
use crate::model::{Annotation, Decision, Document, Id, OffsetTable, Origin, Project, Span};

/// Everything in the project, or one annotator's part of it. Documents and
/// the codebook are always whole.
pub(super) fn gather(project: &Project, options: &ExportOptions) -> AnnotatedSet {
    let wanted = |by: &Id| {
        options
            .annotator
            .as_ref()
            .is_none_or(|annotator| annotator == by)
    };
    let documents: Vec<SetDocument> = project
        .documents()
        .map(|document| SetDocument {
            marks: selected(project, document, options)
                .map(|mark| set_mark(project, mark))
                .chain(suggested(project, document, options))
                .collect(),
            ..set_document(document)
        })
        .collect();
    let marks: BTreeSet<&str> = documents
        .iter()
        .flat_map(|d| &d.marks)
        .map(|mark| mark.id.as_str())
        .collect();
    let has = |id: &Id| marks.contains(id.as_str());
    AnnotatedSet {
        name: Some(project.name().to_owned()),
        has_codebook: true,
        tags: project.tags().cloned().collect(),
        analysts: project
            .analysts()
            .filter(|analyst| wanted(&analyst.id))
            .cloned()
            .collect(),
        entities: project.entities().cloned().collect(),
        relations: project
            .relations()
            .filter(|relation| wanted(&relation.by) && has(&relation.from) && has(&relation.to))
            .cloned()
            .collect(),
        notes: project
            .notes()
            .filter(|note| wanted(&note.by) && note.annotation.as_ref().is_none_or(has))
            .cloned()
            .collect(),
        decisions: project
            .decisions()
            .filter(|decision| wanted(&decision.by))
            .map(|decision| set_decision(project, decision))
            .collect(),
        documents,
    }
}

fn set_decision(project: &Project, decision: &Decision) -> SetDecision {
    let document = decision.document.as_ref();
    SetDecision {
        decision: Decision {
            span: None,
            ..decision.clone()
        },
        place: document
            .zip(decision.span)
            .map(|(document, span)| fragment(project, document, span)),
    }
}

/// A place in code points, with its words.
fn fragment(project: &Project, document: &Id, span: Span) -> Fragment {
    let text = project.document(document).map_or("", |found| &found.text);
    let table = project.offsets(document);
    let code_point = |byte| table.map_or(byte, |table| table.code_point_of_byte(byte));
    Fragment {
        start: code_point(span.start),
        end: code_point(span.end),
        quote: span.of(text).unwrap_or_default().to_owned(),
        utf16: None,
    }
}

/// The marks of a document that an export is about: those in the text in its
/// order, then those on the whole document.
pub(super) fn selected<'a>(
    project: &'a Project,
    document: &'a Document,
    options: &'a ExportOptions,
) -> impl Iterator<Item = &'a Annotation> {
    project
        .annotations_of(&document.id)
        .chain(project.annotations_on_whole(&document.id))
        .filter(|mark| {
            options
                .annotator
                .as_ref()
                .is_none_or(|annotator| *annotator == mark.by)
        })
}

/// The suggestions of a document that an export is to hold beside the marks.
fn suggested<'a>(
    project: &'a Project,
    document: &'a Document,
    options: &'a ExportOptions,
) -> impl Iterator<Item = SetMark> + 'a {
    let all = options.suggestions.iter().enumerate();
    all.filter(|(_, one)| one.document == document.id)
        .map(|(index, one)| SetMark {
            id: OpenSuggestion::id(index),
            tag: one.tag.as_str().to_owned(),
            fragments: vec![fragment(project, &one.document, one.span)],
            confidence: Some(one.confidence),
            origin: Some(Origin::Suggested {
                rule: one.rule.clone(),
            }),
            suggested: true,
            ..SetMark::default()
        })
}

fn set_document(document: &Document) -> SetDocument {
    SetDocument {
        id: document.id.as_str().to_owned(),
        title: document.title.clone(),
        source: document.source.clone(),
        reliability: document.reliability.clone(),
        written_on: document.written_on,
        sha256: Some(document.sha256.clone()).filter(|hash| !hash.is_empty()),
        encoding: Some(document.encoding.clone()),
        had_bom: document.had_bom,
        imported_at: Some(document.imported_at),
        state: document.state,
        direction: document.direction,
        paragraph_directions: turned(document),
        version: document.version,
        previous: document.previous.as_ref().map(|id| id.as_str().to_owned()),
        parallel: document.parallel.clone(),
        text: Some(document.text.clone()),
        marks: Vec::new(),
        extra: document.extra.clone(),
    }
}

fn turned(document: &Document) -> Vec<TurnedParagraph> {
    if document.paragraph_directions.is_empty() {
        return Vec::new();
    }
    let offsets = OffsetTable::new(&document.text);
    let chosen = document.paragraph_directions.iter();
    chosen
        .map(|chosen| TurnedParagraph {
            start: offsets.code_point_of_byte(chosen.start),
            direction: chosen.direction,
        })
        .collect()
}

fn set_mark(project: &Project, mark: &Annotation) -> SetMark {
    SetMark {
        id: mark.id.as_str().to_owned(),
        tag: mark.tag.as_str().to_owned(),
        fragments: mark
            .spans
            .iter()
            .map(|span| fragment(project, &mark.document, *span))
            .collect(),
        note: mark.note.clone(),
        by: Some(mark.by.as_str().to_owned()),
        at: Some(mark.at),
        entity: mark.entity.as_ref().map(|id| id.as_str().to_owned()),
        attributes: mark.attributes.clone(),
        confidence: mark.confidence,
        grade: mark.grade.clone(),
        grade_reason: mark.grade_reason.clone(),
        origin: Some(mark.origin.clone()),
        suggested: false,
        extra: mark.extra.clone(),
    }
}
