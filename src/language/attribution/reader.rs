//! Reads a text line by line: which cues say something, whose words they are
//! and how far they reach.
//!
//! Not here: where what is said begins and ends (content).
//!
//! **Invariant:** lines are read in order, since a verb without a subject goes
//! on with the speaker of before.

use super::content::{
    announced, can_govern, clause, governing, is_about_it, is_bein, next_clause, next_content,
    that_after,
};
use super::cues::{
    Agreement, Class, Cue, announces_title, cue, is_preposition, is_said_noun, is_that,
};
use super::line::{Line, Quote, SCARE_WORDS};
use super::speaker::Subject;
use super::{Attribution, Kind, Named, Voice};
use crate::language::letters::{is_arabic_letter, is_double_quote};
use crate::language::lines::trimmed;
use crate::model::Span;

/// How many lines with text a verb without a subject looks back.
const INHERIT_LINES: usize = 3;

/// Most words of a line in quotation marks that is a heading.
const HEADING_WORDS: usize = 8;

/// How far عن may stand from نقل.
const REACH: usize = 20;

/// Who spoke last.
#[derive(Clone, Copy)]
struct Last {
    speaker: Span,
    agreement: Agreement,
    /// Number of the line with text.
    line: usize,
}

/// A cue with its words.
pub(super) struct Found {
    pub(super) token: usize,
    pub(super) span: Span,
    pub(super) cue: Cue,
    /// Token where the reported clause begins.
    pub(super) that: Option<usize>,
    /// Token where an object begins that is a statement by itself.
    pub(super) announced: Option<usize>,
    /// Token after the cue and its subject.
    pub(super) next: usize,
    /// Whether something is said.
    pub(super) is_active: bool,
    pub(super) speaker: Option<Span>,
    pub(super) inherited: bool,
}

/// Reads lines and keeps who spoke last.
#[derive(Default)]
pub(super) struct Reader {
    last: Option<Last>,
    line: usize,
    pub(super) found: Vec<Attribution>,
}

impl Reader {
    /// Reads the next line of a text, with the names of the whole text.
    pub(super) fn read(&mut self, text: &str, span: Span, names: &[Named]) {
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
        let previous = if token > from {
            line.word(token - 1)
        } else {
            ""
        };
        let is_verb = matches!(cue.class, Class::Says | Class::MaySay | Class::Relays);
        if is_verb && cut == 0 && is_preposition(previous) && line.gap(token).is_open() {
            return None;
        }
        if is_verb && line.is_verbal_noun(token) {
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
            announced: None,
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
        let mut is_direct = false;
        if cue.class == Class::Says || cue.class == Class::MaySay {
            let is_directly_that = limit.that == Some(token + 1);
            let after = line.subject_after(token, end, said_at.is_some());
            is_direct = after.is_some_and(|after| after.is_direct);
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
        if cue.announces && said_at.is_none() && is_direct {
            found.announced = announced(line, found.next, limit.end);
        }
        found.is_active = limit.that.is_some()
            || found.announced.is_some()
            || limit.quote.is_some_and(|quote| {
                let directly = quote <= found.next || line.gap(quote).colon;
                directly || can_govern(line, &found, quote)
            });
        Some(found)
    }

    /// The source that بحسب names.
    fn according(&self, line: &Line<'_>, token: usize, to: usize) -> Option<Subject> {
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
                self.inheritable(cue.agreement).map(|span| Subject {
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
            if let Some(object) = found.announced {
                let next = next_clause(line, cues, place, object, to);
                if let Some(quote) = clause(line, object, next) {
                    self.found.push(Attribution {
                        quote,
                        cue: Some(found.span),
                        speaker: found.speaker,
                        inherited: found.inherited,
                        kind: Kind::Announced,
                    });
                }
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
            let next = next_clause(line, cues, place, that, to);
            // مؤكدا ضرورة أن …: the noun is part of it.
            let first =
                that - usize::from(that > found.token + 1 && is_said_noun(line.word(that - 1)));
            if let Some(quote) = clause(line, first, next) {
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
            let kind = kind(line, quote, governing);
            let said = governing.filter(|_| kind == Kind::Direct);
            // عقد الوزير مؤتمرا: «…», a colon and no cue: the subject speaks.
            let subject = (kind == Kind::Direct && said.is_none())
                .then(|| colon_speaker(line, quote))
                .flatten();
            self.found.push(Attribution {
                quote: inner,
                cue: said.map(|found| found.span),
                speaker: said.and_then(|found| found.speaker).or(subject),
                inherited: subject.is_some() || said.is_some_and(|found| found.inherited),
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

/// The subject of a sentence as far as it is known before a token.
fn sentence_subject(line: &Line<'_>, from: usize, token: usize, before: &[Found]) -> Option<Span> {
    before
        .iter()
        .rev()
        .take_while(|found| found.token >= from)
        .find_map(|found| found.speaker)
        .or_else(|| line.first_subject(from, token))
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
        .find(|(_, c)| is_arabic_letter(*c))
        .map_or(0, |(at, _)| at)
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

/// The subject of a sentence without a cue whose quotation follows a colon.
fn colon_speaker(line: &Line<'_>, quote: &Quote) -> Option<Span> {
    let first = quote.tokens.0;
    let (from, _) = line.sentence_tokens(first);
    line.gap(first)
        .colon
        .then(|| line.first_subject(from, first))
        .flatten()
}

/// What a quotation is.
fn kind(line: &Line<'_>, quote: &Quote, governing: Option<&Found>) -> Kind {
    let words = quote.words();
    if trimmed(line.text, line.span) == quote.span && words <= HEADING_WORDS && governing.is_none()
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
