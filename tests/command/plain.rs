//! The conversation through pipes: no terminal is needed, and every way it ends is a good one.

use std::{
    io::Write,
    process::{Child, Command, Stdio},
};

fn start() -> Child {
    Command::new(env!("CARGO_BIN_EXE_whoholds"))
        .arg("--plain")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program")
}

fn say(child: &mut Child, lines: &[u8]) {
    let mut input = child.stdin.take().expect("its input");
    // It may have ended already, which is what is tested.
    let _ = input.write_all(lines);
}

#[test]
fn the_sentence_that_says_so_is_a_word_away() {
    let mut child = start();
    say(
        &mut child,
        "Qamishlo\nwhy\nطرطوس\nAmuda\nproblems\nquit\n".as_bytes(),
    );
    let output = child.wait_with_output().expect("its output");
    let text = String::from_utf8(output.stdout).expect("text");
    assert!(output.status.success() && output.stderr.is_empty());
    assert!(
        text.contains(
            "reports that Russia was pulling forces from Qamishli airport in northeast Syria"
        ),
        "{text}"
    );
    assert!(
        text.contains("Tartous, naval base.\nOperated by Russia."),
        "{text}"
    );
    assert!(
        text.contains("Amuda, town.\nIt lies in Northeast:"),
        "{text}"
    );
    assert!(text.contains("Nothing is wrong with the file."), "{text}");
    assert!(!text.contains(['\u{1b}', '■', '✓']), "{text}");
}

#[test]
fn it_ends_when_nobody_speaks_any_more() {
    let mut child = start();
    say(&mut child, b"next\n\xff\xfe\x1b]0;x\x07");
    let output = child.wait_with_output().expect("its output");
    assert!(output.status.success() && !output.stdout.contains(&0x1b));
}

#[test]
fn it_ends_when_nobody_listens_any_more() {
    let mut child = start();
    drop(child.stdout.take());
    say(&mut child, "list\n".repeat(1000).as_bytes());
    let output = child.wait_with_output().expect("its end");
    assert!(output.status.success(), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
}
