//! Layout, hit-testing and rectangles of any text at any width.
//!
//! A case: `width=… size=… face=… base=… line=… align=… paint=… cuts=…,…` and
//! the text. What a case leaves out has a default, so that an option that comes
//! later leaves the cases of today as they are.

use std::sync::Arc;

use hashiya::model::Span;
use hashiya::text::{
    Affinity, Align, BaseDirection, Caret, Direction, Face, Fill, LineOptions, Logical,
    ParagraphLayout, Point, PositionedGlyph, ShapedParagraph, TextEngine, TextStyle, Visual,
};

use super::dice::Dice;
use super::{Target, head_and_rest, letters, option, painting};

pub(crate) const TARGET: Target = Target {
    name: "layout",
    draw: |dice| {
        let text = letters::text(dice);
        format!("{}\n{text}", drawn_options(dice)).into_bytes()
    },
    vary: |dice, case| {
        let (head, text) = head_and_rest(case);
        let head = if dice.one_in(2) {
            drawn_options(dice)
        } else {
            head
        };
        format!("{head}\n{}", letters::varied(dice, &text)).into_bytes()
    },
    check: |case| {
        let (head, text) = head_and_rest(case);
        check_case(&head, &text);
    },
};

const FACES: [(&str, Face); 4] = [
    ("naskh", Face::Naskh),
    ("amiri", Face::Amiri),
    ("sans", Face::Sans),
    ("mono", Face::Mono),
];

const BASES: [(&str, BaseDirection); 4] = [
    (
        "auto-rtl",
        BaseDirection::Auto {
            fallback: Direction::RightToLeft,
        },
    ),
    (
        "auto-ltr",
        BaseDirection::Auto {
            fallback: Direction::LeftToRight,
        },
    ),
    ("rtl", BaseDirection::Fixed(Direction::RightToLeft)),
    ("ltr", BaseDirection::Fixed(Direction::LeftToRight)),
];

const ALIGNS: [(&str, Align); 5] = [
    ("start", Align::Start),
    ("center", Align::Center),
    ("end", Align::End),
    ("spaces", Align::Both(Fill::Spaces)),
    ("kashida", Align::Both(Fill::Kashida)),
];

fn drawn_options(dice: &mut Dice) -> String {
    let width = match dice.roll(12) {
        0 => dice.pick(&[
            0.0,
            -5.0,
            f32::NAN,
            f32::INFINITY,
            f32::MIN_POSITIVE,
            f32::MAX,
        ]),
        1 => dice.part() * 4_000.0,
        2..6 => dice.part() * 60.0,
        _ => dice.part() * 400.0,
    };
    let size = if dice.one_in(8) {
        dice.pick(&[0.0, -1.0, f32::NAN, f32::INFINITY, 1e-6, 0.5, 5_000.0])
    } else {
        dice.pick(&[18.0, 14.0, 19.5, 33.0])
    };
    let line = dice.pick(&[30.0, 0.0, 36.0, f32::NAN]);
    let (face, _) = dice.pick(&FACES);
    let (base, _) = dice.pick(&BASES);
    let align = if dice.one_in(2) {
        dice.pick(&ALIGNS).0
    } else {
        "start"
    };
    let paint = if dice.one_in(8) { "yes" } else { "no" };
    let cuts: Vec<String> = (0..dice.roll(6))
        .map(|_| dice.roll(400).to_string())
        .collect();
    format!(
        "width={width} size={size} face={face} base={base} line={line} align={align} paint={paint} cuts={}",
        cuts.join(",")
    )
}

fn named<T: Copy>(list: &[(&str, T)], name: Option<&str>, default: T) -> T {
    let found = list.iter().find(|(known, _)| Some(*known) == name);
    found.map_or(default, |(_, value)| *value)
}

fn number(head: &str, name: &str, default: f32) -> f32 {
    option(head, name)
        .and_then(|value| value.parse().ok())
        .unwrap_or(default)
}

fn check_case(head: &str, text: &str) {
    let style = TextStyle {
        face: named(&FACES, option(head, "face"), Face::Naskh),
        bold: option(head, "bold") == Some("yes"),
        size: number(head, "size", 18.0),
    };
    let base = named(&BASES, option(head, "base"), BASES[0].1);
    let options = LineOptions {
        width: number(head, "width", 200.0),
        line_height: number(head, "line", 30.0),
        align: named(&ALIGNS, option(head, "align"), Align::Start),
    };
    let cuts: Vec<usize> = option(head, "cuts")
        .unwrap_or_default()
        .split(',')
        .filter_map(|cut| cut.parse().ok())
        .collect();
    let shaped = TextEngine::new().shape(text, base, style);
    assert_eq!(shaped.text(), text, "the text is kept");
    assert_eq!(shaped.direction(), base.resolve(text));
    let layout = shaped.break_lines(options);
    let before: Vec<PositionedGlyph> = layout.glyphs().collect();
    check_lines(&layout);
    check_widths(&layout);
    check_stops(&layout);
    check_carets(&layout);
    check_hits(&layout);
    check_walks(&layout);
    check_rects(&layout, &cuts);
    // Nothing that was asked has moved a letter; and the same again is the
    // same, from a fresh engine and from one that has done other work.
    assert!(layout.glyphs().eq(before.iter().copied()), "letters moved");
    check_same_again(text, base, style, options, &before);
    check_glyphs(&layout, &shaped);
    let ordinary = (4.0..80.0).contains(&style.size) && text.len() < 400;
    if ordinary && option(head, "paint") == Some("yes") {
        painting::check_marks(text, base, style, options, &cuts);
    }
}

/// How far apart one place may be when it is reached in two ways, points:
/// rounding grows with what is added up.
fn near(layout: &ParagraphLayout) -> f32 {
    let wide = layout.content_width().abs();
    0.02 + if wide.is_finite() { wide * 1e-5 } else { 0.0 }
}

/// Lines tile the text; runs tile their line, in bytes and in points.
fn check_lines(layout: &ParagraphLayout) {
    let text = layout.shaped().text();
    let near = near(layout);
    let mut at = 0;
    let mut bottom = 0.0;
    assert!(!layout.lines().is_empty(), "no line");
    for (index, line) in layout.lines().iter().enumerate() {
        assert_eq!(line.span.start, at, "line {index} begins elsewhere");
        assert!(text.is_char_boundary(line.span.end));
        assert!(
            line.span.end > at || index + 1 == layout.lines().len(),
            "empty line {index}"
        );
        at = line.span.end;
        assert!(
            (line.top - bottom).abs() <= 1e-3 * (1.0 + bottom),
            "lines stand on one another"
        );
        assert!(line.bottom >= line.top, "a line upside down");
        bottom = line.bottom;
        let mut spans: Vec<Span> = line.runs.iter().map(|run| run.span).collect();
        spans.sort();
        let mut inner = line.span.start;
        for span in spans {
            assert_eq!(span.start, inner, "runs leave a gap");
            inner = span.end;
        }
        assert_eq!(inner, line.span.end, "runs end early");
        for run in &line.runs {
            assert!(run.x0 <= run.x1 && run.x0.is_finite() && run.x1.is_finite());
        }
        for pair in line.runs.windows(2) {
            assert!(
                (pair[0].x1 - pair[1].x0).abs() <= near,
                "a gap between runs"
            );
        }
    }
    assert_eq!(at, text.len(), "the lines end early");
}

/// The most places glyphs of one sign belong to: لله, two tatweels of Amiri
/// with a mark that no face has.
const LIGATURE: usize = 3;

/// A line is wider than its column only where it cannot be broken, and the
/// column is never left on the side where reading begins.
fn check_widths(layout: &ParagraphLayout) {
    let width = layout.width();
    if !width.is_finite() {
        assert!(
            layout
                .lines()
                .iter()
                .rev()
                .skip(1)
                .all(|line| line.end == hashiya::text::LineEnd::Forced)
        );
        return;
    }
    let near = near(layout) + 1.0 / 32.0;
    let shaped = layout.shaped();
    for (index, line) in layout.lines().iter().enumerate() {
        assert!((line.x1 - line.x0).is_finite());
        if line.x1 - line.x0 > width + near {
            // Letters that are drawn as one sign.
            let inside = line.span.of(shaped.text()).unwrap_or_default();
            // Pairs that are no flag may make flags across their borders, so
            // that a row of them holds together.
            let flag = |c: char| ('\u{1F1E6}'..='\u{1F1FF}').contains(&c);
            let blank = |c: char| c.is_whitespace() || c.is_control() || flag(c);
            let mut glyphs: Vec<usize> = layout
                .line_glyphs(index)
                .filter(|glyph| glyph.advance > 0.0)
                .map(|glyph| glyph.cluster)
                .filter(|at| !shaped.text()[*at..].starts_with(blank))
                .collect();
            glyphs.sort_unstable();
            glyphs.dedup();
            assert!(
                glyphs.len() <= LIGATURE,
                "{inside:?} stands on a line of {width}"
            );
        }
    }
}

/// What a click in the middle of a line hits. Lines of letters without size
/// have no height to click on.
fn hit_on(layout: &ParagraphLayout, line: usize, x: f32) -> Caret {
    let found = &layout.lines()[line];
    if found.bottom > found.top {
        let y = f32::midpoint(found.top, found.bottom);
        layout.hit(Point { x, y })
    } else {
        layout.hit_line(line, x)
    }
}

/// Stops go from left to right, stand on their line, and are found again.
fn check_stops(layout: &ParagraphLayout) {
    let near = near(layout);
    for index in 0..layout.lines().len() {
        let stops = layout.stops(index);
        assert!(!stops.is_empty(), "a line without a place");
        for pair in stops.windows(2) {
            assert!(pair[0].x < pair[1].x, "stops go back");
        }
        for stop in &stops {
            assert_eq!(
                layout.line_of(stop.caret),
                index,
                "{stop:?} is on another line"
            );
            let own = layout.caret_rect(stop.caret).x0;
            assert!((own - stop.x).abs() <= near, "{stop:?} stands at {own}");
            let hit = hit_on(layout, index, stop.x);
            assert_eq!(
                layout.line_of(hit),
                index,
                "{stop:?} was hit on another line"
            );
            let found = layout.caret_rect(hit).x0;
            assert!(
                (found - stop.x).abs() <= near,
                "{stop:?} was hit as {hit:?} at {found}"
            );
        }
    }
}

/// Every byte has a caret, which is found again where it stands; every
/// logical move gets on and ends in the text.
fn check_carets(layout: &ParagraphLayout) {
    let text = layout.shaped().text();
    let near = near(layout);
    // Every byte of a short text, some of a long one.
    let step = 1 + text.len() / 300;
    for byte in (0..=text.len() + 2).step_by(step) {
        let at = byte.min(text.len());
        for affinity in [Affinity::Upstream, Affinity::Downstream] {
            let caret = Caret { byte, affinity };
            let rect = layout.caret_rect(caret);
            assert!(rect.x0.is_finite() && rect.x0 == rect.x1 && rect.y0 <= rect.y1);
            layout.caret_direction(caret);
            check_hit(layout, caret, near);
            for (by, forwards) in [
                (Logical::NextGrapheme, true),
                (Logical::NextWord, true),
                (Logical::PreviousGrapheme, false),
                (Logical::PreviousWord, false),
            ] {
                match layout.move_logical(caret, by) {
                    Some(next) => {
                        assert!(text.is_char_boundary(next.byte), "{by:?} left the text");
                        let on = if forwards {
                            next.byte > at
                        } else {
                            next.byte < at
                        };
                        assert!(on, "{by:?} stays at {at}");
                    }
                    None if forwards => assert_eq!(at, text.len(), "{by:?} ends early"),
                    None => assert_eq!(at, 0, "{by:?} ends early"),
                }
            }
            for up in [true, false] {
                if let Some(next) = layout.move_line(caret, rect.x0, up) {
                    let line = layout.line_of(caret);
                    let to = if up {
                        line.checked_sub(1)
                    } else {
                        Some(line + 1)
                    };
                    assert_eq!(Some(layout.line_of(next)), to, "up or down to another line");
                }
            }
            for left in [true, false] {
                if let Some((a, b)) = layout.letter_beside(caret, left) {
                    assert!(text.is_char_boundary(a.byte) && text.is_char_boundary(b.byte));
                }
            }
        }
    }
}

/// Place → caret → place → caret: the second caret is the first, or stands in
/// the same place.
fn check_hit(layout: &ParagraphLayout, caret: Caret, near: f32) {
    let line = layout.line_of(caret);
    let x = layout.caret_rect(caret).x0;
    let hit = hit_on(layout, line, x);
    let again = layout.caret_rect(hit).x0;
    assert_eq!(
        layout.line_of(hit),
        line,
        "{caret:?} came back on another line"
    );
    assert!(
        (again - x).abs() <= near,
        "{caret:?} at {x} came back as {hit:?} at {again}"
    );
}

/// Any point gives a caret in the text, and that caret stays.
fn check_hits(layout: &ParagraphLayout) {
    let text = layout.shaped().text();
    let near = near(layout);
    let edges = layout.lines().iter().map(|line| line.x1);
    let right = edges.fold(0.0, f32::max).min(10_000.0) + 20.0;
    let places = [-1e9, -3.0, f32::NAN, f32::INFINITY, f32::NEG_INFINITY, 1e9];
    let xs = places
        .into_iter()
        .chain((0..12).map(|step| right * step as f32 / 11.0 - 10.0));
    for x in xs {
        for index in 0..layout.lines().len().min(6) {
            let caret = hit_on(layout, index, x);
            // On the line, the nearest of its places.
            let line = &layout.lines()[index];
            let ends = line.runs.first().zip(line.runs.last());
            if ends.is_some_and(|(first, last)| (first.x0..=last.x1).contains(&x)) {
                let far = (layout.caret_rect(caret).x0 - x).abs();
                let stops = layout.stops(index);
                let nearest = stops.iter().map(|stop| (stop.x - x).abs());
                let nearest = nearest.fold(f32::INFINITY, f32::min);
                assert!(
                    far <= nearest + near,
                    "{x} hit {caret:?}, {far} away, not {nearest}"
                );
            }
            assert!(
                text.is_char_boundary(caret.byte),
                "a hit inside a character"
            );
            check_hit(layout, caret, near);
        }
        for y in [-5.0, 1e9, f32::NAN, f32::NEG_INFINITY, f32::INFINITY] {
            let caret = layout.hit(Point { x, y });
            assert!(
                text.is_char_boundary(caret.byte),
                "a hit inside a character"
            );
        }
    }
}

/// Walks a paragraph from one corner to the other and returns the places, line
/// and x in points.
pub(crate) fn walk(layout: &ParagraphLayout, by: Visual) -> Vec<(usize, f32)> {
    let left = by == Visual::Left;
    let down = left == layout.shaped().direction().is_rtl();
    let first = if down { 0 } else { layout.lines().len() - 1 };
    let stops = layout.stops(first);
    let start = if left { stops.last() } else { stops.first() };
    let mut caret = start.unwrap().caret;
    let mut places: Vec<(usize, f32)> = Vec::new();
    loop {
        let line = layout.line_of(caret);
        let x = layout.caret_rect(caret).x0;
        if let Some(&(last_line, last_x)) = places.last() {
            let forwards = if line == last_line {
                if left { x < last_x } else { x > last_x }
            } else if down {
                line == last_line + 1
            } else {
                line + 1 == last_line
            };
            assert!(
                forwards,
                "{by:?} went from line {last_line} x {last_x} to line {line} x {x} in {:?}",
                layout.shaped().text()
            );
        }
        places.push((line, x));
        match layout.move_visual(caret, by) {
            Some(next) => caret = next,
            None => return places,
        }
    }
}

/// The arrow keys visit every stop once, and as many on the way back. One
/// place a wrapped line has twice: after the space that ends it, which is the
/// start of the next.
fn check_walks(layout: &ParagraphLayout) {
    let left = walk(layout, Visual::Left);
    let right = walk(layout, Visual::Right);
    let near = near(layout);
    for (index, line) in layout.lines().iter().enumerate() {
        let stops = layout.stops(index);
        let twice = usize::from(line.end == hashiya::text::LineEnd::Soft && stops.len() > 1);
        for places in [&left, &right] {
            let here: Vec<f32> = places
                .iter()
                .filter(|place| place.0 == index)
                .map(|place| place.1)
                .collect();
            let missed: Vec<f32> = stops
                .iter()
                .map(|stop| stop.x)
                .filter(|x| !here.iter().any(|place| (place - x).abs() <= near))
                .collect();
            assert!(
                missed.len() <= twice,
                "line {index} has places no arrow key reaches: {missed:?}"
            );
        }
    }
}

/// The rectangles of neighbouring stretches cover what those of both together
/// cover, line by line, and do not overlap.
fn check_rects(layout: &ParagraphLayout, cuts: &[usize]) {
    let text = layout.shaped().text();
    let lines = layout.lines().len();
    let areas = |span: Span| -> Vec<f64> {
        let mut areas = vec![0.0; lines];
        let rects = layout.rects(span);
        for rect in &rects {
            assert!(rect.rect.x0 <= rect.rect.x1 && rect.rect.y0 <= rect.rect.y1);
            assert!(
                rect.span.of(text).is_some(),
                "a rectangle of half a character"
            );
            let line = &layout.lines()[rect.line];
            let outside = rect.rect.x0 < line.runs[0].x0 - 0.02 - line.x1.abs() * 1e-5
                || rect.rect.x1 > line.runs[line.runs.len() - 1].x1 + 0.02 + line.x1.abs() * 1e-5;
            assert!(!outside, "a rectangle beside its line");
            areas[rect.line] += f64::from(rect.rect.width());
        }
        for pair in rects.windows(2) {
            let next = pair[0].line < pair[1].line;
            assert!(
                next || pair[0].rect.x1 <= pair[1].rect.x0 + near(layout),
                "rectangles overlap"
            );
        }
        areas
    };
    // A cut inside a grapheme belongs to both sides, so move it to its start.
    let graphemes = graphemes(layout);
    let mut starts: Vec<usize> = cuts
        .iter()
        .map(|cut| cut % (text.len() + 1))
        .chain([0, text.len()])
        .map(|cut| {
            *graphemes
                .iter()
                .rev()
                .find(|start| **start <= cut)
                .unwrap_or(&0)
        })
        .collect();
    starts.sort_unstable();
    starts.dedup();
    let whole = areas(Span::new(0, text.len()));
    for (line, area) in layout.lines().iter().zip(&whole) {
        let runs: f64 = line.runs.iter().map(|run| f64::from(run.x1 - run.x0)).sum();
        assert!(
            (area - runs).abs() <= 0.02 + runs * 1e-3,
            "the whole is {runs} wide, its rectangles {area}"
        );
    }
    let mut sums = vec![0.0; lines];
    for pair in starts.windows(2) {
        for (sum, area) in sums.iter_mut().zip(areas(Span::new(pair[0], pair[1]))) {
            *sum += area;
        }
    }
    for (line, (sum, area)) in sums.iter().zip(&whole).enumerate() {
        let same = (sum - area).abs() <= 0.02 + area * 1e-3;
        assert!(
            same || text.is_empty(),
            "line {line}: {area} but {sum} in parts"
        );
    }
    // Of three borders, the two parts are the whole.
    for three in starts.windows(3) {
        let parts = areas(Span::new(three[0], three[1]));
        let rest = areas(Span::new(three[1], three[2]));
        let both = areas(Span::new(three[0], three[2]));
        for ((a, b), c) in parts.iter().zip(&rest).zip(&both) {
            assert!(
                (a + b - c).abs() <= 0.02 + c * 1e-3,
                "{a} and {b} are not {c}"
            );
        }
    }
    // Any two offsets, also inside characters, are answered.
    for pair in cuts.windows(2) {
        layout.rects(Span {
            start: pair[0],
            end: pair[1],
        });
    }
    assert!(layout.rects(Span::new(0, 0)).is_empty());
}

/// Where graphemes begin, and the end.
fn graphemes(layout: &ParagraphLayout) -> Vec<usize> {
    let mut found = vec![0];
    let mut caret = Caret::before(0);
    while let Some(next) = layout.move_logical(caret, Logical::NextGrapheme) {
        found.push(next.byte);
        caret = next;
    }
    found
}

/// Glyphs belong to the text and are somewhere.
fn check_glyphs(layout: &ParagraphLayout, shaped: &Arc<ShapedParagraph>) {
    let text = shaped.text();
    for glyph in layout.glyphs() {
        assert!(
            glyph.cluster < text.len() && text.is_char_boundary(glyph.cluster),
            "{glyph:?}"
        );
        assert!(glyph.x.is_finite() && glyph.y.is_finite() && glyph.advance.is_finite());
    }
}

fn check_same_again(
    text: &str,
    base: BaseDirection,
    style: TextStyle,
    options: LineOptions,
    before: &[PositionedGlyph],
) {
    let mut engine = TextEngine::new();
    engine.shape("قال (SDF) \u{202E}abc 12", base, style);
    let again = engine.shape(text, base, style).break_lines(options);
    assert!(
        again.glyphs().eq(before.iter().copied()),
        "an engine that was used gives other letters"
    );
}
