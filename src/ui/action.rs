//! What panels ask for while they are drawn, done after layout.
//!
//! Invariant: panels see the workbench only by shared reference; a frame that
//! is laid out twice changes nothing twice.

use egui::KeyboardShortcut;

use crate::command::{
    Args, CommandError, DocumentFilter, EntityChange, FoundKind, HistoryFilter, MarkColumn,
    MarkFilter, NoteAbout, NoteColumn, NoteFilter, NoteRow, OwnWord, Pick, Reach, ReaderId,
    Request, Selection, SplitTo, SuggestionFilter, Workbench,
};
use crate::entities::Type;
use crate::language::invisible::CensusRow;
use crate::model::{Id, Span};

/// One thing asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Action {
    /// A command of the table.
    Run(&'static str, Args),
    /// Something found in the palette.
    Choose(FoundKind),
    /// A command gets these keys too.
    AddKeys(&'static str, KeyboardShortcut),
    /// A command gets these keys, which another one loses.
    TakeKeys(&'static str, KeyboardShortcut),
    /// A command loses these keys.
    RemoveKeys(&'static str, KeyboardShortcut),
    /// A selection in a reader (which becomes the active one).
    Select(ReaderId, Selection),
    /// The reader that keys act on.
    Activate(ReaderId),
    /// The arrow keys go by letters again.
    LeaveMarks,
    /// The mark shown in the inspector.
    ChooseMark(Option<Id>),
    /// A mark, brought into sight.
    GoToMark(Id),
    /// A suggestion (its document, bytes, type) is reviewed now.
    GoToSuggestion(Id, Span, Type),
    /// No suggestion is under review any more.
    LeaveSuggestions,
    /// Which suggestions are shown.
    FilterSuggestions(SuggestionFilter),
    /// Which marks are listed.
    FilterMarks(MarkFilter),
    /// The list of marks is sorted by this, or the other way round.
    SortMarks(MarkColumn),
    /// A row of that list is picked.
    PickMark(Id, Pick),
    /// Which notes are listed.
    FilterNotes(NoteFilter),
    /// The list of notes is sorted by this, or the other way round.
    SortNotes(NoteColumn),
    /// What a note is about is brought into sight.
    GoToNote(Box<NoteRow>),
    /// Which documents are listed, and in which order.
    FilterDocuments(DocumentFilter),
    /// Which steps the history shows.
    FilterHistory(HistoryFilter),
    /// A step of the history is chosen.
    ChooseStep(Id),
    /// The words at this place of the preview are done with the rest, or not.
    KeepInBulk(usize, bool),
    /// The bulk step that waits is carried out.
    ApplyPreview,
    /// The bulk step that waits is dropped.
    DropPreview,
    /// "Tag all" of places that were found elsewhere.
    TagPlaces(Vec<(Id, Span)>),
    /// A line of "tag all" that commands are about, by its number.
    StandAtTagLine(usize),
    /// The words "tag all" looks for.
    TagAllWords(String),
    /// Words of a document (bytes), selected and brought into sight.
    GoToWords(Id, Span),
    /// The next of some invisible characters in the active document.
    GoToHidden(CensusRow),
    /// A tag is looked at in the codebook.
    ChooseTag(Id),
    /// The codebook that waits is taken in.
    ApplyCodebook,
    /// The codebook that waits is left alone.
    DropCodebook,
    /// The open dialog is done with.
    CloseDialog,
    /// A word for the user's own list.
    AddWord(OwnWord),
    /// A word to be taken out of that list.
    RemoveWord(OwnWord),
    /// A document in the active reader.
    ShowDocument(Id),
    /// A document in a reader of its own.
    OpenBeside(Id),
    /// A row of the comparison of two layers, brought into sight.
    GoToDifference(usize),
    /// Whose marks a reader shows: an analyst's, or all.
    SetLayer(ReaderId, Option<Id>),
    /// A reader to be closed.
    CloseReader(ReaderId),
    /// A mark's span with this index gets new borders.
    ResizeMark(Id, usize, Span),
    /// The reader shows what it was asked to reveal.
    Revealed(ReaderId),
    /// What the find field holds now.
    FindQuery(String),
    /// Folded or exact matching.
    FindExact(bool),
    /// The find field is put away.
    CloseFind,
    /// A mark gets this tag.
    Retag(Id, Id),
    /// A mark gets this note.
    SetNote(Id, String),
    /// An entity is chosen: its mentions are lit.
    ChooseEntity(Option<Id>),
    /// The mark at hand, and those with its words, mention a new entity.
    NewEntity(String, Reach),
    /// One thing of an entity changes.
    ChangeEntity(Id, EntityChange),
    /// Which name stays when these entities are merged is asked.
    AskMerge(Vec<Id>),
    /// Entities become one with the first, under this name.
    MergeEntities(Id, Vec<Id>, String),
    /// The mentions of an entity that are written so become another's.
    SplitSurface(Id, String, SplitTo),
    /// Two entities are not the same.
    KeepApart(Id, Id),
    /// A mark gets an answer to an attribute, or loses it.
    SetAnswer(Id, String, Option<serde_json::Value>),
    /// How sure the annotator of a mark is, percent.
    SetConfidence(Id, Option<u8>),
    /// What a mark says is graded.
    SetGrade(Id, Option<String>),
    /// Why it was graded so.
    SetGradeReason(Id, String),
    /// The source of a document is graded.
    SetReliability(Id, Option<String>),
    /// Why it was graded so.
    SetReliabilityReason(Id, String),
    /// A relation that commands are about.
    ChooseRelation(Id),
    /// A relation gets this tag.
    RetypeRelation(Id, Id),
    /// A relation gets this note.
    SetRelationNote(Id, String),
    /// A note about something.
    AddNote(NoteAbout, String),
    /// A note gets this text.
    ChangeNote(Id, String),
    /// A note goes.
    DeleteNote(Id),
    /// Unsaved work: save it, then go on with what was begun.
    SavePending,
    /// Unsaved work: leave it, and go on.
    DiscardPending,
    /// Unsaved work: stay here.
    CancelPending,
    /// The file was written by another program: this version is saved over
    /// it, and that one kept.
    SaveOverOther,
    /// The same: that version is opened, and this one kept.
    OpenOther,
}

impl Action {
    /// Does it.
    pub(crate) fn perform(self, wb: &mut Workbench) {
        match self {
            Self::Run(id, args) => {
                wb.run(id, &args);
            }
            Self::Choose(kind) => wb.choose_found(&kind),
            // What stands in the way was said before it was asked for.
            Self::AddKeys(id, keys) => drop(wb.add_keys(id, keys)),
            Self::TakeKeys(id, keys) => drop(wb.take_keys(id, keys)),
            Self::RemoveKeys(id, keys) => wb.remove_keys(id, keys),
            Self::Select(reader, selection) => wb.select(reader, selection),
            Self::Activate(reader) => wb.activate(reader),
            Self::LeaveMarks => wb.leave_marks(),
            Self::ChooseMark(mark) => wb.choose_mark(mark),
            Self::GoToMark(mark) => wb.go_to_mark(&mark),
            Self::GoToSuggestion(document, span, kind) => {
                wb.go_to_suggestion(&document, span, kind);
            }
            Self::LeaveSuggestions => wb.leave_suggestions(),
            Self::FilterSuggestions(filter) => wb.set_suggestion_filter(filter),
            Self::FilterMarks(filter) => wb.set_mark_filter(filter),
            Self::SortMarks(column) => wb.sort_marks(column),
            Self::PickMark(mark, how) => wb.pick_mark(&mark, how),
            Self::FilterNotes(filter) => wb.set_note_filter(filter),
            Self::SortNotes(column) => wb.sort_notes(column),
            Self::GoToNote(note) => wb.go_to_note(&note),
            Self::FilterDocuments(filter) => wb.set_document_filter(filter),
            Self::FilterHistory(filter) => wb.set_history_filter(filter),
            Self::ChooseStep(step) => wb.choose_step(Some(step)),
            Self::KeepInBulk(surface, keep) => wb.keep_in_bulk(surface, keep),
            Self::ApplyPreview => report(wb, |wb| wb.apply_bulk_preview().map(|_| ())),
            Self::DropPreview => wb.drop_bulk_preview(),
            Self::TagPlaces(places) => report(wb, |wb| wb.open_tag_all_places(places)),
            Self::StandAtTagLine(line) => wb.stand_at_tag_line(line),
            Self::TagAllWords(words) => wb.set_tag_all_words(&words),
            Self::ChooseTag(tag) => wb.choose_tag(Some(tag)),
            Self::ApplyCodebook => report(wb, Workbench::apply_import),
            Self::DropCodebook => wb.drop_import(),
            Self::CloseDialog => {}
            Self::AddWord(word) => report(wb, |wb| wb.add_own_word(&word)),
            Self::RemoveWord(word) => report(wb, |wb| wb.remove_own_word(&word)),
            Self::GoToWords(document, span) => {
                let reader = wb.show_document(&document);
                wb.select(reader, Selection::over(span));
                wb.reveal(reader, span);
            }
            Self::GoToHidden(row) => wb.go_to_hidden(&row),
            Self::ShowDocument(document) => {
                wb.show_document(&document);
            }
            Self::OpenBeside(document) => wb.add_reader(Some(document)),
            Self::GoToDifference(index) => wb.go_to_difference(index),
            Self::SetLayer(reader, layer) => wb.set_layer(reader, layer),
            Self::CloseReader(reader) => wb.close_reader(reader),
            Self::ResizeMark(mark, index, span) => {
                report(wb, |wb| wb.resize_mark(&mark, index, span));
            }
            Self::Revealed(reader) => wb.revealed(reader),
            Self::FindQuery(query) => wb.set_find_query(query),
            Self::FindExact(exact) => wb.set_find_exact(exact),
            Self::CloseFind => wb.close_find(),
            Self::Retag(mark, tag) => report(wb, |wb| wb.retag_mark(&mark, &tag)),
            Self::SetNote(mark, note) => report(wb, |wb| wb.set_note(&mark, &note)),
            Self::ChooseEntity(entity) => wb.choose_entity(entity),
            Self::NewEntity(name, reach) => report(wb, |wb| wb.new_entity_at_hand(&name, reach)),
            Self::ChangeEntity(entity, change) => {
                report(wb, |wb| wb.change_entity(&entity, &change));
            }
            Self::AskMerge(entities) => wb.request(Request::NameMerged(entities)),
            Self::MergeEntities(keep, others, name) => {
                report(wb, |wb| wb.merge_entities(&keep, &others, Some(&name)));
            }
            Self::SplitSurface(entity, surface, to) => {
                report(wb, |wb| {
                    wb.split_surface(&entity, &surface, &to).map(|_| ())
                });
            }
            Self::KeepApart(one, other) => report(wb, |wb| wb.keep_apart(&one, &other)),
            Self::SetAnswer(mark, attribute, value) => {
                report(wb, |wb| wb.set_answer(&mark, &attribute, value));
            }
            Self::SetConfidence(mark, percent) => {
                report(wb, |wb| wb.set_confidence(&mark, percent));
            }
            Self::SetGrade(mark, grade) => {
                report(wb, |wb| wb.set_grade(&mark, grade.as_deref()));
            }
            Self::SetGradeReason(mark, reason) => {
                report(wb, |wb| wb.set_grade_reason(&mark, &reason));
            }
            Self::SetReliability(document, grade) => {
                report(wb, |wb| wb.set_reliability(&document, grade.as_deref()));
            }
            Self::SetReliabilityReason(document, reason) => {
                report(wb, |wb| wb.set_reliability_reason(&document, &reason));
            }
            Self::ChooseRelation(relation) => wb.choose_relation(Some(relation)),
            Self::RetypeRelation(relation, tag) => {
                report(wb, |wb| wb.retype_relation(&relation, &tag));
            }
            Self::SetRelationNote(relation, note) => {
                report(wb, |wb| wb.set_relation_note(&relation, &note));
            }
            Self::AddNote(about, text) => report(wb, |wb| wb.add_note(&about, &text)),
            Self::ChangeNote(note, text) => report(wb, |wb| wb.change_note(&note, &text)),
            Self::DeleteNote(note) => report(wb, |wb| wb.delete_note(&note)),
            Self::SavePending => wb.save_pending(),
            Self::DiscardPending => wb.discard_pending(),
            Self::CancelPending => wb.cancel_pending(),
            Self::SaveOverOther => report(wb, Workbench::save_over_other),
            Self::OpenOther => report(wb, Workbench::open_other),
        }
    }
}

fn report(wb: &mut Workbench, change: impl FnOnce(&mut Workbench) -> Result<(), CommandError>) {
    if let Err(error) = change(wb) {
        wb.report(&error);
    }
}
