import { beforeAll, describe, expect, it } from "vitest";
import type { LeverageReport } from "../../../src/answers/leverage/leverage-report.ts";
import type { Row, TableName } from "../../../src/base/tables.ts";
import { leverageView as leverageViewSaid } from "../../../src/report/leverage/leverage.ts";
import { printed } from "../../report/printed.ts";
import { english } from "../../words/english.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { inventedWorkspace } from "../invented.ts";

const leverageView = english(leverageViewSaid);

const cited = { known: null, source: "s-one", grade: "published", note: null };

const flow = (technology: string, importer: string, low: number, unit: string, year: number): Row<"trade_flow"> => ({
  ...cited,
  technology,
  exporter: "CC",
  importer,
  low,
  high: low,
  unit,
  year,
});

const effect = (
  control: string,
  subject: string,
  quantity: string,
  figure: readonly [amount: number, unit: string],
  date: string,
  note: string | null = null,
): Row<"control_effect"> => {
  const [amount, unit] = figure;
  const id = `${control}|${subject}|${quantity}|${date}`;
  const kind = subject.startsWith("firm") ? "organisation" : "economy";
  return { ...cited, id, control, subject, subject_kind: kind, quantity, low: amount, high: amount, unit, date, note };
};

/** The act that the control of resist cites, and one that no control cites. */
const act = (id: string, citation: string): Row<"control_rule"> => ({
  ...cited,
  id,
  issuer: "CC",
  kind: null,
  type: null,
  title: id,
  citation,
  published: "2020-01-01",
  effective: null,
  ends: null,
  end_known: null,
  suspends: null,
  origin: "atlas",
  url: null,
});

const into = <T extends TableName>(table: T, rows: readonly Row<T>[]) => rows.map((row) => ({ table, row: { ...row } }));
const facts = [
  ...into("control_rule", [act("cc-resist", "2 Gazette 2"), act("cc-other", "9 Gazette 9")]),
  ...into("trade_flow", [
    flow("resist", "AA", 200, "USD m", 2022),
    flow("resist", "AA", 300, "USD m", 2023),
    flow("resist", "BB", 900, "USD m", 2023),
    flow("scanner", "AA", 700, "USD m", 2023),
  ]),
  ...into("control_effect", [
    effect("cc-resist", "firm-c", "sales to AA in the quarter", [0.5, "USD bn"], "2024-03"),
    effect("cc-resist", "firm-c", "share of sales to AA", [0.2, "fraction"], "2025-01", "guidance of that day"),
    effect("cc-resist", "firm-c", "share of sales to BB", [0.6, "fraction"], "2025-01"),
    effect("cc-resist;dd-none", "AA", "output of chips", [5, "bn units"], "2023", "0.1 above a year before"),
    effect("cc-other", "AA", "output of gas", [5, "t"], "2023"),
    effect("cc-resist", "BB", "output of chips", [7, "bn units"], "2024"),
  ]),
];

const folder = temporaryFolder();
let [plain, told]: LeverageReport[] = [];
const question = { from: ["CC", "DD"], on: "AA", draws: 4 };

beforeAll(async () => {
  const [without, withFacts] = [await inventedWorkspace(folder), await inventedWorkspace(folder, facts)];
  plain = await without.ask().leverage(question);
  told = await withFacts.ask().leverage(question);
  without.close();
  withFacts.close();
});

describe("what was observed of a pair", () => {
  it("are the sales to the target of what is withheld, of goods and of firms, the newest first", () => {
    expect(
      told!.observed!.sales.map(({ from, seller, what, date, usdBn, forecast }) => [from, seller, what, date, usdBn, forecast]),
    ).toEqual([
      ["CC", "firm-c", "share of sales to AA", "2025-01", null, true],
      ["CC", "firm-c", "sales to AA in the quarter", "2024-03", { low: 0.5, high: 0.5 }, false],
      ["CC", "CC", "resist", "2023", { low: 0.3, high: 0.3 }, false],
      ["CC", "CC", "resist", "2022", { low: 0.2, high: 0.2 }, false],
    ]);
  });

  it("is what became of the target after acts that withheld some of it, by the controls that cite them", () => {
    const { outcomes, unlinked } = told!.observed!;
    expect(outcomes.map(({ subject, quantity, acts, technologies }) => [subject, quantity, acts, technologies])).toEqual([
      ["AA", "output of chips", ["cc-resist"], ["resist"]],
    ]);
    expect(unlinked).toBe(1);
    expect(told!.evidence.limits.join(" ")).toContain("Left out, since no technology of the act is known: 1 figure.");
  });

  it("is in none of the numbers", () => {
    expect(plain!.observed).toEqual({ sales: [], outcomes: [], unlinked: 0 });
    expect([told!.cells, told!.coalition, told!.shapley, told!.finding]).toEqual([
      plain!.cells,
      plain!.coalition,
      plain!.shapley,
      plain!.finding,
    ]);
  });

  it("stands beside the lost sales of the model, with source and day and without forecasts", () => {
    const text = printed(leverageView(told!)).replaceAll(/\s+/g, " ");
    expect(text).toMatch(
      /CC: by what is known USD [^;]*; observed: USD 500 M in 2024-03 \(FIRM-C, sales to AA in the quarter; Press\), USD 300 M in 2023 \(resist; Press\)\./,
    );
    expect(text).toMatch(/DD: [^;]*; observed: none on record\./);
    expect(text).toContain("Land AA, output of chips: 5 bn units in 2023 (Press); 0.1 above a year before.");
    expect(text).not.toContain("share of sales to AA");
  });
});
