use super::*;
use crate::caption::sample::Sample;

fn said(lines: &str) -> String {
    answered(lines, None)
}

fn answered(lines: &str, problems: Option<FileProblems>) -> String {
    let Sample { atlas, map, .. } = Sample::new();
    let world = World::new(atlas, map);
    let mut out = Vec::new();
    let session = Session::at(&world, world.atlas.as_of);
    Dialogue::new(&world, session, problems)
        .hold(lines.as_bytes(), &mut out, false)
        .expect("nothing fails in memory");
    String::from_utf8(out).expect("text")
}

/// Returns the answer to the last line.
fn last(lines: &str) -> String {
    let before = lines.rfind('\n').map_or("", |end| &lines[..=end]);
    said(lines)[said(before).len()..].to_owned()
}

#[test]
fn a_conversation_goes_the_way_of_the_map() {
    insta::assert_snapshot!(said("northwest\n\u{1b}[C\neast\nwest\nblue\n\nquit\nnext\n"), @"
    A land: who holds what.
    As of 28 Jan 2026, 4 regions, 2 sites, 2 sources.
    Say a place, north, next, list, or help.
    Northwest, region.
    Held by Reds.
    Quoted, 1 source, undated, its outline is schematic.
    “Reds hold the northwest”.
    From A title, paragraph 1.
    Found in the held text, undated.
    Area: about 10,100 square kilometres, 25% of the country.
    Sites here:
    1 line more: press enter.
    About 100 km east:
    Northeast, region.
    Parts held by Blues; which parts is not said.
    Quoted, 1 source, undated, its outline is schematic.
    “Blues roam the northeast” — in pockets.
    From A title, paragraph 1.
    Found in the held text, undated.
    Area: about 10,100 square kilometres, 25% of the country.
    8 lines more: press enter.
    About 90 km north-east:
    Blue airport, airport.
    Blues: withdrawing.
    Reported, 1 source, last said 8 days before.
    Blues are leaving.
    From A wire service.
    Reported, in our words, 20 Jan 2026.
    Kind: airport.
    5 lines more: press enter.
    About 170 km west:
    Red port, naval base.
    Operated by Reds.
    Quoted, also reported, 2 sources, last said 5 years before, and undated.
    Operated by Reds.
    “The port is red”.
    From A title, paragraph 1.
    Found in the held text, undated.
    9 lines more: press enter.
    Blue airport, airport.
    Blues: withdrawing.
    Reported, 1 source, last said 8 days before.
    Blues are leaving.
    From A wire service.
    Reported, in our words, 20 Jan 2026.
    Kind: airport.
    Operator: not said.
    4 lines more: press enter.
    Position: 35.9000° N, 37.9000° E.
    In: Unit NE.
    Also: ميناء.
    1 claim from after 28 Jan 2026 not shown.
    ");
}

#[test]
fn lists_filters_dates_and_kinds_are_those_of_the_screen() {
    insta::assert_snapshot!(last("list by date"), @"
    6 places, by date.
    Blue airport: Blues, leaving, reported, 20 Jan 2026.
    Southwest: Reds or Blues?, reported, 2 Jan 2026.
    Red port: Reds, quoted, May 2020.
    Northeast: Blues, in parts, quoted, undated.
    Northwest: Reds, quoted, undated.
    Southeast: not found, silent, no date.
    ");
    insta::assert_snapshot!(last("filter reds\nlist"), @"
    3 places, by name.
    Northwest: Reds, quoted, undated.
    Red port: Reds, quoted, May 2020.
    Southwest: Reds or Blues?, reported, 2 Jan 2026.
    ");
    insta::assert_snapshot!(last("filter r\nfilter none"), @"No filter: 6 places.");
    insta::assert_snapshot!(last("port\ndate 2021"), @"
    As of 2021.
    Red port, naval base.
    Had been taken over by Reds.
    Reported, 1 source, last said 19 months before.
    Reds took the port.
    From A wire service.
    Reported, in our words, May 2020.
    Kind: naval base.
    5 lines more: press enter.
    ");
    insta::assert_snapshot!(last("sites\nlist by name"), @"
    2 places, by name.
    Blue airport: Blues, leaving, reported, 20 Jan 2026.
    Red port: Reds, quoted, May 2020.
    ");
}

#[test]
fn what_is_not_understood_is_answered_and_never_repeated_raw() {
    insta::assert_snapshot!(last("northest"), @"“northest” may be Northwest or Northeast.");
    insta::assert_snapshot!(last("blue\nup"), @"Nothing lies north of Blue airport.");
    insta::assert_snapshot!(last("list by size"), @"The list goes by name, holder, evidence and date.");
    insta::assert_snapshot!(last("date soon"), @"soon: expected a year, a month or a day: 2024, 2024-12 or 2024-12-08.");
    insta::assert_snapshot!(last("\u{1b}[31mred"), @"There is no place or word “ [31mred”. Say help, or list.");
    assert!(said(&"x".repeat(20_000)).len() < 1_000);
    for lines in ["", "quit", "next", "\n\n\n"] {
        assert!(
            said(lines).starts_with("A land: who holds what.\n"),
            "{lines:?}"
        );
    }
}

#[test]
fn towns_areas_and_actors_are_found_by_name() {
    insta::assert_snapshot!(last("unit se"), @"
    Unit SE.
    10,200 square kilometres.
    Regions here:
    Southeast: 100%, silent: what is said of who holds it is not found in its source.
    ");
    insta::assert_snapshot!(last("find unit n"), @"
    Unit NW, area.
    Unit NE, area.
    Unit SW, area.
    Unit SE, area.
    ");
    insta::assert_snapshot!(last("find xyzzy"), @"There is no name “xyzzy”. Say help, or list.");
    insta::assert_snapshot!(last("actors"), @"
    Reds: 25% and 1 site.
    Blues: parts of 25% and 1 site.
    ");
    insta::assert_snapshot!(last("reds"), @"
    Reds, actor.
    What it is said to have:
    Northwest, held by Reds.
    Southwest, disputed: sources differ between Reds and Blues.
    Red port, operated by Reds.
    ");
}

#[test]
fn a_source_is_read_passage_by_passage() {
    insta::assert_snapshot!(last("sources"), @"
    A title, id article: 6 claims, 5 found in its text.
    A wire service, id wire: 4 claims, its text is not held.
    ");
    insta::assert_snapshot!(last("read title"), @"
    A title.
    Passage 1 of 6:
    Northwest, held by Reds.
    The words: Reds hold the northwest
    Paragraph 1 Reds hold the northwest. Blues roam the northeast — in pockets. The port is red.
    ");
    insta::assert_snapshot!(last("read title\non"), @"
    Passage 2 of 6:
    Northeast, parts held by Blues.
    The words: Blues roam the northeast
    Paragraph 1 Reds hold the northwest. Blues roam the northeast — in pockets. The port is red.
    ");
    insta::assert_snapshot!(last("read title\non\nbefore\nbefore"), @"This is the first passage.");
    insta::assert_snapshot!(last("port\nread"), @"
    A title.
    Passage 5 of 6:
    Red port, operated by Reds.
    The words: The port is red
    Paragraph 1 Reds hold the northwest. Blues roam the northeast — in pockets. The port is red.
    ");
    insta::assert_snapshot!(last("port\nread\nhere"), @"
    Passage 5 of 6:
    Red port, operated by Reds.
    The words: The port is red
    Paragraph 1 Reds hold the northwest. Blues roam the northeast — in pockets. The port is red.
    ");
    insta::assert_snapshot!(last("port\nread\nback"), @"
    Red port, naval base.
    Operated by Reds.
    Quoted, also reported, 2 sources, last said 5 years before, and undated.
    Operated by Reds.
    “The port is red”.
    From A title, paragraph 1.
    Found in the held text, undated.
    May 2020, taken over by Reds.
    8 lines more: press enter.
    ");
    insta::assert_snapshot!(last("on"), @"Say read first.");
    insta::assert_snapshot!(last("read nobody"), @"There is no source “nobody”. Say help, or list.");
}

#[test]
fn what_was_said_last_is_cited() {
    insta::assert_snapshot!(last("northwest\ncite"), @"“Reds hold the northwest” — A title, ¶1, undated. As shown by “A land: who holds what”, as of 28 Jan 2026.");
    insta::assert_snapshot!(last("port\ncite 2 markdown"), @r"
    Reds took the port. \[in the words of the map’s editor\]

    — A wire service, May 2020. As shown by “A land: who holds what”, as of 28 Jan 2026.
    ");
    insta::assert_snapshot!(last("read title\non\ncite bibtex"), @"
    @misc{article-33,
      title        = {{A title}},
      note         = {“Blues roam the northeast” (¶1). As shown by “A land: who holds what”, as of 28 Jan 2026.}
    }
    ");
    insta::assert_snapshot!(last("northwest\ncite 7"), @"There is no such quotation here: 1 quotation.");
    insta::assert_snapshot!(last("cite in verse"), @"A citation is written in plain text, Markdown, BibTeX and CSL-JSON.");
}

#[test]
fn dates_are_gone_through_and_compared() {
    insta::assert_snapshot!(last("port\nearliest"), @"
    As of May 2020.
    Red port, naval base.
    Had been taken over by Reds.
    Reported, 1 source, last said that day.
    Reds took the port.
    From A wire service.
    Reported, in our words, May 2020.
    Kind: naval base.
    5 lines more: press enter.
    ");
    insta::assert_snapshot!(last("latest\nlater"), @"No claim is dated later.");
    insta::assert_snapshot!(last("changes"), @"Say changes and a date, such as changes 2024-12.");
    insta::assert_snapshot!(last("changes 2021"), @"
    From 2021 to 28 Jan 2026, 5 of 6 places changed.
    Northwest:
    Silent: no source here says who held it.
    Then held by Reds.
    Undated, and counted from the file’s own date:
    Held by Reds.
    “Reds hold the northwest”.
    From A title, paragraph 1.
    37 lines more: press enter.
    ");
    insta::assert_snapshot!(last("changes 2021\nchanges off"), @"No dates are compared.");
    insta::assert_snapshot!(last("tab\nback\nback"), @"Nothing is selected, compared or filtered.");
}

#[test]
fn evidence_is_told_and_sources_are_left_out() {
    insta::assert_snapshot!(last("evidence"), @"
    By evidence:
    quoted: 50% and 1 site.
    reported: 25% and 1 site.
    silent: 25%.
    ");
    insta::assert_snapshot!(last("evidence by age"), @"
    By newest claim:
    within a month: 25% and 1 site.
    older: 1 site.
    undated: 50%.
    silent: 25%.
    ");
    insta::assert_snapshot!(last("evidence by heart"), @"Evidence goes by one of these: grade, age, sources.");
    insta::assert_snapshot!(last("without"), @"
    quoted: counts, 4 claims.
    reported: counts, 5 claims.
    inferred: counts, 1 claim.
    article: counts, 6 claims.
    wire: counts, 5 claims.
    ");
    insta::assert_snapshot!(last("northwest\nwithout article"), @"
    Without A title: the map shows what is left.
    Northwest, region.
    Silent: what is said of who holds it is switched off.
    Its outline is schematic.
    Switched off:
    Held by Reds.
    “Reds hold the northwest”.
    From A title, paragraph 1.
    4 lines more: press enter.
    ");
    insta::assert_snapshot!(last("northwest\nwithout article\nwithout"), @"
    quoted: counts, 4 claims.
    reported: counts, 5 claims.
    inferred: counts, 1 claim.
    article: left out, 6 claims.
    wire: counts, 5 claims.
    ");
    insta::assert_snapshot!(last("northwest\nwithout article\nwith article"), @"
    Everything counts.
    Northwest, region.
    Held by Reds.
    Quoted, 1 source, undated, its outline is schematic.
    “Reds hold the northwest”.
    From A title, paragraph 1.
    Found in the held text, undated.
    Area: about 10,100 square kilometres, 25% of the country.
    2 lines more: press enter.
    ");
    insta::assert_snapshot!(last("without nobody"), @"There is no source, origin or grade “nobody”. Say help, or list.");
}

#[test]
fn all_says_everything_at_once() {
    insta::assert_snapshot!(last("changes 2021\nall"), @"
    Found in the held text, undated.
    Northeast:
    Silent: no source here says who held it.
    Then parts held by Blues; which parts is not said.
    Undated, and counted from the file’s own date:
    Parts held by Blues.
    “Blues roam the northeast” — in pockets.
    From A title, paragraph 1.
    Found in the held text, undated.
    Southwest:
    Silent: no source here says who held it.
    Then disputed: sources differ between Reds and Blues.
    First said:
    2 Jan 2026, held by Reds.
    Reds hold it.
    From A wire service.
    Reported, in our words, 2 Jan 2026.
    2 Jan 2026, held by Blues.
    Blues hold it.
    From A wire service.
    Reported, in our words, 2 Jan 2026.
    Red port:
    Had been taken over by Reds.
    Then operated by Reds.
    Undated, and counted from the file’s own date:
    Operated by Reds.
    “The port is red”.
    From A title, paragraph 1.
    Found in the held text, undated.
    Blue airport:
    Silent: no source here says who operated it.
    Then Blues: withdrawing.
    First said:
    20 Jan 2026, Blues: withdrawing.
    Blues are leaving.
    From A wire service.
    Reported, in our words, 20 Jan 2026.
    ");
    insta::assert_snapshot!(last("northwest\nall\nall"), @"
    Northwest, region.
    Held by Reds.
    Quoted, 1 source, undated, its outline is schematic.
    “Reds hold the northwest”.
    From A title, paragraph 1.
    Found in the held text, undated.
    Area: about 10,100 square kilometres, 25% of the country.
    Sites here:
    Red port, operated by Reds.
    ");
    insta::assert_snapshot!(last("help\nall"), @"
    Say filter and an actor to go through its places only, and filter none for all again.
    Say areas, sites or both for the kinds of places to go through.
    Say evidence for how well the map is founded; evidence by age or sources goes by these.
    Say date and a year, a month or a day, such as date 2026-01, for the state at that date.
    Say earlier, later, earliest or latest to go through the dates at which something is said.
    Say changes and a date for what changed between it and the one that is shown, or changes and two dates; changes off ends that.
    Say sources for every source, with its id and what is taken from it.
    Say read and a source to read it passage by passage, or read alone for the source of what was said last.
    While reading, say on or before to go to another passage.
    Say cite to have the first quotation as a citation, and cite 2 Markdown for the second as Markdown.
    Say without and the id of a source, an origin or a grade to leave it out, and with for it to count again.
    Say export, a format and a file to write the map as it is now, such as export geojson map.geojson.
    Say problems for what is wrong with the file.
    An empty line says more, all says everything that is left. Say quit to end.
    ");
    insta::assert_snapshot!(last("help\nall\nmore"), @"There is no more.");
}

#[test]
fn problems_of_the_file_are_those_of_the_screen() {
    insta::assert_snapshot!(last("problems"), @"Nothing is wrong with the file.");
    let problems = FileProblems::Unreadable {
        label: "regions.toml".to_owned(),
        why: "it is gone".to_owned(),
    };
    let text = answered("problems", Some(problems));
    assert!(
        text.ends_with("last save not shown, can't read regions.toml: it is gone\n"),
        "{text}"
    );
}

#[test]
fn the_rest_of_an_endless_line_is_not_listened_to() {
    let long = "x ".repeat(100_000);
    let answers = said(&format!("{long}\nquit"));
    assert_eq!(answers.matches("There is no").count(), 1, "{answers}");
}

#[test]
fn the_map_is_written_to_a_file_that_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.csv");
    let path = path.to_str().expect("UTF-8");
    let plain = |lines: &str| last(lines).replace(path, "PATH");
    assert!(plain(&format!("export states {path}")).ends_with("bytes written to PATH.\n"));
    let first = std::fs::read(path).expect("a file");
    assert!(first.starts_with(b"id,name,"));
    insta::assert_snapshot!(plain(&format!("export states {path}")), @"There is a file PATH. Say export states PATH replace to replace it.");
    assert!(plain(&format!("date 2020\nexport states {path} replace")).contains("written"));
    assert_ne!(std::fs::read(path).expect("a file"), first);
    insta::assert_snapshot!(plain("export states"), @"Say export states and a file to write.");
    insta::assert_snapshot!(plain("export pdf a"), @"
    Say export, a format and a file, such as export geojson map.geojson.
    There are text, ansi, md, claims, states, shares, events, json, geojson, qgis-style, kml, annotations, svg, png and html.
    ");
    assert!(plain(&format!("export text {path}/b")).starts_with("Not written to PATH/b: "));
}
