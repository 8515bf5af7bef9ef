use proptest::prelude::*;

use super::*;
use crate::{
    atlas::{Atlas, Claim, Switchboard, sample, sample::BLUES},
    caption::sample::Sample,
};

fn diff(old: &Atlas, new: &Atlas) -> Diff {
    let map = Sample::new().map;
    let at = |atlas| Exported::new(atlas, &map, Some(new.as_of), &Switchboard::default());
    Diff::new(&at(old), &at(new), &[new.as_of])
}

/// The sample without some of its claims, in another order.
fn some(kept: &[bool], order: &[u32]) -> Atlas {
    let mut atlas = sample::atlas();
    let claims = atlas.claims.iter().zip(kept).zip(order);
    let claims = claims.filter(|((_, kept), _)| **kept);
    let mut claims: Vec<(u32, Claim)> = claims
        .map(|((claim, _), order)| (*order, claim.clone()))
        .collect();
    claims.sort_by_key(|(order, _)| *order);
    atlas.claims = claims.into_iter().map(|(_, claim)| claim).collect();
    atlas
}

fn any_of_the_sample<T: Strategy>(each: T) -> impl Strategy<Value = Vec<T::Value>> {
    let number = sample::atlas().claims.len();
    prop::collection::vec(each, number..=number)
}

proptest! {
    #[test]
    fn the_order_of_claims_is_no_difference(order in any_of_the_sample(any::<u32>())) {
        let all = vec![true; order.len()];
        let diff = diff(&sample::atlas(), &some(&all, &order));
        prop_assert!(diff.is_empty(), "{}", diff.text());
    }

    #[test]
    fn what_is_added_one_way_is_removed_the_other(
        kept in any_of_the_sample(any::<bool>()), order in any_of_the_sample(any::<u32>()),
    ) {
        let (all, fewer) = (sample::atlas(), some(&kept, &order));
        let gone = kept.iter().filter(|kept| !**kept).count();
        let (there, back) = (diff(&all, &fewer), diff(&fewer, &all));
        prop_assert_eq!((there.claims.len(), back.claims.len()), (gone, gone));
        let is_removed = |change: &Change<Said>| matches!(change, Change::Removed { .. });
        let is_added = |change: &Change<Said>| matches!(change, Change::Added { .. });
        prop_assert!(there.claims.iter().all(is_removed) && back.claims.iter().all(is_added));
        prop_assert_eq!(there.places.len(), back.places.len());
    }
}

#[test]
fn what_changed_of_a_claim_is_named() {
    let old = sample::atlas();
    let named = |change: fn(&mut Claim)| {
        let mut new = old.clone();
        change(&mut new.claims[4]);
        let [Change::Changed { fields, .. }] = &diff(&old, &new).claims[..] else {
            panic!("one claim changed");
        };
        fields.iter().map(|field| field.name).collect::<Vec<_>>()
    };
    assert_eq!(named(|claim| claim.actor = Some(BLUES)), ["actor"]);
    assert_eq!(
        named(|claim| claim.when = "2026".parse().ok()),
        ["when", "counts from"]
    );
    assert_eq!(named(|claim| claim.summary = None), ["summary"]);
    assert_eq!(named(|claim| claim.source = None), ["source"]);
    assert_eq!(
        named(|claim| claim.about = vec![sample::NORTHEAST.into()]),
        ["about"]
    );
    assert_eq!(
        named(|claim| claim.because = Some("So.".to_owned())),
        ["because", "evidence"]
    );
}

#[test]
fn differences_are_told_as_text_and_as_markdown() {
    let old = sample::atlas();
    let mut new = sample::atlas();
    new.title = "A <b>land</b> of @all".to_owned();
    new.claims.remove(0);
    new.claims[4].summary = Some("Blues *hold* it.".to_owned());
    new.claims.push(Claim {
        actor: Some(BLUES),
        because: Some("So it is read.".to_owned()),
        ..old.claims[0].clone()
    });
    let diff = diff(&old, &new);
    insta::assert_snapshot!(diff.text(), @"
    A <b>land</b> of @all
    compared at 28 Jan 2026

    Map
      ~ A <b>land</b> of @all
        title: A land: who holds what → A <b>land</b> of @all

    Claims: 2 changed
      ~ Southwest: held by Blues — A wire service, 2 Jan 2026
        summary: Blues hold it. → Blues *hold* it.
      ~ Northwest: held by Blues — A title, ¶1, undated
        actor: reds → blues
        because: nothing → So it is read.
        evidence: quoted → inferred

    Places
      ~ Northwest
        state: held by Reds → held by Blues
        evidence: quoted → inferred

    Shares of the area at 28 Jan 2026
      ~ Reds
        share: 25% and 1 site → 1 site
        area in the country: 10,100 km² → nothing
      ~ Blues
        share: parts of 25% and 1 site → 25% inferred and parts of 25% and 1 site
        area in the country: nothing → 10,100 km²
    ");
    let markdown = diff.markdown().replace('\u{2060}', "(joined)");
    insta::assert_snapshot!(markdown, @r"
    ## A \<b\>land\</b\> of @(joined)all

    compared at 28 Jan 2026

    ### Map

    - *changed* **A \<b\>land\</b\> of @(joined)all**
      - title: A land: who holds what → A \<b\>land\</b\> of @(joined)all

    ### Claims: 2 changed

    - *changed* **Southwest: held by Blues — A wire service, 2 Jan 2026**
      - summary: Blues hold it. → Blues \*hold\* it.
    - *changed* **Northwest: held by Blues — A title, ¶1, undated**
      - actor: reds → blues
      - because: nothing → So it is read.
      - evidence: quoted → inferred

    ### Places

    - *changed* **Northwest**
      - state: held by Reds → held by Blues
      - evidence: quoted → inferred

    ### Shares of the area at 28 Jan 2026

    - *changed* **Reds**
      - share: 25% and 1 site → 1 site
      - area in the country: 10,100 km² → nothing
    - *changed* **Blues**
      - share: parts of 25% and 1 site → 25% inferred and parts of 25% and 1 site
      - area in the country: nothing → 10,100 km²
    ");
}

#[test]
fn what_changed_of_entries_is_named() {
    let old = sample::atlas();
    let mut new = sample::atlas();
    new.sources[1].published = "2026-01-03".parse().ok();
    new.sources[1].title = Some("A longer name".to_owned());
    new.actors[0].name = "The Reds".to_owned();
    new.actors[0].hue = crate::atlas::Hue::Pink;
    new.regions[0].note = Some("Drawn anew.".to_owned());
    new.sites[0].also = vec!["Haven".to_owned()];
    let told = diff(&old, &new);
    let names = |fields: &[Field]| fields.iter().map(|field| field.name).collect::<Vec<_>>();
    let changed = |changes: &[Change<Entry>]| match changes {
        [Change::Changed { fields, .. }] => names(fields),
        _ => panic!("one entry changed"),
    };
    assert_eq!(changed(&told.sources), ["title", "published"]);
    assert_eq!(changed(&told.actors), ["name", "colour"]);
    let places: Vec<_> = told
        .places
        .iter()
        .map(|change| match change {
            Change::Changed { after, fields, .. } => (after.name.as_str(), names(fields)),
            _ => panic!("no place is new or gone"),
        })
        .collect();
    assert_eq!(
        places,
        [("Northwest", vec!["note"]), ("Red port", vec!["also"])]
    );
}

#[test]
fn a_difference_says_at_which_dates_it_is() {
    let old = sample::atlas();
    let mut new = sample::atlas();
    // Said of the southwest on 2 January: without it, that date and all later ones differ.
    new.claims
        .retain(|claim| claim.about != [sample::SOUTHWEST.into()] || claim.actor != Some(BLUES));
    let map = Sample::new().map;
    let at = |atlas| Exported::new(atlas, &map, None, &Switchboard::default());
    let (old, new) = (at(&old), at(&new));
    let diff = Diff::new(&old, &new, &dates(&old, &new));
    insta::assert_snapshot!(diff.text(), @"
    A land: who holds what
    compared at 5 dates, May 2020 to 20 Feb 2026; shares at 28 Jan 2026

    Claims: 1 removed
      - Southwest: held by Blues — A wire service, 2 Jan 2026
        Blues hold it.

    Places
      ~ Southwest
        state, from 2 Jan 2026: disputed: sources differ between Reds and Blues →
          held by Reds

    Shares of the area at 28 Jan 2026
      ~ Reds
        share: 25% and 1 site → 50% and 1 site
        area in the country: 10,100 km² → 20,300 km²
      - disputed
        25%, 10,200 km²
    ");
}
