//! The readers side by side: docking, resizing, mirroring.
//!
//! Lives here: the tree of panes, kept in step with the workbench's readers.
//! What is inside a pane is [`super::reader`]'s business.
//!
//! Invariant: every open reader has exactly one pane, and in an Arabic
//! interface the first reader stands on the right.

mod shape;

use std::collections::{BTreeMap, BTreeSet};

use egui::{Color32, Stroke, Ui, WidgetText};
use egui_tiles::{
    Behavior, Container, EditAction, LinearDir, ResizeState, SimplificationOptions, TabState, Tile,
    TileId, Tiles, Tree, UiResponse,
};

use crate::command::{ReaderId, Workbench};

use super::action::Action;
use super::paint::TextUi;
use super::reader::linked::Link;
use super::reader::{ReaderView, layer_name, reader_ui};
use super::theme::{Theme, UiDirection};
use super::widgets::Label;

use shape::{Shape, shape_of, tree_of};

/// The panes and what each reader keeps between frames.
pub(super) struct Docks {
    tree: Tree<u64>,
    views: BTreeMap<ReaderId, ReaderView>,
    mirrored: bool,
    borders: Vec<egui::Id>,
    /// The project the panes were last put up for.
    generation: Option<u64>,
    /// The readers when the panes were last written down.
    noted: Vec<ReaderId>,
    /// How the readers stand, as long as nobody has dragged them elsewhere.
    shape: Option<Shape>,
    /// How often they were asked to go into order.
    arranged: u32,
    /// The reader that was active in the frame before.
    active: Option<ReaderId>,
    link: Link,
}

impl std::fmt::Debug for Docks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Docks")
            .field("views", &self.views.len())
            .finish_non_exhaustive()
    }
}

impl Docks {
    pub(super) fn new() -> Self {
        Self {
            tree: Tree::new_horizontal(egui::Id::unique("readers"), Vec::new()),
            views: BTreeMap::new(),
            mirrored: false,
            borders: Vec::new(),
            generation: None,
            noted: Vec::new(),
            shape: Some(Shape::Rows(1)),
            arranged: 0,
            active: None,
            link: Link::default(),
        }
    }

    /// Draws the active reader alone into `ui`.
    pub(super) fn page_alone_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        self.keep_in_step(wb);
        if let Some(reader) = wb.active_reader()
            && let Some(view) = self.views.get_mut(&reader.id)
        {
            reader_ui(ui, view, wb, reader, actions);
        }
    }

    /// Tells the workbench where the pages are scrolled to and how the panes
    /// stand, for the next time the project is opened. To be called before
    /// the workbench changes.
    pub(super) fn remember(&mut self, ctx: &egui::Context, wb: &mut Workbench) {
        for (id, view) in &self.views {
            if let Some(scroll) = view.scroll() {
                wb.scrolled(*id, scroll);
            }
        }
        // Panes are moved by the mouse, or opened and closed by commands.
        let moved = ctx.input(|input| input.pointer.any_released());
        let stand: Vec<ReaderId> = self.views.keys().copied().collect();
        let kept = wb.arrangement();
        if !moved && self.noted == stand && !kept.is_null() && kept.get("was").is_none() {
            return;
        }
        self.noted = stand;
        let panes = self.tree.tiles.iter().filter(|(_, tile)| tile.is_pane());
        if panes.count() == wb.readers().len()
            && let (Ok(tiles), Ok(root)) = (
                serde_json::to_value(&self.tree.tiles),
                serde_json::to_value(self.tree.root),
            )
        {
            let arrangement = serde_json::json!({
                "tiles": tiles,
                "root": root,
                "mirrored": self.mirrored,
                "by_hand": self.shape.is_none(),
            });
            wb.set_arrangement(arrangement);
        }
    }

    /// Puts the panes up as they stood when the project was left, if all its
    /// readers are there.
    fn put_up(&mut self, wb: &Workbench) {
        let kept = wb.arrangement();
        let numbers = |name: &str| -> Vec<u64> {
            let numbers = kept.get(name).and_then(serde_json::Value::as_array);
            let numbers = numbers.into_iter().flatten();
            numbers.filter_map(serde_json::Value::as_u64).collect()
        };
        let (was, now) = (numbers("was"), numbers("now"));
        let read = |name: &str| kept.get(name).cloned().unwrap_or_default();
        let (Ok(mut tiles), Ok(root)) = (
            serde_json::from_value::<Tiles<u64>>(read("tiles")),
            serde_json::from_value::<Option<TileId>>(read("root")),
        ) else {
            return;
        };
        let mut found = 0;
        for tile in tiles.tiles_mut() {
            if let Tile::Pane(pane) = tile {
                let place = was.iter().position(|old| old == pane);
                let Some(new) = place.and_then(|place| now.get(place)) else {
                    return;
                };
                *pane = *new;
                found += 1;
            }
        }
        let known = |id: &u64| wb.reader(ReaderId(*id)).is_some();
        if found != wb.readers().len() || !now.iter().all(known) {
            return;
        }
        self.tree.tiles = tiles;
        self.tree.root = root;
        self.mirrored = kept.get("mirrored").and_then(serde_json::Value::as_bool) == Some(true);
        if kept.get("by_hand").and_then(serde_json::Value::as_bool) == Some(true) {
            self.shape = None;
        }
        self.views = now
            .iter()
            .map(|id| (ReaderId(*id), ReaderView::default()))
            .collect();
    }

    /// The borders between pages, which can be dragged and nothing else.
    pub(super) fn borders(&self) -> &[egui::Id] {
        &self.borders
    }

    /// Draws all readers into `ui`.
    pub(super) fn readers_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        self.keep_in_step(wb);
        let mirrored = UiDirection::get(ui.ctx()).is_rtl();
        if mirrored != self.mirrored {
            self.mirror();
            self.mirrored = mirrored;
        }
        self.arrange(wb, ui.available_size());
        self.show_active(wb);
        let Self { tree, views, .. } = self;
        let mut panes = Panes {
            wb,
            views,
            actions,
            seen: BTreeSet::new(),
            moved: false,
        };
        tree.ui(&mut panes, ui);
        let Panes { seen, moved, .. } = panes;
        if moved {
            self.shape = None;
        }
        self.name_borders(ui, wb);
        for (id, view) in &mut self.views {
            if !seen.contains(id) {
                view.rest();
            }
        }
        let text_ui = TextUi::get(ui.ctx());
        let Self { link, views, .. } = self;
        let follows = text_ui.with_engine(ui.ctx(), |engine| link.follow(wb, views, engine));
        if follows {
            ui.ctx().request_repaint();
        }
    }

    /// Puts the readers into the order that was chosen, when they are more or
    /// fewer, or have other room; what was dragged by hand stays where it is.
    fn arrange(&mut self, wb: &Workbench, room: egui::Vec2) {
        let look = wb.look();
        let asked = look.arranged != self.arranged;
        self.arranged = look.arranged;
        if self.shape.is_none() && !asked {
            return;
        }
        let shape = shape_of(look.arrangement, wb.readers().len(), room);
        let was = self.shape.replace(shape);
        // In one row they keep the widths they have.
        let one_row = |shape: Option<Shape>| matches!(shape, Some(Shape::Rows(columns)) if columns >= wb.readers().len());
        let stays = was == Some(shape) || (one_row(Some(shape)) && self.is_one_row());
        if asked || !stays {
            let panes: Vec<u64> = wb.readers().iter().map(|reader| reader.id.0).collect();
            let id = self.tree.id();
            self.tree = tree_of(id, &panes, shape, self.mirrored);
        }
    }

    /// Whether all panes stand side by side.
    fn is_one_row(&self) -> bool {
        let root = self.tree.root.and_then(|root| self.tree.tiles.get(root));
        match root {
            Some(Tile::Container(Container::Linear(linear))) => {
                linear.dir == LinearDir::Horizontal
                    && linear
                        .children
                        .iter()
                        .all(|child| matches!(self.tree.tiles.get(*child), Some(Tile::Pane(_))))
            }
            _ => true,
        }
    }

    /// Brings the tab of a reader to the front that has become active.
    fn show_active(&mut self, wb: &Workbench) {
        let active = wb.active_reader().map(|reader| reader.id);
        if active == self.active {
            return;
        }
        self.active = active;
        self.tree.make_active(
            |_, tile| matches!(tile, Tile::Pane(pane) if Some(ReaderId(*pane)) == active),
        );
    }

    /// Finds the borders between pages and says what they are; `egui_tiles`
    /// gives them no name. They are what is thin and can be dragged.
    fn name_borders(&mut self, ui: &Ui, wb: &Workbench) {
        let thin = 2.0 * ui.style().interaction.resize_grab_radius_side + 2.0;
        self.borders = ui.ctx().viewport(|view| {
            view.this_pass
                .widgets
                .get_layer(ui.layer_id())
                .filter(|widget| widget.sense.senses_drag() && widget.sense.senses_click())
                .filter(|widget| widget.rect.size().min_elem() <= thin)
                .map(|widget| widget.id)
                .collect()
        });
        let name = wb.messages().text("part-border");
        for border in &self.borders {
            if ui.ctx().has_accesskit_node(*border) {
                ui.ctx().accesskit_node_builder(*border, |node| {
                    node.set_role(egui::Role::Splitter);
                    node.set_label(name.as_str());
                });
            }
        }
    }

    /// Opens panes for new readers and removes those of closed ones.
    fn keep_in_step(&mut self, wb: &Workbench) {
        if self.generation != Some(wb.generation()) {
            self.generation = Some(wb.generation());
            self.put_up(wb);
        }
        let gone: Vec<TileId> = self
            .tree
            .tiles
            .iter()
            .filter(|(_, tile)| {
                matches!(tile, Tile::Pane(pane) if wb.reader(ReaderId(*pane)).is_none())
            })
            .map(|(id, _)| *id)
            .collect();
        for tile in gone {
            self.tree.remove_recursively(tile);
        }
        self.views.retain(|id, _| wb.reader(*id).is_some());
        for reader in wb.readers() {
            if self.views.contains_key(&reader.id) {
                continue;
            }
            self.views.insert(reader.id, ReaderView::default());
            let before = wb
                .readers()
                .iter()
                .take_while(|other| other.id != reader.id)
                .last();
            let before = before.and_then(|before| self.tree.tiles.find_pane(&before.id.0));
            let pane = self.tree.tiles.insert_pane(reader.id.0);
            self.add(pane, before);
        }
    }

    /// Puts a pane behind the one before it in reading order; the first one at
    /// the beginning.
    fn add(&mut self, pane: TileId, before: Option<TileId>) {
        let root = self.tree.root;
        let home = before
            .and_then(|before| self.tree.tiles.parent_of(before))
            .or(root);
        let behind = usize::from(!self.mirrored);
        if let Some(home) = home
            && let Some(Tile::Container(container)) = self.tree.tiles.get_mut(home)
        {
            let place = |children: &[TileId]| {
                let at = before.and_then(|before| children.iter().position(|c| *c == before));
                let first = if self.mirrored { children.len() } else { 0 };
                at.map_or(first, |at| at + behind)
            };
            match container {
                Container::Linear(linear) if linear.dir == LinearDir::Horizontal => {
                    let at = place(&linear.children);
                    linear.children.insert(at, pane);
                    return;
                }
                Container::Tabs(tabs) => {
                    let at = place(&tabs.children);
                    tabs.children.insert(at, pane);
                    return;
                }
                _ => {}
            }
        }
        let mut children: Vec<TileId> = root.into_iter().collect();
        children.insert(if self.mirrored { 0 } else { children.len() }, pane);
        let root = self.tree.tiles.insert_horizontal_tile(children);
        self.tree.root = Some(root);
    }

    /// Turns the order of everything that stands side by side.
    fn mirror(&mut self) {
        for tile in self.tree.tiles.tiles_mut() {
            match tile {
                Tile::Container(Container::Linear(linear))
                    if linear.dir == LinearDir::Horizontal =>
                {
                    linear.children.reverse();
                }
                Tile::Container(Container::Tabs(tabs)) => tabs.children.reverse(),
                _ => {}
            }
        }
    }
}

struct Panes<'a> {
    wb: &'a Workbench,
    views: &'a mut BTreeMap<ReaderId, ReaderView>,
    actions: &'a mut Vec<Action>,
    /// The readers that were drawn.
    seen: BTreeSet<ReaderId>,
    /// Whether a pane was put elsewhere by hand.
    moved: bool,
}

impl Panes<'_> {
    /// The title of the document in a pane, with whose marks it shows; nothing
    /// for groups of panes.
    fn title_of(&self, tiles: &Tiles<u64>, tile: TileId) -> String {
        match tiles.get(tile) {
            Some(Tile::Pane(pane)) => self.title(ReaderId(*pane)),
            _ => String::new(),
        }
    }

    fn title(&self, reader: ReaderId) -> String {
        let Some(reader) = self.wb.reader(reader) else {
            return String::new();
        };
        let title = self
            .wb
            .project()
            .document(&reader.document)
            .map_or("", |document| document.title.as_str());
        if reader.layer.is_none() {
            return title.to_owned();
        }
        // Each name keeps its own direction.
        let layer = layer_name(self.wb, reader);
        format!("\u{2068}{title}\u{2069} · \u{2068}{layer}\u{2069}")
    }
}

impl Behavior<u64> for Panes<'_> {
    fn pane_ui(&mut self, ui: &mut Ui, _tile: TileId, pane: &mut u64) -> UiResponse {
        let id = ReaderId(*pane);
        self.seen.insert(id);
        let (Some(reader), Some(view)) = (self.wb.reader(id), self.views.get_mut(&id)) else {
            return UiResponse::None;
        };
        if reader_ui(ui, view, self.wb, reader, self.actions) {
            UiResponse::DragStarted
        } else {
            UiResponse::None
        }
    }

    fn tab_title_for_pane(&mut self, pane: &u64) -> WidgetText {
        // For screen readers; the title on the screen is drawn by `tab_ui`.
        self.title(ReaderId(*pane)).into()
    }

    fn on_tab_button(
        &mut self,
        tiles: &mut Tiles<u64>,
        tile: TileId,
        response: egui::Response,
    ) -> egui::Response {
        if response.clicked()
            && let Some(Tile::Pane(pane)) = tiles.get(tile)
        {
            self.actions.push(Action::Activate(ReaderId(*pane)));
        }
        response
    }

    fn on_edit(&mut self, action: EditAction) {
        self.moved |= action == EditAction::TileDropped;
    }

    fn tab_ui(
        &mut self,
        tiles: &mut Tiles<u64>,
        ui: &mut Ui,
        id: egui::Id,
        tile: TileId,
        state: &TabState,
    ) -> egui::Response {
        let shown = self.title_of(tiles, tile);
        super::reader::tab_ui(ui, id, &shown, state.active)
    }

    fn drag_ui(&mut self, tiles: &Tiles<u64>, ui: &mut Ui, tile: TileId) {
        let shown = self.title_of(tiles, tile);
        egui::Frame::popup(ui.style()).show(ui, |ui| {
            Label::new(&shown).naskh(15.0).bold().extend().show(ui);
        });
    }

    fn gap_width(&self, _style: &egui::Style) -> f32 {
        1.0
    }

    fn min_size(&self) -> f32 {
        220.0
    }

    fn tab_bar_height(&self, _style: &egui::Style) -> f32 {
        34.0
    }

    fn simplification_options(&self) -> SimplificationOptions {
        SimplificationOptions {
            all_panes_must_have_tabs: false,
            ..SimplificationOptions::default()
        }
    }

    fn resize_stroke(&self, style: &egui::Style, state: ResizeState) -> Stroke {
        let color = match state {
            ResizeState::Idle => style.visuals.window_stroke.color,
            ResizeState::Hovering => style.visuals.widgets.hovered.bg_stroke.color,
            ResizeState::Dragging => style.visuals.selection.stroke.color,
        };
        Stroke::new(if state == ResizeState::Idle { 1.0 } else { 2.0 }, color)
    }

    fn tab_bar_color(&self, visuals: &egui::Visuals) -> Color32 {
        visuals.panel_fill
    }

    fn drag_preview_stroke(&self, visuals: &egui::Visuals) -> Stroke {
        visuals.selection.stroke
    }

    fn drag_preview_color(&self, visuals: &egui::Visuals) -> Color32 {
        visuals.selection.bg_fill.gamma_multiply(0.6)
    }
}

/// The ground between panes.
pub(super) fn ground(ui: &Ui) -> Color32 {
    Theme::get(ui.ctx()).hairline
}
