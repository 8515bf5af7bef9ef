//! A quotation in a text; the first line is what is quoted. What is proved stands there.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whoholds::atlas::quote::Text;

fuzz_target!(|both: &str| {
    let (quote, raw) = both.split_once('\n').unwrap_or((both, ""));
    let text = Text::new(raw.to_owned(), 0);
    if let Some(passage) = text.prove(quote).passage() {
        for range in &passage.ranges {
            assert!(!raw[range.clone()].is_empty());
        }
    }
});
