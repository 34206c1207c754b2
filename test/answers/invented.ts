import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { type ReadModel, readModel } from "../../src/answers/shared/read-model.ts";
import type { Ask } from "../../src/ask/ask.ts";
import { type Effects, quietEffects } from "../../src/base/effects.ts";
import type { Row, TableName } from "../../src/base/tables.ts";
import type { LoadedShare } from "../../src/measure/supply/share-entries.ts";
import { createWorkspace } from "../../src/workspace/create.ts";
import { loadSource } from "../../src/workspace/load.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import {
  actDefaults,
  control,
  defaults,
  member,
  organisation,
  outage,
  parameter,
  place,
  product,
  requirement,
  rule,
  share,
  technology,
  variety,
} from "../measure/rows.ts";
import { type FakeRow, fakeSource, writeFake } from "../workspace/fake-source.ts";
import { openAsk } from "./open-ask.ts";

/** A workspace of an invented industry: an atlas and two editions of one outside data set. */

const into = <T extends TableName>(table: T, rows: readonly Row<T>[]): readonly FakeRow[] =>
  rows.map((row) => ({ table, row: { ...row } }));

const shares = (rows: readonly LoadedShare[]): readonly FakeRow[] => rows.map(({ dataset, ...row }) => ({ table: "share" as const, row }));

const document = (id: string): Row<"document"> => ({
  id,
  title: `Document ${id}`,
  publisher: "Press",
  published: "2024",
  url: null,
  locator: null,
  class: "press",
  access: "direct",
  note: null,
});

const economy = (id: string): Row<"economy"> => ({ id, name: `Land ${id}`, gdp: 100, gdp_year: 2024, source: "s-one" });

const trade = (partner: string, flow: string, value: number): Row<"trade"> => ({
  reporter: "AA",
  partner,
  partner_label: null,
  flow,
  scheme: "cn8",
  code: "12345678",
  period: "2024",
  value,
  currency: "EUR",
  weight_kg: null,
  quantity: null,
  quantity_unit: null,
  source: "s-one",
});

const atlas: readonly FakeRow[] = [
  ...into("document", ["s-one", "s-two", "s-three"].map(document)),
  ...into("stage", [
    { id: "tools", name: "Tools", position: 1 },
    { id: "products", name: "Products", position: 2 },
  ]),
  ...into("technology", [
    product("logic"),
    product("memory"),
    technology("scanner", { name: "Light scanner", kind: "tool", stage: "tools", supply_mode: "capital" }),
    technology("old-scanner", { kind: "tool", stage: "tools", supply_mode: "capital" }),
    technology("exposure", { kind: "tool", stage: "tools", supply_mode: "capital" }),
    technology("resist"),
    technology("gas"),
    technology("cleaner"),
    technology("mystery"),
  ]),
  ...into("alias", [{ alias: "big-light", technology: "scanner" }]),
  ...into("requirement", [
    requirement("logic", "scanner", "blocking"),
    requirement("memory", "exposure", "blocking"),
    requirement("logic", "resist", "blocking"),
    requirement("memory", "resist", "degrading", { delta_low: 0.2, delta_high: 0.4, source: "s-three" }),
    requirement("memory", "gas", "blocking"),
    requirement("logic", "cleaner", "marginal"),
    requirement("logic", "mystery", "unknown", { grade: "assumed" }),
  ]),
  ...into("variety", [variety("exposure", "scanner", [0.3, 0.5]), variety("exposure", "old-scanner", [0.5, 0.7])]),
  ...shares([
    share("scanner", "DD", 1),
    share("old-scanner", "DD", 0.5),
    share("old-scanner", "CC", 0.5),
    share("resist", "CC", 0.5, { basis: "production" }),
    share("resist", "BB", 0.3, { basis: "production" }),
    share("resist", "AA", 0.1, { basis: "production" }),
    share("gas", "CC", 0.45),
    share("gas", "BB", null, { flag: "blank" }),
    share("cleaner", "DD", 0.6),
    share("resist", "firm-c", 0.4, { holder_kind: "organisation", basis: "sales" }),
  ]),
  ...into(
    "default_parameter",
    defaults({
      spare: [0, 0.1],
      fungibility: [0.1, 0.5],
      substitution: [1, 3],
      degradation: [0.1, 0.3],
      qualification: [3, 9],
      "lead-time": [12, 24],
      "expected-length": [4, 36],
    }),
  ),
  ...into("default_parameter", actDefaults),
  ...into("outage", [outage("burnt", "fire", "2019-03-01", [2, 10])]),
  ...into("parameter", [
    parameter("logic", "market-size", 200, { unit: "USD bn" }),
    parameter("memory", "market-size", 100, { unit: "USD bn" }),
    parameter("resist", "market-size", 2, { unit: "USD bn" }),
    parameter("resist", "fungibility", [0.2, 0.3]),
  ]),
  ...into("economy", ["AA", "BB", "CC", "DD", "UU"].map(economy)),
  ...into("group_member", [member("UU", "AA"), member("UU", "BB")]),
  ...into("organisation", [organisation("firm-c", "CC")]),
  ...into("product_place", [
    place("logic", "AA", "make", 0.3),
    place("logic", "BB", "make", 0.1),
    place("logic", "CC", "make", 0.6),
    place("memory", "AA", "make", 0.1),
    place("memory", "DD", "make", 0.9),
    place("memory", "BB", "make", 0),
  ]),
  ...into("reach", [rule("cleaner", "BB", "DD", { low: 0.5 })]),
  ...into("withheld", [control("scanner", "DD", "CC"), control("resist", "CC", "AA", { class: "licence" })]),
  ...into("code", [
    { technology: "resist", scheme: "cn8", code: "12345678", relation: "same", source: "s-two", grade: "published", note: null },
  ]),
  ...into("trade", [
    trade("CC", "import", 80),
    trade("BB", "import", 10),
    trade("unspecified", "import", 10),
    trade("world", "export", 20),
  ]),
];

const outside = (etchers: readonly (readonly [string, number])[], year: number): readonly FakeRow[] => [
  ...into("technology", [
    technology("etcher", { native: "N1", name: "Etchers", kind: "tool" }),
    technology(`only-${year}`, { native: `N${year}` }),
  ]),
  ...shares(etchers.map(([holder, part]) => share("etcher", holder, part, { year, source: null }))),
];

export interface Invented {
  readonly ask: (asOf?: string, effects?: Effects) => Ask;
  readonly read: (asOf: string) => Promise<ReadModel>;
  close(): void;
}

/** Rows of defaults of an atlas. */
export const defaultRows = (values: Parameters<typeof defaults>[0]): readonly FakeRow[] => into("default_parameter", defaults(values));

/** Rows of parameters of an atlas. */
export const parameterRows = (rows: readonly Row<"parameter">[]): readonly FakeRow[] => into("parameter", rows);

/** Makes the workspace in a folder of its own below `parent`. `more`: rows that its atlas has beside. */
export async function inventedWorkspace(parent: string, more: readonly FakeRow[] = []): Promise<Invented> {
  const dir = await mkdtemp(join(parent, "files-"));
  const home = join(dir, "workspace");
  const early = outside(
    [
      ["AA", 0.5],
      ["BB", 0.5],
    ],
    2021,
  );
  const late = outside(
    [
      ["AA", 0.7],
      ["BB", 0.3],
    ],
    2025,
  );
  await createWorkspace(home, { effects: quietEffects }, async (workspace) => {
    await loadSource(workspace, fakeSource("atlas", "whole"), [await writeFake(join(dir, "atlas"), "2026", [...atlas, ...more])]);
    await loadSource(workspace, fakeSource("outside", "whole"), [await writeFake(join(dir, "early"), "2022-09", early)]);
    await loadSource(workspace, fakeSource("outside", "whole"), [await writeFake(join(dir, "late"), "2026-08", late)]);
  });
  const workspace = await openWorkspace(home, { mode: "read" });
  return {
    ask: (asOf = "2026-09-01", effects = quietEffects) => openAsk(workspace, { asOf, effects }),
    read: (asOf) => readModel(workspace, { asOf }),
    close: () => workspace.close(),
  };
}
