//! The names of all documents: entities with how often they are mentioned, and
//! names that are marked and mention nobody yet.
//!
//! Lives here: the panel, what is asked for, the documents of the lit entity.
//! Not here: which names are listed in which order, who is mentioned where
//! (command), their rows (`rows`).
//!
//! **Invariant:** only rows in sight are laid out.

mod rows;

use std::collections::BTreeSet;

use egui::{Ui, vec2};

use crate::command::{Args, NameList, NameOrder, NamesAsked, NamesChange, NamesShown, Workbench};
use crate::model::{Id, TagKind};
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{
    MenuRow, TextField, drop_down_menu, heading, icon_button, menu_separator, scroll_rows,
    weak_label,
};

use super::document_tools::Tools;
use super::documents::Rows;
use super::{tag_hue, tag_name, titled};
pub(in crate::ui) use rows::short_names;
use rows::{document_ui, entity_ui, name_ui, next_of_name};

/// Height of a row, points.
const ROW: f32 = 30.0;

/// The entity whose documents stand under it.
#[derive(Clone, Debug, PartialEq)]
struct Opened {
    entity: Id,
    /// Which of the rows it is.
    row: usize,
    /// Where it is mentioned, and how often.
    documents: Vec<(Id, usize)>,
}

/// The list, and what is asked for.
#[derive(Debug, Default)]
pub(in crate::ui) struct Names {
    asked: NamesAsked,
    list: NameList,
    opened: Option<Opened>,
    /// Entities chosen together, to be merged.
    picked: BTreeSet<Id>,
    focus: bool,
    reveal: Option<usize>,
    /// Heights of the rows above them in the panel.
    pub(super) rows: Rows,
    /// What stands above the list of documents.
    pub(super) tools: Tools,
}

impl Names {
    /// Puts the keyboard into the field of the list in the next frame.
    pub(in crate::ui) fn request_focus(&mut self) {
        self.focus = true;
    }

    /// Whether there is anything to list.
    pub(in crate::ui) fn has_any(wb: &Workbench) -> bool {
        wb.project().counts().entities > 0 || wb.registry().unlinked().len() > 0
    }

    fn refresh(&mut self, wb: &Workbench) {
        let lit = wb.lit_entity();
        let owner = lit.and_then(|lit| wb.registry().owner_of_entity(lit));
        let change = self.list.refresh(wb, &self.asked);
        if change != NamesChange::Nothing {
            self.picked.retain(|id| wb.project().entity(id).is_some());
        }
        let same = self.opened.as_ref().map(|opened| &opened.entity) == lit;
        let row = match (&change, &mut self.opened) {
            (NamesChange::Nothing, _) if same => return,
            (NamesChange::Rows(changed), Some(opened))
                if same && owner.is_some_and(|owner| !changed.contains(&owner)) =>
            {
                // Other rows moved about it.
                let row = owner.and_then(|owner| self.list.row_of(owner));
                match row {
                    Some(row) => opened.row = row,
                    None => self.opened = None,
                }
                return;
            }
            _ => owner.and_then(|owner| self.list.row_of(owner)),
        };
        let was = self.opened.take().map(|opened| opened.entity);
        if let (Some(entity), Some(row)) = (lit, row) {
            if was.as_ref() != Some(entity) {
                self.reveal = Some(row);
            }
            self.opened = Some(Opened {
                entity: entity.clone(),
                row,
                documents: wb.registry().by_document(entity),
            });
        }
    }

    /// Draws the list into the space at hand.
    pub(in crate::ui) fn names_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) {
        self.refresh(wb);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(8.0);
        egui::Frame::new()
            .inner_margin(egui::Margin::symmetric(14, 0))
            .show(ui, |ui| self.head_ui(ui, wb, actions));
        ui.add_space(4.0);
        let title = wb.messages().text("entities-title");
        if self.list.rows().is_empty() {
            let nothing = wb.messages().text("entities-none-fit");
            egui::Frame::new()
                .inner_margin(egui::Margin::symmetric(14, 4))
                .show(ui, |ui| weak_label(ui, &nothing));
            return;
        }
        let reveal = self.reveal.take();
        let (after, open) = match &self.opened {
            Some(opened) => (opened.row, opened.documents.len()),
            None => (usize::MAX, 0),
        };
        let count = self.list.rows().len() + open;
        let picked = &mut self.picked;
        let (rows, opened) = (self.list.rows(), &self.opened);
        scroll_rows(ui, "names", ROW, count, &title, reveal, |ui, index| {
            if index > after && index - after <= open {
                let documents = opened.as_ref().map(|opened| &opened.documents);
                let document = documents.and_then(|all| all.get(index - after - 1));
                if let Some((id, times)) = document {
                    document_ui(ui, wb, (id, *times), index, actions);
                }
                return;
            }
            let row = if index > after { index - open } else { index };
            let Some(owner) = rows.get(row).copied() else {
                return;
            };
            match wb.registry().entity_of(owner) {
                Some(id) => entity_ui(ui, wb, id, index, picked, actions),
                None => name_ui(ui, wb, owner, index, actions),
            }
        });
    }

    /// The title, what is listed in which order, and the field to filter.
    fn head_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        let messages = wb.messages();
        let direction = UiDirection::get(ui.ctx());
        ui.set_width(ui.available_width());
        let size = vec2(ui.available_width(), 28.0);
        ui.allocate_ui_with_layout(size, direction.row_from_end(), |ui| {
            let more = icon_button(ui, Icon::More, &messages.text("entities-options"), false);
            drop_down_menu(ui, &more, |ui| self.options_ui(ui, wb, actions));
            ui.with_layout(direction.row(), |ui| {
                heading(ui, &titled(wb, "entities-title", self.list.rows().len()));
            });
        });
        let label = messages.text("entities-filter");
        let field = TextField::new("names-filter", &label, &mut self.asked.query)
            .placeholder(&label)
            .search()
            .naskh(14.0)
            .width(ui.available_width())
            .request_focus(std::mem::take(&mut self.focus))
            .show(ui);
        if field.submitted
            && let Some(owner) = self.list.rows().first().copied()
        {
            actions.extend(match wb.registry().entity_of(owner) {
                Some(id) => Some(Action::Run("entity.mention-next", Args::Id(id.clone()))),
                None => next_of_name(wb, owner),
            });
        }
    }

    fn options_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        let messages = wb.messages();
        for (order, id) in [
            (NameOrder::Count, "entities-by-count"),
            (NameOrder::Name, "entities-by-name"),
            (NameOrder::First, "entities-by-first"),
        ] {
            let row = MenuRow::new(&messages.text(id))
                .checked(self.asked.order == order)
                .show(ui);
            if row.clicked() {
                self.asked.order = order;
            }
        }
        menu_separator(ui);
        for (shown, id) in [
            (NamesShown::All, "entities-show-all"),
            (NamesShown::Entities, "entities-show-entities"),
            (NamesShown::Unlinked, "entities-show-unlinked"),
        ] {
            let row = MenuRow::new(&messages.text(id))
                .checked(self.asked.shown == shown)
                .show(ui);
            if row.clicked() {
                self.asked.shown = shown;
            }
        }
        menu_separator(ui);
        let all = messages.text("review-all-types");
        if MenuRow::new(&all)
            .checked(self.asked.tag.is_none())
            .show(ui)
            .clicked()
        {
            self.asked.tag = None;
        }
        for tag in wb
            .project()
            .tags()
            .filter(|tag| tag.kind == TagKind::Entity)
        {
            let row = MenuRow::new(tag_name(wb, tag))
                .checked(self.asked.tag.as_ref() == Some(&tag.id))
                .swatch(tag_hue(ui, tag))
                .show(ui);
            if row.clicked() {
                self.asked.tag = Some(tag.id.clone());
            }
        }
        menu_separator(ui);
        let duplicates = messages.text("command-entity-duplicates");
        if MenuRow::new(&duplicates).show(ui).clicked() {
            actions.push(Action::Run("entity.duplicates", Args::None));
        }
    }
}
