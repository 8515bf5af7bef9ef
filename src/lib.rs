//! A map of who holds what, in a terminal, where every colour is a claim and every claim shows its words.
//!
//! Three ideas carry it:
//!
//! 1. **No colour without a claim.** What the map shows of a place at a date is derived from dated claims by the rule in
//!    [`atlas::rule`]. Nobody types in "held by X".
//! 2. **No claim without its words.** A claim quotes a source and [`atlas::quote`] finds it there, or it says plainly
//!    that it can't: reported (the source is named, its text not held) or inferred (the editor's reading, with its reason).
//!    A quotation that isn't found counts for nothing, and is shown as such.
//!    Where the sources are silent the map says so.
//! 3. **One path.** File → [`Atlas`](atlas::Atlas) → [`Scene`](scene::Scene) and [`Caption`](caption::Caption) → a medium.
//!    Cells, pixels and pictures are painted from one scene; the panel, printed text and what is spoken are one caption.
//!    Citations and annotations are of claims, and come straight from the atlas.
//!
//! The rooms, each of which knows only those above it:
//!
//! | room | its job |
//! |---|---|
//! | [`limits`] | what a file may at most hold |
//! | [`atlas`] | what is known and by whom; the rule from claims to a state at a date; quotations, and what misleads |
//! | [`geo`] | base map, area algebra, projection, viewport, levels of detail |
//! | [`names`] | names in any script and spelling → what they are names of |
//! | [`diagnostics`] | TOML files as people write them, and every problem in them, each with a way out |
//! | [`article`] | articles as people have them → the text that is held, and what is known of it |
//! | [`mod@file`] | `regions.toml` and what it names → atlas and shapes, or every problem in it |
//! | [`import`] | geodata and tables of events as people have them → what a region file says of them, and base maps |
//! | [`scene`] | the picture before it is on any medium: owners of sub-cells, lines, labels, colours |
//! | [`caption`] | the words beside the picture before they are on any medium |
//! | [`export`] | the same atlas, scene and captions on other media: a file a format; what differs between two maps |
//! | [`edit`] | region files as they are written: one to start from, changes that keep its comments, claims from an article |
//! | [`session`] | what a user is doing with a map, whatever front it is done through; its actions and the one `update` |
//! | [`dialogue`] | a front on the session, line by line |
//! | [`tui`] | the other front, the screen: terminal event → action → state → view |
//! | [`config`] | a user's own settings: what each is, and who said so |
//!
//! The tests in `tests/architecture` keep the direction (`rooms.rs`), and keep more than two files from needing each other
//! in a circle (`circles.rs`).
//! Without the feature `tui`, which is on by default, the last two rooms are left out, and the rest is built without a
//! terminal. The program is a crate of its own, in `bin/whoholds`: its arguments in `args`, its commands in `cli.rs`.

#![warn(missing_docs)]

pub mod article;
pub mod atlas;
pub mod caption;
#[cfg(feature = "tui")]
pub mod config;
pub mod diagnostics;
pub mod dialogue;
pub mod edit;
pub mod export;
pub mod file;
pub mod geo;
pub mod import;
pub mod limits;
pub mod names;
pub mod scene;
pub mod session;
#[cfg(feature = "tui")]
pub mod tui;
