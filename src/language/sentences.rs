//! Sentences, as a triple click selects them.
//!
//! Here: where a sentence ends. Not here: clauses and paragraphs.
//!
//! A sentence ends at `.` `!` `?` `؟` `…` `۔` and at the end of its line. It
//! does not end at `،` `؛` `:` or a dash; in a number, an address or an
//! abbreviation; before a comma; in a quotation or brackets that hold no
//! other end; or after a short quotation, which is a name or a title more
//! often than speech. Quotation marks and brackets that close after the end
//! belong to the sentence, also after a space.
//!
//! **Invariant:** sentences lie within one line, in order and apart; they
//! begin and end with something that is seen.

use super::letters::{
    is_arabic_letter, is_digit, is_invisible, is_mark, is_presentation_form, is_space, simplify,
};
use super::lines::{line_at, lines, trimmed};
use super::quotes::quotations_of_line;
use crate::model::Span;

/// Fewest words of a quotation that is taken for speech.
const SPEECH_WORDS: usize = 5;

/// A quotation longer than this (bytes) is speech; nobody counts its words.
const SPEECH_BYTES: usize = 240;

/// Words after a quotation with which its sentence goes on, folded.
const GOES_ON: [&str; 19] = [
    "قال",
    "قالت",
    "قالوا",
    "يقول",
    "تقول",
    "سال",
    "سالت",
    "تساءل",
    "تساءلت",
    "يتساءل",
    "صاح",
    "صاحت",
    "صرخ",
    "هتف",
    "اجاب",
    "اجابت",
    "رد",
    "همس",
    "كتب",
];

/// Latin abbreviations that take a full stop, in lower case.
const ABBREVIATIONS: [&str; 34] = [
    "mr", "mrs", "ms", "dr", "prof", "st", "no", "vol", "ed", "eds", "pp", "vs", "cf", "al", "fig",
    "inc", "ltd", "co", "corp", "jr", "sr", "gen", "col", "lt", "sgt", "gov", "sen", "rep", "jan",
    "feb", "aug", "sept", "oct", "dec",
];

/// The sentences of a text in order. Lines without a letter or digit have
/// none.
pub fn sentences(text: &str) -> impl Iterator<Item = Span> + '_ {
    lines(text)
        .flat_map(move |line| sentences_of_line(text, line))
        .filter(move |sentence| {
            sentence
                .of(text)
                .is_some_and(|words| words.chars().any(char::is_alphanumeric))
        })
}

/// The sentence at `byte`; between two sentences the first of them; in a line
/// without text an empty span there.
pub fn sentence_at(text: &str, byte: usize) -> Span {
    let at = text.floor_char_boundary(byte);
    let sentences = sentences_of_line(text, line_at(text, at));
    let after = sentences.partition_point(|sentence| sentence.start <= at);
    sentences
        .get(after.saturating_sub(1))
        .copied()
        .unwrap_or(Span::new(at, at))
}

/// The sentences of one line.
pub(crate) fn sentences_of_line(text: &str, line: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = line.start;
    for end in ends(text, line).into_iter().chain([line.end]) {
        let sentence = trimmed(text, Span::new(start, end));
        if !sentence.is_empty() {
            found.push(sentence);
        }
        start = end;
    }
    found
}

/// A quotation or a pair of brackets.
struct Enclosure {
    span: Span,
    /// Where the closing mark begins.
    close: usize,
    /// Whether an end just before the closing mark ends the sentence.
    is_speech: bool,
}

/// A place where the sentence could end, by the punctuation alone.
struct Candidate {
    /// Where the punctuation begins.
    start: usize,
    /// After the punctuation and the marks that close after it.
    end: usize,
    /// Nothing that closes after it forbids it.
    allowed: bool,
    /// A quotation closes after it.
    closes: bool,
}

/// Where the sentences of a line end (except its own end).
fn ends(text: &str, line: Span) -> Vec<usize> {
    let words = line.of(text).unwrap_or_default();
    if !words.contains(ends_sentence) {
        return Vec::new();
    }
    let enclosures = enclosures(text, line);
    let mut candidates = Vec::new();
    let mut at = line.start;
    while let Some(found) = text
        .get(at..line.end)
        .and_then(|rest| rest.find(ends_sentence))
    {
        let start = at + found;
        let run = run_end(text, start, line.end);
        if is_end(text, line, start, run) {
            let candidate = close_after(text, line, start, run, &enclosures);
            at = candidate.end;
            candidates.push(candidate);
        } else {
            at = run;
        }
    }
    // An enclosure with fewer than two ends in it hides the one that is not
    // at its own end.
    let mut hidden = vec![0_i32; candidates.len() + 1];
    for enclosure in &enclosures {
        let from = candidates.partition_point(|candidate| candidate.start <= enclosure.span.start);
        let to = candidates.partition_point(|candidate| candidate.start < enclosure.close);
        if to.saturating_sub(from) >= 2 {
            continue;
        }
        let inside = candidates.partition_point(|candidate| candidate.end < enclosure.span.end);
        if from < inside {
            if let Some(first) = hidden.get_mut(from) {
                *first += 1;
            }
            if let Some(after) = hidden.get_mut(inside) {
                *after -= 1;
            }
        }
    }
    let mut depth = 0;
    candidates
        .iter()
        .zip(hidden)
        .filter_map(|(candidate, change)| {
            depth += change;
            (candidate.allowed
                && depth == 0
                && goes_on_after(text, line, candidate.end)
                && !(candidate.closes && speaker_follows(text, line, candidate.end)))
            .then_some(candidate.end)
        })
        .collect()
}

fn ends_sentence(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '؟' | '…' | '۔' | '‼' | '⁇' | '⁈' | '⁉' | '。'
    )
}

/// The end of the run of such marks that begins at `start`.
fn run_end(text: &str, start: usize, limit: usize) -> usize {
    let rest = text.get(start..limit).unwrap_or_default();
    limit
        - rest
            .trim_start_matches(|c| ends_sentence(c) || is_invisible(c))
            .len()
}

/// Whether the marks in `start..end` end a sentence, quotations aside.
fn is_end(text: &str, line: Span, start: usize, end: usize) -> bool {
    let run = text.get(start..end).unwrap_or_default();
    let before = text.get(line.start..start).unwrap_or_default();
    let after = text.get(end..line.end).unwrap_or_default();
    let next = after.chars().find(|c| !is_invisible(*c));
    let is_dots = run
        .chars()
        .all(|c| matches!(c, '.' | '…') || is_invisible(c));
    let is_stop = run.trim_matches(is_invisible) == ".";
    let glued = next.is_some_and(char::is_alphanumeric);
    if !is_dots {
        return true;
    }
    if !is_stop {
        // An ellipsis before a word stands for a pause.
        return !glued;
    }
    let token = last_token(before);
    if glued {
        // `سوريا.وقال` lacks a space; 3.5, example.com, أ.ف.ب do not.
        return next.is_some_and(is_arabic_letter)
            && token
                .chars()
                .all(|c| is_arabic_letter(c) || is_mark(c) || c == super::letters::TATWEEL)
            && letter_count(token) > 1;
    }
    if next.is_some_and(|c| matches!(c, '-' | '/' | '@' | '_')) {
        return false;
    }
    !is_abbreviation(before, token, after)
}

/// The letters and digits that `before` ends with.
fn last_token(before: &str) -> &str {
    let keep = |c: char| {
        c.is_alphanumeric() || is_mark(c) || is_invisible(c) || c == super::letters::TATWEEL
    };
    let length = before.trim_end_matches(keep).len();
    before.get(length..).unwrap_or_default()
}

fn letter_count(token: &str) -> usize {
    token.chars().filter(|c| c.is_alphanumeric()).count()
}

/// Whether the full stop after `token` belongs to it: د. أحمد, ص. 5, J. Smith,
/// Dr. No, and the number of a list.
fn is_abbreviation(before: &str, token: &str, after: &str) -> bool {
    let ahead = before.strip_suffix(token).unwrap_or_default();
    if token.is_empty() {
        return false;
    }
    if token.chars().all(|c| is_digit(c) || is_invisible(c)) {
        return ahead.chars().all(|c| is_space(c) || is_invisible(c));
    }
    let next = after.trim_start().chars().next();
    if token.is_ascii() {
        let continues = next.is_some_and(char::is_lowercase);
        let initial = token.len() == 1 && token.chars().all(|c| c.is_ascii_uppercase());
        return continues
            || initial
            || ABBREVIATIONS.contains(&token.to_ascii_lowercase().as_str());
    }
    // A year's م, هـ or ق.م ends a sentence as a word does.
    let after_number = without_initials(ahead)
        .trim_end()
        .chars()
        .next_back()
        .is_some_and(is_digit);
    let initial = match letter_count(token) {
        // ﷺ is a sentence in one sign.
        1 => token
            .chars()
            .any(|c| is_arabic_letter(c) && !is_presentation_form(c)),
        // With the conjunction: وأ. د. سالم
        2 => token.starts_with('و') && token.chars().nth(1).is_some_and(is_arabic_letter),
        _ => false,
    };
    initial && !after_number
}

/// `before` without letters with full stops at its end (ق. of ق.م).
fn without_initials(before: &str) -> &str {
    let mut rest = before;
    while let Some(letters) = rest.strip_suffix('.') {
        let token = last_token(letters);
        if letter_count(token) != 1 {
            break;
        }
        rest = letters.strip_suffix(token).unwrap_or_default();
    }
    rest
}

/// The candidate of a run of marks, with what closes after it: `.”`, `؟)`,
/// `…”.`, `. »`.
fn close_after(
    text: &str,
    line: Span,
    start: usize,
    run: usize,
    enclosures: &[Enclosure],
) -> Candidate {
    let mut end = run;
    let mut allowed = true;
    let mut closes = false;
    loop {
        let rest = text.get(end..line.end).unwrap_or_default();
        let seen = rest.trim_start_matches(|c| is_space(c) || is_invisible(c));
        let at = line.end - seen.len();
        if let Ok(index) = enclosures.binary_search_by_key(&at, |enclosure| enclosure.close)
            && let Some(closed) = enclosures.get(index)
        {
            allowed &= closed.is_speech || closed.span.start < line.start;
            end = closed.span.end;
            closes = true;
        } else if seen.len() == rest.len() && seen.starts_with(['”', '»', '’', ')', ']', '}'])
        {
            end += seen.chars().next().map_or(0, char::len_utf8);
        } else if seen.len() == rest.len() && end > run && seen.starts_with(ends_sentence) {
            // A full stop outside the marks settles it.
            closes = false;
            end = run_end(text, end, line.end);
            allowed = true;
        } else {
            return Candidate {
                start,
                end,
                allowed,
                closes,
            };
        }
    }
}

/// Whether what follows can begin a sentence: a comma cannot.
fn goes_on_after(text: &str, line: Span, end: usize) -> bool {
    let rest = text.get(end..line.end).unwrap_or_default();
    let next = rest.chars().find(|c| !is_space(*c) && !is_invisible(*c));
    !next.is_some_and(|next| matches!(next, '،' | ',' | '؛' | ';' | ':' | ')' | ']'))
}

/// Whether the speaker of a quotation that just closed follows it: `«…؟» سأل
/// الرجل`.
fn speaker_follows(text: &str, line: Span, end: usize) -> bool {
    let rest = text.get(end..line.end).unwrap_or_default();
    let word: String = rest
        .trim_start_matches(|c| is_space(c) || is_invisible(c))
        .chars()
        .take_while(|c| is_arabic_letter(*c) || is_mark(*c))
        .filter(|c| !is_mark(*c))
        .map(simplify)
        .collect();
    GOES_ON.contains(&word.as_str())
}

/// The quotations and brackets of a line, by where they close.
fn enclosures(text: &str, line: Span) -> Vec<Enclosure> {
    let enclosure = |span: Span, inner: Span| Enclosure {
        span,
        close: inner.end,
        is_speech: inner.len() > SPEECH_BYTES
            || inner
                .of(text)
                .is_some_and(|words| words.split_whitespace().nth(SPEECH_WORDS - 1).is_some()),
    };
    let mut found: Vec<Enclosure> = quotations_of_line(text, line)
        .pairs
        .iter()
        .map(|pair| enclosure(pair.span, pair.inner))
        .collect();
    let mut open: Vec<(char, usize)> = Vec::new();
    for (offset, c) in line.of(text).unwrap_or_default().char_indices() {
        let at = line.start + offset;
        match c {
            '(' => open.push((')', at)),
            '[' => open.push((']', at)),
            '{' => open.push(('}', at)),
            ')' | ']' | '}' => {
                if open.last().is_some_and(|(close, _)| *close == c)
                    && let Some((_, start)) = open.pop()
                {
                    found.push(enclosure(
                        Span::new(start, at + 1),
                        Span::new(start + 1, at),
                    ));
                }
            }
            _ => {}
        }
    }
    found.sort_unstable_by_key(|enclosure| enclosure.close);
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests read known texts")]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text)
            .filter_map(|sentence| sentence.of(text))
            .collect()
    }

    #[test]
    fn ends_of_every_kind() {
        assert_eq!(
            split("قال نعم. ثم ذهب! هل عاد؟ ربما… نعم"),
            ["قال نعم.", "ثم ذهب!", "هل عاد؟", "ربما…", "نعم"]
        );
        assert_eq!(
            split("اتهمت تركيا الأكراد بتحرير الإرهابيين عمداً\u{A0}. ثم"),
            ["اتهمت تركيا الأكراد بتحرير الإرهابيين عمداً\u{A0}.", "ثم"]
        );
        assert_eq!(
            split("خذ الإرهابيين!  تركيا تريد"),
            ["خذ الإرهابيين!", "تركيا تريد"]
        );
        assert_eq!(
            split("في سوريا.وقال المسؤول"),
            ["في سوريا.", "وقال المسؤول"]
        );
        assert_eq!(split("ماذا؟! لا..."), ["ماذا؟!", "لا..."]);
    }

    #[test]
    fn a_line_end_is_an_end_and_a_blank_line_nothing() {
        assert_eq!(
            split("عنوان\nنص أول\r\n\r\n \u{A0}\nنص ثان"),
            ["عنوان", "نص أول", "نص ثان"]
        );
        assert_eq!(split("-----\n52"), ["52"]);
    }

    #[test]
    fn clause_marks_are_no_ends() {
        for text in [
            "الروس ؛ فهناك أعداد، كبيرة: منهم – نعم",
            "السورية – العراقية",
        ] {
            assert_eq!(split(text), [text]);
        }
        assert_eq!(split("قال: نعم…، ثم ذهب"), ["قال: نعم…، ثم ذهب"]);
    }

    #[test]
    fn numbers_abbreviations_and_addresses_are_whole() {
        for text in [
            "بلغ 3.5 في المئة",
            "د. أحمد وأ. د. سالم",
            "وكالة أ.ف.ب للأنباء",
            "انظر ص. 12 منه",
            "1. البند الأول",
            "على vdcnsy@gmail.com اليوم",
            "Dr. Smith and J. Brown e.g. here",
            "قال…ثم صمت",
        ] {
            assert_eq!(split(text), [text]);
        }
        assert_eq!(
            split("عام 1441 هـ. ثم عام 2019 م. وبعده"),
            ["عام 1441 هـ.", "ثم عام 2019 م.", "وبعده"]
        );
        assert_eq!(split("زر example.com. ثم عد"), ["زر example.com.", "ثم عد"]);
        assert_eq!(split("بلغ 35. ثم زاد"), ["بلغ 35.", "ثم زاد"]);
    }

    #[test]
    fn marks_that_close_belong_to_the_sentence() {
        assert_eq!(
            split("قال: “أوضح الرئيس ذلك لنا علانية …” وأضاف شيئًا"),
            ["قال: “أوضح الرئيس ذلك لنا علانية …”", "وأضاف شيئًا"]
        );
        assert_eq!(
            split("“نعم نحن هنا منذ أمس. ” ثم"),
            ["“نعم نحن هنا منذ أمس. ”", "ثم"]
        );
        assert_eq!(split("إلى تكساس”. ثم"), ["إلى تكساس”.", "ثم"]);
        assert_eq!(split("قال إن \"قسد\". أضاف"), ["قال إن \"قسد\".", "أضاف"]);
        assert_eq!(
            split("(وهذا كله في شهر واحد.) ثم"),
            ["(وهذا كله في شهر واحد.)", "ثم"]
        );
    }

    #[test]
    fn one_end_in_a_quotation_does_not_cut_it() {
        for text in [
            "قال “جئنا. ولم نجد أحدًا هناك” ثم ذهب",
            "كتاب «لماذا نحن هنا؟» الصادر أمس",
            "قال (كذا!) ثم ذهب",
            "قال “هل عدت إلى البيت في أمان؟”، ثم ذهب",
        ] {
            assert_eq!(split(text), [text]);
        }
        assert_eq!(
            split("قال “جئنا أمس. ثم ذهبنا. ولم نعد” وسكت"),
            ["قال “جئنا أمس.", "ثم ذهبنا.", "ولم نعد” وسكت"]
        );
    }

    #[test]
    fn eras_ligatures_and_speakers_after_their_words() {
        assert_eq!(
            split("وذلك سنة 300 ق.م. وفيها بنيت."),
            ["وذلك سنة 300 ق.م.", "وفيها بنيت."]
        );
        assert_eq!(split("عن النبي ﷺ. انتهى"), ["عن النبي ﷺ.", "انتهى"]);
        for text in [
            "«هل ستعود إلى بيتك غدا يا أخي؟» سأل الرجل.",
            "\"سنعود إلى بيوتنا قريبا جدا.\" قال الوزير.",
        ] {
            assert_eq!(split(text), [text]);
        }
        assert_eq!(
            split("قال: «سنعود إلى بيوتنا قريبا جدا.» وأضاف كلاما."),
            ["قال: «سنعود إلى بيوتنا قريبا جدا.»", "وأضاف كلاما."]
        );
    }

    #[test]
    fn a_click_finds_the_sentence() {
        let text = "أول. ثان.\n\nثالث";
        let at = |byte| sentence_at(text, byte).of(text).unwrap();
        assert_eq!(at(0), "أول.");
        assert_eq!(at(7), "أول.", "the space after it");
        assert_eq!(at(8), "ثان.");
        assert_eq!(at(15), "ثان.", "the end of the line");
        assert_eq!(sentence_at(text, 16), Span::new(16, 16));
        assert_eq!(at(999), "ثالث");
        assert_eq!(sentence_at("", 0), Span::new(0, 0));
    }
}
