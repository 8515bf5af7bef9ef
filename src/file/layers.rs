//! Layers: files of a day each that draw who holds what.

use glob::Pattern;

use super::{
    folder::{Folder, Unusable},
    geodata::Unread,
};
use crate::{
    atlas::Date,
    diagnostics::{Code, fit},
    geo::{
        dated_name::{Order, date_in},
        formats::Feature,
    },
    limits::LAYERS,
};

/// Files that draw what is held on a day each.
#[derive(Clone, Debug)]
pub(super) struct Layers {
    /// In the order of their dates, at least one.
    pub days: Vec<Day>,
    /// The layer of each file, where it has several.
    pub layer: Option<String>,
    /// The property that tells whose a feature is; `None` where all of them are one actor's.
    pub holder: Option<Holder>,
}

/// The property of a feature that says who holds it.
#[derive(Clone, Debug)]
pub(super) struct Holder {
    pub property: String,
    /// The values of it that stand for an actor.
    pub values: Vec<String>,
    /// Those that stand for none.
    pub ignored: Vec<String>,
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
    let files: Vec<&String> = names.iter().filter(|name| pattern.matches(name)).collect();
    let dates = |order| files.iter().map(move |name| date_in(name, order));
    let mut read: Vec<_> = dates(Order::default()).collect();
    if read.iter().any(Option::is_none) {
        read = dates(Order::of(&files)).collect();
    }
    let mut days = Vec::new();
    for (name, date) in files.iter().zip(read) {
        let Some((date, _)) = date else {
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

    /// Reads the areas of a day; points and lines beside them are passed over.
    pub fn features(&self, day: usize, folder: &Folder) -> Result<Vec<Feature>, String> {
        let file = &self.days[day].file;
        let of_file = |why: &str| format!("{file}: {why}");
        let features =
            folder
                .features(file, self.layer.as_deref())
                .map_err(|unread| match unread {
                    Unread::Unusable(unusable) => unusable.why,
                    Unread::Unfit(why) => of_file(&why.to_string()),
                });
        let mut features = features?;
        features.retain(Feature::is_area);
        if features.is_empty() {
            return Err(of_file("there are no polygons in it"));
        }
        Ok(features)
    }

    /// Tells whether an area is of whoever these values stand for.
    pub fn is_of(&self, feature: &Feature, values: &[String]) -> bool {
        let Some(holder) = &self.holder else {
            return true;
        };
        holder.of(feature).is_some_and(|it| values.contains(&it))
    }

    /// Names a holder in features that stands for no actor, if there is one.
    pub fn unknown(&self, day: &Day, features: &[Feature]) -> Option<String> {
        let holder = self.holder.as_ref()?;
        let is_known = |value: &String| {
            let mut known = holder.values.iter().chain(&holder.ignored);
            known.any(|it| it == value)
        };
        let mut found = features.iter().map(|feature| holder.of(feature));
        let unknown = found.find(|value| !value.as_ref().is_some_and(is_known));
        let (file, property) = (&day.file, &holder.property);
        unknown.map(|value| match value {
            Some(value) => {
                format!("{file}: `{value}` stands under `{property}`, and neither under `actors` nor under `ignore`")
            }
            None => format!("{file}: an area has no `{property}`"),
        })
    }
}

impl Holder {
    /// Finds the value of a feature, as it can be written in a region file; `None` without the property.
    fn of(&self, feature: &Feature) -> Option<String> {
        let mut properties = feature.properties.iter();
        let is_holder = |(name, _): &(&String, _)| fit(name).as_ref() == Some(&self.property);
        let (_, value) = properties.find(is_holder)?;
        Some(fit(value).unwrap_or_default())
    }
}
