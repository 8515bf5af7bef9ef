//! Citations and annotations: what is pasted elsewhere is right there, and leads back to the words.

use std::{process::Command, sync::LazyLock};

use serde_json::Value;

use whoholds::{
    atlas::{Atlas, ClaimId, Date, Switchboard},
    export::{
        Annotations, Exported, Exporter,
        citation::{self, Format},
    },
    file::{self, RegionFile},
};

static SHIPPED: LazyLock<Atlas> = LazyLock::new(|| load(include_str!("../../regions.toml")));

fn load(text: &str) -> Atlas {
    let file = RegionFile::builtin().with_bytes(text.to_owned());
    let document = file::load(&file).unwrap_or_else(|report| panic!("{report:?}"));
    document.atlas
}

/// The annotations of the shipped map.
fn annotations() -> Vec<u8> {
    let document = file::load(&RegionFile::builtin()).expect("the shipped map");
    let all = Exported::new(
        &document.atlas,
        &document.map,
        None,
        &Switchboard::default(),
    );
    Annotations.export(&all).expect("JSON")
}

fn as_of() -> Date {
    "2026-01-28".parse().expect("a date")
}

/// The claim whose words, quoted or summed up, begin so.
fn claim(atlas: &Atlas, words: &str) -> ClaimId {
    let begins = |claim: &whoholds::atlas::Claim| {
        let quote = claim.quote.as_ref().map(|quote| quote.exact.as_str());
        let given = quote
            .or(claim.summary.as_deref())
            .or(claim.because.as_deref());
        given.is_some_and(|given| given.starts_with(words))
    };
    ClaimId::at(atlas.claims.iter().position(begins).expect("a claim"))
}

/// In every format, one after the other.
fn cited(atlas: &Atlas, words: &str) -> String {
    let id = claim(atlas, words);
    let all = Format::ALL
        .iter()
        .map(|&format| citation::cite(atlas, id, as_of(), format));
    all.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_quotation_is_cited_with_its_paragraph() {
    insta::assert_snapshot!(cited(&SHIPPED, "Kurdish-led forces hold"), @r#"
    “Kurdish-led forces hold the northeast” — Putin meets Syria’s new leader in Moscow, ¶5, undated. Copy: sealed by sha256 07df8d03c2a72be21621ea46089dbf55e2e87f394eac0855e5d55d3f5b8e71a7. As shown by “Syria: who holds what”, as of 28 Jan 2026.

    > “Kurdish-led forces hold the northeast”
    >
    > — Putin meets Syria’s new leader in Moscow, ¶5, undated. Copy: sealed by sha256 07df8d03c2a72be21621ea46089dbf55e2e87f394eac0855e5d55d3f5b8e71a7. As shown by “Syria: who holds what”, as of 28 Jan 2026.

    @misc{kremlin-talks-2189,
      title        = {{Putin meets Syria’s new leader in Moscow}},
      note         = {“Kurdish-led forces hold the northeast” (¶5). As shown by “Syria: who holds what”, as of 28 Jan 2026. Text sealed by sha256 07df8d03c2a72be21621ea46089dbf55e2e87f394eac0855e5d55d3f5b8e71a7.}
    }

    [
      {
        "id": "kremlin-talks-2189",
        "type": "document",
        "title": "Putin meets Syria’s new leader in Moscow",
        "note": "“Kurdish-led forces hold the northeast” (¶5). As shown by “Syria: who holds what”, as of 28 Jan 2026. Text sealed by sha256 07df8d03c2a72be21621ea46089dbf55e2e87f394eac0855e5d55d3f5b8e71a7."
      }
    ]
    "#);
}

#[test]
fn an_inference_says_that_it_is_one() {
    let id = claim(&SHIPPED, "Kremlin statements");
    insta::assert_snapshot!(citation::cite(&SHIPPED, id, as_of(), Format::Plain), @"“Kremlin statements quoted Putin praising progress toward restoring Syria’s territorial integrity and signaling continued Russian political backing as Damascus moves to reassert control after more than a decade of conflict.” [read so by the map’s editor: The sentence has Damascus for the seat of the authorities. That they hold it is our reading; the article does not say so.] — Putin meets Syria’s new leader in Moscow, ¶1, undated. Copy: sealed by sha256 07df8d03c2a72be21621ea46089dbf55e2e87f394eac0855e5d55d3f5b8e71a7. As shown by “Syria: who holds what”, as of 28 Jan 2026.");
}

#[test]
fn a_report_is_never_passed_off_as_a_quotation() {
    insta::assert_snapshot!(cited(&SHIPPED, "By an agreement of 2017"), @r#"
    By an agreement of 2017 Russia has the facility for 49 years and may keep up to 11 vessels there at a time. [in the words of the map’s editor] — Sputnik (in French), 13 Dec 2017. <https://fr.sputniknews.africa/20171213/base-tartous-accord-ratification-poutine-1034309972.html>. As shown by “Syria: who holds what”, as of 28 Jan 2026.

    By an agreement of 2017 Russia has the facility for 49 years and may keep up to 11 vessels there at a time. \[in the words of the map’s editor\]

    — [Sputnik (in French)](<https://fr.sputniknews.africa/20171213/base-tartous-accord-ratification-poutine-1034309972.html>), 13 Dec 2017. As shown by “Syria: who holds what”, as of 28 Jan 2026.

    @misc{sputnik-tartus,
      howpublished = {Sputnik (in French)},
      year         = {2017},
      month        = dec,
      day          = {13},
      url          = {https://fr.sputniknews.africa/20171213/base-tartous-accord-ratification-poutine-1034309972.html},
      note         = {By an agreement of 2017 Russia has the facility for 49 years and may keep up to 11 vessels there at a time. [in the words of the map’s editor]. As shown by “Syria: who holds what”, as of 28 Jan 2026.}
    }

    [
      {
        "id": "sputnik-tartus",
        "type": "document",
        "publisher": "Sputnik (in French)",
        "issued": {
          "date-parts": [
            [
              2017,
              12,
              13
            ]
          ]
        },
        "URL": "https://fr.sputniknews.africa/20171213/base-tartous-accord-ratification-poutine-1034309972.html",
        "note": "By an agreement of 2017 Russia has the facility for 49 years and may keep up to 11 vessels there at a time. [in the words of the map’s editor]. As shown by “Syria: who holds what”, as of 28 Jan 2026."
      }
    ]
    "#);
}

#[test]
fn the_copy_that_was_read_is_cited() {
    let sealed = include_str!("../../regions.toml").replacen(
        "text = \"assets/sources/kremlin-talks.txt\"\n",
        "text = \"assets/sources/kremlin-talks.txt\"\nretrieved = 2026-02-03\n\
         archive = \"https://archive.example/a_b\"\n",
        1,
    );
    insta::assert_snapshot!(cited(&load(&sealed), "Kurdish-led forces hold"), @r#"
    “Kurdish-led forces hold the northeast” — Putin meets Syria’s new leader in Moscow, ¶5, undated. Copy: retrieved 3 Feb 2026, archived at <https://archive.example/a_b>, sealed by sha256 07df8d03c2a72be21621ea46089dbf55e2e87f394eac0855e5d55d3f5b8e71a7. As shown by “Syria: who holds what”, as of 28 Jan 2026.

    > “Kurdish-led forces hold the northeast”
    >
    > — Putin meets Syria’s new leader in Moscow, ¶5, undated. Copy: retrieved 3 Feb 2026, archived at <https://archive.example/a_b>, sealed by sha256 07df8d03c2a72be21621ea46089dbf55e2e87f394eac0855e5d55d3f5b8e71a7. As shown by “Syria: who holds what”, as of 28 Jan 2026.

    @misc{kremlin-talks-2189,
      title        = {{Putin meets Syria’s new leader in Moscow}},
      urldate      = {2026-02-03},
      note         = {“Kurdish-led forces hold the northeast” (¶5). As shown by “Syria: who holds what”, as of 28 Jan 2026. Archived at https://archive.example/a\_b. Text sealed by sha256 07df8d03c2a72be21621ea46089dbf55e2e87f394eac0855e5d55d3f5b8e71a7.}
    }

    [
      {
        "id": "kremlin-talks-2189",
        "type": "document",
        "title": "Putin meets Syria’s new leader in Moscow",
        "accessed": {
          "date-parts": [
            [
              2026,
              2,
              3
            ]
          ]
        },
        "archive_location": "https://archive.example/a_b",
        "note": "“Kurdish-led forces hold the northeast” (¶5). As shown by “Syria: who holds what”, as of 28 Jan 2026. Text sealed by sha256 07df8d03c2a72be21621ea46089dbf55e2e87f394eac0855e5d55d3f5b8e71a7."
      }
    ]
    "#);
}

#[test]
fn nothing_in_a_file_becomes_markup() {
    let marked = r#"
format = 1
title = "A *map* of {braces} & 100%"
basemap = "syria"
as_of = 2026-01-28
[[source]]
id = "nasty"
title = "[x](y) <b>“quoted”</b> \\emph{100% of $5_000} # ~ ^"
publisher = "A \"paper\" \\ Sons"
published = "2026-02"
url = "https://example.org/a(b)<c>{d}\\e"
[[region]]
id = "r"
name = "R"
area = { all = ["SY-HA"] }
[[claim]]
about = ["r"]
says = "context"
source = "nasty"
summary = "1. no `list` | here \\ or {there}"
"#;
    let atlas = load(marked);
    insta::assert_snapshot!(cited(&atlas, "1."), @r#"
    1. no `list` | here \ or {there} [in the words of the map’s editor] — [x](y) <b>“quoted”</b> \emph{100% of $5_000} # ~ ^, A "paper" \ Sons, Feb 2026. <https://example.org/a(b)<c>{d}\e>. As shown by “A *map* of {braces} & 100%”, as of 28 Jan 2026.

    1\. no \`list\` \| here \\ or {there} \[in the words of the map’s editor\]

    — [\[x\](y) \<b\>“quoted”\</b\> \\emph{100% of \$5\_000} # \~ ^](<https://example.org/a(b)%3Cc%3E{d}%5Ce>), A "paper" \\ Sons, Feb 2026. As shown by “A \*map\* of {braces} \& 100%”, as of 28 Jan 2026.

    @misc{nasty,
      title        = {{[x](y) <b>“quoted”</b> \textbackslash{}emph\textbraceleft{}100\% of \$5\_000\textbraceright{} \# \textasciitilde{} \textasciicircum{}}},
      howpublished = {A "paper" \textbackslash{} Sons},
      year         = {2026},
      month        = feb,
      url          = {https://example.org/a(b)<c>%7Bd%7D%5Ce},
      note         = {1. no `list` | here \textbackslash{} or \textbraceleft{}there\textbraceright{} [in the words of the map’s editor]. As shown by “A *map* of \textbraceleft{}braces\textbraceright{} \& 100\%”, as of 28 Jan 2026.}
    }

    [
      {
        "id": "nasty",
        "type": "document",
        "title": "[x](y) <b>“quoted”</b> \\emph{100% of $5_000} # ~ ^",
        "publisher": "A \"paper\" \\ Sons",
        "issued": {
          "date-parts": [
            [
              2026,
              2
            ]
          ]
        },
        "URL": "https://example.org/a(b)<c>{d}\\e",
        "note": "1. no `list` | here \\ or {there} [in the words of the map’s editor]. As shown by “A *map* of {braces} & 100%”, as of 28 Jan 2026."
      }
    ]
    "#);
    let json = citation::cite(&atlas, ClaimId::at(0), as_of(), Format::CslJson);
    let parsed: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(parsed[0]["publisher"], "A \"paper\" \\ Sons");
    assert_eq!(
        parsed[0]["issued"]["date-parts"][0],
        serde_json::json!([2026, 2])
    );
    let bibtex = citation::cite(&atlas, ClaimId::at(0), as_of(), Format::Bibtex);
    let depth = bibtex.chars().try_fold(0_i32, |depth, char| match char {
        '{' => Some(depth + 1),
        '}' => (depth > 0).then_some(depth - 1),
        _ => Some(depth),
    });
    assert_eq!(depth, Some(0), "braces must balance: {bibtex}");
}

#[test]
fn selectors_find_the_same_words_in_the_text_again() {
    let annotations: Value = serde_json::from_slice(&annotations()).expect("JSON");
    let text = include_str!("../../assets/sources/kremlin-talks.txt");
    let chars: Vec<char> = text.chars().collect();
    let targets = annotations.as_array().expect("an array").iter();
    let targets = targets.flat_map(|it| it["target"].as_array().expect("targets"));
    let mut found = 0;
    for target in targets.filter(|it| it["source"] == "assets/sources/kremlin-talks.txt") {
        let (quote, position) = (&target["selector"][0], &target["selector"][1]);
        let exact = quote["exact"].as_str().expect("the words");
        let at = |key: &str| {
            let number = position[key].as_u64().expect("a position");
            usize::try_from(number).expect("a small number")
        };
        let there: String = chars[at("start")..at("end")].iter().collect();
        assert_eq!(there, exact);
        let around = |key: &str| quote[key].as_str().unwrap_or_default();
        let whole = format!("{}{exact}{}", around("prefix"), around("suffix"));
        assert_eq!(text.matches(&whole).count(), 1, "{whole}");

        found += 1;
    }
    let quoted = SHIPPED.claims.iter().filter_map(|claim| claim.passage());
    assert_eq!(
        found,
        quoted.map(|passage| passage.ranges.len()).sum::<usize>()
    );
    assert!(found > 0);
}

/// The first annotation that says so, as it is printed.
fn annotated(words: &str) -> String {
    let annotations: Value = serde_json::from_slice(&annotations()).expect("JSON");
    let all = annotations.as_array().expect("an array").iter();
    let mut named = all.filter(|it| {
        let says = it["body"][0]["value"].as_str();
        says.is_some_and(|says| says.starts_with(words))
    });
    serde_json::to_string_pretty(named.next().expect("an annotation")).expect("JSON")
}

#[test]
fn a_claim_is_an_annotation_of_its_words() {
    insta::assert_snapshot!(annotated("Northeast: held"), @r##"
    {
      "@context": [
        "http://www.w3.org/ns/anno.jsonld",
        {
          "whoholds": "urn:x-whoholds:"
        }
      ],
      "body": [
        {
          "format": "text/plain",
          "purpose": "describing",
          "type": "TextualBody",
          "value": "Northeast: held by Kurdish-led forces"
        },
        {
          "format": "text/plain",
          "purpose": "describing",
          "type": "TextualBody",
          "value": "On the ground, Syria remains divided: “Kurdish-led forces hold the northeast”, opposition pockets persist in the northwest, and multiple foreign militaries remain in parts of the country."
        }
      ],
      "id": "#claim-285a33ad8a8ce875",
      "motivation": "describing",
      "target": [
        {
          "selector": [
            {
              "exact": "Kurdish-led forces hold the northeast",
              "prefix": " ground, Syria remains divided: ",
              "suffix": ", opposition pockets persist in ",
              "type": "TextQuoteSelector"
            },
            {
              "end": 2206,
              "start": 2169,
              "type": "TextPositionSelector"
            }
          ],
          "source": "assets/sources/kremlin-talks.txt",
          "type": "SpecificResource"
        }
      ],
      "type": "Annotation",
      "whoholds:about": [
        "northeast"
      ],
      "whoholds:actor": "sdf",
      "whoholds:grade": "quoted",
      "whoholds:says": "holds"
    }
    "##);
}

#[test]
fn a_report_is_an_annotation_of_its_source() {
    insta::assert_snapshot!(annotated("Tartous: operated"), @r##"
    {
      "@context": [
        "http://www.w3.org/ns/anno.jsonld",
        {
          "whoholds": "urn:x-whoholds:"
        }
      ],
      "body": [
        {
          "format": "text/plain",
          "purpose": "describing",
          "type": "TextualBody",
          "value": "Tartous: operated by Russia"
        },
        {
          "format": "text/plain",
          "purpose": "describing",
          "type": "TextualBody",
          "value": "By an agreement of 2017 Russia has the facility for 49 years and may keep up to 11 vessels there at a time."
        }
      ],
      "id": "#claim-268e65323c086f1c",
      "motivation": "describing",
      "target": [
        {
          "source": "https://fr.sputniknews.africa/20171213/base-tartous-accord-ratification-poutine-1034309972.html",
          "type": "SpecificResource"
        }
      ],
      "type": "Annotation",
      "whoholds:about": [
        "tartous"
      ],
      "whoholds:actor": "russia",
      "whoholds:grade": "reported",
      "whoholds:published": "2017-12-13",
      "whoholds:says": "operates",
      "whoholds:when": "2017"
    }
    "##);
}

#[test]
fn the_program_prints_annotations_and_says_what_is_left_out() {
    let annotations = |path: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_whoholds"));
        let output = command.args(["annotations", path]).output();
        let output = output.expect("the program runs");
        assert_eq!(output.status.code(), Some(0));
        let printed: Vec<Value> = serde_json::from_slice(&output.stdout).expect("a JSON array");
        (
            printed.len(),
            String::from_utf8(output.stderr).expect("UTF-8"),
        )
    };
    let all = (SHIPPED.claims.len(), String::new());
    assert_eq!(annotations("regions.toml"), all);
    // Sources without an address are named; what stands on no source has nothing to annotate.
    let graded = annotations("tests/fixtures/graded.toml");
    assert_eq!(graded, (2, String::new()));
}

#[test]
fn a_source_without_an_address_is_named_and_a_reading_of_no_source_is_left_out() {
    let reading = "[[claim]]\nabout = [\"hasakah\"]\nactor = \"north\"\nsays = \"holds\"\nbecause = \"So it is read.\"\n";
    let fixture = include_str!("../fixtures/graded.toml");
    let file = RegionFile::builtin().with_bytes(format!("{fixture}\n{reading}"));
    let document = file::load(&file).expect("a map");
    let exported = Exported::new(
        &document.atlas,
        &document.map,
        None,
        &Switchboard::default(),
    );
    let left_out = Annotations.left_out(&exported).expect("one is left out");
    assert!(
        left_out.starts_with("1 claim left out: drafts, and those without a source"),
        "{left_out}"
    );
    let json = Annotations.export(&exported).expect("JSON");
    let json: Value = serde_json::from_slice(&json).expect("JSON");
    insta::assert_snapshot!(json[0]["target"][0]["source"], @r#"{"dcterms:publisher":"An agency","id":"urn:x-whoholds:source:agency"}"#);
}
