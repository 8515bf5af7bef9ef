//! The shortest way from one cell to another.

/// Where the cursor is, as far as that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cursor {
    At(u16, u16),
    /// Behind a character that terminals give different widths.
    InRow(u16),
    Anywhere,
}

/// Returns the sequence that moves to a cell.
pub fn travel(from: Cursor, to: (u16, u16)) -> String {
    if from == Cursor::At(to.0, to.1) {
        return String::new();
    }
    let direct = match to {
        (0, 0) => "\x1b[H".to_owned(),
        (0, row) => format!("\x1b[{}H", row + 1),
        (col, row) => format!("\x1b[{};{}H", row + 1, col + 1),
    };
    let relative = match from {
        Cursor::At(col, row) if row <= to.1 => steps(to.1 - row, 'B') + &across(col, to.0),
        Cursor::InRow(row) if row == to.1 => format!("\x1b[{}G", to.0 + 1),
        _ => return direct,
    };
    if relative.len() < direct.len() {
        relative
    } else {
        direct
    }
}

/// So many steps to one side.
fn steps(number: u16, way: char) -> String {
    match number {
        0 => String::new(),
        1 => format!("\x1b[{way}"),
        number => format!("\x1b[{number}{way}"),
    }
}

fn across(from: u16, to: u16) -> String {
    if to >= from {
        return steps(to - from, 'C');
    }
    let from_start = format!("\r{}", steps(to, 'C'));
    let back = match from - to {
        few @ ..4 => "\x08".repeat(few.into()),
        many => steps(many, 'D'),
    };
    if from_start.len() < back.len() {
        from_start
    } else {
        back
    }
}

#[cfg(test)]
mod tests {
    use super::{Cursor::*, *};

    #[test]
    fn the_shortest_way_is_taken() {
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
            (At(40, 9), (40, 10), "\x1b[B"),
            (At(40, 9), (38, 10), "\x1b[B\x08\x08"),
            (InRow(9), (40, 9), "\x1b[41G"),
            (InRow(9), (0, 9), "\x1b[1G"),
            (InRow(9), (0, 10), "\x1b[11H"),
            (At(40, 9), (20, 2), "\x1b[3;21H"),
        ] {
            assert_eq!(travel(from, to), way, "{from:?} to {to:?}");
        }
    }
}
