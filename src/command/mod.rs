//! The one table of commands, and the [`Workbench`] they act on.
//!
//! Lives here: what a person can do ([`table`]), the state it is done to
//! ([`Workbench`]), and what the window is asked for in return ([`Request`]).
//! Does not live here: anything that draws, lays out or waits for a dialog.
//!
//! Invariant: every change to the project goes through
//! [`Workbench::commit`], so that it is checked, journalled and undoable; and
//! everything here runs and is tested without a window.

mod adjudication;
mod ahead;
mod annotation;
mod appearance;
mod caps;
mod codebook;
mod comparison;
mod copying;
mod document;
mod edit;
mod entities;
mod error;
mod file;
mod find;
mod finder;
mod go;
mod grades;
mod hidden;
mod history;
mod keeping;
mod keyboard;
mod keymap;
mod layers;
mod linked;
mod lists;
mod look;
mod mentions;
mod modes;
mod moving;
mod notes;
mod notice;
mod opening;
mod page_look;
mod paragraph;
mod parallel;
mod progress;
mod reader;
mod refusal;
mod relations;
mod remembered;
mod request;
pub mod rules;
mod sample;
mod selecting;
mod sentences;
mod shaping;
mod suggestions;
mod surroundings;
pub mod table;
mod tag_all;
mod tally;
mod values;
mod view;
mod words;
mod workbench;

pub use adjudication::Settlement;
pub use ahead::Ahead;
pub use caps::key_caps;
pub use codebook::{
    CodebookImport, CodebookPart, CodebookProblem, Fate, ImportRow, MergePreview, Outside,
    PATTERNS, TagChange, TagUsage, Unmerged, field_message, id_from_name,
};
pub use comparison::{Compared, Comparison, Settled, Sides};
pub use entities::identifier;
pub use entities::{
    Duplicate, EntityChange, Likeness, NameKey, Offer, Owner, Reach, Registry, SplitTo, Spot,
    Stand, Surface, Unlinked,
};
pub use error::CommandError;
pub use find::FindState;
pub use finder::{Found, FoundKind, Prefix, name_fits};
pub use grades::{CREDIBILITY, GradeChange, RELIABILITY};
pub use hidden::{DocumentFlag, HiddenIn, HiddenJob, HiddenResult, file_name_of, shown_path};
pub use history::{HistoryFilter, HistoryRow, Lit, StepKind};
pub use keeping::SavedState;
pub use keyboard::Walk;
pub use keymap::{KeyOwner, KeyRefusal, Keymap, pressed_keys, read_keys, written_keys};
pub use linked::{Arrangement, LinkedScroll};
pub use lists::{
    DocumentFilter, DocumentSort, MarkColumn, MarkFilter, NameList, NameOrder, NamesAsked,
    NamesChange, NamesShown, NoteColumn, NoteFilter, NoteOn, NoteRow, Pick, Progress,
};
pub use look::{ArrowKeys, Look, LowerTab, PageFace, RelationsShown, ThemeChoice};
pub use mentions::Mentions;
pub use modes::Modes;
pub use notes::NoteAbout;
pub use notice::{Notice, NoticeKind};
pub use page_look::{Leading, LineFill, Measure, PageLook, ParagraphSpace};
pub use paragraph::direction_of_paragraph;
pub use progress::{DocumentStanding, is_unanswered, standing_of};
pub use reader::{Reader, ReaderId, Selection};
pub use refusal::{Called, Refusal};
pub use relations::RelationEnds;
pub use remembered::Scroll;
pub use request::{Focus, PathPurpose, Request};
pub use shaping::NextTag;
pub use suggestions::{
    BulkPlace, BulkPreview, BulkSurface, SuggestionFilter, SuggestionJob, SuggestionResult,
    Suggestions,
};
pub use surroundings::{FixedSurroundings, Surroundings, SystemSurroundings, local_time};
pub use table::{Args, Command, Menu};
pub use tag_all::{
    EntityChoice, Standing, TagAll, TagAllJob, TagAllResult, TagChoices, TagDocument, TagGroup,
    TagLine, TagRow, TagScope, TagTask, Tick,
};
pub use tally::CountOf;
pub use values::{CONFIDENCE_STEPS, percent_of};
pub use words::{OwnWord, OwnWords};
pub use workbench::{Layer, Workbench};
