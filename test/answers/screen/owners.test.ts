import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, test } from "vitest";
import { type OwnersReport, ownersReportSchema } from "../../../src/answers/screen/owners-report.ts";
import { bundledFile } from "../../../src/base/built-file.ts";
import { decide } from "../../../src/library/decide.ts";
import { load } from "../../../src/library/load.ts";
import { type Levermap, open } from "../../../src/library/open.ts";
import { readNames, screenedRows, screenTable } from "../../../src/library/screen-table.ts";
import { ownersView as ownersViewSaid } from "../../../src/report/screen/owners.ts";
import { createWorkspace } from "../../../src/workspace/create.ts";
import { isLong } from "../../tiers.ts";
import { english } from "../../words/english.ts";
import { codeOf, temporaryFolder } from "../../workspace/folder.ts";

const ownersView = english(ownersViewSaid);

const folder = temporaryFolder();
const entityList = "Entity List (EL) - Bureau of Industry and Security";
const sdn = "Specially Designated Nationals (SDN) - Treasury Department";

const lists = [
  "source,name,type,addresses,programs,alt_names,start_date,federal_register_notice",
  `${entityList},Norvik Optronika OOO,Entity,RU,,Norvik Optronics,2022-03-01,`,
  `${entityList},Dunlin Photonics Co.,Entity,CN,,,2019-05-21,`,
  `${sdn},Ostrava Metals JSC,Entity,RU,RUSSIA-EO14024,,2022-04-01,`,
  `${sdn},Palmera Cargo SA,Entity,CU,CUBA,,2010-01-01,`,
  `${sdn},Quillon Marsh,Individual,RU,SDGT,,2015-01-01,`,
];

const owners = [
  "owned,owned_id,owned_country,owner,owner_id,owner_kind,owner_country,share,from,to",
  "Harrow Wafers Ltd,,,Norvik Optronics,,company,RU,30,2023-01-01,",
  "Harrow Wafers Ltd,,,Dunlin Photonics Co.,,company,CN,20,2023-01-01,2025-06-01",
  "Harrow Wafers Ltd,,,Harrow Family,,person,GB,45,2023-01-01,",
  "Mistral Tools SA,LEI0MISTRAL,FR,Gull Holding,LEI0GULL,company,FR,60,,",
  "Gull Holding,LEI0GULL,,Ostrava Metals JSC,,company,RU,50,,",
  "Gull Holding,LEI0GULL,,free float,,public,,50,,",
  "Petrel Gas Ltd,,,Palmera Cargo SA,,company,CU,75,,",
  "Auk Lasers Inc,,,Quillon Marsh,,person,,100,,",
  "Tern Optics GmbH,,,Dunlin Photonics Co.,,company,PT,100,,",
  "Clear Mills Ltd,,,Ada Clear,,person,GB,80,,",
  "Clear Mills Ltd,,,Norvik Optronics,,company,RU,20,,",
  "Bleak Mills Ltd,,,,LEI0NAMELESS,company,,100,,",
  ",LEI0NAMELESS,,Ada Clear,,person,GB,100,,",
];

async function workspace(name: string, tables: Readonly<Record<string, readonly (readonly string[])[]>>): Promise<string> {
  const dir = join(folder, name);
  mkdirSync(`${dir}-files`, { recursive: true });
  await createWorkspace(dir);
  await load(dir, "atlas", [bundledFile("atlas")]);
  for (const [source, files] of Object.entries(tables))
    for (const [at, lines] of files.entries()) {
      const file = join(`${dir}-files`, `${source}-${at}.csv`);
      writeFileSync(file, `${lines.join("\n")}\n`);
      await load(dir, source, [file]);
    }
  return dir;
}

async function asked<T>(dir: string, ask: (map: Levermap) => Promise<T>, asOf = "2026-11-28"): Promise<T> {
  const map = await open(dir, { asOf });
  try {
    return await ask(map);
  } finally {
    map.close();
  }
}

const ruleOf = (report: OwnersReport, rule: string) => {
  const found = report.parties[0]?.rules.find((each) => each.rule === rule);
  expect(found).toBeDefined();
  return found!;
};

describe("owners of a party", () => {
  let dir = "";
  beforeAll(async () => {
    dir = await workspace("owners", { csl: [lists], owners: [owners] });
  });
  const of = (party: string, asOf?: string): Promise<OwnersReport> => asked(dir, (map) => map.owners({ party }), asOf);

  it("adds up what several listed parties hold, on a day on which their rows hold", async () => {
    const before = await of("Harrow Wafers Ltd", "2025-05-31");
    expect(ownersReportSchema.parse(before)).toEqual(before);
    expect(ruleOf(before, "bis-affiliates")).toMatchObject({ answer: "yes", counted: { low: 0.5, high: 0.55 } });
    const after = ruleOf(await of("Harrow Wafers Ltd", "2025-06-01"), "bis-affiliates");
    expect(after).toMatchObject({ answer: "not known", counted: { low: 0.3, high: expect.closeTo(0.55, 9) } });
    expect(after.firms[0]?.words).toBe(
      "Norvik Optronics 30% (counts) + Harrow Family 45% (does not count) + owners that no row names, 25% (may count) = 30 to 55% of listed parties: not known",
    );
  });

  it.each([
    ["2025-09-28", "not known yet", "not known yet"],
    ["2025-10-15", "in force", "in force"],
    ["2025-11-10", "suspended", "suspended by 2025-19846 through 2026-11-09"],
    ["2026-11-09", "suspended", "through 2026-11-09"],
    ["2026-11-28", "suspension ended unless extended", "it binds again unless that was extended"],
  ])("tells on %s that the affiliates rule is %s", async (day, state, words) => {
    const rule = ruleOf(await of("Harrow Wafers Ltd", day), "bis-affiliates");
    expect(rule.state).toBe(state);
    expect(rule.stateWords).toContain(words);
  });

  it("counts through a firm that is itself owned to a half, and multiplies beside it", async () => {
    const report = await of("LEI0MISTRAL");
    expect(report.parties[0]).toMatchObject({ name: "Mistral Tools SA", by: "id" });
    expect(ruleOf(report, "ofac-50-percent")).toMatchObject({
      answer: "yes",
      counted: { low: 0.6, high: 1 },
      multiplied: { low: expect.closeTo(0.3, 9), high: expect.closeTo(0.7, 9) },
      firms: [{ name: "Gull Holding", answer: "yes" }, { name: "Mistral Tools SA" }],
    });
    expect(report.evidence.limits.join("\n")).toContain("3 rows of owners have no days");
  });

  it("counts only the parties of the lists and programmes that a rule names", async () => {
    const report = await of("Petrel Gas Ltd");
    expect(ruleOf(report, "ofac-50-percent").answer).toBe("yes");
    const bis = ruleOf(report, "bis-affiliates");
    expect([bis.answer, bis.counted.low]).toEqual(["not known", 0]);
    expect(ruleOf(report, "cn-affiliates").notLoaded).toEqual(["cn-control-list", "cn-attention-list"]);
  });

  it("takes the name of a person, or of a firm elsewhere, as one who may be listed", async () => {
    for (const name of ["Auk Lasers Inc", "Tern Optics GmbH"]) {
      const rule = ruleOf(await of(name), "bis-affiliates");
      expect([rule.answer, rule.counted]).toEqual(["not known", { low: 0, high: 1 }]);
      expect(rule.firms[0]?.owners[0]).toMatchObject({ counts: "possibly", because: expect.stringMatching(/^may be /) });
    }
  });

  it("does not clear an owner of whom only an id is known, though its owners are", async () => {
    const rule = ruleOf(await of("Bleak Mills Ltd"), "bis-affiliates");
    expect([rule.answer, rule.counted]).toEqual(["not known", { low: 0, high: 1 }]);
    expect(rule.firms.at(-1)?.owners[0]).toMatchObject({ counts: "possibly", because: expect.stringContaining("has no name") });
  });

  it("says no only where all owners are known", async () => {
    expect(ruleOf(await of("clear mills"), "bis-affiliates")).toMatchObject({ answer: "no", counted: { low: 0.2, high: 0.2 } });
    expect((await of("clear mills")).parties[0]?.by).toBe("name without legal form");
  });

  it("does not know the owners of a party that no table has, and tells whether it is listed itself", async () => {
    const report = await of("Norvik Optronics");
    const unknown = await of("Razorbill Foundry");
    expect(unknown.parties[0]).toMatchObject({ by: null, name: "Razorbill Foundry" });
    expect(unknown.parties[0]?.rules.map(({ answer, counted }) => [answer, counted])).toEqual(
      [1, 2, 3].map(() => ["not known", { low: 0, high: 1 }]),
    );
    expect(ruleOf(report, "bis-affiliates").listedItself).toMatchObject([{ list: "us-entity-list", certain: true }]);
    expect(ownersView(unknown).finding).toContain("is not known");
  });

  it("is told in one line of a screening, for names that tables have and others", async () => {
    const { results } = await asked(
      dir,
      (map) =>
        map.screen({
          queries: [
            { name: "Harrow Wafers Ltd" },
            { name: "Razorbill Foundry" },
            { name: "" },
            { name: "Mistral Tools SA", economy: "CN" },
            { name: "Norvik Optronics" },
          ],
        }),
      "2025-05-31",
    );
    expect(results.map(({ owners: line }) => [line?.answer, line?.rule])).toEqual([
      ["yes", "bis-affiliates"],
      ["not known", null],
      ["not known", null],
      ["not known", null],
      ["not known", null],
    ]);
    expect(results[0]?.owners?.words).toContain("listed parties own 50 to 55%");
  });

  it("is a column of a table of names", async () => {
    const file = join(folder, "asked.csv");
    writeFileSync(file, "name\nHarrow Wafers Ltd\nRazorbill Foundry\n=Norvik Optronics\n");
    const table = await readNames(file);
    const { header, rowsOf } = screenedRows(table);
    const rows: (readonly string[])[] = [];
    await asked(
      dir,
      async (map) => {
        for await (const part of screenTable(map, table, {})) rows.push(...rowsOf(part));
      },
      "2025-05-31",
    );
    const at = header.indexOf("owners");
    expect(rows.map((row) => [row[0], row[at]])).toEqual([
      ["Harrow Wafers Ltd", "yes, 50 to 55% (bis-affiliates)"],
      ["Razorbill Foundry", "not known"],
      ["=Norvik Optronics", "not known"],
    ]);
  });

  it.runIf(isLong)("heeds what people decided on an owner", async () => {
    const own = await workspace("decided", { csl: [lists], owners: [owners] });
    const entry = "csl/us-entity-list/dunlin-photonics-co-cn";
    await decide(own, { name: "Dunlin Photonics Co.", entry, verdict: "false" });
    const ask = (): Promise<OwnersReport> => asked(own, (map) => map.owners({ party: "Tern Optics GmbH" }));
    expect(ruleOf(await ask(), "bis-affiliates").firms[0]?.owners[0]?.because).toContain("its owners are not known");
    await decide(own, { name: "Dunlin Photonics Co.", entry, verdict: "true" });
    expect(ruleOf(await ask(), "bis-affiliates").answer).toBe("yes");
  });

  test("without a list there is no answer", async () => {
    const bare = await workspace("bare", { owners: [owners] });
    expect(await codeOf(asked(bare, (map) => map.owners({ party: "Harrow Wafers Ltd" })))).toBe("LM_NO_LISTS");
  });
});

describe("owners that lists state", () => {
  it("are rows without a share", async () => {
    const editions = [
      "Name,Clean Name,Alias,Previous Name,Parent Name,Note,Start date,End date,Source Url",
      "Nord (N),Nord Cable Works,N,,Sund Heavy Industries,,2021-06-03,,",
    ];
    const dir = await workspace("stated", { "party-list": [editions] });
    const report = await asked(dir, (map) => map.owners({ party: "Nord Cable Works" }));
    expect(ruleOf(report, "ofac-50-percent")).toMatchObject({ answer: "not known", notLoaded: ["us-sdn"] });
    expect(ruleOf(report, "ofac-50-percent").firms[0]?.owners).toMatchObject([
      { name: "Sund Heavy Industries", relation: "parent", stated: false, low: 0, high: 1, sources: ["us-1260h"] },
    ]);
  });
});
