//! The cost of a frame on maps of any size, against ratatui's own canvas drawing only the outlines of the same map.
//!
//! `cargo bench --bench generated` prints the times; `benches/ratios.rs` holds what they may be to each other.

use divan::Bencher;
use ratatui::buffer::Buffer;
use whoholds::{
    geo::Viewport,
    scene::{Depth, Theme},
};

#[path = "support/made.rs"]
mod made;
use made::{Made, PANE};

/// Cells on a side, and points on each of a cell's four edges: 3,072, 18,432, 101,376 and 544,768 vertices.
const MAPS: [(usize, usize); 4] = [(8, 12), (16, 18), (24, 44), (32, 133)];

fn main() {
    divan::main();
}

/// A whole filled and labelled map, scene and paint, into a buffer; without panel, diff and terminal.
#[divan::bench(args = MAPS)]
fn frame(bencher: Bencher, size: (usize, usize)) {
    let made = Made::new(size.0, size.1);
    let viewport = made.viewport(1.0);
    draw(bencher, &made, viewport);
}

/// The same shapes with 32 times the vertices.
#[divan::bench(args = [(16, 18), (16, 18 * 32)])]
fn same_shapes(bencher: Bencher, size: (usize, usize)) {
    let made = Made::new(size.0, size.1);
    let viewport = made.viewport(1.0);
    draw(bencher, &made, viewport);
}

/// A sixteenth of the largest map's width.
#[divan::bench]
fn zoomed(bencher: Bencher) {
    let (cells, points) = MAPS[3];
    let made = Made::new(cells, points);
    let viewport = made.viewport(16.0);
    draw(bencher, &made, viewport);
}

/// The outlines alone, drawn by ratatui's canvas into the same pane.
#[divan::bench(args = MAPS)]
fn canvas(bencher: Bencher, size: (usize, usize)) {
    draw_canvas(bencher, &Made::new(size.0, size.1), 1.0);
}

/// The same of the part that `zoomed` shows.
#[divan::bench]
fn canvas_zoomed(bencher: Bencher) {
    let (cells, points) = MAPS[3];
    draw_canvas(bencher, &Made::new(cells, points), 16.0);
}

fn draw(bencher: Bencher, made: &Made, viewport: Viewport) {
    let (snapshot, theme) = (made.snapshot(), Theme::new(Depth::True));
    let mut buffer = Buffer::empty(PANE);
    bencher.bench_local(|| made.paint(&snapshot, viewport, &theme, &mut buffer));
}

fn draw_canvas(bencher: Bencher, made: &Made, zoom: f64) {
    let mut buffer = Buffer::empty(PANE);
    bencher.bench_local(|| made.canvas(zoom, &mut buffer));
}
