//! Areas of regions, made from units, outlines, files and each other.

mod form;
mod made;

use std::{borrow::Cow, vec};

use ::geo::{BoundingRect, CoordsIter, Intersects, MultiPolygon};

use crate::{
    atlas::Date,
    diagnostics::{Check, Code, Field, List, Located, Problem, Span, suggest},
    geo::{Basemap, Flaw, TooIntricate, Unit, algebra},
    limits::{DATED_AREAS, POINTS},
};

use form::{check_form, check_order, check_units};
pub(super) use made::Made;

use super::{
    area_file,
    dated_areas::RegionArea,
    folder::Folder,
    ids::{Ids, Thing},
    wire::{self, LonLat, Within},
};

/// The areas made so far, and what they are made from.
pub(super) struct Areas<'a> {
    /// `None` where it can't be read: then areas are checked for their form only.
    base: Option<&'a Basemap>,
    folder: &'a Folder,
    /// Areas that are made already, of the regions that have one area each.
    prepared: vec::IntoIter<MultiPolygon>,
    outlines: Vec<Option<MultiPolygon>>,
    regions: Vec<Option<RegionArea>>,
    made: Vec<Made>,
    /// The number of those for a date, and of the points in them.
    dated: usize,
    dated_points: usize,
}

impl<'a> Areas<'a> {
    pub fn new(base: Option<&'a Basemap>, folder: &'a Folder, prepared: Vec<MultiPolygon>) -> Self {
        Self {
            base,
            folder,
            prepared: prepared.into_iter(),
            outlines: Vec::new(),
            regions: Vec::new(),
            made: Vec::new(),
            dated: 0,
            dated_points: 0,
        }
    }

    /// The areas by region, `None` where something was wrong with one; and what each is made of.
    pub fn into_regions(self) -> (Vec<Option<RegionArea>>, Vec<Made>) {
        (self.regions, self.made)
    }

    /// Makes the outlines of the file.
    pub fn outlines(
        &mut self,
        list: Vec<Located<wire::Outline>>,
        ids: &mut Ids,
        check: &mut Check,
    ) {
        for Located { value: wire, at } in list {
            check.require(
                &at,
                &[("id", wire.id.is_absent()), ("ring", wire.ring.is_absent())],
            );
            ids.things
                .define(wire.id, Thing::Outline(self.outlines.len()), check);
            let ring = check.take(wire.ring);
            self.outlines
                .push(ring.and_then(|ring| self.ring(ring.value, &ring.at, check)));
        }
    }

    /// Makes the area of the next region.
    pub fn region(&mut self, area: Field<wire::Area>, ids: &Ids, check: &mut Check) {
        let area = check.take(area);
        let made = area.as_ref().map(|area| Made::of(&area.value));
        let prepared = self.prepared.next();
        let shape = prepared.or_else(|| self.shape(area?, ids, check));
        self.push(shape.map(RegionArea::Fixed), made.unwrap_or_default());
    }

    /// Makes the areas of the next region, which has one from each date on.
    pub fn dated_region(&mut self, areas: List<wire::DatedArea>, ids: &Ids, check: &mut Check) {
        let list = check.some_items(areas);
        let mut dated: Vec<Option<Located<(Date, MultiPolygon)>>> = Vec::new();
        for Located { value: wire, at } in list {
            self.dated += 1;
            if self.dated > DATED_AREAS || self.dated_points > POINTS {
                check.report(too_many_dated(&at));
                break;
            }
            let missing = [
                ("from", wire.from.is_absent()),
                ("area", wire.area.is_absent()),
            ];
            check.require(&at, &missing);
            let from = check.date(wire.from);
            let area = check.take(wire.area);
            let shape = area.and_then(|area| self.shape(area, ids, check));
            self.dated_points += shape.as_ref().map_or(0, CoordsIter::coords_count);
            dated.push(from.zip(shape).map(|(from, shape)| Located {
                value: (from.value, shape),
                at: from.at,
            }));
        }
        let dated: Option<Vec<_>> = dated.into_iter().collect();
        if let Some(dated) = &dated {
            check_order(dated, check);
        }
        let dated = dated.map(|dated| dated.into_iter().map(|entry| entry.value).collect());
        self.push(dated.map(RegionArea::From), Made::default());
    }

    /// Adds the whole of a unit, as a region.
    pub fn unit(&mut self, unit: &Unit) {
        let area = RegionArea::Fixed(unit.shape.clone());
        self.push(Some(area), Made::unit(&unit.id));
    }

    /// Adds a region that layers draw.
    pub fn layered_region(&mut self, layers: usize, values: Vec<String>) {
        let area = RegionArea::Layered { layers, values };
        self.push(Some(area), Made::default());
    }

    fn push(&mut self, area: Option<RegionArea>, made: Made) {
        self.regions.push(area);
        self.made.push(made);
    }

    /// (the union of all, and of what of each part lies within) without the union of what is excepted
    fn shape(
        &self,
        Located { value: wire, at }: Located<wire::Area>,
        ids: &Ids,
        check: &mut Check,
    ) -> Option<MultiPolygon> {
        let before = check.problems.len();
        check_form(&wire, &at, check);
        let (all, part) = (check.some_items(wire.all), check.some_items(wire.part));
        let (within, file) = (check.take(wire.within), check.take(wire.file));
        let layer = check.take(wire.layer).map(|layer| layer.value);
        let except = check.some_items(wire.except);
        check_units(&all, &part, check);
        let base = self.base?;

        let all: Vec<_> = all.iter().filter_map(|id| unit(base, id, check)).collect();
        let part: Vec<_> = part
            .iter()
            .filter_map(|id| Some((unit(base, id, check)?, &id.at)))
            .collect();
        let within = within.map(|within| self.within(base, within, ids, check));
        let file = file
            .and_then(|name| area_file::area(base, self.folder, &name, layer.as_deref(), check));
        let except: Vec<_> = except
            .iter()
            .filter_map(|id| self.excepted(base, id, ids, check))
            .collect();
        let clipped = match within {
            Some(outline) => Some(clip(&part, &*outline?, &at, check)?),
            None => None,
        };
        if check.problems.len() > before {
            return None;
        }

        let area = match file {
            Some(file) if except.is_empty() => Ok(file),
            file => {
                let parts = all
                    .iter()
                    .map(|unit| &unit.shape)
                    .chain(&clipped)
                    .chain(&file);
                if except.is_empty() {
                    algebra::union(parts)
                } else {
                    algebra::difference(parts, except)
                }
            }
        };
        let area = told_apart(area, &at, check)?;
        if area.0.is_empty() {
            let problem = Problem::new(Code::EmptyArea, &at, "nothing is left of this area");
            check.report(problem.help("take less away, or give it more units"));
            return None;
        }
        Some(area)
    }

    fn within(
        &self,
        base: &'a Basemap,
        Located { value, at }: Located<Within>,
        ids: &Ids,
        check: &mut Check,
    ) -> Option<Cow<'_, MultiPolygon>> {
        let id = match value {
            Within::Ring(points) => return self.ring(points, &at, check).map(Cow::Owned),
            Within::Named(id) => Located { value: id, at },
        };
        if let Some(outline) = base.outline(&id.value) {
            return Some(Cow::Borrowed(&outline.shape));
        }
        let kind = |thing| {
            if let Thing::Outline(n) = thing {
                self.outlines.get(n)
            } else {
                None
            }
        };
        let beside = base.outlines.iter().map(|outline| outline.id.as_str());
        ids.things
            .find(&id, "outline", beside, kind, check)?
            .as_ref()
            .map(Cow::Borrowed)
    }

    /// A unit, an outline, or a region above.
    fn excepted(
        &self,
        base: &'a Basemap,
        id: &Located<String>,
        ids: &Ids,
        check: &mut Check,
    ) -> Option<&MultiPolygon> {
        let unit = base.unit(&id.value).map(|unit| &unit.shape);
        if let Some(shape) = unit.or_else(|| base.outline(&id.value).map(|outline| &outline.shape))
        {
            return Some(shape);
        }
        let kind = |thing| match thing {
            Thing::Region(id) => match self.regions.get(id.index()) {
                Some(Some(RegionArea::Fixed(shape))) => Some(Some(shape)),
                Some(None) => Some(None),
                _ => None,
            },
            Thing::Outline(n) => self.outlines.get(n).map(Option::as_ref),
            _ => None,
        };
        let beside = base
            .units
            .iter()
            .map(|unit| &unit.id)
            .chain(base.outlines.iter().map(|outline| &outline.id));
        let wanted = "unit, outline or region of one area further up";
        ids.things
            .find(id, wanted, beside.map(String::as_str), kind, check)?
    }

    fn ring(
        &self,
        points: Vec<Field<LonLat>>,
        at: &Span,
        check: &mut Check,
    ) -> Option<MultiPolygon> {
        let points: Vec<_> = points.into_iter().map(|point| check.take(point)).collect();
        let points: Option<Vec<_>> = points
            .into_iter()
            .map(|point| Some(point?.value.0))
            .collect();
        match algebra::ring(&points?) {
            Ok(shape) => self.on_the_map(shape, at, check),
            Err(Flaw::TooIntricate(why)) => {
                check.report(too_intricate(
                    at,
                    &format!("this ring is too intricate: {why}"),
                ));
                None
            }
            Err(flaw) => {
                let message = format!("this ring goes round no area: {flaw}");
                let help = "a ring is at least three points, [longitude, latitude], in order";
                check.report(Problem::new(Code::BadRing, at, message).help(help));
                None
            }
        }
    }

    fn on_the_map(
        &self,
        shape: MultiPolygon,
        at: &Span,
        check: &mut Check,
    ) -> Option<MultiPolygon> {
        let frame = self.base?.frame;
        if shape
            .bounding_rect()
            .is_some_and(|bounds| bounds.intersects(&frame))
        {
            return Some(shape);
        }
        let problem = Problem::new(Code::BadPosition, at, "this lies off the map");
        check.report(problem.help("points are [longitude, latitude], in this order"));
        None
    }
}

/// The problem with shapes that have more to them than is looked through.
pub(super) fn too_intricate(at: &Span, message: &str) -> Problem {
    Problem::new(Code::TooIntricate, at, message)
        .help("simplify the outlines, or draw fewer of them")
}

fn unit<'a>(base: &'a Basemap, id: &Located<String>, check: &mut Check) -> Option<&'a Unit> {
    let found = base.unit(&id.value);
    if found.is_none() {
        let named = |unit: &&Unit| unit.name == id.value || unit.also.contains(&id.value);
        let help = match base.units.iter().find(named) {
            Some(unit) => Some(format!("the id of {} is `{}`", id.value, unit.id)),
            None => suggest(&id.value, base.units.iter().map(|unit| unit.id.as_str())),
        };
        let problem = Problem::new(
            Code::UnknownId,
            &id.at,
            format!("the base map has no unit `{}`", id.value),
        );
        check.report(Problem { help, ..problem });
    }
    found
}

/// Clips the units to an outline; a unit of which nothing lies within it is a slip.
fn clip(
    part: &[(&Unit, &Span)],
    outline: &MultiPolygon,
    at: &Span,
    check: &mut Check,
) -> Option<MultiPolygon> {
    for (unit, at) in part
        .iter()
        .filter(|(unit, _)| !unit.shape.intersects(outline))
    {
        let message = format!("nothing of {} lies within the outline", unit.name);
        let problem = Problem::new(Code::EmptyArea, at, message);
        check.report(problem.help("take the unit out, or widen the outline"));
    }
    let clipped = algebra::intersection(part.iter().map(|(unit, _)| &unit.shape), [outline]);
    told_apart(clipped, at, check)
}

/// The area, unless what it is made of is too intricate.
fn told_apart(
    area: Result<MultiPolygon, TooIntricate>,
    at: &Span,
    check: &mut Check,
) -> Option<MultiPolygon> {
    let report = |why| {
        let message = format!("this area is too intricate: {why}");
        check.report(too_intricate(at, &message));
    };
    area.map_err(report).ok()
}

fn too_many_dated(at: &Span) -> Problem {
    let message = format!(
        "before this one, there are {DATED_AREAS} areas with dates, or {POINTS} points in them"
    );
    let problem = Problem::new(Code::TooLarge, at, message);
    problem.help("draw them as files of layers, which are read when they are shown")
}
