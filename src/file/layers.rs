//! Layers: files of a day each that draw who holds what.

use glob::Pattern;

use super::folder::{Folder, Unusable};
use crate::{
    atlas::Date,
    diagnostics::{Code, fit},
    geo::{dated_name::date_in, formats::Feature},
    limits::LAYERS,
};

/// Files that draw what is held on a day each.
#[derive(Clone, Debug)]
pub(super) struct Layers {
    /// In the order of their dates, at least one.
    pub days: Vec<Day>,
    /// The property of a feature that says who holds it.
    pub holder: String,
    /// The values of the property that stand for an actor.
    pub values: Vec<String>,
}

/// The layer of a day.
#[derive(Clone, Debug)]
pub(super) struct Day {
    pub date: Date,
    /// The path of the file, from the folder of the region file.
    pub file: String,
}

/// Finds the files that a path with a `*` in its last part names, in the order of their dates.
pub(super) fn days(path: &str, folder: &Folder) -> Result<Vec<Day>, Unusable> {
    let unfit = |code, why: String| Unusable { code, why };
    let (parent, last) = path.rsplit_once('/').unwrap_or((".", path));
    let pattern = Pattern::new(last).map_err(|error| {
        unfit(
            Code::FileMissing,
            format!("`{path}` can't be a path: {error}"),
        )
    })?;
    let names = folder.names(parent, LAYERS)?;
    let mut days = Vec::new();
    for name in names.iter().filter(|name| pattern.matches(name)) {
        let Some((date, _)) = date_in(name) else {
            let why = format!("the name of `{parent}/{name}` carries no date, or more than one");
            return Err(unfit(Code::BadDate, why));
        };
        days.push(Day {
            date,
            file: format!("{parent}/{name}"),
        });
    }
    days.sort_by_key(|day| day.date.first_day());
    let twins = days.windows(2).find(|pair| pair[0].date == pair[1].date);
    if let Some([one, other]) = twins {
        let why = format!("`{}` and `{}` are of the same day", one.file, other.file);
        return Err(unfit(Code::BadDate, why));
    }
    if days.is_empty() {
        return Err(unfit(
            Code::FileMissing,
            format!("no file is called `{path}`"),
        ));
    }
    Ok(days)
}

impl Layers {
    /// The newest day that has come by a date.
    pub fn day_at(&self, date: Date) -> Option<usize> {
        let count = self.days.partition_point(|day| day.date.is_known_by(date));
        count.checked_sub(1)
    }

    /// Reads the features of a day.
    pub fn features(&self, day: usize, folder: &Folder) -> Result<Vec<Feature>, String> {
        let file = &self.days[day].file;
        folder
            .features(file)
            .map_err(|unread| format!("{file}: {}", String::from(unread)))
    }

    /// Finds the holder of a feature, as it can be written in a region file; `None` without the property that names it.
    pub fn holder_of(&self, feature: &Feature) -> Option<String> {
        let mut properties = feature.properties.iter();
        let is_holder = |(name, _): &(&String, _)| fit(name).as_ref() == Some(&self.holder);
        let (_, value) = properties.find(is_holder)?;
        Some(fit(value).unwrap_or_default())
    }

    /// Names a holder in features that stands for no actor, if there is one.
    pub fn unknown(&self, day: &Day, features: &[Feature]) -> Option<String> {
        let holders = features.iter().map(|feature| self.holder_of(feature));
        let is_known =
            |holder: &Option<String>| holder.as_ref().is_some_and(|it| self.values.contains(it));
        let mut unknown = holders.filter(|holder| !is_known(holder));
        unknown.next().map(|holder| match holder {
            Some(value) => format!(
                "{}: `{value}` stands under `{}` and not under `actors`",
                day.file, self.holder
            ),
            None => format!("{}: a feature has no `{}`", day.file, self.holder),
        })
    }
}
