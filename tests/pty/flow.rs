//! No more frames are sent than the terminal says that it has shown.

use std::time::Duration;

use portable_pty::CommandBuilder;

use super::terminal::Session;

/// Reads until nothing more comes.
fn read_all(session: &mut Session) {
    while let Ok(bytes) = session.output.recv_timeout(Duration::from_millis(300)) {
        session.read(&bytes);
    }
}

#[test]
fn a_terminal_that_is_behind_gets_the_newest_frame_once_it_has_caught_up() {
    let mut session = Session::start();
    read_all(&mut session);
    session.is_behind = true;
    let before = session.written.len();
    // Each of these changes nearly the whole screen.
    for _ in 0..20 {
        session.press("?");
        read_all_of_one(&mut session);
        session.press("?");
        read_all_of_one(&mut session);
    }
    session.press("\t");
    read_all(&mut session);
    let sent = session.written.len() - before;
    assert!(sent < 20_000, "{sent} bytes were sent");
    assert!(
        !session
            .screen
            .screen()
            .contents()
            .contains("held by Kurdish-led")
    );
    session.is_behind = false;
    session.answer();
    session.wait_for("held by Kurdish-led");
    session.press("q");
    assert!(session.end().success());
}

/// Reads what comes at once.
fn read_all_of_one(session: &mut Session) {
    while let Ok(bytes) = session.output.recv_timeout(Duration::from_millis(20)) {
        session.read(&bytes);
    }
}

#[test]
fn a_terminal_that_answers_nothing_is_shown_every_frame() {
    let command = CommandBuilder::new(env!("CARGO_BIN_EXE_whoholds"));
    let mut session = Session::start_in("xterm-256color", "", command);
    for _ in 0..9 {
        session.press("?");
        session.wait_for("Help");
        session.press("?");
        session.wait_for("quit");
    }
    let written = String::from_utf8_lossy(&session.written);
    // Once with the other questions, once with the first frame.
    assert_eq!(written.matches("\x1b[5n").count(), 2);
    session.press("q");
    assert!(session.end().success());
}
