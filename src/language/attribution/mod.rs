//! Who says what: quotations and reported speech with speaker and cue.
//!
//! Here: which quotation is speech and which is a word held at a distance or a
//! heading, which clause reports speech without marks, which word says so, and
//! whose words they are. Not here: how marks pair (quotes), and which stretches
//! are names: the caller brings those, found or marked by hand.
//!
//! Arabic news puts the verb first (قال فلان), the subject first (فلان قال), or
//! neither (وأضاف: the speaker of before goes on); relays others (نقل فلان عن
//! فلان قوله); or names the source after the words (بحسب فلان). Each is one rule
//! here. The lists are in `cues`, the rules for the subject in `speaker`.
//!
//! **Invariant:** what is said lies within one line, and so does its cue; both
//! are outside each other. Attributions are sorted by where the words begin.

mod cues;
mod line;
mod speaker;

use cues::{
    Agreement, Class, Cue, announces_title, cue, forbids_that, is_preposition, is_said_noun,
    is_that,
};
use line::{Line, Quote, SCARE_WORDS};

use super::letters::is_double_quote;
use super::lines::{lines, trimmed};
use crate::model::Span;

/// What kind of name a stretch of text is, as far as it can speak.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Voice {
    /// A human being.
    Person,
    /// An organisation or group.
    Body,
    /// An office or rank, which speaks for its bearer.
    Title,
    /// A place, which speaks for its government, and only next to its verb.
    Place,
}

/// A name in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Named {
    /// Bytes, end exclusive, without clitics before it.
    pub span: Span,
    /// What it names.
    pub voice: Voice,
}

/// What is said, or not.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    /// Words in quotation marks that somebody said.
    Direct,
    /// A clause that reports what somebody said.
    Indirect,
    /// A few words in quotation marks that nobody is said to have said: a
    /// name, or a word held at a distance.
    Scare,
    /// A line that is nothing but a short quotation.
    Heading,
}

/// Words with those who said them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Attribution {
    /// What is said, without quotation marks (bytes, end exclusive).
    pub quote: Span,
    /// The word that says so, without its conjunction.
    pub cue: Option<Span>,
    /// Whose words they are.
    pub speaker: Option<Span>,
    /// Whether the speaker stands with an earlier cue, or is the subject of
    /// the sentence.
    pub inherited: bool,
    /// What it is.
    pub kind: Kind,
}

/// How many words a quotation may stand after its verb.
const REACH: usize = 20;

/// How many words a quotation may stand after a verb that need not be speech.
const MAY_SAY_REACH: usize = 12;

/// How many words أن may stand after its verb.
const THAT_REACH: usize = 30;

/// How many lines with text a verb without a subject looks back.
const INHERIT_LINES: usize = 3;

/// Most words of a line in quotation marks that is a heading.
const HEADING_WORDS: usize = 8;

/// Who spoke last.
#[derive(Clone, Copy)]
struct Last {
    speaker: Span,
    agreement: Agreement,
    /// Number of the line with text.
    line: usize,
}

/// A cue with its words.
struct Found {
    token: usize,
    span: Span,
    cue: Cue,
    /// Token where the reported clause begins.
    that: Option<usize>,
    /// Token after the cue and its subject.
    next: usize,
    /// Whether something is said.
    is_active: bool,
    speaker: Option<Span>,
    inherited: bool,
}

/// The attributions of a text. `names` may be nested and in any order. Linear
/// in the length of the text.
pub fn attributions(text: &str, names: &[Named]) -> Vec<Attribution> {
    let mut sorted: Vec<Named> = names
        .iter()
        .filter(|name| name.span.of(text).is_some())
        .copied()
        .collect();
    sorted.sort_by_key(|name| (name.span.start, std::cmp::Reverse(name.span.end)));
    let mut reader = Reader {
        last: None,
        line: 0,
        found: Vec::new(),
    };
    for span in lines(text) {
        reader.read(text, span, &sorted);
    }
    reader
        .found
        .sort_by_key(|said| (said.quote.start, std::cmp::Reverse(said.quote.end)));
    reader.found
}

struct Reader {
    last: Option<Last>,
    line: usize,
    found: Vec<Attribution>,
}

impl Reader {
    fn read(&mut self, text: &str, span: Span, names: &[Named]) {
        let mut line = Line::new(text, span, names);
        if line.tokens.is_empty() {
            return;
        }
        self.line += 1;
        let has_marks = span.of(text).is_some_and(|written| {
            written.contains(|c| is_double_quote(c) || matches!(c, '‹' | '›'))
        });
        let has_cues =
            has_marks || (0..line.tokens.len()).any(|token| cue(line.word(token)).is_some());
        if has_cues {
            line.read_structure();
            let cues = self.cues(&line);
            self.report(&line, &cues);
            self.quote(&line, &cues);
        } else {
            self.headline(&line);
        }
    }

    /// The cues of a line with their subjects, in order.
    fn cues(&mut self, line: &Line<'_>) -> Vec<Found> {
        let mut cues: Vec<Found> = Vec::new();
        for token in 0..line.tokens.len() {
            let Some((cue, cut)) = cue(line.word(token)) else {
                continue;
            };
            if let Some(found) = self.resolve(line, token, cue, cut, &cues) {
                if let Some(speaker) = found.speaker.filter(|_| found.is_active) {
                    let agreement = match (found.inherited, self.last) {
                        (true, Some(last)) if last.speaker == speaker => last.agreement,
                        _ => found.cue.agreement,
                    };
                    self.last = Some(Last {
                        speaker,
                        agreement,
                        line: self.line,
                    });
                }
                cues.push(found);
            }
        }
        cues
    }

    fn resolve(
        &self,
        line: &Line<'_>,
        token: usize,
        mut cue: Cue,
        cut: usize,
        before: &[Found],
    ) -> Option<Found> {
        let here = line.tokens.get(token)?;
        if here.in_speech {
            return None;
        }
        // A name that is spelt like a cue.
        if line
            .name(token)
            .is_some_and(|name| name.last > token || name.span.len() >= here.span.len() - cut)
        {
            return None;
        }
        let (from, to) = line.sentence_tokens(token);
        let previous = (token > from)
            .then(|| line.word(token - 1))
            .unwrap_or_default();
        let is_verb = matches!(cue.class, Class::Says | Class::MaySay | Class::Relays);
        if is_verb && cut == 0 && is_preposition(previous) && line.gap(token).is_open() {
            return None;
        }
        let start = here.span.start
            + if cut > 0 {
                first_letter(line, token)
            } else {
                0
            };
        let mut found = Found {
            token,
            span: Span::new(start.min(here.span.end), here.span.end),
            cue,
            that: None,
            next: token + 1,
            is_active: false,
            speaker: None,
            inherited: false,
        };
        match cue.class {
            Class::According => {
                let source = self.according(line, token, to)?;
                found.speaker = Some(source.span);
                found.next = source.next;
                found.is_active = true;
                return Some(found);
            }
            Class::Noun => {
                // على حد قوله; قوله after نقل is part of that cue.
                let is_set = matches!(previous, "حد" | "بحسب" | "حسب" | "وفق" | "في");
                if !is_set {
                    return None;
                }
                let speaker = before.iter().rev().find_map(|found| found.speaker);
                found.speaker = speaker.or(self.inheritable(Agreement::Any));
                found.inherited = true;
                found.is_active = true;
                return Some(found);
            }
            Class::Relays => {
                let about = (token + 1..to.min(token + 1 + REACH))
                    .find(|at| line.word(*at) == "عن" && !line.gap(*at).stop)?;
                let source = line.source_at(about + 1, to)?;
                found.speaker = Some(source.span);
                found.next = source.next;
                found.that = that_after(line, source.next, to);
                if matches!(
                    line.word(source.next),
                    "قوله" | "قولها" | "قولهم" | "تاكيده" | "تاكيدها"
                ) {
                    found.next += 1;
                }
                found.is_active = true;
                return Some(found);
            }
            Class::Impersonal | Class::Participle | Class::Says | Class::MaySay => {}
        }
        let limit = next_content(line, token, to, cue.class);
        found.that = limit.that;
        let said_at = limit.that.or(limit.quote);
        // A subject is looked for up to what is said, or to the next cue.
        let end = said_at.unwrap_or(limit.end);
        if cue.class == Class::Says || cue.class == Class::MaySay {
            let is_directly_that = limit.that == Some(token + 1);
            let after = line.subject_after(token, end, said_at.is_some());
            let ahead = (cut == 0)
                .then(|| line.subject_before(token, from))
                .flatten();
            let subject = match (after, ahead) {
                (Some(after), _) if after.is_direct => Some((after.span, after.next)),
                (_, Some(ahead)) => Some((ahead, token + 1)),
                (Some(after), None) => Some((after.span, after.next)),
                (None, None) => None,
            };
            let is_present = line
                .word(token)
                .strip_prefix(['و', 'ف'])
                .unwrap_or(line.word(token))
                .starts_with('ي');
            if subject.is_none() && is_directly_that && is_present && cut == 0 && token == from {
                // يذكر أن, يعتقد أن: nobody in particular.
                cue.class = Class::Impersonal;
            } else if let Some((span, next)) = subject {
                found.speaker = Some(span);
                found.next = next;
            } else if let Some(topic) = topic(line, token, from) {
                found.speaker = Some(topic);
                found.inherited = true;
            } else if let Some(subject) = (cut == 0 && is_about_it(line.word(token + 1)))
                .then(|| sentence_subject(line, from, token, before))
                .flatten()
            {
                // أصدر الاتحاد بيانا أكد فيه أن
                found.speaker = Some(subject);
                found.inherited = true;
            } else {
                let is_embedded = cut == 0
                    && cue.class == Class::MaySay
                    && before
                        .last()
                        .is_some_and(|last| last.token >= from && last.that.is_some());
                if is_embedded && !limit.quote.is_some_and(|quote| line.gap(quote).colon) {
                    return None;
                }
                found.speaker = self.inheritable(cue.agreement);
                found.inherited = found.speaker.is_some();
            }
            if is_bein(line.word(token)) && !is_directly_that {
                return None;
            }
        } else if cue.class == Class::Participle {
            found.speaker = sentence_subject(line, from, token, before)
                .or_else(|| self.inheritable(Agreement::Any));
            found.inherited = true;
        }
        found.cue = cue;
        found.is_active = limit.that.is_some()
            || limit.quote.is_some_and(|quote| {
                let directly = quote <= found.next || line.gap(quote).colon;
                directly || can_govern(line, &found, quote)
            });
        Some(found)
    }

    /// The source that بحسب names.
    fn according(&self, line: &Line<'_>, token: usize, to: usize) -> Option<speaker::Subject> {
        let next = line.word(token + 1);
        if matches!(next, "ما" | "لما")
            || matches!(line.word(token), "حسبما" | "بحسبما" | "وفقما" | "وحسبما")
        {
            // بحسب ما ذكر فلان: the verb's subject.
            let verb = if matches!(next, "ما" | "لما") {
                token + 2
            } else {
                token + 1
            };
            let (cue, _) = cue(line.word(verb))?;
            return line.subject_after(verb, to, false).or_else(|| {
                self.inheritable(cue.agreement)
                    .map(|span| speaker::Subject {
                        span,
                        next: verb + 1,
                        is_direct: true,
                    })
            });
        }
        line.source_at(token + 1, to)
    }

    /// The last speaker, for a verb without a subject that can agree with him.
    fn inheritable(&self, agreement: Agreement) -> Option<Span> {
        let last = self
            .last
            .filter(|last| self.line - last.line <= INHERIT_LINES)?;
        let agrees = agreement == Agreement::Any
            || last.agreement == Agreement::Any
            || agreement == last.agreement;
        agrees.then_some(last.speaker)
    }

    /// Reported clauses.
    fn report(&mut self, line: &Line<'_>, cues: &[Found]) {
        for (place, found) in cues.iter().enumerate() {
            let (from, to) = line.sentence_tokens(found.token);
            if found.cue.class == Class::According {
                self.report_source(line, found, from, to);
                continue;
            }
            let Some(that) = found.that else {
                continue;
            };
            // A quotation right after أن is the clause.
            if line.quotes.iter().any(|quote| {
                quote.words() > SCARE_WORDS
                    && (that + 1 == quote.tokens.0 || that == quote.tokens.0)
            }) {
                continue;
            }
            let next = cues
                .iter()
                .skip(place + 1)
                .find(|next| next.token > that && next.is_active && leads_on(line, next))
                .map_or(to, |next| next.token);
            // مؤكدا ضرورة أن …: the noun is part of it.
            let first =
                that - usize::from(that > found.token + 1 && is_said_noun(line.word(that - 1)));
            if let Some(quote) = clause(line, first, next.min(to)) {
                self.found.push(Attribution {
                    quote,
                    cue: Some(found.span),
                    speaker: found.speaker,
                    inherited: found.inherited,
                    kind: Kind::Indirect,
                });
            }
        }
    }

    /// What بحسب reports: the rest of the sentence, or all before it.
    fn report_source(&mut self, line: &Line<'_>, found: &Found, from: usize, to: usize) {
        let is_first = found.token <= from + 1;
        let said = if is_first {
            clause(line, found.next, to)
        } else {
            clause(line, from, found.token)
        };
        let is_quoted = |said: Span| {
            line.quotes
                .iter()
                .any(|quote| quote.words() > SCARE_WORDS && said.overlaps(quote.inner))
        };
        if let Some(quote) = said.filter(|said| !is_quoted(*said)) {
            self.found.push(Attribution {
                quote,
                cue: Some(found.span),
                speaker: found.speaker,
                inherited: found.inherited,
                kind: Kind::Indirect,
            });
        }
    }

    /// Quotations, and marks that only open.
    fn quote(&mut self, line: &Line<'_>, cues: &[Found]) {
        for quote in &line.quotes {
            let inner = trimmed(line.text, quote.inner);
            if inner.is_empty() || quote.words() == 0 {
                continue;
            }
            let governing = (!quote.is_nested)
                .then(|| governing(line, quote, cues))
                .flatten();
            let kind = self.kind(line, quote, governing);
            let said = governing.filter(|_| kind == Kind::Direct);
            self.found.push(Attribution {
                quote: inner,
                cue: said.map(|found| found.span),
                speaker: said.and_then(|found| found.speaker),
                inherited: said.is_some_and(|found| found.inherited),
                kind,
            });
        }
        for mark in &line.lone {
            let first = line.token_after(mark.end);
            let words = line.tokens.len().saturating_sub(first);
            let (from, _) = line.sentence_tokens(first);
            let Some(found) = cues
                .iter()
                .rev()
                .find(|found| found.token < first && found.token >= from)
                .filter(|_| words > SCARE_WORDS && line.gap(first).colon)
            else {
                continue;
            };
            let quote = trimmed(line.text, Span::new(mark.end, line.span.end));
            if !line.quotes.iter().any(|pair| pair.span.overlaps(quote)) {
                self.found.push(Attribution {
                    quote,
                    cue: Some(found.span),
                    speaker: found.speaker,
                    inherited: found.inherited,
                    kind: Kind::Direct,
                });
            }
        }
    }

    fn kind(&self, line: &Line<'_>, quote: &Quote, governing: Option<&Found>) -> Kind {
        let words = quote.words();
        if trimmed(line.text, line.span) == quote.span
            && words <= HEADING_WORDS
            && governing.is_none()
        {
            return Kind::Heading;
        }
        if quote.is_nested {
            return Kind::Scare;
        }
        let (first, _) = quote.tokens;
        let gap = line.gap(first);
        let before = first.checked_sub(1).map_or("", |before| line.word(before));
        if words <= SCARE_WORDS {
            let is_name = line
                .name(first)
                .is_some_and(|name| name.last + 1 >= quote.tokens.1);
            let is_said = governing.is_some_and(|found| {
                gap.colon
                    || (found.token + 1 == first
                        && matches!(found.cue.class, Class::Says | Class::Participle)
                        && !is_that(line.word(quote.tokens.1)))
            });
            return if is_said && !is_name {
                Kind::Direct
            } else {
                Kind::Scare
            };
        }
        if !gap.colon && announces_title(before) {
            return Kind::Scare;
        }
        Kind::Direct
    }

    /// A headline without marks: the one who speaks, a colon, the words.
    fn headline(&mut self, line: &Line<'_>) {
        let Some(name) = line.name(0).filter(|name| name.is_bare) else {
            return;
        };
        let mut last = name;
        // الرئيس الأميركي ترامب: title and name.
        if let Some(next) = line.name(name.last + 1)
            && name.voice == Voice::Title
            && line.gap(name.last + 1).is_open()
        {
            last = next;
        }
        let first = last.last + 1;
        if !line.gap(first).colon || last.voice == Voice::Place || first >= line.tokens.len() {
            return;
        }
        if let Some(quote) = clause(line, first, line.tokens.len()) {
            self.found.push(Attribution {
                quote,
                cue: None,
                speaker: Some(last.span),
                inherited: false,
                kind: Kind::Indirect,
            });
        }
    }
}

/// Whether words in marks at a token, at some distance after a cue, are what it
/// says.
fn can_govern(line: &Line<'_>, found: &Found, quote: usize) -> bool {
    let distance = quote.saturating_sub(found.token);
    match found.cue.class {
        Class::Says | Class::Participle | Class::Relays => distance <= REACH,
        // The object of a preposition is not said.
        Class::MaySay => {
            let before = quote.checked_sub(1).map_or("", |before| line.word(before));
            distance <= MAY_SAY_REACH && !is_preposition(before) && !announces_title(before)
        }
        _ => false,
    }
}

/// أكد فيه, قال خلالها: said in something just named.
fn is_about_it(word: &str) -> bool {
    matches!(
        word,
        "فيه" | "فيها" | "خلاله" | "خلالها" | "عبره" | "عبرها" | "عبرهما"
    )
}

/// The subject of a sentence as far as it is known before a token.
fn sentence_subject(line: &Line<'_>, from: usize, token: usize, before: &[Found]) -> Option<Span> {
    before
        .iter()
        .rev()
        .take_while(|found| found.token >= from)
        .find_map(|found| found.speaker)
        .or_else(|| line.first_subject(from, token))
}

/// بين is a verb only right before أن.
fn is_bein(word: &str) -> bool {
    matches!(word, "بين" | "وبين")
}

/// Bytes of the first letter of a token with its marks: its conjunction.
fn first_letter(line: &Line<'_>, token: usize) -> usize {
    let written = line
        .tokens
        .get(token)
        .and_then(|token| token.span.of(line.text))
        .unwrap_or_default();
    written
        .char_indices()
        .skip(1)
        .find(|(_, c)| super::letters::is_arabic_letter(*c))
        .map_or(0, |(at, _)| at)
}

/// Where what a cue says begins.
struct Content {
    that: Option<usize>,
    quote: Option<usize>,
    /// Where the cue's reach ends.
    end: usize,
}

/// Looks for أن, a colon or a quotation after a cue, up to the next cue.
fn next_content(line: &Line<'_>, token: usize, to: usize, class: Class) -> Content {
    let mut content = Content {
        that: None,
        quote: None,
        end: to,
    };
    for at in token + 1..to.min(token + 1 + THAT_REACH) {
        let gap = line.gap(at);
        if gap.stop {
            content.end = at;
            break;
        }
        let in_speech = line.tokens.get(at).is_some_and(|token| token.in_speech);
        if in_speech || (gap.colon && gap.other) {
            if at <= token + 1 + REACH || gap.colon {
                content.quote = Some(at);
            }
            break;
        }
        let word = line.word(at);
        if is_that(word) || (word.starts_with('و') && is_that(word.get(2..).unwrap_or_default())) {
            if forbids_that(line.word(at - 1)) && line.gap(at).is_open() && at > token + 1 {
                continue;
            }
            content.that = Some(at);
            break;
        }
        if gap.colon && at + 1 < to && class != Class::MaySay {
            // قال: سنعود. The words follow without marks.
            content.that = Some(at);
            break;
        }
        let is_next = cue(word).is_some_and(|(cue, cut)| match cue.class {
            Class::Says | Class::Participle => true,
            Class::MaySay => cut > 0 && !is_bein(word),
            _ => false,
        });
        if is_next && line.name(at).is_none() {
            content.end = at;
            break;
        }
    }
    content
}

/// أن within a few words, for نقل عن فلان قوله إن.
fn that_after(line: &Line<'_>, from: usize, to: usize) -> Option<usize> {
    (from..to.min(from + SCARE_WORDS)).find(|at| is_that(line.word(*at)))
}

/// The name after أما, for a verb with ف: أما فلان … فقال.
fn topic(line: &Line<'_>, verb: usize, from: usize) -> Option<Span> {
    let is_topic =
        matches!(line.word(from), "اما" | "واما" | "فاما") && line.word(verb).starts_with('ف');
    is_topic
        .then(|| line.names_in(from, verb).next())
        .flatten()
        .map(|(name, _)| name.span)
}

/// The tokens `from..to` as what is said: without a conjunction that leads on
/// to the next clause, and without punctuation at its ends.
fn clause(line: &Line<'_>, from: usize, to: usize) -> Option<Span> {
    let mut end = to.min(line.tokens.len());
    while end > from + 1
        && (matches!(
            line.word(end - 1),
            "و" | "كما" | "فيما" | "بينما" | "حسب" | "علي" | "حد"
        ) || matches!(line.word(end - 1), "وذلك"))
    {
        end -= 1;
    }
    let start = line.tokens.get(from)?.span.start;
    let last = line.tokens.get(end.checked_sub(1)?)?;
    (end > from).then(|| line.with_marks(Span::new(start, last.span.end)))
}

/// The cue a quotation belongs to.
fn governing<'a>(line: &Line<'_>, quote: &Quote, cues: &'a [Found]) -> Option<&'a Found> {
    let (first, after) = quote.tokens;
    let (from, _) = line.sentence_tokens(first);
    let colon = line.gap(first).colon;
    let ahead = cues
        .iter()
        .rev()
        .filter(|found| found.token < first && found.token >= from)
        .find(|found| {
            let directly = found.next >= first;
            match found.cue.class {
                Class::According => found.token <= from + 1 || directly,
                Class::Noun => directly,
                Class::Impersonal => false,
                _ if colon || directly => true,
                // Part of what is reported.
                _ if found.that.is_some_and(|that| that <= first) => true,
                _ => can_govern(line, found, first),
            }
        });
    let is_near = ahead.is_some_and(|found| colon || found.next >= first);
    if is_near {
        return ahead;
    }
    let behind = cues.iter().find(|found| {
        let Some(distance) = found.token.checked_sub(after) else {
            return false;
        };
        let crosses = (after + 1..=found.token).any(|token| line.gap(token).stop);
        if crosses || line.gap(after).stop && distance > 0 {
            return false;
        }
        match found.cue.class {
            Class::According => distance <= 3,
            Class::Noun => distance <= 4,
            Class::Says | Class::MaySay => {
                let is_bare = matches!(distance, 0 | 1) && !starts_conjunction(line, found);
                is_bare
                    && found.that.is_none()
                    && (distance == 0
                        || matches!(line.word(after), "كما" | "هكذا" | "هذا" | "بهذه"))
            }
            _ => false,
        }
    });
    match behind {
        Some(behind) if matches!(behind.cue.class, Class::According) => Some(behind),
        _ => ahead.or(behind),
    }
}

/// Whether a cue begins a clause beside the one before it, not within it.
fn leads_on(line: &Line<'_>, found: &Found) -> bool {
    let gap = line.gap(found.token);
    starts_conjunction(line, found)
        || gap.comma
        || gap.stop
        || matches!(
            found.cue.class,
            Class::Participle | Class::According | Class::Noun
        )
        || matches!(
            line.word(found.token.saturating_sub(1)),
            "كما" | "فيما" | "بينما" | "حيث" | "اذ" | "ثم"
        )
}

/// Whether a conjunction stands before the cue's word.
fn starts_conjunction(line: &Line<'_>, found: &Found) -> bool {
    line.tokens
        .get(found.token)
        .is_some_and(|token| token.span.start < found.span.start)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests read known texts")]
mod tests;
