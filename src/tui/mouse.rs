//! From what the terminal says of the mouse to what it means.

use std::time::{Duration, Instant};

use ratatui::crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

/// Something that the mouse does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// The left button goes down and up on one cell.
    Click,
    /// A second click on the same cell, soon after the first.
    DoubleClick,
    /// The wheel is turned away from the hand.
    WheelUp,
    /// The wheel is turned towards the hand.
    WheelDown,
    /// A move of what was there, by so many columns and rows, to a column and a row of the screen.
    Drag((i16, i16), (u16, u16)),
}

/// Two clicks within this time are one double click.
const DOUBLE: Duration = Duration::from_millis(400);

/// A cell of the screen: column and row.
type At = (u16, u16);

/// The record of what was done with the mouse so far, as far as it bears on what comes next.
#[derive(Debug, Default)]
pub struct Mouse {
    /// The cell where the button went down, and the one that it was last dragged to.
    held: Option<(At, At)>,
    clicked: Option<(At, Instant)>,
}

impl Mouse {
    /// Returns what an event comes to, if anything, and where.
    pub fn pointer(&mut self, event: MouseEvent, now: Instant) -> Option<(Pointer, At)> {
        let at = (event.column, event.row);
        let pointer = match event.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                self.held = Some((at, at));
                return None;
            }
            MouseEventKind::Drag(MouseButton::Left) => return self.drag(at),
            MouseEventKind::Up(MouseButton::Left) => return self.release(at, now),
            MouseEventKind::ScrollUp => Pointer::WheelUp,
            MouseEventKind::ScrollDown => Pointer::WheelDown,
            _ => return None,
        };
        Some((pointer, at))
    }

    fn drag(&mut self, at: At) -> Option<(Pointer, At)> {
        let (from, last) = self.held.as_mut()?;
        let by = |now: u16, before: u16| now.cast_signed().wrapping_sub(before.cast_signed());
        let pointer = Pointer::Drag((by(at.0, last.0), by(at.1, last.1)), at);
        *last = at;
        self.clicked = None;
        Some((pointer, *from))
    }

    fn release(&mut self, at: At, now: Instant) -> Option<(Pointer, At)> {
        let (from, last) = self.held.take()?;
        if from != last || from != at {
            return None;
        }
        let twice = self
            .clicked
            .take()
            .is_some_and(|(before, when)| before == at && now.duration_since(when) <= DOUBLE);
        let pointer = if twice {
            Pointer::DoubleClick
        } else {
            self.clicked = Some((at, now));
            Pointer::Click
        };
        Some((pointer, at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use MouseEventKind::{Down, Drag, Moved, ScrollDown, Up};
    use ratatui::crossterm::event::KeyModifiers;

    const LEFT: MouseButton = MouseButton::Left;

    fn play(events: &[(MouseEventKind, At, u64)]) -> Vec<(Pointer, At)> {
        let (mut mouse, start) = (Mouse::default(), Instant::now());
        let played = events.iter().filter_map(|&(kind, (column, row), millis)| {
            let event = MouseEvent {
                kind,
                column,
                row,
                modifiers: KeyModifiers::NONE,
            };
            mouse.pointer(event, start + Duration::from_millis(millis))
        });
        played.collect()
    }

    fn click(at: At, millis: u64) -> [(MouseEventKind, At, u64); 2] {
        [(Down(LEFT), at, millis), (Up(LEFT), at, millis + 10)]
    }

    #[test]
    fn two_quick_clicks_on_a_cell_are_a_double_click() {
        let twice = |second: At, millis: u64| -> Vec<Pointer> {
            let played = play(&[click((3, 4), 0), click(second, millis)].concat());
            played.into_iter().map(|(pointer, _)| pointer).collect()
        };
        assert_eq!(twice((3, 4), 200), [Pointer::Click, Pointer::DoubleClick]);
        assert_eq!(twice((3, 4), 900), [Pointer::Click, Pointer::Click]);
        assert_eq!(twice((4, 4), 200), [Pointer::Click, Pointer::Click]);
        let thrice = play(&[click((3, 4), 0), click((3, 4), 200), click((3, 4), 400)].concat());
        assert_eq!(thrice[2].0, Pointer::Click);
    }

    #[test]
    fn a_drag_moves_by_what_is_new_and_is_no_click() {
        let drag = [
            (Down(LEFT), (10, 10), 0),
            (Drag(LEFT), (12, 10), 5),
            (Drag(LEFT), (13, 9), 9),
            (Up(LEFT), (13, 9), 12),
        ];
        assert_eq!(
            play(&drag),
            [
                (Pointer::Drag((2, 0), (12, 10)), (10, 10)),
                (Pointer::Drag((1, -1), (13, 9)), (10, 10))
            ]
        );
    }

    #[test]
    fn what_is_not_understood_does_nothing() {
        assert_eq!(
            play(&[
                (Moved, (1, 1), 0),
                (Up(LEFT), (1, 1), 1),
                (Drag(LEFT), (2, 1), 2),
                (Down(MouseButton::Right), (2, 2), 3),
                (ScrollDown, (5, 6), 4),
            ]),
            [(Pointer::WheelDown, (5, 6))]
        );
    }
}
