// The panel: a place and what is said of it, all places, or a held text with its passages.

const heading = (text) => element("h3", {}, text);

function marks(actors) {
  return actors.map((actor) =>
    element(
      "span",
      { class: "mark" },
      element("span", { class: `chip ${data.actors[actor].hue}` }, data.actors[actor].letter),
    ),
  );
}

function sourceName(source) {
  const name = [source.name, source.publisher].filter(Boolean).join(", ");
  return source.url ? element("a", { href: source.url, rel: "noreferrer", target: "_blank" }, name) : name;
}

function sourceLine(claim) {
  const source = data.sources[claim.source];
  return source ? [sourceName(source), claim.paragraph ? `, ${claim.paragraph}` : ""] : "no source";
}

function datedWords(claim) {
  return claim.when ? dateWords(claim.stated) : claim.stated ? `published ${dateWords(claim.stated)}` : "undated";
}

// A claim: what it says, its words, where they are from, and what they came to.
function claimItem({ claim, verdict, by }) {
  const cause =
    by &&
    [data.sources[by.source]?.name ?? "the editor’s reading", by.stated && dateWords(by.stated)]
      .filter(Boolean)
      .join(", ");
  const came = {
    superseded: `said anew or contradicted later: ${cause}`,
    narrowed: `narrowed to parts by: ${cause}`,
    within: "agrees, and says less",
    off: "switched off",
    unproved: "counts for nothing",
  }[verdict];
  const words = claim.quote
    ? claim.quote.map(([text, quoted]) => (quoted ? element("mark", {}, text) : text))
    : claim.summary;
  const held = claim.source !== undefined && data.sources[claim.source].text;
  return element(
    "li",
    { class: verdict },
    claim.told ? element("p", { class: "told" }, claim.told) : null,
    words ? element(claim.quote ? "blockquote" : "p", { class: "words" }, words) : null,
    claim.because ? element("p", { class: "because" }, element("b", {}, "Our reading: "), claim.because) : null,
    element(
      "p",
      { class: "quiet" },
      sourceLine(claim),
      ` · ${datedWords(claim)} · ${claim.founding}`,
      claim.grading ? ` · ${claim.grading}` : "",
    ),
    came ? element("p", { class: "quiet" }, came) : null,
    held && claim.quote
      ? element(
          "button",
          { type: "button", class: "read", onclick: () => read(claim.source, claim) },
          "Read it in the text",
        )
      : null,
  );
}

function claimList(title, items) {
  return items.length ? [heading(title), element("ul", { class: "claims" }, items.map(claimItem))] : [];
}

function placePanel(place) {
  const spot = data.places[place],
    state = now.states[place],
    verdicts = (...wanted) => state.items.filter((item) => wanted.includes(item.verdict));
  const deciding = state.items
    .filter(decides)
    .sort((a, b) => a.claim.grade - b.claim.grade || b.claim.by.last - a.claim.by.last);
  const later = verdicts("later").length;
  return [
    element("h2", {}, spot.name),
    element("p", { class: "state" }, stateWords(state, view.date), marks(state.actors)),
    element("p", { class: "quiet" }, gradeWords(state, view.date)),
    ...claimList("Who says so", deciding),
    ...claimList("In draft", verdicts("draft")),
    ...claimList("Not found in the text", verdicts("unproved")),
    ...claimList("Switched off", verdicts("off")),
    ...claimList("Also said of it", verdicts("within", "bears")),
    ...claimList("Said before", verdicts("superseded")),
    ...eventList(eventsIn(place), TOLD),
    later
      ? element("p", { class: "quiet" }, `${count(later, "claim")} from after ${dateWords(view.date)} not shown`)
      : null,
    heading("The place"),
    element(
      "dl",
      {},
      [
        ...(isRegion(place) ? [["area", now.period.areas[place]]] : []),
        ...spot.facts,
        ...(spot.also ? [["also", spot.also.join(", ")]] : []),
      ].map(([label, value]) => [element("dt", {}, label), element("dd", {}, value)]),
    ),
    spot.note ? element("p", {}, spot.note) : null,
    element("button", { type: "button", class: "back", onclick: () => select(null) }, "All places"),
  ];
}

// Every place that is searched for, with who has it.
function listPanel() {
  const wanted = $("search").value.trim().toLowerCase();
  const names = (place) => [place.name, place.id, ...(place.also ?? [])].join("\n").toLowerCase();
  const found = data.places
    .map((_, n) => n)
    .filter((n) => names(data.places[n]).includes(wanted) && stands(now.states[n]));
  const row = (n) =>
    element(
      "li",
      {},
      element(
        "button",
        {
          type: "button",
          onclick: () => {
            select(n);
            $("panel").focus({ preventScroll: true });
          },
        },
        element("b", {}, data.places[n].name),
        " ",
        element("span", {}, stateWords(now.states[n], view.date)),
        marks(now.states[n].actors),
      ),
    );
  const held = data.sources.map((_, n) => n).filter((n) => data.sources[n].text);
  const about = weigh("map", null, view.date, now.off).filter((item) => item.verdict === "bears");
  return [
    element("h2", {}, wanted ? `Places with “${wanted}”` : "Places"),
    found.length ? element("ul", { class: "places" }, found.map(row)) : element("p", {}, "There is no such place."),
    ...eventList(now.events.filter((event) => `${event.place}\n${event.words}`.toLowerCase().includes(wanted))),
    ...(wanted
      ? []
      : [
          held.length ? element("h3", { class: "screen" }, "Texts") : null,
          ...held.map((n) =>
            element(
              "p",
              {},
              element(
                "button",
                { type: "button", class: "read", onclick: () => read(n, null) },
                `Read “${data.sources[n].name}”`,
              ),
            ),
          ),
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
  const [claim] = claims.toSorted(
    (a, b) => (placeOf(a) === undefined) - (placeOf(b) === undefined) || length(a) - length(b),
  );
  view.place = placeOf(claim) ?? view.place;
  read(source, claim);
}

function readerPanel({ source, claim }) {
  const text = data.sources[source],
    known = (id) => isKnown(data.claims[id], view.date);
  const run = ([words, ids]) => {
    const claims = ids.filter(known).map((id) => data.claims[id]);
    if (!claims.length) return words;
    const lit = claims.includes(claim);
    // A real button would not break across lines.
    const go = () => goTo(claims, source);
    const press = (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        go();
      }
    };
    return element(
      "span",
      {
        role: "button",
        tabindex: 0,
        class: lit ? "passage lit" : "passage",
        "aria-pressed": String(lit),
        onclick: go,
        onkeydown: press,
      },
      words,
    );
  };
  const about = claim
    ? claim.about.map((it) =>
        typeof it === "number"
          ? data.places[it].name
          : typeof it === "object"
            ? data.actors[it.actor].name
            : "the whole map",
      )
    : [];
  return [
    element("h2", {}, text.name),
    element(
      "p",
      { class: "quiet" },
      [text.publisher, text.published && `published ${dateWords(dateOf(text.published))}`, text.note]
        .filter(Boolean)
        .join(" · "),
    ),
    claim
      ? element("p", { role: "status" }, element("b", {}, list(about)), claim.told ? `: ${claim.told}` : "")
      : element("p", { class: "quiet" }, "Choose a passage to see what it is about."),
    ...text.text.map(([name, runs]) =>
      element(
        "p",
        { class: name === "heading" ? "text front" : "text" },
        name === "heading" ? null : element("span", { class: "quiet" }, `${name} `),
        runs.map(run),
      ),
    ),
    element(
      "button",
      {
        type: "button",
        class: "back",
        onclick: () => {
          view.reading = null;
          draw();
          $("panel").focus();
        },
      },
      view.place === null ? "All places" : `Back to ${data.places[view.place].name}`,
    ),
  ];
}
