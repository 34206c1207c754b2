import { type Effects, quietEffects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { breakReject } from "../format/broken-archive.ts";
import { firstJson, jsonHead, jsonRows } from "../format/json-rows.ts";
import { openEntries } from "../format/open-entries.ts";
import { partsSource } from "../format/parts-source.ts";
import { breakingOff, fail, mapRecords, reject, rowsOrReject, type SourceRecord, type Stream } from "../format/records.ts";
import { decodeXml } from "../format/xml-bytes.ts";
import type { XmlElement } from "../format/xml-element.ts";
import { readElements } from "../format/xml-reader.ts";
import { cutRecords } from "../format/xml-records.ts";
import { type EntityListRow, entityFacts, entityListFacts, entityListId, requirementOf, withoutAddress } from "./entity-list-record.ts";
import { dayInName, listDate, realDay } from "./list-dates.ts";
import { PartyRows } from "./party-rows.ts";

const under = "entities";

/** The Entity List of the US Bureau of Industry and Security: structured JSON, and the XML of the eCFR (docs/data.md). */
export const entityList = partsSource<"json" | "xml">({
  name: "entity-list",
  needsWholeFiles: true,
  notice: "Entity List, supplement no. 4 to part 744 of the EAR: a work of the United States government.",
  fitting: /\.(json|xml)(\.gz)?$/i,
  what: "copy of the Entity List",
  layoutOf: async (file) => {
    if (/\.xml(\.gz)?$/i.test(file)) return (await holdsEntityList(file)) ? "xml" : null;
    const [head, first] = [await jsonHead(file), await firstJson(file, under)];
    return /entity-list/.test(head.list_id ?? "") && first !== null && "federal_register" in first.value ? "json" : null;
  },
  rows: (file, layout, effects) =>
    layout === "xml" ? entityListXml(file, new PartyRows("entity-list"), effects) : entityListJson(file, effects),
});

async function* entityListJson(file: string, effects: Effects): Stream<SourceRecord> {
  const rows = new PartyRows("entity-list");
  const head = await jsonHead(file);
  const day = realDay(head.extracted ?? "");
  if (day === null) throw new LevermapError("LM_LOAD_UNRECOGNISED", `${file} does not say on what day it was extracted`, { file });
  yield* mapRecords(jsonRows(file, under, effects), (record) => [
    ...rows.edition(record, entityListId, day, "snapshot", head.source_file ?? null),
    ...rows.rows(record, entityFacts(record, day)),
  ]);
}

const supplement = /Supplement No\. 4 to Part 744/i;
/** A row of the table is a record of its own, so that a broken one costs nothing but itself. */
const marks = { strong: ["<TR"], weak: [] };
const headBytes = 1 << 23;
const blocks = new Set(["br", "BR", "P", "FP"]);

/** Whether a file is the eCFR's XML of the supplement, alone or within title 15 or part 744. */
export async function holdsEntityList(file: string): Promise<boolean> {
  let head = "";
  for await (const { chunks } of openEntries(file, quietEffects)) {
    for await (const chunk of chunks()) {
      head = head.slice(-200) + chunk.toString("latin1");
      if (supplement.test(head)) return true;
    }
  }
  return false;
}

/** The rows of the supplement's table; its first column, the country, is filled only in the first row. `[Reserved]` is not a row. */
export async function* entityListXml(file: string, rows: PartyRows, effects: Effects): Stream<SourceRecord> {
  for await (const entry of openEntries(file, effects)) {
    let inside = false;
    let country = "";
    let day = dayInName(file);
    let last = 0;
    for await (const { number, bytes, broken } of cutRecords(entry.chunks(), marks, headBytes)) {
      last = number;
      if (broken !== undefined) {
        yield breakReject({ file: entry.name, line: number }, broken, bytes?.toString("latin1", 0, 400) ?? "");
        inside = false;
        break;
      }
      const text = bytes === null ? "" : bytes.toString("latin1");
      const place = { file: entry.name, line: number };
      if (inside && bytes !== null && text.startsWith("<TR")) {
        const convert = (): readonly SourceRecord[] => {
          const cells = cellsOf(bytes);
          country = cells?.[0]?.text() || country;
          const row = cells === null ? null : rowOf(cells, country);
          return row === null
            ? []
            : [...rows.edition(place, entityListId, day, "snapshot", null), ...rows.rows(place, entityListFacts(row, day))];
        };
        yield* rowsOrReject(place, convert, () => text.slice(0, 400));
      }
      day ??= amendedOn(text);
      inside = stillInside(text, inside);
    }
    if (inside) yield breakingOff(reject({ file: entry.name, line: last }, "the file ends within the table", ""));
  }
}

/** Bulk files of title 15 say to what day they are amended: `<AMDDATE>Nov. 18, 2025`. */
function amendedOn(text: string): string | null {
  const [, day] = /<AMDDATE>\s*([A-Z][a-z]+\.? \d{1,2}, \d{4})/.exec(text) ?? [];
  return day === undefined ? null : listDate(day, "mdy", "AMDDATE");
}

/** The table ends with the division that holds it. */
function stillInside(text: string, inside: boolean): boolean {
  const begins = text.search(supplement);
  const ends = text.lastIndexOf("</DIV9>");
  return begins >= 0 ? ends < begins : inside && ends < 0;
}

/** The cells of a row; `null` for a row of headings. */
function cellsOf(bytes: Buffer): readonly XmlElement[] | null {
  const end = bytes.indexOf("</TR>");
  if (end < 0) fail("the row of the table is not closed");
  const row = readElements(decodeXml(bytes.subarray(0, end + 5)));
  const cells = row.all("TD");
  return cells.length === 0 ? null : cells;
}

function rowOf(cells: readonly XmlElement[], country: string): EntityListRow | null {
  if (cells.length < 5) return fail(`${cells.length} cells where there should be 5`);
  const [, entity, requirement, policy, cited] = cells;
  const printed = entity?.text(blocks) ?? "";
  if (printed === "" || /^\[?reserved\.?\]?$/i.test(printed)) return null;
  const marked = (cells.slice(1, 4) as readonly XmlElement[]).flatMap((cell) => cell.within("sup").map((sup) => Number(sup.text())));
  const { text, footnotes } = requirementOf(withoutSup(requirement));
  const where = titled(country);
  const { name, aliases, address } = partiesOf(printed, where);
  return {
    name,
    aliases,
    country: where,
    address,
    requirement: text,
    policy: policy?.text(blocks) || null,
    citation: cited?.text(blocks) ?? "",
    footnotes: [...new Set([...footnotes, ...marked.filter((mark) => Number.isInteger(mark) && mark > 0)])].sort((a, b) => a - b),
  };
}

const withoutSup = (cell: XmlElement | undefined): string =>
  cell === undefined
    ? ""
    : cell.nodes.map((node) => (typeof node === "string" ? node : node.name === "sup" ? "" : node.text(blocks))).join("");

/** `CHINA, PEOPLE'S REPUBLIC OF` as a name that is known. */
const titled = (country: string): string => (/^CHINA\b/i.test(country) ? "China" : country);

/** `Name, a.k.a., the following two aliases: —One; and —Two. Address`, or `Name, address`. */
function partiesOf(
  printed: string,
  country: string,
): { readonly name: string; readonly aliases: readonly string[]; readonly address: string | null } {
  const [, name, listed] = /^(.+?),?\s*a\.k\.a\.,?\s*the following [\w-]+ alias(?:es)?:\s*(.+)$/is.exec(printed) ?? [];
  if (name === undefined || listed === undefined) {
    const [, first, other] = /^(.+?),?\s*a\.k\.a\.,?\s*(.+)$/is.exec(printed) ?? [];
    const cut = withoutAddress(other ?? printed, country);
    return first === undefined
      ? { name: cut.name, aliases: [], address: cut.address }
      : { name: first, aliases: [cut.name], address: cut.address };
  }
  const aliases = listed.split(/[—–]|;\s*(?:and\s+)?/).map((text) => text.trim());
  const kept = aliases.map((text) => text.replace(/[;,]?\s*(?:and)?$/i, "").trim()).filter((text) => text !== "");
  const last = withoutAddress(kept.at(-1) ?? "", country);
  return { name, aliases: [...kept.slice(0, -1), last.name], address: last.address };
}
