//! The tree of tags: new ones, and where each stands.
//!
//! **Invariant:** no tag stands under itself; siblings keep their order, and
//! only those whose number changes are edited.

use std::collections::BTreeMap;

use crate::analysis::hues::{self, PALETTE};
use crate::model::{Edit, Id, Pattern, Tag, TagKind};

use super::problem::CodebookProblem;
use crate::command::{CommandError, Workbench};

/// The patterns in the order they are given out.
pub const PATTERNS: [Pattern; 6] = [
    Pattern::Plain,
    Pattern::Double,
    Pattern::Wave,
    Pattern::Thick,
    Pattern::Dots,
    Pattern::Teeth,
];

/// A step in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TreeStep {
    /// Before the sibling before it.
    Up,
    /// Behind the sibling behind it.
    Down,
    /// Under the sibling before it.
    In,
    /// Behind the tag it stands under.
    Out,
}

impl Workbench {
    /// Whether `id` is `above` or stands somewhere under it.
    pub fn tag_is_within(&self, id: &Id, above: &Id) -> bool {
        let mut at = Some(id);
        while let Some(tag) = at {
            if tag == above {
                return true;
            }
            at = self.project().tag(tag).and_then(|tag| tag.parent.as_ref());
        }
        false
    }

    /// The tags directly under one (none: at the top), in order.
    fn tags_under(&self, parent: Option<&Id>) -> Vec<&Tag> {
        self.project()
            .tags()
            .filter(|tag| tag.parent.as_ref() == parent)
            .collect()
    }

    /// Makes a tag of that name (in the interface's language) under another
    /// or at the top, behind `after` if given, and chooses it.
    pub(super) fn make_tag(
        &mut self,
        command: &'static str,
        name: &str,
        parent: Option<&Id>,
        after: Option<&Id>,
    ) -> Result<(), CommandError> {
        let language = self.messages().language().code().to_owned();
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = if name.is_empty() {
            self.messages().text("codebook-new-name")
        } else {
            name
        };
        let above = parent.and_then(|parent| self.project().tag(parent));
        let kind = above
            .or_else(|| after.and_then(|after| self.project().tag(after)))
            .map_or(TagKind::Entity, |tag| tag.kind);
        let mut tag = Tag::new(self.new_id(), kind, [(language, name)].into());
        tag.parent = parent.cloned();
        (tag.color, tag.color_dark, tag.pattern) = self.free_look(kind);
        let mut order: Vec<Tag> = self.tags_under(parent).into_iter().cloned().collect();
        let place = after
            .and_then(|after| order.iter().position(|tag| tag.id == *after))
            .map_or(order.len(), |place| place + 1);
        let id = tag.id.clone();
        order.insert(place, tag);
        let mut edits = Vec::new();
        for (mut tag, number) in order.into_iter().zip(0_u32..) {
            if tag.id == id {
                tag.order = number;
                edits.push(Edit::create(tag));
            } else if tag.order != number {
                let mut moved = tag.clone();
                moved.order = number;
                edits.push(Edit::change(tag, moved));
            }
        }
        self.commit(command, edits)?;
        self.choose_tag(Some(id));
        Ok(())
    }

    /// The colours and the pattern that are farthest from those in use by
    /// tags of a kind.
    fn free_look(&self, kind: TagKind) -> (String, String, Pattern) {
        let used: Vec<(Pattern, hues::Look)> = self
            .project()
            .tags()
            .filter(|tag| !tag.retired && drawn_alike(tag.kind, kind))
            .filter_map(|tag| Some((tag.pattern, hues::Look::of(tag)?)))
            .collect();
        let mut best = (f32::NEG_INFINITY, PALETTE.first(), Pattern::Plain);
        for pattern in PATTERNS {
            for hue in &PALETTE {
                let Some(look) = hues::Look::new(hue.light, hue.dark) else {
                    continue;
                };
                let least = used
                    .iter()
                    .filter(|(other, _)| *other == pattern)
                    .map(|(_, other)| look.distance(other).0)
                    .fold(f32::INFINITY, f32::min);
                if least > best.0 {
                    best = (least, Some(hue), pattern);
                }
            }
            // The plainest pattern with a colour of its own is enough.
            if best.0 >= hues::HARD {
                break;
            }
        }
        let (light, dark) = best
            .1
            .map_or(("#67737E", "#A9B6C2"), |hue| (hue.light, hue.dark));
        (light.to_owned(), dark.to_owned(), best.2)
    }

    /// Puts a tag under another (none: at the top), before one of its new
    /// siblings (none: last).
    pub(super) fn place_tag(
        &mut self,
        id: &Id,
        parent: Option<&Id>,
        before: Option<&Id>,
    ) -> Result<(), CommandError> {
        let project = self.project();
        let Some(tag) = project.tag(id).cloned() else {
            return Ok(());
        };
        if parent.is_some_and(|parent| project.tag(parent).is_none()) || before == Some(id) {
            return Ok(());
        }
        if parent.is_some_and(|parent| self.tag_is_within(parent, id)) {
            return Err(CodebookProblem::InsideItself(self.tag_title(&tag)).into());
        }
        let mut order: Vec<Tag> = self
            .tags_under(parent)
            .into_iter()
            .filter(|other| other.id != *id)
            .cloned()
            .collect();
        let place = before
            .and_then(|before| order.iter().position(|tag| tag.id == *before))
            .unwrap_or(order.len());
        order.insert(place, tag);
        let edits: Vec<Edit> = order
            .into_iter()
            .zip(0_u32..)
            .filter_map(|(tag, number)| {
                let mut moved = tag.clone();
                moved.order = number;
                if moved.id == *id {
                    moved.parent = parent.cloned();
                }
                (moved != tag).then(|| Edit::change(tag, moved))
            })
            .collect();
        self.commit("codebook.move", edits)
    }

    /// Moves a tag by one step in the tree; at an end nothing happens.
    pub(super) fn step_tag(&mut self, id: &Id, step: TreeStep) -> Result<(), CommandError> {
        let Some(tag) = self.project().tag(id) else {
            return Ok(());
        };
        let parent = tag.parent.clone();
        let siblings: Vec<Id> = self
            .tags_under(parent.as_ref())
            .into_iter()
            .map(|tag| tag.id.clone())
            .collect();
        let Some(at) = siblings.iter().position(|other| other == id) else {
            return Ok(());
        };
        let previous = at.checked_sub(1).and_then(|at| siblings.get(at)).cloned();
        match step {
            TreeStep::Up => match previous {
                Some(previous) => self.place_tag(id, parent.as_ref(), Some(&previous)),
                None => Ok(()),
            },
            TreeStep::Down => match siblings.get(at + 1) {
                Some(_) => self.place_tag(id, parent.as_ref(), siblings.get(at + 2)),
                None => Ok(()),
            },
            TreeStep::In => match previous {
                Some(previous) => self.place_tag(id, Some(&previous), None),
                None => Ok(()),
            },
            TreeStep::Out => {
                let Some(parent) = parent else { return Ok(()) };
                let above = self
                    .project()
                    .tag(&parent)
                    .and_then(|tag| tag.parent.clone());
                let next = self
                    .tags_under(above.as_ref())
                    .into_iter()
                    .map(|tag| tag.id.clone())
                    .skip_while(|other| *other != parent)
                    .nth(1);
                self.place_tag(id, above.as_ref(), next.as_ref())
            }
        }
    }

    /// Tags in use that are hard to tell from this one, nearest first: same
    /// pattern, drawn in the same way, colours too near for some reader.
    pub fn tags_like(&self, id: &Id) -> Vec<(Id, hues::Sight)> {
        let Some(tag) = self.project().tag(id) else {
            return Vec::new();
        };
        let Some(look) = hues::Look::of(tag) else {
            return Vec::new();
        };
        let mut like: Vec<(f32, Id, hues::Sight)> = self
            .tags_seen(Some(id))
            .filter(|other| {
                other.id != *id && other.pattern == tag.pattern && drawn_alike(other.kind, tag.kind)
            })
            .filter_map(|other| {
                let (distance, sight) = look.distance(&hues::Look::of(other)?);
                (distance < hues::HARD).then(|| (distance, other.id.clone(), sight))
            })
            .collect();
        like.sort_by(|a, b| a.0.total_cmp(&b.0));
        like.into_iter().map(|(_, id, sight)| (id, sight)).collect()
    }

    /// Tags that have marks, and `also`.
    fn tags_seen<'a>(&'a self, also: Option<&'a Id>) -> impl Iterator<Item = &'a Tag> {
        self.project()
            .tags()
            .filter(move |tag| self.project().tag_count(&tag.id) > 0 || also == Some(&tag.id))
    }

    /// Gives tags in use that are hard to tell apart patterns of their own:
    /// the more used one keeps its own. Answers how many were changed.
    pub(super) fn tell_tags_apart(&mut self) -> Result<usize, CommandError> {
        let mut tags: Vec<Tag> = self.tags_seen(None).cloned().collect();
        tags.sort_by_key(|tag| std::cmp::Reverse(self.project().tag_count(&tag.id)));
        let mut settled: BTreeMap<Pattern, Vec<(TagKind, hues::Look)>> = BTreeMap::new();
        let mut edits = Vec::new();
        for tag in tags {
            let Some(look) = hues::Look::of(&tag) else {
                continue;
            };
            let least = |pattern: Pattern| {
                settled
                    .get(&pattern)
                    .into_iter()
                    .flatten()
                    .filter(|(kind, _)| drawn_alike(*kind, tag.kind))
                    .map(|(_, other)| look.distance(other).0)
                    .fold(f32::INFINITY, f32::min)
            };
            let pattern = if least(tag.pattern) >= hues::HARD {
                tag.pattern
            } else {
                PATTERNS
                    .into_iter()
                    .find(|pattern| least(*pattern) >= hues::HARD)
                    .or_else(|| {
                        PATTERNS
                            .into_iter()
                            .max_by(|a, b| least(*a).total_cmp(&least(*b)))
                    })
                    .unwrap_or(tag.pattern)
            };
            settled.entry(pattern).or_default().push((tag.kind, look));
            if pattern != tag.pattern {
                let mut after = tag.clone();
                after.pattern = pattern;
                edits.push(Edit::change(tag, after));
            }
        }
        let count = edits.len();
        self.commit("codebook.tell-apart", edits)?;
        Ok(count)
    }
}

/// Whether marks of two kinds are drawn in the same way: names under the
/// words, passages in the margin.
fn drawn_alike(a: TagKind, b: TagKind) -> bool {
    a == b
}
