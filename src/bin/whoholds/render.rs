//! The command that draws the screen without a terminal.

use whoholds::{
    config::{Choice, Colours},
    diagnostics::clean,
    export::cells::{self, Backdrop},
    file,
    scene::{ColourScheme, Depth, Marker, Theme},
    session::{FileProblems, Session, World},
    tui::{Keymap, Size, State, render},
};

use crate::{
    args::{Cells, Picture, Render},
    outcome::{self, Outcome, USAGE_OR_IO},
    print::snapshot,
};

/// The scale of a smooth map in an SVG, which may be looked at closely.
const SVG_SCALE: u8 = 2;

/// Draws the screen after some keys: in all colours and the finest characters, unless the arguments say otherwise.
pub fn render(asked: &Render, format: Picture, color: Option<Colours>) -> Result<Outcome, Outcome> {
    let file = outcome::open(asked.shown.path.as_deref())?;
    let document = file::load(&file).map_err(|report| outcome::problems(&report, color))?;
    let scheme = match asked.theme {
        Some(Choice::This(scheme)) => scheme,
        _ => ColourScheme::default(),
    };
    let marker = match asked.marker {
        Some(Choice::This(marker)) => marker,
        _ => Marker::Octant,
    };
    let depth = match format {
        // Without colours the characters alone say whose land is whose.
        Picture::Text => Depth::None,
        _ => color.map_or(Depth::True, outcome::depth),
    };
    let snapshot = snapshot(&document.atlas, &asked.shown)?;
    let said = Outcome::printed_of(&document, Vec::new());
    let keymap: Keymap = outcome::keymap()?;
    let problems = FileProblems::of(document.unproved);
    let mut world = World::new(document.atlas, document.map);
    let session = Session::new(&world, snapshot);
    let Cells(cols, rows) = asked.size;
    let size = Size {
        cols,
        rows,
        aspect: 0.5,
    };
    let theme = Theme::new(depth).with(scheme);
    let mut state = State::new(session, &world, keymap, marker, theme, size);
    state.problems = problems;
    (state.file, state.today) = (Some(file), outcome::today());
    let failed = |why: String| Outcome::failed(USAGE_OR_IO, format!("error: {why}\n"));
    render::press(&mut state, &mut world, &asked.keys)
        .map_err(|error| failed(clean(&error.to_string())))?;
    let scale = match format {
        Picture::Svg => SVG_SCALE,
        _ => asked.scale,
    };
    state.pixels = asked.smooth.then(|| Backdrop::pixels(scale));
    let sheet = render::sheet(&state, &world);
    let backdrop = render::backdrop(&state, &world);
    let backdrop = backdrop.as_ref();
    let out = match format {
        Picture::Text => sheet.text().into_bytes(),
        Picture::Svg => cells::draw(&sheet, scheme, backdrop).into_bytes(),
        #[cfg(feature = "pictures")]
        Picture::Png => cells::pixels(&sheet, scheme, backdrop, scale)
            .ok_or_else(|| failed("the screen can't be drawn in pixels".to_owned()))?,
    };
    Ok(Outcome { out, ..said })
}
