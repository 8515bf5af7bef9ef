//! The user's own editor: which it is, and how it is told where to open a file.

use std::{
    ffi::OsString,
    fmt,
    path::{Path, PathBuf},
    process::Command,
};

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The file.
    pub path: PathBuf,
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1, in characters.
    pub column: usize,
}

/// The ways in which editors are told where to open a file, by the names of their programs.
const WAYS: &[(&[&str], &[&str])] = &[
    (
        &["vim", "nvim", "gvim", "vimx", "mvim"],
        &["+call cursor({line}, {column})", "{file}"],
    ),
    (
        &[
            "ee", "elvis", "jed", "jmacs", "joe", "jpico", "jstar", "mcedit", "mg", "more", "ne",
            "nvi", "pico", "vi", "view", "vile", "vis", "zile",
        ],
        &["+{line}", "{file}"],
    ),
    (&["nano", "rnano"], &["+{line},{column}", "{file}"]),
    (
        &[
            "emacs",
            "emacsclient",
            "gedit",
            "gnome-text-editor",
            "kak",
            "micro",
        ],
        &["+{line}:{column}", "{file}"],
    ),
    (&["less"], &["+{line}g", "{file}"]),
    (
        &["code", "code-insiders", "codium", "cursor", "vscodium"],
        &["--goto", "{file}:{line}:{column}"],
    ),
    (
        &["helix", "hx", "subl", "zed", "zeditor"],
        &["{file}:{line}:{column}"],
    ),
    (
        &["kate", "kwrite"],
        &["--line", "{line}", "--column", "{column}", "{file}"],
    ),
];

/// The way of an editor that is not known: it opens the file at its start.
const PLAIN: &[&str] = &["{file}"];

/// The user's own editor, as it is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor {
    /// The variable that names it.
    name: &'static str,
    /// The command, with whatever arguments.
    setting: String,
}

/// The reason why there is no editor to open.
#[derive(Debug, PartialEq, Eq)]
pub enum NoEditor {
    /// The user has named none.
    NotSet,
    /// The setting is no command.
    Unreadable(&'static str),
}

impl fmt::Display for NoEditor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotSet => {
                f.write_str("no editor is set: name yours in EDITOR, as in `export EDITOR=nano`")
            }
            Self::Unreadable(name) => write!(f, "{name} lacks a closing quotation mark"),
        }
    }
}

impl Editor {
    /// The editor that the environment names, if any.
    pub fn of(var: impl Fn(&'static str) -> Option<String>) -> Option<Self> {
        ["VISUAL", "EDITOR"].into_iter().find_map(|name| {
            let setting = var(name).filter(|words| !words.trim().is_empty())?;
            Some(Self { name, setting })
        })
    }

    /// The command that opens a place in it.
    pub(super) fn command(&self, spot: &Spot) -> Result<Command, NoEditor> {
        let words = shell_words::split(&self.setting);
        let words = words.map_err(|_| NoEditor::Unreadable(self.name))?;
        let (program, own) = words.split_first().ok_or(NoEditor::NotSet)?;
        let mut command = Command::new(program);
        command.args(own);
        command.args(way(program).iter().map(|part| filled(part, spot)));
        Ok(command)
    }
}

fn way(program: &str) -> &'static [&'static str] {
    let stem = Path::new(program).file_stem();
    let is_it = |name: &&str| stem.is_some_and(|stem| stem == *name);
    let known = WAYS.iter().find(|(names, _)| names.iter().any(is_it));
    known.map_or(PLAIN, |(_, way)| way)
}

/// A part of a command with the place in it. The path stays as it is, whatever it is made of.
fn filled(part: &str, spot: &Spot) -> OsString {
    let part = part.replace("{line}", &spot.line.to_string());
    let part = part.replace("{column}", &spot.column.to_string());
    let Some((before, after)) = part.split_once("{file}") else {
        return part.into();
    };
    let mut filled = OsString::from(before);
    filled.push(&spot.path);
    filled.push(after);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(visual: &str, editor: &str) -> Result<String, NoEditor> {
        let var = |name| match name {
            "VISUAL" => Some(visual.to_owned()),
            _ => Some(editor.to_owned()),
        };
        let spot = Spot {
            path: "/a b/map.toml".into(),
            line: 12,
            column: 9,
        };
        let command = Editor::of(var).ok_or(NoEditor::NotSet)?.command(&spot)?;
        let args = command
            .get_args()
            .map(|arg| format!(" <{}>", arg.to_string_lossy()));
        Ok(command.get_program().to_string_lossy().into_owned() + &args.collect::<String>())
    }

    #[test]
    fn each_editor_is_told_the_place_in_its_own_way() {
        for (setting, told) in [
            ("vi", "vi <+12> </a b/map.toml>"),
            ("nvim", "nvim <+call cursor(12, 9)> </a b/map.toml>"),
            (
                "/usr/bin/nano -l",
                "/usr/bin/nano <-l> <+12,9> </a b/map.toml>",
            ),
            (
                "emacsclient -t -a ''",
                "emacsclient <-t> <-a> <> <+12:9> </a b/map.toml>",
            ),
            ("less", "less <+12g> </a b/map.toml>"),
            ("code --wait", "code <--wait> <--goto> </a b/map.toml:12:9>"),
            ("hx", "hx </a b/map.toml:12:9>"),
            ("'/my tools/ed'", "/my tools/ed </a b/map.toml>"),
            ("ed; rm -r $HOME", "ed; <rm> <-r> <$HOME> </a b/map.toml>"),
        ] {
            assert_eq!(said("", setting).as_deref(), Ok(told), "{setting}");
        }
        assert_eq!(said("hx", "vi"), said("", "hx"));
        assert_eq!(said(" ", ""), Err(NoEditor::NotSet));
        assert_eq!(said("", "'vi"), Err(NoEditor::Unreadable("EDITOR")));
        assert_eq!(
            NoEditor::Unreadable("EDITOR").to_string(),
            "EDITOR lacks a closing quotation mark"
        );
    }
}
