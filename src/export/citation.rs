//! A claim or an event as a citation that a reader can check: the words, the source, the paragraph, the date, the link, and the
//! date of the map it was read on.
//!
//! Anything unknown is left out; nothing is made up to fill a field.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde::Serialize;

use crate::{
    atlas::{Atlas, Claim, Date, Event, Source, Statement, quote::Passage},
    caption::words::clean,
};

/// Characters that would end or bend a link between angle brackets.
const MARKDOWN: &AsciiSet = &CONTROLS.add(b'<').add(b'>').add(b'\\');

/// Characters that would end or bend a field between braces.
const BIBTEX: &AsciiSet = &CONTROLS.add(b'{').add(b'}').add(b'\\');

/// The format that a citation is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// One line of text.
    Plain,
    /// A block quote where the words are the source’s own, and a paragraph where they are not; the source is linked.
    Markdown,
    /// A `@misc` entry; the words are in its note.
    Bibtex,
    /// An array of one item, which reference managers read; the words are in its note.
    CslJson,
}

impl Format {
    /// In the order they are offered.
    pub const ALL: &[Self] = &[Self::Plain, Self::Markdown, Self::Bibtex, Self::CslJson];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain text",
            Self::Markdown => "Markdown",
            Self::Bibtex => "BibTeX",
            Self::CslJson => "CSL-JSON",
        }
    }
}

/// Cites a claim or an event as the map shows it at a date; ends in a line break.
pub fn cite(atlas: &Atlas, said: impl Into<Statement>, as_of: Date, format: Format) -> String {
    let citation = match said.into() {
        Statement::Claim(id) => Citation::of_claim(atlas, &atlas[id], as_of),
        Statement::Event(id) => Citation::of_event(atlas, &atlas[id], as_of),
    };
    match format {
        Format::Plain => citation.plain(),
        Format::Markdown => citation.markdown(),
        Format::Bibtex => citation.bibtex(),
        Format::CslJson => citation.csl_json(),
    }
}

/// The parts of a citation.
struct Citation<'a> {
    /// The words, in quotation marks where they are the source's own.
    words: String,
    /// The reason why they are not a quotation that is found in the held text.
    caveat: Option<String>,
    source: Option<&'a Source>,
    /// The date of what is said, where the source has none.
    when: Option<Date>,
    /// The words are the source's own, between quotation marks.
    is_quote: bool,
    /// The place in the held text.
    passage: Option<&'a Passage>,
    /// The line in the table.
    line: Option<u64>,
    /// The paragraph, or the paragraphs, that the words stand in, or the line of a table.
    place: Option<String>,
    /// The map and its date.
    seen: String,
}

impl<'a> Citation<'a> {
    fn of_claim(atlas: &'a Atlas, claim: &'a Claim, as_of: Date) -> Self {
        let quote = claim
            .quote
            .as_ref()
            .map(|quote| format!("“{}”", quote.exact));
        let words = quote.or_else(|| claim.summary.clone());
        let words = words.or_else(|| claim.because.clone()).unwrap_or_default();
        Self {
            words: clean(&words),
            caveat: caveat(claim),
            source: claim.source.map(|id| &atlas[id]),
            when: claim.when,
            is_quote: claim.quote.is_some(),
            passage: claim.passage(),
            line: None,
            place: claim.passage().map(Passage::place),
            seen: seen(atlas, as_of),
        }
    }

    fn of_event(atlas: &'a Atlas, event: &'a Event, as_of: Date) -> Self {
        let (date, place, words) = (event.date, event.place_name(), &event.words);
        let line = format!("line {}", event.line);
        let place_in = match &event.reported_by {
            Some(by) => format!("{line}, reported by {}", clean(by)),
            None => line,
        };
        Self {
            words: clean(&format!("{date}, {place}: {words}")),
            caveat: None,
            source: Some(&atlas[event.source]),
            when: Some(date),
            is_quote: false,
            passage: None,
            line: Some(event.line),
            place: Some(place_in),
            seen: seen(atlas, as_of),
        }
    }

    /// The source without its link: title, publisher, paragraph, date.
    fn reference(&self, title: impl Fn(&str) -> String, text: impl Fn(&str) -> String) -> String {
        let dated = |published: Option<Date>| {
            let date = published.or(self.when);
            date.map_or_else(|| "undated".to_owned(), |date| date.to_string())
        };
        let Some(source) = self.source else {
            return text(&format!("no source, {}", dated(None)));
        };
        let rest = [
            source.publisher_beside_name().map(clean),
            self.place.clone(),
            Some(dated(source.published)),
        ];
        let rest = rest.iter().flatten().map(|part| text(part));
        let parts = std::iter::once(title(&clean(source.name()))).chain(rest);
        parts.collect::<Vec<_>>().join(", ")
    }

    fn page(&self) -> Option<String> {
        self.passage?.page()
    }

    fn url(&self) -> Option<&str> {
        self.source?.url.as_deref()
    }

    /// The copy that is quoted: when it was fetched, where it is archived, and what binds its text.
    fn copy(&self, link: impl Fn(&str) -> String) -> Option<String> {
        let source = self.source?;
        let parts = [
            source.retrieved.map(|date| format!("retrieved {date}")),
            self.archive()
                .map(|url| format!("archived at {}", link(url))),
            self.seal(),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| format!(" Copy: {}.", parts.join(", ")))
    }

    fn archive(&self) -> Option<&str> {
        self.source?.archive.as_deref()
    }

    fn seal(&self) -> Option<String> {
        let hash = self.source?.sha256.as_deref()?;
        Some(format!("sealed by sha256 {}", clean(hash)))
    }

    fn plain(&self) -> String {
        let caveat = self.caveat.as_ref().map(|why| format!(" [{why}]"));
        let url = self.url().map(|url| format!(" <{url}>."));
        format!(
            "{}{} — {}.{}{} {}\n",
            self.words,
            caveat.unwrap_or_default(),
            self.reference(str::to_owned, str::to_owned),
            url.unwrap_or_default(),
            self.copy(|url| format!("<{url}>")).unwrap_or_default(),
            self.seen,
        )
    }

    fn markdown(&self) -> String {
        let caveat = self
            .caveat
            .as_ref()
            .map(|why| format!(" \\[{}\\]", markdown(why)));
        let address = |url: &str| utf8_percent_encode(url, MARKDOWN).to_string();
        let title = |name: &str| match self.url() {
            Some(url) => format!("[{}](<{}>)", markdown(name), address(url)),
            None => markdown(name),
        };
        // A block quote says that the words are somebody's.
        let quote = if self.is_quote { "> " } else { "" };
        let blank = quote.trim_end();
        format!(
            "{quote}{}{}\n{blank}\n{quote}— {}.{} {}\n",
            markdown(&self.words),
            caveat.unwrap_or_default(),
            self.reference(title, markdown),
            self.copy(|url| format!("<{}>", address(url)))
                .unwrap_or_default(),
            markdown(&self.seen),
        )
    }

    fn bibtex(&self) -> String {
        let source = self.source;
        let published = source.and_then(|source| source.published);
        let month = published.and_then(month);
        let braced = |text: &str| format!("{{{}}}", bibtex(text));
        let fields = [
            // Braces keep the letters of the title as they are.
            (
                "title",
                source
                    .and_then(|it| it.title.as_deref())
                    .map(|it| format!("{{{}}}", braced(it))),
            ),
            (
                "howpublished",
                source.and_then(|it| it.publisher.as_deref()).map(braced),
            ),
            (
                "year",
                published.map(|date| format!("{{{:04}}}", date.year())),
            ),
            ("month", month.map(str::to_owned)),
            (
                "day",
                published
                    .and_then(Date::day)
                    .map(|day| format!("{{{day:02}}}")),
            ),
            (
                "pages",
                self.page()
                    .map(|page| format!("{{{}}}", page.replace('–', "--"))),
            ),
            (
                "url",
                self.url()
                    .map(|url| format!("{{{}}}", utf8_percent_encode(url, BIBTEX))),
            ),
            (
                "urldate",
                source
                    .and_then(|it| it.retrieved)
                    .map(|date| format!("{{{}}}", date.iso())),
            ),
            ("note", Some(braced(&self.note(self.archive())))),
        ];
        let given = fields
            .iter()
            .filter_map(|(key, value)| Some((key, value.as_ref()?)));
        let lines: Vec<String> = given
            .map(|(key, value)| format!("  {key:<12} = {value}"))
            .collect();
        format!("@misc{{{},\n{}\n}}\n", self.key(), lines.join(",\n"))
    }

    fn csl_json(&self) -> String {
        let source = self.source;
        let item = Item {
            id: self.key(),
            kind: "document",
            title: source.and_then(|it| it.title.as_deref()),
            publisher: source.and_then(|it| it.publisher.as_deref()),
            issued: source.and_then(|it| it.published).map(Issued::of),
            accessed: source.and_then(|it| it.retrieved).map(Issued::of),
            page: self.page(),
            archive_location: self.archive(),
            url: self.url(),
            note: self.note(None),
        };
        serde_json::to_string_pretty(&[item]).unwrap_or_default() + "\n"
    }

    /// The words and where they stand, for formats that cite the source as a whole; and what of the copy they have no
    /// field for.
    fn note(&self, archive: Option<&str>) -> String {
        let place = self.place.as_ref().map(|place| format!(" ({place})"));
        let caveat = self.caveat.as_ref().map(|why| format!(" [{why}]"));
        let archive = archive.map(|url| format!(" Archived at {url}."));
        let seal = self.seal().map(|seal| format!(" Text {seal}."));
        format!(
            "{}{}{}. {}{}{}",
            self.words,
            place.unwrap_or_default(),
            caveat.unwrap_or_default(),
            self.seen,
            archive.unwrap_or_default(),
            seal.unwrap_or_default(),
        )
    }

    /// The source, and where its text is quoted: two passages of a source are two entries.
    fn key(&self) -> String {
        let source = self.source.map_or("no-source", |source| &source.id);
        match (self.passage, self.line) {
            (Some(passage), _) => format!("{source}-{}", passage.ranges[0].start),
            (None, Some(line)) => format!("{source}-{line}"),
            (None, None) => source.to_owned(),
        }
    }
}

/// The map, and the date of it.
fn seen(atlas: &Atlas, as_of: Date) -> String {
    clean(&format!("As shown by “{}”, as of {as_of}.", atlas.title))
}

/// Tells what keeps a claim from being a quotation that is found in the held text, in words.
fn caveat(claim: &Claim) -> Option<String> {
    let reading = claim
        .because
        .as_deref()
        .filter(|_| claim.quote.is_some() || claim.summary.is_some());
    let reading = reading.map(|why| format!("read so by the map’s editor: {}", clean(why)));
    let words = match &claim.quote {
        Some(quote) if quote.proof.fails() => Some("not found so in the source"),
        Some(quote) if !quote.proof.proves() => Some("not checked against the text"),
        Some(_) => None,
        None if claim.summary.is_none() => Some("the reading of the map’s editor, no quotation"),
        None => Some("in the words of the map’s editor"),
    };
    let parts: Vec<String> = words
        .map(str::to_owned)
        .into_iter()
        .chain(reading)
        .collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// An item of <https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html>.
#[derive(Serialize)]
struct Item<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<Issued>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    archive_location: Option<&'a str>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    note: String,
}

/// A date as precise as it is known.
#[derive(Serialize)]
struct Issued {
    #[serde(rename = "date-parts")]
    parts: [Vec<i16>; 1],
}

impl Issued {
    fn of(date: Date) -> Self {
        let smaller = [date.month(), date.day()].into_iter().flatten();
        let parts = std::iter::once(date.year()).chain(smaller.map(i16::from));
        Self {
            parts: [parts.collect()],
        }
    }
}

/// The month as BibTeX knows it.
fn month(date: Date) -> Option<&'static str> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let number = usize::try_from(date.month()?).ok()?;
    MONTHS.get(number.checked_sub(1)?).copied()
}

/// Escapes what `CommonMark` would read as markup, so that it is taken literally.
pub fn markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        if matches!(
            char,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '$'
        ) {
            escaped.push('\\');
        }
        escaped.push(char);
    }
    // At the start of a line some more would make a heading, a list or a rule.
    let first = escaped.trim_start_matches(|char: char| char.is_ascii_digit());
    if first.starts_with(['#', '+', '-', '=', '.', ')']) {
        escaped.insert(escaped.len() - first.len(), '\\');
    }
    escaped
}

/// Escapes what TeX would read as commands; braces are spelt out, for BibTeX counts them everywhere.
fn bibtex(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '%' | '&' | '#' | '$' | '_' => escaped.extend(['\\', char]),
            _ => escaped.push(char),
        }
    }
    escaped
}
