//! What is known of an entity, changed in place: name, type, form in Latin
//! letters, how texts write it, identifiers, where it is mentioned.
//!
//! **Invariant:** each change is a step of its own, made when a field is left
//! or Enter is pressed; what takes time is worked out when the project
//! changes.

use egui::{Context, Ui, vec2};

use crate::command::{Args, EntityChange, NoteAbout, Surface, Workbench};
use crate::entities::learned::AUTHORITY;
use crate::model::{Entity, Id, TagKind};
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::panels::{NoteDrafts, counted, tag_hue, tag_name};
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::widgets::{
    Button, Label, ListRow, MenuRow, TextField, TextFieldResponse, dialog, dialog_width,
    drop_down_menu, hairline, heading, icon_button, scroll_rows,
};
use crate::ui::within::within;

/// Width of the dialog, of the names of fields, heights of lists and rows,
/// points.
const WIDTH: f32 = 640.0;
const NAMES: f32 = 128.0;
const SURFACES: f32 = 124.0;
const DOCUMENTS: f32 = 90.0;
const NOTES: f32 = 132.0;
/// What stands above and below these lists takes so much of a window, points.
const REST: f32 = 420.0;
const ROW: f32 = 30.0;

/// What is being written.
#[derive(Debug)]
pub(in crate::ui) struct EntityCard {
    entity: Id,
    name: String,
    latin: String,
    surface: String,
    identifier: String,
    focused: bool,
    notes: NoteDrafts,
    known: Option<Known>,
}

/// What was worked out for a state of the project.
#[derive(Debug)]
struct Known {
    revision: (u64, usize),
    surfaces: Vec<Surface>,
    documents: Vec<(Id, usize)>,
}

/// How high a list may be: less in a low window.
fn fitting(ui: &Ui, height: f32) -> f32 {
    let room = ui.ctx().content_rect().height() - REST;
    let all = SURFACES + DOCUMENTS + NOTES;
    (height * (room / all).min(1.0)).max(ROW)
}

/// What comes of the dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// It stays open.
    Stay,
    /// It closes.
    Close,
    /// An entity to merge this one with is chosen.
    Merge(Id),
    /// An entity is chosen for the mentions that are written so.
    Split(Id, String),
}

impl EntityCard {
    pub(super) fn new(entity: Id) -> Self {
        Self {
            entity,
            name: String::new(),
            latin: String::new(),
            surface: String::new(),
            identifier: String::new(),
            focused: false,
            notes: NoteDrafts::default(),
            known: None,
        }
    }

    /// Draws the card.
    pub(super) fn dialog_ui(
        &mut self,
        ctx: &Context,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) -> Next {
        let Some(entity) = wb.project().entity(&self.entity) else {
            return Next::Close;
        };
        self.refresh(wb, entity);
        let messages = wb.messages();
        let title = messages.text("entity-card-title");
        let width = dialog_width(ctx, WIDTH, 80.0);
        let mut next = Next::Stay;
        let response = dialog(ctx, "entity-card", &title, width, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            self.fields_ui(ui, wb, entity, actions);
            ui.add_space(6.0);
            self.surfaces_ui(ui, wb, entity, actions, &mut next);
            self.documents_ui(ui, wb, actions, &mut next);
            self.notes_ui(ui, wb, actions);
            ui.add_space(6.0);
            let direction = UiDirection::get(ui.ctx());
            let size = vec2(ui.available_width(), 30.0);
            ui.allocate_ui_with_layout(size, direction.row_from_end(), |ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                if Button::new(&messages.text("button-done"))
                    .primary()
                    .show(ui)
                    .clicked()
                {
                    next = Next::Close;
                }
                let merge = messages.text("command-entity-merge");
                if Button::new(&merge)
                    .enabled(wb.can_edit())
                    .show(ui)
                    .clicked()
                {
                    next = Next::Merge(self.entity.clone());
                }
                ui.with_layout(direction.row(), |ui| {
                    let remove = messages.text("command-entity-remove");
                    let button = Button::new(&remove)
                        .quiet()
                        .icon(Icon::Delete)
                        .enabled(wb.can_edit());
                    if button.show(ui).clicked() {
                        actions.push(Action::Run("entity.remove", Args::Id(self.entity.clone())));
                        next = Next::Close;
                    }
                });
            });
        });
        if response.dismissed && next == Next::Stay {
            next = Next::Close;
        }
        if next != Next::Stay {
            // A field that was not left yet.
            self.hand_over(entity, actions);
            self.notes.hand_over(wb, actions);
        }
        next
    }

    fn refresh(&mut self, wb: &Workbench, entity: &Entity) {
        let revision = wb.revision();
        if self
            .known
            .as_ref()
            .is_none_or(|known| known.revision != revision)
        {
            self.name.clone_from(&entity.name);
            self.latin.clone_from(&entity.romanised);
            self.known = Some(Known {
                revision,
                surfaces: wb.surfaces_of_entity(&self.entity),
                documents: wb.registry().by_document(&self.entity),
            });
        }
    }

    /// What was written and differs becomes part of the project.
    fn hand_over(&self, entity: &Entity, actions: &mut Vec<Action>) {
        let mut change = |change| actions.push(Action::ChangeEntity(self.entity.clone(), change));
        if self.name != entity.name {
            change(EntityChange::Name(self.name.clone()));
        }
        if self.latin != entity.romanised {
            change(EntityChange::Romanised(self.latin.clone()));
        }
    }

    fn fields_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        entity: &Entity,
        actions: &mut Vec<Action>,
    ) {
        let messages = wb.messages();
        let can_edit = wb.can_edit();
        let first = !std::mem::replace(&mut self.focused, true);
        let mut left = false;
        let label = messages.text("entity-name");
        named(ui, &label, |ui| {
            let field = TextField::new("entity-name", &label, &mut self.name)
                .naskh(18.0)
                .width(ui.available_width())
                .editable(can_edit)
                .request_focus(first);
            left |= is_left(&field.show(ui));
        });
        let label = messages.text("entity-type");
        named(ui, &label, |ui| type_ui(ui, wb, entity, actions));
        let label = messages.text("entity-romanised");
        named(ui, &label, |ui| {
            let mut plain = entity.clone();
            plain.romanised.clear();
            let by_rule = wb.romanised(&plain);
            let field = TextField::new("entity-romanised", &label, &mut self.latin)
                .placeholder(&by_rule)
                .width(ui.available_width())
                .editable(can_edit);
            left |= is_left(&field.show(ui));
        });
        let label = messages.text("entity-identifiers");
        named(ui, &label, |ui| {
            self.identifiers_ui(ui, wb, entity, actions);
        });
        if left {
            self.hand_over(entity, actions);
        }
    }

    fn identifiers_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        entity: &Entity,
        actions: &mut Vec<Action>,
    ) {
        ui.spacing_mut().item_spacing.x = 6.0;
        let outside = entity
            .all_identifiers()
            .filter(|(authority, _)| *authority != AUTHORITY);
        let remove = wb.messages().text("entity-identifier-remove");
        for (authority, id) in outside {
            let text = format!("{authority}:{id}");
            Label::new(&text).size(12.5).show(ui);
            if wb.can_edit()
                && icon_button(ui, Icon::Close, &format!("{remove} {text}"), false).clicked()
            {
                let change = EntityChange::RemoveIdentifier(authority.to_owned(), id.to_owned());
                actions.push(Action::ChangeEntity(self.entity.clone(), change));
            }
        }
        let label = wb.messages().text("entity-identifier-add");
        let hint = wb.messages().text("entity-identifier-hint");
        let field = TextField::new("entity-identifier", &label, &mut self.identifier)
            .placeholder(&hint)
            .width(ui.available_width().max(120.0))
            .editable(wb.can_edit())
            .show(ui);
        if field.submitted && !self.identifier.trim().is_empty() {
            let change = EntityChange::AddIdentifier(std::mem::take(&mut self.identifier));
            actions.push(Action::ChangeEntity(self.entity.clone(), change));
        }
    }

    fn surfaces_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        entity: &Entity,
        actions: &mut Vec<Action>,
        next: &mut Next,
    ) {
        let messages = wb.messages();
        hairline(ui);
        ui.add_space(4.0);
        let surfaces = self.known.as_ref().map_or(&[][..], |known| &known.surfaces);
        let title = messages.text("entity-surfaces");
        heading(ui, &title);
        let height = within(surfaces.len() as f32 * ROW, ROW, fitting(ui, SURFACES));
        ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
            ui.set_min_height(height);
            scroll_rows(
                ui,
                "surfaces",
                ROW,
                surfaces.len(),
                &title,
                None,
                |ui, index| {
                    if let Some(surface) = surfaces.get(index) {
                        surface_ui(ui, wb, entity, surface, actions, next);
                    }
                },
            );
        });
        let label = messages.text("entity-surface-add");
        let field = TextField::new("entity-surface", &label, &mut self.surface)
            .placeholder(&label)
            .naskh(15.0)
            .width(ui.available_width())
            .editable(wb.can_edit())
            .show(ui);
        if field.submitted && !self.surface.trim().is_empty() {
            let change = EntityChange::AddSurface(std::mem::take(&mut self.surface));
            actions.push(Action::ChangeEntity(self.entity.clone(), change));
        }
    }

    /// Notes about it, in a space that scrolls when they are many.
    fn notes_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        ui.add_space(4.0);
        let about = NoteAbout::Entity(self.entity.clone());
        let notes = &mut self.notes;
        egui::ScrollArea::vertical()
            .id_salt("entity-notes")
            .max_height(fitting(ui, NOTES))
            .auto_shrink([false, true])
            .show(ui, |ui| {
                let layout = UiDirection::get(ui.ctx()).column();
                ui.with_layout(layout, |ui| {
                    ui.spacing_mut().item_spacing.y = 4.0;
                    notes.note_ui(ui, wb, &about, actions);
                });
            });
    }

    /// The documents that mention it; a click goes to the first mention there.
    fn documents_ui(
        &self,
        ui: &mut Ui,
        wb: &Workbench,
        actions: &mut Vec<Action>,
        next: &mut Next,
    ) {
        let Some(known) = &self.known else { return };
        ui.add_space(4.0);
        let total: usize = known.documents.iter().map(|(_, count)| count).sum();
        let mut title = counted(wb, "entity-mentioned", total);
        if !known.documents.is_empty() {
            let documents = counted(wb, "entity-in-documents", known.documents.len());
            title = format!("{title} {documents}");
        }
        heading(ui, &title);
        let count = known.documents.len();
        if count == 0 {
            return;
        }
        let height = within(count as f32 * ROW, ROW, fitting(ui, DOCUMENTS));
        ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
            ui.set_min_height(height);
            scroll_rows(ui, "mentioned-in", ROW, count, &title, None, |ui, index| {
                let Some((id, times)) = known.documents.get(index) else {
                    return;
                };
                let Some(document) = wb.project().document(id) else {
                    return;
                };
                let times_said = wb.messages().number(times);
                let row = ListRow::new(&document.title)
                    .icon(Icon::Document)
                    .count(&times_said)
                    .nth(index);
                if row.show(ui).clicked() {
                    let spots = wb.registry().mentions_in(&self.entity, document.order, id);
                    if let Some(spot) = spots.first() {
                        actions.push(Action::GoToMark(spot.mark.clone()));
                        *next = Next::Close;
                    }
                }
            });
        });
    }
}

/// Whether what was written in a field is done with.
fn is_left(field: &TextFieldResponse) -> bool {
    field.submitted || field.response.lost_focus()
}

fn type_ui(ui: &mut Ui, wb: &Workbench, entity: &Entity, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let none = messages.text("entity-type-none");
    let tag = entity.tag.as_ref().and_then(|tag| wb.project().tag(tag));
    let title = tag.map_or(none.as_str(), |tag| tag_name(wb, tag));
    let button = Button::new(title)
        .icon(Icon::ChevronDown)
        .enabled(wb.can_edit())
        .show(ui);
    drop_down_menu(ui, &button, |ui| {
        let names = wb
            .project()
            .tags()
            .filter(|tag| tag.kind == TagKind::Entity);
        for other in names {
            let row = MenuRow::new(tag_name(wb, other))
                .checked(Some(&other.id) == entity.tag.as_ref())
                .swatch(tag_hue(ui, other));
            if row.show(ui).clicked() {
                let change = EntityChange::Tag(Some(other.id.clone()));
                actions.push(Action::ChangeEntity(entity.id.clone(), change));
            }
        }
    });
}

/// One way to write it, how often, and what can be done with it.
fn surface_ui(
    ui: &mut Ui,
    wb: &Workbench,
    entity: &Entity,
    surface: &Surface,
    actions: &mut Vec<Action>,
    next: &mut Next,
) {
    let messages = wb.messages();
    let direction = UiDirection::get(ui.ctx());
    let size = vec2((ui.available_width() - 14.0).max(0.0), ROW);
    ui.allocate_ui_with_layout(size, direction.row_from_end(), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let other = messages.text("entity-surface-split");
        if wb.can_edit() && Button::new(&other).quiet().show(ui).clicked() {
            *next = Next::Split(entity.id.clone(), surface.words.clone());
        }
        if wb.can_edit() && surface.stored && surface.count == 0 && surface.words != entity.name {
            let remove = format!(
                "{} {}",
                messages.text("entity-surface-remove"),
                surface.words
            );
            if icon_button(ui, Icon::Delete, &remove, false).clicked() {
                let change = EntityChange::RemoveSurface(surface.words.clone());
                actions.push(Action::ChangeEntity(entity.id.clone(), change));
            }
        }
        let color = Theme::get(ui.ctx()).second_strong;
        let times = counted(wb, "review-times", surface.count);
        Label::new(&times).size(12.0).color(color).show(ui);
        ui.with_layout(direction.row(), |ui| {
            Label::new(&surface.words).naskh(15.0).elide().show(ui);
        });
    });
}

/// A name at the start side and what belongs to it.
fn named(ui: &mut Ui, name: &str, add_contents: impl FnOnce(&mut Ui)) {
    let direction = UiDirection::get(ui.ctx());
    let size = vec2(ui.available_width(), 34.0);
    ui.allocate_ui_with_layout(size, direction.row(), |ui| {
        ui.allocate_ui_with_layout(vec2(NAMES, 34.0), direction.row(), |ui| {
            ui.set_width(NAMES);
            Label::new(name).size(12.5).second().elide().show(ui);
        });
        add_contents(ui);
    });
}
