//! The conjunction and the preposition that Arabic writes as part of a word.
//!
//! Here: every way a word can be read ([`readings`]), among which a lexicon
//! chooses; and for want of a lexicon a guess at where the word proper begins
//! ([`without_clitics`]): a letter pattern and a list of words that only look
//! prefixed. Not here: pronouns at the end of a word and the س of the future,
//! which no name has, and any certainty: on news text (QCRI's segmented
//! Wikinews, 18,300 words) the first letter و is the conjunction in four words
//! of five, ل the preposition in three of four, ب in three of five, and ف and
//! ك seldom.
//!
//! **Invariant:** what is left begins on a letter of the word and ends where
//! the word ends; at least [`FEWEST`] letters are left in a reading and
//! [`SHORTEST`] in the guess.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::fold::{Level, fold};
use super::letters::{TATWEEL, is_arabic_letter, is_mark};
use crate::model::Span;

/// Fewest letters a word keeps when no lexicon vouches for it.
pub const SHORTEST: usize = 3;

/// Fewest letters a reading leaves.
pub const FEWEST: usize = 2;

/// One way of reading a folded word: so many letters at its beginning are
/// clitics, and the rest is the word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Reading {
    /// Bytes of the folded word that are clitics.
    pub cut: usize,
    /// What the lexicon has before the rest, and the script leaves out after
    /// the preposition ل: nothing; `ا` (لل + ولايات is ل + الولايات), or `ال`
    /// (للجنة may be ل + اللجنة, لله is ل + الله). The span of the word begins
    /// at [`Reading::cut`] all the same.
    pub restored: &'static str,
}

impl Reading {
    /// The rest of `word`, the word without its clitics. The lexicon has it
    /// with [`Reading::restored`] before it.
    pub fn rest<'a>(&self, word: &'a str) -> &'a str {
        word.get(self.cut..).unwrap_or_default()
    }

    /// Whether the article lost letters to the preposition ل before it.
    pub fn restored_article(&self) -> bool {
        !self.restored.is_empty()
    }
}

/// The readings of one word, at most five. No allocation.
#[derive(Clone, Debug, Default)]
pub struct Readings {
    found: [Reading; 5],
    count: usize,
    next: usize,
}

impl Readings {
    fn add(&mut self, word: &str, cut: usize, restored: &'static str) {
        let letters = word.get(cut..).unwrap_or_default().chars();
        if letters.take(FEWEST).count() == FEWEST
            && let Some(place) = self.found.get_mut(self.count)
        {
            *place = Reading { cut, restored };
            self.count += 1;
        }
    }

    /// The readings of what follows the first `from` bytes that begin with a
    /// preposition.
    fn add_prepositions(&mut self, word: &str, from: usize) {
        let rest = word.get(from..).unwrap_or_default();
        let Some(first) = rest.chars().next().filter(|c| matches!(c, 'ب' | 'ل' | 'ك')) else {
            return;
        };
        let cut = from + first.len_utf8();
        self.add(word, cut, "");
        if rest.starts_with("لل") {
            self.add(word, cut, "ا");
            self.add(word, cut, "ال");
        }
    }
}

impl Iterator for Readings {
    type Item = Reading;

    fn next(&mut self) -> Option<Reading> {
        let reading = self
            .found
            .get(self.next)
            .filter(|_| self.next < self.count)?;
        self.next += 1;
        Some(*reading)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.count - self.next;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Readings {}

/// All readings of a word folded to [`Level::Letters`]: {∅, و, ف} × {∅, ب, ل,
/// ك}, and after ل the article it swallowed. The whole word comes first, then
/// fewer clitics before more. Which one is right is for the lexicon to say:
/// never strip where the whole word is in it.
///
/// ```
/// use hashiya::language::clitics::readings;
/// let rests = |word| readings(word).map(|r| format!("{}{}", r.restored, r.rest(word)));
/// assert_eq!(rests("وبغداد").collect::<Vec<_>>(), ["وبغداد", "بغداد", "غداد"]);
/// ```
pub fn readings(word: &str) -> Readings {
    let mut readings = Readings {
        found: [Reading::default(); 5],
        count: 1,
        next: 0,
    };
    match word.chars().next() {
        Some(first @ ('و' | 'ف')) => {
            let cut = first.len_utf8();
            readings.add(word, cut, "");
            readings.add_prepositions(word, cut);
        }
        Some('ب' | 'ل' | 'ك') => readings.add_prepositions(word, 0),
        Some(_) => {}
        None => readings.count = 0,
    }
    readings
}

/// Frequent words (folded, without the article) whose first letter looks like
/// a clitic and is not. Endings are stripped before a word is looked up.
const WHOLE_WORDS: &str = "
    وزير وزار وفا واحد وجود وقت وكال وسط وضع وفق وصول وحد وثيق وطن وفد واقع واجب والد والي وقف وقود ورق
    وادي واشنطن ولاي ولايات وسيل وسائل وسيط وساط وباء ويلات وظيف وظائف وعد وعي ورش وشيك وثائق وصف وزن وجه
    وجبات وجب وافق واصل وقع وصل وزع وجد وصي ورد وفر ولد ولي ولا وهم وهي وهو وراء وبال ولاء وليام وليد
    فيها فيما فتر فريق فتح فرض فقط فوز فرع فكر فبراير فرنسا فيسبوك فرنسي فلسطين فصيل فصائل فرصه فرص فرار
    فهم فوق فضل فساد فندق فنان فيديو فيلم فيروس فئات فرد فعل فوضي فشل فني فقير فقر فجر فيلق فئ فاعل فرات
    بعد بين بعض برنامج برامج بريطاني بدا بيان بلد بناء بحث بشار بيروت بغداد بومبيو بايدن براد بلاد بحر
    باكستان برلين بلجيكا بنغازي بنغلاديش بشر بطل بقاء بنك بنوك برلمان بيت بيوت بوتين باريس برقي برادلي بريد
    بلغ بقي بحري بدور بري بوابات بواب بحوز بطار بدر بصر باص بابا بندقي بند بنود بالغ باحث باقي بارز بارد
    بديل بدائل بدون برز برهان بشكل بكين بلدي بلدات بندر بوسن بوليس بيئ بيض بيع باسم بسبب بشان بطول بصف بدل
    لكن لقد ليس لندن لجن لواء لقاء ليبيا لبنان ليل لدي لغ لاجئ لاجي لازم لافت لاحق لحظ لحوم لحم لذلك لطيف
    لعب لقب لسان لون لوح ليرا لير لاتين لفت لقي لبناني ليبي لوكسمبورغ لاعب لقاح لجوء لجوي لقاءات لما لها لهم له
    كما كان كل كبير كلم كشف كوسوفو كوبر كندا كانون كردي كاس كيني كانت كتاب كتب كتائب كثير كامل كاظمي كرد كره
    كذلك كنيس كلي كوري كهرب كهرباء كويت كيان كيف كيمياء كيميائي كفاء كلاب كلب كميات كمي كون كيلومتر كتيب كرم
    كريم كرامه كوكب كونكو كيلو كاتب كادر كوادر كارث كاف كاميرا كابتن كبش كسر كرسي كمال كابول
    لله بالله والله
    وارد واضح واسع واجد وسائل وزراء وطن وعاء ولاد وفير وسام وجيز واحه وقوع وسطي وديع
    برميل براميل برشلون بورص بينما بداي برنت بودابست بابل بركان برق برد برج بقر بحار بصل بطن بطء بنت بنات بهاء بكر بلاغ بلاء بليغ بيروقراطي
    لكنن لكنني لكننا لقاء لفظ لهب لغز لجنه لازال فكاه فراغ فرح فيضان فيتامين فيزياء فيلسوف فلاح فاكه فائد فائز فصل فضاء فضيل
    كفاح كنز كربون كريستال كاثوليك كثاف كامل كاذب كذب كارت كشاف كعب كفيل كوفيد كولومبيا كوستاريكا كمبوديا كابوري كاترين كوبر كوبا كولونيل
    فيفا فوري فورا فعلا فاز فلل بات باع باب بني وان وانغ ويب ويكيبيديا بوليفيا برازيل بلغاريا بولند بوركينا بحرين بصر بلوشستان
";

/// Words of the list above that may just as well be a clitic and a word:
/// و + إلي, ب + اسم. Who looks for the second half is told that it may be one.
const TWO_WAYS: [&str; 24] = [
    "والي",
    "وهي",
    "وهو",
    "وهم",
    "فهم",
    "بشر",
    "كذلك",
    "لذلك",
    "لله",
    "بالله",
    "والله",
    "ولد",
    "ولا",
    "فاز",
    "باسم",
    "بسبب",
    "بشان",
    "بشكل",
    "بدون",
    "كما",
    "لما",
    "وبال",
    "فلل",
    "بان",
];

/// Whether a folded word can be read as it stands and as a clitic and another
/// word, and nothing but the sentence tells which.
pub fn is_two_way(word: &str) -> bool {
    TWO_WAYS.contains(&word)
}

/// Endings that do not make a listed word another one.
const ENDINGS: [&str; 22] = [
    "يه", "ية", "هما", "ها", "هم", "هن", "نا", "كم", "ات", "ان", "ون", "ين", "وا", "تهم", "ته",
    "تها", "ه", "ة", "ي", "ا", "ت", "يا",
];

/// The word `word` of `text` without its conjunction and preposition (بداعش →
/// داعش, للولايات → لولايات, وبغداد → بغداد), or `word` itself when there are
/// none to be seen. A tatweel or a quotation mark after the clitic goes with
/// it. The article stays.
pub fn without_clitics(text: &str, word: Span) -> Span {
    let Some(written) = word.of(text) else {
        return word;
    };
    let folded = fold(written, Level::Letters);
    // A tatweel within two or three letters from the start sets a clitic off.
    if let Some(after) = after_tatweel(written) {
        return Span::new(word.start + after, word.end);
    }
    let rest = stripped(folded.text());
    if rest.len() == folded.text().len() {
        return word;
    }
    let start = folded.text().len() - rest.len();
    let kept = folded.span_of(start..folded.text().len());
    Span::new(word.start + kept.start, word.end)
}

/// Where the word goes on after a clitic that a tatweel sets off from it
/// (بـداعش), in bytes.
fn after_tatweel(written: &str) -> Option<usize> {
    let tatweel = written.find(TATWEEL)?;
    let before = written.get(..tatweel)?;
    let clitic: String = before.chars().filter(|c| !is_mark(*c)).collect();
    if !matches!(
        clitic.as_str(),
        "و" | "ف" | "ب" | "ل" | "ك" | "وب" | "ول" | "وك" | "فل" | "فب"
    ) {
        return None;
    }
    let after = written.get(tatweel..)?.trim_start_matches(TATWEEL);
    let letters = after.chars().filter(|c| is_arabic_letter(*c)).count();
    (letters >= SHORTEST).then_some(written.len() - after.len())
}

/// A folded word without conjunction and preposition.
fn stripped(word: &str) -> &str {
    let mut rest = word;
    for step in [conjunction, preposition] {
        if is_whole(rest) {
            return rest;
        }
        if let Some(shorter) = step(rest)
            && shorter.chars().count() >= SHORTEST
        {
            rest = shorter;
        }
    }
    rest
}

fn conjunction(word: &str) -> Option<&str> {
    if let Some(rest) = word.strip_prefix('و') {
        return Some(rest);
    }
    // ف begins too many words to be taken off before anything but a clitic or
    // the article.
    word.strip_prefix('ف').filter(|rest| {
        ["ال", "لل", "بال", "كال", "لا", "ان"]
            .iter()
            .any(|start| rest.starts_with(start))
    })
}

fn preposition(word: &str) -> Option<&str> {
    let rest = word.strip_prefix(['ب', 'ل', 'ك'])?;
    // ك before anything but the article begins a word of its own more often.
    (!word.starts_with('ك') || rest.starts_with("ال")).then_some(rest)
}

/// Whether a folded word is known to be whole although its first letter looks
/// like a clitic: it is on the list, with or without article and ending.
pub fn is_whole(word: &str) -> bool {
    static LISTED: LazyLock<HashSet<&'static str>> =
        LazyLock::new(|| WHOLE_WORDS.split_ascii_whitespace().collect());
    let listed = |stem: &str| LISTED.contains(stem);
    listed(word)
        || ENDINGS
            .iter()
            .filter_map(|ending| word.strip_suffix(ending))
            .any(listed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(word: &str) -> &str {
        without_clitics(word, Span::new(0, word.len()))
            .of(word)
            .unwrap_or("?")
    }

    #[test]
    fn conjunctions_and_prepositions_go() {
        for (word, rest) in [
            ("بداعش", "داعش"),
            ("وفرنسا", "فرنسا"),
            ("للولايات", "لولايات"),
            ("وللولايات", "لولايات"),
            ("لقسد", "قسد"),
            ("والعراق", "العراق"),
            ("وبغداد", "بغداد"),
            ("وروسيا", "روسيا"),
            ("بوزارة", "وزارة"),
            ("لمجلس", "مجلس"),
            ("فالحكومة", "الحكومة"),
            ("كالرئيس", "الرئيس"),
            ("وبالتوازي", "التوازي"),
            ("بـداعش", "داعش"),
            ("وَبِدَاعِشَ", "دَاعِشَ"),
        ] {
            assert_eq!(bare(word), rest, "{word}");
        }
    }

    #[test]
    fn every_reading_is_offered_and_the_whole_word_first() {
        for (word, expected) in [
            ("داعش", &["داعش"][..]),
            ("بداعش", &["بداعش", "داعش"]),
            ("وفرنسا", &["وفرنسا", "فرنسا"]),
            ("فرنسا", &["فرنسا", "رنسا"]),
            ("للولايات", &["للولايات", "لولايات", "ا+لولايات", "ال+لولايات"]),
            ("وللجنه", &["وللجنه", "للجنه", "لجنه", "ا+لجنه", "ال+لجنه"]),
            ("لله", &["لله", "له", "ا+له", "ال+له"]),
            ("ليبيا", &["ليبيا", "يبيا"]),
            ("للبنان", &["للبنان", "لبنان", "ا+لبنان", "ال+لبنان"]),
            ("وبالعراق", &["وبالعراق", "بالعراق", "العراق"]),
            ("وواشنطن", &["وواشنطن", "واشنطن"]),
            ("كما", &["كما", "ما"]),
            ("له", &["له"]),
            ("و", &["و"]),
            ("ول", &["ول"]),
            ("سيقول", &["سيقول"]),
            ("sdf", &["sdf"]),
            ("", &[]),
        ] {
            let found: Vec<String> = readings(word)
                .map(|reading| match reading.restored {
                    "" => reading.rest(word).to_owned(),
                    restored => format!("{restored}+{}", reading.rest(word)),
                })
                .collect();
            assert_eq!(found, expected, "{word}");
        }
    }

    #[test]
    fn words_that_only_look_prefixed_stay() {
        for word in [
            "وزير",
            "وزارة",
            "الوزير",
            "واشنطن",
            "بغداد",
            "بيروت",
            "بريطانيا",
            "لبنان",
            "ليبيا",
            "لندن",
            "كانون",
            "كردية",
            "الكردية",
            "فرنسا",
            "فريق",
            "فبراير",
            "بعد",
            "كما",
            "وكالات",
            "ولد",
            "وهي",
            "لله",
            "بومبيو",
            "بايدن",
            "قسد",
            "SDF",
            "1600",
            "بـ",
            "لـ",
            "و",
            "",
            "لاجئين",
            "بيان",
            "بيانات",
        ] {
            assert_eq!(bare(word), word, "{word}");
        }
    }

    #[test]
    fn a_span_that_does_not_fit_is_left_alone() {
        assert_eq!(without_clitics("بداعش", Span::new(1, 4)), Span::new(1, 4));
        assert_eq!(without_clitics("", Span::new(5, 9)), Span::new(5, 9));
    }
}
