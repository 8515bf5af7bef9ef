//! kitty's graphics protocol: the picture lies under the cells, and shows where they have no ground of their own.
//!
//! <https://sw.kovidgoyal.net/kitty/graphics-protocol/>

use std::io::{self, Write};

use base64::{Engine, engine::general_purpose::STANDARD};
use ratatui::layout::Rect;

use super::png;
use crate::scene::Picture;

/// The most that one command may carry.
const CHUNK: usize = 4096;

/// Under the cells that have a ground of their own: below half of the least 32-bit number.
const UNDER: i32 = i32::MIN / 2 - 1;

/// Replaces the picture of that id, without moving the cursor (C=1) and without an answer (q=2).
pub fn show(picture: &Picture, area: Rect, id: u32, out: &mut impl Write) -> io::Result<()> {
    let (cols, rows) = (area.width, area.height);
    let text = STANDARD.encode(png::encode(picture)?);
    let mut chunks = text.as_bytes().chunks(CHUNK).peekable();
    let mut head = format!("a=T,f=100,i={id},p=1,c={cols},r={rows},z={UNDER},C=1,");
    while let Some(chunk) = chunks.next() {
        let more = u8::from(chunks.peek().is_some());
        write!(out, "\x1b_G{head}q=2,m={more};")?;
        out.write_all(chunk)?;
        out.write_all(b"\x1b\\")?;
        head.clear();
    }
    Ok(())
}

pub fn remove(id: u32, out: &mut impl Write) -> io::Result<()> {
    write!(out, "\x1b_Ga=d,d=I,i={id},q=2\x1b\\")
}
