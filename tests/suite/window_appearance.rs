//! How the page is set, chosen in the window: at once, for the program, and
//! with the words at the top of the page where they are.

use egui::{Key, Pos2, Role};
use hashiya::command::table::commands;
use hashiya::command::{Args, LineFill, Look, Measure, PageFace};
use hashiya::i18n::{Digits, Language};
use hashiya::text::Affinity;

use super::samples;
use super::support::window::{WIDE, Window, bench, on_text};

/// Every choice of how the page is set.
const CHOICES: [&str; 19] = [
    "view.leading-loose",
    "view.measure-narrower",
    "view.measure-narrower",
    "view.fill-spaces",
    "view.face-amiri",
    "view.fill-kashida",
    "view.leading-tight",
    "view.paragraphs-apart",
    "view.measure-full",
    "view.face-sans",
    "view.paragraphs-close",
    "view.measure-narrower",
    "view.measure-wider",
    "view.leading-normal",
    "view.fill-ragged",
    "view.paragraphs-normal",
    "view.digits-arabic",
    "view.digits-latin",
    "view.face-naskh",
];

#[test]
fn every_choice_shows_at_once_and_keeps_the_words_at_the_top() {
    let (name, text) = samples::documents()[1];
    let mut window = Window::of(bench(&[(name, text)], None), WIDE);
    let last = text.rfind('\n').unwrap();
    window.caret_at(last, Affinity::Upstream);
    let page = window.pages()[0];
    let top = Pos2::new(page.center().x, page.top() + 34.0);
    let first_word = |window: &mut Window| {
        window.pause();
        window.click(top);
        window.selection().head.byte
    };
    let mut before = first_word(&mut window);
    assert!(before > 300);
    for id in CHOICES {
        assert!(window.run(id, Args::None), "{id}");
        window.rest();
        let now = first_word(&mut window);
        // The click beside the edge lands in the same paragraph or the next;
        // that the line is the same is tested beside the flow.
        let paragraph = |byte: usize| text[..byte].matches('\n').count();
        assert!(
            paragraph(now).abs_diff(paragraph(before)) <= 2,
            "{id}: {before} and then {now}"
        );
        before = now;
    }
    assert_eq!(window.wb().look().page.fill, LineFill::Ragged);
    assert!(window.problems().is_empty());
}

#[test]
fn the_dialog_sets_the_page_in_both_languages() {
    for (language, title, kashida, amiri, wider) in [
        (
            Language::En,
            "Appearance of the page",
            "Filled by kashida",
            "Amiri",
            "Wider column",
        ),
        (
            Language::Ar,
            "مظهر الصفحة",
            "مضبوطة بالكشيدة",
            "أميري",
            "توسيع العمود",
        ),
    ] {
        let mut window = on_text(
            "أعلنت الحكومة في بيان نشرته على موقعها الرسمي أن المرحلة الأولى من الاتفاق قد اكتملت وأن المدنيين عادوا إلى بيوتهم بعد سنوات من النزوح في المخيمات.",
        );
        window.wb_mut().set_language(language);
        assert!(window.run("view.appearance", Args::None));
        window.rest();
        assert!(window.sees(title));
        window.press(Role::RadioButton, kashida);
        window.press(Role::RadioButton, amiri);
        window.press(Role::Button, wider);
        window.rest();
        window.keep_picture(&format!("window-appearance-{}", language.code()));
        let look = window.wb().look();
        assert_eq!(look.page.fill, LineFill::Kashida);
        assert_eq!(look.face, PageFace::Amiri);
        assert_eq!(look.page.measure, Measure::Letters(85));
        window.plain_key(Key::Escape);
        window.rest();
        assert!(!window.sees(title));
        assert!(window.problems().is_empty());
    }
}

#[test]
fn r35_the_digits_of_the_window_are_a_choice_of_their_own() {
    for language in [Language::En, Language::Ar] {
        let mut window = on_text("قتل 785 شخصا في عام ٢٠١٩.\nوعاد 60 آخرون.");
        window.wb_mut().set_language(language);
        assert!(window.run("view.digits-arabic", Args::None));
        assert_eq!(window.wb().messages().number(1600), "١٦٠٠");
        // The language may change; the digits stay.
        window.wb_mut().set_language(Language::Ar);
        assert_eq!(window.wb().messages().digits(), Digits::ArabicIndic);
        // The document is as it was written.
        assert!(window.text().contains("785") && window.text().contains("٢٠١٩"));
        assert!(window.run("view.digits-latin", Args::None));
        assert_eq!(window.wb().messages().number(1600), "1600");
        assert_eq!(window.wb().look().digits, Digits::Latin);
    }
}

#[test]
fn choices_under_an_entry_of_the_menu_are_rows_like_others() {
    let rows: Vec<&str> = commands()
        .filter(|command| command.submenu == Some("menu-page"))
        .map(|command| command.id)
        .collect();
    for id in CHOICES {
        assert!(rows.contains(&id), "{id}");
    }
    // They stand together, so that the entry is there once.
    let all: Vec<bool> = commands()
        .map(|command| command.submenu == Some("menu-page"))
        .collect();
    let begins = all.windows(2).filter(|pair| !pair[0] && pair[1]).count();
    assert_eq!(begins, 1);
    assert_eq!(Look::default().page.measure, Measure::Letters(75));
}
