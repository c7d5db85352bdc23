//! A text file as one column of paragraphs: what `layout` and `hit` measure.
//!
//! Invariant: paragraphs stand below one another without a gap, and every
//! position is in points from the column's upper left corner.

use std::path::PathBuf;

use anyhow::bail;

use crate::model::{OffsetTable, Span};
use crate::store;
use crate::text::{
    Affinity, Align, BaseDirection, Direction, Face, Fill, FontSet, LineOptions, ParagraphLayout,
    TextEngine, TextStyle, document_direction, paragraphs,
};

/// The text and how to set it.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct PageArguments {
    /// The text file
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// Width of the column in points; `inf` for one line a paragraph
    #[arg(long, value_name = "POINTS", allow_hyphen_values = true)]
    pub(super) width: f32,
    /// Points to the em
    #[arg(
        long,
        value_name = "POINTS",
        default_value_t = 18.0,
        allow_hyphen_values = true
    )]
    pub(super) size: f32,
    /// naskh, amiri, sans or mono, or the name of one of these faces
    #[arg(long, value_name = "NAME", default_value = "naskh")]
    pub(super) font: String,
    /// Take the bold faces
    #[arg(long)]
    pub(super) bold: bool,
    /// auto (the first strong letter of each paragraph decides, the majority of
    /// the text where there is none), rtl or ltr
    #[arg(long, value_name = "D", default_value = "auto", value_parser = ["auto", "rtl", "ltr"])]
    pub(super) direction: String,
    /// Distance of baselines in points; without it, what fully vowelled text
    /// needs
    #[arg(long, value_name = "POINTS", allow_hyphen_values = true)]
    pub(super) line_height: Option<f32>,
    /// Fill lines to both edges: none, spaces, or kashida (long joins between
    /// Arabic letters, and spaces)
    #[arg(long, value_name = "HOW", default_value = "none", value_parser = ["none", "spaces", "kashida"])]
    pub(super) justify: String,
    /// The encoding of the file, e.g. windows-1256; without it, it is guessed
    #[arg(long, value_name = "E")]
    pub(super) encoding: Option<String>,
}

/// A text ready to be laid out paragraph by paragraph.
pub(super) struct Page {
    pub(super) text: String,
    pub(super) offsets: OffsetTable,
    base: BaseDirection,
    style: TextStyle,
    width: f32,
    line_height: f32,
    align: Align,
}

/// One paragraph of a page.
pub(super) struct PageParagraph {
    /// Bytes of the text, the separator left out.
    pub(super) span: Span,
    /// Where it begins, points from the top of the page.
    pub(super) top: f32,
    pub(super) layout: ParagraphLayout,
}

impl Page {
    /// Reads the file and checks the options.
    pub(super) fn open(arguments: &PageArguments) -> anyhow::Result<Self> {
        let positive = |name: &str, value: f32| {
            if value > 0.0 {
                return Ok(value);
            }
            bail!("{name} must be a number of points above 0, and is {value}")
        };
        let width = positive("--width", arguments.width)?;
        let size = positive("--size", arguments.size)?;
        if size.is_infinite() {
            bail!("--size must be a finite number of points");
        }
        let style = TextStyle {
            face: face(&arguments.font)?,
            bold: arguments.bold,
            size,
        };
        let line_height = match arguments.line_height {
            Some(height) => positive("--line-height", height)?,
            None => FontSet::bundled().vertical_metrics(style).line_height(),
        };
        let read = store::read_document(&arguments.file, arguments.encoding.as_deref())?;
        let text = read.decoded.text;
        let base = match arguments.direction.as_str() {
            "rtl" => BaseDirection::Fixed(Direction::RightToLeft),
            "ltr" => BaseDirection::Fixed(Direction::LeftToRight),
            _ => BaseDirection::Auto {
                fallback: document_direction(&text),
            },
        };
        Ok(Self {
            offsets: OffsetTable::new(&text),
            text,
            base,
            style,
            width,
            line_height,
            align: match arguments.justify.as_str() {
                "spaces" => Align::Both(Fill::Spaces),
                "kashida" => Align::Both(Fill::Kashida),
                _ => Align::Start,
            },
        })
    }

    /// Lays the paragraphs out one after the other.
    pub(super) fn paragraphs(&self) -> impl Iterator<Item = PageParagraph> + '_ {
        let mut engine = TextEngine::new();
        let mut top = 0.0;
        paragraphs(&self.text).into_iter().map(move |span| {
            let text = span.of(&self.text).unwrap_or_default();
            let layout = engine
                .shape(text, self.base, self.style)
                .break_lines(LineOptions {
                    width: self.width,
                    line_height: self.line_height,
                    align: self.align,
                });
            let found = PageParagraph { span, top, layout };
            top += found.layout.height();
            found
        })
    }

    /// The code point a byte of a paragraph begins at, in the file.
    pub(super) fn code_point(&self, paragraph: Span, byte: usize) -> usize {
        self.offsets.code_point_of_byte(paragraph.start + byte)
    }
}

/// The face of a name.
fn face(name: &str) -> anyhow::Result<Face> {
    let known = [
        (Face::Naskh, ["naskh", "noto naskh arabic"]),
        (Face::Amiri, ["amiri", "amiri"]),
        (Face::Sans, ["sans", "noto sans"]),
        (Face::Mono, ["mono", "noto sans mono"]),
    ];
    let lower = name.to_lowercase();
    let found = known
        .into_iter()
        .find(|(_, names)| names.contains(&lower.as_str()));
    match found {
        Some((face, _)) => Ok(face),
        None => bail!("there is no face named \"{name}\"; give naskh, amiri, sans or mono"),
    }
}

/// A position as it is printed: a thousandth of a point is enough.
pub(super) fn points(value: f32) -> f64 {
    (f64::from(value) * 1000.0).round() / 1000.0
}

/// An affinity as it is printed.
pub(super) fn affinity_name(affinity: Affinity) -> &'static str {
    match affinity {
        Affinity::Upstream => "upstream",
        Affinity::Downstream => "downstream",
    }
}
