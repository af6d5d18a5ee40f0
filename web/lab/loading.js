// Says what a notebook loads while it loads: Python itself runs in this page, and takes seconds to arrive.
const STEPS = {
  page: "Loading the notebook …",
  python: "Starting Python in this page: about 23 MB the first time, then from your browser's cache. You can read on meanwhile.",
  course: "Loading the course's packages …",
  failed: "Python could not be loaded. Check your connection, and load this page again.",
};

// The last part keeps the numbers beside the outputs: this is not a cell of the lesson.
const LOAD_COURSE = "import utils; del utils; get_ipython().execution_count -= 1";

const bar = document.createElement("div");
bar.setAttribute("role", "status");
bar.style.cssText =
  "position: fixed; bottom: 0; left: 0; right: 0; z-index: 9999; padding: 0.6em 1em; font: 15px/1.4 system-ui, sans-serif; color: #fff; background: #1a4f8b";
const say = (text) => (bar.textContent = text);
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function kernel() {
  for (;;) {
    const found = window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel;
    if (found) return found;
    await pause(100);
  }
}

// Nothing runs before Python is there, so the reply tells when it is.
async function run(kernel, code) {
  const request = { code, silent: true, store_history: false, allow_stdin: false };
  return (await kernel.requestExecute(request).done).content.status;
}

async function load() {
  say(STEPS.page);
  document.body.append(bar);
  const python = await kernel();
  say(STEPS.python);
  await run(python, "");
  say(STEPS.course);
  if ((await run(python, LOAD_COURSE)) === "ok") bar.remove();
  else say(STEPS.failed);
}

load();
