//! A frame for terminals that neither reorder nor join what is written from right to left.
//!
//! Everything before this keeps to the order in which text is read: that is what is stored, searched and copied. Each
//! run of words is reordered within the cells it was drawn in, so nothing around it can move.

use ratatui::{
    buffer::{Buffer, Cell},
    style::{Color, Modifier},
};
use unicode_bidi::{BidiInfo, Level};
use unicode_width::UnicodeWidthStr;

use super::{super::state::TextOrder, shape};
use crate::{atlas::bidi, scene::MARKS};

/// Words from right to left, turned into the order of the cells; their letters too, unless the terminal joins and turns
/// those itself.
pub fn reorder(order: TextOrder, buf: &mut Buffer) {
    let width = usize::from(buf.area.width);
    if width == 0 {
        return;
    }
    for row in buf.content.chunks_mut(width) {
        if row.iter().any(|cell| is_rtl(cell.symbol())) {
            for run in runs(row) {
                reorder_run(order, &mut row[run]);
            }
        }
    }
}

/// The content of one or more cells.
struct Cluster {
    symbol: String,
    width: usize,
    fg: Color,
    modifier: Modifier,
}

/// Cells with words, parted by lines, by pieces of the map, and by more than one blank.
fn runs(row: &[Cell]) -> Vec<std::ops::Range<usize>> {
    let (mut runs, mut start, mut blank, mut x) = (Vec::new(), 0, true, 0);
    while x < row.len() {
        let symbol = row[x].symbol();
        let ends = is_drawn(symbol) || (blank && symbol == " ");
        if ends {
            runs.push(start..x);
            start = x + 1;
        }
        blank = ends || symbol == " ";
        x += symbol.width().max(1);
    }
    runs.push(start.min(row.len())..row.len());
    runs.retain(|run| row[run.clone()].iter().any(|cell| is_rtl(cell.symbol())));
    runs
}

fn reorder_run(order: TextOrder, cells: &mut [Cell]) {
    let mut clusters = clusters(cells);
    let by_words = order == TextOrder::Words;
    if by_words {
        unmark(&mut clusters);
    } else {
        shape_all(&mut clusters);
    }
    let text: String = clusters
        .iter()
        .map(|cluster| cluster.symbol.as_str())
        .collect();
    let info = BidiInfo::new(&text, Some(Level::ltr()));
    let [paragraph] = info.paragraphs.as_slice() else {
        return;
    };
    let levels = info.reordered_levels(paragraph, paragraph.range.clone());
    let starts = clusters.iter().scan(0, |at, cluster| {
        let start = *at;
        *at += cluster.symbol.len();
        Some(start)
    });
    let levels: Vec<Level> = starts.map(|start| levels[start]).collect();
    let mut order = BidiInfo::reorder_visual(&levels);
    if by_words {
        let is_letter = |n: usize| levels[n].is_rtl() && is_rtl(&clusters[n].symbol);
        let words = order.chunk_by_mut(|&a, &b| is_letter(a) == is_letter(b));
        words
            .filter(|word| is_letter(word[0]))
            .for_each(<[usize]>::reverse);
    }
    for (cluster, level) in clusters.iter_mut().zip(&levels) {
        if level.is_rtl() && !by_words {
            mirror(&mut cluster.symbol);
        }
    }
    write(cells, order.into_iter().map(|n| &clusters[n]));
}

fn clusters(cells: &[Cell]) -> Vec<Cluster> {
    let (mut clusters, mut x) = (Vec::new(), 0);
    while let Some(cell) = cells.get(x) {
        let width = cell.symbol().width().max(1);
        clusters.push(Cluster {
            symbol: cell.symbol().to_owned(),
            width,
            fg: cell.fg,
            modifier: cell.modifier,
        });
        x += width;
    }
    clusters
}

/// Takes away the marks of what is selected where they touch a word: kitty, which turns letters itself, turns them round
/// with it.
fn unmark(clusters: &mut [Cluster]) {
    let touches = |n: usize| clusters.get(n).is_some_and(|it| is_rtl(&it.symbol));
    let is_mark = |n: usize| {
        let symbol = &clusters[n].symbol;
        (symbol == MARKS.0 && touches(n + 1)) || (symbol == MARKS.1 && touches(n.wrapping_sub(1)))
    };
    let marks: Vec<usize> = (0..clusters.len()).filter(|&n| is_mark(n)).collect();
    for n in marks {
        " ".clone_into(&mut clusters[n].symbol);
    }
}

fn shape_all(clusters: &mut Vec<Cluster>) {
    let mut line: Vec<String> = clusters
        .iter_mut()
        .map(|cluster| std::mem::take(&mut cluster.symbol))
        .collect();
    shape::shape(&mut line);
    for (cluster, symbol) in clusters.iter_mut().zip(line) {
        cluster.symbol = symbol;
    }
    let mut n = 1;
    while n < clusters.len() {
        match shape::ligature(&clusters[n - 1].symbol, &clusters[n].symbol) {
            Some(both) => {
                clusters[n - 1].symbol = both;
                clusters.remove(n);
            }
            None => n += 1,
        }
    }
}

/// Puts clusters into the cells one after the other; grounds stay where they are.
fn write<'a>(cells: &mut [Cell], clusters: impl Iterator<Item = &'a Cluster>) {
    let mut x = 0;
    for cluster in clusters {
        for (n, cell) in cells[x..].iter_mut().take(cluster.width).enumerate() {
            cell.set_symbol(if n == 0 { &cluster.symbol } else { " " });
            cell.fg = cluster.fg;
            cell.modifier = cluster.modifier;
        }
        x += cluster.width;
    }
    // Where two letters became one.
    for cell in &mut cells[x..] {
        cell.set_symbol(" ");
    }
}

const MIRRORED: &[(&str, &str)] = &[
    ("(", ")"),
    ("[", "]"),
    ("{", "}"),
    ("<", ">"),
    ("«", "»"),
    ("‹", "›"),
];

fn mirror(symbol: &mut String) {
    let other = MIRRORED.iter().find_map(|(open, close)| {
        if symbol == open {
            Some(*close)
        } else {
            (symbol == close).then_some(*open)
        }
    });
    if let Some(other) = other {
        other.clone_into(symbol);
    }
}

/// Tells whether any of it is written from right to left.
fn is_rtl(symbol: &str) -> bool {
    symbol.chars().any(bidi::is_rtl)
}

/// Tells whether it is a line or a piece of the map, and no part of a text.
fn is_drawn(symbol: &str) -> bool {
    // The cursor of a line that is typed goes with its words.
    symbol != "▏"
        && symbol.chars().next().is_some_and(|char| {
            matches!(char, '\u{2500}'..='\u{259f}' | '\u{2800}'..='\u{28ff}')
                || matches!(char, '\u{1cc00}'..='\u{1cebf}' | '\u{1fb00}'..='\u{1fbff}')
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::{layout::Rect, style::Style};
    use unicode_segmentation::UnicodeSegmentation;

    fn reordered(text: &str) -> String {
        in_order(TextOrder::Visual, text)
    }

    fn in_order(order: TextOrder, text: &str) -> String {
        let widths = text.graphemes(true).map(UnicodeWidthStr::width);
        let width = u16::try_from(widths.sum::<usize>()).expect("short");
        let mut buf = Buffer::empty(Rect::new(0, 0, width, 1));
        buf.set_string(0, 0, text, Style::new());
        reorder(order, &mut buf);
        let (mut line, mut x) = (String::new(), 0);
        while let Some(cell) = buf.content.get(x) {
            line.push_str(cell.symbol());
            x += cell.symbol().width().max(1);
        }
        line
    }

    #[test]
    fn words_are_reordered_and_joined_where_they_stand() {
        assert_eq!(reordered("also: حلب, x"), "also: ﺐﻠﺣ, x");
        assert_eq!(reordered("▸حلب◂"), "▸ﺐﻠﺣ◂");
        assert_eq!(reordered("שלום (אבג) x"), "(גבא) םולש x");
        assert_eq!(reordered("plain – “text”"), "plain – “text”");
        assert_eq!(reordered("中حلب文"), "中ﺐﻠﺣ文");
    }

    #[test]
    fn words_alone_are_reordered_where_the_terminal_turns_their_letters() {
        let by_words = |text| in_order(TextOrder::Words, text);
        assert_eq!(by_words("also: دير الزور, x"), "also: الزور دير, x");
        assert_eq!(by_words("حلب"), "حلب");
        assert_eq!(by_words("▸دير الزور◂"), " الزور دير ");
        assert_eq!(by_words("▸Aleppo◂"), "▸Aleppo◂");
        assert_eq!(by_words("plain text"), "plain text");
    }

    #[test]
    fn lam_and_alef_become_one_and_leave_a_blank() {
        assert_eq!(reordered("الجولان x"), "ﻥﻻﻮﺠﻟﺍ x ");
    }

    #[test]
    fn frames_and_gaps_stay_where_they_are() {
        assert_eq!(reordered("│حلب│حلب│"), "│ﺐﻠﺣ│ﺐﻠﺣ│");
        assert_eq!(reordered("حلب  טור"), "ﺐﻠﺣ  רוט");
        assert_eq!(reordered("حلب▗▘טור"), "ﺐﻠﺣ▗▘רוט");
    }
}
