use super::*;

/// The colour as it is shown, where there are sixteen by xterm's own palette.
fn shown(colour: Colour) -> Rgb {
    match colour {
        Colour::Rgb(rgb) => rgb,
        Colour::Indexed(index) => cube(index),
        Colour::Ansi(colour) => colour.xterm(),
        Colour::Default => panic!("the terminal's own"),
    }
}

const EMPHASES: [Emphasis; 3] = [Emphasis::Plain, Emphasis::Selected, Emphasis::Dimmed];

/// Every colour that words may stand on.
fn grounds(theme: &Theme) -> Vec<Colour> {
    let actors = Hue::ALL
        .iter()
        .flat_map(|&hue| [Tint::Actor(hue), Tint::Faint(hue)]);
    let steps = (0..5).map(|nth| Tint::Step { nth, of: 5 });
    let tints: Vec<Tint> = actors.chain(steps).chain([Tint::Ground]).collect();
    let areas = tints
        .iter()
        .flat_map(|&tint| EMPHASES.map(|emphasis| theme.area(tint, emphasis)));
    let around = [theme.sea(), theme.lake(), theme.neighbour(), theme.void()];
    let all = areas.chain(around).map(Theme::ground_of_words);
    all.filter(|colour| *colour != Colour::Default).collect()
}

#[test]
fn words_read_well_on_everything_that_is_drawn() {
    for &scheme in ColourScheme::ALL {
        for depth in [Depth::True, Depth::Ansi256, Depth::Ansi16] {
            let theme = Theme::new(depth).with(scheme);
            for back in grounds(&theme) {
                let text = contrast(shown(theme.text_on(back)), shown(back));
                let quiet = contrast(shown(theme.quiet_on(back)), shown(back));
                assert!(text >= READABLE, "{scheme:?} {depth:?} {back:?}: {text:.2}");
                assert!(
                    quiet >= READABLE,
                    "{scheme:?} {depth:?} {back:?}: {quiet:.2}"
                );
            }
        }
    }
}

#[test]
fn the_country_stands_out_from_abroad_and_from_water() {
    for &scheme in ColourScheme::ALL {
        for depth in [Depth::True, Depth::Ansi256] {
            let theme = Theme::new(depth).with(scheme);
            let ground = shown(theme.ground(Emphasis::Plain));
            let abroad = contrast(ground, shown(theme.neighbour()));
            assert!(abroad >= 1.3, "{scheme:?} {depth:?}: {abroad:.2}");
        }
        let theme = Theme::new(Depth::Ansi16).with(scheme);
        let all = [
            theme.ground(Emphasis::Plain),
            theme.neighbour(),
            theme.sea(),
        ];
        let apart = (0..3).all(|n| all[n] != all[(n + 1) % 3]);
        assert!(apart, "{scheme:?}: {all:?}");
    }
}
