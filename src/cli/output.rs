//! Where a headless command writes: machine output and messages apart.
//!
//! Invariant: standard output carries JSON, JSON Lines or what was asked for,
//! and nothing else; sentences for people go to standard error.

use std::io::{self, Write};

use serde::Serialize;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Done, nothing to complain about.
    Fine,
    /// Done, with a finding or a failed check.
    Finding,
    /// Wrong use or unreadable input.
    Failed,
}

impl Status {
    /// The exit status of the process.
    pub fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Finding => 1,
            Self::Failed => 2,
        }
    }

    /// `Finding` if there is one.
    pub(crate) fn finding_if(found: bool) -> Self {
        if found { Self::Finding } else { Self::Fine }
    }
}

/// The two streams of a command.
pub struct Output<'a> {
    /// Machine output.
    pub out: &'a mut dyn Write,
    /// Messages for people.
    pub messages: &'a mut dyn Write,
}

impl Output<'_> {
    /// Writes one JSON value on a line of its own.
    pub fn line(&mut self, value: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut *self.out, value)?;
        self.out.write_all(b"\n")
    }

    /// Says a sentence. Failing to say it is no failure of the command.
    pub fn say(&mut self, sentence: &str) {
        drop(writeln!(self.messages, "{sentence}"));
    }
}
