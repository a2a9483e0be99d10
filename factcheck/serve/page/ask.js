// Asks the server; only the newest question of a kind is waited for.

const running = new Map();

export class Refusal extends Error {
  constructor(reason, again) {
    super(reason);
    this.again = again;
  }
}

// Returns the answer to a request; null where a newer one has taken its place; Refusal with the reason in words.
export async function ask(path, body) {
  running.get(path)?.abort();
  const mine = new AbortController();
  running.set(path, mine);
  try {
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body), signal: mine.signal });
    const words = await answer.text();
    if (!answer.ok) throw new Refusal(reason(words), Number(answer.headers.get("Retry-After")));
    return words;
  } catch (slip) {
    if (slip.name === "AbortError") return null;
    if (slip instanceof Refusal) throw slip;
    throw new Refusal("The page has lost its server. Start it again with “factcheck serve”; your text is still here.", 0);
  }
}

function reason(words) {
  try {
    return JSON.parse(words).error;
  } catch {
    return "The server answered in a way that this page does not understand.";
  }
}

// Returns the text of a file, whatever its format, and a name that fits it.
export async function read(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  const words = await ask("read", { file: btoa(binary), name: file.name });
  return words && JSON.parse(words);
}
