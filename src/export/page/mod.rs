//! One page with the map, what is said of each place, and the texts that it is said in: no network, no other file.
//!
//! Sources can be switched off in the page, in more combinations than could be worked out beforehand. So the page is
//! given the claims and the table of verbs, and its script applies the rule itself; `tests/page` checks in a browser
//! that it finds what the program finds, at every date and without each source. (The program itself, compiled for
//! browsers, would be larger than all the rest of the page.)
//!
//! Nothing of a region file is ever markup: names are escaped or set as text, and a policy in the page allows the
//! browser to run one script alone, the page's own by its hash.

mod data;
mod gather;

use std::fmt::Write;

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::{
    ExportError, Exported, Exporter,
    svg::basemap,
    vector::{self, Chart, TextLine, Tone},
    xml::escape,
};
use crate::{
    atlas::{Atlas, Lens},
    caption::plain_text,
    scene::ColourScheme,
};
use data::Data;

/// Cells that the map is wide and high, and the units a cell is wide.
const CELLS: (u16, u16) = (150, 50);
const CELL: f64 = 7.0;
/// The middle of the same frame in larger cells, for the larger and fewer labels of a narrow screen.
const SMALL_CELLS: (u16, u16) = (46, 20);

const TEMPLATE: &str = include_str!("../../../assets/page/page.html");
const STYLE: &str = include_str!("../../../assets/page/page.css");
/// The script, in the order in which its parts need each other.
const SCRIPT: &str = concat!(
    include_str!("../../../assets/page/rule.js"),
    include_str!("../../../assets/page/words.js"),
    include_str!("../../../assets/page/view.js"),
    include_str!("../../../assets/page/map.js"),
    include_str!("../../../assets/page/events.js"),
    include_str!("../../../assets/page/plot.js"),
    include_str!("../../../assets/page/panel.js"),
    include_str!("../../../assets/page/page.js"),
);

/// A page for browsers.
#[derive(Clone, Copy, Debug)]
pub struct Html;

impl Exporter for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn about(&self) -> &'static str {
        "A page for browsers, in one file: the map, its dates, its sources and their words"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["html", "htm"]
    }

    fn media_type(&self) -> &'static str {
        "text/html; charset=utf-8"
    }

    fn is_of_all_dates(&self) -> bool {
        true
    }

    fn left_out(&self, exported: &Exported) -> Option<String> {
        let all = exported.atlas.events.len();
        let newest = gather::newest(exported.atlas).len();
        (newest < all).then(|| format!("the page has the newest {newest} of {all} events"))
    }

    fn export(&self, exported: &Exported) -> Result<Vec<u8>, ExportError> {
        // Its script colours the map by the lens and the filter.
        let drawn = &Exported {
            lens: Lens::default(),
            filter: Vec::new(),
            ..exported.clone()
        };
        let chart = Chart::new(drawn, CELLS, CELL);
        let small = Chart::new(
            drawn,
            SMALL_CELLS,
            CELL * f64::from(CELLS.1) / f64::from(SMALL_CELLS.1),
        );
        let data = serde_json::to_string(&Data::new(exported, &chart))?;
        let hash = STANDARD.encode(Sha256::digest(SCRIPT.as_bytes()));
        let words = plain_text(&exported.captions().summary(), super::text::COLUMNS);
        let (width, height) = chart.frame.size();
        let parts = [
            ("title", escape(&exported.atlas.title)),
            ("hash", hash),
            ("style", format!("{}{STYLE}", colours(exported.atlas))),
            ("width", width.to_string()),
            ("height", height.to_string()),
            ("patterns", chart.patterns()),
            ("land", chart.land(false)),
            ("sites", chart.sites()),
            ("labels", labels(&chart)),
            ("small-labels", labels(&small)),
            (
                "small-left",
                ((width - small.frame.size().0) / 2.0).to_string(),
            ),
            ("basemap", escape(basemap(exported))),
            (
                "words",
                words.lines().map(|line| escape(line) + "\n").collect(),
            ),
            // No `<` in a string ends the element that the data stand in.
            ("data", data.replace('<', "\\u003c")),
            ("script", SCRIPT.to_owned()),
        ];
        Ok(filled(TEMPLATE, &parts).into_bytes())
    }
}

/// The elements of the texts on a map, and the dots of towns under them.
fn labels(chart: &Chart) -> String {
    let lines = chart.labels();
    let lines: String = lines.iter().map(TextLine::element).collect();
    format!("<g class=\"labels\">\n{}{lines}</g>\n", chart.spots())
}

/// A template with each `{{name}}` replaced, in one pass, so that nothing that is filled in is taken for a name.
pub(super) fn filled(template: &str, parts: &[(&str, String)]) -> String {
    let mut page = String::new();
    for (n, piece) in template.split("{{").enumerate() {
        match piece.split_once("}}").filter(|_| n > 0) {
            Some((name, rest)) => {
                let part = parts.iter().find(|(known, _)| *known == name);
                page.push_str(part.map_or("", |(_, text)| text));
                page.push_str(rest);
            }
            None => page.push_str(piece),
        }
    }
    page
}

/// The colours of both schemes as properties, and each class by its own.
fn colours(atlas: &Atlas) -> String {
    let properties = |scheme: ColourScheme| -> String {
        let tones = vector::tones(scheme, atlas).into_iter();
        let property =
            |Tone { class, colour, ink }| format!("--{class}:{colour};--on-{class}:{ink};");
        tones.map(property).collect()
    };
    let mut classes = String::new();
    for Tone { class, .. } in vector::tones(ColourScheme::Light, atlas) {
        let _ = writeln!(
            classes,
            ".{class}{{fill:var(--{class})}}.chip.{class}{{background:var(--{class});color:var(--on-{class})}}"
        );
    }
    let (light, dark) = (
        properties(ColourScheme::Light),
        properties(ColourScheme::Dark),
    );
    format!(
        ":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n\
         @media screen{{:root[data-theme=dark]{{{dark}}}}}\n{classes}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_not_filled_in_again() {
        let parts = [("a", "{{b}}".to_owned()), ("b", "x".to_owned())];
        assert_eq!(filled("<{{a}}|{{b}}|{{c}}>", &parts), "<{{b}}|x|>");
    }
}
