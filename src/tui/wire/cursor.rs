//! The shortest way from one cell to another.

/// The place of the cursor, as far as that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cursor {
    At(u16, u16),
    /// Behind a character that terminals give different widths.
    InRow(u16),
    Anywhere,
}

/// A sequence that moves the cursor: some bytes, kept without an allocation since a frame has thousands of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Way {
    // Two moves by five digits each, and a return.
    bytes: [u8; 24],
    len: usize,
}

impl Way {
    pub fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    fn push(&mut self, byte: u8) {
        self.bytes[self.len] = byte;
        self.len += 1;
    }

    fn number(&mut self, number: u16) {
        if number >= 10 {
            self.number(number / 10);
        }
        self.push(b'0' + (number % 10) as u8);
    }

    /// So many steps to one side; one where the number is left out.
    fn steps(&mut self, number: u16, side: u8) {
        if number == 0 {
            return;
        }
        self.push(b'\x1b');
        self.push(b'[');
        if number > 1 {
            self.number(number);
        }
        self.push(side);
    }

    fn down(&mut self, rows: u16) {
        match rows {
            // In raw mode, as the terminal is in, it stays in its column.
            few @ ..4 if cfg!(unix) => (0..few).for_each(|_| self.push(b'\n')),
            many => self.steps(many, b'B'),
        }
    }

    fn across(&mut self, from: u16, to: u16) {
        if to >= from {
            return self.steps(to - from, b'C');
        }
        let (mut back, mut from_start) = (*self, *self);
        match from - to {
            few @ ..4 => (0..few).for_each(|_| back.push(b'\x08')),
            many => back.steps(many, b'D'),
        }
        from_start.push(b'\r');
        from_start.steps(to, b'C');
        *self = if from_start.len < back.len {
            from_start
        } else {
            back
        };
    }

    fn direct((col, row): (u16, u16)) -> Self {
        let mut way = Self::default();
        way.push(b'\x1b');
        way.push(b'[');
        if (col, row) != (0, 0) {
            way.number(row + 1);
        }
        if col > 0 {
            way.push(b';');
            way.number(col + 1);
        }
        way.push(b'H');
        way
    }
}

/// Returns the sequence that moves to a cell.
pub fn travel(from: Cursor, to: (u16, u16)) -> Way {
    let mut relative = Way::default();
    match from {
        Cursor::At(col, row) if row <= to.1 => {
            relative.down(to.1 - row);
            relative.across(col, to.0);
        }
        Cursor::InRow(row) if row == to.1 => {
            relative.push(b'\x1b');
            relative.push(b'[');
            relative.number(to.0 + 1);
            relative.push(b'G');
        }
        _ => return Way::direct(to),
    }
    let direct = Way::direct(to);
    if relative.len < direct.len {
        relative
    } else {
        direct
    }
}

#[cfg(test)]
mod tests {
    use super::{Cursor::*, *};

    #[test]
    fn the_shortest_way_is_taken() {
        let down = if cfg!(unix) { "\n" } else { "\x1b[B" };
        for (from, to, way) in [
            (Anywhere, (0, 0), "\x1b[H"),
            (Anywhere, (0, 9), "\x1b[10H"),
            (Anywhere, (4, 9), "\x1b[10;5H"),
            (At(4, 9), (4, 9), ""),
            (At(3, 9), (4, 9), "\x1b[C"),
            (At(4, 9), (14, 9), "\x1b[10C"),
            (At(4, 9), (2, 9), "\x08\x08"),
            (At(40, 9), (0, 9), "\r"),
            (At(140, 9), (1, 9), "\r\x1b[C"),
            (At(40, 9), (40, 10), down),
            (At(40, 9), (38, 10), &format!("{down}\x08\x08")),
            (At(40, 9), (40, 14), "\x1b[5B"),
            (InRow(9), (40, 9), "\x1b[41G"),
            (InRow(9), (0, 9), "\x1b[1G"),
            (InRow(9), (0, 10), "\x1b[11H"),
            (At(40, 9), (20, 2), "\x1b[3;21H"),
        ] {
            assert_eq!(
                travel(from, to).bytes(),
                way.as_bytes(),
                "{from:?} to {to:?}"
            );
        }
    }
}
