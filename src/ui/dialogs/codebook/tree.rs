//! The tree of tags: found by typing, gone through by arrows, moved by hand.
//!
//! **Invariant:** only rows in sight are drawn; the rows are listed anew only
//! when project, query or branches change.

use std::collections::BTreeSet;

use egui::{Context, EventFilter, Key, Modifiers, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::command::{Args, CodebookPart, TagChange, Workbench};
use crate::language::{Level, key};
use crate::model::{Id, Tag};
use crate::ui::access::Member;
use crate::ui::action::Action;
use crate::ui::icons::{Icon, paint_icon};
use crate::ui::panels::{tag_hue, tag_name, titled};
use crate::ui::theme::{Theme, UiDirection, size};
use crate::ui::widgets::{
    Label, Place, TextField, TextLook, focus_ring, heading, key_cap_size, paint_key_cap,
    paint_line, scroll_rows,
};

use super::look::paint_sample;

/// Height of a row and width of a step in the tree, points.
const ROW: f32 = 30.0;
const STEP: f32 = 16.0;
/// Width of the scroll bar's side, points.
const BAR: f32 = 12.0;

/// A row of the tree.
#[derive(Clone, Debug)]
struct Row {
    tag: Id,
    depth: usize,
    /// Whether tags stand under it, and whether they are shown.
    branch: Option<bool>,
}

type Listed = ((u64, usize), String, usize);

/// Where a tag would be put down.
#[derive(Clone, Debug, PartialEq)]
struct Drop {
    parent: Option<Id>,
    before: Option<Id>,
}

/// What the tree keeps between frames.
#[derive(Debug, Default)]
pub(super) struct Tree {
    rows: Vec<Row>,
    listed: Option<Listed>,
    closed: BTreeSet<Id>,
    reveal: bool,
    focus_search: bool,
    dragged: Option<Id>,
    shown: Option<Id>,
}

impl Tree {
    /// Brings the chosen tag into sight.
    pub(super) fn reveal(&mut self) {
        self.reveal = true;
    }

    /// Puts the keyboard into the search field.
    pub(super) fn focus_search(&mut self) {
        self.focus_search = true;
    }

    /// Draws search and tree.
    pub(super) fn tree_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        query: &mut String,
        actions: &mut Vec<Action>,
        wanted: &mut Option<CodebookPart>,
    ) {
        let messages = wb.messages();
        let chosen = wb.codebook_tag().map(|tag| tag.id.clone());
        if self.shown != chosen {
            self.shown.clone_from(&chosen);
            self.reveal = true;
            self.open_branch_of(wb, chosen.as_ref());
        }
        let name = messages.text("codebook-find");
        let found = TextField::new("codebook-search", &name, query)
            .placeholder(&name)
            .width(ui.available_width())
            .search()
            .request_focus(std::mem::take(&mut self.focus_search))
            .show(ui);
        if found.cancelled {
            query.clear();
        }
        let in_search = found.response.has_focus() || found.submitted;
        ui.add_space(8.0);
        self.list(wb, query);
        heading(ui, &titled(wb, "codebook-tags", wb.project().counts().tags));
        ui.add_space(2.0);
        let at = chosen
            .as_ref()
            .and_then(|id| self.rows.iter().position(|row| row.tag == *id));
        let rect = ui.available_rect_before_wrap();
        let whole = ui.interact(rect, ui.scope_id().with("codebook-tree"), Sense::FOCUSABLE);
        let in_tree = whole.has_focus();
        if in_tree {
            let filter = EventFilter {
                tab: false,
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: false,
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(whole.id, filter));
        }
        // A question on the page has the keys.
        if (in_search || in_tree) && wb.codebook_import().is_none() {
            self.keys(ui, wb, at, in_tree, actions, wanted);
        }
        if self.rows.is_empty() {
            let nothing = messages.text(if query.trim().is_empty() {
                "codebook-no-tags"
            } else {
                "codebook-nothing-found"
            });
            ui.add_space(6.0);
            Label::new(&nothing).second().show(ui);
            return;
        }
        let reveal = at.filter(|_| std::mem::take(&mut self.reveal));
        let count = self.rows.len();
        let mut target: Option<(Rect, Drop)> = None;
        let mut clicked = None;
        let mut toggled = None;
        let list_name = messages.text("codebook-tags");
        let rows = std::mem::take(&mut self.rows);
        scroll_rows(
            ui,
            "codebook-tree",
            ROW,
            count,
            &list_name,
            reveal,
            |ui, index| {
                let Some(row) = rows.get(index) else { return };
                let Some(tag) = wb.project().tag(&row.tag) else {
                    return;
                };
                let (_, rect) = ui.allocate_space(vec2((ui.available_width() - BAR).max(0.0), ROW));
                let id = egui::Id::unique(("codebook-row", row.tag.as_str()));
                let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
                let is_chosen = chosen.as_ref() == Some(&row.tag);
                let more = said(wb, tag, row);
                response.widget_info(|| {
                    let name = tag_name(wb, tag);
                    WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, name)
                });
                Member {
                    index: Some(index),
                    selected: is_chosen,
                    more: &more,
                }
                .tell(&response);
                let chevron = row_ui(
                    ui,
                    wb,
                    rect,
                    tag,
                    row,
                    RowState {
                        chosen: is_chosen,
                        focused: is_chosen && in_tree,
                        hovered: response.hovered(),
                    },
                );
                if response.clicked() {
                    let on_chevron = response
                        .interact_pointer_pos()
                        .is_some_and(|point| row.branch.is_some() && chevron.contains(point));
                    if on_chevron {
                        toggled = Some(row.tag.clone());
                    } else {
                        clicked = Some(row.tag.clone());
                    }
                }
                if response.drag_started() && wb.can_edit() {
                    self.dragged = Some(row.tag.clone());
                }
                if let Some(dragged) = &self.dragged
                    && let Some(point) = ui.input(|input| input.pointer.hover_pos())
                    && rect.expand2(vec2(200.0, 0.0)).contains(point)
                    && !wb.tag_is_within(&row.tag, dragged)
                {
                    target = Some(drop_at(wb, rect, point, tag, rows.get(index + 1)));
                }
            },
        );
        self.rows = rows;
        if let Some(tag) = toggled {
            if !self.closed.remove(&tag) {
                self.closed.insert(tag);
            }
            self.listed = None;
        }
        if let Some(tag) = clicked {
            // What is being typed is handed over first.
            whole.request_focus();
            actions.push(Action::ChooseTag(tag));
        }
        self.put_down(ui, target, actions);
    }

    /// Ends a drag where the button is let go.
    fn put_down(&mut self, ui: &Ui, target: Option<(Rect, Drop)>, actions: &mut Vec<Action>) {
        let Some(dragged) = self.dragged.clone() else {
            return;
        };
        let theme = Theme::get(ui.ctx());
        if let Some((rect, _)) = &target {
            if rect.height() > 4.0 {
                focus_ring(ui.painter(), *rect, 4.0, &theme);
            } else {
                ui.painter().rect_filled(*rect, 1.0, theme.accent);
            }
        }
        if ui.input(|input| input.pointer.any_released()) {
            self.dragged = None;
            if let Some((_, Drop { parent, before })) = target {
                let change = TagChange::Place { parent, before };
                let command = change.command();
                actions.push(Action::Run(command, Args::Tag(dragged, change)));
            }
        } else if !ui.input(|input| input.pointer.any_down()) {
            self.dragged = None;
        }
        ui.ctx().request_repaint();
    }

    /// Lists the rows anew if anything they depend on has changed.
    fn list(&mut self, wb: &Workbench, query: &str) {
        let folded = key(query, Level::Letters);
        let listed = (wb.revision(), folded.clone(), self.closed.len());
        if self.listed.as_ref() == Some(&listed) {
            return;
        }
        let words: Vec<&str> = folded.split_whitespace().collect();
        let project = wb.project();
        let parents: BTreeSet<&Id> = project
            .tags()
            .filter_map(|tag| tag.parent.as_ref())
            .collect();
        let fits = |tag: &Tag| {
            let mut all = String::new();
            for name in tag.names.values().chain([&tag.description]) {
                all.push_str(&key(name, Level::Letters));
                all.push(' ');
            }
            words.iter().all(|word| all.contains(word))
        };
        self.rows.clear();
        let mut path: Vec<&Id> = Vec::new();
        let mut hidden_below: Option<usize> = None;
        for tag in project.tags() {
            while let Some(last) = path.last() {
                if tag.parent.as_ref() == Some(*last) {
                    break;
                }
                path.pop();
            }
            let depth = path.len();
            path.push(&tag.id);
            if hidden_below.is_some_and(|above| depth <= above) {
                hidden_below = None;
            }
            if !words.is_empty() {
                if fits(tag) {
                    self.rows.push(Row {
                        tag: tag.id.clone(),
                        depth: 0,
                        branch: None,
                    });
                }
                continue;
            }
            if hidden_below.is_some() {
                continue;
            }
            let open = !self.closed.contains(&tag.id);
            let branch = parents.contains(&tag.id).then_some(open);
            if branch == Some(false) {
                hidden_below = Some(depth);
            }
            self.rows.push(Row {
                tag: tag.id.clone(),
                depth,
                branch,
            });
        }
        self.listed = Some(listed);
    }

    /// Opens everything above a tag.
    fn open_branch_of(&mut self, wb: &Workbench, tag: Option<&Id>) {
        let mut at = tag.and_then(|tag| wb.project().tag(tag)?.parent.as_ref());
        while let Some(above) = at {
            self.closed.remove(above);
            at = wb.project().tag(above).and_then(|tag| tag.parent.as_ref());
        }
        self.listed = None;
    }

    fn keys(
        &mut self,
        ui: &Ui,
        wb: &Workbench,
        at: Option<usize>,
        in_tree: bool,
        actions: &mut Vec<Action>,
        wanted: &mut Option<CodebookPart>,
    ) {
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let last = self.rows.len().saturating_sub(1);
        let mut choose = |row: usize| {
            if let Some(row) = self.rows.get(row) {
                actions.push(Action::ChooseTag(row.tag.clone()));
            }
        };
        if pressed(Key::ArrowDown) {
            choose(at.map_or(0, |at| (at + 1).min(last)));
        }
        if pressed(Key::ArrowUp) {
            choose(at.map_or(last, |at| at.saturating_sub(1)));
        }
        if pressed(Key::Enter) {
            match at {
                Some(_) => *wanted = Some(CodebookPart::Names),
                None => choose(0),
            }
        }
        if !in_tree {
            return;
        }
        if pressed(Key::Home) {
            choose(0);
        }
        if pressed(Key::End) {
            choose(last);
        }
        let Some(row) = at.and_then(|at| self.rows.get(at)).cloned() else {
            return;
        };
        if wb.can_edit() && pressed(Key::Delete) {
            actions.push(super::run_for("codebook.delete", &row.tag));
        }
        let (open, close) = if UiDirection::get(ui.ctx()).is_rtl() {
            (Key::ArrowLeft, Key::ArrowRight)
        } else {
            (Key::ArrowRight, Key::ArrowLeft)
        };
        if pressed(open) && row.branch == Some(false) {
            self.closed.remove(&row.tag);
            self.listed = None;
        }
        if pressed(close) {
            if row.branch == Some(true) {
                self.closed.insert(row.tag.clone());
                self.listed = None;
            } else if let Some(parent) = wb.project().tag(&row.tag).and_then(|t| t.parent.clone()) {
                actions.push(Action::ChooseTag(parent));
            }
        }
    }
}

fn search_id() -> egui::Id {
    TextField::id_of("codebook-search")
}

/// Where a tag let go at `point` over a row would go, and what shows it:
/// above, under, or behind the row's tag.
fn drop_at(
    wb: &Workbench,
    rect: Rect,
    point: egui::Pos2,
    tag: &Tag,
    next: Option<&Row>,
) -> (Rect, Drop) {
    let line = |y: f32| Rect::from_min_max(pos2(rect.left(), y - 1.0), pos2(rect.right(), y + 1.0));
    let part = (point.y - rect.top()) / rect.height();
    if part < 0.3 {
        let drop = Drop {
            parent: tag.parent.clone(),
            before: Some(tag.id.clone()),
        };
        return (line(rect.top()), drop);
    }
    let opens = next.is_some_and(|next| {
        wb.project()
            .tag(&next.tag)
            .is_some_and(|next| next.parent.as_ref() == Some(&tag.id))
    });
    if part > 0.7 && !opens {
        let siblings = wb
            .project()
            .tags()
            .filter(|other| other.parent == tag.parent);
        let before = siblings
            .skip_while(|other| other.id != tag.id)
            .nth(1)
            .map(|other| other.id.clone());
        let drop = Drop {
            parent: tag.parent.clone(),
            before,
        };
        return (line(rect.bottom()), drop);
    }
    let drop = Drop {
        parent: Some(tag.id.clone()),
        before: None,
    };
    (rect.shrink2(vec2(2.0, 2.0)), drop)
}

/// How often a tag is used: its marks or relations.
fn uses(wb: &Workbench, tag: &Tag) -> usize {
    wb.project().tag_count(&tag.id) + wb.project().relation_count(&tag.id)
}

/// The other name of a tag: in the language that is not the window's.
pub(super) fn other_name<'a>(wb: &Workbench, tag: &'a Tag) -> Option<&'a str> {
    let shown = tag_name(wb, tag);
    tag.names
        .values()
        .map(String::as_str)
        .find(|name| *name != shown)
}

/// What screen readers say beside the name.
fn said(wb: &Workbench, tag: &Tag, row: &Row) -> String {
    let messages = wb.messages();
    let mut parts: Vec<String> = other_name(wb, tag).map(str::to_owned).into_iter().collect();
    parts.extend(tag.key.clone());
    parts.push(crate::ui::panels::counted(
        wb,
        "codebook-uses",
        uses(wb, tag),
    ));
    if tag.retired {
        parts.push(messages.text("codebook-retired"));
    }
    match row.branch {
        Some(true) => parts.push(messages.text("codebook-branch-open")),
        Some(false) => parts.push(messages.text("codebook-branch-closed")),
        None => {}
    }
    parts.join("; ")
}

#[derive(Clone, Copy)]
struct RowState {
    chosen: bool,
    focused: bool,
    hovered: bool,
}

/// Draws a row; returns where its branch is opened and closed.
fn row_ui(ui: &Ui, wb: &Workbench, rect: Rect, tag: &Tag, row: &Row, state: RowState) -> Rect {
    let ctx = ui.ctx();
    let theme = Theme::get(ctx);
    let direction = UiDirection::get(ctx);
    let painter = ui.painter();
    if state.chosen {
        painter.rect_filled(rect, 4.0, theme.selected);
    } else if state.hovered {
        painter.rect_filled(rect, 4.0, theme.hover);
    }
    let indent = 4.0 + row.depth.min(8) as f32 * STEP;
    let at = |x: f32, width: f32| direction.place(rect, x, 0.0, vec2(width, ROW));
    let chevron = at(indent, 16.0);
    if let Some(open) = row.branch {
        let icon = if open {
            Icon::ChevronDown
        } else {
            Icon::ChevronEnd
        };
        let place = Rect::from_center_size(chevron.center(), vec2(12.0, 12.0));
        paint_icon(painter, place, icon, theme.second, direction);
    }
    let sample = Rect::from_center_size(at(indent + 18.0, 22.0).center(), vec2(22.0, 16.0));
    paint_sample(ui, sample, tag_hue(ui, tag), tag.kind, tag.pattern);
    let quiet = if state.chosen {
        theme.second_strong
    } else {
        theme.second
    };
    // From the end: count, key.
    let (start_place, end_place) = if direction.is_rtl() {
        (Place::Right, Place::Left)
    } else {
        (Place::Left, Place::Right)
    };
    let mut end = rect.width() - 8.0;
    let count = wb.messages().number(uses(wb, tag));
    let count = TextLook::sans(size::SMALL).line(ctx, &count);
    let count_width = count.shaped().width().max(26.0);
    end -= count_width;
    paint_line(painter, at(end, count_width), &count, end_place, quiet);
    if let Some(key) = &tag.key {
        let cap = key_cap_size(ctx, key);
        end -= cap.x + 8.0;
        paint_key_cap(
            ui,
            Rect::from_center_size(at(end, cap.x).center(), cap),
            key,
        );
    }
    let from = indent + 48.0;
    let room = (end - from - 6.0).max(20.0);
    let ink = if tag.retired { quiet } else { theme.ink };
    let (name, _) = TextLook::ui().elided(ctx, tag_name(wb, tag), room);
    paint_line(painter, at(from, room), &name, start_place, ink);
    let after = name.shaped().width() + 10.0;
    let aside = if tag.retired {
        Some(wb.messages().text("codebook-retired"))
    } else {
        other_name(wb, tag).map(str::to_owned)
    };
    if let Some(aside) = aside
        && room - after > 30.0
    {
        let (aside, _) = TextLook::sans(size::SMALL).elided(ctx, &aside, room - after);
        paint_line(
            painter,
            at(from + after, room - after),
            &aside,
            start_place,
            quiet,
        );
    }
    if state.focused {
        focus_ring(painter, rect.shrink(1.0), 4.0, &theme);
    }
    chevron
}

/// Whether the keyboard is in the search field and nothing is written there.
pub(super) fn search_is_free(ctx: &Context, query: &str) -> bool {
    query.is_empty() && ctx.memory(|memory| memory.has_focus(search_id()))
}
