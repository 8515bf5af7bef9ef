//! The screen is as large as the terminal.

use std::time::Instant;

use super::terminal::{PATIENCE, Session, nonzero, size};

#[test]
fn follows_the_size_of_the_terminal() {
    let mut session = Session::start();
    session.press("\t");
    session.wait_for("held by Kurdish-led");
    session
        .screen
        .screen_mut()
        .set_size(nonzero(36), nonzero(120));
    session.master.resize(size(120, 36)).expect("resized");
    session.wait_for("held by Kurdish-led forces");
    session.press("\x03");
    assert!(session.end().success());
}

#[test]
fn a_size_beyond_every_screen_is_clamped_with_a_word() {
    let mut session = Session::start();
    session
        .master
        .resize(size(u16::MAX, u16::MAX))
        .expect("a size");
    let late = Instant::now() + PATIENCE;
    while !String::from_utf8_lossy(&session.written).contains("1024 × 512 are used") {
        let left = late.saturating_duration_since(Instant::now());
        let bytes = session.output.recv_timeout(left).expect("a word");
        session.written.extend_from_slice(&bytes);
    }
    session.press("q");
    assert!(session.end().success());
}
