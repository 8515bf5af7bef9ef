//! The whole map in words, in colour, for `less -R` and logs that show it.

use std::fmt::Write;

use anstyle::{Effects, RgbColor, Style};

use super::{ExportError, Exported, Exporter, text::COLUMNS, tone};
use crate::{
    atlas::Atlas,
    caption::{Line, Role, wrap},
};

/// The text with colours as escape sequences (ECMA-48); the file's own words hold none.
#[derive(Clone, Copy, Debug)]
pub struct AnsiText;

impl Exporter for AnsiText {
    fn name(&self) -> &'static str {
        "ansi"
    }

    fn about(&self) -> &'static str {
        "The map's state in words, in colour for terminals"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["ansi", "txt"]
    }

    fn media_type(&self) -> &'static str {
        "text/plain; charset=utf-8"
    }

    fn export(&self, exported: &Exported) -> Result<Vec<u8>, ExportError> {
        let lines = wrap(&exported.captions().summary(), COLUMNS);
        let lines = lines.iter().map(|line| coloured(exported.atlas, line));
        Ok(lines.collect::<String>().into_bytes())
    }
}

fn coloured(atlas: &Atlas, line: &Line) -> String {
    let mut text = String::new();
    if !line.is_blank() {
        text.extend(std::iter::repeat_n(' ', line.indent));
        for span in &line.spans {
            let style = style(atlas, span.role);
            let _ = write!(text, "{style}{}{style:#}", span.text);
        }
    }
    text.push('\n');
    text
}

fn style(atlas: &Atlas, role: Role) -> Style {
    match role {
        Role::Title | Role::State | Role::Heading => Style::new().bold(),
        Role::Quote => Style::new().italic(),
        Role::Context | Role::Quiet | Role::Proved => Style::new().dimmed(),
        Role::Alarm => Style::new().effects(Effects::BOLD | Effects::INVERT),
        Role::Mark(actor) => {
            let [r, g, b] = tone::actor(atlas, actor);
            Style::new().fg_color(Some(RgbColor(r, g, b).into()))
        }
        _ => Style::new(),
    }
}
