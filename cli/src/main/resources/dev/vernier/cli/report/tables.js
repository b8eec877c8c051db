// The tables of series and of findings, what narrows them, and what is known about one series.

/** A choice among options, of which the first means any. */
function select(label, options, changed) {
  const chooser = element("select", { onchange: changed }, ...options.map(([value, text]) => element("option", { value, textContent: text })));
  return { chooser, field: element("label", { textContent: label }, chooser) };
}

function search(label, example, changed) {
  const input = element("input", { type: "search", placeholder: example, oninput: debounced(changed, 120) });
  return { input, field: element("label", { className: "wide", textContent: label }, input) };
}

/** Text to search in, made when it is first needed. */
function haystacks(size, textOf) {
  let made = null;
  return () => (made ??= Array.from({ length: size }, (_, row) => textOf(row).toLowerCase()));
}

/** An angle with one decimal, as series.csv has it. */
const degrees = (angle) => (angle === null ? "–" : angle.toFixed(1));

/** What is said where spacings of one row are in another order than its heading says. */
function asStoredNote() {
  const stored = series.asStored.filter(Boolean).length;
  return stored === 0 ? "" : " Of " + plural(stored, "series") + " a spacing or the orientation is unknown: theirs are x, y, z as stored.";
}

const seriesTable = {
  listed: null,

  start() {
    const all = Array.from({ length: seriesCount }, (_, row) => row);
    this.inOrder = [...all.filter(isConspicuous), ...all.filter((row) => !isConspicuous(row))];
    const changed = () => this.narrow();
    this.text = search("Search", "UID, scanner, protocol, folder", changed);
    this.domain = select("Domain", [["", "all"], ...domainNames.map((name, index) => [index, name])], changed);
    this.status = select("Status", [["", "any"], ["conspicuous", "to look at"], ...data.statuses.map((name, index) => [index, name])], changed);
    this.flag = select("Flag", [["", "any"], ...data.flags.map((name, index) => [index, name])], changed);
    this.source = select("z from", [["", "any"], ...data.zSources.map((name, index) => [index, name])], changed);
    const reset = element("button", { type: "button", textContent: "Show all", onclick: () => this.only({}) });
    $("series-controls").append(this.text.field, this.domain.field, this.status.field, this.flag.field, this.source.field, reset);
    this.haystack = haystacks(seriesCount, (row) => [series.uid[row], domainNames[series.domain[row]], ...["modality", "manufacturer", "model", "protocol", "folder", "plane", "reason"]
      .map((name) => textAt(series[name], row))].join("\n"));
    const number = (title, width, values, more) => ({ title, width, number: true, key: (row) => values[row], text: (row) => length(values[row]), ...more });
    const spacing = (axis, title, width, more) => number(title, width, series[axis], {
      key: (row) => (series.asStored[row] ? null : series[axis][row]),
      text: (row) => (series.asStored[row] && series[axis][row] !== null ? axis + " " : "") + length(series[axis][row]),
      ...more,
    });
    const flagTexts = new Map();
    const flagText = (bits) => {
      if (!flagTexts.has(bits)) flagTexts.set(bits, flagNames(bits).join(", "));
      return flagTexts.get(bits);
    };
    const scanner = (row) => [textAt(series.manufacturer, row), textAt(series.model, row)].filter(Boolean).join(" ");
    this.grid = new Grid($("series-grid"), {
      label: "Series",
      selectRow: (row) => this.detail(row),
      columns: [
        { title: "domain", width: 104, narrow: 70, key: (row) => series.domain[row], text: (row) => domainNames[series.domain[row]] },
        { title: "status", width: 128, narrow: 114, key: (row) => series.status[row], text: (row) => data.statuses[series.status[row]], trouble: (row) => data.statuses[series.status[row]] !== "REGULAR" },
        { title: "flags", width: 130, secondary: true, key: (row) => series.flags[row], text: (row) => flagText(series.flags[row]) },
        spacing("x", nameX, 84, { narrow: 80 }),
        spacing("y", nameY, 84, { secondary: true }),
        spacing("z", nameZ, 76, { narrow: 64 }),
        { title: "slices", width: 62, number: true, secondary: true, key: (row) => (series.slices[row] < 0 ? null : series.slices[row]), text: (row) => (series.slices[row] < 0 ? "–" : count(series.slices[row])) },
        { title: "plane", width: 76, secondary: true, key: (row) => series.plane.codes[row], text: (row) => textAt(series.plane, row) },
        { title: "obliquity", width: 82, number: true, secondary: true, key: (row) => series.obliquity[row], text: (row) => degrees(series.obliquity[row]) },
        { title: "scanner", width: 130, secondary: true, key: (row) => series.manufacturer.codes[row] * series.model.values.length + series.model.codes[row], text: scanner },
        { title: "folder", width: 106, secondary: true, key: (row) => series.folder.codes[row], text: (row) => textAt(series.folder, row) },
      ],
    });
    this.narrow();
  },

  /** Keeps what the controls ask for. */
  narrow() {
    const words = this.text.input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const texts = words.length > 0 ? this.haystack() : null;
    const [domain, flag, source] = [this.domain, this.flag, this.source].map(({ chooser }) => (chooser.value === "" ? -1 : Number(chooser.value)));
    const status = this.status.chooser.value;
    const candidates = this.listed?.rows ?? this.inOrder;
    const rows = candidates.filter((row) =>
      (domain < 0 || series.domain[row] === domain)
      && (status === "" || (status === "conspicuous" ? isConspicuous(row) : series.status[row] === Number(status)))
      && (flag < 0 || series.flags[row] & (1 << flag))
      && (source < 0 || series.zSource[row] === source)
      && words.every((word) => texts[row].includes(word)));
    this.grid.show(rows);
    $("series-count").textContent = count(rows.length) + " of " + plural(series.total, "series") + (this.listed ? " (" + this.listed.label + ")" : "")
      + ". Those to look at come first. Click a heading to sort, a row to see more." + asStoredNote() + (seriesCount < series.total ? " " + sampleNote() : "");
  },

  /** Sets all controls, those not named to any, and goes there. */
  only({ domain = "", status = "", flag = "", source = "", text = "", listed = null }) {
    this.text.input.value = text;
    this.domain.chooser.value = domain === -1 ? "" : domain;
    this.status.chooser.value = status;
    this.flag.chooser.value = flag;
    this.source.chooser.value = source;
    this.listed = listed;
    this.narrow();
    $("series").scrollIntoView({ block: "start" });
  },

  detail(row) {
    const facts = element("dl");
    const fact = (name, text) => {
      if (text !== "" && text !== null) facts.append(element("div", {}, element("dt", { textContent: name }), element("dd", { textContent: text })));
    };
    const mm = (value) => (value === null ? null : length(value) + " mm");
    fact("domain", domainNames[series.domain[row]]);
    fact(series.asStored[row] ? "x, y, z as stored" : data.axisNames.join(", "), [series.x, series.y, series.z].map((column) => length(column[row])).join(" × ") + " mm");
    fact("counts in the medians", series.votes[row] ? "yes" : "no");
    fact("status", data.statuses[series.status[row]] + ": " + data.statusMeanings[series.status[row]]);
    fact(series.votes[row] ? "why something is unknown" : "why it does not count", textAt(series.reason, row));
    fact("plane", textAt(series.plane, row));
    fact("obliquity", series.obliquity[row] === null ? "" : degrees(series.obliquity[row]) + " degrees");
    fact("x and y are from", textAt(series.xySource, row));
    fact("z is from", data.zSources[series.zSource[row]]);
    fact("slice positions say", mm(series.measured[row]));
    fact("SpacingBetweenSlices says", mm(series.declaredSpacing[row]));
    fact("SliceThickness says", mm(series.declaredThickness[row]));
    fact("slices", series.slices[row] < 0 ? "" : count(series.slices[row]));
    fact("from first to last slice", mm(series.extent[row]));
    fact("columns × rows", series.columns[row] > 0 ? series.columns[row] + " × " + series.rows[row] : "");
    fact("files, instances, frames", [series.files, series.instances, series.frames].map((column) => count(column[row])).join(", "));
    fact("unreadable files", series.unreadable[row] > 0 ? count(series.unreadable[row]) : "");
    fact("modality", textAt(series.modality, row));
    fact("manufacturer", textAt(series.manufacturer, row));
    fact("model", textAt(series.model, row));
    fact("protocol", textAt(series.protocol, row));
    fact("folder", textAt(series.folder, row));
    const own = findingTable.ofSeries(row).map((finding) => element("li", { textContent: textAt(data.findings.code, finding) + ": " + textAt(data.findings.detail, finding) }));
    $("series-detail").replaceChildren(element("h3", { textContent: series.uid[row] }), facts, element("ul", {}, ...own));
  },
};

const findingTable = {
  start() {
    const findings = data.findings;
    this.size = findings.series.length;
    const all = Array.from({ length: this.size }, (_, row) => row);
    this.inOrder = [...all.filter((row) => findings.series[row] >= 0), ...all.filter((row) => findings.series[row] < 0)];
    const changed = () => this.narrow();
    this.text = search("Search", "path, UID, detail", changed);
    this.code = select("Kind", [["", "all"], ...findings.code.values.map((name, index) => [index, name])], changed);
    $("finding-controls").append(this.text.field, this.code.field);
    const uid = (row) => (findings.series[row] < 0 ? textAt(findings.uid, row) : series.uid[findings.series[row]]);
    const path = (row) => textAt(findings.path, row) || (findings.series[row] < 0 ? "" : textAt(series.folder, findings.series[row]));
    this.haystack = haystacks(this.size, (row) => [textAt(findings.code, row), textAt(findings.detail, row), path(row), uid(row)].join("\n"));
    this.grid = new Grid($("finding-grid"), {
      label: "Findings",
      selectRow: (row) => {
        if (findings.series[row] >= 0) seriesTable.only({ listed: { rows: [findings.series[row]], label: "from a finding" } });
        if (findings.series[row] >= 0) seriesTable.detail(findings.series[row]);
      },
      columns: [
        { title: "kind", width: 210, narrow: 144, key: (row) => findings.code.codes[row], text: (row) => textAt(findings.code, row) },
        { title: "detail", width: 420, narrow: 184, key: (row) => findings.detail.codes[row], text: (row) => textAt(findings.detail, row) },
        { title: "file or folder", width: 250, secondary: true, key: this.ranks(path), text: path },
        { title: "series", width: 260, secondary: true, key: this.ranks(uid), text: uid },
      ],
    });
    this.narrow();
  },

  /** Sorts by text without comparing texts over and over: each text's rank, found when first needed. */
  ranks(textOf) {
    let ranks = null;
    return (row) => {
      if (!ranks) {
        const texts = Array.from({ length: this.size }, (_, each) => textOf(each));
        const order = new Map([...new Set(texts)].sort().map((text, rank) => [text, rank]));
        ranks = texts.map((text) => order.get(text));
      }
      return ranks[row];
    };
  },

  narrow() {
    const words = this.text.input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const texts = words.length > 0 ? this.haystack() : null;
    const code = this.code.chooser.value === "" ? -1 : Number(this.code.chooser.value);
    const rows = this.inOrder.filter((row) => (code < 0 || data.findings.code.codes[row] === code) && words.every((word) => texts[row].includes(word)));
    this.grid.show(rows);
    $("finding-count").textContent = count(rows.length) + " of " + plural(data.findings.total, "finding") + ". Click one to see its series."
      + (this.size < data.findings.total ? " The page holds " + count(this.size) + " of them." : "");
  },

  ofSeries(row) {
    const found = [];
    data.findings.series.forEach((each, finding) => {
      if (each === row) found.push(finding);
    });
    return found;
  },
};
