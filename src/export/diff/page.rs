//! Differences as a page: the map with what changed hatched, then everything in words.

use std::fmt::Write;

use super::{Diff, render::Section};
use crate::export::{page::filled, xml::escape};

const TEMPLATE: &str = include_str!("page.html");

impl Diff {
    /// The page around a picture of the map.
    pub fn page(&self, picture: &str) -> String {
        let sections: String = self.sections().map(section).collect();
        let parts = [
            ("title", escape(&self.title)),
            ("compared", escape(&self.compared())),
            ("picture", picture.to_owned()),
            ("sections", sections),
        ];
        filled(TEMPLATE, &parts)
    }
}

fn section(section: Section) -> String {
    let mut out = format!("<h2>{}</h2>\n<ul>\n", escape(&section.heading));
    for item in section.items {
        let _ = write!(
            out,
            "<li><span class=\"mark\">{}</span> <b>{}</b>",
            item.marked(),
            escape(&item.title)
        );
        if !item.details.is_empty() {
            let details = item.details.iter();
            let details = details.map(|detail| format!("<li>{}</li>\n", escape(detail)));
            let _ = write!(out, "\n<ul>\n{}</ul>", details.collect::<String>());
        }
        out.push_str("</li>\n");
    }
    out + "</ul>\n"
}
