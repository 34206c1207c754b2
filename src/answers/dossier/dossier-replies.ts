import { counted, percent, usdM } from "../../base/format.ts";
import { capital, listed, lowered, said } from "../../base/words.ts";
import type { Clout } from "../plan/clout/clout-report.ts";
import type { PlanReport } from "../plan/plan-report.ts";
import type { DossierSides } from "./dossier-parts.ts";
import type { DossierSentence } from "./dossier-report.ts";
import { sentence, usdMEnds } from "./sentence.ts";

type Reply = PlanReport["replies"][number];

/** How the other side and rivals would answer, each move with what it does. */
export function replySentences(sides: DossierSides, report: PlanReport): readonly DossierSentence[] {
  const { clout, replies } = report;
  const usual = replies.find(({ move }) => move === "usual");
  const told = [
    ...(clout === null ? [] : bySupply(sides, clout)),
    ...(clout === null ? [] : sparedSentence(sides, report, clout)),
    ...(usual === undefined ? [] : claimsSentence(replies, usual)),
  ];
  return told.length > 0
    ? told
    : [sentence("Nothing is taken up and no supply is known to be withheld, so that there is nothing to answer.", { rests: "count" })];
}

/** The best reply by supply to withholding, and what it leaves. */
function bySupply({ home, homeName }: DossierSides, { reply, onName, on, supplyGap, cost: own }: Clout): readonly DossierSentence[] {
  const beside = { rests: "supply" as const, command: `levermap leverage --from ${home} --on ${on}` };
  if (reply === null)
    return supplyGap === null
      ? [sentence(`By supply no reply of ${onName} is known that costs ${homeName} more than itself.`, { ...beside, rests: "count" })]
      : [];
  const { left, harm, name, cost } = reply;
  return [
    sentence(
      `${capital(onName)} ${cost === null ? "could withhold" : "would best withhold"} ${name === null ? "all that it holds" : lowered(name)}: ${usdMEnds(harm)} a year, at ${cost === null ? "an unknown cost, so that what is best is not known" : `${usdMEnds(cost)} to itself`}${left === null ? "" : `; net of that${own === null ? "" : `, before its own ${usdM(own[1])} of losses`}, ${homeName} takes a median ${usdMEnds(left)}`}.`,
      {
        ...beside,
        interval: harm,
        unit: "USD m a year",
        ...(left === null ? {} : { detail: "Differences are taken draw by draw; each figure is a median, so that they do not subtract." }),
      },
    ),
  ];
}

/** A smaller loss is none, USD m. */
const leastLost = 0.5;

/** What the plan would spare the home if the other side withheld all it can from the first year on. */
function sparedSentence(
  { homeName }: DossierSides,
  { replies, horizon }: PlanReport,
  { onName, reply }: Clout,
): readonly DossierSentence[] {
  const withholds = replies.find(({ move }) => move === "withholds");
  const { lost = null, resilience = null } = withholds ?? {};
  if (lost === null || resilience === null || lost.without < leastLost) return [];
  return [
    sentence(
      `If ${reply === null ? onName : "it"} began with all it can, the plan would spare ${resilience > 0.5 ? usdM(resilience) : "nothing"} of the ${usdM(lost.without)} that ${homeName} would lose in ${counted(horizon, "year")}.`,
      {
        unit: "USD m, present value",
        detail: `Sales of ${homeName} lost where ${onName} begins all it can do alone in the first year, and others when they do in worlds, in the mean; no interval is drawn.`,
      },
    ),
  ];
}

/** What is left of claims, and of income where no claim counts, after the moves of others. */
function claimsSentence(replies: readonly Reply[], usual: Reply): readonly DossierSentence[] {
  const of = (move: Reply["move"], kind: "rights" | "income"): string | false => {
    const reply = replies.find((each) => each.move === move);
    return reply !== undefined && usual[kind] > 0 && percent(reply[kind] / usual[kind]);
  };
  if (usual.rights > 0.05)
    return [
      sentence(
        `Of what new claims keep out, ${listed(
          said(
            of("designs-around", "rights") && `designing around leaves ${of("designs-around", "rights")}`,
            of("invalidates", "rights") && `courts ${of("invalidates", "rights")}`,
            of("matches", "rights") && `matching effort ${of("matches", "rights")}`,
          ),
        )}.`,
        { unit: "part of what claims could exclude", detail: "Each is an end of the inputs, so that it has no interval of its own." },
      ),
    ];
  if (usual.income <= 0) return [];
  return [
    sentence(`If rivals match the effort, ${of("matches", "income")} of the income is left.`, {
      unit: "part of income",
      detail: "An end of the inputs, so that it has no interval of its own.",
    }),
  ];
}
