// The map: its fills, and how one gets about on it.

// ── Fills: a class, or a pattern as src/export/vector/pattern.rs draws it ──

const STRIPE = 6;

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
  const step = kind === "parts" ? 2 * STRIPE : STRIPE;
  const turn = { parts: 45, between: -45 }[kind] ?? 0;
  const made = svg("pattern", {
    id,
    width: step * tints.length,
    height: STRIPE,
    patternUnits: "userSpaceOnUse",
    patternTransform: `rotate(${turn})`,
  });
  const stripe = (x, tint) => made.append(svg("rect", { class: tint, x, width: STRIPE, height: STRIPE }));
  for (const [n, tint] of tints.entries()) {
    const x = n * step;
    stripe(x, tint);
    if (tint.endsWith("-faint")) made.append(svg("circle", { class: "dot", cx: x + 3, cy: 3, r: 0.8 }));
    if (kind === "parts") stripe(x + STRIPE, "ground");
    if (kind === "between") made.append(svg("path", { class: "seam", d: `M${x} 0v${STRIPE}` }));
    if (kind === "occupied") made.append(svg("path", { class: "bare", d: "M0 1h6" }));
  }
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
  shapes[n].addEventListener("pointermove", (event) => hint(n, event));
  shapes[n].addEventListener("pointerleave", () => {
    $("tip").hidden = true;
  });
}

function hint(place, event) {
  const tip = $("tip"),
    box = $("map").getBoundingClientRect();
  tip.textContent = `${data.places[place].name}: ${stateWords(now.states[place], view.date)}`;
  tip.hidden = false;
  tip.style.left = `${Math.min(event.clientX - box.left + 12, box.width - tip.offsetWidth)}px`;
  tip.style.top = `${event.clientY - box.top + 16}px`;
}

function stands(state) {
  return !view.actors.size || state.actors.some((actor) => view.actors.has(actor));
}

let drawn = null; // the period whose areas are drawn
const homes = data.places.map((place) => place.at); // where places are labelled first

function drawAreas(period) {
  if (period === drawn || !period.paths.length) return;
  drawn = period;
  period.paths.forEach((path, n) => shapes[n].setAttribute("d", path));
  document
    .querySelector("#map .borders")
    .replaceChildren(...period.borders.map(([kind, path]) => svg("path", { class: kind, d: path })));
  onMap = data.places.map((_, n) => n).filter((n) => shapes[n]?.getAttribute("d"));
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

// The nearest place in a direction: as far to the side as ahead counts twice.
function nearest(from, [x, y]) {
  const [fromX, fromY] = data.places[from].at;
  const cost = (n) => {
    const [dx, dy] = [data.places[n].at[0] - fromX, data.places[n].at[1] - fromY];
    const ahead = dx * x + dy * y,
      aside = Math.abs(dx * y - dy * x);
    return ahead > 0 && aside <= 2 * ahead ? ahead + 2 * aside : Infinity;
  };
  const best = onMap.filter((n) => n !== from).reduce((a, b) => (cost(b) < cost(a) ? b : a), from);
  return cost(best) < Infinity ? best : from;
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
  if (view.place === place && !view.reading) return;
  view.place = place;
  view.reading = null;
  draw();
}
