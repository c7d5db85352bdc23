//! What a hand may do differently and must come to the same: the direction of
//! a drag, and the letters on the keyboard.

use super::display::Display;
use super::flow::{first_word, journal, texts};
use super::program::Program;
use super::wait_for;
use crate::suite::outside;

/// The places of keys on any keyboard, as X counts them: L and Z of a Latin
/// one.
const KEY_OF_L: &str = "46";
const KEY_OF_Z: &str = "52";

#[test]
fn a_drag_selects_the_same_words_in_all_four_directions() {
    let Some(display) = Display::start("directions") else {
        return;
    };
    let [text, _] = texts(display.folder());
    let whole = std::fs::read_to_string(&text).unwrap();
    let program = Program::start(&display, [&text]);
    program.fill_screen();
    let word = first_word(&display);
    let (middle, y) = word.middle();
    let beginning = word.right - 1;
    let (high, low) = (
        word.top + word.height() / 4,
        word.bottom - word.height() / 4,
    );
    // Far along the same line, and into the lines below it.
    let (beyond, below) = (
        word.left.saturating_sub(word.width()),
        y + 3 * word.height(),
    );
    for (name, here, there) in [
        ("word", (beginning, high), (middle, low)),
        ("word-again", (beginning, low), (middle, high)),
        ("line", (middle, high), (beyond, low)),
        ("lines", (middle, y), (beyond, below)),
        ("lines-again", (beyond, y), (middle, below)),
    ] {
        let forward = dragged(&display, here, there);
        display.look_when_still(name);
        let back = dragged(&display, there, here);
        assert_eq!(forward, back, "{name}");
        assert!(whole.contains(&forward), "{name}: the file's own words");
        assert!(!forward.is_empty(), "{name}");
    }
    display.key("ctrl+q");
    assert_eq!(program.wait_for_end().code(), Some(0));
}

#[test]
fn keys_work_by_their_place_on_an_arabic_keyboard() {
    if outside::need("setxkbmap").is_none() {
        return;
    }
    let Some(display) = Display::start("arabic-keyboard") else {
        return;
    };
    let set = display.say("setxkbmap", &["-layout", "ara"]);
    assert!(set.is_some(), "the display takes an Arabic keyboard");
    let [text, _] = texts(display.folder());
    let program = Program::start(&display, [&text]);
    program.fill_screen();
    let word = first_word(&display);
    display.clicks(word.middle(), 2);
    display.look_when_still("word");
    display.key(KEY_OF_L);
    wait_for("the mark in the journal", || {
        let written = journal(&display);
        let marked = written.contains("annotation.tag") && written.contains("\"tag\":\"place\"");
        marked.then_some(())
    });
    display.look_when_still("marked");
    display.key(&format!("ctrl+{KEY_OF_Z}"));
    wait_for("the undo in the journal", || {
        journal(&display).contains("\"undoes\"").then_some(())
    });
    program.kill();
}

/// The text that a drag selects.
fn dragged(display: &Display, from: (u32, u32), to: (u32, u32)) -> String {
    const NOTHING: &str = "nothing was copied";
    display.set_clipboard(NOTHING);
    display.drag(from, to);
    display.key("ctrl+c");
    wait_for("the dragged words", || {
        display.clipboard().filter(|copied| copied != NOTHING)
    })
}
