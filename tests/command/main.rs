//! Tests of what the commands print, write and refuse: one crate, as each by itself would be linked for longer than it
//! runs.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

#[cfg(unix)]
#[path = "../support/arena.rs"]
mod arena;

#[cfg(unix)]
mod basemap;
mod cite;
mod diff;
mod export;
#[cfg(unix)]
mod import;
mod manual;
#[cfg(unix)]
mod new;
mod plain;
mod render;
mod repair;
mod sealed;
#[cfg(unix)]
mod steering;
