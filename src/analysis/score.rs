//! How far found spans agree with hand-made ones.
//!
//! Here: the counts and rates over spans of one document or many. Not here:
//! where the spans come from, and how a table is printed (cli).
//!
//! Two rules: *strict* asks for the same span and type, *overlap* for the same
//! type and a shared character. Two levels: all spans, and the outermost ones
//! (gold spans not marked nested, found ones that lie in no longer one). The
//! rules and their leniency (`alt`, `alt_types`, `optional`) are those of the
//! annotated texts in tests/fixtures/entities.
//!
//! **Invariant:** one gold span takes one found span; exact pairs are made
//! first, then the others in order. The result depends on the order of the
//! spans and on nothing else.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize, Serializer};

use crate::entities::Type;

/// A hand-made span, as a line of a gold file. Offsets are code points, end
/// exclusive.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct GoldSpan {
    /// First code point.
    pub start: usize,
    /// The code point after the last.
    pub end: usize,
    /// Its type, mostly one of [`Type::code`].
    #[serde(rename = "type")]
    pub kind: String,
    /// Which thing it names.
    #[serde(default)]
    pub canonical: Option<String>,
    /// Inside a longer span.
    #[serde(default)]
    pub nested: bool,
    /// Finding it earns nothing, missing it costs nothing.
    #[serde(default)]
    pub optional: bool,
    /// Other edges that are as right; for the strict rule.
    #[serde(default)]
    pub alt: Vec<(usize, usize)>,
    /// Other types that are as right.
    #[serde(default)]
    pub alt_types: Vec<String>,
}

/// A found span. Offsets are code points, end exclusive.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct FoundSpan {
    /// First code point.
    pub start: usize,
    /// The code point after the last.
    pub end: usize,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Which thing it names.
    #[serde(default)]
    pub canonical: Option<String>,
}

/// When a found span is an answer to a gold one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Same edges (or `alt`) and same type (or `alt_types`).
    Strict,
    /// Same type and a shared code point.
    Overlap,
}

/// Which spans are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Every span.
    All,
    /// Those that stand in no other.
    Outermost,
}

/// What was hit and missed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Gold spans found.
    pub hits: usize,
    /// Found spans that answer to nothing.
    pub wrong: usize,
    /// Gold spans not found.
    pub missed: usize,
}

impl Count {
    /// How much of what was found is right; 0 if nothing was found.
    pub fn precision(self) -> f64 {
        share(self.hits, self.hits + self.wrong)
    }

    /// How much of what there is was found; 0 if there is nothing.
    pub fn recall(self) -> f64 {
        share(self.hits, self.hits + self.missed)
    }

    /// The harmonic mean of both.
    pub fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall > 0.0 {
            2.0 * precision * recall / (precision + recall)
        } else {
            0.0
        }
    }

    fn add(&mut self, other: Self) {
        self.hits += other.hits;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

impl Serialize for Count {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Row {
            tp: usize,
            fp: usize,
            r#fn: usize,
            p: f64,
            r: f64,
            f1: f64,
        }
        Row {
            tp: self.hits,
            fp: self.wrong,
            r#fn: self.missed,
            p: self.precision(),
            r: self.recall(),
            f1: self.f1(),
        }
        .serialize(serializer)
    }
}

/// Counts by type and together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    by_type: BTreeMap<String, Count>,
}

impl Counts {
    /// Those of a type, if anything was counted.
    pub fn of(&self, kind: &str) -> Option<Count> {
        self.by_type.get(kind).copied()
    }

    /// Those of all types.
    pub fn all(&self) -> Count {
        let mut all = Count::default();
        for count in self.by_type.values() {
            all.add(*count);
        }
        all
    }

    /// Adds those of another document.
    pub fn add(&mut self, other: &Self) {
        for (kind, count) in &other.by_type {
            self.by_type.entry(kind.clone()).or_default().add(*count);
        }
    }

    /// By type in the order of [`Type::ALL`], unknown ones after them, `ALL`
    /// at the end.
    pub fn rows(&self) -> Vec<(&str, Count)> {
        let known = Type::ALL.map(Type::code);
        let mut rows: Vec<(&str, Count)> = known
            .into_iter()
            .filter_map(|kind| Some((kind, self.of(kind)?)))
            .collect();
        rows.extend(
            self.by_type
                .iter()
                .filter(|(kind, _)| !known.contains(&kind.as_str()))
                .map(|(kind, count)| (kind.as_str(), *count)),
        );
        rows.push(("ALL", self.all()));
        rows
    }

    fn row(&mut self, kind: &str) -> &mut Count {
        self.by_type.entry(kind.to_owned()).or_default()
    }
}

impl Serialize for Counts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.rows())
    }
}

impl GoldSpan {
    fn has_type(&self, kind: &str) -> bool {
        self.kind == kind || self.alt_types.iter().any(|other| other == kind)
    }

    fn is(&self, found: &FoundSpan) -> bool {
        (self.start, self.end) == (found.start, found.end) && self.kind == found.kind
    }

    fn accepts(&self, found: &FoundSpan, rule: Rule) -> bool {
        let edges = (found.start, found.end);
        self.has_type(&found.kind)
            && match rule {
                Rule::Strict => edges == (self.start, self.end) || self.alt.contains(&edges),
                Rule::Overlap => found.start < self.end && self.start < found.end,
            }
    }
}

fn is_inside(inner: &FoundSpan, outer: &FoundSpan) -> bool {
    outer.start <= inner.start
        && inner.end <= outer.end
        && outer.end - outer.start > inner.end - inner.start
}

/// The counts of one document.
pub fn count(gold: &[GoldSpan], found: &[FoundSpan], rule: Rule, scope: Scope) -> Counts {
    let outermost = scope == Scope::Outermost;
    let gold: Vec<&GoldSpan> = gold.iter().filter(|g| !(outermost && g.nested)).collect();
    let found: Vec<&FoundSpan> = found
        .iter()
        .filter(|p| !(outermost && found.iter().any(|q| is_inside(p, q))))
        .collect();
    let mut taken = vec![false; gold.len()];
    let mut answers: Vec<Option<&GoldSpan>> = vec![None; found.len()];
    for exact_only in [true, false] {
        for (p, answer) in found.iter().zip(&mut answers) {
            if answer.is_some() {
                continue;
            }
            let free = gold
                .iter()
                .zip(&mut taken)
                .find(|(g, taken)| !**taken && (!exact_only || g.is(p)) && g.accepts(p, rule));
            if let Some((g, taken)) = free {
                *answer = Some(g);
                *taken = true;
            }
        }
    }
    let mut counts = Counts::default();
    for (p, answer) in found.iter().zip(&answers) {
        match answer {
            Some(g) if g.optional => {}
            Some(g) => counts.row(&g.kind).hits += 1,
            // A second acceptable reading of a span that is already found, or
            // something about an optional one.
            None if gold
                .iter()
                .any(|g| g.accepts(p, rule) || (g.optional && g.accepts(p, Rule::Overlap))) => {}
            None => counts.row(&p.kind).wrong += 1,
        }
    }
    for (g, taken) in gold.iter().zip(&taken) {
        if !taken && !g.optional {
            counts.row(&g.kind).missed += 1;
        }
    }
    counts
}

/// Whether mentions of one thing were linked together: over the gold spans
/// found exactly whose gold and found ids are both there, those that carry the
/// id most frequent among the mentions of their thing in the document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Linking {
    /// Mentions that carry it.
    pub majority: usize,
    /// Mentions compared.
    pub compared: usize,
    /// Found ids that two or more things of one document share.
    pub shared: usize,
}

impl Linking {
    /// Their share; none if nothing could be compared.
    pub fn purity(self) -> Option<f64> {
        (self.compared > 0).then(|| share(self.majority, self.compared))
    }

    /// Adds another document's.
    pub fn add(&mut self, other: Self) {
        self.majority += other.majority;
        self.compared += other.compared;
        self.shared += other.shared;
    }
}

impl Serialize for Linking {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Row {
            majority: usize,
            compared: usize,
            shared_ids: usize,
            purity: Option<f64>,
        }
        Row {
            majority: self.majority,
            compared: self.compared,
            shared_ids: self.shared,
            purity: self.purity(),
        }
        .serialize(serializer)
    }
}

/// How the mentions of one document are linked.
pub fn linking(gold: &[GoldSpan], found: &[FoundSpan]) -> Linking {
    fn id(canonical: Option<&String>) -> Option<&str> {
        canonical.map(String::as_str).filter(|id| !id.is_empty())
    }
    let ids: HashMap<(usize, usize, &str), Option<&str>> = found
        .iter()
        .map(|p| ((p.start, p.end, p.kind.as_str()), id(p.canonical.as_ref())))
        .collect();
    let mut things: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for g in gold {
        let found = ids.get(&(g.start, g.end, g.kind.as_str())).copied();
        if let (Some(thing), Some(Some(found))) = (id(g.canonical.as_ref()), found) {
            *things.entry(thing).or_default().entry(found).or_default() += 1;
        }
    }
    let mut owners: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut linking = Linking::default();
    for (thing, found) in &things {
        linking.majority += found.values().max().copied().unwrap_or(0);
        linking.compared += found.values().sum::<usize>();
        for one in found.keys() {
            owners.entry(one).or_default().insert(thing);
        }
    }
    linking.shared = owners.values().filter(|owners| owners.len() > 1).count();
    linking
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gold(start: usize, end: usize, kind: &str) -> GoldSpan {
        GoldSpan {
            start,
            end,
            kind: kind.to_owned(),
            ..GoldSpan::default()
        }
    }

    fn found(start: usize, end: usize, kind: &str) -> FoundSpan {
        FoundSpan {
            start,
            end,
            kind: kind.to_owned(),
            canonical: None,
        }
    }

    fn named(span: FoundSpan, id: &str) -> FoundSpan {
        FoundSpan {
            canonical: Some(id.to_owned()),
            ..span
        }
    }

    /// Hits, wrong and missed ones of all types.
    fn all(gold: &[GoldSpan], found: &[FoundSpan], rule: Rule, scope: Scope) -> [usize; 3] {
        let Count {
            hits,
            wrong,
            missed,
        } = count(gold, found, rule, scope).all();
        [hits, wrong, missed]
    }

    #[test]
    fn strict_asks_for_edges_and_type_overlap_for_a_character() {
        let there = [gold(0, 4, "LOC"), gold(10, 14, "PERSON")];
        let near = [found(2, 6, "LOC"), found(10, 14, "ORG")];
        assert_eq!(all(&there, &near, Rule::Strict, Scope::All), [0, 2, 2]);
        assert_eq!(all(&there, &near, Rule::Overlap, Scope::All), [1, 1, 1]);
        let touching = [found(4, 6, "LOC")];
        assert_eq!(all(&there, &touching, Rule::Overlap, Scope::All), [0, 1, 2]);
    }

    #[test]
    fn other_edges_count_in_the_strict_rule_and_other_types_in_both() {
        let one = GoldSpan {
            alt: vec![(2, 9)],
            alt_types: vec!["ORG".to_owned()],
            ..gold(5, 9, "GROUP")
        };
        let there = [one];
        for (span, strict, overlap) in [
            (found(2, 9, "GROUP"), 1, 1),
            (found(2, 9, "ORG"), 1, 1),
            (found(5, 9, "ORG"), 1, 1),
            (found(2, 9, "LOC"), 0, 0),
            (found(2, 4, "ORG"), 0, 0),
            (found(3, 9, "ORG"), 0, 1),
        ] {
            let span = [span];
            let hits = |rule| count(&there, &span, rule, Scope::All).of("GROUP");
            assert_eq!(hits(Rule::Strict).map(|c| c.hits), Some(strict));
            assert_eq!(hits(Rule::Overlap).map(|c| c.hits), Some(overlap));
        }
    }

    #[test]
    fn optional_spans_neither_earn_nor_cost() {
        let there = [GoldSpan {
            optional: true,
            ..gold(0, 9, "TITLE")
        }];
        assert_eq!(all(&there, &[], Rule::Strict, Scope::All), [0, 0, 0]);
        for span in [found(0, 9, "TITLE"), found(0, 4, "TITLE")] {
            assert_eq!(all(&there, &[span], Rule::Strict, Scope::All), [0, 0, 0]);
        }
        let other = [found(0, 9, "LOC")];
        assert_eq!(all(&there, &other, Rule::Strict, Scope::All), [0, 1, 0]);
    }

    #[test]
    fn one_gold_span_takes_one_answer_and_a_second_reading_costs_nothing() {
        let there = [GoldSpan {
            alt: vec![(0, 9)],
            ..gold(5, 9, "ORG")
        }];
        let both = [found(0, 9, "ORG"), found(5, 9, "ORG")];
        assert_eq!(all(&there, &both, Rule::Strict, Scope::All), [1, 0, 0]);
        let two = [gold(0, 4, "LOC"), gold(2, 6, "LOC")];
        let one = [found(2, 6, "LOC")];
        assert_eq!(all(&two, &one, Rule::Overlap, Scope::All), [1, 0, 1]);
    }

    #[test]
    fn exact_pairs_come_before_the_others() {
        // Taken in order alone, the first would take the second's answer.
        let there = [
            GoldSpan {
                alt: vec![(0, 9)],
                ..gold(0, 4, "ORG")
            },
            gold(0, 9, "ORG"),
        ];
        let spans = [found(0, 9, "ORG"), found(0, 4, "ORG")];
        assert_eq!(all(&there, &spans, Rule::Strict, Scope::All), [2, 0, 0]);
    }

    #[test]
    fn the_outermost_level_leaves_out_what_is_nested() {
        let there = [
            gold(0, 9, "ORG"),
            GoldSpan {
                nested: true,
                ..gold(5, 9, "LOC")
            },
        ];
        let spans = [found(0, 9, "ORG"), found(4, 9, "LOC")];
        assert_eq!(all(&there, &spans, Rule::Strict, Scope::All), [1, 1, 1]);
        assert_eq!(
            all(&there, &spans, Rule::Strict, Scope::Outermost),
            [1, 0, 0]
        );
    }

    #[test]
    fn rows_stand_in_order_and_rates_are_rates() {
        let there = [gold(0, 1, "URL"), gold(2, 3, "LOC"), gold(4, 5, "LOC")];
        let spans = [found(2, 3, "LOC"), found(6, 7, "STAR"), found(8, 9, "LOC")];
        let counts = count(&there, &spans, Rule::Strict, Scope::All);
        let names: Vec<&str> = counts.rows().iter().map(|row| row.0).collect();
        assert_eq!(names, ["LOC", "URL", "STAR", "ALL"]);
        let places = counts.of("LOC").unwrap_or_default();
        assert_eq!((places.precision(), places.recall()), (0.5, 0.5));
        assert_eq!(places.f1(), 0.5);
        assert_eq!(Count::default().f1(), 0.0);
    }

    #[test]
    fn linking_counts_the_most_frequent_id_and_shared_ones() {
        let thing = |span: GoldSpan, id: &str| GoldSpan {
            canonical: Some(id.to_owned()),
            ..span
        };
        let there = [
            thing(gold(0, 1, "LOC"), "syria"),
            thing(gold(2, 3, "LOC"), "syria"),
            thing(gold(4, 5, "LOC"), "syria"),
            thing(gold(6, 7, "LOC"), "iraq"),
            thing(gold(8, 9, "LOC"), "iran"),
            gold(10, 11, "DATE"),
        ];
        let spans = [
            named(found(0, 1, "LOC"), "a"),
            named(found(2, 3, "LOC"), "a"),
            named(found(4, 5, "LOC"), "b"),
            named(found(6, 7, "LOC"), "b"),
            found(8, 9, "LOC"),
            named(found(10, 11, "DATE"), "c"),
        ];
        let linking = linking(&there, &spans);
        let expected = Linking {
            majority: 3,
            compared: 4,
            shared: 1,
        };
        assert_eq!(linking, expected);
        assert_eq!(linking.purity(), Some(0.75));
        assert_eq!(Linking::default().purity(), None);
    }
}
