//! Making, choosing, changing and removing marks, by every way there is.

use egui::{Event, Key, Modifiers, PointerButton, Role, pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use hashiya::command::{Args, Selection};
use hashiya::model::{Id, Span};
use hashiya::text::Affinity;

use super::support::window::{Window, on_text, sample};

const TEXT: &str = "سافر أحمد بن علي إلى دمشق مع وفد قوات سوريا الديمقراطية (SDF) في 2019.\n\
                    وعاد الوفد إلى بغداد بعد 12 يوما.";

#[test]
fn words_are_tagged_by_a_key_in_one_frame() {
    let mut window = on_text(TEXT);
    window.select_words("أحمد بن علي");
    window.frame(vec![
        Event::Key {
            key: Key::P,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        },
        Event::Text("p".to_owned()),
    ]);
    assert_eq!(window.mark_names(), ["أحمد بن علي|person"]);
    window.rest();
    // On an Arabic keyboard the key is found by its place.
    window.select_words("دمشق");
    window.frame(vec![
        Event::Key {
            key: Key::Quote,
            physical_key: Some(Key::L),
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        },
        Event::Text("م".to_owned()),
    ]);
    window.rest();
    assert_eq!(window.mark_names(), ["أحمد بن علي|person", "دمشق|place"]);
    assert_eq!(window.chosen(), "دمشق");
}

#[test]
fn words_are_tagged_by_the_palette_the_context_menu_and_the_list_of_commands() {
    let mut window = on_text(TEXT);
    window.select_words("أحمد");
    window.press(Role::Button, "Person");
    assert_eq!(window.mark_names(), ["أحمد|person"]);

    let span = window.span_of("دمشق", 0);
    let point = window.on_letter(span.start + 2);
    window.select(Selection::over(span));
    window.pause();
    window.right_click(point);
    window.keep_picture("window-context-menu");
    assert_eq!(
        window.selected(),
        "دمشق",
        "a right click keeps the selection"
    );
    window.press(Role::MenuItem, "Place");
    assert_eq!(window.mark_names(), ["أحمد|person", "دمشق|place"]);

    window.select_words("SDF");
    window.key(Modifiers::COMMAND, Key::P);
    window.type_text("tag organ");
    window.keep_picture("window-commands");
    window.plain_key(Key::Enter);
    assert_eq!(
        window.mark_names(),
        ["أحمد|person", "دمشق|place", "SDF|organisation"]
    );
    // The list is gone and keys belong to the page again.
    window.select_words("2019");
    window.plain_key(Key::D);
    assert_eq!(window.marks().len(), 4);

    // Without a selection, the word under the caret.
    let caret = window.span_of("بغداد", 0).start + 4;
    window.select(Selection::caret(caret));
    window.plain_key(Key::L);
    assert_eq!(window.chosen(), "بغداد");

    // The same words with the same tag again are refused in one sentence.
    window.problems();
    window.select_words("SDF");
    window.press(Role::Button, "Organisation");
    assert_eq!(window.problems().len(), 1);
    assert_eq!(window.marks().len(), 5);
}

#[test]
fn undo_and_redo_say_and_show_what_they_did() {
    let mut window = sample();
    let text = window.text();
    let before = window.mark_names();
    let last = text.lines().rev().find(|line| line.len() > 60).unwrap();
    let word = last.split(' ').find(|word| word.len() > 8).unwrap();
    let at = text.rfind(last).unwrap() + last.find(word).unwrap();
    let span = Span::new(at, at + word.len());
    window.select(Selection::over(span));
    window.plain_key(Key::E);
    let after = window.mark_names();
    assert_eq!(after.len(), before.len() + 1);
    // Far away, then back: the page scrolls to where it happened.
    window.key(Modifiers::COMMAND, Key::Home);
    window.notices.clear();
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.mark_names(), before);
    assert_eq!(window.selected(), word, "what was unmarked is selected");
    assert!(
        window
            .notices
            .iter()
            .any(|notice| notice.text.contains("tagging with") && notice.text.contains("Event")),
        "{:?}",
        window.notices
    );
    let page = window.pages()[0];
    let (from, _) = window.ends(span);
    assert!(page.contains(from));
    window.key(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
    assert_eq!(window.mark_names(), after);
    assert_eq!(window.chosen(), word);
    window.key(Modifiers::COMMAND, Key::Z);
    window.key(Modifiers::COMMAND, Key::Y);
    assert_eq!(window.mark_names(), after);
    // The menu names what it would take back.
    window.press(Role::MenuItem, "Edit");
    let titles: Vec<String> = window
        .harness
        .get_all_by_role(Role::MenuItem)
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    assert!(
        titles
            .iter()
            .any(|title| title.contains("Undo") && title.contains("Event")),
        "{titles:?}"
    );
}

#[test]
fn a_note_is_typed_in_arabic_and_undone_as_one() {
    let mut window = on_text(TEXT);
    window.select_words("دمشق");
    window.plain_key(Key::L);
    window.key(Modifiers::COMMAND, Key::M);
    let note = "هل هي «دمشق» (العاصمة)؟ 12%";
    for letter in note.chars() {
        window.frame(vec![Event::Text(letter.to_string())]);
    }
    window.rest();
    // Letters in the field tag nothing.
    assert_eq!(window.mark_names(), ["دمشق|place"]);
    window.keep_picture("window-note");
    // A click into the page hands the note over.
    let page = window.pages()[0];
    window.click(pos2(page.center().x, page.bottom() - 40.0));
    assert_eq!(window.marks()[0].note, note);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.marks()[0].note, "");
    window.key(Modifiers::COMMAND, Key::Y);
    assert_eq!(window.marks()[0].note, note);
}

#[test]
fn an_unfinished_note_is_not_lost_by_saving_or_closing() {
    let mut window = on_text(TEXT);
    window.select_words("دمشق");
    window.plain_key(Key::L);
    window.key(Modifiers::COMMAND, Key::M);
    window.type_text("ملاحظة");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("note.hashiya.json");
    window.answer(std::slice::from_ref(&path));
    window.key(Modifiers::COMMAND, Key::S);
    window.rest();
    let saved = hashiya::store::load(&path).unwrap().project;
    let note = saved.annotations().next().unwrap().note.clone();
    assert_eq!(note, "ملاحظة");
}

#[test]
fn a_click_chooses_the_innermost_mark_and_escape_lets_it_go() {
    let mut window = on_text(TEXT);
    for (words, key) in [
        ("وفد قوات سوريا الديمقراطية (SDF)", Key::G),
        ("قوات سوريا الديمقراطية", Key::O),
        ("سوريا", Key::L),
    ] {
        window.select_words(words);
        window.plain_key(key);
    }
    for (letter_of, chosen) in [
        ("سوريا", "سوريا"),
        ("الديمقراطية", "قوات سوريا الديمقراطية"),
        ("SDF", "وفد قوات سوريا الديمقراطية (SDF)"),
        ("وفد", "وفد قوات سوريا الديمقراطية (SDF)"),
        ("أحمد", ""),
    ] {
        let at = window.span_of(letter_of, 0).start + if letter_of == "SDF" { 1 } else { 2 };
        let point = window.on_letter(at);
        window.pause();
        window.click(point);
        assert_eq!(window.chosen(), chosen, "on {letter_of}");
    }
    let at = window.span_of("سوريا", 0).start + 2;
    let point = window.on_letter(at);
    window.pause();
    window.click(point);
    window.plain_key(Key::Escape);
    assert_eq!(window.chosen(), "");
    window.click(point);
    window.plain_key(Key::Delete);
    assert_eq!(window.marks().len(), 2);
    assert!(window.mark_names().iter().all(|name| name != "سوريا|place"));
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.marks().len(), 3);
}

#[test]
fn alt_and_arrows_move_borders_to_where_the_arrow_points() {
    let mut window = on_text(TEXT);
    let alt_shift = Modifiers::ALT.plus(Modifiers::SHIFT);
    // Right to left: the end stands at the left.
    window.select_words("أحمد");
    window.plain_key(Key::P);
    for _ in 0..3 {
        window.key(Modifiers::ALT, Key::ArrowLeft);
    }
    assert_eq!(window.chosen(), "أحمد بن");
    window.key(Modifiers::ALT, Key::ArrowRight);
    assert_eq!(window.chosen(), "أحمد ب");
    window.key(alt_shift, Key::ArrowRight);
    assert_eq!(window.chosen(), " أحمد ب");
    window.key(alt_shift, Key::ArrowLeft);
    window.key(alt_shift, Key::ArrowLeft);
    assert_eq!(window.chosen(), "حمد ب");
    // Left to right: the end stands at the right.
    window.select_words("SD");
    window.plain_key(Key::O);
    window.key(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.chosen(), "S");
    window.key(Modifiers::ALT, Key::ArrowRight);
    window.key(Modifiers::ALT, Key::ArrowRight);
    assert_eq!(window.chosen(), "SDF");
    window.key(alt_shift, Key::ArrowRight);
    assert_eq!(window.chosen(), "DF");
    // A mark keeps at least one letter.
    for _ in 0..5 {
        window.key(alt_shift, Key::ArrowRight);
    }
    assert_eq!(window.chosen(), "F");
}

#[test]
fn a_border_is_dragged_with_the_mouse() {
    let mut window = on_text(TEXT);
    let span = window.span_of("أحمد", 0);
    let wanted = window.span_of("علي", 0).end;
    let (start, end) = window.ends(span);
    let target = window.caret_at(wanted, Affinity::Upstream).center();
    let other = window.span_of("سافر", 0).start;
    let before = window.caret_at(other, Affinity::Downstream).center();
    window.select(Selection::over(span));
    window.plain_key(Key::P);
    window.pause();
    window.drag(end, target);
    assert_eq!(window.mark_names(), ["أحمد بن علي|person"]);
    window.drag(start, before);
    assert_eq!(window.mark_names(), ["سافر أحمد بن علي|person"]);
    window.key(Modifiers::COMMAND, Key::Z);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.mark_names(), ["أحمد|person"]);
}

#[test]
fn a_border_dragged_over_another_span_of_its_mark_breaks_nothing() {
    let mut window = on_text(TEXT);
    let first = window.span_of("قوات", 0);
    window.select(Selection::over(first));
    window.plain_key(Key::O);
    window.select_words("الديمقراطية");
    window.key(Modifiers::COMMAND, Key::J);
    let id = window.wb().selected_mark().unwrap().id.clone();
    let before = window.mark_names();
    let (_, end) = window.ends(first);
    let beyond = window.span_of("(SDF)", 0).end;
    let to = window.caret_at(beyond, Affinity::Upstream).center();
    window.wb_mut().choose_mark(Some(id));
    window.pause();
    window.drag(end, to);
    let mark = &window.marks()[0];
    // Either it is refused or the spans were joined; never do they overlap.
    assert!(
        mark.spans
            .windows(2)
            .all(|pair| pair[0].end <= pair[1].start),
        "{:?}",
        mark.spans
    );
    window.key(Modifiers::COMMAND, Key::Z);
    if window.mark_names() != before {
        window.key(Modifiers::COMMAND, Key::Y);
        assert_eq!(window.mark_names(), before);
    }
}

#[test]
fn ctrl_j_makes_a_mark_of_several_places() {
    let mut window = on_text(TEXT);
    window.select_words("قوات");
    window.plain_key(Key::O);
    window.select_words("الديمقراطية");
    window.key(Modifiers::COMMAND, Key::J);
    assert_eq!(window.marks().len(), 1);
    assert_eq!(window.marks()[0].spans.len(), 2);
    assert_eq!(window.mark_names(), ["قوات … الديمقراطية|organisation"]);
    // A click on either place chooses it; one between does not.
    for (words, chosen) in [("قوات", true), ("الديمقراطية", true), ("سوريا", false)]
    {
        let at = window.span_of(words, 0).start + 2;
        let point = window.on_letter(at);
        window.pause();
        window.click(point);
        assert_eq!(window.wb().selected_mark().is_some(), chosen, "{words}");
    }
    // Words that belong to it already are refused.
    window.problems();
    window.wb_mut().run("annotation.next", &Args::None);
    window.select_words("قوات");
    window.key(Modifiers::COMMAND, Key::J);
    assert_eq!(window.problems().len(), 1);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.mark_names(), ["قوات|organisation"]);
}

#[test]
fn everything_is_done_with_the_keyboard_alone() {
    let mut window = on_text(TEXT);
    // The page has the keyboard from the beginning.
    window.plain_key(Key::ArrowLeft);
    assert_eq!(
        window.selection(),
        Selection {
            ..window.selection()
        }
    );
    assert_eq!(window.selection().head.byte, 2, "one letter on");
    window.key(Modifiers::COMMAND, Key::ArrowLeft);
    let word = window.selection().head.byte;
    assert!(word > 2);
    window.plain_key(Key::Home);
    assert_eq!(window.selection().head.byte, 0);
    window.key(Modifiers::COMMAND, Key::ArrowLeft);
    while window.selection().head.byte < window.span_of("أحمد", 0).start {
        window.plain_key(Key::ArrowLeft);
    }
    for _ in 0.."أحمد".chars().count() {
        window.key(Modifiers::SHIFT, Key::ArrowLeft);
    }
    assert_eq!(window.selected(), "أحمد");
    window.plain_key(Key::P);
    assert_eq!(window.mark_names(), ["أحمد|person"]);
    // To the end of the line by Shift, back by an arrow.
    window.key(Modifiers::SHIFT, Key::End);
    assert!(window.selected().len() > 20);
    window.plain_key(Key::ArrowRight);
    assert!(window.selection().is_empty());
    window.key(Modifiers::COMMAND, Key::End);
    assert_eq!(window.selection().head.byte, window.text().len());
    window.key(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Home);
    assert_eq!(window.selected(), window.text());
    window.plain_key(Key::Escape);
    assert!(window.selection().is_empty());
    // Down to the second line: the word under the caret is tagged.
    window.key(Modifiers::COMMAND, Key::Home);
    window.plain_key(Key::ArrowDown);
    let second = window.text().find('\n').unwrap();
    assert!(window.selection().head.byte > second);
    window.plain_key(Key::E);
    assert_eq!(window.marks().len(), 2);
    // From mark to mark, then a note, a letter in it, and back.
    window.plain_key(Key::F8);
    window.key(Modifiers::SHIFT, Key::F8);
    assert!(window.wb().selected_mark().is_some());
    window.key(Modifiers::COMMAND, Key::M);
    window.type_text("P");
    assert_eq!(window.marks().len(), 2);
    window.plain_key(Key::Escape);
    window.key(Modifiers::COMMAND, Key::F);
    window.type_text("بغداد");
    assert_eq!(window.selected(), "بغداد");
    window.plain_key(Key::Escape);
    window.plain_key(Key::L);
    assert!(window.mark_names().contains(&"بغداد|place".to_owned()));
}

#[test]
fn a_mark_is_given_another_tag() {
    let mut window = on_text(TEXT);
    window.select_words("دمشق");
    window.plain_key(Key::P);
    // The mark is chosen and nothing selected: another key changes its tag.
    window.plain_key(Key::L);
    assert_eq!(window.mark_names(), ["دمشق|place"]);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.mark_names(), ["دمشق|person"]);
}

#[test]
fn a_new_name_is_undone_and_work_goes_on() {
    let mut window = on_text(TEXT);
    window.select_words("أحمد");
    window.plain_key(Key::P);
    window.run("annotation.analyst", Args::Text("سميرة".to_owned()));
    window.select_words("دمشق");
    window.plain_key(Key::L);
    let by = |window: &Window, index: usize| {
        let marks = window.marks();
        let analyst = window.wb().project().analyst(&marks[index].by);
        analyst.unwrap().name.clone()
    };
    assert_eq!(
        [by(&window, 0), by(&window, 1)],
        ["Samira".to_owned(), "سميرة".to_owned()]
    );
    for _ in 0..3 {
        window.key(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(window.problems(), Vec::<String>::new());
    assert!(window.marks().is_empty());
    // Who sits here stays; she comes into the project with the next change.
    assert_eq!(window.wb().analyst_name(), "سميرة");
    assert_eq!(window.wb().project().analysts().len(), 1);
    for _ in 0..3 {
        window.key(Modifiers::COMMAND, Key::Y);
    }
    assert_eq!(window.marks().len(), 2);
    assert_eq!(window.wb().analyst_name(), "سميرة");
}

#[test]
fn a_pointer_button_lost_on_the_way_leaves_no_drag_behind() {
    let mut window = on_text(TEXT);
    let span = window.span_of("أحمد", 0);
    let (from, to) = window.ends(span);
    window.pause();
    window.frame(vec![
        Event::PointerMoved(from),
        Event::PointerButton {
            pos: from,
            button: PointerButton::Primary,
            pressed: true,
            modifiers: Modifiers::NONE,
        },
    ]);
    window.frame(vec![Event::PointerGone]);
    let kept = window.selection();
    window.frame(vec![Event::PointerMoved(to)]);
    window.rest();
    assert_eq!(window.selection(), kept);
}

#[test]
fn r27_a_mark_over_a_line_wrap_is_one_mark_with_rounded_ends_only_at_its_ends() {
    let mut window: Window = on_text(&TEXT.replace('\n', " ").repeat(3));
    let text = window.text();
    // Over the place where the first line breaks.
    let mut last = window.caret_at(0, Affinity::Downstream);
    let mut at = 0;
    for (byte, _) in text.match_indices(' ') {
        let here = window.caret_at(byte + 1, Affinity::Downstream);
        if here.top() > last.top() + 10.0 {
            at = byte;
            break;
        }
        last = here;
    }
    let start = text[..at].rfind(' ').unwrap() + 1;
    let end = at + 1 + text[at + 1..].find(' ').unwrap();
    window.select(Selection::over(Span::new(start, end)));
    window.plain_key(Key::C);
    window.plain_key(Key::Escape);
    window.keep_picture("window-wrapped-claim");
    // The passage's name stands once in the margin.
    let name = window
        .wb()
        .project()
        .tag(&Id::new("claim"))
        .unwrap()
        .name("en")
        .to_owned();
    let beside: Vec<_> = window
        .harness
        .get_all_by_role(Role::Button)
        .filter(|node| {
            node.accesskit_node()
                .label()
                .is_some_and(|label| label.contains(&name))
                && node.rect().bottom() < window.pages()[0].bottom()
        })
        .map(|node| node.rect())
        .collect();
    assert_eq!(beside.len(), 1, "{beside:?}");
    let (from, to) = window.ends(Span::new(start, end));
    assert!(to.y > from.y + 10.0);
    // It is at the reading start, beside the first of its lines.
    assert!(beside[0].center().x > from.x, "{beside:?} {from:?}");
    assert!(beside[0].top() <= from.y && beside[0].bottom() >= from.y - 20.0);
}
