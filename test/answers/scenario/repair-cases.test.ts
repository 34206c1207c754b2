import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { dayOf } from "../../../src/base/days.ts";
import { drawnRepair, type Repair, repairLike } from "../../../src/leverage/repair.ts";
import { crps } from "../../../src/measure/crps.ts";
import { outage } from "../../measure/rows.ts";
import { cells } from "../bundled-data.ts";

const rows = cells("atlas/outages.csv").map(({ id, cause, date, low, high }) =>
  outage(id!, cause!, date!, null, { low: low === "" ? null : Number(low), high: high === "" ? null : Number(high) }),
);

const log = (months: number): number => Math.log(Math.max(0.03, months));

/** Each case with both ends, foretold from the others: how many lie in the 80% interval, and the mean CRPS of the logarithm. */
function leftOut(turned: (repair: Repair) => Repair) {
  const draws = 2_000;
  const known = rows.filter(({ low, high }) => low !== null && high !== null);
  let [hits, score] = [0, 0];
  for (const { cause, date, low, high } of known) {
    const others = rows.filter((row) => row.date !== date);
    const repair = turned(repairLike(others, cause as Parameters<typeof repairLike>[1], dayOf(date)!));
    const drawn = Float64Array.from({ length: draws }, (_, i) => drawnRepair(repair, (i + 0.5) / draws)).sort();
    if (drawn[draws / 10]! <= high! && low! <= drawn[(9 * draws) / 10]!) hits++;
    score += crps(drawn.map(log), log((low! + high!) / 2)) / known.length;
  }
  return { cases: known.length, hits, score: score.toFixed(2).slice(1) };
}

it("the time of repair holds of bundled cases that it was not drawn from what the method page says", () => {
  const spread = leftOut((repair) => repair);
  const bare = leftOut((repair) => repair.map((each) => ({ ...each, around: 1 })));
  const page = readFileSync(new URL("../../../docs/method/scenario.md", import.meta.url), "utf8").replace(/\s+/g, " ");
  expect(page).toContain(
    `Of ${spread.cases} bundled cases with both ends, each left out in turn, ${spread.hits} lie in the 80% interval, ${bare.hits} without spreading; the mean CRPS of the logarithm is ${spread.score} and ${bare.score}.`,
  );
});
