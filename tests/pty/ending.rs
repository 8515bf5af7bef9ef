//! However it ends or stops, the terminal is as it was.

use std::{
    thread,
    time::{Duration, Instant},
};

use super::terminal::{PATIENCE, Session, settings};

#[test]
fn a_signal_ends_it_and_the_terminal_is_as_it_was() {
    for (name, number) in [("-TERM", 15), ("-HUP", 1), ("-INT", 2)] {
        let session = Session::start();
        session.signal(name);
        assert_eq!(session.end().exit_code(), 128 + number, "{name}");
    }
}

#[test]
fn what_was_begun_and_never_ended_keeps_no_interrupt_from_being_heard() {
    for unfinished in ["\x1b[200~", "\x1b[<", "\x1b]11;", "\x1bP"] {
        let mut session = Session::start();
        session.press(unfinished);
        session.press("\x03");
        assert!(session.end().success(), "{unfinished:?}");
    }
}

#[test]
fn stopped_it_gives_the_terminal_back_and_takes_it_over_when_it_goes_on() {
    let mut session = Session::start();
    session.signal("-TSTP");
    let late = Instant::now() + PATIENCE;
    while session.screen.screen().alternate_screen() {
        let left = late.saturating_duration_since(Instant::now());
        let bytes = session.output.recv_timeout(left).expect("it lets go");
        session.read(&bytes);
    }
    // The settings are given back after the last bytes, which may be read before.
    while settings(session.master.as_ref()) != session.before {
        assert!(Instant::now() < late, "it gives the settings back");
        thread::sleep(Duration::from_millis(5));
    }
    session.signal("-CONT");
    session.wait_for("quit");
    assert!(session.screen.screen().alternate_screen());
    session.press("q");
    assert!(session.end().success());
}

#[test]
fn without_a_shell_to_go_back_to_it_does_not_stop() {
    let mut session = Session::start();
    session.press("\x1a");
    session.wait_for("there is no shell to go back to");
    session.press("q");
    assert!(session.end().success());
}
