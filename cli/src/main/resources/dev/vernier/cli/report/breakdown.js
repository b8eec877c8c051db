// Shares: stacked bars for the archive and its domains, and what each part means.

/** A bar for each row of charts; clicking a part lists its series. */
function stackedBars(host, { names, counts, colours, choose }) {
  for (const { domain, group } of shownGroups) {
    const whole = counts[group].reduce((sum, number) => sum + number, 0);
    if (whole === 0) continue;
    const bar = element("div", { className: "stack" });
    names.forEach((name, index) => {
      const part = counts[group][index];
      if (part === 0) return;
      const text = name + ": " + count(part) + " of " + plural(whole, "series") + " (" + percent(part, whole) + ")";
      bar.append(element("button", {
        type: "button",
        style: { flexGrow: String(part), background: colours[name] },
        "aria-label": groupName(domain) + ", " + text,
        onclick: () => choose(index, domain),
        onmousemove: (event) => tooltip.show(event.clientX, event.clientY, groupName(domain), text),
        onmouseleave: () => tooltip.hide(),
      }));
    });
    host.append(element("div", { className: "stack-row" + (host.childElementCount === 0 ? " first" : "") },
      element("span", { textContent: groupName(domain), title: groupName(domain) }), bar));
  }
}

/** A line for each part: how many, what it is called, what it means. Clicking a name lists its series. */
function meanings(table, { names, texts, counts, colours, choose, hideNone }) {
  const body = element("tbody");
  names.forEach((name, index) => {
    const number = counts[0][index];
    if (number === 0 && hideNone) return;
    const label = number === 0 ? name : element("button", { type: "button", className: "link", textContent: name, onclick: () => choose(index, -1) });
    body.append(element("tr", { className: number === 0 ? "none" : "" },
      element("td", { className: "name" }, swatch(colours[name]), label),
      element("td", { className: "count", textContent: count(number) }),
      element("td", { className: "meaning", textContent: texts[index] ?? "" })));
  });
  table.append(body);
}

const Z_SOURCE_MEANINGS = {
  "positions": "measured from slice positions along the stack’s normal",
  "spacing-between-slices": "SpacingBetweenSlices (0018,0088): what a multi-frame file states for its volume, or a stand-in, flagged ESTIMATED",
  "slice-thickness": "SliceThickness (0018,0050), a stand-in that knows no gaps, flagged ESTIMATED",
  "slice-location": "SliceLocation (0020,1041), where no image has a position, flagged ESTIMATED",
  "grid-frame-offset": "GridFrameOffsetVector (3004,000C) of a dose grid",
  "nifti-pixdim": "pixdim of a NIfTI header",
  "unknown": "nothing gave it; these series do not count",
};
