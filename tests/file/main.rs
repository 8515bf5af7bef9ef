//! Tests of region files: as they are read, right, wrong and broken, and as they are written, from articles and from the
//! screen.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

#[cfg(unix)]
#[path = "../support/arena.rs"]
mod arena;
#[path = "../support/drafts.rs"]
mod drafts;
#[path = "../support/mod.rs"]
mod support;

mod any_file;
mod draft;
mod invalid;
mod layers;
mod prepared;
mod proposals;
#[cfg(unix)]
mod revising;
mod schema;
#[cfg(unix)]
mod writing;
