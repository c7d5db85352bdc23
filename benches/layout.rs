//! How fast is a page laid out, compared with shaping alone?
//!
//! `harfrust alone` shapes the very runs the engine found, with one cached
//! plan for each: the practical limit. `shape` is what the engine does once
//! for a paragraph (analysis, shaping, cells), `break lines` what it does
//! again at every change of the width, `cold page` both for the text as it is
//! opened. Throughput is in bytes of UTF-8.
#![allow(missing_docs, reason = "criterion's macros make public items")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on stops")]

use std::collections::HashMap;
use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use harfrust::{FontRef, ShapeOptions, ShapePlan, ShaperData, UnicodeBuffer};
use hashiya::text::{
    Align, BaseDirection, Direction, Face, FontId, FontSet, LineOptions, ShapedParagraph,
    TextEngine, TextStyle, paragraphs,
};

const DOCUMENTS: [&str; 5] = [
    include_str!("../assets/sample/000_78be79fe188fd794.txt"),
    include_str!("../assets/sample/001_4ea3360cc071faf6.txt"),
    include_str!("../assets/sample/002_98a9688859ba6c81.txt"),
    include_str!("../assets/sample/003_d43fd22800138fb2.txt"),
    include_str!("../assets/sample/004_9b3e99bb665d1696.txt"),
];

const BASE: BaseDirection = BaseDirection::Auto {
    fallback: Direction::RightToLeft,
};

fn lines_of(width: f32) -> LineOptions {
    LineOptions {
        width,
        line_height: 34.0,
        align: Align::Start,
    }
}

fn corpus() -> Vec<&'static str> {
    DOCUMENTS
        .into_iter()
        .flat_map(|text| paragraphs(text).into_iter().map(move |span| (text, span)))
        .filter_map(|(text, span)| span.of(text))
        .filter(|paragraph| !paragraph.is_empty())
        .collect()
}

/// A stretch that is shaped in one call.
struct Run {
    text: &'static str,
    before: &'static str,
    after: &'static str,
    font: FontId,
    rtl: bool,
}

fn runs(paragraphs: &[&'static str], shaped: &[Arc<ShapedParagraph>]) -> Vec<Run> {
    let mut runs = Vec::new();
    for (paragraph, shaped) in paragraphs.iter().zip(shaped) {
        let layout = shaped.break_lines(lines_of(f32::INFINITY));
        for run in &layout.lines()[0].runs {
            runs.push(Run {
                text: run.span.of(paragraph).unwrap(),
                before: paragraph.get(..run.span.start).unwrap(),
                after: paragraph.get(run.span.end..).unwrap(),
                font: run.font,
                rtl: run.level % 2 == 1,
            });
        }
    }
    runs
}

fn harfrust_alone(
    group: &mut criterion::BenchmarkGroup<'_, criterion::measurement::WallTime>,
    runs: &[Run],
) {
    let set = FontSet::bundled();
    let fonts: Vec<(FontRef<'_>, ShaperData)> = (0..set.len())
        .map(|index| {
            let font = FontRef::new(set.data(FontId(index as u8))).unwrap();
            let data = ShaperData::new(&font);
            (font, data)
        })
        .collect();
    let shapers: Vec<_> = fonts
        .iter()
        .map(|(font, data)| data.shaper(font).build())
        .collect();
    let mut plans: HashMap<(FontId, bool), ShapePlan> = HashMap::new();
    let fill = |mut buffer: UnicodeBuffer, run: &Run| {
        buffer.push_str(run.text);
        buffer.set_pre_context(run.before);
        buffer.set_post_context(run.after);
        let (direction, script) = if run.rtl {
            (harfrust::Direction::RightToLeft, harfrust::script::ARABIC)
        } else {
            (harfrust::Direction::LeftToRight, harfrust::script::LATIN)
        };
        buffer.set_direction(direction);
        buffer.set_script(script);
        buffer
    };
    for run in runs {
        let buffer = fill(UnicodeBuffer::new(), run);
        plans.entry((run.font, run.rtl)).or_insert_with(|| {
            ShapePlan::new(
                &shapers[usize::from(run.font.0)],
                buffer.direction(),
                Some(buffer.script()),
                None,
                &[],
            )
        });
    }
    group.bench_function("harfrust alone", |bencher| {
        let mut buffer = Some(UnicodeBuffer::new());
        bencher.iter(|| {
            for run in runs {
                let filled = fill(buffer.take().unwrap_or_default(), run);
                let plan = &plans[&(run.font, run.rtl)];
                let glyphs = shapers[usize::from(run.font.0)]
                    .shape(filled, ShapeOptions::new().plan(Some(plan)));
                black_box(glyphs.glyph_positions());
                buffer = Some(glyphs.clear());
            }
        });
    });
}

fn layout(criterion: &mut Criterion) {
    let paragraphs = corpus();
    let bytes: usize = paragraphs.iter().map(|paragraph| paragraph.len()).sum();
    for (name, face) in [("naskh", Face::Naskh), ("amiri", Face::Amiri)] {
        let style = TextStyle {
            face,
            bold: false,
            size: 18.0,
        };
        let mut engine = TextEngine::new();
        let shaped: Vec<Arc<ShapedParagraph>> = paragraphs
            .iter()
            .map(|paragraph| engine.shape(paragraph, BASE, style))
            .collect();
        let runs = runs(&paragraphs, &shaped);

        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(bytes as u64));
        group.sample_size(30);
        harfrust_alone(&mut group, &runs);
        group.bench_function("shape", |bencher| {
            bencher.iter(|| {
                for paragraph in &paragraphs {
                    black_box(engine.shape(paragraph, BASE, style));
                }
            });
        });
        group.bench_function("break lines", |bencher| {
            // Every width is a little different, as when a window is resized.
            let mut width = 300.0;
            bencher.iter(|| {
                width = if width > 700.0 { 300.0 } else { width + 7.3 };
                for paragraph in &shaped {
                    black_box(paragraph.break_lines(lines_of(width)));
                }
            });
        });
        group.bench_function("cold page", |bencher| {
            let mut engine = TextEngine::new();
            bencher.iter(|| {
                for paragraph in &paragraphs {
                    let shaped = engine.shape(paragraph, BASE, style);
                    black_box(shaped.break_lines(lines_of(600.0)));
                }
            });
        });
        group.finish();
    }
}

criterion_group!(benches, layout);
criterion_main!(benches);
