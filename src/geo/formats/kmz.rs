//! KMZ: a zip archive with a KML file in it.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{GeodataError, extension};
use crate::limits;

/// The first KML file of an archive, which is the one that counts. What it claims to unpack to is not believed.
pub fn unpack(bytes: Vec<u8>) -> Result<Vec<u8>, GeodataError> {
    let invalid = |why: String| GeodataError::Invalid(why);
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| invalid(format!("it is no zip archive: {error}")))?;
    let index = (0..archive.len())
        .find(|&n| {
            archive
                .name_for_index(n)
                .is_some_and(|name| extension(name) == "kml")
        })
        .ok_or(GeodataError::Empty("it has no KML file in it"))?;
    let file = archive
        .by_index(index)
        .map_err(|error| invalid(format!("its KML file can't be unpacked: {error}")))?;
    let mut kml = Vec::new();
    file.take(limits::GEODATA + 1)
        .read_to_end(&mut kml)
        .map_err(|error| invalid(format!("its KML file can't be unpacked: {error}")))?;
    if kml.len() as u64 > limits::GEODATA {
        return Err(GeodataError::too_large());
    }
    Ok(kml)
}
