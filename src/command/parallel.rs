//! Parallel texts: declaring them, aligning them, correcting the alignment.
//!
//! Lives here: the commands, and where a place of one document is in another.
//! Does not live here: the method ([`crate::analysis::alignment`]).
//!
//! **Invariant:** one of two parallel documents carries the alignment; an
//! alignment that does not fit the texts counts as none.

use std::collections::VecDeque;
use std::sync::Arc;

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::analysis::alignment::corrections::{Side, join, pin, separate};
use crate::analysis::alignment::{Aligned, Paragraph, align, described, nth, paragraphs};
use crate::i18n::Arg;
use crate::model::{Bead, Document, Edit, Id, Parallel, Span};

use super::go::id_of;
use super::table::{Args, Command, Menu, row};
use super::{CommandError, NoticeKind, Workbench};

const CTRL_ALT: Modifiers = Modifiers::COMMAND.plus(Modifiers::ALT);
const SUBMENU: &str = "menu-parallel";
/// Pairs of documents whose places are kept in mind.
const KEPT: usize = 12;

pub(super) const COMMANDS: &[Command] = &[
    row(
        "parallel.declare",
        Menu::View,
        &[KeyboardShortcut::new(CTRL_ALT, Key::P)],
        |wb| wb.can_edit() && beside(wb).is_some(),
        declare,
    )
    .within(SUBMENU)
    .group(),
    row(
        "parallel.align",
        Menu::View,
        &[],
        |wb| wb.can_edit() && declared(wb).is_some(),
        align_anew,
    )
    .within(SUBMENU),
    row(
        "parallel.remove",
        Menu::View,
        &[],
        |wb| wb.can_edit() && declared(wb).is_some(),
        remove,
    )
    .within(SUBMENU),
    row(
        "parallel.pin",
        Menu::View,
        &[KeyboardShortcut::new(CTRL_ALT, Key::Equals)],
        |wb| wb.can_edit() && declared(wb).is_some(),
        pin_carets,
    )
    .within(SUBMENU)
    .group(),
    row(
        "parallel.join",
        Menu::View,
        &[KeyboardShortcut::new(CTRL_ALT, Key::Plus)],
        |wb| wb.can_edit() && declared(wb).is_some(),
        join_at_caret,
    )
    .within(SUBMENU),
    row(
        "parallel.separate",
        Menu::View,
        &[KeyboardShortcut::new(CTRL_ALT, Key::Minus)],
        |wb| wb.can_edit() && declared(wb).is_some(),
        separate_at_caret,
    )
    .within(SUBMENU),
];

/// Where the places of one text are in another.
#[derive(Debug)]
struct Kept {
    texts: (Arc<str>, Arc<str>),
    beads: Option<Vec<Bead>>,
    turned: bool,
    aligned: Arc<Aligned>,
}

/// What was found of it.
#[derive(Debug, Default)]
pub(super) struct AlignedBook(VecDeque<Kept>);

impl Workbench {
    /// Which places of `there` stand for those of `here`: as the two are
    /// aligned, or else the n-th paragraph for the n-th. Nothing if either is
    /// gone.
    pub fn aligned(&self, here: &Id, there: &Id) -> Option<Arc<Aligned>> {
        let project = self.project();
        let (one, other) = (project.document(here)?, project.document(there)?);
        let (beads, turned) = match (self.beads(one, there), self.beads(other, here)) {
            (Some(beads), _) => (Some(beads), false),
            (None, Some(beads)) => (Some(beads), true),
            (None, None) => (None, false),
        };
        let mut book = self.aligned_book.borrow_mut();
        let known = book.0.iter().find(|kept| {
            Arc::ptr_eq(&kept.texts.0, &one.text)
                && Arc::ptr_eq(&kept.texts.1, &other.text)
                && kept.beads.as_deref() == beads
                && kept.turned == turned
        });
        if let Some(kept) = known {
            return Some(Arc::clone(&kept.aligned));
        }
        let sides = (paragraphs(&one.text), paragraphs(&other.text));
        let lengths = (one.text.len(), other.text.len());
        let fitting = beads.and_then(|beads| {
            if turned {
                let lengths = (lengths.1, lengths.0);
                let other = Aligned::new((&sides.1, &sides.0), beads, lengths)?;
                Some(other.exchanged())
            } else {
                Aligned::new((&sides.0, &sides.1), beads, lengths)
            }
        });
        let by_number = || {
            let beads = nth(sides.0.len(), sides.1.len());
            Aligned::new((&sides.0, &sides.1), &beads, lengths)
        };
        let aligned = Arc::new(fitting.or_else(by_number)?);
        if book.0.len() >= KEPT {
            book.0.pop_front();
        }
        book.0.push_back(Kept {
            texts: (Arc::clone(&one.text), Arc::clone(&other.text)),
            beads: beads.map(<[Bead]>::to_vec),
            turned,
            aligned: Arc::clone(&aligned),
        });
        Some(aligned)
    }

    fn beads<'a>(&self, document: &'a Document, other: &Id) -> Option<&'a [Bead]> {
        let parallel = document.parallel.as_ref()?;
        (parallel.document == *other && self.project().document(other).is_some())
            .then_some(parallel.beads.as_slice())
    }

    /// Whether two documents are declared parallel.
    pub fn are_parallel(&self, one: &Id, other: &Id) -> bool {
        let says = |one: &Id, other: &Id| {
            self.project()
                .document(one)
                .and_then(|document| self.beads(document, other))
                .is_some()
        };
        says(one, other) || says(other, one)
    }

    /// The paragraphs of `reader`'s document that stand for the one with the
    /// caret of the active reader: bytes. Only of declared parallel texts.
    pub fn partner_paragraphs(&self, reader: &super::Reader) -> Option<Span> {
        let active = self.active_reader()?;
        if active.id == reader.id || !self.are_parallel(&active.document, &reader.document) {
            return None;
        }
        let aligned = self.aligned(&active.document, &reader.document)?;
        let group = aligned.group_at(active.selection.head.byte)?;
        let (_, there) = aligned.group(group)?;
        (!there.is_empty()).then_some(there)
    }

    /// A document's paragraphs with what they can be aligned by.
    fn described(&self, document: &Document) -> Vec<Paragraph> {
        let project = self.project();
        let names: Vec<(usize, String)> = project
            .annotations_of(&document.id)
            .filter_map(|mark| Some((mark.hull()?.start, format!("#{}", mark.entity.as_ref()?))))
            .collect();
        described(&document.text, &names)
    }

    fn align_documents(&self, here: &Document, there: &Document) -> Vec<Bead> {
        align(&self.described(here), &self.described(there))
    }
}

/// The document of the next reader that shows another one than the active.
fn beside(wb: &Workbench) -> Option<Id> {
    let active = wb.active_reader()?;
    let readers = wb.readers();
    let at = readers.iter().position(|reader| reader.id == active.id)?;
    let (before, after) = readers.split_at(at);
    after
        .iter()
        .chain(before)
        .map(|reader| &reader.document)
        .find(|document| **document != active.document)
        .cloned()
}

/// The pair of declared documents that commands act on: the one that carries
/// the alignment, the other one, and which side is the active one. With several,
/// the one that is shown beside.
fn declared(wb: &Workbench) -> Option<(Document, Document, Side)> {
    let project = wb.project();
    let active = wb.active_document()?;
    let shown = |id: &Id| wb.readers().iter().any(|reader| reader.document == *id);
    let own = active
        .parallel
        .as_ref()
        .and_then(|parallel| project.document(&parallel.document))
        .map(|other| (active.clone(), other.clone(), Side::Here));
    let of_others = project
        .documents()
        .filter(|other| {
            let parallel = other.parallel.as_ref();
            parallel.is_some_and(|parallel| parallel.document == active.id)
        })
        .map(|other| (other.clone(), active.clone(), Side::There));
    let mut all: Vec<_> = own.into_iter().chain(of_others).collect();
    all.sort_by_key(|(one, other, side)| {
        let partner = match side {
            Side::Here => &other.id,
            Side::There => &one.id,
        };
        !shown(partner)
    });
    all.into_iter().next()
}

/// Declares the active document parallel to another one, and aligns them.
fn declare(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    let other = id_of(args).cloned().or_else(|| beside(wb));
    let (Some(before), Some(other)) = (
        wb.active_document().cloned(),
        other.and_then(|id| wb.project().document(&id).cloned()),
    ) else {
        return Err(CommandError::message("error-nothing-beside"));
    };
    if before.id == other.id {
        return Err(CommandError::message("error-nothing-beside"));
    }
    let beads = wb.align_documents(&before, &other);
    let mut edits = Vec::new();
    // The other one no longer says the same from its side.
    if wb.beads(&other, &before.id).is_some() {
        let mut cleared = other.clone();
        cleared.parallel = None;
        edits.push(Edit::change(other.clone(), cleared));
    }
    let groups = beads.len();
    let mut after = before.clone();
    after.parallel = Some(Parallel {
        document: other.id,
        beads,
    });
    if after == before && edits.is_empty() {
        return Ok(());
    }
    edits.push(Edit::change(before, after));
    wb.commit("parallel.declare", edits)?;
    let said = wb
        .messages()
        .format("toast-aligned", &[("count", Arg::from(groups))]);
    wb.notify(NoticeKind::Done, said);
    Ok(())
}

fn align_anew(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    change(wb, "parallel.align", |wb, here, there, _| {
        Ok(wb.align_documents(here, there))
    })
}

fn remove(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    let Some((before, ..)) = declared(wb) else {
        return Ok(());
    };
    let mut after = before.clone();
    after.parallel = None;
    wb.commit("parallel.remove", vec![Edit::change(before, after)])
}

/// Writes another alignment of the pair at hand.
fn change(
    wb: &mut Workbench,
    command: &'static str,
    make: impl Fn(&Workbench, &Document, &Document, Side) -> Result<Vec<Bead>, CommandError>,
) -> Result<(), CommandError> {
    let Some((before, other, side)) = declared(wb) else {
        return Err(CommandError::message("error-not-parallel"));
    };
    let beads = make(wb, &before, &other, side)?;
    let mut after = before.clone();
    if let Some(parallel) = &mut after.parallel {
        parallel.beads = beads;
    }
    if after == before {
        return Ok(());
    }
    wb.commit(command, vec![Edit::change(before, after)])
}

/// The beads that fit the two texts: as written, or else found anew.
fn fitting(wb: &Workbench, here: &Document, there: &Document) -> Vec<Bead> {
    let known = here.parallel.as_ref().map(|parallel| &parallel.beads);
    let (p, q) = (paragraphs(&here.text), paragraphs(&there.text));
    match known.filter(|beads| Aligned::new((&p, &q), beads, (0, 0)).is_some()) {
        Some(beads) => beads.clone(),
        None => wb.align_documents(here, there),
    }
}

/// The number of the paragraph with the caret of a reader of `document`, from
/// 0; a caret in a blank line is in the one before.
fn paragraph_with_caret(wb: &Workbench, document: &Document) -> Option<usize> {
    let active = wb.active_reader().into_iter();
    let reader = active
        .chain(wb.readers())
        .find(|reader| reader.document == document.id)?;
    let byte = reader.selection.head.byte;
    let after = paragraphs(&document.text).partition_point(|span| span.start <= byte);
    Some(after.saturating_sub(1))
}

fn carets(wb: &Workbench, here: &Document, there: &Document, side: Side) -> Carets {
    let (own, other) = match side {
        Side::Here => (here, there),
        Side::There => (there, here),
    };
    Carets {
        own: paragraph_with_caret(wb, own),
        other: paragraph_with_caret(wb, other),
    }
}

/// The paragraphs with the carets of the active document and of the other one.
struct Carets {
    own: Option<usize>,
    other: Option<usize>,
}

fn join_at_caret(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    change(wb, "parallel.join", |wb, here, there, side| {
        let beads = fitting(wb, here, there);
        let carets = carets(wb, here, there, side);
        carets
            .own
            .and_then(|own| join(&beads, side, own))
            .ok_or(CommandError::message("error-no-paragraph-to-join"))
    })
}

fn separate_at_caret(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    change(wb, "parallel.separate", |wb, here, there, side| {
        let beads = fitting(wb, here, there);
        let carets = carets(wb, here, there, side);
        carets
            .own
            .and_then(|own| separate(&beads, side, own, carets.other))
            .ok_or(CommandError::message("error-nothing-to-separate"))
    })
}

fn pin_carets(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    change(wb, "parallel.pin", |wb, here, there, side| {
        let beads = fitting(wb, here, there);
        let carets = carets(wb, here, there, side);
        let (Some(own), Some(other)) = (carets.own, carets.other) else {
            return Err(CommandError::message("error-other-not-shown"));
        };
        let places = match side {
            Side::Here => (own, other),
            Side::There => (other, own),
        };
        let (p, q) = (wb.described(here), wb.described(there));
        // What stands for one another already stays as it is.
        Ok(pin(&beads, (&p, &q), places).unwrap_or(beads))
    })
}

#[cfg(test)]
mod tests;
