//! Walking and selecting in any text: over the page, in the order of reading,
//! by words.

use hashiya::text::{
    Affinity, Align, BaseDirection, Caret, Direction, Face, LineOptions, Logical, ParagraphLayout,
    TextEngine, TextStyle, Visual, next_grapheme,
};
use proptest::prelude::*;

use crate::continuous::carets::walk;

fn lay_out(text: &str, width: f32, base: BaseDirection) -> ParagraphLayout {
    let style = TextStyle {
        face: Face::Naskh,
        bold: false,
        size: 18.0,
    };
    TextEngine::new()
        .shape(text, base, style)
        .break_lines(LineOptions {
            width,
            line_height: 30.0,
            align: Align::Start,
        })
}

/// Words and pieces of reports, in all orders.
fn any_words() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "قال",
        "المتحدث",
        "الأولاد",
        "وُلِدَ",
        "لا",
        "SDF",
        "(SDF)",
        "John",
        "2019",
        "١٢",
        "12/10",
        "٪",
        "«نعم»",
        "\"قسد\"",
        "،",
        "؟",
        "a@b.com",
        " ",
        " ",
        "\u{a0}",
        "\t",
        "ـ",
        "می\u{200C}خواهم",
        "\u{200F}",
        "\u{2067}abc\u{2069}",
        "שלום",
        "👨\u{200D}👩\u{200D}👧",
        "日本",
        "e\u{301}",
        "-",
        "\u{2028}",
    ]);
    prop::collection::vec(pieces, 0..14).prop_map(|pieces| pieces.concat())
}

fn any_base() -> impl Strategy<Value = BaseDirection> {
    prop::sample::select(vec![
        BaseDirection::Auto {
            fallback: Direction::RightToLeft,
        },
        BaseDirection::Fixed(Direction::RightToLeft),
        BaseDirection::Fixed(Direction::LeftToRight),
    ])
}

fn any_width() -> impl Strategy<Value = f32> {
    prop::sample::select(vec![40.0, 90.0, 200.0, f32::INFINITY])
}

fn place(layout: &ParagraphLayout, caret: Caret) -> (usize, f32) {
    (layout.line_of(caret), layout.caret_rect(caret).x0)
}

fn same(a: (usize, f32), b: (usize, f32)) -> bool {
    a.0 == b.0 && (a.1 - b.1).abs() < 0.02
}

/// Every place met on a walk in the order of reading.
fn read_through(layout: &ParagraphLayout, forward: bool) -> Vec<(usize, f32)> {
    let mut caret = if forward {
        Caret::before(0)
    } else {
        Caret::after(layout.shaped().text().len())
    };
    let mut places = vec![place(layout, caret)];
    let mut last = caret.byte;
    while let Some(next) = layout.step_in_reading_order(caret, forward) {
        let on = if forward {
            next.byte > last
        } else {
            next.byte < last
        };
        assert!(on, "stalled at {last} in {:?}", layout.shaped().text());
        last = next.byte;
        caret = next;
        places.push(place(layout, caret));
    }
    places
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_place_is_reached_in_the_order_of_reading(
        text in any_words(), width in any_width(), base in any_base(),
    ) {
        let layout = lay_out(&text, width, base);
        let mut reached = read_through(&layout, true);
        reached.extend(read_through(&layout, false));
        for line in 0..layout.lines().len() {
            for stop in layout.stops(line) {
                // The place after the space a wrapped line ends with is the
                // start of the next line in the text, and is not stopped at.
                let wrapped = line + 1 < layout.lines().len()
                    && stop.caret.byte == layout.lines()[line].span.end;
                let found = reached.iter().any(|seen| same(*seen, (line, stop.x)));
                prop_assert!(found || wrapped, "{stop:?} of line {line} in {text:?}");
            }
        }
    }

    #[test]
    fn a_step_and_its_opposite_come_back(
        text in any_words(), width in any_width(), base in any_base(),
    ) {
        let layout = lay_out(&text, width, base);
        for line in 0..layout.lines().len() {
            let stops = layout.stops(line);
            for stop in &stops {
                for (there, back) in [(Visual::Right, Visual::Left), (Visual::Left, Visual::Right)] {
                    let Some(moved) = layout.move_visual(stop.caret, there) else {
                        continue;
                    };
                    let again = layout.move_visual(moved, back).unwrap();
                    let came_from = place(&layout, stop.caret);
                    // From the place after a hanging space the way back leads
                    // to the place before it.
                    let hangs = layout.lines().get(line).is_some_and(|found| {
                        stop.caret.byte == found.span.end && line + 1 < layout.lines().len()
                    });
                    prop_assert!(
                        hangs || same(place(&layout, again), came_from),
                        "{there:?} from {stop:?} to {moved:?} back to {again:?} in {text:?}",
                    );
                }
            }
            // From one side of the line to the other every stop is met.
            if let (Some(first), Some(last)) = (stops.first(), stops.last()) {
                let mut caret = first.caret;
                let mut met = 1;
                while place(&layout, caret).1 < last.x - 0.02 {
                    let Some(next) = layout.move_visual(caret, Visual::Right) else { break };
                    if layout.line_of(next) != line {
                        break;
                    }
                    caret = next;
                    met += 1;
                }
                prop_assert!(met + 1 >= stops.len(), "{met} of {} in {text:?}", stops.len());
            }
        }
        walk(&layout, Visual::Right);
    }

    #[test]
    fn words_end_where_letters_of_words_end(text in any_words(), base in any_base()) {
        let layout = lay_out(&text, 200.0, base);
        let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '\u{640}';
        let mut caret = Caret::before(0);
        while let Some(next) = layout.move_logical(caret, Logical::NextWord) {
            prop_assert!(next.byte > caret.byte);
            let passed = &text[caret.byte..next.byte];
            prop_assert!(
                passed.chars().any(is_word) || next.byte == text.len(),
                "{passed:?} of {text:?}"
            );
            caret = next;
        }
        prop_assert_eq!(caret.byte, text.len());
        while let Some(next) = layout.move_logical(caret, Logical::PreviousWord) {
            prop_assert!(next.byte < caret.byte);
            caret = next;
        }
        prop_assert_eq!(caret.byte, 0);
    }

    #[test]
    fn the_letter_beside_the_caret_is_the_one_that_is_seen_there(
        text in any_words(), base in any_base(),
    ) {
        let layout = lay_out(&text, f32::INFINITY, base);
        for line in 0..layout.lines().len() {
            for stop in layout.stops(line) {
                for left in [true, false] {
                    let Some((near, far)) = layout.letter_beside(stop.caret, left) else {
                        continue;
                    };
                    let (a, b) = (near.byte.min(far.byte), near.byte.max(far.byte));
                    prop_assert_eq!(next_grapheme(&text, a), b, "one letter of {:?}", &text);
                    prop_assert!((layout.caret_rect(near).x0 - stop.x).abs() < 0.02);
                    let beyond = layout.caret_rect(far).x0;
                    let leftwards = beyond < stop.x;
                    prop_assert_eq!(leftwards, left, "{:?}", &text);
                }
            }
        }
    }
}

#[test]
fn r37_a_caret_between_two_directions_says_which_it_belongs_to() {
    let text = "قوات SDF في 2019";
    let auto = BaseDirection::Auto {
        fallback: Direction::RightToLeft,
    };
    let layout = lay_out(text, f32::INFINITY, auto);
    let border = |byte, affinity| layout.border_direction(Caret { byte, affinity });
    let latin = text.find("SDF").unwrap();
    let (rtl, ltr) = (Some(Direction::RightToLeft), Some(Direction::LeftToRight));
    assert_eq!(border(latin, Affinity::Upstream), rtl);
    assert_eq!(border(latin, Affinity::Downstream), ltr);
    assert_eq!(border(latin + 3, Affinity::Upstream), ltr);
    assert_eq!(border(latin + 3, Affinity::Downstream), rtl);
    // Inside a run there is no choice.
    assert_eq!(border(latin + 1, Affinity::Upstream), None);
    assert_eq!(border(2, Affinity::Downstream), None);
    assert_eq!(border(0, Affinity::Downstream), None);
    // A number at the end of an Arabic line stands before nothing.
    assert_eq!(border(text.len(), Affinity::Upstream), ltr);
}

#[test]
fn in_reading_order_both_places_of_a_border_are_reached() {
    let text = "قوات SDF في";
    let layout = lay_out(
        text,
        f32::INFINITY,
        BaseDirection::Fixed(Direction::RightToLeft),
    );
    let latin = text.find("SDF").unwrap();
    let mut caret = Caret::before(latin - 1);
    caret = layout.step_in_reading_order(caret, true).unwrap();
    assert_eq!(caret, Caret::after(latin), "after the space it went over");
    caret = layout.step_in_reading_order(caret, true).unwrap();
    assert_eq!(caret, Caret::after(latin + 1));
    caret = layout.step_in_reading_order(caret, false).unwrap();
    assert_eq!(
        caret,
        Caret::before(latin),
        "before the letter it went over"
    );
}

#[test]
fn r23_quotes_and_brackets_of_several_lines_each_have_a_place_before_and_after() {
    let text = "قال: «نعم (جدا) [هنا]» ثم \"لا\"، وقالت SDF (قسد): “انتهى” — 'status' => 'تم'؛ {1}؟";
    for width in [60.0, 120.0, 240.0, f32::INFINITY] {
        for base in [Direction::RightToLeft, Direction::LeftToRight] {
            let layout = lay_out(text, width, BaseDirection::Fixed(base));
            for (byte, c) in text.char_indices().filter(|(_, c)| !c.is_alphanumeric()) {
                if c == ' ' {
                    continue;
                }
                let before = place(&layout, Caret::before(byte));
                let after = place(&layout, Caret::after(byte + c.len_utf8()));
                assert!(!same(before, after), "{c} at {byte}, width {width}");
                assert_eq!(before.0, after.0, "{c} stands on one line");
            }
            walk(&layout, Visual::Left);
        }
    }
}
