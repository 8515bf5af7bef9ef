//! The page as readers use it, and without barriers that axe-core knows.

use std::{env, fs};

use super::{
    browser::{browser, drive},
    builtin, page,
};

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
