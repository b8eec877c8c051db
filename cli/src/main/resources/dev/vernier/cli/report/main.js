// Draws the page, from what is seen first to what is seen last.

document.documentElement.classList.add("scripts-run");

drawTargets();

const spacings = data.measures.slice(0, 3);
const logarithmic = spacings.filter((measure) => measure.log).map((measure) => measure.label);
$("distribution-scale").textContent = logarithmic.length > 0 ? ", logarithmic for " + logarithmic.join(", ").replace(/, ([^,]*)$/, " and $1") : "";
drawDistributions($("distribution-charts"), spacings);
const undrawn = domainNames.length + 1 - data.drawn.length;
$("distribution-note").textContent = undrawn > 0
  ? "Here and below, the " + count(data.drawn.length - 1) + " domains with most series are drawn; " + plural(undrawn, "smaller one") + " are not." : "";
drawPlane((rows, label) => seriesTable.only({ listed: { rows, label } }));
drawDistributions($("size-charts"), data.measures.slice(3));

const chooseStatus = (status, domain) => seriesTable.only({ status, domain });
stackedBars($("status-bars"), { names: data.statuses, counts: data.statusCounts, colours: STATUS_COLOURS, choose: chooseStatus });
meanings($("status-legend"), { names: data.statuses, texts: data.statusMeanings, counts: data.statusCounts, colours: STATUS_COLOURS, choose: chooseStatus });
meanings($("flag-legend"), {
  names: data.flags,
  texts: data.flagMeanings,
  counts: data.flagCounts,
  colours: Object.fromEntries(data.flags.map((name) => [name, FLAG_COLOUR])),
  choose: (flag) => seriesTable.only({ flag }),
});

const chooseSource = (source, domain) => seriesTable.only({ source, domain });
stackedBars($("rule-bars"), { names: data.zSources, counts: data.zSourceCounts, colours: SOURCE_COLOURS, choose: chooseSource });
meanings($("rule-legend"), {
  names: data.zSources,
  texts: data.zSources.map((name) => Z_SOURCE_MEANINGS[name]),
  counts: data.zSourceCounts,
  colours: SOURCE_COLOURS,
  choose: chooseSource,
  hideNone: true,
});
drawDeclared();

seriesTable.start();
findingTable.start();
$("conspicuous").addEventListener("click", (event) => {
  event.preventDefault();
  seriesTable.only({ status: "conspicuous" });
});
