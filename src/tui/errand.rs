//! Other programs that have the terminal to themselves until they end.

use std::{io, path::Path, process::Command};

#[cfg(unix)]
use std::sync::atomic::{AtomicBool, Ordering};

#[cfg(unix)]
use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};

#[cfg(unix)]
use super::events::Event;
use super::{events::Events, terminal::Screen};

/// `true` while another program has the terminal: what is typed there is not for us.
#[cfg(unix)]
static AWAY: AtomicBool = AtomicBool::new(false);

/// Tells whether another program has the terminal.
#[cfg(unix)]
pub fn is_away() -> bool {
    AWAY.load(Ordering::SeqCst)
}

/// Gives the terminal to a program until it ends, and takes it over again. Returns how it failed, if it did, in words.
#[cfg(unix)]
pub fn run(
    screen: &mut Screen,
    events: &mut Events,
    command: &mut Command,
) -> io::Result<Option<String>> {
    let name = name(command);
    events.leave_terminal();
    AWAY.store(true, Ordering::SeqCst);
    super::terminal::restore();
    let ended = start(events, command);
    AWAY.store(false, Ordering::SeqCst);
    screen.take()?;
    // Whatever it has left unread was typed for it.
    let input = super::terminal::input()?;
    let _ = rustix::termios::tcflush(&input, rustix::termios::QueueSelector::IFlush);
    events.read_terminal(Vec::new())?;
    Ok(match ended {
        Err(error) => Some(format!("can't start {name}: {error}")),
        Ok(Ended::With(0)) => None,
        Ok(Ended::With(code)) => Some(format!("{name} ended with an error, {code}")),
        Ok(Ended::By(signal)) => Some(format!("{name} was ended by signal {signal}")),
    })
}

/// The program's name, without the folders that it lies in: what became of it has to fit on one line.
#[cfg(unix)]
fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    name.to_string_lossy().into_owned()
}

#[cfg(not(unix))]
pub fn run(_: &mut Screen, _: &mut Events, _: &mut Command) -> io::Result<Option<String>> {
    Ok(Some(
        "an editor can be opened from here on Linux and macOS only".to_owned(),
    ))
}

/// The end of a program.
#[cfg(unix)]
#[derive(Clone, Copy, Debug)]
pub enum Ended {
    /// With an exit code.
    With(i32),
    /// By a signal.
    By(i32),
}

/// Starts a program and waits for its end. Where it is stopped, so are we, until the shell has both go on.
#[cfg(unix)]
fn start(events: &Events, command: &mut Command) -> io::Result<Ended> {
    let child = command.stdin(super::terminal::input()?).spawn()?;
    let pid = Pid::from_child(&child);
    events.tell_when_it_ends(move |tell| {
        loop {
            let status = match waitpid(Some(pid), WaitOptions::UNTRACED) {
                Ok(Some((_, status))) => status,
                Ok(None) | Err(rustix::io::Errno::INTR) => continue,
                Err(error) => return tell(Event::Ended(Err(error.into()))),
            };
            if status.stopped() {
                tell(Event::Stop);
            } else if let Some(signal) = status.terminating_signal() {
                return tell(Event::Ended(Ok(Ended::By(signal))));
            } else {
                let code = status.exit_status().unwrap_or_default();
                return tell(Event::Ended(Ok(Ended::With(code))));
            }
        }
    });
    let mut meanwhile = Vec::new();
    let ended = loop {
        match events.receive()? {
            Event::Ended(ended) => break ended,
            Event::Stop => signal_hook::low_level::raise(signal_hook::consts::SIGSTOP)?,
            Event::Signal(signal) => {
                // We are to end, and so is what we have started.
                let _ = kill_process(pid, Signal::TERM);
                meanwhile.push(Event::Signal(signal));
            }
            other => meanwhile.push(other),
        }
    };
    events.put_back(meanwhile);
    ended
}
