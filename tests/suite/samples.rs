//! The five sample documents.

/// Name and text of each, in order.
pub(crate) fn documents() -> [(&'static str, &'static str); 5] {
    [
        (
            "000",
            include_str!("../../assets/sample/000_78be79fe188fd794.txt"),
        ),
        (
            "001",
            include_str!("../../assets/sample/001_4ea3360cc071faf6.txt"),
        ),
        (
            "002",
            include_str!("../../assets/sample/002_98a9688859ba6c81.txt"),
        ),
        (
            "003",
            include_str!("../../assets/sample/003_d43fd22800138fb2.txt"),
        ),
        (
            "004",
            include_str!("../../assets/sample/004_9b3e99bb665d1696.txt"),
        ),
    ]
}

/// A line of a document, counted from one, without its newline.
pub(crate) fn line(document: &str, number: usize) -> &'static str {
    let found = documents()
        .into_iter()
        .find(|(name, _)| *name == document)
        .and_then(|(_, text)| text.lines().nth(number - 1));
    found.unwrap_or_else(|| panic!("line {number} of {document}"))
}
