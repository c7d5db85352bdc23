//! A hand that does anything: commands with arguments of every kind, keys,
//! the mouse, typing, the clipboard, files, what a screen reader asks for, and
//! windows of any size.
//!
//! A deed is a choice by numbers, so that the same deed can be done whatever
//! the project holds at that moment.

use std::path::PathBuf;
use std::sync::OnceLock;

use egui::Key;
use hashiya::command::{Args, TagChange};
use hashiya::model::{Attribute, AttributeKind, Choice, Ends, Id, Overlap, Pattern, TagKind};
use proptest::sample::Index;
use serde_json::json;

use super::values;
use super::window::Window;

/// One thing a hand does. Places are parts of the window, 0 to 1.
#[derive(Clone, Debug)]
pub(crate) enum Deed {
    /// A command of the table, with arguments.
    Command(Index, Argument),
    /// A command that opens a dialog.
    Open(Index),
    /// What the next file dialog answers.
    Answer(Index),
    /// Words of the page are selected.
    Select(Index, Index),
    /// A mark is chosen.
    Choose(Index),
    /// A key with shift, alt, ctrl (1, 2, 4).
    Key(Index, u8),
    /// Keys of a command.
    Chord(Index),
    Click(f32, f32, Press),
    /// A click on something that a screen reader knows.
    Press(Index, Press),
    Drag(f32, f32, f32, f32, u8),
    Wheel(f32, f32, f32, f32, u8),
    Type(String),
    Paste(String),
    Clipboard(bool),
    Compose(String, bool),
    /// What a screen reader asks for.
    Ask(Index, u8, usize),
    /// Width and height in points.
    Size(f32, f32),
    Scale(f32),
    Wait(u8),
    Leave,
    Close,
    Undo(u8),
    Redo(u8),
}

/// What a command is given.
#[derive(Clone, Debug)]
pub(crate) enum Argument {
    None,
    Id(Index),
    Text(Index),
    Paths(Index, Option<Index>),
    Tag(Index, Index, Index),
}

/// A way to press a button of the mouse.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Press {
    Plain,
    Twice,
    Thrice,
    Menu,
    Middle,
    With(u8),
}

/// Keys that mean something somewhere beside those of the table.
pub(super) const KEYS: [Key; 40] = [
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::Enter,
    Key::Escape,
    Key::Tab,
    Key::Space,
    Key::Delete,
    Key::Backspace,
    Key::Insert,
    Key::Num1,
    Key::Num3,
    Key::Num9,
    Key::A,
    Key::C,
    Key::D,
    Key::E,
    Key::G,
    Key::L,
    Key::M,
    Key::N,
    Key::P,
    Key::Q,
    Key::R,
    Key::S,
    Key::X,
    Key::Z,
    Key::F1,
    Key::F2,
    Key::F4,
    Key::F6,
    Key::F8,
    Key::F9,
    Key::F10,
    Key::F11,
];

/// Commands that put something over the window.
pub(super) const DIALOGS: [&str; 30] = [
    "annotation.analyst",
    "annotation.retype-all",
    "annotation.tag",
    "annotation.tag-all",
    "annotation.tag-found",
    "annotation.untag-all",
    "annotation.actions",
    "codebook.show",
    "codebook.merge",
    "codebook.attributes",
    "codebook.tell-apart",
    "entity.duplicates",
    "entity.edit",
    "entity.link",
    "entity.merge",
    "file.open-path",
    "file.quit",
    "go.document",
    "go.entity",
    "go.palette",
    "help.about",
    "help.licences",
    "help.shortcuts",
    "note.add",
    "relation.begin",
    "relation.retype",
    "suggestion.accept-above-everywhere",
    "view.appearance",
    "words.add",
    "words.list",
];

/// What may be typed: names, answers, numbers, grades, keys, expressions, and
/// what nobody would.
const TEXTS: [&str; 38] = [
    "",
    " ",
    "\n",
    "قسد",
    "دمشق",
    "أحمد الشرع",
    "SDF",
    "person",
    "Person",
    "UTF-8",
    "windows-1256",
    "no-such-encoding",
    "85",
    "٨٥ %",
    "-1",
    "1e400",
    "B",
    "6",
    "Z",
    "role=speaker",
    "age=200",
    "age=٣٤",
    "born=2019-02-30",
    "alive=yes",
    "sides=s1, s2, s99",
    "=",
    "annotation.tag = Ctrl+Alt+T",
    "file.save =",
    "edit.undo = F3, Shift+F3",
    "nothing = F3",
    "([",
    ".*",
    "#",
    "@",
    "\u{202E}abc\u{2066}",
    "e\u{301}👨\u{200D}👩\u{200D}👧🏳️\u{200D}🌈",
    "الله أَكْبَرُ ـــــــــــــــــــــــــــــ",
    "very-long",
];

/// Files of every kind there is to read, made once.
fn files() -> &'static [(&'static str, Vec<u8>)] {
    static FILES: OnceLock<Vec<(&str, Vec<u8>)>> = OnceLock::new();
    FILES.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let mut wb = values::with_marks();
        let mut files: Vec<(&'static str, Vec<u8>)> = vec![
            ("نص.txt", "سطر أول\nسطر ثانٍ 12".as_bytes().to_vec()),
            ("broken.txt", vec![0xFF, 0xFE, 0x00, 0xD8, 0x41]),
            ("old.txt", vec![0xE3, 0xD1, 0xCD, 0xC8, 0xC7, 0x20, 0x31]),
            ("empty.txt", Vec::new()),
            ("damaged.hashiya.json", b"{\"hashiya\":1,".to_vec()),
            ("damaged.qdc", b"<CodeBook><Codes>".to_vec()),
        ];
        for (command, name) in [
            ("codebook.export-json", "codebook.json"),
            ("codebook.export-csv", "codebook.csv"),
            ("codebook.export-qdc", "codebook.qdc"),
            ("file.export-json", "set.json"),
            ("file.export-jsonl", "set.jsonl"),
            ("file.export-csv", "set.csv"),
            ("file.save-as", "saved.hashiya.json"),
        ] {
            let path = folder.path().join(name);
            wb.run(command, &Args::Paths(vec![path.clone()]));
            let bytes = std::fs::read(&path);
            files.push((
                name,
                bytes.unwrap_or_else(|_| panic!("{command} wrote nothing")),
            ));
        }
        files
    })
}

/// A window, and a folder for the files it reads and writes.
pub(crate) struct Hand {
    pub(crate) window: Window,
    folder: tempfile::TempDir,
    /// What was done so far, for whoever has to find out what went wrong.
    done: Vec<String>,
}

impl Drop for Hand {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the hand had done:\n{}", self.done.join("\n"));
        }
    }
}

impl Hand {
    pub(crate) fn of(window: Window) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in files() {
            std::fs::write(folder.path().join(name), bytes).unwrap();
        }
        Self {
            window,
            folder,
            done: Vec::new(),
        }
    }

    /// Keeps in mind what was done.
    pub(super) fn note(&mut self, what: String) {
        self.done.push(what);
    }

    /// The files in the folder, a file to be, and the folder.
    pub(super) fn paths(&self) -> Vec<PathBuf> {
        let folder = self.folder.path();
        let at = |name: &str| folder.join(name);
        let mut paths: Vec<PathBuf> = files().iter().map(|(name, _)| at(name)).collect();
        paths.extend(["new.json", "new.hashiya.json", "no/such/folder.csv", ""].map(at));
        paths.push(PathBuf::new());
        paths
    }

    /// The ids of everything in the project, and two that are not there.
    fn ids(&self) -> Vec<Id> {
        let project = self.window.wb().project();
        let mut ids: Vec<Id> = Vec::new();
        ids.extend(project.tags().map(|one| one.id.clone()));
        ids.extend(project.documents().map(|one| one.id.clone()));
        ids.extend(project.entities().map(|one| one.id.clone()));
        ids.extend(project.relations().map(|one| one.id.clone()));
        ids.extend(project.notes().map(|one| one.id.clone()));
        ids.extend(project.analysts().map(|one| one.id.clone()));
        ids.extend(project.annotations().map(|one| one.id.clone()).take(40));
        let history = self.window.wb().history().transactions();
        ids.extend(history.rev().take(10).map(|one| one.id.clone()));
        ids.extend([Id::new("nothing"), Id::new("")]);
        ids
    }

    pub(crate) fn args(&self, argument: &Argument) -> Args {
        match argument {
            Argument::None => Args::None,
            Argument::Id(which) => Args::Id(which.get(&self.ids()).clone()),
            Argument::Text(which) => Args::Text(text(*which)),
            Argument::Paths(one, other) => {
                let paths = self.paths();
                let mut given = vec![one.get(&paths).clone()];
                given.extend(other.map(|which| which.get(&paths).clone()));
                given.retain(|path| !path.as_os_str().is_empty());
                Args::Paths(given)
            }
            Argument::Tag(which, change, value) => {
                let tags: Vec<Id> = self
                    .window
                    .wb()
                    .project()
                    .tags()
                    .map(|tag| tag.id.clone())
                    .chain([Id::new("gone")])
                    .collect();
                let changes = changes(which.get(&tags), value.get(&tags), *value);
                Args::Tag(which.get(&tags).clone(), change.get(&changes).clone())
            }
        }
    }
}

pub(super) fn text(which: Index) -> String {
    match *which.get(&TEXTS) {
        "very-long" => "كلمة طويلة word ".repeat(400),
        text => text.to_owned(),
    }
}

/// A change of every kind to a tag, fitting or not.
fn changes(tag: &Id, other: &Id, value: Index) -> Vec<TagChange> {
    let words = text(value);
    let choice = |id: &str| Choice::new(id);
    let mut with_default = Attribute::new("size", AttributeKind::Text);
    with_default.default = Some(json!(["no text"]));
    let number = AttributeKind::Number {
        least: Some(5.0),
        most: Some(1.0),
    };
    let one = AttributeKind::OneOf {
        choices: vec![choice("a"), choice("a"), choice("")],
    };
    let asked = |kind| vec![Attribute::new("role", kind)];
    vec![
        TagChange::Name {
            language: "en".to_owned(),
            name: words.clone(),
        },
        TagChange::Name {
            language: "ar".to_owned(),
            name: words.clone(),
        },
        TagChange::Color {
            light: "#123456".to_owned(),
            dark: "#FEDCBA".to_owned(),
        },
        TagChange::Color {
            light: words.clone(),
            dark: String::new(),
        },
        TagChange::Pattern(Pattern::Wave),
        TagChange::Key(None),
        TagChange::Key(Some("P".to_owned())),
        TagChange::Key(Some(words.clone())),
        TagChange::TakeKey("G".to_owned()),
        TagChange::Kind(TagKind::Relation),
        TagChange::Kind(TagKind::Document),
        TagChange::Kind(TagKind::Passage),
        TagChange::Kind(TagKind::Entity),
        TagChange::Description(words.clone()),
        TagChange::Examples(vec![words.clone(), String::new()]),
        TagChange::Attributes(vec![with_default]),
        TagChange::Attributes(asked(AttributeKind::YesNo)),
        TagChange::Attributes(asked(number)),
        TagChange::Attributes(asked(one)),
        TagChange::Attributes(Vec::new()),
        TagChange::AttributeId("role".to_owned(), words),
        TagChange::Overlap(Overlap::Forbid),
        TagChange::Overlap(Overlap::Nest),
        TagChange::Ends(Ends {
            from: vec![other.clone()],
            to: vec![tag.clone()],
            symmetric: true,
        }),
        TagChange::Retired(true),
        TagChange::Retired(false),
        TagChange::Place {
            parent: Some(other.clone()),
            before: None,
        },
        TagChange::Place {
            parent: Some(tag.clone()),
            before: Some(tag.clone()),
        },
        TagChange::Place {
            parent: None,
            before: Some(other.clone()),
        },
        TagChange::MergeInto(other.clone()),
        TagChange::MergeInto(tag.clone()),
    ]
}
