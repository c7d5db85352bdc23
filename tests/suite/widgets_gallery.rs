//! Every widget once, in every look and both directions: it draws, and it can
//! be looked at (`HASHIYA_PICTURES=folder`).

use egui::{Color32, Ui, vec2};
use hashiya::model::Span;
use hashiya::text::{Align, BaseDirection, Direction, Face, LineOptions, TextStyle};
use hashiya::ui::icons::Icon;
use hashiya::ui::paint::cpu::Offscreen;
use hashiya::ui::paint::{
    Mark, MarkLine, TextUi, nesting_levels, paint_layout, paint_marks, paint_selection,
};
use hashiya::ui::theme::{Theme, ThemeKind, TintStrength, UiDirection};
use hashiya::ui::widgets::{
    Button, Label, ListRow, MenuRow, TagChip, check_box, column, hairline, heading, icon_button,
    key_cap, label, menu, menu_bar, menu_separator, row, segmented, submenu, tab, weak_label,
};

use super::support::pictures;

const PAGE: &str = "قال المتحدث الرسمي باسم التحالف الدولي لمكافحة تنظيم \"داعش\"، المقدم جويل هاربر، لـ\"اندبندنت عربية\"، إنهم سيواصلون شراكتهم مع \"قوات سوريا الديمقراطية\" (SDF) في 2019.";

fn page_ui(ui: &mut Ui) {
    let theme = Theme::get(ui.ctx());
    let width = ui.available_width() - 40.0;
    let style = TextStyle {
        face: Face::Naskh,
        bold: false,
        size: 19.0,
    };
    let layout = TextUi::get(ui.ctx()).layout(
        ui.ctx(),
        PAGE,
        style,
        BaseDirection::Auto {
            fallback: Direction::RightToLeft,
        },
        LineOptions {
            width,
            line_height: 36.0,
            align: Align::Start,
        },
    );
    let (rect, _) = ui.allocate_exact_size(
        vec2(ui.available_width(), layout.height() + 24.0),
        egui::Sense::hover(),
    );
    ui.painter().rect_filled(rect, 0.0, theme.page);
    let pos = rect.min + vec2(20.0, 12.0);
    let find = |text: &str| {
        let at = PAGE.find(text).unwrap();
        Span::new(at, at + text.len())
    };
    let mut marks = Vec::new();
    for (text, light, dark, line) in [
        ("التحالف الدولي", "#7750A5", "#BE9CE6", MarkLine::Solid),
        ("المتحدث الرسمي", "#5B8EC4", "#A5CBF2", MarkLine::Dashed),
        ("تنظيم \"داعش\"", "#B4472C", "#EE9478", MarkLine::Solid),
        ("اندبندنت عربية", "#7750A5", "#BE9CE6", MarkLine::Solid),
        ("هاربر", "#2F6BB3", "#7FB2EE", MarkLine::Solid),
        (
            "قوات سوريا الديمقراطية\" (SDF)",
            "#B4472C",
            "#EE9478",
            MarkLine::Solid,
        ),
        ("سوريا", "#3A8253", "#84CE9C", MarkLine::Solid),
        ("2019", "#67737E", "#A9B6C2", MarkLine::Solid),
        ("الأ", "#3A8253", "#84CE9C", MarkLine::Solid),
    ] {
        if !PAGE.contains(text) {
            continue;
        }
        let hue = theme.hue(light, dark);
        let strength = if line == MarkLine::Dashed {
            TintStrength::Suggested
        } else {
            TintStrength::Marked
        };
        marks.push(Mark {
            span: find(text),
            tint: theme.tint(hue, strength),
            hue,
            line,
            level: 0,
            outline: (text == "هاربر").then_some(theme.accent),
        });
    }
    let levels = nesting_levels(&marks.iter().map(|mark| mark.span).collect::<Vec<_>>());
    for (mark, level) in marks.iter_mut().zip(levels) {
        mark.level = level;
    }
    paint_marks(ui.painter(), pos, &layout, &marks);
    paint_selection(
        ui.painter(),
        pos,
        &layout,
        find("سيواصلون شراكتهم"),
        theme.selection,
    );
    paint_layout(ui.painter(), pos, &layout, theme.ink);
}

fn gallery(ui: &mut Ui, kind: ThemeKind, direction: UiDirection) {
    let theme = Theme::of(kind);
    theme.install(ui.ctx(), direction);
    let arabic = direction.is_rtl();
    let t = |en: &'static str, ar: &'static str| if arabic { ar } else { en };
    ui.painter().rect_filled(ui.max_rect(), 0.0, theme.panel);
    let area = ui.max_rect().shrink(16.0);
    let mut ui = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(area)
            .layout(direction.column()),
    );
    let ui = &mut ui;
    menu_bar(ui, |ui| {
        menu(ui, t("File", "ملف"), |ui| {
            MenuRow::new(t("Open…", "فتح…"))
                .icon(Icon::Open)
                .key("Ctrl O")
                .show(ui);
            MenuRow::new(t("Save", "حفظ"))
                .icon(Icon::Save)
                .key("Ctrl S")
                .enabled(false)
                .show(ui);
            menu_separator(ui);
            MenuRow::new(t("Paragraph numbers", "أرقام الفقرات"))
                .checked(true)
                .show(ui);
            submenu(ui, t("Theme", "المظهر"), |ui| {
                MenuRow::new(t("Light", "فاتح")).checked(true).show(ui);
                MenuRow::new(t("Dark", "داكن")).checked(false).show(ui);
            });
        });
        menu(ui, t("Edit", "تحرير"), |ui| {
            MenuRow::new("x").show(ui);
        });
        menu(ui, t("View", "عرض"), |ui| {
            MenuRow::new("x").show(ui);
        });
    });
    hairline(ui);
    row(ui, 36.0, |ui| {
        Button::new(t("Open…", "فتح…"))
            .icon(Icon::Open)
            .key("Ctrl O")
            .show(ui);
        Button::new(t("Save", "حفظ")).primary().show(ui);
        Button::new(t("Undo", "تراجع"))
            .icon(Icon::Undo)
            .quiet()
            .show(ui);
        Button::new(t("Delete", "حذف"))
            .icon(Icon::Delete)
            .enabled(false)
            .show(ui);
        icon_button(ui, Icon::PanelStart, "Panel", true);
    });
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        for icon in [
            Icon::Open,
            Icon::Save,
            Icon::Undo,
            Icon::Redo,
            Icon::Search,
            Icon::Close,
            Icon::ChevronDown,
            Icon::ChevronUp,
            Icon::ChevronStart,
            Icon::ChevronEnd,
            Icon::Sun,
            Icon::Moon,
            Icon::Document,
            Icon::Plus,
            Icon::Eye,
            Icon::EyeOff,
            Icon::Check,
        ] {
            ui.spacing_mut().item_spacing.x = 2.0;
            icon_button(ui, icon, "x", false);
        }
    });
    ui.horizontal(|ui| {
        for icon in [
            Icon::Tag,
            Icon::Note,
            Icon::Export,
            Icon::Warning,
            Icon::Columns,
            Icon::PanelStart,
            Icon::PanelEnd,
            Icon::PanelBottom,
            Icon::More,
            Icon::Delete,
            Icon::StateNew,
            Icon::StateHalf,
            Icon::StateDone,
        ] {
            ui.spacing_mut().item_spacing.x = 2.0;
            icon_button(ui, icon, "x", false);
        }
    });
    ui.add_space(4.0);
    heading(ui, t("Documents · 5", "المستندات · 5"));
    column(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_max_width(320.0);
        let docs = [
            (
                "محادثات أمريكية مع روسيا حول إعادة معتقلي داعش من سوريا إلى العراق وغيره",
                "41",
                true,
                Icon::StateDone,
            ),
            (
                "التحالف الدولي يوسع مساعداته لـ\"قسد\" لتشمل إصلاح السجون",
                "58",
                false,
                Icon::StateHalf,
            ),
            (
                "Sorry, you need to enable JavaScript to visit this website. And more text.",
                "0",
                false,
                Icon::StateNew,
            ),
        ];
        for (title, count, selected, icon) in docs {
            ListRow::new(title)
                .lines(2)
                .icon(icon)
                .count(count)
                .selected(selected)
                .show(ui);
        }
        ui.add_space(8.0);
        for (title, aside, color, light, dark) in [
            (
                "قوات سوريا الديمقراطية",
                "قسد، قوات سورية الديمقراطية، SDF",
                37,
                "#B4472C",
                "#EE9478",
            ),
            ("هفرين خلف", "Hevrin Khalaf", 2, "#2F6BB3", "#7FB2EE"),
            ("Joel Harper", "جويل هاربر", 5, "#2F6BB3", "#7FB2EE"),
        ] {
            ListRow::new(title)
                .aside(aside)
                .swatch(theme.hue(light, dark))
                .count(&color.to_string())
                .show(ui);
        }
    });
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (en, ar, key, light, dark) in [
            ("Person", "شخص", "P", "#2F6BB3", "#7FB2EE"),
            ("Group", "جماعة", "G", "#B4472C", "#EE9478"),
            ("Organisation", "منظمة", "O", "#7750A5", "#BE9CE6"),
            ("Place", "مكان", "L", "#3A8253", "#84CE9C"),
        ] {
            TagChip::new(t(en, ar), theme.hue(light, dark))
                .key(key)
                .selected(key == "G")
                .show(ui);
        }
    });
    row(ui, 32.0, |ui| {
        let mut exact = false;
        segmented(
            ui,
            "mode",
            &[(false, t("Folded", "مرن")), (true, t("Exact", "حرفي"))],
            &mut exact,
        );
        let mut on = true;
        check_box(ui, &mut on, t("Whole words", "كلمات كاملة"));
        let mut off = false;
        check_box(ui, &mut off, t("Regex", "تعبير نمطي"));
        key_cap(ui, "Ctrl Shift F");
    });
    row(ui, 36.0, |ui| {
        for (index, text) in [
            t("Mentions · 2", "المواضع · 2"),
            t("Suggestions · 12", "المقترحات · 12"),
            t("Search", "بحث"),
        ]
        .iter()
        .enumerate()
        {
            tab(ui, text, index == 0);
        }
    });
    hairline(ui);
    label(
        ui,
        t(
            "Marked “هفرين خلف (2019)!” as Person.",
            "وُسم «Joel Harper (2019)!» شخصًا.",
        ),
    );
    weak_label(
        ui,
        t(
            "code points 1511–1520 · rtl · paragraph 23",
            "المحارف 1511–1520 · من اليمين · الفقرة 23",
        ),
    );
    Label::new("هفرين خلف").naskh(21.0).bold().show(ui);
    Label::new(
        "محادثات أمريكية مع روسيا حول إعادة «معتقلي داعش» من سوريا إلى العراق وغير ذلك من البلاد",
    )
    .naskh(15.0)
    .elide()
    .show(ui);
    ui.add_space(8.0);
    page_ui(ui);
    let _ = Color32::TRANSPARENT;
}

#[test]
fn every_widget_draws_in_every_look_and_both_directions() {
    for (kind, direction, name, scale) in [
        (
            ThemeKind::Light,
            UiDirection::LeftToRight,
            "gallery-light-ltr",
            1.0,
        ),
        (
            ThemeKind::Dark,
            UiDirection::RightToLeft,
            "gallery-dark-rtl",
            1.0,
        ),
        (
            ThemeKind::Sepia,
            UiDirection::RightToLeft,
            "gallery-sepia-rtl",
            1.5,
        ),
    ] {
        let mut window = Offscreen::new(vec2(720.0, 900.0), scale);
        for _ in 0..2 {
            window.frame(Vec::new(), |ui| gallery(ui, kind, direction));
        }
        let start = std::time::Instant::now();
        let image = window.image();
        println!("{name}: painted in {:?}", start.elapsed());
        pictures::keep(name, &image);
        let ground = image.pixel(2, 2);
        let other = image
            .rgba
            .chunks(4)
            .filter(|pixel| pixel[..3] != ground.to_array()[..3])
            .count();
        assert!(other > image.width * image.height / 10);
    }
}
