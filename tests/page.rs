//! The page, in a browser: that its rule finds what the program finds, and that it is used as it should be.
//!
//! Needs Chromium; where there is none, that is said and nothing is checked in a browser.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

mod support;

use std::{
    env,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{self, Command},
    thread,
};

use whoholds::{
    atlas::{Atlas, Date, Lens, Switchboard, state::Snapshot, timeline},
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

/// What a harness writes of a page, and what the browser complained of.
fn drive(browser: &Path, page: Vec<u8>, checks: &str, more: Vec<Served>) -> (String, String) {
    let harness = format!(
        "<!doctype html><title>harness</title><iframe src=\"/page\" width=\"1280\" height=\"800\"></iframe>\
         <pre id=\"result\"></pre><script>{}\nframe.onload = () => run(async (page) => {{ {checks} }});</script>",
        include_str!("page/harness.js")
    );
    let pages = [("/page", page), ("/harness", harness.into_bytes())];
    let address = serve(pages.into_iter().chain(more).collect());
    let profile = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("page-{}", process::id()));
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"])
        .args(["--virtual-time-budget=60000", "--enable-logging=stderr"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("{address}/harness"))
        .output()
        .expect("the browser runs");
    let text = String::from_utf8_lossy(&output.stdout);
    let result = text.rsplit("<pre id=\"result\">").next();
    let result = result.and_then(|rest| rest.split("</pre>").next());
    let complaints = String::from_utf8_lossy(&output.stderr);
    let complaints = complaints.lines().filter(|line| line.contains("CONSOLE"));
    (
        result.unwrap_or_default().to_owned(),
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
    let snapshot = &Snapshot::with(atlas, date, off);
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
fn states(atlas: &Atlas) -> Vec<(Date, Switchboard)> {
    let without = atlas.switches().into_iter();
    let without: Vec<Switchboard> = std::iter::once(Switchboard::default())
        .chain(without.map(|switch| std::iter::once(switch).collect()))
        .collect();
    let dates = timeline::stops(atlas).into_iter();
    dates
        .flat_map(|date| without.iter().map(move |off| (date, off.clone())))
        .collect()
}

#[test]
fn the_page_finds_what_the_program_finds_at_every_date_without_each_source() {
    let Some(browser) = browser() else { return };
    let document = builtin();
    let states = states(&document.atlas);
    let (first, second) = states.split_at(states.len() / 2);
    let hashes = |states: &[(Date, Switchboard)]| -> Vec<u32> {
        let said = states.iter().map(|(date, off)| said(&document, *date, off));
        said.map(|words| hash(&words)).collect()
    };
    let hashes = thread::scope(|scope| {
        let second = scope.spawn(|| hashes(second));
        [hashes(first), second.join().expect("hashes")].concat()
    });
    let dates: Vec<String> = timeline::stops(&document.atlas)
        .into_iter()
        .map(Date::iso)
        .collect();
    let expected = serde_json::json!({
        "dates": dates, "switches": document.atlas.switches().len(), "hashes": hashes,
    });
    let checks = "await compare(page);";
    let expected = ("/expected", expected.to_string().into_bytes());
    let (result, complaints) = drive(&browser, page(&document), checks, vec![expected]);
    assert_eq!(complaints, "");
    assert_eq!(result, format!("ok the rule in {} states", states.len()));
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
