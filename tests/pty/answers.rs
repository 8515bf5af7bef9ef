//! Answers of the terminal are told from keys.

use portable_pty::CommandBuilder;

use super::terminal::Session;

#[test]
fn an_answer_that_comes_too_late_presses_no_keys() {
    let command = CommandBuilder::new(env!("CARGO_BIN_EXE_whoholds"));
    let mut session = Session::start_in("xterm-256color", "", command);
    session.press("\x1b]11;rgb:1111/1111/1111\x1b\\\x1b[?62;22c");
    session.press("\t");
    session.wait_for("held by Kurdish-led");
    let screen = session.screen.screen().contents();
    assert!(!screen.contains("only"), "{screen}");
    session.press("q");
    assert!(session.end().success());
}

/// A terminal that answers late, to a program that does the first thing it is told meanwhile.
#[test]
fn keys_pressed_while_the_terminal_is_asked_are_heard() {
    let answer = "\x1b]11;rgb:1111/1111/1111\x1b\\?\x1bP>|XTerm(398)\x1b\\\x1b[?62;22c";
    let command = CommandBuilder::new(env!("CARGO_BIN_EXE_whoholds"));
    let mut session = Session::start_in("xterm-256color", answer, command);
    session.wait_for("Help");
    session.press("q");
    assert!(session.end().success());
}
