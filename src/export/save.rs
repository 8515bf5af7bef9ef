//! Files that are written whole or not at all.

use std::{
    fmt, fs,
    io::{self, Write},
    path::Path,
};

use tempfile::{Builder, NamedTempFile, PersistError};

/// The reason why a file is not written.
#[derive(Debug)]
pub enum Unsaved {
    /// There is a file of that name, and it was not said that it may be replaced.
    Exists,
    /// A folder, a device or the like is there, which nothing may replace.
    NoFile,
    /// A folder with something in it is there, or no folder at all.
    NotEmpty,
    /// The folder that it is to be in is not there.
    NoFolder,
    /// It can't be written.
    Io(io::Error),
}

impl fmt::Display for Unsaved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exists => f.write_str("there is such a file; replace it with `--force`"),
            Self::NoFile => f.write_str("it is no ordinary file"),
            Self::NoFolder => f.write_str("there is no such folder"),
            Self::NotEmpty => f.write_str("it is there and no empty folder; name another"),
            Self::Io(error) => error.fmt(f),
        }
    }
}

/// Writes a file beside its place and moves it there once it is whole, so that nobody ever reads half of it. What it
/// replaces keeps its permissions, and a link still leads to it.
pub fn save(path: &Path, bytes: &[u8], replace: bool) -> Result<(), Unsaved> {
    let there = path.metadata().ok();
    match &there {
        Some(there) if !there.is_file() => return Err(Unsaved::NoFile),
        Some(_) if !replace => return Err(Unsaved::Exists),
        None if path.is_symlink() => return Err(Unsaved::NoFile),
        _ => {}
    }
    let linked = there.as_ref().and_then(|_| path.canonicalize().ok());
    let path = linked.as_deref().unwrap_or(path);
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if folder.is_some_and(|folder| !folder.is_dir()) {
        return Err(Unsaved::NoFolder);
    }
    let mut file = beside(path).map_err(Unsaved::Io)?;
    file.write_all(bytes).map_err(Unsaved::Io)?;
    if let Some(there) = there {
        let same = file.as_file().set_permissions(there.permissions());
        same.map_err(Unsaved::Io)?;
    }
    file.as_file().sync_all().map_err(Unsaved::Io)?;
    let moved = if replace {
        file.persist(path)
    } else {
        file.persist_noclobber(path)
    };
    moved.map(drop).map_err(|PersistError { error, .. }| {
        if error.kind() == io::ErrorKind::AlreadyExists {
            Unsaved::Exists
        } else {
            Unsaved::Io(error)
        }
    })
}

/// Writes a folder of files beside its place and moves it there once it is whole. It must be new, or empty.
pub fn save_folder(path: &Path, files: &[(&str, String)]) -> Result<(), Unsaved> {
    match fs::read_dir(path).map(|mut entries| entries.next().is_none()) {
        Ok(true) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound && !path.is_symlink() => {}
        Ok(false) => return Err(Unsaved::NotEmpty),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(Unsaved::NotEmpty);
        }
        Err(error) => return Err(Unsaved::Io(error)),
    }
    let mut builder = Builder::new();
    #[cfg(unix)]
    {
        use std::{fs::Permissions, os::unix::fs::PermissionsExt};
        builder.permissions(Permissions::from_mode(0o777));
    }
    let folder = builder.tempdir_in(parent(path)).map_err(Unsaved::Io)?;
    for (name, text) in files {
        save(&folder.path().join(name), text.as_bytes(), false)?;
    }
    // Moves over an empty folder, and over nothing else.
    fs::rename(folder.path(), path).map_err(|error| match error.kind() {
        io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::AlreadyExists => Unsaved::NotEmpty,
        _ => Unsaved::Io(error),
    })?;
    drop(folder.keep());
    Ok(())
}

fn parent(path: &Path) -> &Path {
    let parent = path.parent();
    parent
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// An empty file in the same folder, which is gone again unless it is moved to its place.
fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    #[cfg(unix)]
    {
        use std::{fs::Permissions, os::unix::fs::PermissionsExt};
        // Those of any new file, where temporary files are for their owner alone.
        builder.permissions(Permissions::from_mode(0o666));
    }
    builder.tempfile_in(parent(path))
}

#[cfg(all(test, unix))]
mod tests {
    use std::{
        fs::Permissions,
        os::unix::fs::{PermissionsExt, symlink},
    };

    use super::*;

    #[test]
    fn what_is_replaced_keeps_its_permissions_and_the_links_to_it() {
        let folder = Builder::new().tempdir().expect("a folder");
        let [file, link, dangling] =
            ["file", "link", "dangling"].map(|name| folder.path().join(name));
        save(&file, b"old", false).expect("it is new");
        fs::set_permissions(&file, Permissions::from_mode(0o640)).expect("it is ours");
        symlink(&file, &link).expect("a link");
        assert!(matches!(save(&link, b"new", false), Err(Unsaved::Exists)));
        save(&link, b"new", true).expect("it is replaced");
        assert_eq!(fs::read(&file).expect("it is there"), b"new");
        assert!(link.is_symlink());
        let mode = file.metadata().expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
        symlink(folder.path().join("nothing"), &dangling).expect("a link");
        assert!(matches!(
            save(&dangling, b"new", true),
            Err(Unsaved::NoFile)
        ));
    }
}
