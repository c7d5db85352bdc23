//! What a mark says beside its tag: answers to the tag's questions, and how
//! sure the annotator is.
//!
//! Here: changing them, and finding what is unanswered. Not here: what a
//! typed answer means ([`reading`]), whether it fits
//! ([`rules`](super::rules)), the Admiralty grades ([`grades`](super::grades)).
//!
//! **Invariant:** an answer that does not fit is refused with its sentence and
//! leaves the one before; nothing is dropped.

pub(super) mod reading;

use egui::{Key, KeyboardShortcut, Modifiers};
use serde_json::Value;

use super::sentences;
use super::table::{Args, Command, Menu, row};
use super::{CommandError, Focus, Refusal, Request, Workbench};
use crate::analysis::guideline::unanswered;
use crate::model::{Annotation, Attribute, AttributeKind, Edit, Id, Unfit};

/// The five steps of confidence that have a name, percent.
pub const CONFIDENCE_STEPS: [u8; 5] = [100, 75, 50, 25, 10];

const ALT_SHIFT: Modifiers = Modifiers::ALT.plus(Modifiers::SHIFT);
const CONFIDENCE: &str = "menu-confidence";

pub(super) const COMMANDS: &[Command] = &[
    row(
        "annotation.answer",
        Menu::Mark,
        &[KeyboardShortcut::new(Modifiers::ALT, Key::A)],
        |wb| wb.selected_mark().is_some_and(|mark| is_asked(wb, mark)),
        answer,
    )
    .group(),
    row(
        "annotation.next-unanswered",
        Menu::Go,
        &[KeyboardShortcut::new(ALT_SHIFT, Key::A)],
        |wb| wb.active_reader().is_some(),
        |wb, _| wb.go_to_unanswered(),
    ),
    step(
        "annotation.confidence-100",
        |wb| has(wb, 100),
        |wb, _| sure(wb, Some(100)),
    ),
    step(
        "annotation.confidence-75",
        |wb| has(wb, 75),
        |wb, _| sure(wb, Some(75)),
    ),
    step(
        "annotation.confidence-50",
        |wb| has(wb, 50),
        |wb, _| sure(wb, Some(50)),
    ),
    step(
        "annotation.confidence-25",
        |wb| has(wb, 25),
        |wb, _| sure(wb, Some(25)),
    ),
    step(
        "annotation.confidence-10",
        |wb| has(wb, 10),
        |wb, _| sure(wb, Some(10)),
    ),
    step(
        "annotation.confidence-none",
        |wb| {
            wb.selected_mark()
                .is_some_and(|mark| mark.confidence.is_none())
        },
        |wb, _| sure(wb, None),
    ),
    row(
        "annotation.confidence",
        Menu::Mark,
        &[],
        |wb| wb.can_edit() && wb.selected_mark().is_some(),
        confidence,
    )
    .within(CONFIDENCE)
    .group(),
];

const fn step(
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
    .within(CONFIDENCE)
}

fn is_asked(wb: &Workbench, mark: &Annotation) -> bool {
    let tag = wb.project().tag(&mark.tag);
    tag.is_some_and(|tag| !tag.attributes.is_empty())
}

fn has(wb: &Workbench, percent: u8) -> bool {
    let mark = wb.selected_mark();
    mark.and_then(percent_of).is_some_and(|has| has == percent)
}

/// How sure the annotator of a mark is, percent.
pub fn percent_of(mark: &Annotation) -> Option<u8> {
    let confidence = mark.confidence?;
    Some((confidence * 100.0).round().clamp(0.0, 100.0) as u8)
}

fn sure(wb: &mut Workbench, percent: Option<u8>) -> Result<(), CommandError> {
    let Some(mark) = wb.selected_mark().cloned() else {
        return Ok(());
    };
    wb.set_confidence(&mark.id, percent)
}

/// Sets the confidence of the chosen mark from `85` or `٨٥ %`, clears it with
/// an empty text; without one, asks for it.
fn confidence(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    let Args::Text(text) = args else {
        wb.request(Request::Focus(Focus::Confidence));
        return Ok(());
    };
    let percent = wb.read_percent(text)?;
    sure(wb, percent)
}

/// Answers a question of the chosen mark's tag (`name=answer`); without a
/// text, asks the first question that has no answer.
fn answer(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    let Args::Text(text) = args else {
        wb.request(Request::Focus(Focus::Answer));
        return Ok(());
    };
    let Some(mark) = wb.selected_mark().cloned() else {
        return Ok(());
    };
    let (name, answer) = text.split_once('=').unwrap_or((text, ""));
    let name = name.trim();
    let attribute = wb
        .project()
        .tag(&mark.tag)
        .into_iter()
        .flat_map(|tag| &tag.attributes)
        .find(|one| one.id == name || one.names.values().any(|other| other == name))
        .cloned();
    let Some(attribute) = attribute else {
        return Err(CommandError::message("error-no-attribute"));
    };
    let value = wb.read_answer(&mark, &attribute, answer)?;
    wb.set_answer(&mark.id, &attribute.id, value)
}

impl Workbench {
    /// What is asked of a mark, in order, with its answer and whether that
    /// fits.
    pub fn questions_of<'a>(
        &'a self,
        mark: &'a Annotation,
    ) -> impl Iterator<Item = (&'a Attribute, Option<&'a Value>, Result<(), Unfit>)> {
        let tag = self.project().tag(&mark.tag);
        tag.into_iter().flat_map(|tag| &tag.attributes).map(|one| {
            let value = mark.attributes.get(&one.id);
            (one, value, one.accepts(value))
        })
    }

    /// The question that is to be answered first: a required one without an
    /// answer, one whose answer does not fit, else one without an answer, else
    /// the first.
    pub fn first_question(&self, mark: &Annotation) -> Option<String> {
        let open = unanswered(self.project(), mark);
        if let Some((id, _)) = open.first() {
            return Some((*id).to_owned());
        }
        let tag = self.project().tag(&mark.tag)?;
        let empty = |one: &&Attribute| !mark.attributes.contains_key(&one.id);
        let next = tag.attributes.iter().find(empty);
        next.or_else(|| tag.attributes.first())
            .map(|one| one.id.clone())
    }

    /// Goes to the next mark of the document with a required question that has
    /// no fitting answer, round its end.
    fn go_to_unanswered(&mut self) -> Result<(), CommandError> {
        let Some(reader) = self.active_reader() else {
            return Err(CommandError::message("error-no-document"));
        };
        let chosen = self
            .selected_mark()
            .filter(|mark| mark.document == reader.document);
        let from = match chosen.and_then(Annotation::hull) {
            Some(hull) => hull.start,
            None => reader.selection.head.byte,
        };
        let open = |mark: &&Annotation| {
            chosen.is_none_or(|chosen| chosen.id != mark.id)
                && self.shows_mark(reader, mark)
                && self.open_questions(mark) > 0
        };
        let project = self.project();
        let next = project
            .annotations_from(&reader.document, from)
            .find(open)
            .or_else(|| project.annotations_of(&reader.document).find(open));
        let Some(id) = next.map(|mark| mark.id.clone()) else {
            return Err(CommandError::message("error-all-answered"));
        };
        self.go_to_mark(&id);
        Ok(())
    }

    /// How many required questions of a mark have no fitting answer.
    pub fn open_questions(&self, mark: &Annotation) -> usize {
        unanswered(self.project(), mark).len()
    }

    /// What a typed answer says: digits of any kind, dates of any calendar,
    /// choices by their names. An empty text is no answer.
    pub fn read_answer(
        &self,
        mark: &Annotation,
        attribute: &Attribute,
        text: &str,
    ) -> Result<Option<Value>, CommandError> {
        self.reading(mark, attribute, text).map_err(|unfit| {
            let tag = self.project().tag(&mark.tag);
            Refusal::Answer {
                tag: tag.map(Into::into).unwrap_or_default(),
                attribute: attribute.into(),
                unfit,
            }
            .into()
        })
    }

    fn reading(
        &self,
        mark: &Annotation,
        attribute: &Attribute,
        text: &str,
    ) -> Result<Option<Value>, Unfit> {
        let read = reading::answer(&attribute.value, text, None);
        if read.is_ok() || attribute.value != AttributeKind::Date {
            return read;
        }
        // It may count from the day the text was written, which takes a look
        // at the text.
        let document = self.project().document(&mark.document);
        let written = document.and_then(crate::language::day_of_writing);
        match written {
            Some(_) => reading::answer(&attribute.value, text, written),
            None => read,
        }
    }

    /// Why a typed answer does not fit, in the window's language; `None` when
    /// it does.
    pub fn problem_with_answer(
        &self,
        mark: &Annotation,
        attribute: &Attribute,
        text: &str,
    ) -> Option<String> {
        let unfit = match self.reading(mark, attribute, text) {
            Ok(None) => return None,
            Ok(Some(value)) => attribute.value.accepts(&value).err()?,
            Err(unfit) => unfit,
        };
        Some(self.unfit_sentence(&unfit))
    }

    /// Why the guideline does not allow something, in the window's language.
    pub fn refusal_sentence(&self, refusal: &Refusal) -> String {
        sentences::refused(self.messages(), refusal)
    }

    /// Why an answer does not fit, in the window's language.
    pub fn unfit_sentence(&self, unfit: &Unfit) -> String {
        sentences::unfit(self.messages(), unfit)
    }

    /// Gives the mark `id` an answer, or takes it away.
    pub fn set_answer(
        &mut self,
        id: &Id,
        attribute: &str,
        value: Option<Value>,
    ) -> Result<(), CommandError> {
        self.change_mark("annotation.answer", id, |mark| {
            match value {
                Some(value) => mark.attributes.insert(attribute.to_owned(), value),
                None => mark.attributes.remove(attribute),
            };
        })
    }

    /// Says how sure the annotator of the mark `id` is, percent.
    pub fn set_confidence(&mut self, id: &Id, percent: Option<u8>) -> Result<(), CommandError> {
        if percent.is_some_and(|percent| percent > 100) {
            return Err(CommandError::message("error-percent"));
        }
        self.change_mark("annotation.confidence", id, |mark| {
            mark.confidence = percent.map(|percent| f32::from(percent) / 100.0);
        })
    }

    /// A percentage as it is typed; empty for none.
    pub fn read_percent(&self, text: &str) -> Result<Option<u8>, CommandError> {
        let bare = text.trim().trim_matches(['%', '٪', ' ', '\u{a0}']);
        if bare.is_empty() {
            return Ok(None);
        }
        reading::figure(bare)
            .filter(|value| (0.0..=100.0).contains(value))
            .map(|value| Some(value.round() as u8))
            .ok_or(CommandError::message("error-percent"))
    }

    /// Changes the mark `id` in one step, if the change changes it, and leaves
    /// chosen what was chosen.
    pub(super) fn change_mark(
        &mut self,
        command: &'static str,
        id: &Id,
        change: impl FnOnce(&mut Annotation),
    ) -> Result<(), CommandError> {
        let Some(before) = self.project().annotation(id).cloned() else {
            return Err(CommandError::message("error-mark-gone"));
        };
        let mut after = before.clone();
        change(&mut after);
        if after == before {
            return Ok(());
        }
        self.commit(command, vec![Edit::change(before, after)])
    }
}
