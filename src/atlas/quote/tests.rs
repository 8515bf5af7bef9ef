//! Quotations looked up in texts that are held.

use super::*;

const HELD: &str = "Title of the text\nAid — “for now” — flows.\n\nForces hold the north. The town’s mayor left; \
                    the town  waits.\nForces hold the south. Cafe\u{301}s are open.\n";

fn prove(quote: &str) -> Proof {
    Text::new(HELD.to_owned(), 1).prove(quote)
}

fn paragraph(proof: &Proof) -> Option<Paragraph> {
    proof.passage().map(|passage| passage.paragraph)
}

#[test]
fn finds_words_to_the_byte_and_normalised() {
    let exact = prove("hold the north");
    assert!(matches!(exact, Proof::Exact(_)));
    assert_eq!(paragraph(&exact), Some(Paragraph::Body(2)));
    for quote in [
        "Aid - \"for now\" - flows",
        "the town waits",
        "The town's mayor",
        "Cafés are open",
    ] {
        assert!(
            matches!(prove(quote), Proof::Normalised(_)),
            "{quote}: {:?}",
            prove(quote)
        );
    }
    assert_eq!(
        paragraph(&prove("Title of the text")),
        Some(Paragraph::Heading)
    );
}

#[test]
fn quotes_whole_words_only() {
    for quote in [
        "old the north",
        "hold the nort",
        "The town’",
        "The town’s mayo",
        "x hold the north",
    ] {
        assert!(prove(quote).fails(), "{quote}");
    }
}

#[test]
fn pieces_stand_in_order() {
    let proof = prove("The town’s mayor … town waits");
    assert_eq!(proof.passage().map(|passage| passage.ranges.len()), Some(2));
    assert!(prove("town waits … The town’s mayor").fails());
    assert_eq!(prove(" … "), Proof::Missing);
}

#[test]
fn twins_are_told_apart_by_what_stands_around() {
    let Proof::Ambiguous(places) = prove("Forces hold the") else {
        panic!("{:?}", prove("Forces hold the"))
    };
    let paragraphs: Vec<_> = places.iter().map(|place| place.paragraph).collect();
    assert_eq!(paragraphs, [Paragraph::Body(2), Paragraph::Body(3)]);
    let text = Text::new(
        "So it is. Forces hold the north. “Forces hold the” south.".to_owned(),
        0,
    );
    let twin = |before, after| {
        text.prove(Wanted {
            before,
            after,
            ..Wanted::from("Forces hold the")
        })
    };
    assert!(twin(None, Some("south")).proves());
    assert!(twin(Some("it is."), None).proves());
    assert!(twin(Some("north"), Some("south")).proves());
    for (before, after) in [
        (Some("it"), None),
        (Some("s"), None),
        (None, Some("sou")),
        (Some("south"), None),
        (Some("\u{200b}"), None),
    ] {
        assert!(twin(before, after).fails(), "{before:?} {after:?}");
    }
}

#[test]
fn what_stands_around_is_whole_words_of_the_same_paragraph() {
    let text = Text::new(
        "A heading\nAt 5% of land.\nWe go to north of it.\nIt ends here\nThere it starts\n"
            .to_owned(),
        1,
    );
    let twin = |exact, before, after, across_paragraphs| {
        let wanted = Wanted {
            exact,
            before,
            after,
            across_paragraphs,
        };
        text.prove(wanted).proves()
    };
    assert!(twin("of land", Some("5%"), None, false));
    assert!(!twin("of land", Some("5"), None, false));
    assert!(twin("go to", None, Some("north"), false));
    assert!(!twin("go to", None, Some("nor"), false));
    assert!(!twin("ends here", None, Some("There"), false));
    assert!(twin("ends here", None, Some("There"), true));
    assert!(!twin("it starts", Some("here There"), None, false));
}

#[test]
fn a_passage_says_where_it_is() {
    let text = Text::new("A heading\nIt ends here\nThere it starts\n".to_owned(), 1);
    let place = |exact, across_paragraphs| {
        let wanted = Wanted {
            exact,
            across_paragraphs,
            ..Wanted::default()
        };
        let proof = text.prove(wanted);
        let passage = proof.passage()?;
        Some((passage.place(), passage.is_across_paragraphs()))
    };
    assert_eq!(
        place("A heading", false),
        Some(("heading".to_owned(), false))
    );
    assert_eq!(place("it starts", false), Some(("¶2".to_owned(), false)));
    assert_eq!(
        place("ends here … it starts", true),
        Some(("¶1–¶2".to_owned(), true))
    );
    assert_eq!(place("ends here … it starts", false), None);
    assert!(!Proof::NoText.proves() && !Proof::NoText.fails());
}

#[test]
fn one_text_may_be_read_with_another_front() {
    let text = Text::new("A heading\nIt ends here\n".to_owned(), 0);
    let place = |text: &Text| paragraph(&text.prove("A heading"));
    assert_eq!(place(&text), Some(Paragraph::Body(1)));
    assert_eq!(place(&text.with_front(1)), Some(Paragraph::Heading));
}

#[test]
fn a_single_word_is_told_from_more() {
    for word in ["north", "non-state", "… north …", " “north” ", "5,000"] {
        assert!(is_one_word(word), "{word}");
    }
    for words in ["the north", "north … south", "", "…", "—"] {
        assert!(!is_one_word(words), "{words}");
    }
}

#[test]
fn each_place_counts_once_and_only_so_many_are_kept() {
    let places = |text: &str, quote: &str| match Text::new(text.to_owned(), 0).prove(quote) {
        Proof::Ambiguous(places) => places.len(),
        proof => panic!("{proof:?}"),
    };
    assert_eq!(places("a b. z. a b. z.", "a b … z"), 3);
    let line = "a b ".repeat(PLACES - 1) + "z.\n";
    assert_eq!(places(&line.repeat(2), "a b … z"), PLACES);
}

#[test]
fn an_endless_text_is_searched_in_good_time() {
    let text = Text::new("a ".repeat(200_000) + "z", 0);
    let many = |count: usize| vec!["a"; count].join(" … ");
    assert!(matches!(text.prove("a … z"), Proof::Ambiguous(places) if places.len() == PLACES));
    assert!(text.prove("a … y").fails());
    assert!(text.prove(many(20).as_str()).fails());
    assert!(text.prove((many(20) + " … y").as_str()).fails());
    let before = Wanted {
        before: Some("y"),
        ..Wanted::from("a … z")
    };
    assert!(text.prove(before).fails());
    assert_eq!(text.prove("b ".repeat(1_000).as_str()), Proof::Missing);
    assert!(text.prove("a ".repeat(1_000).as_str()).fails());
}

#[test]
fn a_text_of_endless_lines_is_searched_in_good_time() {
    let text = Text::new("a\n".repeat(100_000) + "z", 0);
    assert_eq!(
        text.look_up(vec!["a"; 20].join(" … ").as_str()),
        Proof::Missing
    );
    assert_eq!(text.look_up("a … z"), Proof::Missing);
}

#[test]
fn an_altered_quotation_is_answered_with_the_words_of_the_source() {
    let Proof::Altered { words, paragraph } = prove("The town’s major left; the town waits")
    else {
        panic!("{:?}", prove("The town’s major left"))
    };
    assert_eq!(words, "The town’s mayor left; the town waits");
    assert_eq!(paragraph, Paragraph::Body(2));
    assert_eq!(prove("nothing of this kind was ever said"), Proof::Missing);
}
