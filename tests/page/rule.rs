//! The rule in the page's script: it finds what the program finds.

use std::{path::Path, thread};

use whoholds::{
    atlas::{ActorId, Date, Lens, Switchboard, state::Snapshot, timeline},
    caption::Captions,
    file::Document,
};

use super::{
    browser::{browser, drive},
    builtin, loaded, page,
};

/// FNV-1a over UTF-16.
fn hash(text: &str) -> u32 {
    text.encode_utf16().fold(0x811c_9dc5, |sum: u32, unit| {
        (sum ^ u32::from(unit)).wrapping_mul(0x0100_0193)
    })
}

/// Everything that the program says of a date without one switch.
fn said(document: &Document, date: Date, off: &Switchboard) -> String {
    let Document { atlas, map, .. } = document;
    let map = &map.of_date(date);
    let snapshot = &Snapshot::with(atlas, date, off).without_land(map.landless());
    let captions = Captions {
        atlas,
        map,
        snapshot,
    };
    let mut lines: Vec<String> = atlas
        .places()
        .map(|place| {
            let (state, brief) = (captions.stated(place).words, atlas.brief(snapshot, place));
            format!("{state}|{brief}|{}", captions.grade(place))
        })
        .collect();
    let legend = captions.legend();
    lines.extend(
        legend
            .shares
            .iter()
            .map(|share| format!("{}: {}", atlas[share.actor].name, share.words())),
    );
    lines.extend(legend.groups.iter().map(|share| {
        let name = &atlas[share.actor].name;
        format!("{name} with its parts: {}", share.words())
    }));
    let rest = [
        ("contested", legend.contested),
        ("disputed", legend.disputed),
        ("silent", legend.silent),
    ];
    let silent = |(name, land): (&str, whoholds::caption::Portion)| {
        (!land.is_empty()).then(|| format!("{name}: {}", land.words()))
    };
    lines.extend(rest.into_iter().filter_map(silent));
    for (band, land) in captions.bands() {
        let actor = |&(actor, is_inferred): &(ActorId, bool)| {
            let mark = if is_inferred { " inferred" } else { "" };
            format!("{}{mark}", atlas[actor].id)
        };
        let how = band.standing.key().trim_start_matches("in ");
        let actors: Vec<String> = band.actors.iter().map(actor).collect();
        if !land.is_empty() {
            lines.push(format!("{how}: {}: {}", actors.join(","), land.size()));
        }
    }
    if off.is_clear() {
        for lens in &Lens::ALL[1..] {
            let legend = captions.evidence(*lens);
            let steps = legend.steps.iter().filter(|share| !share.is_empty());
            lines.extend(steps.map(|share| format!("{}: {}", share.step.plain, share.words())));
            lines.extend(silent(("silent", legend.silent)));
        }
    }
    lines.join("\n")
}

/// Every state that the browser is to find: at each date by everything, then without each switch.
fn states(document: &Document) -> Vec<(Date, Switchboard)> {
    let atlas = &document.atlas;
    let without = atlas.switches().into_iter();
    let without: Vec<Switchboard> = std::iter::once(Switchboard::default())
        .chain(without.map(|switch| std::iter::once(switch).collect()))
        .collect();
    let dates = timeline::stops(atlas, document.map.starts()).into_iter();
    dates
        .flat_map(|date| without.iter().map(move |off| (date, off.clone())))
        .collect()
}

/// Fails where the page of a map says anything else than the program.
fn assert_the_same(browser: &Path, document: &Document) {
    let states = states(document);
    let (first, second) = states.split_at(states.len() / 2);
    let hashes = |states: &[(Date, Switchboard)]| -> Vec<u32> {
        let said = states.iter().map(|(date, off)| said(document, *date, off));
        said.map(|words| hash(&words)).collect()
    };
    let hashes = thread::scope(|scope| {
        let second = scope.spawn(|| hashes(second));
        [hashes(first), second.join().expect("hashes")].concat()
    });
    let dates: Vec<String> = states.iter().map(|(date, _)| date.iso()).collect();
    let switches = document.atlas.switches().len();
    let dates: Vec<&String> = dates.iter().step_by(switches + 1).collect();
    let expected = serde_json::json!({ "dates": dates, "switches": switches, "hashes": hashes });
    let expected = ("/expected", expected.to_string().into_bytes());
    let checks = "await compare(page);";
    let (result, complaints) = drive(browser, page(document), checks, vec![expected]);
    assert_eq!(complaints, "");
    if let Some((n, words)) = result
        .strip_prefix("differs ")
        .and_then(|it| it.split_once('\n'))
    {
        let (date, off) = &states[n.parse::<usize>().expect("a number")];
        let (page, program) = (words.lines(), said(document, *date, off));
        let apart: Vec<_> = page.zip(program.lines()).filter(|(a, b)| a != b).collect();
        panic!("at {date} without {off:?} the page and the program say {apart:#?}");
    }
    assert_eq!(result, format!("ok the rule in {} states", states.len()));
}

#[test]
fn the_page_finds_what_the_program_finds_at_every_date_without_each_source() {
    let Some(browser) = browser() else { return };
    assert_the_same(&browser, &builtin());
}

/// A map whose areas change, on which every state that a region can be in comes up.
const CHANGING: &str = r#"
format = 1
title = "A fixture"
basemap = "syria"
as_of = 2026-01-28
stale_after = 30

[[source]]
id = "one"
publisher = "One"

[[source]]
id = "two"
publisher = "Two"
published = "2026-01"
origin = "One"

[[actor]]
id = "union"
name = "The Union"
letter = "U"
colour = "blue"

[[actor]]
id = "north"
name = "The North"
letter = "N"
colour = "green"
part_of = "union"

[[actor]]
id = "south"
name = "The South"
letter = "S"
colour = "red"

[[region]]
id = "front"
name = "Front"
areas = [
    { from = 2025-01-01, area = { all = ["SY-HA"] } },
    { from = 2025-06-01, area = { all = ["SY-HA", "SY-RA"] } },
]

[[region]]
id = "rest"
name = "Rest"
area = { all = ["SY-DY"] }

[[site]]
id = "port"
name = "Port"
kind = "naval base"
at = { lat = 35.3, lon = 40.1 }
"#;

/// Claims of every verb by two actors at several dates, each by one source or the editor.
fn changing() -> Document {
    let mut map = CHANGING.to_owned();
    let regions = [
        "holds",
        "occupies",
        "holds-part",
        "contests",
        "took-over",
        "left",
    ];
    let sites = ["operates", "took-over", "present", "withdraws", "left"];
    let places = regions.map(|says| ("front", says)).into_iter();
    let places = places.chain(regions.map(|says| ("rest", says)));
    let places = places.chain(sites.map(|says| ("port", says)));
    let dates = [
        "when = 2024",
        "when = \"2025-02\"",
        "when = 2025-07-01",
        "when = 2025-07-01",
        "",
    ];
    for (n, (place, says)) in places.chain([("map", "context")]).enumerate() {
        for (m, actor) in ["north", "south"].into_iter().enumerate() {
            let actor = match says {
                "context" if m > 0 => continue,
                "context" => String::new(),
                _ => format!("actor = \"{actor}\"\n"),
            };
            let source = ["one", "two"][(n + m) % 2];
            let because = if (n + 2 * m) % 5 == 0 {
                "because = \"A reason.\"\n"
            } else {
                ""
            };
            let when = dates[(3 * n + 2 * m) % dates.len()];
            let claim = format!(
                "\n[[claim]]\nabout = [\"{place}\"]\nsays = \"{says}\"\n{actor}source = \"{source}\"\n\
                 summary = \"Words {n} {m}.\"\n{because}{when}\n"
            );
            map.push_str(&claim);
        }
    }
    loaded("changing", &map)
}

#[test]
fn the_page_finds_what_the_program_finds_where_areas_change() {
    let Some(browser) = browser() else { return };
    let document = changing();
    assert_the_same(&browser, &document);
    let checks = "
        const path = () => page.document.querySelector('[data-place=front]').getAttribute('d');
        const at = async (date) => { page.location.hash = `#${date}`; await pause(); return path(); };
        const [none, first, second] = [await at('2024'), await at('2025-03'), await at('2025-07-01')];
        check('no area is drawn before there is one', none === '');
        check('areas change', first !== second && first !== '' && second.length > first.length);
        check('and back', await at('2025-03') === first);";
    let (result, complaints) = drive(&browser, page(&document), checks, Vec::new());
    assert_eq!(complaints, "");
    let failed = result.lines().filter(|line| !line.starts_with("ok "));
    assert_eq!(failed.collect::<Vec<_>>(), [""; 0]);
    assert_eq!(result.lines().count(), 3);
}
