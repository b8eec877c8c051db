// Histograms with a box plot above the bars.

const HISTOGRAM_HEIGHT = 150;
const BOX_BAND = 20;
const FIRST_GROUPS = 7;
const FIRST_GROUPS_NARROW = 3;

/** A histogram: binning has start, width and log; marks has what is drawn above the bars. */
function histogram(host, { binning, bins, label, bar, marks }) {
  const most = Math.max(1, ...bins);
  const starts = bins.map((_, bin) => binning.start + bin * binning.width);
  const end = binning.start + bins.length * binning.width;
  const scaled = (pixels) => pixels * devicePixelRatio;
  const chart = new uPlot(
    {
      width: Math.max(120, Math.floor(host.clientWidth)),
      height: HISTOGRAM_HEIGHT,
      padding: [BOX_BAND + 4, 6, 0, 0],
      legend: { show: false },
      cursor: { x: false, y: false, points: { show: false }, drag: { setScale: false, x: false, y: false } },
      scales: { x: { time: false, range: () => [binning.start, end] }, y: { range: () => [0, most * 1.04] } },
      axes: [
        axis(label, binning.log, 46, { grid: { show: false }, size: 24 }),
        axis(null, false, 30, { size: 42, ticks: { show: false }, splits: (chart, index, low, high) =>
          evenTicks(0, high, 3).filter(Number.isInteger) }),
      ],
      series: [{}, { fill: bar, stroke: bar, width: 0, points: { show: false }, paths: uPlot.paths.bars({ align: 1, size: [1, Infinity], gap: scaled(1) }) }],
      hooks: { draw: [(drawn) => marks?.(drawn, scaled)] },
    },
    [starts, bins],
    host,
  );
  chart.over.addEventListener("mousemove", (event) => {
    const bin = Math.floor((chart.posToVal(event.offsetX, "x") - binning.start) / binning.width);
    if (!(bin >= 0 && bin < bins.length) || bins[bin] === 0) return tooltip.hide();
    const from = unplace(starts[bin], binning.log);
    const to = unplace(starts[bin] + binning.width, binning.log);
    tooltip.show(event.clientX, event.clientY, plural(bins[bin], "series"), brief(from) + " to " + brief(to));
  });
  chart.over.addEventListener("mouseleave", () => tooltip.hide());
  register(host, chart);
}

/** The middle half as a box, 99 % as a line, the median down through the bars. */
function boxMarks(box, log) {
  const [least, quarter, median, threeQuarters, greatest] = box.map((value) => place(value, log));
  return (chart, scaled) => {
    const context = chart.ctx;
    const at = (value) => chart.valToPos(value, "x", true);
    const top = chart.bbox.top;
    const middle = top - scaled(BOX_BAND / 2);
    const half = scaled(5);
    context.save();
    context.lineWidth = scaled(1.25);
    context.strokeStyle = context.fillStyle = colour("quiet");
    context.beginPath();
    context.moveTo(at(least), middle);
    context.lineTo(at(greatest), middle);
    for (const whisker of [least, greatest]) {
      context.moveTo(at(whisker), middle - half / 2);
      context.lineTo(at(whisker), middle + half / 2);
    }
    context.stroke();
    const left = at(quarter);
    const width = Math.max(scaled(2), at(threeQuarters) - left);
    context.fillStyle = colour("surface");
    context.fillRect(left, middle - half, width, 2 * half);
    context.strokeRect(left, middle - half, width, 2 * half);
    line(context, at(median), middle - half - scaled(2), top + chart.bbox.height, scaled(2), colour("median"));
    context.restore();
  };
}

function line(context, x, from, to, width, stroke) {
  context.strokeStyle = stroke;
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(x, from);
  context.lineTo(x, to);
  context.stroke();
}

/** Charts of some measures: a row for each domain, of which the small ones wait until they are asked for. */
function drawDistributions(host, measures) {
  const draw = (groups) => {
    for (const { domain, group } of groups) {
      host.append(element("h3", { className: "group" }, swatch(domainColour(domain)), groupName(domain)));
      for (const measure of measures) drawDistribution(host, measure, domain, group);
    }
  };
  const first = innerWidth <= 760 ? FIRST_GROUPS_NARROW : FIRST_GROUPS;
  draw(shownGroups.slice(0, first));
  const rest = shownGroups.slice(first);
  if (rest.length === 0) return;
  const button = element("button", { type: "button", textContent: "Show " + plural(rest.length, "more domain") });
  button.addEventListener("click", () => {
    button.remove();
    draw(rest);
  });
  host.after(button);
}

function drawDistribution(host, measure, domain, group) {
  const inUnit = measure.unit ? " in " + measure.unit : "";
  const found = measure.groups?.[group];
  if (!found?.count) {
    host.append(element("figure", {}, element("div", { className: "empty", textContent: "no series has a known " + measure.label })));
    return;
  }
  const median = "median " + length(found.box[2]) + (measure.unit && " " + measure.unit);
  const canvas = element("div", {
    className: "chart",
    role: "img",
    "aria-label": "Histogram of " + measure.label + inUnit + ", " + groupName(domain) + ": " + plural(found.count, "series") + ", " + median,
  });
  host.append(element("figure", {}, element("figcaption", {}, element("b", { textContent: measure.label + " · " + median }), plural(found.count, "series")), canvas));
  histogram(canvas, {
    binning: measure,
    bins: found.bins,
    label: measure.label + inUnit + (measure.log ? ", logarithmic" : ""),
    bar: () => domainColour(domain),
    marks: boxMarks(found.box, measure.log),
  });
}

function drawDeclared() {
  const declared = data.declared;
  const sentences = [];
  for (const { name, stated, right, smaller } of declared.attributes) {
    const larger = stated - right - smaller;
    sentences.push(stated === 0 ? name + " is stated by none of them." : name + " is stated by " + count(stated) + " of them: right within 1 % in "
      + count(right) + " (" + percent(right, stated) + "), too small in " + count(smaller) + ", too large in " + count(larger) + ".");
  }
  $("declared-text").textContent = "Slice positions give the distance of slices in " + plural(declared.measured, "series") + ". " + sentences.join(" ");
  for (const { name, stated, bins, extremes } of declared.attributes) {
    if (stated === 0) continue;
    const canvas = element("div", { className: "chart", role: "img", "aria-label": "Histogram of " + name + " divided by the measured distance, " + plural(stated, "series") });
    const range = "from " + brief(extremes[0]) + " to " + brief(extremes[1]) + " times";
    $("declared-charts").append(element("figure", {}, element("figcaption", {}, element("b", { textContent: name }), range), canvas));
    histogram(canvas, {
      binning: declared,
      bins,
      label: "times the measured distance, ⅛ or less to 8 or more",
      bar: () => colour("bar"),
      marks: (chart, scaled) => line(chart.ctx, chart.valToPos(0, "x", true), chart.bbox.top - scaled(8), chart.bbox.top + chart.bbox.height, scaled(1.5), colour("median")),
    });
  }
}
