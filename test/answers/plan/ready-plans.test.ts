import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readyPlan, readyPlanIds } from "../../../src/answers/plan/plan-file.ts";
import type { PlanReport } from "../../../src/answers/plan/plan-report.ts";
import { Style } from "../../../src/cli/page/style.ts";
import { printView } from "../../../src/cli/print-view.ts";
import type { Levermap } from "../../../src/library/open.ts";
import { planView } from "../../../src/report/plan/plan.ts";
import { rightsOfWords, supplyOfWords } from "../../../src/report/plan/plan-clout.ts";
import { filingWords } from "../../../src/report/plan/plan-filing.ts";
import { nextWords } from "../../../src/report/plan/plan-whole.ts";
import { openBundled } from "../bundled-workspace.ts";

let map: Levermap;
beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map.close());

/** One of several, a value that is none, an economy by its code, stray marks. */
const faults =
  /\b1 (?:problems|programmes|technologies|researchers|families|pairs|offices|draws|filings)\b|undefined|NaN|\bnull\b|\[object|;;| ,|\.\.|\b(?:of|on|in) (?:JP|CN|US|KR|EU|TW|NL|IN)\b/;

/** All that is told in sentences, by sentence. */
const sentencesOf = (report: PlanReport): readonly string[] =>
  [
    report.finding,
    nextWords(report),
    filingWords(report.advice.filing, report.plan),
    ...(report.clout === null
      ? []
      : [...report.clout.conditions, rightsOfWords(report.clout, report.against), supplyOfWords(report.clout)]),
  ]
    .flatMap((text) => text.split(/(?<=\.) (?=[A-Z])/))
    .filter((text) => text !== "");

const abroad = ({ advice }: PlanReport) =>
  advice.filing.flatMap(({ technology, offices }) =>
    offices.filter(({ reason }) => reason !== "at-home").map((office) => ({ technology: technology.id, ...office })),
  );

const verdicts = (report: PlanReport): string =>
  JSON.stringify(
    abroad(report)
      .map(({ technology, office, verdict }) => [technology, office, verdict])
      .sort(),
  );

describe("a ready plan", () => {
  it.each(readyPlanIds())(
    "%s: sentences are whole and told once, what it saves where it is chosen is what it saves on fresh worlds within their sampling error, and filing differs by office for reasons with figures",
    async (id) => {
      const report = await map.plan({ id });
      const sentences = sentencesOf(report);
      for (const text of [...sentences, ...[...report.programmes, ...report.out].map(({ why }) => why)]) expect(text).not.toMatch(faults);
      expect(new Set(sentences).size).toBe(sentences.length);
      expect(printView(planView(report), { width: 100, style: new Style(false) }, { details: true })).not.toMatch(/undefined|NaN|\[object/);

      // Beside the sampling of both, a moment of a world is not its course: within a twentieth.
      const { lost, resilience, worlds, value } = report;
      expect(worlds.quarters.best).toBeGreaterThanOrEqual(value * (1 - 1e-6));
      if (resilience !== null) expect(resilience.mean).toBeLessThanOrEqual(lost!.without);
      if (resilience !== null && worlds.saved !== null)
        expect(Math.abs(worlds.saved.mean - resilience.mean)).toBeLessThanOrEqual(
          3 * Math.hypot(worlds.saved.error, resilience.error) + 0.05 * resilience.mean,
        );

      const known = abroad(report).filter(({ verdict }) => verdict !== "unknown");
      expect(known.length > 0).toBe(report.programmes.length > 0);
      const isDifferent = new Set(known.map(({ verdict }) => verdict)).size > 1;
      if (!isDifferent) expect(new Set(known.map(({ why }) => why)).size).toBe(known.length);
      for (const { why, cost, value, clout } of known) {
        expect(why).toMatch(/USD [\d,.]+/);
        expect(why).not.toMatch(faults);
        expect(cost!.high).toBeGreaterThan(0);
        expect(value!.low).toBeLessThanOrEqual(value!.high);
        expect(clout !== null).toBe(report.plan.against !== null);
      }
      for (const { verdict, value, reason } of abroad(report))
        if (verdict === "unknown" && reason === "stake-unknown") expect(value).toBeNull();
    },
  );

  it.each(["imecas-institute", "smic-foundry"])("%s: with a tenth of its money it would file elsewhere", async (id) => {
    const { money, ...file } = readyPlan(id);
    const tenth = typeof money === "number" ? money / 10 : money.map((each) => each / 10);
    const poor = await map.plan({ place: "tenth.yaml", text: JSON.stringify({ ...file, money: tenth }) });
    expect(verdicts(poor)).not.toBe(verdicts(await map.plan({ id })));
  });
});
