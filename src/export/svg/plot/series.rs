//! The bands of land at every date at which something is said.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    atlas::{Date, SourceId},
    caption::{Band, Portion},
    export::Exported,
};

/// Shares of the area over time, from 0 to 1.
#[derive(Debug)]
pub struct Series {
    pub dates: Vec<Date>,
    /// Each band with its land at every date; at each date that is all of the country.
    pub bands: BTreeMap<Band, Vec<Portion>>,
    /// The reasons why areas could not be read, each once.
    pub unread: BTreeSet<String>,
}

impl Series {
    pub fn new(exported: &Exported) -> Self {
        let dates = exported.stops();
        let mut bands: BTreeMap<Band, Vec<Portion>> = BTreeMap::new();
        let mut unread = BTreeSet::new();
        for (nth, &date) in dates.iter().enumerate() {
            let then = exported.at_date(date);
            for (band, land) in then.captions().bands() {
                let nothing = || vec![Portion::default(); dates.len()];
                bands.entry(band).or_insert_with(nothing)[nth] = land;
            }
            unread.extend(then.map.unread.iter().map(|it| it.why.clone()));
        }
        bands.retain(|_, land| land.iter().any(|portion| !portion.is_empty()));
        Self {
            dates,
            bands,
            unread,
        }
    }
}

/// The sources that are switched on and say something by the last of the dates.
pub fn sources(exported: &Exported) -> usize {
    let sources: BTreeSet<SourceId> = exported
        .claims()
        .filter_map(|(_, claim)| claim.source)
        .collect();
    sources.len()
}
