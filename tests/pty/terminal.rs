//! A terminal with the program in it.

use std::{
    io::{Read, Write},
    mem,
    num::NonZero,
    process::Command,
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use vt100::MouseProtocolMode;

pub const PATIENCE: Duration = Duration::from_secs(20);

/// A terminal with the program in it.
pub struct Session {
    pub master: Box<dyn MasterPty + Send>,
    pub child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    pub output: Receiver<Vec<u8>>,
    pub screen: vt100::Parser,
    /// All that was written so far.
    pub written: Vec<u8>,
    /// The terminal's settings before the program started.
    pub before: String,
    /// The terminal's answer when it is asked what it is; empty for one that answers nothing.
    answer: &'static str,
    /// `true` while it says nothing of how it is, as one at the other end of a slow connection.
    pub is_behind: bool,
    unanswered: usize,
}

/// The last of the questions, and the answer of a terminal that shows no pictures.
const WHAT_IT_IS: &[u8] = b"\x1b[c";
/// The question behind every frame, and the answer.
const HOW_IT_IS: &[u8] = b"\x1b[5n";
const WELL: &str = "\x1b[0n";
pub const PLAIN: &str = "\x1b[?62;22c";

impl Session {
    pub fn start() -> Self {
        Self::start_with(CommandBuilder::new(env!("CARGO_BIN_EXE_whoholds")))
    }

    pub fn start_with(command: CommandBuilder) -> Self {
        Self::start_in("xterm-256color", PLAIN, command)
    }

    /// Starts in a terminal of that name, which gives that answer.
    pub fn start_in(term: &str, answer: &'static str, mut command: CommandBuilder) -> Self {
        let pair = native_pty_system().openpty(size(80, 24)).expect("a pty");
        let before = settings(pair.master.as_ref());
        command.env("TERM", term);
        command.env("XDG_CONFIG_HOME", env!("CARGO_TARGET_TMPDIR"));
        let child = pair.slave.spawn_command(command).expect("the program");
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
        let keys = pair.master.take_writer().expect("a writer");
        let screen = vt100::Parser::new(nonzero(24), nonzero(80), 0);
        let mut session = Self {
            master: pair.master,
            child,
            keys,
            output,
            screen,
            written: Vec::new(),
            before,
            answer,
            is_behind: false,
            unanswered: 0,
        };
        session.wait_for("quit");
        let screen = session.screen.screen();
        assert!(
            screen.alternate_screen() && screen.hide_cursor(),
            "the terminal is taken over"
        );
        let mouse = screen.mouse_protocol_mode();
        assert_ne!(mouse, MouseProtocolMode::None, "it listens to the mouse");
        assert_ne!(
            settings(session.master.as_ref()),
            session.before,
            "in raw mode"
        );
        session
    }

    pub fn read(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        let before = [WHAT_IT_IS, HOW_IT_IS].map(|question| self.asked(question));
        self.written.extend_from_slice(bytes);
        for _ in before[1]..self.asked(HOW_IT_IS) {
            self.unanswered += 1;
        }
        if !self.is_behind {
            self.answer();
        }
        for _ in before[0]..self.asked(WHAT_IT_IS) {
            self.press(self.answer);
        }
    }

    /// The number of times that a question was asked.
    fn asked(&self, question: &[u8]) -> usize {
        let windows = self.written.windows(question.len());
        windows.filter(|bytes| *bytes == question).count()
    }

    /// Answers how it is as often as that was asked.
    pub fn answer(&mut self) {
        let times = mem::take(&mut self.unanswered);
        if !self.answer.is_empty() {
            self.press(&WELL.repeat(times));
        }
    }

    /// Reads until the screen shows the text.
    pub fn wait_for(&mut self, text: &str) {
        let late = Instant::now() + PATIENCE;
        while !self.screen.screen().contents().contains(text) {
            match self
                .output
                .recv_timeout(late.saturating_duration_since(Instant::now()))
            {
                Ok(bytes) => self.read(&bytes),
                Err(error) => panic!(
                    "{error}: no “{text}” on\n{}",
                    self.screen.screen().contents()
                ),
            }
        }
    }

    pub fn press(&mut self, keys: &str) {
        self.keys
            .write_all(keys.as_bytes())
            .and_then(|()| self.keys.flush())
            .expect("keys are taken");
    }

    pub fn signal(&self, name: &str) {
        let id = self.child.process_id().expect("it runs").to_string();
        assert!(
            Command::new("kill")
                .args([name, &id])
                .status()
                .expect("kill runs")
                .success()
        );
    }

    /// Waits for the end, and sees that the terminal is as it was.
    pub fn end(self) -> ExitStatus {
        self.end_with_output().0
    }

    /// The same, with all that was written.
    pub fn end_with_output(mut self) -> (ExitStatus, String) {
        let late = Instant::now() + PATIENCE;
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("its status") {
                break status;
            }
            assert!(Instant::now() < late, "it doesn't end");
            match self.output.recv_timeout(Duration::from_millis(20)) {
                Ok(bytes) => self.read(&bytes),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => thread::sleep(Duration::from_millis(20)),
            }
        };
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(200)) {
            self.read(&bytes);
        }
        assert!(
            !self.screen.screen().alternate_screen(),
            "the alternate screen is left"
        );
        assert!(!self.screen.screen().hide_cursor(), "the cursor is shown");
        let mouse = self.screen.screen().mouse_protocol_mode();
        assert_eq!(mouse, MouseProtocolMode::None, "the mouse is given back");
        assert_eq!(
            settings(self.master.as_ref()),
            self.before,
            "the settings are as before"
        );
        let written = String::from_utf8_lossy(&self.written).into_owned();
        (status, written)
    }
}

pub fn size(cols: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

pub fn nonzero(number: u16) -> NonZero<u16> {
    NonZero::new(number).expect("not zero")
}

pub fn settings(terminal: &dyn MasterPty) -> String {
    format!("{:?}", terminal.get_termios().expect("settings"))
}
