//! A user's own settings: what each is, and which of argument, environment and file said so.
//!
//! Nothing is ever written. A mistake in the file is reported as one in a region file is.
//!
//! Room rules: the environment is handed in.

mod file;
mod show;
mod word;

pub use file::read;
pub use show::show;
pub use word::{Choice, Colours};

use clap::ValueEnum;

use crate::{
    scene::{ColourScheme, Marker},
    tui::{Action, Graphics, Key, TextOrder},
};

/// The file in the user's configuration folder, as a path below it.
pub const FILE: &str = "whoholds/config.toml";

/// The settings from one place; `None` where it says nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layer {
    /// The pieces that cells are cut into.
    pub marker: Option<Choice<Marker>>,
    /// The depth of colour, or whether there is any.
    pub color: Option<Colours>,
    /// The colour scheme; [`Choice::Auto`] goes by the terminal's ground.
    pub theme: Option<Choice<ColourScheme>>,
    /// The order that right-to-left names are sent in.
    pub text_order: Option<Choice<TextOrder>>,
    /// Characters, or one of the ways to show a picture.
    pub graphics: Option<Choice<Graphics>>,
    /// `true` if the mouse moves the map, `false` if the terminal selects text with it.
    pub mouse: Option<bool>,
    /// New actions of keys; `None` is nothing. Only the file gives any.
    pub keys: Vec<(Key, Option<Action>)>,
}

/// The place that a setting comes from, the strongest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The program itself.
    Default,
    /// The settings file.
    File,
    /// A variable such as `WHOHOLDS_MARKER`, or `NO_COLOR`.
    Environment,
    /// An option on the command line.
    Argument,
}

impl Origin {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::File => "file",
            Self::Environment => "environment",
            Self::Argument => "argument",
        }
    }
}

/// A value and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Set<T> {
    /// As the strongest that said anything has it.
    pub value: T,
    /// The strongest that said anything, else [`Origin::Default`].
    pub from: Origin,
}

/// The settings that hold in the end.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// [`Choice::Auto`] where nobody says.
    pub marker: Set<Choice<Marker>>,
    /// [`Colours::Auto`] where nobody says.
    pub color: Set<Colours>,
    /// [`Choice::Auto`] where nobody says.
    pub theme: Set<Choice<ColourScheme>>,
    /// [`Choice::Auto`] where nobody says.
    pub text_order: Set<Choice<TextOrder>>,
    /// [`Choice::Auto`] where nobody says.
    pub graphics: Set<Choice<Graphics>>,
    /// `true` where nobody says.
    pub mouse: Set<bool>,
    /// New actions from the file; all other keys keep theirs.
    pub keys: Vec<(Key, Option<Action>)>,
}

impl Settings {
    /// An argument wins over the environment, that over the file, and that over what is built in.
    pub fn new(arguments: &Layer, environment: &Layer, file: &Layer) -> Self {
        let layers = [
            (Origin::Argument, arguments),
            (Origin::Environment, environment),
            (Origin::File, file),
        ];
        Self {
            marker: first(layers, |layer| layer.marker, Choice::Auto),
            color: first(layers, |layer| layer.color, Colours::Auto),
            theme: first(layers, |layer| layer.theme, Choice::Auto),
            text_order: first(layers, |layer| layer.text_order, Choice::Auto),
            graphics: first(layers, |layer| layer.graphics, Choice::Auto),
            mouse: first(layers, |layer| layer.mouse, true),
            keys: file.keys.clone(),
        }
    }
}

fn first<T>(layers: [(Origin, &Layer); 3], of: impl Fn(&Layer) -> Option<T>, default: T) -> Set<T> {
    let said = layers
        .into_iter()
        .find_map(|(from, layer)| of(layer).map(|value| Set { value, from }));
    said.unwrap_or(Set {
        value: default,
        from: Origin::Default,
    })
}

impl Layer {
    /// Reads the environment: `WHOHOLDS_MARKER` and the like, and `NO_COLOR`. An error is a message.
    pub fn environment(var: impl Fn(&str) -> Option<String>) -> Result<Self, String> {
        let var = |name: &str| var(name).filter(|value| !value.is_empty());
        let color = named(&var, "WHOHOLDS_COLOR")?;
        Ok(Self {
            marker: named(&var, "WHOHOLDS_MARKER")?,
            color: color.or_else(|| var("NO_COLOR").map(|_| Colours::Never)),
            theme: named(&var, "WHOHOLDS_THEME")?,
            text_order: match named(&var, "WHOHOLDS_TEXT_ORDER")? {
                // What it was called before.
                None => named(&var, "WHOHOLDS_NAMES")?,
                order => order,
            },
            graphics: named(&var, "WHOHOLDS_GRAPHICS")?,
            mouse: parsed(
                &var,
                "WHOHOLDS_MOUSE",
                |word| word.parse().ok(),
                "true, false",
            )?,
            keys: Vec::new(),
        })
    }
}

fn named<T: ValueEnum + Copy>(
    var: &impl Fn(&str) -> Option<String>,
    name: &str,
) -> Result<Option<T>, String> {
    let parse = |word: &str| T::from_str(word, false).ok();
    parsed(var, name, parse, &word::words::<T>())
}

/// The value of a variable, if it is set; `words` lists what it can be.
fn parsed<T>(
    var: &impl Fn(&str) -> Option<String>,
    name: &str,
    parse: impl Fn(&str) -> Option<T>,
    words: &str,
) -> Result<Option<T>, String> {
    let Some(value) = var(name) else {
        return Ok(None);
    };
    parse(&value).map(Some).ok_or_else(|| {
        let value: String = value.escape_debug().take(40).collect();
        format!("{name} can't be `{value}`: it is one of {words}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const VISUAL: Choice<TextOrder> = Choice::This(TextOrder::Visual);
    const LOGICAL: Choice<TextOrder> = Choice::This(TextOrder::Logical);

    fn environment(vars: &'static [(&str, &str)]) -> Result<Layer, String> {
        Layer::environment(move |name| {
            let found = vars.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn an_argument_wins_over_the_environment_and_that_over_the_file() {
        let layer = |text_order| Layer {
            text_order,
            ..Layer::default()
        };
        let (visual, logical) = (Some(VISUAL), Some(LOGICAL));
        for (argument, environment, file, value, from) in [
            (None, None, None, Choice::Auto, Origin::Default),
            (None, None, visual, VISUAL, Origin::File),
            (None, logical, visual, LOGICAL, Origin::Environment),
            (visual, logical, logical, VISUAL, Origin::Argument),
        ] {
            let settings = Settings::new(&layer(argument), &layer(environment), &layer(file));
            assert_eq!(settings.text_order, Set { value, from });
        }
    }

    #[test]
    fn the_environment_has_its_own_words() {
        let said = environment(&[("WHOHOLDS_THEME", "light"), ("WHOHOLDS_MOUSE", "false")]);
        let said = said.expect("words that are known");
        assert_eq!(
            (said.theme, said.mouse, said.color),
            (Some(Choice::This(ColourScheme::Light)), Some(false), None)
        );
        let color = |vars| environment(vars).map(|layer| layer.color);
        assert_eq!(color(&[("NO_COLOR", "1")]), Ok(Some(Colours::Never)));
        assert_eq!(color(&[("NO_COLOR", "")]), Ok(None));
        assert_eq!(
            color(&[("NO_COLOR", "1"), ("WHOHOLDS_COLOR", "256")]),
            Ok(Some(Colours::Cube))
        );
        let order = |vars| environment(vars).map(|layer| layer.text_order);
        assert_eq!(order(&[("WHOHOLDS_NAMES", "visual")]), Ok(Some(VISUAL)));
        assert_eq!(
            order(&[
                ("WHOHOLDS_NAMES", "visual"),
                ("WHOHOLDS_TEXT_ORDER", "logical")
            ]),
            Ok(Some(LOGICAL))
        );
        assert_eq!(
            color(&[("WHOHOLDS_MOUSE", "yes")]),
            Err("WHOHOLDS_MOUSE can't be `yes`: it is one of true, false".to_owned())
        );
        assert_eq!(
            color(&[("WHOHOLDS_THEME", "da\u{1b}rk")]),
            Err(
                "WHOHOLDS_THEME can't be `da\\u{1b}rk`: it is one of auto, dark, light, contrast"
                    .to_owned()
            )
        );
    }
}
