//! The page, in a browser: that its rule finds what the program finds, and that it is used as it should be.
//!
//! Needs Chromium; where there is none, that is said and nothing is checked in a browser.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]
#![expect(clippy::print_stdout, reason = "what is skipped is said")]

mod support;

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::{
    env, fs,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{self, Command},
    thread,
};

use support::assert_current;
use whoholds::{
    atlas::{ActorId, Date, Lens, Switchboard, state::Snapshot, timeline},
    caption::Captions,
    export::{Exported, Exporter, Html},
    file::{self, Document, RegionFile},
};

/// A page that the browser is to find under an address.
type Served = (&'static str, Vec<u8>);

fn browser() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let folders = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&folders)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|path| path.is_file());
    if found.is_none() {
        println!("skipped: no Chromium is installed");
    }
    found
}

fn builtin() -> Document {
    file::load(&RegionFile::builtin()).expect("the shipped map")
}

fn page(document: &Document) -> Vec<u8> {
    let Document { atlas, map, .. } = document;
    let exported = Exported::new(atlas, map, None, &Switchboard::default());
    Html.export(&exported).expect("a page")
}

/// Answers every request until the test ends.
fn serve(pages: Vec<Served>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let _ = answer(stream, &pages);
        }
    });
    format!("http://{address}")
}

fn answer(mut stream: TcpStream, pages: &[Served]) -> std::io::Result<()> {
    let mut head = BufReader::new(&stream).lines();
    let request = head.next().transpose()?.unwrap_or_default();
    let path = request.split(' ').nth(1).unwrap_or_default();
    while head
        .next()
        .transpose()?
        .is_some_and(|line| !line.is_empty())
    {}
    let (status, body) = match pages.iter().find(|(known, _)| *known == path) {
        Some((_, body)) => ("200 OK", body.as_slice()),
        None => ("404 Not Found", &[][..]),
    };
    let kind = match path.rsplit_once('.') {
        Some((_, "js")) => "text/javascript",
        _ => "text/html",
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(body)
}

/// Returns what a harness writes of a page, and what the browser complained of.
fn drive(browser: &Path, page: Vec<u8>, checks: &str, more: Vec<Served>) -> (String, String) {
    let harness = format!(
        "<!doctype html><title>harness</title><iframe src=\"/page\" width=\"1280\" height=\"800\"></iframe>\
         <pre id=\"result\"></pre><script>{}\nframe.onload = () => run(async (page) => {{ {checks} }});</script>",
        include_str!("page/harness.js")
    );
    let pages = [("/page", page), ("/harness", harness.into_bytes())];
    let address = serve(pages.into_iter().chain(more).collect());
    let port = address.rsplit(':').next().expect("a port");
    let profile = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("page-{port}"));
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"])
        .args(["--virtual-time-budget=60000", "--enable-logging=stderr"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("{address}/harness"))
        .output()
        .expect("the browser runs");
    let _ = fs::remove_dir_all(profile);
    let text = String::from_utf8_lossy(&output.stdout);
    let result = text.rsplit("<pre id=\"result\">").next();
    let result = result.and_then(|rest| rest.split("</pre>").next());
    let complaints = String::from_utf8_lossy(&output.stderr);
    let complaints = complaints.lines().filter(|line| line.contains("CONSOLE"));
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
    let result = result.unwrap_or_default().to_owned();
    (
        signs
            .iter()
            .fold(result, |text, (sign, char)| text.replace(sign, char)),
        complaints.collect::<Vec<_>>().join("\n"),
    )
}

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
            lines.push(format!("{how}: {}: {}%", actors.join(","), land.percent()));
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
id = "north"
name = "The North"
letter = "N"
colour = "green"

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

#[test]
fn the_page_is_used_by_keyboard_and_mouse() {
    let Some(browser) = browser() else { return };
    let (result, complaints) = drive(&browser, page(&builtin()), "await use(page);", Vec::new());
    assert_eq!(complaints, "");
    let failed = result.lines().filter(|line| !line.starts_with("ok "));
    assert_eq!(failed.collect::<Vec<_>>(), [""; 0]);
    assert!(result.lines().count() > 30, "{result}");
}

/// The page passes axe-core, which `AXE` names the file of: it is under another licence, so not here.
#[test]
fn the_page_has_no_barriers_that_axe_knows() {
    let Some(browser) = browser() else { return };
    let Some(axe) = env::var_os("AXE") else {
        println!("skipped: AXE names no axe.min.js");
        return;
    };
    let page = String::from_utf8(page(&builtin())).expect("UTF-8");
    // The page's own policy would keep axe out.
    let policy = page
        .lines()
        .find(|line| line.contains("Content-Security-Policy"));
    let page = page.replace(
        policy.expect("a policy"),
        "<script src=\"/axe.js\"></script>",
    );
    let axe = ("/axe.js", fs::read(axe).expect("axe-core"));
    let (result, complaints) = drive(&browser, page.into_bytes(), "await axe(page);", vec![axe]);
    assert_eq!(complaints, "");
    let failed = result.lines().filter(|line| !line.starts_with("ok "));
    assert_eq!(failed.collect::<Vec<_>>(), [""; 0]);
    assert!(!result.is_empty());
}

/// Every text of a region file that tries to be markup or a script.
const HOSTILE: &str = r#"
format = 1
title = "</title></script><script>window.hacked = 1</script>"
basemap = "syria"
as_of = 2026-01-28

[[source]]
id = "held"
title = "<!--<script>{{script}}"
text = "held.txt"
url = "https://example.org/\"onmouseover=\"window.hacked=1"
note = "]]>&lt;img src=x onerror=window.hacked=1>"

[[source]]
id = "linked"
publisher = "<svg onload=window.hacked=1>"
url = "https://example.org/<script>"
published = 2026-01-01

[[actor]]
id = "one"
name = "\"'><img src=x onerror=window.hacked=1>"
short = "$& {} </text><script>window.hacked=1</script>"
letter = "N"
colour = "green"

[[region]]
id = "hasakah"
name = "</text></svg><img src=x onerror=window.hacked=1>"
also = ["</script>"]
note = "<iframe src=javascript:window.hacked=1>"
area = { all = ["SY-HA"] }

[[site]]
id = "site"
name = "<style>*{display:none}</style>"
kind = "airport"
at = { lat = 37.0206, lon = 41.1914 }

[[claim]]
about = ["hasakah"]
actor = "one"
says = "holds"
source = "held"
quote = "</script><script>window.hacked=1</script> holds it"

[[claim]]
about = ["site"]
actor = "one"
says = "operates"
source = "linked"
summary = "<b onclick=window.hacked=1>They run it.</b>"
"#;

/// A map from the text of its file, beside which lies a text to be quoted.
fn loaded(name: &str, map: &str) -> Document {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("map.toml"), map).expect("a map");
    let text = "</script><script>window.hacked=1</script> holds it.\n";
    fs::write(folder.join("held.txt"), text).expect("a text");
    let file = RegionFile::open(&folder.join("map.toml")).expect("a map");
    file::load(&file).unwrap_or_else(|report| panic!("{report:?}"))
}

#[test]
fn a_region_file_can_put_no_element_into_the_page() {
    let document = loaded("markup", HOSTILE);
    let page = String::from_utf8(page(&document)).expect("UTF-8");
    let count = |what: &str| page.matches(what).count();
    assert_eq!(
        (count("<script"), count("</script"), count("</svg")),
        (2, 2, 2)
    );
    for element in ["<img", "<iframe", "<b ", "<!--"] {
        assert_eq!(count(element), 0, "{element}");
    }
    // The browser runs the script that has this hash, and no other.
    let script = page
        .rsplit("<script>")
        .next()
        .and_then(|rest| rest.split("</script>").next());
    let hash = STANDARD.encode(Sha256::digest(script.expect("a script")));
    assert!(page.contains(&format!("script-src 'sha256-{hash}'")));
    assert!(page.contains("default-src 'none'"));
}

#[test]
fn a_region_file_can_run_no_script_in_the_page() {
    let Some(browser) = browser() else { return };
    let checks = "
        const all = (query) => [...page.document.querySelectorAll(query)];
        for (const it of all('#map path[role=button]')) it.focus();
        for (const it of all('#panel button.read')) it.click();
        check('no script ran', page.hacked === undefined);
        check('no element came in', all('img, iframe, b[onclick], style').length === 1);
        check('no address is a script', all('a').every((it) => it.protocol === 'https:'));
        check('names are shown as they are', page.document.title.includes('<script>'));";
    let (result, complaints) = drive(
        &browser,
        page(&loaded("script", HOSTILE)),
        checks,
        Vec::new(),
    );
    assert_eq!(complaints, "");
    let failed = result.lines().filter(|line| !line.starts_with("ok "));
    assert_eq!(failed.collect::<Vec<_>>(), [""; 0]);
    assert_eq!(result.lines().count(), 4);
}

/// `whoholds export html -o docs/syria.html --force` writes the same.
#[test]
fn the_shipped_page_is_current_and_small() {
    let page = String::from_utf8(page(&builtin())).expect("UTF-8");
    assert_current("docs/syria.html", &page);
    assert!(page.len() <= 400_000, "{} bytes", page.len());
}
