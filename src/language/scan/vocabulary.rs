//! The words that number and date rules know, and what they mean there.
//!
//! Here: one list of words, in normal spelling; it is folded when it is first
//! used. Not here: how words combine. Written for Hashiya from general
//! knowledge of Arabic; month names after Unicode CLDR 48 (cldr-dates-full,
//! cldr-cal-islamic-full; Unicode-3.0) with the spellings of the press added.
//!
//! **Invariant:** a folded word has one meaning; words with two (ربيع, صفر,
//! ليلة) carry the one under which the rules look for the other.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use crate::language::letters::simplify;

/// Bytes of the longest word in the vocabulary.
pub(crate) const LONGEST: usize = 30;

/// What a word is to the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// Nothing in particular.
    None,
    /// One to nine.
    One(u8),
    /// Ten, alone or as the second half of eleven to nineteen.
    Ten,
    /// Twenty to ninety.
    Tens(u8),
    /// A hundred.
    Hundred,
    /// Two hundred to nine hundred in one word.
    Hundreds(u16),
    /// A thousand, a million …
    Scale(Power),
    /// Two thousand, two million …
    ScaleDual(Power),
    /// Thousands, millions …
    ScalePlural(Power),
    /// Tens, hundreds: a number of no definite value.
    Vague,
    /// A half, a third, a quarter.
    Fraction(u8),
    /// Two thirds.
    Fractions(u8),
    /// Quarters, fifths … after a number.
    FractionPlural(u8),
    /// First to tenth, eleventh's first half (one).
    Ordinal(u8),
    /// A month, by its place in the month table.
    Month(u8),
    /// The first word of a month of two words.
    MonthHead(MonthHead),
    /// A weekday: 0 Monday … 6 Sunday.
    Weekday(u8),
    /// أمس
    Yesterday,
    /// غد
    Tomorrow,
    /// يوم
    Day,
    /// يومي, أيام
    Days,
    /// A stretch of time that can be past, present or next.
    Period(Period),
    /// عامي, شهري, سنوات …
    Periods(Period),
    /// الماضي, المقبل, الجاري: years, months or days away.
    Away(i8),
    /// صباح, مساء …
    PartOfDay,
    /// مطلع, منتصف, نهاية: where in a period.
    PartOfPeriod(Part),
    /// العشرينات … التسعينات
    Decade(u8),
    /// الموافق
    Agreeing,
    /// هذا, هذه
    This,
    /// ميلادي, م
    Common,
    /// هجري, هـ
    Hijri,
    /// A unit of measure or a currency.
    Unit(Measure),
    /// A word that is never a counted noun.
    Function,
}

/// An exponent of ten.
pub(crate) type Power = u8;

/// Months of two words begin with these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MonthHead {
    /// كانون
    Kanun,
    /// تشرين
    Tishrin,
    /// ربيع
    Rabi,
    /// جمادى
    Jumada,
    /// ذو
    Dhu,
}

/// Stretches of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Period {
    /// ليلة
    Night,
    /// أسبوع
    Week,
    /// شهر
    Month,
    /// عام, سنة
    Year,
    /// موسم
    Season,
    /// صيف, شتاء, خريف
    Quarter,
    /// عقد
    Decade,
    /// قرن
    Century,
}

/// Parts of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// مطلع, بداية, أوائل
    Beginning,
    /// منتصف, أواسط
    Middle,
    /// نهاية, أواخر
    End,
}

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    /// دولار …
    Money,
    /// كيلومتر …
    Distance,
    /// طن …
    Weight,
    /// هكتار …
    Area,
    /// لتر …
    Volume,
    /// ميغاواط …
    Power,
}

/// Which clitics a word may carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// Conjunction, preposition, article.
    Any,
    /// None: what looks like the word with a clitic is another word.
    Whole,
}

impl Meaning {
    /// Whether this is a weekday.
    pub(crate) fn is_weekday(self) -> bool {
        matches!(self, Self::Weekday(_))
    }
}

/// The meaning of a folded word.
pub(crate) fn look_up(word: &str) -> Option<(Meaning, Use)> {
    if word.len() > LONGEST {
        return None;
    }
    VOCABULARY.get(word).copied()
}

/// The same for a word that may carry one clitic letter.
pub(crate) fn listed_with_clitic(list: &str, word: &str) -> bool {
    listed(list, word)
        || word
            .strip_prefix(['و', 'ف', 'ب', 'ل', 'ك'])
            .is_some_and(|rest| listed(list, rest))
}

/// Whether a list of words, with spaces between them, has `word`.
pub(crate) fn listed(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split(' ').any(|entry| entry == word)
}

type Table = HashMap<String, (Meaning, Use), BuildHasherDefault<WordHash>>;

static VOCABULARY: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for (words, meaning, how) in WORDS {
        for word in words.split_whitespace() {
            table.insert(spelled(word), (*meaning, *how));
        }
    }
    for (index, month) in crate::language::dates::months::NAMES.iter().enumerate() {
        for word in month.0.split_whitespace() {
            let meaning = Meaning::Month(u8::try_from(index).unwrap_or_default());
            table.insert(spelled(word), (meaning, Use::Any));
        }
    }
    table
});

/// A word of the list as the scan will see it.
fn spelled(word: &str) -> String {
    word.chars()
        .map(|c| match simplify(c) {
            'ة' => 'ه',
            other => other,
        })
        .collect()
}

/// FNV-1a, which is quick on words of a few letters.
pub(crate) struct WordHash(u64);

impl Default for WordHash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for WordHash {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

use Meaning as M;
use Use::{Any, Whole};

const WORDS: &[(&str, Meaning, Use)] = &[
    ("واحد واحدة أحد إحدى احدا واحدا", M::One(1), Any),
    ("اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي إثنان إثنين", M::One(2), Any),
    ("ثلاث ثلاثة ثلاثا", M::One(3), Any),
    ("أربع أربعة أربعا", M::One(4), Any),
    ("خمس خمسة خمسا", M::One(5), Any),
    ("ست ستة ستا", M::One(6), Any),
    ("سبع سبعة سبعا", M::One(7), Any),
    ("ثمان ثماني ثمانية ثمانيا", M::One(8), Any),
    ("تسع تسعة تسعا", M::One(9), Any),
    ("عشر عشرة عشرا", M::Ten, Any),
    ("عشرون عشرين", M::Tens(20), Any),
    ("ثلاثون ثلاثين", M::Tens(30), Any),
    ("أربعون أربعين", M::Tens(40), Any),
    ("خمسون خمسين", M::Tens(50), Any),
    ("ستون ستين", M::Tens(60), Any),
    ("سبعون سبعين", M::Tens(70), Any),
    ("ثمانون ثمانين", M::Tens(80), Any),
    ("تسعون تسعين", M::Tens(90), Any),
    ("مئة مائة مية", M::Hundred, Any),
    ("مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي ميتين", M::Hundreds(200), Any),
    ("ثلاثمئة ثلاثمائة ثلثمائة ثلاثماية", M::Hundreds(300), Any),
    ("أربعمئة أربعمائة", M::Hundreds(400), Any),
    ("خمسمئة خمسمائة", M::Hundreds(500), Any),
    ("ستمئة ستمائة", M::Hundreds(600), Any),
    ("سبعمئة سبعمائة", M::Hundreds(700), Any),
    ("ثمانمئة ثمانمائة ثمانيمئة ثمانيمائة", M::Hundreds(800), Any),
    ("تسعمئة تسعمائة", M::Hundreds(900), Any),
    ("ألف ألفا", M::Scale(3), Any),
    ("مليون مليونا", M::Scale(6), Any),
    ("مليار مليارا بليون بليونا", M::Scale(9), Any),
    ("تريليون تريليونا ترليون ترليونا", M::Scale(12), Any),
    ("ألفان ألفين ألفي", M::ScaleDual(3), Any),
    ("مليونان مليونين مليوني", M::ScaleDual(6), Any),
    ("ملياران مليارين ملياري بليونان بليونين بليوني", M::ScaleDual(9), Any),
    ("تريليونان تريليونين تريليوني", M::ScaleDual(12), Any),
    ("آلاف آلافا ألوف", M::ScalePlural(3), Any),
    ("ملايين ملايينا", M::ScalePlural(6), Any),
    ("مليارات بلايين", M::ScalePlural(9), Any),
    ("تريليونات ترليونات", M::ScalePlural(12), Any),
    ("عشرات مئات مائات", M::Vague, Any),
    ("نصف نصفا", M::Fraction(2), Any),
    ("ثلث ثلثا", M::Fraction(3), Any),
    ("ربع ربعا", M::Fraction(4), Any),
    ("ثلثي ثلثان ثلثين", M::Fractions(3), Any),
    ("أرباع", M::FractionPlural(4), Any),
    ("أخماس", M::FractionPlural(5), Any),
    ("أعشار", M::FractionPlural(10), Any),
    ("أول أولى حادي حادية", M::Ordinal(1), Any),
    ("ثاني ثانية ثان", M::Ordinal(2), Any),
    ("ثالث ثالثة", M::Ordinal(3), Any),
    ("رابع رابعة", M::Ordinal(4), Any),
    ("خامس خامسة", M::Ordinal(5), Any),
    ("سادس سادسة", M::Ordinal(6), Any),
    ("سابع سابعة", M::Ordinal(7), Any),
    ("ثامن ثامنة", M::Ordinal(8), Any),
    ("تاسع تاسعة", M::Ordinal(9), Any),
    ("عاشر عاشرة", M::Ordinal(10), Any),
    ("كانون", M::MonthHead(MonthHead::Kanun), Any),
    ("تشرين", M::MonthHead(MonthHead::Tishrin), Any),
    ("ربيع", M::MonthHead(MonthHead::Rabi), Any),
    ("جمادى جماد", M::MonthHead(MonthHead::Jumada), Any),
    ("ذو ذي", M::MonthHead(MonthHead::Dhu), Any),
    ("الاثنين الإثنين الأثنين", M::Weekday(0), Any),
    ("الثلاثاء الثلاثا الثلثاء", M::Weekday(1), Any),
    ("الأربعاء الأربعا الإربعاء", M::Weekday(2), Any),
    ("الخميس", M::Weekday(3), Any),
    ("الجمعة", M::Weekday(4), Any),
    ("السبت", M::Weekday(5), Any),
    ("الأحد", M::Weekday(6), Any),
    ("أمس بارحة", M::Yesterday, Any),
    ("غد غدا", M::Tomorrow, Any),
    ("يوم يوما يومه", M::Day, Any),
    ("يومي يومين أيام", M::Days, Any),
    ("ليلة", M::Period(Period::Night), Any),
    ("أسبوع", M::Period(Period::Week), Any),
    ("شهر", M::Period(Period::Month), Any),
    ("عام سنة", M::Period(Period::Year), Any),
    ("موسم", M::Period(Period::Season), Any),
    ("صيف شتاء خريف", M::Period(Period::Quarter), Any),
    ("عقد", M::Period(Period::Decade), Any),
    ("قرن", M::Period(Period::Century), Any),
    ("عامي عامين سنتي سنتين أعوام سنوات", M::Periods(Period::Year), Any),
    ("شهري شهرين أشهر شهور", M::Periods(Period::Month), Any),
    ("أسبوعين أسبوعي أسابيع", M::Periods(Period::Week), Any),
    ("ليلتي ليالي", M::Periods(Period::Night), Any),
    ("موسمي موسمين مواسم", M::Periods(Period::Season), Any),
    ("ماضي ماضية ماضيين ماضيتين فائت فائتة منصرم منصرمة منصرمين فارط فارطة منقضي منقضية سابق سابقة", M::Away(-1), Any),
    ("مقبل مقبلة مقبلين مقبلتين قادم قادمة قادمين قادمتين آتي آتية تالي تالية", M::Away(1), Any),
    ("جاري جارية جاريين حالي حالية حاليين", M::Away(0), Any),
    ("صباح مساء فجر عصر ظهر ليل ظهيرة زوال عشية صبيحة نهار أمسية", M::PartOfDay, Any),
    ("مطلع بداية بدايات أوائل مستهل", M::PartOfPeriod(Part::Beginning), Any),
    ("منتصف أواسط", M::PartOfPeriod(Part::Middle), Any),
    ("نهاية نهايات أواخر", M::PartOfPeriod(Part::End), Any),
    ("عشرينات عشرينيات", M::Decade(20), Any),
    ("ثلاثينات ثلاثينيات", M::Decade(30), Any),
    ("أربعينات أربعينيات", M::Decade(40), Any),
    ("خمسينات خمسينيات", M::Decade(50), Any),
    ("ستينات ستينيات", M::Decade(60), Any),
    ("سبعينات سبعينيات", M::Decade(70), Any),
    ("ثمانينات ثمانينيات", M::Decade(80), Any),
    ("تسعينات تسعينيات", M::Decade(90), Any),
    ("موافق مصادف", M::Agreeing, Any),
    ("هذا هذه هاته", M::This, Any),
    ("م ميلادي ميلادية", M::Common, Whole),
    ("ه هجري هجرية", M::Hijri, Whole),
    (
        "دولار دولارا دولارات يورو يوروهات ليرة ليرات ريال ريالا ريالات جنيه جنيها جنيهات درهم درهما دراهم
         دينار دينارا دنانير روبل روبلا روبلات ين يوان يوانا روبية روبيات فرنك فرنكا شيكل شيكلا شواكل شيقل
         تومان توماناً فلس سنت سنتا سنتات سنتيم سنتيما سنتيمات قرش قرشا قروش بنس كرونة كرونات أوقية بيزو وون",
        M::Unit(Measure::Money),
        Whole,
    ),
    (
        "كم كلم كيلومتر كيلومترا كيلومترات كيلو متر مترا أمتار ميل ميلا أميال سم سنتيمتر سنتيمترا سنتيمترات
         سنتمتر سنتمترا ملم مليمتر مليمترا مليمترات قدم قدما أقدام بوصة بوصات ياردة ياردات فرسخ",
        M::Unit(Measure::Distance),
        Whole,
    ),
    (
        "طن طنا أطنان كغ كغم كلغ كلغم كيلوغرام كيلوغراما كيلوغرامات كيلوجرام كيلوجراما كيلوجرامات غرام غراما
         غرامات جرام جراما جرامات ميليغرام مليغرام مليغراما ملغ ملغم رطل رطلا أرطال",
        M::Unit(Measure::Weight),
        Whole,
    ),
    ("هكتار هكتارا هكتارات دونم دونما دونمات فدان فدانا أفدنة", M::Unit(Measure::Area), Whole),
    ("لتر لترا لترات ليتر ليترا ليترات", M::Unit(Measure::Volume), Whole),
    (
        "ميغاواط ميغاوات ميجاوات ميجاواط كيلوواط كيلووات غيغاواط جيجاوات غيغاوات",
        M::Unit(Measure::Power),
        Whole,
    ),
    ("قبل بعد", M::Function, Any),
    (
        "في من إلى على عن مع بين خلال حتى منذ ضمن عند لدى أن إن أنه إنه أنها إنها كان كانت يكون
         تكون قد لقد لكن لكنه لكنها أو أم ثم لا لم لن ليس ليست ما ماذا حيث إذ إذا لو كما مثل هو هي هم
         هناك هنا ذلك تلك هؤلاء التي الذي الذين فقط أيضا أثناء ضد حول نحو غير كل بعض أي عبر دون سوى
         إلا بل فيما بينما وفق حسب بحسب كي لكي له لها لهم به بها بهم فيه فيها فيهم منه منها منهم عليه
         عليها عليهم إليه إليها تقريبا وهو وهي وهم وقد ولا ولم وفي ومن وإلى وعلى وعن ومع وبين وكان وكانت
         وأن وإن لست ولست فلست لذا ولد وطن بطن لكم بكم كمية كميات لامس باب كذا قال قالت قالوا أعلن أعلنت أكد أكدت شهد شهدت أدى أدت جاء جاءت
         بدأ بدأت تم تمت أصبح أصبحت بلغ بلغت",
        M::Function,
        Whole,
    ),
];
