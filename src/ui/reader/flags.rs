//! What is flagged on the page: a warning sign in the margin beside its line,
//! and the cards over it and over the signs of invisible characters.
//!
//! Lives here: where flags stand and what they say. Does not live here: what
//! is flagged (`language::invisible`).
//!
//! Invariant: dangers and notices are shown whether invisible characters are
//! shown or not.

use egui::{Pos2, Rect, Response, Sense, Ui, pos2, vec2};

use crate::command::{HiddenIn, Selection, Workbench};
use crate::i18n::Arg;
use crate::language::invisible::{Finding, Level, code_point};
use crate::model::{Document, Span};
use crate::text::{Caret, Direction};
use crate::ui::action::Action;
use crate::ui::icons::{Icon, paint_icon};
use crate::ui::keys::keys_of;
use crate::ui::theme::{Theme, UiDirection, size};
use crate::ui::unseen::{as_typed, name_of, sentence_of, sign_of, what_to_do};
use crate::ui::widgets::Label;

use super::Page;
use super::flow::Placed;
use super::signs::{self, Sign};

/// Side of the warning sign, points.
const SIDE: f32 = 12.0;
/// From the column to its nearer edge.
const GAP: f32 = 1.5;
/// Findings and characters a card tells of; the rest is counted.
const MOST_TOLD: usize = 5;
const MOST_NAMED: usize = 16;
/// How far beside a sign the pointer may rest, points.
const REACH: f32 = 5.0;

/// Everything flagged or invisible in one paragraph in sight.
pub(super) fn signs_of(wb: &Workbench, document: &Document, placed: &Placed) -> Vec<Sign> {
    let hidden = wb.hidden_in(&document.id).map(AsRef::as_ref);
    if !wb.look().hidden && hidden.is_none_or(|hidden| hidden.flag().is_none()) {
        return Vec::new();
    }
    signs::signs(&document.text, placed, hidden, wb.look().hidden)
}

/// The words of a paragraph in sight that are flagged for their letters or
/// digits, in bytes of the paragraph.
pub(super) fn words_of(wb: &Workbench, document: &Document, placed: &Placed) -> Vec<(Span, Level)> {
    let hidden = wb.hidden_in(&document.id).map(AsRef::as_ref);
    signs::flagged(hidden, placed.sight)
        .filter(|finding| {
            finding
                .span
                .of(&document.text)
                .is_some_and(|words| words.chars().any(char::is_alphanumeric))
        })
        .filter(|finding| {
            placed.span.start <= finding.span.start && finding.span.end <= placed.span.end
        })
        .map(|finding| {
            let start = placed.span.start;
            let local = Span::new(finding.span.start - start, finding.span.end - start);
            (local, finding.level)
        })
        .collect()
}

/// Draws the warning signs beside the lines in sight.
pub(super) fn flags_ui(
    ui: &mut Ui,
    page: Page<'_>,
    placed: &[Placed],
    origin: Pos2,
    actions: &mut Vec<Action>,
) {
    let Some(hidden) = page.wb.hidden_in(&page.document.id) else {
        return;
    };
    if hidden.flag().is_none() {
        return;
    }
    for paragraph in placed {
        for (line, found) in by_line(hidden, paragraph) {
            flag_ui(ui, page, paragraph, line, &found, origin, actions);
        }
    }
}

/// The flagged findings of a paragraph in sight, line by line.
fn by_line<'a>(hidden: &'a HiddenIn, placed: &Placed) -> Vec<(usize, Vec<&'a Finding>)> {
    let mut lines: Vec<(usize, Vec<&Finding>)> = Vec::new();
    for finding in signs::flagged(Some(hidden), placed.sight) {
        let local = finding.span.start.saturating_sub(placed.span.start);
        let line = placed.layout.line_of(Caret::before(local));
        match lines.iter_mut().find(|(known, _)| *known == line) {
            Some((_, found)) => found.push(finding),
            None => lines.push((line, vec![finding])),
        }
    }
    lines
}

fn flag_ui(
    ui: &mut Ui,
    page: Page<'_>,
    placed: &Placed,
    line: usize,
    found: &[&Finding],
    origin: Pos2,
    actions: &mut Vec<Action>,
) {
    let (Some(row), Some(first)) = (placed.layout.lines().get(line), found.first()) else {
        return;
    };
    let theme = Theme::get(ui.ctx());
    let grave = found.iter().any(|finding| finding.level == Level::Danger);
    let x = match page.rects.direction {
        Direction::RightToLeft => page.rects.column.right() + GAP + SIDE / 2.0,
        Direction::LeftToRight => page.rects.column.left() - GAP - SIDE / 2.0,
    };
    let y = origin.y + placed.top + f32::midpoint(row.top, row.bottom);
    let rect = Rect::from_center_size(pos2(x, y), vec2(SIDE, SIDE));
    let id = ui
        .scope_id()
        .with(("flag", page.reader.id.0, first.span.start));
    let response = ui.interact(rect.expand(2.0), id, Sense::click());
    let sentence = sentence_of(page.wb.messages(), &page.document.text, first);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, sentence.as_str()));
    let color = if grave { theme.rubric } else { theme.unseen };
    paint_icon(
        ui.painter(),
        rect,
        Icon::Warning,
        color,
        UiDirection::get(ui.ctx()),
    );
    if response.clicked() {
        actions.push(Action::Select(page.reader.id, Selection::over(first.span)));
    }
    let (wb, document) = (page.wb, page.document);
    response.on_hover_ui(|ui| card(ui, |ui| findings_ui(ui, wb, document, found)));
}

/// A card over a sign under the pointer; returns whether there is one.
pub(super) fn sign_card(
    response: &Response,
    wb: &Workbench,
    document: &Document,
    placed: &Placed,
    corner: Pos2,
    pointer: Pos2,
) -> bool {
    let under: Vec<Sign> = signs_of(wb, document, placed)
        .into_iter()
        .filter(|sign| {
            let x = corner.x + sign.x.0 - REACH..=corner.x + sign.x.1 + REACH;
            // Labels stand over the letters.
            let y = corner.y + sign.y.0 - 12.0..=corner.y + sign.y.1;
            x.contains(&pointer.x) && y.contains(&pointer.y)
        })
        .collect();
    let hidden = wb.hidden_in(&document.id).map(AsRef::as_ref);
    let words: Vec<&Finding> = signs::flagged(hidden, placed.sight)
        .filter(|finding| {
            let start = finding.span.start.max(placed.span.start) - placed.span.start;
            let end =
                finding.span.end.min(placed.span.end).max(placed.span.start) - placed.span.start;
            start < end
                && placed
                    .layout
                    .rects(Span::new(start, end))
                    .iter()
                    .any(|piece| {
                        let rect = crate::ui::paint::box_of(corner, piece);
                        rect.expand2(vec2(REACH, 0.0)).contains(pointer)
                    })
        })
        .collect();
    if under.is_empty() && words.is_empty() {
        return false;
    }
    response.clone().on_hover_ui_at_pointer(|ui| {
        card(ui, |ui| {
            names_ui(ui, wb, &under);
            if !words.is_empty() {
                findings_ui(ui, wb, document, &words);
            }
        });
    });
    true
}

fn card(ui: &mut Ui, add_contents: impl FnOnce(&mut Ui)) {
    ui.set_max_width(340.0);
    let layout = UiDirection::get(ui.ctx()).column();
    egui::Frame::new().inner_margin(6).show(ui, |ui| {
        ui.with_layout(layout, add_contents);
    });
}

/// The names of invisible characters, one to a line.
fn names_ui(ui: &mut Ui, wb: &Workbench, under: &[Sign]) {
    let messages = wb.messages();
    for sign in under.iter().take(MOST_NAMED) {
        let short = sign_of(sign.what, sign.character, sign.pair);
        let code = if sign.pair {
            "U+000D U+000A".to_owned()
        } else {
            code_point(sign.character)
        };
        let name = name_of(messages, sign.what, sign.character, sign.pair);
        let line = if short == code {
            format!("{name} · \u{2068}{code}\u{2069}")
        } else {
            format!("{name} · \u{2068}{short}\u{2069} · \u{2068}{code}\u{2069}")
        };
        Label::new(&line).show(ui);
    }
    more_ui(ui, wb, under.len().saturating_sub(MOST_NAMED));
}

/// What is flagged, how it was typed, and what to do.
fn findings_ui(ui: &mut Ui, wb: &Workbench, document: &Document, found: &[&Finding]) {
    let theme = Theme::get(ui.ctx());
    let messages = wb.messages();
    for finding in found.iter().take(MOST_TOLD) {
        let color = if finding.level == Level::Danger {
            theme.rubric
        } else {
            theme.ink
        };
        Label::new(&sentence_of(messages, &document.text, finding))
            .color(color)
            .show(ui);
    }
    more_ui(ui, wb, found.len().saturating_sub(MOST_TOLD));
    let Some(gravest) = found.iter().max_by_key(|finding| finding.level) else {
        return;
    };
    ui.add_space(3.0);
    Label::new(&messages.text("flagged-as-typed"))
        .size(size::SMALL)
        .second()
        .show(ui);
    Label::new(&as_typed(&document.text, gravest.span))
        .lines(3)
        .show(ui);
    ui.add_space(3.0);
    let keys = keys_of(wb, "view.hidden");
    let advice = format!(
        "{} {}",
        what_to_do(messages, gravest),
        messages.format("flagged-show", &[("keys", Arg::from(keys.as_str()))])
    );
    Label::new(&advice).size(size::SMALL).second().show(ui);
}

fn more_ui(ui: &mut Ui, wb: &Workbench, count: usize) {
    if count > 0 {
        let count = [("count", Arg::from(count))];
        let more = wb.messages().format("flagged-more", &count);
        Label::new(&more).size(size::SMALL).second().show(ui);
    }
}
