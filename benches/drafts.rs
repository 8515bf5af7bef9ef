//! Prints how much of what the invented articles say is proposed (recall), how much of what is proposed they say
//! (precision), and how long that takes: adding each article, and going through its sentences.
#![expect(clippy::expect_used, reason = "a bench that can't go on fails")]
#![expect(clippy::print_stdout, reason = "its result")]

#[path = "../tests/support/drafts.rs"]
mod drafts;

use std::time::Instant;

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let start = Instant::now();
    let measured = drafts::measure(folder.path());
    let each = start.elapsed() / u32::try_from(measured.articles).expect("few");
    println!(
        "{} articles, {} claims: recall {:.0} %, precision {:.0} %, {each:.1?} each",
        measured.articles,
        measured.expected,
        100.0 * measured.recall(),
        100.0 * measured.precision()
    );
    for wrong in &measured.wrong {
        println!("  {wrong}");
    }
}
