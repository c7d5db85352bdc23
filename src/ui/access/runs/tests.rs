//! Any text in any column: the runs are the text, and carets come back.

use proptest::prelude::*;

use super::*;
use crate::text::{
    Align, BaseDirection, Direction, Face, LineOptions, TextEngine, TextStyle, paragraphs,
};

/// The runs of a text in a column of that width, and their map.
fn told(text: &str, width: f32, cuts: &[usize]) -> (Vec<Node>, TextMap) {
    let mut engine = TextEngine::new();
    let style = TextStyle {
        face: Face::Naskh,
        bold: false,
        size: 18.0,
    };
    let spans = paragraphs(text);
    let (mut nodes, mut map) = (Vec::new(), TextMap::default());
    for (index, span) in spans.iter().enumerate() {
        let fallback = Direction::RightToLeft;
        let words = span.of(text).unwrap();
        let layout = engine
            .shape(words, BaseDirection::Auto { fallback }, style)
            .break_lines(LineOptions {
                width,
                line_height: 34.0,
                align: Align::Start,
            });
        let next = spans.get(index + 1).map_or(text.len(), |next| next.start);
        let part = Part {
            layout: &layout,
            start: span.start,
            corner: pos2(10.0, 20.0),
            lines: 0..layout.lines().len(),
            separator: &text[span.end..next],
            cuts,
        };
        for (run, node) in runs_of(Id::unique("test"), &part) {
            map.push(run);
            nodes.push(node);
        }
    }
    (nodes, map)
}

fn check(text: &str, width: f32, cuts: &[usize]) {
    let (nodes, map) = told(text, width, cuts);
    let whole: String = nodes.iter().map(|node| node.value().unwrap()).collect();
    assert_eq!(whole, text);
    let ids: std::collections::HashSet<Id> = map.runs.iter().map(|run| run.id).collect();
    assert_eq!(ids.len(), map.runs.len(), "each run has its own id");
    for (node, run) in nodes.iter().zip(&map.runs) {
        let lengths = node.character_lengths();
        let sum: usize = lengths.iter().map(|length| usize::from(*length)).sum();
        assert_eq!(sum, node.value().unwrap().len());
        assert_eq!(run.end() - run.start(), sum);
        assert!(lengths.len() <= MOST);
        assert_eq!(node.character_positions().unwrap().len(), lengths.len());
        assert_eq!(node.character_widths().unwrap().len(), lengths.len());
        assert!(
            node.character_widths()
                .unwrap()
                .iter()
                .all(|width| *width >= 0.0)
        );
    }
    for (byte, _) in text.grapheme_indices(true).chain([(text.len(), "")]) {
        for affinity in [Affinity::Upstream, Affinity::Downstream] {
            let position = map.position(Caret { byte, affinity }).unwrap();
            let back = map.caret(position).unwrap();
            assert_eq!(back.byte, byte, "{text:?} at {byte} {affinity:?}");
            assert_eq!(map.position(back), Some(position));
        }
    }
}

#[test]
fn carets_come_back_at_borders_of_lines_runs_and_paragraphs() {
    for text in [
        "",
        "\n",
        "قال NATO 2019 لا.\n\nabc قسد\r\nنهاية",
        "كلمة كلمة كلمة كلمة كلمة كلمة كلمة",
        "a\u{2028}ب\u{0B}\u{2029}ج",
    ] {
        for width in [40.0, 120.0, f32::INFINITY] {
            check(text, width, &[]);
            check(text, width, &[2, 4, 6]);
        }
    }
}

#[test]
fn a_selection_is_cut_to_what_is_told() {
    let (_, map) = told("قال أحمد", f32::INFINITY, &[]);
    let all = map.selection(Caret::before(0), Caret::before(400)).unwrap();
    assert_eq!(map.caret(all.focus).unwrap().byte, 15);
    assert_eq!(map.selection(Caret::before(20), Caret::before(30)), None);
    assert_eq!(map.selection(Caret::before(20), Caret::before(20)), None);
}

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "ق",
        "لا",
        "ال",
        "\u{064E}",
        "\u{0651}",
        "ـ",
        "a",
        "W",
        " ",
        "  ",
        "1",
        "٣",
        ",",
        "،",
        "(",
        "»",
        "\n",
        "\r\n",
        "\r",
        "\u{2029}",
        "\u{2028}",
        "\t",
        "\u{200F}",
        "\u{202E}",
        "\u{2067}",
        "\u{2069}",
        "🙂",
        "👩\u{200D}👧",
        "é",
        "א",
        "\u{A0}",
        "\u{0}",
    ]);
    prop::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn runs_are_the_text_and_carets_come_back(
        text in any_text(),
        width in 20.0_f32..400.0,
        mut cuts in prop::collection::vec(0_usize..200, 0..12),
    ) {
        cuts.sort_unstable();
        check(&text, width, &cuts);
    }
}
