//! Message lookup over assets/i18n/*.ftl.
//!
//! Here: every text a person reads, found by its id in the language of the
//! interface, with arguments, plural forms and digits. Not here: the texts
//! themselves (assets/i18n), the direction of the window (ui), and errors of
//! the library, whose `Display` is English.
//!
//! Invariant: an argument never disturbs the direction of the sentence around
//! it. Every argument stands between U+2068 (first-strong isolate) and U+2069
//! whenever the sentence has other parts, so an English file name in an Arabic
//! sentence leaves the full stop where it belongs.

use std::borrow::Cow;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

const ENGLISH: &str = include_str!("../assets/i18n/en.ftl");
const ARABIC: &str = include_str!("../assets/i18n/ar.ftl");

/// A language of the interface (the documents may be in any other).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// English, left to right.
    #[default]
    En,
    /// Arabic, right to left.
    Ar,
}

impl Language {
    /// Every language of the interface, in the order the menu shows them.
    pub const ALL: [Self; 2] = [Self::En, Self::Ar];

    /// The BCP 47 tag: `en` or `ar`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ar => "ar",
        }
    }

    /// The language for a tag such as `ar`, `ar-SY` or `ar_EG.UTF-8`; `None`
    /// when the interface does not speak it.
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_', '.']).next().unwrap_or(code);
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(primary))
    }

    /// Whether the whole window is mirrored.
    pub const fn is_right_to_left(self) -> bool {
        matches!(self, Self::Ar)
    }

    /// The language's own name, the same in every interface language.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ar => "العربية",
        }
    }

    const fn source(self) -> &'static str {
        match self {
            Self::En => ENGLISH,
            Self::Ar => ARABIC,
        }
    }
}

/// The digits numbers are written with in the interface. Documents, quotes and
/// files are never touched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Digits {
    /// 0123456789, as in the Maghreb and in most software.
    #[default]
    Latin,
    /// ٠١٢٣٤٥٦٧٨٩, as in the Mashriq in print.
    ArabicIndic,
}

impl Digits {
    /// Replaces the ASCII digits of `text`, and a decimal point between two of
    /// them, by those of this set.
    pub fn apply(self, text: &str) -> String {
        if self == Self::Latin {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len() * 2);
        let mut chars = text.chars().peekable();
        let mut after_digit = false;
        while let Some(c) = chars.next() {
            let replacement = match c {
                '0'..='9' => char::from_u32(u32::from('\u{0660}') + u32::from(c) - u32::from('0')),
                '.' if after_digit && chars.peek().is_some_and(char::is_ascii_digit) => {
                    Some('\u{066B}')
                }
                _ => None,
            };
            after_digit = c.is_ascii_digit();
            out.push(replacement.unwrap_or(c));
        }
        out
    }
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// Words: a name, a path, a quote.
    Text(Cow<'a, str>),
    /// A whole number; it chooses the plural form.
    Count(i64),
    /// A number with a fraction, written with at most two decimals.
    Decimal(f64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<u64> for Arg<'_> {
    fn from(count: u64) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Arg<'_> {
    fn from(count: u32) -> Self {
        Self::Count(i64::from(count))
    }
}

impl From<i32> for Arg<'_> {
    fn from(count: i32) -> Self {
        Self::Count(i64::from(count))
    }
}

impl From<i64> for Arg<'_> {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<f32> for Arg<'_> {
    fn from(number: f32) -> Self {
        Self::Decimal(f64::from(number))
    }
}

impl From<f64> for Arg<'_> {
    fn from(number: f64) -> Self {
        Self::Decimal(number)
    }
}

/// Beyond this a whole number no longer fits the plural rules' arithmetic (and
/// nobody counts that far); it is then written as words are.
const LARGEST_COUNT: u64 = 1 << 53;

impl<'a> Arg<'a> {
    fn value(&self, language: Language) -> FluentValue<'a> {
        match self {
            Self::Text(text) => FluentValue::String(text.clone()),
            Self::Count(count) if count.unsigned_abs() <= LARGEST_COUNT => {
                number_value(*count as f64, language)
            }
            Self::Count(count) => FluentValue::String(Cow::Owned(count.to_string())),
            // The plural rules read the number's decimal notation and give up
            // on "NaN" and "inf".
            Self::Decimal(number) if number.is_finite() && number.abs() < 1e15 => {
                number_value((number * 100.0).round() / 100.0, language)
            }
            Self::Decimal(number) => FluentValue::String(Cow::Owned(number.to_string())),
        }
    }
}

/// A number as Fluent takes it. The plural rules Fluent uses (those of
/// `intl_pluralrules` 7, from CLDR 37) lack the "modulo 100" of Arabic: 103
/// must be said like 3 and 111 like 11, but come out like 100. From 100 on we
/// therefore hand over a smaller number of the right form, with what is to be
/// written in a field that nothing else of ours uses ([`written`]).
fn number_value(number: f64, language: Language) -> FluentValue<'static> {
    let plain = FluentNumber::new(number, FluentNumberOptions::default());
    let stand_in = match language {
        Language::En => return FluentValue::Number(plain),
        Language::Ar if number.fract() != 0.0 => 100.0,
        Language::Ar if number.abs() < 100.0 => return FluentValue::Number(plain),
        Language::Ar => match number.abs() % 100.0 {
            rest if rest >= 3.0 => rest,
            _ => 100.0,
        },
    };
    let options = FluentNumberOptions {
        currency: Some(plain.as_string().into_owned()),
        ..FluentNumberOptions::default()
    };
    FluentValue::Number(FluentNumber::new(stand_in, options))
}

/// What a number made by [`number_value`] looks like, in ASCII digits.
fn written(number: &FluentNumber) -> String {
    match &number.options.currency {
        Some(text) => text.clone(),
        None => number.as_string().into_owned(),
    }
}

/// The messages of one language.
pub struct Messages {
    language: Language,
    digits: Digits,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages")
            .field("language", &self.language)
            .field("digits", &self.digits)
            .finish_non_exhaustive()
    }
}

impl Messages {
    /// The messages of `language`, with Latin digits.
    pub fn new(language: Language) -> Self {
        let tag = LanguageIdentifier::from_bytes(language.code().as_bytes()).unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(true);
        let resource = match FluentResource::try_new(language.source().to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                // What parses is kept: half an interface beats none.
                log::error!("messages of {}: {errors:?}", language.code());
                resource
            }
        };
        if let Err(errors) = bundle.add_resource(resource) {
            log::error!("messages of {}: {errors:?}", language.code());
        }
        let messages = Self {
            language,
            digits: Digits::Latin,
            bundle,
        };
        messages.with_digits(Digits::Latin)
    }

    /// The same messages with their numbers in `digits`.
    #[must_use]
    pub fn with_digits(mut self, digits: Digits) -> Self {
        self.set_digits(digits);
        self
    }

    /// Writes numbers in `digits` from now on.
    pub fn set_digits(&mut self, digits: Digits) {
        self.digits = digits;
        self.bundle.set_formatter(Some(match digits {
            Digits::Latin => |value, _| match value {
                FluentValue::Number(number) => Some(written(number)),
                _ => None,
            },
            Digits::ArabicIndic => |value, _| match value {
                FluentValue::Number(number) => Some(Digits::ArabicIndic.apply(&written(number))),
                _ => None,
            },
        }));
    }

    /// The language of these messages.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The digits numbers are written with.
    pub fn digits(&self) -> Digits {
        self.digits
    }

    /// Whether there is a message `id`.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// The message `id` without arguments; the id itself when there is none,
    /// so that a forgotten text is seen and nothing stops.
    pub fn text(&self, id: &str) -> String {
        self.format(id, &[])
    }

    /// The message `id` with its arguments filled in, each isolated from the
    /// direction of the sentence; the id itself when there is none.
    pub fn format(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|m| m.value()) else {
            log::warn!("no message {id} in {}", self.language.code());
            return id.to_owned();
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(*name, arg.value(self.language));
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&values), &mut errors)
            .into_owned();
        if !errors.is_empty() {
            log::warn!("message {id} in {}: {errors:?}", self.language.code());
        }
        text
    }

    /// The title of a command: `annotation.tag` is message
    /// `command-annotation-tag`.
    pub fn command_title(&self, command: &str) -> String {
        self.text(&dashed("command", command))
    }

    /// What a transaction of `command` did, as undo names it: `annotation.tag`
    /// is message `action-annotation-tag`; a command without such a message is
    /// named by its title, and an unknown one as "the last change".
    pub fn action(&self, command: &str, args: &[(&str, Arg<'_>)]) -> String {
        let action = dashed("action", command);
        if self.has(&action) {
            return self.format(&action, args);
        }
        let title = dashed("command", command);
        if self.has(&title) {
            return self.text(&title);
        }
        self.text("action-other")
    }

    /// A number that stands alone, in the digits of the setting.
    pub fn number(&self, number: impl fmt::Display) -> String {
        self.digits.apply(&number.to_string())
    }

    /// Items in a row, as a sentence lists them: "a, b and c", «أ وب وج».
    pub fn list(&self, items: &[&str]) -> String {
        let isolated = |item: &str| format!("\u{2068}{item}\u{2069}");
        let Some((last, before)) = items.split_last() else {
            return String::new();
        };
        if before.is_empty() {
            return (*last).to_owned();
        }
        let comma = match self.language {
            Language::En => ", ",
            Language::Ar => "، ",
        };
        let before = before
            .iter()
            .map(|item| isolated(item))
            .collect::<Vec<_>>()
            .join(comma);
        let and = match self.language {
            Language::En => " and ",
            Language::Ar => " و",
        };
        format!("{before}{and}{}", isolated(last))
    }
}

/// `annotation.tag` under `command` is `command-annotation-tag`.
fn dashed(prefix: &str, command: &str) -> String {
    format!("{prefix}-{}", command.replace('.', "-"))
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not there"
)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_found_by_locale_names() {
        assert_eq!(Language::from_code("ar_SY.UTF-8"), Some(Language::Ar));
        assert_eq!(Language::from_code("AR"), Some(Language::Ar));
        assert_eq!(Language::from_code("en-GB"), Some(Language::En));
        assert_eq!(Language::from_code("fr"), None);
        assert_eq!(Language::from_code(""), None);
        assert!(Language::Ar.is_right_to_left());
    }

    #[test]
    fn digits_follow_the_setting_in_numbers_only() {
        let latin = Messages::new(Language::Ar);
        let indic = Messages::new(Language::Ar).with_digits(Digits::ArabicIndic);
        let args = [("count", Arg::from(35_usize))];
        assert!(latin.format("count-marks", &args).contains("35"));
        assert!(indic.format("count-marks", &args).contains("٣٥"));
        let many = indic.format("count-marks", &[("count", Arg::from(2019_u32))]);
        assert!(many.contains("٢٠١٩"), "{many}");
        assert_eq!(indic.number(1.25), "١٫٢٥");
        assert_eq!(indic.number("8. 9"), "٨. ٩");
        assert_eq!(latin.number(1600), "1600");
        let quote = indic.format("toast-saved", &[("path", Arg::from("2019"))]);
        assert!(quote.contains("2019"), "words stay as they are: {quote}");
    }

    #[test]
    fn arguments_are_isolated() {
        let messages = Messages::new(Language::Ar);
        let text = messages.format("toast-saved", &[("path", Arg::from("a.json"))]);
        assert!(text.contains("\u{2068}a.json\u{2069}"), "{text}");
        assert_eq!(
            messages.list(&["a", "b", "c"]),
            "\u{2068}a\u{2069}، \u{2068}b\u{2069} و\u{2068}c\u{2069}"
        );
        assert_eq!(messages.list(&["a"]), "a");
        assert_eq!(messages.list(&[]), "");
    }

    #[test]
    fn arabic_has_its_six_plural_forms() {
        let messages = Messages::new(Language::Ar);
        let form = |n: i64| {
            messages
                .format("count-marks", &[("count", Arg::Count(n))])
                .replace(['\u{2068}', '\u{2069}'], "")
        };
        assert_eq!(form(0), "لا علامات");
        assert_eq!(form(1), "علامة واحدة");
        assert_eq!(form(2), "علامتان");
        assert_eq!(form(5), "5 علامات");
        assert_eq!(form(11), "11 علامة");
        assert_eq!(form(100), "100 علامة");
        assert_eq!(form(103), "103 علامات");
        assert_eq!(form(1111), "1111 علامة");
        assert_eq!(form(1202), "1202 علامة");
    }

    #[test]
    fn nothing_stops_on_odd_numbers_or_missing_messages() {
        let messages = Messages::new(Language::En);
        for count in [0, -1, 1, i64::MIN, i64::MAX] {
            assert!(
                !messages
                    .format("count-marks", &[("count", Arg::Count(count))])
                    .is_empty()
            );
        }
        for number in [f64::NAN, f64::INFINITY, -0.0, 1e300, 0.1 + 0.2] {
            let text = messages.format("count-marks", &[("count", Arg::Decimal(number))]);
            assert!(!text.is_empty());
        }
        assert_eq!(
            messages.text("there-is-no-such-text"),
            "there-is-no-such-text"
        );
        assert!(!messages.text("toast-saved").is_empty(), "missing argument");
    }

    #[test]
    fn commands_and_actions_have_names() {
        let messages = Messages::new(Language::En);
        assert_eq!(messages.command_title("file.open"), "Open…");
        let tag = [("tag", Arg::from("Person"))];
        assert!(messages.action("annotation.tag", &tag).contains("Person"));
        assert_eq!(messages.action("view.zoom-in", &[]), "Zoom in");
        assert_eq!(
            messages.action("no.such", &[]),
            messages.text("action-other")
        );
    }

    #[test]
    fn messages_can_be_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Messages>();
    }
}
