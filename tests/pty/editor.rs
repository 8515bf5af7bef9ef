//! The user's own editor has the terminal to itself, and what comes of it is told.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{self, Command},
    thread,
    time::{Duration, Instant},
};

use portable_pty::CommandBuilder;

use super::terminal::{PATIENCE, Session};

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
