//! Sources and the texts they hold.

use std::cell::Cell;

use url::{SyntaxViolation, Url};

use crate::{
    atlas::{
        Reliability, Source, SourceId,
        quote::{PAGE, Text},
    },
    diagnostics::{Check, Code, Field, Located, Problem, Span, steers},
};

use super::super::{
    folder::{self, Folder},
    ids::Ids,
    wire,
};
use super::seal::{check_seal, is_seal};

/// The language a text is taken for where its source says none.
const ENGLISH: &str = "en";

pub fn sources(
    list: Vec<Located<wire::Source>>,
    folder: &Folder,
    ids: &mut Ids,
    check: &mut Check,
) -> Vec<Option<Source>> {
    let numbered = list.into_iter().enumerate();
    let mut texts = Vec::new();
    numbered
        .map(|(n, entry)| source(entry, SourceId::at(n), folder, &mut texts, ids, check))
        .collect()
}

fn source(
    Located { value: wire, at }: Located<wire::Source>,
    number: SourceId,
    folder: &Folder,
    texts: &mut Vec<Text>,
    ids: &mut Ids,
    check: &mut Check,
) -> Option<Source> {
    check.require(&at, &[("id", wire.id.is_absent())]);
    let id = ids.sources.define(wire.id, number, check);
    if wire.title.is_absent() && wire.publisher.is_absent() {
        let problem = Problem::new(
            Code::MissingKey,
            &at,
            "a source needs a `title` or a `publisher`",
        );
        check.report(problem.help("say what readers know it by"));
    }
    let title = check.line(wire.title);
    let publisher = check.line(wire.publisher);
    let date = check.date(wire.published).map(|date| date.value);
    let link = url(wire.url, check);
    let note = check.prose(wire.note);
    let origin = check.line(wire.origin);
    if let (Some(front), None) = (wire.front.at(), wire.text.at()) {
        let problem = Problem::new(
            Code::BadFront,
            front,
            "there is no text that `front` could count in",
        );
        check.report(problem.help("name the text, or take `front` out"));
    }
    let front = check.take(wire.front);
    let reliability = reliability(wire.reliability, check);
    let retrieved = check.date(wire.retrieved).map(|date| date.value);
    let archive = url(wire.archive, check);
    let original = original(wire.original, folder, check);
    let language = check.line(wire.language);
    let seal = seal(wire.sha256, &wire.text, check);
    let (text, path) = match check.take(wire.text) {
        Some(name) => {
            let text = text(&name, seal.as_ref(), front, folder, texts, check)?;
            (Some(text), Some(name.value))
        }
        None => (None, None),
    };
    Some(Source {
        id: id?,
        title,
        publisher,
        published: date,
        url: link,
        note,
        text,
        path,
        origin,
        follows: None,
        reliability,
        sha256: seal.map(|seal| seal.value),
        original,
        retrieved,
        archive,
        language: language.unwrap_or_else(|| ENGLISH.to_owned()),
    })
}

fn reliability(letter: Field<String>, check: &mut Check) -> Option<Reliability> {
    let Located { value: letter, at } = check.take(letter)?;
    let found = Reliability::ALL.iter().find(|known| known.key() == letter);
    if found.is_none() {
        let problem = Problem::new(Code::BadGrade, &at, format!("`{letter}` is no reliability"));
        check.report(problem.help(grades(
            Reliability::ALL,
            Reliability::key,
            Reliability::plain,
        )));
    }
    found.copied()
}

/// Every grade there is, with its words.
pub fn grades<T: Copy>(
    all: &[T],
    key: impl Fn(T) -> &'static str,
    plain: impl Fn(T) -> &'static str,
) -> String {
    let grades = all
        .iter()
        .map(|&grade| format!("{} {}", key(grade), plain(grade)));
    format!("one of {}", grades.collect::<Vec<_>>().join(", "))
}

/// The hash of the text, where there is one of either.
fn seal(sha256: Field<String>, text: &Field<String>, check: &mut Check) -> Option<Located<String>> {
    let seal = check.take(sha256)?;
    if text.is_absent() {
        let problem = Problem::new(
            Code::BadSeal,
            &seal.at,
            "there is no text that `sha256` could be of",
        );
        check.report(problem.help("name the text, or take `sha256` out"));
        return None;
    }
    is_seal(&seal, check).then_some(seal)
}

/// A text that is held, prepared once however many sources have it.
fn prepared(raw: String, texts: &mut Vec<Text>) -> Text {
    if let Some(same) = texts.iter().find(|text| text.raw() == raw) {
        return same.clone();
    }
    let text = Text::new(raw, 0);
    texts.push(text.clone());
    text
}

/// Reads a held text, of which `front` paragraphs stand before the body.
fn text(
    name: &Located<String>,
    seal: Option<&Located<String>>,
    front: Option<Located<i64>>,
    folder: &Folder,
    texts: &mut Vec<Text>,
    check: &mut Check,
) -> Option<Text> {
    let bytes = folder.bytes(&name.value, folder::TEXT);
    let bytes = bytes.and_then(|bytes| bytes.ok_or_else(|| folder::absent(&name.value)));
    if let (Ok(bytes), Some(seal)) = (&bytes, seal) {
        check_seal(seal, name, bytes, check);
    }
    let raw = match bytes.and_then(|bytes| folder::decode(&name.value, bytes)) {
        Ok(raw) => raw,
        Err(unusable) => {
            check.report(unusable.at(&name.at));
            return None;
        }
    };
    if !is_readable(&raw, name, check) {
        return None;
    }
    let (count, at) = front.map_or((0, 0..0), |front| (front.value, front.at));
    let paragraphs = raw.lines().filter(|line| !line.trim().is_empty()).count();
    match usize::try_from(count) {
        Ok(front) if front < paragraphs => Some(prepared(raw, texts).with_front(front)),
        _ => {
            check.report(bad_front(&at, paragraphs));
            None
        }
    }
}

/// The file that a text was taken out of, which is only to be there.
fn original(name: Field<String>, folder: &Folder, check: &mut Check) -> Option<String> {
    let Located { value: name, at } = check.take(name)?;
    match folder.has(&name) {
        Ok(true) => Some(name),
        Ok(false) => {
            check.report(folder::absent(&name).at(&at));
            None
        }
        Err(unusable) => {
            check.report(unusable.at(&at));
            None
        }
    }
}

fn bad_front(at: &Span, paragraphs: usize) -> Problem {
    let problem = Problem::new(Code::BadFront, at, "`front` leaves the text no body");
    problem.help(format!(
        "the text has {paragraphs} paragraphs, so at most {}",
        paragraphs.saturating_sub(1)
    ))
}

/// Notes what keeps a held text from being shown.
fn is_readable(raw: &str, name: &Located<String>, check: &mut Check) -> bool {
    if raw.trim().is_empty() {
        let problem = Problem::new(
            Code::Empty,
            &name.at,
            format!("`{}` holds no text", name.value),
        );
        check.report(problem.help("fill it, or leave `text` out"));
        return false;
    }
    for (n, line) in raw.lines().enumerate() {
        if let Some(char) = line
            .chars()
            .find(|&char| steers(char) && !['\t', PAGE].contains(&char))
        {
            let message = format!(
                "line {} of `{}` holds the control character U+{:04X}",
                n + 1,
                name.value,
                u32::from(char)
            );
            check.report(
                Problem::new(Code::ControlCharacter, &name.at, message)
                    .help("take it out of the text"),
            );
            return false;
        }
    }
    true
}

fn url(field: Field<String>, check: &mut Check) -> Option<String> {
    let Located { value, at } = check.take(field)?;
    if !is_link(&value) {
        let problem = Problem::new(Code::BadUrl, &at, "this is no link that can be opened");
        check.report(problem.help("write `https://…`, without spaces"));
        return None;
    }
    Some(value)
}

/// Tells whether a browser opens it as it stands, on the web.
fn is_link(text: &str) -> bool {
    let has_slashes = Cell::new(true);
    let note = |violation| {
        if violation == SyntaxViolation::ExpectedDoubleSlash {
            has_slashes.set(false);
        }
    };
    let url = Url::options()
        .syntax_violation_callback(Some(&note))
        .parse(text);
    url.is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
        && has_slashes.get()
        && !text.contains(|char: char| char.is_whitespace() || steers(char))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_the_web_as_they_are_written() {
        for link in [
            "https://example.org",
            "http://example.org:8080/a?b={c}#d",
            "https://سوريا.example/حلب",
            "https://[2001:db8::1]/",
        ] {
            assert!(is_link(link), "{link}");
        }
        for text in [
            "",
            "example.org",
            "https:example.org",
            "https:/example.org",
            "https://",
            "https:///news",
            "https://:80",
            "https://example.org:port",
            "https://[2001/",
            "https://example.org/two words",
            "https://example.org/\n",
            "https://example.org/\u{202e}",
            "ftp://example.org",
            "javascript:alert(1)",
        ] {
            assert!(!is_link(text), "{text}");
        }
    }
}
