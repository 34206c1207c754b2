import { BrokenArchive, breakReject, withEnd } from "../../format/broken-archive.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { BadRow, fail, type Place, type RowRecord, reject, rowRecord, type SourceRecord, type Stream } from "../../format/records.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { officeDate } from "../epo/docdb-ids.ts";

/** Symbol, level (blank above the groups) and title of CPC; symbol and title of IPC. */
const ofCpc = /^([A-HY](?:\d{2}(?:[A-Z](?:\d{1,4}\/\d{2,6})?)?)?)\t(\d{0,2})\t(.+)$/;
const ofIpc = /^([^\t]+)\t([^\t]+)$/;
const longestLine = 65_536;

export type ListScheme = "cpc" | "ipc";

/** The scheme of a title list by its first lines; `null` where it is none. */
export function listScheme(head: string): ListScheme | null {
  const first =
    head
      .replace(/^\ufeff|^\xef\xbb\xbf/, "")
      .split(/\r?\n/)
      .find((line) => line.trim() !== "") ?? "";
  if (ofCpc.test(first)) return "cpc";
  const [, symbol = ""] = ofIpc.exec(first) ?? [];
  return symbol !== "" && titleSymbol(symbol) === symbol.replace(/^(\w{4}\d+)$/, "$1/00") ? "ipc" : null;
}

/** Titles of a tab-separated list. Older lists of IPC repeat a main group for what is below it: only the first title counts. */
export async function* listRows(file: string, scheme: ListScheme, chunks: AsyncIterable<Buffer>): Stream<SourceRecord> {
  const parents = new ParentFinder();
  const seen = new Set<string>();
  let line = 0;
  for await (const text of withEnd(lines(chunks))) {
    line += 1;
    if (text instanceof BrokenArchive) yield breakReject({ file, line }, text, "");
    if (text === null || text instanceof BrokenArchive || text.trim() === "") continue;
    try {
      const row = listRow(text, scheme, parents);
      if (seen.has(row.symbol)) continue;
      seen.add(row.symbol);
      yield rowRecord("class_title", { file, line }, row);
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      yield reject({ file, line }, error.message, text);
    }
  }
}

function listRow(text: string, scheme: ListScheme, parents: ParentFinder) {
  if (text.includes("\ufffd")) fail("bytes that are not UTF-8");
  const [, printed = "", dots = "", title = ""] =
    (scheme === "cpc" ? ofCpc.exec(text) : withoutDots(text)) ?? fail("no symbol, level and title between tabs");
  const symbol = titleSymbol(printed) ?? fail(`"${printed.slice(0, 40)}" is not a symbol`);
  const level = depthOf(symbol, Number(dots));
  const cleaned = title.replace(/[{}]/g, "").replace(/\s+/g, " ").trim() || fail("no title");
  return { scheme, symbol, parent: parents.parent(symbol, level), level, title: cleaned, since: null };
}

const withoutDots = (text: string): readonly string[] | null => {
  const found = ofIpc.exec(text);
  return found === null ? null : [text, found[1] ?? "", "", found[2] ?? ""];
};

async function* lines(chunks: AsyncIterable<Buffer>): Stream<string> {
  const decoder = new TextDecoder("utf-8");
  let held = "";
  for await (const chunk of chunks) {
    const parts = (held + decoder.decode(chunk, { stream: true })).split(/\r?\n/);
    held = parts.pop() ?? "";
    yield* parts;
    if (held.length > longestLine) {
      yield held.slice(0, longestLine);
      held = "";
    }
  }
  held += decoder.decode();
  if (held !== "") yield held;
}

/** Columns of the tables of IPC titles: of groups with their dots, and of what stands above them. */
export const ipcTableColumns = ["symbol", "title_en"] as const;

/** A row of such a table; the version that ends a title (`2006.01[2006.01]`) becomes `since`. Throws BadRow. */
export function* ipcTableRows(row: CsvRow, parents: ParentFinder): Generator<RowRecord> {
  const printed = row.text("symbol");
  const symbol = titleSymbol(printed) ?? fail(`"${printed.slice(0, 40)}" is not a symbol`);
  const dots = row.text("dots_as_in_source");
  if (!/^\d{0,2}$/.test(dots)) fail(`${dots.slice(0, 20)} is not a number of dots`);
  const level = depthOf(symbol, Number(dots));
  const { title, year, month } = versioned(row.text("title_en"));
  if (title === "") fail("title_en is empty");
  const since = year === undefined ? null : `${year}-${month}`;
  yield rowRecord("class_title", row, { scheme: "ipc", symbol, parent: parents.parent(symbol, level), level, title, since });
}

/** A title without the versions at its end, `2006.01[2006.01]`, and the year and month of the last. */
function versioned(printed: string): { readonly title: string; readonly year?: string; readonly month?: string } {
  const [end = "", year, month] = /(?:\d{4}\.\d{2})?\s{0,9}(?:\[(\d{4})\.(\d{2})\])?$/.exec(printed) ?? [];
  return { title: printed.slice(0, printed.length - end.length).trim(), ...(year !== undefined && { year, month }) };
}

/** Depth of a symbol: section 0, class 1, subclass 2, main group 3, subgroups 3 and their dots. */
export const depthOf = (symbol: string, dots: number): number =>
  symbol.includes("/") ? 3 + Math.max(0, dots) : symbol.length === 1 ? 0 : symbol.length === 3 ? 1 : 2;

/** What a symbol above the groups, or a main group, stands in: `H01L` in `H01`, `H01` in `H`; `null` for sections and subgroups. */
export function upperSymbol(symbol: string): string | null {
  if (symbol.includes("/")) return /\/00$/.test(symbol) ? symbol.slice(0, 4) : null;
  return symbol.length === 4 ? symbol.slice(0, 3) : symbol.length === 3 ? symbol.slice(0, 1) : null;
}

/** A symbol of CPC or IPC without blanks; `null` for anything else. A main group may stand without `/00`, as in older lists. */
export function titleSymbol(printed: string): string | null {
  const compact = printed.replace(/\s/g, "").toUpperCase();
  if (/^[A-HY](?:\d{2}(?:[A-Z](?:\d{1,4}\/\d{2,6})?)?)?$/.test(compact)) return compact;
  return /^[A-HY]\d{2}[A-Z]\d{1,4}$/.test(compact) ? `${compact}/00` : null;
}

/** Gives each symbol of a list in the order of the scheme its parent: the last symbol of fewer dots in the same main group. */
export class ParentFinder {
  readonly #open: (string | undefined)[] = [];

  parent(symbol: string, depth: number): string | null {
    const group = symbol.slice(0, symbol.indexOf("/") + 1);
    const above = depth > 3 ? this.#open.slice(3, depth).findLast((each) => each?.startsWith(group)) : undefined;
    this.#open.length = depth;
    this.#open[depth] = symbol;
    return upperSymbol(symbol) ?? above ?? null;
  }
}

const mainGroupLevel = 7;

/** The titles of a `class-scheme` of CPC, each in the item that it stands in. Throws BadRow for a symbol that is none. */
export function* schemeRows(root: XmlElement, { file }: Place): Generator<RowRecord> {
  if (root.name !== "class-scheme") fail(`${root.name.slice(0, 40)} is not a CPC scheme`);
  let line = 0;
  for (const { item, parent } of itemsOf(root, null)) {
    line += 1;
    const title = titleOf(item);
    const symbol = symbolOf(item);
    // The heading above some main groups repeats the symbol of its first group.
    if (title === "" || item.all("classification-item").some((below) => symbolOf(below) === symbol)) continue;
    const level = Number(item.attributes.level);
    yield rowRecord(
      "class_title",
      { file, line },
      {
        scheme: "cpc",
        symbol,
        parent: upperSymbol(symbol) ?? parent,
        level: depthOf(symbol, Number.isInteger(level) ? level - mainGroupLevel : 0),
        title,
        since: officeDate(item.attributes["date-revised"]),
      },
    );
  }
}

function* itemsOf(element: XmlElement, parent: string | null): Generator<{ readonly item: XmlElement; readonly parent: string | null }> {
  for (const item of element.all("classification-item")) {
    yield { item, parent };
    const symbol = symbolOf(item);
    yield* itemsOf(item, symbol);
  }
}

const symbolOf = (item: XmlElement): string => {
  const printed = item.value("classification-symbol") ?? item.attributes["sort-key"] ?? "";
  return titleSymbol(printed) ?? fail(`"${printed.slice(0, 40)}" is not a CPC symbol`);
};

/** The parts of a title without its references to other places. */
function titleOf(item: XmlElement): string {
  const parts = item.all("class-title/title-part").map((part) =>
    part.children
      .flatMap((each) => (each.name === "text" ? [each] : each.name === "CPC-specific-text" ? each.all("text") : []))
      .map((text) => text.text())
      .filter((text) => text !== "")
      .join(" "),
  );
  return parts.filter((part) => part !== "").join("; ");
}
