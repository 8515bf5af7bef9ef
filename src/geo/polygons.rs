//! Areas from features of anybody's making.

use ::geo::{MultiPolygon, Polygon};

use super::{
    algebra,
    formats::{Feature, GeodataError},
    validity::Flaw,
};

/// All polygons as one shape. Points beside them are passed over: they are where names stand.
pub fn area<'a>(
    features: impl IntoIterator<Item = &'a Feature>,
) -> Result<MultiPolygon, GeodataError> {
    let mut shapes = Vec::new();
    let mut found = None;
    for (n, Feature { geometry, .. }) in features.into_iter().enumerate() {
        if !geometry.lines.is_empty() {
            return Err(expected("lines"));
        }
        if !geometry.points.is_empty() {
            found = Some("points");
        }
        if !geometry.areas.is_empty() {
            shapes.push(valid(&geometry.areas, n + 1)?);
        }
    }
    match found {
        Some(what) if shapes.is_empty() => return Err(expected(what)),
        None if shapes.is_empty() => return Err(GeodataError::Empty("its shapes have no points")),
        _ => {}
    }
    let shape = match shapes.as_slice() {
        [one] => algebra::tidy(one),
        several => algebra::union(several)
            .map_err(|why| GeodataError::TooIntricate(format!("of its features, {why}")))?,
    };
    if shape.0.is_empty() {
        return Err(GeodataError::Empty("its polygons are too small for a map"));
    }
    Ok(shape)
}

fn expected(found: &str) -> GeodataError {
    GeodataError::Invalid(format!("expected polygons, found {found}"))
}

/// The areas of a feature, unless a line of them crosses another.
fn valid(areas: &[Polygon], number: usize) -> Result<MultiPolygon, GeodataError> {
    algebra::valid(MultiPolygon::new(areas.to_vec())).map_err(|flaw| match flaw {
        Flaw::TooIntricate(why) => {
            GeodataError::TooIntricate(format!("of feature {number}, {why}"))
        }
        flaw => GeodataError::Invalid(format!("feature {number} is invalid: {flaw}")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::formats;

    fn read(text: &str) -> Result<MultiPolygon, GeodataError> {
        let features = formats::read("a.geojson", text.into(), &|_| Ok(None), None)?;
        area(&features)
    }

    fn why(text: &str) -> String {
        read(text).expect_err("it gives no area").to_string()
    }

    fn feature(geometry: &str) -> String {
        format!(r#"{{"type":"Feature","properties":{{}},"geometry":{geometry}}}"#)
    }

    fn collection(features: &[String]) -> String {
        format!(
            r#"{{"type":"FeatureCollection","features":[{}]}}"#,
            features.join(",")
        )
    }

    const SQUARE: &str =
        r#"{"type":"Polygon","coordinates":[[[36,34],[37,34],[37,35],[36,35],[36,34]]]}"#;

    #[test]
    fn an_empty_file_is_called_empty() {
        assert_eq!(why(&collection(&[])), "it has no features");
        assert_eq!(
            why(&collection(&[feature("null")])),
            "its features have no geometry"
        );
        for coordinates in [
            r#"{"type":"Polygon","coordinates":[]}"#,
            r#"{"type":"Polygon","coordinates":[[]]}"#,
            r#"{"type":"MultiPolygon","coordinates":[]}"#,
            r#"{"type":"MultiPolygon","coordinates":[[]]}"#,
        ] {
            assert_eq!(why(coordinates), "its shapes have no points");
        }
        // What is empty beside what is not is no fault.
        let some = collection(&[feature("null"), feature(SQUARE)]);
        assert_eq!(read(&some).expect("a square").0.len(), 1);
    }

    #[test]
    fn a_point_that_is_no_longitude_and_latitude_is_found() {
        let off = SQUARE.replace("[37,35]", "[37,350.5]");
        assert_eq!(
            why(&collection(&[feature(SQUARE), feature(&off)])),
            "point 3 of feature 2 is [37, 350.5], which is no longitude and latitude"
        );
        let metres = SQUARE.replace("[36,34]", "[-4007501,3763310,12,4]");
        assert_eq!(
            why(&metres),
            "point 1 of feature 1 is [-4007501, 3763310], which is no longitude and latitude"
        );
        // A hole's points are counted on.
        let hole = SQUARE.replace("]]]", "]],[[36.2,34.2],[36.4,91],[36.4,34.4],[36.2,34.2]]]");
        assert!(why(&hole).starts_with("point 7 of feature 1 is [36.4, 91]"));
    }

    #[test]
    fn a_line_that_crosses_itself_is_no_border() {
        let bow = SQUARE.replace("[37,34],[37,35]", "[37,35],[37,34]");
        assert!(
            why(&collection(&[feature(SQUARE), feature(&bow)]))
                .starts_with("feature 2 is invalid: "),
            "{}",
            why(&bow)
        );
        let spike = r#"{"type":"Polygon","coordinates":[[[36,34],[37,34],[36,34]]]}"#;
        assert!(
            why(spike).starts_with("feature 1 is invalid: "),
            "{}",
            why(spike)
        );
    }

    #[test]
    fn a_point_of_one_number_is_no_point() {
        let text = SQUARE.replace("[37,34]", "[37]");
        assert!(read(&text).is_err(), "{text}");
    }
}
