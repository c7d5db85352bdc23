//! Menus: the bar, the rows, menus inside menus, menus at the pointer.
//!
//! Opening, closing and the keyboard are egui's; rows are ours. In a
//! right-to-left interface menus hang from the right and open leftwards, and
//! the arrow keys change their sense with them.

use egui::containers::menu::{MenuConfig, MenuState, SubMenu};
use egui::{
    Event, FocusDirection, Frame, Id, Key, Margin, Popup, PopupCloseBehavior, Pos2, Rect,
    RectAlign, Response, Role, Sense, SetOpenCommand, Stroke, Ui, UiKind, UiStackInfo, WidgetInfo,
    pos2, vec2,
};

use super::menu_row::MenuRow;
use super::surface::row;
use super::text::{Place, TextLook, paint_line, size_of};
use crate::ui::access::{listed, say_opens_menu};
use crate::ui::theme::{Theme, UiDirection};

pub(super) const ROW: f32 = 28.0;
/// Narrowest menu, points.
pub(super) const NARROWEST: f32 = 180.0;

/// The menus of the bar in this frame and the popup open in it.
#[derive(Clone, Default)]
struct Bar {
    menus: Vec<(Id, Id)>,
    open: Option<Id>,
    /// Button that takes the keyboard in the next frame: egui's menu sends it
    /// to its own button after this one.
    next_focus: Option<Id>,
}

fn bar_id() -> Id {
    Id::unique("hashiya.menu-bar")
}

/// A row of [`menu`]s in reading direction.
pub fn menu_bar<R>(ui: &mut Ui, add_contents: impl FnOnce(&mut Ui) -> R) -> R {
    let ctx = ui.ctx().clone();
    let direction = UiDirection::get(&ctx);
    mirror_arrow_keys(ui, direction);
    let (before, next_focus, before_count) = ctx.data_mut(|data| {
        let bar: &mut Bar = data.get_temp_mut_or_default(bar_id());
        let count = bar.menus.len();
        bar.menus.clear();
        (bar.open, bar.next_focus.take(), count)
    });
    if let Some(button) = next_focus {
        ctx.memory_mut(|memory| memory.request_focus(button));
    }
    let open_before = before.filter(|&popup| Popup::is_id_open(&ctx, popup));
    let inside_before = open_before.is_some_and(|popup| has_open_submenu(ui, popup));
    let inner = row(ui, ROW, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        listed(ui, Role::MenuBar, "", before_count, add_contents)
    });
    let bar: Bar = ctx.data_mut(|data| data.get_temp_mut_or_default::<Bar>(bar_id()).clone());
    // With Shift it is the key of another menu, of what has the keyboard.
    let alone = |event: &Event| {
        matches!(event, Event::Key { key: Key::F10, pressed: true, modifiers, .. }
            if modifiers.is_none())
    };
    if ctx.input(|input| input.events.iter().any(alone))
        && let Some((first, _)) = bar.menus.first()
    {
        ctx.memory_mut(|memory| memory.request_focus(*first));
    }
    // Left and right go from menu to menu while no menu inside a menu is open.
    if let Some(open) = open_before
        && !inside_before
        && !has_open_submenu(ui, open)
        && let Some(index) = bar.menus.iter().position(|&(_, popup)| popup == open)
    {
        let (left, right) = ctx.input(|input| {
            (
                input.key_pressed(Key::ArrowLeft),
                input.key_pressed(Key::ArrowRight),
            )
        });
        let (forward, back) = if direction.is_rtl() {
            (left, right)
        } else {
            (right, left)
        };
        let count = bar.menus.len();
        let next = match (forward, back) {
            (true, false) => (index + 1) % count,
            (false, true) => (index + count - 1) % count,
            _ => index,
        };
        if next != index
            && let Some(&(button, popup)) = bar.menus.get(next)
        {
            Popup::open_id(&ctx, popup);
            ctx.data_mut(|data| {
                let bar: &mut Bar = data.get_temp_mut_or_default(bar_id());
                bar.next_focus = Some(button);
            });
            ctx.request_repaint();
        }
    }
    inner
}

fn has_open_submenu(ui: &Ui, popup: Id) -> bool {
    MenuState::from_id(ui.ctx(), popup, |state| state.open_item.is_some())
}

/// egui's menus take Right for "into" and Left for "out"; in a right-to-left
/// interface it is the other way round.
fn mirror_arrow_keys(ui: &Ui, direction: UiDirection) {
    if !direction.is_rtl() || !Popup::is_any_open(ui.ctx()) {
        return;
    }
    let (left, right) = ui.input(|input| {
        (
            input.key_pressed(Key::ArrowLeft),
            input.key_pressed(Key::ArrowRight),
        )
    });
    let turned = match (left, right) {
        (true, false) => FocusDirection::Right,
        (false, true) => FocusDirection::Left,
        _ => return,
    };
    ui.memory_mut(|memory| memory.move_focus(turned));
}

/// One menu of a [`menu_bar`].
pub fn menu<R>(ui: &mut Ui, title: &str, add_contents: impl FnOnce(&mut Ui) -> R) -> Option<R> {
    let ctx = ui.ctx().clone();
    let theme = Theme::get(&ctx);
    let layout = TextLook::ui().line(&ctx, title);
    let (rect, response) =
        ui.allocate_exact_size(vec2(size_of(&layout).x + 20.0, ROW), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, ui.is_enabled(), title));
    let popup = Popup::default_response_id(&response);
    let open = Popup::is_id_open(&ctx, popup);
    say_opens_menu(&response, open);
    if ui.is_rect_visible(rect) {
        if open || response.has_focus() {
            ui.painter().rect_filled(rect, 5.0, theme.pressed);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, 5.0, theme.hover);
        }
        paint_line(ui.painter(), rect, &layout, Place::Center, theme.ink);
    }
    let other = ctx.data_mut(|data| {
        let bar: &mut Bar = data.get_temp_mut_or_default(bar_id());
        bar.menus.push((response.id, popup));
        bar.open
    });
    let switch = other.is_some_and(|other| other != popup && Popup::is_id_open(&ctx, other));
    let by_key =
        response.has_focus() && !open && ui.input(|input| input.key_pressed(Key::ArrowDown));
    let set = if response.clicked() {
        Some(SetOpenCommand::Toggle)
    } else if response.hovered() && switch || by_key {
        Some(SetOpenCommand::Bool(true))
    } else {
        None
    };
    let shown = hanging(Popup::menu(&response), ui)
        .open_memory(set)
        .show(|ui| rows(ui, add_contents))
        .map(|shown| shown.inner);
    if shown.is_some() {
        ctx.data_mut(|data| data.get_temp_mut_or_default::<Bar>(bar_id()).open = Some(popup));
    }
    shown
}

/// A menu that hangs under a button of any kind while it is open; pressing the
/// button opens and closes it.
pub fn drop_down_menu<R>(
    ui: &Ui,
    button: &Response,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    mirror_arrow_keys(ui, UiDirection::get(ui.ctx()));
    let popup = Popup::default_response_id(button);
    say_opens_menu(button, Popup::is_id_open(ui.ctx(), popup));
    hanging(Popup::menu(button), ui)
        .gap(2.0)
        .show(|ui| rows(ui, add_contents))
        .map(|shown| shown.inner)
}

/// A menu at the pointer after a right click on a widget.
pub fn context_menu<R>(
    ui: &Ui,
    response: &Response,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    mirror_arrow_keys(ui, UiDirection::get(ui.ctx()));
    hanging(Popup::context_menu(response), ui)
        .show(|ui| rows(ui, add_contents))
        .map(|shown| shown.inner)
}

/// A menu at the pointer after a right click on a widget, or at `by_key`
/// (points) in the frame in which the keyboard asked for it; then its first
/// row has the keyboard.
pub fn context_menu_at<R>(
    ui: &Ui,
    response: &Response,
    by_key: Option<Pos2>,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    let ctx = ui.ctx();
    mirror_arrow_keys(ui, UiDirection::get(ctx));
    let place_id = response.id.with("hashiya.menu-place");
    if response.secondary_clicked() {
        ctx.data_mut(|data| data.remove::<Pos2>(place_id));
    }
    if let Some(place) = by_key {
        ctx.data_mut(|data| {
            data.insert_temp(place_id, place);
            data.insert_temp(first_row_id(), true);
        });
        Popup::open_id(ctx, Popup::default_response_id(response));
        ctx.request_repaint();
    }
    let mut popup = hanging(Popup::context_menu(response), ui);
    if let Some(place) = ctx.data(|data| data.get_temp::<Pos2>(place_id)) {
        popup = popup.at_position(place);
    }
    popup
        .show(|ui| rows(ui, add_contents))
        .map(|shown| shown.inner)
}

/// Whether the menu at a widget is open.
pub fn context_menu_is_open(ctx: &egui::Context, response: &Response) -> bool {
    Popup::is_id_open(ctx, Popup::default_response_id(response))
}

/// Says that the next row that can be chosen takes the keyboard.
fn first_row_id() -> Id {
    Id::unique("hashiya.menu-first-row")
}

/// Whether a row that can be chosen is the first of a menu opened by a key.
pub(super) fn takes_keyboard(ctx: &egui::Context) -> bool {
    ctx.data_mut(|data| data.remove_temp::<bool>(first_row_id()).is_some())
}

fn hanging<'a>(popup: Popup<'a>, ui: &Ui) -> Popup<'a> {
    let direction = UiDirection::get(ui.ctx());
    let align = if direction.is_rtl() {
        RectAlign::BOTTOM_END
    } else {
        RectAlign::BOTTOM_START
    };
    popup
        .align(align)
        .layout(egui::Layout::top_down_justified(direction.start()))
        .frame(menu_frame(ui))
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .info(
            UiStackInfo::new(UiKind::Menu)
                .with_tag_value(MenuConfig::MENU_CONFIG_TAG, MenuConfig::new()),
        )
}

fn menu_frame(ui: &Ui) -> Frame {
    let theme = Theme::get(ui.ctx());
    Frame::new()
        .fill(theme.raised)
        .stroke(Stroke::new(1.0, theme.hairline))
        .corner_radius(7.0)
        .shadow(ui.visuals().popup_shadow)
        .inner_margin(Margin::same(4))
}

fn rows<R>(ui: &mut Ui, add_contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    ui.set_min_width(NARROWEST);
    add_contents(ui)
}

/// A menu inside a menu.
pub fn submenu<R>(ui: &mut Ui, title: &str, add_contents: impl FnOnce(&mut Ui) -> R) -> Option<R> {
    let id = ui.next_auto_id();
    let open = MenuState::from_ui(ui, |state, _| {
        state.open_item == Some(SubMenu::id_from_widget_id(id))
    });
    let row = MenuRow::leading_on(title, open);
    let response = row.paint(ui);
    say_opens_menu(&response, open);
    let anchor = anchor_of_submenu(ui, &response);
    SubMenu::new()
        .show(ui, &anchor, |ui| rows(ui, add_contents))
        .map(|shown| shown.inner)
}

/// egui opens submenus to the right of `interact_rect`. In a right-to-left
/// interface the anchor is moved so far left that the menu ends where the row
/// begins.
fn anchor_of_submenu(ui: &Ui, row: &Response) -> Response {
    let mut anchor = row.clone();
    if UiDirection::get(ui.ctx()).is_rtl() {
        let id = SubMenu::id_from_widget_id(row.id);
        let width = egui::AreaState::load(ui.ctx(), id)
            .and_then(|area| area.size)
            .map_or(NARROWEST, |size| size.x);
        let gap = Frame::menu(ui.style()).total_margin().sum().x * 0.5 + 2.0;
        let x = row.rect.left() - 2.0 * gap - width;
        // Only where there is room; else it opens to the right after all.
        if x + gap >= ui.ctx().content_rect().left() {
            anchor.interact_rect = Rect::from_x_y_ranges(x..=x, anchor.interact_rect.y_range());
        }
    }
    anchor
}

/// A line between groups of rows.
pub fn menu_separator(ui: &mut Ui) {
    let (rect, _) = ui.allocate_at_least(
        vec2(NARROWEST.min(ui.available_width()), 9.0),
        Sense::hover(),
    );
    let y = (rect.center().y * ui.pixels_per_point()).floor() / ui.pixels_per_point();
    let line = Rect::from_min_max(
        pos2(rect.left() + 4.0, y),
        pos2(rect.right() - 4.0, y + 1.0),
    );
    ui.painter()
        .rect_filled(line, 0.0, Theme::get(ui.ctx()).hairline);
}
