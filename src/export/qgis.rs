//! A QGIS layer style for the regions of the GeoJSON.

use super::{ExportError, Exported, Exporter};

/// The style: a pattern a state, in the colours that the GeoJSON has for its places. It is the same for every map.
#[derive(Clone, Copy, Debug)]
pub struct QgisStyle;

const STYLE: &str = include_str!("../../assets/regions.qml");

impl Exporter for QgisStyle {
    fn name(&self) -> &'static str {
        "qgis-style"
    }

    fn about(&self) -> &'static str {
        "A QGIS style for the regions of the GeoJSON, the same for every map"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["qml"]
    }

    fn media_type(&self) -> &'static str {
        "application/xml"
    }

    fn export(&self, _: &Exported) -> Result<Vec<u8>, ExportError> {
        Ok(STYLE.into())
    }
}
