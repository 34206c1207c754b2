import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { HalfLifeScore, VintageLine } from "../../../src/answers/half-life/half-life-report.ts";
import { percent } from "../../../src/base/format.ts";
import { create } from "../../../src/library/create.ts";
import { load } from "../../../src/library/load.ts";
import { open } from "../../../src/library/open.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { openBundled } from "../bundled-workspace.ts";

/** The figures of half-lives in `docs/method/half-life.md`, said anew from the answers. */

const documented = readFileSync(join(import.meta.dirname, "../../../docs/method/half-life.md"), "utf8").replace(/\s+/g, " ");
const asOf = "2026-11-25";

it("half-lives of the bundled atlas are as documented", async () => {
  const map = await openBundled(asOf);
  try {
    const told = async (technology: string, home: string, holder: string) => {
      const { decays } = await map.halfLife({ technology, home, holder, draws: 10_000 });
      const { halfLife, never } = decays.find(({ by }) => by === "together")!;
      return { months: halfLife!.median, never: percent(never!) };
    };
    const [acid, resist] = [await told("hydrogen-fluoride", "KR", "JP"), await told("photoresist", "KR", "JP")];
    const scanner = await told("euv-lithography", "CN", "NL");
    expect(documented).toContain(
      `Bundled atlas, 10,000 draws, ${asOf}: hydrogen fluoride, JP over KR: ${acid.months} months, never in ${acid.never}; photoresist: ${resist.months} months, never in ${resist.never}; EUV, NL over CN: never in ${scanner.never}.`,
    );
  } finally {
    map.close();
  }
});

const data = process.env.LEVERMAP_TEST_DATA ?? join(import.meta.dirname, "../../../../shared/data");
const editions = ["eto-2022-09", "eto-2026-08"].map((name) => join(data, "supply", name));
const here = editions.every((edition) => existsSync(edition));
if (!here) console.warn(`Documented scores of half-lives are not checked: ${editions.join(" and ")} are not here; set LEVERMAP_TEST_DATA.`);

describe.skipIf(!here)("half-lives on the two editions of ETO", () => {
  const folder = temporaryFolder();
  let score: HalfLifeScore;
  beforeAll(async () => {
    const dir = join(folder, "workspace");
    await create(dir);
    for (const edition of editions) await load(dir, "eto", [edition]);
    const map = await open(dir, { asOf });
    score = await map.halfLifeScore({ source: "eto" }).finally(() => map.close());
  });

  it("hold most top holders in their interval, and beat nothing changes by little", () => {
    const { totals, lines, months, misses } = score;
    expect(months).toBe(47);
    expect(lines.find(({ technology }) => technology === "wafer-bonders")).toMatchObject({
      holder: "AT",
      before: { low: 0.83 },
      after: { low: 0.479 },
    });
    expect([totals.scored, totals.hits]).toEqual([24, 23]);
    expect(misses).toHaveLength(totals.scored - totals.hits);
    expect(totals.skill.noLoss).toBeGreaterThan(0);
    expect(totals.skill.noLoss).toBeLessThan(0.3);
  });

  it("are scored as documented", () => {
    for (const words of scoreWords(score)) expect(documented).toContain(words);
  });
});

function scoreWords({ from, to, months, lines, totals, withheldTotals, freeTotals }: HalfLifeScore): readonly string[] {
  const skill = (of: typeof totals): string => of.skill.noLoss!.toFixed(2);
  const nothing = lines.filter(({ predicted }) => predicted.median === 1).length;
  const missed = lines.filter(({ hit }) => !hit);
  expect(missed).toHaveLength(1);
  return [
    `On ETO, ${from} to ${to}`,
    `${totals.scored} technologies over ${months} months, ${totals.hits} in the 80% interval, which is ${Math.round(totals.meanWidth! * 100)} points wide on average`,
    `against a forecast that nothing changes: ${skill(totals)} over all, ${skill(withheldTotals)} for the ${withheldTotals.scored} on which the holder is known to have put a control in that time`,
    `${skill(freeTotals)} for the other ${freeTotals.scored}`,
    `The miss: ${missWords(missed[0]!)} of the hold left`,
    `The medians say "nothing is lost" for ${nothing} of ${lines.length}`,
  ];
}

const missWords = ({ name, before, after, predicted }: VintageLine): string =>
  `${name.toLowerCase()}, where ${percent(before.high!)} became ${percent(after.high!)}, against at least ${percent(predicted.low)}`;
