//! The terminal, taken over and given back.

use std::{
    fs::File,
    io::{self, Write},
    mem, panic,
    sync::{
        Once,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use ratatui::{
    buffer::Buffer,
    crossterm::{
        cursor::{Hide, Show},
        event::DisableMouseCapture,
        execute, queue,
        style::{self, Print},
        terminal::{self, Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen},
    },
    layout::Rect,
};

use super::{action::Size, graphics, wire};
use crate::{article::GUARDED, scene::Marker};

/// The screen, for as long as it lives; dropping it gives the terminal back as it was.
#[derive(Debug)]
pub struct Screen {
    out: File,
    /// The cells that the terminal shows.
    shown: Buffer,
    /// The cells that it is to show next.
    next: Buffer,
    bytes: Vec<u8>,
    mouse: bool,
}

/// `true` if there is anything to give back.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Marks one update, so that terminals that know the marks show no half frames.
///
/// <https://gist.github.com/christianparpart/d8a62cc1ab659194337d73e399004036>
const UPDATE: (&[u8], &[u8]) = (b"\x1b[?2026h", b"\x1b[?2026l");

/// Bytes that every terminal reads in one piece, so that they need no marks.
const AT_ONCE: usize = 512;

impl Screen {
    /// Takes the terminal over: raw mode, alternate screen, no cursor, and the mouse where that is wanted.
    pub fn open(mouse: bool) -> io::Result<Self> {
        restore_on_panic();
        // What is asked for with `--color` counts, whatever the environment says.
        style::force_color_output(true);
        let empty = || Buffer::empty(Rect::ZERO);
        let mut screen = Self {
            out: stdout()?,
            shown: empty(),
            next: empty(),
            bytes: Vec::new(),
            mouse,
        };
        screen.take()?;
        Ok(screen)
    }

    /// Takes the terminal over, whatever it was used for meanwhile: the next frame is drawn from nothing.
    pub fn take(&mut self) -> io::Result<()> {
        self.shown = Buffer::empty(Rect::ZERO);
        terminal::enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        // From here on a failure gives it back as the screen is dropped.
        execute!(self.out, EnterAlternateScreen, Hide)?;
        if self.mouse {
            listen_to_mouse()?;
        }
        Ok(())
    }

    /// Gives the terminal back, stops until somebody has the program go on, and takes it over again.
    #[cfg(unix)]
    pub fn stop(&mut self) -> io::Result<()> {
        restore();
        signal_hook::low_level::raise(signal_hook::consts::SIGSTOP)?;
        self.take()
    }

    /// Draws a frame of that size, its map in such pieces, and sends what has changed in one piece, with a question behind it; the number of bytes
    /// that were sent.
    ///
    /// `under` writes what lies under the cells, and is told whether the terminal was cleared.
    pub fn draw(
        &mut self,
        size: Size,
        marker: Marker,
        question: &str,
        draw: impl FnOnce(&mut Buffer),
        under: impl FnOnce(&Buffer, bool, &mut Vec<u8>) -> io::Result<()>,
    ) -> io::Result<usize> {
        let area = Rect::new(0, 0, size.cols, size.rows);
        self.bytes.clear();
        self.bytes.extend_from_slice(UPDATE.0);
        let cleared = area != self.shown.area;
        if cleared {
            self.shown = Buffer::empty(Rect::ZERO);
            queue!(self.bytes, Clear(ClearType::All))?;
        }
        self.next.resize(area);
        self.next.reset();
        draw(&mut self.next);
        wire::changes(&self.shown, &self.next, marker, &mut self.bytes)?;
        under(&self.next, cleared, &mut self.bytes)?;
        mem::swap(&mut self.shown, &mut self.next);
        let begin = UPDATE.0.len();
        if self.bytes.len() == begin {
            return Ok(0);
        }
        let is_marked = self.bytes.len() > AT_ONCE;
        if is_marked {
            self.bytes.extend_from_slice(UPDATE.1);
        }
        self.bytes.extend_from_slice(question.as_bytes());
        let sent = &self.bytes[if is_marked { 0 } else { begin }..];
        self.out.write_all(sent)?;
        Ok(sent.len())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back as it was; harmless where that is done already.
pub fn restore() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // Where the terminal is gone there is nobody to tell.
        let _ = graphics::take_away(&mut io::stdout());
        let _ = execute!(
            io::stdout(),
            DisableMouseCapture,
            LeaveAlternateScreen,
            Show
        );
        let _ = terminal::disable_raw_mode();
    }
}

/// Stops the programs that the shell started together, as `^Z` does elsewhere; an error where there is no shell to go
/// back to.
#[cfg(unix)]
pub fn suspend() -> io::Result<()> {
    use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
    if getsid(None)? == getpgrp() {
        return Err(io::ErrorKind::Unsupported.into());
    }
    Ok(kill_current_process_group(Signal::TSTP)?)
}

#[cfg(not(unix))]
pub fn suspend() -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Opens the source of keys: standard input, or the terminal itself where that is something else.
#[cfg(unix)]
pub fn input() -> io::Result<File> {
    use std::{io::IsTerminal, os::fd::AsFd};
    if io::stdin().is_terminal() {
        return io::stdin().as_fd().try_clone_to_owned().map(File::from);
    }
    File::open("/dev/tty")
}

/// Asks for clicks, drags and the wheel, but not for every way the mouse goes.
#[cfg(not(windows))]
fn listen_to_mouse() -> io::Result<()> {
    execute!(io::stdout(), Print("\x1b[?1002h\x1b[?1006h"))
}

#[cfg(windows)]
fn listen_to_mouse() -> io::Result<()> {
    execute!(io::stdout(), ratatui::crossterm::event::EnableMouseCapture)
}

fn restore_on_panic() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let report = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if thread::current().name() != Some(GUARDED) {
                restore();
                report(info);
            }
        }));
    });
}

/// The most columns and rows that are drawn: those of the smallest letters on the largest screens.
const LARGEST: (u16, u16) = (1024, 512);

/// The terminal's size, and the shape of its cells where it tells; with a word if it says more than is drawn.
pub fn size() -> io::Result<(Size, Option<String>)> {
    let said = terminal::size()?;
    let (cols, rows) = (said.0.min(LARGEST.0), said.1.min(LARGEST.1));
    let size = Size {
        cols,
        rows,
        aspect: aspect().unwrap_or(ASPECT),
    };
    let clamped = (cols, rows) != said;
    let word = || format!("of {} × {} cells, {cols} × {rows} are used", said.0, said.1);
    Ok((size, clamped.then(word)))
}

/// Width of a cell for its height, in most terminals.
const ASPECT: f64 = 0.5;

/// Columns and rows of pixels in a cell, where the terminal tells.
pub fn pixels() -> Option<(u16, u16)> {
    let window = terminal::window_size().ok()?;
    let cell = (
        window.width.checked_div(window.columns)?,
        window.height.checked_div(window.rows)?,
    );
    // Beyond these it is no cell that anybody reads.
    ((4..=64).contains(&cell.0) && (4..=128).contains(&cell.1)).then_some(cell)
}

fn aspect() -> Option<f64> {
    let window = terminal::window_size().ok()?;
    let width = f64::from(window.width) / f64::from(window.columns);
    let height = f64::from(window.height) / f64::from(window.rows);
    let aspect = width / height;
    (width > 0.0 && (0.3..=0.8).contains(&aspect)).then_some(aspect)
}

/// Standard output without the buffer of lines that Rust puts before it.
#[cfg(unix)]
fn stdout() -> io::Result<File> {
    use std::os::fd::AsFd;
    io::stdout().as_fd().try_clone_to_owned().map(File::from)
}

#[cfg(windows)]
fn stdout() -> io::Result<File> {
    use std::os::windows::io::AsHandle;
    io::stdout()
        .as_handle()
        .try_clone_to_owned()
        .map(File::from)
}
