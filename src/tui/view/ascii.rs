//! A frame for terminals that show ASCII alone, or few signs beside it.

use ratatui::buffer::Buffer;

use crate::scene::Marker;

/// Replaces the signs that the program itself draws and the terminal may not show; names in other scripts are left as
/// they are.
pub fn translate(buf: &mut Buffer, marker: Marker) {
    let known: fn(&str) -> Option<&'static str> = match marker {
        Marker::Ascii => plain,
        Marker::HalfBlock => console,
        _ => return,
    };
    for cell in &mut buf.content {
        if let Some(known) = known(cell.symbol()) {
            cell.set_symbol(known);
        }
    }
}

/// For the Linux console, whose fonts have lines and blocks and hardly any other shapes.
fn console(symbol: &str) -> Option<&'static str> {
    Some(match symbol {
        "✓" => "√",
        "▸" | "▶" => "►",
        "‹" => "<",
        "›" => ">",
        "▆" => "█",
        "◂" => "◄",
        "△" => "a",
        "▽" => "n",
        "◇" => "p",
        "□" => "b",
        "○" => "x",
        "◦" => "s",
        _ => return None,
    })
}

fn plain(symbol: &str) -> Option<&'static str> {
    Some(match symbol {
        "─" | "—" | "–" => "-",
        "│" => "|",
        "┌" | "┐" | "└" | "┘" | "├" | "┤" | "┬" | "┴" | "┼" | "✓" | "▄" => {
            "+"
        }
        "“" | "”" => "\"",
        "‘" | "’" => "'",
        "■" | "█" => "#",
        "·" | "•" | "▆" => "*",
        "…" | "┄" => ".",
        "━" | "═" => "=",
        "Δ" => "!",
        "¶" => "P",
        "←" | "◂" | "‹" => "<",
        "→" | "▸" | "›" | "▶" => ">",
        "↑" => "^",
        "↓" => "v",
        "²" => "2",
        "°" | "●" => "o",
        _ => return None,
    })
}
