//! A page as a screen reader finds it: the text in reading order with its
//! directions, the caret and the selection, the marks, and what can be asked.

use egui::accesskit::{Action, ActionData, NodeId, Role, TextPosition, TextSelection};
use egui::{Event, Key, Modifiers, MouseWheelUnit, TouchPhase, pos2, vec2};
use hashiya::command::{Args, Selection, Workbench};
use hashiya::model::{Id, Span};
use hashiya::text::{Affinity, Caret};

use super::support::told::{Listener, Told, is_rtl, plain};
use super::support::window::{WIDE, Window, bench, on_text};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

/// Both directions, European and Arabic digits, emoji of one and of several
/// scalars, a ligature, vowel marks, tatweel, quotes and brackets.
const MIXED: &str = "قال لا إله (NATO 2019) في ٣٤٫٥٪ 👩\u{200D}👩\u{200D}👧 من الأُوْلَئِكَ «ســوريا» 🙂.\n\
    Then the SDF (قسد) said: 12,5 لا شيء.\r\n\
    \n\
    نهاية\u{2029}آخر سطر بلا نهاية";

fn listener(text: &str) -> Listener {
    Listener::new(bench(&[("text", text)], None), vec2(WIDE[0], WIDE[1]))
}

fn page(told: &Told) -> NodeId {
    let pages = told.all(Role::Document);
    assert_eq!(pages.len(), 1);
    pages[0]
}

fn select(listener: &mut Listener, selection: Selection) {
    let wb = listener.app.workbench_mut();
    let reader = wb.active_reader().unwrap().id;
    wb.select(reader, selection);
}

fn selection(listener: &Listener) -> Selection {
    listener.app.workbench().active_reader().unwrap().selection
}

#[test]
fn the_page_is_the_document_in_reading_order() {
    let mut listener = listener(MIXED);
    let told = listener.frame();
    let page = page(&told);
    assert_eq!(told.text(page), MIXED);
    told.check_runs(page);
    let node = told.node(page);
    assert_eq!(node.label(), Some("text"));
    assert!(node.is_read_only());
    assert_eq!(told.focus, page, "the page has the keyboard");
    let paragraphs: Vec<String> = told
        .below(page)
        .iter()
        .filter(|(id, _)| told.node(*id).role() == Role::Paragraph)
        .map(|(id, _)| told.node(*id).label().unwrap().to_owned())
        .collect();
    let lines: Vec<&str> = MIXED.split(['\n', '\r', '\u{2029}']).collect();
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    assert_eq!(paragraphs, lines);
    // Directions: of the paragraphs, and of the stretches in them.
    for (id, _) in told.below(page) {
        let node = told.node(id);
        if node.role() == Role::Paragraph {
            let latin = node.label().unwrap().starts_with("Then");
            assert_eq!(is_rtl(node), !latin);
        }
    }
    for run in told.runs(page) {
        let value = run.value().unwrap();
        let arabic = value.chars().any(|c| ('\u{620}'..='\u{64A}').contains(&c));
        let latin = value.chars().any(|c| c.is_ascii_alphabetic());
        assert!(!(arabic && latin), "{value:?} has two directions");
        assert!(!arabic || is_rtl(run), "{value:?}");
        assert!(!latin || !is_rtl(run), "{value:?}");
    }
    let digits = told
        .runs(page)
        .into_iter()
        .find(|run| run.value().unwrap().contains("2019"))
        .unwrap();
    assert!(!is_rtl(digits));
}

#[test]
fn every_caret_stands_at_its_place_in_the_text_and_comes_back() {
    use unicode_segmentation::UnicodeSegmentation as _;
    let mut window = on_text(MIXED);
    for (byte, _) in MIXED.grapheme_indices(true).chain([(MIXED.len(), "")]) {
        window.select(Selection::caret(byte));
        let asked = {
            let page = window.harness.get_by_role(Role::Document);
            let page = page.accesskit_node();
            assert_eq!(page.document_range().text(), MIXED);
            let focus = page.text_selection_focus().unwrap();
            assert_eq!(
                focus.to_global_usv_index(),
                MIXED[..byte].chars().count(),
                "byte {byte}"
            );
            assert!(page.text_selection().unwrap().is_degenerate());
            let at = focus.to_raw();
            (
                page.locate().0,
                TextSelection {
                    anchor: at,
                    focus: at,
                },
            )
        };
        window.select(Selection::caret(0));
        window.ask(
            Action::SetTextSelection,
            asked.0,
            Some(ActionData::SetTextSelection(asked.1)),
        );
        let now = window.selection();
        assert!(now.is_empty());
        assert_eq!(now.head.byte, byte);
        if byte < MIXED.len() {
            assert_eq!(now.head.affinity, Affinity::Downstream, "byte {byte}");
        }
    }
}

#[test]
fn a_selection_is_told_and_can_be_set() {
    let mut window = on_text(MIXED);
    for words in [
        "لا إله",
        "NATO 2019",
        "(NATO",
        "👩\u{200D}👩\u{200D}👧",
        "SDF (قسد) said",
        "نهاية\u{2029}آخر",
    ] {
        let span = window.span_of(words, 0);
        window.select(Selection::over(span));
        let (id, selection) = {
            let page = window.harness.get_by_role(Role::Document);
            let page = page.accesskit_node();
            let range = page.text_selection().unwrap();
            assert_eq!(range.text(), words);
            (page.locate().0, *page.raw_text_selection().unwrap())
        };
        window.select(Selection::caret(0));
        window.ask(
            Action::SetTextSelection,
            id,
            Some(ActionData::SetTextSelection(selection)),
        );
        assert_eq!(window.selected(), words);
        // Backwards: the caret at the beginning.
        let turned = TextSelection {
            anchor: selection.focus,
            focus: selection.anchor,
        };
        window.ask(
            Action::SetTextSelection,
            id,
            Some(ActionData::SetTextSelection(turned)),
        );
        assert_eq!(window.selected(), words);
        assert_eq!(window.selection().head.byte, span.start);
    }
}

#[test]
fn letters_are_where_they_are_said_to_be() {
    let text = "كتب لا (word 70) في ٣٤٫٥ من الأولئك، ثم letter شيء.";
    let mut window = on_text(text);
    // A click on a suggestion would choose that.
    window.run("suggestion.show", Args::None);
    let count = text.chars().count();
    let boxes: Vec<(egui::accesskit::Rect, bool)> = {
        let page = window.harness.get_by_role(Role::Document);
        let page = page.accesskit_node();
        let mut at = page.document_start();
        let mut boxes = Vec::new();
        while !at.is_document_end() {
            let next = at.forward_to_character_end();
            let mut range = at.to_degenerate_range();
            range.set_end(next);
            boxes.push((range.bounding_boxes()[0], is_rtl(at.inner_node().data())));
            at = at.forward_to_character_start();
        }
        boxes
    };
    assert_eq!(boxes.len(), count);
    for (index, (rect, rtl)) in boxes.iter().enumerate() {
        let byte = text.char_indices().nth(index).unwrap().0;
        // A little after the edge where reading comes to it.
        let x = if *rtl {
            rect.x1 - (rect.x1 - rect.x0) * 0.2
        } else {
            rect.x0 + (rect.x1 - rect.x0) * 0.2
        };
        let y = f64::midpoint(rect.y0, rect.y1);
        // A click elsewhere, so that no two are a double click.
        window.click(pos2(x as f32, y as f32 + 200.0));
        window.click(pos2(x as f32, y as f32));
        assert_eq!(
            window.selection().head.byte,
            byte,
            "letter {index} {rect:?}"
        );
    }
}

#[test]
fn words_begin_where_words_do() {
    let mut window = on_text("وقال NATO، إن «قسد» 2019 لا.");
    window.rest();
    let page = window.harness.get_by_role(Role::Document);
    let page = page.accesskit_node();
    let mut at = page.document_start();
    let mut words = Vec::new();
    while !at.is_document_end() {
        let next = at.forward_to_word_start();
        let mut range = at.to_degenerate_range();
        range.set_end(next);
        words.push(range.text());
        at = next;
    }
    assert_eq!(words, ["وقال ", "NATO، ", "إن «", "قسد» ", "2019 ", "لا."]);
}

fn mark(wb: &mut Workbench, span: Span, tag: &str) {
    let reader = wb.active_reader().unwrap().id;
    wb.select(reader, Selection::over(span));
    assert!(wb.run("annotation.tag", &Args::Id(Id::new(tag))));
}

#[test]
fn marks_and_suggestions_are_named_in_place_and_can_be_chosen() {
    let text = "زار الوفد دمشق ثم بغداد مع أحمد.\n\nعاد أحمد الخطيب إلى دمشق.";
    let mut listener = listener(text);
    let wb = listener.app.workbench_mut();
    wb.run_suggestions_now();
    let at = |words: &str, nth: usize| {
        let start = text.match_indices(words).nth(nth).unwrap().0;
        Span::new(start, start + words.len())
    };
    mark(wb, at("أحمد الخطيب", 0), "person");
    mark(wb, at("الخطيب إلى", 0), "organisation");
    let told = {
        listener.frame();
        listener.frame()
    };
    let page = page(&told);
    assert_eq!(told.text(page), text);
    told.check_runs(page);
    let told_marks: Vec<(Role, String)> = told
        .below(page)
        .into_iter()
        .map(|(id, _)| told.node(id))
        .filter(|node| matches!(node.role(), Role::Mark | Role::Suggestion))
        .map(|node| (node.role(), plain(node.label().unwrap())))
        .collect();
    let place = |words: &str| (Role::Suggestion, format!("Suggestion: {words}, Place"));
    assert!(told_marks.contains(&place("دمشق")), "{told_marks:?}");
    assert!(told_marks.contains(&place("بغداد")));
    let marks: Vec<String> = told_marks
        .iter()
        .filter(|(role, _)| *role == Role::Mark)
        .map(|(_, name)| name.clone())
        .collect();
    assert_eq!(marks, ["أحمد الخطيب, Person", "الخطيب إلى, Organisation"]);
    // Each stands in its paragraph, before its words.
    for (words, role) in [("بغداد", Role::Suggestion), ("أحمد الخطيب", Role::Mark)] {
        let id = told.named(role, words);
        let paragraph = told
            .all(Role::Paragraph)
            .into_iter()
            .find(|paragraph| told.node(*paragraph).children().contains(&id))
            .unwrap();
        let children = told.node(paragraph).children();
        let after: String = children
            .iter()
            .skip_while(|child| **child != id)
            .filter(|child| told.node(**child).role() == Role::TextRun)
            .map(|child| told.node(*child).value().unwrap())
            .collect();
        assert!(after.starts_with(words), "{after:?}");
        assert!(told.node(id).bounds().is_some());
        let role = plain(told.node(id).role_description().unwrap());
        assert!(["mark", "suggestion"].contains(&role.as_str()));
    }
    // Which of how many in the paragraph.
    let paragraph = told.named(Role::Paragraph, "عاد أحمد");
    let places: Vec<Option<usize>> = told
        .node(paragraph)
        .children()
        .iter()
        .map(|id| told.node(*id))
        .filter(|node| node.role() != Role::TextRun)
        .map(egui::accesskit::Node::position_in_set)
        .collect();
    assert_eq!(told.node(paragraph).size_of_set(), Some(places.len()));
    assert!(
        places
            .iter()
            .enumerate()
            .all(|(at, place)| *place == Some(at))
    );
    // The letters under a mark look like it.
    let dressed = told
        .runs(page)
        .into_iter()
        .find(|run| run.value().unwrap().starts_with("أحمد "))
        .unwrap();
    assert!(dressed.background_color().is_some() && dressed.underline().is_some());

    // Asked for, a mark is chosen; a suggestion comes under review.
    let id = told.named(Role::Mark, "الخطيب إلى");
    assert_eq!(told.node(id).is_selected(), Some(true), "the last one made");
    let person = told.named(Role::Mark, "أحمد الخطيب");
    listener.ask(Action::Click, person, None);
    listener.frame();
    let told = listener.frame();
    assert_eq!(told.node(person).is_selected(), Some(true));
    assert_eq!(told.node(id).is_selected(), Some(false));
    let chosen = listener.app.workbench().selected_mark().unwrap();
    assert_eq!(chosen.quote(text), "أحمد الخطيب");
    let baghdad = told.named(Role::Suggestion, "بغداد");
    listener.ask(Action::Focus, baghdad, None);
    listener.frame();
    let told = listener.frame();
    assert_eq!(told.node(baghdad).is_selected(), Some(true));
    let wb = listener.app.workbench();
    let (_, current) = wb.current_suggestion().unwrap();
    assert_eq!(current.span.of(text), Some("بغداد"));
}

#[test]
fn of_a_book_only_what_is_near_is_told_and_it_follows_the_page() {
    let mut text = String::new();
    for number in 0..20_000 {
        use std::fmt::Write as _;
        writeln!(text, "الفقرة {number}: قال أحمد في دمشق إن NATO قرّرت ذلك.").unwrap();
    }
    let mut listener = listener(&text);
    let told = listener.frame();
    let first = told.text(page(&told));
    assert!(text.starts_with(&first));
    assert!(first.len() < 64 * 1024, "{} bytes", first.len());
    // A little scrolling changes nothing of what is told.
    listener.send(Event::PointerMoved(pos2(700.0, 450.0)));
    listener.send(wheel(-60.0));
    for _ in 0..4 {
        listener.frame();
    }
    let told = listener.frame();
    assert_eq!(told.text(page(&told)), first);
    // The caret goes to the end of the book, and what is told with it.
    listener.send(key(Key::End, Modifiers::COMMAND));
    for _ in 0..3 {
        listener.frame();
    }
    let told = listener.frame();
    let id = page(&told);
    let last = told.text(id);
    assert!(text.ends_with(&last) && last.len() < 64 * 1024);
    assert_eq!(selection(&listener).head.byte, text.len());
    assert!(told.node(id).text_selection().is_some());
    told.check_runs(id);
    // Screen readers scroll too; out of sight there is no caret to tell.
    for _ in 0..30 {
        listener.ask(Action::ScrollUp, id, None);
        listener.frame();
    }
    let told = listener.frame();
    let now = told.text(id);
    assert!(!text.ends_with(&now) && text.contains(&now));
    assert_eq!(told.node(id).text_selection(), None);
    // A selection that reaches far beyond is cut to what is told.
    select(&mut listener, Selection::over(Span::new(0, text.len())));
    let told = listener.frame();
    assert_eq!(told.text(id), now);
    let selection = *told.node(id).text_selection().unwrap();
    assert_ne!(selection.anchor.node, selection.focus.node);
    // A paragraph is brought into sight.
    let far = *told.all(Role::Paragraph).last().unwrap();
    let words = told.node(far).label().unwrap().to_owned();
    listener.ask(Action::ScrollIntoView, far, None);
    listener.frame();
    let told = listener.frame();
    let bounds = told.node(far).bounds().unwrap();
    let page = told.node(id).bounds().unwrap();
    assert!(bounds.y0 > page.y0 && bounds.y1 < page.y1, "{words}");
}

fn wheel(points: f32) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, points),
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    }
}

fn key(key: Key, modifiers: Modifiers) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    }
}

#[test]
fn one_endless_line_is_told_in_part() {
    let text = "كلمة أخرى then some more ".repeat(8_000);
    let mut listener = listener(&text);
    let told = listener.frame();
    let id = page(&told);
    let first = told.text(id);
    assert!(text.starts_with(&first));
    assert!(first.len() < 64 * 1024, "{} bytes", first.len());
    told.check_runs(id);
    listener.send(key(Key::End, Modifiers::COMMAND));
    for _ in 0..3 {
        listener.frame();
    }
    let told = listener.frame();
    assert!(text.ends_with(&told.text(id)) && told.text(id).len() < 64 * 1024);
    told.check_runs(id);
}

#[test]
fn awkward_texts_are_told_whole() {
    let zalgo = format!("قبل a{} بعد", "\u{0301}".repeat(700));
    for text in [
        "",
        "\n",
        "\n\n\r\n",
        "\u{2068}אבג\u{2069}\u{200F} \u{202E}abc\u{202C}",
        "a\u{2028}ب\u{0B}ج\tد",
        "\u{0}\u{FEFF}\u{200B}",
        &zalgo,
        &"ـ".repeat(600),
        &"x".repeat(1_000),
    ] {
        let mut listener = listener(text);
        let told = listener.frame();
        let id = page(&told);
        assert_eq!(told.text(id), text);
        told.check_runs(id);
        select(&mut listener, Selection::over(Span::new(0, text.len())));
        let told = listener.frame();
        assert!(told.node(id).text_selection().is_some(), "{text:?}");
    }
}

#[test]
fn the_end_of_a_wrapped_line_and_the_start_of_the_next_are_two_places() {
    let text = "كلمة ".repeat(60);
    let mut listener = listener(&text);
    let told = listener.frame();
    let id = page(&told);
    // Where the second line begins: the first run with none before it.
    let starts: Vec<usize> = told
        .runs(id)
        .iter()
        .scan(0, |at, run| {
            let start = *at;
            *at += run.value().unwrap().len();
            Some((start, run.previous_on_line().is_none()))
        })
        .filter(|(_, begins)| *begins)
        .map(|(start, _)| start)
        .collect();
    assert!(starts.len() > 1);
    let byte = starts[1];
    let mut ends: Vec<TextPosition> = Vec::new();
    for affinity in [Affinity::Upstream, Affinity::Downstream] {
        let caret = Caret { byte, affinity };
        let both = Selection {
            anchor: caret,
            head: caret,
        };
        select(&mut listener, both);
        let told = listener.frame();
        let at = *told.node(id).text_selection().unwrap();
        ends.push(at.focus);
        listener.ask(
            Action::SetTextSelection,
            id,
            Some(ActionData::SetTextSelection(at)),
        );
        listener.frame();
        assert_eq!(selection(&listener), both);
    }
    assert_ne!(ends[0].node, ends[1].node);
    assert_eq!(ends[1].character_index, 0);
}

#[test]
fn the_sample_is_told_whole_with_its_titles() {
    let mut listener = Listener::new(
        Workbench::for_picture(None).unwrap(),
        vec2(WIDE[0], WIDE[1]),
    );
    let told = listener.frame();
    let pages = told.all(Role::Document);
    let wb = listener.app.workbench();
    assert_eq!(pages.len(), wb.readers().len());
    for (id, reader) in pages.iter().zip(wb.readers()) {
        let document = wb.project().document(&reader.document).unwrap();
        let text = told.text(*id);
        assert!(document.text.contains(&text) && text.len() > 2_000);
        assert_eq!(told.node(*id).label(), Some(document.title.as_str()));
        told.check_runs(*id);
        let titles = told
            .below(*id)
            .into_iter()
            .filter(|(id, _)| told.node(*id).role() == Role::Heading)
            .count();
        assert_eq!(titles, 1, "{}", document.title);
    }
}

#[test]
fn nothing_is_built_while_nobody_listens() {
    let mut listener = listener(MIXED);
    listener.deaf();
    listener.update();
    assert!(listener.update().is_none());
}

#[test]
fn the_window_is_the_same_with_and_without_a_listener() {
    // Laying out neighbours moves nothing on the page.
    let text = "سطر قصير.\n".repeat(3_000);
    let mut window = Window::of(bench(&[("text", &text)], None), WIDE);
    let middle = text.len() / 2;
    let before = window.caret_at(middle, Affinity::Downstream);
    for _ in 0..5 {
        window.frame(Vec::new());
    }
    assert_eq!(window.caret_at(middle, Affinity::Downstream), before);
}
