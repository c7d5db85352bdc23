//! What a command asks of the window: dialogs, clipboard, focus, closing.

use std::path::PathBuf;

use crate::entities::Type;
use crate::formats::Format;
use crate::formats::codebook::CodebookFormat;
use crate::model::Id;

use super::{CodebookPart, NoteAbout, Reach};

/// What a path is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathPurpose {
    /// Documents or a project to open.
    Open,
    /// A folder whose text files are to be opened.
    OpenFolder,
    /// The project's new file.
    SaveAs,
    /// The file an annotated set is written to.
    Export(Format),
    /// The file the codebook alone is written to.
    ExportCodebook(CodebookFormat),
    /// A codebook to be taken in.
    ImportCodebook,
}

impl PathPurpose {
    /// The command that takes the chosen paths.
    pub fn command(self) -> &'static str {
        match self {
            Self::Open => "file.open",
            Self::OpenFolder => "file.open-folder",
            Self::SaveAs => "file.save-as",
            Self::Export(Format::Json) => "file.export-json",
            Self::Export(Format::JsonLines) => "file.export-jsonl",
            Self::Export(Format::Csv) => "file.export-csv",
            Self::ExportCodebook(CodebookFormat::Json) => "codebook.export-json",
            Self::ExportCodebook(CodebookFormat::Csv) => "codebook.export-csv",
            Self::ExportCodebook(CodebookFormat::Qdc) => "codebook.export-qdc",
            Self::ImportCodebook => "codebook.import",
        }
    }
}

/// A part of the inspector that takes the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The first question about the mark that has no answer.
    Answer,
    /// How sure the annotator is.
    Confidence,
    /// The grade of the mark; of the source where no mark is chosen.
    Grade,
    /// The note of the chosen relation.
    RelationNote,
}

/// Something only the window can do. The window takes these after each frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Show the system's file dialog.
    PickPath {
        /// What for.
        purpose: PathPurpose,
        /// A file name to begin with.
        suggestion: Option<PathBuf>,
    },
    /// Ask for a path in a text field of our own.
    TypePath {
        /// What for.
        purpose: PathPurpose,
        /// What the field holds at first.
        suggestion: Option<PathBuf>,
    },
    /// Put this text on the clipboard, unchanged.
    Copy(String),
    /// Put this on the clipboard as HTML, with these words for programs that
    /// take none.
    CopyHtml {
        /// A piece of HTML.
        html: String,
        /// The same words as text.
        plain: String,
    },
    /// Put the keyboard into the find field.
    FocusFind,
    /// Put the keyboard into the note of the selected mark.
    FocusNote,
    /// Put the keyboard into another part of the inspector.
    Focus(Focus),
    /// Write a note about something.
    WriteNote(NoteAbout),
    /// Show the tags a relation can have: for the one that is begun, or for
    /// the one with this id.
    PickRelationTag(Option<Id>),
    /// Put the keyboard into the next part of the window, or the one before.
    StepPart(bool),
    /// Ask for the day the active document was written.
    AskDate,
    /// Ask for the name marks are signed with.
    AskName,
    /// Show what can be found by typing, beginning with the sign for one
    /// kind of things or with nothing.
    ShowPalette(&'static str),
    /// Show the tags to choose one from, at the caret; the answer goes to
    /// this command.
    PickTag(&'static str),
    /// Open the menu of the page at the caret.
    OpenPageMenu,
    /// Show the entities to choose one from, which the mark at hand is linked
    /// to, and others with it as far as this reaches.
    PickEntity(Reach),
    /// Show what is known of an entity, to be changed.
    ShowEntity(Id),
    /// Show the entities to choose those from that are merged with this one.
    MergeEntity(Id),
    /// Ask which name stays when these entities are merged.
    NameMerged(Vec<Id>),
    /// Show the entities that may be the same.
    ShowDuplicates,
    /// Put the keyboard into the list of entities.
    FocusEntities,
    /// Show the codebook, at a part of the page of the tag that is looked at.
    ShowCodebook(Option<CodebookPart>),
    /// Show all keys.
    ShowShortcuts,
    /// Show what this program is.
    ShowAbout,
    /// Show the choices of how the page is set.
    ShowAppearance,
    /// Show the licences of fonts and data.
    ShowLicences,
    /// Ask for a word of the user's own list; these words, of this type, to
    /// begin with.
    AddWord(Option<(String, Option<Type>)>),
    /// Show the user's own list of words.
    ShowWords,
    /// There is unsaved work: ask what to do before closing.
    AskUnsaved,
    /// Another program has written the project's file: ask which version goes
    /// on under the name.
    AskChanged {
        /// Where the other version would be kept.
        other: PathBuf,
        /// Where this one would be kept.
        own: PathBuf,
    },
    /// Close the window now; everything is settled.
    Close,
}
