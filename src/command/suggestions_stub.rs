//! Stand-in until t3/learned is merged.
#![allow(
    missing_docs,
    dead_code,
    clippy::all,
    clippy::pedantic,
    clippy::unwrap_used
)]
use super::{CommandError, Workbench};
use crate::entities::{Canonical, Reason, Source, Suggestion, Type};
use crate::model::{Annotation, Edit, Id, Origin, Span, Tag};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

#[derive(Default, Debug)]
pub struct StubState {
    lists: BTreeMap<Id, Vec<Suggestion>>,
    pub current: Option<(Id, Span, Type)>,
    revision: u64,
    filter: SuggestionFilter,
    preview: Option<BulkPreview>,
}
#[derive(Default, Debug, Clone, PartialEq)]
pub struct SuggestionFilter {
    pub kinds: Option<BTreeSet<Type>>,
    pub at_least: f32,
    pub solid_only: bool,
}
#[derive(Debug, Clone)]
pub struct BulkPreview {
    pub command: &'static str,
    pub rejects: bool,
    pub places: Vec<BulkPlace>,
    pub by_surface: Vec<BulkSurface>,
}
#[derive(Debug, Clone)]
pub struct BulkPlace {
    pub document: Id,
    pub suggestion: Suggestion,
    pub surface: usize,
}
#[derive(Debug, Clone)]
pub struct BulkSurface {
    pub surface: String,
    pub tag: Id,
    pub count: usize,
    pub documents: usize,
}
pub struct SuggestionJob {
    document: Id,
    text: Arc<str>,
}
pub struct SuggestionResult {
    document: Id,
    list: Vec<Suggestion>,
}
impl SuggestionJob {
    pub fn document(&self) -> &Id {
        &self.document
    }
    pub fn run(self) -> SuggestionResult {
        let learned = crate::entities::Learned::default();
        let list = crate::entities::suggest(
            &self.text,
            &crate::entities::Context {
                learned: &learned,
                document: None,
                date: None,
            },
        );
        SuggestionResult {
            document: self.document,
            list,
        }
    }
}
impl Workbench {
    pub(super) fn own_words_changed(&mut self) {}
    pub fn suggestions(&self, d: &Id) -> &[Suggestion] {
        self.stub.lists.get(d).map_or(&[], Vec::as_slice)
    }
    pub fn suggestion_count(&self, d: &Id) -> usize {
        self.suggestions(d).len()
    }
    pub fn suggestions_shown(&self) -> bool {
        true
    }
    pub fn current_suggestion(&self) -> Option<(&Id, &Suggestion)> {
        let (d, span, kind) = self.stub.current.as_ref()?;
        self.suggestions(d)
            .iter()
            .find(|s| s.span == *span && s.kind == *kind)
            .map(|s| (d, s))
    }
    pub fn suggestion_at(&self, d: &Id, byte: usize) -> Option<&Suggestion> {
        self.suggestions(d)
            .iter()
            .filter(|s| s.span.contains(byte))
            .min_by_key(|s| s.span.len())
    }
    pub fn suggested_tag(&self, s: &Suggestion) -> Option<&Tag> {
        self.project().tag(&s.tag_id())
    }
    pub fn suggestion_reason(&self, s: &Suggestion) -> String {
        format!("{}: {}", s.reason.rule, s.reason.detail)
    }
    pub fn suggestion_progress(&self) -> (usize, usize) {
        (self.stub.lists.len(), self.project().documents().count())
    }
    pub fn suggestions_running(&self) -> bool {
        let (a, b) = self.suggestion_progress();
        a < b
    }
    pub fn suggestions_revision(&self) -> u64 {
        self.stub.revision + self.revision().1 as u64 * 1000
    }
    pub fn suggestion_filter(&self) -> &SuggestionFilter {
        &self.stub.filter
    }
    pub fn bulk_preview(&self) -> Option<&BulkPreview> {
        self.stub.preview.as_ref()
    }
    pub fn go_to_suggestion(&mut self, d: &Id, span: Span, kind: Type) {
        let reader = self.show_document(d);
        self.select(reader, super::Selection::caret(span.start));
        self.reveal(reader, span);
        self.choose_mark(None);
        self.stub.current = Some((d.clone(), span, kind));
        self.stub.revision += 1;
    }
    pub fn leave_suggestions(&mut self) {
        self.stub.current = None;
        self.stub.revision += 1;
    }
    pub fn set_suggestion_filter(&mut self, f: SuggestionFilter) {
        self.stub.filter = f;
        self.stub.revision += 1;
    }
    pub fn drop_bulk_preview(&mut self) {
        self.stub.preview = None;
        self.stub.revision += 1;
    }
    pub fn apply_bulk_preview(&mut self) -> Result<usize, CommandError> {
        self.stub.preview = None;
        Ok(0)
    }
    pub fn apply_bulk_preview_without(
        &mut self,
        _: &BTreeSet<usize>,
    ) -> Result<usize, CommandError> {
        self.stub.preview = None;
        Ok(0)
    }
    pub fn next_suggestion_job(&mut self) -> Option<SuggestionJob> {
        let d = self
            .project()
            .documents()
            .find(|d| !self.stub.lists.contains_key(&d.id))?;
        let job = SuggestionJob {
            document: d.id.clone(),
            text: d.text.clone(),
        };
        self.stub.lists.insert(job.document.clone(), Vec::new());
        Some(job)
    }
    pub fn take_suggestions(&mut self, r: SuggestionResult) {
        self.stub.lists.insert(r.document, r.list);
        self.stub.revision += 1;
    }
    pub fn run_suggestions_now(&mut self) {
        while let Some(j) = self.next_suggestion_job() {
            let r = j.run();
            self.take_suggestions(r);
        }
    }
    pub fn run_visible_suggestions(&mut self) {
        self.run_suggestions_now();
    }
}
