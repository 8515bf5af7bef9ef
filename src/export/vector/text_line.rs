//! Lines of text in a picture, before they are elements of SVG or pixels.

use crate::export::xml::escape;

/// The part of a line of text that stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end, or its right end in writing that goes to the left.
    Start,
    /// Its middle.
    Middle,
    /// The end of it.
    End,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextLine {
    /// The class that it is set like.
    pub class: &'static str,
    /// The point on its baseline, in units of the picture.
    pub at: (f64, f64),
    /// The part of it that stands at the point.
    pub anchor: Anchor,
    /// The id of the place that it names.
    pub place: Option<String>,
    /// The letters.
    pub text: String,
}

impl TextLine {
    /// Takes a text that begins at a point.
    pub fn new(class: &'static str, at: (f64, f64), text: impl Into<String>) -> Self {
        Self {
            class,
            at,
            anchor: Anchor::Start,
            place: None,
            text: text.into(),
        }
    }

    /// The same with its middle at the point.
    pub fn centred(self) -> Self {
        self.anchored(Anchor::Middle)
    }

    /// The same with another part of it at the point.
    pub fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// The same so far to the right and down.
    pub fn moved(self, (right, down): (f64, f64)) -> Self {
        let at = (self.at.0 + right, self.at.1 + down);
        Self { at, ..self }
    }

    /// The element of SVG.
    pub fn element(&self) -> String {
        let place = self.place.as_deref().map(escape);
        let place = place.map(|id| format!(" data-place=\"{id}\""));
        let anchor = match self.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        format!(
            "<text class=\"{}\"{} x=\"{:.1}\" y=\"{:.1}\"{anchor}>{}</text>\n",
            self.class,
            place.unwrap_or_default(),
            self.at.0,
            self.at.1,
            escape(&self.text),
        )
    }
}
