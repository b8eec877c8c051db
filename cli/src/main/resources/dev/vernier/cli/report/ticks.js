// Axes. Charts are drawn on a linear scale always: a logarithmic one is a linear one of logarithms, with labels that undo them.

const place = (value, log) => (log ? Math.log10(value) : value);
const unplace = (placed, log) => (log ? 10 ** placed : placed);

/** A number without the noise of binary fractions. */
const tidy = (value) => Number(value.toPrecision(12));

function evenTicks(low, high, most) {
  const rough = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough);
  const ticks = [];
  for (let n = Math.ceil(low / step - 1e-9); n * step <= high * (1 + 1e-9); n++) ticks.push(tidy(n * step));
  return ticks;
}

function decadeTicks(low, high, factors) {
  const ticks = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
    for (const factor of factors) {
      const value = tidy(factor * 10 ** power);
      if (value >= low && value <= high) ticks.push(value);
    }
  }
  return ticks;
}

/** Round numbers between two values, at most so many. */
function ticksBetween(low, high, log, most) {
  if (!log) return evenTicks(low, high, most);
  for (const factors of [[1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 5], [1, 2, 5], [1, 3], [1]]) {
    const ticks = decadeTicks(low, high, factors);
    if (ticks.length <= most) return ticks.length > 1 ? ticks : evenTicks(low, high, most);
  }
  return decadeTicks(low, high, [1]);
}

/** An axis in the page's colours. */
function axis(label, log, pixelsPerTick, more) {
  return {
    label,
    labelSize: 18,
    labelGap: 2,
    labelFont: "12px " + colour("sans"),
    font: "12px " + colour("sans"),
    gap: 4,
    stroke: () => colour("quiet"),
    grid: { stroke: () => colour("line"), width: 1 },
    ticks: { stroke: () => colour("line"), width: 1, size: 4 },
    splits: (chart, index, low, high) => {
      const room = (index === 0 ? chart.bbox.width : chart.bbox.height) / devicePixelRatio;
      const most = Math.max(2, Math.floor(room / pixelsPerTick));
      return ticksBetween(unplace(low, log), unplace(high, log), log, most).map((value) => place(value, log));
    },
    values: (chart, splits) => splits.map((split) => String(tidy(Number(unplace(split, log).toPrecision(6))))),
    ...more,
  };
}
