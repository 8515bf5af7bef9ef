use std::fmt::Write;

use super::*;

/// A PDF of some pages, each with the operations that draw it, and with what it says of itself.
fn pdf(pages: &[String], info: &str) -> Vec<u8> {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        String::new(),
        "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding/FirstChar 32/Widths["
            .to_owned()
            + &"600 ".repeat(224)
            + "]>>",
        format!("<<{info}>>"),
        // A form that draws itself, ten times over.
        format!(
            "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 60>>\nstream\n{}\nendstream",
            "/X Do ".repeat(10)
        ),
    ];
    let mut kids = String::new();
    let mut drawn: Vec<(&String, usize)> = Vec::new();
    for page in pages {
        // Pages that are alike share what draws them.
        let known = drawn.iter().find(|(other, _)| *other == page).copied();
        let content = known.map_or_else(
            || {
                let stream = format!("<</Length {}>>\nstream\n{page}\nendstream", page.len());
                objects.push(stream);
                drawn.push((page, objects.len()));
                objects.len()
            },
            |(_, at)| at,
        );
        let _ = write!(kids, "{} 0 R ", objects.len() + 1);
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>/XObject<</X 5 0 R>>>>/Contents {content} 0 R>>"
        ));
    }
    objects[1] = format!("<</Type/Pages/Kids[{kids}]/Count {}>>", pages.len());
    let mut out = String::from("%PDF-1.7\n");
    let mut offsets = String::new();
    for (n, object) in objects.iter().enumerate() {
        let _ = writeln!(offsets, "{:010} 00000 n ", out.len());
        let _ = writeln!(out, "{} 0 obj\n{object}\nendobj", n + 1);
    }
    let (start, size) = (out.len(), objects.len() + 1);
    let _ = write!(
        out,
        "xref\n0 {size}\n0000000000 65535 f \n{offsets}trailer\n<</Size {size}/Root 1 0 R/Info 4 0 R>>\nstartxref\n\
         {start}\n%%EOF\n"
    );
    out.into_bytes()
}

/// A line at a height, in letters of a size.
fn line_at(y: i32, size: i32, text: &str) -> String {
    format!("BT /F {size} Tf 1 0 0 1 60 {y} Tm ({text}) Tj ET\n")
}

/// A page of lines, with a head and its number.
fn page(number: usize, lines: &[&str]) -> String {
    let mut page = line_at(780, 8, "The Isle Gazette");
    for (n, text) in lines.iter().enumerate() {
        page += &line_at(700 - 12 * i32::try_from(n).expect("few"), 10, text);
    }
    page + &line_at(20, 8, &format!("Page {number}"))
}

fn read(pages: &[String], info: &str) -> Article {
    article(&pdf(pages, info)).expect("an article")
}

#[test]
fn pages_are_put_together_into_paragraphs() {
    let first = line_at(740, 18, "Guard takes Old Quay")
        + &page(
            1,
            &[
                "HARBOUR, 12 January 2026 - The Quay Guard holds the old quay, its spokes-",
                "man said on Monday, and non-state actors were not asked about it at all.",
                "",
                "Officials of both sides met in the evening; no non-",
                "state actors came. The Union holds the hills that lie be-",
            ],
        );
    let second = page(
        2,
        &["hind the town, a driver said.", "", "Nobody was hurt."],
    );
    let article = read(
        &[first, second],
        "/Author(Ann Reed)/CreationDate(D:20260113080000Z)",
    );
    assert_eq!(
        article.text,
        "Guard takes Old Quay\n\nHARBOUR, 12 January 2026 - The Quay Guard holds the old quay, its spokesman said on \
         Monday, and non-state actors were not asked about it at all.\n\nOfficials of both sides met in the evening; no \
         non-state actors came. The Union holds the hills that lie behind\u{c}the town, a driver said.\n\nNobody was \
         hurt.\n"
    );
    assert_eq!(article.front, 1);
    assert_eq!(article.title.as_deref(), Some("Guard takes Old Quay"));
    assert_eq!(article.author.as_deref(), Some("Ann Reed"));
    assert_eq!(
        article.published.map(Date::iso).as_deref(),
        Some("2026-01-12")
    );
}

#[test]
fn quotations_know_their_pages() {
    use crate::atlas::quote::{Passage, Text};
    let pages = [
        page(
            1,
            &[
                "The Guard holds the quay, and the Union",
                "holds all of the hills that lie",
            ],
        ),
        page(2, &["behind the town. Boats came."]),
    ];
    let text = Text::new(read(&pages, "").text, 0);
    let place = |quote| text.prove(quote).passage().map(Passage::place);
    assert_eq!(
        place("The Guard holds the quay").as_deref(),
        Some("p. 1, ¶1")
    );
    assert_eq!(
        place("the hills that lie behind the town").as_deref(),
        Some("p. 1–2, ¶1")
    );
    assert_eq!(place("Boats came").as_deref(), Some("p. 2, ¶1"));
    let plain = Text::new("The Guard holds the quay".to_owned(), 0);
    assert_eq!(
        plain
            .prove("holds the quay")
            .passage()
            .map(Passage::place)
            .as_deref(),
        Some("¶1")
    );
}

#[test]
fn gaps_are_spaces_and_kerning_is_none() {
    let spaced = "BT /F 10 Tf 60 700 Td [(The G) 20 (uard) -600 (holds)] TJ 120 0 Td (it.) Tj ET";
    assert_eq!(read(&[spaced.to_owned()], "").text, "The Guard holds it.\n");
}

#[test]
fn what_is_printed_from_a_screen_is_as_old_as_the_print() {
    let pages = [page(1, &["The Guard holds the quay. It is quiet."])];
    let date = "/CreationDate(D:20260113080000Z)";
    let dates = |article: Article| {
        (
            article.published.map(Date::iso),
            article.retrieved.map(Date::iso),
        )
    };
    let day = || Some("2026-01-13".to_owned());
    assert_eq!(dates(read(&pages, date)), (day(), None));
    assert_eq!(
        dates(read(&pages, &format!("{date}/Producer(Skia/PDF m120)"))),
        (None, day())
    );
}

#[test]
fn what_is_no_part_of_the_text_is_left_out() {
    let text = "BT /F 10 Tf 60 700 Td (The Guard holds it.) Tj ET\n";
    for other in [
        "/Artifact BMC BT /F 10 Tf 60 400 Td (Head) Tj ET EMC\n",
        "BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DRAFT) Tj ET\n",
        "BT /F 8 Tf 300 20 Td (7) Tj ET\n",
        "/Artifact BMC BT /F 10 Tf 50 700 Td (7) Tj ET EMC\n",
        "BT 3 Tr /F 10 Tf 60 400 Td (or not at all) Tj 0 Tr ET\n",
        "BT /F 0.1 Tf 60 400 Td (or not at all) Tj ET\n",
        "BT /F 10 Tf 0 Tz 60 400 Td (or not at all) Tj 100 Tz ET\n",
    ] {
        assert_eq!(
            read(&[other.to_owned() + text], "").text,
            "The Guard holds it.\n",
            "{other}"
        );
    }
}

#[test]
fn what_stands_within_a_line_is_read_however_it_is_marked() {
    let text =
        "BT /F 10 Tf 60 700 Td (The Guard does ) Tj /Artifact BMC (not ) Tj EMC (hold it.) Tj ET\n";
    assert_eq!(
        read(&[text.to_owned()], "").text,
        "The Guard does not hold it.\n"
    );
}

#[test]
fn the_words_behind_a_scan_are_read() {
    let stamp = "BT /F 10 Tf 60 400 Td (Copy 1) Tj ET\n";
    let text = "BT 3 Tr /F 10 Tf 60 700 Td (The Guard holds it.) Tj ET\n";
    let read = read(&[stamp.to_owned() + text], "").text;
    assert_eq!(read, "Copy 1\n\nThe Guard holds it.\n");
}

#[test]
fn hostile_files_are_refused_or_read_soon() {
    let unfit = |bytes: &[u8]| article(bytes).expect_err("no article");
    let whole = pdf(&[page(1, &["The Guard holds it."])], "");
    assert_eq!(unfit(b"%PDF-1.7"), Unfit::Damaged);
    assert_eq!(
        unfit(&pdf(&["0 0 1 1 re f".to_owned()], "")),
        Unfit::Pictures
    );
    for end in (0..whole.len()).step_by(61) {
        let _ = article(&whole[..end]);
        let mut bent = whole.clone();
        bent[end] = bent[end].wrapping_add(7);
        let _ = article(&bent);
    }
    assert_eq!(unfit(&pdf(&[], &"/A[0]".repeat(700_000))), Unfit::Intricate);
    let letters = format!("BT /F 10 Tf ({}) Tj ET", "A".repeat(1 << 20));
    assert_eq!(unfit(&pdf(&vec![letters; 20], "")), Unfit::Intricate);
    assert_eq!(
        unfit(&pdf(&vec![" ".repeat(1 << 22); 20], "")),
        Unfit::Intricate
    );
    assert_eq!(unfit(&pdf(&["/P BMC ".repeat(300)], "")), Unfit::Intricate);
    // Lists within lists, and one string after another.
    let _ = article(&pdf(&["[".repeat(100_000)], ""));
    assert_eq!(unfit(&pdf(&["/X Do".to_owned()], "")), Unfit::Intricate);
}
