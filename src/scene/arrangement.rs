//! The arrangement of labels: what is placed before what.

use std::collections::HashSet;

use super::{Label, Owner, View, depths::Depths, looks::Looks, placement::Labels};
use crate::atlas::Place;

/// Places every label that fits, the important ones first, whatever is selected.
pub fn arranged(view: &View, depths: &Depths<Owner>, looks: &Looks) -> Vec<Label> {
    let view = &View {
        selected: None,
        pin: None,
        ..view.clone()
    };
    let mut labels = Labels::new(view, depths, looks);
    let corner = labels.corner();
    let sites = view.atlas.site_ids();
    let sites: Vec<_> = sites.filter(|&id| view.shows(Place::Site(id))).collect();
    let label = labels.label_for(&sites);
    for id in sites {
        labels.site(id, label);
    }
    labels.events();
    labels.expect_towns();
    labels.units();
    let seen = view
        .atlas
        .region_ids()
        .filter(|&id| depths.has(Owner::region(id)));
    let (here, elsewhere): (Vec<_>, Vec<_>) =
        seen.partition(|&id| view.cell(view.map.region(id).pole()).is_some());
    for &id in &here {
        labels.region(id);
    }
    labels.towns();
    // What has to move along as one moves keeps out of the way of what stays.
    for &id in &elsewhere {
        labels.region(id);
    }
    labels.neighbours();
    let named: HashSet<_> = labels
        .placed
        .iter()
        .filter_map(|label| label.place)
        .collect();
    let left_out = here
        .iter()
        .chain(&elsewhere)
        .filter(|id| !named.contains(&Place::Region(**id)));
    let left_out = left_out.count();
    if let Some(corner) = corner {
        labels.note(corner, left_out);
    }
    labels.placed
}
