//! The same browsing as a conversation: a line in, sentences out. For screen readers, for terminals that can't be drawn
//! on, and for pipes.

mod find;
mod say;

use std::{
    collections::VecDeque,
    io::{self, BufRead, Read, Write},
};

use super::{
    action::{Action, Direction, Size},
    state::{State, World},
    update::{Effect, update},
};
use crate::{
    atlas::state::Snapshot,
    caption::words,
    scene::{Depth, Layers, Marker, Theme},
};
use say::compass;

/// Sentences that are said before the listener is asked for more.
const BREATH: usize = 8;
/// The longest line that is listened to, in bytes.
const LONGEST: u64 = 4096;

/// What is said for one action each; a terminal sends arrows as the signs at the end.
const WORDS: &[(&[&str], Action)] = &[
    (
        &["north", "n", "up", "\u{1b}[A", "\u{1b}OA"],
        Action::Move(Direction::Up),
    ),
    (
        &["south", "s", "down", "\u{1b}[B", "\u{1b}OB"],
        Action::Move(Direction::Down),
    ),
    (
        &["east", "e", "right", "\u{1b}[C", "\u{1b}OC"],
        Action::Move(Direction::Right),
    ),
    (
        &["west", "w", "left", "\u{1b}[D", "\u{1b}OD"],
        Action::Move(Direction::Left),
    ),
    (&["next", "tab"], Action::Next),
    (&["previous", "prev"], Action::Previous),
    (&["map", "back"], Action::Back),
    (&["quit", "q", "exit"], Action::Quit),
];

const HELP: &[&str] = &[
    "Say the name of a place, or its id, to hear what is known of it and who says so.",
    "Say north, south, east or west, or type an arrow, to go to the nearest place that way.",
    "Say next or previous to go through the places, and here to hear the last one again.",
    "Say why for the steps from the claims to what is said of a place.",
    "Say map for what concerns the whole map.",
    "Say list for every place in a line; list by name, holder, evidence or date sorts it.",
    "Say filter and an actor to go through its places only, and filter none for all again.",
    "Say areas, sites or both for the kinds of places to go through.",
    "Say date and a year, a month or a day, such as date 2026-01, for the state at that date.",
    "An empty line says more. Say quit to end.",
];

/// Listens and answers until it is told to quit or nobody speaks any more; `prompt` shows where to type.
pub fn converse(
    world: &World,
    snapshot: Snapshot,
    mut input: impl BufRead,
    mut out: impl Write,
    prompt: bool,
) -> io::Result<()> {
    let mut talk = Talk::new(world, snapshot);
    let mut said = talk.opening();
    loop {
        for sentence in said {
            writeln!(out, "{sentence}")?;
        }
        if prompt {
            write!(out, "> ")?;
        }
        out.flush()?;
        let mut line = Vec::new();
        if input.by_ref().take(LONGEST).read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        match talk.answer(String::from_utf8_lossy(&line).trim()) {
            Some(sentences) => said = sentences,
            None => return Ok(()),
        }
    }
}

struct Talk<'a> {
    world: &'a World,
    state: State,
    unsaid: VecDeque<String>,
}

impl<'a> Talk<'a> {
    fn new(world: &'a World, snapshot: Snapshot) -> Self {
        // Nothing is drawn, so any screen will do.
        let size = Size {
            cols: 80,
            rows: 24,
            aspect: 0.5,
        };
        let (theme, date) = (Theme::new(Depth::None), snapshot.date);
        let mut state = State::new(world, Marker::Ascii, theme, date, size);
        state.snapshot = snapshot;
        Self {
            world,
            state,
            unsaid: VecDeque::new(),
        }
    }

    fn opening(&mut self) -> Vec<String> {
        let mut said = vec![format!("{}.", words::clean(&self.world.atlas.title))];
        said.extend(self.whole_map().into_iter().take(1));
        said.push("Say a place, north, next, list, or help.".to_owned());
        said
    }

    /// What there is to say to a line, or nothing after the last word.
    fn answer(&mut self, line: &str) -> Option<Vec<String>> {
        if line.is_empty() || line.eq_ignore_ascii_case("more") {
            return Some(self.more());
        }
        let lower = line.to_lowercase();
        let known = |(words, _): &&(&[&str], Action)| {
            words.iter().any(|word| word.eq_ignore_ascii_case(line))
        };
        if let Some((_, action)) = WORDS.iter().find(known) {
            return self.act(*action);
        }
        let (verb, rest) = lower.split_once(' ').unwrap_or((&lower, ""));
        let said = match (verb, rest.trim()) {
            ("help" | "?", "") => HELP.iter().map(|&line| line.to_owned()).collect(),
            ("here" | "again", "") => self.here(),
            ("why" | "explain", "") => self.why(),
            ("list", by) => self.list(by),
            ("filter", who) => self.filter(who),
            ("date", date) => self.date(date),
            ("areas", "") => self.layers(Layers::Areas),
            ("sites", "") => self.layers(Layers::Sites),
            ("both", "") => self.layers(Layers::Both),
            _ => self.name(&lower),
        };
        Some(self.begin(said))
    }

    /// Says the first of many sentences, and how many are left.
    fn begin(&mut self, said: Vec<String>) -> Vec<String> {
        self.unsaid = said.into();
        self.more()
    }

    fn more(&mut self) -> Vec<String> {
        if self.unsaid.is_empty() {
            return vec!["There is no more.".to_owned()];
        }
        let breath = BREATH.min(self.unsaid.len());
        let mut said: Vec<String> = self.unsaid.drain(..breath).collect();
        if !self.unsaid.is_empty() {
            let left = words::count(self.unsaid.len(), "line");
            said.push(format!("{left} more: press enter."));
        }
        said
    }

    fn apply(&mut self, action: Action) -> Option<Effect> {
        update(&mut self.state, self.world, action)
    }

    fn act(&mut self, action: Action) -> Option<Vec<String>> {
        let before = self.state.selected;
        if self.apply(action) == Some(Effect::Quit) {
            return None;
        }
        let after = self.state.selected;
        let said = match (action, before, after) {
            (Action::Move(direction), _, _) if before == after => {
                let from = before.map_or("here", |place| self.world.atlas.name(place));
                let way = compass(direction);
                vec![format!("Nothing lies {way} of {}.", words::clean(from))]
            }
            (Action::Next | Action::Previous, _, None) => vec!["There is no place.".to_owned()],
            (Action::Move(_), Some(from), Some(to)) => {
                let mut said = self.here();
                said.insert(0, self.way(from, to));
                said
            }
            _ => self.here(),
        };
        Some(self.begin(said))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{caption::sample::Sample, tui::Keymap};

    fn said(lines: &str) -> String {
        let Sample { atlas, map, .. } = Sample::new();
        let keymap = Keymap::builtin().expect("the shipped keys");
        let world = World::new(atlas, map, keymap);
        let mut out = Vec::new();
        let snapshot = Snapshot::at(&world.atlas, world.atlas.as_of);
        converse(&world, snapshot, lines.as_bytes(), &mut out, false)
            .expect("nothing fails in memory");
        String::from_utf8(out).expect("text")
    }

    /// What is said to the last line.
    fn last(lines: &str) -> String {
        let before = lines.rfind('\n').map_or("", |end| &lines[..=end]);
        said(lines)[said(before).len()..].to_owned()
    }

    #[test]
    fn a_conversation_goes_the_way_of_the_map() {
        insta::assert_snapshot!(said("northwest\n\u{1b}[C\neast\nwest\nblue\n\nquit\nnext\n"), @"
        A land: who holds what.
        As of 28 Jan 2026, 4 regions, 2 sites, 2 sources.
        Say a place, north, next, list, or help.
        Northwest, region.
        Held by Reds.
        Quoted, 1 source, undated, its outline is schematic.
        “Reds hold the northwest”.
        From A title, paragraph 1.
        Found in the held text, undated.
        Area: about 10,100 square kilometres, 25% of the country.
        Sites here:
        1 line more: press enter.
        About 100 km east:
        Northeast, region.
        Parts held by Blues; which parts is not said.
        Quoted, 1 source, undated, its outline is schematic.
        “Blues roam the northeast” from in pockets.
        From A title, paragraph 1.
        Found in the held text, undated.
        Area: about 10,100 square kilometres, 25% of the country.
        8 lines more: press enter.
        About 90 km north-east:
        Blue airport, airport.
        Blues: withdrawing.
        Reported, 1 source, last said 8 days before.
        Blues are leaving.
        From A wire service.
        Reported, text not held, in our words, 20 Jan 2026.
        Kind: airport.
        5 lines more: press enter.
        About 170 km west:
        Red port, naval base.
        Operated by Reds.
        Quoted, also reported, 2 sources, last said 5 years before, and undated.
        Operated by Reds.
        “The port is red”.
        From A title, paragraph 1.
        Found in the held text, undated.
        9 lines more: press enter.
        Blue airport, airport.
        Blues: withdrawing.
        Reported, 1 source, last said 8 days before.
        Blues are leaving.
        From A wire service.
        Reported, text not held, in our words, 20 Jan 2026.
        Kind: airport.
        Operator: not said.
        4 lines more: press enter.
        Position: 35.9000° N, 37.9000° E.
        Governorate: Unit NE.
        Also: ميناء.
        1 claim from after 28 Jan 2026 not shown.
        ");
    }

    #[test]
    fn lists_filters_dates_and_kinds_are_those_of_the_screen() {
        insta::assert_snapshot!(last("list by date"), @"
        6 places, by date.
        Blue airport: Blues, leaving, reported, 20 Jan 2026.
        Southwest: Reds or Blues?, reported, 2 Jan 2026.
        Red port: Reds, quoted, May 2020.
        Northeast: Blues, in parts, quoted, undated.
        Northwest: Reds, quoted, undated.
        Southeast: not found, silent, no claim.
        ");
        insta::assert_snapshot!(last("filter reds\nlist"), @"
        3 places, by name.
        Northwest: Reds, quoted, undated.
        Red port: Reds, quoted, May 2020.
        Southwest: Reds or Blues?, reported, 2 Jan 2026.
        ");
        insta::assert_snapshot!(last("filter r\nfilter none"), @"No filter: 6 places.");
        insta::assert_snapshot!(last("port\ndate 2021"), @"
        As of 2021.
        Red port, naval base.
        Had been taken over by Reds.
        Reported, 1 source, last said 19 months before.
        Reds took the port.
        From A wire service.
        Reported, text not held, in our words, May 2020.
        Kind: naval base.
        5 lines more: press enter.
        ");
        insta::assert_snapshot!(last("sites\nlist by name"), @"
        2 places, by name.
        Blue airport: Blues, leaving, reported, 20 Jan 2026.
        Red port: Reds, quoted, May 2020.
        ");
    }

    #[test]
    fn what_is_not_understood_is_answered_and_never_repeated_raw() {
        insta::assert_snapshot!(last("northest"), @"“northest” may be Northwest or Northeast.");
        insta::assert_snapshot!(last("blue\nup"), @"Nothing lies north of Blue airport.");
        insta::assert_snapshot!(last("list by size"), @"The list goes by name, holder, evidence and date.");
        insta::assert_snapshot!(last("date soon"), @"soon: expected a year, a month or a day: 2024, 2024-12 or 2024-12-08.");
        insta::assert_snapshot!(last("\u{1b}[31mred"), @"There is no place or word “ [31mred”. Say help, or list.");
        assert!(said(&"x".repeat(20_000)).len() < 1_000);
        for lines in ["", "quit", "next", "\n\n\n"] {
            assert!(
                said(lines).starts_with("A land: who holds what.\n"),
                "{lines:?}"
            );
        }
    }
}
