//! The claims of a text: numbers, what they count, and who says so.
//!
//! Here: one row for every number, with its noun, its speaker, the place and
//! date next to it, and rows put together by what they count, over as many
//! documents as one likes. Not here: what is a number (language), who is a
//! speaker (language) and how the table is shown.
//!
//! **Invariant:** every row leads back to the words: all its spans fit the
//! text it was read from and lie in one line with the number.

mod counted;

pub use counted::counted_key;

use std::collections::BTreeMap;

use crate::language::attribution::{Attribution, Kind};
use crate::language::fold::{Level, key};
use crate::language::letters::is_arabic_letter;
use crate::language::numbers::{Bound, NumberReading, Unit};
use crate::language::sentences::sentences;
use crate::language::title::excluded;
use crate::language::words::words;
use crate::model::Span;

/// What is known of a text, each sorted by where it begins.
#[derive(Clone, Copy, Debug, Default)]
pub struct Evidence<'a> {
    /// The numbers.
    pub numbers: &'a [NumberReading],
    /// Who says what.
    pub attributions: &'a [Attribution],
    /// The places, found or marked.
    pub places: &'a [Span],
    /// The dates.
    pub dates: &'a [Span],
}

/// A number and what is claimed with it. Spans are bytes, end exclusive.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The number with its unit.
    pub number: Span,
    /// Its value, where it has one value.
    pub value: Option<f64>,
    /// The least it may be.
    pub low: Option<f64>,
    /// The most it may be.
    pub high: Option<f64>,
    /// Whether it is about (نحو, قرابة) or a range.
    pub approximate: bool,
    /// How the words around it bound it.
    pub bound: Bound,
    /// Whether it has no definite value (عشرات).
    pub vague: bool,
    /// Its unit, inside the number.
    pub unit: Option<Unit>,
    /// The noun that is counted.
    pub counted: Option<Span>,
    /// The noun with what describes it: معتقل من تنظيم داعش.
    pub phrase: Option<Span>,
    /// Who says so.
    pub speaker: Option<Span>,
    /// The word that says who says so.
    pub cue: Option<Span>,
    /// The sentence.
    pub sentence: Span,
    /// The place nearest to it in its sentence.
    pub place: Option<Span>,
    /// The date nearest to it in its sentence.
    pub date: Option<Span>,
}

impl Claim {
    /// The value to sort by: its value, else what bounds it.
    pub fn size(&self) -> Option<f64> {
        self.value.or(self.low).or(self.high)
    }
}

/// Most words that describe a counted noun.
const PHRASE_WORDS: usize = 6;

/// The claims of a text in order. Numbers in the furniture of a web page are
/// left out.
pub fn claims(text: &str, evidence: &Evidence<'_>) -> Vec<Claim> {
    let outside = excluded(text);
    let sentences: Vec<Span> = sentences(text).collect();
    evidence
        .numbers
        .iter()
        .filter(|number| number.span.of(text).is_some())
        .filter(|number| {
            let next = outside.partition_point(|line| line.end <= number.span.start);
            !outside
                .get(next)
                .is_some_and(|line| line.overlaps(number.span))
        })
        .map(|number| claim(text, number, &sentences, evidence))
        .collect()
}

fn claim(text: &str, number: &NumberReading, sentences: &[Span], evidence: &Evidence<'_>) -> Claim {
    let at = sentences.partition_point(|sentence| sentence.end <= number.span.start);
    let sentence = sentences
        .get(at)
        .copied()
        .filter(|sentence| sentence.contains_span(number.span))
        .unwrap_or(number.span);
    let said = speech(number.span, evidence.attributions);
    let counted = number.counted.or_else(|| {
        number
            .unit
            .is_none()
            .then(|| counted_after_of(text, number.span, sentence))
            .flatten()
    });
    Claim {
        number: number.span,
        value: number.value,
        low: number.low,
        high: number.high,
        approximate: number.approximate,
        bound: number.bound,
        vague: number.vague,
        unit: number.unit,
        counted,
        phrase: counted.map(|noun| phrase(text, noun, sentence, evidence.numbers)),
        speaker: said.and_then(|said| said.speaker),
        cue: said.and_then(|said| said.cue),
        sentence,
        place: nearest(number.span, sentence, evidence.places),
        date: nearest(number.span, sentence, evidence.dates),
    }
}

/// The closest words said around a number.
fn speech(number: Span, attributions: &[Attribution]) -> Option<&Attribution> {
    let after = attributions.partition_point(|said| said.quote.start <= number.start);
    attributions
        .get(..after)?
        .iter()
        .rev()
        .filter(|said| matches!(said.kind, Kind::Direct | Kind::Indirect | Kind::Announced))
        .filter(|said| said.quote.contains_span(number))
        // Words without a known speaker lie in the words of one who has one.
        .min_by_key(|said| (said.speaker.is_none(), said.quote.len()))
}

/// The noun in ألف من المقاتلين, which Arabic counts by من.
fn counted_after_of(text: &str, number: Span, sentence: Span) -> Option<Span> {
    let rest = text.get(number.end..sentence.end)?;
    let mut after = words(rest);
    let of = after.next()?;
    let noun = after.next()?;
    let is_close = |from: usize, to: usize| {
        rest.get(from..to)
            .is_some_and(|gap| gap.chars().all(char::is_whitespace))
    };
    let written = noun.of(rest)?;
    let is_noun = !matches!(
        written,
        "أصل"
            | "بين"
            | "قبل"
            | "جديد"
            | "كل"
            | "خلال"
            | "أجل"
            | "دون"
            | "هذه"
            | "هذا"
            | "هؤلاء"
            | "عمره"
            | "عمرها"
            | "العمر"
            | "جانب"
            | "حيث"
            | "ذلك"
            | "تلك"
    );
    let fits = of.of(rest)? == "من"
        && is_noun
        && is_close(0, of.start)
        && is_close(of.end, noun.start)
        && written.contains(is_arabic_letter);
    fits.then(|| Span::new(number.end + noun.start, number.end + noun.end))
}

/// A counted noun with the words that describe it, up to a comma, another
/// number or a word that begins something else.
fn phrase(text: &str, noun: Span, sentence: Span, numbers: &[NumberReading]) -> Span {
    let mut end = noun.end;
    // End of the last word that may end a phrase.
    let mut kept = noun.end;
    let rest = text.get(noun.end..sentence.end).unwrap_or_default();
    let is_accusative = noun.of(text).is_some_and(is_accusative_form);
    let from = numbers.partition_point(|number| number.span.end <= noun.end);
    let next = numbers
        .get(from)
        .map_or(usize::MAX, |number| number.span.start);
    for word in words(rest).take(PHRASE_WORDS) {
        let span = Span::new(noun.end + word.start, noun.end + word.end);
        let gap = text.get(end..span.start).unwrap_or_default();
        let breaks = gap.contains([
            '،', ',', '.', '؛', ';', ':', '!', '؟', '?', '(', '–', '-', '\n',
        ]);
        let written = span.of(text).unwrap_or_default();
        // After شخصا only what agrees with it or من goes on: صوتا | سعى.
        if kept == noun.end && is_accusative && !is_accusative_form(written) && written != "من" {
            break;
        }
        if breaks || span.end > next || begins_more(written) {
            break;
        }
        end = span.end;
        if !leads_on(written) {
            kept = end;
        }
    }
    // A quotation mark that opens within the phrase closes within it.
    let words = text.get(noun.start..kept).unwrap_or_default();
    let is_odd = words.matches('"').count() % 2 == 1
        || words.matches(['«', '“']).count() > words.matches(['»', '”']).count();
    let closing = text
        .get(kept..sentence.end)
        .and_then(|rest| rest.chars().next())
        .filter(|c| matches!(c, '"' | '»' | '”'));
    match closing {
        Some(mark) if is_odd => Span::new(noun.start, kept + mark.len_utf8()),
        _ => Span::new(noun.start, kept),
    }
}

/// Whether a word is written as an indefinite accusative.
fn is_accusative_form(word: &str) -> bool {
    key(word, Level::Marks).ends_with('ا')
}

/// Words after which the description of a noun is over.
fn begins_more(word: &str) -> bool {
    matches!(
        word,
        "في" | "إلى"
            | "على"
            | "عن"
            | "خلال"
            | "منذ"
            | "بعد"
            | "قبل"
            | "عبر"
            | "أن"
            | "إن"
            | "كانوا"
            | "كان"
            | "كانت"
            | "الذين"
            | "الذي"
            | "التي"
            | "حتى"
            | "مع"
            | "ضد"
            | "بينهم"
            | "بينها"
            | "لدى"
            | "قد"
            | "لا"
            | "لم"
            | "و"
            | "ثم"
            | "أو"
            | "أمام"
            | "بسبب"
            | "تم"
            | "حيث"
            | "إثر"
            | "جراء"
            | "نتيجة"
            | "على_الأقل"
    )
}

/// Words that cannot end a phrase.
fn leads_on(word: &str) -> bool {
    matches!(
        word,
        "من" | "غير" | "ذوي" | "كل" | "بين" | "تنظيم" | "ميليشيا"
    )
}

/// How much farther away a place before the number seems than one after it:
/// where something was counted stands after it as a rule.
const BEFORE: usize = 3;

/// The span nearest to the number in its sentence.
fn nearest(number: Span, sentence: Span, spans: &[Span]) -> Option<Span> {
    let from = spans.partition_point(|span| span.start < sentence.start);
    spans
        .iter()
        .skip(from)
        .take_while(|span| span.start < sentence.end)
        .filter(|span| sentence.contains_span(**span) && !span.overlaps(number))
        .min_by_key(|span| {
            let is_before = span.end <= number.start;
            let distance = if is_before {
                (number.start - span.end) * BEFORE
            } else {
                span.start.saturating_sub(number.end)
            };
            (distance, is_before)
        })
        .copied()
}

/// Rows that count the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<T> {
    /// [`counted_key`] of the noun; empty for numbers without one.
    pub key: String,
    /// For numbers without a noun, their unit.
    pub unit: Option<Unit>,
    /// The noun as most rows write it, without its article or case; empty for
    /// numbers without one.
    pub label: String,
    /// By size, vague ones last; rows of one size in the order they came.
    pub rows: Vec<(T, Claim)>,
}

/// Forms of a noun and how often each is written.
type Labels = BTreeMap<String, usize>;

/// Puts claims of any number of documents together by what they count. Each
/// comes with where it is from and the counted noun as written (nothing if it
/// has none). Groups with more rows come first, then numbers of one unit, then
/// numbers without either.
pub fn grouped<T>(rows: impl IntoIterator<Item = (T, String, Claim)>) -> Vec<Group<T>> {
    let mut groups: BTreeMap<(String, u8), (Labels, Group<T>)> = BTreeMap::new();
    for (source, noun, claim) in rows {
        let key = counted_key(&noun);
        let unit = claim.unit.filter(|_| key.is_empty());
        let place = (key.clone(), unit.map_or(0, |unit| unit as u8 + 1));
        let (labels, group) = groups.entry(place).or_insert_with(|| {
            let group = Group {
                key,
                unit,
                label: String::new(),
                rows: Vec::new(),
            };
            (Labels::new(), group)
        });
        *labels.entry(label(&noun, &group.key)).or_default() += 1;
        group.rows.push((source, claim));
    }
    let mut groups: Vec<Group<T>> = groups
        .into_values()
        .map(|(labels, mut group)| {
            group.rows.sort_by(|(_, a), (_, b)| {
                let size = |claim: &Claim| claim.size().unwrap_or(f64::INFINITY);
                a.vague.cmp(&b.vague).then(size(a).total_cmp(&size(b)))
            });
            group.label = labels
                .into_iter()
                .max_by(|a, b| {
                    let shorter = b.0.len().cmp(&a.0.len());
                    a.1.cmp(&b.1).then(shorter).then(b.0.cmp(&a.0))
                })
                .map(|(label, _)| label)
                .unwrap_or_default();
            group
        })
        .collect();
    groups.sort_by_key(|group| {
        (
            group.key.is_empty(),
            group.unit.is_none(),
            std::cmp::Reverse(group.rows.len()),
            group.key.clone(),
        )
    });
    groups
}

/// A counted noun without vowel signs, article and the alef of its case.
fn label(noun: &str, counted: &str) -> String {
    let plain = key(noun, Level::Marks);
    let plain = plain.trim();
    let bare = plain
        .strip_prefix("ال")
        .filter(|bare| bare.chars().count() > 2)
        .unwrap_or(plain);
    bare.strip_suffix('ا')
        .filter(|stem| counted_key(stem) == counted)
        .unwrap_or(bare)
        .to_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests read known texts")]
mod tests {
    use super::*;
    use crate::language::attribution::{Named, Voice, attributions};
    use crate::language::numbers::numbers;

    fn find(text: &str, words: &str) -> Span {
        let start = text.find(words).unwrap();
        Span::new(start, start + words.len())
    }

    /// The claims as `number | noun | phrase | speaker`.
    fn rows(text: &str, persons: &[&str]) -> Vec<String> {
        let names: Vec<Named> = persons
            .iter()
            .map(|name| Named {
                span: find(text, name),
                voice: Voice::Person,
            })
            .collect();
        let numbers = numbers(text);
        let attributions = attributions(text, &names);
        let evidence = Evidence {
            numbers: &numbers,
            attributions: &attributions,
            ..Evidence::default()
        };
        let of = |span: Option<Span>| span.and_then(|span| span.of(text)).unwrap_or("-");
        claims(text, &evidence)
            .iter()
            .map(|claim| {
                format!(
                    "{} | {} | {} | {}",
                    of(Some(claim.number)),
                    of(claim.counted),
                    of(claim.phrase),
                    of(claim.speaker)
                )
            })
            .collect()
    }

    #[test]
    fn what_is_counted_and_who_says_so() {
        assert_eq!(
            rows(
                "قال سامي الخطيب إن نحو 300 شخص من أهالي القرية غادروا، وقتل سبعة جنود.",
                &["سامي الخطيب"]
            ),
            [
                "300 | شخص | شخص من أهالي القرية غادروا | سامي الخطيب",
                "سبعة | جنود | جنود | سامي الخطيب"
            ]
        );
        assert_eq!(
            rows("نزح ألف من السكان في يومين، بحسب مصدر طبي.", &[]),
            ["ألف | السكان | السكان | مصدر طبي"]
        );
    }

    #[test]
    fn page_furniture_makes_no_claims() {
        assert_eq!(
            rows("خبر عن قرية\n52\nتعليقات (0)\n", &[]),
            Vec::<String>::new()
        );
    }

    #[test]
    fn the_nearest_place_and_date() {
        let text = "في الرقة قتل 5 أشخاص في حلب يوم الأحد. ونجا 9 أشخاص.";
        let numbers = numbers(text);
        let places = [find(text, "الرقة"), find(text, "حلب")];
        let dates = [find(text, "يوم الأحد")];
        let found = claims(
            text,
            &Evidence {
                numbers: &numbers,
                attributions: &[],
                places: &places,
                dates: &dates,
            },
        );
        let first = found.first().unwrap();
        assert_eq!(first.place, Some(places[1]), "nearer than the other");
        assert_eq!(first.date, Some(dates[0]));
        assert_eq!(found.last().unwrap().place, None, "another sentence");
    }

    #[test]
    fn rows_are_put_together_and_sorted() {
        let claim = |value: Option<f64>, vague| Claim {
            number: Span::new(0, 1),
            value,
            low: None,
            high: None,
            approximate: false,
            bound: Bound::Exact,
            vague,
            unit: None,
            counted: None,
            phrase: None,
            speaker: None,
            cue: None,
            sentence: Span::new(0, 1),
            place: None,
            date: None,
        };
        let groups = grouped([
            (1, "أشخاص".to_owned(), claim(Some(7.0), false)),
            (2, String::new(), claim(Some(1.0), false)),
            (3, "شخص".to_owned(), claim(None, true)),
            (4, "شخصا".to_owned(), claim(Some(3.0), false)),
            (5, "قتلى".to_owned(), claim(Some(2.0), false)),
        ]);
        let keys: Vec<&str> = groups.iter().map(|group| group.key.as_str()).collect();
        assert_eq!(keys, ["شخص", "قتيل", ""]);
        let order: Vec<i32> = groups[0].rows.iter().map(|(source, _)| *source).collect();
        assert_eq!(order, [4, 1, 3]);
        assert_eq!(
            groups[0].label, "شخص",
            "the shortest of the forms as frequent"
        );
    }

    proptest::proptest! {
        #[test]
        fn spans_fit(
            words in proptest::collection::vec(
                proptest::sample::select(vec![
                    "قال", "زيد", "إن", "5", "ألف", "سبعة", "شخص", "من", "\"", "،", ".", "\n", "عشرات", "نحو", "%", "كَتَبَ",
                ]),
                0..40,
            ),
        ) {
            let text = words.join(" ");
            let numbers = numbers(&text);
            let attributions = attributions(&text, &[]);
            let evidence = Evidence { numbers: &numbers, attributions: &attributions, ..Evidence::default() };
            for claim in claims(&text, &evidence) {
                for span in [Some(claim.number), Some(claim.sentence), claim.counted, claim.phrase, claim.speaker, claim.cue]
                    .into_iter().flatten()
                {
                    proptest::prop_assert!(span.of(&text).is_some());
                }
            }
        }
    }
}
