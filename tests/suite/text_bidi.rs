//! The two conformance files of UAX #9, through shaping and the line layer:
//! levels after L1 and visual order after L2, as a reader would see them.

use hashiya::text::{
    Align, BaseDirection, Direction, Face, LineOptions, ParagraphLayout, TextEngine, TextStyle,
};

use super::outside::unicode_file;

/// A case: text, base direction, expected paragraph level, levels (`None`
/// for characters that rule X9 removes) and visual order.
struct Case<'a> {
    text: &'a str,
    base: BaseDirection,
    paragraph: Option<u8>,
    levels: &'a [Option<u8>],
    order: &'a [usize],
}

const AUTO: BaseDirection = BaseDirection::Auto {
    fallback: Direction::LeftToRight,
};
const LTR: BaseDirection = BaseDirection::Fixed(Direction::LeftToRight);
const RTL: BaseDirection = BaseDirection::Fixed(Direction::RightToLeft);

/// Level of each character and the characters from left to right, as laid
/// out on one line.
fn laid_out(layout: &ParagraphLayout) -> (Vec<u8>, Vec<usize>) {
    let text = layout.shaped().text();
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let mut levels = vec![0; starts.len()];
    let mut order = Vec::new();
    for run in &layout.lines()[0].runs {
        let mut chars: Vec<usize> = (0..starts.len())
            .filter(|&index| run.span.contains(starts[index]))
            .collect();
        for &index in &chars {
            levels[index] = run.level;
        }
        if run.level % 2 == 1 {
            chars.reverse();
        }
        order.extend(chars);
    }
    (levels, order)
}

/// What went wrong, if anything did.
fn check(engine: &mut TextEngine, case: &Case<'_>) -> Option<String> {
    let style = TextStyle {
        face: Face::Naskh,
        bold: false,
        size: 10.0,
    };
    let shaped = engine.shape(case.text, case.base, style);
    if let Some(paragraph) = case.paragraph
        && (paragraph == 1) != shaped.direction().is_rtl()
    {
        return Some(format!("{:?}: paragraph level", case.text));
    }
    let layout = shaped.break_lines(LineOptions {
        width: f32::INFINITY,
        line_height: 10.0,
        align: Align::Start,
    });
    let (levels, order) = laid_out(&layout);
    let order: Vec<usize> = order
        .into_iter()
        .filter(|&index| case.levels[index].is_some())
        .collect();
    let same = levels
        .iter()
        .zip(case.levels)
        .all(|(level, expected)| expected.is_none_or(|expected| expected == *level));
    (!same || order != case.order).then(|| {
        format!(
            "{:?} {:?}: levels {levels:?}, not {:?}; order {order:?}, not {:?}",
            case.text, case.base, case.levels, case.order
        )
    })
}

fn numbers(field: &str) -> Vec<Option<u8>> {
    field
        .split_whitespace()
        .map(|word| word.parse().ok())
        .collect()
}

fn indices(field: &str) -> Vec<usize> {
    field
        .split_whitespace()
        .map(|word| word.parse().unwrap())
        .collect()
}

/// Runs the cases of both halves of a file at once.
fn in_two_threads(lines: &[&str], run: impl Fn(&[&str]) -> (usize, Vec<String>) + Sync) -> usize {
    let (first, second) = lines.split_at(lines.len() / 2);
    let (a, b) = std::thread::scope(|scope| {
        let other = scope.spawn(|| run(second));
        (run(first), other.join().unwrap())
    });
    let failures: Vec<String> = a.1.into_iter().chain(b.1).collect();
    assert!(
        failures.is_empty(),
        "{} of {} cases fail, the first: {}",
        failures.len(),
        a.0 + b.0,
        failures[0]
    );
    a.0 + b.0
}

#[test]
fn bidi_character_test_passes_whole() {
    let Some(file) = unicode_file("BidiCharacterTest.txt") else {
        return;
    };
    let lines: Vec<&str> = file
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    let count = in_two_threads(&lines, |lines| {
        let mut engine = TextEngine::new();
        let mut failures = Vec::new();
        for line in lines {
            let fields: Vec<&str> = line.split(';').collect();
            let text: String = fields[0]
                .split_whitespace()
                .map(|hex| char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap())
                .collect();
            let base = match fields[1] {
                "0" => LTR,
                "1" => RTL,
                _ => AUTO,
            };
            failures.extend(check(
                &mut engine,
                &Case {
                    text: &text,
                    base,
                    paragraph: fields[2].parse().ok(),
                    levels: &numbers(fields[3]),
                    order: &indices(fields[4]),
                },
            ));
        }
        (lines.len(), failures)
    });
    println!("BidiCharacterTest: {count} of {count}");
    assert!(count > 91_000, "only {count} cases");
}

/// A character of each bidi class.
fn sample(class: &str) -> char {
    match class {
        "L" => 'a',
        "R" => '\u{5D0}',
        "AL" => '\u{627}',
        "EN" => '1',
        "ES" => '+',
        "ET" => '%',
        "AN" => '\u{661}',
        "CS" => ',',
        "B" => '\u{2029}',
        "S" => '\t',
        "WS" => ' ',
        "ON" => '!',
        "NSM" => '\u{300}',
        "BN" => '\u{AD}',
        "LRE" => '\u{202A}',
        "RLE" => '\u{202B}',
        "PDF" => '\u{202C}',
        "LRO" => '\u{202D}',
        "RLO" => '\u{202E}',
        "LRI" => '\u{2066}',
        "RLI" => '\u{2067}',
        "FSI" => '\u{2068}',
        "PDI" => '\u{2069}',
        other => panic!("unknown class {other}"),
    }
}

#[test]
fn bidi_test_passes_whole() {
    let Some(file) = unicode_file("BidiTest.txt") else {
        return;
    };
    // Every data line with the expectation that stands above it.
    let mut expectations: Vec<(Vec<Option<u8>>, Vec<usize>)> = Vec::new();
    let mut data: Vec<String> = Vec::new();
    let (mut levels, mut order) = (Vec::new(), Vec::new());
    let mut fresh = true;
    for line in file.lines() {
        if let Some(rest) = line.strip_prefix("@Levels:") {
            levels = numbers(rest);
            fresh = true;
        } else if let Some(rest) = line.strip_prefix("@Reorder:") {
            order = indices(rest);
            fresh = true;
        } else if !line.is_empty() && !line.starts_with(['#', '@']) {
            if fresh {
                expectations.push((levels.clone(), order.clone()));
                fresh = false;
            }
            data.push(format!("{};{line}", expectations.len() - 1));
        }
    }
    let lines: Vec<&str> = data.iter().map(String::as_str).collect();
    let count = in_two_threads(&lines, |lines| {
        let mut engine = TextEngine::new();
        let mut failures = Vec::new();
        let mut count = 0;
        for line in lines {
            let fields: Vec<&str> = line.split(';').collect();
            let (levels, order) = &expectations[fields[0].parse::<usize>().unwrap()];
            let text: String = fields[1].split_whitespace().map(sample).collect();
            let bits = u8::from_str_radix(fields[2].trim(), 16).unwrap();
            for (bit, base) in [(1, AUTO), (2, LTR), (4, RTL)] {
                if bits & bit == 0 {
                    continue;
                }
                count += 1;
                failures.extend(check(
                    &mut engine,
                    &Case {
                        text: &text,
                        base,
                        paragraph: None,
                        levels,
                        order,
                    },
                ));
            }
        }
        (count, failures)
    });
    println!("BidiTest: {count} of {count}");
    assert_eq!(count, 770_241);
}
