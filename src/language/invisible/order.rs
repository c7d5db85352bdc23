//! Controls of direction: whether they are in pairs, and what they do to the
//! order in which a paragraph is seen (UAX #9).
//!
//! Here: one paragraph at a time. The order is that of the whole paragraph on
//! one line.
//!
//! **Invariant:** linear in the paragraph, whatever it holds.

use unicode_bidi::{BidiClass, BidiInfo, Level as BidiLevel, bidi_class};

use super::{Finding, Kind, Level};
use crate::model::Span;

/// Longer paragraphs (bytes) are judged by their pairs alone.
const LONGEST: usize = 256 * 1024;

/// Whether the character is a control of direction.
pub(super) fn is_control(c: char) -> bool {
    matches!(
        c,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    )
}

/// One control of a paragraph.
struct Control {
    /// Byte of the paragraph.
    at: usize,
    c: char,
    /// Whether it has its other half; always for marks.
    paired: bool,
}

/// What the controls of one paragraph do; `start` is the byte of the text at
/// which it begins.
pub(super) fn judge(paragraph: &str, start: usize, found: &mut Vec<Finding>) {
    let controls = pairs(paragraph);
    let effect = if marks_alone(paragraph, &controls) {
        Effect::default()
    } else if paragraph.len() <= LONGEST {
        Effect::of(paragraph)
    } else {
        Effect {
            anything: true,
            ..Effect::default()
        }
    };
    let first = paragraph
        .char_indices()
        .find(|(_, c)| !is_control(*c) && !c.is_whitespace())
        .map_or(paragraph.len(), |(at, _)| at);
    for (index, control) in controls.iter().enumerate() {
        let judged = match control.c {
            '\u{202D}' | '\u{202E}' => Some((Kind::Override, Level::Danger)),
            '\u{202C}' | '\u{2069}' if !control.paired => Some((Kind::Stray, Level::Notice)),
            '\u{202C}' | '\u{2069}' => None,
            // One that holds the whole paragraph only says which way it runs.
            _ if !control.paired && effect.anything && control.at >= first => {
                Some((Kind::Unclosed, Level::Danger))
            }
            _ if !control.paired => Some((Kind::Unclosed, Level::Notice)),
            '\u{61C}' | '\u{200E}' | '\u{200F}' => {
                let moves = effect.words && effect.around(index, &controls, paragraph.len());
                moves.then_some((Kind::Reordered, Level::Info))
            }
            _ => {
                let moves = effect.anything && effect.around(index, &controls, paragraph.len());
                let embedding = matches!(control.c, '\u{202A}' | '\u{202B}');
                let level = if embedding && effect.words {
                    Level::Notice
                } else {
                    Level::Info
                };
                moves.then_some((Kind::Reordered, level))
            }
        };
        if let Some((kind, level)) = judged {
            let at = start + control.at;
            found.push(Finding {
                span: Span::new(at, at + control.c.len_utf8()),
                kind,
                level,
            });
        }
    }
}

/// Whether every control of a paragraph has its other half and none is an
/// override.
pub(super) fn is_settled(paragraph: &str) -> bool {
    pairs(paragraph)
        .iter()
        .all(|control| control.paired && !matches!(control.c, '\u{202D}' | '\u{202E}'))
}

/// Whether there are right-to-left marks alone among right-to-left letters,
/// as in many honest texts: they part no words, so nothing need be computed.
fn marks_alone(paragraph: &str, controls: &[Control]) -> bool {
    controls.iter().all(|control| control.c == '\u{200F}')
        && !paragraph.chars().any(|c| match c {
            '\u{620}'..='\u{6FF}' | ' '..='@' => false,
            _ => bidi_class(c) == BidiClass::L,
        })
}

/// The controls of a paragraph, matched as rules X5 to X7 and BD9 match them.
fn pairs(paragraph: &str) -> Vec<Control> {
    let mut controls: Vec<Control> = Vec::new();
    // Indices of what is open, isolates marked.
    let mut open: Vec<(usize, bool)> = Vec::new();
    let mut isolates = 0_usize;
    for (at, c) in paragraph.char_indices().filter(|(_, c)| is_control(*c)) {
        let mut paired = matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}');
        let mut partner = None;
        match c {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push((controls.len(), false)),
            '\u{2066}'..='\u{2068}' => {
                open.push((controls.len(), true));
                isolates += 1;
            }
            '\u{202C}' => {
                if let Some((index, false)) = open.last().copied() {
                    open.pop();
                    partner = Some(index);
                }
            }
            '\u{2069}' if isolates > 0 => {
                isolates -= 1;
                while let Some((index, isolate)) = open.pop() {
                    if isolate {
                        partner = Some(index);
                        break;
                    }
                }
            }
            _ => {}
        }
        if let Some(partner) = partner.and_then(|index| controls.get_mut(index)) {
            partner.paired = true;
            paired = true;
        }
        controls.push(Control { at, c, paired });
    }
    controls
}

/// What is otherwise in a paragraph without its controls.
#[derive(Default)]
struct Effect {
    /// Something visible stands elsewhere; taken to be so in a paragraph too
    /// long to look at.
    anything: bool,
    /// A letter or a digit stands elsewhere.
    words: bool,
    /// Bytes of the paragraph whose characters have another level.
    changed: Vec<usize>,
}

impl Effect {
    fn of(paragraph: &str) -> Self {
        let with = BidiInfo::new(paragraph, None);
        let Some(base) = with.paragraphs.first().map(|first| first.level) else {
            return Self::default();
        };
        let stripped: String = paragraph.chars().filter(|c| !is_control(*c)).collect();
        let without = BidiInfo::new(&stripped, Some(base));
        let visible: Vec<(usize, char)> = paragraph
            .char_indices()
            .filter(|(_, c)| !is_control(*c))
            .collect();
        let level = |info: &BidiInfo<'_>, at: usize| info.levels.get(at).copied().unwrap_or(base);
        let levels: Vec<BidiLevel> = visible.iter().map(|(at, _)| level(&with, *at)).collect();
        let levels_then: Vec<BidiLevel> = stripped
            .char_indices()
            .map(|(at, _)| level(&without, at))
            .collect();
        let changed = visible
            .iter()
            .zip(levels.iter().zip(&levels_then))
            .filter(|(_, (now, then))| now != then)
            .map(|((at, _), _)| *at)
            .collect();
        let now = BidiInfo::reorder_visual(&levels);
        let then = BidiInfo::reorder_visual(&levels_then);
        let differs = |keep: fn(char) -> bool| {
            let kept = |index: &&usize| visible.get(**index).is_some_and(|(_, c)| keep(*c));
            !now.iter().filter(kept).eq(then.iter().filter(kept))
        };
        Self {
            anything: differs(|c| !c.is_whitespace()),
            words: differs(char::is_alphanumeric),
            changed,
        }
    }

    /// Whether a character between this control's neighbours has another level
    /// than it would have without.
    fn around(&self, index: usize, controls: &[Control], end: usize) -> bool {
        let from = index
            .checked_sub(1)
            .and_then(|before| controls.get(before))
            .map_or(0, |control| control.at);
        let to = controls.get(index + 1).map_or(end, |control| control.at);
        let first = self.changed.partition_point(|at| *at < from);
        self.changed.get(first).is_some_and(|at| *at < to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(text: &str) -> Vec<(Kind, Level)> {
        let mut found = Vec::new();
        judge(text, 0, &mut found);
        found.iter().map(|one| (one.kind, one.level)).collect()
    }

    #[test]
    fn overrides_are_always_dangerous() {
        for text in ["a\u{202E}bc\u{202C}d", "\u{202D}", "قسد\u{202D}12\u{202C}"] {
            assert_eq!(judged(text), [(Kind::Override, Level::Danger)], "{text}");
        }
    }

    #[test]
    fn what_is_not_closed_is_dangerous_where_it_moves_something() {
        assert_eq!(
            judged("then \u{2067}''' ;return"),
            [(Kind::Unclosed, Level::Danger)]
        );
        assert_eq!(
            judged("\u{202B}قال علي"),
            [(Kind::Unclosed, Level::Notice)],
            "right to left already"
        );
        assert_eq!(
            judged("\u{202B}%s בתים, 3"),
            [(Kind::Unclosed, Level::Notice)],
            "the whole paragraph"
        );
        assert_eq!(
            judged("ا\u{2069}ب\u{202C}"),
            [(Kind::Stray, Level::Notice), (Kind::Stray, Level::Notice)]
        );
        // PDF does not close an isolate, nor anything outside of it.
        assert_eq!(
            judged("\u{202A}a\u{2066}b\u{202C}c\u{2069}d\u{202C}"),
            [(Kind::Stray, Level::Notice)]
        );
    }

    #[test]
    fn marks_and_isolates_of_honest_texts_are_mild_at_most() {
        for text in [
            "هل هذا C++\u{200E}؟",
            "قال \u{2068}ABC\u{2069} نعم",
            "\u{200F}IBM أعلنت",
            "see \u{2067}قسد!\u{2069} here",
        ] {
            let found = judged(text);
            assert!(
                found.iter().all(|(_, level)| *level == Level::Info),
                "{text}: {found:?}"
            );
        }
        assert_eq!(judged("قسد A \u{200F} B"), [(Kind::Reordered, Level::Info)]);
        assert_eq!(judged("قال \u{200F}علي\u{200F}."), []);
    }

    #[test]
    fn an_embedding_that_moves_words_is_noticed() {
        assert_eq!(
            judged("قسد \u{202A}علي A\u{202C} b"),
            [(Kind::Reordered, Level::Notice)]
        );
    }
}
