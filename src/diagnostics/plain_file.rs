//! Files that are read whole, and what looks like a file and is none.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::Path,
};

/// Reads a file, a byte further than a limit at most, which tells that it is too large. Pipes, sockets, devices and
/// folders are refused before they are opened: opening a pipe waits for somebody to write to it.
pub(crate) fn read(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let kind = fs::metadata(path)?;
    if kind.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !kind.is_file() {
        return Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "it is no regular file",
        ));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
