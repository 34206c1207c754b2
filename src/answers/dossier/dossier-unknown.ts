import { counted } from "../../base/format.ts";
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
    plan.lossUnknown !== null && `what ${homeName} ${unknownOf(plan)}`,
    clout !== null && clout.leavesOut > 0 && `what ${homeName} holds of ${counted(clout.leavesOut, "technology", "technologies")}`,
    noMarket.length > 0 && `${counted(noMarket.length, "next-generation market")}`,
    left.noPlant.length > 0 && counted(left.noPlant.length, "plant size"),
    places.length > 0 && `chip use in ${counted(places.length, "place")}`,
  );
  const tested = calibration.filter(({ holds }) => holds !== null);
  const missed = tested.filter(({ holds }) => holds === false);
  return [
    ...(unknown.length === 0
      ? []
      : [
          sentence(`Unknown, not 0: ${listed(unknown)}.`, {
            rests: "count",
            detail: said(
              noMarket.length > 0 && `No market is published for ${names(noMarket)}: neither plant nor royalty is valued there.`,
              left.noPlant.length > 0 &&
                `No plan can supply ${listedFirst(
                  left.noPlant.map((id) => lowered(technologyName(read, id))),
                  5,
                )}: no market is published that would size a plant.`,
              noCount.length > 0 && `No late count of patents goes beyond one office in ${names(noCount)}.`,
              places.length > 0 &&
                `No source says what chips are used in ${listed(places.map((id) => economyName(read, id)))}: rights there are left out.`,
            ).join(" "),
          }),
        ]),
    ...(tested.length === 0
      ? []
      : [
          sentence(
            missed.length === 0
              ? `The inputs are right on all ${tested.length} programmes that happened.`
              : `Of ${tested.length} programmes that happened the inputs miss ${listed(missed.map(missWords))}.`,
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
  `${what}: ${low === high ? low : `${low} to ${high}`} ${unit}; they say ${model.low.toPrecision(2)} to ${model.high.toPrecision(2)}.`;

/** That a ready plan is for other years, as work on the next generation takes longer, and has caps that the dossier does not take over. */
function differenceWords(id: string, years: number): string {
  const { years: own, diversification, follow_up, originality } = readyPlan(id);
  const hasCaps = [diversification, follow_up, originality].some((cap) => cap !== undefined);
  const other = said(own !== years && `${own} years`, hasCaps && "with caps");
  return other.length === 0 ? "" : ` (there ${listed(other)})`;
}

/** What sentences without a document rest on, said once for the whole page. */
export function basisWords({ inputs }: Pick<PlanReport, "inputs">, means: DossierReport["means"]): string {
  const assumed = inputs.filter(({ grade }) => grade === "assumed");
  const given = said(means.assumed && "money", means.researchers !== null && "researchers");
  const own =
    given.length === 0
      ? ""
      : `; so are ${listed(given)}${means.plan === null ? "" : `, from the plan ${means.plan}${differenceWords(means.plan, means.years)}`}`;
  return `What names no document follows from the model; ${assumed.length} of its ${inputs.length} inputs on research and income are assumed${own}.`;
}
