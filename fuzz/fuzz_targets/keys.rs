//! The name of a key, and a table of keys.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whoholds::tui::{Key, Keymap};

fuzz_target!(|text: &str| {
    if let Ok(key) = text.parse::<Key>() {
        assert_eq!(key.written().parse::<Key>().ok(), Some(key));
    }
    let _ = Keymap::read(text);
});
