// A table of any length: only the rows in view exist.

const ROW_HEIGHT = 34;
const SPARE_ROWS = 8;
const PRINTED_ROWS = 60;

class Grid {
  /**
   * columns: { title, width, key(row) to sort by, text(row) to show, number?, secondary?, trouble?(row) }.
   * Rows are numbers; those that compare equal stay in their order.
   */
  constructor(host, { columns, label, selectRow }) {
    this.columns = columns;
    this.selectRow = selectRow;
    this.rows = [];
    this.pool = [];
    this.selected = -1;
    this.sorting = { column: -1, descending: false };
    this.scroll = element("div", { className: "grid-scroll", tabIndex: 0, role: "region", "aria-label": label });
    this.above = element("tr", { className: "spacer", "aria-hidden": "true" }, element("td", { colSpan: columns.length }));
    this.below = element("tr", { className: "spacer", "aria-hidden": "true" }, element("td", { colSpan: columns.length }));
    this.body = element("tbody", {}, this.above, this.below);
    this.table = element("table", {}, element("colgroup", {}, ...columns.map((column) => element("col", { className: column.secondary ? "secondary" : "" }))),
      element("thead", {}, element("tr", {}, ...columns.map((column, index) => this.heading(column, index)))), this.body);
    this.scroll.append(this.table);
    this.printedNote = element("p", { className: "print-only quiet" });
    host.append(this.scroll, this.printedNote);
    this.scroll.addEventListener("scroll", () => this.render(), { passive: true });
    this.body.addEventListener("click", (event) => this.choose(event));
    addEventListener("resize", debounced(() => this.layOut(), 80));
    addEventListener("beforeprint", () => this.render(true));
    addEventListener("afterprint", () => this.render());
    this.layOut();
  }

  heading(column, index) {
    return element("th", { scope: "col", className: (column.number ? "number" : "") + (column.secondary ? " secondary" : ""), "aria-sort": "none" },
      element("button", { type: "button", textContent: column.title, onclick: () => this.sortBy(index) }));
  }

  /** Columns share what is left of the width; the table scrolls where there is too little. */
  layOut() {
    const narrow = innerWidth <= 760;
    let sum = 0;
    this.columns.forEach((column, index) => {
      const shown = !(narrow && column.secondary);
      const width = narrow ? column.narrow ?? column.width : column.width;
      if (shown) sum += width;
      this.table.querySelectorAll("col")[index].style.width = shown ? width + "px" : "0";
    });
    this.table.style.minWidth = sum + "px";
    this.render();
  }

  /** Shows these rows, in the chosen order. */
  show(rows) {
    this.rows = rows;
    this.sort();
    this.scroll.scrollTop = 0;
    this.render();
  }

  sortBy(column, descending) {
    const again = this.sorting.column === column;
    this.sorting = { column, descending: descending ?? (again && !this.sorting.descending) };
    this.table.querySelectorAll("th").forEach((heading, index) =>
      heading.setAttribute("aria-sort", index !== column ? "none" : this.sorting.descending ? "descending" : "ascending"));
    this.sort();
    this.scroll.scrollTop = 0;
    this.render();
  }

  /** By keys taken once; unknown ones (null) come last in either direction. */
  sort() {
    const { column, descending } = this.sorting;
    if (column < 0) return;
    const key = this.columns[column].key;
    const keys = new Map();
    for (const row of this.rows) keys.set(row, key(row));
    const sign = descending ? -1 : 1;
    this.rows = Array.from(this.rows).sort((a, b) => {
      const first = keys.get(a);
      const second = keys.get(b);
      if (first === second) return a - b;
      if (first === null) return 1;
      if (second === null) return -1;
      return sign * (first - second);
    });
  }

  render(printing) {
    const first = printing ? 0 : Math.max(0, Math.floor(this.scroll.scrollTop / ROW_HEIGHT) - SPARE_ROWS);
    const inView = Math.ceil((this.scroll.clientHeight || 520) / ROW_HEIGHT) + 2 * SPARE_ROWS;
    const end = Math.min(this.rows.length, first + (printing ? PRINTED_ROWS : inView));
    while (this.pool.length < end - first) this.pool.push(this.newRow());
    this.above.firstChild.style.height = first * ROW_HEIGHT + "px";
    this.below.firstChild.style.height = (printing ? 0 : (this.rows.length - end) * ROW_HEIGHT) + "px";
    for (let n = 0; n < this.pool.length; n++) {
      const line = this.pool[n];
      if (n >= end - first) line.remove();
      else {
        this.fill(line, this.rows[first + n], first + n);
        if (!line.isConnected) this.below.before(line);
      }
    }
    this.printedNote.textContent = this.rows.length > PRINTED_ROWS ? "The first " + PRINTED_ROWS + " of " + count(this.rows.length) + " rows are printed." : "";
    this.table.setAttribute("aria-rowcount", String(this.rows.length + 1));
  }

  newRow() {
    return element("tr", { className: "row" }, ...this.columns.map((column) =>
      element("td", { className: (column.number ? "number" : "") + (column.secondary ? " secondary" : "") })));
  }

  fill(line, row, position) {
    line.dataset.row = row;
    line.setAttribute("aria-rowindex", String(position + 2));
    line.setAttribute("aria-selected", String(row === this.selected));
    this.columns.forEach((column, index) => {
      const cell = line.children[index];
      const text = column.text(row);
      cell.textContent = text;
      cell.title = column.number ? "" : text;
      if (column.trouble) cell.classList.toggle("trouble", column.trouble(row));
    });
  }

  choose(event) {
    const line = event.target.closest("tr.row");
    if (!line || !this.selectRow) return;
    this.selected = Number(line.dataset.row);
    this.render();
    this.selectRow(this.selected);
  }
}
