//! A page for a screen reader: its text in reading order, its marks, caret
//! and selection, and what the reader asks of it.
//!
//! Told are the lines in sight, a window's height on either side and a few
//! thousand bytes more, so that an article is told whole and a book never;
//! marks a window's height around. What is told stays the same while the page
//! scrolls a little.
//!
//! Invariant: what is told is one stretch of the document, and nothing is
//! laid out or built while no screen reader listens.

mod asked;
mod marks;
mod near;

use std::ops::Range;
use std::sync::Arc;

use egui::accesskit::{Action as Asked, Node, NodeId, Role};
use egui::{Context, Id as WidgetId, Pos2, Rect, Ui, pos2, vec2};

use crate::entities::Type;
use crate::model::{Id, Span};
use crate::text::{ParagraphLayout, TextEngine};
use crate::ui::access::{
    Branch, Part, TextMap, bounds, is_listening, runs_of, text_direction, voice_of,
};

use super::flow::{Flow, Placed};
use super::{Page, page_id};

use marks::{Said, said_in};
use near::{MORE_UNITS, bytes_of, near_lines, needed, next_unit, widened};

pub(in crate::ui) use marks::say_chosen;

/// Told at most before units are let go again.
const MOST_BYTES: usize = 64 * 1024;
/// The most of a paragraph that is its name, bytes.
const LONGEST_NAME: usize = 2000;
/// A title stands in the first bytes of a text, or it is not told apart.
const FOR_TITLE: usize = 4096;

/// What a reader keeps of what it told.
#[derive(Debug, Default)]
pub(super) struct Spoken {
    document: Option<Id>,
    units: Range<usize>,
    text: TextMap,
    targets: Vec<(NodeId, Target)>,
}

/// What a node that is not text stands for.
#[derive(Clone, Debug)]
pub(super) enum Target {
    /// A paragraph.
    Words(Span),
    /// A mark, and where it begins.
    Mark(Id, Span),
    Suggestion(Span, Type),
}

/// A unit that is told.
pub(super) struct Told {
    span: Span,
    /// Points below the top of the window.
    top: f32,
    layout: Arc<ParagraphLayout>,
    lines: Range<usize>,
    /// Within a window's height of the window: its marks are told too.
    near: bool,
}

impl Told {
    /// Its bytes on lines that are told: bytes of the document.
    fn told(&self) -> Span {
        let lines = self.layout.lines();
        let start = lines
            .get(self.lines.start)
            .map_or(0, |line| line.span.start);
        let end = self
            .lines
            .end
            .checked_sub(1)
            .and_then(|last| lines.get(last))
            .map_or(start, |line| line.span.end);
        Span::new(self.span.start + start, self.span.start + end)
    }
}

impl Spoken {
    /// The units to be told, laid out; none while nobody listens. `height` is
    /// that of the window, points.
    pub(super) fn gather(
        &mut self,
        ctx: &Context,
        flow: &mut Flow,
        engine: &mut TextEngine,
        document: &Id,
        placed: &[Placed],
        height: f32,
    ) -> Vec<Told> {
        let (Some(first), Some(last)) = (placed.first(), placed.last()) else {
            return Vec::new();
        };
        if !is_listening(ctx) {
            self.forget();
            return Vec::new();
        }
        let needed = needed(flow, engine, first, last, height);
        let near = |at: usize, edge: usize| at.abs_diff(edge) <= MORE_UNITS;
        let keeps = self.document.as_ref() == Some(document)
            && self.units.start <= needed.start
            && needed.end <= self.units.end
            && self.units.end <= flow.unit_count()
            && near(self.units.start, first.index)
            && near(self.units.end, last.index)
            && bytes_of(flow, &self.units) <= MOST_BYTES;
        if !keeps {
            self.units = widened(flow, needed.clone());
            self.document = Some(document.clone());
        }
        self.units
            .clone()
            .filter_map(|index| {
                let layout = flow.layout(engine, index)?;
                Some((index, layout))
            })
            .collect::<Vec<_>>()
            .into_iter()
            .filter_map(|(index, layout)| {
                let span = flow.unit_span(index)?;
                let top = flow.top_of(index);
                let lines = near_lines(&layout, span, top, height);
                Some(Told {
                    span,
                    top,
                    layout,
                    lines,
                    near: needed.contains(&index),
                })
            })
            .collect()
    }

    fn forget(&mut self) {
        if self.document.is_some() {
            *self = Self::default();
        }
    }

    /// Builds the nodes of the page. `origin` is the top left of the column.
    pub(super) fn tell(
        &mut self,
        ui: &Ui,
        page: Page<'_>,
        flow: &Flow,
        told: &[Told],
        origin: Pos2,
        furniture: &mut super::furniture::Furniture,
    ) {
        if told.is_empty() {
            return;
        }
        let ctx = ui.ctx();
        let Page {
            wb,
            reader,
            document,
            rects,
        } = page;
        let id = page_id(reader.id);
        let owner = id.with(document.id.as_str());
        self.text = TextMap::default();
        self.targets.clear();
        let mut branch = Branch::default();
        let messages = wb.messages();
        let dimmed = wb.page_furniture(document);
        let title = title_at(&document.text, &document.title);
        let mut told_marks = false;
        for (at, unit) in told.iter().enumerate() {
            let words = unit.layout.shaped().text();
            let said = if unit.near {
                said_in(wb, (reader, document), unit.told(), !told_marks, ctx)
            } else {
                Vec::new()
            };
            told_marks |= unit.near;
            let cuts = cuts(&said, unit.span);
            let after = told.get(at + 1).map_or_else(
                || next_unit(&document.text, unit.span.end),
                |next| next.span.start,
            );
            let separator = document.text.get(unit.span.end..after).unwrap_or_default();
            let corner = pos2(origin.x, origin.y + unit.top);
            let runs = runs_of(
                owner,
                &Part {
                    layout: &unit.layout,
                    start: unit.span.start,
                    corner,
                    lines: unit.lines.clone(),
                    separator,
                    cuts: &cuts,
                },
            );
            let mut children = Vec::with_capacity(runs.len() + said.len());
            let mut marks = 0;
            let mut waiting = said.iter().filter(|said| said.begins).peekable();
            for (run, mut node) in runs {
                while let Some(mark) = waiting.next_if(|said| said.span.start < run.end().max(1)) {
                    self.push_mark(
                        &mut branch,
                        &mut children,
                        owner,
                        unit,
                        (mark, marks),
                        corner,
                    );
                    marks += 1;
                }
                dress(&mut node, &said, run.start());
                let run_id = run.id;
                self.text.push(run);
                if branch.push_inner(run_id, node) {
                    children.push(run_id.accesskit_id());
                }
            }
            for mark in waiting {
                self.push_mark(
                    &mut branch,
                    &mut children,
                    owner,
                    unit,
                    (mark, marks),
                    corner,
                );
                marks += 1;
            }
            if words.is_empty() && children.len() == 1 {
                // An empty line is text and nothing to stop at.
                branch.raise(children);
                continue;
            }
            let node_id = owner.with(("paragraph", unit.span.start));
            let mut node = paragraph(words, unit, rects.column, corner);
            if title.is_some_and(|title| unit.span.contains(title)) {
                node.set_role(Role::Heading);
                node.set_level(1);
            } else if furniture.holds(unit.span.start, words, dimmed) {
                node.set_description(messages.text("access-furniture"));
            }
            node.set_children(children);
            node.set_size_of_set(marks);
            self.targets
                .push((node_id.accesskit_id(), Target::Words(unit.span)));
            branch.push(node_id, node);
        }
        let selection = self
            .text
            .selection(reader.selection.anchor, reader.selection.head);
        branch.hang(ctx, id);
        ctx.accesskit_node_builder(id, |node| {
            node.set_read_only();
            node.set_text_direction(text_direction(flow.direction()));
            if let Some(voice) = voice_of(&document.title) {
                node.set_language(voice);
            }
            match selection {
                Some(selection) => node.set_text_selection(selection),
                None => node.clear_text_selection(),
            }
            for asked in [Asked::SetTextSelection, Asked::ScrollUp, Asked::ScrollDown] {
                node.add_action(asked);
            }
        });
    }

    fn push_mark(
        &mut self,
        branch: &mut Branch,
        children: &mut Vec<NodeId>,
        owner: WidgetId,
        unit: &Told,
        (mark, index): (&Said, usize),
        corner: Pos2,
    ) {
        let id = owner.with(mark.salt());
        let mut node = mark.node();
        node.set_position_in_set(index);
        let local = Span::new(
            mark.span.start.max(unit.span.start) - unit.span.start,
            mark.span.end.min(unit.span.end).max(unit.span.start) - unit.span.start,
        );
        let mut rect = Rect::NOTHING;
        for piece in unit.layout.rects(local) {
            rect = rect.union(Rect::from_min_max(
                corner + vec2(piece.rect.x0, piece.rect.y0),
                corner + vec2(piece.rect.x1, piece.rect.y1),
            ));
        }
        if rect.is_positive() {
            node.set_bounds(bounds(rect));
        }
        if branch.push_inner(id, node) {
            children.push(id.accesskit_id());
            self.targets.push((id.accesskit_id(), mark.target()));
        }
    }
}

/// Where the title stands in the text, if it begins with it: bytes.
fn title_at(text: &str, title: &str) -> Option<usize> {
    let head = text.floor_char_boundary(FOR_TITLE.min(text.len()));
    let title = title.trim_end_matches(['…', ' ']);
    text.get(..head)
        .filter(|_| !title.is_empty())
        .and_then(|head| head.find(title))
}

/// Where the looks of a unit's letters change: bytes of the unit, in order.
fn cuts(said: &[Said], unit: Span) -> Vec<usize> {
    let mut cuts: Vec<usize> = said
        .iter()
        .flat_map(|said| [said.span.start, said.span.end])
        .filter(|byte| (unit.start..=unit.end).contains(byte))
        .map(|byte| byte - unit.start)
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

/// The ground and the line of the innermost mark at a byte.
fn dress(node: &mut Node, said: &[Said], byte: usize) {
    let innermost = said
        .iter()
        .filter(|said| said.span.contains(byte))
        .min_by_key(|said| said.span.len());
    if let Some(mark) = innermost {
        mark.dress(node);
    }
}

fn paragraph(words: &str, unit: &Told, column: Rect, corner: Pos2) -> Node {
    let mut node = Node::new(Role::Paragraph);
    let end = words.floor_char_boundary(LONGEST_NAME.min(words.len()));
    node.set_label(words.get(..end).unwrap_or_default());
    node.set_text_direction(text_direction(unit.layout.shaped().direction()));
    if let Some(voice) = voice_of(words) {
        node.set_language(voice);
    }
    let lines = unit.layout.lines();
    let top = lines.get(unit.lines.start).map_or(0.0, |line| line.top);
    let bottom = unit
        .lines
        .end
        .checked_sub(1)
        .and_then(|last| lines.get(last))
        .map_or(top, |line| line.bottom);
    node.set_bounds(bounds(Rect::from_min_max(
        pos2(column.left(), corner.y + top),
        pos2(column.right(), corner.y + bottom),
    )));
    node.add_action(Asked::ScrollIntoView);
    node.add_action(Asked::Click);
    node
}
