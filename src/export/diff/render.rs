//! Differences as they are read: as text, and as Markdown.

use std::fmt::Write;

use super::{
    Compared, Diff,
    change::{Change, Field},
    claims::Said,
    entries::Entry,
    places::Place,
    shares::Share,
};
use crate::{
    caption::{Line, Role, plain_text, words},
    export::{citation::markdown, text::COLUMNS},
};

/// Differences of one kind.
pub(super) struct Section {
    pub heading: String,
    pub items: Vec<Item>,
}

/// One difference: `+`, `~` or `-`, what it is of, and what is to be said of it.
pub(super) struct Item {
    mark: char,
    pub title: String,
    pub details: Vec<String>,
}

impl Item {
    /// The mark in a word.
    pub fn marked(&self) -> &'static str {
        match self.mark {
            '+' => "added",
            '-' => "removed",
            _ => "changed",
        }
    }
}

impl Diff {
    pub(super) fn text(&self) -> String {
        let mut lines = vec![
            Line::new(Role::Title, &self.title),
            Line::new(Role::Quiet, &self.compared()),
        ];
        for section in self.sections() {
            lines.extend([Line::default(), Line::new(Role::Heading, &section.heading)]);
            for item in section.items {
                let title = format!("{} {}", item.mark, item.title);
                lines.push(Line::new(Role::State, &title).set_in(2, 2));
                let details = item.details.iter();
                lines.extend(details.map(|detail| Line::new(Role::Plain, detail).set_in(4, 2)));
            }
        }
        plain_text(&lines, COLUMNS)
    }

    pub(super) fn markdown(&self) -> String {
        let mut out = format!("## {}\n\n{}\n", literal(&self.title), self.compared());
        for section in self.sections() {
            let _ = writeln!(out, "\n### {}\n", section.heading);
            for item in section.items {
                let mark = item.marked();
                let _ = writeln!(out, "- *{mark}* **{}**", literal(&item.title));
                for detail in item.details {
                    let _ = writeln!(out, "  - {}", literal(&detail));
                }
            }
        }
        out
    }

    pub(super) fn compared(&self) -> String {
        if self.is_empty() {
            "no differences".to_owned()
        } else {
            let Compared { at, all } = &self.compared;
            match all.as_slice() {
                [one] if one == at => format!("compared at {one}"),
                [first, .., last] => format!(
                    "compared at {}, {first} to {last}; shares at {at}",
                    words::count(all.len(), "date")
                ),
                _ => format!("shares compared at {at}"),
            }
        }
    }

    pub(super) fn sections(&self) -> impl Iterator<Item = Section> {
        let map = Item {
            mark: '~',
            title: self.title.clone(),
            details: self.map.iter().map(field).collect(),
        };
        let sections = [
            Section {
                heading: "Map".to_owned(),
                items: (!self.map.is_empty()).then_some(map).into_iter().collect(),
            },
            entries("Sources", &self.sources),
            entries("Actors", &self.actors),
            entries("Questions", &self.questions),
            Section {
                heading: counted("Claims", &self.claims),
                items: self.claims.iter().map(claim).collect(),
            },
            Section {
                heading: "Places".to_owned(),
                items: self.places.iter().map(place).collect(),
            },
            Section {
                heading: format!("Shares of the area at {}", self.compared.at),
                items: self.shares.iter().map(share).collect(),
            },
        ];
        let sections = sections.into_iter();
        sections.filter(|section| !section.items.is_empty())
    }
}

fn entries(heading: &str, changes: &[Change<Entry>]) -> Section {
    Section {
        heading: counted(heading, changes),
        items: changes
            .iter()
            .map(|change| item(change, |entry| entry.name.clone(), |_| Vec::new()))
            .collect(),
    }
}

/// `Claims: 2 added, 1 removed`.
fn counted<T>(heading: &str, changes: &[Change<T>]) -> String {
    let count = |wanted: fn(&Change<T>) -> bool| changes.iter().filter(|it| wanted(it)).count();
    let counts = [
        (count(|it| matches!(it, Change::Added { .. })), "added"),
        (count(|it| matches!(it, Change::Changed { .. })), "changed"),
        (count(|it| matches!(it, Change::Removed { .. })), "removed"),
    ];
    let counts = counts.iter().filter(|(number, _)| *number > 0);
    let counts: Vec<String> = counts
        .map(|(number, how)| format!("{number} {how}"))
        .collect();
    format!("{heading}: {}", counts.join(", "))
}

/// A change of anything, told by what is to be said of one that is new or gone.
fn item<T>(
    change: &Change<T>,
    title: impl Fn(&T) -> String,
    details: impl Fn(&T) -> Vec<String>,
) -> Item {
    let (mark, it, details) = match change {
        Change::Added { after } => ('+', after, details(after)),
        Change::Removed { before } => ('-', before, details(before)),
        Change::Changed { after, fields, .. } => ('~', after, fields.iter().map(field).collect()),
    };
    Item {
        mark,
        title: title(it),
        details,
    }
}

fn claim(change: &Change<Said>) -> Item {
    let title = |said: &Said| {
        let source = said.source.as_deref().unwrap_or("no source");
        format!("{} — {source}, {}", said.words, said.dated)
    };
    item(change, title, |said| {
        said.stands_on.clone().into_iter().collect()
    })
}

fn place(change: &Change<Place>) -> Item {
    item(
        change,
        |place| place.name.clone(),
        |Place { stand, .. }| vec![stand.sentence.clone(), format!("evidence: {}", stand.grade)],
    )
}

fn share(change: &Change<Share>) -> Item {
    let details = |share: &Share| {
        let area = share.area.as_ref().map(|area| format!(", {area}"));
        vec![share.words.clone() + &area.unwrap_or_default()]
    };
    item(change, |share| share.name.clone(), details)
}

/// `when: 2025 → 2026`, `state, from 3 Jan 2025: silent → held by Reds`.
fn field(field: &Field) -> String {
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "nothing".to_owned());
    let (before, after) = (value(&field.before), value(&field.after));
    let span = field.span.as_ref().map(|span| format!(", {}", span.words));
    let span = span.unwrap_or_default();
    format!("{}{span}: {before} → {after}", field.name)
}

/// A text of the file as it is, on one line, whatever it has that Markdown or a forge would read as more than words.
fn literal(text: &str) -> String {
    // A forge tells whoever is named after an `@`.
    markdown(&words::clean(text)).replace('@', "@\u{2060}")
}
