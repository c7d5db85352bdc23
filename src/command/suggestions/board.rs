//! What is suggested in each document and is worth showing.
//!
//! **Invariant:** what is visible follows from what was found, the project,
//! the filter and the settings; nothing else is kept.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::command::Workbench;
use crate::entities::learned::{Changes, surface_key, written_forms};
use crate::entities::{Learned, SharedNames, Suggestion};
use crate::formats::OpenSuggestion;
use crate::model::{Document, Id, Project, Span, Tag};

use super::list::Suggestions;
use super::pages::{Outside, Page, Work, number_of};
use super::{BulkPreview, SuggestionFilter, SuggestionResult};

/// How many suggestions between a byte and the beginning of one around it are
/// looked at; they nest, so a handful is what there is.
const DEEPEST: usize = 64;

/// The suggestion that is being looked at.
#[derive(Clone, Debug)]
pub(super) struct Current {
    pub(super) document: Id,
    /// As it was found.
    pub(super) found: Suggestion,
    /// As its borders stand now.
    pub(super) now: Suggestion,
}

/// All suggestions and the state of their review.
#[derive(Debug)]
pub(in crate::command) struct Board {
    pub(super) learned: Learned,
    pub(super) names: Arc<SharedNames>,
    pub(super) pages: BTreeMap<Id, Page>,
    pub(super) current: Option<Current>,
    pub(super) filter: SuggestionFilter,
    pub(super) preview: Option<BulkPreview>,
    pub(super) stopped: bool,
    next_ticket: u64,
    revision: u64,
    /// The documents before this one, in the project as it was at this
    /// revision, are not to be looked through.
    searched: Option<((u64, usize), usize)>,
}

impl Board {
    /// For a project that has just been opened.
    pub(in crate::command) fn new(project: &Project) -> Self {
        Self::with(Learned::from_project(project))
    }

    fn with(learned: Learned) -> Self {
        Self {
            learned,
            names: Arc::default(),
            pages: BTreeMap::new(),
            current: None,
            filter: SuggestionFilter::default(),
            preview: None,
            stopped: false,
            next_ticket: 0,
            revision: 0,
            searched: None,
        }
    }

    /// The same for another project, of which `learned` was learned, under a
    /// later revision.
    pub(in crate::command) fn renew(&mut self, learned: Learned) {
        let own = Arc::clone(self.learned.own_list());
        *self = Self {
            filter: std::mem::take(&mut self.filter),
            next_ticket: self.next_ticket,
            revision: self.revision + 1,
            ..Self::with(learned.with_own_list(own))
        };
    }

    pub(super) fn touch(&mut self) {
        self.revision += 1;
    }

    /// Whether something of the document is to be looked through.
    pub(super) fn wants(&self, document: &Document) -> bool {
        self.pages.get(&document.id).is_none_or(|page| {
            !page.is_of(&document.text) || page.sections.iter().any(|one| one.work == Work::Wanted)
        })
    }

    /// The first document that may have to be looked through, in the project
    /// as it is at this revision: ten thousand are not asked in every frame.
    pub(super) fn first_unsearched(&self, revision: (u64, usize)) -> usize {
        match self.searched {
            Some((known, first)) if known == revision => first,
            _ => 0,
        }
    }

    /// Notes that none of the documents before this one is to be looked
    /// through.
    pub(super) fn searched_to(&mut self, revision: (u64, usize), first: usize) {
        self.searched = Some((revision, first));
    }

    pub(super) fn want_all(&mut self) {
        self.searched = None;
        for section in self.pages.values_mut().flat_map(|page| &mut page.sections) {
            section.work = Work::Wanted;
        }
        self.touch();
    }

    /// Hands out the section of a document nearest to `byte` that is to be
    /// looked through: its number, its bytes, and the number of the job. With
    /// `anyway` also one that somebody is at.
    pub(super) fn hand_out(
        &mut self,
        document: &Document,
        byte: usize,
        anyway: bool,
    ) -> Option<(usize, Span, u64, Arc<Outside>)> {
        let page = self
            .pages
            .entry(document.id.clone())
            .or_insert_with(|| Page::new(&document.text));
        if !page.is_of(&document.text) {
            *page = Page::new(&document.text);
        }
        let index = page.wanted(byte, anyway)?;
        let section = page.sections.get_mut(index)?;
        self.next_ticket += 1;
        section.work = Work::Out;
        section.ticket = self.next_ticket;
        Some((
            index,
            section.span,
            self.next_ticket,
            Arc::clone(&page.outside),
        ))
    }

    /// Takes a result, unless a later one has come; whether it was taken. One
    /// that something was decided after is taken too: it is newer than what is
    /// there, and the section stays to be looked through again.
    pub(super) fn take(&mut self, result: SuggestionResult) -> bool {
        let Some(page) = self
            .pages
            .get_mut(&result.document)
            .filter(|page| page.is_of(&result.text))
        else {
            return false;
        };
        let Some(section) = page.sections.get_mut(result.section) else {
            return false;
        };
        if result.ticket <= section.taken {
            return false;
        }
        section.taken = result.ticket;
        if section.ticket == result.ticket && section.work == Work::Out {
            section.work = Work::Done;
        }
        section.words = Some(result.words);
        page.replace(result.section, result.found);
        self.touch();
        true
    }

    pub(super) fn visible(&self, document: &Id) -> Suggestions<'_> {
        self.pages
            .get(document)
            .map_or_else(Suggestions::default, Page::visible)
    }

    /// The sections that any of these surfaces may stand in come up again;
    /// those that were looked through before, by document.
    pub(super) fn want_those_with(&mut self, changes: &Changes) -> BTreeMap<Id, Vec<usize>> {
        let mut wanted: BTreeMap<Id, Vec<usize>> = BTreeMap::new();
        self.searched = None;
        // The first words of the surfaces, with and without clitics.
        let forms: Option<Vec<u32>> = match changes {
            Changes::Keys(keys) => {
                let forms = keys.iter().flat_map(|key| written_forms(key));
                Some(forms.map(|form| number_of(&form)).collect())
            }
            Changes::All => None,
        };
        for (id, page) in &mut self.pages {
            for (index, section) in page.sections.iter_mut().enumerate() {
                let concerned = match (&forms, &section.words) {
                    (Some(forms), _) if forms.is_empty() => false,
                    (Some(forms), Some(words)) => words.may_hold(forms),
                    _ => true,
                };
                if concerned {
                    section.work = Work::Wanted;
                    if section.words.is_some() {
                        wanted.entry(id.clone()).or_default().push(index);
                    }
                }
            }
        }
        wanted
    }
}

impl Workbench {
    /// The suggestions of a document that are worth showing, in order of
    /// (start, longest first): not accepted, not rejected, not across a mark,
    /// through the filter. None while they are switched off or the document
    /// has not been looked through yet.
    pub fn suggestions(&self, document: &Id) -> Suggestions<'_> {
        if self.suggestions_shown() {
            self.board.visible(document)
        } else {
            Suggestions::default()
        }
    }

    /// The suggestions of all documents that nobody has decided about, as
    /// [`Self::suggestions`] has them, for an export.
    pub fn open_suggestions(&self) -> Vec<OpenSuggestion> {
        let documents = self.project().documents();
        documents
            .flat_map(|document| {
                let all = self.suggestions(&document.id);
                all.iter().filter_map(|one| {
                    let tag = self.suggested_tag(one)?;
                    Some(OpenSuggestion {
                        document: document.id.clone(),
                        span: one.span,
                        tag: tag.id.clone(),
                        rule: one.reason.rule.to_owned(),
                        confidence: one.confidence,
                    })
                })
            })
            .collect()
    }

    /// How many suggestions a document has, as [`Self::suggestions`] counts.
    pub fn suggestion_count(&self, document: &Id) -> usize {
        self.suggestions(document).len()
    }

    /// Whether all of a document was looked through for suggestions.
    pub fn is_looked_through(&self, document: &Id) -> bool {
        let page = self.board.pages.get(document);
        page.is_some_and(Page::is_done)
    }

    /// How many suggestions all documents have together.
    pub fn suggestion_total(&self) -> usize {
        if !self.suggestions_shown() {
            return 0;
        }
        let pages = self.board.pages.values();
        pages.map(|page| page.visible().len()).sum()
    }

    /// The lines of a document that are no part of its article, in order; none
    /// until it has been looked through.
    pub fn page_furniture(&self, document: &Document) -> Option<&[Span]> {
        let page = self.board.pages.get(&document.id)?;
        page.outside.known().filter(|_| page.is_of(&document.text))
    }

    /// The innermost suggestion at a byte.
    pub fn suggestion_at(&self, document: &Id, byte: usize) -> Option<&Suggestion> {
        let all = self.suggestions(document);
        // They nest and never cross: the last that begins before and reaches
        // further is the innermost.
        all.back_from(all.index_at(byte + 1))
            .take(DEEPEST)
            .filter(|suggestion| suggestion.span.contains(byte))
            .min_by_key(|suggestion| suggestion.span.len())
    }

    /// The tag a suggestion would be accepted with.
    pub fn suggested_tag(&self, suggestion: &Suggestion) -> Option<&Tag> {
        self.project().tag(&suggestion.tag_id())
    }

    /// Changes whenever anything about suggestions does that can be seen.
    pub fn suggestions_revision(&self) -> u64 {
        self.board.revision
    }

    /// Whether suggestions are shown.
    pub fn suggestions_shown(&self) -> bool {
        self.look().suggestions
    }

    /// Which suggestions are shown and stepped through.
    pub fn suggestion_filter(&self) -> &SuggestionFilter {
        &self.board.filter
    }

    /// Shows and steps through these suggestions only.
    pub fn set_suggestion_filter(&mut self, filter: SuggestionFilter) {
        if self.board.filter != filter {
            self.board.filter = filter;
            self.refresh_all_suggestions();
        }
    }

    /// What the project has learned from its analysts.
    pub fn learned(&self) -> &Learned {
        &self.board.learned
    }

    /// The sentence that says why something is suggested, in the interface's
    /// language.
    pub fn suggestion_reason(&self, document: &Id, suggestion: &Suggestion) -> String {
        let messages = self.messages();
        let rule = suggestion.reason.rule;
        if matches!(rule, "learned" | "learned-surname")
            && let Some(text) = self.project().document(document).map(|d| &*d.text)
        {
            let key = surface_key(text, suggestion.span);
            let ground = self.board.learned.ground(&key, &suggestion.tag_id());
            let first = ground
                .first
                .as_ref()
                .and_then(|id| self.project().document(id));
            if let Some(first) = first {
                let id = if rule == "learned" {
                    "why-learned-here"
                } else {
                    "why-learned-surname-here"
                };
                return messages.format(
                    id,
                    &[
                        ("count", ground.places.into()),
                        ("document", first.title.as_str().into()),
                    ],
                );
            }
        }
        let id = format!("why-{rule}");
        if messages.has(&id) {
            messages.format(&id, &[("detail", (&*suggestion.reason.detail).into())])
        } else {
            suggestion.reason.detail.to_string()
        }
    }
}

/// The order suggestions stand in.
pub(super) fn order(suggestion: &Suggestion) -> (usize, std::cmp::Reverse<usize>) {
    (
        suggestion.span.start,
        std::cmp::Reverse(suggestion.span.end),
    )
}
