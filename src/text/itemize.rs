//! Which stretches of a text are shaped in one call: each has one bidi level,
//! one script and one face.
//!
//! Not here: shaping itself (`shape`), and what a face covers (`coverage`).
//!
//! **Invariant:** the stretches tile the text, and a grapheme is parted only
//! where its level or script changes or where it is endless.

use std::ops::Range;

use harfrust::{Script, UnicodeBuffer, script};
use parley_engine::{Analysis, AnalysisOptions, Analyzer, CharInfo};

use super::fonts::{FontId, FontSet};

/// A grapheme longer than this, in characters, is shaped in parts: the marks
/// of a letter are placed one upon the other, which takes as many steps as
/// there are marks below. Writing has a dozen at most.
const LONGEST_GRAPHEME: usize = 2048;

/// One character of a text.
#[derive(Copy, Clone, Debug)]
pub(super) struct Char {
    pub(super) c: char,
    /// Where it begins, in bytes.
    pub(super) byte: u32,
}

/// What is shaped in one call.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    /// Indices of its characters.
    pub(super) chars: Range<usize>,
    pub(super) level: u8,
    pub(super) script: Script,
    pub(super) font: FontId,
}

/// Finds the stretches of texts.
pub(super) struct Itemizer {
    /// A character of each script that is none: common, inherited, unknown.
    neutral: Vec<CharInfo>,
    /// The scripts met so far, by a character of each.
    scripts: Vec<(CharInfo, Script)>,
    buffer: UnicodeBuffer,
}

impl Default for Itemizer {
    fn default() -> Self {
        let mut analysis = Analysis::new();
        Analyzer::new().analyze(
            " \u{300}\u{378}",
            &AnalysisOptions::default(),
            &mut analysis,
        );
        Self {
            neutral: analysis.char_info().to_vec(),
            scripts: Vec::new(),
            buffer: UnicodeBuffer::new(),
        }
    }
}

impl Itemizer {
    /// The stretches of an analysed text. A character without a script has
    /// that of the one before it; those at the beginning have the first there
    /// is (UAX #24, 5.1).
    pub(super) fn itemize(
        &mut self,
        chars: &[Char],
        analysis: &Analysis,
        chain: &[FontId],
        out: &mut Vec<Stretch>,
    ) {
        out.clear();
        let infos = analysis.char_info();
        let levels = analysis.bidi_levels();
        let base = analysis.paragraph_level();
        let level_of = |at: usize| levels.get(at).copied().unwrap_or(base).to_u8();
        let first = infos.iter().position(|info| !self.is_neutral(*info));
        let mut of_script = first.and_then(|at| infos.get(at)).copied();
        let mut script = match first.and_then(|at| Some((*infos.get(at)?, chars.get(at)?.c))) {
            Some((info, c)) => self.script(info, c),
            None => script::LATIN,
        };
        let fonts = FontSet::bundled();
        let mut previous = chain.first().copied();
        let mut start = 0;
        while let (Some(info), Some(char)) = (infos.get(start).copied(), chars.get(start)) {
            if of_script.is_none_or(|other| other.script != info.script) && !self.is_neutral(info) {
                of_script = Some(info);
                script = self.script(info, char.c);
            }
            let level = level_of(start);
            let mut end = start + 1;
            while let Some(next) = infos.get(end)
                && !next.is_grapheme_start()
                && level_of(end) == level
                && end - start < LONGEST_GRAPHEME
                && (of_script.is_some_and(|other| other.script == next.script)
                    || self.is_neutral(*next))
            {
                end += 1;
            }
            let font = choose(fonts, chain, previous, chars, infos, start..end);
            previous = Some(font);
            match out.last_mut() {
                Some(last)
                    if last.level == level
                        && last.font == font
                        && last.script == script
                        && end - start < LONGEST_GRAPHEME =>
                {
                    last.chars.end = end;
                }
                _ => out.push(Stretch {
                    chars: start..end,
                    level,
                    script,
                    font,
                }),
            }
            start = end;
        }
    }

    fn is_neutral(&self, info: CharInfo) -> bool {
        self.neutral.iter().any(|none| none.script == info.script)
    }

    /// The script as the shaper calls it, of a character that has one.
    fn script(&mut self, info: CharInfo, c: char) -> Script {
        let known = |(other, _): &&(CharInfo, Script)| other.script == info.script;
        if let Some((_, script)) = self.scripts.iter().find(known) {
            return *script;
        }
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.add(c, 0);
        buffer.guess_segment_properties();
        let script = buffer.script();
        buffer.clear();
        self.buffer = buffer;
        self.scripts.push((info, script));
        script
    }
}

/// The face of one grapheme.
fn choose(
    fonts: &FontSet,
    chain: &[FontId],
    previous: Option<FontId>,
    chars: &[Char],
    infos: &[CharInfo],
    grapheme: Range<usize>,
) -> FontId {
    let chars = chars.get(grapheme.clone()).unwrap_or_default();
    let infos = infos.get(grapheme).unwrap_or_default();
    // The sign for the end of a verse counts as a control: it comes first.
    let sign = chars
        .first()
        .and_then(|char| FontSet::sign(chain, char.c, previous));
    if let Some(sign) = sign {
        return sign;
    }
    // Nearly always it is one letter, and the first face has it.
    if let ([char], [info], Some(&first)) = (chars, infos, chain.first())
        && info.contributes_to_shaping()
        && fonts.has(first, char.c)
    {
        return first;
    }
    // The selector that asks for an emoji's picture needs no glyph.
    let emoji = infos
        .first()
        .is_some_and(|info| info.is_emoji_or_pictograph());
    let shown = chars
        .iter()
        .zip(infos)
        .filter(|(char, info)| info.contributes_to_shaping() && !(emoji && char.c == '\u{FE0F}'))
        .map(|(char, _)| char.c);
    // Controls stay with the run before them: they shape their neighbours
    // (a joiner) or nothing.
    match (shown.clone().next(), previous) {
        (None, Some(previous)) => previous,
        _ => fonts.choose(chain, &shown),
    }
}
