//! The changes of the chosen mark, in words.

use egui::Ui;

use crate::command::Workbench;
use crate::model::{Id, Record};
use crate::ui::panels::moment;
use crate::ui::widgets::{heading, weak_label};

/// The changes of a mark, gathered anew only when the project has changed.
#[derive(Debug)]
pub(super) struct Known {
    mark: Id,
    revision: (u64, usize),
    language: &'static str,
    lines: Vec<String>,
}

/// Draws the changes of a mark, newest first.
pub(super) fn history_ui(ui: &mut Ui, known: &mut Option<Known>, wb: &Workbench, mark: &Id) {
    heading(ui, &wb.messages().text("inspector-history"));
    let (revision, language) = (wb.revision(), wb.messages().language().code());
    let fits = known.as_ref().is_some_and(|known| {
        known.mark == *mark && known.revision == revision && known.language == language
    });
    if !fits {
        *known = Some(Known {
            mark: mark.clone(),
            revision,
            language,
            lines: history_of(wb, mark),
        });
    }
    for line in known.iter().flat_map(|known| &known.lines) {
        weak_label(ui, line);
    }
}

/// The changes of a mark, newest first, as far as this session knows them.
fn history_of(wb: &Workbench, mark: &Id) -> Vec<String> {
    let touches = |record: &Option<Record>| matches!(record, Some(Record::Annotation(other)) if other.id == *mark);
    wb.history()
        .transactions()
        .rev()
        .filter(|transaction| {
            transaction
                .edits
                .iter()
                .any(|edit| touches(&edit.before) || touches(&edit.after))
        })
        .take(8)
        .map(|transaction| {
            format!(
                "{} · {}",
                wb.step_sentence(transaction),
                moment(transaction.at)
            )
        })
        .collect()
}
