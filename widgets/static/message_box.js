// A text box with a Send button. Enter sends as well, Shift+Enter breaks the line.
export default {
  render({ model, el }) {
    const box = document.createElement("textarea");
    box.className = "tut-message-box";
    box.rows = 3;
    box.placeholder = model.get("placeholder");
    box.setAttribute("aria-label", model.get("label"));
    box.value = model.get("value");
    const button = document.createElement("button");
    button.className = "tut-button tut-primary";
    button.textContent = "Send";
    button.title = "Send your message";

    const share = () => {
      model.set("value", box.value);
      model.save_changes();
    };
    const send = () => {
      if (model.get("busy") || !box.value.trim()) return;
      model.send({ kind: "send", text: box.value });
      box.value = ""; // here and not from Python, which may be some keystrokes behind
      share();
    };
    box.addEventListener("input", share);
    box.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      send();
    });
    button.addEventListener("click", () => {
      send();
      box.focus();
    });
    model.on("change:value", () => {
      if (box.value !== model.get("value")) box.value = model.get("value");
    });
    const setBusy = () => button.setAttribute("aria-disabled", String(model.get("busy")));
    model.on("change:busy", setBusy);
    setBusy();
    el.classList.add("tut-message");
    el.dataset.lmSuppressShortcuts = "true"; // Shift+Enter would run the notebook's cell
    el.append(box, button);
  },
};
