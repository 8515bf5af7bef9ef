//! All that can be said.
#![expect(
    clippy::redundant_closure_for_method_calls,
    reason = "a method for one lifetime is no function for every lifetime"
)]

use super::Dialogue;
use crate::{
    scene::Layers,
    session::{Action, Direction, Step, Way},
};

/// Ends the dialogue.
pub const QUIT: &[&str] = &["quit", "q", "exit"];

/// Something that can be said.
pub struct Command {
    /// The words for it; a terminal sends arrows as signs.
    words: &'static [&'static str],
    /// `true` if words may follow.
    takes_argument: bool,
    help: &'static str,
    pub answer: fn(&mut Dialogue, &str) -> Vec<String>,
}

impl Command {
    /// The command that a line begins with, and the rest of the line.
    pub fn of(line: &str) -> Option<(&'static Self, &str)> {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let rest = rest.trim();
        let is = |known: &&str| known.eq_ignore_ascii_case(word);
        let mut commands = COMMANDS.iter();
        let command = commands.find(|command| {
            command.words.iter().any(is) && (rest.is_empty() || command.takes_argument)
        })?;
        Some((command, rest))
    }
}

const fn plain(
    words: &'static [&'static str],
    help: &'static str,
    answer: fn(&mut Dialogue, &str) -> Vec<String>,
) -> Command {
    Command {
        words,
        takes_argument: false,
        help,
        answer,
    }
}

const fn with_argument(
    words: &'static [&'static str],
    help: &'static str,
    answer: fn(&mut Dialogue, &str) -> Vec<String>,
) -> Command {
    Command {
        words,
        takes_argument: true,
        help,
        answer,
    }
}

/// Every command but what ends the dialogue or goes on with an answer. One without help is told of by another's.
static COMMANDS: &[Command] = &[
    plain(
        &["north", "n", "up", "\u{1b}[A", "\u{1b}OA"],
        "Say north, south, east or west, or type an arrow, to go to the nearest place that way.",
        |dialogue, _| dialogue.walk(Direction::Up),
    ),
    plain(
        &["south", "s", "down", "\u{1b}[B", "\u{1b}OB"],
        "",
        |dialogue, _| dialogue.walk(Direction::Down),
    ),
    plain(
        &["east", "e", "right", "\u{1b}[C", "\u{1b}OC"],
        "",
        |dialogue, _| dialogue.walk(Direction::Right),
    ),
    plain(
        &["west", "w", "left", "\u{1b}[D", "\u{1b}OD"],
        "",
        |dialogue, _| dialogue.walk(Direction::Left),
    ),
    plain(
        &["next", "tab"],
        "Say next or previous to go through the places, and here to hear the last one again.",
        |dialogue, _| dialogue.go(Action::Place(Step::Next)),
    ),
    plain(&["previous", "prev"], "", |dialogue, _| {
        dialogue.go(Action::Place(Step::Previous))
    }),
    plain(&["here", "again"], "", |dialogue, _| dialogue.again()),
    plain(
        &["why", "explain"],
        "Say why for the steps from the claims to what is said of a place.",
        |dialogue, _| dialogue.why(),
    ),
    plain(
        &["map"],
        "Say map for what concerns the whole map, and back to undo the last choice.",
        |dialogue, _| dialogue.leave_for_map(),
    ),
    plain(&["back"], "", |dialogue, _| dialogue.back()),
    with_argument(
        &["list"],
        "Say list for every place in a line; list by name, holder, evidence or date sorts it.",
        |dialogue, argument| dialogue.list(argument),
    ),
    with_argument(
        &["find", "search"],
        "Say find and a part of a name for every place, town and actor that has it.",
        |dialogue, argument| dialogue.search(argument),
    ),
    plain(
        &["actors"],
        "Say actors for who holds how much, and the name of an actor for what is said of it.",
        |dialogue, _| dialogue.actors(),
    ),
    with_argument(
        &["filter"],
        "Say filter and an actor to go through its places only, and filter none for all again.",
        |dialogue, argument| dialogue.filter(argument),
    ),
    plain(
        &["areas"],
        "Say areas, sites or both for the kinds of places to go through.",
        |dialogue, _| dialogue.layers(Layers::Areas),
    ),
    plain(&["sites"], "", |dialogue, _| dialogue.layers(Layers::Sites)),
    plain(&["both"], "", |dialogue, _| dialogue.layers(Layers::Both)),
    with_argument(
        &["evidence", "lens"],
        "Say evidence for how well the map is founded; evidence by age or sources goes by these.",
        |dialogue, argument| dialogue.evidence(argument),
    ),
    with_argument(
        &["date"],
        "Say date and a year, a month or a day, such as date 2026-01, for the state at that date.",
        |dialogue, argument| dialogue.date(argument),
    ),
    plain(
        &["earlier"],
        "Say earlier, later, earliest or latest to go through the dates at which something is said.",
        |dialogue, _| dialogue.travel(Way::Earlier),
    ),
    plain(&["later"], "", |dialogue, _| dialogue.travel(Way::Later)),
    plain(&["earliest"], "", |dialogue, _| {
        dialogue.travel(Way::Earliest)
    }),
    plain(&["latest"], "", |dialogue, _| dialogue.travel(Way::Latest)),
    with_argument(
        &["changes"],
        "Say changes and a date for what changed between it and the one that is shown, or changes and two dates; changes off ends that.",
        |dialogue, argument| dialogue.changes(argument),
    ),
    plain(
        &["sources"],
        "Say sources for every source, with its id and what is taken from it.",
        |dialogue, _| dialogue.sources(),
    ),
    with_argument(
        &["read"],
        "Say read and a source to read it passage by passage, or read alone for the source of what was said last.",
        |dialogue, argument| dialogue.read(argument),
    ),
    plain(
        &["on"],
        "While reading, say on or before to go to another passage.",
        |dialogue, _| dialogue.passage(Step::Next),
    ),
    plain(&["before"], "", |dialogue, _| {
        dialogue.passage(Step::Previous)
    }),
    with_argument(
        &["cite"],
        "Say cite to have the first quotation as a citation, and cite 2 Markdown for the second as Markdown.",
        |dialogue, argument| dialogue.cite(argument),
    ),
    with_argument(
        &["without"],
        "Say without and the id of a source, an origin or a grade to leave it out, and with for it to count again.",
        |dialogue, argument| dialogue.without(argument),
    ),
    with_argument(&["with"], "", |dialogue, argument| dialogue.with(argument)),
    with_argument(
        &["export"],
        "Say export, a format and a file to write the map as it is now, such as export geojson map.geojson.",
        |dialogue, argument| dialogue.export(argument),
    ),
    plain(
        &["problems"],
        "Say problems for what is wrong with the file.",
        |dialogue, _| dialogue.problems(),
    ),
    plain(&["help", "?"], "", |_, _| help()),
];

fn help() -> Vec<String> {
    let first =
        "Say the name of a place or a town, or an id, to hear what is known of it and who says so.";
    let last = "An empty line says more, all says everything that is left. Say quit to end.";
    let each = COMMANDS.iter().map(|command| command.help);
    let all = [first].into_iter().chain(each).chain([last]);
    all.filter(|help| !help.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_told_of_and_found_by_each_of_its_words() {
        let help = help().join("\n").to_lowercase();
        for command in COMMANDS {
            let word = command.words[0];
            assert!(help.contains(word) || word == "help", "{word}");
            for word in command.words {
                let word = word.to_uppercase();
                let (found, rest) = Command::of(&word).expect("a command");
                assert!(std::ptr::eq(found, command) && rest.is_empty(), "{word}");
            }
        }
    }

    #[test]
    fn words_that_follow_are_an_argument_or_part_of_a_name() {
        let argument = |line| Command::of(line).map(|(_, argument)| argument);
        assert_eq!(argument("list  by date"), Some("by date"));
        assert_eq!(argument("south west"), None);
        assert_eq!(argument("listed"), None);
    }
}
