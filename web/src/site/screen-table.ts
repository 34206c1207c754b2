import { nextInBrowser } from "../../../src/site/browser/fault-advice.ts";
import { say } from "../words/spoken.ts";

/** Names of one request, as many as the API takes, and of one table. */
const [atOnce, most] = [50, 1000];

interface Result {
  readonly id: string;
  readonly caption: string;
  readonly score: number;
  readonly match: boolean;
  readonly datasets: readonly string[];
}

interface MatchAnswer {
  readonly responses: Readonly<Record<string, { readonly results: readonly Result[] }>>;
  readonly error?: { readonly code: string; readonly message: string; readonly next: string };
}

/** Screens a pasted table or a file of CSV, some names at a time; what is asked goes to the API and is kept nowhere. */
export function addScreenTable(holder: HTMLElement): void {
  holder.dataset.ready = "";
  const area = holder.querySelector("textarea")!;
  const file = holder.querySelector<HTMLInputElement>("input[type=file]")!;
  const told = holder.querySelector("[role=status]")!;
  const body = holder.querySelector("tbody")!;
  const form = holder.querySelector("form")!;
  file.addEventListener("change", async () => {
    area.value = (await file.files?.[0]?.text()) ?? "";
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const names = namesOf(area.value);
    body.replaceChildren();
    body.closest("table")!.hidden = names.length === 0;
    if (names.length === 0) told.textContent = say("No name is written there.");
    if (names.length > most) told.textContent = say(`${names.length} names: at most ${most} at once. Screen the table in parts.`);
    if (names.length === 0 || names.length > most) return;
    try {
      let matched = 0;
      for (let at = 0; at < names.length; at += atOnce) {
        told.textContent = say(`${at} of ${names.length} names screened.`);
        matched += await screenSome(names.slice(at, at + atOnce), form.action, body, holder.dataset.screenTable ?? "");
      }
      told.textContent = say(
        `${names.length} names screened: ${matched} with a possible match, check each; the others have no match on the loaded lists today.`,
      );
    } catch (fault) {
      told.textContent = say(fault instanceof Error ? fault.message : "The server does not answer.");
    }
  });
}

async function screenSome(names: readonly string[], action: string, body: HTMLElement, page: string): Promise<number> {
  const queries = Object.fromEntries(names.map((name, at) => [String(at), { schema: "LegalEntity", properties: { name: [name] } }]));
  const response = await fetch(action, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ queries }),
  }).catch(() => {
    throw new Error("The server does not answer.");
  });
  const answer = (await response.json()) as MatchAnswer;
  const { error } = answer;
  if (!response.ok) throw new Error(error ? `${error.message} ${nextInBrowser(error.code, error.next)}` : "The server refused.");
  const rows = names.map((name, at) => [name, answer.responses[String(at)]?.results ?? []] as const);
  body.append(...rows.map(([name, results]) => rowOf(name, results, page)));
  return rows.filter(([, results]) => results.some(({ match }) => match)).length;
}

function rowOf(name: string, results: readonly Result[], page: string): HTMLTableRowElement {
  const row = document.createElement("tr");
  const [best] = results;
  const head = document.createElement("th");
  head.scope = "row";
  const link = document.createElement("a");
  link.href = `${page}${page.endsWith("?") ? "" : "&"}${new URLSearchParams({ name })}`;
  link.textContent = name;
  head.append(link);
  const said =
    best === undefined ? "no match on these lists" : best.match ? `possible match, check: ${best.caption}` : `alike: ${best.caption}`;
  row.append(head, ...[say(said), best === undefined ? "" : best.score.toFixed(2), best?.datasets.join(", ") ?? ""].map(cellOf));
  return row;
}

function cellOf(text: string): HTMLTableCellElement {
  const cell = document.createElement("td");
  cell.textContent = text;
  return cell;
}

/** The names of a table: of the column called name, else of the first; a line each, values as in CSV or parted by tabs. */
export function namesOf(text: string): readonly string[] {
  const rows = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map(valuesOf);
  const at = rows[0]?.findIndex((word) => /^(?:name|names|customer|party)$/i.test(word)) ?? -1;
  const named = rows.slice(at < 0 ? 0 : 1).map((row) => row[Math.max(0, at)] ?? "");
  return [...new Set(named.filter((name) => name !== ""))];
}

function valuesOf(line: string): readonly string[] {
  const split = line.includes("\t") ? line.split("\t") : (line.match(/(?:"(?:[^"]|"")*"|[^,])+|(?<=,)(?=,|$)/g) ?? []);
  return split.map((value) =>
    value
      .trim()
      .replace(/^"(.*)"$/s, "$1")
      .replaceAll('""', '"'),
  );
}
