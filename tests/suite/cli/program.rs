//! Runs the real program in a folder of its own and looks at what it says.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// What a command did.
pub(super) struct Ran {
    pub(super) status: i32,
    pub(super) out: String,
    pub(super) messages: String,
}

impl Ran {
    /// The one JSON line on standard output.
    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    /// Standard output as JSON Lines.
    pub(super) fn lines(&self) -> Vec<Value> {
        self.out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    pub(super) fn expect(self, status: i32) -> Self {
        assert_eq!(
            self.status, status,
            "out: {}\nmessages: {}",
            self.out, self.messages
        );
        self
    }

    /// Wrong use or unreadable input: a sentence, no machine output, status 2.
    pub(super) fn fails_with(self, sentence: &str) {
        let ran = self.expect(2);
        assert_eq!(ran.out, "");
        assert!(ran.messages.contains(sentence), "{}", ran.messages);
    }
}

/// A folder of its own for each test, in which commands run.
pub(super) struct Place(pub(super) tempfile::TempDir);

impl Place {
    pub(super) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(super) fn write(&self, name: &str, contents: impl AsRef<[u8]>) -> &Self {
        std::fs::write(self.path(name), contents).unwrap();
        self
    }

    pub(super) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    pub(super) fn run(&self, arguments: &[&str]) -> Ran {
        let output = hashiya(self.0.path()).args(arguments).output().unwrap();
        Ran {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            messages: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// A project with marks by two people, made through an annotated set.
    pub(super) fn with_project(self) -> Self {
        self.write("set.json", SET);
        self.run(&["import", "set.json", "--out", "p.hashiya.json"])
            .expect(0);
        self
    }
}

pub(super) fn hashiya(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hashiya"));
    command
        .current_dir(folder)
        .env("USER", "نورا")
        .stdin(Stdio::null());
    command
}

/// Two documents, one with emoji and Windows line ends; four marks.
pub(super) const SET: &str = r##"{"format":"hashiya-annotated-set","version":1,
"tags":[{"id":"group","names":{"en":"Group","ar":"جماعة"},"color":"#B4472C","color_dark":"#EE9478","kind":"entity","order":0},
 {"id":"place","names":{"en":"Place"},"color":"#3A8253","color_dark":"#84CE9C","kind":"entity","order":1}],
"analysts":[{"id":"a1","name":"سارة"},{"id":"a2","name":"عمر"}],
"documents":[
 {"id":"d1","title":"خبر","text":"😀 قال «قسد»\r\nفي دمشق","annotations":[
  {"id":"m1","tag":"group","by":"a1","at":"2026-01-02T03:04:05Z","spans":[{"start":7,"end":10,"quote":"قسد"}]},
  {"id":"m2","tag":"place","by":"a2","at":"2026-01-02T03:04:05Z","note":"=عاصمة","spans":[{"start":16,"end":20,"quote":"دمشق"}]},
  {"id":"m3","tag":"group","by":"a1","at":"2026-01-02T03:04:05Z","spans":[{"start":0,"end":1,"quote":"😀"},{"start":7,"end":10,"quote":"قسد"}]}]},
 {"id":"d2","title":"فارغ","text":"","annotations":[]}]}"##;
