import { afterAll, beforeAll, expect, it } from "vitest";
import type { ChokepointReport } from "../../src/answers/supply/chokepoint-report.ts";
import { keyOf, uniform } from "../../src/leverage/draw/random.ts";
import type { Levermap } from "../../src/library/open.ts";
import { isLong, some } from "../tiers.ts";
import { openBundled } from "./bundled-workspace.ts";

/** One act has one number: who asks what a holder takes from a home by withholding a technology reads the same figure everywhere. Card and map: `agreement.test.ts`. */

const asOf = "2026-11-25";
let map: Levermap;
beforeAll(async () => {
  map = await openBundled(asOf);
});
afterAll(() => map.close());

const homes = some(["CN", "US", "KR", "TW", "JP", "NL", "DE", "EU", "IN", "MY", "SG", "IL", "FR", "IT", "VN"], ["CN", "KR"]);
const acts = isLong ? 200 : 8;

/** One of a list by chance, the same in each run. */
const one = <T>(list: readonly T[], act: number, of: string): T => list[Math.floor(uniform(1, act, keyOf(of)) * list.length)]!;

const scenario = (holder: string, technology: string, home: string): string =>
  `name: One act
outsiders: backfilling
as_of: ${asOf}
measures:
  - withhold: {senders: [${holder}], targets: [${home}], technologies: [${technology}], from: ${asOf}}
`;

type Figure = readonly (number | null | undefined)[];

/** To nine digits: sums are taken in other orders. */
const shown = (figure: Figure | null | undefined): Figure | null => figure?.map((end) => Number(end!.toPrecision(9))) ?? null;

/** What every question that shows the act says of it. */
async function figuresOf(entry: ChokepointReport["ranked"][number], home: string, months: 12 | 60): Promise<Record<string, Figure | null>> {
  const holder = entry.holder!.economy;
  const { technology } = entry;
  const simulated = (await map.simulate({ text: scenario(holder, technology, home) })).targets[0]!;
  const { cells } = await map.leverage({ from: [holder], on: home, technologies: [technology], horizon: months });
  const halfLife = months === 12 ? await map.halfLife({ technology, home, holder }) : null;
  return {
    // Of a home of which no source says what it makes no question tells a loss over all products.
    chokepoints: entry.score === null ? null : shown(entry.losses.find((loss) => loss.months === months)!.loss),
    simulate: shown(simulated.average?.[months === 12 ? 3 : 5]?.drawn),
    leverage: shown(cells[0]!.loss?.interval),
    ...(halfLife ? { halfLife: shown(halfLife.acted[0]?.loss) } : {}),
  };
}

it(`${acts} acts: the same loss in chokepoints, simulate, leverage and half-life`, async () => {
  const reports = new Map<string, ChokepointReport>();
  for (const home of homes) reports.set(home, await map.chokepoints({ home, top: 1000 }));
  const differing: unknown[] = [];
  for (let act = 0; act < acts; act++) {
    const home = one(homes, act, "home");
    const { makingKnown, ranked } = reports.get(home)!;
    const entry = one(ranked, act, "technology");
    expect(entry.score === null).toBe(!makingKnown);
    const months = one([12, 60] as const, act, "months");
    const figures = await figuresOf(entry, home, months);
    if (new Set(Object.values(figures).map((figure) => JSON.stringify(figure))).size !== 1)
      differing.push({ home, technology: entry.technology, holder: entry.holder!.economy, months, ...figures });
  }
  expect(differing).toEqual([]);
});
