"""What must hold of the files as written. `python check.py` checks them again without any package but shapely."""
import json
import re
import sys
from itertools import combinations
from math import radians, sin
from pathlib import Path

import shapely
from shapely.geometry import LineString, Point, shape

GOVERNORATES = {f"SY-{code}" for code in "DI HL RD HI HM LA ID HA DY TA RA DR SU QU".split()}
SYRIA, GOLAN = 185_939, 1_150            # km²
UNIT_BYTES, ALL_BYTES = 80_000, 261_000  # the map parses these at every start
IN_GOLAN = {"Ghajar": (35.6233, 33.2709), "Snir": (35.678, 33.2419), "Had Nes": (35.6366, 32.9312),
            "Ramot": (35.6668, 32.8513), "Fiq": (35.7003, 32.7794), "Katzrin": (35.6914, 32.9919),
            "Masadah": (35.7557, 33.232)}
NOT_IN_GOLAN = {"Dan": (35.6527, 33.2399), "Kfar Szold": (35.6576, 33.1952), "Shamir": (35.6602, 33.166),
                "Lehavot HaBashan": (35.6472, 33.1408), "Hulata": (35.6094, 33.0513), "Ein Gev": (35.6389, 32.7832),
                "Tel Katzir": (35.6179, 32.7055), "Sha'ar HaGolan": (35.6039, 32.6867), "Metula": (35.5787, 33.2793)}
IN_PALESTINE = {"the Old City": (35.2342, 31.7767), "Sheikh Jarrah": (35.2305, 31.7928), "Silwan": (35.237, 31.769),
                "Beit Hanina": (35.222, 31.83), "Jabal Mukaber": (35.243, 31.756)}
NOT_IN_PALESTINE = {"Ein Karem": (35.16, 31.767), "Kiryat HaYovel": (35.175, 31.769), "Mevaseret Zion": (35.152, 31.802)}
LEFT_BANK = {"Kobani": (38.3535, 36.891), "Raqqa": (39.0079, 35.9528), "Qamishli": (41.2314, 37.0522),
             "Hajin": (40.8314, 34.6951)}
RIGHT_BANK = {"Aleppo": (37.1612, 36.2012), "Manbij": (37.955, 36.5282), "Tabqa": (38.5483, 35.8376),
              "Jarabulus": (38.011, 36.8175), "Abu Kamal": (40.9185, 34.4523), "Mayadin": (40.4515, 35.0198)}


def run(folder):
    layers = {p.stem: json.loads(p.read_text(encoding="utf-8"))["features"] for p in sorted(folder.glob("*.geojson"))}
    areas = {name: [shape(f["geometry"]) for f in features] for name, features in layers.items()}
    units = {f["id"]: shape(f["geometry"]) for f in layers["units"]}
    syria = shapely.union_all(list(units.values()))
    check_shapes(areas)
    check_units(units, syria)
    check_labels(layers["units"], units)
    check_neighbours(areas["neighbours"], areas["units"])
    check_jerusalem(layers["neighbours"])
    check_river(layers, units, syria)
    check_towns(layers["towns"], syria)
    check_sizes(folder)
    report(folder, layers, areas)


def check_shapes(areas):
    for name, shapes in areas.items():
        for s in shapes:
            must(s.is_valid and s.is_simple and not s.is_empty, f"{name}: an invalid shape near {s.centroid}")
            turned = [p for p in parts(s) if not p.exterior.is_ccw or any(i.is_ccw for i in p.interiors)]
            must(not turned, f"{name}: rings against RFC 7946's order near {s.centroid}")


def check_units(units, syria):
    must(set(units) == GOVERNORATES | {"UNDOF", "GOLAN"}, "the units are not the ones expected")
    split = [i for i, u in units.items() if u.geom_type != "Polygon" or u.interiors and i != "SY-RD"]
    must(not split, f"units in pieces or with holes: {split}")  # Rif Dimashq lies around Damascus
    must(shapely.coverage_is_valid(list(units.values())), "units do not share their borders exactly")
    overlap = max(a.intersection(b).area for a, b in combinations(units.values(), 2))
    must(overlap <= 1e-9, f"units overlap by {overlap}")
    must(syria.geom_type == "Polygon" and not syria.interiors, "the union is not one area without holes")
    golan, rest = square_km(units["GOLAN"]), square_km(syria) - square_km(units["GOLAN"])
    print(f"Syria {rest:,.0f} km², the occupied Golan {golan:,.0f} km²")
    must(abs(rest + golan - SYRIA - GOLAN) < 0.01 * (SYRIA + GOLAN), "Syria's area is off by more than 1%")
    must(abs(golan - GOLAN) < 0.1 * GOLAN, "the Golan's area is off by more than 10%")
    for name, at in {**IN_GOLAN, **NOT_IN_GOLAN}.items():
        must(units["GOLAN"].contains(Point(at)) == (name in IN_GOLAN), f"{name} is on the wrong side of the Golan's edge")


def check_labels(features, units):
    labels = {f["id"]: Point(f["properties"]["at"]) for f in features if "at" in f["properties"]}
    away = [i for i, at in labels.items() if not units[i].contains(at)]
    must(not away, f"label points outside their units: {away}")


def check_neighbours(neighbours, units):
    every = [*neighbours, *units]
    must(shapely.coverage_is_valid(every), "countries and units do not share their borders exactly")
    land = shapely.union_all(every)
    gaps = [Point(i.coords[0]).wkt for p in parts(land) for i in p.interiors]
    must(not gaps, f"gaps between the countries at {gaps}")


def check_jerusalem(neighbours):
    palestine = next(shape(f["geometry"]) for f in neighbours if f["properties"]["id"] == "PS")
    for name, at in {**IN_PALESTINE, **NOT_IN_PALESTINE}.items():
        must(palestine.contains(Point(at)) == (name in IN_PALESTINE), f"{name} is on the wrong side of the line of 1949")


def check_river(layers, units, syria):
    east = shape(layers["outlines"][0]["geometry"])
    river = next(shape(f["geometry"]) for f in layers["rivers"] if f["properties"]["name"] == "Euphrates")
    outline = {frozenset(pair) for pair in pairs(east.exterior.coords)}
    inside = [LineString(pair) for pair in pairs(river.coords) if frozenset(pair) not in outline]
    must(not any(s.intersects(syria) for s in inside), "the outline leaves the river inside Syria")
    for name, at in {**LEFT_BANK, **RIGHT_BANK}.items():
        must(east.contains(Point(at)) == (name in LEFT_BANK), f"{name} is on the wrong bank")
        print(f"{name}: {111.2 * river.distance(Point(at)):.1f} km from the Euphrates (degrees x 111.2)")
    share = {i: u.intersection(east).area / u.area for i, u in units.items()}
    print("left bank:", ", ".join(f"{i} {100 * s:.0f}%" for i, s in share.items() if s > 0))


def check_towns(features, syria):
    outside = {f["properties"]["name"] for f in features
               if (f["properties"]["country"] == "SY") != syria.contains(shape(f["geometry"]))}
    must(outside <= {"Arwad"}, f"towns across the border: {outside}")  # Arwad is an island too small to draw
    text = re.compile(r"[\u0000-\u024f\u1e00-\u1eff\u0600-\u06ff]+")
    odd = [n for f in features for n in [f["properties"]["name"], *f["properties"]["also"]] if not text.fullmatch(n)]
    must(not odd, f"names in other scripts: {odd}")


def check_sizes(folder):
    sizes = {p.stem: p.stat().st_size for p in folder.glob("*.geojson")}
    must(sizes["units"] <= UNIT_BYTES, f"units.geojson has {sizes['units']} bytes")
    must(sum(sizes.values()) <= ALL_BYTES, f"the files have {sum(sizes.values())} bytes")


def report(folder, layers, areas):
    for name in layers:
        points = sum(len(shapely.get_coordinates(s)) for s in areas[name])
        size = (folder / f"{name}.geojson").stat().st_size
        print(f"{name:<11}{len(layers[name]):>4} features {points:>6} points {size:>7} bytes")


def parts(area):
    return [p for p in getattr(area, "geoms", [area]) if p.geom_type == "Polygon"]


def pairs(coords):
    coords = list(coords)
    return zip(coords, coords[1:])


def square_km(area):
    """Lambert's equal-area cylinder on a sphere of the earth's area at this latitude: good to half a percent."""
    def flat(xy):
        return [(6371.0 * radians(x), 6371.0 * sin(radians(y))) for x, y in xy]
    return shapely.transform(area, flat).area


def must(holds, complaint):
    if not holds:
        sys.exit(f"check failed: {complaint}")


if __name__ == "__main__":
    run(Path(__file__).resolve().parent / "syria")
