//! Fields of the inspector whose words are not yet the project's.
//!
//! Words become the project's when the keyboard leaves the field, with Enter,
//! and before the project is written. Words that do not fit stay in their
//! field with the reason under it until they are changed or Escape is pressed.
//! Notes and reasons are kept by Escape too.
//!
//! **Invariant:** nothing that was typed is lost by going to another mark and
//! back.

use std::collections::BTreeMap;

use egui::Ui;

use crate::command::{NoteAbout, Workbench};
use crate::i18n::Language;
use crate::model::Id;
use crate::ui::action::Action;
use crate::ui::theme::{Theme, size};
use crate::ui::widgets::{Label, TextField};

/// What is typed for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Field {
    /// The answer of a mark to an attribute.
    Answer(Id, String),
    /// How sure the annotator of a mark is.
    Confidence(Id),
    /// The note a mark has of its own.
    MarkNote(Id),
    /// Why a mark was graded so.
    GradeReason(Id),
    /// Why the source of a document was graded so.
    SourceReason(Id),
    /// The note of a relation.
    RelationNote(Id),
    /// A note of its own.
    Note(Id),
    /// A note that does not exist yet.
    NewNote(NoteAbout),
}

impl Field {
    /// Whether it holds sentences, which Escape keeps: undo takes them back.
    fn is_prose(&self) -> bool {
        !matches!(self, Self::Answer(..) | Self::Confidence(_))
    }

    /// What the project has, as it would be typed; none where what the field
    /// is about is gone.
    fn stored(&self, wb: &Workbench) -> Option<String> {
        let project = wb.project();
        match self {
            Self::Answer(mark, attribute) => {
                let mark = project.annotation(mark)?;
                Some(
                    mark.attributes
                        .get(attribute)
                        .map_or_else(String::new, typed),
                )
            }
            Self::Confidence(mark) => {
                let percent = crate::command::percent_of(project.annotation(mark)?);
                Some(percent.map_or_else(String::new, |percent| percent.to_string()))
            }
            Self::MarkNote(mark) => Some(project.annotation(mark)?.note.clone()),
            Self::GradeReason(mark) => Some(project.annotation(mark)?.grade_reason.clone()),
            Self::SourceReason(document) => {
                let graded = &project.document(document)?.reliability;
                Some(
                    graded
                        .as_ref()
                        .map_or_else(String::new, |one| one.reason.clone()),
                )
            }
            Self::RelationNote(relation) => Some(project.relation(relation)?.note.clone()),
            Self::Note(note) => Some(project.note(note)?.text.clone()),
            Self::NewNote(about) => {
                let (kind, id) = about.subject();
                project.has(kind, &id).then(String::new)
            }
        }
    }

    /// Why words cannot become the project's, if they cannot.
    pub(super) fn problem(&self, wb: &Workbench, text: &str) -> Option<String> {
        match self {
            Self::Answer(mark, attribute) => {
                let mark = wb.project().annotation(mark)?;
                let tag = wb.project().tag(&mark.tag)?;
                wb.problem_with_answer(mark, tag.attribute(attribute)?, text)
            }
            Self::Confidence(_) => wb
                .read_percent(text)
                .is_err()
                .then(|| wb.messages().text("error-percent")),
            _ => None,
        }
    }

    /// What makes the words the project's.
    fn hand_over(&self, wb: &Workbench, text: String) -> Option<Action> {
        match self {
            Self::Answer(id, attribute) => {
                let mark = wb.project().annotation(id)?;
                let asked = wb.project().tag(&mark.tag)?.attribute(attribute)?;
                let value = wb.read_answer(mark, asked, &text).ok()?;
                Some(Action::SetAnswer(id.clone(), attribute.clone(), value))
            }
            Self::Confidence(id) => {
                let percent = wb.read_percent(&text).ok()?;
                Some(Action::SetConfidence(id.clone(), percent))
            }
            Self::MarkNote(id) => Some(Action::SetNote(id.clone(), text)),
            Self::GradeReason(id) => Some(Action::SetGradeReason(id.clone(), text)),
            Self::SourceReason(id) => Some(Action::SetReliabilityReason(id.clone(), text)),
            Self::RelationNote(id) => Some(Action::SetRelationNote(id.clone(), text)),
            Self::Note(id) => Some(Action::ChangeNote(id.clone(), text)),
            Self::NewNote(about) => Some(Action::AddNote(about.clone(), text)),
        }
    }
}

/// A stored answer as it would be typed.
pub(super) fn typed(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// How a field looks.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look<'a> {
    /// What screen readers call it.
    pub(super) name: &'a str,
    /// Shown while it is empty.
    pub(super) hint: &'a str,
    /// How many lines it has; 0 and 1 are one.
    pub(super) rows: usize,
    /// It takes the keyboard now.
    pub(super) focus: bool,
}

/// What is being typed, by field.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    typed: BTreeMap<Field, Draft>,
}

#[derive(Debug)]
struct Draft {
    text: String,
    /// It was to be handed over and did not fit.
    refused: bool,
    /// Why it does not fit, once it was asked, in that language: reading a
    /// date may take a look at the whole text.
    judged: Option<(Language, Option<String>)>,
}

impl Draft {
    fn problem(&mut self, wb: &Workbench, field: &Field) -> Option<String> {
        let language = wb.messages().language();
        match &self.judged {
            Some((known, problem)) if *known == language => problem.clone(),
            _ => {
                let problem = field.problem(wb, &self.text);
                self.judged = Some((language, problem.clone()));
                problem
            }
        }
    }
}

impl Drafts {
    /// Draws a field. Returns whether its words were handed over or dropped.
    pub(super) fn field_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        field: &Field,
        look: Look<'_>,
        actions: &mut Vec<Action>,
    ) -> bool {
        let Some(stored) = field.stored(wb) else {
            return false;
        };
        let mut text = self
            .typed
            .get(field)
            .map_or_else(|| stored.clone(), |draft| draft.text.clone());
        let before = text.clone();
        let mut input = TextField::new(("inspector", field), look.name, &mut text)
            .placeholder(look.hint)
            .naskh(15.0)
            .editable(wb.can_edit())
            .request_focus(look.focus);
        if look.rows > 1 {
            input = input.multiline(look.rows);
        }
        let answer = input.show(ui);
        if look.focus {
            answer.response.scroll_to_me(None);
        }
        if text != before {
            let draft = Draft {
                text: text.clone(),
                refused: false,
                judged: None,
            };
            self.typed.insert(field.clone(), draft);
        }
        if answer.cancelled && !field.is_prose() {
            self.typed.remove(field);
            return true;
        }
        let leaves = answer.submitted || answer.cancelled || answer.response.lost_focus();
        let done = leaves && self.settle(wb, field, actions);
        if let Some(draft) = self.typed.get_mut(field)
            && (draft.refused || !answer.response.has_focus())
            && let Some(problem) = draft.problem(wb, field)
        {
            problem_ui(ui, &problem);
        }
        done
    }

    /// Whether words are being typed into a field.
    pub(super) fn has(&self, field: &Field) -> bool {
        self.typed.contains_key(field)
    }

    /// Hands the words of a field over if they fit.
    fn settle(&mut self, wb: &Workbench, field: &Field, actions: &mut Vec<Action>) -> bool {
        let Some(draft) = self.typed.get_mut(field) else {
            return false;
        };
        if draft.problem(wb, field).is_some() {
            draft.refused = true;
            return false;
        }
        if let Some(draft) = self.typed.remove(field)
            && field.stored(wb).is_some_and(|stored| stored != draft.text)
        {
            actions.extend(field.hand_over(wb, draft.text));
            return true;
        }
        false
    }

    /// Hands over all words that fit; what is about something gone is dropped
    /// with it.
    pub(super) fn hand_over(&mut self, wb: &Workbench, actions: &mut Vec<Action>) {
        let fields: Vec<Field> = self.typed.keys().cloned().collect();
        for field in fields {
            self.settle(wb, &field, actions);
        }
    }

    /// Whether words are typed that the project does not have yet and could
    /// take.
    pub(super) fn are_unfinished(&self, wb: &Workbench) -> bool {
        self.typed.iter().any(|(field, draft)| {
            field.stored(wb).is_some_and(|stored| stored != draft.text)
                && field.problem(wb, &draft.text).is_none()
        })
    }
}

/// A sentence about what does not fit, at its place.
pub(super) fn problem_ui(ui: &mut Ui, problem: &str) {
    Label::new(problem)
        .size(size::SMALL)
        .color(Theme::get(ui.ctx()).rubric)
        .show(ui);
}
