//! The map as a picture: the same scene as in cells.

use std::sync::{Arc, OnceLock};

use crate::support::Screen;
use geo::coord;
use proptest::prelude::*;
use ratatui::{buffer::Buffer, layout::Rect, style::Color};
use whoholds::{
    atlas::{Lens, Place, state::Snapshot},
    file::{self, Document, RegionFile},
    geo::Viewport,
    scene::{Depth, Layers, Marker, Picture, Pin, Resolution, Scene, SceneCache, Theme, View},
    tui::{MapPane, WINDOW},
};

const OCTANTS: Resolution = Resolution::Subcells(Marker::Octant);

const PIXELS: Resolution = Resolution::Pixels(10, 20);

/// Pieces on a side of a sub-cell of an octant, so many that in its middle there is the middle of a piece.
const ODD: Resolution = Resolution::Pixels(5, 10);

fn document() -> &'static Document {
    static DOCUMENT: OnceLock<Document> = OnceLock::new();
    DOCUMENT.get_or_init(|| file::load(&RegionFile::builtin()).expect("the built-in map is right"))
}

fn snapshot() -> &'static Snapshot {
    static SNAPSHOT: OnceLock<Snapshot> = OnceLock::new();
    SNAPSHOT.get_or_init(|| Snapshot::at(&document().atlas, document().atlas.as_of))
}

fn view(viewport: Viewport, selected: Option<Place>, resolution: Resolution) -> View<'static> {
    View {
        atlas: &document().atlas,
        map: &document().map,
        snapshot: snapshot(),
        marked: None,
        lens: Lens::default(),
        viewport,
        selected,
        highlighted: None,
        filter: &[],
        pin: None,
        layers: Layers::default(),
        resolution,
    }
}

fn whole() -> Viewport {
    Viewport::fit(document().map.extent(), 60, 24, 0.5)
}

fn picture(scene: &Scene) -> Picture {
    let picture = scene.picture(&Theme::new(Depth::True));
    picture.expect("it has the colours")
}

fn colour(picture: &Picture, x: usize, y: usize) -> Color {
    let index = picture.pixels.get(x, y).expect("a pixel");
    Color::from(picture.palette[usize::from(index)])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn a_pixel_has_the_owner_of_the_subcell_that_it_is_the_middle_of(
        closer in 1.0..12.0f64, x in 0.1..0.9f64, y in 0.1..0.9f64,
    ) {
        let whole = whole();
        let centre = whole.plane(coord! {x: x * f64::from(whole.cols), y: y * f64::from(whole.rows)});
        let viewport = Viewport { centre, row: whole.row / closer, ..whole };
        let [cells, fine] = [OCTANTS, ODD].map(|resolution| Scene::build(&view(viewport, None, resolution)));
        let (cells, fine) = (cells.owners(), fine.owners());
        // Either may stray by half of what it shows at borders, and nowhere else.
        for y in 1..cells.height() - 1 {
            for x in 1..cells.width() - 1 {
                let owner = cells.row(y)[x];
                let pixel = fine.row(5 * y + 2)[5 * x + 2];
                let inside = (y - 1..=y + 1).all(|y| cells.row(y)[x - 1..=x + 1] == [owner; 3])
                    && (5 * y..5 * y + 5).all(|y| fine.row(y)[5 * x..5 * x + 5] == [pixel; 5]);
                if inside {
                    prop_assert_eq!(pixel, owner, "{},{}", x, y);
                }
            }
        }
        let same = |y: usize| {
            let row = fine.row(5 * y + 2);
            cells.row(y).iter().enumerate().filter(|(x, owner)| row[5 * x + 2] == **owner).count()
        };
        let agree: usize = (0..cells.height()).map(same).sum();
        prop_assert!(agree * 100 >= cells.height() * cells.width() * 98, "{agree}");
    }
}

#[test]
fn areas_have_the_colours_that_cells_have() {
    let [cells, fine] =
        [OCTANTS, PIXELS].map(|resolution| Scene::build(&view(whole(), None, resolution)));
    let area = Rect::new(0, 0, 60, 24);
    let mut buf = Buffer::empty(area);
    cells.paint(&Theme::new(Depth::True), &mut MapPane::new(&mut buf, area));
    let picture = picture(&fine);
    assert_eq!(
        (picture.pixels.width(), picture.pixels.height()),
        (600, 480)
    );
    let mut seen = 0;
    for (col, row) in (0..60).flat_map(|col| (0..24).map(move |row| (col, row))) {
        let (x, y) = (usize::from(col) * 10, usize::from(row) * 20);
        let one = colour(&picture, x + 5, y + 10);
        let plain = (y..y + 20).all(|y| (x..x + 10).all(|x| colour(&picture, x, y) == one));
        if plain && buf[(col, row)].symbol() == " " && buf[(col, row)].fg == buf[(col, row)].bg {
            seen += 1;
            assert_eq!(buf[(col, row)].bg, one, "{col},{row}");
        }
    }
    assert!(seen > 400, "{seen} cells are of one colour");
}

#[test]
fn the_same_view_has_the_same_scene_and_another_view_another_picture() {
    let cache = SceneCache::default();
    let at = |selected, viewport| cache.scene(&view(viewport, selected, PIXELS));
    let place = document().atlas.places().next();
    let first = at(None, whole());
    assert!(Arc::ptr_eq(&first, &at(None, whole())));
    let selected = at(place, whole());
    assert!(!first.has_picture_of(&selected));
    assert_ne!(picture(&first), picture(&selected));
    assert!(!selected.has_picture_of(&at(place, whole().moved(1.0, 0.0))));
}

#[test]
fn a_scene_that_differs_in_its_words_alone_has_the_same_picture() {
    let cache = SceneCache::default();
    let plain = view(whole(), None, PIXELS);
    let pinned = View {
        pin: Some(Pin::Town(0)),
        ..plain.clone()
    };
    let (plain, pinned) = (cache.scene(&plain), cache.scene(&pinned));
    assert_ne!(plain.labels(), pinned.labels());
    assert!(plain.has_picture_of(&pinned));
    assert_eq!(picture(&plain), picture(&pinned));
}

#[test]
fn a_scene_in_subcells_has_a_picture_too() {
    let scene = Scene::build(&view(whole(), None, OCTANTS));
    let pixels = picture(&scene).pixels;
    assert_eq!((pixels.width(), pixels.height()), (120, 96));
}

#[test]
fn there_is_no_picture_in_colours_that_a_user_chooses() {
    let scene = Scene::build(&view(whole(), None, PIXELS));
    for depth in [Depth::None, Depth::Ansi16] {
        assert_eq!(scene.picture(&Theme::new(depth)), None);
    }
}

#[test]
fn what_is_cut_out_is_clear_and_nothing_else() {
    let whole = picture(&Scene::build(&view(whole(), None, PIXELS)));
    let mut cut = whole.clone();
    cut.cut_out((3, 2), (10, 20));
    for y in 0..whole.pixels.height() {
        for x in 0..whole.pixels.width() {
            let out = (30..40).contains(&x) && (40..60).contains(&y);
            let before = whole.pixels.get(x, y);
            assert_ne!(before, Some(Picture::CLEAR));
            let now = if out { Some(Picture::CLEAR) } else { before };
            assert_eq!(cut.pixels.get(x, y), now);
        }
    }
}

fn windows(screen: &Screen) -> usize {
    let cells = &screen.buffer().content;
    cells.iter().filter(|cell| cell.symbol() == WINDOW).count()
}

#[test]
fn words_and_boxes_stand_over_the_picture() {
    let mut screen = Screen::new(100, 30);
    assert_eq!(windows(&screen), 0);
    screen.state.pixels = Some((10, 20));
    let text = screen.text();
    for word in ["NORTHEAST", "Kurdish-led", "Aleppo", "km"] {
        assert!(text.contains(word), "{word} in\n{text}");
    }
    let open = windows(&screen);
    let screen = screen.press("?");
    assert!(windows(&screen) < open, "the help covers some of it");
    let screen = screen.press("esc");
    assert_eq!(windows(&screen), open);
}

#[test]
fn cells_remain_without_colours_and_in_ascii() {
    let mut screen = Screen::new(100, 30).in_colours(Depth::Ansi16);
    screen.state.pixels = Some((10, 20));
    assert_eq!(windows(&screen), 0);
    let screen = screen.in_colours(Depth::Ansi256);
    assert!(windows(&screen) > 0);
    assert_eq!(windows(&screen.drawn_in(Marker::Ascii)), 0);
}
