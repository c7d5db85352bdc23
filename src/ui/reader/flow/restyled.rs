//! The words at the top of the page stay there however it is set anew.

use super::*;

const TEXT: &str = include_str!("../../../../assets/sample/001_4ea3360cc071faf6.txt");

/// The byte at the start of the line at the upper edge.
fn top(flow: &mut Flow, engine: &mut TextEngine) -> (usize, usize) {
    let Anchor { paragraph, offset } = flow.anchor;
    let span = flow.unit_span(paragraph).unwrap();
    let layout = flow.layout(engine, paragraph).unwrap();
    let line = layout
        .lines()
        .iter()
        .rev()
        .find(|line| line.top <= offset + 0.01)
        .unwrap();
    (span.start + line.span.start, span.start + line.span.end)
}

#[test]
fn the_word_at_the_top_stays_through_every_choice() {
    let mut engine = TextEngine::new();
    let height = 500.0;
    for start in [0.2_f64, 0.4, 0.6] {
        let style = PageStyle::new(Face::Naskh, 19.0, 600.0);
        let mut flow = Flow::new(
            TEXT.into(),
            DocumentDirection::Auto,
            Direction::RightToLeft,
            style,
        );
        flow.scroll_to(flow.heights.total() * start);
        flow.place(&mut engine, height);
        let (word, _) = top(&mut flow, &mut engine);
        let mut style = style;
        for round in 0..24 {
            match round % 6 {
                0 => style.leading = [1.6, 1.9, 2.3][round % 3],
                1 => style.width = 300.0 + 40.0 * round as f32,
                2 => style.face = [Face::Amiri, Face::Naskh][round / 6 % 2],
                3 => style.align = Align::Both(text::Fill::Kashida),
                4 => style.size = 14.0 + round as f32,
                _ => style.paragraph_space = [0.0, 0.5][round / 6 % 2],
            }
            flow.restyle(&mut engine, style);
            flow.place(&mut engine, height);
            let (from, to) = top(&mut flow, &mut engine);
            assert!(
                from <= word && word <= to,
                "round {round}: {word} is not in {from}..{to}"
            );
        }
    }
}
