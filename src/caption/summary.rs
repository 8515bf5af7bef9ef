//! The whole map in words, for where there is no screen.

use crate::atlas::Place;

use super::{Caption, Captions, Legend, Line, Part, Role, words, wrap};

impl Captions<'_> {
    /// The overview, and every place with who has it, how well that is known, and the words it stands on.
    pub fn summary(&self) -> Vec<Line> {
        let mut lines = self.overview();
        for (heading, wanted) in [("Regions", true), ("Sites", false)] {
            let places = self
                .atlas
                .places()
                .filter(|place| matches!(place, Place::Region(_)) == wanted);
            for (n, place) in places.enumerate() {
                lines.push(Line::default());
                if n == 0 {
                    lines.extend([Line::new(Role::Heading, heading), Line::default()]);
                }
                lines.extend(self.brief(place));
            }
        }
        lines.extend(self.event_list());
        lines
    }

    /// Title, date, what the date hides or lies beyond, and shares.
    pub fn overview(&self) -> Vec<Line> {
        let mut lines = vec![Line::new(Role::Title, &self.atlas.title)];
        let map = self.map();
        let head = map
            .parts
            .iter()
            .filter(|part| matches!(part, Part::Grade(_) | Part::Alarm(_)))
            .cloned();
        let limits = [self.last_word(), self.later()].into_iter().flatten();
        let head = head.chain(limits.map(Part::Note));
        lines.extend(
            Caption {
                title: String::new(),
                parts: head.collect(),
            }
            .lines(self.atlas),
        );
        lines.push(Line::default());
        lines.push(Line::new(Role::Heading, "Shares of the area"));
        lines.extend(
            self.shares(&self.legend())
                .into_iter()
                .map(|line| line.set_in(2, 2)),
        );
        lines
    }

    /// One line an entry of the legend.
    pub fn shares(&self, legend: &Legend) -> Vec<Line> {
        let actors = legend.shares.iter().map(|share| {
            let actor = &self.atlas[share.actor];
            let mark = format!("■\u{a0}{}", actor.letter);
            let words = words::with_share(&actor.name, &share.words());
            Line::new(Role::Mark(share.actor), &mark).and(Role::Plain, &format!(" {words}"))
        });
        let groups = legend.groups.iter().map(|share| {
            let name = format!("{} with its parts", self.atlas[share.actor].name);
            let words = words::with_share(&name, &share.words());
            Line::new(Role::Plain, &format!("    {words}"))
        });
        let rest = legend
            .rest()
            .into_iter()
            .filter(|(_, land)| !land.is_empty());
        let rest = rest
            .map(|(name, land)| Line::new(Role::Plain, &format!("    {name}: {}", land.words())));
        actors.chain(groups).chain(rest).collect()
    }

    /// Tells who has a place, how well that is known, and by which claims.
    pub fn brief(&self, place: Place) -> Vec<Line> {
        let mut parts = vec![Part::State(self.stated(place))];
        let grade = self.grade(place);
        parts.extend((!grade.is_empty()).then_some(Part::Grade(grade)));
        parts.extend(self.deciding(place).into_iter().map(Part::Entry));
        let body = Caption {
            title: String::new(),
            parts,
        }
        .lines(self.atlas)
        .into_iter()
        .filter(|line| !line.is_blank());
        let body = body.map(|line| Line {
            indent: line.indent + 2,
            ..line
        });
        std::iter::once(Line::new(Role::Title, self.atlas.name(place)))
            .chain(body)
            .collect()
    }
}

/// Lines as plain text, wrapped to a width, each ended.
pub fn plain_text(lines: &[Line], width: usize) -> String {
    let mut text = String::new();
    for line in wrap(lines, width) {
        if !line.is_blank() {
            text.extend(std::iter::repeat_n(' ', line.indent));
            text.push_str(line.text().trim_end());
        }
        text.push('\n');
    }
    text
}
