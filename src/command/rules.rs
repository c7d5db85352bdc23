//! The guideline in force: what a change to the marks may not break.
//!
//! Here: judging edits before they are committed, and filling in the answers
//! new marks start with. Not here: the rules themselves (model), looking for
//! breaches that stand already (`analysis::guideline`), and the sentences.
//!
//! Judged is what an edit changes: a mark that breaks a rule already (made
//! before the rule, imported) can still get a note. Undo, redo, imports and
//! restored states are not judged; see `Workbench::commit_as_is`.
//!
//! **Invariant:** a mark of tags without rules costs a look at its tag and
//! nothing else; no mark is compared with more than those near it.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::analysis::guideline::may_lie;
use crate::model::{
    Annotation, Edit, Id, Overlap, Project, Record, Relation, Span, Tag, TagKind, Unfit,
};

use super::refusal::{Called, Refusal, words_of, words_of_mark};

/// Judges marks one after the other, as if each were made where the ones
/// before it stand already. For looking ahead: candidates of one transaction
/// that may not stand together are found before it is committed.
#[derive(Debug)]
pub struct Judge<'a> {
    project: &'a Project,
    /// Tags as they will stand, where the edits change them.
    tags: HashMap<&'a Id, Option<&'a Tag>>,
    /// Marks of the project that will not stand as they do now.
    aside: HashSet<&'a Id>,
    /// The rules over each tag asked about so far.
    rules: HashMap<Id, Arc<[Rule]>>,
    /// Marks with rules that were admitted, by document.
    admitted: HashMap<Id, Admitted>,
}

/// A tag whose marks, with those of the tags below it, may not lie as they
/// like.
#[derive(Clone, Debug)]
struct Rule {
    tag: Id,
    overlap: Overlap,
}

/// A mark that was admitted.
#[derive(Debug)]
struct Laid {
    spans: Vec<Span>,
    tag: Id,
    by: Id,
}

/// The admitted marks of one document, by place: those of about the same
/// length stand together, so that one long mark makes no search longer.
#[derive(Debug, Default)]
struct Admitted {
    by_length: BTreeMap<u32, BTreeMap<(usize, usize), Laid>>,
    count: usize,
}

impl Admitted {
    fn add(&mut self, hull: Span, laid: Laid) {
        self.count += 1;
        self.by_length
            .entry(length_class(hull))
            .or_default()
            .insert((hull.start, self.count), laid);
    }

    /// Those that can reach into `hull` (bytes), and some beside it.
    fn near(&self, hull: Span) -> impl Iterator<Item = &Laid> {
        self.by_length.iter().flat_map(move |(class, marks)| {
            let longest = 1usize.checked_shl(*class).unwrap_or(usize::MAX);
            let first = hull.start.saturating_sub(longest);
            marks
                .range((first, 0)..=(hull.end, usize::MAX))
                .map(|(_, laid)| laid)
        })
    }
}

/// How many binary digits the length of a hull has.
fn length_class(hull: Span) -> u32 {
    usize::BITS - hull.len().leading_zeros()
}

impl<'a> Judge<'a> {
    /// A judge of single marks that are added to the project as it is.
    pub fn new(project: &'a Project) -> Self {
        Self {
            project,
            tags: HashMap::new(),
            aside: HashSet::new(),
            rules: HashMap::new(),
            admitted: HashMap::new(),
        }
    }

    /// A judge of what the project will be after the edits.
    fn of_edits(project: &'a Project, edits: &'a [Edit]) -> Self {
        let mut judge = Self::new(project);
        for edit in edits {
            match (&edit.before, &edit.after) {
                (_, Some(Record::Tag(tag))) => {
                    judge.tags.insert(&tag.id, Some(tag));
                }
                (Some(Record::Tag(tag)), None) => {
                    judge.tags.insert(&tag.id, None);
                }
                (Some(Record::Annotation(mark)), _) => {
                    judge.aside.insert(&mark.id);
                }
                _ => {}
            }
        }
        judge
    }

    fn tag(&self, id: &Id) -> Option<&'a Tag> {
        match self.tags.get(id) {
            Some(changed) => *changed,
            None => self.project.tag(id),
        }
    }

    /// The tag and those above it.
    fn line_of(&self, id: &Id) -> impl Iterator<Item = &'a Tag> {
        // A tree that is none is refused by the model; it must not hang here.
        std::iter::successors(self.tag(id), |tag| self.tag(tag.parent.as_ref()?)).take(64)
    }

    fn is_under(&self, tag: &Id, above: &Id) -> bool {
        tag == above || self.line_of(tag).any(|tag| tag.id == *above)
    }

    fn rules_over(&mut self, tag: &Id) -> Arc<[Rule]> {
        if let Some(rules) = self.rules.get(tag) {
            return Arc::clone(rules);
        }
        let rules: Arc<[Rule]> = self
            .line_of(tag)
            .filter(|tag| tag.overlap != Overlap::Allow)
            .map(|tag| Rule {
                tag: tag.id.clone(),
                overlap: tag.overlap,
            })
            .collect();
        self.rules.insert(tag.clone(), Arc::clone(&rules));
        rules
    }

    /// Whether `mark` may be made; if so, it stands for those asked about
    /// after it.
    pub fn admit(&mut self, mark: &Annotation) -> Result<(), Refusal> {
        self.admit_change(None, mark)
    }

    fn admit_change(
        &mut self,
        before: Option<&Annotation>,
        mark: &Annotation,
    ) -> Result<(), Refusal> {
        let tag = self.tag(&mark.tag);
        if before.is_none_or(|before| before.tag != mark.tag)
            && let Some(tag) = tag
        {
            if tag.retired {
                return Err(Refusal::Retired { tag: tag.into() });
            }
            if tag.kind == TagKind::Relation {
                return Err(Refusal::NotForMarks { tag: tag.into() });
            }
        }
        if let Some(tag) = tag {
            answers(tag, before, mark)?;
        }
        let moved = before.is_none_or(|before| has_moved(before, mark));
        let rules = self.rules_over(&mark.tag);
        let Some(hull) = mark.hull().filter(|_| !rules.is_empty()) else {
            return Ok(());
        };
        for rule in rules.iter().filter(|_| moved) {
            if let Some((other, words)) = self.clash(rule, mark, hull) {
                let other = self.tag(&other);
                return Err(match self.tag(&rule.tag) {
                    Some(rule) => Refusal::in_the_way(rule, other, words),
                    None => continue,
                });
            }
        }
        let laid = Laid {
            spans: mark.spans.clone(),
            tag: mark.tag.clone(),
            by: mark.by.clone(),
        };
        let admitted = self.admitted.entry(mark.document.clone()).or_default();
        admitted.add(hull, laid);
        Ok(())
    }

    /// The tag and the words of a mark that `mark` may not lie so beside.
    fn clash(&self, rule: &Rule, mark: &Annotation, hull: Span) -> Option<(Id, String)> {
        let clashes = |by: &Id, tag: &Id, spans: &[Span]| {
            *by == mark.by
                && !may_lie(rule.overlap, &mark.spans, spans)
                && self.is_under(tag, &rule.tag)
        };
        let standing = self
            .project
            .annotations_in(&mark.document, hull)
            .filter(|other| other.id != mark.id && !self.aside.contains(&other.id))
            .find(|other| clashes(&other.by, &other.tag, &other.spans))
            .map(|other| (&other.tag, &other.spans));
        let admitted = || {
            self.admitted
                .get(&mark.document)?
                .near(hull)
                .find(|other| clashes(&other.by, &other.tag, &other.spans))
                .map(|other| (&other.tag, &other.spans))
        };
        let (tag, spans) = standing.or_else(admitted)?;
        Some((tag.clone(), words_of(self.project, &mark.document, spans)))
    }
}

/// Whether a change of a mark can bring it in the way of others.
fn has_moved(before: &Annotation, after: &Annotation) -> bool {
    before.spans != after.spans
        || before.tag != after.tag
        || before.by != after.by
        || before.document != after.document
}

/// Whether the answers that are new in `mark` fit what its tag asks. A
/// missing one is shown as unanswered, not refused; one that the tag does not
/// ask for (any more) is kept.
fn answers(tag: &Tag, before: Option<&Annotation>, mark: &Annotation) -> Result<(), Refusal> {
    for (id, value) in &mark.attributes {
        let was = before.and_then(|before| before.attributes.get(id));
        if was == Some(value) {
            continue;
        }
        if let Some(attribute) = tag.attribute(id)
            && let Err(unfit) = attribute.accepts(Some(value))
            && unfit != Unfit::Missing
        {
            return Err(Refusal::Answer {
                tag: tag.into(),
                attribute: attribute.into(),
                unfit,
            });
        }
    }
    Ok(())
}

/// Why one mark may not be added to the project as it is.
pub fn in_the_way(project: &Project, mark: &Annotation) -> Option<Refusal> {
    Judge::new(project).admit(mark).err()
}

/// Why a relation may not be added to the project as it is.
pub fn relation_in_the_way(project: &Project, relation: &Relation) -> Option<Refusal> {
    relation_fits(&Judge::new(project), &HashMap::new(), relation, None).err()
}

/// Why a relation may not be added beside marks that are made with it, by
/// their ids.
pub(super) fn relation_among(
    project: &Project,
    made: &BTreeMap<Id, Annotation>,
    relation: &Relation,
) -> Option<Refusal> {
    let ends = [&relation.from, &relation.to].into_iter();
    let made = ends.filter_map(|end| made.get_key_value(end)).collect();
    relation_fits(&Judge::new(project), &made, relation, None).err()
}

/// Judges edits as a whole: what they would leave behind.
pub(super) fn check(project: &Project, edits: &[Edit]) -> Result<(), Refusal> {
    judge(project, edits, &mut |_, refusal| Err(refusal))
}

/// All that would be refused of the edits: the record, and why. What is refused
/// is in the way of nothing else.
pub(super) fn all_refused(project: &Project, edits: &[Edit]) -> Vec<(Record, Refusal)> {
    let mut refused = Vec::new();
    let judged = judge(project, edits, &mut |record, refusal| {
        refused.push((record, refusal));
        Ok(())
    });
    debug_assert!(judged.is_ok(), "nothing stops it");
    refused
}

/// Judges every mark and relation of the edits; what is refused is handed over,
/// which may end it.
fn judge(
    project: &Project,
    edits: &[Edit],
    refused: &mut dyn FnMut(Record, Refusal) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let judged = edits.iter().any(|edit| {
        matches!(
            edit.after,
            Some(Record::Annotation(_) | Record::Relation(_))
        )
    });
    if !judged {
        return Ok(());
    }
    let mut judge = Judge::of_edits(project, edits);
    let mut made: HashMap<&Id, &Annotation> = HashMap::new();
    let marks = || {
        edits
            .iter()
            .filter_map(|edit| match (&edit.before, &edit.after) {
                (Some(Record::Annotation(before)), Some(Record::Annotation(mark))) => {
                    Some((Some(before.as_ref()), mark))
                }
                (_, Some(Record::Annotation(mark))) => Some((None, mark)),
                _ => None,
            })
    };
    let stays = |before: Option<&Annotation>, mark: &Annotation| {
        before.is_some_and(|before| !has_moved(before, mark))
    };
    // What keeps its place stands first: it is in the way of what moves.
    for stay in [true, false] {
        for (before, mark) in marks().filter(|(before, mark)| stays(*before, mark) == stay) {
            match judge.admit_change(before, mark) {
                Ok(()) => {
                    made.insert(&mark.id, mark);
                }
                Err(refusal) => refused(Record::Annotation(Arc::clone(mark)), refusal)?,
            }
        }
    }
    for edit in edits {
        if let Some(Record::Relation(relation)) = &edit.after
            && let Err(refusal) = relation_fits(&judge, &made, relation, edit.before.as_ref())
        {
            refused(Record::Relation(Arc::clone(relation)), refusal)?;
        }
    }
    let retyped = |before: Option<&Annotation>, mark: &Annotation| {
        before.is_some_and(|before| before.tag != mark.tag)
    };
    if marks().any(|(before, mark)| retyped(before, mark)) {
        let judged: HashSet<&Id> = edits.iter().filter_map(relation_of).collect();
        for (_, mark) in marks().filter(|(before, mark)| retyped(*before, mark)) {
            for relation in project.relations_of(&mark.id) {
                if !judged.contains(&relation.id) {
                    end_fits(&judge, relation, mark)?;
                }
            }
        }
    }
    Ok(())
}

/// The relation an edit is about.
fn relation_of(edit: &Edit) -> Option<&Id> {
    match edit.before.as_ref().or(edit.after.as_ref()) {
        Some(Record::Relation(relation)) => Some(&relation.id),
        _ => None,
    }
}

/// Whether a relation that stands can still begin or end at a mark that gets
/// another tag. One that broke the rule before is not in the way.
fn end_fits(judge: &Judge<'_>, relation: &Relation, mark: &Annotation) -> Result<(), Refusal> {
    let Some(tag) = judge.tag(&relation.tag) else {
        return Ok(());
    };
    let was = judge.project.annotation(&mark.id).map(|mark| &mark.tag);
    let ends = [
        (&relation.from, &tag.ends.from),
        (&relation.to, &tag.ends.to),
    ];
    for (_, allowed) in ends.into_iter().filter(|(end, _)| **end == mark.id) {
        let fits = |tag: &Id| allowed.iter().any(|above| judge.is_under(tag, above));
        if !allowed.is_empty() && !fits(&mark.tag) && was.is_some_and(fits) {
            return Err(Refusal::EndInUse {
                tag: Called::from(tag),
                other: judge.tag(&mark.tag).map(Called::from).unwrap_or_default(),
                words: words_of_mark(judge.project, mark),
            });
        }
    }
    Ok(())
}

/// Whether a relation is new in what matters, and fits its tag and its ends.
fn relation_fits(
    judge: &Judge<'_>,
    made: &HashMap<&Id, &Annotation>,
    relation: &Relation,
    before: Option<&Record>,
) -> Result<(), Refusal> {
    let before = match before {
        Some(Record::Relation(before)) => Some(before.as_ref()),
        _ => None,
    };
    let same = |before: &Relation| {
        (&before.tag, &before.from, &before.to) == (&relation.tag, &relation.from, &relation.to)
    };
    let Some(tag) = judge.tag(&relation.tag) else {
        return Ok(());
    };
    if before.is_some_and(same) {
        return Ok(());
    }
    let called = || Called::from(tag);
    if tag.kind != TagKind::Relation {
        return Err(Refusal::NotForRelations { tag: called() });
    }
    if tag.retired && before.is_none_or(|before| before.tag != relation.tag) {
        return Err(Refusal::Retired { tag: called() });
    }
    if relation.from == relation.to {
        return Err(Refusal::OneMark { tag: called() });
    }
    let ends = [
        (&relation.from, &tag.ends.from),
        (&relation.to, &tag.ends.to),
    ];
    for (end, allowed) in ends {
        let mark = match made.get(end) {
            Some(mark) => Some(*mark),
            None if judge.aside.contains(end) => None,
            None => judge.project.annotation(end),
        };
        let Some(mark) = mark else {
            return Err(Refusal::NoMark { tag: called() });
        };
        if !allowed.is_empty() && !allowed.iter().any(|above| judge.is_under(&mark.tag, above)) {
            return Err(Refusal::WrongEnd {
                tag: called(),
                other: judge.tag(&mark.tag).map(Called::from).unwrap_or_default(),
                words: words_of_mark(judge.project, mark),
            });
        }
    }
    Ok(())
}

/// Gives new marks, and marks whose tag changes, the answers their tag starts
/// with where they have none. What was read from a file stays as it was read.
pub(super) fn fill_in_defaults(project: &Project, edits: &mut [Edit]) {
    let mut starts: HashMap<Id, Vec<(String, serde_json::Value)>> = HashMap::new();
    for edit in edits {
        let Some(Record::Annotation(mark)) = &mut edit.after else {
            continue;
        };
        let same_tag = matches!(
            &edit.before,
            Some(Record::Annotation(before)) if before.tag == mark.tag
        );
        if same_tag {
            continue;
        }
        if !starts.contains_key(&mark.tag) {
            let asked = project.tag(&mark.tag).map(|tag| &tag.attributes);
            let start = asked
                .into_iter()
                .flatten()
                .filter_map(|one| Some((one.id.clone(), one.default.clone()?)))
                .collect();
            starts.insert(mark.tag.clone(), start);
        }
        let missing: Vec<_> = starts
            .get(&mark.tag)
            .into_iter()
            .flatten()
            .filter(|(id, _)| !mark.attributes.contains_key(id))
            .cloned()
            .collect();
        if !missing.is_empty() {
            Arc::make_mut(mark).attributes.extend(missing);
        }
    }
}
