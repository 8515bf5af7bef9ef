//! The ends of files' names, and the formats that they promise.

use std::{fmt, path::Path};

use super::{Exporter, FORMATS};

/// A file's name that promises another format than the one that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherFormat {
    asked: &'static str,
    promised: &'static str,
    /// An end that would do.
    ending: &'static str,
}

impl fmt::Display for OtherFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            asked,
            promised,
            ending,
        } = self;
        write!(
            f,
            "its name is that of a file in `{promised}`, and the format is `{asked}`: choose `{promised}`, or a name that \
             ends in .{ending}"
        )
    }
}

impl std::error::Error for OtherFormat {}

/// Checks that a file's name promises no other format. Ends that no format has are anybody's.
pub fn check(format: &dyn Exporter, path: &Path) -> Result<(), OtherFormat> {
    let ending = path.extension().and_then(|it| it.to_str());
    let ending = ending.unwrap_or_default().to_lowercase();
    let has = |format: &dyn Exporter| format.endings().contains(&ending.as_str());
    if has(format) {
        return Ok(());
    }
    match FORMATS.iter().find(|other| has(**other)) {
        None => Ok(()),
        Some(other) => Err(OtherFormat {
            asked: format.name(),
            promised: other.name(),
            ending: format.endings()[0],
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::format;

    #[test]
    fn a_name_promises_one_of_the_formats_that_end_so_or_nothing() {
        let check =
            |name: &str, path: &str| check(format(name).expect("a format"), Path::new(path));
        for (name, path) in [
            ("svg", "map.svg"),
            ("svg", "map.SVG"),
            ("geojson", "map.json"),
            ("states", "map.csv"),
            ("shares", "map.csv"),
            ("text", "map"),
            ("text", "map.mine"),
        ] {
            assert_eq!(check(name, path), Ok(()), "{name} {path}");
        }
        let refused = check("svg", "map.png").expect_err("another format");
        assert_eq!(
            refused.to_string(),
            "its name is that of a file in `png`, and the format is `svg`: choose `png`, or a name that ends in .svg"
        );
        assert!(check("json", "map.geojson").is_err());
        for format in FORMATS {
            assert!(!format.endings().is_empty(), "{}", format.name());
        }
    }
}
