//! A browser that finds pages under addresses of this machine, and what it makes of them.

use std::{
    env, fs,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::Command,
    thread,
};

/// A page that the browser is to find under an address.
pub type Served = (&'static str, Vec<u8>);

/// Finds Chromium, or says that what needs it is skipped.
pub fn browser() -> Option<PathBuf> {
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
pub fn drive(browser: &Path, page: Vec<u8>, checks: &str, more: Vec<Served>) -> (String, String) {
    let harness = format!(
        "<!doctype html><title>harness</title><iframe src=\"/page\" width=\"1280\" height=\"800\"></iframe>\
         <pre id=\"result\"></pre><script>{}\nframe.onload = () => run(async (page) => {{ {checks} }});</script>",
        include_str!("harness.js")
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

/// Returns what axe-core finds in states of a page, each a function of its document `d`; `None` where `AXE` doesn't name
/// the file of it, which is under another licence and so not here.
pub fn axe(browser: &Path, page: Vec<u8>, states: &str) -> Option<(String, String)> {
    let Some(axe) = env::var_os("AXE") else {
        println!("skipped: AXE names no axe.min.js");
        return None;
    };
    let page = String::from_utf8(page).expect("UTF-8");
    // The page's own policy would keep axe out.
    let policy = page
        .lines()
        .find(|line| line.contains("Content-Security-Policy"));
    let page = page.replace(
        policy.expect("a policy"),
        "<script src=\"/axe.js\"></script>",
    );
    let axe = ("/axe.js", fs::read(axe).expect("axe-core"));
    let checks = format!("const d = page.document; await axe(page, {{ {states} }});");
    Some(drive(browser, page.into_bytes(), &checks, vec![axe]))
}
