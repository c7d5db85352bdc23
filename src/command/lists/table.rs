//! Words kept once, however often they stand in a list, with what a search
//! and a sort need of them.
//!
//! Invariant: a word's number never changes; it is folded at most once.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::Arc;

use crate::language::{Level, key};

/// Words by number; 0 is the empty word.
#[derive(Debug, Default)]
pub(super) struct Words {
    numbers: HashMap<Arc<str>, u32>,
    all: Vec<Arc<str>>,
    folded: Vec<Option<Box<str>>>,
    ranks: Vec<u32>,
}

impl Words {
    /// The number of a word.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        if self.all.is_empty() {
            self.add(Arc::from(""));
        }
        match self.numbers.get(word) {
            Some(number) => *number,
            None => self.add(Arc::from(word)),
        }
    }

    fn add(&mut self, word: Arc<str>) -> u32 {
        let number = self.all.len() as u32;
        self.numbers.insert(Arc::clone(&word), number);
        self.all.push(word);
        self.folded.push(None);
        number
    }

    fn fold_all(&mut self) {
        for (word, folded) in self.all.iter().zip(&mut self.folded) {
            if folded.is_none() {
                *folded = Some(key(word, Level::Loose).into());
            }
        }
    }

    /// Which words hold `part`, which is folded.
    pub(super) fn holding(&mut self, part: &str) -> Vec<bool> {
        self.fold_all();
        self.folded
            .iter()
            .map(|folded| folded.as_ref().is_some_and(|folded| folded.contains(part)))
            .collect()
    }

    /// The place of each word in the order of the folded words; equal words
    /// share one, the empty ones come last.
    pub(super) fn ranks(&mut self) -> &[u32] {
        if self.ranks.len() != self.all.len() {
            self.fold_all();
            let text = |number: u32| {
                self.folded
                    .get(number as usize)
                    .and_then(Option::as_deref)
                    .unwrap_or_default()
            };
            let order = |a: &u32, b: &u32| -> Ordering {
                let (a, b) = (text(*a), text(*b));
                a.is_empty().cmp(&b.is_empty()).then_with(|| a.cmp(b))
            };
            let mut numbers: Vec<u32> = (0..self.all.len() as u32).collect();
            numbers.sort_unstable_by(order);
            let mut ranks = vec![0; numbers.len()];
            let mut rank = 0;
            let mut before: Option<u32> = None;
            for number in numbers {
                if before.is_some_and(|before| order(&before, &number) != Ordering::Equal) {
                    rank += 1;
                }
                before = Some(number);
                if let Some(place) = ranks.get_mut(number as usize) {
                    *place = rank;
                }
            }
            self.ranks = ranks;
        }
        &self.ranks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_share_a_rank_and_nothing_comes_last() {
        let mut words = Words::default();
        let numbers: Vec<u32> = ["سورية", "", "دمشق", "سُورية", "دمشق"]
            .iter()
            .map(|word| words.number(word))
            .collect();
        assert_eq!(numbers, [1, 0, 2, 3, 2]);
        let ranks = words.ranks().to_vec();
        assert!(ranks[2] < ranks[1], "dal comes before sin");
        assert_eq!(ranks[1], ranks[3]);
        assert!(ranks[0] > ranks[1]);
        let part = key("سوري", Level::Loose);
        assert_eq!(words.holding(&part), [false, true, false, true]);
    }
}
