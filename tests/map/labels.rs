//! The labels of the shipped map: what is named, with whom, and what stays where it is.

use std::{collections::HashSet, sync::LazyLock};

use crate::support::Screen;
use whoholds::{
    atlas::{Lens, Place, state::Snapshot},
    file::{self, Document, RegionFile},
    geo::Viewport,
    scene::{Class, Label, Land, Layers, Marker, Pin, Resolution, Scene, SceneCache, View},
};

static DOCUMENT: LazyLock<Document> =
    LazyLock::new(|| file::load(&RegionFile::builtin()).expect("the shipped map"));

/// The map's pane on screens of 120 × 36, 80 × 24 and 60 × 16 cells.
const PANES: [(u16, u16); 3] = [(79, 30), (46, 17), (25, 12)];

static SNAPSHOT: LazyLock<Snapshot> =
    LazyLock::new(|| Snapshot::at(&DOCUMENT.atlas, DOCUMENT.atlas.as_of));

fn view((cols, rows): (u16, u16), selected: Option<Place>) -> View<'static> {
    let Document { atlas, map, .. } = &*DOCUMENT;
    View {
        atlas,
        map,
        snapshot: &SNAPSHOT,
        marked: None,
        lens: Lens::Actors,
        viewport: Viewport::fit(map.extent(), cols, rows, 0.5),
        selected,
        highlighted: None,
        filter: &[],
        layers: Layers::Both,
        resolution: Resolution::Subcells(Marker::Sextant),
        pin: None,
    }
}

fn scene(pane: (u16, u16), selected: Option<Place>) -> Scene {
    Scene::build(&view(pane, selected))
}

fn cells(label: &Label) -> HashSet<(u16, u16)> {
    let width = u16::try_from(label.text.chars().count()).expect("a width");
    (0..width).map(|x| (label.at.0 + x, label.at.1)).collect()
}

#[test]
fn letters_before_and_after_are_told_apart_where_dates_are_compared() {
    let date = "2025-01".parse().expect("a date");
    let marked = Snapshot::at(&DOCUMENT.atlas, date);
    let compared = Scene::build(&View {
        marked: Some(&marked),
        ..view(PANES[0], None)
    });
    let names = compared.labels().iter().map(|label| label.text.as_str());
    let changed: Vec<&str> = names.filter(|name| name.contains('→')).collect();
    assert!(changed.contains(&"SOUTH HASAKAH K→GK"), "{changed:?}");
}

#[test]
fn names_keep_their_places_when_something_is_selected() {
    for pane in PANES {
        let plain = scene(pane, None);
        for place in DOCUMENT.atlas.places() {
            let chosen = scene(pane, Some(place));
            let (own, others): (Vec<&Label>, Vec<&Label>) = chosen
                .labels()
                .iter()
                .partition(|label| label.place == Some(place));
            for label in others {
                assert!(plain.labels().contains(label), "{label:?} for {place:?}");
            }
            let over: HashSet<_> = own.iter().flat_map(|label| cells(label)).collect();
            let near = |&(x, y): &(u16, u16)| {
                over.contains(&(x, y))
                    || over.contains(&(x + 1, y))
                    || x > 0 && over.contains(&(x - 1, y))
            };
            // A holder goes with the name that it stands under.
            let gone = plain
                .labels()
                .iter()
                .filter(|label| label.place != Some(place) && label.class != Class::Holder);
            for label in gone.filter(|label| !chosen.labels().contains(label)) {
                assert!(
                    cells(label).iter().any(near),
                    "{label:?} for {place:?} is gone"
                );
            }
        }
    }
}

#[test]
fn what_is_kept_from_frame_to_frame_changes_no_label() {
    let (scenes, mut places) = (SceneCache::default(), DOCUMENT.atlas.places());
    let first = places.next();
    let plain = view(PANES[0], None);
    let views = [
        plain.clone(),
        view(PANES[0], first),
        View {
            layers: Layers::Sites,
            ..view(PANES[0], first)
        },
        View {
            lens: Lens::Grade,
            ..plain.clone()
        },
        View {
            pin: Some(Pin::Town(0)),
            ..plain.clone()
        },
        view(PANES[1], None),
        plain,
    ];
    for view in views {
        let kept = scenes.scene(&view);
        assert_eq!(kept.labels(), Scene::build(&view).labels(), "{view:?}");
    }
}

#[test]
fn every_region_in_sight_is_named_or_counted() {
    for pane in PANES {
        let scene = scene(pane, None);
        let (wide, high) = Marker::Sextant.pieces();
        let owners = scene.owners();
        let middles = (0..owners.height() / high).flat_map(|row| {
            (0..owners.width() / wide)
                .map(move |col| (col * wide + wide / 2, row * high + high / 2))
        });
        let seen: HashSet<Place> = middles
            .filter_map(|(x, y)| match owners.get(x, y)?.land() {
                Land::Region(id) => Some(Place::Region(id)),
                _ => None,
            })
            .collect();
        let named = scene
            .labels()
            .iter()
            .filter(|label| label.class == Class::Region);
        let named: HashSet<Place> = named.filter_map(|label| label.place).collect();
        let left_out = seen.difference(&named).count();
        let note = format!("+{left_out} names");
        assert!(
            scene
                .labels()
                .iter()
                .any(|label| label.class == Class::Scale && label.text.ends_with(&note)),
            "{note} at {pane:?}: {:?}",
            scene.labels()
        );
    }
}

#[test]
fn every_held_region_that_is_named_has_its_holder_beside_it() {
    let scene = scene(PANES[0], None);
    let atlas = &DOCUMENT.atlas;
    let mut named = 0;
    for label in scene
        .labels()
        .iter()
        .filter(|label| label.class == Class::Region)
    {
        let Some(Place::Region(id)) = label.place else {
            continue;
        };
        let actors = SNAPSHOT[id].control.actors();
        let holder = |other: &Label| other.class == Class::Holder && other.place == label.place;
        let letters: String = actors.iter().map(|&actor| atlas[actor].letter).collect();
        let has_letters = label.text.to_uppercase().ends_with(&format!(" {letters}"));
        named += usize::from(!actors.is_empty());
        assert!(
            actors.is_empty() || has_letters || scene.labels().iter().any(holder),
            "{label:?}"
        );
    }
    assert!(named > 15, "{named}");
}

#[test]
fn the_legend_shows_those_who_have_sites_alone_with_their_symbols() {
    for cols in [120, 200] {
        let text = Screen::new(cols, 36).text();
        assert!(text.contains("▲▼ R") && text.contains("■ U"), "{text}");
    }
}

#[test]
fn a_town_that_is_searched_for_is_named_with_the_region_around_it() {
    let screen = Screen::new(120, 36)
        .press("/")
        .type_in("daraa")
        .press("enter");
    let text = screen.text();
    assert!(text.contains("Daraa (town)"), "{text}");
    assert!(text.contains("town in the region Daraa"), "{text}");
}

#[test]
fn the_panel_takes_the_whole_screen_while_it_is_read() {
    let screen = Screen::new(120, 36).press("tab enter");
    assert!(screen.text().contains("Iraq"));
    let screen = screen.press("space");
    assert!(!screen.text().contains("Iraq"), "{}", screen.text());
    assert!(screen.press("space").text().contains("Iraq"));
}
