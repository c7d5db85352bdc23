//! The history: what was done, by whom and when, told in sentences; going to
//! what a step changed; going back to an earlier moment; taking back one step
//! alone.
//!
//! Lives here: the rows ([`book`]), the sentences ([`told`]), the commands.
//! Does not live here: undo and redo themselves ([`super::workbench`]) and
//! what a step touches ([`crate::model::History`]).
//!
//! Invariant: nothing is taken out of the past: going back is a new step,
//! undone like any other.

mod book;
mod told;

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::i18n::Arg;
use crate::model::{DocumentState, Edit, Id, Kind, Record, Span, Transaction};

use super::go::id_of;
use super::look::LowerTab;
use super::table::{Args, Command, Menu, always, row};
use super::view::{self, show_lower, shows_lower};
use super::{CommandError, NoticeKind, Selection, Workbench};

pub(super) use book::Book;
pub use book::{HistoryFilter, HistoryRow, StepKind};

const SUBMENU: &str = "menu-history";

pub(super) const COMMANDS: &[Command] = &[
    row(
        "view.history",
        Menu::View,
        &[KeyboardShortcut::new(
            Modifiers::COMMAND.plus(Modifiers::ALT),
            Key::H,
        )],
        always,
        |wb, _| show_lower(wb, LowerTab::History),
    )
    .switch(|wb| shows_lower(wb, LowerTab::History))
    .within(view::PANELS),
    row(
        "history.go",
        Menu::Edit,
        &[],
        |wb| wb.chosen_step().is_some(),
        |wb, args| on_step(wb, args, Workbench::go_to_step),
    )
    .within(SUBMENU),
    row(
        "history.undo-step",
        Menu::Edit,
        &[],
        |wb| wb.can_edit() && wb.chosen_step().is_some(),
        |wb, args| on_step(wb, args, Workbench::undo_step),
    )
    .within(SUBMENU),
    row(
        "history.restore-before",
        Menu::Edit,
        &[],
        |wb| wb.can_edit() && wb.chosen_step().is_some(),
        |wb, args| on_step(wb, args, Workbench::restore_before),
    )
    .within(SUBMENU),
    row(
        "history.restore-after",
        Menu::Edit,
        &[],
        |wb| wb.can_edit() && wb.chosen_step().is_some(),
        |wb, args| on_step(wb, args, |wb, place| wb.restore_before(place + 1)),
    )
    .within(SUBMENU),
];

/// The most places that are lit at once.
const MOST_LIT: usize = 2000;
/// The most later steps that are named.
const MOST_NAMED: usize = 3;

/// Words that shine for a moment, so that they are found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lit {
    /// The document.
    pub document: Id,
    /// The places, in order.
    pub spans: Vec<Span>,
    /// Another number is another time.
    pub number: u64,
}

/// Does something with the step that is named, or chosen.
fn on_step(
    wb: &mut Workbench,
    args: &Args,
    work: impl FnOnce(&mut Workbench, usize) -> Result<(), CommandError>,
) -> Result<(), CommandError> {
    let step = id_of(args).or_else(|| wb.chosen_step()).cloned();
    match step.and_then(|id| wb.history().place_of(&id)) {
        Some(place) => work(wb, place),
        None => Ok(()),
    }
}

impl Workbench {
    /// The step that is chosen in the history.
    pub fn chosen_step(&self) -> Option<&Id> {
        self.chosen_step
            .as_ref()
            .filter(|id| self.history().place_of(id).is_some())
    }

    /// Chooses a step of the history.
    pub fn choose_step(&mut self, id: Option<Id>) {
        self.chosen_step = id;
    }

    /// What shines for a moment.
    pub fn lit(&self) -> Option<&Lit> {
        self.lit.as_ref()
    }

    /// Has words of a document shine for a moment.
    pub(super) fn light(&mut self, document: Id, mut spans: Vec<Span>) {
        spans.sort_unstable();
        spans.truncate(MOST_LIT);
        let number = self.lit.as_ref().map_or(0, |lit| lit.number) + 1;
        self.lit = Some(Lit {
            document,
            spans,
            number,
        });
    }

    /// Brings what a step changed into sight, and has it shine: the marks it
    /// made or changed where they stand now, the words of those it removed.
    fn go_to_step(&mut self, place: usize) -> Result<(), CommandError> {
        let Some(step) = self.history().step(place).cloned() else {
            return Ok(());
        };
        self.chosen_step = Some(step.id.clone());
        let mut marks: Vec<(Id, Id, Vec<Span>, bool)> = Vec::new();
        for edit in &step.edits {
            let Some(Record::Annotation(mark)) = edit.after.as_ref().or(edit.before.as_ref())
            else {
                continue;
            };
            let now = self.project().annotation(&mark.id);
            let shown = now.unwrap_or(mark);
            if self.project().document(&shown.document).is_some() {
                let spans = shown.spans.clone();
                marks.push((
                    shown.id.clone(),
                    shown.document.clone(),
                    spans,
                    now.is_some(),
                ));
            }
        }
        if let Some((id, document, spans, stands)) = marks.first().cloned() {
            let lit: Vec<Span> = marks
                .iter()
                .filter(|(_, other, ..)| *other == document)
                .flat_map(|(_, _, spans, _)| spans.iter().copied())
                .collect();
            if stands {
                self.go_to_mark(&id);
            } else if let (Some(first), Some(last)) = (spans.first(), spans.last()) {
                let reader = self.show_document(&document);
                self.select(reader, Selection::caret(first.start));
                self.reveal(reader, Span::new(first.start, last.end));
            }
            self.light(document, lit);
            return Ok(());
        }
        let target = step
            .edits
            .iter()
            .filter_map(|edit| edit.after.as_ref().or(edit.before.as_ref()))
            .find_map(|record| self.shown_for(record));
        match target {
            Some(Target::Mark(id)) => self.go_to_mark(&id),
            Some(Target::Document(id)) => {
                self.show_document(&id);
            }
            None => return Err(CommandError::message("history-nothing-to-show")),
        }
        Ok(())
    }

    /// Where a record that is no mark is best looked at.
    fn shown_for(&self, record: &Record) -> Option<Target> {
        let project = self.project();
        let document = |id: &Id| {
            project
                .document(id)
                .map(|it| Target::Document(it.id.clone()))
        };
        let mark = |id: &Id| project.annotation(id).map(|it| Target::Mark(it.id.clone()));
        let first = |mut marks: Box<dyn Iterator<Item = &crate::model::Annotation> + '_>| {
            marks.next().map(|it| Target::Mark(it.id.clone()))
        };
        match record {
            Record::Document(it) => document(&it.id),
            Record::Relation(it) => mark(&it.from).or_else(|| mark(&it.to)),
            Record::Entity(it) => first(Box::new(project.mentions(&it.id))),
            Record::Tag(it) => first(Box::new(project.annotations_with_tag(&it.id))),
            Record::Decision(it) => it.document.as_ref().and_then(document),
            Record::Note(it) => it
                .annotation
                .as_ref()
                .and_then(mark)
                .or_else(|| it.document.as_ref().and_then(document))
                .or_else(|| {
                    let entity = it.entity.as_ref()?;
                    first(Box::new(project.mentions(entity)))
                }),
            Record::About(_) | Record::Analyst(_) | Record::Annotation(_) => None,
        }
    }

    /// Goes back to the moment before the step at `place`, as a new step.
    fn restore_before(&mut self, place: usize) -> Result<(), CommandError> {
        let back = self.history().back_before(place);
        if back.is_empty() {
            return Err(CommandError::message("history-nothing-differs"));
        }
        let count = back.len();
        self.commit_as_is("history.restore", back)?;
        let text = self
            .messages()
            .format("toast-restored", &[("count", Arg::from(count))]);
        self.notify(NoticeKind::Done, text);
        Ok(())
    }

    /// Takes back the step at `place` and nothing else, if nothing later
    /// builds on it; else says what does.
    fn undo_step(&mut self, place: usize) -> Result<(), CommandError> {
        let Some(step) = self.history().step(place).cloned() else {
            return Ok(());
        };
        if self.history().is_undone(place) {
            return Err(CommandError::message("history-undone-already"));
        }
        if step.undoes.is_some() {
            return Err(CommandError::message("history-is-undo"));
        }
        if self
            .history()
            .next_undo()
            .is_some_and(|next| next.id == step.id)
        {
            return self.undo();
        }
        let (id, at, by) = (self.new_id(), self.now(), self.present());
        let mut inverse = step.inverse(id, at, by);
        self.keep_begun(&mut inverse);
        if self.project().accepts(&inverse).is_err() {
            self.say_what_builds_on(place);
            return Ok(());
        }
        self.take_back(inverse)?;
        let told = self.step_sentence(&step);
        let text = self
            .messages()
            .format("toast-step-undone", &[("step", Arg::from(&*told))]);
        self.notify(NoticeKind::Done, text);
        Ok(())
    }

    /// A document that began with the first mark stays begun while it has
    /// others, and is what it was set to since.
    fn keep_begun(&self, inverse: &mut Transaction) {
        let removed = |document: &Id| {
            let removes = |edit: &&Edit| {
                matches!((&edit.before, &edit.after),
                    (Some(Record::Annotation(mark)), None) if mark.document == *document)
            };
            inverse.edits.iter().filter(removes).count()
        };
        let keeps: Vec<bool> = inverse
            .edits
            .iter()
            .map(|edit| match (&edit.before, &edit.after) {
                (Some(Record::Document(begun)), Some(Record::Document(new)))
                    if begun.state == DocumentState::InProgress
                        && new.state == DocumentState::New =>
                {
                    let gone = removed(&begun.id);
                    let now = self.project().document(&begun.id);
                    gone == 0
                        || (self.project().annotation_count(&begun.id) == gone
                            && now.is_some_and(|now| *now == **begun))
                }
                _ => true,
            })
            .collect();
        let mut keeps = keeps.into_iter();
        inverse.edits.retain(|_| keeps.next().unwrap_or(true));
    }

    fn say_what_builds_on(&mut self, place: usize) {
        let later = self.history().building_on(place);
        let told: Vec<String> = later
            .iter()
            .take(MOST_NAMED)
            .filter_map(|place| self.history().step(*place))
            .map(|step| self.step_sentence(step).to_string())
            .collect();
        let told: Vec<&str> = told.iter().map(String::as_str).collect();
        let steps = self.messages().list(&told);
        let more = later.len().saturating_sub(MOST_NAMED);
        let id = match (later.is_empty(), more) {
            (true, _) => "history-no-longer-fits",
            (false, 0) => "history-built-on",
            (false, _) => "history-built-on-more",
        };
        let args = [("steps", Arg::from(steps)), ("count", Arg::from(more))];
        let text = self.messages().format(id, &args);
        self.notify(NoticeKind::Problem, text);
    }

    /// How many changes led to this project that its journal knows nothing
    /// of, so that they cannot be undone.
    pub fn forgotten_steps(&self) -> usize {
        let committed = self
            .session()
            .map_or(0, |session| session.state().committed);
        (committed as usize).saturating_sub(self.history().transactions().len())
    }

    /// Who made a step, by name.
    pub fn analyst_of_step(&self, step: &Transaction) -> String {
        match self.project().record(Kind::Analyst, &step.by) {
            Some(Record::Analyst(analyst)) => analyst.name.clone(),
            _ => step.by.to_string(),
        }
    }
}

/// Where to look at something.
enum Target {
    Mark(Id),
    Document(Id),
}
