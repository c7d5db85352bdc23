//! Menus with mouse and keyboard, in both directions.

use egui::{Key, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use hashiya::ui::theme::{Theme, ThemeKind, UiDirection};
use hashiya::ui::widgets::{MenuRow, menu, menu_bar, menu_separator, submenu};

use super::support::pictures::{self, CpuRenderer};

fn window(rtl: bool) -> (Harness<'static, Vec<&'static str>>, CpuRenderer) {
    let renderer = CpuRenderer::default();
    let harness = Harness::builder()
        .with_size(vec2(520.0, 260.0))
        .renderer(renderer.clone())
        .build_ui_state(
            move |ui, chosen: &mut Vec<&'static str>| {
                let direction = if rtl {
                    UiDirection::RightToLeft
                } else {
                    UiDirection::LeftToRight
                };
                Theme::of(ThemeKind::Light).install(ui.ctx(), direction);
                menu_bar(ui, |ui| {
                    menu(ui, "ملف", |ui| {
                        if MenuRow::new("فتح…").key("Ctrl O").show(ui).clicked() {
                            chosen.push("open");
                        }
                        if MenuRow::new("حفظ").enabled(false).show(ui).clicked() {
                            chosen.push("save");
                        }
                        menu_separator(ui);
                        submenu(ui, "المظهر", |ui| {
                            if MenuRow::new("داكن").checked(true).show(ui).clicked() {
                                chosen.push("dark");
                            }
                        });
                    });
                    menu(ui, "تحرير", |ui| {
                        if MenuRow::new("تراجع").show(ui).clicked() {
                            chosen.push("undo");
                        }
                    });
                });
            },
            Vec::new(),
        );
    (harness, renderer)
}

#[test]
fn choosing_a_row_closes_the_menu() {
    let (mut harness, _) = window(false);
    harness.get_by_label("ملف").click();
    harness.run();
    harness.get_by_label("فتح…").click();
    harness.run();
    assert_eq!(harness.state(), &["open"]);
    assert!(harness.query_by_label("فتح…").is_none());
}

#[test]
fn what_is_disabled_cannot_be_chosen() {
    let (mut harness, _) = window(false);
    harness.get_by_label("ملف").click();
    harness.run();
    harness.get_by_label("حفظ").click();
    harness.run();
    assert!(harness.state().is_empty());
}

#[test]
fn r20_menus_and_submenus_open_leftwards_in_a_right_to_left_window() {
    let (mut harness, renderer) = window(true);
    let title = harness.get_by_label("ملف").rect();
    assert!(title.right() > 480.0);
    harness.get_by_label("ملف").click();
    harness.run();
    let row = harness.get_by_label("المظهر").rect();
    assert!(row.left() < title.left() && row.right() <= title.right() + 8.0);
    harness.get_by_label("المظهر").hover();
    harness.run();
    harness.run();
    pictures::keep("menu-rtl", &renderer.image(&harness));
    let inner = harness.get_by_label("داكن").rect();
    assert!(
        inner.right() <= row.left() + 4.0,
        "{inner:?} is not left of {row:?}"
    );
    assert!(
        row.left() - inner.right() < 30.0,
        "{inner:?} is far from {row:?}"
    );
    harness.get_by_label("داكن").click();
    harness.run();
    assert_eq!(harness.state(), &["dark"]);
}

#[test]
fn the_keyboard_walks_the_menus_in_their_direction() {
    for rtl in [false, true] {
        let (into, out) = if rtl {
            (Key::ArrowLeft, Key::ArrowRight)
        } else {
            (Key::ArrowRight, Key::ArrowLeft)
        };
        let (mut harness, _) = window(rtl);
        harness.key_press(Key::F10);
        harness.run();
        harness.key_press(Key::ArrowDown);
        harness.run();
        assert!(harness.query_by_label("فتح…").is_some());
        // Into the second menu and back.
        harness.key_press(into);
        harness.run();
        assert!(harness.query_by_label("تراجع").is_some(), "rtl: {rtl}");
        harness.key_press(out);
        harness.run();
        assert!(harness.query_by_label("فتح…").is_some(), "rtl: {rtl}");
        // Down to the submenu and into it.
        harness.key_press(Key::ArrowDown);
        harness.run();
        harness.key_press(Key::ArrowDown);
        harness.run();
        assert!(harness.get_by_label("المظهر").is_focused(), "rtl: {rtl}");
        harness.key_press(into);
        harness.run();
        assert!(
            harness
                .get_by_role_and_label(Role::MenuItemCheckBox, "داكن")
                .is_focused(),
            "rtl: {rtl}"
        );
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state(), &["dark"], "rtl: {rtl}");
    }
}
