//! The arguments of `render`.

use std::str::FromStr;

use clap::ValueEnum;

use whoholds::{
    config::Choice,
    scene::{ColourScheme, Marker},
};

use super::{ByEnding, Output, Shown};

/// The arguments of `render`: a screen, what is done on it, and a file.
#[derive(Debug, clap::Args)]
pub struct Render {
    #[command(flatten)]
    pub shown: Shown,
    /// The characters to draw the map with [default: octants]
    #[arg(long)]
    pub marker: Option<Choice<Marker>>,
    /// Draw the map smooth, as in terminals that show pictures
    #[arg(long, conflicts_with = "marker")]
    pub smooth: bool,
    /// Colours for a dark or a light background [default: dark]
    #[arg(long)]
    pub theme: Option<Choice<ColourScheme>>,
    /// Columns and rows of the screen
    #[arg(long, value_name = "COLUMNSxROWS", default_value = "120x36")]
    pub size: Cells,
    /// Keys to press before, as `?` names them, parted by spaces
    #[arg(long, default_value = "")]
    pub keys: String,
    /// The format of the picture [default: that of the file's name, or else svg]
    #[arg(long)]
    pub format: Option<Picture>,
    /// Pixels to each unit of a picture in pixels, 1 to 4
    #[arg(long, value_name = "TIMES", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=4))]
    pub scale: u8,
    #[command(flatten)]
    pub output: Output,
}

/// A format of a picture of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Picture {
    Svg,
    #[cfg(feature = "pictures")]
    Png,
    Text,
}

impl ByEnding for Picture {
    const DEFAULT: Self = Self::Svg;

    fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            #[cfg(feature = "pictures")]
            Self::Png => "png",
            Self::Text => "txt",
        }
    }
}

/// Columns and rows of a screen.
#[derive(Clone, Copy, Debug)]
pub struct Cells(pub u16, pub u16);

impl FromStr for Cells {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const MOST: u16 = 500;
        let side = |text: &str| text.parse().ok().filter(|side| (1..=MOST).contains(side));
        let sides = text.split_once('x');
        sides
            .and_then(|(cols, rows)| Some(Self(side(cols)?, side(rows)?)))
            .ok_or("expected columns and rows, each from 1 to 500, such as 120x36")
    }
}
