//! REFI-QDA's exchange of codebooks (`.qdc`), which `NVivo`, MAXQDA, ATLAS.ti,
//! `QualCoder` and Taguette read.
//!
//! Specification: REFI-QDA 1.5, section 5.2 (qdasoftware.org): `CodeBook` of
//! `urn:QDA-XML:codebook:1.0` holds `Codes`, each `Code` has `guid`, `name`,
//! `isCodable`, `color` (`#RRGGBB`), then a `Description`, then the codes
//! below it. Writers in the wild use other spellings of the namespace and
//! colours with an alpha in front; both are read.
//!
//! **Invariant:** identifiers are GUIDs and always the same for the same tag,
//! so that a codebook taken back in finds its tags.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::escape::{escape, resolve_xml_entity};
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use sha2::{Digest as _, Sha256};

use super::{
    Codebook, CodebookFormat, FaultReason, FormatError, ReadCodebook, ReadTag, broken, text_of,
};
use crate::model::{Id, Tag, TagKind};

/// The namespace of the specification.
const NAMESPACE: &str = "urn:QDA-XML:codebook:1.0";
/// How deep codes may lie in one another.
const DEEPEST: usize = 200;

/// The GUID a tag has in these files: its id, if that is a UUID, else one made
/// of the id's hash (UUID version 8).
pub fn guid_of(id: &Id) -> Id {
    let known = id.as_str().trim_matches(['{', '}']);
    let guid = uuid::Uuid::try_parse(known).unwrap_or_else(|_| {
        let hash = Sha256::digest(format!("hashiya tag {id}").as_bytes());
        let mut bytes = [0_u8; 16];
        for (byte, from) in bytes.iter_mut().zip(hash) {
            *byte = from;
        }
        uuid::Builder::from_custom_bytes(bytes).into_uuid()
    });
    Id::new(guid.hyphenated().to_string().to_uppercase())
}

/// Writes a codebook with the names of one language.
pub(super) fn write(codebook: &Codebook, language: &str) -> Result<Vec<u8>, FormatError> {
    if codebook.tags.is_empty() {
        return Err(FormatError::NoCodes);
    }
    let mut children: BTreeMap<Option<&Id>, Vec<&Tag>> = BTreeMap::new();
    for tag in &codebook.tags {
        children.entry(tag.parent.as_ref()).or_default().push(tag);
    }
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CodeBook xmlns=\"{NAMESPACE}\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xsi:schemaLocation=\"{NAMESPACE} Codebook.xsd\" origin=\"Hashiya {}\">\n  <Codes>\n",
        env!("CARGO_PKG_VERSION")
    );
    for tag in children.get(&None).into_iter().flatten() {
        write_code(&mut out, tag, language, &children, 2);
    }
    out.push_str("  </Codes>\n</CodeBook>\n");
    Ok(out.into_bytes())
}

fn write_code(
    out: &mut String,
    tag: &Tag,
    language: &str,
    children: &BTreeMap<Option<&Id>, Vec<&Tag>>,
    depth: usize,
) {
    let indent = "  ".repeat(depth);
    let name = visible(tag.name(language).trim());
    out.extend([format!(
        "{indent}<Code guid=\"{}\" name=\"{}\" isCodable=\"true\" color=\"{}\"",
        guid_of(&tag.id),
        escape(name.as_str()),
        color_of(&tag.color).unwrap_or_else(|| "#67737E".to_owned()),
    )]);
    let below = children.get(&Some(&tag.id)).map_or(&[][..], Vec::as_slice);
    if below.is_empty() && tag.description.is_empty() {
        out.push_str("/>\n");
        return;
    }
    out.push_str(">\n");
    if !tag.description.is_empty() {
        let text = visible(&tag.description);
        // A carriage return would come back as a line feed.
        let text = escape(text.as_str()).replace('\r', "&#13;");
        out.extend([format!("{indent}  <Description>{text}</Description>\n")]);
    }
    for child in below {
        write_code(out, child, language, children, depth + 1);
    }
    out.extend([indent.as_str(), "</Code>\n"]);
}

/// Without the control characters XML 1.0 cannot hold.
fn visible(text: &str) -> String {
    text.chars()
        .filter(|c| {
            matches!(c, '\t' | '\n' | '\r') || (*c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'))
        })
        .collect()
}

/// `#RRGGBB` of a colour as programs write it: `#RGB`, `#RRGGBB`, `#AARRGGBB`
/// or `rgb(r,g,b)`.
pub(super) fn color_of(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some(parts) = text
        .to_ascii_lowercase()
        .strip_prefix("rgb(")
        .and_then(|rest| rest.strip_suffix(')'))
    {
        let parts: Option<Vec<u8>> = parts
            .split(',')
            .map(|part| part.trim().parse().ok())
            .collect();
        return match parts?.as_slice() {
            [r, g, b] => Some(format!("#{r:02X}{g:02X}{b:02X}")),
            _ => None,
        };
    }
    let digits = text.strip_prefix('#').unwrap_or(text);
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    match digits.len() {
        3 => Some(digits.chars().fold("#".to_owned(), |mut color, digit| {
            color.extend([digit, digit]);
            color
        })),
        6 => Some(format!("#{digits}")),
        8 => digits.get(2..).map(|rest| format!("#{rest}")),
        _ => None,
    }
}

/// The language of a name by its letters.
pub(super) fn language_of(name: &str) -> &'static str {
    let arabic = |c: char| matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    if name.chars().any(arabic) { "ar" } else { "en" }
}

/// The text of the file; other programs also write UTF-16.
fn source_of(bytes: &[u8]) -> Result<String, FormatError> {
    let units = |read: fn([u8; 2]) -> u16| -> Result<String, FormatError> {
        let units: Vec<u16> = bytes
            .chunks_exact(2)
            .skip(1)
            .map(|pair| match pair {
                [a, b] => read([*a, *b]),
                _ => 0,
            })
            .collect();
        String::from_utf16(&units)
            .map_err(|_| broken(CodebookFormat::Qdc, 0, FaultReason::NotUtf16))
    };
    if bytes.starts_with(&[0xff, 0xfe]) {
        units(u16::from_le_bytes)
    } else if bytes.starts_with(&[0xfe, 0xff]) {
        units(u16::from_be_bytes)
    } else {
        text_of(bytes, CodebookFormat::Qdc).map(str::to_owned)
    }
}

/// What is being read.
#[derive(Default)]
struct Reading {
    tags: Vec<ReadTag>,
    lines: BTreeMap<Id, u64>,
    /// The codes that are open, as places in `tags`.
    open: Vec<usize>,
    /// Elements that are open, by local name.
    path: Vec<String>,
    unknown: BTreeSet<String>,
    is_codebook: bool,
}

/// Reads a codebook, also the one inside a REFI-QDA project.
pub(super) fn read(bytes: &[u8]) -> Result<ReadCodebook, FormatError> {
    let source = source_of(bytes)?;
    let mut reader = Reader::from_str(&source);
    // The line of a byte, counted on from the last one asked for.
    let mut counted = (0, 1);
    let mut line_at = |byte: u64| -> u64 {
        let byte = usize::try_from(byte)
            .unwrap_or(usize::MAX)
            .min(source.len());
        let (from, line) = if byte < counted.0 { (0, 1) } else { counted };
        let between = source.get(from..byte).unwrap_or_default();
        counted = (byte, line + between.matches('\n').count() as u64);
        counted.1
    };
    let mut reading = Reading::default();
    loop {
        let event = reader.read_event();
        let line = line_at(reader.buffer_position());
        let fail = |reason| broken(CodebookFormat::Qdc, line, reason);
        let no_text = |_: quick_xml::encoding::EncodingError| fail(FaultReason::NotXml);
        match event {
            Err(error) => {
                let line = line_at(reader.error_position());
                let reason = FaultReason::of_xml(&error);
                return Err(broken(CodebookFormat::Qdc, line, reason));
            }
            Ok(Event::Start(element)) => {
                reading.open(&element, line).map_err(fail)?;
            }
            Ok(Event::Empty(element)) => {
                reading.open(&element, line).map_err(fail)?;
                reading.close();
            }
            Ok(Event::End(_)) => reading.close(),
            Ok(Event::Text(text)) => {
                let text = text.xml10_content();
                let text = text.map_err(no_text)?;
                reading.text(&text);
            }
            Ok(Event::CData(text)) => {
                let text = text.xml10_content();
                let text = text.map_err(no_text)?;
                reading.text(&text);
            }
            Ok(Event::GeneralRef(reference)) => {
                let name = reference.decode().map_err(no_text)?;
                let letter = reference
                    .resolve_char_ref()
                    .map_err(|error| fail(FaultReason::of_xml(&error)))?;
                match (letter, resolve_xml_entity(&name)) {
                    (Some(letter), _) => reading.text(letter.encode_utf8(&mut [0; 4])),
                    (None, Some(text)) => reading.text(text),
                    (None, None) => {
                        let name = name.into_owned();
                        return Err(fail(FaultReason::UnknownReference(name)));
                    }
                }
            }
            Ok(Event::Eof) => break,
            Ok(Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_)) => {}
        }
    }
    if !reading.is_codebook {
        return Err(broken(CodebookFormat::Qdc, 0, FaultReason::NoCodes));
    }
    if let Some(unclosed) = reading.path.last() {
        let line = line_at(source.len() as u64);
        let reason = FaultReason::NotClosed(unclosed.clone());
        return Err(broken(CodebookFormat::Qdc, line, reason));
    }
    Ok(ReadCodebook {
        format: CodebookFormat::Qdc,
        name: None,
        tags: reading.tags,
        unknown: reading.unknown.into_iter().collect(),
    })
}

impl Reading {
    fn open(&mut self, element: &BytesStart<'_>, line: u64) -> Result<(), FaultReason> {
        let name = String::from_utf8_lossy(element.local_name().as_ref()).into_owned();
        let inside_codes = self.path.iter().any(|part| part == "Codes");
        match (name.as_str(), self.path.last().map(String::as_str)) {
            ("Codes", Some("CodeBook")) => self.is_codebook = true,
            ("Code", Some("Codes" | "Code")) if inside_codes => self.open_code(element, line)?,
            (name, Some("CodeBook" | "Code")) if name != "Description" => {
                self.unknown.insert(name.to_owned());
            }
            _ => {}
        }
        if self.path.len() > DEEPEST {
            return Err(FaultReason::TooDeep);
        }
        self.path.push(name);
        Ok(())
    }

    fn open_code(&mut self, element: &BytesStart<'_>, line: u64) -> Result<(), FaultReason> {
        let mut found: BTreeMap<String, String> = BTreeMap::new();
        for attribute in element.attributes() {
            let attribute = attribute.map_err(|_| FaultReason::NotXml)?;
            let name = String::from_utf8_lossy(attribute.key.local_name().as_ref()).into_owned();
            let value = String::from_utf8_lossy(&attribute.value).into_owned();
            let value = quick_xml::escape::unescape(&value)
                .map_err(|error| FaultReason::of_xml(&error.into()))?;
            found.insert(name, value.into_owned());
        }
        let text = |name: &str| found.get(name).map_or("", |value| value.trim());
        let name = text("name");
        if name.is_empty() {
            return Err(FaultReason::NoName);
        }
        let guid = text("guid").trim_matches(['{', '}']).to_uppercase();
        if guid.is_empty() {
            return Err(FaultReason::NoGuid(name.to_owned()));
        }
        let id = Id::new(guid);
        if let Some(first) = self.lines.insert(id.clone(), line) {
            return Err(FaultReason::GuidTwice {
                name: name.to_owned(),
                line: first,
            });
        }
        let language = language_of(name);
        let names = [(language.to_owned(), name.to_owned())].into();
        let mut tag = Tag::new(id, TagKind::Passage, names);
        let mut carried: BTreeSet<&'static str> =
            ["names", "parent", "description", "order"].into();
        if !text("color").is_empty() {
            tag.color = color_of(text("color"))
                .ok_or_else(|| FaultReason::NoColor(text("color").to_owned()))?;
            tag.color_dark.clone_from(&tag.color);
            carried.insert("color");
        }
        tag.parent = self
            .open
            .last()
            .and_then(|above| self.tags.get(*above))
            .map(|above| above.tag.id.clone());
        tag.order = u32::try_from(self.tags.len()).unwrap_or(u32::MAX);
        self.open.push(self.tags.len());
        self.tags.push(ReadTag {
            tag,
            carried,
            guessed_language: Some(language),
        });
        Ok(())
    }

    fn close(&mut self) {
        let inside_codes = self.path.iter().any(|part| part == "Codes");
        if self.path.pop().as_deref() == Some("Code") && inside_codes {
            self.open.pop();
        }
    }

    fn text(&mut self, text: &str) {
        if self.path.last().map(String::as_str) == Some("Description")
            && let Some(read) = self.open.last().and_then(|at| self.tags.get_mut(*at))
        {
            read.tag.description.push_str(text);
        }
    }
}
