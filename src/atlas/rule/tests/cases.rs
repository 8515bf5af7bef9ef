//! Cases of regions and of sites, each with the state that is expected.

use super::{region, site};

/// Claims, a date, and the state of the region at it.
const REGIONS: &[(&[&str], &str, &str)] = &[
    // One claim.
    (&[], "2026", "silent"),
    (&["K holds 2026-01-10"], "2026-01-09", "silent"),
    (&["K holds 2026-01-10"], "2026-01-10", "held K"),
    (&["K took-over 2026-01-10"], "2026-01-10", "held K"),
    (&["K occupies 1981"], "2026", "occupied K"),
    (&["K holds-part 2026-01-10"], "2026", "parts K"),
    (&["K contests 2026-01-10"], "2026", "contested K"),
    (&["K present 2026-01-10"], "2026", "silent"),
    (&["K left 2026-01-10"], "2026", "silent"),
    // What is surely later and contradicts supersedes.
    (
        &["K holds 2026-01-10", "G holds 2026-01-20"],
        "2026",
        "held G",
    ),
    (
        &["K holds 2026-01-10", "G took-over 2026-01-20"],
        "2026",
        "held G",
    ),
    (
        &["K holds 2026-01-10", "G occupies 2026-01-20"],
        "2026",
        "occupied G",
    ),
    (
        &["K occupies 1981", "K holds 2026-01-20"],
        "2026",
        "occupied K",
    ),
    (
        &["K holds-part 2026-01-10", "G holds 2026-01-20"],
        "2026",
        "held G",
    ),
    (
        &["K contests 2026-01-10", "G holds 2026-01-20"],
        "2026",
        "held G",
    ),
    (
        &["K holds 2026-01-10", "K left 2026-01-20"],
        "2026",
        "silent",
    ),
    (
        &["K holds-part 2026-01-10", "K left 2026-01-20"],
        "2026",
        "silent",
    ),
    (
        &["K left 2026-01-10", "K holds 2026-01-20"],
        "2026",
        "held K",
    ),
    (
        &["K left 2026-01-10", "K holds-part 2026-01-20"],
        "2026",
        "parts K",
    ),
    (
        &["K holds 2026-01-10", "G left 2026-01-20"],
        "2026",
        "held K",
    ),
    // What is not surely later does not.
    (
        &["K holds 2026-01", "G holds 2026-01-20"],
        "2026",
        "disputed KG",
    ),
    (
        &["K holds 2026-01-20", "G holds 2026-01-20"],
        "2026",
        "disputed KG",
    ),
    (
        &["K holds 2026-01-20", "K left 2026-01-20"],
        "2026",
        "disputed K",
    ),
    (
        &["K holds-part 2026-01-20", "K left 2026-01-20"],
        "2026",
        "disputed K",
    ),
    // A smaller claim that agrees erases nothing.
    (
        &["K holds 2026-01-10", "K holds-part 2026-01-20"],
        "2026",
        "held K",
    ),
    (
        &["K holds 2026-01-20", "K holds-part 2026-01-20"],
        "2026",
        "held K",
    ),
    (
        &["K occupies 1981", "K holds-part 2026-01-20"],
        "2026",
        "occupied K",
    ),
    (
        &["K holds 2026-01-10", "K present 2026-01-20"],
        "2026",
        "held K",
    ),
    (
        &["K holds-part 2026-01-10", "G holds-part 2026-01-20"],
        "2026",
        "parts KG",
    ),
    // A holder beside another's part.
    (
        &["K holds 2026-01-10", "G holds-part 2026-01-20"],
        "2026",
        "parts KG",
    ),
    (
        &["K holds 2026-01-20", "G holds-part 2026-01-20"],
        "2026",
        "disputed KG",
    ),
    (
        &["G holds-part 2026-01-10", "K holds 2026-01-20"],
        "2026",
        "held K",
    ),
    // A contest is settled by a holder alone, and settles nothing.
    (
        &["K holds 2026-01-10", "G contests 2026-01-20"],
        "2026",
        "contested KG",
    ),
    (
        &["G contests 2026-01-10", "K holds-part 2026-01-20"],
        "2026",
        "contested KG",
    ),
    (
        &["G contests 2026-01-10", "G left 2026-01-20"],
        "2026",
        "silent",
    ),
    (
        &[
            "K holds 2026-01-10",
            "G contests 2026-01-15",
            "G left 2026-01-20",
        ],
        "2026",
        "held K",
    ),
    // Undated claims: from the file's own date on, never surely later.
    (&["K holds -"], "2026-01-27", "silent"),
    (&["K holds -"], "2026-01-28", "held K"),
    (&["G holds 1971", "K holds -"], "2026-01-28", "disputed KG"),
    (
        &["G holds 2026-01-28", "K holds -"],
        "2026-01-28",
        "disputed KG",
    ),
    (&["K holds -", "G holds 2026-01-29"], "2026-01-29", "held G"),
    (&["G left 2025", "G holds -"], "2026-01-28", "disputed G"),
    // What is not found in its source counts for nothing.
    (&["!K holds 2026-01-10"], "2026", "silent"),
    (
        &["K holds 2026-01-10", "!G holds 2026-01-20"],
        "2026",
        "held K",
    ),
    (
        &["K holds 2026-01-10", "!G contests 2026-01-20"],
        "2026",
        "held K",
    ),
    (
        &["K holds 2026-01-10", "!K left 2026-01-20"],
        "2026",
        "held K",
    ),
];

#[test]
fn regions_by_cases() {
    for (claims, date, expected) in REGIONS {
        assert_eq!(region(claims, date), *expected, "{claims:?} at {date}");
    }
}

/// Claims, a date, and the state of the site at it.
const SITES: &[(&[&str], &str, &str)] = &[
    (&[], "2026", ""),
    (&["R operates 2019"], "2018", ""),
    (&["R operates 2019"], "2026", "R operates"),
    (&["R present 2019"], "2026", "R present"),
    // One actor.
    (
        &["R operates 2019", "R withdraws 2026-01-26"],
        "2026",
        "R withdraws",
    ),
    (&["R operates 2019", "R left 2026-01-26"], "2026", "R left"),
    (
        &["R withdraws 2026-01-26", "R left 2026-01-28"],
        "2026",
        "R left",
    ),
    (
        &["R left 2019", "R operates 2026-01-26"],
        "2026",
        "R operates",
    ),
    (
        &["R left 2019", "R present 2026-01-26"],
        "2026",
        "R present",
    ),
    (
        &["R left 2019", "R withdraws 2026-01-26"],
        "2026",
        "R withdraws",
    ),
    (
        &["R operates 2019", "R present 2026-01-26"],
        "2026",
        "R operates",
    ),
    (
        &["R withdraws 2026-01-26", "R present 2026-01-27"],
        "2026",
        "R withdraws",
    ),
    (
        &["R took-over 2019", "R operates 2026-01-26"],
        "2026",
        "R operates",
    ),
    (
        &["R took-over 2026-01-26", "R operates 2026-01-26"],
        "2026",
        "R operates",
    ),
    (
        &["R withdraws -", "R left 2026-01-28"],
        "2026-01-28",
        "? R withdraws, R left",
    ),
    (
        &["R operates 2019", "R withdraws -"],
        "2026-01-28",
        "? R operates, R withdraws",
    ),
    // Several.
    (
        &["R left 2026-02-12", "G took-over 2026-02-12"],
        "2026-03",
        "G took-over, R left",
    ),
    (
        &["G took-over 2026-02-12", "R left 2026-02-20"],
        "2026-03",
        "G took-over, R left",
    ),
    (
        &["K operates 2025", "R withdraws 2026-01-26"],
        "2026-02",
        "K operates, R withdraws",
    ),
    (
        &[
            "K operates 2025",
            "R present 2019",
            "G took-over 2026-02-08",
        ],
        "2026-03",
        "G took-over, R present",
    ),
    (
        &["K operates 2025", "G operates 2026-01-20"],
        "2026",
        "G operates",
    ),
    (
        &["K took-over 2025", "G operates 2026-01-20"],
        "2026",
        "G operates",
    ),
    (
        &["K operates 2026-01-20", "G operates 2026-01-20"],
        "2026",
        "? K operates, G operates",
    ),
    (
        &[
            "K operates 2026-01-20",
            "G took-over 2026-01-20",
            "R present 2019",
        ],
        "2026",
        "R present? K operates, G took-over",
    ),
    (
        &["R operates 2019", "!R left 2026-01-20"],
        "2026",
        "R operates",
    ),
];

#[test]
fn sites_by_cases() {
    for (claims, date, expected) in SITES {
        assert_eq!(site(claims, date), *expected, "{claims:?} at {date}");
    }
}
