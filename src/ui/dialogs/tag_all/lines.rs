//! The lines of the list: spellings, their documents, their places.

use egui::{Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::command::{Args, Standing, TagAll, TagLine, TagRow, TagTask, Tick, Workbench};
use crate::i18n::Arg;
use crate::ui::access::Member;
use crate::ui::action::Action;
use crate::ui::icons::{Icon, paint_icon};
use crate::ui::paint::MarkLine;
use crate::ui::panels::{counted, tag_hue, tag_name};
use crate::ui::theme::{Theme, UiDirection, size};
use crate::ui::widgets::{Place, TextLook, Ticked, paint_line, tick_box, tooltip};

use super::super::place::{PlaceLook, context, paint_place};

/// Height of a line, points.
pub(super) const ROW: f32 = 30.0;
/// Room for the bar of the list at its end, points.
const BAR: f32 = 14.0;
/// Widths of cells, points.
const BOX: f32 = 28.0;
const FOLD: f32 = 22.0;
const INDENT: f32 = 24.0;
const COUNT: f32 = 84.0;
const DOCUMENTS: f32 = 110.0;
const WHY: f32 = 168.0;

/// What is left of a line, cell by cell from the start side.
struct Cells {
    rest: Rect,
    direction: UiDirection,
}

impl Cells {
    fn start(&mut self, width: f32) -> Rect {
        self.take(width, !self.direction.is_rtl())
    }

    fn end(&mut self, width: f32) -> Rect {
        self.take(width, self.direction.is_rtl())
    }

    fn take(&mut self, width: f32, from_left: bool) -> Rect {
        let width = width.min(self.rest.width()).max(0.0);
        let mut cell = self.rest;
        if from_left {
            cell.set_right(cell.left() + width);
            self.rest.set_left(cell.right());
        } else {
            cell.set_left(cell.right() - width);
            self.rest.set_right(cell.left());
        }
        cell
    }

    fn at_start(&self) -> Place {
        if self.direction.is_rtl() {
            Place::Right
        } else {
            Place::Left
        }
    }

    fn at_end(&self) -> Place {
        if self.direction.is_rtl() {
            Place::Left
        } else {
            Place::Right
        }
    }
}

/// Draws a line; whether it was touched.
pub(super) fn line_ui(
    ui: &mut Ui,
    wb: &Workbench,
    open: &TagAll,
    line: TagLine,
    member: (usize, bool),
    actions: &mut Vec<Action>,
) -> bool {
    match line {
        TagLine::Group(group) => group_ui(ui, wb, open, group, member, actions),
        TagLine::Document(document) => document_ui(ui, wb, open, document, member, actions),
        TagLine::Row(row) => open
            .row(row)
            .is_some_and(|place| place_ui(ui, wb, open, place, member, actions)),
    }
}

/// The ground of a line that can be clicked, and its cells.
fn ground(ui: &mut Ui, name: &str, more: &str, (index, on): (usize, bool)) -> (Response, Cells) {
    let full = vec2((ui.available_width() - BAR).max(0.0), ROW);
    let (rect, response) = ui.allocate_exact_size(full, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), on, name));
    Member {
        index: Some(index),
        selected: on,
        more,
    }
    .tell(&response);
    let theme = Theme::get(ui.ctx());
    if on {
        ui.painter().rect_filled(rect, 4.0, theme.selected);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 4.0, theme.hover);
    }
    let cells = Cells {
        rest: rect.shrink2(vec2(4.0, 0.0)),
        direction: UiDirection::get(ui.ctx()),
    };
    (response, cells)
}

/// The box of the line with this number; whether it was pressed.
fn box_ui(
    ui: &Ui,
    index: usize,
    (cell, ticked, enabled): (Rect, Ticked, bool),
    name: &str,
    actions: &mut Vec<Action>,
) -> bool {
    let id = ui.scope_id().with("box");
    let pressed = tick_box(ui, cell, id, ticked, enabled, name).clicked();
    if pressed {
        actions.push(Action::StandAtTagLine(index));
        actions.push(Action::Run("tag-all.tick", Args::None));
    }
    pressed
}

fn ticked(tick: Tick) -> Ticked {
    match tick {
        Tick::None => Ticked::No,
        Tick::Some => Ticked::Partly,
        Tick::All => Ticked::Yes,
    }
}

/// How many of how many are ticked.
fn counts_ui(ui: &Ui, wb: &Workbench, cells: &mut Cells, ticked: usize, of: usize) {
    let numbers = [("count", Arg::from(ticked)), ("total", Arg::from(of))];
    let text = wb.messages().format("tag-all-ticked", &numbers);
    let cell = cells.end(COUNT);
    let theme = Theme::get(ui.ctx());
    let line = TextLook::sans(12.0).line(ui.ctx(), &text);
    paint_line(ui.painter(), cell, &line, cells.at_end(), theme.ink);
}

fn group_ui(
    ui: &mut Ui,
    wb: &Workbench,
    open: &TagAll,
    number: usize,
    member: (usize, bool),
    actions: &mut Vec<Action>,
) -> bool {
    let Some(group) = open.group(number) else {
        return false;
    };
    let documents = counted(wb, "review-documents", group.documents);
    let (response, mut cells) = ground(ui, &group.surface, &documents, member);
    let theme = Theme::get(ui.ctx());
    let fold = cells.start(FOLD);
    let folds = ui.interact(fold, ui.scope_id().with("fold"), Sense::click());
    let icon = if group.is_open {
        Icon::ChevronDown
    } else {
        Icon::ChevronEnd
    };
    let place = Rect::from_center_size(fold.center(), vec2(14.0, 14.0));
    paint_icon(ui.painter(), place, icon, theme.second, cells.direction);
    let ticks = (cells.start(BOX), ticked(group.tick()), group.tickable > 0);
    let boxed = box_ui(ui, member.0, ticks, &group.surface, actions);
    counts_ui(ui, wb, &mut cells, group.ticked, group.rows.len());
    let spread = cells.end(DOCUMENTS);
    let small = TextLook::sans(12.0).line(ui.ctx(), &documents);
    paint_line(ui.painter(), spread, &small, cells.at_end(), theme.second);
    let look = TextLook {
        line_height: ROW,
        ..TextLook::naskh(size::QUOTE).bold()
    }
    .fitting(&group.surface);
    let (words, _) = look.elided(ui.ctx(), &group.surface, cells.rest.width());
    paint_line(
        ui.painter(),
        cells.rest,
        &words,
        cells.at_start(),
        theme.ink,
    );
    if folds.clicked() || response.double_clicked() {
        actions.push(Action::StandAtTagLine(member.0));
        actions.push(Action::Run("tag-all.fold", Args::None));
    }
    response.clicked() || boxed || folds.clicked()
}

fn document_ui(
    ui: &mut Ui,
    wb: &Workbench,
    open: &TagAll,
    number: usize,
    member: (usize, bool),
    actions: &mut Vec<Action>,
) -> bool {
    let Some(part) = open.document(number) else {
        return false;
    };
    let title = wb
        .project()
        .document(&part.document)
        .map_or("", |document| document.title.as_str());
    let (response, mut cells) = ground(ui, title, "", member);
    cells.start(INDENT);
    let ticks = (cells.start(BOX), ticked(part.tick()), part.tickable > 0);
    let boxed = box_ui(ui, member.0, ticks, title, actions);
    counts_ui(ui, wb, &mut cells, part.ticked, part.rows.len());
    let look = TextLook {
        line_height: ROW,
        ..TextLook::naskh(13.5)
    }
    .fitting(title);
    let (words, _) = look.elided(ui.ctx(), title, cells.rest.width());
    let ink = Theme::get(ui.ctx()).second_strong;
    paint_line(ui.painter(), cells.rest, &words, cells.at_start(), ink);
    response.clicked() || boxed
}

fn place_ui(
    ui: &mut Ui,
    wb: &Workbench,
    open: &TagAll,
    place: &TagRow,
    member: (usize, bool),
    actions: &mut Vec<Action>,
) -> bool {
    let Some(document) = wb.project().document(&place.document) else {
        return false;
    };
    let width = (ui.available_width() - BAR - INDENT - BOX - WHY).max(80.0);
    let Some(found) = context(document, place.span, width) else {
        return false;
    };
    let why = why(wb, place);
    let (response, mut cells) = ground(ui, found.0, &why, member);
    cells.start(INDENT * 2.0);
    let ticks = (
        cells.start(BOX),
        Ticked::from(place.ticked),
        place.can_be_ticked,
    );
    let boxed = box_ui(ui, member.0, ticks, found.0, actions);
    let theme = Theme::get(ui.ctx());
    let reason = cells.end(WHY);
    if !why.is_empty() {
        let (line, cut) = TextLook::sans(12.0).elided(ui.ctx(), &why, reason.width() - 8.0);
        let ink = if matches!(place.standing, Standing::Forbidden { .. }) {
            theme.rubric
        } else {
            theme.second
        };
        paint_line(ui.painter(), reason, &line, cells.at_end(), ink);
        if cut {
            tooltip(response.clone(), &why);
        }
    }
    let mark = place
        .standing
        .mark()
        .and_then(|id| wb.project().annotation(id));
    let stands = matches!(place.standing, Standing::Marked(_) | Standing::Other(_));
    let shown = match (mark.filter(|_| stands), open.task()) {
        (Some(mark), _) => wb.project().tag(&mark.tag),
        (None, _) => open.tag().and_then(|tag| wb.project().tag(tag)),
    };
    let look = PlaceLook {
        hue: shown.map_or(theme.second, |tag| tag_hue(ui, tag)),
        line: if stands && open.task() != TagTask::Unmark {
            MarkLine::Solid
        } else {
            MarkLine::Dashed
        },
    };
    paint_place(ui, cells.rest, found, look);
    response.clicked() || boxed
}

/// What stands at a place, in words; nothing for nothing.
fn why(wb: &Workbench, place: &TagRow) -> String {
    let messages = wb.messages();
    let tag = place
        .standing
        .mark()
        .and_then(|id| wb.project().annotation(id))
        .and_then(|mark| wb.project().tag(&mark.tag))
        .map_or("", |tag| tag_name(wb, tag));
    let id = match &place.standing {
        Standing::Free => return String::new(),
        Standing::Suggested => "tag-all-is-suggested",
        Standing::Inside(_) => "tag-all-is-inside",
        Standing::Marked(_) => "tag-all-is-marked",
        Standing::Other(_) => "tag-all-is-other",
        Standing::Within(_) => "tag-all-is-within",
        Standing::Crossing(_) => "tag-all-is-crossing",
        Standing::Furniture => "tag-all-is-furniture",
        Standing::Doubtful => "tag-all-is-doubtful",
        Standing::Forbidden { why, .. } => return why.clone(),
    };
    messages.format(id, &[("tag", Arg::from(tag))])
}
