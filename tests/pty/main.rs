//! The program in a terminal: it starts, and however it ends the terminal is as it was.
#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

mod answers;
mod editor;
mod ending;
mod flow;
mod ground;
mod large;
mod live;
mod panic;
mod pictures;
mod size;
mod terminal;

use std::{fs, path::Path, process};

use portable_pty::CommandBuilder;
use terminal::Session;

#[test]
fn quits_and_leaves_the_terminal_as_it_was() {
    let mut session = Session::start();
    session.press("\t");
    session.wait_for("held by Kurdish-led");
    session.press("?");
    session.wait_for("Help");
    session.press("q");
    assert!(session.end().success());
}

#[test]
fn the_map_is_exported_from_the_screen() {
    let folder =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("pty-export-{}", process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_whoholds"));
    command.cwd(&folder);
    let mut session = Session::start_with(command);
    session.press("x");
    session.wait_for("Export as");
    session.press("\r");
    session.wait_for("a file to write");
    session.press("map.txt\r");
    session.wait_for("written to map.txt");
    session.press("q");
    assert!(session.end().success());
    let written = fs::read_to_string(folder.join("map.txt")).expect("a file");
    assert!(written.starts_with("Syria: who holds what\n"));
}
