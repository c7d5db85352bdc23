//! Grades of the Admiralty system: how far a source can be relied on (A–F, on
//! the document) and how credible what is said is (1–6, on the mark).
//!
//! Here: giving and taking grades with a reason, and what they were before.
//! Not here: how they look. The wording of the grades is that of STANAG 2022
//! and AJP-2.1, in the message files.
//!
//! **Invariant:** a grade is one of its scale; the two scales never mix.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::table::{Args, Command, Menu, row};
use super::{CommandError, Focus, Request, Workbench};
use crate::model::{Annotation, Document, Edit, Id, Record, Reliability, Timestamp};

/// The grades of a source, with the message that words each.
pub const RELIABILITY: [(&str, &str); 6] = [
    ("A", "reliability-a"),
    ("B", "reliability-b"),
    ("C", "reliability-c"),
    ("D", "reliability-d"),
    ("E", "reliability-e"),
    ("F", "reliability-f"),
];

/// The grades of what is said, with the message that words each.
pub const CREDIBILITY: [(&str, &str); 6] = [
    ("1", "credibility-1"),
    ("2", "credibility-2"),
    ("3", "credibility-3"),
    ("4", "credibility-4"),
    ("5", "credibility-5"),
    ("6", "credibility-6"),
];

/// The entry of the menu with the grades of both kinds.
const GRADES: &str = "menu-grades";

pub(super) const COMMANDS: &[Command] = &[
    row(
        "annotation.grade",
        Menu::Mark,
        &[KeyboardShortcut::new(Modifiers::ALT, Key::G)],
        |wb| wb.selected_mark().is_some() || wb.active_document().is_some(),
        grade,
    )
    .within(GRADES),
    credibility(
        "annotation.grade-1",
        |wb| has(wb, "1"),
        |wb, _| give(wb, Some("1")),
    )
    .group(),
    credibility(
        "annotation.grade-2",
        |wb| has(wb, "2"),
        |wb, _| give(wb, Some("2")),
    ),
    credibility(
        "annotation.grade-3",
        |wb| has(wb, "3"),
        |wb, _| give(wb, Some("3")),
    ),
    credibility(
        "annotation.grade-4",
        |wb| has(wb, "4"),
        |wb, _| give(wb, Some("4")),
    ),
    credibility(
        "annotation.grade-5",
        |wb| has(wb, "5"),
        |wb, _| give(wb, Some("5")),
    ),
    credibility(
        "annotation.grade-6",
        |wb| has(wb, "6"),
        |wb, _| give(wb, Some("6")),
    ),
    credibility(
        "annotation.grade-none",
        |wb| has(wb, ""),
        |wb, _| give(wb, None),
    ),
    reliability(
        "document.reliability-a",
        |wb| relied(wb, "A"),
        |wb, _| rely(wb, Some("A")),
    )
    .group(),
    reliability(
        "document.reliability-b",
        |wb| relied(wb, "B"),
        |wb, _| rely(wb, Some("B")),
    ),
    reliability(
        "document.reliability-c",
        |wb| relied(wb, "C"),
        |wb, _| rely(wb, Some("C")),
    ),
    reliability(
        "document.reliability-d",
        |wb| relied(wb, "D"),
        |wb, _| rely(wb, Some("D")),
    ),
    reliability(
        "document.reliability-e",
        |wb| relied(wb, "E"),
        |wb, _| rely(wb, Some("E")),
    ),
    reliability(
        "document.reliability-f",
        |wb| relied(wb, "F"),
        |wb, _| rely(wb, Some("F")),
    ),
    reliability(
        "document.reliability-none",
        |wb| relied(wb, ""),
        |wb, _| rely(wb, None),
    ),
];

const fn credibility(
    id: &'static str,
    checked: fn(&Workbench) -> bool,
    run: fn(&mut Workbench, &Args) -> Result<(), CommandError>,
) -> Command {
    row(
        id,
        Menu::Mark,
        &[],
        |wb| wb.can_edit() && wb.selected_mark().is_some(),
        run,
    )
    .switch(checked)
    .within(GRADES)
}

const fn reliability(
    id: &'static str,
    checked: fn(&Workbench) -> bool,
    run: fn(&mut Workbench, &Args) -> Result<(), CommandError>,
) -> Command {
    row(
        id,
        Menu::Mark,
        &[],
        |wb| wb.can_edit() && wb.active_document().is_some(),
        run,
    )
    .switch(checked)
    .within(GRADES)
}

fn has(wb: &Workbench, grade: &str) -> bool {
    let mark = wb.selected_mark();
    mark.is_some_and(|mark| mark.grade.as_deref().unwrap_or_default() == grade)
}

fn relied(wb: &Workbench, grade: &str) -> bool {
    let document = wb.active_document();
    document.is_some_and(|document| reliability_of(document) == grade)
}

/// The grade of a document's source; empty for none.
fn reliability_of(document: &Document) -> &str {
    let graded = document.reliability.as_ref();
    graded.map_or("", |graded| graded.grade.as_str())
}

/// Grades what is chosen by the letter or figure of a scale; without one,
/// asks.
fn grade(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    let Args::Text(text) = args else {
        wb.request(Request::Focus(Focus::Grade));
        return Ok(());
    };
    let wanted = text.trim().to_uppercase();
    let is = |scale: &[(&str, &str)]| scale.iter().any(|(grade, _)| *grade == wanted);
    if is(&RELIABILITY) {
        rely(wb, Some(&wanted))
    } else if is(&CREDIBILITY) || wanted.is_empty() {
        give(
            wb,
            Some(&wanted)
                .filter(|grade| !grade.is_empty())
                .map(|grade| &**grade),
        )
    } else {
        Err(CommandError::message("error-grade"))
    }
}

fn give(wb: &mut Workbench, grade: Option<&str>) -> Result<(), CommandError> {
    let Some(id) = wb.selected_mark().map(|mark| mark.id.clone()) else {
        return Err(CommandError::message("error-choose-mark"));
    };
    wb.set_grade(&id, grade)
}

fn rely(wb: &mut Workbench, grade: Option<&str>) -> Result<(), CommandError> {
    let Some(id) = wb.active_document().map(|document| document.id.clone()) else {
        return Err(CommandError::message("error-no-document"));
    };
    wb.set_reliability(&id, grade)
}

/// One change of a grade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GradeChange {
    /// When it was changed.
    pub at: Timestamp,
    /// The analyst who changed it.
    pub by: Id,
    /// The grade before; empty for none.
    pub from: String,
    /// The grade after; empty for none.
    pub to: String,
    /// The reason after.
    pub reason: String,
}

/// A grade and its reason.
type Graded<'a> = (&'a str, &'a str);

fn of_mark(mark: &Annotation) -> Graded<'_> {
    (
        mark.grade.as_deref().unwrap_or_default(),
        &mark.grade_reason,
    )
}

fn of_source(document: &Document) -> Graded<'_> {
    let reason = document.reliability.as_ref().map(|graded| &*graded.reason);
    (reliability_of(document), reason.unwrap_or_default())
}

impl Workbench {
    /// Grades what the mark `id` says, or takes the grade away.
    pub fn set_grade(&mut self, id: &Id, grade: Option<&str>) -> Result<(), CommandError> {
        if grade.is_some_and(|grade| !CREDIBILITY.iter().any(|(known, _)| *known == grade)) {
            return Err(CommandError::message("error-grade"));
        }
        self.change_mark("annotation.grade", id, |mark| {
            mark.grade = grade.map(str::to_owned);
        })
    }

    /// Says why the mark `id` was graded so.
    pub fn set_grade_reason(&mut self, id: &Id, reason: &str) -> Result<(), CommandError> {
        self.change_mark("annotation.grade-reason", id, |mark| {
            reason.clone_into(&mut mark.grade_reason);
        })
    }

    /// Grades the source of the document `id`, or takes the grade away.
    pub fn set_reliability(&mut self, id: &Id, grade: Option<&str>) -> Result<(), CommandError> {
        if grade.is_some_and(|grade| !RELIABILITY.iter().any(|(known, _)| *known == grade)) {
            return Err(CommandError::message("error-grade"));
        }
        self.change_reliability("document.reliability", id, |graded| {
            grade.unwrap_or_default().clone_into(&mut graded.grade);
        })
    }

    /// Says why the source of the document `id` was graded so.
    pub fn set_reliability_reason(&mut self, id: &Id, reason: &str) -> Result<(), CommandError> {
        self.change_reliability("document.reliability-reason", id, |graded| {
            reason.clone_into(&mut graded.reason);
        })
    }

    fn change_reliability(
        &mut self,
        command: &'static str,
        id: &Id,
        change: impl FnOnce(&mut Reliability),
    ) -> Result<(), CommandError> {
        let Some(before) = self.project().document(id).cloned() else {
            return Err(CommandError::message("error-no-document"));
        };
        let mut graded = before.reliability.clone().unwrap_or_default();
        change(&mut graded);
        let mut after = before.clone();
        after.reliability = (graded != Reliability::default()).then_some(graded);
        if after == before {
            return Ok(());
        }
        self.commit(command, vec![Edit::change(before, after)])
    }

    /// Both grades of a mark, as `B2`, the source's before the mark's own;
    /// where one is missing the other stands alone. Empty for neither.
    pub fn grade_of(&self, mark: &Annotation) -> String {
        let Some(own) = mark.grade.as_deref().filter(|grade| !grade.is_empty()) else {
            return String::new();
        };
        let document = self.project().document(&mark.document);
        format!("{}{own}", document.map_or("", reliability_of))
    }

    /// How the grade of the mark `id` came to be what it is, newest first, as
    /// far as the history goes back.
    pub fn grade_history(&self, id: &Id) -> Vec<GradeChange> {
        self.changes(|record| match record {
            Some(Record::Annotation(mark)) if mark.id == *id => Some(of_mark(mark)),
            _ => None,
        })
    }

    /// How the grade of the source of the document `id` came to be what it is.
    pub fn reliability_history(&self, id: &Id) -> Vec<GradeChange> {
        self.changes(|record| match record {
            Some(Record::Document(document)) if document.id == *id => Some(of_source(document)),
            _ => None,
        })
    }

    fn changes<'a>(
        &'a self,
        graded: impl Fn(Option<&'a Record>) -> Option<Graded<'a>>,
    ) -> Vec<GradeChange> {
        let steps = self.history().transactions().rev();
        steps
            .filter_map(|step| {
                let change = step.edits.iter().find_map(|edit| {
                    let after = graded(edit.after.as_ref())?;
                    let before = graded(edit.before.as_ref()).unwrap_or_default();
                    (before != after).then_some((before, after))
                })?;
                let (before, after) = change;
                Some(GradeChange {
                    at: step.at,
                    by: step.by.clone(),
                    from: before.0.to_owned(),
                    to: after.0.to_owned(),
                    reason: after.1.to_owned(),
                })
            })
            .collect()
    }
}
