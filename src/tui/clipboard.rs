//! A text on its way to the clipboard: through the terminal over SSH, through the desktop's own program otherwise.
//!
//! Programs such as `wl-copy` are there wherever the desktop is, and go on offering the text when this one has ended.

use std::{
    env,
    ffi::OsStr,
    io::{self, Write},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crossterm::{clipboard::CopyToClipboard, execute};

/// The outcome for a text that was to be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It is on the clipboard.
    Copied,
    /// It was sent to a terminal that may not take it.
    Sent,
    /// There is no way to the clipboard.
    Failed,
}

/// A way to the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// The terminal's clipboard, by OSC 52; whether the terminal is known to take it.
    Terminal {
        known: bool,
    },
    /// A program that reads the text, with its arguments.
    Program(&'static [&'static str]),
    None,
}

/// The programs to run, each where a variable of the environment is set.
const PROGRAMS: &[(&str, &[&str])] = &[
    ("WAYLAND_DISPLAY", &["wl-copy"]),
    ("DISPLAY", &["xclip", "-selection", "clipboard"]),
    ("DISPLAY", &["xsel", "--clipboard", "--input"]),
    ("WSL_DISTRO_NAME", &["clip.exe"]),
];

/// Values of `TERM` of terminals that take OSC 52 as they come.
const TERMINALS: &[&str] = &[
    "alacritty",
    "contour",
    "foot",
    "rio",
    "wezterm",
    "xterm-ghostty",
    "xterm-kitty",
];

/// The time that a program may take.
const PATIENCE: Duration = Duration::from_secs(2);

/// Copies a text; takes no longer than a moment, and leaves nothing running that waits for this program.
pub fn copy(text: &str) -> Delivery {
    match way(|name| env::var(name).ok(), is_there) {
        Way::Terminal { known } => match (send(text), known) {
            (Ok(()), true) => Delivery::Copied,
            (Ok(()), false) => Delivery::Sent,
            (Err(_), _) => Delivery::Failed,
        },
        Way::Program(command) => match feed(command, text) {
            Ok(true) => Delivery::Copied,
            _ => Delivery::Failed,
        },
        Way::None => Delivery::Failed,
    }
}

/// The way to the clipboard of whoever sits at the terminal.
fn way(var: impl Fn(&str) -> Option<String>, is_there: impl Fn(&str) -> bool) -> Way {
    let set = |name: &str| var(name).is_some_and(|value| !value.is_empty());
    let term = var("TERM").unwrap_or_default();
    // Inside a multiplexer the name is its own, and it may keep the text to itself.
    let known = TERMINALS.contains(&term.as_str()) && !set("TMUX") && !set("STY");
    if set("SSH_TTY") || set("SSH_CONNECTION") {
        return match term.as_str() {
            "" | "dumb" | "linux" => Way::None,
            _ => Way::Terminal { known },
        };
    }
    let native: &[(&str, &[&str])] = match env::consts::OS {
        "macos" => &[("", &["pbcopy"])],
        "windows" => &[("", &["clip"])],
        _ => &[],
    };
    let mut programs = PROGRAMS.iter().chain(native);
    let fits =
        |(name, command): &&(&str, &[&str])| (name.is_empty() || set(name)) && is_there(command[0]);
    match programs.find(fits) {
        Some((_, command)) => Way::Program(command),
        None if known => Way::Terminal { known },
        None => Way::None,
    }
}

/// Tells whether a program is on the path.
fn is_there(program: &str) -> bool {
    let in_folder = |folder: &Path| {
        let file = folder.join(program);
        file.is_file() || file.with_extension("exe").is_file()
    };
    env::var_os("PATH")
        .is_some_and(|path| env::split_paths(OsStr::new(&path)).any(|folder| in_folder(&folder)))
}

/// In one piece, so that it never falls into a frame.
fn send(text: &str) -> io::Result<()> {
    let mut sequence = Vec::new();
    execute!(sequence, CopyToClipboard::to_clipboard_from(text))?;
    let mut out = io::stdout().lock();
    out.write_all(&sequence)?;
    out.flush()
}

/// Gives a program the text and waits until it has taken it: whether it says so.
fn feed(command: &[&str], text: &str) -> io::Result<bool> {
    let mut child = Command::new(command[0])
        .args(&command[1..])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let Some(mut stdin) = child.stdin.take() else {
        return end(child).map(|()| false);
    };
    // Its input may be full for as long as it reads nothing.
    let text = text.to_owned();
    thread::spawn(move || stdin.write_all(text.as_bytes()));
    let given = Instant::now();
    while given.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        thread::sleep(Duration::from_millis(10));
    }
    end(child).map(|()| false)
}

fn end(mut child: Child) -> io::Result<()> {
    child.kill()?;
    child.wait().map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way_with(vars: &[(&str, &str)], programs: &[&str]) -> Way {
        let var = |name: &str| {
            let found = vars.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        way(var, |program| programs.contains(&program))
    }

    #[test]
    fn over_ssh_the_text_goes_to_the_terminal_that_is_in_front_of_the_reader() {
        let everything = ["wl-copy", "xclip"];
        let over_ssh = |term: &str| {
            let vars = [
                ("SSH_TTY", "/dev/pts/0"),
                ("DISPLAY", ":10"),
                ("TERM", term),
            ];
            way_with(&vars, &everything)
        };
        assert_eq!(over_ssh("xterm-kitty"), Way::Terminal { known: true });
        assert_eq!(over_ssh("xterm-256color"), Way::Terminal { known: false });
        assert_eq!(over_ssh("linux"), Way::None);
        let inside = [("SSH_CONNECTION", "a b"), ("TERM", "foot"), ("TMUX", "x")];
        assert_eq!(way_with(&inside, &[]), Way::Terminal { known: false });
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn on_a_desktop_it_goes_to_the_program_that_is_there() {
        let both = [
            ("WAYLAND_DISPLAY", "wayland-0"),
            ("DISPLAY", ":0"),
            ("TERM", "foot"),
        ];
        assert_eq!(
            way_with(&both, &["wl-copy", "xclip"]),
            Way::Program(&["wl-copy"])
        );
        assert!(matches!(
            way_with(&both, &["xclip"]),
            Way::Program(["xclip", ..])
        ));
        assert_eq!(way_with(&both, &[]), Way::Terminal { known: true });
        assert_eq!(
            way_with(&[("TERM", "linux")], &["wl-copy", "xclip"]),
            Way::None
        );
        assert_eq!(way_with(&[("DISPLAY", "")], &["xclip"]), Way::None);
    }

    #[cfg(unix)]
    #[test]
    fn a_program_is_given_the_text_and_never_waited_for_long() {
        let heard = ["sh", "-c", "test \"$(cat)\" = '“words”'"];
        assert!(matches!(feed(&heard, "“words”"), Ok(true)));
        assert!(matches!(feed(&heard, "others"), Ok(false)));
        assert!(matches!(feed(&["false"], "words"), Ok(false)));
        assert!(feed(&["no-such-program-here"], "words").is_err());
        let started = Instant::now();
        assert!(matches!(
            feed(&["sleep", "60"], &"words".repeat(100_000)),
            Ok(false)
        ));
        assert!(started.elapsed() < PATIENCE * 2);
    }
}
