//! What a typed answer says.
//!
//! Numbers are read in any digits and in words, dates in every calendar and
//! wording that texts are read in (`language`), choices by their ids or names
//! in any language. What is stored is what the model asks for: ISO 8601, JSON
//! numbers, ids.
//!
//! **Invariant:** what is understood in two ways is not understood.

use jiff::civil::Date;
use serde_json::Value;

use crate::language::{DateOptions, DateValue, Level, dates, key, numbers};
use crate::model::{AttributeKind, Choice, Unfit};

/// The value a text stands for; none for an empty text. Whether it is in
/// range is not asked here.
pub(in crate::command) fn answer(
    kind: &AttributeKind,
    text: &str,
    written: Option<Date>,
) -> Result<Option<Value>, Unfit> {
    let bare = text.trim();
    if bare.is_empty() {
        return Ok(None);
    }
    match kind {
        AttributeKind::Text => Ok(Some(Value::from(text))),
        AttributeKind::OneOf { choices } => one(choices, bare).map(|id| Some(Value::from(id))),
        AttributeKind::SomeOf { choices } => {
            let ids = bare
                .split([',', '،', ';', '؛'])
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .map(|part| one(choices, part))
                .collect::<Result<Vec<_>, _>>()?;
            Ok(Some(Value::from(ids)))
        }
        AttributeKind::Number { .. } => number(bare).map(Some),
        AttributeKind::YesNo => yes_no(bare).map(|yes| Some(Value::from(yes))),
        AttributeKind::Date => date(bare, written).map(|iso| Some(Value::from(iso))),
    }
}

fn one(choices: &[Choice], text: &str) -> Result<String, Unfit> {
    let wanted = key(text, Level::Letters);
    choices
        .iter()
        .find(|choice| choice.id == text)
        .or_else(|| {
            choices.iter().find(|choice| {
                let mut names = choice.names.values();
                names.any(|name| key(name, Level::Letters) == wanted)
            })
        })
        .map(|choice| choice.id.clone())
        .ok_or_else(|| Unfit::NotOffered(text.to_owned()))
}

fn yes_no(text: &str) -> Result<bool, Unfit> {
    match key(text, Level::Letters).as_str() {
        "yes" | "y" | "true" | "1" | "نعم" | "اجل" | "بلي" | "صح" => Ok(true),
        "no" | "n" | "false" | "0" | "لا" | "كلا" | "خطا" => Ok(false),
        _ => Err(Unfit::WrongKind),
    }
}

fn number(text: &str) -> Result<Value, Unfit> {
    let value = figure(text)
        .or_else(|| in_words(text))
        .ok_or(Unfit::WrongKind)?;
    if value.fract() == 0.0 && value.abs() < 9e15 {
        return Ok(Value::from(value as i64));
    }
    serde_json::Number::from_f64(value)
        .map(Value::Number)
        .ok_or(Unfit::WrongKind)
}

/// A number in figures, in Latin, Arabic or Persian digits, with an Arabic or
/// Latin decimal sign. Signs between thousands are left out; a lone comma is
/// one where three digits follow it.
pub(super) fn figure(text: &str) -> Option<f64> {
    let mut plain = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '٠'..='٩' => plain.push(shifted(c, '٠')),
            '۰'..='۹' => plain.push(shifted(c, '۰')),
            '٫' => plain.push('.'),
            '−' | '–' => plain.push('-'),
            '٬' | '\u{a0}' | '\u{202f}' | ' ' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {}
            '،' => plain.push(','),
            c => plain.push(c),
        }
    }
    if !plain
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+'))
    {
        return None;
    }
    let groups: Vec<&str> = plain.split(',').collect();
    let thousands = groups.len() > 1
        && groups.iter().skip(1).all(|group| {
            let whole = group.split('.').next().unwrap_or_default();
            whole.len() == 3
        });
    let plain = match groups.as_slice() {
        [_] => plain.clone(),
        _ if thousands => plain.replace(',', ""),
        [whole, part] if !plain.contains('.') => format!("{whole}.{part}"),
        _ => return None,
    };
    plain.parse().ok().filter(|value: &f64| value.is_finite())
}

fn shifted(digit: char, zero: char) -> char {
    let value = u32::from(digit) - u32::from(zero);
    char::from_digit(value, 10).unwrap_or('0')
}

fn in_words(text: &str) -> Option<f64> {
    match numbers(text).as_slice() {
        [only] if only.span.start == 0 && only.span.end == text.len() => only.value,
        _ => None,
    }
}

/// The ISO form of a date in any wording: `2019-10-12`, `12/10/2019`, `١٢
/// تشرين الأول ٢٠١٩`, `10 صفر 1441`. One that counts from the day the text was
/// written is read so.
fn date(text: &str, written: Option<Date>) -> Result<String, Unfit> {
    let no_date = || Unfit::NoDate(text.to_owned());
    let digits: String = text
        .chars()
        .map(|c| match c {
            '٠'..='٩' => shifted(c, '٠'),
            '۰'..='۹' => shifted(c, '۰'),
            c => c,
        })
        .collect();
    if AttributeKind::Date
        .accepts(&Value::from(digits.as_str()))
        .is_ok()
    {
        return Ok(digits);
    }
    // 2019-13-01 is a slip, not the thirteenth of January.
    let parts: Vec<&str> = digits.trim().split('-').collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if let [year, month, day] = parts.as_slice()
        && year.len() == 4
        && [year, month, day].into_iter().all(is_number)
    {
        return Err(no_date());
    }
    let options = DateOptions {
        document_date: written,
    };
    let found = dates(text, options);
    let [only] = found.as_slice() else {
        return Err(no_date());
    };
    // Something else beside the date was meant to say something too.
    let rest =
        |part: Option<&str>| part.is_some_and(|part| part.chars().any(char::is_alphanumeric));
    let (before, after) = (text.get(..only.span.start), text.get(only.span.end..));
    if only.conflict || rest(before) || rest(after) {
        return Err(no_date());
    }
    match only.value {
        DateValue::Day(_) | DateValue::Month { .. } | DateValue::Year(_) => {
            only.iso.clone().ok_or_else(no_date)
        }
        DateValue::Range { .. } | DateValue::Unresolved => Err(no_date()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]
mod tests {
    use super::*;
    use serde_json::json;

    fn number_of(text: &str) -> Option<Value> {
        let kind = AttributeKind::Number {
            least: None,
            most: None,
        };
        answer(&kind, text, None).ok().flatten()
    }

    #[test]
    fn numbers_are_read_in_any_digits_and_in_words() {
        for (text, value) in [
            ("12", json!(12)),
            ("١٢", json!(12)),
            ("۱۲", json!(12)),
            ("-3", json!(-3)),
            ("2,5", json!(2.5)),
            ("٢٫٥", json!(2.5)),
            ("1,200", json!(1200)),
            ("١٬٢٠٠", json!(1200)),
            ("ثلاثة آلاف", json!(3000)),
        ] {
            assert_eq!(number_of(text), Some(value), "{text}");
        }
        for text in ["كثير", "12 قتيلا و 3 جرحى", "1.2.3", "NaN", "inf", "--1"] {
            assert_eq!(number_of(text), None, "{text}");
        }
        assert_eq!(number_of("  "), None);
    }

    #[test]
    fn dates_are_read_in_every_calendar_and_stored_as_iso() {
        let iso = |text: &str| answer(&AttributeKind::Date, text, None);
        for (text, expected) in [
            ("2019-10-12", "2019-10-12"),
            ("٢٠١٩-١٠", "2019-10"),
            ("2019", "2019"),
            ("12/10/2019", "2019-10-12"),
            ("12 تشرين الأول 2019", "2019-10-12"),
            ("١٢ أكتوبر ٢٠١٩", "2019-10-12"),
            ("12 October 2019", "2019-10-12"),
            ("10 صفر 1441 هـ", "2019-10-09"),
        ] {
            assert_eq!(iso(text), Ok(Some(json!(expected))), "{text}");
        }
        for text in [
            "31 شباط 2019",
            "غدا",
            "2019-13-01",
            "في البيت",
            "2018 أو 2019",
        ] {
            assert!(matches!(iso(text), Err(Unfit::NoDate(_))), "{text}");
        }
        let written = Date::new(2019, 10, 12).ok();
        assert_eq!(
            answer(&AttributeKind::Date, "أمس", written),
            Ok(Some(json!("2019-10-11")))
        );
    }

    #[test]
    fn choices_are_found_by_their_names_in_any_language() {
        let mut report = Choice::new("report");
        report.names.insert("ar".to_owned(), "خبر".to_owned());
        let mut opinion = Choice::new("opinion");
        opinion.names.insert("ar".to_owned(), "رأي".to_owned());
        let choices = vec![report, opinion];
        let one = AttributeKind::OneOf {
            choices: choices.clone(),
        };
        let some = AttributeKind::SomeOf { choices };
        assert_eq!(answer(&one, "راي", None), Ok(Some(json!("opinion"))));
        assert_eq!(
            answer(&some, "خبر، opinion", None),
            Ok(Some(json!(["report", "opinion"])))
        );
        assert!(matches!(
            answer(&one, "شيء", None),
            Err(Unfit::NotOffered(_))
        ));
        let yes = answer(&AttributeKind::YesNo, "نعم", None);
        assert_eq!(yes, Ok(Some(json!(true))));
    }
}
