//! The arguments of `export`.

use clap::{
    ValueEnum,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
};

use whoholds::{
    atlas::Lens,
    export::{self, Exporter, Plot},
};

use super::{Output, Shown};

/// The arguments of `export`: a map, a way to draw it, and a file.
#[derive(Debug, clap::Args)]
pub struct Export {
    /// The format
    #[arg(value_parser = format())]
    pub format: &'static dyn Exporter,
    #[command(flatten)]
    pub shown: Shown,
    #[command(flatten)]
    pub drawn: Drawn,
    #[command(flatten)]
    pub output: Output,
}

/// The way in which a map is exported.
#[derive(Debug, clap::Args)]
pub struct Drawn {
    /// Colour places by this, in formats that have colours [default: actors]
    #[arg(long, value_parser = lens())]
    pub lens: Option<Lens>,
    /// Highlight the places of an actor, or export those alone; may be given several times
    #[arg(long, value_name = "ACTOR")]
    pub filter: Vec<String>,
    /// Draw a plot in `svg` or `png` instead of the map
    #[arg(long, value_name = "WHAT")]
    pub plot: Option<PlotOf>,
    /// Pixels to each unit of a picture, 1 to 4
    #[arg(long, value_name = "TIMES", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=4))]
    pub scale: u8,
}

impl Default for Drawn {
    fn default() -> Self {
        Self {
            lens: None,
            filter: Vec::new(),
            plot: None,
            scale: 1,
        }
    }
}

/// A plot that is drawn instead of the map.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum PlotOf {
    /// Shares of the area over time
    Shares,
}

impl From<PlotOf> for Plot {
    fn from(plot: PlotOf) -> Self {
        match plot {
            PlotOf::Shares => Self::Shares,
        }
    }
}

/// A format by its name.
fn format() -> impl TypedValueParser<Value = &'static dyn Exporter> {
    let value = |format: &&dyn Exporter| PossibleValue::new(format.name()).help(format.about());
    PossibleValuesParser::new(export::FORMATS.iter().map(value))
        .try_map(|name| export::format(&name).ok_or("no such format"))
}

/// A lens by its name.
fn lens() -> impl TypedValueParser<Value = Lens> {
    let value = |lens: &Lens| PossibleValue::new(lens.key()).help(lens.plain());
    let named = |name: String| Lens::ALL.iter().copied().find(|lens| lens.key() == name);
    PossibleValuesParser::new(Lens::ALL.iter().map(value))
        .try_map(move |name| named(name).ok_or("no such lens"))
}
