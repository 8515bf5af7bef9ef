//! A table of events with anything in it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whoholds::file::events::{Columns, Table};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(table) = Table::read(bytes, &Columns::default(), None) {
        let _ = table.told_left_out();
    }
});
