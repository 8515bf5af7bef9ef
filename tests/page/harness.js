// Drives the page in a frame as a reader would, and writes what it finds into `#result`, a line a check.
const frame = document.querySelector("iframe");
const lines = [];
const check = (name, is) => lines.push(`${is ? "ok" : "FAILED"} ${name}`);
const key = (target, name) => target.dispatchEvent(new frame.contentWindow.KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));

async function run(checks) {
  frame.onload = null;
  try {
    await checks(frame.contentWindow);
  } catch (error) {
    lines.push(`FAILED ${error.stack}`);
  }
  document.querySelector("#result").textContent = lines.join("\n");
}

// FNV-1a over UTF-16, as the test computes it of the program's own words.
function hash(text) {
  let sum = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) sum = Math.imul(sum ^ text.charCodeAt(n), 0x01000193);
  return sum >>> 0;
}

// Everything that the page says of a date without one switch, in the order of the test.
function said(page, date, off) {
  const now = page.snapshot(page.dateOf(date), page.switchedOff(off));
  const rows = (list) => list.map((row) => `${row.name}: ${row.words}`);
  const places = now.states.map((state) => [page.stateWords(state, now.date), page.briefWords(state), page.gradeWords(state, now.date)].join("|"));
  const lenses = off.length ? [] : page.exported().lenses.slice(1).flatMap((lens) => rows(page.stepShares(lens, now)));
  const name = (actor, inferred) => page.exported().actors[actor].id + (inferred ? " inferred" : "");
  const bands = page.bands(now).map((it) => `${it.how}: ${it.actors.map((actor, n) => name(actor, it.inferred[n]))}: ${page.percentWords(it.share)}`);
  return [...places, ...rows(page.shares(now)), ...bands, ...lenses].join("\n");
}

async function compare(page) {
  const { dates, switches, hashes } = await (await fetch("/expected")).json();
  let n = 0;
  for (const date of dates) {
    for (const off of [[], ...Array.from({ length: switches }, (_, n) => [n])]) {
      const words = said(page, date, off);
      if (hash(words) !== hashes[n]) return lines.push(`differs ${n}\n${words}`);
      n += 1;
    }
  }
  check(`the rule in ${n} states`, n === hashes.length);
}

const pause = (time = 0) => new Promise((done) => setTimeout(done, time));
const shownAt = (node) => node.getBoundingClientRect().width > 0;

async function use(page) {
  const d = page.document, $ = (id) => d.getElementById(id), all = (query) => [...d.querySelectorAll(query)];
  const map = d.querySelector("#map svg"), panel = $("panel");
  const pressed = () => d.querySelector("#map [aria-pressed=true]")?.dataset.place;

  check("every region and site is a button with its name and state", all(".regions path, .sites path").every((it) => it.getAttribute("role") === "button" && /: ./.test(it.getAttribute("aria-label"))));
  check("one place is reached by tab", all("#map path[tabindex='0']").length === 1);
  const first = d.querySelector("#map path[tabindex='0']");
  first.focus();
  check("focus selects", pressed() === first.dataset.place && page.location.hash.endsWith(`/${first.dataset.place}`));
  check("the focus has a ring", page.getComputedStyle(first).strokeWidth === "5px");
  const seen = new Set([pressed()]);
  for (const name of ["ArrowLeft", "ArrowDown", "ArrowDown", "ArrowRight", "ArrowUp"]) {
    key(d.activeElement, name);
    seen.add(pressed());
    check(`${name} keeps the focus on the selection`, d.activeElement.dataset.place === pressed());
  }
  check("arrows go from place to place", seen.size >= 4);
  check("the panel tells of the selection", panel.querySelector("h2").textContent === d.activeElement.getAttribute("aria-label").split(":")[0]);
  key(d.activeElement, "Enter");
  check("enter leads to the panel", d.activeElement === panel);

  d.querySelector("[data-place=northeast]").dispatchEvent(new page.MouseEvent("click", { bubbles: true }));
  check("a click selects", pressed() === "northeast");
  check("quoted words are marked in their sentence", panel.querySelector("blockquote mark").textContent === "“Kurdish-led forces hold the northeast”" && panel.querySelector("blockquote").textContent.startsWith("On the ground"));
  d.querySelector("[data-place=south-east]").dispatchEvent(new page.PointerEvent("pointermove", { bubbles: true, clientX: 400, clientY: 300 }));
  check("hovering tells who has it", !$("tip").hidden && $("tip").textContent.includes("silent"));
  d.querySelector("[data-place=south-east]").dispatchEvent(new page.PointerEvent("pointerleave"));
  check("and stops telling", $("tip").hidden);

  panel.querySelector("button.read").click();
  check("the text opens with its passage lit", panel.querySelector(".passage.lit").textContent === "Kurdish-led forces hold the northeast");
  const passage = all("#panel .passage").find((it) => it.textContent.includes("opposition pockets"));
  passage.click();
  check("a passage selects its place", pressed() !== "northeast" && panel.querySelector(".passage.lit").textContent.includes("opposition pockets"));
  const other = all("#panel .passage").find((it) => it.textContent.includes("multiple foreign"));
  key(other, "Enter");
  check("and so does enter", panel.querySelector(".passage.lit") !== null && panel.querySelector(".passage.lit") === d.activeElement);
  panel.querySelector(".back").click();
  check("back leads to the place", panel.querySelector("h2").textContent !== "" && !panel.querySelector(".passage"));

  page.location.hash = "#2026-02-21/qamishli";
  await pause();
  check("the address sets date and place", $("asof").textContent.includes("21 Feb 2026") && pressed() === "qamishli");
  $("before").click();
  check("an earlier date", !$("asof").textContent.includes("21 Feb 2026") && !page.location.hash.includes("2026-02-21"));
  $("dates").value = 0;
  $("dates").dispatchEvent(new page.Event("input"));
  check("the slider goes to the first date", $("before").disabled && page.location.hash.startsWith(`#${page.exported().dates[0]}`));
  $("play").click();
  await pause(2000);
  check("play goes on", !$("before").disabled && $("play").textContent === "Pause");
  $("play").click();
  const plot = $("plot"), { left, width } = plot.getBoundingClientRect();
  check("shares over time are drawn", all("#bands path").length > 5 && all("#bands path").every((it) => !it.getAttribute("d").includes("NaN")));
  plot.dispatchEvent(new page.MouseEvent("click", { bubbles: true, clientX: left + width - 1 }));
  check("a click on them goes to that date", $("after").disabled);
  const line = $("plot-now").getAttribute("d");
  plot.dispatchEvent(new page.MouseEvent("click", { bubbles: true, clientX: left }));
  check("and the line follows", $("before").disabled && $("plot-now").getAttribute("d") !== line);
  page.location.hash = "#nonsense/nowhere";
  await pause();
  check("an address that means nothing changes no date", $("asof").textContent.includes("as of") && $("date").textContent !== "");
  page.location.hash = "#2026-01-28";
  await pause();

  const colour = (place) => d.querySelector(`[data-place=${place}]`).getAttribute("class") ?? d.querySelector(`[data-place=${place}]`).getAttribute("fill");
  for (const [n, radio] of all("#lenses input").entries()) {
    radio.click();
    check(`lens ${n} colours by its steps and names them`, (n === 0) === colour("northeast").startsWith("yellow") && all("#shares li").length > 1);
  }
  all("#lenses input")[0].click();
  const actor = d.querySelector("#shares button");
  actor.click();
  check("an actor is highlighted", d.querySelector("#shares button").getAttribute("aria-pressed") === "true" && d.querySelector("[data-place=northeast]").classList.contains("dim"));
  check("the focus stays on it", d.activeElement === d.querySelector("#shares button"));
  d.querySelector("#shares button").click();

  $("switchboard").open = true;
  const boxes = all("#switches input");
  boxes.forEach((box) => box.click());
  check("without any source all is silent", all(".regions path").every((it) => it.getAttribute("class") === "ground") && $("alarm").textContent.includes("the map shows what is left"));
  check("and so are the shares over time", all("#bands path").filter((it) => !it.classList.contains("cut")).every((it) => it.getAttribute("class") === "ground"));
  check("silence says why", d.querySelector("[data-place=northeast]").getAttribute("aria-label").includes("switched off"));
  $("all").click();
  check("everything comes back", $("alarm").textContent === "" && boxes.every((box) => box.checked));

  $("search").value = "tartus";
  $("search").dispatchEvent(new page.Event("input"));
  check("search finds another name", all(".places button").length < 4 && all(".places button").some((it) => it.textContent.startsWith("Tartous")));
  $("search").value = "";
  $("search").dispatchEvent(new page.Event("input"));
  const ground = () => page.getComputedStyle(d.body).backgroundColor;
  const light = ground();
  $("theme").click();
  check("dark and light", ground() !== light);
  $("theme").click();
  check("and back", ground() === light);
  frame.width = 390;
  await pause(100);
  check("a narrow page puts the panel below the map and needs no sideways scrolling", panel.getBoundingClientRect().top >= map.getBoundingClientRect().bottom && d.documentElement.scrollWidth <= 390);
  check("and shows fewer and larger labels", !shownAt(d.querySelector(".wide text")) && shownAt(d.querySelector(".small text")));
  frame.width = 1280;
  const order = ["h1", "#search", "#map svg", "#dates", "#panel", "#lenses", "#shares"].map((query) => d.querySelector(query));
  check("what is read comes in the order it is seen", order.every((it, n) => n === 0 || order[n - 1].compareDocumentPosition(it) & 4));
}

// A map with two events near Kobani and one at Homs, which an older one was before.
async function events(page) {
  const d = page.document, $ = (id) => d.getElementById(id), all = (query) => [...d.querySelectorAll(query)];
  const signs = () => all("#map .sign").map((it) => `${it.textContent} ${it.getAttribute("aria-label")}`);
  const panel = () => $("panel").textContent;
  check("signs tell how many events they stand for and where", signs().join("; ") === "×2 2 events near Kobani; × 1 event near Homs");
  check("the list tells of all", panel().includes("Events in the 7 days to 28 Jan 2026: 3"));
  check("the legend has their sign", !$("sign-of-events").hidden);
  const sign = d.querySelector("#map .sign");
  sign.dispatchEvent(new page.PointerEvent("pointermove", { bubbles: true, clientX: 400, clientY: 300 }));
  check("hovering tells of them", $("tip").textContent === "2 events near Kobani");
  sign.dispatchEvent(new page.MouseEvent("click", { bubbles: true }));
  check("a click opens them", panel().startsWith("Events near Kobani") && panel().includes("28 Jan 2026, Kobani: <b>Shells</b> fell, residents said."));
  check("each with who says so", panel().includes("A wire service, in A gazette, line 2") && $("panel").querySelector("a").href === "https://example.org/gazette");
  check("the sign has the focus", d.activeElement.dataset.block === sign.dataset.block && d.activeElement.getAttribute("aria-pressed") === "true");
  key(d.activeElement, "ArrowDown");
  check("arrows go from sign to sign", panel().startsWith("Events near Homs") && d.activeElement.textContent === "×");
  $("panel").querySelector(".back").click();
  page.location.hash = "#2026-01-28/aleppo";
  await pause();
  check("a region tells of those on its land", panel().includes("7 days to 28 Jan 2026: 2") && !panel().includes("patrol"));
  page.location.hash = "#2026-01-12";
  await pause();
  check("each date has its own", signs().join() === "× 1 event near Homs");
  page.location.hash = "#2026-01-28";
  await pause();
  const button = (group) => all("#shares button").find((it) => it.textContent.includes("with its parts") === group);
  check("a group is in the legend", button(true).textContent.startsWith("UThe Union with its parts: "));
  button(true).click();
  check("the filter acts on events, and on parts of a group", signs().join() === "× 1 event near Kobani" && !d.querySelector("[data-place=aleppo]").classList.contains("dim"));
  button(true).click();
  $("search").value = "patrol";
  $("search").dispatchEvent(new page.Event("input"));
  check("search finds events", panel().includes("A patrol passed.") && !panel().includes("Officers"));
  $("search").value = "";
  for (const box of all("#switches input")) box.click();
  check("a source that is left out tells of none", signs().length === 0);
}

// What axe finds wrong in each of some states.
async function axe(page, states) {
  for (const [state, enter] of Object.entries(states)) {
    enter();
    const { violations } = await page.axe.run({ resultTypes: ["violations"] });
    const told = violations.flatMap((it) => it.nodes.map((node) => `${it.id}: ${node.target} ${node.failureSummary.replaceAll("\n", " ")}`));
    check(`axe, ${state}: ${told.slice(0, 5).join("; ")}`, told.length === 0);
  }
}
