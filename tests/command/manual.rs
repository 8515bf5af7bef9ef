//! The manual pages and the completions name every command and every option that the program has.

use std::process::{Command, Output};

const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];

fn run(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whoholds"));
    command.args(args).output().expect("the program runs")
}

/// Returns what is printed for arguments that make sense.
fn printed(args: &[&str]) -> String {
    let output = run(args);
    assert!(output.status.success(), "{args:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The lines of a part of the program's help.
fn part(heading: &str) -> Vec<String> {
    let help = printed(&["-h"]);
    let lines = help.lines().skip_while(|line| *line != heading).skip(1);
    let lines = lines.take_while(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

fn commands() -> Vec<String> {
    let first = |line: &String| {
        let entry = line.strip_prefix("  ")?;
        let word = entry.split(' ').next()?;
        (!word.is_empty()).then(|| word.to_owned())
    };
    part("Commands:").iter().filter_map(first).collect()
}

fn options() -> Vec<String> {
    let long = |line: &String| {
        let is_entry = line.trim_start().starts_with('-');
        let long = line.split_whitespace().find(|word| word.starts_with("--"));
        long.filter(|_| is_entry).map(str::to_owned)
    };
    part("Options:").iter().filter_map(long).collect()
}

#[test]
fn completions_of_every_shell_know_every_command_and_option() {
    let (commands, options) = (commands(), options());
    assert!(commands.len() > 8 && options.len() > 8);
    for shell in SHELLS {
        let script = printed(&["completions", shell]);
        for word in commands.iter().chain(&options) {
            let word = word.trim_start_matches("--");
            assert!(script.contains(word), "{shell}: {word}");
        }
        assert!(!script.contains("--names"), "{shell}: a former name");
    }
}

#[test]
fn the_page_of_the_program_leads_to_the_page_of_every_command() {
    let unescaped = |args: &[&str]| printed(args).replace('\\', "");
    let page = unescaped(&["man"]);
    assert!(page.contains(".TH whoholds 1"), "{page}");
    for option in options() {
        assert!(page.contains(&option), "{option}");
    }
    for command in commands() {
        assert!(
            page.contains(&format!("whoholds-{command}(1)")),
            "{command}"
        );
        let page = unescaped(&["man", &command]);
        assert!(
            page.contains(&format!(".TH whoholds-{command} 1")),
            "{page}"
        );
    }
}

#[test]
fn a_page_of_no_command_is_refused_with_the_commands_there_are() {
    let output = run(&["man", "chekc\u{1b}"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let told = String::from_utf8(output.stderr).expect("UTF-8");
    let known = commands().join(", ");
    assert_eq!(
        told,
        format!("error: there is no command `chekc␛`\n\nthere are: {known}\n")
    );
}
