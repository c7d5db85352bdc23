//! What is suggested in each document and is worth showing.
//!
//! **Invariant:** what is visible follows from what was found, the project,
//! the filter and the settings; nothing else is kept.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::command::Workbench;
use crate::entities::learned::{Changes, surface_key, written_forms};
use crate::entities::{Learned, Suggestion};
use crate::language::{Level, key, words};
use crate::model::{Id, Project, Tag};

use super::{BulkPreview, SuggestionFilter, SuggestionResult};

/// The folded words of a text as numbers, to ask quickly whether a surface
/// may stand in it. Another word with the same number costs some time and
/// nothing else.
#[derive(Debug, Default)]
pub(super) struct Words(Vec<u32>);

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let mut all: Vec<u32> = words(text)
            .filter_map(|word| word.of(text))
            .flat_map(|word| {
                let folded = key(word, Level::Letters);
                let parts: Vec<u32> = folded
                    .split(|c: char| !c.is_alphanumeric())
                    .map(number_of)
                    .collect();
                parts
            })
            .collect();
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    /// Whether one of these words may stand in the text.
    fn may_hold(&self, forms: &[u32]) -> bool {
        forms.iter().any(|form| self.0.binary_search(form).is_ok())
    }
}

/// FNV-1a, 32 bits.
fn number_of(word: &str) -> u32 {
    word.bytes().fold(0x811C_9DC5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// Where the work on a document stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Work {
    /// To be looked through.
    #[default]
    Wanted,
    /// Somebody is at it.
    Out,
    Done,
}

/// One document.
#[derive(Debug, Default)]
pub(super) struct Page {
    work: Work,
    /// The number of the latest job.
    ticket: u64,
    /// The number of the job whose result this is.
    taken: u64,
    pub(super) found: Arc<[Suggestion]>,
    words: Option<Arc<Words>>,
    pub(super) visible: Vec<Suggestion>,
}

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
    pub(super) pages: BTreeMap<Id, Page>,
    pub(super) current: Option<Current>,
    pub(super) filter: SuggestionFilter,
    pub(super) preview: Option<BulkPreview>,
    pub(super) stopped: bool,
    next_ticket: u64,
    revision: u64,
}

impl Board {
    /// For a project that has just been opened.
    pub(in crate::command) fn new(project: &Project) -> Self {
        Self {
            learned: Learned::from_project(project),
            pages: BTreeMap::new(),
            current: None,
            filter: SuggestionFilter::default(),
            preview: None,
            stopped: false,
            next_ticket: 0,
            revision: 0,
        }
    }

    /// The same for another project, under a later revision.
    pub(in crate::command) fn renew(&mut self, project: &Project) {
        let own = Arc::clone(self.learned.own_list());
        *self = Self {
            learned: Learned::from_project(project).with_own_list(own),
            filter: std::mem::take(&mut self.filter),
            next_ticket: self.next_ticket,
            revision: self.revision + 1,
            ..Self::new(project)
        };
    }

    pub(super) fn touch(&mut self) {
        self.revision += 1;
    }

    pub(super) fn wants(&self, document: &Id) -> bool {
        self.pages
            .get(document)
            .is_none_or(|page| page.work == Work::Wanted)
    }

    pub(super) fn is_done(&self, document: &Id) -> bool {
        self.pages
            .get(document)
            .is_some_and(|page| page.work == Work::Done)
    }

    pub(super) fn want_all(&mut self) {
        for page in self.pages.values_mut() {
            page.work = Work::Wanted;
        }
        self.touch();
    }

    pub(super) fn hand_out(&mut self, document: &Id) -> u64 {
        self.next_ticket += 1;
        let page = self.pages.entry(document.clone()).or_default();
        page.work = Work::Out;
        page.ticket = self.next_ticket;
        self.next_ticket
    }

    /// Takes a result, unless a later one has come; whether it was taken. One
    /// that something was decided after is taken too: it is newer than what is
    /// there, and the document stays to be looked through again.
    pub(super) fn take(&mut self, result: SuggestionResult) -> bool {
        let Some(page) = self.pages.get_mut(&result.document) else {
            return false;
        };
        if result.ticket <= page.taken {
            return false;
        }
        page.taken = result.ticket;
        if page.ticket == result.ticket && page.work == Work::Out {
            page.work = Work::Done;
        }
        page.found = result.found;
        page.words = Some(result.words);
        self.touch();
        true
    }

    pub(super) fn visible(&self, document: &Id) -> &[Suggestion] {
        self.pages
            .get(document)
            .map_or(&[], |page| page.visible.as_slice())
    }

    /// The documents that any of these surfaces may stand in come up again.
    pub(super) fn want_those_with(&mut self, changes: &Changes) -> Vec<Id> {
        let mut wanted = Vec::new();
        // The first words of the surfaces, with and without clitics.
        let forms: Option<Vec<u32>> = match changes {
            Changes::Keys(keys) => {
                let forms = keys.iter().flat_map(|key| written_forms(key));
                Some(forms.map(|form| number_of(&form)).collect())
            }
            Changes::All => None,
        };
        for (id, page) in &mut self.pages {
            let concerned = match (&forms, &page.words) {
                (Some(forms), _) if forms.is_empty() => false,
                (Some(forms), Some(words)) => words.may_hold(forms),
                _ => true,
            };
            if concerned {
                page.work = Work::Wanted;
                if page.words.is_some() {
                    wanted.push(id.clone());
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
    pub fn suggestions(&self, document: &Id) -> &[Suggestion] {
        if self.suggestions_shown() {
            self.board.visible(document)
        } else {
            &[]
        }
    }

    /// How many suggestions a document has, as [`Self::suggestions`] counts.
    pub fn suggestion_count(&self, document: &Id) -> usize {
        self.suggestions(document).len()
    }

    /// The innermost suggestion at a byte.
    pub fn suggestion_at(&self, document: &Id, byte: usize) -> Option<&Suggestion> {
        self.suggestions(document)
            .iter()
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
            messages.format(&id, &[("detail", suggestion.reason.detail.as_str().into())])
        } else {
            suggestion.reason.detail.clone()
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
