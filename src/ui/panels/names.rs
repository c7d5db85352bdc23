//! The names of all documents: entities with how often they are mentioned, and
//! names that are marked and mention nobody yet.
//!
//! Lives here: filtering, sorting and drawing the list. Not here: who is
//! mentioned where (command).
//!
//! **Invariant:** the list is gathered anew only when the project or what is
//! asked for has changed; only rows in sight are laid out.

use std::collections::BTreeSet;

use egui::{Key, Modifiers, Ui, vec2};

use crate::command::{Args, NameKey, Spot, Workbench};
use crate::entities::alike::search_key;
use crate::language::invisible::label_level;
use crate::model::{Entity, Id, TagKind};
use crate::ui::access::is_listening;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::unseen::label_warning;
use crate::ui::widgets::{
    ListRow, MenuRow, TextField, context_menu, drop_down_menu, heading, icon_button,
    menu_separator, scroll_rows, tooltip, weak_label,
};

use super::document_tools::Tools;
use super::documents::Rows;
use super::{counted, flag_color, tag_hue, tag_name, titled};

/// Height of a row, points.
const ROW: f32 = 30.0;

/// In which order names stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    /// The most mentioned first.
    #[default]
    Count,
    /// By name.
    Name,
    /// By their first mention.
    First,
}

/// Which names are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shown {
    /// Entities, and names without one.
    #[default]
    All,
    /// Entities.
    Entities,
    /// Names that mention nobody.
    Unlinked,
}

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
struct Asked {
    query: String,
    order: Order,
    shown: Shown,
    tag: Option<Id>,
}

/// What the rows were gathered for.
#[derive(Clone, Debug, PartialEq)]
struct Stand {
    revision: (u64, usize),
    is_read: bool,
    asked: Asked,
}

/// The entity whose documents stand under it.
#[derive(Clone, Debug, PartialEq)]
struct Opened {
    entity: Id,
    /// Which of the lines it is.
    line: usize,
    /// Where it is mentioned, and how often.
    documents: Vec<(Id, usize)>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
enum Line {
    Entity(Id),
    Name(NameKey),
}

/// The list, and what it was gathered for.
#[derive(Debug, Default)]
pub(in crate::ui) struct Names {
    asked: Asked,
    stand: Option<Stand>,
    lines: Vec<Line>,
    /// How much the index held when they were gathered.
    size: usize,
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
        wb.project().counts().entities > 0 || wb.registry().unlinked_count() > 0
    }

    fn refresh(&mut self, wb: &Workbench) {
        let stand = Stand {
            revision: wb.revision(),
            is_read: wb.registry().is_read(),
            asked: self.asked.clone(),
        };
        let lit = wb.lit_entity();
        // While the project is being read the list grows, by leaps.
        let size = wb.registry().size();
        let grown = !stand.is_read && size > self.size + self.size / 4;
        let fits = !grown && self.stand.as_ref() == Some(&stand);
        if !fits {
            self.lines = gather(wb, &self.asked);
            self.picked.retain(|id| wb.project().entity(id).is_some());
            self.stand = Some(stand);
            self.size = size;
        } else if self.opened.as_ref().map(|opened| &opened.entity) == lit {
            return;
        }
        let was = self.opened.take().map(|opened| opened.entity);
        let line = lit.and_then(|lit| {
            let is_lit = |line: &Line| matches!(line, Line::Entity(id) if id == lit);
            self.lines.iter().position(is_lit)
        });
        if let (Some(entity), Some(line)) = (lit, line) {
            if was.as_ref() != Some(entity) {
                self.reveal = Some(line);
            }
            self.opened = Some(Opened {
                entity: entity.clone(),
                line,
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
        if self.lines.is_empty() {
            let nothing = wb.messages().text("entities-none-fit");
            egui::Frame::new()
                .inner_margin(egui::Margin::symmetric(14, 4))
                .show(ui, |ui| weak_label(ui, &nothing));
            return;
        }
        let reveal = self.reveal.take();
        let (after, open) = match &self.opened {
            Some(opened) => (opened.line, opened.documents.len()),
            None => (usize::MAX, 0),
        };
        let count = self.lines.len() + open;
        let picked = &mut self.picked;
        let (lines, opened) = (&self.lines, &self.opened);
        scroll_rows(ui, "names", ROW, count, &title, reveal, |ui, index| {
            if index > after && index - after <= open {
                let documents = opened.as_ref().map(|opened| &opened.documents);
                let document = documents.and_then(|all| all.get(index - after - 1));
                if let Some((id, times)) = document {
                    document_ui(ui, wb, (id, *times), index, actions);
                }
                return;
            }
            let line = if index > after { index - open } else { index };
            match lines.get(line) {
                Some(Line::Entity(id)) => entity_ui(ui, wb, id, index, picked, actions),
                Some(Line::Name(key)) => name_ui(ui, wb, key, index, actions),
                None => {}
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
                heading(ui, &titled(wb, "entities-title", self.lines.len()));
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
        if field.submitted {
            match self.lines.first() {
                Some(Line::Entity(id)) => {
                    actions.push(Action::Run("entity.mention-next", Args::Id(id.clone())));
                }
                Some(Line::Name(key)) => actions.extend(next_of_name(wb, key)),
                None => {}
            }
        }
    }

    fn options_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        let messages = wb.messages();
        for (order, id) in [
            (Order::Count, "entities-by-count"),
            (Order::Name, "entities-by-name"),
            (Order::First, "entities-by-first"),
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
            (Shown::All, "entities-show-all"),
            (Shown::Entities, "entities-show-entities"),
            (Shown::Unlinked, "entities-show-unlinked"),
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

/// The rows that are asked for, in their order.
fn gather(wb: &Workbench, asked: &Asked) -> Vec<Line> {
    let registry = wb.registry();
    let mut all: Vec<(usize, Option<Spot>, String, Line)> = Vec::new();
    let fits = |tag: Option<&Id>| asked.tag.is_none() || asked.tag.as_ref() == tag;
    // By name and by first mention need more than the count.
    let with_spot = asked.order == Order::First;
    if asked.shown != Shown::Unlinked {
        for id in wb.find_entities(&asked.query) {
            let Some(entity) = wb.project().entity(&id) else {
                continue;
            };
            if fits(entity.tag.as_ref()) {
                let first = registry.first_mention(&id).filter(|_| with_spot).cloned();
                let count = registry.mention_count(&id);
                let name = if asked.order == Order::Name {
                    search_key(&entity.name)
                } else {
                    String::new()
                };
                all.push((count, first, name, Line::Entity(id)));
            }
        }
    }
    if asked.shown != Shown::Entities {
        let words = search_key(&asked.query);
        for (key, name) in registry.unlinked() {
            let found = || words.split(' ').all(|word| key.1.contains(word));
            if fits(Some(&key.0)) && (words.is_empty() || found()) {
                let first = name.spots.first().filter(|_| with_spot).cloned();
                all.push((
                    name.spots.len(),
                    first,
                    key.1.clone(),
                    Line::Name(key.clone()),
                ));
            }
        }
    }
    match asked.order {
        Order::Count => all.sort_by_key(|one| std::cmp::Reverse(one.0)),
        Order::Name => all.sort_by(|a, b| a.2.cmp(&b.2)),
        // What is not mentioned at all comes last.
        Order::First => all.sort_by(|a, b| (a.1.is_none(), &a.1).cmp(&(b.1.is_none(), &b.1))),
    }
    all.into_iter().map(|(.., line)| line).collect()
}

/// An entity; a click goes to its next mention, a double click shows what is
/// known of it.
fn entity_ui(
    ui: &mut Ui,
    wb: &Workbench,
    id: &Id,
    index: usize,
    picked: &mut BTreeSet<Id>,
    actions: &mut Vec<Action>,
) {
    let Some(entity) = wb.project().entity(id) else {
        return;
    };
    let messages = wb.messages();
    let tag = entity.tag.as_ref().and_then(|tag| wb.project().tag(tag));
    let count = wb.project().mention_count(id);
    let times = messages.number(count);
    let aside = short_names(wb, entity);
    let said = if is_listening(ui.ctx()) {
        let times = counted(wb, "count-marks", count);
        tag.map_or(times.clone(), |tag| {
            format!("{}; {times}", tag_name(wb, tag))
        })
    } else {
        String::new()
    };
    let mut row = ListRow::new(&entity.name)
        .aside(&aside)
        .nth(index)
        .said(&said)
        .count(&times)
        .selected(wb.lit_entity() == Some(id) || picked.contains(id));
    if picked.contains(id) {
        row = row.icon(Icon::Check);
    } else if let Some(tag) = tag {
        row = row.swatch(tag_hue(ui, tag));
    }
    let flag = label_level(&entity.name);
    if let Some(level) = flag {
        row = row.warning(flag_color(&Theme::get(ui.ctx()), level));
    }
    let mut response = row.show(ui);
    if flag.is_some() {
        response = tooltip(response, &label_warning(messages, &entity.name));
    }
    // Asked before the keys are: both lock what egui keeps.
    let (clicked, focused) = (response.clicked(), response.has_focus());
    let (adds, edit, merge) = ui.input_mut(|input| {
        let with_ctrl = input.modifiers.command && clicked;
        let mut pressed = |key| focused && input.consume_key(Modifiers::NONE, key);
        let adds = pressed(Key::Insert) || with_ctrl;
        (adds, pressed(Key::E), pressed(Key::M))
    });
    if adds {
        // One more to be merged with the others, or one less.
        if !picked.remove(id) {
            picked.insert(id.clone());
        }
    } else if response.double_clicked() {
        actions.push(Action::Run("entity.edit", Args::Id(id.clone())));
    } else if clicked {
        picked.clear();
        if count == 0 {
            actions.push(Action::ChooseEntity(Some(id.clone())));
        } else {
            actions.push(Action::Run("entity.mention-next", Args::Id(id.clone())));
        }
    }
    if merge && picked.len() > 1 {
        actions.push(Action::AskMerge(picked.iter().cloned().collect()));
    } else if merge {
        actions.push(Action::Run("entity.merge", Args::Id(id.clone())));
    }
    if edit {
        actions.push(Action::Run("entity.edit", Args::Id(id.clone())));
    }
    context_menu(ui, &response, |ui| {
        if picked.len() > 1 && picked.contains(id) {
            let title = counted(wb, "entities-merge-picked", picked.len());
            if MenuRow::new(&title)
                .enabled(wb.can_edit())
                .show(ui)
                .clicked()
            {
                actions.push(Action::AskMerge(picked.iter().cloned().collect()));
            }
            menu_separator(ui);
        }
        for (command, needs_edit) in [
            ("entity.edit", false),
            ("entity.mention-next", false),
            ("entity.merge", true),
            ("entity.remove", true),
        ] {
            let title = messages.text(&format!("command-{}", command.replace('.', "-")));
            let row = MenuRow::new(&title).enabled(!needs_edit || wb.can_edit());
            if row.show(ui).clicked() {
                actions.push(Action::Run(command, Args::Id(id.clone())));
            }
        }
    });
}

/// A name without an entity; a click goes to its next mark.
fn name_ui(ui: &mut Ui, wb: &Workbench, key: &NameKey, index: usize, actions: &mut Vec<Action>) {
    let (Some(tag), Some(name)) = (wb.project().tag(&key.0), wb.registry().unlinked_name(key))
    else {
        return;
    };
    let messages = wb.messages();
    let chosen = wb
        .selected_mark()
        .is_some_and(|mark| wb.registry().name_of(&mark.id) == Some(key));
    let times = messages.number(name.spots.len());
    let said = if is_listening(ui.ctx()) {
        let times = counted(wb, "count-marks", name.spots.len());
        let unlinked = messages.text("entities-unlinked");
        format!("{}; {unlinked}; {times}", tag_name(wb, tag))
    } else {
        String::new()
    };
    let mut row = ListRow::new(&name.surface)
        .nth(index)
        .said(&said)
        .hollow_swatch(tag_hue(ui, tag))
        .count(&times)
        .selected(chosen);
    let flag = label_level(&name.surface);
    if let Some(level) = flag {
        row = row.warning(flag_color(&Theme::get(ui.ctx()), level));
    }
    let mut response = row.show(ui);
    if flag.is_some() {
        response = tooltip(response, &label_warning(messages, &name.surface));
    }
    if response.clicked() {
        actions.extend(next_of_name(wb, key));
    }
    context_menu(ui, &response, |ui| {
        for command in ["entity.link-everywhere", "entity.new"] {
            let title = messages.text(&format!("command-{}", command.replace('.', "-")));
            if MenuRow::new(&title)
                .enabled(wb.can_edit())
                .show(ui)
                .clicked()
            {
                actions.extend(next_of_name(wb, key));
                actions.push(Action::Run(command, Args::None));
            }
        }
    });
}

/// The mark of a name after the chosen one, and round again.
fn next_of_name(wb: &Workbench, key: &NameKey) -> Option<Action> {
    use std::ops::Bound::{Excluded, Unbounded};
    let name = wb.registry().unlinked_name(key)?;
    let chosen = wb
        .selected_mark()
        .and_then(|mark| wb.registry().spot_of(&mark.id));
    let next = chosen
        .filter(|spot| name.spots.contains(spot))
        .and_then(|spot| name.spots.range((Excluded(spot), Unbounded)).next())
        .or_else(|| name.spots.first())?;
    Some(Action::GoToMark(next.mark.clone()))
}

/// A document of the entity above; a click goes to its next mention there.
fn document_ui(
    ui: &mut Ui,
    wb: &Workbench,
    (id, times): (&Id, usize),
    index: usize,
    actions: &mut Vec<Action>,
) {
    let (Some(document), Some(entity)) = (wb.project().document(id), wb.lit_entity()) else {
        return;
    };
    let count = wb.messages().number(times);
    let here = wb.selected_mark().is_some_and(|mark| mark.document == *id);
    let row = ListRow::new(&document.title)
        .indented()
        .nth(index)
        .count(&count)
        .show(ui);
    if row.clicked() {
        let spots = wb.registry().mentions_in(entity, document.order, id);
        let at = wb
            .selected_mark()
            .filter(|_| here)
            .and_then(|mark| spots.iter().position(|spot| spot.mark == mark.id));
        let next = at.map_or(0, |at| at + 1) % spots.len().max(1);
        if let Some(spot) = spots.get(next) {
            actions.push(Action::GoToMark(spot.mark.clone()));
        }
    }
}

/// The most other names that are told beside one.
const MOST_NAMES: usize = 3;

/// Other names of an entity, a few of them.
pub(in crate::ui) fn short_names(wb: &Workbench, entity: &Entity) -> String {
    let others: Vec<&str> = entity
        .surfaces
        .iter()
        .map(String::as_str)
        .filter(|surface| *surface != entity.name)
        .take(MOST_NAMES)
        .collect();
    let comma = match wb.messages().language() {
        crate::i18n::Language::En => ", ",
        crate::i18n::Language::Ar => "، ",
    };
    others.join(comma)
}
