//! Every door that a file comes in by refuses at once what is no file: a pipe would be waited for, a device read without end.

use std::{
    fs,
    os::unix::net::UnixListener,
    path::{Path, PathBuf},
    process::{self, Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

use whoholds::file::RegionFile;

const HEAD: &str = "format = 1\ntitle = \"A fixture\"\nas_of = 2026-01-28\n";

/// A folder with one of each kind of thing that is no file.
struct Arena {
    folder: PathBuf,
    /// Held open, so that its path stays a socket.
    _socket: UnixListener,
}

impl Arena {
    fn new(name: &str) -> Self {
        let folder =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("doors-{name}-{}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("folder")).expect("a folder is made");
        pipe(&folder.join("pipe"));
        // The path of a socket may only be short.
        let socket = std::env::temp_dir().join(format!("whoholds-{name}-{}", process::id()));
        let _ = fs::remove_file(&socket);
        let listener = UnixListener::bind(&socket).expect("a socket is made");
        fs::rename(&socket, folder.join("socket")).expect("a socket is moved");
        Self {
            folder,
            _socket: listener,
        }
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.folder.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        fs::write(path, text).expect("a file is written");
    }

    /// Runs the program, which ends in good time, and refuses.
    fn refuses(&self, args: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_whoholds"));
        command
            .args(args)
            .current_dir(&self.folder)
            .env("XDG_CONFIG_HOME", self.folder.join("settings"));
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut program = command.spawn().expect("the program starts");
        let began = Instant::now();
        while program.try_wait().expect("the program is asked").is_none() {
            if began.elapsed() > Duration::from_secs(60) {
                program.kill().expect("the program is ended");
                panic!("{args:?} does not end");
            }
            thread::sleep(Duration::from_millis(5));
        }
        let Output { status, stderr, .. } = program.wait_with_output().expect("its output");
        let printed = String::from_utf8(stderr).expect("UTF-8");
        assert!(!status.success(), "{args:?}: {printed}");
        printed
    }
}

impl Drop for Arena {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn pipe(path: &Path) {
    let made = Command::new("mkfifo")
        .arg(path)
        .status()
        .expect("mkfifo runs");
    assert!(made.success());
}

/// Things that are no files, by their paths in the folder.
const OTHERS: [&str; 3] = ["pipe", "socket", "folder"];

fn says_so(printed: &str) -> bool {
    printed.contains("it is no regular file") || printed.contains("is a directory")
}

#[test]
fn region_files_and_texts_to_draft_from() {
    let arena = Arena::new("arguments");
    for path in OTHERS.into_iter().chain(["/dev/zero"]) {
        for args in [
            &["check", path][..],
            &["draft", path],
            &[path],
            &["seal", path],
        ] {
            let printed = arena.refuses(args);
            assert!(says_so(&printed), "{args:?}: {printed}");
        }
    }
}

#[test]
fn held_texts_and_shapes() {
    let arena = Arena::new("named");
    for path in OTHERS {
        let named = [
            format!("[[source]]\nid = \"a\"\ntitle = \"A\"\ntext = \"{path}\"\n"),
            format!("[[region]]\nid = \"a\"\nname = \"A\"\narea = {{ file = \"{path}\" }}\n"),
            format!(
                "[[source]]\nid = \"a\"\ntitle = \"A\"\n[[events]]\nsource = \"a\"\nfile = \"{path}\"\n"
            ),
        ];
        for named in named {
            arena.write(
                "regions.toml",
                &format!("{HEAD}basemap = \"syria\"\n{named}"),
            );
            let printed = arena.refuses(&["check", "regions.toml"]);
            assert!(says_so(&printed), "{printed}");
        }
    }
    arena.write("regions.toml", &format!("{HEAD}basemap = \"ground\"\n"));
    fs::create_dir(arena.folder.join("ground")).expect("a folder is made");
    pipe(&arena.folder.join("ground/units.geojson"));
    let printed = arena.refuses(&["check", "regions.toml"]);
    assert!(says_so(&printed), "{printed}");
}

#[test]
fn settings() {
    let arena = Arena::new("settings");
    fs::create_dir_all(arena.folder.join("settings/whoholds")).expect("a folder is made");
    pipe(&arena.folder.join("settings").join(whoholds::config::FILE));
    let printed = arena.refuses(&["config"]);
    assert!(says_so(&printed), "{printed}");
}

#[test]
fn a_file_that_is_something_else_for_a_moment_is_read_again() {
    let arena = Arena::new("again");
    let path = arena.folder.join("regions.toml");
    fs::write(&path, HEAD).expect("a file is written");
    let file = RegionFile::open(&path).expect("it is a file");
    fs::remove_file(&path).expect("it is removed");
    pipe(&path);
    let error = file.reopen().expect_err("it is a pipe");
    assert_eq!(error.to_string(), "it is no regular file");
    assert!(!file.is_current());
    fs::remove_file(&path).expect("it is removed");
    fs::write(&path, HEAD).expect("a file is written");
    assert!(file.reopen().is_ok() && file.is_current());
}
