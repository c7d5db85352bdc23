//! Glyphs, advances and offsets of the five documents, run by run, against
//! the program of the `HarfBuzz` project.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use hashiya::text::{
    Align, BaseDirection, Face, FontSet, LineOptions, PositionedGlyph, TextEngine, TextStyle,
    document_direction, paragraphs,
};

use super::outside::{has_program, repository};
use crate::samples;

/// The files of the faces the samples use.
fn file_of(name: &str) -> &'static str {
    match name {
        "Noto Naskh Arabic" => "fonts/NotoNaskhArabic-Regular.ttf",
        "Amiri" => "fonts/Amiri-Regular.ttf",
        "Noto Sans" => "fonts/NotoSans-Regular.ttf",
        other => panic!("the samples were not expected to use {other}"),
    }
}

/// The script of each character: its own, or that of the letter before it, or
/// of the first letter after it.
fn scripts(text: &str) -> Vec<&'static str> {
    let own: Vec<Option<&str>> = text
        .chars()
        .map(|c| match c {
            'a'..='z' | 'A'..='Z' => Some("Latn"),
            // Comma, semicolon, question mark, tatweel and the marks are
            // common to several scripts.
            '\u{60C}' | '\u{61B}' | '\u{61F}' | '\u{640}' | '\u{64B}'..='\u{655}' => None,
            '\u{620}'..='\u{6FF}' => Some("Arab"),
            _ => None,
        })
        .collect();
    let mut current = own.iter().flatten().next().copied().unwrap_or("Latn");
    own.into_iter()
        .map(|script| {
            current = script.unwrap_or(current);
            current
        })
        .collect()
}

fn code_points(text: &str) -> String {
    let mut list = String::new();
    for c in text.chars() {
        let comma = if list.is_empty() { "" } else { "," };
        write!(list, "{comma}U+{:04X}", u32::from(c)).unwrap();
    }
    list
}

/// One run as both engines describe it: glyph, advance, x and y offset, from
/// left to right, in font units.
type Shape = Vec<[i32; 4]>;

/// What `hb-shape` prints: `[id=cluster@x,y+advance|…]`.
fn parse(line: &str) -> Shape {
    let inner = line.trim().trim_start_matches('[').trim_end_matches(']');
    inner
        .split('|')
        .filter(|glyph| !glyph.is_empty())
        .map(|glyph| {
            let (id, rest) = glyph.split_once('=').unwrap();
            let (place, advance) = rest.split_once('+').unwrap();
            let (x, y) = match place.split_once('@') {
                Some((_, offset)) => offset.split_once(',').unwrap(),
                None => ("0", "0"),
            };
            [id, advance, x, y].map(|number| number.parse().unwrap())
        })
        .collect()
}

/// Runs the whole batch through one process.
fn harfbuzz(batch: &str) -> Vec<Shape> {
    let mut child = Command::new("hb-shape")
        .arg("--batch")
        .current_dir(repository(""))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let output = std::thread::scope(|scope| {
        scope.spawn(move || input.write_all(batch.as_bytes()).unwrap());
        child.wait_with_output().unwrap()
    });
    assert!(output.status.success());
    String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(parse)
        .collect()
}

fn compare(face: Face) -> (usize, usize) {
    let fonts = FontSet::bundled();
    let mut engine = TextEngine::new();
    let mut batch = String::new();
    let mut ours: Vec<(String, Shape)> = Vec::new();
    for (name, text) in samples::documents() {
        let fallback = document_direction(text);
        for span in paragraphs(text) {
            let paragraph = span.of(text).unwrap();
            // At a thousand points to the em, points are font units.
            let style = TextStyle {
                face,
                bold: false,
                size: 1000.0,
            };
            let shaped = engine.shape(paragraph, BaseDirection::Auto { fallback }, style);
            let layout = shaped.break_lines(LineOptions {
                width: f32::INFINITY,
                line_height: 2000.0,
                align: Align::Start,
            });
            let line = &layout.lines()[0];
            let scripts = scripts(paragraph);
            for (index, run) in line.runs.iter().enumerate() {
                let mut pen = run.x0;
                let glyphs: Vec<(f32, PositionedGlyph)> = layout
                    .run_glyphs(line, index)
                    .map(|glyph| {
                        let at = pen;
                        pen += glyph.advance;
                        (at, glyph)
                    })
                    .collect();
                assert!((pen - run.x1).abs() < 0.5);
                for part in by_script(paragraph, &scripts, run.span.start, run.span.end) {
                    let (start, end, script) = part;
                    let shape: Shape = glyphs
                        .iter()
                        .filter(|(_, glyph)| (start..end).contains(&glyph.cluster))
                        .map(|(at, glyph)| {
                            let units = [glyph.advance, glyph.x - at, line.baseline - glyph.y];
                            let [advance, x, y] = units.map(|unit| unit.round() as i32);
                            [i32::from(glyph.glyph), advance, x, y]
                        })
                        .collect();
                    let direction = if run.level % 2 == 1 { "rtl" } else { "ltr" };
                    let mut line = format!(
                        "{};--no-glyph-names;--cluster-level=1;--direction={direction};--script={script}",
                        file_of(fonts.name(run.font))
                    );
                    for (option, context) in [
                        ("--unicodes-before", &paragraph[..start]),
                        ("--unicodes-after", &paragraph[end..]),
                    ] {
                        if !context.is_empty() {
                            write!(line, ";{option}={}", code_points(context)).unwrap();
                        }
                    }
                    writeln!(
                        batch,
                        "{line};--unicodes={}",
                        code_points(&paragraph[start..end])
                    )
                    .unwrap();
                    ours.push((format!("{name}: {:?}", &paragraph[start..end]), shape));
                }
            }
        }
    }
    let theirs = harfbuzz(&batch);
    assert_eq!(ours.len(), theirs.len());
    let mut glyphs = 0;
    for ((what, ours), theirs) in ours.iter().zip(&theirs) {
        assert_eq!(ours, theirs, "{what}");
        glyphs += theirs.len();
    }
    (theirs.len(), glyphs)
}

/// The stretches of one script within a run.
fn by_script(
    text: &str,
    scripts: &[&'static str],
    start: usize,
    end: usize,
) -> Vec<(usize, usize, &'static str)> {
    let mut parts: Vec<(usize, usize, &'static str)> = Vec::new();
    for ((at, c), &script) in text.char_indices().zip(scripts) {
        if at < start || at >= end {
            continue;
        }
        match parts.last_mut() {
            Some((_, end, last)) if *last == script => *end = at + c.len_utf8(),
            _ => parts.push((at, at + c.len_utf8(), script)),
        }
    }
    parts
}

#[test]
fn every_run_equals_harfbuzz_in_both_faces() {
    if !has_program("hb-shape", "libharfbuzz-bin") {
        return;
    }
    for face in [Face::Naskh, Face::Amiri] {
        let (runs, glyphs) = compare(face);
        println!("{face:?}: {runs} runs, {glyphs} glyphs equal");
        assert!(glyphs > 12_000, "only {glyphs} glyphs were compared");
    }
}
