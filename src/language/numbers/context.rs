//! What stands round a number and decides whether, and how, it counts.
//!
//! Here: number words that are other words, the words that bound a number, and
//! the signs that stand before it. Not here: values (words, digits).
//!
//! Traps: الحادي عشر is an ordinal, مجموعة العشرين a name, شرطي واحد one policeman,
//! أحدهم someone, نصف نهائي a round of matches, ألف كتابا he wrote a book.
//!
//! **Invariant:** nothing here looks further than a few tokens.

use super::words::Chain;
use super::{Bound, Unit};
use crate::language::dates::is_sixty_two;
use crate::language::scan::vocabulary::{Meaning, listed_with_clitic};
use crate::language::scan::{Kind, Scan};

/// Whether a word can begin a number at all.
pub(super) fn may_begin(scan: &Scan<'_>, at: usize) -> bool {
    is_sixty_two(scan, at)
        || matches!(
            scan.meaning(at),
            Meaning::One(_)
                | Meaning::Ten
                | Meaning::Tens(_)
                | Meaning::Hundred
                | Meaning::Hundreds(_)
                | Meaning::Scale(_)
                | Meaning::ScaleDual(_)
                | Meaning::ScalePlural(_)
                | Meaning::Vague
                | Meaning::Fraction(_)
                | Meaning::Fractions(_)
        )
}

/// Whether a chain of words is a number and not another word.
pub(super) fn is_number(scan: &Scan<'_>, at: usize, chain: &Chain) -> bool {
    let Some(token) = scan.token(at) else {
        return false;
    };
    let single = chain.end == at + 1;
    let previous = at.checked_sub(1);
    let before = previous.map_or("", |at| scan.word(at));
    let unit = super::units::unit(scan, at, chain.end).is_some();
    match token.meaning {
        // اثنان alone is a pronoun; أثنى, he praised, folds to its construct.
        Meaning::One(2) if single && !unit => {
            scan.word(chain.end) == "من" && scan.token(chain.end + 1).is_some()
        }
        // ميتا, the company, folds like the construct of two hundred.
        Meaning::Hundreds(200) if scan.bare(at) == "ميتا" && !scan.has_hamza(at) => false,
        _ if is_fifth(scan, at) => true,
        // واحد alone is an adjective or a pronoun.
        Meaning::One(1) if single => unit && scan.word(at).starts_with("واحد"),
        Meaning::Fraction(_) | Meaning::Fractions(_) if chain.vague => {
            let whole = matches!(scan.bare(at), "النصف" | "الثلث" | "الربع" | "الثلثين");
            (whole || !token.article) && !is_not_half(scan, at)
        }
        Meaning::Fraction(_) | Meaning::Fractions(_) | Meaning::Vague | Meaning::ScalePlural(_) => {
            true
        }
        // الثاني عشر
        Meaning::Ten
            if previous.is_some_and(|at| matches!(scan.meaning(at), Meaning::Ordinal(_))) =>
        {
            false
        }
        _ if is_sixty_two(scan, at) => true,
        _ if token.article => definite(scan, at, chain, before),
        // خمس as the feminine form is followed by what it counts.
        Meaning::Scale(3) if single && scan.bare(at) == "الف" => {
            let quoted = before == "\"" && scan.is_mark(at + 1, '"');
            !matches!(before, "حرف" | "قد" | "وقد" | "لقد") && !quoted && !scan.has_shadda(at)
        }
        _ => !matches!(before, "ابو" | "ام" | "شارع" | "حي"),
    }
}

/// Whether the hour stands before minutes: الرابعة وخمس دقائق, الثالثة والنصف.
pub(super) fn is_minutes(scan: &Scan<'_>, at: usize) -> bool {
    let attached = scan.token(at).is_some_and(|token| token.and);
    let apart = scan.before(at).is_some_and(|_| scan.word(at - 1) == "و");
    if !attached && !apart {
        return false;
    }
    let hour = if scan.before(at).is_some_and(|_| scan.word(at - 1) == "و") {
        2
    } else {
        1
    };
    at.checked_sub(hour)
        .and_then(|at| scan.token(at))
        .is_some_and(|token| token.article && matches!(token.meaning, Meaning::Ordinal(_)))
}

/// خُمس, سُبع, عُشر with its vowel is a fifth, a seventh, a tenth; so is خمس
/// before a noun with the article (خمس السكان).
pub(super) fn is_fifth(scan: &Scan<'_>, at: usize) -> bool {
    let Some(token) = scan.token(at) else {
        return false;
    };
    if token.article || !matches!(scan.bare(at), "خمس" | "سبع" | "تسع" | "عشر") {
        return false;
    }
    let ordinal = at
        .checked_sub(1)
        .is_some_and(|at| matches!(scan.meaning(at), Meaning::Ordinal(_) | Meaning::One(_)));
    let of_all = scan.word(at + 1).starts_with("ال")
        && scan
            .token(at + 1)
            .is_some_and(|next| next.kind == Kind::Word && next.gap);
    !ordinal && (scan.has_damma(at) || of_all)
}

/// نصف نهائي, ربع النهائي, نصف سنوي.
fn is_not_half(scan: &Scan<'_>, at: usize) -> bool {
    matches!(
        scan.word(at + 1),
        "نهايي"
            | "النهايي"
            | "النهاييه"
            | "نهاييه"
            | "نهاييات"
            | "سنوي"
            | "سنويه"
            | "السنوي"
            | "السنويه"
            | "الخالي"
            | "الاول"
            | "الثاني"
            | "الثالث"
            | "الرابع"
    )
}

/// A number with the article describes a plural: الدول الخمس.
fn definite(scan: &Scan<'_>, at: usize, chain: &Chain, before: &str) -> bool {
    let Some(previous) = at.checked_sub(1).and_then(|at| scan.token(at)) else {
        return false;
    };
    // حاجز الثلاثة ملايين, المليونين ومئة ألف
    if chain.end > at + 1 && chain.low >= 1000.0 {
        return true;
    }
    let small = (3.0..20.0).contains(&chain.low);
    let plural = previous.kind == Kind::Word
        && (before.starts_with("ال")
            || before.starts_with("لل")
            || before
                .strip_prefix(['و', 'ف', 'ب', 'ك'])
                .is_some_and(|rest| rest.starts_with("ال") || rest.starts_with("لل")));
    let plain = scan
        .token(at)
        .is_some_and(|token| token.head == token.start);
    if small && plain && plural {
        return !matches!(previous.meaning, Meaning::Ordinal(_) | Meaning::Period(_));
    }
    if small {
        // فارق السبع نقاط, but not بئر السبع or مجموعة السبع
        return scan.bare(at) != "الست"
            && !listed_with_clitic("بير مجموعه قمه دول عين", before)
            && scan.token(chain.end).is_some_and(|next| {
                next.kind == Kind::Word
                    && next.head == next.start
                    && matches!(
                        next.meaning,
                        Meaning::None | Meaning::Days | Meaning::Periods(_)
                    )
                    && !scan.word(chain.end).starts_with("ال")
                    && !scan.word(chain.end).starts_with('و')
                    && scan.word(chain.end).chars().count() > 2
            });
    }
    let reached = |back: usize| {
        at.checked_sub(back)
            .is_some_and(|at| listed_with_clitic(REACHED, scan.word(at)))
    };
    chain.low >= 1000.0 && (1..=3).any(reached)
}

/// Words before a round number with the article: تجاوز عددهم المليون.
const REACHED: &str =
    "تجاوز يتجاوز تجاوزت تتجاوز نحو حوالي ناهز يناهز ناهزت فاق فاقت يفوق بلغ يبلغ قارب يقارب قرابه";

/// A sign of money or per cent before a figure: $40, %40.
pub(super) fn sign_before(scan: &Scan<'_>, at: usize) -> Option<(Unit, usize)> {
    if !scan.is_glued(at) {
        return None;
    }
    let sign = scan.before(at)?;
    let unit = match scan.word(at - 1) {
        "$" | "€" | "£" | "₪" | "₺" => Unit::Money,
        "%" => Unit::Percent,
        _ => return None,
    };
    // In 40%50 the sign belongs to the figure before it.
    let taken = !sign.gap && at >= 2 && scan.is_digits(at - 2);
    (!taken && scan.is_digits(at)).then_some((unit, sign.start))
}

/// How the words round a number bound it.
pub(super) fn bound(scan: &Scan<'_>, at: usize, end: usize) -> Bound {
    let back = |steps: usize| at.checked_sub(steps).map_or("", |at| scan.word(at));
    let clitic = usize::from(super::digits::is_clitic(back(1)) && scan.is_digits(at));
    let one = back(1 + clitic);
    let two = back(2 + clitic);
    let three = back(3 + clitic);
    let plain = |word: &'_ str| -> String {
        word.strip_prefix(['و', 'ف', 'ب', 'ل'])
            .unwrap_or(word)
            .to_owned()
    };
    let about = |word: &str| {
        matches!(
            word,
            "نحو"
                | "حوالي"
                | "قرابه"
                | "زهاء"
                | "يقارب"
                | "يناهز"
                | "ناهز"
                | "تقارب"
                | "قارب"
                | "تناهز"
                | "حدود"
                | "تقريبا"
        )
    };
    if about(one) || about(&plain(one)) {
        return Bound::About;
    }
    if matches!(
        one,
        "فوق" | "يفوق" | "تفوق" | "فاق" | "تجاوز" | "يتجاوز" | "تجاوزت" | "تتجاوز"
    ) {
        return Bound::AtLeast;
    }
    if matches!(one, "دون") {
        return Bound::AtMost;
    }
    let two = two.strip_prefix(['و', 'ف', 'ب', 'ل']).unwrap_or(two);
    match (two, one) {
        ("اكثر" | "ازيد" | "اعلي", "من") | ("يزيد" | "تزيد" | "زاد" | "زادت", "عن" | "علي") =>
        {
            return Bound::AtLeast;
        }
        ("يقل" | "تقل" | "قل", "عن") if three == "لا" => return Bound::AtLeast,
        ("اقل" | "ادني", "من") | ("يقل" | "تقل" | "قل", "عن") | ("يصل" | "تصل", "الي") =>
        {
            return Bound::AtMost;
        }
        ("يقرب", "من") => return Bound::About,
        _ => {}
    }
    for next in end..end + 3 {
        match scan.word(next) {
            "تقريبا" => return Bound::About,
            "علي" if scan.word(next + 1) == "الاقل" => return Bound::AtLeast,
            "علي" if scan.word(next + 1) == "الاكثر" => return Bound::AtMost,
            _ if scan
                .token(next)
                .is_none_or(|token| token.kind != Kind::Word) =>
            {
                break;
            }
            _ => {}
        }
    }
    Bound::Exact
}
