//! A brief in Markdown: who holds what, each with its quotation and where it is from.

use std::fmt::Write;

use super::{
    ExportError, Exported, Exporter,
    citation::{Format, cite, markdown},
};
use crate::{atlas::Place, caption::words::clean};

/// A heading, the shares, and a paragraph for each place with the claims that decide it as quotations.
#[derive(Clone, Copy, Debug)]
pub struct Brief;

impl Exporter for Brief {
    fn name(&self) -> &'static str {
        "md"
    }

    fn about(&self) -> &'static str {
        "A brief of who holds what, each with its quotation and citation (Markdown)"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["md", "markdown"]
    }

    fn media_type(&self) -> &'static str {
        "text/markdown; charset=utf-8; variant=CommonMark"
    }

    fn export(&self, exported: &Exported) -> Result<Vec<u8>, ExportError> {
        let captions = exported.captions();
        let mut overview = captions.overview().into_iter();
        let title = overview.next().map(|line| line.text());
        let mut out = format!("# {}\n", markdown(&title.unwrap_or_default()));
        let mut in_list = false;
        for line in overview.filter(|line| !line.is_blank()) {
            let text = markdown(line.text().trim());
            // What is set in is an entry of the list under the heading.
            let is_entry = line.indent > 0;
            let before = if in_list && is_entry { "" } else { "\n" };
            let mark = if is_entry { "- " } else { "" };
            let _ = writeln!(out, "{before}{mark}{text}");
            in_list = is_entry;
        }
        if let Some(filtered) = exported.filtered() {
            let _ = writeln!(out, "\n{}", markdown(&filtered));
        }
        for (heading, wanted) in [("Regions", true), ("Sites", false)] {
            let is_wanted = |place: &Place| matches!(place, Place::Region(_)) == wanted;
            let places = exported.places().filter(is_wanted);
            let places: String = places.map(|place| paragraph(exported, place)).collect();
            if !places.is_empty() {
                let _ = write!(out, "\n## {heading}\n{places}");
            }
        }
        let events = exported.recent_events();
        if !exported.atlas.events.is_empty() {
            let counted = captions.counted_events(events.len(), &exported.filter);
            let _ = write!(out, "\n## {counted}\n\n");
        }
        for event in events {
            let lines = captions.event_lines(event).into_iter();
            let lines: Vec<String> = lines.map(|line| markdown(line.text().trim())).collect();
            let _ = writeln!(out, "- {}", lines.join(" "));
        }
        Ok(out.into_bytes())
    }
}

fn paragraph(exported: &Exported, place: Place) -> String {
    let captions = exported.captions();
    let literal = |text: &str| markdown(&clean(text));
    let name = literal(exported.atlas.name(place));
    let stated = literal(&captions.stated(place).words);
    let grade = literal(&captions.grade(place));
    let known = if grade.is_empty() {
        String::new()
    } else {
        format!(" ({grade})")
    };
    let mut out = format!("\n**{name}**: {stated}{known}\n");
    for entry in captions.deciding(place) {
        let says = entry.says.as_deref().filter(|_| !entry.repeats_state);
        if let Some(says) = says {
            let _ = writeln!(out, "\n{}:", literal(says));
        }
        let at = exported.snapshot.date;
        let _ = write!(
            out,
            "\n{}",
            cite(exported.atlas, entry.claim, at, Format::Markdown)
        );
    }
    out
}
