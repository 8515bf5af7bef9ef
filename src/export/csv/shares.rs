//! A row a share, at every date at which something is said: what a chart over time is drawn from.

use super::{MEDIA_TYPE, cell, table};
use crate::{
    atlas::{Atlas, Date},
    caption::{Legend, Portion, Share},
    export::{ExportError, Exported, Exporter},
};

/// The share of the country's area that each actor is said to have, and what is nobody's, at every date.
#[derive(Clone, Copy, Debug)]
pub struct Shares;

const HEADER: [&str; 8] = [
    "date", "share_of", "actor", "name", "whole", "parts", "occupied", "inferred",
];

impl Exporter for Shares {
    fn name(&self) -> &'static str {
        "shares"
    }

    fn about(&self) -> &'static str {
        "A table with a row for each actor's share of the area at each date (CSV)"
    }

    fn media_type(&self) -> &'static str {
        MEDIA_TYPE
    }

    fn is_of_all_dates(&self) -> bool {
        true
    }

    fn export(&self, exported: &Exported) -> Result<Vec<u8>, ExportError> {
        let rows = exported.stops().into_iter().flat_map(|date| {
            let then = exported.at_date(date);
            rows(exported.atlas, date, &then.captions().legend())
        });
        table(HEADER, rows)
    }
}

fn rows(atlas: &Atlas, date: Date, legend: &Legend) -> Vec<[String; 8]> {
    let actors = legend
        .shares
        .iter()
        .map(|share| of_actor(atlas, date, share));
    let rest = legend.rest().map(|(what, portion)| {
        let [whole, inferred] = [portion.share(), portion.inferred()].map(number);
        let (actor, none) = (String::new(), number(0.0));
        let name = String::new();
        [
            date.iso(),
            what.to_owned(),
            actor,
            name,
            whole,
            none.clone(),
            none,
            inferred,
        ]
    });
    actors.chain(rest).collect()
}

fn of_actor(atlas: &Atlas, date: Date, share: &Share) -> [String; 8] {
    let actor = &atlas[share.actor];
    let kinds = [share.whole, share.parts, share.occupied];
    let inferred: f64 = kinds.iter().map(Portion::inferred).sum();
    let [whole, parts, occupied] = kinds.map(|portion| number(portion.share()));
    [
        date.iso(),
        "actor".to_owned(),
        actor.id.clone(),
        cell::text(&actor.name),
        whole,
        parts,
        occupied,
        number(inferred),
    ]
}

/// A share, from 0 to 1, to a millionth: a tenth of a square kilometre of a country like Syria.
fn number(share: f64) -> String {
    format!("{share:.6}")
}
