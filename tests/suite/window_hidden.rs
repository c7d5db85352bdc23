//! Seeing the invisible in the window: signs at their place, flags whether
//! wanted or not, names and file names made visible.

use egui::{Color32, Key, Modifiers, Rect, Role, Shape};
use hashiya::command::{Args, LowerTab, Selection};
use hashiya::model::{Edit, Id};
use hashiya::text::Affinity;
use hashiya::ui::theme::Theme;

use super::support::window::{WIDE, Window, bench, on_text};

/// Upright lines of that colour on the page: what a sign of a control is.
fn uprights(window: &Window, color: Color32) -> Vec<Rect> {
    window
        .harness
        .output()
        .shapes
        .iter()
        .filter_map(|clipped| match &clipped.shape {
            Shape::Rect(rect) if rect.fill == color => Some(rect.rect),
            _ => None,
        })
        .filter(|rect| rect.width() < 3.0 && rect.height() > 8.0)
        .collect()
}

/// The letters of the page: every corner of every glyph in the page's ink.
fn letters(window: &Window) -> Vec<(u32, u32)> {
    let ink = Theme::get(&window.harness.ctx).ink;
    let page = window.pages()[0];
    let mut found: Vec<(u32, u32)> = Vec::new();
    for clipped in &window.harness.output().shapes {
        if let Shape::Mesh(mesh) = &clipped.shape {
            found.extend(
                mesh.vertices
                    .iter()
                    .filter(|vertex| vertex.color == ink && page.contains(vertex.pos))
                    .map(|vertex| (vertex.pos.x.to_bits(), vertex.pos.y.to_bits())),
            );
        }
    }
    found
}

/// Clicks a row of the list of what is hidden.
fn press_row(window: &mut Window, name: &str) {
    window.press(Role::ListBoxOption, name);
}

fn toggle(window: &mut Window) {
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Num8);
}

#[test]
fn r31_signs_stand_at_their_logical_place_in_both_directions() {
    for (text, controls) in [
        ("قال علي\u{200F} ثم ذهب", vec!['\u{200F}']),
        (
            "قال \u{200F}ABC def\u{200E} ثم",
            vec!['\u{200F}', '\u{200E}'],
        ),
        (
            "some words\u{200E} and \u{200F}more",
            vec!['\u{200E}', '\u{200F}'],
        ),
        (
            "see \u{2067}قسد تعلن\u{2069} here",
            vec!['\u{2067}', '\u{2069}'],
        ),
        (
            "في \u{2066}the end\u{2069} هنا",
            vec!['\u{2066}', '\u{2069}'],
        ),
    ] {
        let mut window = on_text(text);
        toggle(&mut window);
        assert!(window.wb().look().hidden);
        let unseen = Theme::get(&window.harness.ctx).unseen;
        for control in controls {
            let byte = text.find(control).unwrap();
            let caret = window.caret_at(byte, Affinity::Downstream).center().x;
            let lines = uprights(&window, unseen);
            let nearest = lines
                .iter()
                .map(|line| (line.center().x - caret).abs())
                .fold(f32::INFINITY, f32::min);
            assert!(
                nearest <= 1.5,
                "{text:?} {control:?}: {nearest} from the caret"
            );
        }
        // The pixels are there, too: beside the caret, which stands on the line.
        window.select(Selection::caret(0));
        let image = window.renderer.image(&window.harness);
        let line = uprights(&window, unseen)[0];
        let at = line.center();
        let index = (at.y as usize * image.width + at.x as usize) * 4;
        let pixel = &image.rgba[index..index + 3];
        assert_eq!(pixel, &unseen.to_array()[..3], "{text:?}");
    }
}

#[test]
fn r31_a_space_and_a_tatweel_have_their_sign_in_their_middle() {
    let text = "مئة\u{A0}كم وكتـاب";
    let mut window = on_text(text);
    toggle(&mut window);
    let unseen = Theme::get(&window.harness.ctx).unseen;
    for (word, filled) in [("\u{A0}", false), ("ـ", true)] {
        let span = window.span_of(word, 0);
        let (from, to) = window.ends(span);
        let middle = f32::midpoint(from.x, to.x);
        let found = window.harness.output().shapes.iter().any(|clipped| {
            matches!(&clipped.shape, Shape::Circle(circle)
                if (circle.center.x - middle).abs() < 2.0
                    && if filled { circle.fill == unseen } else { circle.stroke.color == unseen })
        });
        assert!(found, "{word:?} at {middle}");
    }
}

#[test]
fn showing_what_is_not_seen_moves_no_letter() {
    let text = "قال \u{202B}علي ABC\u{202C} كتـــاب\u{A0}و\u{200C}هم\tثم \u{2067}أحمد\u{2069}.\r\n\
                English\u{A0}line\u{200B}s \u{FEFF}and \u{2003}more\u{200F}!\n\
                ﻻ م\u{64E}\u{651} أيضاً \u{E000}\n";
    let mut window = on_text(text);
    // Notices close by themselves; they are not the page.
    window.rest();
    let before = letters(&window);
    assert!(before.len() > 100);
    let copied = window.text();
    toggle(&mut window);
    assert_eq!(letters(&window), before);
    window.keep_picture("hidden-shown");
    window.run("edit.select-all", Args::None);
    assert_eq!(window.selected(), copied, "what is copied is the file's");
    window.select(Selection::caret(0));
    toggle(&mut window);
    assert_eq!(letters(&window), before);
}

#[test]
fn an_override_is_flagged_whether_signs_are_shown_or_not() {
    let text = "سطر أول\nملف تقرير\u{202E}fdp.exe\u{202C} هنا\nو pаypal آخر";
    let mut window = on_text(text);
    let theme = Theme::get(&window.harness.ctx);
    assert!(!window.wb().look().hidden);
    let byte = text.find('\u{202E}').unwrap();
    let caret = window.caret_at(byte, Affinity::Downstream).center().x;
    let lines = uprights(&window, theme.rubric);
    assert!(
        lines
            .iter()
            .any(|line| (line.center().x - caret).abs() < 1.5),
        "{lines:?} {caret}"
    );
    // In the list of documents and in the header.
    let said = "2 places are flagged: what is seen may not be what is written.";
    assert!(window.sees(said));
    // In the margin, at the start side of its line.
    let sign = window.center_of(
        Role::Button,
        "Letters are forced into another order than they are written in: RLO (U+202E)",
    );
    let page = window.pages()[0];
    assert!(sign.x > page.center().x, "the side where reading begins");
    window.clicks(sign, 1, Modifiers::NONE);
    assert_eq!(window.selected(), "\u{202E}");
    assert!(window.sees("«⟨RLO⟩»"), "the status line");
    window.keep_picture("hidden-selected");
    // From flag to flag by keys.
    window.plain_key(Key::F7);
    assert_eq!(window.selected(), "pаypal");
    window.plain_key(Key::F7);
    assert_eq!(window.selected(), "\u{202E}");
    window.key(Modifiers::SHIFT, Key::F7);
    assert_eq!(window.selected(), "pаypal");
}

#[test]
fn a_card_names_everything_at_one_place() {
    let text = "قال\u{200F}\u{202E}\u{2066} علي\u{2069}\u{202C} ثم";
    let mut window = on_text(text);
    toggle(&mut window);
    let byte = text.find('\u{202E}').unwrap();
    let at = window.caret_at(byte, Affinity::Downstream).center();
    window.frame(vec![egui::Event::PointerMoved(at + egui::vec2(0.5, 0.0))]);
    for _ in 0..8 {
        window.pause();
        window.frame(Vec::new());
    }
    assert!(window.sees("right-to-left override · RLO · U+202E"));
    assert!(window.sees("right-to-left mark · RLM · U+200F"));
    window.keep_picture("hidden-card");
}

#[test]
fn the_list_of_what_is_hidden_leads_to_each_place() {
    let text = "مئة\u{A0}كم، ألف\u{A0}طن\nis\u{200B}Admin";
    let mut window = on_text(text);
    window.run("view.hidden-list", Args::None);
    assert_eq!(window.wb().look().lower_tab, LowerTab::Hidden);
    window.keep_picture("hidden-list");
    window.run("view.language-ar", Args::None);
    window.keep_picture("hidden-list-ar");
    window.run("view.language-en", Args::None);
    press_row(&mut window, "An invisible character inside a word");
    assert_eq!(window.selected(), "\u{200B}");
    press_row(&mut window, "no-break space");
    assert_eq!(window.selection().span(), window.span_of("\u{A0}", 0));
    press_row(&mut window, "no-break space");
    assert_eq!(window.selection().span(), window.span_of("\u{A0}", 1));
}

#[test]
fn labels_and_titles_show_what_would_turn_them() {
    let name = "evil\u{202E}txt.exe";
    let wb = bench(&[(name, "قسد")], None);
    let window = Window::of(wb, WIDE);
    let ctx = &window.harness.ctx;
    let shown = hashiya::ui::widgets::TextLook::ui().line(ctx, name);
    assert_eq!(shown.shaped().text(), "evil⟨RLO⟩txt.exe");
    let (wrapped, _) = hashiya::ui::widgets::TextLook::ui().wrapped(ctx, name, 60.0, 2);
    assert!(!wrapped.shaped().text().contains('\u{202E}'));
    // Glyphs stand in the order they are written in.
    let glyphs = shown
        .glyphs()
        .map(|glyph| glyph.cluster)
        .collect::<Vec<_>>();
    assert!(glyphs.is_sorted());
    window.keep_picture("hidden-title");
}

#[test]
fn file_names_and_labels_are_flagged_too() {
    let mut wb = bench(&[("قسد", "قسد تعلن"), ("two", "in پاريس")], None);
    assert!(
        wb.project()
            .documents()
            .all(|document| wb.document_flag(document).is_none())
    );
    let before = wb.project().documents().next().unwrap().clone();
    let mut after = before.clone();
    after.source = Some("/in/تقرير\u{202E}fdp.exe".to_owned());
    let tag = wb.project().tag(&Id::new("person")).unwrap().clone();
    let mut spoofed = tag.clone();
    spoofed.names.insert("en".to_owned(), "Рerson".to_owned());
    wb.commit(
        "x",
        vec![Edit::change(before, after), Edit::change(tag, spoofed)],
    )
    .unwrap();
    let mut window = Window::of(wb, WIDE);
    window.rest();
    assert!(window.sees("The name of the file or of the document is not what it seems."));
    assert!(window.sees("تقرير⟨RLO⟩fdp.exe"), "in the inspector");
    let chip = window.center_of(Role::Button, "Рerson");
    window.frame(vec![egui::Event::PointerMoved(chip)]);
    for _ in 0..8 {
        window.pause();
        window.frame(Vec::new());
    }
    assert!(window.sees("Letters of several alphabets that look alike in one word: Р (U+0420)"));
    window.keep_picture("hidden-labels");
}

#[test]
fn a_project_saved_from_such_a_name_has_an_honest_one() {
    use hashiya::command::PathPurpose;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("evil\u{202E}txt.exe.txt");
    std::fs::write(&path, "قسد\u{2028}قوات").unwrap();
    let mut window = Window::of(bench(&[], Some(folder.path())), WIDE);
    window.run("file.open", Args::Paths(vec![path]));
    let suggested = window.wb().path_suggestion(PathPurpose::SaveAs).unwrap();
    let name = suggested
        .file_name()
        .unwrap()
        .to_string_lossy()
        .into_owned();
    assert!(!name.contains('\u{202E}'), "{name}");
    for notice in &window.notices {
        assert!(!notice.text.contains('\u{202E}'), "{}", notice.text);
    }
}
