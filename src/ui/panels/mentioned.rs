//! Whom the chosen mark mentions, in the inspector: the entity, or those it may
//! be, each with the reason.
//!
//! **Invariant:** whom it may mention is worked out when the mark or the
//! project changes, not in every frame.

use std::sync::Arc;

use egui::{Ui, vec2};

use crate::command::{Args, CountOf, Likeness, Workbench};
use crate::i18n::Arg;
use crate::model::{Annotation, Id};
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{Button, Label, icon_button, tooltip};

/// The most entities that are offered beside the list of all.
const MOST: usize = 3;

/// For which mark and state of the project, and whom it may mention.
type Known = (Id, (u64, usize), Arc<Vec<Likeness>>);

/// Draws whom a mark mentions; nothing for marks that name no thing.
pub(super) fn mentioned_ui(
    ui: &mut Ui,
    wb: &Workbench,
    mark: &Annotation,
    actions: &mut Vec<Action>,
) {
    if !wb.can_mention(mark) {
        return;
    }
    let messages = wb.messages();
    let direction = UiDirection::get(ui.ctx());
    let entity = mark.entity.as_ref().and_then(|id| wb.project().entity(id));
    let Some(entity) = entity else {
        offers_ui(ui, wb, mark, actions);
        return;
    };
    let size = vec2(ui.available_width(), 30.0);
    ui.allocate_ui_with_layout(size, direction.row_from_end(), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let unlink = messages.text("command-entity-unlink");
        if wb.can_edit() && icon_button(ui, Icon::Close, &unlink, false).clicked() {
            actions.push(Action::Run("entity.unlink", Args::Id(mark.id.clone())));
        }
        let next = messages.text("command-entity-mention-next");
        if icon_button(ui, Icon::ChevronEnd, &next, false).clicked() {
            actions.push(Action::Run(
                "entity.mention-next",
                Args::Id(entity.id.clone()),
            ));
        }
        let of = CountOf::Entity(&entity.id);
        let shown = Label::new(&messages.number(wb.marks_counted(of)))
            .size(12.0)
            .second()
            .show(ui);
        if let Some(people) = wb.marks_by_person(of) {
            tooltip(shown, &people);
        }
        ui.with_layout(direction.row(), |ui| {
            let about = messages.format(
                "inspector-mentions",
                &[("name", Arg::from(entity.name.as_str()))],
            );
            let button = Button::new(&entity.name).quiet().show(ui);
            if tooltip(button, &about).clicked() {
                actions.push(Action::Run("entity.edit", Args::Id(entity.id.clone())));
            }
        });
    });
}

/// Whom it may mention, and the way to all others.
fn offers_ui(ui: &mut Ui, wb: &Workbench, mark: &Annotation, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let like = known(ui, wb, mark);
    let direction = UiDirection::get(ui.ctx());
    for one in like.iter().take(MOST) {
        let Some(entity) = wb.project().entity(&one.entity) else {
            continue;
        };
        let size = vec2(ui.available_width(), 28.0);
        ui.allocate_ui_with_layout(size, direction.row(), |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let name = messages.format(
                "inspector-link-to",
                &[("name", Arg::from(entity.name.as_str()))],
            );
            let button = Button::new(&name)
                .quiet()
                .icon(Icon::Plus)
                .enabled(wb.can_edit());
            let why = messages.text(one.why.message());
            if tooltip(button.show(ui), &why).clicked() {
                actions.push(Action::Run("entity.link", Args::Id(one.entity.clone())));
            }
        });
    }
    let link = messages.text("command-entity-link");
    let button = Button::new(&link)
        .quiet()
        .icon(Icon::Search)
        .enabled(wb.can_edit());
    if button.show(ui).clicked() {
        actions.push(Action::Run("entity.link", Args::None));
    }
}

fn known(ui: &Ui, wb: &Workbench, mark: &Annotation) -> Arc<Vec<Likeness>> {
    let id = ui.scope_id().with("hashiya.mentioned");
    let before: Option<Known> = ui.data(|data| data.get_temp(id));
    if let Some((of, revision, like)) = before
        && of == mark.id
        && revision == wb.revision()
        && wb.registry().is_read()
    {
        return like;
    }
    let like = Arc::new(wb.entities_like(mark));
    let now: Known = (mark.id.clone(), wb.revision(), Arc::clone(&like));
    ui.data_mut(|data| data.insert_temp(id, now));
    like
}
