//! What dates come to, against a day of writing.

use jiff::civil::date;

use super::*;

/// The ISO form of the first date of `text`, written on Wednesday 9 October
/// 2019.
fn iso(text: &str) -> String {
    let options = DateOptions {
        document_date: Some(date(2019, 10, 9)),
    };
    let found = dates(text, options);
    let first = found.first().unwrap_or_else(|| panic!("no date in {text}"));
    let mut iso = first.iso.clone().unwrap_or_else(|| "?".to_owned());
    if first.approximate {
        iso.insert(0, '≈');
    }
    if first.conflict {
        iso.push('!');
    }
    iso
}

#[track_caller]
fn check(pairs: &[(&str, &str)]) {
    let wrong: Vec<_> = pairs
        .iter()
        .map(|(text, expected)| (*text, *expected, iso(text)))
        .filter(|(_, expected, found)| expected != found)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn days_and_months_of_a_year() {
    check(&[
        ("9 تشرين الأول 2019", "2019-10-09"),
        ("21 كانون الثاني/يناير 2020", "2020-01-21"),
        ("السادس من ديسمبر (كانون الأول) 2021", "2021-12-06"),
        ("الثلاثين من حزيران 2014", "2014-06-30"),
        ("الحادي والعشرين من فبراير 2011", "2011-02-21"),
        ("الأربعاء، 9 أكتوبر 2019", "2019-10-09"),
        ("الخميس في 9 أكتوبر 2019", "2019-10-09!"),
        ("12/10/2019", "2019-10-12"),
        ("10/21/2019", "2019-10-21"),
        ("2019-10-12", "2019-10-12"),
        ("5-8 مارس 2018", "2018-03-05/2018-03-08"),
        ("يناير 2017", "2017-01"),
        ("شهري مايو ويونيو 2013", "2013-05/2013-06"),
        ("عام 1959", "1959"),
        ("عام ألف وتسعمئة وسبعة وستين", "1967"),
        ("2011-2019", "2011/2019"),
        ("الثمانينات", "≈1980/1989"),
        ("القرن التاسع عشر", "1801/1900"),
        ("صيف 2014", "≈2014-06/2014-08"),
        ("أوائل 2018", "≈2018-01-01/2018-05-01"),
    ]);
}

#[test]
fn counted_from_the_day_of_writing() {
    check(&[
        ("اليوم", "2019-10-09"),
        ("أمس", "2019-10-08"),
        ("أول من أمس", "2019-10-07"),
        ("غدا", "2019-10-10"),
        ("بعد غد", "2019-10-11"),
        ("الأحد الماضي", "2019-10-06"),
        ("الأربعاء الماضي", "2019-10-02"),
        ("الخميس المقبل", "2019-10-10"),
        ("يوم الثلاثاء", "≈2019-10-08"),
        ("العام الماضي", "2018"),
        ("السنة الجارية", "2019"),
        ("الشهر المقبل", "2019-11"),
        ("الأسبوع الماضي", "≈2019-09-30/2019-10-06"),
        ("نهاية العام الجاري", "≈2019-09-02/2019-12-31"),
        ("أبريل الماضي", "≈2019-04"),
        ("ديسمبر الماضي", "≈2018-12"),
        ("آذار المقبل", "≈2020-03"),
        ("2 أكتوبر الجاري", "≈2019-10-02"),
        ("12 أكتوبر", "≈2019-10-12"),
        ("21 كانون الثاني", "≈2019-01-21"),
        ("أكتوبر من العام الماضي", "2018-10"),
    ]);
}

#[test]
fn hijri_dates_become_civil_ones() {
    check(&[
        ("10 صفر 1441 هـ", "≈2019-10-09"),
        ("رمضان 1440 هـ", "≈2019-05-06/2019-06-03"),
        ("عام 1441 هـ", "≈2019-08-31/2020-08-19"),
    ]);
}

#[test]
fn what_does_not_agree_is_flagged() {
    check(&[
        ("21 كانون الثاني/فبراير 2020", "2020-01-21!"),
        ("شباط (مارس) 2020", "2020-02!"),
        ("الخميس 9 أكتوبر 2019", "2019-10-09!"),
        ("الأربعاء 9 أكتوبر 2019", "2019-10-09"),
        ("31 أبريل 2019", "2019-04!"),
    ]);
}

#[test]
fn without_the_day_of_writing_nothing_is_guessed() {
    for text in ["أمس", "العام الماضي", "12 أكتوبر", "يوم الأحد"] {
        let found = dates(text, DateOptions::default());
        assert_eq!(found[0].value, DateValue::Unresolved, "{text}");
        assert!(found[0].relative, "{text}");
        assert_eq!(found[0].iso, None);
    }
}

#[test]
fn two_names_of_one_month_are_one_date() {
    let families = ["كانون الثاني", "يناير", "جانفي"];
    for first in families {
        for second in families.iter().filter(|second| **second != first) {
            let text = format!("3 {first}/{second} 2020");
            let found = dates(&text, DateOptions::default());
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].span.of(&text), Some(text.as_str()));
            assert!(!found[0].conflict);
        }
    }
}
