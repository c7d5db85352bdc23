//! Selecting with the mouse, and what comes to the clipboard.

use egui::{Event, Key, Modifiers, Pos2, pos2};
use hashiya::command::{Args, Selection};
use hashiya::model::Span;
use hashiya::text::{Affinity, next_grapheme};

use super::samples;
use super::support::window::{WIDE, Window, bench, on_text, sample};

#[test]
fn a_drag_from_mid_word_to_mid_word_selects_those_letters() {
    let mut window = sample();
    let text = window.text();
    // From the second letter of one word to the third of the next but one.
    let line = text.lines().find(|line| line.len() > 200).unwrap();
    let words: Vec<&str> = line.split(' ').filter(|word| word.len() > 10).collect();
    let inside = |word: &str, letters: usize| {
        let start = text.find(word).unwrap();
        let more = |byte, _| next_grapheme(&text, byte);
        (0..letters).fold(start, more)
    };
    let from = inside(words[1], 1);
    let to = inside(words[3], 2);
    let span = Span::new(from.min(to), from.max(to));
    window.drag_over(span);
    assert_eq!(window.selection().span(), span);
    assert_eq!(window.selected(), text[span.start..span.end]);
}

#[test]
fn r05_all_four_drag_directions_and_the_keys_select_the_same_part_of_a_number() {
    let text = "وُلد عام 2002 في قرية بـ1600 نسمة، والـ35 الباقون من SDF رحلوا.";
    let mut window = on_text(text);
    for (words, part) in [
        ("2002", "20"),
        ("2002", "02"),
        ("2002", "00"),
        ("1600", "16"),
        ("1600", "60"),
        ("35", "5"),
        ("SDF", "DF"),
    ] {
        let whole = window.span_of(words, 0);
        let start = whole.start + words.rfind(part).unwrap();
        let start = if part == "20" || part == "16" {
            whole.start
        } else {
            start
        };
        let span = Span::new(start, start + part.len());
        let (from, to) = window.ends(span);
        // The letters of a number run to the right, also here.
        assert!(from.x < to.x, "{part} in {words}");
        let (high, low) = (-5.0, 5.0);
        let nudge = |point: Pos2, dy: f32| pos2(point.x, point.y + dy);
        for (a, b) in [
            (nudge(from, high), nudge(to, low)),
            (nudge(from, low), nudge(to, high)),
            (nudge(to, high), nudge(from, low)),
            (nudge(to, low), nudge(from, high)),
        ] {
            // A drag begins well inside the letter and ends well inside.
            let inwards = |point: Pos2, other: Pos2| {
                pos2(point.x + (other.x - point.x).signum() * 1.0, point.y)
            };
            window.pause();
            window.drag(inwards(a, b), inwards(b, a));
            assert_eq!(window.selection().span(), span, "{part} in {words}");
            assert_eq!(window.selected(), part);
        }
        window.caret_at(span.start, Affinity::Downstream);
        for _ in part.chars() {
            window.key(Modifiers::SHIFT, Key::ArrowRight);
        }
        assert_eq!(window.selected(), part, "by keys, in {words}");
    }
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }
}

/// 10 000 drags over the layout are in `src/ui/reader/drags.rs`; here a
/// part of them with a real mouse in a real window.
#[test]
fn r07_drags_with_the_mouse_store_the_dragged_quote() {
    let mut dice = Dice(7);
    for (name, text) in samples::documents() {
        let mut window = Window::of(bench(&[(name, text)], None), WIDE);
        for _ in 0..24 {
            let borders: Vec<usize> = text.char_indices().map(|(byte, _)| byte).collect();
            let start = borders[dice.roll(borders.len())];
            let mut start = next_grapheme(text, start.saturating_sub(8));
            while !text.is_char_boundary(start) {
                start += 1;
            }
            let mut end = start;
            for _ in 0..=dice.roll(120) {
                end = next_grapheme(text, end);
            }
            let span = Span::new(start, end);
            if span.is_empty() || text[start..end].trim().is_empty() {
                continue;
            }
            let before = window.marks().len();
            let (mut from, mut to) = window.ends(span);
            if dice.roll(2) == 1 {
                std::mem::swap(&mut from, &mut to);
            }
            if from.distance(to) < 3.0 || !window.pages()[0].contains(from) {
                continue;
            }
            window.pause();
            window.drag(from, to);
            let quote = &text[start..end];
            assert_eq!(window.selected(), quote, "in {name}");
            window.plain_key(Key::P);
            let marks = window.marks();
            if marks.len() == before {
                // Only the same words twice are refused.
                assert!(
                    window
                        .notices
                        .iter()
                        .any(|notice| notice.text.contains("already"))
                );
                continue;
            }
            let mark = marks.iter().find(|mark| mark.spans == [span]).unwrap();
            assert_eq!(mark.quote(text), quote);
            assert_eq!(window.wb().selected_mark().unwrap().id, mark.id);
        }
        assert!(window.marks().len() > 12, "{name}: too few drags");
    }
}

#[test]
fn d5_a_double_click_selects_the_word_under_the_pointer() {
    for (document, around, word) in [
        (0, "هفرين خلف", "هفرين"),
        (1, "(SDF)", "SDF"),
        (3, "بـ1600", "1600"),
        (1, "vdcnsy@gmail.com", "vdcnsy@gmail.com"),
    ] {
        let (name, text) = samples::documents()[document];
        let mut window = Window::of(bench(&[(name, text)], None), WIDE);
        let at = window.span_of(around, 0).start + around.find(word).unwrap();
        // Every letter of the word selects the same word.
        let mut byte = at;
        while byte < at + word.len() {
            let point = window.on_letter(byte);
            window.pause();
            window.clicks(point, 2, Modifiers::NONE);
            assert_eq!(window.selected(), word, "at {byte} in {around}");
            byte = next_grapheme(text, byte).max(byte + 1);
            if word.len() > 6 {
                byte = next_grapheme(text, next_grapheme(text, byte));
            }
        }
    }
}

#[test]
fn a_second_double_click_leaves_the_clitics_out() {
    let text = "ذهبت القافلة أمس وللولايات حصة بداعش ثم بغداد.";
    for (word, bare) in [
        ("وللولايات", "لولايات"),
        ("بداعش", "داعش"),
        ("بغداد", "بغداد"),
    ] {
        let mut window = on_text(text);
        let span = window.span_of(word, 0);
        let point = window.on_letter(span.start + word.len() / 4 * 2);
        for selected in [word, bare, word] {
            window.pause();
            window.clicks(point, 2, Modifiers::NONE);
            assert_eq!(window.selected(), selected);
        }
    }
}

#[test]
fn a_triple_click_selects_the_sentence_and_drags_by_words_keep_the_first() {
    let text = "خرجت القافلة صباحا. وصلت الشاحنات إلى دمشق بعد ساعتين! ثم عادت.";
    let mut window = on_text(text);
    let at = window.span_of("الشاحنات", 0);
    let point = window.on_letter(at.start + 4);
    window.pause();
    window.clicks(point, 3, Modifiers::NONE);
    assert_eq!(
        window.selected().trim(),
        "وصلت الشاحنات إلى دمشق بعد ساعتين!"
    );
    window.pause();
    // Double click and hold, then move back over the word before.
    let back = window.span_of("وصلت", 0);
    let target = window.on_letter(back.start + 2);
    window.pause();
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.frame(vec![
        Event::PointerMoved(point),
        button(point, true),
        button(point, false),
        button(point, true),
    ]);
    window.frame(vec![Event::PointerMoved(target)]);
    window.frame(vec![button(target, false)]);
    window.rest();
    assert_eq!(window.selected(), "وصلت الشاحنات");
}

#[test]
fn shift_and_click_extends_from_where_the_selection_began() {
    let mut window = on_text("رجع أحمد بن علي من بغداد في 12 أكتوبر ومعه SDF.");
    let first = window.span_of("أحمد", 0).start;
    let last = window.span_of("بغداد", 0).end;
    let (from, to) = window.ends(Span::new(first, last));
    window.pause();
    window.click(from);
    assert!(window.selection().is_empty());
    window.clicks(to, 1, Modifiers::SHIFT);
    assert_eq!(window.selected(), "أحمد بن علي من بغداد");
    let middle = window.span_of("بن", 0).end;
    let point = {
        let kept = window.selection();
        let point = window.caret_at(middle, Affinity::Upstream).center();
        window.select(kept);
        point
    };
    window.pause();
    window.clicks(point, 1, Modifiers::SHIFT);
    assert_eq!(window.selected(), "أحمد بن");
}

#[test]
fn r36_a_drag_over_lines_stops_at_punctuation_in_the_window() {
    let (name, text) = samples::documents()[0];
    let mut window = Window::of(bench(&[(name, text)], None), WIDE);
    let far = |line: &&str| line.rfind('،').is_some_and(|comma| comma > 280);
    let line = text.lines().find(far).unwrap();
    let start = window.span_of(line, 0).start;
    let comma = start + line.rfind('،').unwrap();
    let from = start + line.find(' ').unwrap() + 1;
    let span = Span::new(from, comma);
    let (a, b) = window.ends(span);
    assert!(b.y > a.y + 20.0, "the words stand on more than one line");
    window.pause();
    window.drag(a, b);
    assert_eq!(window.selected(), text[from..comma]);
}

#[test]
fn d1_copying_gives_the_files_own_characters_for_every_line() {
    for (name, text) in samples::documents() {
        let mut window = Window::of(bench(&[(name, text)], None), WIDE);
        let mut start = 0;
        for line in text.split('\n') {
            let span = Span::new(start, start + line.len());
            start += line.len() + 1;
            if span.is_empty() {
                continue;
            }
            // With the keys: to the start of the line's paragraph, then to
            // the next one with Shift.
            window.select(Selection::caret(span.start));
            window.copied.clear();
            window.key(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::ArrowDown);
            let selected = window.selection().span();
            assert_eq!(selected.start, span.start);
            window.select(Selection::over(span));
            window.frame(vec![Event::Copy]);
            window.rest();
            assert_eq!(window.copied, [line.to_owned()], "{name}");
        }
        window.copied.clear();
        window.key(Modifiers::COMMAND, Key::A);
        window.key(Modifiers::COMMAND, Key::C);
        assert_eq!(window.copied, [text.to_owned()], "all of {name}");
    }
}

#[test]
fn d1_a_line_dragged_over_with_the_mouse_is_copied_character_for_character() {
    for (document, piece) in [
        (0, "الروس\u{a0}بعض"),
        (0, "عملية\u{a0}“مصدر"),
        (3, "لـ\"قسد\""),
        (4, "الـ35"),
        (2, "المنسّقة"),
        (0, "عمداً\u{a0}."),
        (1, "لـ قسد"),
    ] {
        let (name, text) = samples::documents()[document];
        let mut window = Window::of(bench(&[(name, text)], None), WIDE);
        let span = window.span_of(piece, 0);
        window.drag_over(span);
        window.copied.clear();
        assert!(window.run("edit.copy", Args::None));
        assert_eq!(window.copied, [piece.to_owned()], "{name}");
    }
}
