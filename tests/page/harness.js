// Drives the page in a frame as a reader would, and writes what it finds into `#result`, a line a check.
const frame = document.querySelector("iframe");
const lines = [];
const check = (name, is) => lines.push(`${is ? "ok" : "FAILED"} ${name}`);
const key = (target, name) => target.dispatchEvent(new frame.contentWindow.KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));

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
  const lenses = off.length ? [] : page.lenses().slice(1).flatMap((lens) => rows(page.stepShares(lens, now)));
  return [...places, ...rows(page.shares(now)), ...lenses].join("\n");
}

async function compare(page) {
  const { dates, switches, hashes } = await (await fetch("/expected")).json();
  let n = 0;
  for (const date of dates) {
    for (const off of [[], ...Array.from({ length: switches }, (_, n) => [n])]) {
      const words = said(page, date, off);
      if (hash(words) !== hashes[n]) return lines.push(`DIFFERS ${date} without ${off}\n${words}`);
      n += 1;
    }
  }
  check(`the rule in ${n} states`, n === hashes.length);
}
