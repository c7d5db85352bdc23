//! Short sentences the window shows for a while: what was done, what failed.

/// How a notice should look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something was done.
    Done,
    /// Something needs attention; it is shown longer.
    Problem,
}

/// One sentence for the person at the window, in the interface's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How it should look, and whether it stays.
    pub kind: NoticeKind,
    /// The sentence.
    pub text: String,
    /// Counts up: later notices have higher numbers.
    pub number: u64,
}
