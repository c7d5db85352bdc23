//! The reader: one document as a page, with its marks.
//!
//! Lives here: laying out what is in sight ([`flow`]), painting it
//! ([`page`]), relations between marks ([`arcs`], [`relating`]), the margin with numbers and passages ([`margin`]), signs of
//! what is not seen and flags ([`signs`], [`flags`]), mouse, keys and menu
//! ([`pointer`], [`handles`], [`keyboard`], [`menu`]). Does not live here: shaping and breaking
//! ([`crate::text`]), and any change to the project.
//!
//! Invariant: marks, selection and caret are painted from geometry of layouts
//! that know nothing of them.

mod arcs;
mod beyond;
mod caret;
mod chips;
mod differences;
#[cfg(test)]
mod drags;
mod flags;
mod flow;
mod furniture;
mod handles;
mod header;
mod heights;
mod keyboard;
mod layer;
pub(super) mod linked;
mod lit;
mod margin;
mod marks;
mod menu;
mod page;
mod pointer;
mod relating;
mod said;
mod scroll_bar;
mod signs;
mod spoken;
mod standing;
mod suggested;
mod under;
mod units;

use egui::{Id as WidgetId, Pos2, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::command::{LineFill, Measure, PageFace, Reader, ReaderId, Scroll, Workbench};
use crate::model::{Document, Id as MarkId, Span};
use crate::text::{Align, Caret, Direction, Face, Fill, TextEngine};
use crate::ui::within::within;

use super::action::Action;
use super::direction_keys::Chord;
use super::paint::TextUi;
use super::theme::{self, Theme, UiDirection};

use flow::{Flow, PageStyle};

pub(super) use header::{summary, tab_ui};
pub(super) use layer::layer_name;
pub(super) use menu::open_page_menu;
pub(super) use page::caret_place;
pub(super) use spoken::say_chosen;

use header::HEADER_HEIGHT;

/// Height of the space above the first line, points.
const TOP_MARGIN: f32 = 22.0;
/// An average letter of a column at 100 %, points.
const LETTER: f32 = 8.0;
/// Space at the side where lines end, points.
const END_MARGIN: f32 = 34.0;
/// In a narrow pane, no more of its width than this.
const END_PART: f32 = 0.07;

/// What a reader keeps between frames; nothing of it belongs to the project.
#[derive(Debug, Default)]
pub(super) struct ReaderView {
    flow: Option<Flow>,
    furniture: furniture::Furniture,
    passages: margin::Passages,
    standings: standing::Standings,
    arcs: arcs::Arcs,
    said: said::Said,
    spoken: spoken::Spoken,
    drag: Option<pointer::Drag>,
    /// Escape has let go of a dragged border in this frame.
    let_go_by_key: bool,
    press: pointer::Press,
    /// The mark under the pointer.
    hovered: Option<MarkId>,
    /// Where the pointer was last seen while something was dragged.
    dragged_to: Option<Pos2>,
    /// When the pointer left the window, until it is heard of again.
    gone_at: Option<f64>,
    /// The keys of a change of direction that are down.
    chord: Chord,
    /// What Up and Down keep to, points from the left of the column.
    goal_x: Option<f32>,
    grip: Option<scroll_bar::Grip>,
    /// The caret when it was last drawn, and when it came there.
    caret: Option<(Caret, f64)>,
    /// Height of the window on the document, points.
    height: f32,
    /// What a person did to the page in this frame.
    moved: linked::Moved,
    /// The byte of the caret in the frame before.
    caret_byte: usize,
}

impl ReaderView {
    /// Lets go of what is made again when the page is seen again.
    pub(super) fn rest(&mut self) {
        if let Some(flow) = &mut self.flow {
            flow.let_all_go();
        }
        self.standings = standing::Standings::default();
        self.said = said::Said::default();
    }
}

/// What a page shows and where; handed to everything that draws or listens.
#[derive(Clone, Copy)]
struct Page<'a> {
    wb: &'a Workbench,
    reader: &'a Reader,
    document: &'a Document,
    rects: PageRects,
}

/// A document laid out, with the engine to lay out more of it.
struct Column<'a> {
    flow: &'a mut Flow,
    engine: &'a mut TextEngine,
    /// Height of the window on it, points.
    height: f32,
}

/// Where the parts of a page are, points on the screen.
#[derive(Clone, Copy, Debug)]
struct PageRects {
    /// The page with its margins, below the header.
    page: Rect,
    /// The column of text; as high as the page.
    column: Rect,
    /// Width of the margin beside the column, points.
    gutter: f32,
    /// The document's own direction: the margin stands at its start side.
    direction: Direction,
}

impl ReaderView {
    /// Where the page is scrolled to.
    pub(super) fn scroll(&self) -> Option<Scroll> {
        let anchor = self.flow.as_ref()?.anchor;
        Some(Scroll {
            unit: anchor.paragraph,
            offset: anchor.offset,
        })
    }
}

/// The name of a reader's page for egui's focus.
pub(super) fn page_id(reader: ReaderId) -> WidgetId {
    WidgetId::unique(("reader.page", reader.0))
}

/// Draws a reader into all of `ui`. Returns whether its header is being
/// dragged (to dock it elsewhere).
pub(super) fn reader_ui(
    ui: &mut Ui,
    view: &mut ReaderView,
    wb: &Workbench,
    reader: &Reader,
    actions: &mut Vec<Action>,
) -> bool {
    let Some(document) = wb.project().document(&reader.document) else {
        return false;
    };
    let full = ui.available_rect_before_wrap();
    let height = if wb.modes().focus { 0.0 } else { HEADER_HEIGHT };
    let (header, page) = full.split_top_bottom_at_y(full.top() + height);
    ui.painter()
        .rect_filled(page, 0.0, Theme::get(ui.ctx()).page);
    let dragged = height > 0.0 && header::header_ui(ui, header, wb, reader, document, actions);
    let mut inner = ui.new_child(UiBuilder::new().max_rect(page));
    inner.set_clip_rect(page.intersect(ui.clip_rect()));
    page_ui(&mut inner, page, view, wb, reader, document, actions);
    ui.allocate_rect(full, Sense::hover());
    dragged
}

fn page_ui(
    ui: &mut Ui,
    page: Rect,
    view: &mut ReaderView,
    wb: &Workbench,
    reader: &Reader,
    document: &Document,
    actions: &mut Vec<Action>,
) {
    let ctx = ui.ctx().clone();
    let text_ui = TextUi::get(&ctx);
    let response = ui.interact(page, page_id(reader.id), Sense::click_and_drag());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Document, true, document.title.as_str())
    });

    let zoom = f32::from(wb.look().zoom_percent) / 100.0;
    let rects = place(page, document, view, wb, zoom);
    let style = PageStyle {
        size: theme::size::PAGE * zoom,
        width: rects.column.width(),
        ..page_style(wb)
    };
    let fits = view
        .flow
        .as_ref()
        .is_some_and(|flow| flow.shows(&document.text, document.direction));
    if !fits {
        let anchor = view.flow.as_ref().map(|flow| flow.anchor);
        let mut flow = Flow::new(
            document.text.clone(),
            document.direction,
            rects.direction,
            style,
        );
        match (anchor, view.flow.as_ref()) {
            // The same text in another direction stays where it was.
            (Some(anchor), Some(old)) if old.shows_text(&document.text) => flow.anchor = anchor,
            (None, _) => {
                // As it was left.
                if let Some(scroll) = reader.scroll {
                    flow.anchor = flow::Anchor {
                        paragraph: scroll.unit,
                        offset: scroll.offset,
                    };
                }
            }
            _ => {}
        }
        view.furniture = furniture::Furniture::of(&document.text);
        view.flow = Some(flow);
        view.drag = None;
    }
    let Some(mut flow) = view.flow.take() else {
        return;
    };
    let height = (page.height() - TOP_MARGIN).max(1.0);
    let shown = Page {
        wb,
        reader,
        document,
        rects,
    };

    flow.turn(&document.paragraph_directions);
    let (placed, told, menu_at) = text_ui.with_engine(&ctx, |engine| {
        flow.restyle(engine, style);
        let mut before = flow.anchor;
        scroll_bar::wheel(ui, &response, &mut flow, actions);
        let mut scrolled = flow.anchor != before;
        if let Some(span) = reader.reveal {
            before = flow.anchor;
            flow.reveal(engine, span, height);
            actions.push(Action::Revealed(reader.id));
            // What is shown in the other readers leads nobody.
            let active = wb.active_reader().map(|active| active.id);
            scrolled |= active == Some(reader.id) && flow.anchor != before;
            before = flow.anchor;
        }
        let mut column = Column {
            flow: &mut flow,
            engine: &mut *engine,
            height,
        };
        pointer::Hand {
            view: &mut *view,
            column: &mut column,
            page: shown,
            actions: &mut *actions,
            by_words: ui.input(|input| input.modifiers.command),
        }
        .handle(ui, &response);
        keyboard::handle(ui, &response, view, &mut column, shown, actions);
        view.spoken.obey(ui, shown, &mut column, actions);
        let menu_at = menu::asked_by_key(ui, &mut column, shown);
        // A page that has just come goes where it is shown, and leads nobody.
        view.moved.scrolled = fits && (scrolled || flow.anchor != before);
        let byte = reader.selection.head.byte;
        let by_key = ui.input(|input| !input.pointer.any_down() && !input.pointer.any_released());
        if fits && by_key && byte != view.caret_byte {
            view.moved.caret = linked::caret_height(&mut flow, engine, byte);
        }
        view.caret_byte = byte;
        view.height = height;
        let placed = flow.place(engine, height);
        let told = view
            .spoken
            .gather(&ctx, &mut flow, engine, &document.id, &placed, height);
        (placed, told, menu_at)
    });

    let origin = pos2(rects.column.left(), page.top() + TOP_MARGIN);
    menu::menu_ui(ui, &response, menu_at, wb, actions);
    if let (Some(first), Some(last)) = (placed.first(), placed.last()) {
        let sight = Span::new(first.span.start, last.span.end.max(first.span.start));
        view.said.read(&ctx, wb, document, sight);
        let passages = view.passages.within(wb, (reader, document), sight);
        let beside = margin::Beside {
            passages: &passages,
            said: &view.said,
            sight,
        };
        margin::margin_ui(ui, shown, &flow, &placed, origin, beside, actions);
    }
    page::paint(ui, view, shown, &placed, origin);
    arcs::arcs_ui(
        ui,
        &mut view.arcs,
        shown,
        &placed,
        origin,
        &response,
        actions,
    );
    flags::flags_ui(ui, shown, &placed, origin, actions);
    differences::signs_ui(ui, shown, &placed, origin, actions);
    let furniture = &mut view.furniture;
    view.spoken.tell(ui, shown, &flow, &told, origin, furniture);
    text_ui.with_engine(&ctx, |engine| {
        let mut column = Column {
            flow: &mut flow,
            engine,
            height,
        };
        let before = column.flow.anchor;
        scroll_bar::scroll_bar_ui(ui, reader.id, page, &mut column, &mut view.grip);
        view.moved.scrolled |= column.flow.anchor != before;
    });
    let hovered = under::hover_card(&response, wb, (reader, document), &placed, origin);
    if view.hovered != hovered {
        view.hovered = hovered;
        ctx.request_repaint();
    }
    if wb
        .active_reader()
        .is_some_and(|active| active.id == reader.id)
    {
        relating::strip_ui(ui, page, wb, actions);
    }
    view.flow = Some(flow);
}

/// Where column and margin stand: together in the middle of the pane, the
/// margin at the start side of the document.
fn place(
    page: Rect,
    document: &Document,
    view: &mut ReaderView,
    wb: &Workbench,
    zoom: f32,
) -> PageRects {
    let direction = view
        .flow
        .as_ref()
        .filter(|flow| flow.shows(&document.text, document.direction))
        .map_or_else(
            || flow::direction_of(&document.text, document.direction),
            Flow::direction,
        );
    let gutter = margin::width(page.width(), wb);
    let end = END_MARGIN.min(page.width() * END_PART);
    let widest = match wb.look().page.measure {
        Measure::Letters(letters) => f32::from(letters) * LETTER * zoom,
        Measure::Full => f32::INFINITY,
    };
    let width = within(page.width() - gutter - end, 60.0, widest);
    let block = gutter + width + end;
    let left = page.left() + ((page.width() - block) / 2.0).max(0.0);
    let column_left = match direction {
        Direction::RightToLeft => left + end,
        Direction::LeftToRight => left + gutter,
    };
    PageRects {
        page,
        column: Rect::from_min_size(
            pos2(column_left.round(), page.top()),
            vec2(width.floor(), page.height()),
        ),
        gutter,
        direction,
    }
}

/// How a page is set, but for its size and its width.
pub(in crate::ui) fn page_style(wb: &Workbench) -> PageStyle {
    let look = wb.look();
    PageStyle {
        leading: look.page.leading.factor(),
        align: match look.page.fill {
            LineFill::Ragged => Align::Start,
            LineFill::Spaces => Align::Both(Fill::Spaces),
            LineFill::Kashida => Align::Both(Fill::Kashida),
        },
        paragraph_space: look.page.paragraphs.lines(),
        ..PageStyle::new(
            match look.face {
                PageFace::Naskh => Face::Naskh,
                PageFace::Amiri => Face::Amiri,
                PageFace::Sans => Face::Sans,
            },
            theme::size::PAGE,
            0.0,
        )
    }
}

/// The side of the window where things end, for scroll bars and buttons.
fn interface(ui: &Ui) -> UiDirection {
    UiDirection::get(ui.ctx())
}
