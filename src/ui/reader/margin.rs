//! The margin at the start side: paragraph numbers and the stripes of
//! passages with their names.

use std::sync::Arc;

use egui::{Align2, Pos2, Rect, Sense, Ui, pos2, vec2};

use crate::command::{Reader, Selection, Workbench};
use crate::i18n::Arg;
use crate::model::{Document, Id, Span, TagKind};
use crate::text::{Direction, Face, TextStyle};
use crate::ui::action::Action;
use crate::ui::paint::{TextUi, nesting_levels, paint_layout, paint_stripe};
use crate::ui::theme::{self, Theme};
use crate::ui::widgets::{focus_ring, tooltip, tooltip_with_key};

use super::flow::{Flow, Placed};
use super::said::{QUOTATION, Said};
use super::{Page, PageRects};

/// From the pane's edge to the numbers, points.
const NUMBER_EDGE: f32 = 16.0;
/// Width of a stripe, and from one stripe to the next, points.
const STRIPE: f32 = 3.0;
const STRIPE_STEP: f32 = 7.0;
/// Between the words and the first stripe, and between stripe and name.
const STRIPE_GAP: f32 = 14.0;
const NAME_GAP: f32 = 6.0;

/// Width of a margin with room for the names of passages, and the width of a
/// pane that has it, points.
const NAMED: f32 = 112.0;
const NAMES_NEED: f32 = 480.0;

/// Width of the margin, points: room for numbers, names and stripes, less in
/// a narrow pane. What is marked does not change it, so that no mark moves a
/// letter of the page (row R1).
pub(super) fn width(pane: f32, wb: &Workbench) -> f32 {
    if pane >= NAMES_NEED {
        NAMED
    } else if wb.look().line_numbers {
        58.0
    } else {
        36.0
    }
}

/// Whether a document has marked passages, looked for anew only when the
/// project has changed.
#[derive(Debug, Default)]
pub(super) struct Passages {
    known: Option<((u64, usize), Id, bool)>,
    shown: Option<Shown>,
}

/// The passages of a layer on a stretch of a document, and what the project
/// was then.
type Shown = (((u64, usize), Id, Option<Id>, Span), Arc<[Passage]>);

/// A marked passage: the mark, its tag, and its extent.
type Passage = (Id, Id, Span);

/// What stands in the margin beside numbers.
#[derive(Clone, Copy)]
pub(super) struct Beside<'a> {
    /// The passages that touch the paragraphs in sight.
    pub(super) passages: &'a [Passage],
    pub(super) said: &'a Said,
    /// The paragraphs in sight, bytes of the document.
    pub(super) sight: Span,
}

impl Passages {
    /// Whether `document` has any.
    pub(super) fn any(&mut self, wb: &Workbench, document: &Document) -> bool {
        let revision = wb.revision();
        if let Some((known, id, any)) = &self.known
            && *known == revision
            && *id == document.id
        {
            return *any;
        }
        let any = wb
            .project()
            .tags()
            .filter(|tag| tag.kind == TagKind::Passage)
            .any(|tag| {
                wb.project()
                    .annotations_with_tag(&tag.id)
                    .any(|mark| mark.document == document.id && !mark.spans.is_empty())
            });
        self.known = Some((revision, document.id.clone(), any));
        any
    }

    /// The passages a reader shows that touch these bytes of its document;
    /// found once for the same bytes, since there may be any number of other
    /// marks on them.
    pub(super) fn within(
        &mut self,
        wb: &Workbench,
        (reader, document): (&Reader, &Document),
        sight: Span,
    ) -> Arc<[Passage]> {
        if !self.any(wb, document) {
            return Arc::default();
        }
        let asked = (
            wb.revision(),
            document.id.clone(),
            reader.layer.clone(),
            sight,
        );
        if let Some((known, passages)) = &self.shown
            && *known == asked
        {
            return Arc::clone(passages);
        }
        let passages: Arc<[Passage]> = wb
            .marks_shown(reader, sight)
            .filter(|mark| is_passage(wb, &mark.tag))
            .filter_map(|mark| Some((mark.id.clone(), mark.tag.clone(), mark.hull()?)))
            .collect();
        self.shown = Some((asked, Arc::clone(&passages)));
        passages
    }
}

fn is_passage(wb: &Workbench, tag: &Id) -> bool {
    wb.project()
        .tag(tag)
        .is_some_and(|tag| tag.kind == TagKind::Passage)
}

/// Draws the margin of the paragraphs in sight; stripes can be clicked.
pub(super) fn margin_ui(
    ui: &mut Ui,
    page: Page<'_>,
    flow: &Flow,
    placed: &[Placed],
    origin: Pos2,
    beside: Beside<'_>,
    actions: &mut Vec<Action>,
) {
    if page.wb.look().line_numbers {
        for paragraph in placed {
            if let Some(counted) = paragraph.number
                && !paragraph.span.is_empty()
            {
                let counted = page.wb.messages().number(counted);
                number(ui, paragraph, &counted, page.rects, origin);
            }
        }
    }
    stripes(ui, page, flow, placed, origin, beside.passages, actions);
    quotations(ui, page, flow, placed, origin, beside, actions);
}

fn number(ui: &Ui, paragraph: &Placed, counted: &str, rects: PageRects, origin: Pos2) {
    let Some(line) = paragraph.layout.lines().first() else {
        return;
    };
    let theme = Theme::get(ui.ctx());
    let label = TextUi::get(ui.ctx()).line(
        ui.ctx(),
        counted,
        TextStyle {
            face: Face::Sans,
            bold: false,
            size: theme::size::SMALL,
        },
        theme::size::SMALL * 1.4,
    );
    let baseline = label.lines().first().map_or(0.0, |line| line.baseline);
    let width = label.shaped().width();
    let x = match rects.direction {
        Direction::RightToLeft => rects.column.right() + rects.gutter - NUMBER_EDGE - width,
        Direction::LeftToRight => rects.column.left() - rects.gutter + NUMBER_EDGE,
    };
    let y = origin.y + paragraph.top + line.baseline - baseline;
    paint_layout(ui.painter(), pos2(x, y), &label, theme.faint);
}

fn stripes(
    ui: &mut Ui,
    page: Page<'_>,
    flow: &Flow,
    placed: &[Placed],
    origin: Pos2,
    passages: &[Passage],
    actions: &mut Vec<Action>,
) {
    let Page { wb, rects, .. } = page;
    let spans: Vec<Span> = passages.iter().map(|(_, _, span)| *span).collect();
    let lanes = nesting_levels(&spans);
    let theme = Theme::get(ui.ctx());
    let language = wb.messages().language().code();
    for ((id, tag, span), lane) in passages.iter().zip(lanes) {
        let Some((top, bottom, begins)) = extent(flow, placed, *span) else {
            continue;
        };
        let Some(tag) = wb.project().tag(tag) else {
            continue;
        };
        let hue = theme.hue(&tag.color, &tag.color_dark);
        let out = STRIPE_GAP + f32::from(lane) * STRIPE_STEP;
        let left = match rects.direction {
            Direction::RightToLeft => rects.column.right() + out,
            Direction::LeftToRight => rects.column.left() - out - STRIPE,
        };
        let stripe = Rect::from_min_max(
            pos2(left, origin.y + top),
            pos2(left + STRIPE, origin.y + bottom),
        );
        let chosen = wb.selected_mark().is_some_and(|mark| mark.id == *id);
        let response = ui.interact(
            stripe.expand2(vec2(3.0, 0.0)),
            ui.scope_id().with(("passage", id.as_str())),
            Sense::click(),
        );
        let drawn = if chosen || response.hovered() {
            stripe.expand2(vec2(1.0, 0.0))
        } else {
            stripe
        };
        paint_stripe(ui.painter(), drawn, tag.pattern, hue);
        ring(ui, &response);
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::Button, true, tag.name(language))
        });
        if response.clicked() {
            actions.push(Action::ChooseMark(Some(id.clone())));
        }
        tooltip(response, tag.name(language));
        if begins && lane == 0 && rects.gutter >= NAMED {
            let name = name(ui, tag.name(language), rects, stripe, hue);
            let response = ui.interact(
                name,
                ui.scope_id().with(("passage-name", id.as_str())),
                Sense::CLICK,
            );
            if response.clicked() {
                actions.push(Action::ChooseMark(Some(id.clone())));
            }
        }
    }
}

/// The dashed stripes of quotations that are only suggested; a click selects
/// the words, ready for the tag's key.
fn quotations(
    ui: &mut Ui,
    page: Page<'_>,
    flow: &Flow,
    placed: &[Placed],
    origin: Pos2,
    beside: Beside<'_>,
    actions: &mut Vec<Action>,
) {
    let Page {
        wb,
        document,
        reader,
        rects,
    } = page;
    let Some(tag) = wb.project().tag(&Id::new(QUOTATION)) else {
        return;
    };
    let found = if wb.suggestions_shown_in(page.reader) {
        beside.said.direct(wb, document, beside.sight)
    } else {
        Vec::new()
    };
    if found.is_empty() {
        return;
    }
    let theme = Theme::get(ui.ctx());
    let hue = theme.suggested_line(theme.hue(&tag.color, &tag.color_dark), true);
    let messages = wb.messages();
    // They stand outside the stripes of passages that share their lines.
    let passages = beside.passages;
    let spans: Vec<Span> = passages
        .iter()
        .map(|(_, _, span)| *span)
        .chain(found.iter().map(|one| one.quote))
        .collect();
    let lanes = nesting_levels(&spans);
    // Where the last one on each lane ends: two may share a line.
    let mut ends: Vec<(u8, f32)> = Vec::new();
    for (one, lane) in found.iter().zip(lanes.iter().skip(passages.len())) {
        let Some((top, bottom, _)) = extent(flow, placed, one.quote) else {
            continue;
        };
        let before = ends.iter().rev().find(|(other, _)| other == lane);
        let top = before.map_or(top, |(_, end)| top.max(end + 4.0));
        if top >= bottom {
            continue;
        }
        ends.push((*lane, bottom));
        let out = STRIPE_GAP + f32::from(*lane) * STRIPE_STEP;
        let left = match rects.direction {
            Direction::RightToLeft => rects.column.right() + out,
            Direction::LeftToRight => rects.column.left() - out - STRIPE,
        };
        let stripe = Rect::from_min_max(
            pos2(left, origin.y + top),
            pos2(left + STRIPE, origin.y + bottom),
        );
        let response = ui.interact(
            stripe.expand2(vec2(4.0, 0.0)),
            ui.scope_id().with(("said", one.quote.start)),
            Sense::click(),
        );
        let drawn = if response.hovered() {
            stripe.expand2(vec2(1.0, 0.0))
        } else {
            stripe
        };
        dashes(ui, drawn, hue);
        ring(ui, &response);
        let speaker = one.speaker.and_then(|speaker| speaker.of(&document.text));
        let speaker = match speaker {
            Some(speaker) => messages.format("said-by", &[("speaker", Arg::from(speaker))]),
            None => messages.text("said-by-nobody"),
        };
        response
            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, speaker.as_str()));
        if response.clicked() {
            actions.push(Action::Select(reader.id, Selection::over(one.quote)));
        }
        let key = tag.key.as_deref().unwrap_or_default();
        tooltip_with_key(response, &speaker, key);
    }
}

/// Around what has the keyboard.
fn ring(ui: &Ui, response: &egui::Response) {
    if response.has_focus() {
        focus_ring(ui.painter(), response.rect, 2.0, &Theme::get(ui.ctx()));
    }
}

fn dashes(ui: &Ui, stripe: Rect, color: egui::Color32) {
    let mut top = stripe.top();
    while top < stripe.bottom() {
        let bottom = (top + 5.0).min(stripe.bottom());
        let dash = Rect::from_min_max(pos2(stripe.left(), top), pos2(stripe.right(), bottom));
        ui.painter().rect_filled(dash, 1.0, color);
        top += 8.0;
    }
}

/// The name of a passage beside the top of its stripe; returns where it is.
fn name(ui: &Ui, name: &str, rects: PageRects, stripe: Rect, hue: egui::Color32) -> Rect {
    let style = TextStyle {
        face: Face::Sans,
        bold: true,
        size: 10.5,
    };
    let room = match rects.direction {
        Direction::RightToLeft => rects.column.right() + rects.gutter - stripe.right(),
        Direction::LeftToRight => stripe.left() - (rects.column.left() - rects.gutter),
    } - NAME_GAP
        - NUMBER_EDGE
        - 10.0;
    let (label, _) = TextUi::get(ui.ctx()).elided_line(ui.ctx(), name, style, 16.0, room.max(20.0));
    let size = vec2(label.shaped().width(), 16.0);
    let rect = match rects.direction {
        Direction::RightToLeft => {
            Align2::LEFT_TOP.anchor_size(pos2(stripe.right() + NAME_GAP, stripe.top()), size)
        }
        Direction::LeftToRight => {
            Align2::RIGHT_TOP.anchor_size(pos2(stripe.left() - NAME_GAP, stripe.top()), size)
        }
    };
    paint_layout(ui.painter(), rect.min, &label, hue);
    rect
}

/// From the top of the first line of `span` to the bottom of its last, as far
/// as it is in sight (points below the top of the column), and whether its
/// beginning is.
fn extent(flow: &Flow, placed: &[Placed], span: Span) -> Option<(f32, f32, bool)> {
    let first = placed.first()?;
    let last = placed.last()?;
    let (head, from) = flow.local(crate::text::Caret {
        byte: span.start,
        affinity: crate::text::Affinity::Downstream,
    });
    let (tail, to) = flow.local(crate::text::Caret {
        byte: span.end,
        affinity: crate::text::Affinity::Upstream,
    });
    let begins = head >= first.index;
    let top = if begins {
        let unit = placed.get(head - first.index)?;
        unit.top + unit.layout.caret_rect(from).y0
    } else {
        first.top
    };
    let bottom = if tail <= last.index {
        let unit = placed.get(tail.checked_sub(first.index)?)?;
        unit.top + unit.layout.caret_rect(to).y1
    } else {
        last.top + last.height
    };
    (top < bottom).then_some((top, bottom, begins))
}
