// The page: what is typed is checked a moment later; a click on either side shows the other.

import { ask, read } from "./ask.js";
import { card, entries, heldLine, made, paint, verdict, work } from "./made.js";
import { shifted } from "./text.js";

const PAUSE = 100; // milliseconds of rest before a check
const at = (id) => document.getElementById(id);
const article = at("article");
const source = at("source");
const wide = matchMedia("(min-width: 56.01rem)"); // the findings stand beside the text
const touch = matchMedia("(pointer: coarse)"); // where a focus would raise a keyboard over the page
const cards = new Map(); // the cards that stand there, by key

const state = { text: "", name: "", sourceName: "", json: "", entries: [], lines: [], chosen: null, timer: 0 };

// --- checking

function request() {
  const asked = { text: article.value, name: state.name || "article.md" };
  if (at("date").value) asked.date = at("date").value;
  if (source.value.trim()) asked.sources = [{ text: source.value, name: state.sourceName || "source.md" }];
  return asked;
}

function soon(wait = PAUSE) {
  clearTimeout(state.timer);
  state.timer = setTimeout(check, wait);
}

async function check() {
  clearTimeout(state.timer);
  const text = article.value;
  if (!text.trim()) return empty();
  document.body.classList.add("working");
  try {
    const words = await ask("check", request());
    if (words !== null && text === article.value) show(words, text);
  } catch (slip) {
    trouble(slip.message);
    if (slip.again) soon(slip.again * 1000);
  }
}

function show(words, text) {
  const { documents: [report], summary } = JSON.parse(words);
  Object.assign(state, { json: words, entries: entries(report, text), text });
  state.lines = state.entries.flatMap((one) => one.lines);
  trouble("");
  say(at("verdict"), verdict(summary));
  say(at("work"), work(summary, report.unproven));
  const day = report.published && new Date(`${report.published}T12:00`).toLocaleDateString("en-GB", { dateStyle: "long" });
  say(at("date-hint"), day && !at("date").value ? `The article says ${day}.` : "Weekdays, ages and “last year” are held against this day.");
  if (!state.entries.some((one) => one.key === state.chosen)) state.chosen = null;
  list();
  draw();
  document.body.classList.remove("working");
  document.body.dataset.checked = Number(document.body.dataset.checked ?? 0) + 1;
}

function empty() {
  Object.assign(state, { json: "", entries: [], lines: [], chosen: null, text: article.value });
  trouble("");
  say(at("verdict"), "Nothing to check yet.");
  say(at("work"), "");
  list();
  draw();
  document.body.classList.remove("working");
}

function trouble(words) {
  at("trouble").hidden = !words;
  say(at("trouble"), words);
  at("cards").classList.toggle("stale", Boolean(words));
  if (words) document.body.classList.remove("working");
}

// A live region that is given the words it has already is read out again.
function say(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

// --- showing

const findings = () => state.entries.filter((one) => one.kind !== "holds");
const held = () => state.entries.filter((one) => one.kind === "holds");

function list() {
  const known = new Map(cards);
  cards.clear();
  for (const one of findings()) cards.set(one.key, known.get(one.key) ?? card(one, source.value, choose, mend));
  const good = !cards.size && state.json && held().length;
  at("cards").replaceChildren(...cards.values(), ...(good ? [made("li", "none", "Every comparison made holds.")] : []));
  at("held-list").replaceChildren(...held().map((one) => heldLine(one, choose)));
  say(at("held-count"), `(${held().length})`);
  at("steps").hidden = !state.entries.length;
  at("legend").hidden = Boolean(article.value);
  at("start").hidden = Boolean(article.value);
  at("clear").disabled = !article.value;
  at("clear-source").disabled = !source.value;
  for (const id of ["save-text", "save-report", "save-json"]) at(id).disabled = !state.json;
}

function draw() {
  paint(at("under"), article.value, state.lines, state.chosen);
  const all = findings();
  const place = all.findIndex((one) => one.key === state.chosen);
  say(at("position"), all.length ? (place < 0 ? `${all.length} finding${all.length === 1 ? "" : "s"}` : `${place + 1} of ${all.length}`) : "");
  for (const id of ["previous", "position", "next"]) at(id).hidden = !all.length;
  for (const [key, element] of cards) {
    element.classList.toggle("chosen", key === state.chosen);
    if (key === state.chosen) element.setAttribute("aria-current", "true");
    else element.removeAttribute("aria-current");
  }
  held().forEach((one, n) => at("held-list").children[n].firstChild.classList.toggle("chosen", one.key === state.chosen));
}

function into(view, element) {
  const { top, bottom } = element.getBoundingClientRect();
  if (top < view.top || bottom > view.bottom) element.scrollIntoView({ block: "center" });
}

// Shows an entry in the text; the figure itself is selected, so that it can be typed over.
function choose(key) {
  state.chosen = key;
  draw();
  const line = state.lines.find((one) => one.entry === key && one.stated);
  if (!line) return;
  if (!touch.matches) {
    article.focus({ preventScroll: true });
    article.setSelectionRange(line.start, line.end);
  }
  const mark = at("under").querySelector(".chosen.stated") ?? at("under").querySelector(".chosen");
  if (mark) into({ top: 60, bottom: innerHeight * (wide.matches ? 0.9 : 0.5) }, mark);
  if (wide.matches && cards.has(key)) into(at("findings").getBoundingClientRect(), cards.get(key));
}

// Shows the card of the figure under the caret.
function touched() {
  const caret = article.selectionStart;
  const over = state.lines.filter((line) => line.start <= caret && caret <= line.end && cards.has(line.entry));
  const best = over.sort((a, b) => b.stated - a.stated || a.end - a.start - (b.end - b.start))[0];
  const key = best?.entry ?? null;
  if (key === state.chosen && key === null) return;
  state.chosen = key;
  draw();
  if (key && wide.matches) into(at("findings").getBoundingClientRect(), cards.get(key));
}

function step(by) {
  const all = findings();
  if (!all.length) return;
  const place = all.findIndex((one) => one.key === state.chosen);
  const next = place < 0 ? (by > 0 ? 0 : all.length - 1) : (place + by + all.length) % all.length;
  choose(all[next].key);
}

// --- changing

// Puts words in as if they were typed, so that the browser's own undo takes them back.
function type(words, start, end) {
  article.focus({ preventScroll: true });
  article.setSelectionRange(start, end);
  if (document.execCommand(words ? "insertText" : "delete", false, words)) return;
  article.setRangeText(words, start, end, "end");
  article.dispatchEvent(new Event("input"));
}

function mend(key, number) {
  const change = state.entries.find((one) => one.key === key)?.changes[number];
  if (!change || article.value !== state.text) return;
  type(change.instead, change.start, change.end);
  article.setSelectionRange(change.start, change.start + change.instead.length);
  check();
}

function edited() {
  at("undo").disabled = false;
  state.lines = shifted(state.lines, state.text, article.value);
  state.text = article.value;
  list();
  draw();
  soon();
}

// --- files

function put(text, name, date) {
  state.name = name;
  at("date").value = date ?? "";
  type(text, 0, article.value.length);
  article.setSelectionRange(0, 0);
  scrollTo(0, 0);
  check();
}

function putSource(text, name) {
  source.value = text;
  state.sourceName = name;
  say(at("source-name"), name || "a press release, a transcript, a table");
  at("source-box").open = true;
  cards.clear();
  check();
}

async function opened(file, to) {
  if (!file) return;
  document.body.classList.add("working");
  try {
    const found = await read(file);
    if (found) to(found.text, found.name, found.date);
  } catch (slip) {
    trouble(slip.message);
  }
}

function save(words, name, type) {
  const link = made("a", "");
  link.href = URL.createObjectURL(new Blob([words], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function saveReport() {
  try {
    const words = await ask("report", request());
    if (words) save(words, `${stem()}-factcheck.html`, "text/html");
  } catch (slip) {
    trouble(slip.message);
  }
}

const stem = () => (state.name || "article").replace(/\.[^.]*$/, "");

// --- wiring

article.addEventListener("input", edited);
article.addEventListener("click", touched);
article.addEventListener("keyup", (event) => event.key.startsWith("Arrow") && touched());
source.addEventListener("input", () => { cards.clear(); list(); soon(); });
at("date").addEventListener("input", () => soon());
at("next").addEventListener("click", () => step(1));
at("previous").addEventListener("click", () => step(-1));
at("undo").addEventListener("click", () => { article.focus(); document.execCommand("undo"); });
at("clear").addEventListener("click", () => { put("", ""); article.focus(); });
at("clear-source").addEventListener("click", () => putSource("", ""));
at("show-held").addEventListener("change", (event) => {
  document.body.classList.toggle("shows-held", event.target.checked);
  at("held").hidden = !event.target.checked;
});
at("example").addEventListener("click", async () => {
  try {
    const { text, name, date } = await (await fetch("example")).json();
    put(text, name, date);
  } catch {
    trouble("The example could not be fetched; is the server still running?");
  }
});
at("save-text").addEventListener("click", () => save(article.value, state.name || "article.md", "text/plain"));
at("save-json").addEventListener("click", () => save(state.json, `${stem()}-factcheck.json`, "application/json"));
at("save-report").addEventListener("click", saveReport);
for (const [button, input, to] of [["open", "file", put], ["open-source", "source-file", putSource]]) {
  at(button).addEventListener("click", () => at(input).click());
  at(input).addEventListener("change", () => { opened(at(input).files[0], to); at(input).value = ""; });
}
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && state.chosen) { state.chosen = null; draw(); }
  if (event.key === "F8") { event.preventDefault(); step(event.shiftKey ? -1 : 1); }
});
addEventListener("dragover", (event) => {
  if (![...event.dataTransfer.types].includes("Files")) return;
  event.preventDefault();
  say(at("drop").firstElementChild, event.target.closest?.(".source") ? "Drop what it was written from here" : "Drop the article here");
  at("drop").hidden = false;
});
addEventListener("dragleave", (event) => { if (!event.relatedTarget) at("drop").hidden = true; });
addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  at("drop").hidden = true;
  opened(event.dataTransfer.files[0], event.target.closest?.(".source") ? putSource : put);
});
if (article.value) check(); // what a browser kept over a reload
else draw();
document.body.dataset.checked ??= 0;
