//! Layout, hit-testing and rectangles of any text at any width.
//!
//! A case: `width=… size=… face=… base=… line=… align=… paint=… cuts=…,…` and
//! the text. What a case leaves out has a default, so that an option that comes
//! later leaves the cases of today as they are.

use std::sync::Arc;

use hashiya::model::Span;
use hashiya::text::{
    Align, BaseDirection, Caret, Direction, Face, Fill, LineOptions, Logical, ParagraphLayout,
    PositionedGlyph, ShapedParagraph, TextEngine, TextStyle,
};

use super::carets::{check_carets, check_hits, check_stops, check_walks, near};
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
