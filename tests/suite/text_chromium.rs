//! Every grapheme of the five documents against Chromium's layout, at three
//! widths in both faces.

use std::collections::BTreeMap;
use std::process::Command;

use hashiya::model::Span;
use hashiya::text::{
    Align, BaseDirection, Direction, Face, LineOptions, ParagraphLayout, TextEngine, TextStyle,
    document_direction, paragraphs,
};

use super::outside::{has_program, repository};
use crate::samples;

const SIZE: f32 = 18.0;
/// Tall enough for the middle of every face's box to stay on its own line.
const LINE_HEIGHT: f32 = 60.0;
const WIDTHS: [f32; 3] = [150.0, 330.0, 700.0];
/// As far as an edge may be from Chromium's, in px.
const NEAR: f64 = 0.75;

const FACES: [(Face, &str, &[&str]); 2] = [
    (
        Face::Naskh,
        "naskh",
        &[
            "NotoNaskhArabic-Regular",
            "NotoSans-Regular",
            "NotoSansArabic-Regular",
            "NotoSansHebrew-Regular",
            "NotoSansMono-Regular",
            "Amiri-Regular",
        ],
    ),
    (
        Face::Amiri,
        "amiri",
        &[
            "Amiri-Regular",
            "NotoNaskhArabic-Regular",
            "NotoSans-Regular",
            "NotoSansArabic-Regular",
            "NotoSansHebrew-Regular",
            "NotoSansMono-Regular",
        ],
    ),
];

/// A grapheme as Chromium laid it out.
#[derive(Clone, Copy, Debug)]
struct Measured {
    byte: usize,
    line: i64,
    left: f64,
    right: f64,
}

struct Paragraph {
    text: &'static str,
    base: BaseDirection,
    rtl: bool,
}

/// What the documents have little of.
const OTHERS: [&str; 16] = [
    "بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ، وَٱلَّذِينَ يُؤْمِنُونَ بِمَآ أُنزِلَ إِلَيْكَ وَمَآ أُنزِلَ مِن قَبْلِكَ",
    "أُوْلَئِكَ بليغٍ مسلمةٌ آًُ بً بًُ بَُ",
    "Mixed: English العربية עברית 123 and back again to English, twice: العربية.",
    "כותרת בעברית עם English ומספרים 12-34 ועוד (סוגריים) [מרובעים] \"מירכאות\".",
    "۱۲۳۴ و ٤٥٦ و 789 و 1,234.56 و ۱۰٪ و 50% و -5 و +3 و 12/05/2020 و 10:45 و €5",
    "می\u{200c}خواهم که این\u{200c}ها را به\u{200c}درستی ببینم؛ کتاب\u{200c}های گوناگون و پژوهش\u{200c}های تازه",
    "یہ اردو کی ایک سطر ہے جس میں ٹ ڈ ڑ ں ے ھ اور گ بھی ہیں",
    "انظر https://example.org/a/b?c=d&e=f#g أو اكتب إلى someone@example.org قبل 2020-01-31",
    "قال: (وقال [له {كل شيء} هنا] ثم) سكت. (Then (he) [left])!",
    "مسافات   كثيرة    بين      الكلمات\u{A0}\u{A0}وهنا بلا كسر",
    "\u{202B}العربية داخل تضمين\u{202C} ثم \u{2067}عزل\u{2069} ثم \u{2066}isolated text\u{2069} و\u{200F}!",
    "نص \u{202D}مقلوب forced\u{202C} وبعده \u{202E}overridden\u{202C} نهاية",
    "fi ffi fl office AV To WA á e\u{301} ñ ẞ Ω Ж — “quoted” ‘single’ … № 5 ½ ²",
    "كلمةطويلةجدالايمكنأنتتسعلهاالسطرفيكسرهافيوسطهابلافراغأوعلامة",
    "تـطـويـل كـــلـــمـــة والــسـلام علــيــكم ﷺ ﷲ ﻻ",
    "1. أولا 2) ثانيا (3) ثالثا * رابعا - خامسا: أ/ب، ج\\د؛ ه_و؟",
];

fn all_paragraphs() -> Vec<Paragraph> {
    let mut all = Vec::new();
    for text in OTHERS {
        let base = BaseDirection::Auto {
            fallback: Direction::RightToLeft,
        };
        all.push(Paragraph {
            text,
            base,
            rtl: base.resolve(text).is_rtl(),
        });
    }
    for (_, text) in samples::documents() {
        let fallback = document_direction(text);
        for span in paragraphs(text) {
            let text = span.of(text).unwrap();
            let base = BaseDirection::Auto { fallback };
            if !text.is_empty() {
                all.push(Paragraph {
                    text,
                    base,
                    rtl: base.resolve(text).is_rtl(),
                });
            }
        }
    }
    all
}

/// Chromium's answer: one list for each face, width and paragraph.
fn chromium(paragraphs: &[Paragraph]) -> Vec<Vec<Measured>> {
    let url = |file: &str| {
        let path = repository(&format!("fonts/{file}.ttf"));
        format!("file://{}", path.display())
    };
    let job = serde_json::json!({
        "size": SIZE,
        "lineHeight": LINE_HEIGHT,
        "widths": WIDTHS,
        "faces": FACES.iter().map(|(_, name, files)| serde_json::json!({
            "name": name,
            "files": files.iter().map(|file| url(file)).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "paragraphs": paragraphs.iter().map(|paragraph| serde_json::json!({
            "text": paragraph.text,
            "rtl": paragraph.rtl,
        })).collect::<Vec<_>>(),
    });
    let script = include_str!("../outside/graphemes.js");
    // A closing tag inside the data would end the script.
    let job = job.to_string().replace("</", "<\\/");
    let page = format!(
        "<!doctype html><meta charset=utf-8><body><script>{script}\nmeasure({job});</script>"
    );
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.html");
    std::fs::write(&file, page).unwrap();
    let output = Command::new("chromium")
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--allow-file-access-from-files",
            "--virtual-time-budget=120000",
            "--dump-dom",
        ])
        .arg(format!(
            "--user-data-dir={}",
            folder.path().join("profile").display()
        ))
        .arg(format!("file://{}", file.display()))
        .output()
        .unwrap();
    let dom = String::from_utf8(output.stdout).unwrap();
    let (_, rest) = dom
        .split_once("<pre id=\"result\">")
        .unwrap_or_else(|| panic!("no result: {}", String::from_utf8_lossy(&output.stderr)));
    let (json, _) = rest.split_once("</pre>").unwrap();
    let lists: Vec<Vec<(usize, i64, f64, f64)>> = serde_json::from_str(json).unwrap();
    lists
        .iter()
        .zip((0..).map(|index| &paragraphs[index % paragraphs.len()]))
        .map(|(list, paragraph)| {
            let bytes = utf16_to_byte(paragraph.text);
            list.iter()
                .map(|&(unit, line, left, right)| Measured {
                    byte: bytes[&unit],
                    line,
                    left,
                    right,
                })
                .collect()
        })
        .collect()
}

fn utf16_to_byte(text: &str) -> BTreeMap<usize, usize> {
    let mut unit = 0;
    let mut map = BTreeMap::new();
    for (byte, c) in text.char_indices() {
        map.insert(unit, byte);
        unit += c.len_utf16();
    }
    map
}

/// Where each line begins.
fn line_starts(graphemes: &[Measured]) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut last = None;
    for grapheme in graphemes {
        if last != Some(grapheme.line) {
            starts.push(grapheme.byte);
            last = Some(grapheme.line);
        }
    }
    starts
}

/// Why Chromium ends a line elsewhere.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Reason {
    /// Chromium breaks between a space and punctuation that UAX #14 keeps
    /// with what is before it (LB13, LB15): `word SP ،`.
    SpaceBeforePunctuation,
    /// Chromium breaks after a hyphen within a number (UAX #14 LB25 does not).
    HyphenInNumber,
    /// Chromium does not break after the slashes of an address (UAX #14 LB13
    /// only forbids it before them).
    SlashInAddress,
    /// An address that a line can hold stays whole here.
    WholeAddress,
    /// A quotation mark with a space on both sides stays here with the words
    /// it quotes; the algorithm cannot tell which those are.
    LoneQuotation,
    /// Chromium parts lam and alef where a word is longer than the line.
    LamAlef,
    /// A word longer than the line: Chromium shapes its parts anew, so its
    /// letters have other widths at the break.
    LongWord,
}

/// Classifies the first differing end of lines that begin alike.
fn reason(text: &str, start: usize, ours: usize, theirs: usize) -> Option<Reason> {
    let around = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at..].chars().next();
        Some((before?, after?))
    };
    let closing = |c: char| "،؛؟:.,!?;/)]}”»…".contains(c);
    if let Some((' ', after)) = around(theirs)
        && closing(after)
    {
        return Some(Reason::SpaceBeforePunctuation);
    }
    let before = text[start..theirs].trim_end();
    if before.ends_with(['\u{201C}', '\u{201D}', '"']) && text[start..theirs].ends_with(' ') {
        return Some(Reason::LoneQuotation);
    }
    let word = before.rsplit(' ').next().unwrap_or_default();
    if ours < theirs && word.contains("://") {
        return Some(Reason::WholeAddress);
    }
    match (around(ours), around(theirs)) {
        (_, Some(('-', after))) if after.is_ascii_digit() => Some(Reason::HyphenInNumber),
        (Some(('/', after)), _) if after.is_ascii_alphabetic() => Some(Reason::SlashInAddress),
        (_, Some(('ل', 'ا' | 'أ' | 'إ' | 'آ'))) => Some(Reason::LamAlef),
        _ if !text[start..ours.max(theirs)].contains(' ') => Some(Reason::LongWord),
        _ => None,
    }
}

/// The rectangle of one grapheme in our layout; letters that share their
/// width are taken together by the caller.
fn ours_of(layout: &ParagraphLayout, start: usize, end: usize) -> (f64, f64) {
    let rects = layout.rects(Span { start, end });
    let left = rects
        .iter()
        .map(|rect| rect.rect.x0)
        .fold(f32::INFINITY, f32::min);
    let right = rects
        .iter()
        .map(|rect| rect.rect.x1)
        .fold(f32::NEG_INFINITY, f32::max);
    (f64::from(left), f64::from(right))
}

#[test]
fn graphemes_stand_where_chromium_puts_them() {
    if !has_program("chromium", "chromium") {
        return;
    }
    let paragraphs = all_paragraphs();
    let measured = chromium(&paragraphs);
    let mut engine = TextEngine::new();
    let mut compared = 0_usize;
    let mut joined = 0_usize;
    let mut layouts = 0_usize;
    let mut differing = 0_usize;
    let mut reasons: BTreeMap<Reason, usize> = BTreeMap::new();
    let mut wrong: Vec<String> = Vec::new();
    let mut worst = 0.0_f64;
    let mut lists = measured.iter();
    for (face, name, _) in FACES {
        for width in WIDTHS {
            for paragraph in &paragraphs {
                let theirs = lists.next().unwrap();
                let style = TextStyle {
                    face,
                    bold: false,
                    size: SIZE,
                };
                let layout = engine
                    .shape(paragraph.text, paragraph.base, style)
                    .break_lines(LineOptions {
                        width,
                        line_height: LINE_HEIGHT,
                        align: Align::Start,
                    });
                layouts += 1;
                let text = paragraph.text;
                let mut their_starts = line_starts(theirs);
                let mut our_starts: Vec<usize> =
                    layout.lines().iter().map(|line| line.span.start).collect();
                their_starts.push(text.len());
                our_starts.push(text.len());
                differing += usize::from(their_starts != our_starts);
                for (line, pair) in our_starts.windows(2).enumerate() {
                    let [start, end] = *pair else { unreachable!() };
                    // Lines that begin elsewhere follow from one that ended
                    // elsewhere, which is judged where it happens.
                    let Some(at) = their_starts.iter().position(|&other| other == start) else {
                        continue;
                    };
                    let their_end = their_starts[at + 1];
                    if their_end != end {
                        match reason(text, start, end, their_end) {
                            Some(reason) => *reasons.entry(reason).or_default() += 1,
                            None => wrong.push(format!(
                                "{name} {width}: the line {:?} ends at {:?} in Chromium",
                                &text[start..end],
                                &text[start..their_end]
                            )),
                        }
                        continue;
                    }
                    let hanging = text[start..end].trim_end_matches(' ').len() + start;
                    let graphemes: Vec<&Measured> = theirs
                        .iter()
                        .filter(|measured| (start..end).contains(&measured.byte))
                        .collect();
                    let mut index = 0;
                    while index < graphemes.len() {
                        let first = graphemes[index];
                        let (mut left, mut right) = (first.left, first.right);
                        index += 1;
                        // A letter Chromium gives no width shares that of the
                        // letter before it here.
                        while let Some(next) = graphemes.get(index)
                            && shares_width(&layout, next, text)
                        {
                            left = left.min(next.left);
                            right = right.max(next.right);
                            joined += 1;
                            index += 1;
                        }
                        if first.byte >= hanging {
                            // White space that hangs at a wrapped line's end.
                            break;
                        }
                        let stop = graphemes.get(index).map_or(end, |next| next.byte);
                        let ours = ours_of(&layout, first.byte, stop);
                        if right - left < 0.02 && ours.1 - ours.0 < 0.02 {
                            // A control: it is seen nowhere.
                            continue;
                        }
                        let apart = (ours.0 - left).abs().max((ours.1 - right).abs());
                        worst = worst.max(apart);
                        compared += 1;
                        if apart > NEAR {
                            wrong.push(format!(
                                "{name} {width} line {line}: {:?} in {:?} is at {ours:?}, in Chromium at ({left}, {right})",
                                &text[first.byte..stop],
                                &text[start..end]
                            ));
                        }
                    }
                }
            }
        }
    }
    println!(
        "{compared} rectangles in {layouts} layouts, the worst {worst:.3} px off; {joined} letters \
         share a width; {differing} layouts differ in a line start: {reasons:?}"
    );
    assert!(
        wrong.is_empty(),
        "{} differences, the first:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(20)].join("\n")
    );
    assert!(compared > 50_000, "only {compared} rectangles");
}

/// Whether our layout gives a letter without width half of the one before.
fn shares_width(layout: &ParagraphLayout, grapheme: &Measured, text: &str) -> bool {
    let letter = text[grapheme.byte..].chars().next();
    let thin = grapheme.right - grapheme.left < f64::from(SIZE) * 0.02;
    thin && letter.is_some_and(char::is_alphabetic) && !layout.lines().is_empty()
}
