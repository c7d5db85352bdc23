//! Scrolling through what was never measured, and setting the page anew:
//! nothing in sight jumps.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use super::*;

const WINDOW: f32 = 700.0;

fn style(width: f32, size: f32) -> PageStyle {
    PageStyle {
        size,
        width,
        ..PLAIN
    }
}

const PLAIN: PageStyle = PageStyle {
    face: Face::Naskh,
    size: 19.0,
    width: 600.0,
    leading: 1.9,
    align: Align::Start,
    paragraph_space: 0.1,
};

fn flow(text: &str) -> Flow {
    Flow::new(
        text.into(),
        DocumentDirection::Auto,
        Direction::RightToLeft,
        PLAIN,
    )
}

/// Paragraphs of very different lengths, whose heights no estimate guesses:
/// Arabic, Latin (other size), digits, empty lines.
fn uneven() -> String {
    let mut text = String::new();
    for index in 0..400_usize {
        let line = match index % 7 {
            0 => "كلمة طويلة جدا في سطر واحد ".repeat(index * 7919 % 60),
            1 => "iiii llll ".repeat(index * 31 % 90),
            2 => String::new(),
            3 => "عنوان".to_owned(),
            4 => "WWWWW MMMMM ".repeat(index * 17 % 80),
            5 => "١٢٣ ٤٥٦ ".repeat(index * 13 % 70),
            _ => "أُوْلَئِكَ ".repeat(index * 11 % 50),
        };
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// Where each line in sight stands: unit and line, points from the top.
fn lines(placed: &[Placed]) -> Vec<((usize, usize), f32)> {
    placed
        .iter()
        .flat_map(|unit| {
            let lines = unit.layout.lines().iter().enumerate();
            lines.map(|(index, line)| ((unit.index, index), unit.top + line.top))
        })
        .filter(|(_, top)| (0.0..WINDOW).contains(top))
        .collect()
}

fn assert_moved(before: &[((usize, usize), f32)], after: &[((usize, usize), f32)], by: f32) {
    for (line, top) in before {
        if let Some((_, now)) = after.iter().find(|(other, _)| other == line) {
            assert!((now - top - by).abs() < 0.02, "{line:?}: {top} to {now}");
        }
    }
}

#[test]
fn lines_in_sight_move_with_the_wheel_and_the_bar_never_runs_back() {
    let mut engine = TextEngine::new();
    let mut flow = flow(&uneven());
    let mut before = lines(&flow.place(&mut engine, WINDOW));
    let (mut at, part) = flow.progress(WINDOW).unwrap();
    assert_eq!(at, 0.0);
    loop {
        flow.anchor.offset += 53.0;
        let now = lines(&flow.place(&mut engine, WINDOW));
        let (next, same) = flow.progress(WINDOW).unwrap();
        assert_eq!(same, part, "the bar keeps its length");
        assert!(next >= at, "{at} to {next}");
        at = next;
        if at > 1.0 - 1e-6 {
            break;
        }
        assert_moved(&before, &now, -53.0);
        before = now;
    }
    // And back, over paragraphs whose heights were let go of: none is known.
    flow.heights.restyle(measure_of(flow.style));
    flow.layouts.clear();
    before = lines(&flow.place(&mut engine, WINDOW));
    while at > 0.0 {
        flow.anchor.offset -= 53.0;
        let now = lines(&flow.place(&mut engine, WINDOW));
        let (next, _) = flow.progress(WINDOW).unwrap();
        assert!(next <= at + 1e-9, "{at} to {next}");
        at = next;
        if at > 0.0 {
            assert_moved(&before, &now, 53.0);
        }
        before = now;
    }
    assert_eq!(flow.anchor, Anchor::default());
}

#[test]
fn a_dragged_bar_leads_where_it_stands() {
    let mut engine = TextEngine::new();
    let mut flow = flow(&uneven());
    let mut last = -1.0;
    for step in 0..=200 {
        let part = f64::from(step) / 200.0;
        flow.go_to_part(&mut engine, part, WINDOW);
        let placed = flow.place(&mut engine, WINDOW);
        assert!(!placed.is_empty());
        let (at, _) = flow.progress(WINDOW).unwrap();
        assert!((at - part).abs() < 0.004, "{part} led to {at}");
        assert!(at >= last - 0.004);
        last = at;
    }
    let placed = flow.place(&mut engine, WINDOW);
    let end = placed.last().map(|unit| unit.top + unit.height).unwrap();
    assert!(
        (end - WINDOW).abs() < 0.5,
        "the last line stands at the lower edge"
    );
}

/// The byte at the beginning of the first line in sight.
fn first_byte(flow: &mut Flow, engine: &mut TextEngine) -> usize {
    let placed = flow.place(engine, WINDOW);
    let unit = placed.first().unwrap();
    let line = (unit.layout.lines().iter())
        .find(|line| unit.top + line.bottom > 0.5)
        .unwrap();
    unit.span.start + line.span.start
}

#[test]
fn the_words_at_the_top_stay_however_the_page_is_set() {
    let mut engine = TextEngine::new();
    let text = "كلمات كثيرة في فقرة طويلة لا تنتهي بسرعة ".repeat(60);
    let mut flow = flow(&format!("{text}\n").repeat(12));
    flow.anchor.offset = 2300.0;
    let kept = first_byte(&mut flow, &mut engine);
    for step in 0..120_u16 {
        let width = 300.0 + f32::from(step * 37 % 600);
        let size = 12.0 + f32::from(step * 7 % 30);
        let face = if step % 5 == 0 {
            Face::Amiri
        } else {
            Face::Naskh
        };
        let anew = PageStyle {
            face,
            leading: [1.6, 1.9, 2.3][usize::from(step % 3)],
            align: [Align::Start, Align::Both(text::Fill::Kashida)][usize::from(step / 4 % 2)],
            paragraph_space: f32::from(step % 4) * 0.2,
            ..style(width, size)
        };
        flow.restyle(&mut engine, anew);
        let placed = flow.place(&mut engine, WINDOW);
        let unit = placed.first().unwrap();
        let line = (unit.layout.lines().iter())
            .find(|line| unit.top + line.bottom > 0.5)
            .unwrap();
        let (from, to) = (
            unit.span.start + line.span.start,
            unit.span.start + line.span.end,
        );
        assert!(
            (from..to).contains(&kept),
            "step {step}: {from}..{to}, not {kept}"
        );
    }
    flow.restyle(&mut engine, PLAIN);
    assert_eq!(first_byte(&mut flow, &mut engine), kept);
    // Set so small that the end of the text comes into sight, and back.
    let tiny = style(2400.0, 8.0);
    flow.restyle(&mut engine, tiny);
    flow.place(&mut engine, WINDOW);
    assert!(flow.progress(WINDOW).is_none_or(|(at, _)| at > 0.999));
    flow.restyle(&mut engine, PLAIN);
    assert_eq!(first_byte(&mut flow, &mut engine), kept);
    // Another height of the window, as when a panel opens, moves nothing.
    let before = flow.anchor;
    flow.place(&mut engine, WINDOW / 2.0);
    assert_eq!(flow.anchor, before);
}

#[test]
fn far_down_a_million_paragraphs_nothing_trembles() {
    let mut engine = TextEngine::new();
    let mut text = "\n".repeat(500_000);
    text.push_str(&"سطر\n".repeat(500_000));
    let mut flow = flow(&text);
    flow.restyle(&mut engine, style(600.0, 40.0));
    flow.go_to_part(&mut engine, 0.97, WINDOW);
    let mut before = lines(&flow.place(&mut engine, WINDOW));
    let (total, here) = flow.scroll_extent();
    assert!(
        total > 40_000_000.0 && here > 35_000_000.0,
        "{total} {here}"
    );
    for _ in 0..200 {
        flow.anchor.offset += 0.25;
        let placed = flow.place(&mut engine, WINDOW);
        let now = lines(&placed);
        for (line, top) in &before {
            if let Some((_, moved)) = now.iter().find(|(other, _)| other == line) {
                assert!((moved - top + 0.25).abs() < 0.001, "{top} to {moved}");
            }
        }
        for unit in &placed {
            assert!((flow.top_of(unit.index) - unit.top).abs() < 0.001);
        }
        before = now;
    }
}
