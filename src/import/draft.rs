//! The entries of a region file while they are made.

use crate::{
    atlas::Date,
    file::{comment, entry::Entry},
    geo::Basemap,
};

use super::{actors::Actors, names::Names};

/// Entries that grow file by file, in the order in which they are printed.
pub struct Draft {
    pub names: Names,
    pub actors: Actors,
    /// Sources have ids of their own.
    pub source_names: Names,
    pub sources: String,
    pub places: String,
    pub claims: String,
    pub newest_layer: Option<Date>,
    pub newest_event: Option<Date>,
    pub notes: Vec<String>,
}

impl Draft {
    /// An empty one, in which no id is one of the base map's.
    pub fn beside(base: Option<&Basemap>) -> Self {
        let outlines = base.iter().flat_map(|base| &base.outlines);
        Self {
            names: Names::without(outlines.map(|outline| outline.id.as_str()).chain(["map"])),
            actors: Actors::default(),
            source_names: Names::without(["map"]),
            sources: String::new(),
            places: String::new(),
            claims: String::new(),
            newest_layer: None,
            newest_event: None,
            notes: Vec::new(),
        }
    }

    /// The date that the map is of: that of its newest layer, or of its newest event where it has no layers. An event
    /// says nothing of who holds what, so one that is later than all layers leaves the map at its last.
    pub fn newest(&self) -> Option<Date> {
        self.newest_layer.or(self.newest_event)
    }

    /// Adds the source that a file of shapes is, and returns its id.
    pub fn add_source(&mut self, id: &str, title: &str) -> String {
        let id = self.source_names.free(id, "source");
        let mut source = Entry::table("source");
        source.text("id", &id);
        source.text("title", title).decide("who drew it");
        source.open("publisher", "…", "who published it");
        source.open("url", "…", "where it can be found");
        self.sources += &String::from(source);
        id
    }

    /// All entries below the keys at the top, in the order in which they are read best.
    pub fn printed(&self, head: &str) -> String {
        let open = [&self.sources, &self.places, &self.claims]
            .iter()
            .any(|part| part.contains("# decide:"));
        let mut toml = head.to_owned();
        if open {
            toml += "\n";
            toml += &comment("What is marked `decide` is left to you.");
        }
        toml += &self.sources;
        toml += &self.actors.entries();
        toml += &self.places;
        toml += &self.claims;
        toml.trim_start_matches('\n').to_owned()
    }
}
