//! The commands that are a conversation, line by line.

use std::io::{self, IsTerminal, StdinLock, StdoutLock};

use whoholds::{
    config::Colours,
    dialogue::Dialogue,
    file::Document,
    session::{FileProblems, Session, World},
};

use crate::{
    args::Shown,
    outcome::{Outcome, USAGE_OR_IO, load},
    print::snapshot,
};

/// Shows a map by answering what is asked.
pub fn talk(shown: &Shown, color: Option<Colours>) -> Result<Outcome, Outcome> {
    let document = load(shown.path.as_deref(), color)?;
    let said = Outcome::printed_of(&document, Vec::new());
    let Document {
        atlas,
        map,
        unproved,
        ..
    } = document;
    let snapshot = snapshot(&atlas, shown)?;
    let problems = FileProblems::of(unproved);
    let world = World::new(atlas, map);
    let session = Session::new(&world, snapshot);
    let dialogue = Dialogue::new(&world, session, problems);
    hold(|input, out, prompt| dialogue.hold(input, out, prompt))?;
    Ok(said)
}

/// Holds a conversation on standard input and output. On a terminal it prompts.
pub fn hold(
    conversation: impl FnOnce(StdinLock, StdoutLock, bool) -> io::Result<()>,
) -> Result<(), Outcome> {
    let (input, out) = (io::stdin(), io::stdout());
    let prompt = input.is_terminal();
    match conversation(input.lock(), out.lock(), prompt) {
        // Nobody listens any more: no fault of ours.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Outcome::failed(
            USAGE_OR_IO,
            format!("error: can't talk: {error}\n"),
        )),
        _ => Ok(()),
    }
}
