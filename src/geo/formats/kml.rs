//! KML, element by element: GeoRust's crate for it builds the whole tree by recursion, however deep a file nests it, and
//! leaves the properties of a placemark in it as they are.

use std::borrow::Cow;

use ::geo::{Coord, LineString, coord};
use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event},
};

use super::{
    error::GeodataError,
    feature::{Feature, polygon},
};
use crate::limits;

pub fn read(text: &str) -> Result<Vec<Feature>, GeodataError> {
    let mut xml = Reader::from_str(text);
    xml.config_mut().expand_empty_elements = true;
    let mut reading = Reading::default();
    loop {
        let before = xml.buffer_position();
        let event = xml.read_event();
        let event = event.map_err(|error| error.to_string());
        let done = event.and_then(|event| reading.take(event));
        match done {
            Ok(true) => {}
            Ok(false) => break,
            Err(why) => {
                let before = usize::try_from(before).unwrap_or(usize::MAX);
                let lines = text.as_bytes().get(..before).unwrap_or_default();
                let line = lines.split(|&byte| byte == b'\n').count();
                return Err(GeodataError::Invalid(format!("line {line}: {why}")));
            }
        }
    }
    if !reading.is_kml {
        return Err(GeodataError::Invalid("it has no element `kml`".to_owned()));
    }
    if reading.features.is_empty() && reading.links {
        return Err(GeodataError::Empty(
            "it only links to another file (NetworkLink)",
        ));
    }
    Ok(reading.features)
}

/// Everything that has been read so far.
#[derive(Default)]
struct Reading {
    features: Vec<Feature>,
    /// The names of the elements that are open.
    open: Vec<String>,
    /// The text since the last start of an element.
    text: String,
    /// The names of the folders that are open, as far as they have been told.
    folders: Vec<Option<String>>,
    placemark: Option<Feature>,
    /// The property whose value comes next.
    property: Option<String>,
    /// The rings of the polygon that is open, the outer one first.
    rings: Vec<LineString>,
    is_kml: bool,
    links: bool,
}

impl Reading {
    /// Takes the next event; `false` at the end of the file.
    fn take(&mut self, event: Event) -> Result<bool, String> {
        match event {
            Event::Start(start) => self.start(&start)?,
            Event::End(_) => self.end()?,
            Event::Text(text) => self.text.push_str(&text.xml10_content()),
            Event::CData(text) => self.text.push_str(&text.xml10_content()),
            Event::GeneralRef(name) => {
                match name.resolve_char_ref().map_err(|error| error.to_string())? {
                    Some(char) => self.text.push(char),
                    None => match resolve_predefined_entity(&name) {
                        Some(text) => self.text.push_str(text),
                        None => return Err(format!("there is no entity `{}`", &*name)),
                    },
                }
            }
            Event::Eof => match self.open.last() {
                Some(name) => return Err(format!("the element `{name}` has no end")),
                None => return Ok(false),
            },
            _ => {}
        }
        Ok(true)
    }

    fn start(&mut self, start: &BytesStart) -> Result<(), String> {
        if self.open.len() == limits::NESTING {
            return Err(format!(
                "more than {} elements within each other",
                limits::NESTING
            ));
        }
        let name = start.local_name().into_inner().to_owned();
        match name.as_str() {
            "kml" => self.is_kml = true,
            "NetworkLink" => self.links = true,
            "Folder" => self.folders.push(None),
            "Placemark" => {
                let mut placemark = Feature {
                    id: attribute(start, "id")?,
                    ..Feature::default()
                };
                if let Some(folder) = self.folders.iter().rev().flatten().next() {
                    placemark.set("folder", folder);
                }
                self.placemark = Some(placemark);
            }
            "Data" | "SimpleData" => self.property = attribute(start, "name")?,
            "Polygon" => self.rings.clear(),
            _ => {}
        }
        self.open.push(name);
        self.text.clear();
        Ok(())
    }

    fn end(&mut self) -> Result<(), String> {
        let name = self.open.pop().unwrap_or_default();
        let parent = self.open.last().map(String::as_str);
        let text = std::mem::take(&mut self.text);
        let Some(placemark) = &mut self.placemark else {
            match (name.as_str(), parent) {
                ("name", Some("Folder")) => {
                    if let Some(folder) = self.folders.last_mut() {
                        *folder = Some(text);
                    }
                }
                ("Folder", _) => drop(self.folders.pop()),
                _ => {}
            }
            return Ok(());
        };
        match (name.as_str(), parent) {
            ("name", Some("Placemark")) => placemark.set("name", &text),
            ("value", Some("Data")) | ("SimpleData", _) => {
                if let Some(property) = self.property.take() {
                    placemark.set(&property, &text);
                }
            }
            ("coordinates", Some("Point")) => placemark.geometry.points.extend(points(&text)?),
            ("coordinates", Some("LineString")) => {
                placemark
                    .geometry
                    .lines
                    .push(LineString::new(points(&text)?));
            }
            ("coordinates", Some("LinearRing")) => {
                let ring = LineString::new(points(&text)?);
                match self.open.iter().rev().nth(1).map(String::as_str) {
                    Some("outerBoundaryIs") => self.rings.insert(0, ring),
                    Some("innerBoundaryIs") => self.rings.push(ring),
                    _ => placemark.geometry.lines.push(ring),
                }
            }
            ("Polygon", _) => {
                let rings = std::mem::take(&mut self.rings);
                placemark.geometry.areas.extend(polygon(rings));
            }
            ("Placemark", _) => {
                self.features.extend(self.placemark.take());
                if self.features.len() > limits::FEATURES {
                    return Err(format!("more than {} placemarks", limits::FEATURES));
                }
            }
            _ => {}
        }
        Ok(())
    }
}

fn attribute(start: &BytesStart, name: &str) -> Result<Option<String>, String> {
    let found = start
        .try_get_attribute(name)
        .map_err(|error| error.to_string())?;
    let value = found.map(|found| found.normalized_value(XmlVersion::Implicit1_0));
    let value = value.transpose().map_err(|error| error.to_string())?;
    Ok(value.map(Cow::into_owned))
}

/// Points, each its numbers with commas between them: longitude, latitude and, perhaps, a height.
fn points(text: &str) -> Result<Vec<Coord>, String> {
    let point = |written: &str| {
        let mut numbers = written.split(',').map(str::parse);
        if let (Some(Ok(x)), Some(Ok(y))) = (numbers.next(), numbers.next()) {
            return Ok(coord! {x: x, y: y});
        }
        let shown: String = written.chars().take(40).collect();
        Err(format!("“{shown}” is no longitude and latitude"))
    };
    text.split_whitespace().map(point).collect()
}
