//! Tests of what is proposed of invented articles: little is missed, and hardly anything is said of whom it isn't.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

#[path = "support/drafts.rs"]
mod drafts;

use std::{
    fs,
    path::{Path, PathBuf},
};

use whoholds::{
    atlas::{Atlas, Claim},
    edit::Writing,
    session::Desk,
};

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[test]
fn most_of_what_articles_say_is_proposed_and_hardly_anything_else() {
    let measured = drafts::measure(&folder("drafts"));
    assert_eq!(measured.articles, 43);
    let told = format!("{measured:#?}");
    assert!(measured.recall() >= 0.95, "{told}");
    assert!(measured.precision() >= 0.95, "{told}");
}

/// Every claim in the order of the file: of what, what, of whom, when, and in which words.
fn claims(atlas: &Atlas) -> Vec<String> {
    let told = |claim: &Claim| {
        let about: Vec<String> = claim.about.iter().map(|it| format!("{it:?}")).collect();
        let actor = claim.actor.map(|id| &atlas[id].name);
        let quote = claim.quote.as_ref().map(|quote| &quote.exact);
        format!(
            "{about:?} {:?} {actor:?} {:?} {quote:?} {}",
            claim.says, claim.when, claim.draft
        )
    };
    atlas.claims.iter().map(told).collect()
}

/// Everything that the screen proposes of a text, kept as drafts.
fn kept(folder: &Path, text: &str) -> Atlas {
    let (file, document, article) = drafts::opened(folder, text);
    let added = Writing::add(file, &document, &article, drafts::today());
    let (writing, new) = added.expect("a source");
    let mut desk = Desk::new(writing, new.expect("a map with the source"));
    loop {
        let claim = &mut desk.writing.claim;
        (claim.draft, claim.asks) = (true, None);
        if let Ok(document) = desk.writing.keep() {
            desk.rebase(document);
        }
        if !desk.with(|writing, ground| writing.step(ground, true, true)) {
            return desk.kept.atlas;
        }
    }
}

#[test]
fn the_command_prints_what_the_screen_would_propose() {
    let folder = folder("drafts-kept");
    for drafts::Expected { text, .. } in drafts::articles() {
        let mut printed = claims(&drafts::drafted(&folder, &text).atlas);
        // Of a sentence that names nobody but an actor, the screen asks what it is about.
        printed.retain(|claim| !claim.starts_with("[\"Actor"));
        assert_eq!(printed, claims(&kept(&folder, &text)), "{text}");
        assert!(
            printed.iter().all(|claim| claim.ends_with("true")),
            "{printed:?}"
        );
    }
}
