//! Labels, buttons, rows, choices, dialogs, messages, scrolling: that they do
//! what they say, are named, follow the direction, and draw with our engine.

use egui::{Key, Role, Shape, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use hashiya::text::{Direction, Face, TextStyle};
use hashiya::ui::icons::Icon;
use hashiya::ui::paint::TextUi;
use hashiya::ui::paint::cpu::Offscreen;
use hashiya::ui::theme::{Theme, ThemeKind, UiDirection};
use hashiya::ui::widgets::{
    Button, Label, ListRow, MenuRow, TagChip, TextField, TextLook, ToastKind, check_box, dialog,
    heading, icon_button, key_cap, label, menu, menu_bar, scroll_column, segmented, show_toasts,
    tab, toast, tooltip,
};

use super::support::pictures::{self, CpuRenderer};

#[derive(Default)]
#[allow(clippy::struct_excessive_bools, reason = "switches on a desk")]
struct Desk {
    rtl: bool,
    pressed: usize,
    on: bool,
    exact: bool,
    tab: usize,
    row: usize,
    dialog: bool,
    answered: bool,
}

fn desk_ui(ui: &mut egui::Ui, desk: &mut Desk) {
    let direction = if desk.rtl {
        UiDirection::RightToLeft
    } else {
        UiDirection::LeftToRight
    };
    Theme::of(ThemeKind::Light).install(ui.ctx(), direction);
    hashiya::ui::widgets::column(ui, |ui| {
        heading(ui, "المستندات · 5");
        if Button::new("حفظ").icon(Icon::Save).show(ui).clicked() {
            desk.pressed += 1;
        }
        if Button::new("حذف").enabled(false).show(ui).clicked() {
            desk.pressed += 100;
        }
        check_box(ui, &mut desk.on, "كلمات كاملة");
        segmented(
            ui,
            "طريقة البحث",
            &[(false, "مرن"), (true, "حرفي")],
            &mut desk.exact,
        );
        ui.horizontal(|ui| {
            for (index, name) in ["بحث", "السجل"].into_iter().enumerate() {
                if tab(ui, name, desk.tab == index).clicked() {
                    desk.tab = index;
                }
            }
        });
        for (index, title) in ["محادثات أمريكية", "Joel Harper"].into_iter().enumerate()
        {
            let row = ListRow::new(title).count("41").swatch(egui::Color32::RED);
            if row.selected(desk.row == index).show(ui).clicked() {
                desk.row = index;
            }
        }
        tooltip(label(ui, "نص"), "تلميح (2019)!");
        icon_button(ui, Icon::Search, "بحث في النص", false);
    });
    if desk.dialog {
        let answer = dialog(ui.ctx(), "ask", "حفظ التغييرات؟", 320.0, |ui| {
            label(ui, "في المشروع «Detainees» تغييرات لم تُحفظ.");
            ui.horizontal(|ui| Button::new("حفظ الكل").primary().show(ui).clicked())
                .inner
        });
        desk.answered |= answer.inner;
        desk.dialog = !(answer.inner || answer.dismissed);
    }
    show_toasts(ui.ctx(), 44.0);
}

fn desk(desk: Desk) -> (Harness<'static, Desk>, CpuRenderer) {
    let renderer = CpuRenderer::default();
    let mut harness = Harness::builder()
        .with_size(vec2(420.0, 420.0))
        .renderer(renderer.clone())
        .build_ui_state(desk_ui, desk);
    harness.run();
    (harness, renderer)
}

#[test]
fn things_are_pressed_by_mouse_and_by_key_and_not_when_disabled() {
    let (mut harness, _) = desk(Desk::default());
    harness.get_by_role_and_label(Role::Button, "حفظ").click();
    harness.run();
    assert_eq!(harness.state().pressed, 1);
    harness.get_by_role_and_label(Role::Button, "حفظ").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().pressed, 2);
    harness.get_by_role_and_label(Role::Button, "حذف").click();
    harness.run();
    assert_eq!(harness.state().pressed, 2);
    harness
        .get_by_role_and_label(Role::CheckBox, "كلمات كاملة")
        .click();
    harness
        .get_by_role_and_label(Role::RadioButton, "حرفي")
        .click();
    harness.get_by_role_and_label(Role::Tab, "السجل").click();
    harness
        .get_by_role_and_label(Role::ListBoxOption, "Joel Harper")
        .click();
    harness.run();
    let state = harness.state();
    assert!(state.on && state.exact && state.tab == 1 && state.row == 1);
}

#[test]
fn r9_everything_stands_mirrored_in_a_right_to_left_window() {
    let (left, _) = desk(Desk::default());
    let (right, renderer) = desk(Desk {
        rtl: true,
        ..Desk::default()
    });
    pictures::keep("desk-rtl", &renderer.image(&right));
    for name in ["حفظ", "كلمات كاملة", "بحث", "السجل", "نص", "مرن", "حرفي"]
    {
        let a = left.get_by_label(name).rect();
        let b = right.get_by_label(name).rect();
        let mirrored = 420.0 - a.right();
        assert!((b.left() - mirrored).abs() < 1.0, "{name}: {a:?} {b:?}");
    }
}

#[test]
fn a_dialog_takes_the_answer_or_escape() {
    let (mut harness, renderer) = desk(Desk {
        dialog: true,
        rtl: true,
        ..Desk::default()
    });
    pictures::keep("dialog", &renderer.image(&harness));
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!harness.state().dialog && !harness.state().answered);
    harness.state_mut().dialog = true;
    harness.run();
    harness.get_by_label("حفظ الكل").click();
    harness.run();
    assert!(harness.state().answered && !harness.state().dialog);
}

#[test]
fn messages_come_and_go() {
    let (mut harness, renderer) = desk(Desk {
        rtl: true,
        ..Desk::default()
    });
    toast(&harness.ctx, ToastKind::Done, "حُفظت 60 علامة من 60");
    toast(&harness.ctx, ToastKind::Trouble, "تعذّر الحفظ: القرص ممتلئ");
    harness.run_steps(3);
    assert!(harness.query_by_label("حُفظت 60 علامة من 60").is_some());
    pictures::keep("toasts", &renderer.image(&harness));
    harness.run_steps(60);
    assert!(harness.query_by_label("حُفظت 60 علامة من 60").is_none());
}

#[test]
fn a_tooltip_shows_its_text() {
    let (mut harness, renderer) = desk(Desk {
        rtl: true,
        ..Desk::default()
    });
    harness.get_by_label("نص").hover();
    harness.run_steps(12);
    pictures::keep("tooltip", &renderer.image(&harness));
    assert!(harness.query_by_label("تلميح (2019)!").is_some());
}

#[test]
fn the_bar_of_a_column_stands_at_its_end_side_and_can_be_dragged() {
    for rtl in [false, true] {
        let mut harness = Harness::builder()
            .with_size(vec2(200.0, 160.0))
            .build_ui_state(
                move |ui, offset: &mut f32| {
                    let direction = if rtl {
                        UiDirection::RightToLeft
                    } else {
                        UiDirection::LeftToRight
                    };
                    Theme::of(ThemeKind::Light).install(ui.ctx(), direction);
                    *offset = scroll_column(ui, "list", |ui| {
                        for _ in 0..40 {
                            ListRow::new("سطر").show(ui);
                        }
                    })
                    .offset;
                },
                0.0_f32,
            );
        harness.run();
        let rect = harness.ctx.content_rect().shrink(8.0);
        let x = if rtl {
            rect.left() + 5.0
        } else {
            rect.right() - 5.0
        };
        harness.drag_at(egui::pos2(x, rect.top() + 10.0));
        harness.run();
        harness.hover_at(egui::pos2(x, rect.top() + 60.0));
        harness.run();
        harness.drop_at(egui::pos2(x, rect.top() + 60.0));
        harness.run();
        assert!(*harness.state() > 100.0, "rtl {rtl}: {}", harness.state());
    }
}

#[test]
fn r23_long_titles_are_cut_at_their_logical_end() {
    let title = "محادثات أمريكية مع روسيا حول إعادة «معتقلي داعش» من سوريا";
    let mut window = Offscreen::new(vec2(200.0, 60.0), 1.0);
    window.frame(Vec::new(), |ui| {
        Theme::of(ThemeKind::Light).install(ui.ctx(), UiDirection::LeftToRight);
        let (layout, cut) = TextLook::ui().elided(ui.ctx(), title, 150.0);
        assert!(cut && layout.content_width() <= 150.0);
        let shown = layout.shaped().text();
        let kept = shown.trim_end_matches('…');
        assert!(shown.ends_with('…') && title.starts_with(kept.trim_end()));
        // The sign stands at the left end.
        let sign = layout.rects(hashiya::model::Span::new(kept.len(), shown.len()));
        assert!(sign[0].rect.x0 - layout.lines()[0].x0 < 1.0);
        let (lines, cut) = TextLook::ui().wrapped(ui.ctx(), title, 150.0, 2);
        assert!(cut && lines.lines().len() == 2);
        assert!(lines.shaped().text().ends_with('…'));
        let (whole, cut) = TextLook::ui().elided(ui.ctx(), "قصير", 150.0);
        assert!(!cut && whole.shaped().text() == "قصير");
    });
}

#[test]
fn r19_punctuation_stands_on_the_side_of_the_texts_own_end() {
    let mut window = Offscreen::new(vec2(400.0, 60.0), 1.0);
    window.frame(Vec::new(), |ui| {
        for (text, sign) in [
            ("בן כמה רוברט?", "?"),
            ("من هو John Harper؟", "؟"),
            // A quotation inside an English sentence, isolated as messages do.
            ("Marked \u{2068}هفرين خلف!\u{2069} as Person.", "!"),
        ] {
            let layout = TextLook::ui().line(ui.ctx(), text);
            let at = text.find(sign).unwrap();
            let own = layout.rects(hashiya::model::Span::new(at, at + sign.len()))[0].rect;
            let first = text
                .char_indices()
                .find(|(_, c)| !c.is_ascii() && c.is_alphabetic())
                .unwrap()
                .0;
            let letters = layout.rects(hashiya::model::Span::new(first, at));
            let left = letters
                .iter()
                .fold(f32::INFINITY, |left, piece| left.min(piece.rect.x0));
            assert!(
                own.x1 <= left + 0.5,
                "{text:?}: {own:?} is not left of {left}"
            );
        }
        let style = TextStyle {
            face: Face::Sans,
            bold: false,
            size: 13.0,
        };
        let neutral = TextUi::get(ui.ctx()).line(ui.ctx(), "2019?", style, 20.0);
        assert_eq!(neutral.shaped().direction(), Direction::LeftToRight);
    });
}

#[test]
fn r17_a_tags_key_stands_apart_from_its_name_and_leaves_its_digits_alone() {
    let mut window = Offscreen::new(vec2(300.0, 60.0), 1.0);
    let mut with_key = 0.0;
    let mut without = 0.0;
    window.frame(Vec::new(), |ui| {
        Theme::of(ThemeKind::Light).install(ui.ctx(), UiDirection::RightToLeft);
        without = TagChip::new("تاريخ 12 (هـ)", egui::Color32::RED)
            .show(ui)
            .rect
            .width();
        with_key = TagChip::new("تاريخ 12 (هـ)", egui::Color32::RED)
            .key("1")
            .show(ui)
            .rect
            .width();
    });
    assert!(with_key > without + 18.0);
}

/// Whether egui's own text is in a shape.
fn has_text(shape: &Shape) -> bool {
    match shape {
        Shape::Text(_) => true,
        Shape::Vec(shapes) => shapes.iter().any(has_text),
        _ => false,
    }
}

#[test]
fn r42_no_widget_draws_with_eguis_own_text() {
    let mut note = "Mixed: English العربية עברית 123".to_owned();
    let text = note.clone();
    let mut window = Offscreen::new(vec2(500.0, 700.0), 1.0);
    for _ in 0..3 {
        window.frame(Vec::new(), |ui| {
            Theme::of(ThemeKind::Light).install(ui.ctx(), UiDirection::RightToLeft);
            toast(ui.ctx(), ToastKind::Done, text.as_str());
            menu_bar(ui, |ui| {
                menu(ui, &text, |_| ());
            });
            heading(ui, &text);
            label(ui, &text);
            Label::new(&text).naskh(20.0).elide().show(ui);
            Button::new(&text).key("Ctrl S").icon(Icon::Save).show(ui);
            Button::new(&text).primary().show(ui);
            ListRow::new(&text).detail(&text).count(&text).show(ui);
            TagChip::new(&text, egui::Color32::RED).key("P").show(ui);
            MenuRow::new(&text).key("Ctrl K").checked(true).show(ui);
            tab(ui, &text, true);
            check_box(ui, &mut true, &text);
            segmented(ui, &text, &[(0, &text), (1, "b")], &mut 0);
            key_cap(ui, "Ctrl Shift F");
            TextField::new("a", &text, &mut note).show(ui);
            TextField::new("b", &text, &mut String::new())
                .placeholder(&text)
                .multiline(2)
                .show(ui);
            dialog(ui.ctx(), "d", &text, 300.0, |ui| label(ui, &text));
            show_toasts(ui.ctx(), 44.0);
        });
    }
    assert!(!window.shapes().iter().any(|shape| has_text(&shape.shape)));
    pictures::keep("mixed", &window.image());
}
