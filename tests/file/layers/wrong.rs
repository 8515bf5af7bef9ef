//! Layers that are wrong, in their table or on some of their days.

use whoholds::{atlas::Switchboard, caption::plain_text, export::Exported};

use super::made::{LAYERS, date, day, feature, layer, load, open, problems, run};

#[test]
fn only_the_layer_of_the_date_is_read() {
    let files = [
        ("days/2026-01-01.geojson", "no JSON".to_owned()),
        ("days/2026-01-02.geojson", day(39.0)),
        (
            "days/2026-01-03.geojson",
            layer(&[feature("East", 39.0, 40.0), feature("North", 38.0, 39.0)]),
        ),
    ];
    let file = open("broken", LAYERS, &files);
    let document = load(&file);
    assert!(document.map.unread.is_empty());
    let told = |at: &str| {
        let exported = Exported::new(
            &document.atlas,
            &document.map,
            Some(date(at)),
            &Switchboard::default(),
        );
        plain_text(&exported.captions().overview(), 200)
    };
    assert!(!told("2026-01-02").contains("can be drawn"));
    insta::assert_snapshot!(told("2026-01-01"), @"
    An invented front
    as of 1 Jan 2026 · 2 regions · 0 sites · 1 source

    not all of Front: The East and Front: The West can be drawn: days/2026-01-01.geojson: Error while deserializing GeoJSON: expected ident at line 1 column 2

    4 claims from after 1 Jan 2026 not shown

    Shares of the area
          silent or not known: 100%
    ");
    insta::assert_snapshot!(told("2026-01-03"), @"
    An invented front
    as of 3 Jan 2026 · 2 regions · 0 sites · 1 source

    not all of Front: The East and Front: The West can be drawn: days/2026-01-03.geojson: `North` stands under `side`, and neither under `actors` nor under `ignore`

    Shares of the area
      ■ E The East: 5%
          silent or not known: 95%
    ");
    insta::assert_snapshot!(problems(&file), @"
    error[bad-geodata]: days/2026-01-01.geojson: Error while deserializing GeoJSON: expected ident at line 1 column 2
       = help: mend the file, or take it out of its folder
    error[bad-geodata]: days/2026-01-03.geojson: `North` stands under `side`, and neither under `actors` nor under `ignore`
       = help: mend the file, or take it out of its folder
    ");
}

#[test]
fn tables_that_make_no_layers_are_told_what_is_wrong() {
    let one = [("days/2026-01-01.geojson", day(39.0))];
    let with = |from: &str, to: &str| {
        let toml = LAYERS.replace(from, to);
        assert_ne!(toml, LAYERS, "{from}");
        problems(&open("wrong", &toml, &one))
    };
    insta::assert_snapshot!(with("days/*.geojson", "none/*.geojson"), @"
    error[file-missing]: `none` can't be read: there is no such file
       = help: paths start at the folder of this file
    ");
    insta::assert_snapshot!(with("days/*.geojson", "days/*.kml"), @"
    error[file-missing]: no file is called `days/*.kml`
       = help: paths start at the folder of this file
    ");
    insta::assert_snapshot!(with("days/*.geojson", "../*.geojson"), @"
    error[path-outside]: `..` leads out of the folder of this file
       = help: put the file beside this one and name it by its path from here
    ");
    insta::assert_snapshot!(with("days/*.geojson", "days/[.geojson"), @"
    error[file-missing]: `days/[.geojson` can't be a path: Pattern syntax error near position 0: invalid range pattern
       = help: paths start at the folder of this file
    ");
    insta::assert_snapshot!(with("West = \"west\"", "West = \"north\""), @"
    error[unknown-id]: there is no actor `north`
       = help: one of `east`, `west`
    ");
    insta::assert_snapshot!(with("{ East = \"east\", West = \"west\" }", "{}"), @r#"
    error[missing-key]: `actors` names nobody
       = help: give each value of the property its actor: `"SDF" = "sdf"`
    "#);
    insta::assert_snapshot!(with("\"mapper\"", "\"nobody\""), @"
    error[unknown-id]: there is no source `nobody`
       = help: there is only `mapper`
    ");
    insta::assert_snapshot!(with("id = \"front\"", "id = \"Front\""), @"
    error[bad-id]: `Front-east` can't be an id
       = help: use lower-case letters, digits and hyphens: `front-east`
    error[bad-id]: `Front-west` can't be an id
       = help: use lower-case letters, digits and hyphens: `front-west`
    ");
    insta::assert_snapshot!(problems(&open("bare", "[[layers]]\n", &one)), @"
    error[missing-key]: missing here: `id`, `source`, `files`, `holder`, `actors`
       = help: add `id = …`, `source = …`, `files = …`, `holder = …`, `actors = …`
    ");
    let undated = [("days/today.geojson", day(39.0))];
    insta::assert_snapshot!(problems(&open("undated", LAYERS, &undated)), @"
    error[bad-date]: the name of `days/today.geojson` carries no date, or more than one
       = help: a file of layers has one day in its name, such as `front-2026-01-28.geojson`
    ");
    let twins = [
        ("days/2026-01-01.geojson", day(39.0)),
        ("days/20260101.geojson", day(39.0)),
    ];
    insta::assert_snapshot!(problems(&open("twins", LAYERS, &twins)), @"
    error[bad-date]: `days/2026-01-01.geojson` and `days/20260101.geojson` are of the same day
       = help: a file of layers has one day in its name, such as `front-2026-01-28.geojson`
    ");
    let shared = [(
        "days/2026-01-01.geojson",
        layer(&[feature("West", 38.0, 39.5), feature("East", 39.0, 40.0)]),
    )];
    insta::assert_snapshot!(problems(&open("shared", LAYERS, &shared)), @"
    error[area-overlap]: `front-west` and `front-east` share 5094 km² and differ as of 1 Jan 2026: `front-west` is held by `west`, `front-east` is held by `east`
       = help: no land can be of two regions that differ: clip one of them
    ");
}

#[test]
fn a_day_that_cannot_be_read_is_not_called_silent_anywhere() {
    let files = [
        ("days/2026-01-01.geojson", day(39.0)),
        ("days/2026-01-02.geojson", day(39.0)),
        ("days/2026-01-03.geojson", "{".to_owned()),
    ];
    open("not-known", LAYERS, &files);
    let shares = "2026-01-03,silent or not known,,,1.000000,0.000000,0.000000,0.000000";
    for (args, words) in [
        (vec!["export", "shares"], shares),
        (vec!["export", "states", "--at", "2026-01-03"], "not known"),
        (
            vec!["export", "svg", "--at", "2026-01-03"],
            "silent or not known: 100%",
        ),
        (
            vec!["explain", "front-east", "--at", "2026-01-03"],
            "can't be read",
        ),
        (vec!["changes", "2026-01-02", "2026-01-03"], "not known"),
    ] {
        let (mut out, err, code) = run(&args, "not-known");
        out = out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(out.contains(words), "{args:?}: {out}");
        assert!(!out.contains("lost"), "{args:?}: {out}");
        assert!(err.contains("days/2026-01-03.geojson"), "{args:?}: {err}");
        assert_eq!(code, Some(1), "{args:?}");
    }
    let (_, err, code) = run(&["export", "svg", "--at", "2026-01-02"], "not-known");
    assert_eq!((err.as_str(), code), ("", Some(0)));
}

#[test]
fn sides_that_share_land_on_another_day_are_told_of_where_it_is_shown() {
    let overlapping = layer(&[feature("West", 38.0, 39.5), feature("East", 39.0, 40.0)]);
    let files = [
        ("days/2026-01-01.geojson", overlapping),
        ("days/2026-01-02.geojson", day(39.0)),
    ];
    open("overlapping", LAYERS, &files);
    let (_, err, code) = run(&["export", "shares"], "overlapping");
    insta::assert_snapshot!(err, @"error: Front: The West and Front: The East share 5094 km² and differ: which of them is drawn there is chance");
    assert_eq!(code, Some(1));
    let (out, ..) = run(&["export", "text", "--at", "2026-01-01"], "overlapping");
    assert!(out.contains("is chance"), "{out}");
}

#[test]
fn a_layer_is_held_to_the_dates_of_its_source_and_of_its_actors() {
    let dated = LAYERS.to_owned()
        + "[[source]]\nid = 'early'\npublisher = 'An early mapper'\npublished = 2026-01-01\n";
    let dated = dated.replace("source = \"mapper\"", "source = \"early\"");
    let gone = "[[actor]]\nid = 'gone'\nname = 'The Gone'\nletter = 'X'\ncolour = 'red'\nuntil = 2026-01-01\n";
    let dated = dated.replace("East = \"east\"", "East = \"gone\"") + gone;
    let files = [
        ("days/2026-01-01.geojson", day(39.0)),
        ("days/2026-01-02.geojson", day(39.0)),
    ];
    insta::assert_snapshot!(problems(&open("dated", &dated, &files)), @"
    error[dated-after-source]: the source is from 1 Jan 2026, before what it reports
       = help: mend the date, or name the source that reported it
    error[actor-not-then]: a layer is of 2 Jan 2026, and `gone` is there only until 1 Jan 2026
       = help: name who it was at that date, or date the claim with `when`
    ");
}

#[test]
fn layers_that_lie_abroad_are_told() {
    let swapped = layer(&[feature("West", 38.0, 39.0)]).replace(
        "[38,34],[39,34],[39,35],[38,35],[38,34]",
        "[34,38],[34,39],[35,39],[35,38],[34,38]",
    );
    let files = [
        ("days/2026-01-01.geojson", swapped),
        ("days/2026-01-02.geojson", day(39.0)),
    ];
    insta::assert_snapshot!(problems(&open("abroad", LAYERS, &files)), @"
    error[outside-country]: nothing of `front-west` lies in the country as of 1 Jan 2026
       = help: a position is [longitude, latitude]: they may be swapped
    ");
}
