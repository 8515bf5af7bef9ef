//! The colours of the classes, in a colour scheme.

use std::{collections::BTreeSet, fmt::Write};

use super::pattern::class;
use crate::{
    atlas::{Atlas, Hue, Lens},
    scene::{Colour, ColourScheme, Depth, Emphasis, Theme, Tint},
};

/// A class, its colour, and that of words that read best on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tone {
    /// The name of the class.
    pub class: String,
    /// As pages have it.
    pub colour: String,
    /// The colour of the words.
    pub ink: String,
}

/// The tone of each class that is filled with one, those of an atlas's own colours among them.
pub fn tones(scheme: ColourScheme, atlas: &Atlas) -> Vec<Tone> {
    let theme = Theme::new(Depth::True).with(scheme);
    let tone = |class: String, colour: Colour| Tone {
        class,
        colour: hex(colour),
        ink: hex(theme.text_on(colour)),
    };
    let area = |tint: Tint| tone(class(tint), theme.area(tint, Emphasis::Plain));
    let around = [
        ("void", theme.void()),
        ("sea", theme.sea()),
        ("land", theme.neighbour()),
        ("land-line", theme.neighbour_line()),
        ("lake", theme.lake()),
        ("river", theme.river()),
    ];
    let around = around.map(|(name, colour)| tone(name.to_owned(), colour));
    let exact = atlas.actors.iter().map(|actor| actor.hue);
    let exact = exact.filter(|hue| matches!(hue, Hue::Exact(_)));
    let exact: BTreeSet<Hue> = exact.collect();
    let hues = Hue::ALL.iter().chain(&exact);
    let hues = hues.flat_map(|&hue| [area(Tint::Actor(hue)), area(Tint::Faint(hue))]);
    let mut ramps: Vec<usize> = Lens::ALL.iter().map(|lens| lens.ramp()).collect();
    ramps.sort_unstable();
    ramps.dedup();
    let steps = ramps
        .into_iter()
        .flat_map(|of| (0..of).map(move |nth| Tint::Step { nth, of }));
    around
        .into_iter()
        .chain([area(Tint::Ground)])
        .chain(hues)
        .chain(steps.map(area))
        .collect()
}

/// The rules that give each class its colour.
pub fn style(scheme: ColourScheme, atlas: &Atlas) -> String {
    let mut rules = String::new();
    for Tone { class, colour, .. } in tones(scheme, atlas) {
        let _ = write!(rules, ".{class}{{fill:{colour}}}");
    }
    rules
}

/// A colour as pages have it; maps in full colour have no other kind.
fn hex(colour: Colour) -> String {
    match colour {
        Colour::Rgb([r, g, b]) => format!("#{r:02x}{g:02x}{b:02x}"),
        _ => "currentColor".to_owned(),
    }
}
