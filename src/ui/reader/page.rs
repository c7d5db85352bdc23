//! Painting the column: marks, matches, selection, letters, signs, caret.

use egui::{Color32, Pos2, Ui, vec2};

use crate::command::{Reader, Workbench};
use crate::model::{Annotation, Document, Pattern, Span, TagKind};
use crate::text::Affinity;
use crate::ui::paint::{
    Mark, MarkLine, PointSign, paint_caret, paint_layout, paint_marks, paint_points,
    paint_selected_break, paint_selection,
};
use crate::ui::theme::{Theme, TintStrength};

use super::flow::Placed;
use super::handles::dragged_border;
use super::standing::{Part, Standing, Stood, part_in};
use super::{Page, ReaderView, differences, flags, handles, lit, page_id, signs, suggested};

/// Seconds the caret is shown and hidden, and after how many it stands still.
const BLINK: f64 = 0.53;
const BLINK_UNTIL: f64 = 12.0;

/// Paints the paragraphs in sight; `origin` is the top left of the column.
pub(super) fn paint(
    ui: &Ui,
    view: &mut ReaderView,
    page: Page<'_>,
    placed: &[Placed],
    origin: Pos2,
) {
    let Page {
        wb,
        reader,
        document,
        ..
    } = page;
    let theme = Theme::get(ui.ctx());
    let painter = ui.painter();
    let selection = reader.selection.span();
    let matches = wb.find().matches_in(&document.id);
    let dimmed = wb.page_furniture(document);
    let shine = lit::strength(ui, wb, document);
    let partner = wb.partner_paragraphs(reader);
    for paragraph in placed {
        if partner.is_some_and(|partner| partner.overlaps(paragraph.span)) {
            paint_partner(ui, page, paragraph, origin, theme);
        }
        let pos = origin + vec2(0.0, paragraph.top);
        let (mut marks, points) = marks_in(wb, (reader, document), view, paragraph, theme);
        marks.extend(found_in(matches, paragraph, selection, theme));
        if shine > 0.0 {
            marks.extend(lit::lit_in(wb, document, paragraph, shine, theme));
        }
        paint_marks(painter, pos, &paragraph.layout, &marks);
        let shown = Span::new(
            selection.start.max(paragraph.sight.start),
            selection
                .end
                .min(paragraph.sight.end)
                .max(paragraph.sight.start),
        );
        if selection.overlaps(paragraph.sight)
            && let Some(part) = part_in(shown, paragraph.span)
        {
            paint_selection(painter, pos, &paragraph.layout, part, theme.selection);
        }
        // A break is selected with the paragraph before it; a part of one that
        // is laid out in parts has none.
        let breaks = selection.start <= paragraph.span.end && paragraph.span.end < selection.end;
        if breaks && paragraph.ends {
            paint_selected_break(painter, pos, &paragraph.layout, theme.selection);
        }
        let ink = if view.furniture.holds(
            paragraph.span.start,
            paragraph.layout.shaped().text(),
            dimmed,
        ) {
            theme.faint
        } else {
            theme.ink
        };
        paint_layout(painter, pos, &paragraph.layout, ink);
        paint_points(painter, pos, &paragraph.layout, &points);
        let words = flags::words_of(wb, document, paragraph);
        signs::paint_words(painter, pos, &paragraph.layout, &words, &theme);
        let hidden = flags::signs_of(wb, document, paragraph);
        signs::paint_selected(painter, pos, &hidden, selection);
        signs::paint_signs(painter, pos, &paragraph.layout, &hidden, &theme);
    }
    handles::paint(ui, view, page, placed, origin);
    caret(ui, view, reader, placed, origin, theme);
}

/// The light ground of a paragraph that stands for the one with the caret in
/// another reader.
fn paint_partner(ui: &Ui, page: Page<'_>, placed: &Placed, origin: Pos2, theme: Theme) {
    let bottom = placed.layout.lines().last().map_or(0.0, |line| line.bottom);
    let top = origin.y + placed.top;
    let rect = egui::Rect::from_x_y_ranges(page.rects.column.x_range(), top..=top + bottom);
    ui.painter()
        .rect_filled(rect.expand2(vec2(6.0, 1.0)), 4.0, theme.hover);
}

/// What stands on the lines in sight of a paragraph, as it is painted.
fn marks_in(
    wb: &Workbench,
    (reader, document): (&Reader, &Document),
    view: &mut ReaderView,
    placed: &Placed,
    theme: Theme,
) -> (Vec<Mark>, Vec<PointSign>) {
    let mut standings = std::mem::take(&mut view.standings);
    let compared = differences::compared_in(wb, reader);
    let (mut marks, mut points) = (Vec::new(), Vec::new());
    for stood in standings.in_sight(wb, (reader, document), placed, dragged_border(view)) {
        match stood.what {
            Standing::Mark(mark) if stood.part == Part::Point => {
                // Where a long paragraph is cut, it stands in the second part.
                if placed.ends || stood.span.start < placed.span.len() {
                    points.push(point(wb, mark, &stood, theme));
                }
            }
            Standing::Mark(mark) => {
                let hovered = view.hovered.as_ref() == Some(&mark.id);
                let mut shown = painted(wb, mark, &stood, hovered, theme);
                if let Some((comparison, _)) = &compared {
                    differences::drawn(comparison, &mark.id, &mut shown, &theme);
                }
                marks.push(shown);
            }
            Standing::Suggestion(suggestion) => marks.push(suggested::painted(
                wb,
                document,
                suggestion,
                stood.span,
                stood.level,
                theme,
            )),
        }
    }
    view.standings = standings;
    if let Some(compared) = &compared {
        marks.extend(differences::missing(wb, compared, placed, theme));
    }
    (marks, points)
}

/// A mark, or the link between two of its pieces, as it is painted. All pieces
/// of one under the pointer are lit.
fn painted(
    wb: &Workbench,
    mark: &Annotation,
    stood: &Stood<'_>,
    hovered: bool,
    theme: Theme,
) -> Mark {
    let chosen = wb.selected_mark();
    let tag = wb.project().tag(&mark.tag);
    let hue = tag.map_or(theme.second, |tag| theme.hue(&tag.color, &tag.color_dark));
    let passage = tag.is_some_and(|tag| tag.kind != TagKind::Entity);
    let is_chosen = chosen.is_some_and(|chosen| chosen.id == mark.id);
    let same_entity = mark.entity.is_some() && wb.lit_entity() == mark.entity.as_ref();
    let link = stood.part == Part::Link;
    let strength = if passage {
        TintStrength::Suggested
    } else if is_chosen || same_entity || (hovered && mark.spans.len() > 1) {
        TintStrength::Chosen
    } else {
        TintStrength::Marked
    };
    Mark {
        span: stood.span,
        tint: if link {
            Color32::TRANSPARENT
        } else {
            theme.tint(hue, strength)
        },
        hue,
        line: if link {
            MarkLine::Dotted
        } else if passage {
            MarkLine::None
        } else {
            MarkLine::of(tag.map_or(Pattern::Plain, |tag| tag.pattern))
        },
        level: stood.level,
        outline: (is_chosen && !passage && !link).then_some(theme.accent),
    }
}

/// An insertion point as it is painted.
fn point(wb: &Workbench, mark: &Annotation, stood: &Stood<'_>, theme: Theme) -> PointSign {
    let is_chosen = wb
        .selected_mark()
        .is_some_and(|chosen| chosen.id == mark.id);
    let tag = wb.project().tag(&mark.tag);
    PointSign {
        byte: stood.span.start,
        nth: stood.level,
        hue: tag.map_or(theme.second, |tag| theme.hue(&tag.color, &tag.color_dark)),
        outline: is_chosen.then_some(theme.accent),
    }
}

/// What was found in a paragraph; the one that is selected shows as selection.
fn found_in(matches: &[Span], placed: &Placed, selection: Span, theme: Theme) -> Vec<Mark> {
    let Placed { span, sight, .. } = *placed;
    let first = matches.partition_point(|found| found.end <= sight.start);
    matches
        .iter()
        .skip(first)
        .take_while(|found| found.start < sight.end)
        .filter(|found| **found != selection)
        .filter_map(|found| {
            Some(Mark {
                span: part_in(*found, span)?,
                tint: theme.accent.gamma_multiply(0.20),
                hue: Color32::TRANSPARENT,
                line: MarkLine::None,
                level: 0,
                outline: None,
            })
        })
        .collect()
}

/// The caret, blinking for a while after it has moved and then still, so that
/// an idle window draws nothing.
fn caret(
    ui: &Ui,
    view: &mut ReaderView,
    reader: &Reader,
    placed: &[Placed],
    origin: Pos2,
    theme: Theme,
) {
    if !ui.memory(|memory| memory.has_focus(page_id(reader.id))) {
        view.caret = None;
        return;
    }
    let head = reader.selection.head;
    let now = ui.input(|input| input.time);
    let since = match view.caret {
        Some((caret, since)) if caret == head => since,
        _ => {
            view.caret = Some((head, now));
            now
        }
    };
    let Some(paragraph) = placed
        .iter()
        .rev()
        .find(|unit| {
            let continued = unit.number.is_none() && head.affinity == Affinity::Upstream;
            unit.span.start < head.byte || (unit.span.start == head.byte && !continued)
        })
        .filter(|paragraph| head.byte <= paragraph.span.end)
    else {
        return;
    };
    let local = crate::text::Caret {
        byte: head.byte - paragraph.span.start,
        ..head
    };
    let origin = origin + vec2(0.0, paragraph.top);
    note_caret(ui, paragraph.layout.caret_rect(local), origin);
    let elapsed = now - since;
    if elapsed < BLINK_UNTIL {
        let rest = BLINK - elapsed % BLINK;
        ui.ctx()
            .request_repaint_after(std::time::Duration::from_secs_f64(rest.max(0.02)));
        if (elapsed / BLINK) as u64 % 2 == 1 {
            return;
        }
    }
    paint_caret(ui.painter(), origin, &paragraph.layout, local, theme.accent);
}

fn caret_id() -> egui::Id {
    egui::Id::unique("hashiya.caret-place")
}

/// Notes where the caret is in this frame, for what opens beside it.
fn note_caret(ui: &Ui, rect: crate::text::Rect, origin: Pos2) {
    let place = egui::Rect::from_min_max(
        origin + vec2(rect.x0, rect.y0),
        origin + vec2(rect.x1, rect.y1),
    );
    let frame = ui.ctx().cumulative_frame_nr();
    ui.ctx()
        .data_mut(|data| data.insert_temp(caret_id(), (frame, place)));
}

/// Where the caret stands on the screen, points, if it was in sight in this
/// frame or the one before.
pub(in crate::ui) fn caret_place(ctx: &egui::Context) -> Option<egui::Rect> {
    let noted: Option<(u64, egui::Rect)> = ctx.data(|data| data.get_temp(caret_id()));
    noted
        .filter(|(frame, _)| frame + 1 >= ctx.cumulative_frame_nr())
        .map(|(_, place)| place)
}
