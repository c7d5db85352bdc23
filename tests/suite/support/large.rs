//! Large projects made from the sample, for tests and benches.

use std::sync::Arc;

use hashiya::model::{About, Analyst, Annotation, Document, Id, Project, Record, Span, Timestamp};

const DOCUMENTS: [&str; 5] = [
    include_str!("../../../assets/sample/000_78be79fe188fd794.txt"),
    include_str!("../../../assets/sample/001_4ea3360cc071faf6.txt"),
    include_str!("../../../assets/sample/002_98a9688859ba6c81.txt"),
    include_str!("../../../assets/sample/003_d43fd22800138fb2.txt"),
    include_str!("../../../assets/sample/004_9b3e99bb665d1696.txt"),
];

/// The sample over and over, at least `bytes` long, every copy numbered so
/// that no cache finds a paragraph it has seen before.
pub(crate) fn text(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 64 * 1024);
    let mut copy = 0;
    while text.len() < bytes {
        for document in DOCUMENTS {
            for line in document.lines() {
                copy += 1;
                if !line.trim().is_empty() {
                    text.push_str(line);
                    text.push(' ');
                    text.push_str(&copy.to_string());
                }
                text.push('\n');
            }
        }
    }
    text
}

/// A project on one text with about `marks` marks on its words, spread
/// evenly: mostly single words, some phrases over them, some passages.
pub(crate) fn project(text: impl Into<Arc<str>>, marks: usize) -> Project {
    let text: Arc<str> = text.into();
    let at = Timestamp::UNIX_EPOCH;
    let analyst = Analyst::new(Id::new("analyst"), "Analyst");
    let small = Project::new("Large", analyst.clone());
    let words: Vec<Span> = words(&text);
    let tags: Vec<Id> = small.tags().map(|tag| tag.id.clone()).collect();
    let id = Id::new("document");
    let mut records: Vec<Record> = small
        .tags()
        .map(|tag| Record::from(tag.clone()))
        .chain([
            analyst.clone().into(),
            Document::new(id.clone(), "Large", text, at).into(),
        ])
        .collect();
    for index in 0..marks.min(words.len()) {
        let word = index * words.len() / marks;
        let length = match index % 50 {
            0 => 60,
            1 | 11 | 21 => 4,
            _ => 1,
        };
        let last = (word + length - 1).min(words.len() - 1);
        let span = Span::new(words[word].start, words[last].end);
        let tag = if length == 60 {
            "claim"
        } else {
            tags[index % 12].as_str()
        };
        records.push(
            Annotation::new(
                Id::new(format!("mark-{index:07}")),
                id.clone(),
                vec![span],
                Id::new(tag),
                analyst.id.clone(),
                at,
            )
            .into(),
        );
    }
    Project::from_records(About::new("Large"), records).expect("records that fit")
}

/// A project on one text with `marks` marks that all lie in its first `within`
/// bytes, over one another and in one another: each as long as the pseudo
/// random numbers say, up to all of it.
#[allow(dead_code, reason = "not every bench and test needs it")]
pub(crate) fn crowded(text: &str, marks: usize, within: usize) -> Project {
    let at = Timestamp::UNIX_EPOCH;
    let analyst = Analyst::new(Id::new("analyst"), "Analyst");
    let small = Project::new("Crowded", analyst.clone());
    let tags: Vec<Id> = small.tags().map(|tag| tag.id.clone()).collect();
    let id = Id::new("document");
    let mut records: Vec<Record> = small
        .tags()
        .map(|tag| Record::from(tag.clone()))
        .chain([
            analyst.clone().into(),
            Document::new(id.clone(), "Crowded", text, at).into(),
        ])
        .collect();
    let mut seed = 7_usize;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12_345) & 0x7fff_ffff;
        (seed >> 8) % below.max(1)
    };
    let within = within.min(text.len());
    for index in 0..marks {
        let start = text.floor_char_boundary(next(within));
        // Most are short, some long, a few as long as there is room.
        let longest = match index % 100 {
            0 => within,
            1..10 => 2000,
            _ => 40,
        };
        let end = text.ceil_char_boundary((start + 2 + next(longest)).min(within));
        records.push(
            Annotation::new(
                Id::new(format!("mark-{index:07}")),
                id.clone(),
                vec![Span::new(start.min(end), end)],
                tags[index % 12].clone(),
                analyst.id.clone(),
                at,
            )
            .into(),
        );
    }
    Project::from_records(About::new("Crowded"), records).expect("records that fit")
}

/// A project of many short documents.
#[allow(dead_code, reason = "not every bench and test needs it")]
pub(crate) fn library(documents: usize) -> Project {
    let at = Timestamp::UNIX_EPOCH;
    let analyst = Analyst::new(Id::new("analyst"), "Analyst");
    let small = Project::new("Library", analyst.clone());
    let mut records: Vec<Record> = small
        .tags()
        .map(|tag| Record::from(tag.clone()))
        .chain([analyst.into()])
        .collect();
    for index in 0..documents {
        let line = DOCUMENTS[index % 5]
            .lines()
            .filter(|line| line.len() > 40)
            .nth(index % 7)
            .unwrap_or_default();
        let title: String = line.chars().take(60 + index % 40).collect();
        let mut document = Document::new(
            Id::new(format!("document-{index:05}")),
            format!("{index} {title}"),
            format!("{line} {index}\n"),
            at,
        );
        document.order = index as u32;
        records.push(document.into());
    }
    Project::from_records(About::new("Library"), records).expect("records that fit")
}

fn words(text: &str) -> Vec<Span> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (c.is_whitespace(), start) {
            (false, None) => start = Some(at),
            (true, Some(from)) => {
                words.push(Span::new(from, at));
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|from| Span::new(from, text.len())));
    words
}
