import { counted } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed, listedFirst, lowered, said } from "../../base/words.ts";
import { readyPlan } from "../plan/plan-file.ts";
import { sameForAll, unknownOf } from "../plan/plan-labels.ts";
import type { PlanReport } from "../plan/plan-report.ts";
import { economyName, technologyName } from "../shared/names.ts";
import type { DossierSides } from "./dossier-parts.ts";
import type { DossierReport, DossierSentence } from "./dossier-report.ts";
import { sentence } from "./sentence.ts";

/** What is unknown, and what the page therefore leaves out. */
export function unknownSentences(
  { read, homeName }: DossierSides,
  { left, clout, plan, calibration }: PlanReport,
): readonly DossierSentence[] {
  const isNext = (id: string): boolean => read.map.technologies[read.map.indexOf.get(id)!]!.nextGeneration;
  const [noMarket, noCount] = [left.noMarket.filter(isNext), left.noCount.filter(isNext)];
  const names = (ids: readonly string[]): string => listed(ids.map((id) => lowered(technologyName(read, id))));
  const places = plan.unknownJurisdictions;
  const unknown = said(
    plan.lossUnknown !== null && say("dossier-unknown.what", { homeName, unknown: unknownOf(plan) }),
    clout !== null && clout.leavesOut > 0 && say("dossier-unknown.what-holds-of-technologies", { homeName, technologies: clout.leavesOut }),
    noMarket.length > 0 && `${counted(noMarket.length, "next-generation market")}`,
    left.noPlant.length > 0 && counted(left.noPlant.length, "plant size"),
    places.length > 0 && say("dossier-unknown.chip-use-in-places", { places: places.length }),
  );
  const tested = calibration.filter(({ holds }) => holds !== null);
  const missed = tested.filter(({ holds }) => holds === false);
  return [
    ...(unknown.length === 0
      ? []
      : [
          sentence(say("dossier-unknown.unknown-not", { unknown: listed(unknown) }), {
            rests: "count",
            detail: said(
              noMarket.length > 0 && say("dossier-unknown.no-market-is-published", { noMarket: names(noMarket) }),
              left.noPlant.length > 0 &&
                say("dossier-unknown.no-plan-can-supply", {
                  noPlant: listedFirst(
                    left.noPlant.map((id) => lowered(technologyName(read, id))),
                    5,
                  ),
                }),
              noCount.length > 0 && say("dossier-unknown.no-late-count-of", { noCount: names(noCount) }),
              places.length > 0 &&
                say("dossier-unknown.no-source-says-what", { places: listed(places.map((id) => economyName(read, id))) }),
            ).join(" "),
          }),
        ]),
    ...(tested.length === 0
      ? []
      : [
          sentence(
            missed.length === 0
              ? say("dossier-unknown.the-inputs-are-right", { tested: String(tested.length) })
              : say("dossier-unknown.of-programmes-that-happened", {
                  tested: String(tested.length),
                  missed: listed(missed.map(missWords)),
                }),
            {
              sources: missed.map(({ source }) => source),
              rests: "count",
              ...(missed.length === 0 ? {} : { detail: missed.map(missDetail).join(" ") }),
            },
          ),
        ]),
    sentence(
      "Not judged: what others' patents block (`levermap portfolio`), know-how, tools that controls keep from laboratories, what states decide.",
      {
        rests: "count",
        detail: sameForAll,
      },
    ),
  ];
}

type Calibrated = PlanReport["calibration"][number];

const missWords = ({ what }: Calibrated): string => what.split(/:| after /)[0]!.trim();

const missDetail = ({ what, low, high, unit, model }: Calibrated): string =>
  say("dossier-unknown.they-say-to", {
    what,
    low: String(low === high ? low : say("dossier-unknown.to", { low: String(low), high: String(high) })),
    unit,
    toPrecision: model.low.toPrecision(2),
    toPrecisionOther: model.high.toPrecision(2),
  });

/** That a ready plan is for other years, as work on the next generation takes longer, and has caps that the dossier does not take over. */
function differenceWords(id: string, years: number): string {
  const { years: own, diversification, follow_up, originality } = readyPlan(id);
  const hasCaps = [diversification, follow_up, originality].some((cap) => cap !== undefined);
  const other = said(own !== years && say("dossier-unknown.years", { own: String(own) }), hasCaps && "with caps");
  return other.length === 0 ? "" : say("dossier-unknown.there", { other: listed(other) });
}

/** What sentences without a document rest on, said once for the whole page. */
export function basisWords({ inputs }: Pick<PlanReport, "inputs">, means: DossierReport["means"]): string {
  const assumed = inputs.filter(({ grade }) => grade === "assumed");
  const given = said(means.assumed && "money", means.researchers !== null && "researchers");
  const own =
    given.length === 0
      ? ""
      : say("dossier-unknown.so-are", {
          given: listed(given),
          plan:
            means.plan === null
              ? ""
              : say("dossier-unknown.from-the-plan", { plan: means.plan, difference: differenceWords(means.plan, means.years) }),
        });
  return say("dossier-unknown.what-names-no-document", { assumed: String(assumed.length), inputs: String(inputs.length), own });
}
