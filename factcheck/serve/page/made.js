// What the page shows, made from a report: lines under the text, cards beside it. Words go in as text, never as markup.

import { adds, around, pieces, units } from "./text.js";

// Returns an element of a class with its children, which are elements or words.
export function made(tag, style, ...children) {
  const element = document.createElement(tag);
  if (style) element.className = style;
  element.append(...children);
  return element;
}

// Returns the entries of a report, findings in reading order, each with its own key and its lines in UTF-16 units.
export function entries(report, text) {
  const unit = units(text);
  const own = (span) => !span.file;
  const all = [
    ...report.findings.map((one) => ({ ...one, kind: one.severity })),
    ...report.verified.map((one) => ({ ...one, kind: "holds" })),
  ];
  for (const one of all) {
    const here = one.spans.filter(own);
    one.lines = here.map((span, n) => ({ start: unit(span.start), end: unit(span.end), kind: one.kind, stated: n === 0 }));
    one.changes = (one.replacements ?? []).map((change) => change && { ...change, start: unit(change.start), end: unit(change.end) });
  }
  all.sort((a, b) => (a.lines[0]?.start ?? 0) - (b.lines[0]?.start ?? 0));
  const seen = new Map();
  for (const one of all) {
    const words = JSON.stringify([one.rule, one.kind, one.message ?? one.working, one.fixes, one.spans.map((span) => span.text)]);
    seen.set(words, (seen.get(words) ?? 0) + 1);
    one.key = `${words}${seen.get(words)}`;
    for (const line of one.lines) line.entry = one.key;
  }
  return all;
}

// Paints the lines under the text.
export function paint(under, text, lines, chosen) {
  const shown = pieces(text.length, lines, chosen).map(({ start, end, over }) => {
    const words = text.slice(start, end);
    if (!over) return words;
    return made("span", `${over.kind} ${over.stated ? "stated" : "basis"}${over.entry === chosen ? " chosen" : ""}`, words);
  });
  under.replaceChildren(...shown, "\n\u200b");
}

// Returns the card of a finding; `choose` and `mend` are called with the finding's key, and the number of the fix.
export function card(one, source, choose, mend) {
  const element = made("li", `card ${one.kind}`);
  const severity = one.severity[0].toUpperCase() + one.severity.slice(1);
  const message = made("button", "message", one.message);
  message.type = "button";
  message.setAttribute("aria-label", `${severity}: ${one.message}`);
  element.append(made("p", "head", made("span", "severity", severity), made("span", "rule", one.rule)), message);
  if (adds(one.working, one.message)) element.append(made("p", "worked", one.working));
  element.append(...quotes(one, source), ...cures(one, mend));
  element.addEventListener("click", (event) => event.target.closest(".fix") || choose(one.key));
  return element;
}

function cures(one, mend) {
  const buttons = made("div", "fixes");
  const advice = [];
  one.fixes.forEach((words, n) => {
    const change = one.changes[n];
    if (change) {
      const button = made("button", "fix", made("del", "", change.text), " → ", made("ins", "", change.instead));
      button.type = "button";
      button.setAttribute("aria-label", `Put “${change.instead}” for “${change.text}”`);
      button.addEventListener("click", () => mend(one.key, n));
      buttons.append(button);
    }
    const whole = change && `“${change.instead}” for “${change.text}”`;
    if (change && [change.instead, whole].includes(words)) return;
    const more = change && words.startsWith(`${whole}: t`) ? `T${words.slice(whole.length + 3)}.` : `Right would be: ${words}`;
    advice.push(made("p", "advice", more));
  });
  return [...(buttons.childElementCount ? [buttons] : []), ...advice];
}

function quotes(one, source) {
  const unit = units(source);
  return one.spans.filter((span) => span.file).map((span) => {
    const [left, words, right] = around(source, unit(span.start), unit(span.end));
    return made("p", "quote", made("span", "", `${span.file}, line ${span.line}`), left, made("mark", "", words), right);
  });
}

// Returns the line that tells of something that holds.
export function heldLine(one, choose) {
  const button = made("button", "", made("span", "", one.rule), one.working + (one.rounding ? " (within rounding)" : ""));
  button.type = "button";
  button.addEventListener("click", () => choose(one.key));
  return made("li", "", button);
}

// Returns the verdict in a sentence.
export function verdict(summary) {
  const found = ["error", "warning", "note"].map((kind) => [summary[`${kind}s`], kind]).filter(([number]) => number);
  if (found.length) return `${listed(found.map(([number, kind]) => counted(number, kind)))}.`;
  if (summary.relations) return "Nothing wrong found.";
  return summary.claims ? "Nothing to compare: no figure depends on another." : "No figures to check.";
}

function counted(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function listed(parts) {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

// Returns what was done, in a sentence; of a text without figures, why it was not read, by the reasons nobody could tell.
export function work(summary, unproven) {
  if (!summary.claims) return Object.keys(unproven).map((reason) => `Not checked: ${reason}.`).join(" ");
  const more = summary.unproven ? `; ${summary.unproven} more could not be told` : "";
  const hold = summary.relations ? `, ${summary.held} of ${counted(summary.relations, "comparison")} ${summary.relations === 1 ? "holds" : "hold"}` : "";
  return `${counted(summary.claims, "figure")} read${hold}${more}.`;
}
