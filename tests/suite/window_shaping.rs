//! Shaping marks in the window: handles, insertion points, pieces, depth.

use egui::{Color32, Event, Key, Modifiers, PointerButton, Pos2, pos2, vec2};
use hashiya::command::{Args, NextTag, Selection, Workbench};
use hashiya::i18n::Language;
use hashiya::model::{Edit, Id, Span, Tag, TagKind};
use hashiya::text::Affinity;
use hashiya::ui::theme::Theme;

use super::rows_window::{letters, same};
use super::support::window::{WIDE, Window, bench, on_text};

const TEXT: &str = "سافر أحمد بن علي إلى دمشق مع وفد قوات سوريا الديمقراطية (SDF) في 2019.\n\
                    وعاد الوفد إلى بغداد بعد 12 يوما.\n\
                    The Syrian Democratic Forces (قسد) left the city.";

const CTRL_ALT: Modifiers = Modifiers::COMMAND.plus(Modifiers::ALT);

fn mark(window: &mut Window, words: &str, key: Key) -> Id {
    window.select_words(words);
    window.plain_key(key);
    window.wb().selected_mark().unwrap().id.clone()
}

/// The main button is pressed or let go there.
fn button(window: &mut Window, pos: Pos2, pressed: bool, modifiers: Modifiers) {
    window.frame(vec![Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers,
    }]);
}

/// A drag of a handle, not let go of yet.
fn pull(window: &mut Window, from: Pos2, to: Pos2) {
    window.frame(vec![Event::PointerMoved(from)]);
    button(window, from, true, Modifiers::NONE);
    window.frame(vec![Event::PointerMoved(from.lerp(to, 0.4))]);
    window.frame(vec![Event::PointerMoved(to)]);
}

/// A point on the caret at a byte.
fn at(window: &mut Window, byte: usize, affinity: Affinity) -> Pos2 {
    window.caret_at(byte, affinity).center()
}

/// A point on the letter so many bytes into these words.
fn on(window: &mut Window, words: &str, into: usize) -> Pos2 {
    let byte = window.span_of(words, 0).start + into;
    window.on_letter(byte)
}

fn choose(window: &mut Window, id: &Id) {
    window.wb_mut().choose_mark(Some(id.clone()));
    window.pause();
}

#[test]
fn handles_move_borders_by_letter_and_with_ctrl_by_word() {
    let mut window = on_text(TEXT);
    for (words, key, letter, letters, word, whole) in [
        ("أحمد", Key::P, "بن", "أحمد بن", "علي", "أحمد بن علي"),
        (
            "Syrian",
            Key::O,
            "Demo",
            "Syrian Demo",
            "crat",
            "Syrian Democratic",
        ),
    ] {
        let span = window.span_of(words, 0);
        let to_letter = window.span_of(letter, 0).end;
        let to_word = window.span_of(word, 0).start + 2;
        let end = at(&mut window, span.end, Affinity::Upstream);
        let there = at(&mut window, to_letter, Affinity::Upstream);
        let inside = at(&mut window, to_word, Affinity::Downstream);
        let id = mark(&mut window, words, key);
        choose(&mut window, &id);
        window.drag(end, there);
        assert_eq!(window.chosen(), letters);
        pull(&mut window, there, inside);
        window.frame(vec![Event::ModifiersChanged(Modifiers::COMMAND)]);
        button(&mut window, inside, false, Modifiers::COMMAND);
        window.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
        window.pause();
        assert_eq!(window.chosen(), whole);
        // Each drag is one step.
        window.key(Modifiers::COMMAND, Key::Z);
        window.key(Modifiers::COMMAND, Key::Z);
        assert_eq!(window.chosen(), words);
    }
}

#[test]
fn a_knob_is_taken_hold_of_and_escape_lets_go() {
    let mut window = on_text(TEXT);
    let span = window.span_of("أحمد", 0);
    let caret = window.caret_at(span.end, Affinity::Upstream);
    let knob = caret.center_bottom() + vec2(3.0, 5.0);
    let far = window.span_of("علي", 0).end;
    let there = at(&mut window, far, Affinity::Upstream);
    let id = mark(&mut window, "أحمد", Key::P);
    choose(&mut window, &id);
    pull(&mut window, knob, there);
    window.keep_picture("shaping-dragged");
    // Shown already, changed not yet.
    assert_eq!(window.chosen(), "أحمد");
    window.plain_key(Key::Escape);
    button(&mut window, there, false, Modifiers::NONE);
    window.pause();
    assert_eq!(window.chosen(), "أحمد");
    assert_eq!(window.wb().history().undo_len(), 1);
    window.drag(knob, there);
    assert_eq!(window.chosen(), "أحمد بن علي");
}

#[test]
fn what_is_let_go_of_in_one_frame_counts_in_the_order_it_came() {
    let mut window = on_text(TEXT);
    let span = window.span_of("أحمد", 0);
    let from = at(&mut window, span.end, Affinity::Upstream);
    let to = on(&mut window, "علي", 2);
    let id = mark(&mut window, "أحمد", Key::P);
    choose(&mut window, &id);
    let up = |modifiers| Event::PointerButton {
        pos: to,
        button: PointerButton::Primary,
        pressed: false,
        modifiers,
    };
    // The button, then Ctrl: by word.
    pull(&mut window, from, to);
    window.frame(vec![Event::ModifiersChanged(Modifiers::COMMAND)]);
    window.frame(vec![
        up(Modifiers::COMMAND),
        Event::ModifiersChanged(Modifiers::NONE),
    ]);
    window.pause();
    assert_eq!(window.chosen(), "أحمد بن علي");
    window.key(Modifiers::COMMAND, Key::Z);
    // Escape, then the button: nothing.
    choose(&mut window, &id);
    pull(&mut window, from, to);
    let escape = Event::Key {
        key: Key::Escape,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    window.frame(vec![escape, up(Modifiers::NONE)]);
    window.pause();
    assert_eq!(window.chosen(), "أحمد");
}

#[test]
fn words_selected_by_keys_are_words_without_the_spaces_between() {
    let ctrl_shift = Modifiers::COMMAND.plus(Modifiers::SHIFT);
    let mut window = on_text("قال أحمد، ثم سكت.\nThe city of Aleppo.");
    let end = window.span_of("أحمد", 0).end;
    window.select(Selection::caret(end));
    window.key(ctrl_shift, Key::ArrowLeft);
    assert_eq!(window.selected(), "ثم");
    window.plain_key(Key::P);
    assert_eq!(window.chosen(), "ثم");
    // Back from a word: the one before it, and then more.
    let start = window.span_of("ثم", 0).start;
    window.wb_mut().choose_mark(None);
    window.select(Selection::caret(start));
    window.key(ctrl_shift, Key::ArrowRight);
    assert_eq!(window.selected(), "أحمد");
    window.key(ctrl_shift, Key::ArrowRight);
    assert_eq!(window.selected(), "قال أحمد");
    let start = window.span_of(" Aleppo", 0).start;
    window.select(Selection::caret(start));
    window.key(ctrl_shift, Key::ArrowRight);
    assert_eq!(window.selected(), "Aleppo");
}

#[test]
fn handles_stand_where_directions_meet_and_cross_lines() {
    // From right to left into the Latin letters: the edge of their run.
    let mut window = on_text(TEXT);
    let id = mark(&mut window, "الديمقراطية (SD", Key::O);
    let span = window.wb().selected_mark().unwrap().spans[0];
    let edge = at(&mut window, span.end, Affinity::Upstream);
    let there = at(&mut window, span.end + 1, Affinity::Upstream);
    assert!(there.x > edge.x, "F is to the right of D");
    choose(&mut window, &id);
    window.keep_picture("shaping-mixed");
    window.drag(edge, there);
    assert_eq!(window.chosen(), "الديمقراطية (SDF");
    // Over the end of a line, into the one below.
    let text = "قال المتحدث باسم القوات إن الوفد الذي وصل إلى المدينة أمس عاد اليوم إلى قاعدته بعد لقاء طويل مع ممثلي المجلس المحلي في دير الزور، وأضاف أن الوضع هناك مستقر وأن العمل جار على إصلاح الجسور والطرق.";
    let mut window = Window::of(bench(&[("text", text)], None), [800.0, 600.0]);
    let word = window.span_of("القوات", 0);
    let end = at(&mut window, word.end, Affinity::Upstream);
    let far = window.span_of("الجسور", 0).end;
    let there = at(&mut window, far, Affinity::Upstream);
    assert!(there.y > end.y + 20.0);
    let id = mark(&mut window, "القوات", Key::G);
    choose(&mut window, &id);
    window.drag(end, there);
    assert_eq!(
        window.wb().selected_mark().unwrap().spans,
        [Span::new(word.start, far)]
    );
}

#[test]
fn an_insertion_point_is_put_chosen_and_moved() {
    let mut window = on_text(TEXT);
    window.rest();
    let before = letters(&window);
    let byte = window.span_of("دمشق", 0).end;
    let place = window.caret_at(byte, Affinity::Downstream);
    window.key(Modifiers::ALT, Key::I);
    assert_eq!(window.wb().next_tag(), NextTag::Point);
    window.keep_picture("shaping-point-waits");
    window.plain_key(Key::E);
    assert_eq!(window.marks().len(), 1);
    assert_eq!(window.marks()[0].spans, [Span::new(byte, byte)]);
    window.keep_picture("shaping-point");
    window.plain_key(Key::Escape);
    window.select(Selection::caret(0));
    same(&letters(&window), &before, "a point");
    // A click on its sign chooses it, one on the word beside does not.
    let on_word = window.on_letter(byte - 4);
    let wedge = pos2(place.center().x, place.bottom() - 2.0);
    window.pause();
    window.click(on_word);
    assert!(window.wb().selected_mark().is_none());
    window.click(wedge);
    assert!(window.wb().selected_mark().is_some());
    // By keys one letter on, dragged back, and by keyboard found again.
    window.key(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.marks()[0].spans[0].start, byte + 1);
    let here = window.caret_at(byte + 1, Affinity::Downstream);
    let id = window.marks()[0].id.clone();
    choose(&mut window, &id);
    window.drag(pos2(here.center().x, here.bottom() - 2.0), place.center());
    assert_eq!(window.marks()[0].spans, [Span::new(byte, byte)]);
    window.select(Selection::caret(byte));
    window.key(CTRL_ALT, Key::ArrowUp);
    assert!(window.wb().selected_mark().is_some());
    // Escape: the next tag is for words again.
    window.key(Modifiers::ALT, Key::I);
    window.plain_key(Key::Escape);
    assert_eq!(window.wb().next_tag(), NextTag::Words);
}

#[test]
fn pieces_of_one_mark_are_linked_and_lit_together() {
    let mut window = on_text(TEXT);
    let before = letters(&window);
    mark(&mut window, "وفد", Key::G);
    window.select_words("الديمقراطية");
    window.key(Modifiers::COMMAND, Key::J);
    assert_eq!(window.mark_names(), ["وفد … الديمقراطية|group"]);
    window.keep_picture("shaping-pieces");
    window.plain_key(Key::Escape);
    window.select(Selection::caret(0));
    same(&letters(&window), &before, "a link");
    // The link stands between the pieces, and one lights the other.
    let between = on(&mut window, "سوريا", 4);
    let other = on(&mut window, "الديمقراطية", 4);
    let piece = on(&mut window, "وفد", 2);
    window.select(Selection::caret(0));
    let hue = hue(&window, "group");
    assert!(column(&window, between).contains(&hue), "no link is seen");
    window.frame(vec![Event::PointerMoved(pos2(5.0, 5.0))]);
    window.rest();
    let plain = column(&window, other);
    window.frame(vec![Event::PointerMoved(piece)]);
    window.rest();
    assert_ne!(column(&window, other), plain, "the other piece is not lit");
    // A piece is taken out with the caret on it.
    window.click(other);
    window.key(Modifiers::ALT, Key::Delete);
    assert_eq!(window.mark_names(), ["وفد|group"]);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.mark_names(), ["وفد … الديمقراطية|group"]);
}

/// The colours down the line of text around a place.
fn column(window: &Window, around: Pos2) -> Vec<Color32> {
    let image = window.renderer.image(&window.harness);
    let mut found = Vec::new();
    for x in -6..=6 {
        for y in -16..=30 {
            let at = around + vec2(x as f32, y as f32);
            let index = (at.y as usize * image.width + at.x as usize) * 4;
            let pixel = &image.rgba[index..index + 4];
            found.push(Color32::from_rgb(pixel[0], pixel[1], pixel[2]));
        }
    }
    found
}

fn hue(window: &Window, tag: &str) -> Color32 {
    let tag = window.wb().project().tag(&Id::new(tag)).unwrap();
    Theme::get(&window.harness.ctx).hue(&tag.color, &tag.color_dark)
}

/// Marks in one another, the longest first.
const NESTED: [(&str, Key, &str); 7] = [
    (
        "أحمد بن علي إلى دمشق مع وفد قوات سوريا الديمقراطية (SDF) في 2019",
        Key::E,
        "event",
    ),
    (
        "بن علي إلى دمشق مع وفد قوات سوريا الديمقراطية (SDF)",
        Key::B,
        "people",
    ),
    ("إلى دمشق مع وفد قوات سوريا الديمقراطية", Key::F, "facility"),
    ("دمشق مع وفد قوات سوريا", Key::G, "group"),
    ("مع وفد قوات سوريا", Key::O, "organisation"),
    ("وفد قوات", Key::P, "person"),
    ("قوات", Key::L, "place"),
];

#[test]
fn seven_marks_in_one_another_are_all_seen_and_clicked_through() {
    let mut window = on_text(TEXT);
    let before = letters(&window);
    for (words, key, _) in NESTED {
        mark(&mut window, words, key);
    }
    window.plain_key(Key::Escape);
    window.select(Selection::caret(0));
    window.keep_picture("shaping-depth");
    same(&letters(&window), &before, "seven marks");
    let inmost = window.span_of("قوات", 0).start + 4;
    let point = window.on_letter(inmost);
    window.select(Selection::caret(0));
    let seen = column(&window, point);
    for (_, _, tag) in NESTED {
        assert!(seen.contains(&hue(&window, tag)), "{tag} is not seen");
    }
    // From the innermost outwards, and round again.
    window.pause();
    let mut tags = Vec::new();
    for _ in 0..8 {
        window.click(point);
        tags.push(window.wb().selected_mark().unwrap().tag.to_string());
        for _ in 0..30 {
            window.frame(Vec::new());
        }
    }
    let mut expected: Vec<&str> = NESTED.iter().rev().map(|(_, _, tag)| *tag).collect();
    expected.push("place");
    assert_eq!(tags, expected);
    // By keys too.
    window.key(CTRL_ALT, Key::ArrowUp);
    assert_eq!(window.wb().selected_mark().unwrap().tag, Id::new("person"));
    window.key(CTRL_ALT, Key::ArrowDown);
    window.key(CTRL_ALT, Key::ArrowDown);
    assert_eq!(window.wb().selected_mark().unwrap().tag, Id::new("event"));
}

/// A bench whose project has two tags for documents.
fn with_document_tags() -> Workbench {
    let mut wb = bench(&[("خبر عن دمشق", TEXT)], None);
    let edits = [
        ("reviewed", "Reviewed", "مراجَع", "#2F6BB3"),
        ("sensitive", "Sensitive", "حسّاس", "#B4472C"),
    ]
    .map(|(id, english, arabic, color)| {
        let names = [("en", english), ("ar", arabic)]
            .map(|(language, name)| (language.to_owned(), name.to_owned()));
        let mut tag = Tag::new(Id::new(id), TagKind::Document, names.into());
        color.clone_into(&mut tag.color);
        tag.order = 90;
        Edit::create(tag)
    });
    wb.commit("annotation.note", edits.to_vec()).unwrap();
    wb
}

#[test]
fn tags_of_the_document_are_seen_and_taken_off_in_its_header() {
    let mut window = Window::of(with_document_tags(), WIDE);
    window.key(Modifiers::COMMAND, Key::P);
    window.type_text("#reviewed");
    window.plain_key(Key::Enter);
    let marks = |window: &Window| {
        let document = window.wb().active_document().unwrap().id.clone();
        window
            .wb()
            .project()
            .annotations_on_whole(&document)
            .count()
    };
    assert_eq!(marks(&window), 1);
    assert!(window.run("document.tag", Args::Id(Id::new("sensitive"))));
    assert!(window.sees("Reviewed") && window.sees("Sensitive"));
    window.keep_picture("shaping-document-en");
    window.wb_mut().set_language(Language::Ar);
    window.rest();
    assert!(window.sees("مراجَع"));
    window.keep_picture("shaping-document-ar");
    window.wb_mut().set_language(Language::En);
    window.rest();
    window.key(Modifiers::COMMAND, Key::P);
    window.type_text("#reviewed");
    window.plain_key(Key::Enter);
    assert_eq!(marks(&window), 1);
    assert!(!window.sees("Reviewed"));
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(marks(&window), 2);
}

#[test]
fn everything_is_calm_in_both_languages_and_themes() {
    for (language, theme, name) in [
        (Language::En, "view.theme-light", "shaping-all-en-light"),
        (Language::Ar, "view.theme-dark", "shaping-all-ar-dark"),
    ] {
        let mut window = Window::of(with_document_tags(), WIDE);
        window.wb_mut().set_language(language);
        assert!(window.wb_mut().run(theme, &Args::None));
        assert!(window.run("document.tag", Args::Id(Id::new("reviewed"))));
        for (words, key, _) in NESTED {
            mark(&mut window, words, key);
        }
        let byte = window.span_of("الوفد", 0).end;
        window.select(Selection::caret(byte));
        for tag in ["date", "claim"] {
            assert!(window.run("annotation.point", Args::Id(Id::new(tag))));
        }
        mark(&mut window, "Syrian", Key::O);
        window.select_words("Forces");
        window.key(Modifiers::COMMAND, Key::J);
        window.keep_picture(name);
        let menu = match language {
            Language::En => "Mark",
            Language::Ar => "وسم",
        };
        window.press(egui::Role::MenuItem, menu);
        window.keep_picture(&format!("{name}-menu"));
    }
}
