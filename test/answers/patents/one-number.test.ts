import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { readExclusionData } from "../../../src/answers/exclusion/exclusion-data.ts";
import { readModel } from "../../../src/answers/shared/read-model.ts";
import type { Ask } from "../../../src/ask/ask.ts";
import { dayOf } from "../../../src/base/days.ts";
import type { Row } from "../../../src/base/tables.ts";
import { readJoinedCases } from "../../../src/corpus/case-holders.ts";
import { inForceOn } from "../../../src/corpus/claim-clusters.ts";
import { withOwnerView } from "../../../src/corpus/owner-view.ts";
import { measureWorkspace } from "../../../src/corpus/steps/measure.ts";
import { createRandom } from "../../../src/measure/random.ts";
import { createWorkspace } from "../../../src/workspace/create.ts";
import { loadSource } from "../../../src/workspace/load.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import type { Workspace } from "../../../src/workspace/workspace.ts";
import { holds, into, patent, rule, symbol } from "../../corpus/invented-corpus.ts";
import { actDefaults, defaults, technology } from "../../measure/rows.ts";
import { isLong, some } from "../../tiers.ts";
import { type FakeRow, fakeSource, writeFake } from "../../workspace/fake-source.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { openAsk } from "../open-ask.ts";

const names = [
  "Spansion LLC",
  "Cypress Semiconductor Corp.",
  "Infineon Technologies AG",
  "Infineon Technologies Austria AG",
  "Vela Optics Inc",
  "Norma Devices Inc",
];
const asOf = "2022-06-30";

/** What of a corpus the counts rest on. */
interface Truth {
  readonly document: string;
  readonly family: number;
  readonly design: boolean;
  readonly holders: readonly string[];
}

/** Families of one to four applications at two offices, some published before grant, some of designs, with one or two holders; all were refused once. */
function invent(seed: number, among: readonly string[]): { readonly rows: readonly FakeRow[]; readonly truth: readonly Truth[] } {
  const random = createRandom(seed);
  const pick = <T>(values: readonly T[]): T => values[random.below(values.length)]!;
  const rows: FakeRow[] = [];
  const truth: Truth[] = [];
  const refusals: Pick<Row<"prior_art_block">, "application" | "document" | "office">[] = [];
  let number = 7_000_000;
  for (let family = 0; family < 40; family++) {
    const design = random.below(6) === 0;
    const first = pick(among);
    const held = random.below(5) === 0 ? [...new Set([first, pick(among)])] : [first];
    for (let filing = 0; filing < (design ? 1 : 1 + random.below(4)); filing++) {
      const office = design ? "US" : pick(["US", "EP"]);
      const application = `${office}/2010${1000 + number}`;
      const filed = `20${String(pick([2, 8, 12])).padStart(2, "0")}-02-0${1 + random.below(9)}`;
      const granted = random.below(3) > 0 ? 1 : 0;
      const publications = granted === 1 && office === "US" && !design ? 2 : 1;
      for (let copy = 0; copy < publications; copy++) {
        number++;
        const document = `${office}${design ? "D" : ""}${number}`;
        const isGrant = granted === 1 && copy === publications - 1;
        refusals.push({ application, document, office });
        rows.push(
          ...into("patent", [
            patent(document, isGrant ? "2014-05-06" : "2013-05-06", {
              ...{ office, application, filed, granted: isGrant ? 1 : 0, type: design ? "design" : "utility" },
              ...(design ? {} : { family: `f${family}` }),
            }),
          ]),
          ...into(
            "patent_holder",
            held.map((name, at) => holds(document, name, { position: at + 1 })),
          ),
          ...into("patent_class", [symbol(document, "H01L21/2007")]),
        );
        if (random.below(6) === 0)
          rows.push(
            ...into("patent_transfer", [
              { document, date: pick(["2015-03-04", "2030-01-01"]), role: "assignee", name: pick(among), conveyance: null, record: null },
            ]),
          );
        truth.push({ document, family, design, holders: held });
      }
    }
  }
  rows.push(
    ...into(
      "prior_art_block",
      refusals.map((refusal) => ({
        ...{ ...refusal, cited: pick(refusals).document, literature: null, examiner: 1 },
        ...{ ground: null, claims: null, date: "2012-03-04" },
      })),
    ),
  );
  return { rows, truth };
}

const atlas: readonly FakeRow[] = [
  ...into("default_parameter", [
    ...actDefaults,
    ...defaults({ spare: [0, 0.1], fungibility: [0.1, 0.5], substitution: [1, 3], degradation: [0.1, 0.3] }),
  ]),
  ...into("technology", [technology("bonding", { name: "Wafer bonding" })]),
  ...into("patent_rule", [rule("bonding", "H01L21/20")]),
];

let workspace: Workspace | undefined;
afterEach(() => workspace?.close());

async function opened(rows: readonly FakeRow[]): Promise<Workspace> {
  const folder = temporaryFolder();
  const dir = join(folder, "one");
  await createWorkspace(dir);
  const writer = await openWorkspace(dir, { mode: "write" });
  for (const [source, lines] of [
    ["invented", atlas],
    ["litigation", rows],
  ] as const)
    await loadSource(writer, fakeSource(source, "parts"), [await writeFake(join(folder, `${source}.fake`), null, lines)]);
  await measureWorkspace(writer, { threads: 1 });
  workspace = writer;
  return writer;
}

/** Families for inventions, by holder, of the clusters of claims that exclusion, scenarios and leverage read. */
async function claimed(of: Workspace, whose: typeof today | typeof filing) {
  const read = await readModel(of, { asOf });
  const [unitRows] = await Promise.all([
    of.use(async (connection) => connection.runAndReadAll("SELECT document, unit FROM patent_document")),
  ]);
  const unit = new Map(unitRows.getRowsJS().map(([document, id]) => [String(document), String(id)]));
  const joined = await of.use((connection) => readJoinedCases(connection));
  const { claims } =
    whose === filing
      ? await readExclusionData(read, of, joined)
      : await withOwnerView(of, { ...whose, day: asOf }, (seen) => readExclusionData(read, seen, joined));
  const families = new Map<string, Set<string>>();
  for (const { holder, documents } of claims.clusters)
    for (const document of documents) families.set(holder, (families.get(holder) ?? new Set()).add(unit.get(document)!));
  return { claims, families };
}

const filing = { owners: "filing", rollUp: "none" } as const;
const today = { owners: "today", rollUp: "group" } as const;

async function told(ask: Ask, holder: string, whose: typeof today | typeof filing) {
  const card = await ask.holder({ name: holder, ...whose });
  const portfolio = await ask.portfolio({ holder, technology: "bonding", ...whose });
  return { card, portfolio };
}

describe.each(some([1, 2, 3], [1]))("of an invented corpus (%d)", (seed) => {
  it.each([filing, today])("every report has the same families, documents and owners: %o", async (whose) => {
    const { rows, truth } = invent(seed, names);
    const of = await opened(rows);
    const ask = openAsk(of, { asOf });
    const report = await ask.technologyPatents({ technology: "bonding", top: 100, ...whose });
    const list = await ask.holders({ technology: "bonding", top: 100, ...whose });
    expect(report.coverage.units).toBe(new Set(truth.map(({ family }) => family)).size);
    expect(Object.fromEntries(list.holders.map((line) => [line.holder, line.documents]))).toEqual(
      Object.fromEntries(report.holders.map((line) => [line.holder, line.documents])),
    );
    const blocks = await ask.blocks({ technology: "bonding", top: 100, ...whose });
    expect(Object.fromEntries(blocks.priorArt.refused.map((line) => [line.holder, line.applications]))).toEqual(
      Object.fromEntries(report.holders.map((line) => [line.holder, line.applications])),
    );
    expect(new Map(blocks.priorArt.refused.map(({ holder, name }) => [holder, name]))).toEqual(
      new Map(report.holders.map(({ holder, name }) => [holder, name])),
    );
    const { families } = await claimed(of, whose);
    expect(report.holders.length).toBeGreaterThan(2);
    for (const line of report.holders) {
      const { card, portfolio } = await told(ask, line.holder, whose);
      const counts = card.counts.reduce(
        (sum, { families: n, applications, grants }) => [sum[0]! + n, sum[1]! + applications, sum[2]! + grants],
        [0, 0, 0],
      );
      expect(counts, line.holder).toEqual([line.units, line.applications, line.grants]);
      expect([portfolio.documents, portfolio.families], line.holder).toEqual([line.documents, line.units]);
      const inventions = card.counts.find(({ right }) => right === "invention")?.families ?? 0;
      expect(families.get(line.holder)?.size ?? 0, line.holder).toBe(inventions);
    }
  });

  it.runIf(isLong)(
    "status and ends of one owner's are those of the technology, of the holder, of the portfolio and of exclusion",
    async () => {
      const of = await opened(invent(seed, ["Vela Optics Inc"]).rows);
      const ask = openAsk(of, { asOf });
      const report = await ask.technologyPatents({ technology: "bonding", ...filing });
      const { card, portfolio } = await told(ask, report.holders[0]!.holder, filing);
      expect(report.inForce).toEqual(card.inForce);
      expect(portfolio.expiry).toEqual({
        ...report.expiry,
        years: report.expiry.years.map(({ weight: _, weightUnknown: __, ...year }) => year),
      });
      const { claims } = await claimed(of, filing);
      const status = inForceOn(claims, dayOf(asOf)!);
      for (const { document } of claims.documents.slice(0, 15)) {
        const { inForce } = await ask.patent({ number: document });
        const q = status.get(document)?.q ?? null;
        expect([inForce?.low, inForce?.high], document).toEqual(q === null ? [null, null] : [q.low, q.high]);
      }
    },
  );
});
