use proptest::prelude::*;

use super::*;
use crate::{
    atlas::{Atlas, Claim, Switchboard, sample, sample::BLUES},
    caption::sample::Sample,
};

fn diff(old: &Atlas, new: &Atlas) -> Diff {
    let map = Sample::new().map;
    let at = |atlas| Exported::new(atlas, &map, Some(new.as_of), &Switchboard::default());
    Diff::new(&at(old), &at(new))
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
    states compared at 28 Jan 2026

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

    Shares of the area
      ~ Reds
        share: 25% and 1 site → 1 site
        area: 10,100 km² → nothing
      ~ Blues
        share: parts of 25% and 1 site → 25% inferred and parts of 25% and 1 site
        area: nothing → 10,100 km²
    ");
    let markdown = diff.markdown().replace('\u{2060}', "(joined)");
    insta::assert_snapshot!(markdown, @r"
    ## A \<b\>land\</b\> of @(joined)all

    states compared at 28 Jan 2026

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

    ### Shares of the area

    - *changed* **Reds**
      - share: 25% and 1 site → 1 site
      - area: 10,100 km² → nothing
    - *changed* **Blues**
      - share: parts of 25% and 1 site → 25% inferred and parts of 25% and 1 site
      - area: nothing → 10,100 km²
    ");
}
