//! The one thing that somebody means by a name.

use super::fold;

/// From this likeness on, of 0 to 1, a name may be a misspelling of what was said.
const ALIKE: f64 = 0.85;

/// Finds the one thing that is called so, or else that alone has a name that begins so or has it inside. An error is
/// the things that may be meant, if any: several with such a name, or those whose names are spelt nearly so.
///
/// Each name is folded, and stands beside what it is a name of; the names of one thing stand together.
pub fn resolve<'a, T: Copy + PartialEq>(
    said: &str,
    names: impl Iterator<Item = (T, &'a str)>,
) -> Result<T, Vec<T>> {
    let said = fold(said);
    if said.is_empty() {
        return Err(Vec::new());
    }
    let names: Vec<(T, &str)> = names.collect();
    let called = |fits: &dyn Fn(&str) -> bool| -> Vec<T> {
        let fitting = names.iter().filter(|(_, name)| fits(name));
        let mut things: Vec<T> = fitting.map(|(thing, _)| *thing).collect();
        things.dedup();
        things
    };
    let fits: [&dyn Fn(&str) -> bool; 3] = [
        &|name| name == said,
        &|name| name.starts_with(&said),
        &|name| name.contains(&said),
    ];
    let found = fits.into_iter().map(called).find(|found| !found.is_empty());
    match found.as_deref() {
        Some([one]) => Ok(*one),
        Some(several) => Err(several.to_vec()),
        None => Err(called(&|name| strsim::jaro_winkler(name, &said) > ALIKE)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_names_win_and_doubt_is_said() {
        let names = ["golan", "golan heights", "hama", "hamah", "tartus"];
        let meant = |said| resolve(said, names.into_iter().enumerate());
        assert_eq!(meant("Golan"), Ok(0));
        assert_eq!(meant("HEIGHTS"), Ok(1));
        assert_eq!(meant("ham"), Err(vec![2, 3]));
        assert_eq!(meant("tartous"), Err(vec![4]));
        assert_eq!(meant("nowhere"), Err(vec![]));
        assert_eq!(meant(" — "), Err(vec![]));
    }

    #[test]
    fn several_names_of_one_thing_are_no_doubt() {
        let names = [(0, "hama"), (0, "hamah"), (1, "homs")];
        assert_eq!(resolve("ham", names.into_iter()), Ok(0));
    }
}
