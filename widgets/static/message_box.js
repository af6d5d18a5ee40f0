// A text box with a Send button, which grows with the text. Enter sends as well, Shift+Enter breaks the line.
const PATIENCE = 400; // milliseconds until a message that Python has not taken yet is shown as waiting

export default {
  render({ model, el }) {
    const box = document.createElement("textarea");
    box.className = "tut-message-box";
    box.rows = 1;
    box.placeholder = model.get("placeholder");
    box.setAttribute("aria-label", model.get("label"));
    box.value = model.get("value");
    const button = document.createElement("button");
    button.className = "tut-button tut-primary";
    button.textContent = "Send";
    button.title = "Send your message";
    const waiting = document.createElement("div");
    waiting.className = "tut-queued";
    waiting.setAttribute("role", "status");

    const grow = () => {
      box.style.height = "auto";
      if (box.scrollHeight) box.style.height = `${Math.min(box.scrollHeight + 2, 240)}px`;
    };
    const share = () => {
      grow();
      model.set("value", box.value);
      model.save_changes();
    };
    let timer;
    const send = () => {
      if (model.get("busy") || !box.value.trim()) return;
      const text = box.value;
      model.send({ kind: "send", text });
      clearTimeout(timer);
      timer = setTimeout(() => (waiting.textContent = `Waiting to be sent, as another cell is running: ${text}`), PATIENCE);
      box.value = ""; // here and not from Python, which may be some keystrokes behind
      share();
    };
    model.on("msg:custom", () => {
      clearTimeout(timer);
      waiting.textContent = "";
    });
    box.addEventListener("input", share);
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      send();
    });
    button.addEventListener("click", () => {
      send();
      box.focus();
    });
    model.on("change:value", () => {
      if (box.value !== model.get("value")) box.value = model.get("value");
      grow();
    });
    const setBusy = () => button.setAttribute("aria-disabled", String(model.get("busy")));
    model.on("change:busy", setBusy);
    setBusy();
    requestAnimationFrame(grow);
    el.classList.add("tut-message", "tut-home");
    const line = document.createElement("div");
    line.className = "tut-message-line";
    line.append(box, button);
    el.append(line, waiting);
  },
};
