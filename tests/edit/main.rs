//! Tests of region files as they are written: from articles, and from the screen.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

#[cfg(unix)]
#[path = "../support/arena.rs"]
mod arena;
#[path = "../support/drafts.rs"]
mod drafts;
#[path = "../support/mod.rs"]
mod support;

mod draft;
mod proposals;
#[cfg(unix)]
mod revising;
#[cfg(unix)]
mod writing;
