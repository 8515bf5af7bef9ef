"""Rivers out of Natural Earth's loose pieces: one line a river, source to mouth, and the land on one side of one."""
import heapq
from math import dist

import shapely
from shapely.geometry import LineString, Polygon
from shapely.ops import linemerge

import names

BRIDGE = 0.02    # degrees: pieces of one river that end this near each other are joined
DETAIL = 0.0015  # degrees: how far a simplified line may stray near Syria
ROUGH = 0.008    # and elsewhere


def build(pieces, frame, near, grid):
    lines = {}
    for name, (pieces_of, _) in names.RIVERS.items():
        parts = [shapely.set_precision(g, grid) for n, g in pieces if n in pieces_of]
        trunk = longest(LineString(path(parts)).intersection(frame))
        lines[name] = shapely.set_precision(thinned(trunk, near), grid)
    return lines


def thinned(line, near):
    inside, outside = line.intersection(near), line.difference(near)
    kept = [g.simplify(DETAIL) for g in lines_of(inside)] + [g.simplify(ROUGH) for g in lines_of(outside)]
    merged = linemerge(kept) if len(kept) > 1 else kept[0]
    return merged if merged.coords[0] == line.coords[0] else merged.reverse()


def path(parts):
    """The way from a river's head to its mouth: the two ends of it that lie farthest apart along the line."""
    graph = network([list(line.coords) for g in parts for line in lines_of(g)])
    head = farthest(graph, min(graph))[-1]
    way = farthest(graph, head)
    return way if way[0][1] >= way[-1][1] else way[::-1]


def network(lines):
    graph = {}

    def join(a, b):
        graph.setdefault(a, {})[b] = graph.setdefault(b, {})[a] = dist(a, b)

    for line in lines:
        for a, b in zip(line, line[1:]):
            join(a, b)
    for i, line in enumerate(lines):
        others = sorted({p for j, other in enumerate(lines) if j != i for p in other})
        for end in {line[0], line[-1]}:
            nearest = min(others, key=lambda p: dist(p, end), default=end)
            if 0 < dist(nearest, end) < BRIDGE:
                join(end, nearest)
    return graph


def farthest(graph, start):
    """Dijkstra: the shortest way from `start` to the point that is farthest from it."""
    length, before, queue = {start: 0.0}, {}, [(0.0, start)]
    while queue:
        so_far, here = heapq.heappop(queue)
        if so_far > length[here]:
            continue
        for there, step in sorted(graph[here].items()):
            if so_far + step < length.get(there, float("inf")):
                length[there], before[there] = so_far + step, here
                heapq.heappush(queue, (so_far + step, there))
    way = [max(length, key=lambda p: (length[p], p))]
    while way[-1] in before:
        way.append(before[way[-1]])
    return way[::-1]


def longest(lines):
    return max(lines_of(lines), key=lambda g: g.length)


def lines_of(geometry):
    return [g for g in getattr(geometry, "geoms", [geometry]) if g.geom_type == "LineString" and not g.is_empty]


def east_of(river, frame):
    """Everything in the frame east of a river that runs from north to south: vertex by vertex along the river, then
    straight from its source to the frame's northern edge and from its mouth to the southern one."""
    west, south, east, north = frame.bounds
    line = list(river.coords)
    return Polygon([(line[0][0], north), *line, (line[-1][0], south), (east, south), (east, north)])
