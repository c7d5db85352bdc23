//! Reading the marks of a project file, of which there may be very many.
//!
//! A record is read field by field, without the detour that serde takes for
//! fields it does not know; and in a file that this program has written, where
//! each mark has a line of its own, stretches of lines are read by several
//! threads.
//!
//! **Invariant:** the marks are the same, in the same order, however they were
//! read.

use super::{
    file_records::{FileAnnotation, FileSpan},
    placing::{Placed, Placing},
};
use crate::model::{Extra, Id, Origin};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
};
use std::{
    borrow::Cow,
    fmt,
    io::BufRead,
    num::NonZero,
    ops::Range,
    sync::atomic::{AtomicUsize, Ordering},
};

/// Lines read in one go by one thread.
const STRETCH: usize = 2000;
/// Threads that read at the same time, at most.
const THREADS: usize = 4;

/// The list of marks of a project file as it was read.
#[derive(Debug)]
pub(super) enum Marks {
    /// They stand here.
    Here(Vec<FileAnnotation>),
    /// They were taken out before, to be read line by line.
    Apart,
}

impl Default for Marks {
    fn default() -> Self {
        Self::Here(Vec::new())
    }
}

impl Serialize for Marks {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Here(marks) => marks.serialize(serializer),
            Self::Apart => serializer.serialize_unit(),
        }
    }
}

impl<'de> Deserialize<'de> for Marks {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Marks;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a sequence")
            }

            fn visit_unit<E: Error>(self) -> Result<Marks, E> {
                Ok(Marks::Apart)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Marks, A::Error> {
                let mut marks = Vec::new();
                while let Some(mark) = list.next_element()? {
                    marks.push(mark);
                }
                Ok(Marks::Here(marks))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

impl<'de> Deserialize<'de> for FileAnnotation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Fields)
    }
}

struct Fields;

/// The name of a field, borrowed from the file where it can be.
struct Name<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a field's name")
            }

            fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Borrowed(name)))
            }

            fn visit_str<E>(self, name: &str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Owned(name.to_owned())))
            }
        }
        deserializer.deserialize_str(Reader)
    }
}

/// Takes a field that may stand once.
fn once<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    slot: &mut Option<T>,
    name: &'static str,
    map: &mut A,
) -> Result<(), A::Error> {
    if slot.is_some() {
        return Err(Error::duplicate_field(name));
    }
    *slot = Some(map.next_value()?);
    Ok(())
}

impl<'de> Visitor<'de> for Fields {
    type Value = FileAnnotation;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("struct Annotation")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<FileAnnotation, A::Error> {
        let (mut id, mut document, mut tag, mut by) = (None, None, None, None);
        let mut spans: Option<Vec<FileSpan>> = None;
        let mut entity: Option<Option<Id>> = None;
        let (mut attributes, mut note, mut at) = (None, None, None);
        let mut confidence: Option<Option<f32>> = None;
        let mut grade: Option<Option<String>> = None;
        let mut grade_reason: Option<String> = None;
        let mut origin: Option<Origin> = None;
        let mut extra = Extra::new();
        while let Some(name) = map.next_key::<Name<'de>>()? {
            match &*name.0 {
                "id" => once(&mut id, "id", &mut map)?,
                "document" => once(&mut document, "document", &mut map)?,
                "spans" => once(&mut spans, "spans", &mut map)?,
                "tag" => once(&mut tag, "tag", &mut map)?,
                "entity" => once(&mut entity, "entity", &mut map)?,
                "attributes" => once(&mut attributes, "attributes", &mut map)?,
                "note" => once(&mut note, "note", &mut map)?,
                "confidence" => once(&mut confidence, "confidence", &mut map)?,
                "grade" => once(&mut grade, "grade", &mut map)?,
                "grade_reason" => once(&mut grade_reason, "grade_reason", &mut map)?,
                "by" => once(&mut by, "by", &mut map)?,
                "at" => once(&mut at, "at", &mut map)?,
                "origin" => once(&mut origin, "origin", &mut map)?,
                _ => drop(extra.insert(name.0.into_owned(), map.next_value()?)),
            }
        }
        let missing = Error::missing_field;
        Ok(FileAnnotation {
            id: id.ok_or_else(|| missing("id"))?,
            document: document.ok_or_else(|| missing("document"))?,
            spans: spans.ok_or_else(|| missing("spans"))?,
            tag: tag.ok_or_else(|| missing("tag"))?,
            entity: entity.flatten(),
            attributes: attributes.unwrap_or_default(),
            note: note.unwrap_or_default(),
            confidence: confidence.flatten(),
            grade: grade.flatten(),
            grade_reason: grade_reason.unwrap_or_default(),
            by: by.ok_or_else(|| missing("by"))?,
            at: at.ok_or_else(|| missing("at"))?,
            origin: origin.unwrap_or_default(),
            extra,
        })
    }
}

/// Where the lines of the list of marks are in a file as this program writes
/// it (bytes), one range for each stretch; none in any other file, and where
/// they are few.
pub(super) fn stretches(json: &[u8]) -> Option<Vec<Range<usize>>> {
    const BEGINS: &[u8] = b"  \"annotations\": [\n";
    let mut rest = json;
    let mut at = 0;
    let mut line = |at: &mut usize| -> Option<Range<usize>> {
        let start = *at;
        // No line but the last is without its end.
        *at += rest.skip_until(b'\n').ok().filter(|read| *read > 0)?;
        Some(start..*at)
    };
    loop {
        let here = line(&mut at)?;
        if json.get(here)? == BEGINS {
            break;
        }
    }
    let mut found = Vec::new();
    let (mut start, mut lines) = (at, 0);
    loop {
        let here = line(&mut at)?;
        let words = json.get(here.clone())?;
        if !words.starts_with(b"    {") {
            found.push(start..here.start);
            return (words.starts_with(b"  ]") && found.len() > 1).then_some(found);
        }
        lines += 1;
        if lines == STRETCH {
            found.push(start..here.end);
            (start, lines) = (here.end, 0);
        }
    }
}

/// The file with nothing in the place of these marks, for reading the rest.
pub(super) fn without(json: &[u8], stretches: &[Range<usize>]) -> Option<Vec<u8>> {
    let start = stretches.first()?.start;
    let end = stretches.last()?.end;
    // From the bracket before the first line to the one after the last.
    let before = json.get(..start.checked_sub(2)?)?;
    let after = json.get(end..)?.strip_prefix(b"  ]")?;
    let mut rest = Vec::with_capacity(before.len() + 4 + after.len());
    rest.extend_from_slice(before);
    rest.extend_from_slice(b"null");
    rest.extend_from_slice(after);
    Some(rest)
}

/// Reads the marks of these stretches and finds their places; none if a line
/// is not a mark. `meanwhile` is done by this thread before it helps.
pub(super) fn read_stretches(
    json: &[u8],
    stretches: &[Range<usize>],
    placing: &Placing<'_>,
    meanwhile: impl FnOnce(),
) -> Option<Vec<Placed>> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done: Vec<(usize, Option<Placed>)> = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(range) = stretches.get(index) else {
                return done;
            };
            let lines = json.get(range.clone()).unwrap_or_default();
            done.push((index, read_lines(lines, placing.clone())));
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    let mut done = std::thread::scope(|scope| {
        let helpers: Vec<_> = (1..threads.min(THREADS))
            .filter_map(|_| {
                std::thread::Builder::new()
                    .name("marks".to_owned())
                    .spawn_scoped(scope, work)
                    .ok()
            })
            .collect();
        meanwhile();
        let mut done = work();
        for helper in helpers {
            done.extend(helper.join().ok()?);
        }
        Some(done)
    })?;
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, placed)| placed).collect()
}

fn read_lines(lines: &[u8], mut placing: Placing<'_>) -> Option<Placed> {
    for line in lines.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b",").unwrap_or(line);
        if !line.is_empty() {
            placing.place(serde_json::from_slice(line).ok()?);
        }
    }
    Some(placing.placed)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn fields_are_read_in_any_order_once_and_new_ones_are_kept() {
        let json = r#"{"tag":"place","newer":{"a":1},"id":"x","by":"me","spans":[],
            "document":"d","at":"2026-01-01T00:00:00Z","entity":null,"note":"\u0641"}"#;
        let mark: FileAnnotation = serde_json::from_str(json).unwrap();
        assert_eq!(mark.note, "ف");
        assert_eq!(mark.entity, None);
        assert!(mark.extra.contains_key("newer"));
        for wrong in [
            r#"{"id":"x"}"#,
            r#"{"id":"x","id":"y","document":"d","spans":[],"tag":"t","by":"b","at":"2026-01-01T00:00:00Z"}"#,
            "[]",
            "3",
        ] {
            assert!(serde_json::from_str::<FileAnnotation>(wrong).is_err());
        }
    }

    #[test]
    fn only_lists_of_lines_are_taken_apart() {
        let few = b"{\n  \"annotations\": [\n    {}\n  ]\n}\n";
        assert!(stretches(few).is_none());
        let lines = vec!["    {}"; STRETCH + 1].join(",\n");
        let many = format!("{{\n  \"annotations\": [\n{lines}\n  ],\n  \"notes\": []\n}}\n");
        let found = stretches(many.as_bytes()).unwrap();
        assert_eq!(found.len(), 2);
        let rest = without(many.as_bytes(), &found).unwrap();
        assert_eq!(
            String::from_utf8(rest).unwrap(),
            "{\n  \"annotations\": null,\n  \"notes\": []\n}\n"
        );
        for odd in [
            "{}",
            "",
            "{\n  \"annotations\": [\n    {}",
            &many.replace("  ]", " ]"),
        ] {
            assert!(stretches(odd.as_bytes()).is_none());
        }
    }
}
