// The archive: see PageData in the program's source for what is in it. Columns, not rows.

const data = JSON.parse($("data").textContent);

/** The text of a row in a column that holds each text once. */
const textAt = (column, row) => column.values[column.codes[row]];

const series = data.series;
const seriesCount = series.uid.length;
const domainNames = data.domains.name;

/** Whether spacings are along the patient's axes, and what the axes are called. */
const alongPatient = data.axes === "patient";
const [nameX, nameY, nameZ] = data.axisNames;

/** The name of a row of charts; -1 is the whole archive. */
const groupName = (domain) => (domain < 0 ? "all series" : domainNames[domain]);

/** Rows of charts; where there is one domain only, the whole archive would be the same again. */
const shownGroups = data.drawn.map((domain, group) => ({ domain, group })).filter(({ group }) => domainNames.length > 1 || group > 0);

function flagNames(bits) {
  return data.flags.filter((name, bit) => bits & (1 << bit));
}

function isConspicuous(row) {
  return data.statuses[series.status[row]] !== "REGULAR" || series.flags[row] !== 0 || series.unreadable[row] > 0
    || !series.votes[row];
}
