use super::*;

#[cfg(unix)]
#[test]
fn answers_are_whole_when_the_last_one_is() {
    let (kitty, dark, light) = (
        "\x1b_Gi=31;OK\x1b\\",
        "\x1b]11;rgb:1010/1010/1010\x07",
        "\x1b]11;rgb:ffff/ffff/e0e0\x1b\\",
    );
    let both = Questions {
        scheme: true,
        graphics: true,
        name: true,
    };
    for (said, answers) in [
        (String::new(), None),
        (
            format!("q{dark}q\x1bP>|XTerm(398)\x1b\\\x1bP1$r0;48:2::1:2:3m\x1b\\r\x1b[?62;4;22c"),
            Some((ColourScheme::Dark, Graphics::Sixel)),
        ),
        (kitty.to_owned(), None),
        (format!("{light}\x1b[?62;4"), None),
        (
            format!("{kitty}{dark}\x1b[?62;4;22c"),
            Some((ColourScheme::Dark, Graphics::Kitty)),
        ),
        (
            format!("{light}\x1b[?62;4;22c"),
            Some((ColourScheme::Light, Graphics::Sixel)),
        ),
        (
            "\x1b]11;#\u{3db}\x07\x1b[?64;22c".to_owned(),
            Some((ColourScheme::Dark, Graphics::Cells)),
        ),
        (
            "\x1b[?64;22c".to_owned(),
            Some((ColourScheme::Dark, Graphics::Cells)),
        ),
        (
            "\x1b[?4c".to_owned(),
            Some((ColourScheme::Dark, Graphics::Cells)),
        ),
        (
            "\x1b_Gi=31;ENOTSUPPORTED:no\x1b\\\x1b]11;what\x07\x1b[?6c".to_owned(),
            Some((ColourScheme::Dark, Graphics::Cells)),
        ),
    ] {
        let said = said.as_bytes();
        let meant = attributes(said).map(|_| both.answers(said));
        let meant = meant.map(|answers| (answers.scheme, answers.graphics));
        assert_eq!(meant, answers, "{}", said.escape_ascii());
    }
}

#[test]
fn nothing_is_asked_of_who_would_write_it_out() {
    let both = Questions {
        scheme: true,
        graphics: true,
        name: true,
    };
    for term in ["", "dumb", "linux", "screen.xterm-256color"] {
        assert!(!both.only_for(term).are_any(), "{term}");
    }
    assert_eq!(both.only_for("xterm-256color"), both);
}

#[cfg(unix)]
#[test]
fn a_name_and_a_colour_are_what_the_terminals_say() {
    let all = Questions {
        scheme: true,
        graphics: true,
        name: true,
    };
    for (said, name, true_colour) in [
        (
            "\x1bP>|XTerm(398)\x1b\\\x1bP1$r0;48:2::1:2:3m\x1b\\",
            Some("XTerm(398)"),
            true,
        ),
        (
            "\x1bP>|kitty(0.41.1)\x1b\\\x1bP1$r48:2:1:2:3m\x1b\\",
            Some("kitty(0.41.1)"),
            true,
        ),
        ("\x1bP1$r0;48;2;1;2;3m\x1b\\", None, true),
        ("\x1bP1$r0;48;5;16m\x1b\\", None, false),
        ("\x1bP0$r\x1b\\", None, false),
        ("", None, false),
    ] {
        let answers = all.answers(format!("{said}\x1b[?6c").as_bytes());
        assert_eq!(answers.name.as_deref(), name, "{said:?}");
        assert_eq!(answers.true_colour, true_colour, "{said:?}");
    }
}
