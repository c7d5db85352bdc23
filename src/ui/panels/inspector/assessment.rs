//! How sure the annotator is, how credible what is said, how reliable who
//! says it; and how the grades came to be.

use egui::{Popup, Ui};

use super::drafts::{Drafts, Field, Look};
use super::rows::fact_button;
use crate::command::{
    CONFIDENCE_STEPS, CREDIBILITY, GradeChange, RELIABILITY, Workbench, percent_of,
};
use crate::i18n::Arg;
use crate::model::{Annotation, Document, Id};
use crate::ui::action::Action;
use crate::ui::panels::moment;
use crate::ui::widgets::{MenuRow, drop_down_menu, heading, menu_separator, weak_label};

/// The most changes of a grade that are listed.
const MOST_CHANGES: usize = 6;

/// What the assessment remembers between frames.
#[derive(Debug, Default)]
pub(super) struct Assessment {
    /// The mark whose percentage is typed.
    exact: Option<Id>,
    /// The changes of a grade, of a mark or a document.
    changes: Option<Changes>,
}

#[derive(Debug)]
struct Changes {
    of: Id,
    revision: (u64, usize),
    language: &'static str,
    lines: Vec<String>,
}

/// What takes the keyboard in this frame.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Asked {
    pub(super) confidence: bool,
    pub(super) grade: bool,
}

impl Assessment {
    /// Draws confidence and grades of a mark.
    pub(super) fn mark_ui(
        &mut self,
        ui: &mut Ui,
        drafts: &mut Drafts,
        asked: Asked,
        wb: &Workbench,
        mark: &Annotation,
        actions: &mut Vec<Action>,
    ) {
        let messages = wb.messages();
        ui.add_space(8.0);
        heading(ui, &messages.text("inspector-assessment"));
        self.confidence_ui(ui, drafts, asked.confidence, wb, mark, actions);
        credibility_ui(ui, asked.grade, wb, mark, actions);
        let document = wb.project().document(&mark.document);
        if let Some(document) = document {
            reliability_ui(ui, false, wb, document, actions);
        }
        let both = wb.grade_of(mark);
        if both.chars().count() > 1 {
            let grade = [("grade", Arg::from(both.as_str()))];
            weak_label(ui, &messages.format("inspector-grade-both", &grade));
        }
        if mark.grade.is_some() || !mark.grade_reason.is_empty() {
            reason_ui(
                ui,
                drafts,
                wb,
                &Field::GradeReason(mark.id.clone()),
                actions,
            );
        }
        self.changes_ui(ui, wb, &mark.id, || wb.grade_history(&mark.id));
    }

    /// Draws the grade of a document's source.
    pub(super) fn document_ui(
        &mut self,
        ui: &mut Ui,
        drafts: &mut Drafts,
        asked: Asked,
        wb: &Workbench,
        document: &Document,
        actions: &mut Vec<Action>,
    ) {
        reliability_ui(ui, asked.grade, wb, document, actions);
        if document.reliability.is_some() {
            let field = Field::SourceReason(document.id.clone());
            reason_ui(ui, drafts, wb, &field, actions);
        }
        self.changes_ui(ui, wb, &document.id, || {
            wb.reliability_history(&document.id)
        });
    }

    fn confidence_ui(
        &mut self,
        ui: &mut Ui,
        drafts: &mut Drafts,
        focus: bool,
        wb: &Workbench,
        mark: &Annotation,
        actions: &mut Vec<Action>,
    ) {
        let messages = wb.messages();
        let name = messages.text("inspector-confidence");
        let percent = percent_of(mark);
        let shown = match percent {
            None => messages.text("inspector-confidence-none"),
            Some(percent) => confidence_text(wb, percent),
        };
        let button = fact_button(ui, &name, &shown, wb.can_edit());
        let mut exact = focus;
        drop_down_menu(ui, &button, |ui| {
            for step in CONFIDENCE_STEPS {
                let title = confidence_text(wb, step);
                let row = MenuRow::new(&title).checked(percent == Some(step));
                if row.show(ui).clicked() {
                    actions.push(Action::SetConfidence(mark.id.clone(), Some(step)));
                }
            }
            menu_separator(ui);
            let row = messages.text("command-annotation-confidence");
            exact |= MenuRow::new(&row).show(ui).clicked();
            let none = messages.text("inspector-confidence-none");
            if MenuRow::new(&none)
                .checked(percent.is_none())
                .show(ui)
                .clicked()
            {
                actions.push(Action::SetConfidence(mark.id.clone(), None));
            }
        });
        if exact {
            self.exact = Some(mark.id.clone());
        }
        if self.exact.as_ref() == Some(&mark.id) {
            let name = messages.text("inspector-confidence-exact");
            let look = Look {
                name: &name,
                hint: "0–100",
                rows: 1,
                focus: exact,
            };
            let field = Field::Confidence(mark.id.clone());
            if drafts.field_ui(ui, wb, &field, look, actions) {
                self.exact = None;
            }
        }
    }

    /// The changes of a grade, gathered anew only when the project changed.
    fn changes_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        of: &Id,
        changes: impl FnOnce() -> Vec<GradeChange>,
    ) {
        let (revision, language) = (wb.revision(), wb.messages().language().code());
        let fits = self.changes.as_ref().is_some_and(|known| {
            known.of == *of && known.revision == revision && known.language == language
        });
        if !fits {
            let lines = changes()
                .iter()
                .take(MOST_CHANGES)
                .map(|change| change_text(wb, change))
                .collect();
            self.changes = Some(Changes {
                of: of.clone(),
                revision,
                language,
                lines,
            });
        }
        for line in self.changes.iter().flat_map(|known| &known.lines) {
            weak_label(ui, line);
        }
    }
}

/// A percentage, with its name where it has one.
pub(in crate::ui::panels) fn confidence_text(wb: &Workbench, percent: u8) -> String {
    let messages = wb.messages();
    let name = match percent {
        100 => "confidence-100",
        75 => "confidence-75",
        50 => "confidence-50",
        25 => "confidence-25",
        10 => "confidence-10",
        _ => {
            let percent = [("percent", Arg::from(usize::from(percent)))];
            return messages.format("inspector-percent", &percent);
        }
    };
    messages.format(
        "inspector-confidence-named",
        &[
            ("percent", Arg::from(usize::from(percent))),
            ("name", Arg::from(messages.text(name))),
        ],
    )
}

/// A grade with its wording.
fn grade_text(wb: &Workbench, grade: &str) -> String {
    let mut known = RELIABILITY.iter().chain(&CREDIBILITY);
    match known.find(|(known, _)| *known == grade) {
        Some((grade, wording)) => format!("{grade} · {}", wb.messages().text(wording)),
        // A grade of another scale was read from a file: it is shown as it is.
        None => grade.to_owned(),
    }
}

fn change_text(wb: &Workbench, change: &GradeChange) -> String {
    let messages = wb.messages();
    let none = messages.text("inspector-grade-none");
    let shown = |grade: &str| {
        if grade.is_empty() {
            none.clone()
        } else {
            grade.to_owned()
        }
    };
    let who = wb
        .project()
        .analyst(&change.by)
        .map_or("", |analyst| analyst.name.as_str());
    let (who, when) = (
        ("who", Arg::from(who)),
        ("when", Arg::from(moment(change.at))),
    );
    if change.from == change.to {
        let grade = ("grade", Arg::from(shown(&change.to)));
        return messages.format("inspector-grade-changed-reason", &[grade, who, when]);
    }
    messages.format(
        "inspector-grade-change",
        &[
            ("from", Arg::from(shown(&change.from))),
            ("to", Arg::from(shown(&change.to))),
            who,
            when,
        ],
    )
}

fn credibility_ui(
    ui: &mut Ui,
    focus: bool,
    wb: &Workbench,
    mark: &Annotation,
    actions: &mut Vec<Action>,
) {
    let grade = mark.grade.as_deref();
    let title = wb.messages().text("inspector-credibility");
    scale_ui(ui, focus, wb, &title, &CREDIBILITY, grade, |grade| {
        actions.push(Action::SetGrade(mark.id.clone(), grade));
    });
}

fn reliability_ui(
    ui: &mut Ui,
    focus: bool,
    wb: &Workbench,
    document: &Document,
    actions: &mut Vec<Action>,
) {
    let grade = document.reliability.as_ref().map(|graded| &*graded.grade);
    let title = wb.messages().text("inspector-reliability");
    scale_ui(ui, focus, wb, &title, &RELIABILITY, grade, |grade| {
        actions.push(Action::SetReliability(document.id.clone(), grade));
    });
}

fn scale_ui(
    ui: &mut Ui,
    focus: bool,
    wb: &Workbench,
    title: &str,
    scale: &[(&str, &str)],
    grade: Option<&str>,
    mut choose: impl FnMut(Option<String>),
) {
    let grade = grade.filter(|grade| !grade.is_empty());
    let none = wb.messages().text("inspector-not-graded");
    let shown = grade.map_or_else(|| none.clone(), |grade| grade_text(wb, grade));
    let button = fact_button(ui, title, &shown, wb.can_edit());
    if focus {
        button.request_focus();
        button.scroll_to_me(None);
        Popup::open_id(ui.ctx(), Popup::default_response_id(&button));
    }
    drop_down_menu(ui, &button, |ui| {
        for (one, _) in scale {
            let text = grade_text(wb, one);
            let row = MenuRow::new(&text).checked(grade == Some(one));
            if row.show(ui).clicked() {
                choose(Some((*one).to_owned()));
            }
        }
        menu_separator(ui);
        let row = MenuRow::new(&none).checked(grade.is_none());
        if row.show(ui).clicked() {
            choose(None);
        }
    });
}

fn reason_ui(
    ui: &mut Ui,
    drafts: &mut Drafts,
    wb: &Workbench,
    field: &Field,
    actions: &mut Vec<Action>,
) {
    let name = wb.messages().text("inspector-grade-reason");
    let look = Look {
        name: &name,
        hint: &name,
        rows: 2,
        focus: false,
    };
    drafts.field_ui(ui, wb, field, look, actions);
}
