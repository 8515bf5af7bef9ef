//! The page as readers use it, and without barriers that axe-core knows.

use super::{
    browser::{axe, browser, drive},
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

/// The page passes axe-core in both schemes and in each of the things that the panel shows.
#[test]
fn the_page_has_no_barriers_that_axe_knows() {
    let Some(browser) = browser() else { return };
    let states = "
        light: () => {},
        place: () => d.querySelector('[data-place=northeast]').focus(),
        text: () => d.querySelector('#panel button.read').click(),
        switches: () => { for (const it of d.querySelectorAll('details')) it.open = true; },
        evidence: () => d.querySelectorAll('#lenses input')[1].click(),
        dark: () => d.querySelector('#theme').click(),
        list: () => d.querySelector('#panel .back').click(),";
    let Some((result, complaints)) = axe(&browser, page(&builtin()), states) else {
        return;
    };
    assert_eq!(complaints, "");
    let failed = result.lines().filter(|line| !line.starts_with("ok "));
    assert_eq!(failed.collect::<Vec<_>>(), [""; 0]);
    assert_eq!(result.lines().count(), 7);
}
