//! One Arabic word in Latin letters, by a published standard.
//!
//! Here: the letter tables of BGN/PCGN 1956 (Arabic), the International
//! Journal of Middle East Studies and ALA-LC (2012), long vowels, hamza, ta
//! marbuta, nisba endings. Not here: the article, capitals and what stands
//! around the word (the folder's own file), and Buckwalter (buckwalter).
//!
//! Where the vowels are written they are used. Where they are not, the word is
//! a skeleton: its consonants and the long vowels that its letters show.
//!
//! **Invariant:** the cases an Arabic ending shows in speech are left off, as
//! all three standards do; nothing is lost but vowels that are not written.

use unicode_normalization::UnicodeNormalization;

use super::Standard;
use crate::language::letters::{TATWEEL, is_invisible, is_mark};

/// The vowel sign of a letter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Vowel {
    /// Not written.
    Unknown,
    A,
    U,
    I,
    An,
    Un,
    In,
    /// Sukun: none.
    Silent,
    /// The small alef over the letter.
    Long,
}

/// A letter with its marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign {
    pub(super) letter: char,
    doubled: bool,
    vowel: Vowel,
}

/// A word in Latin letters, in lower case.
pub(super) struct Latin {
    pub(super) text: String,
    /// Whether every vowel was written.
    pub(super) is_vowelled: bool,
}

/// What was written last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    /// A consonant whose vowel is not known, or known to be none.
    Consonant,
    Short(char),
    Long,
}

/// The letters of a word with their marks; presentation forms and signs of
/// their own for the hamza become plain letters.
pub(super) fn signs(word: &str) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::new();
    for c in word.nfkc() {
        if c == TATWEEL || is_invisible(c) {
            continue;
        }
        if !is_mark(c) {
            let letter = match c {
                'ک' | 'ڪ' | '\u{63B}' | '\u{63C}' => 'ك',
                'ی' | 'ې' | '\u{620}' | '\u{63D}'..='\u{63F}' => 'ي',
                'ھ' | 'ہ' | 'ە' => 'ه',
                'ۀ' => 'ة',
                _ => c,
            };
            signs.push(Sign {
                letter,
                doubled: false,
                vowel: Vowel::Unknown,
            });
            continue;
        }
        let Some(last) = signs.last_mut() else {
            continue;
        };
        match c {
            '\u{651}' => last.doubled = true,
            '\u{64E}' => last.vowel = Vowel::A,
            '\u{64F}' => last.vowel = Vowel::U,
            '\u{650}' => last.vowel = Vowel::I,
            '\u{64B}' => last.vowel = Vowel::An,
            '\u{64C}' => last.vowel = Vowel::Un,
            '\u{64D}' => last.vowel = Vowel::In,
            '\u{652}' => last.vowel = Vowel::Silent,
            '\u{670}' => last.vowel = Vowel::Long,
            _ => {}
        }
    }
    signs
}

/// The consonant a letter stands for; nothing for letters that are vowels or
/// need a look around, and for letters of no Arabic alphabet.
pub(super) fn consonant(letter: char, standard: Standard) -> Option<&'static str> {
    let column = match standard {
        Standard::Bgn => 0,
        Standard::Ijmes => 1,
        Standard::AlaLc | Standard::Buckwalter => 2,
    };
    let row: [&'static str; 3] = match letter {
        'ب' => ["b"; 3],
        'ت' => ["t"; 3],
        'ث' => ["th"; 3],
        'ج' => ["j"; 3],
        'ح' => ["\u{1E29}", "\u{1E25}", "\u{1E25}"],
        'خ' => ["kh"; 3],
        'د' => ["d"; 3],
        'ذ' => ["dh"; 3],
        'ر' => ["r"; 3],
        'ز' => ["z"; 3],
        'س' => ["s"; 3],
        'ش' => ["sh"; 3],
        'ص' => ["\u{15F}", "\u{1E63}", "\u{1E63}"],
        'ض' => ["\u{1E11}", "\u{1E0D}", "\u{1E0D}"],
        'ط' => ["\u{163}", "\u{1E6D}", "\u{1E6D}"],
        'ظ' => ["z\u{327}", "\u{1E93}", "\u{1E93}"],
        'ع' => ["\u{2018}", "\u{2BF}", "\u{2BB}"],
        'غ' => ["gh"; 3],
        'ف' => ["f"; 3],
        'ق' => ["q"; 3],
        'ك' => ["k"; 3],
        'ل' => ["l"; 3],
        'م' => ["m"; 3],
        'ن' => ["n"; 3],
        'ه' => ["h"; 3],
        'و' => ["w"; 3],
        'ي' => ["y"; 3],
        'ء' | 'أ' | 'إ' | 'ؤ' | 'ئ' => ["\u{2019}", "\u{2BE}", "\u{2BC}"],
        'پ' => ["p"; 3],
        'چ' => ["ch"; 3],
        'ژ' => ["zh"; 3],
        'ڤ' | 'ڥ' | 'ۋ' => ["v"; 3],
        'گ' | 'ڭ' | 'ڨ' => ["g"; 3],
        _ => return None,
    };
    row.get(column).copied()
}

/// The long form of a short vowel.
fn long(vowel: char) -> char {
    match vowel {
        'u' => 'ū',
        'i' => 'ī',
        _ => 'ā',
    }
}

/// What stands between two letters that would else read as one (t and h).
fn divider(standard: Standard) -> &'static str {
    match standard {
        Standard::Bgn => "\u{B7}",
        Standard::AlaLc => "\u{2B9}",
        Standard::Ijmes | Standard::Buckwalter => "",
    }
}

/// A word, without article, in Latin letters. `in_construct` tells that a noun
/// that belongs to it follows, so that ة is heard; `after_article` that a
/// doubled first letter is the article's doing.
pub(super) fn latin(
    signs: &[Sign],
    standard: Standard,
    in_construct: bool,
    after_article: bool,
) -> Latin {
    let mut writer = Writer {
        out: String::new(),
        last: Last::Nothing,
        unknown: 0,
        written: 0,
        standard,
    };
    for (at, sign) in signs.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| signs.get(before));
        let rest = signs.get(at + 1..).unwrap_or_default();
        let mut sign = *sign;
        if after_article && at == 0 {
            sign.doubled = false;
        }
        writer.write(sign, before, rest, in_construct);
    }
    Latin {
        is_vowelled: writer.unknown == 0 && writer.written > 0,
        text: writer.out,
    }
}

struct Writer {
    out: String,
    last: Last,
    /// Letters whose vowel is not known.
    unknown: usize,
    /// Marks read.
    written: usize,
    standard: Standard,
}

impl Writer {
    fn write(&mut self, sign: Sign, before: Option<&Sign>, rest: &[Sign], in_construct: bool) {
        if sign.vowel != Vowel::Unknown || sign.doubled {
            self.written += 1;
        }
        let is_last = rest.is_empty();
        match sign.letter {
            'ا' | 'ٱ' => self.alef(sign, before, is_last),
            'آ' => {
                self.written += 1;
                if self.last != Last::Nothing {
                    self.push_consonant('ء');
                }
                self.push_long('ā');
            }
            'ة' if is_last => self.ta_marbuta(in_construct),
            'ة' => {
                self.settle();
                self.out.push('t');
                self.vowel(sign, is_last, rest);
            }
            'ى' if is_last => {
                let a = if self.standard == Standard::Ijmes {
                    'ā'
                } else {
                    'á'
                };
                self.push_long(a);
            }
            'و' => self.glide(sign, 'و', 'u', rest),
            'ي' | 'ى' => self.glide(sign, 'ي', 'i', rest),
            'أ' | 'إ' | 'ء' | 'ؤ' | 'ئ' => self.hamza(sign, rest),
            letter if consonant(letter, self.standard).is_some() => {
                self.settle();
                self.divide(letter, before);
                self.push_consonant(letter);
                if sign.doubled {
                    self.push_consonant(letter);
                }
                self.vowel(sign, is_last, rest);
            }
            other => {
                self.out.push(other);
                self.last = Last::Nothing;
            }
        }
    }

    fn push_consonant(&mut self, letter: char) {
        self.out
            .push_str(consonant(letter, self.standard).unwrap_or_default());
        self.last = Last::Consonant;
    }

    fn push_short(&mut self, vowel: char) {
        self.out.push(vowel);
        self.last = Last::Short(vowel);
    }

    /// A long vowel; a short one before it becomes part of it.
    fn push_long(&mut self, vowel: char) {
        if matches!(self.last, Last::Short(_)) {
            self.out.pop();
        }
        self.out.push(vowel);
        self.last = Last::Long;
    }

    /// A consonant follows the last letter: if that one's vowel was not
    /// written, it stays unknown.
    fn settle(&mut self) {
        if self.last == Last::Consonant {
            self.unknown += 1;
        }
    }

    /// Parts two letters that would read as one, when no vowel is between.
    fn divide(&mut self, letter: char, before: Option<&Sign>) {
        let parts = letter == 'ه'
            && before.is_some_and(|before| {
                before.vowel == Vowel::Silent && matches!(before.letter, 'ت' | 'د' | 'ك' | 'س')
            });
        if parts {
            self.out.push_str(divider(self.standard));
        }
    }

    /// The vowel of a consonant just written.
    fn vowel(&mut self, sign: Sign, is_last: bool, rest: &[Sign]) {
        // Only an alef follows, the seat of a tanwin.
        let on_seat = matches!(rest, [seat] if seat.letter == 'ا' || seat.letter == 'ى');
        match sign.vowel {
            Vowel::A | Vowel::U | Vowel::I | Vowel::Un | Vowel::In if is_last => {}
            Vowel::A => self.push_short('a'),
            Vowel::U => self.push_short('u'),
            Vowel::I => self.push_short('i'),
            Vowel::An if is_last || on_seat => {
                self.out.push_str("an");
                self.last = Last::Long;
            }
            Vowel::Long => self.push_long('ā'),
            Vowel::Unknown | Vowel::Silent | Vowel::An | Vowel::Un | Vowel::In => {
                self.last = Last::Consonant;
            }
        }
        if sign.vowel == Vowel::Silent {
            // No vowel is not an unknown one.
            self.last = Last::Long;
        }
    }

    fn alef(&mut self, sign: Sign, before: Option<&Sign>, is_last: bool) {
        if self.last == Last::Nothing {
            match sign.vowel {
                Vowel::U => self.push_short('u'),
                Vowel::I => self.push_short('i'),
                Vowel::A => self.push_short('a'),
                _ => {
                    self.unknown += 1;
                    self.push_short('a');
                }
            }
            return;
        }
        if sign.vowel == Vowel::An {
            self.out.push_str("an");
            self.last = Last::Long;
            return;
        }
        // The seat of a tanwin, and the alef nobody reads in قالوا.
        let is_seat = before.is_some_and(|before| before.vowel == Vowel::An);
        let is_plural = is_last
            && before.is_some_and(|before| before.letter == 'و' && before.vowel == Vowel::Unknown)
            && self.out.ends_with('ū');
        if !is_seat && !is_plural {
            self.push_long('ā');
        }
    }

    fn ta_marbuta(&mut self, in_construct: bool) {
        if self.last == Last::Consonant {
            self.out.push('a');
        }
        let follows_long = self.out.ends_with('ā');
        if in_construct {
            self.out.push('t');
        } else if self.standard != Standard::Ijmes || follows_long {
            self.out.push('h');
        }
        self.last = Last::Long;
    }

    /// و and ي: a consonant, a long vowel or the end of a diphthong.
    fn glide(&mut self, sign: Sign, letter: char, short: char, rest: &[Sign]) {
        let is_last = rest.is_empty();
        let next = rest.first().map(|next| next.letter);
        let has_vowel = !matches!(sign.vowel, Vowel::Unknown | Vowel::Silent) && !is_last;
        let is_first = self.last == Last::Nothing;
        if sign.doubled {
            // iyy, uww; at the end of a word only the long vowel is heard.
            if self.last == Last::Short(short) || (letter == 'ي' && self.last == Last::Consonant) {
                if is_last && sign.vowel != Vowel::An {
                    self.push_long(long(short));
                    return;
                }
                if self.standard == Standard::Ijmes {
                    if self.last == Last::Consonant {
                        self.push_short(short);
                    }
                    self.push_consonant(letter);
                } else {
                    self.push_long(long(short));
                }
            } else {
                self.push_consonant(letter);
            }
            self.push_consonant(letter);
            self.vowel(sign, is_last, rest);
            return;
        }
        if is_first || has_vowel {
            self.settle();
            self.push_consonant(letter);
            self.vowel(sign, is_last, rest);
            return;
        }
        match self.last {
            Last::Short('a') | Last::Long => {
                self.push_consonant(letter);
                if next != Some('ا') && !is_last {
                    self.last = Last::Long;
                }
            }
            Last::Short(vowel) if vowel == short && next != Some('ا') && next != Some('ة') => {
                self.push_long(long(short));
            }
            Last::Short(_) => {
                self.push_consonant(letter);
            }
            Last::Consonant | Last::Nothing => self.unvowelled_glide(letter, short, next, rest),
        }
    }

    /// و or ي after a consonant without a vowel sign.
    fn unvowelled_glide(&mut self, letter: char, short: char, next: Option<char>, rest: &[Sign]) {
        let ends_word = rest.len() == 1;
        match next {
            // سورية, كردية: the feminine of a nisba.
            Some('ة') if letter == 'ي' && ends_word => {
                self.unknown += 1;
                if self.standard == Standard::Ijmes {
                    self.out.push_str("iyy");
                } else {
                    self.out.push_str("īy");
                }
                self.last = Last::Consonant;
            }
            // سوريا
            Some('ا') if letter == 'ي' && ends_word => {
                self.unknown += 1;
                self.out.push_str("iy");
                self.last = Last::Consonant;
            }
            // قالوا
            Some('ا') if letter == 'و' && ends_word => {
                self.unknown += 1;
                self.push_long('ū');
            }
            Some('ا' | 'آ' | 'ة' | 'ى') => {
                self.settle();
                self.push_consonant(letter);
            }
            _ => {
                self.unknown += 1;
                self.push_long(long(short));
            }
        }
    }

    fn hamza(&mut self, sign: Sign, rest: &[Sign]) {
        let is_last = rest.is_empty();
        if self.last == Last::Nothing {
            match sign.vowel {
                Vowel::A => self.push_short('a'),
                Vowel::U => self.push_short('u'),
                Vowel::I => self.push_short('i'),
                _ if sign.letter == 'إ' => self.push_short('i'),
                _ => {
                    self.unknown += 1;
                    self.push_short('a');
                }
            }
            return;
        }
        self.settle();
        self.push_consonant('ء');
        self.vowel(sign, is_last, rest);
    }
}
