// The page: what is shown follows from `view` alone, and everything that is done changes `view` and draws again.

const $ = (id) => document.getElementById(id);
const stops = data.dates.map(dateOf);
const view = {
  date: dateOf(data.shown), off: new Set(), lens: data.lenses[0], place: null, actors: new Set(),
  reading: null, // { source, claim }: the held text that the panel shows instead, and the claim that is lit in it
};
data.switches.forEach((it, n) => it.off && view.off.add(n));
const shown = view.date;
let now = null; // the snapshot that is drawn

// An element with attributes, handlers and children; text is never markup.
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

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
    id, width: step * tints.length, height: STRIPE, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${turn})`,
  });
  const stripe = (x, tint) => made.append(svg("rect", { class: tint, x, width: STRIPE, height: STRIPE }));
  for (const [n, tint] of tints.entries()) {
    const x = n * step;
    stripe(x, tint);
    if (tint.endsWith("-faint")) made.append(svg("circle", { class: "dot", cx: x + 3, cy: 3, r: .8 }));
    if (kind === "parts") stripe(x + STRIPE, "ground");
    if (kind === "between") made.append(svg("path", { class: "seam", d: `M${x} 0v${STRIPE}` }));
    if (kind === "occupied") made.append(svg("path", { class: "bare", d: "M0 1h6" }));
  }
  return made;
}

// The kind of fill of a place, and the classes of its colours.
function fillOf(state) {
  if (view.lens.key !== "actors") {
    const step = stepOf(view.lens, state, view.date), { ramp } = view.lens;
    if (step === null) return ["silent", []];
    return step < ramp ? ["plain", [`step-${step}-${ramp}`]] : ["parts", [`step-${ramp >> 1}-${ramp}`]];
  }
  if (!isRegion(state.place)) {
    const solid = state.agreed.some((claim) => ["Operator", "Guest"].includes(claim.verb.site));
    return solid ? ["plain", [data.actors[state.agreed[0].actor].hue]] : ["hollow", []];
  }
  const faint = state.stale || state.grade === INFERRED ? "-faint" : "";
  const tints = state.actors.map((actor) => data.actors[actor].hue + faint);
  const kind = { held: "plain", contested: "between", disputed: "between" }[state.how] ?? state.how;
  return [kind, tints];
}

// ── The map ──

const numberOf = new Map(data.places.map((place, n) => [place.id, n]));
const shapes = data.places.map((place) => document.querySelector(`.regions [data-place="${CSS.escape(place.id)}"], .sites [data-place="${CSS.escape(place.id)}"]`));
const onMap = data.places.map((_, n) => n).filter((n) => shapes[n]);

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
  shapes[n].addEventListener("pointerleave", () => { $("tip").hidden = true; });
}

function hint(place, event) {
  const tip = $("tip"), box = $("map").getBoundingClientRect();
  tip.textContent = `${data.places[place].name}: ${stateWords(now.states[place], view.date)}`;
  tip.hidden = false;
  tip.style.left = `${Math.min(event.clientX - box.left + 12, box.width - tip.offsetWidth)}px`;
  tip.style.top = `${event.clientY - box.top + 16}px`;
}

function stands(state) {
  return !view.actors.size || state.actors.some((actor) => view.actors.has(actor));
}

function drawMap() {
  for (const n of onMap) {
    const shape = shapes[n], state = now.states[n], [kind, tints] = fillOf(state);
    if (kind === "hollow") shape.setAttribute("class", "hollow");
    else paint(shape, kind, tints);
    shape.classList.toggle("dim", !stands(state));
    shape.setAttribute("aria-label", `${data.places[n].name}: ${stateWords(state, view.date)}`);
    shape.setAttribute("aria-pressed", String(view.place === n));
    shape.setAttribute("tabindex", n === (view.place ?? onMap[0]) ? "0" : "-1");
  }
  for (const text of document.querySelectorAll("text.holder")) {
    const state = now.states[numberOf.get(text.dataset.place)], step = stepOf(view.lens, state, view.date);
    text.textContent = view.lens.key === "actors" || step === null ? briefWords(state) : view.lens.steps[step][1];
  }
}

// A narrow screen has no room for what lies beside the country.
const narrow = matchMedia("(max-width: 52rem)");
const fit = () => document.querySelector("#map svg").setAttribute("preserveAspectRatio", narrow.matches ? "xMidYMid slice" : "xMidYMid meet");
narrow.addEventListener("change", fit);
fit();

// The nearest place in a direction: as far to the side as ahead counts twice.
function nearest(from, [x, y]) {
  const [fromX, fromY] = data.places[from].at;
  const cost = (n) => {
    const [dx, dy] = [data.places[n].at[0] - fromX, data.places[n].at[1] - fromY];
    const ahead = dx * x + dy * y, aside = Math.abs(dx * y - dy * x);
    return ahead > 0 && aside <= 2 * ahead ? ahead + 2 * aside : Infinity;
  };
  const best = onMap.filter((n) => n !== from).reduce((a, b) => cost(b) < cost(a) ? b : a, from);
  return cost(best) < Infinity ? best : from;
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

document.querySelector("#map svg").addEventListener("keydown", (event) => {
  const from = view.place ?? onMap[0];
  const place = event.key in ARROWS ? nearest(from, ARROWS[event.key])
    : event.key === "Home" ? onMap[0] : event.key === "End" ? onMap.at(-1) : null;
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

// ── The panel ──

const heading = (text) => element("h3", {}, text);

function marks(actors) {
  return actors.map((actor) => element("span", { class: "mark" }, element("span", { class: `chip ${data.actors[actor].hue}` }, data.actors[actor].letter)));
}

function sourceLine(claim) {
  const source = data.sources[claim.source];
  if (!source) return "no source";
  const name = [source.name, source.publisher].filter(Boolean).join(", ");
  return [
    source.url ? element("a", { href: source.url, rel: "noreferrer", target: "_blank" }, name) : name,
    claim.paragraph ? `, ${claim.paragraph}` : "",
  ];
}

function datedWords(claim) {
  return claim.when ? dateWords(claim.stated) : claim.stated ? `published ${dateWords(claim.stated)}` : "undated";
}

// A claim: what it says, its words, where they are from, and what they came to.
function claimItem({ claim, verdict, by }) {
  const cause = by && [data.sources[by.source]?.name ?? "the editor’s reading", by.stated && dateWords(by.stated)].filter(Boolean).join(", ");
  const came = { superseded: `said anew or contradicted later: ${cause}`, narrowed: `narrowed to parts by: ${cause}`, within: "agrees, and says less", off: "switched off", unproved: "counts for nothing" }[verdict];
  const words = claim.quote ? claim.quote.map(([text, quoted]) => quoted ? element("mark", {}, text) : text) : claim.summary;
  const held = claim.source !== undefined && data.sources[claim.source].text;
  return element("li", { class: verdict },
    claim.told ? element("p", { class: "told" }, claim.told) : null,
    words ? element(claim.quote ? "blockquote" : "p", { class: "words" }, words) : null,
    claim.because ? element("p", { class: "because" }, element("b", {}, "Our reading: "), claim.because) : null,
    element("p", { class: "quiet" }, sourceLine(claim), ` · ${datedWords(claim)} · ${claim.founding}`, claim.grading ? ` · ${claim.grading}` : ""),
    came ? element("p", { class: "quiet" }, came) : null,
    held && claim.quote ? element("button", { type: "button", class: "read", onclick: () => read(claim.source, claim) }, "Read it in the text") : null);
}

function claimList(title, items) {
  return items.length ? [heading(title), element("ul", { class: "claims" }, items.map(claimItem))] : [];
}

function placePanel(place) {
  const spot = data.places[place], state = now.states[place], verdicts = (...wanted) => state.items.filter((item) => wanted.includes(item.verdict));
  const deciding = state.items.filter(decides).sort((a, b) => a.claim.grade - b.claim.grade || b.claim.by.last - a.claim.by.last);
  const later = verdicts("later").length;
  return [
    element("h2", {}, spot.name),
    element("p", { class: "state" }, stateWords(state, view.date), marks(state.actors)),
    element("p", { class: "quiet" }, gradeWords(state, view.date)),
    ...claimList("Who says so", deciding),
    ...claimList("Not found in the text", verdicts("unproved")),
    ...claimList("Switched off", verdicts("off")),
    ...claimList("Also said of it", verdicts("within", "bears")),
    ...claimList("Said before", verdicts("superseded")),
    later ? element("p", { class: "quiet" }, `${count(later, "claim")} from after ${dateWords(view.date)} not shown`) : null,
    heading("The place"),
    element("dl", {}, [...spot.facts, ...(spot.also ? [["also", spot.also.join(", ")]] : [])].map(([label, value]) => [element("dt", {}, label), element("dd", {}, value)])),
    spot.note ? element("p", {}, spot.note) : null,
    element("button", { type: "button", class: "back", onclick: () => select(null) }, "All places"),
  ];
}

// Every place that is searched for, with who has it.
function listPanel() {
  const wanted = $("search").value.trim().toLowerCase();
  const names = (place) => [place.name, place.id, ...(place.also ?? [])].join("\n").toLowerCase();
  const found = data.places.map((_, n) => n).filter((n) => names(data.places[n]).includes(wanted) && stands(now.states[n]));
  const row = (n) => element("li", {}, element("button", { type: "button", onclick: () => { select(n); $("panel").focus({ preventScroll: true }); } },
    element("b", {}, data.places[n].name), " ", element("span", {}, stateWords(now.states[n], view.date)), marks(now.states[n].actors)));
  const held = data.sources.map((_, n) => n).filter((n) => data.sources[n].text);
  const about = weigh("map", null, view.date, now.off).filter((item) => item.verdict === "bears");
  return [
    element("h2", {}, wanted ? `Places with “${wanted}”` : "Places"),
    found.length ? element("ul", { class: "places" }, found.map(row)) : element("p", {}, "There is no such place."),
    ...(wanted ? [] : [
      held.length ? heading("Texts") : null,
      ...held.map((n) => element("p", {}, element("button", { type: "button", class: "read", onclick: () => read(n, null) }, `Read “${data.sources[n].name}”`))),
      ...claimList("Said of the whole map", about),
    ]),
  ];
}

// ── The reader: a held text with its passages ──

function read(source, claim) {
  view.reading = { source, claim };
  draw();
  const lit = document.querySelector("#panel .lit");
  (lit ?? $("panel")).focus();
  lit?.scrollIntoView({ block: "center" });
}

const placeOf = (claim) => claim.about.find((about) => typeof about === "number");

// Of the claims that quote a passage goes to the one that names a place and quotes the fewest words.
function goTo(claims, source) {
  const length = (claim) => claim.quote.reduce((sum, [text, quoted]) => sum + (quoted ? text.length : 0), 0);
  const [claim] = claims.toSorted((a, b) => (placeOf(a) === undefined) - (placeOf(b) === undefined) || length(a) - length(b));
  view.place = placeOf(claim) ?? view.place;
  read(source, claim);
}

function readerPanel({ source, claim }) {
  const text = data.sources[source], known = (id) => isKnown(data.claims[id], view.date);
  const run = ([words, ids]) => {
    const claims = ids.filter(known).map((id) => data.claims[id]);
    if (!claims.length) return words;
    const lit = claims.includes(claim);
    // A real button would not break across lines.
    const go = () => goTo(claims, source);
    const press = (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); go(); } };
    return element("span", { role: "button", tabindex: 0, class: lit ? "passage lit" : "passage", "aria-pressed": String(lit), onclick: go, onkeydown: press }, words);
  };
  const about = claim ? claim.about.map((it) => typeof it === "number" ? data.places[it].name : typeof it === "object" ? data.actors[it.actor].name : "the whole map") : [];
  return [
    element("h2", {}, text.name),
    element("p", { class: "quiet" }, [text.publisher, text.published && `published ${dateWords(dateOf(text.published))}`, text.note].filter(Boolean).join(" · ")),
    claim ? element("p", { role: "status" }, element("b", {}, list(about)), claim.told ? `: ${claim.told}` : "") : element("p", { class: "quiet" }, "Choose a passage to see what it is about."),
    ...text.text.map(([name, runs]) => element("p", { class: name === "heading" ? "text front" : "text" }, name === "heading" ? null : element("span", { class: "quiet" }, `${name} `), runs.map(run))),
    element("button", { type: "button", class: "back", onclick: () => { view.reading = null; draw(); $("panel").focus(); } }, view.place === null ? "All places" : `Back to ${data.places[view.place].name}`),
  ];
}

// ── Legend, lenses, switches ──

function chip(row) {
  if (row.actor !== undefined) return element("span", { class: `chip ${data.actors[row.actor].hue}` }, data.actors[row.actor].letter);
  if (row.step !== undefined) {
    const { ramp } = view.lens;
    return element("span", { class: `chip step-${row.step < ramp ? row.step : ramp >> 1}-${ramp}` }, row.letter);
  }
  return element("span", { class: "chip ground" });
}

function drawKey() {
  const actors = view.lens.key === "actors";
  $("filter-hint").hidden = !actors;
  $("shares").replaceChildren(...(actors ? shares(now) : stepShares(view.lens, now)).map((row) => {
    const words = [chip(row), element("span", {}, `${row.name}: ${row.words}`)];
    if (row.actor === undefined) return element("li", {}, words);
    return element("li", {}, element("button", { type: "button", "aria-pressed": String(view.actors.has(row.actor)), "data-actor": row.actor, onclick: () => toggle(row.actor) }, words));
  }));
  $("alarm").textContent = view.off.size ? `without ${list([...view.off].map((n) => data.switches[n].name))}: the map shows what is left` : "";
  $("all").disabled = !view.off.size;
  for (const box of document.querySelectorAll("#switches input")) box.checked = !view.off.has(Number(box.value));
}

function toggle(actor) {
  view.actors.has(actor) ? view.actors.delete(actor) : view.actors.add(actor);
  draw();
  document.querySelector(`[data-actor="${actor}"]`)?.focus();
}

$("lenses").append(...data.lenses.map((lens, n) => element("label", {},
  element("input", { type: "radio", name: "lens", value: n, checked: n === 0, onchange: () => { view.lens = lens; draw(); } }), ` ${lens.plain}`)));

for (const [kind, title] of [["grade", "Grades"], ["origin", "Origins"], ["source", "Sources"]]) {
  const rows = data.switches.map((it, n) => [it, n]).filter(([it]) => it.kind === kind);
  if (!rows.length) continue;
  $("switches").append(element("fieldset", {}, element("legend", {}, title), rows.map(([it, n]) => element("label", {},
    element("input", { type: "checkbox", value: n, onchange: (event) => { event.target.checked ? view.off.delete(n) : view.off.add(n); draw(); } }),
    ` ${it.name} (${count(it.claims.length, "claim")})`))));
}

$("all").addEventListener("click", () => { view.off.clear(); draw(); $("switchboard").querySelector("summary").focus(); });
$("search").addEventListener("input", () => { view.place = null; view.reading = null; draw(); });
$("search").addEventListener("keydown", (event) => { if (event.key === "Enter") document.querySelector(".places button")?.focus(); });

// ── Time ──

$("dates").max = stops.length - 1;

// The last date of the timeline that has come by the one that is shown.
function stopNow() {
  return Math.max(stops.findLastIndex((stop) => stop.last < view.date.last || stop.last === view.date.last && stop.first <= view.date.first), 0);
}

function goToDate(date) {
  view.date = date;
  draw();
}

function step(by) {
  const to = stopNow() + by;
  if (stops[to]) goToDate(stops[to]);
}

$("dates").addEventListener("input", (event) => goToDate(stops[event.target.value]));
$("before").addEventListener("click", () => step(view.date.iso === stops[stopNow()].iso ? -1 : 0));
$("after").addEventListener("click", () => step(1));

let timer = null;

function play(on) {
  clearInterval(timer);
  timer = null;
  if (on) {
    if (stopNow() === stops.length - 1) goToDate(stops[0]);
    timer = setInterval(() => stopNow() < stops.length - 1 ? step(1) : play(false), 900);
  }
  $("play").textContent = on ? "Pause" : "Play";
  $("play").setAttribute("aria-pressed", String(on));
}

$("play").addEventListener("click", () => play(!timer));

// The address names the date and the place: #2026-02-21 or #2026-02-21/northeast.
function readAddress() {
  const [iso, id] = decodeURIComponent(location.hash.slice(1)).split("/");
  const date = dateOf(iso);
  if (date) view.date = date;
  else if (!iso) view.date = shown;
  view.place = numberOf.get(id) ?? (id === undefined ? view.place : null);
}

function writeAddress() {
  const place = view.place === null ? "" : `/${encodeURIComponent(data.places[view.place].id)}`;
  const address = view.date.iso === shown.iso && !place ? "" : `#${view.date.iso}${place}`;
  if (location.hash !== address) history.replaceState(null, "", address || location.pathname + location.search);
}

addEventListener("hashchange", () => { readAddress(); draw(); });

// ── Light and dark ──

$("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});

// On paper nothing can be opened.
addEventListener("beforeprint", () => { $("signs").open = true; });

function draw() {
  now = snapshot(view.date, switchedOff([...view.off]));
  const words = dateWords(view.date);
  $("asof").textContent = `as of ${words} · ${count(data.regions, "region")} · ${count(data.places.length - data.regions, "site")} · ${count(data.sources.length, "source")}`;
  $("date").textContent = words;
  $("dates").value = stopNow();
  $("dates").setAttribute("aria-valuetext", words);
  $("before").disabled = stopNow() === 0;
  $("after").disabled = stopNow() === stops.length - 1;
  drawMap();
  drawKey();
  const panel = view.reading ? readerPanel(view.reading) : view.place === null ? listPanel() : placePanel(view.place);
  $("panel").replaceChildren(...panel.flat().filter(Boolean));
  writeAddress();
}

readAddress();
draw();
