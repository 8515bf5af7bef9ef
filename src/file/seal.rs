//! The keys that seal held texts, as they are printed.

use super::{
    Document, RegionFile, folder,
    lower::sha256,
    write::{comment, string},
};

/// The keys that seal each held text, to be pasted under its source.
pub fn seal(file: &RegionFile, document: &Document) -> String {
    let mut out = String::new();
    for source in &document.atlas.sources {
        let Some(path) = &source.path else { continue };
        out += &comment(&format!("{}: {path}", source.id));
        if source.sha256.is_some() {
            out += &comment("sealed, and unchanged since");
        } else if let Ok(Some(bytes)) = file.folder.bytes(path, folder::TEXT) {
            out.extend(["sha256 = ", &string(&sha256(&bytes)), "\n"]);
        }
        if source.retrieved.is_none() {
            out += &comment("retrieved = 2026-01-29, or whatever day the text was fetched");
        }
        out += "\n";
    }
    if out.is_empty() {
        comment("no source holds a text that could be sealed")
    } else {
        out.trim_end().to_owned() + "\n"
    }
}
