//! Two or more marks of one tag made one.
//!
//! **Invariant:** the one that stays keeps its id; notes and relations of the
//! others become its own, and where two values contradict one another it keeps
//! its own and that is said.

use std::collections::{BTreeMap, BTreeSet};

use super::places;
use crate::command::{Args, CommandError, NoticeKind, Workbench};
use crate::model::{Annotation, Edit, Id, Relation};

/// Joins the marks of one tag among the selected words; with none or one of
/// them there, the mark at hand with that one or with the next of its tag.
pub(super) fn join(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    let Some((stays, others)) = meant(wb) else {
        return Err(CommandError::message("error-nothing-to-join"));
    };
    let Some(text) = wb
        .project()
        .document(&stays.document)
        .map(|d| d.text.clone())
    else {
        return Ok(());
    };
    let mut after = stays.clone();
    let mut left_out = false;
    for other in &others {
        left_out |= take_over(&mut after, other);
    }
    let spans = std::iter::once(&stays)
        .chain(&others)
        .flat_map(|mark| &mark.spans);
    after.spans = places::joined(&text, spans.copied().collect());
    let gone: BTreeSet<Id> = others.iter().map(|mark| mark.id.clone()).collect();
    let (between, mut edits) = moved_relations(wb, &stays.id, &gone);
    edits.extend(
        wb.project()
            .notes()
            .filter(|note| note.annotation.as_ref().is_some_and(|id| gone.contains(id)))
            .map(|note| {
                let mut moved = note.clone();
                moved.annotation = Some(stays.id.clone());
                Edit::change(note.clone(), moved)
            }),
    );
    let id = stays.id.clone();
    edits.push(Edit::change(stays, after));
    edits.extend(others.into_iter().map(Edit::delete));
    wb.commit("annotation.join", edits)?;
    wb.choose_mark(Some(id));
    wb.say_relations_gone(between);
    if left_out {
        let said = wb.messages().text("toast-joined-differ");
        wb.notify(NoticeKind::Done, said);
    }
    Ok(())
}

/// The mark that stays, and those that become part of it.
fn meant(wb: &Workbench) -> Option<(Annotation, Vec<Annotation>)> {
    let reader = wb.active_reader()?;
    let selected = reader.selection.span();
    let recent = wb
        .recent_mark()
        .filter(|mark| mark.document == reader.document);
    if selected.is_empty() {
        let stays = wb.mark_at_hand()?;
        let start = stays.spans.first()?.start;
        let next = wb
            .project()
            .annotations_from(&stays.document, start)
            .skip_while(|mark| mark.id != stays.id)
            .skip(1)
            .find(|mark| is_alike(mark, stays))?;
        return Some((stays.clone(), vec![next.clone()]));
    }
    let marks: Vec<&Annotation> = wb
        .project()
        .annotations_in(&reader.document, selected)
        .filter(|mark| mark.spans.iter().any(|span| span.overlaps(selected)))
        .collect();
    let of_kind = |like: &Annotation| -> Vec<&Annotation> {
        let alike = marks.iter().filter(|mark| is_alike(mark, like));
        alike.copied().collect()
    };
    // The tag of the mark made or chosen last, if there are two of it; else
    // the first tag of which there are two.
    let likes = recent.iter().copied().chain(marks.iter().copied());
    for like in likes {
        let alike = of_kind(like);
        if alike.len() > 1 {
            let is_recent = |mark: &&Annotation| recent.is_some_and(|one| one.id == mark.id);
            let stays = alike
                .iter()
                .copied()
                .find(is_recent)
                .or(alike.first().copied())?;
            let others = alike.iter().filter(|mark| mark.id != stays.id);
            return Some((stays.clone(), others.map(|mark| (*mark).clone()).collect()));
        }
    }
    let stays = recent?;
    let other = of_kind(stays)
        .into_iter()
        .find(|mark| mark.id != stays.id)?;
    Some((stays.clone(), vec![other.clone()]))
}

/// Whether two marks may become one: the same tag, in the same hand.
fn is_alike(a: &Annotation, b: &Annotation) -> bool {
    a.tag == b.tag && a.by == b.by
}

/// Fills in what `after` lacks of `other`; returns whether something of the
/// other is left out because the two contradict one another.
fn take_over(after: &mut Annotation, other: &Annotation) -> bool {
    let mut left_out = false;
    let mut fill = |empty: bool, same: bool| {
        left_out |= !empty && !same;
        empty
    };
    if other.entity.is_some() && fill(after.entity.is_none(), after.entity == other.entity) {
        after.entity.clone_from(&other.entity);
    }
    if other.confidence.is_some()
        && fill(
            after.confidence.is_none(),
            after.confidence == other.confidence,
        )
    {
        after.confidence = other.confidence;
    }
    if other.grade.is_some() && fill(after.grade.is_none(), after.grade == other.grade) {
        after.grade.clone_from(&other.grade);
    }
    for (name, value) in &other.attributes {
        let own = after.attributes.get(name);
        if fill(own.is_none(), own == Some(value)) {
            after.attributes.insert(name.clone(), value.clone());
        }
    }
    for (name, value) in &other.extra {
        if !after.extra.contains_key(name) {
            after.extra.insert(name.clone(), value.clone());
        }
    }
    if !other.note.is_empty() && other.note != after.note {
        if !after.note.is_empty() {
            after.note.push('\n');
        }
        after.note.push_str(&other.note);
    }
    left_out
}

/// The relations of marks that go, now those of the mark that stays. Between
/// the joined there is none any more, and the same one is not there twice,
/// unless a note says something else of it. Returns how many go.
fn moved_relations(wb: &Workbench, stays: &Id, gone: &BTreeSet<Id>) -> (usize, Vec<Edit>) {
    let project = wb.project();
    let alike = |relation: &Relation, from: &Id, to: &Id| {
        let Relation { tag, note, .. } = relation;
        (tag.clone(), note.clone(), from.clone(), to.clone())
    };
    let mut known: BTreeSet<_> = project
        .relations_of(stays)
        .map(|relation| alike(relation, &relation.from, &relation.to))
        .collect();
    let kept = |id: &Id| if gone.contains(id) { stays } else { id }.clone();
    // One between two of those that go hangs on both.
    let moving: BTreeMap<&Id, &Relation> = gone
        .iter()
        .flat_map(|mark| project.relations_of(mark))
        .map(|relation| (&relation.id, relation))
        .collect();
    let mut count = 0;
    let edits = moving
        .into_values()
        .map(|relation| {
            let (from, to) = (kept(&relation.from), kept(&relation.to));
            if from == to || !known.insert(alike(relation, &from, &to)) {
                count += usize::from(from == to);
                return Edit::delete(relation.clone());
            }
            let mut moved = relation.clone();
            (moved.from, moved.to) = (from, to);
            Edit::change(relation.clone(), moved)
        })
        .collect();
    (count, edits)
}
