//! Makes the bytes a text was read from again, to compare their hash.
//!
//! Invariant: a hash is given only if the bytes can be made without doubt.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use sha2::{Digest as _, Sha256};

/// SHA-256 as 64 lower-case hexadecimal digits.
pub(super) fn sha256_hex(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

/// The hash of the bytes a text was read from.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum TextHash {
    /// Known.
    Of(String),
    /// Unknown: the bytes were damaged, or their encoding does not lead back.
    Unknown,
}

/// The hash of a text's original bytes, by its encoding (WHATWG label) and
/// whether they began with a byte order mark.
pub(super) fn original_hash(text: &str, encoding: &str, had_bom: bool) -> TextHash {
    // What could not be decoded became U+FFFD; which bytes it was is lost.
    let Some(encoding) = Encoding::for_label(encoding.as_bytes()) else {
        return TextHash::Unknown;
    };
    if text.contains('\u{fffd}') {
        return TextHash::Unknown;
    }
    let with_mark = || {
        had_bom
            .then_some('\u{feff}')
            .into_iter()
            .chain(text.chars())
    };
    let units = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        with_mark()
            .flat_map(|c| c.encode_utf16(&mut [0; 2]).to_vec())
            .flat_map(bytes)
            .collect()
    };
    if encoding == UTF_8 {
        return TextHash::Of(sha256_hex(with_mark().collect::<String>().as_bytes()));
    }
    if encoding == UTF_16LE {
        return TextHash::Of(sha256_hex(&units(u16::to_le_bytes)));
    }
    if encoding == UTF_16BE {
        return TextHash::Of(sha256_hex(&units(u16::to_be_bytes)));
    }
    // Encodings with shift states have several spellings of one text.
    if !encoding.is_single_byte() {
        return TextHash::Unknown;
    }
    let (bytes, _, replaced) = encoding.encode(text);
    if replaced {
        TextHash::Unknown
    } else {
        TextHash::Of(sha256_hex(&bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::{TextHash, original_hash, sha256_hex};

    #[test]
    fn bytes_are_made_again_in_each_encoding() {
        let hash = |bytes: &[u8]| TextHash::Of(sha256_hex(bytes));
        assert_eq!(original_hash("قسد", "UTF-8", false), hash("قسد".as_bytes()));
        assert_eq!(
            original_hash("ق", "UTF-8", true),
            hash(b"\xEF\xBB\xBF\xD9\x82")
        );
        assert_eq!(
            original_hash("ق😀", "UTF-16LE", true),
            hash(b"\xFF\xFE\x42\x06\x3D\xD8\x00\xDE")
        );
        assert_eq!(original_hash("ق", "UTF-16BE", false), hash(b"\x06\x42"));
        assert_eq!(
            original_hash("قسد", "windows-1256", false),
            hash(b"\xDE\xD3\xCF")
        );
        assert_eq!(
            original_hash("ق\u{fffd}", "UTF-8", false),
            TextHash::Unknown
        );
        assert_eq!(
            original_hash("😀", "windows-1256", false),
            TextHash::Unknown
        );
        assert_eq!(original_hash("a", "no such", false), TextHash::Unknown);
    }
}
