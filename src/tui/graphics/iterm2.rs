//! iTerm2's inline images, which other terminals take too: the picture is in the cells until they are written again.
//!
//! <https://iterm2.com/documentation-images.html>

use std::io::{self, Write};

use base64::{Engine, engine::general_purpose::STANDARD};
use ratatui::layout::Rect;

use super::png;
use crate::scene::Picture;

pub fn show(picture: &Picture, area: Rect, out: &mut impl Write) -> io::Result<()> {
    let file = png::encode(picture)?;
    let (size, cols, rows) = (file.len(), area.width, area.height);
    let text = STANDARD.encode(file);
    write!(
        out,
        "\x1b]1337;File=inline=1;size={size};width={cols};height={rows};preserveAspectRatio=0;doNotMoveCursor=1:{text}\x07"
    )
}
