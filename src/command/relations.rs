//! Relations between marks: drawn from one mark to another, with a tag that
//! fits both.
//!
//! Here: beginning at a mark, finishing at another, and changing what is
//! there. Not here: whether a relation fits ([`rules`](super::rules)) and how
//! it is drawn (ui).
//!
//! **Invariant:** a mark takes its relations and notes along when it goes, in
//! the same step, and the window says so.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::go::id_of;
use super::table::{Args, Command, Menu, row};
use super::{CommandError, NoticeKind, RelationsShown, Request, Workbench};
use crate::i18n::Arg;
use crate::model::{Annotation, Edit, Extra, Id, Kind, Project, Relation, Tag, TagKind};

const RELATIONS: &str = "menu-relations";

pub(super) const COMMANDS: &[Command] = &[
    row(
        "relation.begin",
        Menu::Mark,
        &[KeyboardShortcut::new(Modifiers::ALT, Key::R)],
        |wb| wb.can_edit() && wb.selected_mark().is_some(),
        begin,
    )
    .within(RELATIONS),
    row(
        "relation.finish",
        Menu::Mark,
        &[],
        |wb| wb.can_edit() && wb.relation_ends().is_some(),
        finish,
    )
    .within(RELATIONS),
    row(
        "relation.cancel",
        Menu::Mark,
        &[],
        |wb| wb.relation_from().is_some(),
        |wb, _| {
            wb.cancel_relation();
            Ok(())
        },
    )
    .within(RELATIONS),
    row("relation.reverse", Menu::Mark, &[], can_change, reverse)
        .within(RELATIONS)
        .group(),
    row("relation.retype", Menu::Mark, &[], can_change, retype).within(RELATIONS),
    row("relation.note", Menu::Mark, &[], can_change, note).within(RELATIONS),
    row("relation.remove", Menu::Mark, &[], can_change, remove).within(RELATIONS),
    shown("view.relations-always", RelationsShown::Always, |wb| {
        wb.look().relations == RelationsShown::Always
    }),
    shown("view.relations-chosen", RelationsShown::OfChosen, |wb| {
        wb.look().relations == RelationsShown::OfChosen
    }),
    shown("view.relations-never", RelationsShown::Never, |wb| {
        wb.look().relations == RelationsShown::Never
    }),
];

const fn shown(
    id: &'static str,
    value: RelationsShown,
    checked: fn(&Workbench) -> bool,
) -> Command {
    let run: fn(&mut Workbench, &Args) -> Result<(), CommandError> = match value {
        RelationsShown::Always => |wb, _| show(wb, RelationsShown::Always),
        RelationsShown::OfChosen => |wb, _| show(wb, RelationsShown::OfChosen),
        RelationsShown::Never => |wb, _| show(wb, RelationsShown::Never),
    };
    row(id, Menu::View, &[], super::table::always, run)
        .switch(checked)
        .within("menu-relations-shown")
}

#[expect(clippy::unnecessary_wraps, reason = "a row's function can fail")]
fn show(wb: &mut Workbench, value: RelationsShown) -> Result<(), CommandError> {
    wb.look_mut().relations = value;
    Ok(())
}

/// A relation being drawn, and one that is chosen.
#[derive(Debug, Default)]
pub(super) struct Relating {
    from: Option<Id>,
    chosen: Option<Id>,
}

/// What the ends of a relation asked about are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RelationEnds<'a> {
    /// The mark it starts at.
    pub from: &'a Annotation,
    /// The mark it leads to.
    pub to: &'a Annotation,
}

fn can_change(wb: &Workbench) -> bool {
    wb.can_edit() && wb.chosen_relation().is_some()
}

/// Begins a relation at the chosen mark; with one begun at another mark,
/// finishes it here.
fn begin(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    if wb.relation_ends().is_some() {
        return finish(wb, args);
    }
    let Some(from) = wb.selected_mark().map(|mark| mark.id.clone()) else {
        return Err(CommandError::message("error-choose-mark"));
    };
    if wb.relation_tags().next().is_none() {
        return Err(CommandError::message("error-no-relation-tags"));
    }
    wb.relating.from = Some(from);
    Ok(())
}

/// Finishes the relation at the chosen mark: with the tag that is given, the
/// only one that fits, or the one that is chosen then.
pub(super) fn finish(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    let Some(ends) = wb.relation_ends() else {
        return Err(CommandError::message("error-choose-other-mark"));
    };
    let (from, to) = (ends.from.id.clone(), ends.to.id.clone());
    if let Some(tag) = id_of(args).cloned() {
        return wb.relate(&from, &to, &tag);
    }
    let fitting = wb.relation_tags_between(&from, &to);
    match fitting.as_slice() {
        [] => Err(CommandError::message("error-no-relation-fits")),
        [only] => {
            let only = only.id.clone();
            wb.relate(&from, &to, &only)
        }
        _ => {
            wb.request(Request::PickRelationTag(None));
            Ok(())
        }
    }
}

/// The relation a command is about: the one it is given, else the chosen one.
fn about(wb: &Workbench, args: &Args) -> Result<Relation, CommandError> {
    let id = id_of(args).or_else(|| wb.chosen_relation().map(|relation| &relation.id));
    id.and_then(|id| wb.project().relation(id))
        .cloned()
        .ok_or(CommandError::message("error-choose-relation"))
}

fn reverse(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    let before = about(wb, args)?;
    let mut after = before.clone();
    std::mem::swap(&mut after.from, &mut after.to);
    wb.refuse_double(&after)?;
    wb.commit("relation.reverse", vec![Edit::change(before, after)])
}

fn retype(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    let relation = about(wb, args)?;
    wb.request(Request::PickRelationTag(Some(relation.id)));
    Ok(())
}

/// Asks for the note of a relation.
fn note(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    if let Args::Text(text) = args {
        let id = about(wb, &Args::None)?.id;
        return wb.set_relation_note(&id, text);
    }
    let id = about(wb, args)?.id;
    wb.choose_relation(Some(id));
    wb.request(Request::Focus(super::Focus::RelationNote));
    Ok(())
}

fn remove(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    let relation = about(wb, args)?;
    wb.commit("relation.remove", vec![Edit::delete(relation)])
}

/// What goes along with a mark: relations that begin or end at it and notes
/// about it, as edits. How many relations there are comes first.
pub(super) fn hanging_on(project: &Project, mark: &Id) -> (usize, Vec<Edit>) {
    let relations: Vec<Edit> = project
        .relations_of(mark)
        .map(|relation| Edit::delete(relation.clone()))
        .collect();
    let count = relations.len();
    let notes = project.notes_about(Kind::Annotation, mark);
    let notes = notes.into_iter().map(|note| Edit::delete(note.clone()));
    (count, relations.into_iter().chain(notes).collect())
}

impl Workbench {
    /// The mark a relation was begun at, until it is finished or left.
    pub fn relation_from(&self) -> Option<&Annotation> {
        let from = self.relating.from.as_ref();
        from.and_then(|id| self.project().annotation(id))
    }

    /// Both ends of the relation that is begun, once another mark is chosen.
    pub fn relation_ends(&self) -> Option<RelationEnds<'_>> {
        let (from, to) = (self.relation_from()?, self.selected_mark()?);
        (from.id != to.id).then_some(RelationEnds { from, to })
    }

    /// Leaves the relation that was begun.
    pub fn cancel_relation(&mut self) {
        self.relating.from = None;
    }

    /// The relation that commands are about: the one chosen, else the only one
    /// of the chosen mark.
    pub fn chosen_relation(&self) -> Option<&Relation> {
        let mark = self.selected_mark()?;
        let chosen = self.relating.chosen.as_ref();
        let chosen = chosen
            .and_then(|id| self.project().relation(id))
            .filter(|relation| relation.from == mark.id || relation.to == mark.id);
        chosen.or_else(|| {
            let mut all = self.project().relations_of(&mark.id);
            all.next().filter(|_| all.next().is_none())
        })
    }

    /// Chooses a relation, and the mark it starts at where neither end is
    /// chosen.
    pub fn choose_relation(&mut self, id: Option<Id>) {
        let found = id.as_ref().and_then(|id| self.project().relation(id));
        if let Some(from) = found.map(|relation| relation.from.clone())
            && let Some(to) = found.map(|relation| relation.to.clone())
            && self
                .selected_mark()
                .is_none_or(|mark| mark.id != from && mark.id != to)
        {
            self.choose_mark(Some(from));
        }
        self.relating.chosen = id;
    }

    /// The tags relations can have, in their order; retired ones left out.
    pub fn relation_tags(&self) -> impl Iterator<Item = &Tag> {
        self.project()
            .tags()
            .filter(|tag| tag.kind == TagKind::Relation && !tag.retired)
    }

    /// The tags a relation from one mark to another can have.
    pub fn relation_tags_between(&self, from: &Id, to: &Id) -> Vec<&Tag> {
        let fits = |tag: &&Tag| {
            let drawn = self.relation_between(from, to, &tag.id);
            super::rules::relation_in_the_way(self.project(), &drawn).is_none()
        };
        self.relation_tags().filter(fits).collect()
    }

    fn relation_between(&self, from: &Id, to: &Id, tag: &Id) -> Relation {
        Relation {
            id: Id::new(""),
            tag: tag.clone(),
            from: from.clone(),
            to: to.clone(),
            note: String::new(),
            by: self.analyst().clone(),
            at: crate::model::Timestamp::default(),
            extra: Extra::new(),
        }
    }

    /// Connects two marks. The relation is chosen afterwards, and so is the
    /// mark it leads to.
    pub fn relate(&mut self, from: &Id, to: &Id, tag: &Id) -> Result<(), CommandError> {
        let mut relation = self.relation_between(from, to, tag);
        self.refuse_double(&relation)?;
        relation.id = self.new_id();
        relation.at = self.now();
        let id = relation.id.clone();
        self.commit("relation.add", vec![Edit::create(relation)])?;
        self.relating = Relating {
            from: None,
            chosen: Some(id),
        };
        Ok(())
    }

    /// The same relation twice says nothing more.
    fn refuse_double(&self, relation: &Relation) -> Result<(), CommandError> {
        let tag = self.project().tag(&relation.tag);
        let symmetric = tag.is_some_and(|tag| tag.ends.symmetric);
        let ends = (&relation.from, &relation.to);
        let twice = self.project().relations_of(&relation.from).any(|other| {
            other.id != relation.id
                && other.tag == relation.tag
                && ((&other.from, &other.to) == ends
                    || symmetric && (&other.to, &other.from) == ends)
        });
        if twice {
            return Err(CommandError::message("error-related-already"));
        }
        Ok(())
    }

    /// Gives the relation `id` another tag.
    pub fn retype_relation(&mut self, id: &Id, tag: &Id) -> Result<(), CommandError> {
        let before = about(self, &Args::Id(id.clone()))?;
        if before.tag == *tag {
            return Ok(());
        }
        let mut after = before.clone();
        after.tag = tag.clone();
        self.refuse_double(&after)?;
        self.commit("relation.retype", vec![Edit::change(before, after)])
    }

    /// Writes the note of the relation `id`.
    pub fn set_relation_note(&mut self, id: &Id, text: &str) -> Result<(), CommandError> {
        let before = about(self, &Args::Id(id.clone()))?;
        if before.note == text {
            return Ok(());
        }
        let mut after = before.clone();
        text.clone_into(&mut after.note);
        self.commit("relation.note", vec![Edit::change(before, after)])
    }

    /// Says that relations went along with what was deleted.
    pub(super) fn say_relations_gone(&mut self, count: usize) {
        if count > 0 {
            let count = [("count", Arg::from(count))];
            let text = self.messages().format("toast-relations-gone", &count);
            self.notify(NoticeKind::Done, text);
        }
    }
}
