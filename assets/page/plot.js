// Shares of the area over time: bands one on the other that change in steps, as src/export/svg/plot has them.

const HEIGHT = 120;
const STANDINGS = ["silent", "held", "parts", "contested", "disputed", "occupied"];

// ── Bands: land by how it is held and by whom; each actor with whether it is the editor's reading ──

function bandOf(regions, states) {
  const first = landClass(regions, states);
  if (!first || first.actors.length) return first;
  const alike = regions.map((region) => states[region]).filter((state) => state.how === first.how);
  const actors = unique(alike.flatMap((state) => state.actors)).sort((a, b) => a - b);
  return { ...first, actors, inferred: actors.map(() => first.inferred[0]) };
}

// By actor, what one has as a whole first; then what is not settled; silence last.
function bandOrder(a, b) {
  const several = (it) => Math.min(it.actors.length, 2);
  const unsettled = (it) => it.how === "contested" || it.how === "disputed";
  const named = (it) => it.actors.flatMap((actor, n) => [actor, Number(it.inferred[n])]);
  const lists = (a, b) => {
    const n = a.findIndex((it, n) => it !== b[n]);
    return n < 0 ? a.length - b.length : a[n] - (b[n] ?? -1);
  };
  return (
    (a.how === "silent") - (b.how === "silent") ||
    unsettled(a) - unsettled(b) ||
    several(a) - several(b) ||
    lists(named(a), named(b)) ||
    STANDINGS.indexOf(a.how) - STANDINGS.indexOf(b.how)
  );
}

function bands({ states, period }) {
  const land = tally(period, (regions) => bandOf(regions, states));
  return land.filter((it) => it.share > 0).sort(bandOrder);
}

// ── Time, from 0 to 1: a day is as wide as any other, but for long times without news, which are cut short ──

const axis = (() => {
  const stretches = stops.slice(1).map((stop, n) => stop.last - stops[n].last);
  const sorted = stretches.filter((days) => days > 0).sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1] ?? 1;
  const cut = stretches.map((days) => days > 20 * middle);
  const days = stretches.map((days, n) => (cut[n] ? 5 * middle : days));
  const scale = 0.985 / Math.max(days.reduce((sum, it) => sum + it, 0), 1);
  const at = [0];
  for (const it of days) at.push(at.at(-1) + it * scale);
  return { at: [...at, 1], cut };
})();

// Where a date lies: at a stop, or as far after it as its days are of the stretch.
function placeOfDate(date) {
  const n = stopNow(),
    [stop, next] = [stops[n], stops[n + 1]];
  const part = next ? Math.min(Math.max(date.last - stop.last, 0) / Math.max(next.last - stop.last, 1), 1) : 0;
  return axis.at[n] + part * (axis.at[n + 1] - axis.at[n]);
}

// ── Drawing ──

// Each band with its bottom and top at every stop, in parts of the whole.
function stacks(off) {
  const all = new Map();
  for (const [n, stop] of stops.entries()) {
    let below = 0;
    for (const it of bands(snapshot(stop, off))) {
      const key = JSON.stringify([it.how, it.actors, it.inferred]);
      if (!all.has(key)) all.set(key, { ...it, steps: stops.map(() => null) });
      all.get(key).steps[n] = [below, below + it.share];
      below += it.share;
    }
  }
  return [...all.values()].sort(bandOrder);
}

function outline(steps, width) {
  const y = (part) => (HEIGHT * (1 - part)).toFixed(1);
  const x = (n) => (axis.at[n] * width).toFixed(1);
  let path = "",
    from = 0;
  const end = (to) => {
    for (let n = from; n < to; n++) path += n === from ? `M${x(n)} ${y(steps[n][1])}H${x(n + 1)}` : `V${y(steps[n][1])}H${x(n + 1)}`;
    for (let n = to - 1; n >= from; n--) path += `V${y(steps[n][0])}H${x(n)}`;
    path += "z";
  };
  for (let n = 0; n <= steps.length; n++) {
    if (steps[n]) continue;
    if (n > from) end(n);
    from = n + 1;
  }
  return path;
}

let plotted = null; // the bands, and the switches that they are drawn without

function drawBands() {
  const off = [...view.off].sort().join(),
    width = $("plot").clientWidth;
  if (off !== plotted?.off) plotted = { off, stacks: stacks(now.off) };
  else if (width === plotted.width) return;
  plotted.width = width;
  $("plot").setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
  const shapes = plotted.stacks.map((band) => {
    const shape = svg("path", { d: outline(band.steps, width) });
    paint(shape, ...fillOfRegion(band.how, band.actors, (n) => band.inferred[n]));
    return shape;
  });
  const cuts = axis.cut
    .map((cut, n) => cut && `M${((axis.at[n] + axis.at[n + 1]) / 2) * width - 6} ${HEIGHT}l3-4 3 8 3-8 3 4`)
    .filter(Boolean);
  $("bands").replaceChildren(...shapes, svg("path", { class: "cut", d: cuts.join("") }));
  $("plot-cut").hidden = !cuts.length;
}

function drawPlot() {
  drawBands();
  $("plot-now").setAttribute("d", `M${(placeOfDate(view.date) * plotted.width).toFixed(1)} -4V${HEIGHT + 4}`);
}

// Drawn once it has a size, so after the map, and whenever it has another.
new ResizeObserver(drawPlot).observe($("plot"));

// The last stop that has come at a point of the plot.
function stopAt(event) {
  const box = $("plot").getBoundingClientRect();
  const x = (event.clientX - box.left) / box.width;
  return Math.max(axis.at.slice(0, -1).findLastIndex((at) => at <= x), 0);
}

$("plot").addEventListener("click", (event) => goToDate(stops[stopAt(event)]));
$("plot-first").textContent = dateWords(stops[0]);
$("plot-last").textContent = dateWords(stops.at(-1));
