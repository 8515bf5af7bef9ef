//! A large file: the screen is there while it is read.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::{self, Command},
};

use portable_pty::CommandBuilder;

use super::terminal::Session;

const HEAD: &str = "format = 1\ntitle = \"A war\"\nbasemap = \"syria\"\nas_of = 2026-02-07\n";
const REGION: &str = "\n[[region]]\nid = \"idlib\"\nname = \"Idlib\"\narea = { all = [\"SY-ID\"] }\n\n\
                      [[actor]]\nid = \"reds\"\nname = \"The reds\"\nletter = \"R\"\ncolour = \"red\"\n\n\
                      [[source]]\nid = \"daily\"\npublisher = \"The Daily\"\nurl = \"https://example.org\"\n\
                      published = 2026-02-07\n";
const CLAIM: &str = "\n[[claim]]\nabout = [\"idlib\"]\nactor = \"reds\"\nsays = \"holds\"\nsource = \"daily\"\n\
                     when = 2026-01-01\nsummary = ";
/// Claims enough that nobody reads them before a screen is opened.
const CLAIMS: usize = 20_000;

/// Opens a map of so many claims, with something behind them.
fn start(name: &str, claims: usize, behind: &str) -> Session {
    start_on(&written(name, claims, behind))
}

fn start_on(file: &Path) -> Session {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_whoholds"));
    command.args(["--color", "never"]);
    command.arg(file);
    Session::start_with(command)
}

fn written(name: &str, claims: usize, behind: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let mut text = HEAD.to_owned() + REGION;
    for day in 0..claims {
        write!(text, "{CLAIM}\"They hold it, {day}.\"\n").expect("a text");
    }
    fs::write(folder.join("war.toml"), text + behind).expect("written");
    folder.join("war.toml")
}

#[test]
fn the_screen_says_that_it_is_read_and_claims_nothing() {
    let mut session = start("pty-large", CLAIMS, "");
    session.wait_for("Aleppo");
    let screen = session.screen.screen().contents();
    for known in ["Reading war.toml, 2.5 MB …", "A war", "q quit"] {
        assert!(screen.contains(known), "{known}: {screen}");
    }
    for unknown in ["reds", "silent", "as of", "%", "2026"] {
        assert!(!screen.contains(unknown), "{unknown}: {screen}");
    }
    // Typed ahead.
    session.press("/idlib\r");
    session.wait_for("held by The reds");
    session.press("\x03");
    assert!(session.end().success());
}

#[test]
fn once_it_is_read_the_screen_is_as_if_it_had_been_small() {
    let shown = |mut session: Session| {
        session.wait_for("? help");
        // The last cell.
        session.wait_for("┘");
        let screen = session.screen.screen().contents();
        session.press("q");
        assert!(session.end().success());
        screen
    };
    let large = shown(start("pty-large-whole", CLAIMS, ""));
    assert_eq!(large, shown(start("pty-large-small", 1, "")));
}

#[test]
fn it_can_be_left_while_it_is_read() {
    let leave = |keys: &str| {
        let mut session = start("pty-large-left", CLAIMS, "");
        session.press(keys);
        session.end().exit_code()
    };
    assert_eq!(leave("q"), 0);
    // A letter may belong to a name, an interrupt never does.
    assert_eq!(leave("/q\x03"), 0);
    let session = start("pty-large-ended", CLAIMS, "");
    session.signal("-TERM");
    assert_eq!(session.end().exit_code(), 128 + 15);
}

#[test]
fn what_is_wrong_with_it_is_told_on_the_terminal_as_it_was() {
    let file = written(
        "pty-large-broken",
        CLAIMS,
        "\n[[claim]]\nabout = [\"idleb\"]\n",
    );
    let program = env!("CARGO_BIN_EXE_whoholds");
    let plain = Command::new(program).arg("--plain").arg(&file).output();
    let plain = String::from_utf8(plain.expect("it runs").stderr).expect("text");
    let mut session = start_on(&file);
    session.wait_for("Reading");
    let (status, written) = session.end_with_output();
    assert_eq!(status.exit_code(), 1);
    let (_, told) = written
        .rsplit_once("\x1b[?25h")
        .expect("the screen is left");
    assert_eq!(told.replace("\r\n", "\n"), plain);
    assert!(told.contains("did you mean `idlib`?"), "{told}");
}
