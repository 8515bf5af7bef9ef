//! A conversation in lines: what is typed is answered, until there is no answer.

use std::io::{self, BufRead, Read, Write};

/// The longest line that is listened to, in bytes.
const LONGEST: u64 = 4096;

/// Says the opening, then answers line by line until an answer is `None` or nobody speaks any more; `prompt` shows where
/// to type.
pub fn converse(
    opening: Vec<String>,
    mut answer: impl FnMut(&str) -> Option<Vec<String>>,
    mut input: impl BufRead,
    mut out: impl Write,
    prompt: bool,
) -> io::Result<()> {
    let mut sentences = opening;
    loop {
        for sentence in sentences {
            writeln!(out, "{sentence}")?;
        }
        if prompt {
            write!(out, "> ")?;
        }
        out.flush()?;
        let mut line = Vec::new();
        if input.by_ref().take(LONGEST).read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        if !line.ends_with(b"\n") {
            // What is longer than any answer needs is not listened to.
            input.skip_until(b'\n')?;
        }
        match answer(String::from_utf8_lossy(&line).trim()) {
            Some(answer) => sentences = answer,
            None => return Ok(()),
        }
    }
}
