//! Where the panels stand around the pages, and how much room each takes.
//!
//! Invariant: a narrow or low window gives its room to the pages first.

use egui::{Frame, Margin, Panel, Ui};

use crate::command::Workbench;
use crate::ui::action::Action;
use crate::ui::panels;
use crate::ui::theme::{Theme, UiDirection};

use super::App;
use super::parts::Part;

const TOP_HEIGHT: f32 = 42.0;
const STATUS_HEIGHT: f32 = 28.0;
const TAGS_MARGIN: f32 = 7.0;
const SIDE_WIDTH: f32 = 230.0;
const INSPECTOR_WIDTH: f32 = 284.0;
/// At first they take no more than these parts of a narrow window.
const SIDE_PART: f32 = 0.17;
/// What part of the side the documents take at first, above the names.
const LIST_PART: f32 = 0.5;
const INSPECTOR_PART: f32 = 0.20;
/// The palette takes one row of windows lower than this, else two.
const TAG_ROWS_NEED: f32 = 800.0;
/// Between the pages' lower edge and the messages above it, points.
const TOAST_GAP: f32 = 14.0;
/// Narrower windows give their width to the pages.
pub(super) const INSPECTOR_NEEDS: f32 = 900.0;
/// Height of the lower panel at first, points, and as a part of the window;
/// and the height of a window that is needed for it.
const LOWER_HEIGHT: f32 = 206.0;
const LOWER_PART: f32 = 0.22;
const LOWER_NEEDS: f32 = 600.0;
/// The same for tables, which are read row by row: six rows at least where the
/// window has room for them.
const TABLE_HEIGHT: f32 = 286.0;
const TABLE_PART: f32 = 0.38;
/// Space above and below a page that stands alone, points.
const CALM: i8 = 28;

impl App {
    /// Draws all panels and the pages between them.
    pub(super) fn panels_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let theme = Theme::get(ui.ctx());
        let direction = UiDirection::get(ui.ctx());
        if self.wb.modes().focus {
            return self.page_alone_ui(ui, actions);
        }
        let wb = &self.wb;
        let parts = &mut self.parts;
        parts.begin(self.docks.borders());
        let name = |id: &str| wb.messages().text(id);
        let window = ui.available_size();
        let bottom = ui.max_rect().bottom();
        let plain = |fill, margin| Frame::new().fill(fill).inner_margin(margin);
        let line = |ui: &Ui, rect: egui::Rect, bottom: bool| {
            let y = if bottom {
                rect.bottom() - 0.5
            } else {
                rect.top() + 0.5
            };
            ui.painter()
                .hline(rect.x_range(), y, egui::Stroke::new(1.0, theme.hairline));
        };
        let top = Panel::top("top")
            .exact_size(TOP_HEIGHT)
            .frame(plain(theme.panel, Margin::symmetric(6, 0)))
            .show_separator_line(false)
            .show(ui, |ui| {
                parts.add(Part::Top, ui, &name("part-top"));
                panels::top_ui(ui, wb, &mut self.find, actions);
            });
        line(ui, top.response.rect, true);
        let status = Panel::bottom("status")
            .exact_size(STATUS_HEIGHT)
            .frame(plain(theme.window, Margin::symmetric(14, 0)))
            .show_separator_line(false)
            .show(ui, |ui| {
                parts.add(Part::Status, ui, &name("part-status"));
                panels::status_ui(ui, wb, &mut self.place);
            });
        line(ui, status.response.rect, false);

        let mut sizes = serde_json::Map::new();
        if wb.look().lower && ui.available_height() > LOWER_NEEDS - TOP_HEIGHT - STATUS_HEIGHT {
            let room = ui.available_height();
            let (id, part, most) = if wb.look().lower_tab.is_table() {
                ("lower-table", TABLE_PART, TABLE_HEIGHT)
            } else {
                ("lower", LOWER_PART, LOWER_HEIGHT)
            };
            let first = (room * part).min(most);
            let shown = Panel::bottom(id)
                .default_size(height_of(wb, id, first))
                .size_range(96.0..=(room * 0.6))
                .resizable(true)
                .frame(plain(theme.panel, Margin::ZERO))
                .show(ui, |ui| {
                    parts.add(Part::Lower, ui, &name("lower-title"));
                    self.lower.lower_ui(ui, wb, actions);
                });
            name_border(ui, wb, id, "command-view-suggestions");
            let height = shown.response.rect.height();
            sizes.insert(id.to_owned(), height.into());
        }
        let wide = ui.available_width() > INSPECTOR_NEEDS;
        let side = |start: bool, id: &'static str| {
            if start == direction.is_rtl() {
                Panel::right(id)
            } else {
                Panel::left(id)
            }
        };
        let width = |name: &str, first: f32| {
            let kept = wb.settings().panes.get(name);
            kept.and_then(serde_json::Value::as_f64)
                .map_or(first, |width| width as f32)
        };
        if wb.look().documents {
            let shown = side(true, "documents")
                .default_size(width("documents", SIDE_WIDTH.min(window.x * SIDE_PART)))
                .size_range(150.0..=420.0)
                .resizable(true)
                .frame(plain(theme.panel, Margin::ZERO))
                .show(ui, |ui| {
                    parts.add(Part::Documents, ui, &name("documents-title"));
                    if panels::Names::has_any(wb) {
                        let room = ui.available_height();
                        let height = height_of(wb, "documents-list", room * LIST_PART);
                        let shown = Panel::top("documents-list")
                            .default_size(height)
                            .size_range(90.0..=(room - 130.0).max(100.0))
                            .resizable(true)
                            .frame(plain(theme.panel, Margin::ZERO))
                            .show(ui, |ui| {
                                panels::documents_ui(ui, wb, &mut self.names, actions);
                            });
                        name_border(ui, wb, "documents-list", "entities-title");
                        let height = shown.response.rect.height();
                        sizes.insert("documents-list".to_owned(), height.into());
                        self.names.names_ui(ui, wb, actions);
                    } else {
                        panels::documents_ui(ui, wb, &mut self.names, actions);
                    }
                });
            name_border(ui, wb, "documents", "command-view-documents");
            sizes.insert("documents".to_owned(), shown.response.rect.width().into());
        }
        if wide && wb.look().inspector {
            let shown = side(false, "inspector")
                .default_size(width(
                    "inspector",
                    INSPECTOR_WIDTH.min(window.x * INSPECTOR_PART),
                ))
                .size_range(190.0..=480.0)
                .resizable(true)
                .frame(plain(theme.panel, Margin::ZERO))
                .show(ui, |ui| {
                    parts.add(Part::Inspector, ui, &name("inspector-title"));
                    self.inspector.inspector_ui(ui, wb, actions);
                });
            name_border(ui, wb, "inspector", "command-view-inspector");
            sizes.insert("inspector".to_owned(), shown.response.rect.width().into());
        }
        self.widths = sizes;
        let rows = if window.y < TAG_ROWS_NEED { 1 } else { 2 };
        let tags = Panel::bottom("tags")
            .exact_size(self.tags_height)
            .frame(plain(theme.panel, Margin::symmetric(10, TAGS_MARGIN as i8)))
            .show_separator_line(false)
            .show(ui, |ui| {
                parts.add(Part::Tags, ui, &name("part-tags"));
                panels::tags_ui(ui, wb, rows, actions)
            });
        let wanted = tags.inner + 2.0 * TAGS_MARGIN;
        if (wanted - self.tags_height).abs() > 0.5 {
            // The rows have wrapped otherwise: the next frame has room.
            self.tags_height = wanted;
            ui.ctx().request_repaint();
        }
        line(ui, tags.response.rect, false);
        self.foot = bottom - tags.response.rect.top() + TOAST_GAP;
        egui::CentralPanel::default()
            .frame(plain(crate::ui::docks::ground(ui), Margin::ZERO))
            .show(ui, |ui| {
                parts.add(Part::Pages, ui, "");
                self.docks.readers_ui(ui, wb, actions);
            });
        parts.order(ui);
    }

    /// Draws the active page and nothing else.
    fn page_alone_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let page = Theme::get(ui.ctx()).page;
        self.parts.begin(&[]);
        self.foot = TOAST_GAP;
        egui::CentralPanel::default()
            .frame(
                Frame::new()
                    .fill(page)
                    .inner_margin(Margin::symmetric(0, CALM)),
            )
            .show(ui, |ui| {
                self.parts.add(Part::Pages, ui, "");
                self.docks.page_alone_ui(ui, &self.wb, actions);
            });
        self.parts.order(ui);
    }
}

/// How high a panel is: as it was left, or `first` points.
fn height_of(wb: &Workbench, name: &str, first: f32) -> f32 {
    let kept = wb.settings().panes.get(name);
    kept.and_then(serde_json::Value::as_f64)
        .map_or(first, |height| height as f32)
}

/// Calls the border that resizes a panel after the panel, in the language of
/// the window: egui itself calls every one of them "Resize panel".
fn name_border(ui: &Ui, wb: &Workbench, panel: &'static str, message: &str) {
    // What egui derives the border's id from; a test looks for its own name.
    let border = ui.scope_id().with(panel).with("__resize");
    let name = wb.messages().text(message);
    ui.ctx()
        .accesskit_node_builder(border, |node| node.set_label(name));
}
