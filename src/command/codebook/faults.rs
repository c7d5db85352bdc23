//! What is wrong with a codebook's file, in the language of the interface.
//!
//! **Invariant:** the English sentence is what the error prints (tested), and
//! no other language shows English words but those of the file itself.

use crate::formats::codebook::{CodebookFormat, Fault, FaultPlace, FaultReason};
use crate::i18n::{Arg, Messages};

/// The sentence for a broken file.
pub(in crate::command) fn fault(messages: &Messages, fault: &Fault) -> String {
    let facts = [
        ("format", Arg::from(format(messages, fault.format))),
        ("reason", Arg::from(reason(messages, &fault.reason))),
        ("place", Arg::from(place(messages, fault.place))),
    ];
    messages.format("codebook-file-broken", &facts)
}

fn format(messages: &Messages, format: Option<CodebookFormat>) -> String {
    messages.text(match format {
        Some(CodebookFormat::Json) => "codebook-format-json",
        Some(CodebookFormat::Csv) => "codebook-format-csv",
        Some(CodebookFormat::Qdc) => "codebook-format-qdc",
        None => "codebook-format-any",
    })
}

fn place(messages: &Messages, place: FaultPlace) -> String {
    // Line numbers are looked up in editors: no separators, any digits.
    let number = |value: u64| Arg::from(messages.number(value));
    match place {
        FaultPlace::Top => messages.text("fault-place-top"),
        FaultPlace::Line(line) => messages.format("fault-place-line", &[("line", number(line))]),
        FaultPlace::Column(line, column) => messages.format(
            "fault-place-column",
            &[("line", number(line)), ("column", number(column))],
        ),
        FaultPlace::Byte(byte) => messages.format("fault-place-byte", &[("byte", number(byte))]),
        FaultPlace::Megabytes(size) => {
            messages.format("fault-place-size", &[("size", number(size))])
        }
    }
}

fn reason(messages: &Messages, reason: &FaultReason) -> String {
    let found = |id: &str, found: &str| messages.format(id, &[("found", Arg::from(found))]);
    match reason {
        FaultReason::TooLarge => messages.text("fault-too-large"),
        FaultReason::NotUtf8 => messages.text("fault-not-utf8"),
        FaultReason::NotUtf16 => messages.text("fault-not-utf16"),
        FaultReason::EndsEarly => messages.text("fault-ends-early"),
        FaultReason::NotJson => messages.text("fault-not-json"),
        FaultReason::OtherFormat(name) => found("fault-other-format", name),
        FaultReason::NoFormat => messages.text("fault-no-format"),
        FaultReason::MissingField(field) => found("fault-missing-field", field),
        FaultReason::UnknownWord(word) => found("fault-unknown-word", word),
        FaultReason::WrongValue => messages.text("fault-wrong-value"),
        FaultReason::TwoIds(id) => found("fault-two-ids", id),
        FaultReason::NotATable => messages.text("fault-not-a-table"),
        FaultReason::NoColumns => messages.text("fault-no-columns"),
        FaultReason::Nameless => messages.text("fault-nameless"),
        FaultReason::IdTwice { id, line } => messages.format(
            "fault-id-twice",
            &[
                ("found", Arg::from(id)),
                ("line", Arg::from(messages.number(*line))),
            ],
        ),
        FaultReason::Unknown {
            found,
            column,
            known,
        } => messages.format(
            "fault-unknown",
            &[
                ("found", Arg::from(found)),
                ("column", Arg::from(*column)),
                ("known", Arg::from(*known)),
            ],
        ),
        FaultReason::NoColor(color) => messages.format(
            "fault-no-color",
            &[("found", Arg::from(color)), ("form", Arg::from("#RRGGBB"))],
        ),
        FaultReason::NoNumber(number) => found("fault-no-number", number),
        FaultReason::NotYesNo { found, column } => messages.format(
            "fault-not-yes-no",
            &[("found", Arg::from(found)), ("column", Arg::from(*column))],
        ),
        FaultReason::Attributes => messages.text("fault-attributes"),
        FaultReason::WrongEnd {
            expected,
            found: ends,
        } => messages.format(
            "fault-wrong-end",
            &[
                ("found", Arg::from(ends)),
                ("expected", Arg::from(expected)),
            ],
        ),
        FaultReason::NotClosed(name) => found("fault-not-closed", name),
        FaultReason::UnknownReference(name) => {
            found("fault-unknown-reference", &format!("&{name};"))
        }
        FaultReason::NoCodes => messages.text("fault-no-codes"),
        FaultReason::TooDeep => messages.text("fault-too-deep"),
        FaultReason::NoName => messages.text("fault-no-name"),
        FaultReason::NoGuid(name) => found("fault-no-guid", name),
        FaultReason::GuidTwice { name, line } => messages.format(
            "fault-guid-twice",
            &[
                ("found", Arg::from(name)),
                ("line", Arg::from(messages.number(*line))),
            ],
        ),
        // What a parser has no better word for.
        _ => messages.text("fault-not-xml"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn english_is_what_the_error_prints_and_arabic_is_arabic() {
        let text = || "قسد".to_owned();
        let reasons = [
            FaultReason::TooLarge,
            FaultReason::NotUtf8,
            FaultReason::NotUtf16,
            FaultReason::EndsEarly,
            FaultReason::NotJson,
            FaultReason::OtherFormat(text()),
            FaultReason::NoFormat,
            FaultReason::MissingField(text()),
            FaultReason::UnknownWord(text()),
            FaultReason::WrongValue,
            FaultReason::TwoIds(text()),
            FaultReason::NotATable,
            FaultReason::NoColumns,
            FaultReason::Nameless,
            FaultReason::IdTwice {
                id: text(),
                line: 1234,
            },
            FaultReason::Unknown {
                found: text(),
                column: "kind",
                known: "entity, passage",
            },
            FaultReason::NoColor(text()),
            FaultReason::NoNumber(text()),
            FaultReason::NotYesNo {
                found: text(),
                column: "retired",
            },
            FaultReason::Attributes,
            FaultReason::NotXml,
            FaultReason::WrongEnd {
                expected: text(),
                found: text(),
            },
            FaultReason::NotClosed(text()),
            FaultReason::UnknownReference(text()),
            FaultReason::NoCodes,
            FaultReason::TooDeep,
            FaultReason::NoName,
            FaultReason::NoGuid(text()),
            FaultReason::GuidTwice {
                name: text(),
                line: 7,
            },
        ];
        let places = [
            FaultPlace::Top,
            FaultPlace::Line(1234),
            FaultPlace::Column(3, 14),
            FaultPlace::Byte(12_345),
            FaultPlace::Megabytes(70),
        ];
        let formats = [
            None,
            Some(CodebookFormat::Json),
            Some(CodebookFormat::Csv),
            Some(CodebookFormat::Qdc),
        ];
        let (english, arabic) = (Messages::new(Language::En), Messages::new(Language::Ar));
        for (index, reason) in reasons.into_iter().enumerate() {
            let one = Fault {
                format: formats.iter().cycle().nth(index).copied().flatten(),
                place: places
                    .iter()
                    .cycle()
                    .nth(index)
                    .copied()
                    .unwrap_or(FaultPlace::Top),
                reason,
            };
            let said = fault(&english, &one).replace(['\u{2068}', '\u{2069}'], "");
            assert_eq!(said, one.to_string());
            let said = fault(&arabic, &one);
            let foreign = ["line", " is ", " no ", " the ", "stands", "missing"];
            assert!(!foreign.iter().any(|word| said.contains(word)), "{said}");
        }
    }
}
