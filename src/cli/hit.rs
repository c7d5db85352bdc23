//! `hashiya hit`: the caret at a point of a text.
//!
//! Invariant: there is always one; a point beside the text has the caret of
//! the nearest line.

use anyhow::bail;
use serde_json::json;

use super::page::{Page, PageArguments, PageParagraph, affinity_name, points};
use super::{Output, Status};
use crate::text::Point;

/// Prints the caret nearest to a point as one JSON object.
///
/// offset is a code point of the file; affinity says which neighbour the caret
/// belongs to; x, y0 and y1 are where it is drawn.
#[derive(Debug, clap::Args)]
pub struct HitArguments {
    #[command(flatten)]
    page: PageArguments,
    /// A point in points from the column's upper left corner, y downwards
    #[arg(long, required = true, value_name = "X,Y", allow_hyphen_values = true)]
    at: Vec<String>,
}

pub(super) fn run(arguments: &HitArguments, output: &mut Output<'_>) -> anyhow::Result<Status> {
    let page = Page::open(&arguments.page)?;
    let wanted = arguments
        .at
        .iter()
        .map(|at| parse_point(at))
        .collect::<anyhow::Result<Vec<Point>>>()?;
    let paragraphs: Vec<PageParagraph> = page.paragraphs().collect();
    for point in wanted {
        let below = paragraphs
            .partition_point(|paragraph| paragraph.top + paragraph.layout.height() <= point.y);
        // There is always a paragraph, were it an empty one.
        let Some(paragraph) = paragraphs.get(below).or(paragraphs.last()) else {
            continue;
        };
        let layout = &paragraph.layout;
        let caret = layout.hit(Point {
            x: point.x,
            y: point.y - paragraph.top,
        });
        let rect = layout.caret_rect(caret);
        output.line(&json!({
            "offset": page.code_point(paragraph.span, caret.byte),
            "affinity": affinity_name(caret.affinity),
            "direction": if layout.caret_direction(caret).is_rtl() { "rtl" } else { "ltr" },
            "line": layout.line_of(caret),
            "x": points(rect.x0),
            "y0": points(paragraph.top + rect.y0),
            "y1": points(paragraph.top + rect.y1),
        }))?;
    }
    Ok(Status::Fine)
}

fn parse_point(at: &str) -> anyhow::Result<Point> {
    let numbers = at.split_once(',').and_then(|(x, y)| {
        let number = |part: &str| part.trim().parse().ok().filter(|n: &f32| n.is_finite());
        Some((number(x)?, number(y)?))
    });
    match numbers {
        Some((x, y)) => Ok(Point { x, y }),
        None => bail!("--at takes two numbers of points, as in 120,40.5, and was {at}"),
    }
}
