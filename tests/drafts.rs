//! Tests of what is proposed of invented articles: little is missed, and hardly anything is said of whom it isn't.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

#[path = "support/drafts.rs"]
mod drafts;

use std::path::Path;

#[test]
fn most_of_what_articles_say_is_proposed_and_hardly_anything_else() {
    let measured = drafts::measure(Path::new(env!("CARGO_TARGET_TMPDIR")));
    assert_eq!(measured.articles, 36);
    let told = format!("{measured:#?}");
    assert!(measured.recall() >= 0.95, "{told}");
    assert!(measured.precision() >= 0.95, "{told}");
}
