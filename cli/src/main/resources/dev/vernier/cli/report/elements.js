// Elements and text. Text from the archive only ever becomes textContent, never markup.

const $ = (id) => document.getElementById(id);

/** Makes an element: properties starting with "on" are listeners, "style" is an object, those with a dash are attributes. */
function element(name, properties, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (key.startsWith("on")) {
      made.addEventListener(key.slice(2), value);
    } else if (key === "style") {
      Object.assign(made.style, value);
    } else if (key.includes("-") || key === "role") {
      made.setAttribute(key, value);
    } else {
      made[key] = value;
    }
  }
  made.append(...children);
  return made;
}

const swatch = (colour) => element("span", { className: "swatch", style: { background: colour }, "aria-hidden": "true" });

const count = (number) => number.toLocaleString("en-US");

const plural = (number, noun) => count(number) + " " + noun + (number === 1 || noun === "series" ? "" : "s");

/** A share in per cent, such that only nothing is 0 % and only all is 100 %. */
function percent(part, whole) {
  const exact = (100 * part) / whole;
  if (part > 0 && exact < 1) return "< 1 %";
  if (part < whole && exact > 99) return "> 99 %";
  return Math.round(exact) + " %";
}

/** A length as the other outputs write it; unknown ones are null. */
const length = (value) => (value === null ? "–" : String(value));

/** A length to be read at a glance. */
const brief = (value) => (value === null || value === undefined ? "–" : String(Number(value.toPrecision(4))));

/** Lets many events cause one call, a little after the last of them. */
function debounced(call, milliseconds) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(call, milliseconds);
  };
}
