// A part of the page that shows HTML from Python. A screen reader hears what changes in it. `done` is what no
// longer changes, `live` what is being written: below it, so that the end is seen, or above it (`newest` first).
// A button in it copies (data-copy: the code beside it; data-text: that text) or tells Python what to do (data-do).
function textOf(button) {
  return button.dataset.text ?? button.closest(".tut-block").querySelector("code").textContent;
}

function keep(root, change) {
  // Drawing anew takes nothing away from who is using it: the focus stays, and what was opened stays open.
  const focused = root.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  const open = [...root.querySelectorAll("details[data-key]")].filter((each) => each.open).map((each) => each.dataset.key);
  change();
  for (const each of root.querySelectorAll("details[data-key]")) each.open ||= open.includes(each.dataset.key);
  if (focused) root.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

export default {
  render({ model, el }) {
    el.classList.add("tut-screen");
    el.setAttribute("role", model.get("role"));
    el.setAttribute("aria-label", model.get("label"));
    el.setAttribute("aria-live", model.get("role") === "log" ? "polite" : "off");
    const parts = { done: document.createElement("div"), live: document.createElement("div") };
    const newest = model.get("newest");
    el.append(...(newest ? [parts.live, parts.done] : [parts.done, parts.live]));
    const settle = () => {
      const scrolls = el.scrollHeight > el.clientHeight + 1 || el.scrollWidth > el.clientWidth + 1;
      if (scrolls) el.tabIndex = 0; // so that the arrow keys can scroll it
    };
    for (const [name, part] of Object.entries(parts)) {
      part.className = `tut-${name}`;
      const draw = () => {
        const atEnd = !newest && el.scrollHeight - el.scrollTop - el.clientHeight < 40;
        keep(part, () => (part.innerHTML = model.get(name)));
        if (atEnd) el.scrollTop = el.scrollHeight;
        settle();
      };
      model.on(`change:${name}`, draw);
      draw();
    }
    el.addEventListener("click", (event) => {
      const button = event.target.closest("[data-copy], [data-text], [data-do]");
      if (!button || !el.contains(button)) return;
      if (button.dataset.do) model.send({ kind: "do", what: button.dataset.do, which: button.dataset.which ?? "" });
      else copy(textOf(button), button);
    });
    const setBusy = () => el.setAttribute("aria-busy", String(model.get("busy")));
    model.on("change:busy", setBusy); // while it is busy, a screen reader waits
    setBusy();
    new ResizeObserver(settle).observe(el);
    requestAnimationFrame(() => {
      if (!newest) el.scrollTop = el.scrollHeight;
    });
  },
};
