//! The program in a terminal: it starts, and however it ends the terminal is as it was.
#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

use std::{
    env, fs,
    io::{Read, Write},
    num::NonZero,
    path::{Path, PathBuf},
    process::{self, Command},
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use vt100::MouseProtocolMode;
use whoholds::{
    atlas::{Place, RegionId},
    file::{self, RegionFile},
    scene::{Depth, Marker, Theme},
    session::{self, World},
    tui::{self, Graphics, Keymap, Options, TextOrder},
};

const PATIENCE: Duration = Duration::from_secs(20);

/// A terminal with the program in it.
struct Session {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    /// All that was written so far.
    written: Vec<u8>,
    /// The terminal's settings before the program started.
    before: String,
    /// The terminal's answer when it is asked what it is.
    answer: &'static str,
}

/// The last of the questions, and the answer of a terminal that shows no pictures.
const WHAT_IT_IS: &[u8] = b"\x1b[c";
const PLAIN: &str = "\x1b[?62;22c";

impl Session {
    fn start() -> Self {
        Self::start_with(CommandBuilder::new(env!("CARGO_BIN_EXE_whoholds")))
    }

    fn start_with(command: CommandBuilder) -> Self {
        Self::start_in("xterm-256color", PLAIN, command)
    }

    /// Starts in a terminal of that name, which gives that answer.
    fn start_in(term: &str, answer: &'static str, mut command: CommandBuilder) -> Self {
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

    fn read(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        let asked = |written: &[u8]| {
            let windows = written.windows(WHAT_IT_IS.len());
            windows.filter(|bytes| *bytes == WHAT_IT_IS).count()
        };
        let before = asked(&self.written);
        self.written.extend_from_slice(bytes);
        for _ in before..asked(&self.written) {
            self.press(self.answer);
        }
    }

    /// Reads until the screen shows the text.
    fn wait_for(&mut self, text: &str) {
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

    fn press(&mut self, keys: &str) {
        self.keys
            .write_all(keys.as_bytes())
            .and_then(|()| self.keys.flush())
            .expect("keys are taken");
    }

    fn signal(&self, name: &str) {
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
    fn end(self) -> ExitStatus {
        self.end_with_output().0
    }

    /// The same, with all that was written.
    fn end_with_output(mut self) -> (ExitStatus, String) {
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

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn nonzero(number: u16) -> NonZero<u16> {
    NonZero::new(number).expect("not zero")
}

fn settings(terminal: &dyn MasterPty) -> String {
    format!("{:?}", terminal.get_termios().expect("settings"))
}

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
fn a_signal_ends_it_and_the_terminal_is_as_it_was() {
    for (name, number) in [("-TERM", 15), ("-HUP", 1), ("-INT", 2)] {
        let session = Session::start();
        session.signal(name);
        assert_eq!(session.end().exit_code(), 128 + number, "{name}");
    }
}

/// The screen of a world that has a place too many: whoever goes there panics.
#[test]
#[ignore = "panics in a terminal of its own, which the next test gives it"]
fn a_world_that_panics() {
    let document = file::load(&RegionFile::builtin()).expect("the built-in map has no problems");
    let keymap = Keymap::builtin().expect("the shipped keys");
    let mut world = World::new(document.atlas, document.map);
    world
        .points
        .push((Place::Region(RegionId::at(usize::MAX)), world.points[0].1));
    let session = session::Session::at(&world, world.atlas.as_of);
    let ending = tui::run(
        RegionFile::builtin(),
        world,
        session,
        Options {
            keymap,
            marker: Marker::Quadrant,
            theme: Theme::new(Depth::True),
            text_order: TextOrder::Logical,
            italics: true,
            mouse: true,
            graphics: Graphics::Cells,
            typed: Vec::new(),
            problems: None,
            today: "2026-01-28".parse().expect("a date"),
            article: None,
            editor: None,
            reviews: false,
        },
    );
    panic!("it was left by {ending:?}");
}

#[test]
fn a_panic_leaves_the_terminal_as_it_was_and_is_told() {
    let mut command = CommandBuilder::new(env::current_exe().expect("this test"));
    command.args(["--ignored", "--exact", "--nocapture", "a_world_that_panics"]);
    // A backtrace would push the reason off the screen.
    command.env("RUST_BACKTRACE", "0");
    let mut session = Session::start_with(command);
    session.press("\x1b[Z");
    session.wait_for("index out of bounds");
    assert!(!session.end().success());
}

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

/// A folder with the shipped map in it.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", process::id()));
    let text = "assets/sources/kremlin-talks.txt";
    fs::create_dir_all(folder.join("assets/sources")).expect("a folder is made");
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in ["regions.toml", text] {
        fs::copy(shipped.join(file), folder.join(file)).expect("a file is copied");
    }
    folder
}

/// Saves as many editors do: another file takes the place of the old one.
fn replace(path: &Path, text: &str) {
    let new = path.with_extension("new");
    fs::write(&new, text).expect("a file is written");
    fs::rename(new, path).expect("a file is renamed");
}

#[test]
fn what_is_saved_is_shown_and_a_mistake_leaves_the_last_good_map() {
    let folder = folder("live");
    let (map, text) = (
        folder.join("regions.toml"),
        folder.join("assets/sources/kremlin-talks.txt"),
    );
    // Without its seal the text may change.
    let shipped = fs::read_to_string(&map).expect("the map");
    let unsealed = |line: &&str| !line.starts_with("sha256");
    let shipped: Vec<&str> = shipped.lines().filter(unsealed).collect();
    let shipped = shipped.join("\n");
    fs::write(&map, &shipped).expect("a file is written");
    let article = fs::read_to_string(&text).expect("the article");
    let titled = |title: &str| shipped.replace("Syria: who holds what", title);
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_whoholds"));
    command.args(["--color", "never"]);
    command.arg(&map);
    let mut session = Session::start_with(command);
    session.press("\t");
    session.wait_for("held by Kurdish-led");

    replace(&map, &titled("A second map"));
    session.wait_for("A second map");
    fs::write(&map, titled("A third map")).expect("a file is written");
    session.wait_for("A third map");
    session.wait_for("held by Kurdish-led");

    let broken = titled("A broken map").replace("\"holds-part\"", "\"holds-prat\"");
    let line = broken.lines().position(|line| line.contains("prat"));
    let line = line.expect("the line") + 1;
    replace(&map, &broken);
    session.wait_for(&format!("line {line}: `holds-prat`"));
    session.wait_for("A third map");
    session.press("!");
    session.wait_for("did you mean `holds-part`?");
    fs::remove_file(&map).expect("a file is removed");
    session.wait_for("can't read");
    replace(&map, &titled("A mended map"));
    session.wait_for("There are none.");
    session.press("!");
    session.wait_for("A mended map");

    replace(
        &text,
        &article.replace("hold the northeast", "held the northeast"),
    );
    session.wait_for("quotations not found");
    replace(&text, &article);
    session.wait_for("held by Kurdish-led");
    session.press("q");
    assert!(session.end().success());
}

/// A folder with a map and an editor, which notes how it was started and what is typed into it.
fn with_editor(name: &str, script: &str) -> (PathBuf, CommandBuilder) {
    use std::os::unix::fs::PermissionsExt;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    let map = "format = 1\ntitle = \"A map\"\nbasemap = \"syria\"\nas_of = 2026-01-28\n\n\
               [[region]]\nid = \"idlib\"\nname = \"Idlib\"\narea = { all = [\"SY-ID\"] }\n";
    fs::write(folder.join("map.toml"), map).expect("written");
    let editor = folder.join("nano");
    fs::write(&editor, format!("#!/bin/sh\n{script}\n")).expect("written");
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).expect("it is ours");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_whoholds"));
    command.arg("map.toml");
    command.cwd(&folder);
    command.env_remove("VISUAL");
    command.env("EDITOR", format!("'{}' -x", editor.display()));
    (folder, command)
}

#[test]
fn the_editor_has_the_terminal_to_itself_until_it_ends() {
    let script = "echo \"$@\" > said; echo editing; read typed; echo \"$typed\" >> said\n\
                  sed -i 's/\"A map\"/\"Another map\"/' map.toml; read more";
    let (folder, command) = with_editor("pty-editor", script);
    let mut session = Session::start_with(command);
    session.wait_for("A map");
    session.press("\tE");
    session.wait_for("editing");
    assert!(!session.screen.screen().alternate_screen());
    // Every one of these keys does something on the map.
    session.press("qqlvD\n");
    session.press("d\nqqq");
    session.wait_for("Another map");
    assert!(session.screen.screen().alternate_screen());
    session.press("?");
    session.wait_for("Help");
    session.press("q");
    assert!(session.end().success());
    let said = fs::read_to_string(folder.join("said")).expect("it was started");
    assert_eq!(
        said,
        format!("-x +6,1 {}\nqqlvD\n", folder.join("map.toml").display())
    );
}

#[test]
fn an_editor_that_fails_or_is_not_there_is_told() {
    for (script, told) in [
        ("exit 3", "ended with an error, 3"),
        ("kill -9 $$", "was ended by signal 9"),
    ] {
        let (_, command) = with_editor("pty-editor-fails", script);
        let mut session = Session::start_with(command);
        session.press("E");
        session.wait_for(told);
        session.press("q");
        assert!(session.end().success());
    }
    for (editor, told) in [
        ("no-such-editor", "can't start no-such-editor"),
        ("", "no editor is set"),
    ] {
        let (_, mut command) = with_editor("pty-no-editor", "");
        command.env("EDITOR", editor);
        let mut session = Session::start_with(command);
        session.press("E");
        session.wait_for(told);
        session.press("q");
        assert!(session.end().success());
    }
}

#[test]
fn where_the_editor_is_stopped_the_program_stops_with_it_until_both_go_on() {
    let (_, command) = with_editor("pty-editor-stops", "kill -STOP $$; echo again; read typed");
    let mut session = Session::start_with(command);
    session.press("E");
    let id = session.child.process_id().expect("it runs");
    let late = Instant::now() + PATIENCE;
    let stat = || fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    while cfg!(target_os = "linux") && !stat().contains(") T ") {
        assert!(Instant::now() < late, "it stops: {}", stat());
        thread::sleep(Duration::from_millis(20));
    }
    // As the shell's `fg` does.
    let group = format!("-{id}");
    let all = Command::new("kill").args(["-CONT", "--", &group]).status();
    assert!(all.expect("kill runs").success());
    session.wait_for("again");
    session.press("\n");
    session.wait_for("A map");
    session.press("q");
    assert!(session.end().success());
}

#[test]
fn a_signal_ends_the_editor_too() {
    let (_, command) = with_editor("pty-editor-signal", "echo editing; read typed");
    let mut session = Session::start_with(command);
    session.press("E");
    session.wait_for("editing");
    session.signal("-TERM");
    assert_eq!(session.end().exit_code(), 128 + 15);
}
