//! The terminal, taken over and given back.

use std::{
    fs::File,
    io::{self, Write},
    panic,
    sync::{
        Once,
        atomic::{AtomicBool, Ordering},
    },
};

use ratatui::{
    Terminal, TerminalOptions, Viewport,
    backend::CrosstermBackend,
    buffer::Buffer,
    crossterm::{
        cursor::Show,
        execute,
        terminal::{self, EnterAlternateScreen, LeaveAlternateScreen},
    },
    layout::Rect,
};

use super::action::Size;

/// The screen, for as long as it lives; dropping it gives the terminal back as it was.
#[derive(Debug)]
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Frames<File>>>,
    area: Rect,
}

/// Whether there is anything to give back.
static TAKEN: AtomicBool = AtomicBool::new(false);

impl Screen {
    /// Takes the terminal over: raw mode, alternate screen, no cursor.
    pub fn open() -> io::Result<Self> {
        restore_on_panic();
        let backend = CrosstermBackend::new(Frames::new(stdout()?));
        // The size is told with each frame, so that the frame and what is drawn in it never differ.
        let area = Rect::ZERO;
        let terminal = Terminal::with_options(
            backend,
            TerminalOptions {
                viewport: Viewport::Fixed(area),
            },
        )?;
        terminal::enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        // From here on a failure gives it back as the screen is dropped.
        let mut screen = Self { terminal, area };
        execute!(io::stdout(), EnterAlternateScreen)?;
        screen.terminal.hide_cursor()?;
        Ok(screen)
    }

    /// Draws a frame of that size and sends what has changed in one piece.
    pub fn draw(&mut self, size: Size, draw: impl FnOnce(&mut Buffer)) -> io::Result<()> {
        let area = Rect::new(0, 0, size.cols, size.rows);
        if area != self.area {
            self.terminal.resize(area)?;
            self.area = area;
        }
        self.terminal
            .draw(|frame| draw(frame.buffer_mut()))
            .map(drop)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.terminal.show_cursor();
        restore();
    }
}

/// Gives the terminal back as it was; harmless where that is done already.
pub fn restore() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // Where the terminal is gone there is nobody to tell.
        let _ = execute!(io::stdout(), LeaveAlternateScreen, Show);
        let _ = terminal::disable_raw_mode();
    }
}

fn restore_on_panic() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let report = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            restore();
            report(info);
        }));
    });
}

/// The terminal's size, and the shape of its cells where it tells.
pub fn size() -> io::Result<Size> {
    let (cols, rows) = terminal::size()?;
    Ok(Size {
        cols,
        rows,
        aspect: aspect().unwrap_or(ASPECT),
    })
}

/// Width of a cell for its height, in most terminals.
const ASPECT: f64 = 0.5;

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

/// Collects what is written and sends it on at once when it is flushed, marked as one update so that terminals that
/// know the mark show no half frames.
#[derive(Debug)]
struct Frames<W> {
    out: W,
    frame: Vec<u8>,
    /// Whether the terminal has gone: told once, and from then on what is written goes nowhere, so that giving back a
    /// terminal that isn't there is no failure.
    lost: bool,
}

/// <https://gist.github.com/christianparpart/d8a62cc1ab659194337d73e399004036>
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

impl<W: Write> Frames<W> {
    fn new(out: W) -> Self {
        Self {
            out,
            frame: BEGIN.to_vec(),
            lost: false,
        }
    }
}

impl<W: Write> Write for Frames<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let empty = self.frame.len() == BEGIN.len();
        self.frame.extend_from_slice(END);
        let sent = if empty || self.lost {
            Ok(())
        } else {
            self.out.write_all(&self.frame)
        };
        self.frame.truncate(BEGIN.len());
        self.lost |= sent.is_err();
        sent
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn a_terminal_that_has_gone_is_told_once() {
        let mut frames = Frames::new(Cursor::new([0; 4]));
        for failed in [true, false] {
            frames.write_all(b"frame").expect("kept");
            assert_eq!(frames.flush().is_err(), failed);
        }
    }

    #[test]
    fn a_frame_is_sent_in_one_marked_piece_and_nothing_as_nothing() {
        let mut frames = Frames::new(Vec::new());
        frames.flush().expect("flushed");
        assert!(frames.out.is_empty());
        for text in ["one", "two"] {
            frames.write_all(text.as_bytes()).expect("written");
            frames.write_all(b"!").expect("written");
            frames.flush().expect("flushed");
        }
        assert_eq!(
            frames.out,
            b"\x1b[?2026hone!\x1b[?2026l\x1b[?2026htwo!\x1b[?2026l"
        );
    }
}
