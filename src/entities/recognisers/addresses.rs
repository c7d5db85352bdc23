//! E-mail and web addresses.

use crate::entities::{Reason, Source, Suggestion, Type};
use crate::language::words;
use std::sync::Arc;

/// The addresses of a text in order.
pub(in crate::entities) fn find(text: &str) -> Vec<Suggestion> {
    if !text.contains('@') && !text.contains("://") && !text.contains("www.") {
        return Vec::new();
    }
    words(text)
        .filter_map(|span| {
            let word = span.of(text)?;
            let kind = if word.contains("://") || word.starts_with("www.") {
                Type::Url
            } else if word.contains('@') {
                Type::Email
            } else {
                return None;
            };
            Some(Suggestion {
                span,
                kind,
                tag: None,
                source: Source::Pattern,
                confidence: Source::Pattern.confidence(),
                canonical: None,
                reason: Arc::new(Reason {
                    rule: "address",
                    detail: "".into(),
                }),
            })
        })
        .collect()
}
