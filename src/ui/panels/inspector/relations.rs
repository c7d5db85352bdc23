//! The relations of the chosen mark: where they lead and where they come from.

use egui::{Ui, vec2};

use super::drafts::{Drafts, Field, Look};
use crate::command::table::command;
use crate::command::{Args, Workbench};
use crate::i18n::Arg;
use crate::model::{Annotation, Relation};
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::keys::keys_of;
use crate::ui::panels::{short_quote, tag_hue, tag_name};
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{
    Button, ListRow, MenuRow, context_menu, drop_down_menu, heading, icon_button,
};

/// The most relations of a mark that are listed.
const MOST: usize = 60;
/// Height of a row, points.
const ROW: f32 = 46.0;

/// Draws the relations of a mark; nothing where there is no tag for any.
pub(super) fn relations_ui(
    ui: &mut Ui,
    drafts: &mut Drafts,
    focus: bool,
    wb: &Workbench,
    mark: &Annotation,
    actions: &mut Vec<Action>,
) {
    let relations: Vec<&Relation> = wb.project().relations_of(&mark.id).take(MOST).collect();
    if relations.is_empty() && wb.relation_tags().next().is_none() {
        return;
    }
    let messages = wb.messages();
    ui.add_space(8.0);
    heading(ui, &messages.text("inspector-relations"));
    // Those that lead on come first, then those that come from others.
    let (out, incoming): (Vec<_>, Vec<_>) = relations
        .into_iter()
        .partition(|relation| relation.from == mark.id);
    for relation in out.into_iter().chain(incoming) {
        relation_ui(ui, drafts, focus, wb, mark, relation, actions);
    }
    let caps = keys_of(wb, "relation.begin");
    let new = messages.text("inspector-relation-new");
    if Button::new(&new)
        .quiet()
        .key(&caps)
        .enabled(wb.can_edit() && wb.relation_tags().next().is_some())
        .show(ui)
        .clicked()
    {
        actions.push(Action::Run("relation.begin", Args::None));
    }
}

/// The other end of a relation in words: «إلى دمشق».
fn end_text(wb: &Workbench, mark: &Annotation, relation: &Relation) -> String {
    let leads_on = relation.from == mark.id;
    let other = if leads_on {
        &relation.to
    } else {
        &relation.from
    };
    let other = wb.project().annotation(other);
    let document = other.and_then(|other| wb.project().document(&other.document));
    let words = match (other, document) {
        (Some(other), Some(document)) => short_quote(other, document),
        _ => String::new(),
    };
    let id = if leads_on {
        "inspector-relation-out"
    } else {
        "inspector-relation-in"
    };
    wb.messages().format(id, &[("words", Arg::from(words))])
}

fn relation_ui(
    ui: &mut Ui,
    drafts: &mut Drafts,
    focus: bool,
    wb: &Workbench,
    mark: &Annotation,
    relation: &Relation,
    actions: &mut Vec<Action>,
) {
    let messages = wb.messages();
    let Some(tag) = wb.project().tag(&relation.tag) else {
        return;
    };
    let chosen = wb
        .chosen_relation()
        .is_some_and(|chosen| chosen.id == relation.id);
    let other = if relation.from == mark.id {
        &relation.to
    } else {
        &relation.from
    };
    let end = end_text(wb, mark, relation);
    let direction = UiDirection::get(ui.ctx());
    let size = vec2(ui.available_width(), ROW);
    ui.allocate_ui_with_layout(size, direction.row_from_end(), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let more = messages.text("inspector-relation-more");
        let more = icon_button(ui, Icon::More, &more, false);
        drop_down_menu(ui, &more, |ui| steps_ui(ui, wb, relation, actions));
        ui.with_layout(direction.column(), |ui| {
            let response = ListRow::new(tag_name(wb, tag))
                .sans()
                .detail(&end)
                .swatch(tag_hue(ui, tag))
                .selected(chosen)
                .show(ui);
            if response.clicked() {
                actions.push(Action::ChooseRelation(relation.id.clone()));
                actions.push(Action::GoToMark(other.clone()));
            }
            context_menu(ui, &response, |ui| steps_ui(ui, wb, relation, actions));
        });
    });
    let field = Field::RelationNote(relation.id.clone());
    let asks = focus && chosen;
    if asks || !relation.note.is_empty() || drafts.has(&field) {
        let name = messages.text("inspector-relation-note");
        let look = Look {
            name: &name,
            hint: &name,
            rows: 2,
            focus: asks,
        };
        drafts.field_ui(ui, wb, &field, look, actions);
    }
}

fn steps_ui(ui: &mut Ui, wb: &Workbench, relation: &Relation, actions: &mut Vec<Action>) {
    for (id, icon) in [
        ("relation.reverse", None),
        ("relation.retype", Some(Icon::Tag)),
        ("relation.note", Some(Icon::Note)),
        ("relation.remove", Some(Icon::Delete)),
    ] {
        let Some(step) = command(id) else {
            continue;
        };
        let title = wb.messages().text(&step.message());
        let mut row = MenuRow::new(&title).enabled(wb.can_edit());
        if let Some(icon) = icon {
            row = row.icon(icon);
        }
        if row.show(ui).clicked() {
            actions.push(Action::Run(step.id, Args::Id(relation.id.clone())));
        }
    }
}
