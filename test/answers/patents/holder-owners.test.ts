import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holderCardSchema } from "../../../src/answers/patents/technology-patents-report.ts";
import type { Ask } from "../../../src/ask/ask.ts";
import type { Row } from "../../../src/base/tables.ts";
import { measureWorkspace } from "../../../src/corpus/steps/measure.ts";
import { createWorkspace } from "../../../src/workspace/create.ts";
import { loadSource } from "../../../src/workspace/load.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import type { Workspace } from "../../../src/workspace/workspace.ts";
import { cites, holds, into, patent, rule, symbol } from "../../corpus/invented-corpus.ts";
import { actDefaults, defaults, technology } from "../../measure/rows.ts";
import { type FakeRow, fakeSource, writeFake } from "../../workspace/fake-source.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { openAsk } from "../open-ask.ts";

/** Holder as printed and day of each document of one technology. */
const printed: readonly (readonly [document: string, holder: string])[] = [
  ["US7000001", "Spansion LLC"],
  ["US7000002", "Cypress Semiconductor Corp."],
  ["US7000003", "Infineon Technologies AG"],
  ["US7000004", "Infineon Technologies Austria AG"],
  ["US7000005", "Toshiba Memory Corporation"],
  ["US7000006", "Kioxia Corporation"],
  ["US7000007", "Kabushiki Kaisha Toshiba"],
  ["US7000008", "Vela Optics Inc"],
  ["US7000009", "Vela Optics (Suzhou) Co., Ltd."],
  ["US7000010", "Norma Devices Inc"],
];
const documents = printed.map(([document]) => document);

const handed = (document: string, date: string, name: string): Row<"patent_transfer"> => ({
  ...{ document, date, role: "assignee", name, conveyance: "ASSIGNMENT OF ASSIGNOR'S INTEREST", record: "reel 33100/12" },
});

const atlas: readonly FakeRow[] = [
  ...into("default_parameter", [
    ...actDefaults,
    ...defaults({ spare: [0, 0.1], fungibility: [0.1, 0.5], substitution: [1, 3], degradation: [0.1, 0.3] }),
  ]),
  ...into("technology", [technology("bonding", { name: "Wafer bonding" })]),
  ...into("patent_rule", [rule("bonding", "H01L21/20")]),
];

const rows: readonly FakeRow[] = [
  ...into(
    "patent",
    documents.map((document) => patent(document, "2012-01-03", { filed: "2010-01-04" })),
  ),
  ...into(
    "patent_holder",
    printed.map(([document, holder]) => holds(document, holder)),
  ),
  ...into(
    "patent_class",
    documents.map((document) => symbol(document, "H01L21/2007")),
  ),
  ...into(
    "patent_citation",
    documents.slice(1).map((document) => cites(document, "US7000001")),
  ),
  ...into("patent_transfer", [
    handed("US7000010", "2014-05-06", "MICRON TECHNOLOGY, INC."),
    handed("US7000010", "2018-05-06", "Onega Patents LLC"),
  ]),
];

const told = (name: string, relation: string, other: string | null): Row<"holder_join"> => ({ name, relation, other, note: null });

async function open(joins: readonly Row<"holder_join">[] = []): Promise<Workspace> {
  const folder = temporaryFolder();
  const dir = join(folder, "owners");
  await createWorkspace(dir);
  const workspace = await openWorkspace(dir, { mode: "write" });
  const load = async (source: string, lines: readonly FakeRow[]): Promise<void> => {
    await loadSource(workspace, fakeSource(source, "parts"), [await writeFake(join(folder, `${source}.fake`), null, lines)]);
  };
  await load("invented", atlas);
  await load("litigation", rows);
  if (joins.length > 0) await load("holder-joins", into("holder_join", joins));
  await measureWorkspace(workspace, { threads: 1 });
  return workspace;
}

/** Documents by holder. */
const counts = async (ask: Ask, question: Parameters<Ask["holders"]>[0] = {}): Promise<Record<string, number>> =>
  Object.fromEntries((await ask.holders(question)).holders.map(({ holder, documents: held }) => [holder, held]));

const filed = {
  spansion: 1,
  cypress: 1,
  infineon: 1,
  "name:infineontechnologyaustria": 1,
  kioxia: 2,
  toshiba: 1,
  "name:velaoptics": 1,
  "name:velaopticssuzhou": 1,
  "name:normadevice": 1,
};

describe("owners of invented patents", () => {
  let workspace: Workspace;
  const asked = (asOf: string): Ask => openAsk(workspace, { asOf });
  beforeAll(async () => {
    workspace = await open();
  });
  afterAll(() => workspace?.close());

  it("are at filing those of the printed names, a new name of one firm included; units and firms bought later apart", async () => {
    expect(await counts(asked("2022-06-30"))).toEqual(filed);
    const seats = (await asked("2022-06-30").holders({})).holders.map(({ holder, economy }) => [holder, economy]);
    expect(Object.fromEntries(seats)).toMatchObject({ kioxia: "JP", infineon: "DE", cypress: "US", "name:velaoptics": null });
  });

  it.each([
    ["2013-06-30", { ...filed }],
    ["2016-06-30", { ...filed, cypress: 2, spansion: undefined, "name:normadevice": undefined, micron: 1 }],
    ["2022-06-30", { ...filed, cypress: 2, spansion: undefined, "name:normadevice": undefined, "name:onegapatents": 1 }],
  ])("are on %s as mergers and records of assignment have it", async (day, expected) => {
    expect(await counts(asked(day), { owners: "today" })).toEqual(JSON.parse(JSON.stringify(expected)));
  });

  it("roll up by choice: units by their names, firms bought by the day", async () => {
    const units = {
      ...filed,
      infineon: 2,
      "name:infineontechnologyaustria": undefined,
      "name:velaoptics": 2,
      "name:velaopticssuzhou": undefined,
    };
    expect(await counts(asked("2022-06-30"), { rollUp: "units" })).toEqual(JSON.parse(JSON.stringify(units)));
    expect(await counts(asked("2019-06-30"), { rollUp: "group", owners: "today" })).toMatchObject({ cypress: 2, infineon: 2 });
    expect(await counts(asked("2022-06-30"), { rollUp: "group", owners: "today" })).toMatchObject({ infineon: 4, kioxia: 2, toshiba: 1 });
  });

  it("are shown beside the holder at filing, with day and document of each step", async () => {
    const card = await asked("2022-06-30").holder({ name: "Spansion LLC" });
    expect(holderCardSchema.parse(card)).toEqual(card);
    expect(card).toMatchObject({ holder: "spansion", today: { holder: "cypress" }, group: { holder: "infineon" } });
    expect(card.links).toEqual([
      expect.objectContaining({ relation: "merged", other: "cypress", since: "2015-03-31", rule: "stated", source: "iconnect-2015" }),
    ]);
    expect(await asked("2014-06-30").holder({ name: "spansion" })).toMatchObject({ today: null, group: null });
    const patentCard = await asked("2022-06-30").patent({ number: "US7000010" });
    expect(patentCard.owners).toEqual([{ holder: "name:onegapatents", name: "Onega Patents LLC", rule: "assigned 2018-05-06" }]);
    expect((await asked("2022-06-30").patent({ number: "US7000001" })).owners).toEqual([
      { holder: "cypress", name: "Cypress Semiconductor Corporation", rule: "filed, merged" },
    ]);
  });

  it("are the same in a report on a technology, a portfolio and blocks", async () => {
    const ask = asked("2022-06-30");
    const whose = { owners: "today", rollUp: "group" } as const;
    const report = await ask.technologyPatents({ technology: "bonding", ...whose, top: 20 });
    const held = await counts(ask, whose);
    expect(held.infineon).toBe(4);
    expect(Object.fromEntries(report.holders.map((line) => [line.holder, line.documents]))).toEqual(held);
    expect(await ask.portfolio({ holder: "infineon", ...whose })).toMatchObject({ documents: held.infineon });
    expect(await ask.blocks(whose)).toBeDefined();
    expect(await counts(ask), "what was measured is left alone").toEqual(filed);
  });
});

describe("a user's rows", () => {
  it("join names and keep them apart, whatever the rules say, and undo a link", async () => {
    const workspace = await open([
      told("Vela Optics (Suzhou) Co., Ltd.", "together", "Vela Optics Inc"),
      told("Toshiba Memory Corporation", "apart", "Kioxia Corporation"),
      told("Spansion LLC", "apart", "cypress"),
    ]);
    try {
      const ask = openAsk(workspace, { asOf: "2022-06-30" });
      expect(await counts(ask)).toMatchObject({ "name:velaoptics": 2, kioxia: 1, "name:toshibamemory:apart": 1, spansion: 1 });
      const card = await ask.holder({ name: "Vela Optics Inc" });
      expect(card.names.map(({ rule }) => rule).sort()).toEqual(["own", "user-together"]);
      expect(await counts(ask, { owners: "today" })).toMatchObject({ spansion: 1, cypress: 1 });
    } finally {
      workspace.close();
    }
  });
});
