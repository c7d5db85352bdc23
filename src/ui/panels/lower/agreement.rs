//! Two layers side by side: where they differ, and what was settled.
//!
//! Lives here: the rows and the buttons of settling. Does not live here: the
//! figures by tag ([`super::figures`]), and what settling does (command).
//!
//! Invariant: the list is filtered anew only when the comparison has changed,
//! and only rows in sight are laid out.

use std::sync::Arc;

use egui::{Rect, Ui, UiBuilder, vec2};

use crate::analysis::agreement::Agreement;
use crate::command::table::command;
use crate::command::{Args, Compared, Comparison, Workbench};
use crate::i18n::Arg;
use crate::model::{Annotation, Id, Origin};
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::keys::key_text;
use crate::ui::paint::{difference_color, paint_difference};
use crate::ui::panels::{short_quote, tag_hue, tag_name};
use crate::ui::theme::{Theme, UiDirection, size};
use crate::ui::widgets::{
    Button, MenuRow, Place, TextLook, drop_down_menu, paint_swatch, row, scroll_rows, segmented,
    weak_label,
};

use super::cells::{self, Cells, ROW};
use super::contradiction::contradicted;
use super::figures::{figures_ui, summary};

/// Height of the row of buttons, points.
const TOOLS: f32 = 34.0;
/// Widths of cells, points.
const SIGN: f32 = 24.0;
const KIND: f32 = 134.0;
const SETTLED: f32 = 150.0;
const GAP: f32 = 14.0;

/// Which rows are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shown {
    /// Whatever is not the same.
    #[default]
    Differences,
    /// What is not settled yet, of the differences.
    Open,
    /// Every place.
    All,
    /// One kind.
    One(Agreement),
}

impl Shown {
    fn holds(self, row: &Compared) -> bool {
        match self {
            Self::Differences => row.differs(),
            Self::Open => row.differs() && row.settled.is_none(),
            Self::All => true,
            Self::One(kind) => row.agreement == kind,
        }
    }
}

/// What the tab keeps between frames.
#[derive(Debug, Default)]
pub(super) struct AgreementTab {
    shown: Shown,
    by_tag: bool,
    rows: Vec<u32>,
    /// What the rows were chosen from, and by what.
    known: Option<(Arc<Comparison>, Shown)>,
    /// The row that was brought into sight.
    seen: Option<usize>,
}

/// How many differences are open, for the tab; nothing while nothing is
/// compared.
pub(super) fn open_differences(wb: &Workbench) -> usize {
    wb.comparison().map_or(0, |comparison| {
        let (settled, all) = comparison.progress();
        all - settled
    })
}

/// What a kind of agreement is called.
fn agreement_name(wb: &Workbench, comparison: &Comparison, kind: Agreement) -> String {
    let messages = wb.messages();
    let of = |id: &Id| analyst_name(wb, id);
    match kind {
        Agreement::Same => messages.text("agreement-same"),
        Agreement::Span => messages.text("agreement-span"),
        Agreement::Tag => messages.text("agreement-tag"),
        Agreement::SpanAndTag => messages.text("agreement-span-and-tag"),
        Agreement::OnlyFirst => {
            let name = of(&comparison.sides.first);
            messages.format("agreement-only", &[("name", Arg::from(name))])
        }
        Agreement::OnlySecond => {
            let name = of(&comparison.sides.second);
            messages.format("agreement-only", &[("name", Arg::from(name))])
        }
    }
}

/// How the two differ about a place.
pub(in crate::ui) fn place_name(wb: &Workbench, comparison: &Comparison, row: &Compared) -> String {
    if row.contradict {
        wb.messages().text("agreement-details")
    } else {
        agreement_name(wb, comparison, row.agreement)
    }
}

/// An analyst's name.
pub(super) fn analyst_name<'a>(wb: &'a Workbench, id: &Id) -> &'a str {
    wb.project()
        .analyst(id)
        .map_or("", |analyst| analyst.name.as_str())
}

impl AgreementTab {
    /// What is listed, from the end of the head.
    pub(super) fn filters_ui(&mut self, ui: &mut Ui, room: f32, wb: &Workbench) {
        let Some(comparison) = wb.comparison() else {
            return;
        };
        let messages = wb.messages();
        let shapes = [
            (false, messages.text("agreement-list")),
            (true, messages.text("agreement-by-tag")),
        ];
        let shapes = shapes.each_ref().map(|(by, name)| (*by, name.as_str()));
        segmented(
            ui,
            &messages.text("agreement-shape"),
            &shapes,
            &mut self.by_tag,
        );
        if room < 360.0 || self.by_tag {
            return;
        }
        let (settled, all) = comparison.progress();
        let counted = |shown: Shown| match shown {
            Shown::Differences => super::super::titled(wb, "agreement-differences", all),
            Shown::Open => super::super::titled(wb, "agreement-open", all - settled),
            Shown::All => super::super::titled(wb, "agreement-all", comparison.rows.len()),
            Shown::One(kind) => {
                let count = messages.number(comparison.figures().count(kind));
                format!("{} {count}", agreement_name(wb, &comparison, kind))
            }
        };
        let title = counted(self.shown);
        let response = Button::new(&title).quiet().icon(Icon::ChevronDown).show(ui);
        drop_down_menu(ui, &response, |ui| {
            let choices = [Shown::Differences, Shown::Open, Shown::All].into_iter();
            for choice in choices.chain(Agreement::ALL.map(Shown::One)) {
                let name = counted(choice);
                if MenuRow::new(&name)
                    .checked(self.shown == choice)
                    .show(ui)
                    .clicked()
                {
                    self.shown = choice;
                }
            }
        });
    }

    /// The tab.
    pub(super) fn agreement_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        let Some(comparison) = wb.comparison() else {
            self.known = None;
            return nothing_ui(ui, wb, actions);
        };
        let full = ui.available_rect_before_wrap();
        let (head, body) = full.split_top_bottom_at_y(full.top() + TOOLS);
        let tools = head.shrink2(vec2(super::PADDING - 8.0, 0.0));
        steps_ui(ui, tools, wb, &comparison, actions);
        let mut inner = ui.new_child(UiBuilder::new().max_rect(body));
        inner.set_clip_rect(body.intersect(ui.clip_rect()));
        if self.by_tag {
            figures_ui(&mut inner, wb, &comparison);
        } else {
            self.rows_ui(&mut inner, wb, &comparison, actions);
        }
    }

    fn rows_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        comparison: &Arc<Comparison>,
        actions: &mut Vec<Action>,
    ) {
        let fits = self
            .known
            .as_ref()
            .is_some_and(|(known, shown)| Arc::ptr_eq(known, comparison) && *shown == self.shown);
        if !fits {
            let rows = comparison.rows.iter().enumerate();
            self.rows = rows
                .filter(|(_, row)| self.shown.holds(row))
                .map(|(index, _)| index as u32)
                .collect();
            self.known = Some((Arc::clone(comparison), self.shown));
        }
        let messages = wb.messages();
        if self.rows.is_empty() {
            let id = match comparison.progress().1 {
                0 => "agreement-none",
                _ => "agreement-none-fits",
            };
            return message_ui(ui, &messages.text(id));
        }
        let current = wb.current_difference();
        let reveal = current
            .filter(|_| !fits || current != self.seen)
            .and_then(|index| self.rows.binary_search(&(index as u32)).ok());
        self.seen = current;
        let rows = &self.rows;
        let name = messages.text("lower-agreement");
        scroll_rows(ui, "agreement", ROW, rows.len(), &name, reveal, |ui, at| {
            let Some(index) = rows.get(at).map(|index| *index as usize) else {
                return;
            };
            if let Some(row) = comparison.rows.get(index)
                && row_ui(ui, wb, comparison, row, (at, current == Some(index)))
            {
                actions.push(Action::GoToDifference(index));
            }
        });
    }
}

fn message_ui(ui: &mut Ui, text: &str) {
    egui::Frame::new()
        .inner_margin(egui::Margin::symmetric(14, 8))
        .show(ui, |ui| {
            ui.with_layout(UiDirection::get(ui.ctx()).column(), |ui| {
                weak_label(ui, text);
            });
        });
}

/// While no two layers are side by side: what to do.
fn nothing_ui(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
    message_ui(ui, &wb.messages().text("agreement-nothing"));
    row(ui, ROW, |ui| {
        ui.add_space(super::PADDING);
        step_ui(ui, wb, "layers.compare", None, actions);
    });
}

/// The ways to settle the place at hand with their keys, and how far it is.
fn steps_ui(
    ui: &mut Ui,
    rect: Rect,
    wb: &Workbench,
    comparison: &Comparison,
    actions: &mut Vec<Action>,
) {
    let direction = UiDirection::get(ui.ctx());
    let messages = wb.messages();
    let take = |id: &Id| {
        let name = analyst_name(wb, id);
        messages.format("agreement-take", &[("name", Arg::from(name))])
    };
    let (first, second) = (
        take(&comparison.sides.first),
        take(&comparison.sides.second),
    );
    let waiting = comparison.agreed_waiting();
    let agreed = messages.format("agreement-take-agreed", &[("count", Arg::from(waiting))]);
    let layout = direction.row_from_end();
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(super::PADDING - 8.0);
        if rect.width() > 900.0 {
            let said = summary(wb, comparison);
            let color = Theme::get(ui.ctx()).second;
            crate::ui::widgets::Label::new(&said)
                .size(12.0)
                .color(color)
                .show(ui);
        }
        ui.with_layout(direction.row(), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let text = |id: &str| messages.text(id);
            for (id, title) in [
                ("layers.next", text("review-next")),
                ("layers.take-first", first),
                ("layers.take-second", second),
                ("layers.take-both", text("agreement-both")),
                ("layers.take-neither", text("agreement-neither")),
                ("layers.edit", text("agreement-edit")),
                ("layers.take-agreed", agreed),
            ] {
                if id == "layers.take-agreed" && waiting == 0 {
                    continue;
                }
                if ui.available_width() > 90.0 {
                    step_ui(ui, wb, id, Some(&title), actions);
                }
            }
        });
    });
}

fn step_ui(
    ui: &mut Ui,
    wb: &Workbench,
    id: &'static str,
    title: Option<&str>,
    actions: &mut Vec<Action>,
) {
    let Some(command) = command(id) else {
        return;
    };
    let messages = wb.messages();
    let keys = command
        .keys
        .first()
        .map(|keys| key_text(*keys, messages))
        .unwrap_or_default();
    let title = title.map_or_else(|| messages.text(&command.message()), str::to_owned);
    let mut button = Button::new(&title).quiet().enabled((command.enabled)(wb));
    if !keys.is_empty() {
        button = button.key(&keys);
    }
    if button.show(ui).clicked() {
        actions.push(Action::Run(id, Args::None));
    }
}

/// What was made of a place, in words.
fn settled_text(wb: &Workbench, comparison: &Comparison, row: &Compared) -> Option<String> {
    let settled = row.settled.as_ref()?;
    let messages = wb.messages();
    let mark = |id: &Id| wb.project().annotation(id);
    Some(match settled.marks.as_slice() {
        [] => messages.text("agreement-settled-neither"),
        [one] => {
            let one = mark(one)?;
            let is = |side: &Option<Id>| {
                side.as_ref()
                    .and_then(mark)
                    .is_some_and(|mark| mark.spans == one.spans && mark.tag == one.tag)
            };
            let copied = |side: &Option<Id>| match &one.origin {
                Origin::Adjudicated { from } => side.is_some() && from.first() == side.as_ref(),
                _ => false,
            };
            let name = match (is(&row.first), is(&row.second)) {
                (true, true) if row.contradict && copied(&row.first) => {
                    analyst_name(wb, &comparison.sides.first)
                }
                (true, true) if row.contradict && copied(&row.second) => {
                    analyst_name(wb, &comparison.sides.second)
                }
                (true, true) => return Some(messages.text("agreement-settled-same")),
                (true, false) => analyst_name(wb, &comparison.sides.first),
                (false, true) => analyst_name(wb, &comparison.sides.second),
                (false, false) => return Some(messages.text("agreement-settled-edited")),
            };
            messages.format("agreement-settled-as", &[("name", Arg::from(name))])
        }
        _ => messages.text("agreement-settled-both"),
    })
}

/// One place. Whether it was clicked.
fn row_ui(
    ui: &mut Ui,
    wb: &Workbench,
    comparison: &Comparison,
    row: &Compared,
    member: (usize, bool),
) -> bool {
    let mark = |id: &Option<Id>| id.as_ref().and_then(|id| wb.project().annotation(id));
    let (first, second) = (mark(&row.first), mark(&row.second));
    let kind = place_name(wb, comparison, row);
    let settled = settled_text(wb, comparison, row);
    let words = |mark: Option<&Annotation>| {
        mark.and_then(|mark| Some(short_quote(mark, wb.project().document(&mark.document)?)))
    };
    let name = words(first.or(second)).unwrap_or_default();
    let more = || {
        let side = |id: &Id, mark: Option<&Annotation>| {
            let tag = mark.and_then(|mark| wb.project().tag(&mark.tag));
            let tag = tag.map_or("—", |tag| tag_name(wb, tag));
            let words = words(mark).unwrap_or_default();
            let mut said = format!("{}: {tag} {words}", analyst_name(wb, id));
            if let Some(details) = mark.and_then(|mark| contradicted(wb, row, mark)) {
                said.push_str(" · ");
                said.push_str(&details);
            }
            said
        };
        let sides = &comparison.sides;
        let parts = [
            Some(kind.clone()),
            Some(side(&sides.first, first)),
            Some(side(&sides.second, second)),
            settled.clone(),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
    };
    let (rect, response) = cells::row(ui, &name, more, member);
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    let theme = Theme::get(ui.ctx());
    let direction = UiDirection::get(ui.ctx());
    let quiet = if member.1 {
        theme.second_strong
    } else {
        theme.second
    };
    let mut cells = Cells::new(rect, direction);
    let sign = cells.start(SIGN);
    let color = difference_color(&theme, row);
    paint_difference(ui.painter(), sign, row, color, direction);
    let look = TextLook::sans(size::UI);
    let cell = cells.start(KIND);
    cells::text(ui, cell, &kind, look, theme.ink);
    cells.start(GAP);
    let end = cells.end(SETTLED.min(rect.width() * 0.16));
    if let Some(settled) = &settled {
        cells::text(ui, end, settled, TextLook::sans(12.0), quiet);
    }
    cells.end(GAP);
    let half = (cells.rest_width() - GAP) / 2.0;
    let left = cells.start(half);
    side_ui(ui, wb, left, row, first);
    cells.start(GAP);
    side_ui(ui, wb, cells.rest(), row, second);
    response.clicked()
}

/// What one of the two marked: its tag and its words, and what the other one
/// contradicts.
fn side_ui(ui: &Ui, wb: &Workbench, rect: Rect, row: &Compared, mark: Option<&Annotation>) {
    let theme = Theme::get(ui.ctx());
    let direction = UiDirection::get(ui.ctx());
    let Some(mark) = mark else {
        let look = TextLook::sans(size::UI);
        return cells::text(ui, rect, "—", look, theme.faint);
    };
    let (Some(tag), Some(document)) = (
        wb.project().tag(&mark.tag),
        wb.project().document(&mark.document),
    ) else {
        return;
    };
    let mut cells = Cells::within(rect, direction);
    paint_swatch(ui, cells.start(12.0), tag_hue(ui, tag));
    cells.start(8.0);
    let name = tag_name(wb, tag);
    let look = TextLook::sans(12.0);
    let width = look
        .line(ui.ctx(), name)
        .shaped()
        .width()
        .min(rect.width() * 0.4);
    let cell = cells.start(width + 2.0);
    cells::text(ui, cell, name, look, theme.second);
    cells.start(8.0);
    let look = TextLook {
        line_height: ROW,
        ..TextLook::naskh(size::NAME)
    };
    let mut words = short_quote(mark, document);
    if let Some(details) = contradicted(wb, row, mark) {
        words.push_str(" · ");
        words.push_str(&details);
    }
    let place = if direction.is_rtl() {
        Place::Right
    } else {
        Place::Left
    };
    cells::text_at(ui, cells.rest(), &words, look, theme.ink, place);
}
