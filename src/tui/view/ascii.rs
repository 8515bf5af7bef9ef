//! A frame for terminals that show ASCII alone.

use ratatui::buffer::Buffer;

/// Replaces the signs that the program itself draws; names in other scripts are left as they are.
pub fn translate(buf: &mut Buffer) {
    for cell in &mut buf.content {
        if let Some(plain) = plain(cell.symbol()) {
            cell.set_symbol(plain);
        }
    }
}

fn plain(symbol: &str) -> Option<&'static str> {
    Some(match symbol {
        "─" | "—" | "–" => "-",
        "│" => "|",
        "┌" | "┐" | "└" | "┘" | "├" | "┤" | "┬" | "┴" | "┼" | "✓" => "+",
        "“" | "”" => "\"",
        "‘" | "’" => "'",
        "■" => "#",
        "·" | "•" => "*",
        "…" | "┄" => ".",
        "━" | "═" => "=",
        "Δ" => "!",
        "¶" => "P",
        "←" | "◂" => "<",
        "→" | "▸" => ">",
        "↑" => "^",
        "↓" => "v",
        "²" => "2",
        "°" | "●" => "o",
        _ => return None,
    })
}
