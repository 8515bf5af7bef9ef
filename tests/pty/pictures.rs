//! Pictures go to terminals that show them.

use portable_pty::CommandBuilder;

use super::terminal::{PLAIN, Session};

/// Returns what is written in a terminal of that name, from the start to quitting from the help.
fn written_in(term: &str, args: &[&str]) -> String {
    written_where(term, PLAIN, args)
}

/// The same in a terminal that gives that answer.
fn written_where(term: &str, answer: &'static str, args: &[&str]) -> String {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_whoholds"));
    command.args(args);
    for inherited in ["TMUX", "STY", "ZELLIJ", "TERM_PROGRAM", "NO_COLOR"] {
        command.env_remove(inherited);
    }
    command.env("COLORTERM", "truecolor");
    let mut session = Session::start_in(term, answer, command);
    session.press("?");
    session.wait_for("Help");
    session.press("q");
    let (status, written) = session.end_with_output();
    assert!(status.success());
    written
}

const KITTY_SHOWS: &str = "\x1b_Ga=T,";
const KITTY_REMOVES: &str = "\x1b_Ga=d,d=I,";

#[test]
fn a_terminal_that_shows_pictures_gets_one_and_loses_it_in_the_end() {
    let written = written_in("xterm-kitty", &[]);
    let shown = written.find(KITTY_SHOWS).expect("a picture");
    let removed = written.rfind(KITTY_REMOVES).expect("taken away");
    let left = written.rfind("\x1b[?1049l").expect("left");
    assert!(shown < removed && removed < left);
    // The screen as it starts, and with a hole for the help.
    assert_eq!(written.matches(KITTY_SHOWS).count(), 2);
}

#[test]
fn pictures_are_sent_only_where_they_are_known_to_be_shown_and_wanted() {
    let pictures = |written: &str| {
        [KITTY_SHOWS, "\x1b]1337", "\x1bP0;1q"]
            .iter()
            .any(|start| written.contains(start))
    };
    assert!(!pictures(&written_in("xterm-256color", &[])));
    assert!(!pictures(&written_in(
        "xterm-kitty",
        &["--graphics", "cells"]
    )));
    assert!(!pictures(&written_in("xterm-kitty", &["--color", "never"])));
    let iterm2 = written_in("xterm-256color", &["--graphics", "iterm2"]);
    assert!(iterm2.contains("\x1b]1337;File=inline=1;") && !iterm2.contains(KITTY_SHOWS));
}

#[test]
fn a_terminal_that_says_so_gets_pictures() {
    let kitty = "\x1b_Gi=31;OK\x1b\\\x1b[?62;22c";
    assert!(written_where("xterm-256color", kitty, &[]).contains(KITTY_SHOWS));
    // Who shows several kinds is asked for none that is not wanted.
    let cells = written_where("xterm-256color", kitty, &["--graphics", "cells"]);
    assert!(!cells.contains("\x1b_G"));
}
