//! `hashiya layout`: where every glyph of a text stands, one JSON object a
//! paragraph.
//!
//! Invariant: offsets are code points of the file, ends exclusive; positions
//! are points from the upper left corner of the column, y downwards.

use anyhow::bail;
use serde_json::{Value, json};

use super::page::{Page, PageArguments, PageParagraph, affinity_name, points};
use super::{Output, Status};
use crate::model::Span;
use crate::text::{FontSet, Line, ParagraphLayout};

/// Prints the layout of a text as JSON Lines, one object a paragraph.
///
/// glyphs are [id, x, y, advance, cluster] from left to right, y the baseline
/// of the glyph; stops are, for each line, [x, offset, affinity] from left to
/// right; rects are [x0, y0, x1, y1]. Offsets are code points of the file, ends
/// exclusive; positions are points from the column's upper left corner, y
/// downwards.
#[derive(Debug, clap::Args)]
pub struct LayoutArguments {
    #[command(flatten)]
    page: PageArguments,
    /// Also print the rectangles of these code points, end exclusive, in every
    /// paragraph they touch
    #[arg(long = "range", value_name = "S..E")]
    ranges: Vec<String>,
}

pub(super) fn run(arguments: &LayoutArguments, output: &mut Output<'_>) -> anyhow::Result<Status> {
    let page = Page::open(&arguments.page)?;
    let ranges = arguments
        .ranges
        .iter()
        .map(|range| parse_range(range, &page))
        .collect::<anyhow::Result<Vec<Span>>>()?;
    for paragraph in page.paragraphs() {
        output.line(&describe(&page, &paragraph, &ranges))?;
    }
    Ok(Status::Fine)
}

/// A range in code points as bytes of the text.
fn parse_range(range: &str, page: &Page) -> anyhow::Result<Span> {
    let numbers = range
        .split_once("..")
        .and_then(|(start, end)| Some((start.parse().ok()?, end.parse().ok()?)));
    let Some((start, end)) = numbers.filter(|(start, end): &(usize, usize)| start <= end) else {
        bail!("--range takes two code points, as in 4..9, and was {range}");
    };
    let (from, to) = (
        page.offsets.byte_of_code_point(start),
        page.offsets.byte_of_code_point(end),
    );
    let (Some(start), Some(end)) = (from, to) else {
        bail!(
            "the range {range} ends after the text, which has {} code points",
            page.offsets.code_point_of_byte(page.text.len())
        );
    };
    Ok(Span { start, end })
}

fn describe(page: &Page, paragraph: &PageParagraph, ranges: &[Span]) -> Value {
    let PageParagraph { span, layout, .. } = paragraph;
    let offset = |byte: usize| page.code_point(*span, byte);
    let lines: Vec<Value> = layout
        .lines()
        .iter()
        .map(|line| describe_line(page, paragraph, line))
        .collect();
    let stops: Vec<Value> = (0..layout.lines().len())
        .map(|line| {
            layout
                .stops(line)
                .into_iter()
                .map(|stop| {
                    json!([
                        points(stop.x),
                        offset(stop.caret.byte),
                        affinity_name(stop.caret.affinity)
                    ])
                })
                .collect()
        })
        .collect();
    let rtl = layout.shaped().direction().is_rtl();
    let mut object = json!({
        "start": offset(0),
        "end": offset(span.len()),
        "direction": if rtl { "rtl" } else { "ltr" },
        "lines": lines,
        "stops": stops,
    });
    if !ranges.is_empty()
        && let Some(object) = object.as_object_mut()
    {
        let ranges = ranges
            .iter()
            .filter(|range| range.start <= span.end && range.end >= span.start)
            .map(|range| describe_range(page, paragraph, *range))
            .collect();
        object.insert("ranges".to_owned(), Value::Array(ranges));
    }
    object
}

fn describe_line(page: &Page, paragraph: &PageParagraph, line: &Line) -> Value {
    let PageParagraph { span, top, layout } = paragraph;
    let offset = |byte: usize| page.code_point(*span, byte);
    let runs: Vec<Value> = line
        .runs
        .iter()
        .enumerate()
        .map(|(index, run)| {
            json!({
                "start": offset(run.span.start),
                "end": offset(run.span.end),
                "level": run.level,
                "font": FontSet::bundled().name(run.font),
                "glyphs": glyphs(page, *span, *top, layout, line, index),
            })
        })
        .collect();
    json!({
        "start": offset(line.span.start),
        "end": offset(line.span.end),
        "baseline": points(top + line.baseline),
        "runs": runs,
    })
}

fn glyphs(
    page: &Page,
    span: Span,
    top: f32,
    layout: &ParagraphLayout,
    line: &Line,
    run: usize,
) -> Vec<Value> {
    layout
        .run_glyphs(line, run)
        .map(|glyph| {
            json!([
                glyph.glyph,
                points(glyph.x),
                points(top + glyph.y),
                points(glyph.advance),
                page.code_point(span, glyph.cluster),
            ])
        })
        .collect()
}

/// The part of a range that lies in a paragraph.
fn describe_range(page: &Page, paragraph: &PageParagraph, range: Span) -> Value {
    let PageParagraph { span, top, layout } = paragraph;
    let start = range.start.max(span.start) - span.start;
    let end = range.end.min(span.end).max(span.start + start) - span.start;
    let rects: Vec<Value> = layout
        .rects(Span { start, end })
        .into_iter()
        .map(|found| {
            let rect = found.rect;
            json!([
                points(rect.x0),
                points(top + rect.y0),
                points(rect.x1),
                points(top + rect.y1),
            ])
        })
        .collect();
    json!({
        "start": page.code_point(*span, start),
        "end": page.code_point(*span, end),
        "rects": rects,
    })
}
