// The words for what the rule yields, and the shares of the country, as src/caption has them.

const list = (names, word = "and") =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1)}`;
const plural = (number, one) => (number === 1 ? one : `${one}s`);
const count = (number, one) => `${number} ${plural(number, one)}`;
const named = (actors) => actors.map((actor) => data.actors[actor].name);
const put = (words, name) => words.replaceAll("{}", () => name);
const verbOf = (key) => data.verbs.find((verb) => verb.key === key);

function silence(state, past) {
  const [now, then, what] = data.places[state.place].unsaid;
  const does = past ? then : now;
  if (state.landless) return "no land of it is drawn at this date";
  if (state.unproved) return `silent: what is said of who ${does} it is not found in its source`;
  if (state.switchedOff) return `silent: what is said of who ${does} it is switched off`;
  if (state.draft) return `silent: what is said of who ${does} it is a draft`;
  return `silent: no source here says who ${does} ${what}`;
}

// Who has a place, in a sentence: as it is, or as it was.
function stateWords(state, date) {
  const past = date.last < asOf.last || (date.last === asOf.last && date.first < asOf.first);
  const tense = (now, then) => (past ? then : now);
  const say = (verb, actor) => put(tense(verb.now, verb.past), data.actors[actor].name);
  if (!isRegion(state.place)) {
    if (!state.actors.length) return silence(state, past);
    const said = (claims) => claims.map((claim) => say(claim.verb, claim.actor));
    const differ = state.disputed.length
      ? [`disputed: sources differ between “${said(state.disputed).join("” and “")}”`]
      : [];
    return [...said(state.agreed), ...differ].join("; ");
  }
  const names = list(named(state.actors)),
    one = state.actors.length === 1;
  switch (state.how) {
    case "silent":
      return silence(state, past);
    case "held":
      return say(verbOf("holds"), state.actors[0]);
    case "occupied":
      return say(verbOf("occupies"), state.actors[0]);
    case "parts":
      return `parts ${tense("", "were ")}held by ${names}; which parts ${tense("is", "was")} not said`;
    case "contested":
      return `${tense("", "was ")}contested ${one ? "by" : "between"} ${names}`;
    default:
      return one
        ? `disputed: sources differ over whether ${names} ${tense("holds", "held")} it`
        : `disputed: sources differ between ${names}`;
  }
}

// The same in the few words that fit on the map.
function briefWords(state) {
  const short = (actor) => data.actors[actor].short;
  const say = (verb, actor) => put(verb.brief, short(actor));
  const quiet = state.landless
    ? "none drawn"
    : state.unproved
      ? "not found"
      : state.switchedOff
        ? "switched off"
        : state.draft
          ? "in draft"
          : "silent";
  if (!isRegion(state.place)) {
    if (!state.actors.length) return quiet;
    const all = (claims, between) => claims.map((claim) => say(claim.verb, claim.actor)).join(between);
    return [all(state.agreed, "; "), state.disputed.length ? `${all(state.disputed, " or ")}?` : ""]
      .filter(Boolean)
      .join("; ");
  }
  const names = (between) => state.actors.map(short).join(between);
  switch (state.how) {
    case "silent":
      return quiet;
    case "held":
      return say(verbOf("holds"), state.actors[0]);
    case "occupied":
      return say(verbOf("occupies"), state.actors[0]);
    case "parts":
      return `${names(" and ")}, in parts`;
    case "contested":
      return `${names(" and ")}, contested`;
    default:
      return `${names(" or ")}?`;
  }
}

// The newest deciding claim that is dated, or an undated one where there is no other; nothing where none decides.
function newestOf(state) {
  return state.deciding.reduce(
    (best, claim) =>
      !best ||
      (claim.stated !== null) - (best.stated !== null) > 0 ||
      ((claim.stated !== null) === (best.stated !== null) && claim.by.last >= best.by.last)
        ? claim
        : best,
    null,
  );
}

function before(said, date) {
  const days = Math.max(date.last - said.last, 0);
  if (days === 0) return null;
  const [number, unit] =
    days <= 60
      ? [days, "day"]
      : days <= 730
        ? [Math.floor(days / 30), "month"]
        : [Math.floor((days * 100) / 36525), "year"];
  return `${count(number, unit)} before`;
}

// How long before the date a state was last said.
function ageWords(state, date) {
  const newest = newestOf(state);
  if (!newest) return null;
  const words = [],
    said = newest.stated;
  if (said) words.push(before(said, date) ? `last said ${before(said, date)}` : "last said that day");
  if (state.deciding.some((claim) => !claim.stated)) words.push(said ? "and undated" : "undated");
  const later = (one, other) => one.last - other.last || one.first - other.first;
  const part = state.agreeing
    .map((claim) => claim.stated)
    .filter(Boolean)
    .reduce((a, b) => (a && later(a, b) >= 0 ? a : b), null);
  // What is as old in words is not told again.
  if (part && (!said || (later(part, said) > 0 && before(part, date) !== before(said, date))))
    words.push(before(part, date) ? `in part ${before(part, date)}` : "in part that day");
  return words.join(", ") + (state.stale ? ", not confirmed since" : "");
}

// How well a state is known: its grade, how many sources, how old.
function gradeWords(state, date) {
  const words = [];
  if (state.grade !== SILENT) {
    const others = GRADES.map((_, grade) => grade).filter(
      (grade) => grade !== state.grade && state.deciding.some((claim) => claim.grade === grade),
    );
    words.push(
      [
        GRADES[state.grade],
        ...others.map((grade) => `${grade < state.grade ? "in part" : "also"} ${GRADES[grade]}`),
      ].join(", "),
    );
    const sources = unique(state.deciding.map((claim) => claim.source).filter((source) => source !== undefined)).length;
    if (sources) words.push(count(sources, "source"));
    const age = ageWords(state, date);
    if (age !== null) words.push(age);
  }
  const { accuracy } = data.places[state.place];
  return (accuracy ? [...words, accuracy] : words).join(" · ");
}

// ── Shares of the country's area, each rounded by itself ──

const CLASSES = ["contested", "disputed", "parts", "occupied", "held"];

// The first class of the regions that share land, and whether what is said of each actor in it is inferred.
function landClass(regions, states) {
  const claimed = regions.map((region) => states[region]).filter((state) => state.how !== "silent");
  if (!claimed.length) return null;
  const rank = (state) => [CLASSES.indexOf(state.how), ...(CLASSES.indexOf(state.how) > 1 ? state.actors : [])];
  const compare = (a, b) => {
    for (let n = 0; ; n++) if (a[n] !== b[n] || n >= a.length) return (a[n] ?? -1) - (b[n] ?? -1);
  };
  const first = claimed.map(rank).reduce((a, b) => (compare(a, b) <= 0 ? a : b));
  const alike = claimed.filter((state) => compare(rank(state), first) === 0);
  const inferred = (grade) => alike.every((state) => grade(state) === INFERRED);
  const actors = first.slice(1);
  return {
    how: CLASSES[first[0]],
    actors,
    inferred: actors.length
      ? actors.map((actor) => inferred((state) => state.grades.get(actor) ?? state.grade))
      : [inferred((state) => state.grade)],
  };
}

// Land by class as shares, with silence last.
function tally({ pieces }, classOf) {
  const classes = new Map();
  for (const [km2, regions] of pieces) {
    const value = classOf(regions);
    if (value === null) continue;
    const key = JSON.stringify(value);
    if (!classes.has(key)) classes.set(key, { ...value, km2: 0 });
    classes.get(key).km2 += km2;
  }
  const all = [...classes.values()];
  const known = all.reduce((sum, it) => sum + it.km2, 0),
    rest = Math.max(data.totalKm2 - known, 0);
  all.push({ how: "silent", actors: [], inferred: [false], km2: rest > data.totalKm2 * 1e-6 ? rest : 0 });
  const whole = all.reduce((sum, it) => sum + it.km2, 0);
  for (const it of all) it.share = whole > 0 ? it.km2 / whole : 0;
  return all;
}

function portion(land, footing) {
  const sums = { stated: 0, inferred: 0 };
  for (const it of land) {
    const inferred = footing(it);
    if (inferred !== undefined) sums[inferred ? "inferred" : "stated"] += it.share;
  }
  return { ...sums, share: sums.stated + sums.inferred };
}

function percentWords(share) {
  if (share > 0 && share < 0.01) return "<1%";
  return share > 0.99 && share < 1 - 2 ** -23 ? ">99%" : `${Math.round(share * 100)}%`;
}

function pointWords(share) {
  const points = percentWords(share).replace("%", "");
  return points === "1" || points === "<1" ? `${points} point` : `${points} points`;
}

const sizeWords = (it) => percentWords(it.share);

function portionWords(it, all = sizeWords(it), mark = " inferred") {
  if (it.inferred <= 0) return all;
  return it.stated <= 0 ? all + mark : `${all} (${pointWords(it.inferred)} inferred)`;
}

function joined(land, sites) {
  const all = sites ? [...land, sites] : land;
  return all.length && all[0].includes(",") ? all.join(", and ") : all.join(" and ");
}

// The share of each actor that some state names, of each group with its parts, then of what is contested, disputed and
// silent.
function shares({ states, period }) {
  const land = tally(period, (regions) => landClass(regions, states));
  const actors = data.actors.map((_, actor) => actor);
  const groups = actors.filter((group) => data.actors.some((actor) => actor.group === group));
  const row = (actor, is, name) => {
    const words = shareWords(land, states, is);
    return words === null ? [] : [{ actor, name, words }];
  };
  const rows = [
    ...actors.flatMap((actor) => row(actor, (it) => it === actor, data.actors[actor].name)),
    ...groups.flatMap((group) =>
      row(group, (it) => isOf(it, group), `${data.actors[group].name} with its parts`).map((it) => ({ ...it, group: true })),
    ),
  ];
  for (const how of ["contested", "disputed", "silent"]) {
    const it = portion(land, (it) => (it.how === how ? it.inferred[0] : undefined));
    if (it.share > 0) rows.push({ name: how, words: portionWords(it) });
  }
  return rows;
}

// What one or some actors have; null where no state names one.
function shareWords(land, states, is) {
  const least = (grades) => (grades.length ? grades.every((inferred) => inferred) : undefined);
  const of = (how) =>
    portion(land, (it) => (it.how === how ? least(it.inferred.filter((_, n) => is(it.actors[n]))) : undefined));
  const sites = states.slice(data.regions);
  const stays = (claim) => ["Operator", "Guest", "Leaving"].includes(claim.verb.site);
  const held = sites.filter((state) => state.agreed.some((claim) => is(claim.actor) && stays(claim))).length;
  const differ = sites.filter((state) => state.disputed.some((claim) => is(claim.actor))).length;
  if (!held && !differ && !states.some((state) => isRegion(state.place) && state.actors.some(is))) return null;
  const [whole, occupied, parts] = [of("held"), of("occupied"), of("parts")];
  const words = [
    [whole, portionWords(whole)],
    [occupied, portionWords(occupied, `${sizeWords(occupied)} occupied`, ", inferred")],
    [parts, portionWords(parts, `parts of ${sizeWords(parts)}`, ", inferred")],
  ]
    .filter(([it]) => it.share > 0)
    .map(([, words]) => words);
  const at =
    !held && !differ
      ? ""
      : !held
        ? `${count(differ, "site")} disputed`
        : count(held, "site") + (differ ? `, ${differ} disputed` : "");
  return joined(words, at) || "in dispute";
}

// ── Lenses ──

const DAYS = [7, 31, 183, 366];

// The step of a lens that a place is on, counted from the best founded; null where nothing decides.
function stepOf(lens, state, date) {
  const newest = newestOf(state);
  if (!newest) return null;
  if (lens.key === "grade") return state.grade;
  if (lens.key === "sources") return 3 - Math.min(state.sources, 3);
  if (!newest.stated) return lens.steps.length - 1;
  return DAYS.filter((most) => date.last - newest.stated.last > most).length;
}

// The land and sites on each step that is on the map, then what is silent.
function stepShares(lens, { states, date, period }) {
  const telling = lens.key !== "age";
  const step = (place) => stepOf(lens, states[place], date);
  const land = tally(period, (regions) => {
    const steps = regions
      .filter((region) => step(region) !== null)
      .map((region) => ({ how: step(region), inferred: states[region].grade === INFERRED }));
    return steps.length
      ? { ...steps.reduce((a, b) => (a.how < b.how || (a.how === b.how && a.inferred <= b.inferred) ? a : b)) }
      : null;
  });
  const rows = lens.steps
    .map(([letter, name], nth) => {
      const it = portion(land, (it) => (it.how === nth ? it.inferred : undefined));
      const sites = data.places
        .map((_, place) => place)
        .filter((place) => !isRegion(place) && step(place) === nth).length;
      const words = it.share > 0 ? [telling ? sizeWords(it) : portionWords(it)] : [];
      return { step: nth, letter, name, words: joined(words, sites ? count(sites, "site") : "") };
    })
    .filter((row) => row.words);
  const silent = portion(land, (it) => (it.how === "silent" ? false : undefined));
  return silent.share > 0 ? [...rows, { name: "silent", words: portionWords(silent) }] : rows;
}
