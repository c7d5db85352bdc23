//! Whether marks keep to the guideline: the attributes their tags ask for,
//! how they may lie on one another, what relations may connect.
//!
//! Here: finding what breaks a rule, for one mark before it is made and for a
//! whole project. Not here: the rules themselves (model) and what is done
//! about a breach (command).
//!
//! **Invariant:** reads only; a project full of breaches is still a project.

use std::collections::BTreeMap;

use crate::model::{Annotation, Id, Overlap, Project, Relation, Span, Tag, Unfit};

/// A rule that is not kept.
#[derive(Clone, PartialEq, Debug)]
pub enum Breach {
    /// Two marks by one annotator lie on one another against a tag's rule.
    Overlap {
        /// The tag whose rule it is.
        rule: Id,
        /// What it allows.
        allowed: Overlap,
        /// The earlier mark.
        mark: Id,
        /// The later mark.
        other: Id,
    },
    /// A value does not answer its attribute, or a required one is missing.
    Attribute {
        /// The mark.
        mark: Id,
        /// The attribute.
        attribute: String,
        /// Why not.
        unfit: Unfit,
    },
    /// A relation between marks its tag does not connect.
    Ends {
        /// The relation.
        relation: Id,
        /// The mark at the end that does not fit.
        mark: Id,
    },
}

/// The marks a new one would lie on against the rules; `mark` itself (by id)
/// is not counted.
pub fn in_the_way<'a>(
    project: &'a Project,
    mark: &Annotation,
) -> Option<(&'a Tag, &'a Annotation)> {
    let hull = mark.hull()?;
    for rule in rules_over(project, &mark.tag) {
        let found = project
            .annotations_in(&mark.document, hull)
            .filter(|other| other.id != mark.id && other.by == mark.by)
            .filter(|other| is_under(project, &other.tag, &rule.id))
            .find(|other| !may_lie(rule.overlap, &mark.spans, &other.spans));
        if let Some(other) = found {
            return Some((rule, other));
        }
    }
    None
}

/// What is unanswered or answered wrongly in one mark.
pub fn unanswered<'a>(project: &'a Project, mark: &'a Annotation) -> Vec<(&'a str, Unfit)> {
    let Some(tag) = project.tag(&mark.tag) else {
        return Vec::new();
    };
    tag.attributes
        .iter()
        .filter_map(|attribute| {
            let unfit = attribute
                .accepts(mark.attributes.get(&attribute.id))
                .err()?;
            Some((attribute.id.as_str(), unfit))
        })
        .collect()
}

/// The end of a relation that its tag does not connect, if one is.
pub fn wrong_end<'a>(project: &'a Project, relation: &Relation) -> Option<&'a Annotation> {
    let ends = &project.tag(&relation.tag)?.ends;
    let wrong = |id: &Id, allowed: &[Id]| {
        let mark = project.annotation(id)?;
        let fits =
            allowed.is_empty() || allowed.iter().any(|tag| is_under(project, &mark.tag, tag));
        (!fits).then_some(mark)
    };
    wrong(&relation.from, &ends.from).or_else(|| wrong(&relation.to, &ends.to))
}

/// Everything in a project that breaks a rule: marks in the order of their
/// documents and places, then relations. Of several marks in the way of one,
/// the nearest before it is named.
pub fn breaches(project: &Project) -> Vec<Breach> {
    let mut found = Vec::new();
    let rules: Vec<&Tag> = project
        .tags()
        .filter(|tag| tag.overlap != Overlap::Allow)
        .collect();
    for document in project.documents() {
        for rule in &rules {
            overlaps(project, &document.id, rule, &mut found);
        }
        let marks = project
            .annotations_of(&document.id)
            .chain(project.annotations_on_whole(&document.id));
        for mark in marks {
            for (attribute, unfit) in unanswered(project, mark) {
                found.push(Breach::Attribute {
                    mark: mark.id.clone(),
                    attribute: attribute.to_owned(),
                    unfit,
                });
            }
        }
    }
    for relation in project.relations() {
        if let Some(mark) = wrong_end(project, relation) {
            found.push(Breach::Ends {
                relation: relation.id.clone(),
                mark: mark.id.clone(),
            });
        }
    }
    found
}

/// Marks of one rule in order of place, with those that reach past them: a
/// mark is compared with those still open where it begins.
fn overlaps(project: &Project, document: &Id, rule: &Tag, found: &mut Vec<Breach>) {
    let mut open: BTreeMap<&Id, Vec<&Annotation>> = BTreeMap::new();
    for mark in project
        .annotations_of(document)
        .filter(|mark| is_under(project, &mark.tag, &rule.id))
    {
        let Some(hull) = mark.hull() else {
            continue;
        };
        let open = open.entry(&mark.by).or_default();
        open.retain(|other| other.hull().is_some_and(|other| other.end > hull.start));
        let other = open
            .iter()
            .rev()
            .find(|other| !may_lie(rule.overlap, &mark.spans, &other.spans));
        if let Some(other) = other {
            found.push(Breach::Overlap {
                rule: rule.id.clone(),
                allowed: rule.overlap,
                mark: other.id.clone(),
                other: mark.id.clone(),
            });
        } else {
            // What breaks the rule is no measure for what follows: so a heap
            // of marks on one place is looked through once.
            open.push(mark);
        }
    }
}

/// Whether two marks may lie so: each stretch of the one with each of the
/// other (bytes).
pub fn may_lie(overlap: Overlap, a: &[Span], b: &[Span]) -> bool {
    let inside = |inner: &Span, outer: &[Span]| {
        outer
            .iter()
            .any(|outer| outer.start <= inner.start && inner.end <= outer.end)
    };
    let touch = a
        .iter()
        .any(|one| b.iter().any(|other| one.overlaps(*other)));
    match overlap {
        Overlap::Allow => true,
        Overlap::Forbid => !touch,
        Overlap::Nest => {
            !touch || a.iter().all(|one| inside(one, b)) || b.iter().all(|one| inside(one, a))
        }
    }
}

/// The tags with a rule that holds for marks of `tag`: itself and those above.
fn rules_over<'a>(project: &'a Project, tag: &Id) -> impl Iterator<Item = &'a Tag> {
    let first = project.tag(tag);
    std::iter::successors(first, |tag| project.tag(tag.parent.as_ref()?))
        .filter(|tag| tag.overlap != Overlap::Allow)
}

/// Whether `tag` is `above` or stands somewhere below it.
fn is_under(project: &Project, tag: &Id, above: &Id) -> bool {
    std::iter::successors(project.tag(tag), |tag| project.tag(tag.parent.as_ref()?))
        .any(|tag| tag.id == *above)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]
mod tests {
    use super::*;
    use crate::model::notation::marked;
    use crate::model::{Attribute, AttributeKind, Edit, Transaction};
    use serde_json::json;

    /// The project with one of its tags changed.
    fn with_tag(mut project: Project, id: &str, change: impl FnOnce(&mut Tag)) -> Project {
        let before = project.tag(&Id::new(id)).unwrap().clone();
        let mut after = before.clone();
        change(&mut after);
        let by = project.analysts().next().unwrap().id.clone();
        let transaction = Transaction {
            id: Id::new("t"),
            at: jiff::Timestamp::UNIX_EPOCH,
            by,
            command: "test".to_owned(),
            edits: vec![Edit::change(before, after)],
            undoes: None,
        };
        project.apply(&transaction).unwrap();
        project
    }

    fn kinds(project: &Project) -> usize {
        breaches(project).len()
    }

    #[test]
    fn marks_of_one_annotator_keep_apart_where_the_tag_says_so() {
        let text = "[قوات [سوريا|PERSON] الديمقراطية|PERSON] في [دمشق|PLACE]";
        assert_eq!(kinds(&marked(text)), 0);
        let forbid = with_tag(marked(text), "person", |tag| tag.overlap = Overlap::Forbid);
        let found = breaches(&forbid);
        assert!(matches!(
            found.as_slice(),
            [Breach::Overlap {
                allowed: Overlap::Forbid,
                ..
            }]
        ));
        let nest = with_tag(marked(text), "person", |tag| tag.overlap = Overlap::Nest);
        assert_eq!(kinds(&nest), 0);
    }

    #[test]
    fn a_rule_holds_for_the_tags_below_it() {
        let text = "[قوات [سوريا|PLACE] الديمقراطية|PERSON]";
        let project = with_tag(marked(text), "place", |tag| {
            tag.parent = Some(Id::new("person"));
        });
        let project = with_tag(project, "person", |tag| tag.overlap = Overlap::Forbid);
        assert_eq!(kinds(&project), 1);
        let mut mark = project.annotations().next().unwrap().clone();
        mark.id = Id::new("new");
        let (rule, _) = in_the_way(&project, &mark).unwrap();
        assert_eq!(rule.id.as_str(), "person");
    }

    #[test]
    fn attributes_are_asked_for() {
        let project = with_tag(marked("في [دمشق|PLACE]"), "place", |tag| {
            let mut asked = Attribute::new("sure", AttributeKind::YesNo);
            asked.required = true;
            tag.attributes.push(asked);
        });
        let mark = project.annotations().next().unwrap();
        assert_eq!(unanswered(&project, mark), [("sure", Unfit::Missing)]);
        let mut answered = mark.clone();
        answered.attributes.insert("sure".to_owned(), json!("yes"));
        assert_eq!(
            unanswered(&project, &answered),
            [("sure", Unfit::WrongKind)]
        );
        answered.attributes.insert("sure".to_owned(), json!(true));
        assert!(unanswered(&project, &answered).is_empty());
    }
}
