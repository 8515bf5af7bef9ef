//! Checks that the coordinates of a file are longitudes and latitudes of WGS 84, by what it says itself.

use serde_json::Value;

use super::error::GeodataError;

/// Refuses the projection of a `.prj` file, or of what GeoJSON calls its `crs`, unless it is WGS 84.
pub fn check_wkt(text: &str) -> Result<(), GeodataError> {
    let letters = letters(text);
    let is_geographic = ["GEOGCS", "GEOGCRS", "GEODCRS"]
        .iter()
        .any(|start| letters.starts_with(start));
    if is_geographic && is_wgs84(&letters) {
        return Ok(());
    }
    let name = text.split('"').nth(1).unwrap_or(text).trim();
    Err(projected(name))
}

/// The same for a name such as `urn:ogc:def:crs:OGC:1.3:CRS84` or `EPSG:4326`.
pub fn check_name(name: &str) -> Result<(), GeodataError> {
    let letters = letters(name);
    if is_wgs84(&letters) || letters.ends_with("CRS84") || letters.ends_with("4326") {
        Ok(())
    } else {
        Err(projected(name))
    }
}

/// The same for the `crs` of earlier versions of GeoJSON, which names a projection, or links to one.
pub fn check_crs(crs: Option<&Value>) -> Result<(), GeodataError> {
    let Some(crs) = crs.filter(|crs| !crs.is_null()) else {
        return Ok(());
    };
    let name = crs.pointer("/properties/name").and_then(Value::as_str);
    let code = crs
        .pointer("/properties/code")
        .map(|code| format!("EPSG:{code}"));
    match name.map(str::to_owned).or(code) {
        Some(name) => check_name(&name),
        None => Err(projected(&crs.to_string())),
    }
}

fn letters(text: &str) -> String {
    let kept = text.chars().filter(char::is_ascii_alphanumeric);
    kept.map(|char| char.to_ascii_uppercase()).collect()
}

fn is_wgs84(letters: &str) -> bool {
    ["WGS1984", "WGS84"]
        .iter()
        .any(|name| letters.contains(name))
}

fn projected(name: &str) -> GeodataError {
    GeodataError::Projected(name.chars().take(80).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_degrees_of_wgs_84_are_taken() {
        let degrees = r#"GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]"#;
        assert_eq!(check_wkt(degrees), Ok(()));
        let metres = format!(r#"PROJCS["WGS_1984_UTM_Zone_37N",{degrees}]"#);
        assert_eq!(
            check_wkt(&metres).map_err(|error| error.to_string()),
            Err("its coordinates are in “WGS_1984_UTM_Zone_37N”".to_owned())
        );
        assert!(check_wkt(r#"GEOGCS["GCS_Deir_ez_Zor",DATUM["D_Deir_ez_Zor"]]"#).is_err());
        for name in [
            "urn:ogc:def:crs:OGC:1.3:CRS84",
            "EPSG:4326",
            "urn:ogc:def:crs:EPSG::4326",
        ] {
            assert_eq!(check_name(name), Ok(()), "{name}");
        }
        assert!(check_name("urn:ogc:def:crs:EPSG::3857").is_err());
    }
}
