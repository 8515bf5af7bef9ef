//! A text that is to be added to a map, and where it lies.

use std::{
    fs, io,
    path::{Component, Path},
};

use crate::{
    diagnostics::{Check, Code, Located, Problem, steers},
    names::slug,
};

use super::super::{
    RegionFile,
    folder::{Folder, read_text},
    lower::is_readable,
};

/// A text that can be held.
#[derive(Clone, Debug)]
pub struct Article {
    pub(super) raw: String,
    /// Its name: an id if it were not taken, never empty.
    pub(super) slug: String,
    /// Its path from the folder of the region file.
    pub(super) path: String,
    /// The step to be taken before it lies there.
    pub(super) put: Option<String>,
}

/// The reason why a text can't be added.
#[derive(Debug)]
pub enum Refusal {
    /// It can't be read at all.
    Unreadable(io::Error),
    /// It breaks a rule for texts that are held.
    Unfit(Box<Problem>),
}

impl Article {
    /// Reads a text that is to be added to a region file.
    pub fn open(path: &Path, beside: &RegionFile) -> Result<Self, Refusal> {
        let raw = read_text(path)
            .map_err(Refusal::Unreadable)?
            .map_err(|unusable| Refusal::Unfit(Box::new(unusable.at(&(0..0)))))?;
        let name = Located {
            value: path.display().to_string(),
            at: 0..0,
        };
        let mut check = Check::default();
        if !is_readable(&raw, &name, &mut check) {
            let unreadable = || Problem::new(Code::Empty, &name.at, "there is no text");
            let problem = check.problems.pop().unwrap_or_else(unreadable);
            return Err(Refusal::Unfit(Box::new(problem)));
        }
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let slug = Some(slug(&stem)).filter(|slug| !slug.is_empty());
        let slug = slug.unwrap_or_else(|| "article".to_owned());
        let root = match &beside.folder {
            Folder::Builtin => None,
            Folder::Disk { root, .. } => Some(root.as_path()),
        };
        let lies = fs::canonicalize(path).ok();
        if let Some(inside) = root.zip(lies).and_then(|(root, lies)| inside(root, &lies)) {
            return Ok(Self {
                raw,
                slug,
                path: inside,
                put: None,
            });
        }
        let name = root.map_or_else(|| format!("{slug}.txt"), |root| free_name(root, &slug));
        let there = root.map_or_else(
            || format!("{name} in the folder of your region file"),
            |root| root.join(&name).display().to_string(),
        );
        Ok(Self {
            raw,
            slug,
            path: name,
            put: Some(format!("copy {} to {there}", path.display())),
        })
    }
}

/// The path of a file below `root` as a region file can name it.
fn inside(root: &Path, path: &Path) -> Option<String> {
    let parts = path.strip_prefix(root).ok()?.components();
    let names = parts.map(|part| match part {
        Component::Normal(name) => name.to_str().filter(|name| !name.contains(steers)),
        _ => None,
    });
    Some(names.collect::<Option<Vec<_>>>()?.join("/"))
}

/// A name that no file in the folder has.
fn free_name(root: &Path, slug: &str) -> String {
    let numbered = (2..).map(|n| format!("{slug}-{n}.txt"));
    let mut names = std::iter::once(format!("{slug}.txt")).chain(numbered);
    let is_free = |name: &String| !root.join(name).exists();
    names.find(is_free).unwrap_or_default()
}
