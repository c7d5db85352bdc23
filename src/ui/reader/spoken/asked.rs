//! What a screen reader asks of a page: a caret, a selection, a place in
//! sight, a mark.

use egui::accesskit::{Action as Asked, ActionData, ActionRequest, TextSelection};
use egui::{Event, Ui};

use crate::command::Selection;
use crate::model::Span;
use crate::ui::action::Action;
use crate::ui::reader::{Column, Page, page_id};

use super::{Spoken, Target};

impl Spoken {
    /// Does what a screen reader asked for since the last frame.
    pub(in crate::ui::reader) fn obey(
        &self,
        ui: &Ui,
        page: Page<'_>,
        column: &mut Column<'_>,
        actions: &mut Vec<Action>,
    ) {
        if self.document.as_ref() != Some(&page.document.id) {
            return;
        }
        // Of the raw input: egui takes some for itself that pages do better.
        let requests: Vec<ActionRequest> = ui.input(|input| {
            input
                .raw
                .events
                .iter()
                .filter_map(|event| match event {
                    Event::AccessKitActionRequest(request) => Some(request.clone()),
                    _ => None,
                })
                .collect()
        });
        let id = page_id(page.reader.id);
        for request in requests {
            if request.target_node == id.accesskit_id() {
                self.ask_page(page, &request, column, actions);
            } else if let Some((_, target)) = self
                .targets
                .iter()
                .find(|(node, _)| *node == request.target_node)
            {
                ask_target(ui, page, &request, target, column, actions);
            } else if request.action == Asked::ScrollIntoView
                && let Some(run) = self.text.run(request.target_node)
            {
                let span = Span::new(run.start(), run.end());
                column.flow.reveal(column.engine, span, column.height);
            }
        }
    }

    fn ask_page(
        &self,
        page: Page<'_>,
        request: &ActionRequest,
        column: &mut Column<'_>,
        actions: &mut Vec<Action>,
    ) {
        match (request.action, &request.data) {
            (
                Asked::SetTextSelection,
                Some(ActionData::SetTextSelection(TextSelection { anchor, focus })),
            ) => {
                if let (Some(anchor), Some(head)) =
                    (self.text.caret(*anchor), self.text.caret(*focus))
                {
                    let selection = Selection { anchor, head };
                    actions.push(Action::Select(page.reader.id, selection));
                    column.flow.follow(column.engine, head, column.height);
                }
            }
            (Asked::ScrollDown, _) => column.flow.anchor.offset += column.height * 0.9,
            (Asked::ScrollUp, _) => column.flow.anchor.offset -= column.height * 0.9,
            _ => {}
        }
    }
}

fn ask_target(
    ui: &Ui,
    page: Page<'_>,
    request: &ActionRequest,
    target: &Target,
    column: &mut Column<'_>,
    actions: &mut Vec<Action>,
) {
    let span = match target {
        Target::Words(span) | Target::Mark(_, span) | Target::Suggestion(span, _) => *span,
    };
    match request.action {
        Asked::ScrollIntoView => {
            column.flow.reveal(column.engine, span, column.height);
        }
        Asked::Click | Asked::Focus => {
            ui.memory_mut(|memory| memory.request_focus(page_id(page.reader.id)));
            actions.push(Action::Activate(page.reader.id));
            actions.push(match target {
                Target::Words(span) => Action::Select(page.reader.id, Selection::caret(span.start)),
                Target::Mark(mark, _) => Action::GoToMark(mark.clone()),
                Target::Suggestion(span, kind) => {
                    Action::GoToSuggestion(page.document.id.clone(), *span, *kind)
                }
            });
        }
        _ => {}
    }
}
