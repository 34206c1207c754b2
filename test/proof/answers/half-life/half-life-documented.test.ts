import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { percent, percentInterval } from "../../../../src/base/format.ts";
import { load } from "../../../../src/library/load.ts";
import { open } from "../../../../src/library/open.ts";
import type { HalfLifeScore } from "../../../../src/proof/answers/half-life/half-life-score-report.ts";
import { bundledCopy, openBundled } from "../../../answers/bundled-workspace.ts";
import { isLong } from "../../../tiers.ts";

/** The figures of half-lives in `docs/method/half-life.md`, said anew from the answers. */

const documented = readFileSync(join(import.meta.dirname, "../../../../docs/method/half-life.md"), "utf8").replace(/\s+/g, " ");
const asOf = "2026-11-25";

it.runIf(isLong)("half-lives of the bundled atlas are as documented", async () => {
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

it("forecasts of shares in the bundled atlas are scored as documented", async () => {
  const map = await openBundled(asOf);
  try {
    const score = await map.halfLifeScore({ source: "atlas" });
    for (const words of scoreWords(score)) expect(documented).toContain(words);
    const [upper, lower] = score.base.map(({ share, lost }) => {
      const { chance, chance80 } = lost.find(({ years }) => years === 10)!;
      return { share: percent(share), lost: percentInterval([chance80.low, chance, chance80.high]) };
    });
    expect(documented).toContain(
      `of a share of ${upper!.share} half is gone within 10 years in ${upper!.lost}, of one of ${lower!.share} in ${lower!.lost}`,
    );
    expect(documented).toContain(`In ${score.halved} of the pairs half of the share was lost`);
  } finally {
    map.close();
  }
});

const data = process.env.LEVERMAP_TEST_DATA ?? join(import.meta.dirname, "../../../../../shared/data");
const editions = ["eto-2022-09", "eto-2026-08"].map((name) => join(data, "supply", name));
const here = editions.every((edition) => existsSync(edition));
if (!here) console.warn(`Documented scores of half-lives are not checked: ${editions.join(" and ")} are not here; set LEVERMAP_TEST_DATA.`);

describe.skipIf(!here)("forecasts of shares on the two editions of ETO", () => {
  let score: HalfLifeScore;
  beforeAll(async () => {
    const dir = await bundledCopy();
    for (const edition of editions) await load(dir, "eto", [edition]);
    const map = await open(dir, { asOf });
    score = await map.halfLifeScore({ source: "eto" }).finally(() => map.close());
  });

  it("are of top holders over the time between them", () => {
    expect([score.months, score.pairs, score.technologies]).toEqual([47, 24, 24]);
    expect(score.lines.find(({ technology }) => technology === "wafer-bonders")).toMatchObject({
      holder: "AT",
      before: { low: 0.83 },
      after: { low: 0.479 },
    });
  });

  it("are scored as documented", () => {
    for (const words of scoreWords(score)) expect(documented).toContain(words);
  });
});

/** A line of the documented table for each forecast of all pairs. */
const scoreWords = ({ source, tests }: HalfLifeScore): readonly string[] =>
  tests
    .filter(({ part }) => part === "all")
    .flatMap(({ hiding, scored, technologies, forecasts }) =>
      forecasts.map(({ forecast, crps, skill, skill80, coverage }) => {
        const told = forecast === "base rate" ? "" : `${skill.toFixed(2)} (${skill80.low.toFixed(2)} to ${skill80.high.toFixed(2)})`;
        return `| ${source}, ${hiding}: ${scored}, ${technologies} | ${forecast} | ${crps.toFixed(3)} | ${told} | ${forecast === "no change" ? "" : percent(coverage)} |`.replace(
          /\s+/g,
          " ",
        );
      }),
    );
