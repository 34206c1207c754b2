import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type ScreenReport, screenReportSchema } from "../../../src/answers/screen/screen-report.ts";
import { decide } from "../../../src/library/decide.ts";
import { load } from "../../../src/library/load.ts";
import { open } from "../../../src/library/open.ts";
import { scorePairs } from "../../../src/library/score-pairs.ts";
import { readNames, screenedRows, screenTable } from "../../../src/library/screen-table.ts";
import { createWorkspace } from "../../../src/workspace/create.ts";
import { codeOf, temporaryFolder } from "../../workspace/folder.ts";

const folder = temporaryFolder();
const header = "source,name,type,addresses,federal_register_notice,alt_names,start_date,end_date";
const rows = [
  "Entity List (EL) - Bureau of Industry and Security,Norvik Optronika OOO,Entity,RU,,Norvik Optronics; Норвик Оптроника,2022-03-01,",
  "Entity List (EL) - Bureau of Industry and Security,Dunlin Photonics Co.,Entity,CN,,,2024-06-10,2025-06-10",
  "Denied Persons List (DPL) - Bureau of Industry and Security,Quillon Marsh,Individual,US,,,,",
];

/** A workspace with an invented screening list. */
async function workspace(name: string, records = rows): Promise<string> {
  const dir = join(folder, name);
  await createWorkspace(dir);
  await load(dir, "csl", [listFile(name, records)]);
  return dir;
}

function listFile(name: string, records: readonly string[]): string {
  mkdirSync(join(folder, `${name}-files`), { recursive: true });
  const file = join(folder, `${name}-files`, "consolidated.csv");
  writeFileSync(file, `${[header, ...records].join("\n")}\n`);
  return file;
}

async function screen(dir: string, name: string, asOf = "2025-01-01", more: object = {}): Promise<ScreenReport> {
  const map = await open(dir, { asOf });
  try {
    return await map.screen({ queries: [{ name }], ...more });
  } finally {
    map.close();
  }
}

describe("screening", () => {
  let dir = "";
  beforeAll(async () => {
    dir = await workspace("plain");
  });

  it("is asked about any day of one open workspace", async () => {
    const before = await screen(dir, "Norvik Optronics", "2025-01-01", { asOf: "2022-02-28" });
    expect(before).toMatchObject({
      asOf: "2022-02-28",
      results: [{ matched: false, notInForce: [{ standing: { status: "not yet listed" } }] }],
    });
  });

  it("refuses a name without a letter or figure", async () => {
    expect((await screen(dir, ". -")).results[0]?.fault?.code).toBe("LM_USAGE");
  });

  it("finds a party by another name, with the words that agree and the day it is listed since", async () => {
    const report = await screen(dir, "NORVIK OPTRONICS");
    expect(screenReportSchema.parse(report)).toEqual(report);
    expect(report.results[0]).toMatchObject({ matched: true, total: 1, notInForce: [], fault: null });
    expect(report.results[0]?.hits[0]).toMatchObject({
      name: "Norvik Optronika OOO",
      matchedName: "Norvik Optronics",
      standing: { status: "listed", basis: "effective", since: "2022-03-01" },
      words: [
        { asked: "norvik", listed: "norvik", rule: "equal" },
        { asked: "optronics", listed: "optronics", rule: "equal" },
      ],
    });
  });

  it.each([
    ["2024-06-09", 0, ["not yet listed"]],
    ["2024-06-10", 1, []],
    ["2025-06-09", 1, []],
    ["2025-06-10", 0, ["no longer listed"]],
  ])("knows on %s what is in force and what is not", async (day, total, others) => {
    const [result] = (await screen(dir, "Dunlin Photonics", day)).results;
    expect(result?.total).toBe(total);
    expect(result?.matched).toBe(total > 0);
    expect(result?.notInForce.map(({ standing }) => standing.status)).toEqual(others);
  });

  it("lists a row without a day as such, never as absent", async () => {
    const report = await screen(dir, "Marsh, Quillon", "1999-01-01");
    expect(report.results[0]?.hits[0]?.standing).toMatchObject({ status: "listed, start unknown", basis: null, since: null });
    expect(report.evidence.limits.join("\n")).toContain("1 rows in force have no date");
  });

  it("says that no match is not clearance, and what was looked through", async () => {
    const report = await screen(dir, "Ostrander Bakery");
    expect(report.results[0]).toMatchObject({ matched: false, hits: [], total: 0 });
    expect(report.statement).toMatch(/^No match is not clearance/);
    expect(report.lists.map(({ list }) => list)).toEqual(["us-denied-persons", "us-entity-list"]);
    expect(report.evidence.loads.map(({ source }) => source)).toEqual(["csl"]);
  });

  it("looks through the lists that are named only, and refuses one that is not loaded", async () => {
    expect((await screen(dir, "Norvik Optronics", "2025-01-01", { lists: ["us-denied-persons"] })).results[0]?.total).toBe(0);
    expect(await codeOf(screen(dir, "x", "2025-01-01", { lists: ["us-entity-lst"] }))).toBe("LM_USAGE");
  });

  it("takes a place elsewhere as a weak sign against", async () => {
    const [here, there] = await Promise.all(
      ["RU", "BR"].map(
        async (economy) => (await screen(dir, "", "2025-01-01", { queries: [{ name: "Norvik Optronics", economy }] })).results[0]?.hits[0],
      ),
    );
    expect([here?.place, there?.place]).toEqual(["same", "other"]);
    expect(there?.score).toBeLessThan(here?.score ?? 0);
    expect(there?.score).toBeGreaterThan(0.8);
  });

  it.each(["ru", "RU", "RUS", "Russia"])("knows the place by any code or name of it: %s", async (economy) => {
    const [result] = (await screen(dir, "", "2025-01-01", { queries: [{ name: "Norvik Optronics", economy }] })).results;
    expect([result?.economy, result?.hits[0]?.place]).toEqual(["RU", "same"]);
  });

  it("gives a fault for a place that is none", async () => {
    const [result] = (await screen(dir, "", "2025-01-01", { queries: [{ name: "Norvik Optronics", economy: "XX" }] })).results;
    expect([result?.economy, result?.fault?.code]).toEqual(["XX", "LM_ECONOMY_UNKNOWN"]);
  });

  it("gives a fault for a name that cannot be screened", async () => {
    const queries = [{ name: " " }, { name: "x".repeat(1001) }, { name: "Norvik Optronics" }];
    const { results } = await screen(dir, "", "2025-01-01", { queries });
    expect(results.map(({ fault }) => fault?.code ?? null)).toEqual(["LM_USAGE", "LM_NAME_TOO_LONG", null]);
  });

  it("refuses to screen where no list is loaded", async () => {
    const empty = join(folder, "empty");
    await createWorkspace(empty);
    expect(await codeOf(screen(empty, "Norvik"))).toBe("LM_NO_LISTS");
  });
});

describe("decisions", () => {
  const entry = "csl/us-entity-list/norvik-optronika-ooo-ru";
  const decisionOn = async (dir: string, name: string) => (await screen(dir, name)).results[0];

  it("are shown again for the name however it is spelled, after a new copy of the list too", async () => {
    const dir = await workspace("decided");
    await decide(dir, { name: "Norvik Optronics", entry, verdict: "false", note: "of Bergen" });
    expect(await decisionOn(dir, "NORVIK  optronics")).toMatchObject({
      matched: true,
      total: 1,
      hits: [{ decision: { verdict: "false", note: "of Bergen", customer: null, user: null } }],
    });
    await load(dir, "csl", [listFile("decided", [...rows, "Entity List (EL) - Bureau of Industry and Security,Later Firm,Entity,CN,,,,"])]);
    expect(await decisionOn(dir, "Norvik Optronics")).toMatchObject({ matched: true, hits: [{ decision: { verdict: "false" } }] });
    expect(await decisionOn(dir, "Norvik Optronika")).toMatchObject({ matched: true, hits: [{ decision: null }] });
  });

  it("of the latest hold, and are taken back one by one", async () => {
    const dir = await workspace("undone");
    const name = "Norvik Optronics";
    const verdict = async () => (await decisionOn(dir, name))?.hits[0]?.decision?.verdict ?? null;
    await decide(dir, { name, entry, verdict: "unsure" });
    await decide(dir, { name, entry, verdict: "true" });
    expect(await verdict()).toBe("true");
    await decide(dir, { name, entry, verdict: "undo" });
    expect(await verdict()).toBe("unsure");
    expect((await decide(dir, { name, entry, verdict: "undo" })).undone?.verdict).toBe("unsure");
    expect(await verdict()).toBeNull();
    expect(await codeOf(decide(dir, { name, entry, verdict: "undo" }))).toBe("LM_USAGE");
  });

  it("that a name is a party are shown again though the names are unlike, and make it a match", async () => {
    const dir = await workspace("unlike");
    await decide(dir, { name: "Quite Another", entry, verdict: "true", note: "its new name" });
    expect(await decisionOn(dir, "QUITE ANOTHER")).toMatchObject({
      matched: true,
      total: 0,
      hits: [],
      decided: [
        {
          decision: { verdict: "true", note: "its new name" },
          list: "us-entity-list",
          party: "Norvik Optronika OOO",
          standing: { status: "listed" },
        },
      ],
    });
    expect((await screen(dir, "Quite Another", "2021-01-01")).results[0]).toMatchObject({
      matched: false,
      decided: [{ standing: { status: "not yet listed" } }],
    });
    await decide(dir, { name: "Quite Another", entry, verdict: "false" });
    expect(await decisionOn(dir, "Quite Another")).toMatchObject({ matched: false, decided: [] });
  });

  it("are refused on an entry that no list has", async () => {
    const dir = await workspace("nowhere");
    expect(await codeOf(decide(dir, { name: "Norvik", entry: "csl/us-entity-list/nobody", verdict: "true" }))).toBe("LM_PARTY_UNKNOWN");
    expect(await codeOf(decide(dir, { name: "...", entry, verdict: "true" }))).toBe("LM_USAGE");
  });
});

describe("tables", () => {
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it("leave the cells that they were given as they are, and take formulas out of what lists say", async () => {
    const path = file("formulas.csv", 'schema,name1,name2,note\nCompany,-Huawei,@home,"=1+1"\n');
    const { rows: scored } = await scorePairs(path);
    for await (const row of scored) expect(row.slice(0, 4)).toEqual(["Company", "-Huawei", "@home", "=1+1"]);
    const dir = await workspace("formulas", [
      "Entity List (EL) - Bureau of Industry and Security,=Zorvane Trading,Entity,RU,,,2022-03-01,",
    ]);
    const map = await open(dir, { asOf: "2025-01-01" });
    const table = await readNames(file("formula-names.csv", "name,note\nZorvane Trading,=2\n"));
    const { header: columns, rowsOf } = screenedRows(table);
    for await (const part of screenTable(map, table, {})) {
      const [row] = rowsOf(part);
      expect(row?.[columns.indexOf("note")]).toBe("=2");
      expect(row?.[columns.indexOf("listed_name")]).toBe("'=Zorvane Trading");
      expect(row?.[columns.indexOf("matched_name")]).toBe("'=Zorvane Trading");
      expect(row?.[columns.indexOf("rows")]).toBe("1");
      expect(row?.[columns.indexOf("lists")]).toBe("us-entity-list");
    }
    map.close();
  });

  it("of pairs come out row by row with score and match", async () => {
    const path = file(
      "pairs.csv",
      'schema,name1,note,name2\nCompany,Norvik AG,"a, b",Norvik Aktiengesellschaft\nPerson,Ann Ode,,Bert Ruhl\n',
    );
    const { header: columns, rows: scored } = await scorePairs(path);
    const all: (readonly string[])[] = [];
    for await (const row of scored) all.push(row);
    expect(columns).toEqual(["schema", "name1", "note", "name2", "score", "match"]);
    expect(all.map((row) => row.slice(0, 4))).toEqual([
      ["Company", "Norvik AG", "a, b", "Norvik Aktiengesellschaft"],
      ["Person", "Ann Ode", "", "Bert Ruhl"],
    ]);
    expect(all.map((row) => row[5])).toEqual(["true", "false"]);
    expect(Number(all[0]?.[4])).toBeGreaterThan(0.7);
  });

  it("without a column that is needed are refused", async () => {
    expect(await codeOf(scorePairs(file("lacking.csv", "name1,name2\na,b\n")))).toBe("LM_LOAD_UNRECOGNISED");
  });

  it("take quotes in names as people write them; a line that cannot be read costs the others nothing and is told", async () => {
    const table = await readNames(
      file("quotes.csv", 'Name,ID\nNorvik "Optronics" JSC,1\n"Norvik "Optronics" JSC",2\nA,3,4\n"Acme, Inc",5\n'),
    );
    expect(table.rows.map((row) => [row.text("id"), row.text("name")])).toEqual([
      ["1", 'Norvik "Optronics" JSC'],
      ["5", "Acme, Inc"],
    ]);
    expect(table.broken.map(({ line, reason }) => [line, reason])).toEqual([
      [3, "text after a closing quote"],
      [4, "3 cells where the header has 2"],
    ]);
    const { header: columns, broken } = screenedRows(table);
    expect(broken.map((cells) => [cells.length, cells[0], cells[1], cells.at(-1)])).toEqual([
      [columns.length, '"Norvik "Optronics" JSC",2', "", "LM_LOAD_BAD_ROW"],
      [columns.length, "A,3,4", "", "LM_LOAD_BAD_ROW"],
    ]);
    const pairs = await scorePairs(file("broken.csv", 'schema,name1,name2\nCompany,a\nCompany,Norvik "N" AG,Norvik N AG\n'));
    const scored: (readonly string[])[] = [];
    for await (const row of pairs.rows) scored.push(row);
    expect(scored.map((row) => row.at(-1))).toEqual(["true"]);
    expect(pairs.broken).toMatchObject([{ line: 2 }]);
  });

  it("of names give a row for each hit, and one for a name without", async () => {
    const map = await open(await workspace("table"), { asOf: "2025-01-01" });
    const table = await readNames(file("names.csv", "id,name,country\n1,Norvik Optronics,Russia\n2,Ostrander Bakery,NL\n"));
    const { header: columns, rowsOf } = screenedRows(table);
    const found: (readonly string[])[] = [];
    for await (const part of screenTable(map, table, {})) found.push(...rowsOf(part));
    map.close();
    expect(columns.slice(0, 5)).toEqual(["id", "name", "country", "matched", "score"]);
    expect(found.map(([id, , , matched, , list = ""]) => [id, matched, list])).toEqual([
      ["1", "true", "us-entity-list"],
      ["2", "false", ""],
    ]);
    expect(new Set(found.map(({ length }) => length))).toEqual(new Set([columns.length]));
  });
});
