//! Every place in a row each, for those who would rather read a list than a map.

use std::cmp::Ordering;

use super::{Captions, words};
use crate::atlas::{ActorId, Dated, Evidence, Grade, Place, state::Basis};

/// The order of a list of places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By what the places are called, whatever the case of letters.
    #[default]
    Name,
    /// By the words for who has them; those whom nobody is said to have come last.
    Holder,
    /// The best founded first.
    Evidence,
    /// The newest claim first.
    Date,
}

/// A place with what a list says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The place that picking the row selects.
    pub place: Place,
    /// The place's name in the file, free of control characters.
    pub name: String,
    /// The words for who has it, as brief as on the map.
    pub holder: String,
    /// Those whom its state names; none where it is silent.
    pub actors: Vec<ActorId>,
    /// The grade of its state, [`Grade::Silent`] where nothing decides it.
    pub grade: Grade,
    /// The date of the newest claim that decides, with what it rests on.
    pub newest: Option<Dated>,
    /// `true` if nobody has confirmed it for longer than the file allows.
    pub stale: bool,
}

impl Sort {
    /// In the order that [`Self::next`] goes through them.
    pub const ALL: [Self; 4] = [Self::Name, Self::Holder, Self::Evidence, Self::Date];

    /// The one after it, and the first after the last.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }

    /// The word for it at the head of a list, and the one it is asked for by.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Holder => "holder",
            Self::Evidence => "evidence",
            Self::Date => "date",
        }
    }
}

impl Row {
    /// Returns the words of the row in the column that a list goes by.
    pub fn column(&self, sort: Sort) -> String {
        match sort {
            Sort::Name => self.name.clone(),
            Sort::Holder => self.holder.clone(),
            Sort::Evidence => self.grade.plain().to_owned(),
            Sort::Date => match self.newest.map(words::dated) {
                None => "no date".to_owned(),
                Some(date) if self.stale => format!("{date}, {}", words::STALE),
                Some(date) => date,
            },
        }
    }

    /// The same in few words: of a date, that it was confirmed since is left out.
    pub fn brief(&self, sort: Sort) -> String {
        match (sort, self.newest) {
            (Sort::Date, Some(Dated::Published(date))) => format!("publ. {date}"),
            (Sort::Date, Some(newest)) => words::dated(newest),
            _ => self.column(sort),
        }
    }

    fn compare(&self, other: &Self, sort: Sort) -> Ordering {
        let name = |row: &Self| row.name.to_lowercase();
        // Those whom nobody is said to have come last.
        let holder = |row: &Self| (row.actors.is_empty(), row.holder.to_lowercase());
        let newest = |row: &Self| {
            row.newest
                .map(|dated| (dated.date().is_some(), dated.by().last_day()))
        };
        let by = match sort {
            Sort::Name => Ordering::Equal,
            Sort::Holder => holder(self).cmp(&holder(other)),
            Sort::Evidence => self.grade.cmp(&other.grade),
            Sort::Date => newest(other).cmp(&newest(self)),
        };
        by.then_with(|| name(self).cmp(&name(other)))
    }
}

impl Captions<'_> {
    /// The places in the order of the list.
    pub fn list(&self, places: impl Iterator<Item = Place>, sort: Sort) -> Vec<Row> {
        let mut rows: Vec<Row> = places.map(|place| self.row(place)).collect();
        rows.sort_by(|a, b| a.compare(b, sort));
        rows
    }

    fn row(&self, place: Place) -> Row {
        let Basis {
            grade,
            weighed,
            stale,
            ..
        } = self.snapshot.basis(place);
        Row {
            place,
            name: words::clean(self.atlas.name(place)),
            holder: words::clean(&self.atlas.brief(self.snapshot, place)),
            actors: self.stated(place).actors,
            grade: *grade,
            newest: Evidence::of(self.atlas, weighed).newest,
            stale: *stale,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::caption::sample::Sample;

    fn names(sort: Sort) -> Vec<String> {
        let sample = Sample::new();
        let rows = sample.captions().list(sample.atlas.places(), sort);
        rows.into_iter().map(|row| row.name).collect()
    }

    #[test]
    fn a_row_says_who_has_it_how_well_that_is_known_and_since_when() {
        let sample = Sample::new();
        let rows = sample.captions().list(sample.atlas.places(), Sort::Name);
        let shown: Vec<String> = rows
            .iter()
            .map(|row| Sort::ALL.map(|column| row.column(column)).join(" | "))
            .collect();
        assert_eq!(
            shown,
            [
                "Blue airport | Blues, leaving | reported | 20 Jan 2026",
                "Northeast | Blues, in parts | quoted | undated",
                "Northwest | Reds | quoted | undated",
                "Red port | Reds | quoted | May 2020",
                "Southeast | not found | silent | no date",
                "Southwest | Reds or Blues? | reported | 2 Jan 2026",
            ]
        );
    }

    #[test]
    fn the_list_goes_by_each_of_its_columns() {
        assert_eq!(
            names(Sort::Holder),
            [
                "Northeast",
                "Blue airport",
                "Northwest",
                "Red port",
                "Southwest",
                "Southeast"
            ]
        );
        assert_eq!(
            names(Sort::Evidence),
            [
                "Northeast",
                "Northwest",
                "Red port",
                "Blue airport",
                "Southwest",
                "Southeast"
            ]
        );
        assert_eq!(
            names(Sort::Date),
            [
                "Blue airport",
                "Southwest",
                "Red port",
                "Northeast",
                "Northwest",
                "Southeast"
            ]
        );
    }

    #[test]
    fn the_sorts_go_round() {
        let round = Sort::ALL.map(Sort::next);
        assert_eq!(
            round,
            [Sort::Holder, Sort::Evidence, Sort::Date, Sort::Name]
        );
    }
}
