//! Changes to the region file from the screen: each is shown before it is made, saved at once, and can be taken back.
#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

#[path = "../support/arena.rs"]
mod arena;
mod desk;
mod drawing;
mod mending;
mod newcomer;
#[path = "../support/mod.rs"]
mod support;
