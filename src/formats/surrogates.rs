//! Repairs one defect of JSON written by programs that count in UTF-16.
//!
//! Such programs can cut an emoji in half and write the halves as lone
//! surrogate escapes (`\ud83d`). They stand for no character, and JSON readers
//! refuse the whole file. Here each becomes `\ufffd`: still one code point, so
//! that the offsets of a Python reader stay right.
//!
//! Invariant: everything but lone surrogate escapes is left byte for byte.

use std::borrow::Cow;

/// The length in bytes of a `\uXXXX` escape.
const ESCAPE_LENGTH: usize = 6;

/// Replaces lone surrogate escapes in JSON source; also says how many there
/// were.
pub(crate) fn repair(json: &str) -> (Cow<'_, str>, usize) {
    let bytes = json.as_bytes();
    let mut lone = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte != b'\\' {
            at += 1;
            continue;
        }
        match escape_at(bytes, at) {
            Some(0xD800..=0xDBFF) => {
                if let Some(0xDC00..=0xDFFF) = escape_at(bytes, at + ESCAPE_LENGTH) {
                    at += 2 * ESCAPE_LENGTH;
                } else {
                    lone.push(at);
                    at += ESCAPE_LENGTH;
                }
            }
            Some(0xDC00..=0xDFFF) => {
                lone.push(at);
                at += ESCAPE_LENGTH;
            }
            Some(_) => at += ESCAPE_LENGTH,
            // A two-character escape; `\\` must not start another one.
            None => at += 2,
        }
    }
    if lone.is_empty() {
        return (Cow::Borrowed(json), 0);
    }
    let mut repaired = String::with_capacity(json.len());
    let mut done = 0;
    for &start in &lone {
        repaired.push_str(json.get(done..start).unwrap_or_default());
        repaired.push_str("\\ufffd");
        done = start + ESCAPE_LENGTH;
    }
    repaired.push_str(json.get(done..).unwrap_or_default());
    (Cow::Owned(repaired), lone.len())
}

/// The value of the `\uXXXX` escape that starts at this byte, if there is one.
fn escape_at(bytes: &[u8], at: usize) -> Option<u16> {
    let escape = bytes.get(at..at + ESCAPE_LENGTH)?;
    let [b'\\', b'u', digits @ ..] = escape else {
        return None;
    };
    let digits = std::str::from_utf8(digits).ok()?;
    if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::repair;

    #[test]
    fn pairs_and_other_escapes_stay() {
        for json in [
            r#""\ud83d\ude00""#,
            r#""\\ud83d""#,
            r#""\u0642\n\"""#,
            "\"قسد\"",
            r"\",
            r"\u12",
        ] {
            assert_eq!(repair(json), (json.into(), 0), "{json}");
        }
    }

    #[test]
    fn each_lone_half_becomes_one_replacement_character() {
        assert_eq!(
            repair(r#""a\ud83d b\uDE00\ud83d\ud83d\ude00""#).0,
            r#""a\ufffd b\ufffd\ufffd\ud83d\ude00""#
        );
        assert_eq!(repair(r#""\ud83d""#).1, 1);
        assert_eq!(repair(r#""\\\ud83d""#).0, r#""\\\ufffd""#);
    }
}
