//! The region file, and the files it names: beside it, and nowhere else.

use crate::{
    diagnostics::{Code, Problem, Span, TomlFile, read_plain_file},
    limits::MIB,
};

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Component, Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

pub(super) use crate::limits::TEXT;

const BUILTIN: &str = include_str!("../../regions.toml");
const BUILTIN_FILES: &[(&str, &str)] = &[(
    "assets/sources/kremlin-talks.txt",
    include_str!("../../assets/sources/kremlin-talks.txt"),
)];

/// A region file as it was found, and the folder it stands in.
#[derive(Clone, Debug)]
pub struct RegionFile {
    pub(super) toml: TomlFile,
    /// The path it lies at, unless it comes with the program.
    path: Option<PathBuf>,
    pub(super) folder: Folder,
}

/// Texts that are to lie beside a region file, by their paths from there.
type Beside = Arc<BTreeMap<String, Arc<[u8]>>>;

#[derive(Clone, Debug)]
pub(super) enum Folder {
    /// The files that come with the program.
    Builtin { beside: Beside },
    Disk {
        root: PathBuf,
        /// The paths of all that was asked for, whether or not it is there.
        asked: Arc<Mutex<BTreeSet<PathBuf>>>,
        beside: Beside,
    },
}

/// The reason why a file can't be used.
#[derive(Clone, Debug)]
pub(super) struct Unusable {
    pub code: Code,
    pub why: String,
}

impl RegionFile {
    /// The map that comes with the program.
    pub fn builtin() -> Self {
        Self {
            toml: TomlFile::builtin("regions.toml", BUILTIN),
            path: None,
            folder: Folder::Builtin {
                beside: Beside::default(),
            },
        }
    }

    /// Reads a region file from disk.
    pub fn open(path: &Path) -> io::Result<Self> {
        let toml = TomlFile::open(path)?;
        let parent = path
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        Ok(Self {
            toml,
            path: Some(path.to_owned()),
            folder: Folder::open(parent)?,
        })
    }

    /// Returns `true` if it is the one that comes with the program, as it comes.
    pub(super) fn is_builtin(&self) -> bool {
        matches!(self.folder, Folder::Builtin { .. }) && self.toml.is(BUILTIN)
    }

    /// Returns its name for people, without what would steer a terminal.
    pub fn label(&self) -> &str {
        self.toml.label()
    }

    /// The same file without its entries, where what stands before them is short.
    pub fn head(&self) -> Option<Self> {
        Some(Self {
            toml: self.toml.head()?,
            ..self.clone()
        })
    }

    /// Its size in bytes.
    pub fn size(&self) -> usize {
        self.toml.size()
    }

    /// The last part of that name, without the folders that it lies in.
    pub fn name(&self) -> String {
        let name = Path::new(self.label()).file_name();
        name.map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    }

    /// The same file, in the same folder, with other contents.
    #[must_use]
    pub fn with_bytes(self, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            toml: TomlFile::new(self.label(), bytes),
            ..self
        }
    }

    /// The same file, as if these texts lay beside it, by their paths from its folder.
    #[must_use]
    pub fn with_beside(self, beside: BTreeMap<String, Arc<[u8]>>) -> Self {
        let beside = Arc::new(beside);
        let folder = match self.folder {
            Folder::Disk { root, asked, .. } => Folder::Disk {
                root,
                asked,
                beside,
            },
            Folder::Builtin { .. } => Folder::Builtin { beside },
        };
        Self { folder, ..self }
    }

    /// The path it lies at, unless it comes with the program.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Its TOML, or `None` where it is not UTF-8.
    pub fn text(&self) -> Option<&str> {
        self.toml.contents()
    }

    /// The same file, as if it lay in another folder: a former version that was put aside names the files beside the
    /// present one.
    pub fn moved_to(self, folder: &Path) -> io::Result<Self> {
        let folder = Folder::Disk {
            root: fs::canonicalize(folder)?,
            asked: Arc::default(),
            beside: Arc::default(),
        };
        Ok(Self { folder, ..self })
    }

    /// Reads it again from where it lies; what comes with the program stays as it is.
    pub fn reopen(&self) -> io::Result<Self> {
        self.path
            .as_deref()
            .map_or_else(|| Ok(self.clone()), Self::open)
    }

    /// Returns `true` if it can change while the program runs.
    pub const fn is_on_disk(&self) -> bool {
        self.path.is_some()
    }

    /// Tells whether the file itself is as it was read.
    pub fn is_current(&self) -> bool {
        self.reopen().is_ok_and(|now| now.toml == self.toml)
    }

    /// Returns the path of it and of all that it named when it was loaded; none for what comes with the program.
    pub fn files(&self) -> BTreeSet<PathBuf> {
        let (Some(path), Folder::Disk { root, asked, .. }) = (&self.path, &self.folder) else {
            return BTreeSet::new();
        };
        let mut files = asked.lock().unwrap_or_else(PoisonError::into_inner).clone();
        files.extend(path.file_name().map(|name| root.join(name)));
        // Where links lead.
        let targets: Vec<PathBuf> = files.iter().flat_map(fs::canonicalize).collect();
        files.extend(targets);
        files
    }
}

impl Unusable {
    /// The problem this is at the place that names the file.
    pub fn at(self, at: &Span) -> Problem {
        let problem = Problem::new(self.code, at, self.why);
        match self.code {
            Code::NotUtf8 => problem.help("save it as UTF-8"),
            Code::PathOutside => {
                problem.help("put the file beside this one and name it by its path from here")
            }
            Code::BadDate => problem.help(
                "a file of layers has one day in its name, such as `front-2026-01-28.geojson`",
            ),
            Code::FileMissing => problem.help("paths start at the folder of this file"),
            _ => problem.help("leave out what the map doesn't need"),
        }
    }
}

impl Folder {
    pub fn open(path: &Path) -> io::Result<Self> {
        Ok(Self::Disk {
            root: fs::canonicalize(path)?,
            asked: Arc::default(),
            beside: Arc::default(),
        })
    }

    const fn beside(&self) -> &Beside {
        match self {
            Self::Builtin { beside } | Self::Disk { beside, .. } => beside,
        }
    }

    /// Reads a file that the region file names, by its path from there, or `None` where there is no such file.
    pub fn read_if_there(&self, name: &str, limit: u64) -> Result<Option<String>, Unusable> {
        let bytes = self.bytes(name, limit)?;
        bytes.map(|bytes| decode(name, bytes)).transpose()
    }

    /// The bytes of such a file as they lie on the disk, or `None` where there is none.
    pub fn bytes(&self, name: &str, limit: u64) -> Result<Option<Vec<u8>>, Unusable> {
        if let Some(bytes) = self.beside().get(name) {
            return Ok(Some(bytes.to_vec()));
        }
        Ok(match self {
            Self::Builtin { .. } => BUILTIN_FILES
                .iter()
                .find(|(path, _)| *path == name)
                .map(|(_, text)| text.as_bytes().into()),
            Self::Disk { root, asked, .. } => {
                let read = read_below(root, name, limit);
                let is_outside = |unusable: &Unusable| matches!(unusable.code, Code::PathOutside);
                if !read.as_ref().is_err_and(is_outside) {
                    let mut asked = asked.lock().unwrap_or_else(PoisonError::into_inner);
                    asked.insert(root.join(name));
                }
                read?
            }
        })
    }
}

impl Folder {
    /// Tells whether there is a file that the region file names, which is not read.
    pub fn has(&self, name: &str) -> Result<bool, Unusable> {
        match self {
            _ if self.beside().contains_key(name) => Ok(true),
            Self::Builtin { .. } => Ok(BUILTIN_FILES.iter().any(|(path, _)| *path == name)),
            Self::Disk { root, .. } => Ok(below(root, name)?.is_some_and(|path| path.is_file())),
        }
    }

    /// The names of the ordinary files in a folder that the region file names, in order; up to a limit.
    pub fn names(&self, path: &str, limit: usize) -> Result<Vec<String>, Unusable> {
        let Self::Disk { root, asked, .. } = self else {
            return Err(absent(path));
        };
        let unreadable = |error: io::Error| missing(path, &error.to_string());
        let folder = below(root, path)?.ok_or_else(|| absent(path))?;
        asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(root.join(path));
        let mut names = Vec::new();
        for entry in fs::read_dir(&folder).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            if names.len() == limit {
                return Err(Unusable {
                    code: Code::TooLarge,
                    why: format!("`{path}` holds more than {limit} files"),
                });
            }
            names.extend(entry.file_name().into_string());
        }
        names.sort_unstable();
        Ok(names)
    }
}

pub(super) fn decode(name: &str, bytes: Vec<u8>) -> Result<String, Unusable> {
    String::from_utf8(bytes).map(without_bom).map_err(|error| {
        let line = error.as_bytes()[..error.utf8_error().valid_up_to()]
            .split(|&byte| byte == b'\n')
            .count();
        Unusable {
            code: Code::NotUtf8,
            why: format!("line {line} of `{name}` is not UTF-8"),
        }
    })
}

/// The bytes of a file below `root`, or `None` where there is none of that name.
fn read_below(root: &Path, name: &str, limit: u64) -> Result<Option<Vec<u8>>, Unusable> {
    let Some(path) = below(root, name)? else {
        return Ok(None);
    };
    let bytes = read_plain_file(&path, limit);
    let bytes = bytes.map_err(|error| missing(name, &error.to_string()))?;
    if bytes.len() as u64 > limit {
        Err(too_large(limit))
    } else {
        Ok(Some(bytes))
    }
}

/// The path of what lies below `root`, wherever links lead; `None` where there is nothing of that name.
fn below(root: &Path, name: &str) -> Result<Option<PathBuf>, Unusable> {
    let outside = || Unusable {
        code: Code::PathOutside,
        why: format!("`{name}` leads out of the folder of this file"),
    };
    let unreadable = |error: io::Error| missing(name, &error.to_string());
    if !Path::new(name)
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
    {
        return Err(outside());
    }
    let path = match fs::canonicalize(root.join(name)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        path => path.map_err(unreadable)?,
    };
    if path.starts_with(root) {
        Ok(Some(path))
    } else {
        Err(outside())
    }
}

/// A text without the mark that some editors put before UTF-8.
fn without_bom(text: String) -> String {
    text.strip_prefix('\u{feff}')
        .map(str::to_owned)
        .unwrap_or(text)
}

/// Returns the refusal for a file that is not there.
pub(super) fn absent(name: &str) -> Unusable {
    missing(name, "there is no such file")
}

fn missing(name: &str, why: &str) -> Unusable {
    Unusable {
        code: Code::FileMissing,
        why: format!("`{name}` can't be read: {why}"),
    }
}

fn too_large(limit: u64) -> Unusable {
    Unusable {
        code: Code::TooLarge,
        why: format!("this file is larger than {} MiB", limit / MIB),
    }
}
