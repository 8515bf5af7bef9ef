//! Answers of the terminal are told from keys.

use std::{io::Read, process::Command, sync::mpsc, thread, time::Duration};

use portable_pty::{CommandBuilder, native_pty_system};

use super::terminal::{Session, size};

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

/// A shell in a terminal that answers nothing: its program is ended while it waits for answers.
#[test]
fn a_signal_while_the_terminal_is_asked_leaves_it_as_it_was() {
    let pair = native_pty_system().openpty(size(80, 24)).expect("a pty");
    let mut shell = CommandBuilder::new("sh");
    shell.env("TERM", "xterm-256color");
    shell.args([
        "-c",
        "\"$0\" < /dev/tty & echo pid $! .; wait $!; echo left $?; stty -a",
    ]);
    shell.arg(env!("CARGO_BIN_EXE_whoholds"));
    let mut child = pair.slave.spawn_command(shell).expect("a shell");
    let mut reader = pair.master.try_clone_reader().expect("a reader");
    let (send, output) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = reader.read(&mut bytes) {
            if send.send(bytes[..count].to_vec()).is_err() {
                return;
            }
        }
    });
    let mut shown = String::new();
    let mut until = |mark: &str| {
        while !shown.contains(mark) {
            let bytes = output.recv_timeout(Duration::from_secs(20));
            shown += &String::from_utf8_lossy(&bytes.expect("output"));
        }
        shown.clone()
    };
    let asked = until("\x1b[c");
    let mut pid = asked.split_whitespace().skip_while(|word| *word != "pid");
    let pid = pid.nth(1).expect("its number");
    let kill = Command::new("kill").args(["-TERM", pid]).status();
    assert!(kill.expect("kill").success());
    let left = until("echoprt");
    assert!(left.contains("left 143"), "{left}");
    assert!(
        !left.contains("-icanon") && !left.contains("-echo "),
        "{left}"
    );
    assert!(child.wait().expect("an end").success());
}
