//! A source as it is read: its text with every quoted passage marked, or what is known of it where no text is held.

use std::ops::Range;

use crate::atlas::{
    ClaimId, Date, Source, SourceId, Stop, Subject,
    quote::{Paragraph, Text},
    verdict::Weighed,
};

use super::{
    Captions, Entry, Line, Part, Role,
    entry::{credibility, reliability},
    prose::mark,
    words,
};

/// Columns for paragraph numbers.
pub(crate) const MARGIN: usize = 5;
/// So many digits of a hash tell texts apart at sight.
const SEAL: usize = 8;

/// A source opened at one of its stops.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The source's name.
    pub title: String,
    /// The facts known of the source, its held text, and the claims that quote no passage of it.
    pub text: Vec<Line>,
    /// The stop it is opened at, and what that bears on.
    pub foot: Vec<Line>,
}

/// The amounts that a source has to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Claims that are not from after the date.
    pub claims: usize,
    /// Claims whose quotation is found in the held text.
    pub found: usize,
    /// Places that its claims name.
    pub places: usize,
    /// Claims from after the date.
    pub later: usize,
    /// `true` if its text is held, so that quotations can be looked up.
    pub held: bool,
}

impl Counts {
    /// One line, its parts as wide for every source.
    pub fn words(&self, date: Date) -> String {
        if self.claims == 0 && self.later > 0 {
            return format!("{} from after {date}", words::count(self.later, "claim"));
        }
        let column = |number: usize, one: &str, width: usize| {
            format!("{number:>3} {:<width$}", words::plural(number, one))
        };
        let found = if self.held {
            format!("{:>3} found ", self.found)
        } else {
            format!("{:>10}", "not held")
        };
        let (claims, places) = (
            column(self.claims, "claim", 6),
            column(self.places, "place", 6),
        );
        format!("{claims} {found} {places}")
    }
}

impl Captions<'_> {
    /// A source with one of its stops, counted from 0, highlighted.
    pub fn reading(&self, id: SourceId, current: usize) -> Reading {
        let source = &self.atlas[id];
        let stops = self.atlas.stops(id, self.snapshot.date);
        let mut text = about(source);
        text.push(Line::default());
        if let Some(held) = &source.text {
            text.extend(held_text(held, &stops, current));
        }
        text.extend(self.beside(source, &stops, current));
        let later = self.atlas.claims_of(id).count()
            - stops.iter().map(|it| it.claims.len()).sum::<usize>();
        if let Some(words) = words::hidden(later, self.snapshot.date) {
            text.extend([Line::default(), Line::new(Role::Quiet, &words)]);
        }
        Reading {
            title: source.name().to_owned(),
            text,
            foot: self.foot(&stops, current),
        }
    }

    /// Counts what a source has to say at the date.
    pub fn counts(&self, id: SourceId) -> Counts {
        let stops = self.atlas.stops(id, self.snapshot.date);
        let claims: Vec<ClaimId> = stops.iter().flat_map(|stop| stop.claims.clone()).collect();
        let found = claims
            .iter()
            .filter(|&&id| self.atlas[id].passage().is_some());
        Counts {
            claims: claims.len(),
            found: found.count(),
            places: self.atlas.places_named(&claims).len(),
            later: self.atlas.claims_of(id).count() - claims.len(),
            held: self.atlas[id].text.is_some(),
        }
    }

    /// The claims that stand on no passage of a held text.
    fn beside(&self, source: &Source, stops: &[Stop], current: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        let loose = stops
            .iter()
            .enumerate()
            .filter(|(_, stop)| stop.passage.is_none());
        for (n, stop) in loose {
            if source.text.is_some() && lines.is_empty() {
                lines.push(Line::default());
                lines.push(Line::new(
                    Role::Heading,
                    "Not found in the text, or read between its lines:",
                ));
            } else if !lines.is_empty() {
                lines.push(Line::default());
            }
            for &claim in &stop.claims {
                let part = Part::Entry(self.entry(claim));
                let mut said = part.lines(self.atlas);
                mark(&mut said, (n == current).then_some(0));
                lines.append(&mut said);
            }
        }
        lines
    }

    fn foot(&self, stops: &[Stop], current: usize) -> Vec<Line> {
        let Some(stop) = stops.get(current) else {
            return vec![Line::new(Role::Quiet, "No claim stands on it.")];
        };
        let what = if stop.passage.is_some() {
            "Passage"
        } else {
            "Claim"
        };
        let mut lines = vec![Line::new(
            Role::Heading,
            &format!("{what} {} of {}", current + 1, stops.len()),
        )];
        for &id in &stop.claims {
            let (entry, claim) = (self.entry(id), &self.atlas[id]);
            let subjects = words::list(claim.about.iter().map(|&subject| self.subject(subject)));
            let says = entry
                .says
                .clone()
                .unwrap_or_else(|| claim.says.plain().to_owned());
            let line = Line::new(Role::Plain, &subjects).and(Role::Quiet, &format!(" · {says}"));
            lines.push(line.marked(self.atlas, entry.actor.as_slice()).set_in(0, 2));
            let grade = claim.credibility.map(credibility);
            lines.extend(grade.map(|words| Line::new(Role::Quiet, &words).set_in(2, 2)));
            let because = entry.because.filter(|_| stop.passage.is_some());
            lines.extend(because.map(|why| {
                Line::new(Role::Heading, "Our reading: ")
                    .and(Role::Plain, &why)
                    .set_in(2, 0)
            }));
        }
        lines
    }

    fn entry(&self, claim: ClaimId) -> Entry {
        Entry::new(self.atlas, Weighed::shown(claim))
    }

    /// The name of what a claim is about.
    pub(super) fn subject(&self, subject: Subject) -> &str {
        match subject {
            Subject::Map => "The whole map",
            Subject::Region(id) => &self.atlas[id].name,
            Subject::Site(id) => &self.atlas[id].name,
            Subject::Actor(id) => &self.atlas[id].name,
        }
    }
}

/// Tells what is known of a source apart from what it says.
fn about(source: &Source) -> Vec<Line> {
    let dated = source
        .published
        .map_or("undated".to_owned(), |date| format!("published {date}"));
    let head: Vec<&str> = source
        .publisher_beside_name()
        .into_iter()
        .chain([dated.as_str()])
        .collect();
    let mut lines = vec![Line::new(Role::Quiet, &head.join(" · "))];
    lines.extend(source.url.iter().map(|url| Line::new(Role::Quiet, url)));
    lines.extend(copy(source).map(|words| Line::new(Role::Quiet, &words)));
    let archive = source
        .archive
        .as_ref()
        .map(|url| format!("archived: {url}"));
    lines.extend(archive.map(|words| Line::new(Role::Quiet, &words)));
    let original = source.original.as_ref();
    let original = original.map(|name| format!("taken out of: {name}"));
    lines.extend(original.map(|words| Line::new(Role::Quiet, &words)));
    lines.extend(
        source
            .reliability
            .map(|grade| Line::new(Role::Quiet, &reliability(grade))),
    );
    lines.extend(source.note.iter().map(|note| Line::new(Role::Quiet, note)));
    if source.text.is_none() {
        lines.push(Line::default());
        lines.push(Line::new(
            Role::Heading,
            "Its text is not held. What is taken from it:",
        ));
    }
    lines
}

/// Tells when the text was fetched, and the start of the hash that binds it.
fn copy(source: &Source) -> Option<String> {
    let retrieved = source.retrieved.map(|date| format!("retrieved {date}"));
    let start = source
        .sha256
        .as_ref()
        .map(|hash| hash.chars().take(SEAL).collect::<String>());
    let sealed = start.map(|start| format!("sealed: sha256 {start}…"));
    let words: Vec<String> = retrieved.into_iter().chain(sealed).collect();
    (!words.is_empty()).then(|| words.join(" · "))
}

/// Whole paragraphs with their numbers, every quoted passage marked and the current one highlighted.
fn held_text(text: &Text, stops: &[Stop], current: usize) -> Vec<Line> {
    let marks: Vec<(Range<usize>, Role)> = stops
        .iter()
        .enumerate()
        .flat_map(|(n, stop)| {
            let role = if n == current {
                Role::Current
            } else {
                Role::Passage
            };
            let ranges = stop
                .passage
                .iter()
                .flat_map(|passage| passage.ranges.iter());
            ranges.map(move |range| (range.clone(), role))
        })
        .collect();
    let mut lines = Vec::new();
    for (name, range) in text.paragraphs() {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        let (margin, plain) = match name {
            Paragraph::Heading => ("#".to_owned(), Role::Title),
            body @ Paragraph::Body(_) => (body.to_string(), Role::Plain),
        };
        let mut line = Line::new(Role::Quiet, &format!("{margin:<MARGIN$}")).set_in(0, MARGIN);
        for (piece, role) in pieces(range, &marks, plain) {
            line = line.and(role, &text.raw()[piece]);
        }
        lines.push(line);
    }
    lines
}

/// A paragraph cut where marks begin and end; where they overlap, the current one is seen, or else the last.
pub(crate) fn pieces(
    paragraph: Range<usize>,
    marks: &[(Range<usize>, Role)],
    plain: Role,
) -> Vec<(Range<usize>, Role)> {
    let inside = |at: &usize| paragraph.start < *at && *at < paragraph.end;
    let ends = marks.iter().flat_map(|(range, _)| [range.start, range.end]);
    let mut cuts: Vec<usize> = ends.filter(inside).collect();
    cuts.extend([paragraph.start, paragraph.end]);
    cuts.sort_unstable();
    cuts.dedup();
    let role = |from: usize| {
        let over = marks
            .iter()
            .filter(|(range, _)| range.contains(&from))
            .map(|(_, role)| *role);
        over.reduce(|one, other| if one == Role::Current { one } else { other })
            .unwrap_or(plain)
    };
    cuts.windows(2)
        .map(|cut| (cut[0]..cut[1], role(cut[0])))
        .collect()
}
