"use strict";
// The rule from claims to a state at a date, as src/atlas/rule.rs has it, over the table of verbs that the program
// exports. tests/page compares what it finds with the program's own.

const data = JSON.parse(document.getElementById("data").textContent);

// For other scripts, and whoever looks at the page from a console.
function exported() {
  return data;
}

const GRADES = ["quoted", "reported", "inferred", "silent"];
const [QUOTED, REPORTED, INFERRED, SILENT] = [0, 1, 2, 3];

// ── Dates: a year, a month or a day, as a span of days ──

function dateOf(iso) {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(iso);
  if (!parts) return null;
  const [, year, month, day] = parts;
  const first = Date.parse(`${year}-${month ?? "01"}-${day ?? "01"}T00:00Z`);
  const end = new Date(first);
  if (!day) end.setUTCMonth(month ? end.getUTCMonth() + 1 : 12, 0);
  // No 31 February: the calendar gives another day back.
  if (Number.isNaN(first) || !new Date(first).toISOString().startsWith(iso) || year === "0000") return null;
  return { iso, year, month, day, first: first / 864e5, last: end.getTime() / 864e5 };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function dateWords(date) {
  return [date.day && Number(date.day), date.month && MONTHS[date.month - 1], Number(date.year)]
    .filter(Boolean)
    .join(" ");
}

const asOf = dateOf(data.asOf);

for (const [id, claim] of data.claims.entries()) {
  const stated = claim.when ?? data.sources[claim.source]?.published;
  claim.id = id;
  claim.verb = data.verbs[claim.says];
  claim.stated = stated ? dateOf(stated) : null;
  claim.by = claim.stated ?? asOf;
}

// The claims about each place, the map and each actor, oldest first.
const subjectOf = (about) => (typeof about === "object" ? `actor ${about.actor}` : about);
const claimsAbout = new Map();
for (const claim of data.claims) {
  for (const about of claim.about.map(subjectOf)) {
    if (!claimsAbout.has(about)) claimsAbout.set(about, []);
    claimsAbout.get(about).push(claim);
  }
}
for (const claims of claimsAbout.values()) claims.sort((a, b) => a.by.first - b.by.first || a.id - b.id);

const isKnown = (claim, date) => claim.by.last <= date.last;
const isBefore = (one, other) => other.stated !== null && one.by.last < other.by.first;
const isRegion = (place) => place < data.regions;

// ── The rule ──

// What each claim about a subject comes to; `kind` is "region", "site" or neither, where nothing decides.
function weigh(subject, kind, date, off) {
  const roleOf = (claim) => (kind && claim.verb[kind]) || "Bears";
  const items = (claimsAbout.get(subject) ?? []).map((claim) => {
    const aside = !isKnown(claim, date)
      ? "later"
      : claim.grade === undefined
        ? "unproved"
        : off.has(claim.id)
          ? "off"
          : claim.draft
            ? "draft"
            : null;
    return { claim, role: roleOf(claim), verdict: aside };
  });
  const counted = items.filter((item) => !item.verdict).map((item) => item.claim);
  const newest = (claims, is) => claims.findLast(is);
  const superseder = (claim) =>
    newest(
      counted,
      (later) =>
        (later.actor === claim.actor ? later.verb.own : later.verb.others).includes(claim.says) &&
        isBefore(claim, later),
    );
  const live = counted.filter((claim) => !superseder(claim));
  for (const item of items.filter((item) => !item.verdict)) {
    const { claim } = item;
    const own = (other) => other.actor === claim.actor && claim.verb.within.includes(other.says);
    const takes = (later) =>
      later.actor !== claim.actor && later.verb.narrows.includes(claim.says) && isBefore(claim, later);
    if ((item.by = superseder(claim))) item.verdict = "superseded";
    else if (item.role === "Bears") item.verdict = "bears";
    else if ((item.by = newest(live, own))) item.verdict = "within";
    else if ((item.by = newest(live, takes))) Object.assign(item, { verdict: "narrowed", role: "PartHolder" });
    else item.verdict = "decides";
  }
  // A departure from a region decides only against a claim that its actor is still there.
  if (kind === "region") {
    const stays = items.filter((item) => decides(item) && item.role !== "Gone").map((item) => item.claim.actor);
    for (const item of items) {
      if (decides(item) && item.role === "Gone" && !stays.includes(item.claim.actor)) item.verdict = "bears";
    }
  }
  return items;
}

// Whether an actor is another, or part of it, be it through a third; no further than there are actors.
function isOf(actor, group) {
  for (let n = 0; actor !== undefined && n <= data.actors.length; n++) {
    if (actor === group) return true;
    actor = data.actors[actor].group;
  }
  return false;
}

const decides = (item) => item.verdict === "decides" || item.verdict === "narrowed";
const unique = (list) => [...new Set(list)];

// Who has a region: how, and the actors that are named.
function control(items) {
  const named = (...roles) =>
    unique(
      items
        .filter((item) => decides(item) && roles.includes(item.role))
        .map((item) => item.claim.actor)
        .filter((actor) => actor !== undefined),
    ).sort((a, b) => a - b);
  const all = named("Holder", "Occupier", "PartHolder", "Contender");
  const whole = named("Holder", "Occupier");
  if (named("Contender").length) return { how: "contested", actors: all };
  if (named("Gone").length) return { how: "disputed", actors: all };
  if (!all.length) return { how: "silent", actors: [] };
  if (!whole.length) return { how: "parts", actors: all };
  if (whole.length > 1 || all.length > 1) return { how: "disputed", actors: all };
  return { how: named("Occupier").length ? "occupied" : "held", actors: all };
}

// What is said of a site: of each actor one thing, unless sources differ.
function status(items) {
  const rank = (verb) => data.roles.indexOf(verb.site ?? "Bears");
  const order = (a, b) =>
    rank(a.verb) - rank(b.verb) || a.actor - b.actor || a.verb.event - b.verb.event || a.says - b.says;
  const said = items
    .filter((item) => decides(item) && item.claim.actor !== undefined)
    .map((item) => item.claim)
    .sort(order)
    .filter((one, n, all) => n === 0 || rank(one.verb) !== rank(all[n - 1].verb) || one.actor !== all[n - 1].actor);
  const runs = (one) => one.verb.site === "Operator";
  const clashes = (one) =>
    said.some((other) => one !== other && (one.actor === other.actor || (runs(one) && runs(other))));
  const agreed = said.filter((one) => !clashes(one)),
    disputed = said.filter(clashes);
  return { agreed, disputed, actors: unique([...agreed, ...disputed].map((claim) => claim.actor)) };
}

// The claims that decide by the thing they say, so that each is as well founded as the best claim that says it.
function statements(items) {
  const said = new Map();
  for (const { claim, role } of items.filter(decides)) {
    const key = `${role} ${claim.actor}`;
    if (!said.has(key)) said.set(key, { actor: claim.actor, claims: [] });
    said.get(key).claims.push(claim);
  }
  return [...said.values()];
}

// The least number of independent sources for any of the things that are said.
function independentSources(said) {
  const origins = ({ claims }) =>
    unique(
      claims
        .filter((claim) => claim.grade <= REPORTED && claim.source !== undefined)
        .map((claim) => data.sources[claim.source].rests),
    ).length;
  return said.length ? Math.min(...said.map(origins)) : 0;
}

function stateOf(place, date, off) {
  const items = weigh(place, isRegion(place) ? "region" : "site", date, off);
  const said = statements(items).map((it) => ({ ...it, grade: Math.min(...it.claims.map((claim) => claim.grade)) }));
  const grades = new Map();
  for (const { actor, grade } of said)
    if (actor !== undefined) grades.set(actor, Math.max(grade, grades.get(actor) ?? 0));
  const deciding = items.filter(decides).map((item) => item.claim);
  const agreeing = items.filter((item) => item.verdict === "within").map((item) => item.claim);
  const old = (claim) => date.last - claim.by.last > (claim.stale ?? data.staleAfter ?? Infinity);
  return {
    place,
    items,
    deciding,
    agreeing,
    grades,
    ...(isRegion(place) ? control(items) : status(items)),
    grade: said.length ? Math.max(...said.map((it) => it.grade)) : SILENT,
    sources: independentSources(said),
    stale: deciding.length > 0 && [...deciding, ...agreeing].every(old),
    unproved: items.some((item) => item.verdict === "unproved" && item.role !== "Bears"),
    switchedOff: items.some((item) => item.verdict === "off" && item.role !== "Bears"),
    draft: items.some((item) => item.verdict === "draft" && item.role !== "Bears"),
  };
}

function withoutLand(state) {
  const items = state.items.map((item) => (decides(item) || item.verdict === "within" ? { ...item, verdict: "bears" } : item));
  const nothing = { how: "silent", actors: [], grades: new Map(), grade: SILENT, deciding: [], agreeing: [], sources: 0 };
  return { ...state, ...nothing, items, landless: true, stale: false };
}

// The areas of regions that hold at a date.
function periodAt(date) {
  return data.periods.findLast((period) => !period.start || dateOf(period.start).last <= date.last);
}

// Every place at a date, without the claims that are switched off.
function snapshot(date, off) {
  const period = periodAt(date);
  const states = data.places.map((_, place) => stateOf(place, date, off));
  // What is said of who holds a region without land is said of nothing.
  for (const place of period.landless ?? [])
    if (states[place].how !== "silent") states[place] = withoutLand(states[place]);
  return { date, off, period, states };
}

function switchedOff(switches) {
  return new Set(switches.flatMap((n) => data.switches[n].claims));
}
