//! The readers side by side: docking, resizing, mirroring.
//!
//! Lives here: the tree of panes, kept in step with the workbench's readers.
//! What is inside a pane is [`super::reader`]'s business.
//!
//! Invariant: every open reader has exactly one pane, and in an Arabic
//! interface the first reader stands on the right.

use std::collections::BTreeMap;

use egui::{Color32, Stroke, Ui, WidgetText};
use egui_tiles::{
    Behavior, Container, LinearDir, ResizeState, SimplificationOptions, TabState, Tile, TileId,
    Tiles, Tree, UiResponse,
};

use crate::command::{ReaderId, Workbench};

use super::action::Action;
use super::reader::{ReaderView, reader_ui};
use super::theme::{Theme, UiDirection};
use super::widgets::Label;

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
        let Self { tree, views, .. } = self;
        let mut panes = Panes { wb, views, actions };
        tree.ui(&mut panes, ui);
        self.name_borders(ui, wb);
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
            let pane = self.tree.tiles.insert_pane(reader.id.0);
            self.add(pane);
        }
    }

    fn add(&mut self, pane: TileId) {
        let at_front = self.mirrored;
        if let Some(root) = self.tree.root
            && let Some(Tile::Container(Container::Linear(linear))) = self.tree.tiles.get_mut(root)
            && linear.dir == LinearDir::Horizontal
        {
            if at_front {
                linear.children.insert(0, pane);
            } else {
                linear.children.push(pane);
            }
            return;
        }
        let mut children: Vec<TileId> = self.tree.root.into_iter().collect();
        children.insert(if at_front { 0 } else { children.len() }, pane);
        let root = self.tree.tiles.insert_horizontal_tile(children);
        self.tree.root = Some(root);
    }

    /// Turns the order of everything that stands side by side.
    fn mirror(&mut self) {
        for tile in self.tree.tiles.tiles_mut() {
            if let Tile::Container(Container::Linear(linear)) = tile
                && linear.dir == LinearDir::Horizontal
            {
                linear.children.reverse();
            }
        }
    }
}

struct Panes<'a> {
    wb: &'a Workbench,
    views: &'a mut BTreeMap<ReaderId, ReaderView>,
    actions: &'a mut Vec<Action>,
}

impl Panes<'_> {
    /// The title of the document in a pane; nothing for groups of panes.
    fn title_of(&self, tiles: &Tiles<u64>, tile: TileId) -> String {
        match tiles.get(tile) {
            Some(Tile::Pane(pane)) => self
                .wb
                .reader(ReaderId(*pane))
                .and_then(|reader| self.wb.project().document(&reader.document))
                .map_or_else(String::new, |document| document.title.clone()),
            _ => String::new(),
        }
    }
}

impl Behavior<u64> for Panes<'_> {
    fn pane_ui(&mut self, ui: &mut Ui, _tile: TileId, pane: &mut u64) -> UiResponse {
        let id = ReaderId(*pane);
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
        self.wb
            .reader(ReaderId(*pane))
            .and_then(|reader| self.wb.project().document(&reader.document))
            .map_or_else(String::new, |document| document.title.clone())
            .into()
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
