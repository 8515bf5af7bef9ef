// The rest of the page: legend, switches, dates, address; and `draw`, which brings all of it up to date.

// ── Legend, lenses, switches ──

function chip(row) {
  if (row.actor !== undefined)
    return element("span", { class: `chip ${data.actors[row.actor].hue}` }, data.actors[row.actor].letter);
  if (row.step !== undefined) {
    const { ramp } = view.lens;
    return element("span", { class: `chip step-${row.step < ramp ? row.step : ramp >> 1}-${ramp}` }, row.letter);
  }
  return element("span", { class: row.name === "silent" ? "chip ground" : "chip unsettled" });
}

function drawKey() {
  const actors = view.lens.key === "actors";
  $("filter-hint").hidden = !actors;
  $("shares").replaceChildren(
    ...(actors ? shares(now) : stepShares(view.lens, now)).map((row) => {
      const words = [chip(row), element("span", {}, `${row.name}: ${row.words}`)];
      if (row.actor === undefined) return element("li", {}, words);
      return element(
        "li",
        {},
        element(
          "button",
          {
            type: "button",
            "aria-pressed": String(view.actors.has(row.actor)),
            "data-actor": row.actor,
            class: row.group ? "group" : null,
            onclick: () => toggle(row.actor, row.group),
          },
          words,
        ),
      );
    }),
  );
  const without = view.off.size
    ? [`without ${list([...view.off].map((n) => data.switches[n].name))}: the map shows what is left`]
    : [];
  $("alarm").textContent = [...without, ...(now.period.unread ?? [])].join("; ");
  $("all").disabled = !view.off.size;
  for (const box of document.querySelectorAll("#switches input")) box.checked = !view.off.has(Number(box.value));
}

function toggle(actor, group) {
  view.actors.has(actor) ? view.actors.delete(actor) : view.actors.add(actor);
  draw();
  document.querySelector(`[data-actor="${actor}"]${group ? ".group" : ":not(.group)"}`)?.focus();
}

$("lenses").append(
  ...data.lenses.map((lens, n) =>
    element(
      "label",
      {},
      element("input", {
        type: "radio",
        name: "lens",
        value: n,
        checked: n === data.lens,
        onchange: () => {
          view.lens = lens;
          draw();
        },
      }),
      ` ${lens.plain}`,
    ),
  ),
);

for (const [kind, title] of [
  ["grade", "Grades"],
  ["origin", "Origins"],
  ["source", "Sources"],
]) {
  const rows = data.switches.map((it, n) => [it, n]).filter(([it]) => it.kind === kind);
  if (!rows.length) continue;
  $("switches").append(
    element(
      "fieldset",
      {},
      element("legend", {}, title),
      rows.map(([it, n]) =>
        element(
          "label",
          {},
          element("input", {
            type: "checkbox",
            value: n,
            onchange: (event) => {
              event.target.checked ? view.off.delete(n) : view.off.add(n);
              draw();
            },
          }),
          ` ${it.name} (${count(it.claims.length, "claim")})`,
        ),
      ),
    ),
  );
}

$("all").addEventListener("click", () => {
  view.off.clear();
  draw();
  $("switchboard").querySelector("summary").focus();
});
$("search").addEventListener("input", () => {
  Object.assign(view, { place: null, block: null, reading: null });
  draw();
});
$("search").addEventListener("keydown", (event) => {
  if (event.key === "Enter") document.querySelector(".places button")?.focus();
});

// ── Time ──

$("dates").max = stops.length - 1;

// The last date of the timeline that has come by the one that is shown.
function stopNow() {
  return Math.max(
    stops.findLastIndex(
      (stop) => stop.last < view.date.last || (stop.last === view.date.last && stop.first <= view.date.first),
    ),
    0,
  );
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
    timer = setInterval(() => (stopNow() < stops.length - 1 ? step(1) : play(false)), 900);
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

addEventListener("hashchange", () => {
  readAddress();
  draw();
});

// ── Light and dark ──

$("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});

// On paper nothing can be opened.
addEventListener("beforeprint", () => {
  $("signs").open = true;
});

// The sources of the claims and events known by the date, without what is switched off.
function sourcesNow() {
  const claims = data.claims.filter((claim) => isKnown(claim, view.date) && !now.off.has(claim.id));
  const all = [...claims, ...knownEvents()].map((said) => said.source);
  return new Set(all.filter((source) => source !== undefined));
}

function draw() {
  now = snapshot(view.date, switchedOff([...view.off]));
  now.events = recentEvents();
  const words = dateWords(view.date);
  $("asof").textContent =
    `as of ${words} · ${count(data.regions, "region")} · ${count(data.places.length - data.regions, "site")} · ${count(sourcesNow().size, "source")}`;
  $("date").textContent = words;
  $("dates").value = stopNow();
  $("dates").setAttribute("aria-valuetext", words);
  $("before").disabled = stopNow() === 0;
  $("after").disabled = stopNow() === stops.length - 1;
  drawMap();
  drawEvents();
  drawKey();
  if (plotted) drawPlot();
  const panel = view.reading
    ? readerPanel(view.reading)
    : view.place !== null
      ? placePanel(view.place)
      : view.block !== null
        ? eventsPanel(view.block)
        : listPanel();
  $("panel").replaceChildren(...panel.flat().filter(Boolean));
  writeAddress();
}

readAddress();
draw();
