// Colours, and charts that follow when they change or when the page is resized or printed.

const DOMAIN_COLOURS = ["#2f7fc1", "#d9731a", "#3a9a52", "#c2508f", "#7d62c9", "#a3842a", "#1d9bab", "#b94f45"];
const OTHER_COLOUR = "#8a929b";
const STATUS_COLOURS = {
  REGULAR: "#2f8f83",
  MISSING_SLICES: "#e08a1e",
  VARIABLE: "#c9b22d",
  IRREGULAR: "#c8473d",
  SINGLE_SLICE: "#8467c4",
  UNKNOWN: "#8a929b",
};
const SOURCE_COLOURS = {
  "positions": "#2f8f83",
  "spacing-between-slices": "#2f7fc1",
  "slice-thickness": "#e08a1e",
  "slice-location": "#a3842a",
  "grid-frame-offset": "#8467c4",
  "nifti-pixdim": "#c2508f",
  "unknown": "#8a929b",
};
const FLAG_COLOUR = "#e08a1e";

const domainColours = new Map(data.drawn.slice(1).map((domain, rank) => [domain, DOMAIN_COLOURS[rank] ?? OTHER_COLOUR]));

const domainColour = (domain) => (domain < 0 ? colour("bar") : domainColours.get(domain) ?? OTHER_COLOUR);

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();

const charts = [];

/** Keeps a chart as wide as its place and in the page's colours. */
function register(place, chart) {
  charts.push({ place, chart });
}

function fit() {
  for (const { place, chart } of charts) {
    const width = Math.floor(place.clientWidth);
    if (width > 0 && width !== chart.width) chart.setSize({ width, height: chart.height });
  }
}

function recolour() {
  for (const { chart } of charts) chart.redraw(false, true);
}

addEventListener("resize", debounced(fit, 80));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
addEventListener("beforeprint", () => {
  document.documentElement.classList.add("printing");
  fit();
  recolour();
});
addEventListener("afterprint", () => {
  document.documentElement.classList.remove("printing");
  fit();
  recolour();
});
