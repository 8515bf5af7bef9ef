use super::*;

type Vars = &'static [(&'static str, &'static str)];

fn terminal(vars: Vars) -> Terminal<'static, impl Fn(&str) -> Option<String>> {
    Terminal::new(move |name: &str| {
        let found = vars.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| (*value).to_owned())
    })
}

#[test]
fn the_environment_tells_what_a_terminal_shows() {
    let shown = |vars: Vars| {
        let known = terminal(vars);
        let graphics = known.graphics().map_or("ask", Graphics::name);
        let (depth, marker) = (known.depth().name(), known.marker().name());
        [depth, marker, graphics, known.text_order().name()].join(" ")
    };
    let cases: &[(Vars, &str)] = &[
        (&[("TERM", "xterm")], "256 quadrant ask logical"),
        (
            &[("TERM", "xterm"), ("XTERM_VERSION", "XTerm(398)")],
            "256 quadrant ask visual",
        ),
        (
            &[("TERM", "xterm"), ("COLORTERM", "truecolor")],
            "true quadrant ask logical",
        ),
        (&[("TERM", "xterm-direct")], "true quadrant ask logical"),
        (&[("TERM", "xterm-kitty")], "true sextant kitty words"),
        (&[("TERM", "xterm-ghostty")], "true octant kitty logical"),
        (&[("TERM", "foot-extra")], "true sextant sixel visual"),
        (
            &[("TERM_PROGRAM", "iTerm.app"), ("TERM", "xterm")],
            "true quadrant iterm2 logical",
        ),
        (
            &[("TERM_PROGRAM", "Apple_Terminal"), ("TERM", "xterm")],
            "256 quadrant cells logical",
        ),
        (&[("TERM", "mlterm")], "256 quadrant cells logical"),
        (&[("TERM", "alacritty")], "true sextant cells visual"),
        (&[("TERM", "st-256color")], "true quadrant cells visual"),
        (
            &[("TERM", "rxvt-unicode-256color")],
            "256 quadrant cells visual",
        ),
        (
            &[("TERM", "xterm"), ("VTE_VERSION", "8001")],
            "true octant ask logical",
        ),
        (
            &[("TERM", "xterm"), ("VTE_VERSION", "7600")],
            "true sextant ask logical",
        ),
        (
            &[("TERM", "xterm"), ("KONSOLE_VERSION", "250402")],
            "true sextant ask logical",
        ),
        (
            &[("TERM", "xterm"), ("KONSOLE_VERSION", "230800")],
            "true quadrant ask logical",
        ),
        (
            &[("TERM", "screen"), ("STY", "1"), ("COLORTERM", "truecolor")],
            "256 quadrant cells logical",
        ),
        (
            &[("TERM", "screen.xterm-256color")],
            "256 quadrant cells logical",
        ),
        (
            &[("TERM", "screen"), ("TMUX", "/tmp/tmux")],
            "true quadrant cells logical",
        ),
        (
            &[("TERM", "xterm-kitty"), ("TMUX", "/tmp/tmux")],
            "true quadrant cells logical",
        ),
        (&[("TERM", "linux")], "16 half-block cells visual"),
        (&[("TERM", "vt220")], "16 quadrant ask logical"),
        (
            &[("TERM", "xterm-kitty"), ("NO_COLOR", "1")],
            "none sextant kitty words",
        ),
        (
            &[("TERM", "xterm"), ("NO_COLOR", "")],
            "256 quadrant ask logical",
        ),
        (
            &[("TERM", "dumb"), ("COLORTERM", "truecolor")],
            "none ascii ask logical",
        ),
        (&[("TERM", "xterm"), ("LANG", "C")], "256 ascii ask logical"),
        (
            &[("TERM", "xterm"), ("LC_ALL", ""), ("LANG", "de_DE.UTF-8")],
            "256 quadrant ask logical",
        ),
    ];
    for &(vars, expected) in cases {
        assert_eq!(shown(vars), expected, "{vars:?}");
    }
}

#[test]
fn the_answer_wins_over_what_was_inherited_but_not_over_what_stands_between() {
    let asked = |vars: Vars, name| Terminal {
        name: Some(name),
        ..terminal(vars)
    };
    let inherited = asked(&[("TERM", "xterm"), ("VTE_VERSION", "8001")], "XTerm(398)");
    assert_eq!(inherited.marker(), Marker::Quadrant);
    assert_eq!(inherited.text_order(), TextOrder::Visual);
    let far: Vars = &[("TERM", "xterm-256color")];
    for (name, depth, marker) in [
        ("VTE(8001)", Depth::True, Marker::Octant),
        ("VTE(7600)", Depth::True, Marker::Sextant),
        ("kitty(0.41.1)", Depth::True, Marker::Sextant),
        ("unheard of", Depth::Ansi256, Marker::Quadrant),
        ("VTE(99999999999)", Depth::Ansi256, Marker::Quadrant),
    ] {
        let known = asked(far, name);
        assert_eq!((known.depth(), known.marker()), (depth, marker), "{name}");
    }
    let through = Terminal {
        true_colour: true,
        ..asked(&[("TERM", "screen"), ("STY", "1")], "kitty(0.41.1)")
    };
    assert_eq!(through.depth(), Depth::Ansi256);
    assert_eq!(through.marker(), Marker::Quadrant);
}

#[test]
fn screen_shows_no_italics() {
    assert!(!terminal(&[("TERM", "screen"), ("STY", "1")]).italics());
    assert!(terminal(&[("TERM", "screen"), ("TMUX", "1")]).italics());
}

#[test]
fn a_terminal_that_took_a_colour_as_it_is_has_them_all() {
    let said = Terminal {
        true_colour: true,
        ..terminal(&[("TERM", "vt220")])
    };
    assert_eq!(said.depth(), Depth::True);
}

#[test]
fn every_row_says_how_it_is_known() {
    for emulator in EMULATORS {
        assert!(emulator.seen.len() > 20, "{emulator:?}");
        assert!(emulator.depths.0 <= emulator.depths.1, "{emulator:?}");
    }
}
