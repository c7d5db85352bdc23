//! Finding the marks of one document by place.
//!
//! Marks lie in chunks sorted by start, and these in groups; each knows how far
//! its marks reach, so a question about a range skips whole chunks: with
//! 100,000 marks it looks at some hundred chunks, and where each of them has a
//! long mark, at the groups that have one.
//!
//! **Invariant:** all places are sorted by (start, longest first, id), no
//! chunk is empty, and each `reach` is the greatest end of its marks.

use super::{Annotation, Id, Span};
use std::{cmp::Reverse, sync::Arc};

/// Chunks are split when they grow beyond this many marks.
const CHUNK_LIMIT: usize = 512;
/// Marks of a chunk that are skipped together.
const GROUP: usize = 16;

type Key<'a> = (usize, Reverse<usize>, &'a Id);

#[derive(Clone, Debug)]
struct Place {
    hull: Span,
    annotation: Arc<Annotation>,
}

impl Place {
    fn key(&self) -> Key<'_> {
        (self.hull.start, Reverse(self.hull.end), &self.annotation.id)
    }
}

#[derive(Clone, Debug)]
struct Chunk {
    places: Vec<Place>,
    /// How far each group of places reaches.
    reaches: Vec<usize>,
    reach: usize,
}

impl Chunk {
    fn new(places: Vec<Place>) -> Self {
        let mut chunk = Self {
            places,
            reaches: Vec::new(),
            reach: 0,
        };
        chunk.changed_from(0);
        chunk
    }

    /// Finds how far the groups reach, from the one with this place on.
    fn changed_from(&mut self, place: usize) {
        let group = place / GROUP;
        self.reaches.truncate(group);
        let rest = self.places.get(group * GROUP..).unwrap_or_default();
        let reach = |group: &[Place]| group.iter().map(|place| place.hull.end).max();
        self.reaches.extend(rest.chunks(GROUP).filter_map(reach));
        self.reach = self.reaches.iter().copied().max().unwrap_or(0);
    }

    /// The places in groups that reach a byte.
    fn reaching(&self, byte: usize) -> impl Iterator<Item = &Place> {
        self.places
            .chunks(GROUP)
            .zip(&self.reaches)
            .filter(move |(_, reach)| **reach >= byte)
            .flat_map(|(places, _)| places)
    }

    fn starts_before(&self, key: &Key<'_>) -> bool {
        self.places.first().is_some_and(|first| first.key() <= *key)
    }

    fn start(&self) -> usize {
        self.places.first().map_or(0, |first| first.hull.start)
    }
}

/// The marks of one document in order of place.
#[derive(Clone, Debug, Default)]
pub(super) struct IntervalIndex {
    chunks: Vec<Chunk>,
    len: usize,
}

impl IntervalIndex {
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// Adds a mark; one without a place is not for this index.
    pub(super) fn insert(&mut self, annotation: Arc<Annotation>) {
        let Some(hull) = annotation.hull() else {
            return;
        };
        let place = Place { hull, annotation };
        let index = self.chunk_of(&place.key());
        self.len += 1;
        let Some(chunk) = self.chunks.get_mut(index) else {
            self.chunks.push(Chunk::new(vec![place]));
            return;
        };
        let at = chunk
            .places
            .partition_point(|other| other.key() < place.key());
        chunk.places.insert(at, place);
        if chunk.places.len() > CHUNK_LIMIT {
            let upper = chunk.places.split_off(CHUNK_LIMIT / 2);
            let lower = std::mem::take(&mut chunk.places);
            *chunk = Chunk::new(lower);
            self.chunks.insert(index + 1, Chunk::new(upper));
        } else {
            chunk.changed_from(at);
        }
    }

    /// Takes a mark out, if it is there.
    pub(super) fn remove(&mut self, annotation: &Annotation) {
        let Some(hull) = annotation.hull() else {
            return;
        };
        let key = (hull.start, Reverse(hull.end), &annotation.id);
        let index = self.chunk_of(&key);
        let Some(chunk) = self.chunks.get_mut(index) else {
            return;
        };
        let Ok(at) = chunk.places.binary_search_by(|place| place.key().cmp(&key)) else {
            return;
        };
        chunk.places.remove(at);
        self.len -= 1;
        if chunk.places.is_empty() {
            self.chunks.remove(index);
        } else {
            chunk.changed_from(at);
        }
    }

    /// The chunk in which a key lies or belongs.
    fn chunk_of(&self, key: &Key<'_>) -> usize {
        self.chunks
            .partition_point(|chunk| chunk.starts_before(key))
            .saturating_sub(1)
    }

    /// All marks in order.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<Annotation>> {
        self.chunks
            .iter()
            .flat_map(|chunk| &chunk.places)
            .map(|place| &place.annotation)
    }

    /// The marks that share a byte with the span, and those that lie at its
    /// edge where one of the two is empty.
    pub(super) fn touching(&self, span: Span) -> impl Iterator<Item = &Arc<Annotation>> {
        self.chunks
            .iter()
            .take_while(move |chunk| chunk.start() <= span.end)
            .filter(move |chunk| chunk.reach >= span.start)
            .flat_map(move |chunk| chunk.reaching(span.start))
            .take_while(move |place| place.hull.start <= span.end)
            .filter(move |place| {
                place.hull.end >= span.start
                    && place.annotation.spans.iter().any(|s| s.touches(span))
            })
            .map(|place| &place.annotation)
    }

    /// The marks that start at this byte or after it, nearest first.
    pub(super) fn starting_from(&self, byte: usize) -> impl Iterator<Item = &Arc<Annotation>> {
        let first = self
            .chunks
            .partition_point(|chunk| chunk.start() < byte)
            .saturating_sub(1);
        self.chunks
            .iter()
            .skip(first)
            .flat_map(|chunk| &chunk.places)
            .skip_while(move |place| place.hull.start < byte)
            .map(|place| &place.annotation)
    }

    /// The marks that start before this byte, nearest first.
    pub(super) fn starting_before(&self, byte: usize) -> impl Iterator<Item = &Arc<Annotation>> {
        let end = self.chunks.partition_point(|chunk| chunk.start() < byte);
        self.chunks
            .iter()
            .take(end)
            .rev()
            .flat_map(|chunk| chunk.places.iter().rev())
            .skip_while(move |place| place.hull.start >= byte)
            .map(|place| &place.annotation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Timestamp;
    use proptest::prelude::*;

    fn mark(id: usize, spans: &[(usize, usize)]) -> Arc<Annotation> {
        Arc::new(Annotation::new(
            Id::new(format!("{id:05}")),
            "d".into(),
            spans.iter().map(|&(a, b)| Span::new(a, b)).collect(),
            "t".into(),
            "b".into(),
            Timestamp::UNIX_EPOCH,
        ))
    }

    fn assert_sound(index: &IntervalIndex) {
        let keys: Vec<_> = index
            .chunks
            .iter()
            .flat_map(|c| &c.places)
            .map(Place::key)
            .collect();
        assert!(keys.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(keys.len(), index.len());
        for chunk in &index.chunks {
            assert!(!chunk.places.is_empty() && chunk.places.len() <= CHUNK_LIMIT);
            assert_eq!(
                Some(chunk.reach),
                chunk.places.iter().map(|p| p.hull.end).max()
            );
            let groups = chunk.places.chunks(GROUP);
            let reaches: Vec<_> = groups
                .map(|group| group.iter().map(|p| p.hull.end).max().unwrap())
                .collect();
            assert_eq!(chunk.reaches, reaches);
        }
    }

    #[test]
    fn a_hole_in_a_mark_is_not_the_mark() {
        let mut index = IntervalIndex::default();
        index.insert(mark(1, &[(0, 4), (20, 24)]));
        assert_eq!(index.touching(Span::new(5, 19)).count(), 0);
        assert_eq!(index.touching(Span::new(19, 21)).count(), 1);
    }

    #[test]
    fn thousands_of_marks_stay_sorted_and_are_found() {
        let mut index = IntervalIndex::default();
        let marks: Vec<_> = (0..5000)
            .map(|n| {
                let start = (n * 7919) % 5000 * 10;
                mark(n, &[(start, start + 7)])
            })
            .chain([mark(9999, &[(0, 60_000)])])
            .collect();
        for annotation in &marks {
            index.insert(Arc::clone(annotation));
        }
        assert_sound(&index);
        let found: Vec<_> = index.touching(Span::new(25_000, 25_011)).collect();
        assert_eq!(found.len(), 3);
        assert_eq!(found[0].id.as_str(), "09999");
        let next = index.starting_from(24_991).next();
        assert_eq!(next.map(|a| a.spans[0].start), Some(25_000));
        let previous = index.starting_before(24_990).next();
        assert_eq!(previous.map(|a| a.spans[0].start), Some(24_980));
        for annotation in &marks {
            index.remove(annotation);
        }
        assert_eq!(index.len(), 0);
        assert!(index.chunks.is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn answers_equal_a_full_scan(
            places in prop::collection::vec((0_usize..200, 0_usize..30), 0..700),
            removed in prop::collection::vec(any::<prop::sample::Index>(), 0..50),
            from in 0_usize..200,
            len in 0_usize..40,
        ) {
            let mut marks: Vec<_> = places
                .iter()
                .enumerate()
                .map(|(n, &(start, len))| mark(n, &[(start, start + len)]))
                .collect();
            let mut index = IntervalIndex::default();
            for annotation in &marks {
                index.insert(Arc::clone(annotation));
            }
            for choice in removed {
                if !marks.is_empty() {
                    index.remove(&marks.swap_remove(choice.index(marks.len())));
                }
            }
            assert_sound(&index);
            let span = Span::new(from, from + len);
            let mut expected: Vec<_> =
                marks.iter().filter(|m| m.spans[0].touches(span)).map(|m| m.id.clone()).collect();
            expected.sort();
            let mut found: Vec<_> = index.touching(span).map(|m| m.id.clone()).collect();
            found.sort();
            prop_assert_eq!(found, expected);
            prop_assert_eq!(
                index.starting_from(from).count(),
                marks.iter().filter(|m| m.spans[0].start >= from).count()
            );
            prop_assert_eq!(
                index.starting_before(from).count(),
                marks.iter().filter(|m| m.spans[0].start < from).count()
            );
        }
    }
}
