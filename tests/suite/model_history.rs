//! Any sequence of edits, undos and redos leads back to where it came from,
//! byte for byte in the project file.

use hashiya::model::{
    Analyst, Annotation, Decision, Document, DocumentState, Edit, Entity, Extra, History, Id, Kind,
    Note, Project, Record, Span, Tag, Timestamp, Transaction, Verdict,
};
use hashiya::store::{Header, project_file};
use proptest::prelude::*;

const TEXT: &str = "قالت قوات سوريا الديمقراطية (SDF) إنّ 1600 مقاتل 😀 عادوا.";

/// One thing a person could do; numbers choose among what is there.
#[derive(Clone, Debug)]
enum Step {
    Mark(usize, usize, usize),
    MarkTwice(usize, usize),
    Delete(usize),
    Note(usize, String),
    Link(usize),
    Decide(usize, usize, u8),
    Reconsider(usize),
    AddTag(usize),
    DeleteTag(usize),
    Title(String),
    Import(String),
    DeleteDocument(usize),
    Several(usize),
    Undo,
    Redo,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let n = 0..1000_usize;
    let step = prop_oneof![
        3 => (n.clone(), n.clone(), n.clone()).prop_map(|(a, b, t)| Step::Mark(a, b, t)),
        1 => (n.clone(), n.clone()).prop_map(|(a, b)| Step::MarkTwice(a, b)),
        2 => n.clone().prop_map(Step::Delete),
        2 => (n.clone(), ".{0,8}").prop_map(|(a, text)| Step::Note(a, text)),
        1 => n.clone().prop_map(Step::Link),
        2 => (n.clone(), n.clone(), 0..4_u8).prop_map(|(a, b, how)| Step::Decide(a, b, how)),
        1 => n.clone().prop_map(Step::Reconsider),
        1 => n.clone().prop_map(Step::AddTag),
        1 => n.clone().prop_map(Step::DeleteTag),
        1 => ".{0,8}".prop_map(Step::Title),
        1 => ".{0,40}".prop_map(Step::Import),
        1 => n.clone().prop_map(Step::DeleteDocument),
        1 => n.prop_map(Step::Several),
        4 => Just(Step::Undo),
        3 => Just(Step::Redo),
    ];
    prop::collection::vec(step, 0..40)
}

struct World {
    project: Project,
    history: History,
    next: usize,
}

impl World {
    fn new() -> Self {
        let by = Analyst::new(Id::new("me"), "Me");
        let mut world = Self {
            project: Project::new("p", by),
            history: History::new(),
            next: 0,
        };
        let document = Document::new(Id::new("d"), "d", TEXT, Timestamp::UNIX_EPOCH);
        world
            .project
            .apply(&Transaction::new(
                Id::new("first"),
                Timestamp::UNIX_EPOCH,
                Id::new("me"),
                "document.import",
                vec![Edit::create(document)],
            ))
            .unwrap();
        world
    }

    fn json(&self) -> Vec<u8> {
        let header = Header {
            id: Id::new("project"),
            transactions: 0,
            last_transaction: None,
        };
        project_file::to_json(&self.project, &header)
    }

    fn id(&mut self) -> Id {
        self.next += 1;
        Id::new(format!("{:04}", self.next))
    }

    fn boundary(n: usize) -> usize {
        let all: Vec<usize> = TEXT
            .char_indices()
            .map(|(b, _)| b)
            .chain([TEXT.len()])
            .collect();
        all[n % all.len()]
    }

    fn mark(&mut self, spans: Vec<Span>, tag: usize) -> Annotation {
        let tags: Vec<&Tag> = self.project.tags().collect();
        let tag = tags[tag % tags.len()].id.clone();
        Annotation::new(
            self.id(),
            Id::new("d"),
            spans,
            tag,
            Id::new("me"),
            Timestamp::UNIX_EPOCH,
        )
    }

    fn some_mark(&self, n: usize) -> Option<Annotation> {
        let count = self.project.counts().annotations;
        (count > 0).then(|| self.project.annotations().nth(n % count).unwrap().clone())
    }

    /// What the step changes; nothing if it has nothing to work on.
    fn edits(&mut self, step: &Step) -> Vec<Edit> {
        match step {
            Step::Mark(a, b, tag) => {
                let span = Span::new(Self::boundary(*a), Self::boundary(*b));
                vec![Edit::create(self.mark(vec![span], *tag))]
            }
            Step::MarkTwice(a, b) => {
                let (low, high) = ((*a).min(*b), (*a).max(*b));
                let spans = vec![
                    Span::new(0, Self::boundary(low % 5)),
                    Span::new(Self::boundary(6 + low % 9), Self::boundary(15 + high % 9)),
                ];
                vec![Edit::create(self.mark(spans, *a))]
            }
            Step::Delete(n) => self.some_mark(*n).map(Edit::delete).into_iter().collect(),
            Step::Note(n, text) => match self.some_mark(*n) {
                Some(before) => {
                    let mut after = before.clone();
                    after.note.clone_from(text);
                    after.confidence = Some(0.1);
                    vec![Edit::change(before, after)]
                }
                None => vec![Edit::create(Note {
                    id: self.id(),
                    document: None,
                    annotation: None,
                    entity: None,
                    tag: None,
                    text: text.clone(),
                    by: Id::new("me"),
                    at: Timestamp::UNIX_EPOCH,
                    extra: Extra::new(),
                })],
            },
            Step::Link(n) => self.some_mark(*n).map_or_else(Vec::new, |before| {
                let mut entity = Entity::new(self.id(), "قسد");
                entity.tag = Some(before.tag.clone());
                entity.surfaces = vec!["SDF".to_owned()];
                entity.distinct_from = self
                    .project
                    .entities()
                    .map(|other| other.id.clone())
                    .take(1)
                    .collect();
                let mut after = before.clone();
                after.entity = Some(entity.id.clone());
                // Used before it is created: the end counts.
                vec![Edit::change(before, after), Edit::create(entity)]
            }),
            Step::Decide(a, b, how) => {
                let span = Span::new(Self::boundary(*a), Self::boundary(*b));
                let mut decision =
                    Decision::new(self.id(), "قسد", Id::new("me"), Timestamp::UNIX_EPOCH);
                if *how > 0 {
                    decision.document = Some(Id::new("d"));
                }
                if *how > 1 {
                    decision.span = Some(span);
                    decision.verdict = Verdict::Resized;
                }
                if *how > 2 {
                    let tags: Vec<&Tag> = self.project.tags().collect();
                    decision.tag = Some(tags[a % tags.len()].id.clone());
                    decision.extra.insert("later".to_owned(), (*b).into());
                }
                vec![Edit::create(decision)]
            }
            Step::Reconsider(n) => {
                let count = self.project.counts().decisions;
                let decision = self.project.decisions().nth(n % count.max(1));
                let mut edits = Vec::new();
                if let Some(before) = decision.cloned() {
                    let mut after = before.clone();
                    after.rule.push('x');
                    edits.push(Edit::change(before, after.clone()));
                    if n % 2 == 0 {
                        edits.push(Edit::delete(after));
                    }
                }
                edits
            }
            Step::AddTag(n) => {
                let tags: Vec<&Tag> = self.project.tags().collect();
                let mut tag = tags[n % tags.len()].clone();
                tag.parent = Some(tag.id.clone());
                tag.order = *n as u32;
                tag.id = self.id();
                vec![Edit::create(tag)]
            }
            Step::DeleteTag(n) => {
                let tags: Vec<&Tag> = self.project.tags().collect();
                vec![Edit::delete(tags[n % tags.len()].clone())]
            }
            Step::Title(title) => {
                let document = self.project.documents().next();
                document.cloned().map_or_else(Vec::new, |before| {
                    let mut after = before.clone();
                    after.title.clone_from(title);
                    after.state = DocumentState::InProgress;
                    vec![Edit::change(before, after)]
                })
            }
            Step::Import(text) => {
                let id = self.id();
                let mut document = Document::new(id, "new", text.as_str(), Timestamp::UNIX_EPOCH);
                document.order = self.project.next_document_order();
                vec![Edit::create(document)]
            }
            Step::DeleteDocument(n) => {
                let documents: Vec<&Document> = self.project.documents().collect();
                match documents.get(n % documents.len().max(1)) {
                    Some(document) => {
                        let marks = self.project.annotations_of(&document.id);
                        let mut edits: Vec<Edit> =
                            marks.map(|mark| Edit::delete(mark.clone())).collect();
                        let decisions = self.project.decisions();
                        edits.extend(
                            decisions
                                .filter(|one| one.document.as_ref() == Some(&document.id))
                                .map(|decision| Edit::delete(decision.clone())),
                        );
                        edits.push(Edit::delete((*document).clone()));
                        edits
                    }
                    None => vec![],
                }
            }
            Step::Several(n) => {
                let created = self.mark(vec![Span::new(0, Self::boundary(*n))], *n);
                let mut changed = created.clone();
                "twice".clone_into(&mut changed.note);
                vec![
                    Edit::create(created.clone()),
                    Edit::change(created, changed.clone()),
                    Edit::delete(changed.clone()),
                    Edit::create(changed),
                ]
            }
            Step::Undo | Step::Redo => vec![],
        }
    }

    /// Whether the step changed anything.
    fn take(&mut self, step: &Step) -> bool {
        let (id, at, by) = (self.id(), Timestamp::UNIX_EPOCH, Id::new("me"));
        let transaction = match step {
            Step::Undo => self.history.undo(id, at, by),
            Step::Redo => self.history.redo(id, at, by),
            other => {
                let edits = self.edits(other);
                (!edits.is_empty()).then(|| Transaction::new(id, at, by, "test", edits))
            }
        };
        let Some(transaction) = transaction else {
            return false;
        };
        let before = self.project.clone();
        match self.project.apply(&transaction) {
            Ok(()) => {
                self.history.record(transaction);
                true
            }
            Err(error) => {
                assert!(self.project == before, "a refused change changed something");
                assert!(transaction.undoes.is_none(), "undo was refused: {error}");
                false
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn edits_undone_and_redone_are_as_they_were(steps in steps()) {
        let mut world = World::new();
        let first = world.json();
        // The states that undo and redo have to lead to.
        let (mut behind, mut ahead): (Vec<Vec<u8>>, Vec<Vec<u8>>) = (vec![], vec![]);
        for step in &steps {
            let before = world.json();
            if !world.take(step) {
                prop_assert_eq!(world.json(), before);
                continue;
            }
            match step {
                Step::Undo => {
                    ahead.push(before);
                    prop_assert_eq!(Some(world.json()), behind.pop());
                }
                Step::Redo => {
                    behind.push(before);
                    prop_assert_eq!(Some(world.json()), ahead.pop());
                }
                _ => {
                    behind.push(before);
                    ahead.clear();
                }
            }
        }
        let last = world.json();
        let depth = world.history.undo_len();
        prop_assert_eq!(depth, behind.len());
        while world.take(&Step::Undo) {}
        prop_assert_eq!(&world.json(), &first);
        for _ in 0..depth {
            prop_assert!(world.take(&Step::Redo));
        }
        prop_assert_eq!(world.json(), last);
    }

    #[test]
    fn a_changed_project_equals_one_built_from_its_records(steps in steps()) {
        let mut world = World::new();
        for step in &steps {
            world.take(step);
        }
        let project = &world.project;
        let records: Vec<Record> = (project.analysts().cloned().map(Record::from))
            .chain(project.tags().cloned().map(Record::from))
            .chain(project.entities().cloned().map(Record::from))
            .chain(project.documents().cloned().map(Record::from))
            .chain(project.annotations().cloned().map(Record::from))
            .chain(project.relations().cloned().map(Record::from))
            .chain(project.notes().cloned().map(Record::from))
            .chain(project.decisions().cloned().map(Record::from))
            .collect();
        let fresh = Project::from_records(project.about().clone(), records).unwrap();
        prop_assert!(&fresh == project);
        for tag in project.tags() {
            prop_assert_eq!(fresh.uses(Kind::Tag, &tag.id), project.uses(Kind::Tag, &tag.id));
            prop_assert_eq!(fresh.tag_count(&tag.id), project.tag_count(&tag.id));
        }
        for document in project.documents() {
            let ids = |p: &Project| {
                p.annotations_of(&document.id).map(|m| m.id.clone()).collect::<Vec<_>>()
            };
            prop_assert_eq!(ids(&fresh), ids(project));
        }
    }
}
