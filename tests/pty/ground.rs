//! The colours follow the ground that the terminal says it has, and a terminal that says nothing is not waited for long.

use std::{
    io::{Read, Write},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

const PATIENCE: Duration = Duration::from_secs(20);
const SIZE: PtySize = PtySize {
    rows: 24,
    cols: 80,
    pixel_width: 0,
    pixel_height: 0,
};

/// Returns what a terminal is sent until the first frame is there, when it answers with these, and the time it takes.
fn sent(answers: &'static [(&[u8], &[u8])]) -> (String, Duration) {
    let pair = native_pty_system().openpty(SIZE).expect("a pty");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_whoholds"));
    command.env("TERM", "xterm-256color");
    command.env("COLORTERM", "truecolor");
    command.env_remove("NO_COLOR");
    command.env("XDG_CONFIG_HOME", env!("CARGO_TARGET_TMPDIR"));
    let start = Instant::now();
    let mut child = pair.slave.spawn_command(command).expect("the program");
    let mut reader = pair.master.try_clone_reader().expect("a reader");
    let mut writer = pair.master.take_writer().expect("a writer");
    let (send, output) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = reader.read(&mut bytes) {
            if send.send(bytes[..count].to_vec()).is_err() {
                return;
            }
        }
    });
    let (mut all, mut answered) = (Vec::new(), 0);
    let holds = |all: &[u8], text: &[u8]| all.windows(text.len()).any(|part| part == text);
    while !holds(&all, b"quit") {
        all.extend(output.recv_timeout(PATIENCE).expect("a frame"));
        while let Some((question, answer)) = answers.get(answered) {
            if !holds(&all, question) {
                break;
            }
            writer.write_all(answer).expect("an answer");
            answered += 1;
        }
    }
    let took = start.elapsed();
    writer.write_all(b"q").expect("a key");
    let status = child.wait().expect("its end");
    assert!(status.success());
    (String::from_utf8_lossy(&all).into_owned(), took)
}

const DARK_SEA: &str = "48;2;8;26;68";
const LIGHT_SEA: &str = "48;2;205;222;238";

#[test]
fn a_light_ground_gets_light_colours() {
    let (sent, _) = sent(&[
        (b"\x1b]11;?", b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\"),
        (b"\x1b[c", b"\x1b[?62;22c"),
    ]);
    assert!(sent.contains(LIGHT_SEA) && !sent.contains(DARK_SEA));
}

#[test]
fn a_terminal_that_does_not_know_the_question_gets_dark_colours() {
    let (sent, _) = sent(&[(b"\x1b[c", b"\x1b[?6c")]);
    assert!(sent.contains(DARK_SEA) && !sent.contains(LIGHT_SEA));
}

#[test]
fn a_terminal_that_answers_nothing_is_not_waited_for_long() {
    let (sent, took) = sent(&[]);
    assert!(sent.contains(DARK_SEA));
    assert!(took < Duration::from_secs(10), "{took:?}");
}
