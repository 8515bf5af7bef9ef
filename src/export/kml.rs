//! Places with their states as KML 2.2 (OGC 07-147r2), for globes and map programs.

use std::fmt::Write;

use super::{
    ExportError, Exported, Exporter,
    geojson::geometry::Geometry,
    place_state::PlaceState,
    tone::{self, Rgb},
    xml::escape,
};
use crate::{
    atlas::{Event, Place},
    caption::{Line, Role},
};

/// Regions and sites in the colours of their holders, each with the words it stands on.
#[derive(Clone, Copy, Debug)]
pub struct Kml;

impl Exporter for Kml {
    fn name(&self) -> &'static str {
        "kml"
    }

    fn about(&self) -> &'static str {
        "Regions and sites in the colours of their holders, for globes"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["kml"]
    }

    fn media_type(&self) -> &'static str {
        "application/vnd.google-earth.kml+xml"
    }

    fn export(&self, exported: &Exported) -> Result<Vec<u8>, ExportError> {
        let atlas = exported.atlas;
        let (title, at) = (escape(&atlas.title), exported.snapshot.date);
        let mut out = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n\
             <name>{title}</name>\n<description>as of {at}{}</description>\n",
            exported
                .filtered()
                .map_or_else(String::new, |it| format!(". {}", escape(&it)))
        );
        for (folder, wanted) in [("Regions", true), ("Sites", false)] {
            let _ = writeln!(out, "<Folder>\n<name>{folder}</name>");
            let is_wanted = |place: &Place| matches!(place, Place::Region(_)) == wanted;
            for place in exported.places().filter(is_wanted) {
                out += &placemark(exported, place);
            }
            out += "</Folder>\n";
        }
        let events: String = exported
            .recent_events()
            .into_iter()
            .map(|it| event(exported, it))
            .collect();
        if !events.is_empty() {
            let _ = writeln!(out, "<Folder>\n<name>Events</name>\n{events}</Folder>");
        }
        out += "</Document>\n</kml>\n";
        Ok(out.into_bytes())
    }
}

fn placemark(exported: &Exported, place: Place) -> String {
    let atlas = exported.atlas;
    let state = PlaceState::new(&exported.captions(), place);
    let colour = tone::place(exported, place, &state);
    let style = match place {
        Place::Region(_) => format!(
            "<LineStyle><color>ff444444</color></LineStyle><PolyStyle><color>{}</color></PolyStyle>",
            abgr(colour, tone::opacity(&state)),
        ),
        Place::Site(_) => format!(
            "<IconStyle><color>{}</color></IconStyle>",
            abgr(colour, 1.0)
        ),
    };
    format!(
        "<Placemark id=\"place-{}\">\n<name>{}</name>\n<description>{}</description>\n<Style>{style}</Style>\n{}</Placemark>\n",
        // An id in XML has no colon, which only the ids of towns have here.
        escape(&atlas.id(place).replace(':', ".")),
        escape(atlas.name(place)),
        // The description is HTML inside XML.
        escape(&description(exported, place)),
        geometry(&Geometry::new(exported, place)),
    )
}

/// An event with its date, its words and who says so.
fn event(exported: &Exported, event: &Event) -> String {
    let mut words = String::new();
    for line in exported.captions().event_lines(event) {
        let _ = write!(words, "<p>{}</p>", escape(&line.text()));
    }
    let geometry = self::geometry(&Geometry::point(event.at));
    format!(
        "<Placemark>\n<name>{}</name>\n<description>{}</description>\n<TimeStamp><when>{}</when></TimeStamp>\n{geometry}</Placemark>\n",
        escape(&event.place_name()),
        escape(&words),
        event.date.iso(),
    )
}

/// Writes, as HTML, who has the place, how well that is known, and the words that say so.
fn description(exported: &Exported, place: Place) -> String {
    let lines = exported.captions().brief(place).into_iter();
    // The name stands above already, and the colour is on the map.
    let paragraph = |line: Line| {
        let spans = line.spans.iter();
        let spans = spans.filter(|span| !matches!(span.role, Role::Mark(_)));
        let text: String = spans.map(|span| escape(&span.text)).collect();
        format!("<p>{text}</p>")
    };
    lines.skip(1).map(paragraph).collect()
}

/// A colour as KML has it: opacity, blue, green and red.
fn abgr([r, g, b]: Rgb, opacity: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "opacities are from 0 to 1"
    )]
    let alpha = (opacity * 255.0).round() as u8;
    format!("{alpha:02x}{b:02x}{g:02x}{r:02x}")
}

fn geometry(geometry: &Geometry) -> String {
    match geometry {
        Geometry::Point(at) => format!("<Point>{}</Point>\n", coordinates(&[*at])),
        Geometry::Polygon(rings) => polygon(rings),
        Geometry::MultiPolygon(parts) => {
            let parts: String = parts.iter().map(|rings| polygon(rings)).collect();
            format!("<MultiGeometry>\n{parts}</MultiGeometry>\n")
        }
    }
}

fn polygon(rings: &[Vec<[f64; 2]>]) -> String {
    let mut kml = "<Polygon>\n".to_owned();
    for (n, ring) in rings.iter().enumerate() {
        let side = if n == 0 { "outer" } else { "inner" };
        let _ = writeln!(
            kml,
            "<{side}BoundaryIs><LinearRing>{}</LinearRing></{side}BoundaryIs>",
            coordinates(ring),
        );
    }
    kml + "</Polygon>\n"
}

fn coordinates(points: &[[f64; 2]]) -> String {
    let points: Vec<String> = points
        .iter()
        .map(|[lon, lat]| format!("{lon},{lat}"))
        .collect();
    format!("<coordinates>{}</coordinates>", points.join(" "))
}
