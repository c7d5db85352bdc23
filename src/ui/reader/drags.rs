//! Random drags over the samples, as points on the page: what is stored is
//! what the letters between the points say.
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test that cannot go on should stop loudly"
)]

use crate::command::{Args, FixedSurroundings, Selection, Workbench};
use crate::model::{Analyst, Document, DocumentDirection, Edit, History, Id, Project, Span};
use crate::store::Settings;
use crate::text::{Caret, Direction, Face, LineRect, Point, TextEngine, next_grapheme};

use super::flow::{Anchor, Flow, PageStyle};

const SAMPLES: [&str; 5] = [
    include_str!("../../../assets/sample/000_78be79fe188fd794.txt"),
    include_str!("../../../assets/sample/001_4ea3360cc071faf6.txt"),
    include_str!("../../../assets/sample/002_98a9688859ba6c81.txt"),
    include_str!("../../../assets/sample/003_d43fd22800138fb2.txt"),
    include_str!("../../../assets/sample/004_9b3e99bb665d1696.txt"),
];

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    /// Between 0 and 1.
    fn part(&mut self) -> f32 {
        self.roll(1000) as f32 / 1000.0
    }
}

fn bench(text: &str) -> Workbench {
    let analyst = Id::new("a");
    let mut project = Project::new("drags", Analyst::new(analyst.clone(), "A"));
    let at = crate::model::Timestamp::UNIX_EPOCH;
    let document = Document::new(Id::new("d"), "d", text, at);
    let edits = vec![Edit::create(document)];
    let opened = crate::model::Transaction::new(Id::new("t"), at, analyst, "file.open", edits);
    project.apply(&opened).unwrap();
    Workbench::new(
        project,
        History::new(),
        Settings::default(),
        None,
        Box::new(FixedSurroundings::new()),
    )
}

/// Where the letter that begins at `byte` stands in the window, unless it
/// takes no room.
fn letter(
    flow: &mut Flow,
    engine: &mut TextEngine,
    text: &str,
    byte: usize,
) -> Option<(LineRect, f32)> {
    let (index, _) = flow.local(Caret::before(byte));
    let paragraph = flow.unit_span(index)?;
    let end = next_grapheme(text, byte);
    if end > paragraph.end {
        return None;
    }
    let layout = flow.layout(engine, index)?;
    let rects = layout.rects(Span::new(byte - paragraph.start, end - paragraph.start));
    match rects.as_slice() {
        [rect] if rect.rect.x1 - rect.rect.x0 >= 1.5 => Some((*rect, flow.top_of(index))),
        _ => None,
    }
}

/// A point on a letter, nearer to its end or its beginning in reading order.
fn point_on(dice: &mut Dice, (piece, top): &(LineRect, f32), near_end: bool) -> Point {
    let rect = piece.rect;
    let from_left = piece.rtl == near_end;
    let inwards = 0.02 + 0.46 * dice.part();
    let part = if from_left { inwards } else { 1.0 - inwards };
    Point {
        x: rect.x0 + part * (rect.x1 - rect.x0),
        y: top + rect.y0 + (0.05 + 0.9 * dice.part()) * (rect.y1 - rect.y0),
    }
}

#[test]
fn r07_ten_thousand_random_drags_store_exactly_the_dragged_quote() {
    let mut dice = Dice(0x5eed);
    let mut engine = TextEngine::new();
    let mut drags = 0;
    let mut stored = 0;
    for text in SAMPLES {
        let letters: Vec<usize> =
            std::iter::successors(Some(0), |byte| Some(next_grapheme(text, *byte)))
                .take_while(|byte| *byte < text.len())
                .collect();
        for (face, size, width) in [
            (Face::Naskh, 19.0, 600.0),
            (Face::Amiri, 23.75, 420.0),
            (Face::Naskh, 15.2, 180.0),
            (Face::Amiri, 47.5, 240.0),
        ] {
            let mut wb = bench(text);
            let reader = wb.active_reader().unwrap().id;
            let style = PageStyle::new(face, size, width);
            let shown: std::sync::Arc<str> = text.into();
            let mut flow = Flow::new(
                shown,
                DocumentDirection::Auto,
                Direction::RightToLeft,
                style,
            );
            let mut done = 0;
            while done < 500 {
                if done % 20 == 0 {
                    flow.anchor = Anchor {
                        paragraph: dice.roll(flow.unit_count()),
                        offset: dice.part() * 200.0,
                    };
                    flow.place(&mut engine, 800.0);
                }
                let first = dice.roll(letters.len());
                let reach = [3, 30, 300][dice.roll(3)];
                let last = (first + dice.roll(reach)).min(letters.len() - 1);
                let (start, end) = (letters[first], next_grapheme(text, letters[last]));
                // Laid out first: heights are estimates until then.
                letter(&mut flow, &mut engine, text, letters[last]);
                let (Some(from), Some(to)) = (
                    letter(&mut flow, &mut engine, text, start),
                    letter(&mut flow, &mut engine, text, letters[last]),
                ) else {
                    continue;
                };
                let mut points = [
                    point_on(&mut dice, &from, false),
                    point_on(&mut dice, &to, true),
                ];
                if dice.roll(2) == 1 {
                    points.reverse();
                }
                let anchor = flow.hit(&mut engine, points[0]);
                let head = flow.hit(&mut engine, points[1]);
                let quote = &text[start..end];
                let selection = Selection { anchor, head };
                assert_eq!(selection.span(), Span::new(start, end), "«{quote}»");
                wb.select(reader, selection);
                assert_eq!(wb.selected_text(), Some(quote));
                let tags = ["person", "place", "claim", "date"];
                let tag = Args::Id(Id::new(tags[dice.roll(tags.len())]));
                if wb.run("annotation.tag", &tag) {
                    let mark = wb.selected_mark().unwrap();
                    assert_eq!(mark.spans, [Span::new(start, end)]);
                    assert_eq!(mark.quote(text), quote);
                    stored += 1;
                }
                done += 1;
            }
            drags += done;
        }
    }
    assert_eq!(drags, 10_000);
    // Only the very same words with the very same tag are refused.
    assert!(stored > 9_000, "{stored}");
}
