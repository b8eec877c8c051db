// x against z, or R/L against S/I. Series of one domain with one pair of spacings are one dot.

const MOST_DOTS = 20_000;
const LOGARITHMIC_FROM = 8;
const NAMED = 5;

/** Dots, those with most series first, so that small ones are drawn upon large ones. */
function collectDots() {
  const dots = new Map();
  for (let row = 0; row < seriesCount; row++) {
    const x = series.x[row];
    const z = series.z[row];
    if (x === null || z === null || series.asStored[row]) continue;
    const domain = series.domain[row];
    const key = domain + " " + x + " " + z;
    const dot = dots.get(key);
    if (dot) dot.rows.push(row);
    else dots.set(key, { x, z, domain, rows: [row] });
  }
  return [...dots.values()].sort((a, b) => b.rows.length - a.rows.length || a.rows[0] - b.rows[0]);
}

/** Every so-manieth, where there are too many. */
function thinned(dots) {
  if (dots.length <= MOST_DOTS) return dots;
  return Array.from({ length: MOST_DOTS }, (_, n) => dots[Math.floor((n * dots.length) / MOST_DOTS)]);
}

/** The scale for some values, with a margin. */
function scaleOf(values) {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const log = high / low >= LOGARITHMIC_FROM;
  const from = place(low, log);
  const to = place(high, log);
  const margin = Math.max((to - from) * 0.06, log ? 0.05 : high * 0.05);
  return { log, range: [log ? from - margin : Math.max(0, from - margin), to + margin] };
}

function drawPlane(listRows) {
  const all = collectDots();
  const dots = thinned(all);
  const host = $("plane-chart");
  if (dots.length === 0) {
    host.append(element("div", { className: "empty", textContent: "no series has a known " + nameX + " and " + nameZ }));
    return;
  }
  const xScale = scaleOf(dots.map((dot) => dot.x));
  const zScale = scaleOf(dots.map((dot) => dot.z));
  const hidden = new Set();
  for (const dot of dots) {
    dot.radius = 3.5 + Math.min(9, 3.2 * Math.log10(dot.rows.length));
    dot.legend = domainColours.has(dot.domain) && domainColour(dot.domain) !== OTHER_COLOUR ? dot.domain : -1;
  }
  let near = null;
  const draw = (chart) => {
    const context = chart.ctx;
    context.save();
    context.beginPath();
    context.rect(chart.bbox.left, chart.bbox.top, chart.bbox.width, chart.bbox.height);
    context.clip();
    context.strokeStyle = colour("surface");
    context.lineWidth = devicePixelRatio;
    for (const dot of dots) {
      if (hidden.has(dot.legend)) continue;
      disc(chart, dot, dot.radius);
      context.globalAlpha = 0.75;
      context.fillStyle = domainColour(dot.domain);
      context.fill();
      context.globalAlpha = 1;
      if (dots.length < 2_000) context.stroke();
    }
    context.restore();
  };
  const disc = (chart, dot, radius) => {
    chart.ctx.beginPath();
    chart.ctx.arc(chart.valToPos(place(dot.x, xScale.log), "x", true), chart.valToPos(place(dot.z, zScale.log), "y", true), radius * devicePixelRatio, 0, 2 * Math.PI);
  };
  const axisLabel = (name, log) => name + " in mm" + (log ? ", logarithmic" : "");
  const placed = dots.map((dot) => [place(dot.x, xScale.log), place(dot.z, zScale.log)]).sort((a, b) => a[0] - b[0]);
  const chart = new uPlot(
    {
      width: Math.max(200, Math.floor(host.clientWidth)),
      height: innerWidth < 760 ? 340 : 440,
      padding: [10, 10, 0, 0],
      legend: { show: false },
      cursor: { x: false, y: false, points: { show: false }, drag: { x: true, y: true, uni: 20 } },
      scales: {
        // Asked for with the extent of all data unless a drag has narrowed it; y is asked for unless a drag has set it.
        x: { time: false, range: (self, low, high) => (placed.length < 2 || (low === placed[0][0] && high === placed.at(-1)[0]) ? xScale.range : [low, high]) },
        y: { range: () => zScale.range },
      },
      axes: [axis(axisLabel(nameX, xScale.log), xScale.log, 60, { size: 26 }), axis(axisLabel(nameZ, zScale.log), zScale.log, 36, { size: 46 })],
      series: [{}, { paths: () => null, points: { show: false } }],
      hooks: { draw: [draw] },
    },
    [placed.map((pair) => pair[0]), placed.map((pair) => pair[1])],
    host,
  );
  host.setAttribute("role", "img");
  host.setAttribute("aria-label", "Scatter plot of " + nameX + " against " + nameZ + ": " + plural(dots.length, "pair") + " of spacings");

  const nearest = (event) => {
    let best = null;
    let least = Infinity;
    for (const dot of dots) {
      if (hidden.has(dot.legend)) continue;
      const dx = chart.valToPos(place(dot.x, xScale.log), "x") - event.offsetX;
      const dy = chart.valToPos(place(dot.z, zScale.log), "y") - event.offsetY;
      const beyond = Math.hypot(dx, dy) - dot.radius;
      if (beyond <= 6 && beyond <= least) {
        least = beyond;
        best = dot;
      }
    }
    return best;
  };
  chart.over.addEventListener("mousemove", (event) => {
    near = nearest(event);
    chart.over.style.cursor = near ? "pointer" : "";
    if (!near) return tooltip.hide();
    const names = near.rows.slice(0, NAMED).map((row) => series.uid[row]);
    if (near.rows.length > NAMED) names.push("and " + count(near.rows.length - NAMED) + " more");
    const y = new Set(near.rows.map((row) => series.y[row]));
    const yText = y.size === 1 ? ", " + nameY + " " + length([...y][0]) : "";
    tooltip.show(event.clientX, event.clientY,
      groupName(near.domain) + ": " + plural(near.rows.length, "series"),
      nameX + " " + length(near.x) + yText + ", " + nameZ + " " + length(near.z) + " mm", ...names);
  });
  chart.over.addEventListener("mouseleave", () => tooltip.hide());
  let pressed = [0, 0];
  chart.over.addEventListener("mousedown", (event) => (pressed = [event.clientX, event.clientY]));
  chart.over.addEventListener("click", (event) => {
    const dragged = Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > 4;
    const dot = nearest(event);
    if (dragged || !dot) return;
    tooltip.hide();
    listRows(dot.rows, nameX + " " + length(dot.x) + ", " + nameZ + " " + length(dot.z) + " mm, " + groupName(dot.domain));
  });
  register(host, chart);
  drawLegend(dots, hidden, () => chart.redraw(false));
  const drawnSeries = all.reduce((sum, dot) => sum + dot.rows.length, 0);
  const missing = series.total - drawnSeries;
  $("plane-note").textContent = plural(drawnSeries, "series") + " in " + plural(all.length, "dot") + "."
    + (all.length > dots.length ? " To stay quick, " + count(dots.length) + " dots are drawn, taken evenly." : "")
    + (seriesCount < series.total ? " " + sampleNote() : missing > 0 ? " " + plural(missing, "series") + " without a known " + nameX + " or " + nameZ + " " + (missing === 1 ? "is" : "are") + " not drawn." : "");
}

function drawLegend(dots, hidden, redraw) {
  const counts = new Map();
  for (const dot of dots) counts.set(dot.legend, (counts.get(dot.legend) ?? 0) + dot.rows.length);
  if (domainNames.length < 2) return;
  const order = [...data.drawn.slice(1).filter((domain) => counts.has(domain)), ...(counts.has(-1) ? [-1] : [])];
  for (const domain of order) {
    const name = domain < 0 ? "other domains" : domainNames[domain];
    const button = element("button", { type: "button", "aria-pressed": "true" }, swatch(domain < 0 ? OTHER_COLOUR : domainColour(domain)),
      element("span", { textContent: name + " (" + count(counts.get(domain)) + ")" }));
    button.addEventListener("click", () => {
      const hide = !hidden.has(domain);
      if (hide) hidden.add(domain);
      else hidden.delete(domain);
      button.setAttribute("aria-pressed", String(!hide));
      redraw();
    });
    $("plane-legend").append(button);
  }
}

/** What is said wherever the page holds fewer series than the archive. */
function sampleNote() {
  return "The page holds " + count(seriesCount) + " of " + count(series.total)
    + " series: those to look at first, the others taken evenly. Medians, histograms and counts are of all; series.csv lists all.";
}
