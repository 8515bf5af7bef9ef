//! An article that is to be added to a map, and where its text is to lie.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Component, Path},
    sync::Arc,
};

use crate::{
    article::{self, Unfit},
    diagnostics::{read_plain_file, steers},
    limits::ARTICLE,
    names::slug,
};

use super::{RegionFile, folder::Folder};

/// An article whose text can be held beside a region file.
#[derive(Clone, Debug)]
pub struct Article {
    /// The text, and what is known of it.
    pub read: article::Article,
    /// Its name: an id if it were not taken, never empty.
    pub(crate) slug: String,
    /// The path of its text from the folder of the region file.
    pub path: String,
    /// `true` if the text lies there already.
    pub is_there: bool,
    original: Option<Original>,
}

/// The file that a text was taken out of, where it is kept.
#[derive(Clone, Debug)]
struct Original {
    /// From the folder of the region file.
    path: String,
    /// Its bytes, unless it lies there already.
    bytes: Option<Arc<[u8]>>,
}

/// The reason why an article can't be added.
#[derive(Debug)]
pub enum Refusal {
    /// It can't be read at all.
    Unreadable(io::Error),
    /// No text can be taken out of it, or none that can be held.
    Unfit(Unfit),
}

impl Article {
    /// Reads an article that is to be added to a region file; `ARCHIVE#ADDRESS` is a page of a web archive.
    pub fn open(path: &Path, beside: &RegionFile) -> Result<Self, Refusal> {
        Self::opened(path, beside, false)
    }

    /// The same, and keeps the file that the text is taken out of as well.
    pub fn open_and_keep(path: &Path, beside: &RegionFile) -> Result<Self, Refusal> {
        Self::opened(path, beside, true)
    }

    fn opened(path: &Path, beside: &RegionFile, keep: bool) -> Result<Self, Refusal> {
        let (path, address) = with_address(path);
        let bytes = read_plain_file(path, ARTICLE).map_err(Refusal::Unreadable)?;
        let kept: Option<Arc<[u8]>> = keep.then(|| bytes.as_slice().into());
        let (stem, end) = split_name(path);
        let length = bytes.len();
        let read = article::Article::read_page(bytes, address).map_err(Refusal::Unfit)?;
        let new = Self::named(read, &stem, beside);
        let lies = fs::canonicalize(path).ok();
        let inside = root(beside)
            .zip(lies)
            .and_then(|(root, lies)| inside(root, &lies));
        if !new.read.is_taken_out {
            // A file with a byte order mark is another one than its text.
            let inside = inside.filter(|_| new.read.text.len() == length);
            return Ok(match inside {
                Some(path) => Self {
                    path,
                    is_there: true,
                    ..new
                },
                None => new,
            });
        }
        let original = kept.map(|bytes| match inside {
            Some(path) => Original { path, bytes: None },
            None => Original {
                path: root(beside).map_or_else(
                    || format!("{}.{end}", new.slug),
                    |root| free_name(root, &new.slug, &end),
                ),
                bytes: Some(bytes),
            },
        });
        Ok(Self { original, ..new })
    }

    /// The path of the file that the text was taken out of, where it is kept.
    pub fn original(&self) -> Option<String> {
        self.original.as_ref().map(|it| it.path.clone())
    }

    /// The files that are to lie beside the region file and do not yet, by their paths from there.
    pub fn files(&self) -> BTreeMap<String, Arc<[u8]>> {
        let text = (!self.is_there).then(|| (self.path.clone(), self.read.text.as_bytes().into()));
        let original = self.original.as_ref();
        let original = original.and_then(|it| Some((it.path.clone(), it.bytes.clone()?)));
        text.into_iter().chain(original).collect()
    }

    /// Takes the text out of bytes that lie nowhere yet.
    pub fn of(bytes: Vec<u8>, name: &str, beside: &RegionFile) -> Result<Self, Refusal> {
        let read = article::Article::read(bytes).map_err(Refusal::Unfit)?;
        Ok(Self::named(read, name, beside))
    }

    fn named(read: article::Article, name: &str, beside: &RegionFile) -> Self {
        let slugs = [
            slug(name),
            read.title.as_deref().map(slug).unwrap_or_default(),
        ];
        let named = slugs.into_iter().find(|slug| !slug.is_empty());
        let slug = named.unwrap_or_else(|| "article".to_owned());
        let path = root(beside).map_or_else(
            || format!("{slug}.txt"),
            |root| free_name(root, &slug, "txt"),
        );
        Self {
            read,
            slug,
            path,
            is_there: false,
            original: None,
        }
    }
}

/// A file, and behind `#` the address of a page in it, unless a file has that very name.
fn with_address(path: &Path) -> (&Path, Option<&str>) {
    let split = path.to_str().and_then(|name| name.split_once('#'));
    match split.filter(|_| !path.exists()) {
        Some((file, address)) => (Path::new(file), Some(address)),
        None => (path, None),
    }
}

/// The folder of a region file, unless it comes with the program.
fn root(beside: &RegionFile) -> Option<&Path> {
    match &beside.folder {
        Folder::Builtin { .. } => None,
        Folder::Disk { root, .. } => Some(root),
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

/// The name of a file, and its end, which may have two parts: `warc.gz`.
fn split_name(path: &Path) -> (String, String) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let packed = name.strip_suffix(".gz").map_or(name.len(), str::len);
    let (stem, end) = match name[..packed].rsplit_once('.') {
        Some((stem, _)) => (stem, &name[stem.len() + 1..]),
        None => (&*name, ""),
    };
    let is_plain = |char: char| char.is_ascii_alphanumeric() || char == '.';
    let end = end.to_ascii_lowercase();
    let end = if end.is_empty() || !end.chars().all(is_plain) {
        "original".to_owned()
    } else {
        end
    };
    (stem.to_owned(), end)
}

/// A name that no file in the folder has.
fn free_name(root: &Path, slug: &str, end: &str) -> String {
    let numbered = (2..).map(|n| format!("{slug}-{n}.{end}"));
    let mut names = std::iter::once(format!("{slug}.{end}")).chain(numbered);
    let is_free = |name: &String| !root.join(name).exists();
    names.find(is_free).unwrap_or_default()
}
