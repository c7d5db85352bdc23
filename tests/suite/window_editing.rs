//! Selecting over words, paragraphs and screens, by mouse and by keys; the
//! caret's flag.

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Shape, pos2, vec2};
use hashiya::command::{Args, ArrowKeys, Selection};
use hashiya::model::Span;
use hashiya::text::{Affinity, Caret, Direction, direction_at, next_grapheme};
use hashiya::ui::theme::Theme;

use super::samples;
use super::support::window::{WIDE, Window, bench, on_text};

const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    }
}

/// Many paragraphs of two or three lines, of both directions.
fn long_text(paragraphs: usize) -> String {
    let paragraph = |number: usize| {
        if number.is_multiple_of(4) {
            format!(
                "Paragraph {number} speaks of قسد and of the road to دمشق, in English with Arabic names.\n"
            )
        } else {
            format!(
                "الفقرة {number} من التقرير تتحدث عن SDF وعن الطريق إلى دمشق في 2019، وفيها أرقام وكلمات كثيرة حتى تملأ سطرين أو أكثر من الصفحة.\n"
            )
        }
    };
    (1..=paragraphs).map(paragraph).collect()
}

/// The flag of the caret, where one is painted: its points.
fn flag(window: &Window) -> Option<Vec<Pos2>> {
    let accent = Theme::get(&window.harness.ctx).accent;
    window
        .harness
        .output()
        .shapes
        .iter()
        .find_map(|clipped| match &clipped.shape {
            Shape::Path(path) if path.fill == accent && path.closed && path.points.len() == 3 => {
                Some(path.points.clone())
            }
            _ => None,
        })
}

#[test]
fn a_selection_over_many_screens_is_copied_exactly() {
    let text = long_text(120);
    let mut window = on_text(&text);
    let (start, end) = (
        window.span_of("الطريق", 2).start,
        window.span_of("Paragraph 88", 0).end,
    );
    window.caret_at(start, Affinity::Downstream);
    // Down by pages and lines with Shift until the end is passed, then back.
    let mut presses = 0;
    while window.selection().head.byte < end {
        window.key(SHIFT, Key::PageDown);
        presses += 1;
        assert!(presses < 60);
    }
    assert!(presses > 3, "more than three screens");
    while window.selection().head.byte > end {
        window.key(SHIFT, Key::ArrowLeft);
        let head = window.selection().head.byte;
        if head > end {
            window.key(SHIFT, Key::ArrowUp);
        }
        presses += 1;
        assert!(presses < 400, "at {head} of {end}");
    }
    let span = window.selection().span();
    assert_eq!(span.start, start);
    window.copied.clear();
    window.key(CTRL, Key::C);
    window.frame(vec![Event::Copy]);
    assert_eq!(window.copied.last().unwrap(), &text[span.start..span.end]);
    window.keep_picture("page-long-selection");
}

#[test]
fn page_keys_end_at_the_ends_of_the_document() {
    let text = long_text(120);
    let mut window = on_text(&text);
    window.caret_at(0, Affinity::Downstream);
    for _ in 0..60 {
        window.key(SHIFT, Key::PageDown);
    }
    assert_eq!(window.selection().span(), Span::new(0, text.len()));
    for _ in 0..60 {
        window.plain_key(Key::PageUp);
    }
    assert_eq!(window.selection(), Selection::caret(0));
    window.key(CTRL_SHIFT, Key::End);
    assert_eq!(window.selected(), text);
    window.key(CTRL, Key::Home);
    assert_eq!(window.selection().head.byte, 0);
    window.key(CTRL, Key::A);
    assert_eq!(window.selection().span(), Span::new(0, text.len()));
}

#[test]
fn a_selection_stays_through_scrolling_zoom_and_width() {
    let text = long_text(120);
    let mut window = on_text(&text);
    let span = Span::new(
        window.span_of("2019", 3).start,
        window.span_of("الفقرة 9", 0).end,
    );
    window.select(Selection::over(span));
    for id in [
        "view.zoom-in",
        "view.zoom-in",
        "view.face-amiri",
        "view.inspector",
        "view.documents",
    ] {
        window.run(id, Args::None);
        assert_eq!(window.selection().span(), span, "{id}");
    }
    let middle = window.pages()[0].center();
    window.frame(vec![
        Event::PointerMoved(middle),
        Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, -4000.0),
            phase: egui::TouchPhase::Move,
            modifiers: Modifiers::NONE,
            source: egui::MouseWheelSource::Unknown,
        },
    ]);
    window.rest();
    assert_eq!(window.selection().span(), span);
    assert_eq!(window.selected(), text[span.start..span.end]);
}

#[test]
fn dragging_beyond_the_page_scrolls_while_the_pointer_rests_and_after_it_left() {
    let text = long_text(400);
    for (below, leaves) in [(true, false), (true, true), (false, false)] {
        let mut window = on_text(&text);
        let from = if below {
            0
        } else {
            window.span_of("الفقرة 399", 0).start
        };
        window.caret_at(from, Affinity::Downstream);
        window.pause();
        let page = window.pages()[0];
        let at = page.center();
        window.frame(vec![Event::PointerMoved(at)]);
        window.frame(vec![button(at, true)]);
        let begun = window.selection().anchor.byte;
        let outside = pos2(
            at.x,
            if below {
                page.bottom() + 60.0
            } else {
                page.top() - 60.0
            },
        );
        window.frame(vec![Event::PointerMoved(outside)]);
        if leaves {
            window.frame(vec![Event::PointerGone]);
            // As long as the button is held its moves are heard outside.
            let beyond = pos2(at.x, WIDE[1] + 20.0);
            window.frame(vec![Event::PointerMoved(beyond)]);
        }
        let mut heads = Vec::new();
        for _ in 0..40 {
            window.frame(Vec::new());
            heads.push(window.selection().head.byte);
        }
        let moved = if below {
            heads.windows(2).all(|pair| pair[0] <= pair[1]) && heads[39] > heads[0] + 200
        } else {
            heads.windows(2).all(|pair| pair[0] >= pair[1]) && heads[39] + 200 < heads[0]
        };
        assert!(
            moved,
            "below: {below}, left the window: {leaves}: {heads:?}"
        );
        // Further out is faster.
        let near = heads[39].abs_diff(heads[20]);
        let far = pos2(outside.x, outside.y + if below { 140.0 } else { -140.0 });
        window.frame(vec![Event::PointerMoved(far)]);
        for _ in 0..19 {
            window.frame(Vec::new());
        }
        let head = window.selection().head.byte;
        let faster = head.abs_diff(heads[39]) > near * 2;
        assert!(faster || leaves, "{near} then {head}");
        window.frame(vec![button(far, false)]);
        window.rest();
        let settled = window.selection();
        assert_eq!(settled.anchor.byte, begun);
        for _ in 0..5 {
            window.frame(Vec::new());
        }
        assert_eq!(window.selection(), settled, "let go, it stands");
        let span = settled.span();
        assert_eq!(window.selected(), text[span.start..span.end]);
    }
}

#[test]
fn words_and_sentences_are_dragged_whole_in_both_directions_over_paragraphs() {
    let text = "قال المتحدث إن القافلة وصلت. ثم عادت!\nThe convoy left Raqqa. It came back.\nورجعت قوات SDF مساء.";
    let mut window = on_text(text);
    let mut drag = |count: usize, from: &str, to: &str| {
        let (a, b) = (window.span_of(from, 0), window.span_of(to, 0));
        let start = window.on_letter(next_grapheme(text, a.start));
        let end = window.on_letter(next_grapheme(text, b.start));
        window.pause();
        let mut events = vec![Event::PointerMoved(start)];
        for press in 0..count {
            events.push(button(start, true));
            if press + 1 < count {
                events.push(button(start, false));
            }
        }
        window.frame(events);
        window.frame(vec![Event::PointerMoved(start.lerp(end, 0.4))]);
        window.frame(vec![Event::PointerMoved(end)]);
        window.frame(vec![button(end, false)]);
        window.pause();
        window.selected()
    };
    assert_eq!(drag(2, "المتحدث", "وصلت"), "المتحدث إن القافلة وصلت");
    assert_eq!(drag(2, "وصلت", "المتحدث"), "المتحدث إن القافلة وصلت");
    assert_eq!(drag(2, "عادت", "convoy"), "عادت!\nThe convoy");
    assert_eq!(
        drag(2, "SDF", "Raqqa"),
        "Raqqa. It came back.\nورجعت قوات SDF"
    );
    assert_eq!(
        drag(3, "عادت", "left").trim(),
        "ثم عادت!\nThe convoy left Raqqa."
    );
    assert_eq!(
        drag(3, "came", "القافلة").trim(),
        "قال المتحدث إن القافلة وصلت. ثم عادت!\nThe convoy left Raqqa. It came back."
    );
}

#[test]
fn words_are_taken_by_keys_in_the_direction_of_the_paragraph() {
    let text = "قال John Smith في 2019 إن.\nsecond line";
    let mut window = on_text(text);
    window.caret_at(0, Affinity::Downstream);
    for expected in [
        "قال",
        "قال John",
        "قال John Smith",
        "قال John Smith في",
        "قال John Smith في 2019",
    ] {
        window.key(CTRL_SHIFT, Key::ArrowLeft);
        assert_eq!(window.selected(), expected);
    }
    window.key(CTRL_SHIFT, Key::ArrowRight);
    assert_eq!(window.selected(), "قال John Smith في ");
}

#[test]
fn r07_selecting_from_any_stop_to_any_stop_gives_the_files_words() {
    let (name, text) = samples::documents()[1];
    let mut window = Window::of(bench(&[(name, text)], None), WIDE);
    let stops: Vec<usize> = std::iter::successors(Some(0), |byte| Some(next_grapheme(text, *byte)))
        .take_while(|byte| *byte < text.len())
        .step_by(211)
        .collect();
    for a in stops.iter().step_by(3) {
        for b in stops.iter().step_by(4) {
            let caret = |byte: usize| Caret {
                byte,
                affinity: Affinity::Upstream,
            };
            let reader = window.reader();
            let selection = Selection {
                anchor: caret(*a),
                head: caret(*b),
            };
            window.wb_mut().select(reader, selection);
            window.copied.clear();
            window.wb_mut().run("edit.copy", &Args::None);
            window.frame(Vec::new());
            let expected = &text[*a.min(b)..*a.max(b)];
            let copied = window.copied.first().map_or("", String::as_str);
            assert_eq!(copied, expected);
        }
    }
}

#[test]
fn the_caret_has_a_flag_where_two_directions_meet() {
    let text = "رجعت قوات SDF مساء إلى 2019 قرية";
    let mut window = on_text(text);
    let latin = window.span_of("SDF", 0);
    for (byte, affinity, side) in [
        (
            latin.start,
            Affinity::Upstream,
            Some(Direction::RightToLeft),
        ),
        (
            latin.start,
            Affinity::Downstream,
            Some(Direction::LeftToRight),
        ),
        (latin.end, Affinity::Upstream, Some(Direction::LeftToRight)),
        (
            latin.end,
            Affinity::Downstream,
            Some(Direction::RightToLeft),
        ),
        (latin.start + 1, Affinity::Downstream, None),
        (2, Affinity::Downstream, None),
    ] {
        let bar = window.caret_at(byte, affinity);
        let pointing = flag(&window).map(|points| {
            let tip = points[1].x;
            assert!((points[0].y - bar.top()).abs() < 1.0, "at the caret's top");
            if tip < bar.center().x {
                Direction::RightToLeft
            } else {
                Direction::LeftToRight
            }
        });
        assert_eq!(pointing, side, "at {byte} {affinity:?}");
    }
    window.caret_at(latin.start, Affinity::Downstream);
    window.keep_picture("page-caret-flag");
}

#[test]
fn arrows_go_in_reading_order_when_that_is_chosen() {
    let text = "قوات SDF في 12 قرية";
    let mut window = on_text(text);
    assert!(window.run("view.arrows-reading-order", Args::None));
    assert_eq!(window.wb().look().arrows, ArrowKeys::ReadingOrder);
    window.caret_at(0, Affinity::Downstream);
    let mut last = 0;
    for _ in 0..text.chars().count() {
        window.plain_key(Key::ArrowLeft);
        let head = window.selection().head.byte;
        assert_eq!(head, next_grapheme(text, last), "one letter on");
        last = head;
    }
    assert_eq!(last, text.len());
    window.key(SHIFT, Key::ArrowRight);
    window.key(SHIFT, Key::ArrowRight);
    assert_eq!(window.selected(), "ية");
    window.plain_key(Key::ArrowRight);
    assert_eq!(
        window.selection().head.byte,
        text.len() - 4,
        "to its beginning"
    );
    window.run("view.arrows-as-seen", Args::None);
    let latin = window.span_of("SDF", 0);
    window.caret_at(latin.start, Affinity::Downstream);
    window.plain_key(Key::ArrowRight);
    assert_eq!(
        window.selection().head.byte,
        latin.start + 1,
        "as seen again"
    );
}

#[test]
fn r36_selections_over_paragraphs_take_what_lies_between() {
    let text = "أول سطر هنا؟\nsecond (line), here!\n\nثالث «سطر» أخير؛";
    let mut window = on_text(text);
    let stops: Vec<usize> = std::iter::successors(Some(0), |byte| Some(next_grapheme(text, *byte)))
        .take_while(|byte| *byte < text.len())
        .filter(|byte| !text[*byte..].starts_with('\n'))
        .collect();
    for (a, b) in [(2, 20), (5, 40), (14, 44), (0, stops.len() - 1), (30, 3)] {
        let (a, b) = (stops[a], stops[b]);
        let span = Span::new(a.min(b), next_grapheme(text, a.max(b)));
        let (from, to) = window.ends(span);
        window.pause();
        if a < b {
            window.drag(from, to);
        } else {
            window.drag(to, from);
        }
        // Where two directions meet on the border, both sides are the place.
        assert_eq!(
            window.selected(),
            text[span.start..span.end],
            "{:?}",
            direction_at(text, a)
        );
    }
}

/// Whether the ground of selected text is painted at a point.
fn is_lit(window: &Window, point: Pos2) -> bool {
    let ground = Theme::get(&window.harness.ctx).selection;
    window.harness.output().shapes.iter().any(|clipped| {
        let Shape::Mesh(mesh) = &clipped.shape else {
            return false;
        };
        mesh.indices.chunks(6).any(|quad| {
            let corners = quad.iter().map(|index| mesh.vertices[*index as usize]);
            let mut rect = egui::Rect::NOTHING;
            let mut colored = true;
            for corner in corners {
                rect.extend_with(corner.pos);
                colored &= corner.color == ground;
            }
            colored && rect.contains(point)
        })
    })
}

#[test]
fn what_is_selected_over_paragraphs_is_lit_and_nothing_else() {
    let text = "رجعت قوات SDF مساء إلى 2019 قرية (بعيدة).\n\nThe convoy left قسد behind, at 12.\nثم عادت القافلة إلى دمشق.";
    let mut window = on_text(text);
    let span = Span::new(
        window.span_of("SDF", 0).start + 1,
        window.span_of("القافلة", 0).start + 4,
    );
    let letters: Vec<usize> = text
        .char_indices()
        .filter(|(_, c)| c.is_alphanumeric())
        .map(|(byte, _)| byte)
        .step_by(3)
        .collect();
    let places: Vec<(usize, Pos2)> = letters
        .into_iter()
        .map(|byte| (byte, window.on_letter(byte)))
        .collect();
    window.select(Selection::over(span));
    for (byte, point) in places {
        let inside = span.start <= byte && byte < span.end;
        assert_eq!(is_lit(&window, point), inside, "letter at {byte}");
    }
    // The empty paragraph between shows that it is selected with the others.
    let empty = window.span_of("\n\n", 0).start + 1;
    let bar = window.caret_at(empty, Affinity::Downstream);
    window.select(Selection::over(span));
    let beside = pos2(bar.center().x - 4.0, bar.center().y);
    assert!(is_lit(&window, beside), "the empty line");
    window.keep_picture("page-selection-paragraphs");
}
