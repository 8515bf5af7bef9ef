//! The shipped map: what it says of three days of early 2026, and that nothing in its file misleads.

use std::{fmt::Write, process::Command, sync::LazyLock};

use whoholds::{
    atlas::{
        Atlas, Grade, Place, RegionId, SiteId,
        state::{Control, Snapshot},
    },
    file::{self, Document, RegionFile},
};

static SHIPPED: LazyLock<Document> = LazyLock::new(|| {
    file::load(&RegionFile::builtin()).unwrap_or_else(|report| panic!("{report:?}"))
});

fn snapshot(date: &str) -> Snapshot {
    Snapshot::at(&SHIPPED.atlas, date.parse().expect("a date"))
}

fn places(atlas: &Atlas) -> impl Iterator<Item = Place> {
    let regions = (0..atlas.regions.len()).map(|n| Place::Region(RegionId::at(n)));
    regions.chain((0..atlas.sites.len()).map(|n| Place::Site(SiteId::at(n))))
}

#[test]
fn the_maps_of_three_days_differ_each_from_its_claims() {
    let atlas = &SHIPPED.atlas;
    let days = ["2026-01-10", "2026-01-28", "2026-02-21"].map(snapshot);
    let mut table = String::new();
    for place in places(atlas) {
        let [before, then, after] = days.each_ref().map(|day| atlas.brief(day, place));
        let id = atlas.id(place);
        writeln!(table, "{id}: {before} | {then} | {after}").expect("written to memory");
    }
    insta::assert_snapshot!(table, @"
    northeast: Kurdish-led | Kurdish-led | Kurdish-led
    northwest: Government, in parts | Government and Opposition, in parts | Government and Opposition, in parts
    idlib: Government, in parts | Government and Opposition, in parts | Government and Opposition, in parts
    deir-hafer: Kurdish-led, in parts | Government | Government
    sheikh-maqsoud: Government or Kurdish-led? | Government | Government
    aleppo: Government | Government | Government
    kobani: Kurdish-led | Kurdish-led | Kurdish-led
    sarrin: Kurdish-led, in parts | Government, in parts | Government, in parts
    ras-al-ayn: Türkiye, in parts | Government and Türkiye, in parts | Government and Türkiye, in parts
    raqqa: Kurdish-led | Government | Government
    tabqa: Kurdish-led | Government | Government
    south-raqqa: Kurdish-led, in parts | Government | Government
    south-hasakah: Kurdish-led | Government and Kurdish-led, in parts | Government and Kurdish-led, in parts
    deir-ez-zor-east: Kurdish-led | Government | Government
    deir-ez-zor-west: Government | Government | Government
    coast: Government | Government | Government
    hama: Government | Government | Government
    homs: Government | Government | Government
    damascus: Government | Government | Government
    centre: silent | silent | silent
    south-east: silent | silent | silent
    yarmouk: Israel, in parts | Israel, in parts | Israel, in parts
    daraa: Government, in parts | Government, in parts | Government, in parts
    suwayda: Government and Druze, in parts | Government and Druze, in parts | Government and Druze, in parts
    quneitra: silent | silent | silent
    buffer-zone: Israel, in parts | Israel, in parts | Israel, in parts
    golan: Israel, occupying | Israel, occupying | Israel, occupying
    hmeimim: Russia | Russia | Russia
    tartous: Russia | Russia | Russia
    tanf: US | US | Government; US, left
    shaddadi: US | US | Government; US, left
    qasrak: US; Kurdish-led, present | US; Kurdish-led, present | Kurdish-led, present; US or US, left?
    hermon: Israel | Israel | Israel
    qamishli: Russia, present | Kurdish-led, present; Russia, leaving or Russia, left? | Government; Kurdish-led, present; Russia, left
    ");
}

#[test]
fn the_northeast_is_held_by_the_words_of_the_article() {
    let atlas = &SHIPPED.atlas;
    let then = snapshot("2026-01-28");
    let northeast = atlas.regions.iter().position(|r| r.id == "northeast");
    let state = &then[RegionId::at(northeast.expect("the northeast"))];
    assert!(matches!(state.control, Control::Held(actor) if atlas[actor].id == "sdf"));
    assert_eq!(state.basis.grade, Grade::Quoted);
}

#[test]
fn every_source_can_be_gone_to() {
    for source in &SHIPPED.atlas.sources {
        assert!(
            source.text.is_some() || source.url.is_some(),
            "{}",
            source.id
        );
    }
}

#[test]
fn nothing_in_it_misleads_and_nearly_all_of_the_article_is_taken_up() {
    let output = Command::new(env!("CARGO_BIN_EXE_whoholds"))
        .args(["check", "--strict", "regions.toml"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{output:?}");
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    let share = printed
        .split_once("kremlin-talks: ")
        .and_then(|(_, rest)| rest.split_once('%'))
        .and_then(|(share, _)| share.parse::<u8>().ok());
    assert!(share.expect("the share that is quoted") >= 90, "{printed}");
}

#[test]
fn a_place_is_explained_by_any_of_its_names_and_a_slip_is_met_with_a_guess() {
    let run = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_whoholds"))
            .args(args)
            .output()
            .expect("the program runs");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (
            output.status.code(),
            text(output.stdout),
            text(output.stderr),
        )
    };
    // A region by its id; by its name the town in it, with what is known of the region.
    let by_id = run(&["explain", "ras-al-ayn"]);
    let by_name = run(&["explain", "ras al-ayn"]);
    assert_eq!((by_id.0, by_name.0), (Some(0), Some(0)));
    assert!(by_name.1.ends_with(&by_id.1), "{}", by_name.1);
    // The id of one region, and a name of two.
    let northwest = run(&["explain", "northwest"]);
    assert_eq!((northwest.0, northwest.2.as_str()), (Some(0), ""));
    let slip = run(&["explain", "hmeimin"]);
    assert_eq!((slip.0, slip.1.as_str()), (Some(2), ""));
    assert_eq!(
        slip.2,
        "error: there is no region, site, unit or town `hmeimin`\n\nit may be Hmeimim\n"
    );
    let (code, _, err) = run(&["--without", "kremlin-talk"]);
    assert_eq!(code, Some(2));
    assert_eq!(
        err,
        "error: there is no source, origin or grade `kremlin-talk`\n\ndid you mean `kremlin-talks`?\n"
    );
    let (_, _, err) = run(&["--without", "nosuch"]);
    assert_eq!(
        err,
        "error: there is no source, origin or grade `nosuch`\n\n\
         `whoholds --plain` lists them: say `list`, or `without`\n"
    );
}
