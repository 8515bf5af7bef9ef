// Events: signs on the map for what happened in the days up to the date, and what is said of each.

const BLOCK = 42; // units of the map within which events share a sign

for (const event of data.events) {
  event.on = dateOf(event.date);
  event.block = event.at.map((it) => Math.floor(it / BLOCK)).join();
}

// Those that have come by the date and are let through by switches, oldest first.
function knownEvents() {
  const off = new Set([...view.off].flatMap((n) => data.switches[n].tables ?? []));
  return data.events.filter((event) => event.on.last <= view.date.last && !off.has(event.source));
}

// Those that are shown, newest first: not older than the file has it, and let through by the filter.
function recentEvents() {
  const age = (event) => view.date.last - event.on.last;
  return knownEvents()
    .filter((event) => age(event) < data.eventDays && lets(event.actors ?? []))
    .reverse();
}

function countedEvents(number) {
  const names = named([...view.actors]);
  const of = names.length ? ` with ${list(names, "or")}` : "";
  const days = data.eventDays === 1 ? "on" : `in the ${data.eventDays} days to`;
  return `Events${of} ${days} ${dateWords(view.date)}: ${number}`;
}

// ── Signs ──

const eventSigns = svg("g", { class: "events", role: "group", "aria-label": "Events" });
document.querySelector("#map .wide").before(eventSigns);
$("sign-of-events").hidden = !data.events.length;

function drawEvents() {
  const focused = eventSigns.contains(document.activeElement);
  const blocks = new Map(now.events.map((event) => [event.block, []]));
  for (const event of now.events) blocks.get(event.block).push(event);
  const reached = blocks.has(view.block) ? view.block : blocks.keys().next().value;
  const middle = (events, axis) => events.reduce((sum, it) => sum + it.at[axis], 0) / events.length;
  const signs = [...blocks].map(([block, events]) => {
    const words = `${count(events.length, "event")} near ${events[0].place}`;
    const sign = svg("text", {
      class: "sign",
      x: middle(events, 0),
      y: middle(events, 1),
      role: "button",
      tabindex: block === reached ? 0 : -1,
      "aria-label": words,
      "aria-pressed": block === view.block,
      "data-block": block,
    });
    sign.textContent = events.length > 1 ? `×${events.length}` : "×";
    sign.addEventListener("click", () => selectEvents(block));
    sign.addEventListener("focus", () => selectEvents(block));
    sign.addEventListener("pointermove", (event) => hintWords(words, event));
    sign.addEventListener("pointerleave", hideHint);
    return sign;
  });
  eventSigns.replaceChildren(...signs);
  if (focused) eventSigns.querySelector("[tabindex='0']")?.focus({ preventScroll: true });
}

function selectEvents(block) {
  if (view.block === block && view.place === null && !view.reading) return;
  Object.assign(view, { block, place: null, reading: null });
  draw();
  signOf(block)?.focus({ preventScroll: true });
}

const signOf = (block) => eventSigns.querySelector(`[data-block="${block}"]`);

eventSigns.addEventListener("keydown", (event) => {
  const signs = [...eventSigns.children];
  const from = signs.findIndex((sign) => sign.dataset.block === view.block);
  const points = signs.map((sign) => [Number(sign.getAttribute("x")), Number(sign.getAttribute("y"))]);
  if (event.key in ARROWS && from >= 0) signs[nearestPoint(points, from, ARROWS[event.key])].focus();
  else if (event.key === "Enter" || event.key === " ") $("panel").focus();
  else if (event.key === "Escape") select(null);
  else return;
  event.preventDefault();
  event.stopPropagation();
});

// ── Words ──

function eventItem(event) {
  const source = data.sources[event.source];
  return element(
    "li",
    {},
    element("p", {}, element("b", {}, `${dateWords(event.on)}, ${event.place}: `), event.words),
    element("p", { class: "quiet" }, event.by ? `${event.by}, in ` : "", sourceName(source), `, line ${event.line}`),
  );
}

const TOLD = 12; // of the events of a place

function eventList(events, most = events.length) {
  if (!events.length) return [];
  const more = events.length - most;
  return [
    heading(countedEvents(events.length)),
    element("ul", { class: "claims" }, events.slice(0, most).map(eventItem)),
    more > 0 ? element("p", { class: "quiet" }, `and ${more} earlier ones`) : null,
  ];
}

function eventsIn(place) {
  const shape = shapes[place];
  const inside = ({ at: [x, y] }) => shape.isPointInFill(new DOMPoint(x, y));
  return isRegion(place) && shape?.getAttribute("d") ? now.events.filter(inside) : [];
}

function eventsPanel(block) {
  const events = now.events.filter((event) => event.block === block);
  return [
    element("h2", {}, events.length ? `Events near ${events[0].place}` : "Events here"),
    ...eventList(events),
    events.length ? null : element("p", { class: "quiet" }, countedEvents(0)),
    element("button", { type: "button", class: "back", onclick: () => select(null) }, "All places"),
  ];
}
