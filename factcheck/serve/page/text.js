// Places in a text: the report counts code points, a browser UTF-16 units; and what an edit does to them.

// Returns a function from code points to UTF-16 units, for places asked in any order.
export function units(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (place) => place;
  const starts = [];
  let unit = 0;
  for (const sign of text) {
    starts.push(unit);
    unit += sign.length;
  }
  starts.push(unit);
  return (place) => starts[Math.min(place, starts.length - 1)];
}

// Returns lines {start, end} as they stand after `before` has become `after`; what the edit touched is dropped.
export function shifted(lines, before, after) {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const behind = before.length - tail;
  const by = after.length - before.length;
  return lines
    .filter((line) => line.end <= head || line.start >= behind)
    .map((line) => (line.end <= head ? line : { ...line, start: line.start + by, end: line.end + by }));
}

const GRAVEST = ["error", "warning", "note", "holds"];

const weight = (line) => GRAVEST.indexOf(line.kind) * 2 + (line.stated ? 0 : 1);

// Returns the text in pieces {start, end, over}: `over` is the gravest line over it, the chosen entry's before all.
export function pieces(length, lines, chosen) {
  const cuts = [...new Set([0, length, ...lines.flatMap((line) => [line.start, line.end])])].sort((a, b) => a - b);
  const waiting = [...lines].sort((a, b) => a.start - b.start);
  const rank = (line) => (line.entry === chosen ? -2 : 0) + weight(line) / 10;
  let open = [];
  let next = 0;
  return cuts.slice(1).map((end, n) => {
    const start = cuts[n];
    open = open.filter((line) => line.end > start);
    while (next < waiting.length && waiting[next].start <= start) open.push(waiting[next++]);
    return { start, end, over: open.reduce((best, line) => (best && rank(best) <= rank(line) ? best : line), null) };
  });
}

// Returns the words around a place of a text, whole words, in three parts: before, the words themselves, after.
export function around(text, start, end, reach = 60) {
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const stop = text.indexOf("\n", end) < 0 ? text.length : text.indexOf("\n", end);
  const from = Math.max(line, start - reach);
  const to = Math.min(stop, end + reach);
  const left = from > line ? `…${text.slice(from, start).replace(/^\S*/, "")}` : text.slice(from, start);
  const right = to < stop ? `${text.slice(end, to).replace(/\S*$/, "")}…` : text.slice(end, to);
  return [left, text.slice(start, end), right];
}

// Tells whether a working says more than the message has said.
export function adds(working, message) {
  const words = (text) => (text.match(/[^\s,;:()“”=]+/g) ?? []).map((word) => word.replace(/\.+$/, "").toLowerCase());
  const known = new Set([...words(message), "the", "text", "says", "has", "source", "article"]);
  return words(working ?? "").some((word) => !known.has(word));
}
