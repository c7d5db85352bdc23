//! What is learned from decisions, and that it is learned the same way step
//! by step and all at once.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use proptest::prelude::*;

use super::*;
use crate::model::notation::{ANALYST, DOCUMENT, marked};
use crate::model::{Entity, Transaction, Verdict};

fn longest(learned: &Learned, words: &str, previous: Option<&str>) -> Option<LearnedMatch> {
    let words: Vec<&str> = words.split(' ').collect();
    learned.longest(&words, previous)
}

fn kind(learned: &Learned, words: &str) -> Option<(usize, Type)> {
    longest(learned, words, None).map(|found| (found.words, found.kind))
}

fn apply(project: &mut Project, edits: Vec<Edit>) {
    let (id, at, by) = (Id::new("t"), Timestamp::UNIX_EPOCH, Id::new(ANALYST));
    project
        .apply(&Transaction::new(id, at, by, "test", edits))
        .unwrap();
}

fn decision(id: &str, surface: &str, document: Option<&str>) -> Decision {
    let at = Timestamp::from_second(9).unwrap();
    let mut decision = Decision::new(Id::new(id), surface, Id::new(ANALYST), at);
    decision.document = document.map(Id::new);
    decision
}

#[test]
fn accepted_words_are_known_in_any_spelling() {
    let project =
        marked("قال [قوات سوريا الديمقراطية|GROUP] و[أحمد الشَّرْع|PERSON] في مدينة [الحسكة|LOC]");
    let learned = Learned::from_project(&project);
    assert_eq!(
        kind(&learned, "قوات سوريا الديمقراطية في"),
        Some((3, Type::Group))
    );
    assert_eq!(kind(&learned, "احمد الشرع"), Some((2, Type::Person)));
    assert_eq!(kind(&learned, "قوات سوريا"), None);
    let place = longest(&learned, "الحسكة", None).unwrap();
    assert!(!place.certain && place.detail == "1");
    assert!(longest(&learned, "الحسكة", Some("مدينة")).unwrap().certain);
    assert!(!longest(&learned, "الحسكة", Some("في")).unwrap().certain);
    assert!(learned.longest(&[], None).is_none() && learned.longest(&[""], None).is_none());
}

#[test]
fn the_surname_of_a_full_name_is_known_and_never_certain() {
    let project = marked("[هفرين خلف|PERSON] و[محمد بن سلمان|PERSON] و[عبد الله|PERSON]");
    let learned = Learned::from_project(&project);
    let surname = longest(&learned, "خلف", Some("قالت")).unwrap();
    assert!(surname.surname && !surname.certain);
    assert_eq!(kind(&learned, "بن سلمان"), Some((2, Type::Person)));
    assert_eq!(kind(&learned, "سلمان"), None);
    assert_eq!(kind(&learned, "الله"), None);
}

#[test]
fn dates_numbers_and_passages_teach_nothing() {
    let project = marked("[1600|NUMBER] [أمس|DATE] [قال ذلك أمس|CLAIM] [a@b.org|ADDRESS]");
    assert!(Learned::from_project(&project).is_empty());
}

#[test]
fn a_tag_of_the_users_own_is_kept() {
    let project = marked("وصل [الرتل الأول|CONVOY] إلى هناك");
    let found = longest(&Learned::from_project(&project), "الرتل الاول", None).unwrap();
    assert_eq!(found.tag, Some(Id::new("convoy")));
    assert_eq!(found.kind, Type::Event);
}

#[test]
fn behind_lam_the_article_is_known() {
    let learned = Learned::from_project(&marked("دعم ل[لتحالف الدولي|GROUP]"));
    assert_eq!(kind(&learned, "التحالف الدولي"), Some((2, Type::Group)));
}

#[test]
fn entities_teach_their_surfaces_and_link_them() {
    let mut project = marked("[قسد|GROUP] هنا");
    let mark = project.annotation(&Id::new("a1")).unwrap().clone();
    let mut entity = Entity::new(Id::new("e"), "قوات سوريا الديمقراطية");
    entity.tag = Some(Id::new("group"));
    entity.surfaces = vec!["قوات سورية الديمقراطية".to_owned(), "SDF".to_owned()];
    entity.add_identifier(AUTHORITY, "sdf");
    let linked = Annotation {
        entity: Some(entity.id.clone()),
        ..mark.clone()
    };
    let edits = vec![Edit::create(entity.clone()), Edit::change(mark, linked)];
    apply(&mut project, edits.clone());
    let mut learned = Learned::from_project(&marked("[قسد|GROUP] هنا"));
    let Changes::Keys(changed) = learned.update(&project, &edits) else {
        panic!("few edits are followed one by one");
    };
    assert_eq!(changed.len(), 3, "{changed:?}");
    for words in ["قسد", "sdf", "قوات سورية الديمقراطية"] {
        let canonical = longest(&learned, words, None).unwrap().canonical.unwrap();
        assert_eq!(&*canonical.id, "sdf", "{words}");
        assert_eq!(&*canonical.name, "قوات سوريا الديمقراطية");
        assert_eq!(canonical.latin.as_deref(), Some("SDF"));
    }
    let renamed = Entity {
        name: "قسد".to_owned(),
        ..entity.clone()
    };
    let edits = vec![Edit::change(entity, renamed)];
    apply(&mut project, edits.clone());
    assert!(matches!(learned.update(&project, &edits), Changes::Keys(keys) if !keys.is_empty()));
}

#[test]
fn rejections_hold_in_their_document_then_everywhere() {
    let mut project = marked("خلف [قسد|GROUP]");
    let (d1, d2) = (Id::new(DOCUMENT), Id::new("d2"));
    let other = crate::model::Document::new(d2.clone(), "b", "خلف قسد", Timestamp::UNIX_EPOCH);
    apply(&mut project, vec![Edit::create(other)]);
    apply(
        &mut project,
        vec![Edit::create(decision("r1", "خَلَفَ", Some(DOCUMENT)))],
    );
    let learned = Learned::from_project(&project);
    assert!(learned.suppresses(Some(&d1), "خلف", Type::Person));
    assert!(!learned.suppresses(Some(&d2), "خلف", Type::Person));
    assert!(!learned.suppresses(None, "خلف", Type::Person));
    apply(
        &mut project,
        vec![Edit::create(decision("r2", "خلف", Some("d2")))],
    );
    let learned = Learned::from_project(&project);
    assert!(learned.suppresses(None, "خلف", Type::Person));
    // Accepted elsewhere before, rejected everywhere after: the newer holds.
    assert!(!learned.suppresses(None, "قسد", Type::Group));
    let mut everywhere = decision("r3", "قسد", None);
    everywhere.tag = Some(Id::new("group"));
    apply(&mut project, vec![Edit::create(everywhere)]);
    let learned = Learned::from_project(&project);
    assert!(learned.suppresses(None, "«قسد»", Type::Group));
    assert!(!learned.suppresses(None, "قسد", Type::Organisation));
}

#[test]
fn a_newer_acceptance_lifts_a_rejection() {
    let mut project = marked("قسد ثم قسد");
    apply(
        &mut project,
        vec![Edit::create(decision("r", "قسد", Some(DOCUMENT)))],
    );
    let document = Id::new(DOCUMENT);
    let rejected = Learned::from_project(&project);
    assert!(rejected.suppresses(Some(&document), "قسد", Type::Group));
    let mark = Annotation::new(
        Id::new("m"),
        document.clone(),
        vec![Span::new(0, 6)],
        Id::new("group"),
        Id::new(ANALYST),
        Timestamp::from_second(10).unwrap(),
    );
    apply(&mut project, vec![Edit::create(mark)]);
    let learned = Learned::from_project(&project);
    assert!(!learned.suppresses(Some(&document), "قسد", Type::Group));
    assert!(learned.suppresses(Some(&document), "قسد", Type::Place));
}

#[test]
fn who_asks_why_is_told_where() {
    let project = marked("[قسد|GROUP] و[قسد|GROUP] و[قسد|ORG] مع [هفرين خلف|PERSON]");
    let learned = Learned::from_project(&project);
    let ground = learned.ground("قسد", &Id::new("group"));
    assert_eq!(
        ground,
        Ground {
            places: 2,
            documents: 1,
            first: Some(Id::new(DOCUMENT)),
            otherwise: 1
        }
    );
    assert_eq!(learned.ground("خلف", &Id::new("person")).places, 1);
    assert_eq!(learned.ground("شيء", &Id::new("person")), Ground::default());
}

/// One thing an analyst could decide; numbers choose among what is there.
#[derive(Clone, Debug)]
enum Step {
    Mark(usize, usize, usize, i64),
    Remove(usize),
    Retag(usize, usize),
    Entity(usize),
    Reject(usize, u8, i64),
    Forget(usize),
    Close(usize),
}

const TEXTS: [&str; 3] = [
    "قال العميد سليمان خلف إن قسد وصلت",
    "زار سليمان خلف للتحالف. قسد\nخلف SDF",
    "وبقسد دعم العميد خلف قسد",
];
const TAGS: [&str; 5] = ["person", "group", "place", "date", "claim"];
const KEYS: [&str; 8] = [
    "قسد",
    "خلف",
    "سليمان خلف",
    "العميد",
    "العميد سليمان",
    "sdf",
    "التحالف",
    "لتحالف",
];

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let n = 0..1000_usize;
    let step = prop_oneof![
        6 => (n.clone(), n.clone(), n.clone(), 0..20_i64)
            .prop_map(|(a, b, c, at)| Step::Mark(a, b, c, at)),
        2 => n.clone().prop_map(Step::Remove),
        2 => (n.clone(), n.clone()).prop_map(|(a, b)| Step::Retag(a, b)),
        2 => n.clone().prop_map(Step::Entity),
        3 => (n.clone(), 0..3_u8, 0..20_i64).prop_map(|(a, how, at)| Step::Reject(a, how, at)),
        1 => n.clone().prop_map(Step::Forget),
        1 => n.prop_map(Step::Close),
    ];
    prop::collection::vec(step, 0..30)
}

fn edits(project: &Project, step: &Step, name: usize) -> Vec<Edit> {
    let id = Id::new(format!("x{name:04}"));
    let by = Id::new(ANALYST);
    let nth_mark = |n: usize| {
        let count = project.counts().annotations;
        project.annotations().nth(n % count.max(1)).cloned()
    };
    let nth_document = |n: usize| project.documents().nth(n % 3).cloned();
    match step {
        Step::Mark(a, b, c, at) => nth_document(*a).map_or_else(Vec::new, |document| {
            let words: Vec<Span> = crate::language::words(&document.text).collect();
            let first = words[b % words.len()];
            let last = words[(b + c % 2).min(words.len() - 1).max(b % words.len())];
            let mut mark = Annotation::new(
                id,
                document.id,
                vec![Span::new(first.start, last.end)],
                Id::new(TAGS[c % TAGS.len()]),
                by,
                Timestamp::from_second(*at).unwrap(),
            );
            let entities = project.counts().entities;
            mark.entity = project
                .entities()
                .nth(c % (entities + 1))
                .map(|entity| entity.id.clone());
            vec![Edit::create(mark)]
        }),
        Step::Remove(n) => nth_mark(*n).map(Edit::delete).into_iter().collect(),
        Step::Retag(n, tag) => nth_mark(*n).map_or_else(Vec::new, |before| {
            let mut after = before.clone();
            after.tag = Id::new(TAGS[tag % TAGS.len()]);
            vec![Edit::change(before, after)]
        }),
        Step::Entity(n) => {
            let mut entity = Entity::new(id, KEYS[n % KEYS.len()]);
            entity.tag = Some(Id::new(TAGS[n % TAGS.len()]));
            entity.surfaces = vec![KEYS[(n / 8) % KEYS.len()].to_owned()];
            vec![Edit::create(entity)]
        }
        Step::Reject(n, how, at) => {
            let mut decision = Decision::new(
                id,
                KEYS[n % KEYS.len()],
                by,
                Timestamp::from_second(*at).unwrap(),
            );
            if n % 4 == 0 {
                decision.tag = Some(Id::new(TAGS[n % TAGS.len()]));
            }
            if n % 5 == 0 {
                decision.verdict = Verdict::Resized;
            }
            if *how > 0 {
                decision.document = nth_document(*n).map(|document| document.id);
            }
            if *how > 1 && decision.document.is_some() {
                decision.span = Some(Span::new(0, 0));
            }
            vec![Edit::create(decision)]
        }
        Step::Forget(n) => {
            let count = project.counts().decisions;
            let decision = project.decisions().nth(n % count.max(1));
            decision.cloned().map(Edit::delete).into_iter().collect()
        }
        Step::Close(n) => nth_document(*n).map_or_else(Vec::new, |document| {
            let marks = project.annotations_of(&document.id);
            let decisions = project.decisions();
            marks
                .map(|mark| Edit::delete(mark.clone()))
                .chain(
                    decisions
                        .filter(|one| one.document.as_ref() == Some(&document.id))
                        .map(|one| Edit::delete(one.clone())),
                )
                .chain([Edit::delete(document.clone())])
                .collect()
        }),
    }
}

/// All answers to the questions one can ask.
fn answers(learned: &Learned) -> Vec<String> {
    let mut all = Vec::new();
    for key in KEYS {
        let words: Vec<&str> = key.split(' ').collect();
        for previous in [None, Some("العميد"), Some("قال"), Some("زار")] {
            all.push(format!("{:?}", learned.longest(&words, previous)));
        }
        for tag in TAGS {
            let tag = Id::new(tag);
            for document in [None, Some(Id::new("d0")), Some(Id::new("d1"))] {
                let held = learned.suppresses_tag(document.as_ref(), key, &tag);
                all.push(format!("{key} {tag} {document:?} {held}"));
            }
            all.push(format!("{}", learned.ground(key, &tag).places));
        }
    }
    all.extend(learned.surfaces().map(|(key, tag)| format!("{key} {tag}")));
    all
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn step_by_step_and_all_at_once_teach_the_same(steps in steps()) {
        let mut project = marked("");
        let documents = TEXTS.iter().enumerate().map(|(n, text)| {
            let id = Id::new(format!("d{n}"));
            Edit::create(crate::model::Document::new(id, "", *text, Timestamp::UNIX_EPOCH))
        });
        let documents: Vec<Edit> = documents.collect();
        let first = project.documents().next().cloned().map(Edit::delete);
        apply(&mut project, first.into_iter().chain(documents).collect());
        let mut learned = Learned::from_project(&project);
        let mut undo: Vec<Vec<Edit>> = Vec::new();
        for (name, step) in steps.iter().enumerate() {
            let edits = edits(&project, step, name);
            if edits.is_empty() {
                continue;
            }
            apply(&mut project, edits.clone());
            let before = answers(&learned);
            let changes = learned.update(&project, &edits);
            prop_assert_eq!(answers(&learned), answers(&Learned::from_project(&project)));
            if changes == Changes::Keys(BTreeSet::new()) {
                let what = |all: &[String]| -> Vec<String> {
                    all.iter().map(|one| one.split("detail").next().unwrap().to_owned())
                        .filter(|one| one.parse::<usize>().is_err()).collect()
                };
                prop_assert_eq!(what(&before), what(&answers(&learned)));
            }
            undo.push(edits.iter().rev().map(Edit::inverse).collect());
        }
        for edits in undo.into_iter().rev() {
            apply(&mut project, edits.clone());
            learned.update(&project, &edits);
        }
        prop_assert!(learned.surfaces().next().is_none());
        prop_assert!(learned.is_empty());
    }
}
