//! The entities, to choose one from: whom a mark mentions, or what an entity
//! is merged with. Found by typing in Arabic or Latin letters, or by an
//! identifier.
//!
//! **Invariant:** what fits is worked out when what is typed or the project
//! changes, not in every frame; only rows in sight are laid out.

use egui::{Context, Key, Modifiers, Ui, vec2};

use super::list_keys;

use crate::command::{Args, CountOf, Offer, Reach, Workbench};
use crate::i18n::Arg;
use crate::model::{Entity, Id};
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::panels::{short_names, tag_hue, tag_name};
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{
    Label, ListRow, TextField, dialog, dialog_width, scroll_rows, segmented, weak_label,
};

/// Width of the dialog, heights of its list and rows, points.
const WIDTH: f32 = 520.0;
const LIST: f32 = 336.0;
const ROW: f32 = 48.0;

/// How many names are written in Latin letters in one frame.
const ROMANISED_AT_ONCE: usize = 400;

/// What the chosen entity is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Purpose {
    /// The mark at hand mentions it, and others with its words so far.
    Link(Reach),
    /// It is merged with this one.
    Merge(Id),
    /// The mentions of an entity that are written so are its mentions.
    Split(Id, String),
}

/// What is typed, and which row the keys are on.
#[derive(Debug)]
pub(in crate::ui) struct EntityList {
    purpose: Purpose,
    query: String,
    row: usize,
    focused: bool,
    found: Option<((u64, usize), String, Vec<Offer>)>,
    /// How many marks each reach would link.
    reaches: Option<((u64, usize), [usize; 3])>,
    /// The project all names of which are known in Latin letters.
    romanised: Option<(u64, usize)>,
}

/// What was chosen.
pub(super) enum Answer {
    /// Nothing yet.
    Open,
    /// Nothing: it was left.
    Left,
    /// Done.
    Done,
    /// An entity to be merged with another: its name is asked for next.
    Merge(Id, Id),
}

impl EntityList {
    pub(super) fn new(purpose: Purpose) -> Self {
        Self {
            purpose,
            query: String::new(),
            row: 0,
            focused: false,
            found: None,
            reaches: None,
            romanised: None,
        }
    }

    /// Draws the list.
    pub(super) fn dialog_ui(
        &mut self,
        ctx: &Context,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) -> Answer {
        let messages = wb.messages();
        let title = messages.text(match self.purpose {
            Purpose::Link(_) => "entity-pick-title",
            Purpose::Merge(_) => "entity-merge-title",
            Purpose::Split(..) => "entity-split-title",
        });
        let width = dialog_width(ctx, WIDTH, 80.0);
        let room = LIST.min(ctx.content_rect().height() - 260.0).max(2.0 * ROW);
        let response = dialog(ctx, "entity", &title, width, |ui| {
            self.refresh(wb);
            self.romanise(ui, wb);
            let reaches = self.reach_keys(ui, wb);
            let new = self.new_name(wb);
            let known = self.found.take();
            let found = known.as_ref().map_or(&[][..], |(.., found)| found);
            let count = found.len() + usize::from(new.is_some());
            let last = count.saturating_sub(1);
            let makes_new = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
            let mut row = self.row.min(last);
            let keys = list_keys(ui, &mut row, last);
            let before = self.query.clone();
            let hint = messages.text("entity-pick-hint");
            TextField::new("entity", &title, &mut self.query)
                .placeholder(&hint)
                .search()
                .naskh(15.0)
                .width(width)
                .request_focus(!std::mem::replace(&mut self.focused, true))
                .show(ui);
            if before != self.query {
                row = 0;
            }
            self.row = row;
            ui.add_space(8.0);
            let mut chosen = None;
            ui.allocate_ui(vec2(width, room), |ui| {
                ui.set_min_height(room);
                if count == 0 {
                    weak_label(ui, &messages.text("entity-pick-none"));
                }
                let reveal = keys.moved.then_some(row);
                scroll_rows(ui, "entities", ROW, count, &title, reveal, |ui, index| {
                    let is_on = index == row;
                    let clicked = match found.get(index) {
                        Some(offer) => offer_ui(ui, wb, offer, index, is_on),
                        None => new_ui(ui, wb, new.as_deref().unwrap_or_default(), index, is_on),
                    };
                    if clicked || (is_on && keys.enter && !makes_new) {
                        chosen = Some(index);
                    }
                });
            });
            if makes_new && new.is_some() {
                chosen = Some(found.len());
            }
            self.foot_ui(ui, wb, reaches);
            let chosen = chosen.map(|index| match found.get(index) {
                Some(offer) => Ok(offer.entity.clone()),
                None => Err(new.unwrap_or_default()),
            });
            self.found = known;
            chosen
        });
        match response.inner {
            Some(chosen) => self.finish(chosen, actions),
            None if response.dismissed => Answer::Left,
            None => Answer::Open,
        }
    }

    /// An entity, or the name of a new one.
    fn finish(&self, chosen: Result<Id, String>, actions: &mut Vec<Action>) -> Answer {
        use crate::command::SplitTo;
        match (&self.purpose, chosen) {
            (Purpose::Link(reach), Ok(entity)) => {
                let command = match reach {
                    Reach::Mark => "entity.link",
                    Reach::Document => "entity.link-here",
                    Reach::Project => "entity.link-everywhere",
                };
                actions.push(Action::Run(command, Args::Id(entity)));
            }
            (Purpose::Link(reach), Err(name)) => actions.push(Action::NewEntity(name, *reach)),
            (Purpose::Merge(with), Ok(entity)) => return Answer::Merge(with.clone(), entity),
            (Purpose::Merge(_), Err(_)) => {}
            (Purpose::Split(entity, surface), to) => {
                let to = match to {
                    Ok(entity) => SplitTo::Entity(entity),
                    Err(name) => SplitTo::New(name),
                };
                actions.push(Action::SplitSurface(entity.clone(), surface.clone(), to));
            }
        }
        Answer::Done
    }

    /// Works out anew what fits, when what was typed or the project changed.
    fn refresh(&mut self, wb: &Workbench) {
        let revision = wb.revision();
        let fits = self
            .found
            .as_ref()
            .is_some_and(|(at, query, _)| *at == revision && *query == self.query);
        if fits && wb.registry().is_read() {
            return;
        }
        let found = match &self.purpose {
            Purpose::Link(_) => wb.entity_offers(&self.query),
            Purpose::Merge(own) | Purpose::Split(own, _) => {
                let like = wb.offers_beside(own, &self.query);
                like.into_iter()
                    .filter(|offer| offer.entity != *own)
                    .collect()
            }
        };
        self.found = Some((revision, self.query.clone(), found));
    }

    /// Before Latin letters are typed, the names are written in them.
    fn romanise(&mut self, ui: &Ui, wb: &Workbench) {
        let revision = wb.revision();
        if self.romanised == Some(revision) {
            return;
        }
        if wb.romanise_ahead(ROMANISED_AT_ONCE) {
            ui.ctx().request_repaint();
        } else {
            self.romanised = Some(revision);
        }
    }

    /// The name a new entity would have.
    fn new_name(&self, wb: &Workbench) -> Option<String> {
        let typed = self.query.trim();
        match &self.purpose {
            Purpose::Merge(_) => None,
            _ if !typed.is_empty() => Some(typed.to_owned()),
            Purpose::Split(_, surface) => Some(surface.clone()),
            Purpose::Link(_) => wb.words_to_link().filter(|words| !words.is_empty()),
        }
    }

    /// Ctrl with 1, 2 or 3 says how far the link reaches. Returns how many
    /// marks each would link; none where only one thing is to be linked.
    fn reach_keys(&mut self, ui: &Ui, wb: &Workbench) -> Option<[usize; 3]> {
        let Purpose::Link(reach) = &mut self.purpose else {
            return None;
        };
        if wb.current_suggestion().is_some() {
            return None;
        }
        let mark = wb.name_at_hand()?;
        let revision = wb.revision();
        if self.reaches.is_none_or(|(at, _)| at != revision) {
            let counts = Reach::ALL.map(|reach| wb.linked_with(mark, reach).len());
            self.reaches = Some((revision, counts));
        }
        for (key, wanted) in [Key::Num1, Key::Num2, Key::Num3]
            .into_iter()
            .zip(Reach::ALL)
        {
            if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, key)) {
                *reach = wanted;
            }
        }
        self.reaches.map(|(_, counts)| counts)
    }

    /// How far the link reaches, and what the keys do.
    fn foot_ui(&mut self, ui: &mut Ui, wb: &Workbench, reaches: Option<[usize; 3]>) {
        let messages = wb.messages();
        ui.add_space(8.0);
        if let (Purpose::Link(reach), Some(counts)) = (&mut self.purpose, reaches)
            && counts.iter().any(|count| *count > 1)
        {
            let ids = [
                "entity-reach-mark",
                "entity-reach-document",
                "entity-reach-project",
            ];
            let names: Vec<String> = ids
                .into_iter()
                .zip(counts)
                .map(|(id, count)| messages.format(id, &[("count", Arg::from(count))]))
                .collect();
            let choices: Vec<(Reach, &str)> = Reach::ALL
                .into_iter()
                .zip(names.iter().map(String::as_str))
                .collect();
            segmented(ui, &messages.text("entity-reach"), &choices, reach);
            ui.add_space(6.0);
        }
        let hint = messages.text(match self.purpose {
            Purpose::Link(_) if reaches.is_some() => "entity-pick-keys",
            Purpose::Merge(_) => "entity-merge-keys",
            _ => "entity-pick-keys-one",
        });
        Label::new(&hint).size(11.5).second().show(ui);
    }
}

/// One entity; whether it was clicked.
fn offer_ui(ui: &mut Ui, wb: &Workbench, offer: &Offer, index: usize, is_on: bool) -> bool {
    let Some(entity) = wb.project().entity(&offer.entity) else {
        return false;
    };
    let messages = wb.messages();
    let aside = short_names(wb, entity);
    let count = messages.number(wb.marks_counted(CountOf::Entity(&entity.id)));
    let detail = match offer.why {
        Some(why) => messages.text(why.message()),
        None => facts(wb, entity),
    };
    let mut row = ListRow::new(&entity.name)
        .aside(&aside)
        .detail(&detail)
        .count(&count)
        .nth(index)
        .selected(is_on);
    let tag = entity.tag.as_ref().and_then(|tag| wb.project().tag(tag));
    if let Some(tag) = tag {
        row = row.swatch(tag_hue(ui, tag));
    }
    in_row(ui, |ui| row.show(ui).clicked())
}

/// The row that makes a new entity; whether it was clicked.
fn new_ui(ui: &mut Ui, wb: &Workbench, name: &str, index: usize, is_on: bool) -> bool {
    let detail = wb.messages().text("entity-pick-new");
    let row = ListRow::new(name)
        .icon(Icon::Plus)
        .detail(&detail)
        .nth(index)
        .selected(is_on);
    in_row(ui, |ui| row.show(ui).clicked())
}

fn in_row(ui: &mut Ui, add_contents: impl FnOnce(&mut Ui) -> bool) -> bool {
    let size = vec2(ui.available_width(), ROW);
    let layout = UiDirection::get(ui.ctx()).column();
    ui.allocate_ui_with_layout(size, layout, add_contents).inner
}

/// The type, the name in Latin letters and the first identifier.
pub(super) fn facts(wb: &Workbench, entity: &Entity) -> String {
    let tag = entity.tag.as_ref().and_then(|tag| wb.project().tag(tag));
    let tag = tag.map_or("", |tag| tag_name(wb, tag)).to_owned();
    let mut facts = vec![tag, wb.romanised(entity)];
    let outside = entity
        .all_identifiers()
        .find(|(authority, _)| *authority != crate::entities::learned::AUTHORITY);
    facts.extend(outside.map(|(authority, id)| format!("{authority}:{id}")));
    facts.retain(|fact| !fact.is_empty());
    facts.join(" · ")
}
