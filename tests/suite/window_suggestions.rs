//! Suggestions in the window: lit on the page, reviewed by keys and by mouse,
//! in bulk with a preview, explained by a card.

use std::time::{Duration, Instant};

use egui::{Event, Key, Modifiers, Role, Shape};
use hashiya::command::{Args, LowerTab, SuggestionFilter, Workbench};
use hashiya::entities::Type;
use hashiya::i18n::Language;
use hashiya::model::Span;
use hashiya::ui::theme::Theme;

use super::support::window::{WIDE, Window, bench, on_text, sample};

/// Names that any list of the region has, so that these tests ask about the
/// window and not about the recognisers.
const TEXT: &str =
    "زار الوفد دمشق ثم بغداد، وعاد إلى دمشق.\n\nوقال البيان إن دمشق بعيدة عن القاهرة.\n";

/// The words suggested in the active document.
fn suggested(window: &Window) -> Vec<String> {
    let document = window.wb().active_document().unwrap();
    window
        .wb()
        .suggestions(&document.id)
        .iter()
        .map(|one| one.span.of(&document.text).unwrap().to_owned())
        .collect()
}

fn current(window: &Window) -> Option<String> {
    let (id, one) = window.wb().current_suggestion()?;
    let text = &window.wb().project().document(id)?.text;
    Some(one.span.of(text)?.to_owned())
}

/// Whether something on the screen is painted in this colour.
fn paints(window: &Window, color: egui::Color32) -> bool {
    window.harness.output().shapes.iter().any(|clipped| {
        matches!(&clipped.shape, Shape::Mesh(mesh)
            if mesh.vertices.iter().any(|vertex| vertex.color == color))
    })
}

fn place_hue(window: &Window) -> egui::Color32 {
    let theme = Theme::get(&window.harness.ctx);
    let id = hashiya::model::Id::new("place");
    let tag = window.wb().project().tag(&id).unwrap();
    theme.hue(&tag.color, &tag.color_dark)
}

/// Moves the pointer to a letter and waits.
fn hover(window: &mut Window, byte: usize) {
    let pos = window.on_letter(byte);
    window.frame(vec![Event::PointerMoved(pos + egui::vec2(0.5, 0.0))]);
    window.frame(vec![Event::PointerMoved(pos)]);
    for _ in 0..90 {
        window.frame(Vec::new());
    }
}

#[test]
fn names_are_lit_in_the_first_frame_and_are_no_marks() {
    let window = on_text(TEXT);
    let found = suggested(&window);
    assert!(
        found.iter().filter(|name| *name == "دمشق").count() == 3,
        "{found:?}"
    );
    let theme = Theme::get(&window.harness.ctx);
    assert!(paints(
        &window,
        theme.suggested_line(place_hue(&window), true)
    ));
    assert!(window.marks().is_empty());
    window.keep_picture("suggestions-first");
    assert!(window.sees(&format!("Suggestions · {}", found.len())));
}

#[test]
fn enter_accepts_backspace_rejects_and_a_tags_key_retypes() {
    let mut window = on_text(TEXT);
    window.plain_key(Key::F9);
    assert_eq!(current(&window).as_deref(), Some("دمشق"));
    window.plain_key(Key::Enter);
    assert_eq!(window.mark_names(), ["دمشق|place"]);
    assert_eq!(current(&window).as_deref(), Some("بغداد"));
    window.plain_key(Key::G);
    assert_eq!(window.mark_names(), ["دمشق|place", "بغداد|group"]);
    // The same words were accepted in this document: only this place goes.
    let left = |window: &Window| suggested(window).len();
    let before = left(&window);
    window.plain_key(Key::Backspace);
    assert_eq!((window.marks().len(), left(&window)), (2, before - 1));
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(left(&window), before);
    window.keep_picture("suggestions-review");
}

#[test]
fn keys_of_the_review_do_nothing_in_a_field_and_escape_leaves_it() {
    let mut window = on_text(TEXT);
    window.plain_key(Key::F9);
    window.run("edit.find", Args::Text("دمشق".to_owned()));
    window.type_text("sry");
    assert!(window.marks().is_empty());
    assert!(window.wb().bulk_preview().is_none());
    window.plain_key(Key::Escape);
    window.rest();
    window.plain_key(Key::F9);
    assert!(current(&window).is_some());
    window.plain_key(Key::Escape);
    assert_eq!(current(&window), None);
}

#[test]
fn a_click_reviews_a_suggestion_and_two_select_its_word() {
    let mut window = on_text(TEXT);
    let span = window.span_of("القاهرة", 0);
    let letter = window.on_letter(span.start + 4);
    window.click(letter);
    assert_eq!(current(&window).as_deref(), Some("القاهرة"));
    assert!(window.selection().is_empty());
    window.keep_picture("suggestions-current");
    window.clicks(letter, 2, Modifiers::NONE);
    assert_eq!(window.selected(), "القاهرة");
    // Dragging over it selects letters as anywhere else.
    let part = Span::new(span.start, span.start + 6);
    window.drag_over(part);
    assert_eq!(window.selection().span(), part);
}

#[test]
fn all_like_this_are_shown_first_and_undone_at_once() {
    let mut window = on_text(TEXT);
    window.plain_key(Key::F9);
    window.plain_key(Key::S);
    assert!(window.marks().is_empty(), "nothing before a yes");
    assert!(window.sees("Mark 3 places?"));
    window.keep_picture("suggestions-preview");
    window.plain_key(Key::Enter);
    assert_eq!(window.mark_names(), ["دمشق|place"; 3]);
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(window.marks().is_empty());
    // Escape changes nothing.
    window.plain_key(Key::F9);
    window.plain_key(Key::S);
    window.plain_key(Key::Escape);
    assert!(window.wb().bulk_preview().is_none());
    assert!(window.marks().is_empty());
}

#[test]
fn words_can_be_left_out_of_a_bulk_step() {
    let mut window = on_text(TEXT);
    window.run("suggestion.accept-above", Args::None);
    let preview = window.wb().bulk_preview().unwrap().clone();
    assert_eq!(preview.by_surface[0].surface, "دمشق");
    let all = preview.kept();
    window.press(Role::CheckBox, "دمشق");
    window.rest();
    assert_eq!(window.wb().bulk_preview().unwrap().kept(), all - 3);
    window.press(Role::Button, &format!("Mark {} places", all - 3));
    assert!(window.mark_names().iter().all(|name| name != "دمشق|place"));
    assert_eq!(window.marks().len(), all - 3);
}

#[test]
fn a_card_tells_what_a_name_is_and_why() {
    let mut window = on_text(TEXT);
    let span = window.span_of("دمشق", 1);
    hover(&mut window, span.start + 2);
    window.keep_picture("suggestions-card");
    assert!(window.sees("Damascus"));
    let document = window.wb().active_document().unwrap();
    let one = window.wb().suggestion_at(&document.id, span.start).unwrap();
    let why = window.wb().suggestion_reason(&document.id, one);
    let why = why.replace(['\u{2068}', '\u{2069}'], "");
    assert!(why.is_empty() || window.sees(&why), "{why}");
    let percent = (one.confidence * 100.0).round();
    assert!(window.sees(&format!("Sure · {percent}%")));
}

#[test]
fn a_date_is_told_in_three_calendars() {
    let mut window = on_text("وقع الانفجار في 9 تشرين الأول 2019 في دمشق.\n");
    let span = window.span_of("تشرين", 0);
    hover(&mut window, span.start + 2);
    window.keep_picture("suggestions-date");
    assert!(window.sees("2019-10-09"));
    assert!(window.sees("الأربعاء 9 تشرين الأول 2019"));
    assert!(window.sees("10 صفر 1441 هـ (±1 day)"));
}

#[test]
fn rows_of_the_queue_lead_to_the_words_by_name_and_one_by_one() {
    let mut window = on_text(TEXT);
    window.press(Role::ListBoxOption, "بغداد");
    assert_eq!(current(&window).as_deref(), Some("بغداد"));
    window.press(Role::RadioButton, "By name");
    window.press(Role::ListBoxOption, "دمشق");
    let first = window.wb().current_suggestion().unwrap().1.span;
    window.press(Role::ListBoxOption, "دمشق");
    let second = window.wb().current_suggestion().unwrap().1.span;
    assert!(first.start < second.start, "the next one of that name");
    window.keep_picture("suggestions-by-name");
    let filter = SuggestionFilter {
        kinds: Some(std::iter::once(Type::Weapon).collect()),
        ..SuggestionFilter::default()
    };
    window.wb_mut().set_suggestion_filter(filter);
    window.rest();
    assert!(window.sees("No suggestion passes these filters."));
}

#[test]
fn a_claim_leads_to_its_number() {
    let text = "قال الوزير إن 1600 معتقل هربوا من السجن.\n\nوأضاف أن سبعة آلاف شخص نزحوا.\n";
    let mut window = on_text(text);
    window.run("view.claims", Args::None);
    assert_eq!(window.wb().look().lower_tab, LowerTab::Claims);
    let end = Instant::now() + Duration::from_secs(20);
    while !window.sees("1,600") && !window.sees("1600") {
        assert!(Instant::now() < end, "no claim came");
        std::thread::sleep(Duration::from_millis(10));
        window.frame(Vec::new());
    }
    window.keep_picture("suggestions-claims");
    window.press(Role::ListBoxOption, "سبعة آلاف");
    assert_eq!(window.selected(), "سبعة آلاف");
}

#[test]
fn a_word_of_the_users_own_is_suggested_at_once() {
    let home = tempfile::tempdir().unwrap();
    let text = "شوهد السنونو الأزرق أمس، ثم عاد السنونو الأزرق.\n";
    let mut window = Window::of(bench(&[("text", text)], Some(home.path())), WIDE);
    assert!(!suggested(&window).contains(&"السنونو الأزرق".to_owned()));
    window.select_words("السنونو الأزرق");
    window.run("words.add", Args::None);
    window.keep_picture("suggestions-words");
    window.press(Role::Button, "Add");
    window.plain_key(Key::Escape);
    let found = suggested(&window);
    assert_eq!(
        found.iter().filter(|name| *name == "السنونو الأزرق").count(),
        2,
        "{found:?}"
    );
    let list = std::fs::read_to_string(home.path().join("config/words.tsv")).unwrap();
    assert!(
        list.lines()
            .any(|line| line == "own-1\tORG\tالسنونو الأزرق\t\t\t\t"),
        "{list}"
    );
}

#[test]
fn documents_are_read_in_the_background_and_an_idle_window_stays_idle() {
    let documents: Vec<(String, String)> = (0..12)
        .map(|number| {
            // No line twice: repeated lines are page furniture.
            let lines = (0..20).map(|line| format!("سافر الوفد {line} من دمشق إلى بغداد.\n"));
            (format!("نص {number}"), lines.collect())
        })
        .collect();
    let documents: Vec<(&str, &str)> = documents
        .iter()
        .map(|(title, text)| (title.as_str(), text.as_str()))
        .collect();
    let mut window = Window::of(bench(&documents, None), WIDE);
    let end = Instant::now() + Duration::from_secs(30);
    loop {
        let (done, total) = window.wb().suggestion_progress();
        if done == total {
            break;
        }
        assert!(Instant::now() < end, "{done} of {total}");
        std::thread::sleep(Duration::from_millis(5));
        window.frame(Vec::new());
    }
    window.rest();
    for document in window.wb().project().documents() {
        assert!(window.wb().suggestion_count(&document.id) > 20);
    }
}

#[test]
fn the_panel_is_mirrored_with_the_window() {
    for (language, mirrored) in [(Language::En, false), (Language::Ar, true)] {
        for size in [WIDE, [1024.0, 700.0]] {
            let mut wb: Workbench = bench(&[("نص", TEXT)], None);
            wb.set_language(language);
            let mut window = Window::of(wb, size);
            window.plain_key(Key::F9);
            window.keep_picture(&format!("suggestions-{}-{}", language.code(), size[0]));
            let title = window.wb().messages().text("review-accept");
            let accept = window.center_of(Role::Button, &title);
            assert_eq!(accept.x > size[0] / 2.0, mirrored, "{language:?} {size:?}");
        }
    }
}

#[test]
fn what_is_accepted_in_the_sample_is_no_longer_suggested() {
    let window = sample();
    let document = window.wb().active_document().unwrap().id.clone();
    for one in window.wb().suggestions(&document).iter() {
        let same = window
            .wb()
            .project()
            .annotations_in(&document, one.span)
            .any(|mark| mark.spans == [one.span]);
        assert!(!same, "{one:?}");
    }
}

#[test]
fn a_quotation_is_offered_in_the_margin_with_its_speaker() {
    let text = "وصل الوفد إلى دمشق أمس.\n\nوقال الرئيس الأميركي دونالد ترامب: \"لن نبقى في هذه المنطقة أكثر مما يلزم\".\n";
    let mut window = on_text(text);
    let at = window.center_of(Role::Button, "Words of دونالد ترامب");
    window.keep_picture("suggestions-quotation");
    window.click(at);
    assert_eq!(window.selected(), "لن نبقى في هذه المنطقة أكثر مما يلزم");
    window.plain_key(Key::Q);
    assert_eq!(
        window.mark_names(),
        ["لن نبقى في هذه المنطقة أكثر مما يلزم|quotation"]
    );
    assert!(!window.sees("Words of دونالد ترامب"), "it is marked now");
}

#[test]
fn a_name_is_made_a_mention_of_an_entity_found_by_typing() {
    let mut window = on_text(TEXT);
    window.plain_key(Key::F9);
    window.plain_key(Key::Enter);
    assert_eq!(current(&window).as_deref(), Some("بغداد"));
    window.plain_key(Key::M);
    assert!(window.sees("The same as which?"));
    window.type_text("دمش");
    window.keep_picture("suggestions-same-as");
    window.plain_key(Key::Enter);
    let marks = window.marks();
    assert_eq!(marks.len(), 2, "{:?}", window.mark_names());
    assert!(marks[0].entity.is_some());
    assert_eq!(marks[0].entity, marks[1].entity);
}

/// Shows many places of the text, a frame each.
fn jump_about(window: &mut Window) {
    let length = window.text().len();
    for step in 0..60_usize {
        let reader = window.reader();
        let byte = (step * 7919) % length;
        window.wb_mut().reveal(reader, Span::new(byte, byte));
        window.frame(Vec::new());
    }
}

#[test]
fn a_document_with_thousands_of_suggestions_is_drawn_with_and_without_them() {
    let line = "بين دمشق وبغداد والقاهرة وبيروت وعمان طريق.\n";
    let lines: Vec<String> = (0..2_000)
        .map(|number| format!("{number} {line}"))
        .collect();
    let text = lines.concat();
    let mut wb = bench(&[("text", &text)], None);
    wb.run_suggestions_now();
    let document = wb.active_document().unwrap().id.clone();
    let count = wb.suggestion_count(&document);
    assert!(count > 8_000, "{count}");
    let mut window = Window::of(wb, WIDE);
    jump_about(&mut window);
    window.run("suggestion.show", Args::None);
    assert_eq!(window.wb().suggestion_count(&document), 0);
    jump_about(&mut window);
    window.run("suggestion.show", Args::None);
    assert_eq!(window.wb().suggestion_count(&document), count);
}
