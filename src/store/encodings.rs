//! From bytes to characters.
//!
//! The order of questions: a byte order mark; UTF-16 without one; strict
//! UTF-8; UTF-8 with a few broken bytes; an Arabic one-byte encoding by how
//! often its letters occur; anything else by chardetng.
//!
//! **Invariant:** decoding changes nothing but the encoding: no line ends, no
//! normalisation. Bytes that mean nothing become U+FFFD and are reported.

use super::StoreError;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_6, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1256};
use std::path::Path;

/// A decoded text and how it was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decoded {
    /// The text, without byte order mark.
    pub text: String,
    /// The encoding by its WHATWG name.
    pub encoding: &'static str,
    /// Whether the bytes began with a byte order mark.
    pub had_bom: bool,
    /// Whether the encoding was inferred from the letters and may be wrong.
    pub guessed: bool,
    /// Whether some bytes meant nothing in this encoding.
    pub malformed: bool,
}

/// The encodings offered to a person, most likely first.
pub const OFFERED: [&str; 8] = [
    "UTF-8",
    "windows-1256",
    "ISO-8859-6",
    "UTF-16LE",
    "UTF-16BE",
    "windows-1252",
    "windows-1251",
    "windows-1254",
];

/// Decodes bytes, in the encoding of that name if one is forced. Bytes that
/// are no text are refused (unless forced).
pub fn decode(bytes: &[u8], forced: Option<&str>) -> Result<Decoded, StoreError> {
    if let Some(label) = forced {
        let encoding = Encoding::for_label(label.trim().as_bytes())
            .ok_or_else(|| StoreError::UnknownEncoding(label.to_owned()))?;
        return Ok(decode_as(bytes, encoding, false));
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        let decoded = decode_as(bytes, encoding, false);
        // UTF-32 and programs that begin with these two bytes.
        return if decoded.text.contains('\0') {
            Err(binary("a program or a file of data"))
        } else {
            Ok(decoded)
        };
    }
    if let Some(what) = known_binary(bytes) {
        return Err(binary(what));
    }
    if let Some(encoding) = utf16_without_bom(bytes) {
        return Ok(decode_as(bytes, encoding, true));
    }
    if looks_binary(bytes) {
        return Err(binary("a program or a file of data"));
    }
    if std::str::from_utf8(bytes).is_ok() || is_damaged_utf8(bytes) {
        return Ok(decode_as(bytes, UTF_8, false));
    }
    Ok(decode_as(bytes, guess_one_byte(bytes), true))
}

/// The path is filled in by whoever knows it.
fn binary(what: &'static str) -> StoreError {
    StoreError::Binary {
        what,
        path: Path::new("").to_owned(),
    }
}

fn decode_as(bytes: &[u8], encoding: &'static Encoding, guessed: bool) -> Decoded {
    let bom = Encoding::for_bom(bytes).filter(|(found, _)| *found == encoding);
    let body = bytes
        .get(bom.map_or(0, |(_, len)| len)..)
        .unwrap_or_default();
    let (text, malformed) = encoding.decode_without_bom_handling(body);
    Decoded {
        text: text.into_owned(),
        encoding: encoding.name(),
        had_bom: bom.is_some(),
        guessed,
        malformed,
    }
}

/// Files whose first bytes say what they are.
fn known_binary(bytes: &[u8]) -> Option<&'static str> {
    const SIGNS: [(&[u8], &str); 12] = [
        (b"%PDF-", "a PDF"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"GIF8", "a picture"),
        (b"\x7FELF", "a program"),
        (b"\xD0\xCF\x11\xE0", "an old office document"),
        (b"\x1F\x8B", "a compressed file"),
        (b"7z\xBC\xAF", "a compressed file"),
        (b"Rar!", "a compressed file"),
        (b"SQLite format 3\0", "a database"),
        (b"{\\rtf", "an RTF document"),
    ];
    SIGNS
        .iter()
        .find(|(sign, _)| bytes.starts_with(sign))
        .map(|(_, what)| *what)
}

/// Control characters no text holds. The limit is generous: text captured
/// from terminals holds escapes.
fn looks_binary(bytes: &[u8]) -> bool {
    let sample = bytes.get(..1 << 16).unwrap_or(bytes);
    let controls = sample
        .iter()
        .filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B..=0x1F))
        .count();
    sample.contains(&0) || controls * 50 > sample.len()
}

/// UTF-16 without a byte order mark. Arabic in UTF-16 is valid ASCII byte for
/// byte (0x06 and printable letters), so this is asked before UTF-8.
fn utf16_without_bom(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..1 << 16).unwrap_or(bytes);
    let (pairs, _) = sample.as_chunks::<2>();
    if pairs.is_empty() || !bytes.len().is_multiple_of(2) {
        return None;
    }
    [(UTF_16LE, 1), (UTF_16BE, 0)]
        .into_iter()
        .find(|&(encoding, high)| {
            let units = pairs
                .iter()
                .map(|pair| u16::from(pair[high]) << 8 | u16::from(pair[1 - high]));
            let mut likely = 0;
            for unit in units {
                match unit {
                    // Arabic, and the Latin letters, spaces and marks of prose.
                    0x0600..=0x06FF | 0x20..=0x7E | 0xA0 | 0xAB | 0xBB | 9 | 10 | 13 => likely += 1,
                    0 => return false,
                    _ => {}
                }
            }
            let high_bytes = |wanted: u8| pairs.iter().filter(|pair| pair[high] == wanted).count();
            likely * 10 >= pairs.len() * 9
                && high_bytes(0) + high_bytes(6) > pairs.len() / 2
                && !encoding.decode_without_bom_handling(sample).1
        })
        .map(|(encoding, _)| encoding)
}

/// UTF-8 in which few sequences are broken: at least twenty good ones for
/// each bad one.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= bad.saturating_mul(20)
}

/// How often Arabic letters and marks occur in news prose, in thousandths of
/// all letters; counted over the five sample documents and rounded.
const ARABIC_LETTERS: [(char, i64); 36] = [
    ('ا', 150),
    ('ل', 115),
    ('ي', 75),
    ('م', 62),
    ('و', 62),
    ('ن', 55),
    ('ر', 52),
    ('ت', 48),
    ('ة', 38),
    ('ب', 38),
    ('ع', 36),
    ('د', 36),
    ('س', 30),
    ('ف', 28),
    ('ه', 28),
    ('أ', 24),
    ('ق', 23),
    ('ك', 23),
    ('ح', 20),
    ('ج', 16),
    ('ش', 13),
    ('ط', 12),
    ('ص', 12),
    ('خ', 11),
    ('ى', 9),
    ('إ', 9),
    ('ض', 9),
    ('ز', 8),
    ('ذ', 7),
    ('ث', 7),
    ('غ', 6),
    ('ئ', 5),
    ('ء', 5),
    ('ظ', 4),
    ('ؤ', 3),
    ('آ', 3),
];

/// How Arabic a decoded sample looks: the mean weight of its letters, less a
/// penalty for characters Arabic prose does not hold and for letters glued to
/// Latin ones (accents of European words); and how many letters there were.
fn arabic_score(bytes: &[u8], encoding: &'static Encoding) -> (i64, usize) {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let (mut score, mut letters) = (0_i64, 0_usize);
    let mut previous = ' ';
    for character in text.chars() {
        let glued = previous.is_ascii_alphabetic() || character.is_ascii_alphabetic();
        if glued && !(previous.is_ascii() && character.is_ascii()) {
            score -= 60;
        }
        if !character.is_ascii() {
            letters += 1;
            score += weight(character);
        }
        // The article is the surest sign.
        if (previous, character) == ('ا', 'ل') {
            score += 40;
        }
        previous = character;
    }
    (score / letters.max(1) as i64, letters)
}

fn weight(character: char) -> i64 {
    match character {
        '\u{60C}' | '\u{61B}' | '\u{61F}' | '\u{640}'..='\u{652}' => 10,
        '\u{A0}' | '«' | '»' | '“' | '”' | '‘' | '’' | '…' | '–' | '—' => 0,
        'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ں' | 'ہ' | 'ے' | 'ٹ' | 'ڈ' | 'ڑ' => 8,
        _ => ARABIC_LETTERS
            .iter()
            .find(|(letter, _)| *letter == character)
            .map_or(-150, |(_, weight)| *weight),
    }
}

fn guess_one_byte(bytes: &[u8]) -> &'static Encoding {
    let sample = bytes.get(..1 << 18).unwrap_or(bytes);
    // The tie goes to the encoding that is met more often.
    let windows = arabic_score(sample, WINDOWS_1256);
    let iso = arabic_score(sample, ISO_8859_6);
    let (arabic, (score, letters)) = if iso.0 > windows.0 {
        (ISO_8859_6, iso)
    } else {
        (WINDOWS_1256, windows)
    };
    // Prose scores 60 and more, other scripts below 20. A few words may score
    // low by chance; this is a program for Arabic, so they count as Arabic.
    if score > if letters < 16 { 5 } else { 30 } {
        return arabic;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if [WINDOWS_1256, ISO_8859_6].contains(&guess) {
        arabic
    } else {
        guess
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    const NEWS: &str =
        "قالت وزارة الدفاع، الأحد: «إنّ القوات وصلت إلى دير الزور» في 21 كانون الثاني.\r\n";

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| {
                if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect()
    }

    fn assert_reads(bytes: &[u8], text: &str, encoding: &str) {
        let decoded = decode(bytes, None).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
        assert!(!decoded.malformed);
    }

    #[test]
    fn unicode_is_recognised_with_and_without_mark() {
        assert_reads(NEWS.as_bytes(), NEWS, "UTF-8");
        assert_reads(b"", "", "UTF-8");
        assert_reads(b"ab", "ab", "UTF-8");
        assert_reads(&utf16(NEWS, false), NEWS, "UTF-16LE");
        assert_reads(&utf16(NEWS, true), NEWS, "UTF-16BE");
        assert_reads(
            &utf16("plain English, quite long", false),
            "plain English, quite long",
            "UTF-16LE",
        );
        let mut with_mark = b"\xEF\xBB\xBF".to_vec();
        with_mark.extend(NEWS.as_bytes());
        let decoded = decode(&with_mark, None).unwrap();
        assert!(decoded.had_bom && !decoded.guessed && decoded.text == NEWS);
        let decoded = decode(&utf16(&format!("\u{FEFF}{NEWS}"), true), None).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.had_bom), (NEWS, true));
    }

    #[test]
    fn arabic_one_byte_encodings_are_told_apart() {
        let (bytes, _, _) = WINDOWS_1256.encode(NEWS);
        assert_reads(&bytes, NEWS, "windows-1256");
        let plain = NEWS.replace(['«', '»'], "\"");
        let (bytes, _, lossy) = ISO_8859_6.encode(&plain);
        assert!(!lossy);
        assert_reads(&bytes, &plain, "ISO-8859-6");
        assert!(decode(&bytes, None).unwrap().guessed);
        for word in ["قسد", "سوريا", "الأكراد", "غزة", "عين عيسى", "خط ضغط"]
        {
            assert_reads(&WINDOWS_1256.encode(word).0, word, "windows-1256");
        }
    }

    #[test]
    fn other_languages_are_not_taken_for_arabic() {
        let french =
            "Le président a déclaré à la presse que l'été était très sec dans l'intérieur.";
        assert_reads(
            &encoding_rs::WINDOWS_1252.encode(french).0,
            french,
            "windows-1252",
        );
        let russian = "Министерство обороны сообщило о событиях на севере страны.";
        assert_reads(
            &encoding_rs::WINDOWS_1251.encode(russian).0,
            russian,
            "windows-1251",
        );
    }

    #[test]
    fn a_broken_byte_does_not_change_the_encoding() {
        let mut bytes = NEWS.as_bytes().to_vec();
        bytes.push(0xFF);
        let decoded = decode(&bytes, None).unwrap();
        assert_eq!((decoded.encoding, decoded.malformed), ("UTF-8", true));
    }

    #[test]
    fn a_forced_encoding_is_used_and_an_unknown_one_refused() {
        let decoded = decode(NEWS.as_bytes(), Some("cp1256")).unwrap();
        assert_eq!((decoded.encoding, decoded.guessed), ("windows-1256", false));
        assert!(matches!(
            decode(b"", Some("klingon")),
            Err(StoreError::UnknownEncoding(_))
        ));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let cases: [&[u8]; 6] = [
            b"%PDF-1.7",
            b"PK\x03\x04..",
            b"a\0b",
            b"\xFF\xFE\0\0a\0\0\0",
            &[0; 64],
            b"\x01\x02\x03",
        ];
        for bytes in cases {
            assert!(
                matches!(decode(bytes, None), Err(StoreError::Binary { .. })),
                "{bytes:?}"
            );
        }
    }
}
