// The map: its fills, and how one gets about on it.

// ── Fills: a class, or a pattern as src/export/vector/pattern.rs draws it ──

const STEP = 6; // between dots, and between thin lines
const STRIPE = 8; // the lower edge of a slanted stripe

function paint(shape, kind, tints) {
  const plain = kind === "plain" && !tints[0].endsWith("-faint");
  if (kind === "silent" || plain) {
    shape.setAttribute("class", plain ? tints[0] : "ground");
    shape.removeAttribute("fill");
    return;
  }
  const id = `${kind}-${tints.join("-")}`;
  if (!$(id)) $("patterns").append(pattern(id, kind, tints));
  shape.removeAttribute("class");
  shape.setAttribute("fill", `url(#${id})`);
}

function svg(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function pattern(id, kind, tints) {
  const slanted = kind === "parts" || kind === "between";
  const each = kind === "parts" ? 2 : 1;
  const side = slanted ? tints.length * each * STRIPE : STEP;
  const made = svg("pattern", { id, width: side, height: side, patternUnits: "userSpaceOnUse" });
  const dot = (x, y) => made.append(svg("circle", { class: "dot", cx: x, cy: y, r: 0.8 }));
  const isFaint = (tint) => tint.endsWith("-faint");
  made.append(svg("rect", { class: kind === "parts" ? "ground" : tints[0], width: side, height: side }));
  if (!slanted) {
    if (isFaint(tints[0])) dot(STEP / 2, STEP / 2);
    if (kind === "occupied") made.append(svg("path", { class: "bare", d: "M0 1h6" }));
    return made;
  }
  const over = kind === "parts" ? -side : side;
  let seams = `M${side} 0l${over} ${side}`;
  for (const [n, tint] of tints.entries()) {
    const left = n * each * STRIPE;
    // What leaves the tile on one side comes in on the other.
    for (const x of [left, left - over]) {
      if (kind === "parts" || n) made.append(svg("path", { class: tint, d: `M${x} 0h${STRIPE}l${over} ${side}h-${STRIPE}z` }));
      seams += `M${x} 0l${over} ${side}`;
    }
    for (let y = STRIPE / 4; isFaint(tint) && y < side; y += STRIPE / 2)
      dot((left + STRIPE / 2 + side + Math.sign(over) * y) % side, y);
  }
  if (kind === "between") made.append(svg("path", { class: "seam", d: seams }));
  return made;
}

// The kind of fill of a place, and the classes of its colours.
function fillOf(state) {
  if (view.lens.key !== "actors") {
    const step = stepOf(view.lens, state, view.date),
      { ramp } = view.lens;
    if (step === null) return ["silent", []];
    return step < ramp ? ["plain", [`step-${step}-${ramp}`]] : ["parts", [`step-${ramp >> 1}-${ramp}`]];
  }
  if (!isRegion(state.place)) {
    const solid = state.agreed.some((claim) => ["Operator", "Guest"].includes(claim.verb.site));
    return solid ? ["plain", [data.actors[state.agreed[0].actor].hue]] : ["hollow", []];
  }
  const faint = state.stale || state.grade === INFERRED;
  return fillOfRegion(state.how, state.actors, () => faint);
}

function fillOfRegion(how, actors, isFaint) {
  const tints = actors.map((actor, n) => data.actors[actor].hue + (isFaint(n) ? "-faint" : ""));
  const kind = { held: "plain", contested: "between", disputed: "between" }[how] ?? how;
  // Whoever else is in it is not said.
  if (kind === "between" && tints.length === 1) tints.push("ground");
  return [kind, tints];
}

// ── The map ──

const numberOf = new Map(data.places.map((place, n) => [place.id, n]));
const shapes = data.places.map((place) =>
  document.querySelector(
    `.regions [data-place="${CSS.escape(place.id)}"], .sites [data-place="${CSS.escape(place.id)}"]`,
  ),
);
let onMap = data.places.map((_, n) => n).filter((n) => shapes[n]);

for (const group of [".regions", ".sites"]) {
  const it = document.querySelector(group);
  it.setAttribute("role", "group");
  it.setAttribute("aria-label", group === ".regions" ? "Regions" : "Sites");
}
for (const n of onMap) {
  shapes[n].setAttribute("role", "button");
  shapes[n].addEventListener("click", () => select(n, true));
  shapes[n].addEventListener("focus", () => select(n));
  shapes[n].addEventListener("pointermove", (event) =>
    hintWords(`${data.places[n].name}: ${stateWords(now.states[n], view.date)}`, event),
  );
  shapes[n].addEventListener("pointerleave", hideHint);
}

function hideHint() {
  $("tip").hidden = true;
}

function hintWords(words, event) {
  const tip = $("tip"),
    box = $("map").getBoundingClientRect();
  tip.textContent = words;
  tip.hidden = false;
  tip.style.left = `${Math.min(event.clientX - box.left + 12, box.width - tip.offsetWidth)}px`;
  tip.style.top = `${event.clientY - box.top + 16}px`;
}

// Whether the filter lets through what has to do with some actors.
function lets(actors) {
  return !view.actors.size || actors.some((actor) => [...view.actors].some((group) => isOf(actor, group)));
}

const stands = (state) => lets(state.actors);

let drawn = null; // the period whose areas are drawn
const homes = data.places.map((place) => place.at); // where places are labelled first

// Labels a region that has land for the first time, in the middle of it, where it has room for its name.
function nameNewRegions(period) {
  for (const [group, size, left] of [
    [".wide .labels", 6.5, 0],
    [".small .labels", 14, smallLeft],
  ]) {
    const labels = document.querySelector(group);
    for (const n of onMap.filter(isRegion)) {
      const { id, name } = data.places[n];
      const room = shapes[n].getBBox().width;
      if (labels.querySelector(`.name[data-place="${CSS.escape(id)}"]`) || room < name.length * size) continue;
      homes[n] = period.at[n];
      const label = (kind, down, words) => {
        const text = svg("text", { class: kind, "data-place": id, x: homes[n][0] - left, y: homes[n][1] + down, "text-anchor": "middle" });
        text.textContent = words;
        labels.append(text);
      };
      label("name", 0, name.toUpperCase());
      label("holder", 2 * size, "");
    }
  }
}

const smallLeft = Number(/[\d.]+/.exec(document.querySelector(".small").getAttribute("transform"))?.[0] ?? 0);

function drawAreas(period) {
  if (period === drawn || !period.paths.length) return;
  drawn = period;
  period.paths.forEach((path, n) => shapes[n].setAttribute("d", path));
  document
    .querySelector("#map .borders")
    .replaceChildren(
      ...period.borders.map(([kind, path]) => {
        const clip = kind === "country" ? {} : { "clip-path": "url(#country)" };
        return svg("path", { class: kind, ...clip, d: path });
      }),
    );
  onMap = data.places.map((_, n) => n).filter((n) => shapes[n]?.getAttribute("d"));
  nameNewRegions(period);
  for (const text of document.querySelectorAll(".labels [data-place]")) {
    const n = numberOf.get(text.dataset.place);
    text.classList.toggle("gone", !onMap.includes(n));
    // A region's name goes where the region goes.
    if (isRegion(n) && onMap.includes(n)) {
      const [dx, dy] = [0, 1].map((axis) => period.at[n][axis] - homes[n][axis]);
      text.setAttribute("transform", `translate(${dx} ${dy})`);
    }
  }
  period.at.forEach((at, n) => {
    data.places[n].at = at;
  });
}

function drawMap() {
  drawAreas(now.period);
  const reached = onMap.includes(view.place) ? view.place : onMap[0];
  for (const n of onMap) {
    const shape = shapes[n],
      state = now.states[n],
      [kind, tints] = fillOf(state);
    if (kind === "hollow") shape.setAttribute("class", "hollow");
    else paint(shape, kind, tints);
    shape.classList.toggle("dim", !stands(state));
    shape.setAttribute("aria-label", `${data.places[n].name}: ${stateWords(state, view.date)}`);
    shape.setAttribute("aria-pressed", String(view.place === n));
    shape.setAttribute("tabindex", n === reached ? "0" : "-1");
  }
  for (const text of document.querySelectorAll("text.holder")) {
    const state = now.states[numberOf.get(text.dataset.place)],
      step = stepOf(view.lens, state, view.date);
    text.textContent = view.lens.key === "actors" || step === null ? briefWords(state) : view.lens.steps[step][1];
  }
}

// A narrow screen has no room for what lies beside the country.
const narrow = matchMedia("(max-width: 52rem)");
const signs = [...document.querySelectorAll(".sites path, .halos path")].map((it) => [it, it.getAttribute("transform")]);
const fit = () => {
  document
    .querySelector("#map svg")
    .setAttribute("preserveAspectRatio", narrow.matches ? "xMidYMid slice" : "xMidYMid meet");
  // Large enough for a finger.
  for (const [sign, at] of signs) sign.setAttribute("transform", narrow.matches ? `${at} scale(2)` : at);
};
narrow.addEventListener("change", fit);
fit();

// The nearest of some points in a direction from one of them: as far to the side as ahead counts twice.
function nearestPoint(points, from, [x, y]) {
  const [fromX, fromY] = points[from];
  const cost = (n) => {
    const [dx, dy] = [points[n][0] - fromX, points[n][1] - fromY];
    const ahead = dx * x + dy * y,
      aside = Math.abs(dx * y - dy * x);
    return ahead > 0 && aside <= 2 * ahead ? ahead + 2 * aside : Infinity;
  };
  const best = points.map((_, n) => n).reduce((a, b) => (cost(b) < cost(a) ? b : a), from);
  return cost(best) < Infinity ? best : from;
}

function nearest(from, way) {
  const points = onMap.map((n) => data.places[n].at);
  return onMap[nearestPoint(points, onMap.indexOf(from), way)];
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

document.querySelector("#map svg").addEventListener("keydown", (event) => {
  const from = onMap.includes(view.place) ? view.place : onMap[0];
  const place =
    event.key in ARROWS
      ? nearest(from, ARROWS[event.key])
      : event.key === "Home"
        ? onMap[0]
        : event.key === "End"
          ? onMap.at(-1)
          : null;
  if (event.key === "Enter" || event.key === " ") $("panel").focus();
  else if (event.key === "Escape") select(null);
  else if (place !== null) shapes[place].focus();
  else return;
  event.preventDefault();
});

function select(place, focus = false) {
  if (focus && place !== null) shapes[place].focus({ preventScroll: true });
  if (view.place === place && view.block === null && !view.reading) return;
  Object.assign(view, { place, block: null, reading: null });
  draw();
}
