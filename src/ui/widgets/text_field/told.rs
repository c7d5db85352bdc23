//! A field for a screen reader: its text line by line with directions, the
//! caret and the selection, and what the reader asks of it.
//!
//! Invariant: nothing is built while no screen reader listens.

use std::sync::Arc;

use egui::accesskit::{Action, ActionData, Node, NodeId, TextSelection};
use egui::{Event, Id, Pos2, Ui, vec2};

use super::buffer::Buffer;
use super::column::Column;
use crate::text::Caret;
use crate::ui::access::{Branch, Part, TextMap, is_listening, runs_of, text_direction, voice_of};

/// The runs told in the last frame.
#[derive(Clone, Default)]
struct Told(Arc<TextMap>);

/// What a field tells.
pub(super) struct Field<'a> {
    pub(super) id: Id,
    pub(super) text: &'a str,
    pub(super) column: &'a Column,
    /// Top left corner of the column on the screen.
    pub(super) origin: Pos2,
    pub(super) anchor: usize,
    pub(super) caret: Caret,
    pub(super) editable: bool,
}

/// Hangs the text under the field's node, which is there already.
pub(super) fn tell(ui: &Ui, field: &Field<'_>) {
    let ctx = ui.ctx();
    if !is_listening(ctx) {
        return;
    }
    let mut map = TextMap::default();
    let mut branch = Branch::default();
    let parts = &field.column.parts;
    for (index, part) in parts.iter().enumerate() {
        let after = parts
            .get(index + 1)
            .map_or(field.text.len(), |next| next.span.start);
        let separator = field.text.get(part.span.end..after).unwrap_or_default();
        let runs = runs_of(
            field.id,
            &Part {
                layout: &part.layout,
                start: part.span.start,
                corner: field.origin + vec2(0.0, part.top),
                lines: 0..part.layout.lines().len(),
                separator,
                cuts: &[],
            },
        );
        for (run, node) in runs {
            branch.push(run.id, node);
            map.push(run);
        }
    }
    let anchor = Caret::before(field.anchor);
    let selection = map.selection(
        if field.anchor == field.caret.byte {
            field.caret
        } else {
            anchor
        },
        field.caret,
    );
    branch.hang(ctx, field.id);
    ctx.accesskit_node_builder(field.id, |node| describe(node, field, selection));
    ctx.data_mut(|data| data.insert_temp(field.id.with("told"), Told(Arc::new(map))));
}

fn describe(node: &mut Node, field: &Field<'_>, selection: Option<TextSelection>) {
    node.set_text_direction(text_direction(field.column.direction()));
    if let Some(voice) = voice_of(field.text) {
        node.set_language(voice);
    }
    if let Some(selection) = selection {
        node.set_text_selection(selection);
    }
    node.add_action(Action::SetTextSelection);
    if field.editable {
        node.add_action(Action::SetValue);
        node.add_action(Action::ReplaceSelectedText);
    } else {
        node.set_read_only();
    }
}

/// Does what a screen reader (or a test) asked for; returns whether anything.
pub(super) fn obey(ui: &Ui, id: Id, buffer: &mut Buffer, editable: bool) -> bool {
    let node: NodeId = id.accesskit_id();
    let asked: Vec<(Action, Option<ActionData>)> = ui.input(|input| {
        input
            .events
            .iter()
            .filter_map(|event| match event {
                Event::AccessKitActionRequest(request) if request.target_node == node => {
                    Some((request.action, request.data.clone()))
                }
                _ => None,
            })
            .collect()
    });
    let mut touched = false;
    for request in asked {
        match request {
            (Action::SetValue, Some(ActionData::Value(value))) if editable => {
                buffer.select_all();
                buffer.insert(&value);
            }
            (Action::ReplaceSelectedText, Some(ActionData::Value(value))) if editable => {
                buffer.insert(&value);
            }
            (Action::SetTextSelection, Some(ActionData::SetTextSelection(selection))) => {
                let told: Told = ui.data(|data| data.get_temp(id.with("told")).unwrap_or_default());
                let ends = (
                    told.0.caret(selection.anchor),
                    told.0.caret(selection.focus),
                );
                if let (Some(anchor), Some(head)) = ends {
                    buffer.place(anchor, false);
                    buffer.place(head, true);
                }
            }
            _ => continue,
        }
        touched = true;
    }
    touched
}
