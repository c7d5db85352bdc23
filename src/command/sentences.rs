//! What went wrong, in the language of the interface.
//!
//! The library's errors print English sentences for the command line; the
//! window says the same from the message files.
//!
//! Invariant: the English message of a variant is what the error prints
//! (tested), so that both say one thing.

use std::io::ErrorKind;
use std::path::Path;

use crate::formats::FormatError;
use crate::i18n::{Arg, Messages};
use crate::model::Unfit;
use crate::store::{Access, JournalMismatch, StoreError, Warning};

use super::codebook::faults;
use super::{CommandError, Refusal};

/// The sentence for an error.
pub(super) fn sentence(messages: &Messages, error: &CommandError) -> String {
    match error {
        CommandError::Message(id) => messages.text(id),
        CommandError::Codebook(problem) => problem.sentence(messages),
        CommandError::Refused(refusal) => refused(messages, refusal),
        CommandError::Store(error) => store(messages, error),
        CommandError::Format(error) => format(messages, error),
        // Contradictions inside a project: for whoever reports them.
        CommandError::Model(error) => error.to_string(),
    }
}

fn with_path(messages: &Messages, id: &str, path: &Path) -> String {
    messages.format(id, &[("path", Arg::from(super::shown_path(path)))])
}

fn with_reason(messages: &Messages, id: &str, reason: String, path: &Path) -> String {
    let path = super::shown_path(path);
    messages.format(
        id,
        &[("reason", Arg::from(reason)), ("path", Arg::from(path))],
    )
}

/// The sentence for a failure of files.
pub(super) fn store(messages: &Messages, error: &StoreError) -> String {
    let number = |value: u64| Arg::from(value.to_string());
    match error {
        StoreError::Missing(path) => with_path(messages, "store-missing", path),
        StoreError::IsFolder(path) => with_path(messages, "store-is-folder", path),
        StoreError::NotAFile(path) => with_path(messages, "store-not-a-file", path),
        StoreError::MayNotRead(path) => with_path(messages, "store-may-not-read", path),
        StoreError::MayNotWrite(path) => with_path(messages, "store-may-not-write", path),
        StoreError::DiskFull(path) => with_path(messages, "store-disk-full", path),
        StoreError::TooLarge {
            megabytes,
            limit,
            path,
        } => messages.format(
            "store-too-large",
            &[
                ("megabytes", number(*megabytes)),
                ("limit", number(*limit)),
                ("path", Arg::from(super::shown_path(path))),
            ],
        ),
        StoreError::Read { source, path } => {
            with_reason(messages, "store-read", source.to_string(), path)
        }
        StoreError::Write { source, path } => {
            with_reason(messages, "store-write", source.to_string(), path)
        }
        StoreError::Binary { path, .. } => with_path(messages, "store-binary", path),
        StoreError::UnknownEncoding(name) => messages.format(
            "store-unknown-encoding",
            &[("name", Arg::from(name.as_str()))],
        ),
        StoreError::NotProject(path) => with_path(messages, "store-not-project", path),
        StoreError::Truncated { line, path } => messages.format(
            "store-truncated",
            &[
                ("line", number(*line as u64)),
                ("path", Arg::from(super::shown_path(path))),
            ],
        ),
        StoreError::Broken {
            line,
            column,
            reason,
            path,
        } => messages.format(
            "store-broken",
            &[
                ("line", number(*line as u64)),
                ("column", number(*column as u64)),
                ("reason", Arg::from(reason.as_str())),
                ("path", Arg::from(super::shown_path(path))),
            ],
        ),
        StoreError::Newer {
            version,
            known,
            path,
        } => messages.format(
            "store-newer",
            &[
                ("version", number(*version)),
                ("known", number(u64::from(*known))),
                ("path", Arg::from(super::shown_path(path))),
            ],
        ),
        StoreError::ChangedOnDisk(path) => with_path(messages, "store-changed", path),
        StoreError::ReadOnly(_) => messages.text("store-read-only"),
        StoreError::OpenElsewhere(path) => with_path(messages, "store-open-elsewhere", path),
        StoreError::Journal { reason, path } => {
            with_reason(messages, "store-journal", reason.clone(), path)
        }
        StoreError::NoHome => messages.text("store-no-home"),
    }
}

/// The sentence for a failed export; what can only go wrong on the command
/// line is said as it is there.
fn format(messages: &Messages, error: &FormatError) -> String {
    match error {
        FormatError::NoFolder(path) => with_path(messages, "export-no-folder", path),
        FormatError::MayNotWrite(path) => with_path(messages, "export-may-not-write", path),
        FormatError::DiskFull(path) => with_path(messages, "export-disk-full", path),
        FormatError::Write { source, path } => {
            with_reason(messages, "export-write", source.to_string(), path)
        }
        FormatError::ReadBack { source, path } => {
            with_reason(messages, "export-read-back", source.to_string(), path)
        }
        FormatError::IsFolder(path) => with_path(messages, "export-is-folder", path),
        FormatError::WouldOverwriteProject(path) => {
            with_path(messages, "export-over-project", path)
        }
        FormatError::Codebook(fault) => faults::fault(messages, fault),
        FormatError::Read { source, path } => match source.kind() {
            ErrorKind::NotFound => with_path(messages, "store-missing", path),
            ErrorKind::PermissionDenied => with_path(messages, "store-may-not-read", path),
            _ => with_reason(messages, "store-read", source.to_string(), path),
        },
        FormatError::Newer { found, known } => messages.format(
            "format-newer",
            &[
                ("version", Arg::from(found.to_string())),
                ("known", Arg::from(known.to_string())),
            ],
        ),
        FormatError::NoCodes => messages.text("export-no-codes"),
        other => other.to_string(),
    }
}

/// The sentence for a change that the guideline does not allow.
pub(in crate::command) fn refused(messages: &Messages, refusal: &Refusal) -> String {
    let language = messages.language().code();
    match refusal {
        Refusal::Overlaps { rule, other, words } | Refusal::Crosses { rule, other, words } => {
            let id = match refusal {
                Refusal::Overlaps { .. } => "refused-overlaps",
                _ => "refused-crosses",
            };
            messages.format(
                id,
                &[
                    ("rule", Arg::from(rule.name(language))),
                    ("other", Arg::from(other.name(language))),
                    ("words", Arg::from(words)),
                ],
            )
        }
        Refusal::Answer {
            tag,
            attribute,
            unfit: why,
        } => messages.format(
            "refused-answer",
            &[
                ("tag", Arg::from(tag.name(language))),
                ("attribute", Arg::from(attribute.name(language))),
                ("reason", Arg::from(unfit(messages, why))),
            ],
        ),
        Refusal::WrongEnd { tag, other, words } | Refusal::EndInUse { tag, other, words } => {
            messages.format(
                if matches!(refusal, Refusal::EndInUse { .. }) {
                    "refused-end-in-use"
                } else {
                    "refused-wrong-end"
                },
                &[
                    ("tag", Arg::from(tag.name(language))),
                    ("other", Arg::from(other.name(language))),
                    ("words", Arg::from(words)),
                ],
            )
        }
        Refusal::Retired { tag }
        | Refusal::NoMark { tag }
        | Refusal::OneMark { tag }
        | Refusal::NotForMarks { tag }
        | Refusal::NotForRelations { tag } => {
            let id = match refusal {
                Refusal::Retired { .. } => "refused-retired",
                Refusal::NoMark { .. } => "refused-no-mark",
                Refusal::OneMark { .. } => "refused-one-mark",
                Refusal::NotForMarks { .. } => "refused-not-for-marks",
                _ => "refused-not-for-relations",
            };
            messages.format(id, &[("tag", Arg::from(tag.name(language)))])
        }
    }
}

/// Why an answer does not fit its attribute.
pub(super) fn unfit(messages: &Messages, unfit: &Unfit) -> String {
    let value = |id: &str, value: &str| messages.format(id, &[("value", Arg::from(value))]);
    match unfit {
        Unfit::WrongKind => messages.text("unfit-wrong-kind"),
        Unfit::NotOffered(chosen) => value("unfit-not-offered", chosen),
        Unfit::Twice(chosen) => value("unfit-twice", chosen),
        Unfit::TooSmall(least) => {
            messages.format("unfit-too-small", &[("least", Arg::Decimal(*least))])
        }
        Unfit::TooLarge(most) => {
            messages.format("unfit-too-large", &[("most", Arg::Decimal(*most))])
        }
        Unfit::NoDate(date) => value("unfit-no-date", date),
        Unfit::Missing => messages.text("unfit-missing"),
    }
}

/// Why a project can only be read.
pub(super) fn access(messages: &Messages, access: &Access) -> Option<String> {
    Some(messages.text(match access {
        Access::Writable => return None,
        Access::OpenElsewhere(_) => "toast-read-only-locked",
        Access::Newer => "toast-read-only-newer",
        Access::Protected => "toast-read-only-protected",
    }))
}

/// What was odd about a project that was opened.
pub(super) fn warning(messages: &Messages, warning: &Warning) -> String {
    match warning {
        Warning::Moved {
            quote, from, to, ..
        } => messages.format(
            "warning-moved",
            &[
                ("words", Arg::from(quote.as_str())),
                ("from", Arg::from(*from)),
                ("to", Arg::from(*to)),
            ],
        ),
        Warning::Unplaced { quote, .. } => {
            messages.format("warning-unplaced", &[("words", Arg::from(quote.as_str()))])
        }
        Warning::Refused(error) => messages.format(
            "warning-refused",
            &[("reason", Arg::from(error.to_string()))],
        ),
        Warning::TextChanged { title, .. } => messages.format(
            "warning-text-changed",
            &[("title", Arg::from(title.as_str()))],
        ),
        // The same is said of what may be done with it.
        Warning::Newer { .. } => messages.text("toast-read-only-newer"),
        Warning::Recovered { transactions } => {
            messages.format("toast-recovered", &[("count", Arg::from(*transactions))])
        }
        Warning::Torn { .. } => messages.text("warning-torn"),
        Warning::SetAside { reason, lost, path } => {
            let reason = mismatch(messages, reason);
            let mut said = match lost {
                0 => messages.format("warning-set-aside", &[("reason", Arg::from(reason))]),
                lost => messages.format(
                    "warning-lost",
                    &[
                        ("count", Arg::from(*lost as usize)),
                        ("reason", Arg::from(reason)),
                    ],
                ),
            };
            if let Some(path) = path {
                said.push(' ');
                said.push_str(&with_path(messages, "warning-kept", path));
            }
            said
        }
        Warning::Forgotten { transactions } => {
            messages.format("toast-forgotten", &[("count", Arg::from(*transactions))])
        }
        Warning::NotLocked => messages.text("toast-not-locked"),
    }
}

/// Why a journal cannot be used.
fn mismatch(messages: &Messages, mismatch: &JournalMismatch) -> String {
    match mismatch {
        JournalMismatch::Foreign => messages.text("journal-foreign"),
        JournalMismatch::Diverged => messages.text("journal-diverged"),
        JournalMismatch::Damaged => messages.text("journal-damaged"),
        JournalMismatch::Refused(error) => messages.format(
            "journal-refused",
            &[("reason", Arg::from(error.to_string()))],
        ),
        JournalMismatch::Newer => messages.text("journal-newer"),
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::path::PathBuf;

    use super::*;
    use crate::i18n::Language;

    fn without_isolates(text: &str) -> String {
        text.replace(['\u{2068}', '\u{2069}'], "")
    }

    #[test]
    fn what_was_odd_on_opening_is_said_in_the_language_of_the_window() {
        let path = || Some(PathBuf::from("/a/قضية.hashiya.log.old-1"));
        let mark = || crate::model::Id::new("m1");
        let warnings = [
            Warning::Moved {
                annotation: mark(),
                quote: "قسد".to_owned(),
                from: 4,
                to: 9,
            },
            Warning::Unplaced {
                annotation: mark(),
                quote: "قسد".to_owned(),
            },
            Warning::TextChanged {
                document: mark(),
                title: "خبر".to_owned(),
            },
            Warning::Newer { version: 9 },
            Warning::Recovered { transactions: 3 },
            Warning::Torn { bytes: 20 },
            Warning::SetAside {
                reason: JournalMismatch::Damaged,
                lost: 12,
                path: path(),
            },
            Warning::SetAside {
                reason: JournalMismatch::Foreign,
                lost: 0,
                path: None,
            },
            Warning::Forgotten { transactions: 2 },
            Warning::NotLocked,
        ];
        let arabic = Messages::new(Language::Ar);
        for odd in warnings {
            let said = warning(&arabic, &odd);
            let own = without_isolates(&said).replace("/a/قضية.hashiya.log.old-1", "");
            assert!(!own.contains(|c: char| c.is_ascii_alphabetic()), "{said}");
            assert!(own.contains(' '), "{said}");
        }
        let english = Messages::new(Language::En);
        let said = warning(
            &english,
            &Warning::SetAside {
                reason: JournalMismatch::Damaged,
                lost: 12,
                path: path(),
            },
        );
        assert_eq!(
            without_isolates(&said),
            "The last 12 changes could not be brought back from the journal, because it is damaged. The journal as it was is kept as /a/قضية.hashiya.log.old-1"
        );
    }

    #[test]
    fn the_english_messages_are_what_the_errors_print() {
        let path = || PathBuf::from("/a/قضية.hashiya.json");
        let failed = || io::Error::other("no");
        let english = Messages::new(Language::En);
        let arabic = Messages::new(Language::Ar);
        let errors = [
            StoreError::Missing(path()),
            StoreError::IsFolder(path()),
            StoreError::NotAFile(path()),
            StoreError::MayNotRead(path()),
            StoreError::MayNotWrite(path()),
            StoreError::DiskFull(path()),
            StoreError::TooLarge {
                megabytes: 600,
                limit: 512,
                path: path(),
            },
            StoreError::Read {
                source: failed(),
                path: path(),
            },
            StoreError::Write {
                source: failed(),
                path: path(),
            },
            StoreError::UnknownEncoding("x".to_owned()),
            StoreError::NotProject(path()),
            StoreError::Truncated {
                line: 7,
                path: path(),
            },
            StoreError::Broken {
                line: 7,
                column: 3,
                reason: "a comma".to_owned(),
                path: path(),
            },
            StoreError::Newer {
                version: 9,
                known: 1,
                path: path(),
            },
            StoreError::ChangedOnDisk(path()),
            StoreError::OpenElsewhere(path()),
            StoreError::Journal {
                reason: "no".to_owned(),
                path: path(),
            },
            StoreError::NoHome,
        ];
        for error in errors {
            assert_eq!(
                without_isolates(&store(&english, &error)),
                error.to_string()
            );
            assert_ne!(store(&arabic, &error), store(&english, &error));
        }
        for error in [
            FormatError::NoFolder(path()),
            FormatError::MayNotWrite(path()),
            FormatError::DiskFull(path()),
            FormatError::Write {
                source: failed(),
                path: path(),
            },
            FormatError::ReadBack {
                source: failed(),
                path: path(),
            },
            FormatError::IsFolder(path()),
            FormatError::WouldOverwriteProject(path()),
            FormatError::Newer { found: 9, known: 1 },
            FormatError::NoCodes,
        ] {
            assert_eq!(
                without_isolates(&format(&english, &error)),
                error.to_string()
            );
            assert_ne!(format(&arabic, &error), format(&english, &error));
        }
        // A file that is not there is said as it is everywhere else.
        let missing = FormatError::Read {
            source: io::ErrorKind::NotFound.into(),
            path: path(),
        };
        assert_eq!(
            format(&arabic, &missing),
            store(&arabic, &StoreError::Missing(path()))
        );
    }
}
