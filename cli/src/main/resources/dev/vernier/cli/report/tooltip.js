// One box of text beside the pointer.

const tooltip = {
  show(x, y, first, ...more) {
    const box = $("tooltip");
    box.replaceChildren(element("div", { textContent: first }), ...more.map((line) => element("div", { textContent: line })));
    box.hidden = false;
    const left = Math.min(x + 14, innerWidth - box.offsetWidth - 8);
    const above = y + 18 + box.offsetHeight > innerHeight;
    box.style.left = Math.max(8, left) + "px";
    box.style.top = (above ? Math.max(8, y - box.offsetHeight - 12) : y + 18) + "px";
  },
  hide() {
    $("tooltip").hidden = true;
  },
};

addEventListener("scroll", () => tooltip.hide(), { passive: true });
