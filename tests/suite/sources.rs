//! Reads the project's own sources as far as the architecture test needs:
//! which paths (`crate::model::Span`, `std::fs::read`, …) a file names.
//!
//! It is no parser of Rust. It knows comments, literals, `use` groups, inline
//! modules and `super`, which is enough to tell what a line of code reaches for.
//!
//! **Invariant:** text in comments and literals is never taken for code.

use std::path::{Path, PathBuf};

/// The folder of the package.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `folder` (relative to the package) with one of the
/// extensions, in a stable order.
pub(crate) fn files(folder: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path
                .extension()
                .is_some_and(|found| extensions.iter().any(|wanted| found == *wanted))
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// `src/ui/paint/atlas.rs`, with forward slashes.
pub(crate) fn name_of(path: &Path) -> String {
    let path = path.strip_prefix(root()).unwrap_or(path);
    path.components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

/// A path named in code, with the line (from 1) and whether a test module
/// names it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NamedPath {
    pub(crate) segments: Vec<String>,
    pub(crate) line: usize,
    pub(crate) in_tests: bool,
}

impl NamedPath {
    /// `crate::model::Span`
    pub(crate) fn text(&self) -> String {
        self.segments.join("::")
    }

    /// Whether this path is `other` or lies below it; a path that stops
    /// halfway (`use egui;`) lies below only what it names in full.
    pub(crate) fn is_below(&self, other: &str) -> bool {
        let mut other = other.split("::");
        let mut own = self.segments.iter();
        other
            .by_ref()
            .all(|segment| own.next().is_some_and(|mine| mine == segment))
    }
}

/// Every path that a source file names, `super` and `self` resolved to
/// `crate::…` where they lead to the root. `modules` is the file's own place:
/// `["ui", "paint", "atlas"]`.
pub(crate) fn paths(source: &str, modules: &[&str]) -> Vec<NamedPath> {
    let tokens = tokens(source);
    let mut reader = Reader {
        tokens: &tokens,
        at: 0,
        modules: modules
            .iter()
            .map(|&module| (module.to_owned(), 0))
            .collect(),
        depth: 0,
        tests_from: None,
        found: Vec::new(),
    };
    reader.read();
    reader.found
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    /// `::`
    Joint,
    Mark(char),
}

/// Words and marks with their lines; comments and literals are gone.
fn tokens(source: &str) -> Vec<(Token, usize)> {
    let chars: Vec<char> = source.chars().collect();
    let mut found = Vec::new();
    let mut line = 1;
    let mut at = 0;
    let get = |at: usize| chars.get(at).copied().unwrap_or('\0');
    while at < chars.len() {
        let c = get(at);
        if c == '\n' {
            line += 1;
            at += 1;
        } else if c == '/' && get(at + 1) == '/' {
            while at < chars.len() && get(at) != '\n' {
                at += 1;
            }
        } else if c == '/' && get(at + 1) == '*' {
            let mut depth = 0;
            while at < chars.len() {
                match (get(at), get(at + 1)) {
                    ('/', '*') => (depth, at) = (depth + 1, at + 2),
                    ('*', '/') => (depth, at) = (depth - 1, at + 2),
                    ('\n', _) => (line, at) = (line + 1, at + 1),
                    _ => at += 1,
                }
                if depth == 0 {
                    break;
                }
            }
        } else if c == '"' {
            at += 1;
            while at < chars.len() && get(at) != '"' {
                if get(at) == '\\' {
                    at += 1;
                }
                if get(at) == '\n' {
                    line += 1;
                }
                at += 1;
            }
            at += 1;
        } else if c == 'r' && raw_string_hashes(&chars, at).is_some() {
            let hashes = raw_string_hashes(&chars, at).unwrap_or(0);
            at += 1 + hashes + 1;
            while at < chars.len() {
                if get(at) == '"' && (1..=hashes).all(|step| get(at + step) == '#') {
                    at += 1 + hashes;
                    break;
                }
                if get(at) == '\n' {
                    line += 1;
                }
                at += 1;
            }
        } else if c == '\'' {
            // A character, not a lifetime: 'x' or '\…'.
            if get(at + 1) == '\\' {
                at += 3;
                while at < chars.len() && get(at) != '\'' {
                    at += 1;
                }
                at += 1;
            } else if get(at + 2) == '\'' {
                at += 3;
            } else {
                at += 1;
            }
        } else if c.is_alphabetic() || c == '_' {
            let start = at;
            while get(at).is_alphanumeric() || get(at) == '_' {
                at += 1;
            }
            let word: String = chars[start..at].iter().collect();
            // b"…", br"…", c"…": the prefix is part of the literal.
            if get(at) != '"' {
                found.push((Token::Word(word), line));
            }
        } else if c == ':' && get(at + 1) == ':' {
            found.push((Token::Joint, line));
            at += 2;
        } else {
            if !c.is_whitespace() {
                found.push((Token::Mark(c), line));
            }
            at += 1;
        }
    }
    found
}

/// The number of `#` of a raw string that starts with the `r` at `at`.
fn raw_string_hashes(chars: &[char], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).and_then(|before| chars.get(before));
    if before.is_some_and(|c| c.is_alphanumeric() && !matches!(c, 'b' | 'c')) {
        return None;
    }
    let hashes = chars[at + 1..].iter().take_while(|c| **c == '#').count();
    (chars.get(at + 1 + hashes) == Some(&'"')).then_some(hashes)
}

struct Reader<'a> {
    tokens: &'a [(Token, usize)],
    at: usize,
    /// The module the reader is in, each with the brace depth it was opened at.
    modules: Vec<(String, usize)>,
    depth: usize,
    /// Brace depth at which the test module that is being read was opened.
    tests_from: Option<usize>,
    found: Vec<NamedPath>,
}

impl Reader<'_> {
    fn token(&self, offset: usize) -> Option<&Token> {
        self.tokens.get(self.at + offset).map(|(token, _)| token)
    }

    fn word(&self, offset: usize) -> Option<&str> {
        match self.token(offset) {
            Some(Token::Word(word)) => Some(word),
            _ => None,
        }
    }

    fn read(&mut self) {
        let mut after_use = false;
        let mut after_test_attribute = false;
        while self.at < self.tokens.len() {
            match self.token(0) {
                Some(Token::Mark('{')) => {
                    self.depth += 1;
                    self.at += 1;
                }
                Some(Token::Mark('}')) => {
                    self.depth = self.depth.saturating_sub(1);
                    if self
                        .modules
                        .last()
                        .is_some_and(|(_, opened)| *opened > self.depth)
                    {
                        self.modules.pop();
                    }
                    if self.tests_from.is_some_and(|opened| opened > self.depth) {
                        self.tests_from = None;
                    }
                    self.at += 1;
                }
                // #[cfg(test)]
                Some(Token::Word(word)) if word == "cfg" => {
                    after_test_attribute |= self.token(1) == Some(&Token::Mark('('))
                        && self.word(2) == Some("test")
                        && self.token(3) == Some(&Token::Mark(')'));
                    self.at += 1;
                }
                Some(Token::Word(word)) if word == "mod" => {
                    let name = self.word(1).map(str::to_owned);
                    if let Some(name) = name
                        && self.token(2) == Some(&Token::Mark('{'))
                    {
                        self.depth += 1;
                        self.modules.push((name, self.depth));
                        if after_test_attribute && self.tests_from.is_none() {
                            self.tests_from = Some(self.depth);
                        }
                        self.at += 3;
                    } else {
                        self.at += 2;
                    }
                    after_test_attribute = false;
                }
                Some(Token::Word(word)) if word == "use" => {
                    after_use = true;
                    self.at += 1;
                    continue;
                }
                Some(Token::Word(_) | Token::Joint) if self.starts_a_path(after_use) => {
                    self.path(Vec::new());
                }
                _ => self.at += 1,
            }
            after_use = false;
        }
    }

    fn starts_a_path(&self, after_use: bool) -> bool {
        after_use || self.token(0) == Some(&Token::Joint) || self.token(1) == Some(&Token::Joint)
    }

    /// Reads one path or, below a `{`, several that share `prefix`.
    fn path(&mut self, mut prefix: Vec<String>) {
        loop {
            match self.token(0) {
                Some(Token::Joint) => self.at += 1,
                Some(Token::Word(word)) => {
                    prefix.push(word.clone());
                    self.at += 1;
                    if self.token(0) != Some(&Token::Joint) {
                        self.take(prefix);
                        return;
                    }
                }
                Some(Token::Mark('{')) => {
                    self.at += 1;
                    while let Some(token) = self.token(0) {
                        match token {
                            Token::Mark('}') => {
                                self.at += 1;
                                return;
                            }
                            Token::Word(word) if word == "as" => self.at += 2,
                            Token::Word(_) | Token::Mark('{' | '*') => self.path(prefix.clone()),
                            _ => self.at += 1,
                        }
                    }
                    return;
                }
                Some(Token::Mark('*')) => {
                    self.at += 1;
                    self.take(prefix);
                    return;
                }
                // `Vec::<u8>::new`: the turbofish ends what matters here.
                _ => {
                    self.take(prefix);
                    return;
                }
            }
        }
    }

    fn take(&mut self, segments: Vec<String>) {
        let line = self
            .tokens
            .get(self.at.saturating_sub(1))
            .map_or(0, |(_, line)| *line);
        let in_tests = self.tests_from.is_some();
        let ups = segments
            .iter()
            .take_while(|segment| *segment == "super")
            .count();
        let own = segments.first().is_some_and(|first| first == "self");
        let segments = if ups > 0 || own {
            let kept = self.modules.len().saturating_sub(ups);
            let rest = segments.iter().skip(ups.max(usize::from(own)));
            std::iter::once("crate".to_owned())
                .chain(self.modules.iter().take(kept).map(|(name, _)| name.clone()))
                .chain(rest.cloned())
                .collect()
        } else {
            segments
        };
        if !segments.is_empty() {
            self.found.push(NamedPath {
                segments,
                line,
                in_tests,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::paths;

    fn texts(source: &str) -> Vec<String> {
        paths(source, &["ui", "paint"])
            .iter()
            .map(super::NamedPath::text)
            .collect()
    }

    #[test]
    fn groups_are_unfolded() {
        assert_eq!(
            texts("use crate::{model::{Span, id::*}, text as t};"),
            ["crate::model::Span", "crate::model::id", "crate::text"]
        );
    }

    #[test]
    fn comments_and_literals_are_not_code() {
        let source = "// std::fs\n/* a::b /* c::d */ */ let x = \"e::f\"; r#\"g::\"h\"#; '\\''; 'x'; i::j();";
        assert_eq!(texts(source), ["i::j"]);
    }

    #[test]
    fn relative_paths_lead_to_the_root() {
        assert_eq!(
            texts("super::super::cli::run(); self::atlas::new();"),
            ["crate::cli::run", "crate::ui::paint::atlas::new"]
        );
        assert_eq!(
            texts("mod inner { fn f() { super::x(); } } super::y();"),
            ["crate::ui::paint::x", "crate::ui::y"]
        );
    }

    #[test]
    fn test_modules_are_known() {
        let found = paths(
            "use a::b;\n#[cfg(test)]\nmod tests { use c::d; }\nuse e::f;",
            &[],
        );
        let marks: Vec<_> = found
            .iter()
            .map(|path| (path.text(), path.line, path.in_tests))
            .collect();
        assert_eq!(
            marks,
            [
                ("a::b".to_owned(), 1, false),
                ("c::d".to_owned(), 3, true),
                ("e::f".to_owned(), 4, false)
            ]
        );
    }
}
