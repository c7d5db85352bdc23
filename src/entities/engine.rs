//! From a text to its suggestions.

use super::candidate::{Candidate, Found};
use super::learned::Learned;
use super::lexicon::Lexicon;
use super::link::link;
use super::page::Page;
use super::recognisers::{
    acronyms, addresses, heads, names, patterns, persons, places, propagation, titles,
};
use super::resolve::resolve;
use super::{Reason, Suggestion};
use crate::model::{Id, Span};
use jiff::civil::Date;
use std::sync::Arc;

/// What a text is read with.
#[derive(Copy, Clone, Debug)]
pub struct Context<'a> {
    /// What the project has learned.
    pub learned: &'a Learned,
    /// The document the text belongs to, for what was rejected in it alone.
    pub document: Option<&'a Id>,
    /// The document's own date, which relative dates count from.
    pub date: Option<Date>,
}

/// The suggestions for a text, sorted by start and then the longer first.
pub fn suggest(text: &str, context: &Context<'_>) -> Vec<Suggestion> {
    let page = Page::new(text, Lexicon::bundled());
    let mut found = Found::new(page.len());
    patterns::find(&page, context.date, &mut found);
    let here = context
        .document
        .map(|document| context.learned.in_document(document));
    names::find(&page, here.as_ref().unwrap_or(context.learned), &mut found);
    places::confirm_joined(&page, &mut found);
    names::confirm_ambiguous(&mut found);
    names::confirm_clubs(&page, &mut found);
    heads::find(&page, &mut found);
    acronyms::find(&page, &mut found);
    titles::find(&page, &mut found);
    persons::find(&page, &mut found);
    propagation::find(&page, &mut found);
    let mut kept: Vec<Candidate> = resolve(
        found
            .into_list()
            .into_iter()
            .filter(|c| !c.weak && !is_rejected(&page, c, context))
            .collect(),
    );
    link(&page, &mut kept);
    let mut suggestions: Vec<Suggestion> = kept
        .into_iter()
        .map(|candidate| finished(&page, candidate))
        .collect();
    let addresses = addresses::find(text);
    if !addresses.is_empty() {
        suggestions.retain(|s| addresses.iter().all(|a| !a.span.overlaps(s.span)));
        suggestions.extend(addresses);
    }
    suggestions.sort_by(|a, b| {
        a.span
            .start
            .cmp(&b.span.start)
            .then(b.span.end.cmp(&a.span.end))
    });
    uncrossed(suggestions)
}

/// Those of the sorted suggestions that are nested or apart. (A ligature like
/// ﷺ is several words that stand on one character.)
fn uncrossed(suggestions: Vec<Suggestion>) -> Vec<Suggestion> {
    let mut kept: Vec<Suggestion> = Vec::with_capacity(suggestions.len());
    // Ends of the spans around the place reached.
    let mut open: Vec<Span> = Vec::new();
    for suggestion in suggestions {
        let span = suggestion.span;
        open.retain(|outer| outer.end > span.start);
        let crosses = open
            .iter()
            .any(|outer| span.end > outer.end || *outer == span);
        if !crosses && !span.is_empty() {
            open.push(span);
            kept.push(suggestion);
        }
    }
    kept
}

/// Whether the analysts have rejected these words as this. Asked before
/// overlaps are resolved, so that what lies within a rejected name is seen.
fn is_rejected(page: &Page<'_>, candidate: &Candidate, context: &Context<'_>) -> bool {
    if !context.learned.has_rejections() {
        return false;
    }
    let span = page
        .tokens
        .span(candidate.first, candidate.cut, candidate.last);
    let tag = candidate
        .tag
        .clone()
        .unwrap_or_else(|| Id::new(candidate.kind.tag_id()));
    let surface = span.of(page.text).unwrap_or_default();
    context
        .learned
        .suppresses_tag(context.document, surface, &tag)
}

fn finished(page: &Page<'_>, candidate: Candidate) -> Suggestion {
    Suggestion {
        span: page
            .tokens
            .span(candidate.first, candidate.cut, candidate.last),
        kind: candidate.kind,
        tag: candidate.tag,
        source: candidate.source,
        confidence: candidate.source.confidence(),
        canonical: candidate.canonical.map(Arc::new),
        reason: Arc::new(Reason {
            rule: candidate.rule,
            detail: candidate.detail.into(),
        }),
    }
}
