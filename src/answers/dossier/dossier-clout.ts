import { usdM } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import type { Interval } from "../../base/numbers.ts";
import { spaced } from "../../base/words.ts";
import { peakOf } from "../plan/clout/clout-conditions.ts";
import type { Clout } from "../plan/clout/clout-report.ts";
import type { PlanReport } from "../plan/plan-report.ts";
import type { DossierSides } from "./dossier-parts.ts";
import type { DossierSentence } from "./dossier-report.ts";
import { sentence, usdMEnds } from "./sentence.ts";

const usdAYear = "USD m a year";

/** The most that plants of the plan add to clout by supply in a year, USD m; `null`: supply is unknown. */
function plantsAdd({ byYear }: Pick<Clout, "byYear">): number | null {
  const adds = byYear.map(({ supplyHeld, supplyWith }) =>
    supplyHeld === null || supplyWith === null ? null : supplyWith[1] - supplyHeld[1],
  );
  const known = adds.filter((each) => each !== null);
  return known.length === 0 ? null : Math.max(0, ...known);
}

/** What that takes from the other side: by rights, then by supply, each today and later; the two are never summed. */
export function cloutSentences(sides: DossierSides, { clout }: PlanReport): readonly DossierSentence[] {
  if (clout === null)
    return [sentence("No other side is named (`--against`), so that clout is not given, which is not 0.", { rests: "count" })];
  const [now, last] = [clout.byYear[0]!.rightsHeld, clout.byYear.at(-1)!.rightsHeld];
  const held = now !== null && last !== null && now[2] > 0 ? [heldSentence(now, last, clout.byYear.at(-1)!.year)] : [];
  return [...held, addedSentence(clout, now), supplySentence(sides, clout)];
}

/** Rights of today and what is left of them in the last year. */
function heldSentence(now: Interval, last: Interval, year: number): DossierSentence {
  return sentence(say("dossier-clout.patents-of-today-as", { now: usdMEnds(now), last: usdM(last[1]), year: String(year) }), {
    interval: now,
    unit: usdAYear,
  });
}

/** What claims of the plan add at their peak, and of patents of today where those tell nothing. @param now rights of today; `null`: no patent of the home is loaded */
function addedSentence(clout: Clout, now: Interval | null): DossierSentence {
  const peak = peakOf(clout);
  const today =
    now === null
      ? "; what those of today could is unknown, as none is loaded"
      : now[2] > 0
        ? ""
        : "; by those of today, as far as loaded, nothing";
  const beside = {
    interval: peak.rightsAdded,
    unit: usdAYear,
    detail: say("dossier-clout.of-what-sells-by", { onName: clout.onName }),
  };
  return peak.rightsAdded[1] > 0
    ? sentence(
        say("dossier-clout.new-claims-could-keep", { rightsAdded: usdMEnds(peak.rightsAdded), year: String(peak.year), today }),
        beside,
      )
    : sentence(say("dossier-clout.new-claims-could-keep-out", { year: String(clout.byYear.at(-1)!.year), today }), beside);
}

/** What withholding takes, today and later, what it costs, and what plants add. */
function supplySentence({ home, homeName }: DossierSides, clout: Clout): DossierSentence {
  const { byYear, on, cost, supplyGap, leavesOut } = clout;
  const [now, last] = [byYear[0]!, byYear.at(-1)!];
  const beside = { rests: "supply" as const, command: `levermap leverage --from ${home} --on ${on}` };
  if (now.supplyHeld === null || last.supplyHeld === null)
    return sentence(
      say("dossier-clout.by-supply-no-figure", {
        supplyGap:
          supplyGap === null || supplyGap === "no-known-supply" ? say("dossier-clout.no-share-of-is", { homeName }) : spaced(supplyGap),
      }),
      { ...beside, rests: "count" },
    );
  const adds = plantsAdd(clout) ?? 0;
  const later = isTold(now.supplyHeld, last.supplyHeld)
    ? say("dossier-clout.in", { supplyHeld: usdMEnds(last.supplyHeld), year: String(last.year) })
    : say("dossier-clout.much-the-same-in", { year: String(last.year) });
  return sentence(
    say("dossier-clout.supply-of-chip-output", {
      leavesOut: leavesOut > 0 ? ", as far as known" : "",
      supplyHeld: usdMEnds(now.supplyHeld),
      atAn: cost === null ? "at an unknown cost" : say("dossier-clout.for-of-own-losses", { cost: usdMEnds(cost) }),
      later,
      adds: adds > 0.5 ? say("dossier-clout.the-plan-adds", { adds: usdM(adds) }) : "",
    }),
    {
      ...beside,
      interval: now.supplyHeld,
      unit: usdAYear,
      detail: `${say("dossier-clout.begun-later", {
        newPlants:
          adds > 0.5
            ? say("dossier-clout.with-new-plants-and", {
                unknown: last.supplyWith === null ? "unknown" : usdMEnds(last.supplyWith),
                year: String(last.year),
              })
            : "New plants and sales of the plan add nothing known. ",
        byYear: byYear
          .slice(1)
          .map(({ year, supplyHeld }) => `${year} ${supplyHeld === null ? "unknown" : usdMEnds(supplyHeld)}`)
          .join("; "),
      })} ${say("dossier-clout.rights-keep-goods-off")}`,
    },
  );
}

/** Whether the middles of two figures differ by more than a tenth. */
const isTold = ([, a]: Interval, [, b]: Interval): boolean => Math.abs(a - b) > 0.1 * Math.max(Math.abs(a), Math.abs(b));
