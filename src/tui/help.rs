//! The page of help: every key with what it does, and how the map is read.

use super::{keymap::Command, mode_name::ModeName, page::Page, pages::help_size, state::State};
use crate::{
    atlas::{ActorId, Says, SiteKind, state::Status},
    caption::{Line, Role, wrap},
    scene,
};

/// Columns for the keys.
const KEYS: usize = 17;

/// Every key with what it does, and how the map is read.
pub fn page(state: &State) -> Page {
    let mut lines = keys(state);
    lines.extend([Line::default(), Line::new(Role::Heading, "The map")]);
    lines.extend(signs(state).map(|(sign, meaning)| entry(Role::State, &sign, meaning)));
    if let Some(why) = &state.watch_error {
        lines.extend([Line::default(), Line::new(Role::Heading, "The file")]);
        let text = format!("it can't be watched, so open it again to see what was saved: {why}");
        lines.push(entry(Role::State, "not followed", &text));
    }
    let (cols, rows) = help_size(state);
    let lines = wrap(&lines, usize::from(cols.saturating_sub(4)));
    Page {
        title: "Help".to_owned(),
        lines,
        height: usize::from(rows.saturating_sub(2)),
    }
}

/// Every key with what it does: first what is at hand where help was asked for, unless that is the map.
fn keys(state: &State) -> Vec<Line> {
    let here = state.modes.below().name();
    let is_everywhere = |command: &&Command| {
        command.modes.len() == ModeName::ALL.len() || command.modes.contains(&ModeName::Browse)
    };
    let commands = state.keymap.commands.iter();
    let (near, others): (Vec<&Command>, Vec<&Command>) =
        commands.partition(|command| !is_everywhere(command) && command.modes.contains(&here));
    let near = near
        .into_iter()
        .map(|it| entry(Role::State, &it.keys(), &it.help));
    let others = others.into_iter().map(|command| {
        let modes: Vec<&str> = command.modes.iter().map(|mode| mode.name()).collect();
        let when = if is_everywhere(&command) {
            String::new()
        } else {
            format!(" ({})", modes.join(", "))
        };
        entry(
            Role::State,
            &command.keys(),
            &format!("{}{when}", command.help),
        )
    });
    let near: Vec<Line> = near.collect();
    let mut lines = Vec::new();
    if !near.is_empty() {
        lines.push(Line::new(Role::Heading, &format!("Keys: {}", here.name())));
        lines.extend(near);
        lines.push(Line::default());
    }
    let rest = if lines.is_empty() {
        "Keys"
    } else {
        "Other keys"
    };
    lines.push(Line::new(Role::Heading, rest));
    lines.extend(others);
    lines
}

fn entry(role: Role, left: &str, right: &str) -> Line {
    // Longer keys have their space too.
    let left = format!("{left} ");
    Line::new(role, &format!("{left:<KEYS$}"))
        .and(Role::Plain, right)
        .set_in(0, KEYS)
}

/// The signs of the map.
fn signs(state: &State) -> impl Iterator<Item = (String, &'static str)> {
    let marker = state.marker;
    let operated = Status {
        agreed: vec![(Says::Operates, ActorId::at(0))],
        disputed: Vec::new(),
    };
    let areas = [
        ("one colour", "one actor is said to hold it"),
        (
            "paler, small letter",
            "that is the editor’s reading, or nobody has confirmed it for long",
        ),
        ("stripes, thin ground", "occupied by that actor"),
        (
            "stripes, ground",
            "that actor is said to hold parts of it; which parts is not said",
        ),
        ("stripes, two", "contested, or sources differ"),
        ("dots around", "silent: no source here says who holds it"),
    ];
    let areas = areas
        .into_iter()
        .map(|(sign, meaning)| (sign.to_owned(), meaning));
    let sites = SiteKind::ALL.iter().map(move |&kind| {
        let signs = [&operated, &Status::default()]
            .map(|status| scene::symbol_of(kind, status, marker.is_ascii()));
        (format!("{} {}", signs[0], signs[1]), kind)
    });
    let event = scene::event_sign(marker.is_ascii());
    let events = (
        format!("{event} {event}3"),
        "an event, or several: they say nothing of who holds a place",
    );
    areas
        .chain(sites.map(|(signs, kind)| (signs, kind.plain())))
        .chain([events])
        .chain([(
            "filled, hollow".to_owned(),
            "operated, or forces are there; being left, left, or nothing certain is said",
        )])
}
