//! The names marked in all documents, each with how often it is marked.

use std::collections::BTreeMap;

use egui::Ui;

use crate::command::Workbench;
use crate::language::{Level, key};
use crate::model::{Id, TagKind};
use crate::ui::action::Action;
use crate::ui::widgets::ListRow;

use super::documents::padded_heading;
use super::{tag_hue, titled};

/// One name: marks with the same tag whose words are the same when folded.
#[derive(Clone, Debug)]
struct Name {
    surface: String,
    tag: Id,
    marks: Vec<Id>,
}

/// The names, gathered anew only when the project has changed.
#[derive(Debug, Default)]
pub(in crate::ui) struct Names {
    state: Option<(usize, u64)>,
    names: Vec<Name>,
}

/// Rows shown; more would be a list nobody reads.
const MOST: usize = 200;

impl Names {
    fn refresh(&mut self, wb: &Workbench) {
        let state = (wb.history().transactions().len(), wb.generation());
        if self.state.as_ref() == Some(&state) {
            return;
        }
        let mut found: BTreeMap<(Id, String), Name> = BTreeMap::new();
        for document in wb.project().documents() {
            for mark in wb.project().annotations_of(&document.id) {
                let entity = wb
                    .project()
                    .tag(&mark.tag)
                    .is_some_and(|tag| tag.kind == TagKind::Entity);
                if !entity {
                    continue;
                }
                let surface = mark.quote(&document.text);
                let folded = key(&surface, Level::Letters);
                found
                    .entry((mark.tag.clone(), folded))
                    .or_insert_with(|| Name {
                        surface,
                        tag: mark.tag.clone(),
                        marks: Vec::new(),
                    })
                    .marks
                    .push(mark.id.clone());
            }
        }
        self.names = found.into_values().collect();
        self.names
            .sort_by(|a, b| (b.marks.len(), &a.surface).cmp(&(a.marks.len(), &b.surface)));
        self.state = Some(state);
    }

    /// Draws the list; a click goes to the next mark with that name.
    pub(super) fn names_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        self.refresh(wb);
        if self.names.is_empty() {
            return;
        }
        padded_heading(ui, &titled(wb, "entities-title", self.names.len()));
        ui.add_space(4.0);
        for name in self.names.iter().take(MOST) {
            let Some(tag) = wb.project().tag(&name.tag) else {
                continue;
            };
            let chosen = wb
                .selected_mark()
                .and_then(|mark| name.marks.iter().position(|id| *id == mark.id));
            let count = wb.messages().number(name.marks.len());
            let response = ListRow::new(&name.surface)
                .swatch(tag_hue(ui, tag))
                .count(&count)
                .selected(chosen.is_some())
                .show(ui);
            if response.clicked() {
                let next = chosen.map_or(0, |index| (index + 1) % name.marks.len());
                if let Some(mark) = name.marks.get(next) {
                    actions.push(Action::GoToMark(mark.clone()));
                }
            }
        }
    }
}
