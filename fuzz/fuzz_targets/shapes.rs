//! A file of shapes with any text in it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whoholds::geo::polygons;

fuzz_target!(|text: &str| {
    let _ = polygons::read(text);
});
