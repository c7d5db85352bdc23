//! Projects for the rows of `work`: made of the sample, like those of
//! `tests/suite/support/large.rs`.

use std::collections::BTreeMap;

use hashiya::model::{
    About, Analyst, Annotation, Document, Edit, Entity, Extra, Id, Project, Record, Relation, Span,
    Tag, TagKind, Timestamp, Transaction,
};

use crate::large;

const AT: Timestamp = Timestamp::UNIX_EPOCH;

/// A project with more records.
fn with(mut project: Project, records: Vec<Record>) -> Project {
    let by = project.analysts().next().expect("one").id.clone();
    let edits = records.into_iter().map(Edit::create).collect();
    let step = Transaction::new(Id::new("made"), AT, by, "made", edits);
    project.apply(&step).expect("records that fit");
    project
}

/// A text whose marks are joined by `count` relations, each to one of the next
/// nine marks.
pub(crate) fn related(count: usize) -> Project {
    let project = large::project(large::text(20_000), count);
    let marks: Vec<Id> = project.annotations().map(|mark| mark.id.clone()).collect();
    let by = project.analysts().next().expect("one").id.clone();
    let names = [("ar", "يتصل بـ"), ("en", "joins")];
    let names = names.map(|(language, name)| (language.to_owned(), name.to_owned()));
    let tag = Tag::new(Id::new("joins"), TagKind::Relation, BTreeMap::from(names));
    let mut records: Vec<Record> = vec![tag.into()];
    for index in 0..count {
        let from = index % (marks.len() - 10);
        records.push(
            Relation {
                id: Id::new(format!("relation-{index:05}")),
                tag: Id::new("joins"),
                from: marks[from].clone(),
                to: marks[from + 1 + index % 9].clone(),
                note: String::new(),
                by: by.clone(),
                at: AT,
                extra: Extra::new(),
            }
            .into(),
        );
    }
    with(project, records)
}

/// Two documents of that length with that many marks in the first and none in
/// the second, which has suggestions like every text.
pub(crate) fn pair(bytes: usize, marks: usize) -> Project {
    let project = large::project(large::text(bytes), marks);
    let mut other = Document::new(Id::new("other"), "Other", large::text(bytes), AT);
    other.order = 1;
    with(project, vec![other.into()])
}

/// One text with two people's marks, `marks` each: the second one's begin a
/// word later at every third place and have another tag at every seventh.
pub(crate) fn layers(bytes: usize, marks: usize) -> Project {
    let project = large::project(large::text(bytes), marks);
    let second = Analyst::new(Id::new("second"), "Second");
    let text = project.documents().next().expect("one").text.clone();
    let mut records: Vec<Record> = vec![second.into()];
    for (index, mark) in project.annotations().enumerate() {
        let span = mark.hull().expect("words");
        let end = match index % 3 {
            0 => text.ceil_char_boundary((span.end + 9).min(text.len())),
            _ => span.end,
        };
        let tag = match index % 7 {
            0 => Id::new("weapon"),
            _ => mark.tag.clone(),
        };
        records.push(
            Annotation {
                id: Id::new(format!("second-{index:07}")),
                spans: vec![Span::new(span.start, end)],
                tag,
                by: Id::new("second"),
                ..mark.clone()
            }
            .into(),
        );
    }
    with(project, records)
}

/// Two different words of the sample for each index below ten thousand and
/// more.
fn name(words: &[&str], index: usize) -> String {
    let count = words.len();
    let (first, second) = (index % count, (index / count * 7 + index * 3 + 1) % count);
    format!("{} {}", words[first], words[second])
}

fn words(text: &str) -> Vec<&str> {
    let letters = |word: &&str| word.chars().all(char::is_alphabetic) && word.len() > 7;
    let mut words: Vec<&str> = text.split_whitespace().filter(letters).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The sample's tags and a tree of `count` more, ten under each.
pub(crate) fn codebook(count: usize) -> Project {
    let text = large::text(60_000);
    let words = words(&text);
    let mut records: Vec<Record> = Vec::new();
    for index in 0..count {
        let names = [
            ("ar".to_owned(), name(&words, index)),
            ("en".to_owned(), format!("Tag {index}")),
        ];
        let mut tag = Tag::new(
            Id::new(format!("tag-{index:04}")),
            TagKind::Entity,
            BTreeMap::from(names),
        );
        tag.order = index as u32;
        if index >= 10 {
            tag.parent = Some(Id::new(format!("tag-{:04}", index / 10 - 1)));
        }
        records.push(tag.into());
    }
    with(large::project(text.clone(), 1_000), records)
}

/// A text with marks that mention `count` entities of four types.
pub(crate) fn entities(count: usize) -> Project {
    let small = Project::new("Entities", Analyst::new(Id::new("analyst"), "Analyst"));
    let text = large::text(1_000_000);
    let words = words(&text);
    let types = ["person", "place", "organisation", "group"];
    let mut records: Vec<Record> = small
        .tags()
        .map(|tag| Record::from(tag.clone()))
        .chain([
            small.analysts().next().expect("one").clone().into(),
            Document::new(Id::new("document"), "Entities", text.clone(), AT).into(),
        ])
        .collect();
    for index in 0..count {
        let mut entity = Entity::new(Id::new(format!("entity-{index:05}")), name(&words, index));
        entity.tag = Some(Id::new(types[index % 4]));
        records.push(entity.into());
    }
    let marked = large::project(text.clone(), count);
    let linked = marked.annotations().enumerate().map(|(index, mark)| {
        let entity = (index % 2 == 0).then(|| Id::new(format!("entity-{index:05}")));
        let tag = Id::new(types[index % 4]);
        Record::from(Annotation {
            entity,
            tag,
            ..mark.clone()
        })
    });
    records.extend(linked);
    Project::from_records(About::new("Entities"), records).expect("records that fit")
}
