//! The page of a region file whose every text tries to be markup or a script.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::{
    browser::{browser, drive},
    loaded, page,
};

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
