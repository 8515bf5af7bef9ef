// The state of the page: what is shown follows from `view` alone, and whatever is done changes it and draws again.

const $ = (id) => document.getElementById(id);
const stops = data.dates.map(dateOf);
const view = {
  date: dateOf(data.shown),
  off: new Set(),
  lens: data.lenses[data.lens],
  place: null,
  block: null, // the sign whose events the panel shows where no place is selected
  actors: new Set(data.filter),
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
