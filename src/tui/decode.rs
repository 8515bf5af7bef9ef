//! From the bytes that a terminal sends to keys and what the mouse does.
//!
//! The state machine is the `vte` crate's. What answers other questions than that for the status is dropped here, so that
//! no answer is taken for keys, and no sequence that was begun and never ended keeps ^C from being heard.

use ratatui::crossterm::event::{
    KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use vte::{Params, Parser, Perform};

/// A key, a move of the mouse, or the answer that says how far the terminal has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    Key(KeyEvent),
    Mouse(MouseEvent),
    /// The terminal's status: it has shown all that came before the question.
    Shown,
}

/// The bytes so far, as far as they bear on what comes next.
#[derive(Default)]
pub struct Decoder {
    parser: Parser,
    found: Found,
    /// The last byte was an escape.
    escaped: bool,
}

impl Decoder {
    /// Takes in bytes and returns what they come to.
    pub fn decode(&mut self, bytes: &[u8]) -> Vec<Pressed> {
        for &byte in bytes {
            self.take(byte);
        }
        std::mem::take(&mut self.found.pressed)
    }

    fn take(&mut self, byte: u8) {
        let escaped = std::mem::replace(&mut self.escaped, byte == ESC);
        let alt = if escaped {
            KeyModifiers::ALT
        } else {
            KeyModifiers::NONE
        };
        match byte {
            // Two in a row are the key itself, and what begins with the second.
            ESC if escaped => self.found.key(KeyCode::Esc, KeyModifiers::NONE),
            ESC => self.parser.advance(&mut self.found, &[byte]),
            INTERRUPT | DELETE => {
                self.reset();
                self.found.control(byte, alt);
            }
            0..0x20 if escaped => {
                self.reset();
                self.found.control(byte, alt);
            }
            _ => self.parser.advance(&mut self.found, &[byte]),
        }
    }

    /// Tells whether what came last may be the escape key or the begin of more.
    pub const fn is_escaped(&self) -> bool {
        self.escaped
    }

    /// Ends what was begun, as nothing more came: an escape alone is the key.
    pub fn pause(&mut self) -> Option<Pressed> {
        let escape = KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE);
        let alone = self.escaped.then_some(Pressed::Key(escape));
        self.reset();
        alone
    }

    fn reset(&mut self) {
        self.parser = Parser::new();
        self.found.prefix = None;
        self.escaped = false;
    }
}

const INTERRUPT: u8 = 3;
const ESC: u8 = 0x1b;
const DELETE: u8 = 0x7f;

#[derive(Debug, Default)]
struct Found {
    pressed: Vec<Pressed>,
    /// The next character is a key's name: behind `ESC O`, or behind `ESC [ [` on the Linux console.
    prefix: Option<u8>,
}

impl Found {
    fn key(&mut self, code: KeyCode, modifiers: KeyModifiers) {
        self.pressed
            .push(Pressed::Key(KeyEvent::new(code, modifiers)));
    }

    /// A character; one that is typed with shift says so.
    fn char(&mut self, char: char, modifiers: KeyModifiers) {
        let shift = if char.is_uppercase() {
            KeyModifiers::SHIFT
        } else {
            KeyModifiers::NONE
        };
        self.key(KeyCode::Char(char), modifiers | shift);
    }

    fn control(&mut self, byte: u8, modifiers: KeyModifiers) {
        let control = |char| (KeyCode::Char(char), modifiers | KeyModifiers::CONTROL);
        let (code, modifiers) = match byte {
            b'\r' => (KeyCode::Enter, modifiers),
            b'\t' => (KeyCode::Tab, modifiers),
            0x08 | DELETE => (KeyCode::Backspace, modifiers),
            0 => control(' '),
            1..=26 => control(char::from(byte - 1 + b'a')),
            0x1c..=0x1f => control(char::from(byte - 0x1c + b'4')),
            _ => return,
        };
        self.key(code, modifiers);
    }

    fn mouse(&mut self, numbers: &[u16], released: bool) {
        let &[button, column, row] = numbers else {
            return;
        };
        let Some(kind) = mouse_kind(button, released) else {
            return;
        };
        self.pressed.push(Pressed::Mouse(MouseEvent {
            kind,
            column: column.saturating_sub(1),
            row: row.saturating_sub(1),
            modifiers: KeyModifiers::NONE,
        }));
    }
}

/// Decodes what the mouse does, by the number of the button and its flags (xterm's SGR reports).
const fn mouse_kind(button: u16, released: bool) -> Option<MouseEventKind> {
    const DRAGGED: u16 = 32;
    const WHEEL: u16 = 64;
    let which = match button & 0b11 {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        _ => MouseButton::Right,
    };
    Some(match (button & WHEEL != 0, button & 0b11) {
        (true, 0) => MouseEventKind::ScrollUp,
        (true, 1) => MouseEventKind::ScrollDown,
        (true, _) | (false, 3) => return None,
        _ if button & DRAGGED != 0 => MouseEventKind::Drag(which),
        _ if released => MouseEventKind::Up(which),
        _ => MouseEventKind::Down(which),
    })
}

/// The key that a final character stands for.
const fn lettered(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'M' => KeyCode::Enter,
        b'P'..=b'S' => KeyCode::F(letter - b'P' + 1),
        _ => return None,
    })
}

/// The key that a number before `~` stands for.
const fn numbered(number: u16) -> Option<KeyCode> {
    const FUNCTIONS: [u16; 12] = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24];
    let mut n = 0;
    while n < FUNCTIONS.len() {
        if FUNCTIONS[n] == number {
            #[expect(clippy::cast_possible_truncation, reason = "there are twelve")]
            return Some(KeyCode::F(n as u8 + 1));
        }
        n += 1;
    }
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        _ => return None,
    })
}

/// The modifiers that a parameter stands for: one more than the sum of their bits.
fn modifiers(parameter: u16) -> KeyModifiers {
    let bits = parameter.saturating_sub(1);
    [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
    ]
    .into_iter()
    .filter_map(|(bit, modifier)| (bits & bit != 0).then_some(modifier))
    .collect()
}

impl Perform for Found {
    fn print(&mut self, char: char) {
        match (self.prefix.take(), u8::try_from(char)) {
            (Some(b'O'), Ok(letter)) => {
                if let Some(code) = lettered(letter) {
                    self.key(code, KeyModifiers::NONE);
                }
            }
            (Some(_), Ok(letter @ b'A'..=b'E')) => {
                self.key(KeyCode::F(letter - b'A' + 1), KeyModifiers::NONE);
            }
            (Some(_), _) => {}
            (None, _) if char.is_control() => {}
            (None, _) => self.char(char, KeyModifiers::NONE),
        }
    }

    fn execute(&mut self, byte: u8) {
        self.control(byte, KeyModifiers::NONE);
    }

    fn csi_dispatch(&mut self, params: &Params, intermediates: &[u8], _: bool, action: char) {
        let numbers: Vec<u16> = params
            .iter()
            .filter_map(|param| param.first().copied())
            .collect();
        let nth = |n: usize| numbers.get(n).copied().unwrap_or_default();
        match (intermediates, action) {
            (b"<", 'M' | 'm') => self.mouse(&numbers, action == 'm'),
            ([], 'Z') => self.key(KeyCode::BackTab, KeyModifiers::SHIFT),
            ([], 'n') => self.pressed.push(Pressed::Shown),
            ([], '[') => self.prefix = Some(b'['),
            ([], '~') => {
                if let Some(code) = numbered(nth(0)) {
                    self.key(code, modifiers(nth(1)));
                }
            }
            ([], letter) => {
                if let Some(code) = u8::try_from(letter).ok().and_then(lettered) {
                    self.key(code, modifiers(nth(1)));
                }
            }
            _ => {}
        }
    }

    fn esc_dispatch(&mut self, intermediates: &[u8], _: bool, byte: u8) {
        match byte {
            _ if !intermediates.is_empty() => {}
            b'O' => self.prefix = Some(b'O'),
            // The end of an answer.
            b'\\' => {}
            _ => self.char(char::from(byte), KeyModifiers::ALT),
        }
    }
}

#[cfg(test)]
mod tests;
