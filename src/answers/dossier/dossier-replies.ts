import { percent, usdM } from "../../base/format.ts";
import { say } from "../../base/message.ts";
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
      ? [sentence(say("dossier-replies.by-supply-no-reply", { onName, homeName }), { ...beside, rests: "count" })]
      : [];
  const { left, harm, name, cost } = reply;
  return [
    sentence(
      say("dossier-replies.a-year-at", {
        onName: capital(onName),
        couldWithhold: cost === null ? "could withhold" : "would best withhold",
        allThat: name === null ? "all that it holds" : lowered(name),
        harm: usdMEnds(harm),
        anUnknown:
          cost === null ? "an unknown cost, so that what is best is not known" : say("dossier-replies.to-itself", { cost: usdMEnds(cost) }),
        left:
          left === null
            ? ""
            : say("dossier-replies.net-of-that-takes", {
                own: own === null ? "" : say("dossier-replies.before-its-own-of", { own: usdM(own[1]) }),
                homeName,
                left: usdMEnds(left),
              }),
      }),
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
      say("dossier-replies.if-began-with-all", {
        onName: reply === null ? onName : "it",
        resilience: resilience > 0.5 ? usdM(resilience) : "nothing",
        without: usdM(lost.without),
        homeName,
        years: horizon,
      }),
      {
        unit: "USD m, present value",
        detail: say("dossier-replies.sales-of-lost-where", { homeName, onName }),
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
        say("dossier-replies.of-what-new-claims", {
          said: listed(
            said(
              of("designs-around", "rights") && say("dossier-replies.designing-around-leaves", { ofIt: of("designs-around", "rights") }),
              of("invalidates", "rights") && say("dossier-replies.courts", { ofIt: of("invalidates", "rights") }),
              of("matches", "rights") && say("dossier-replies.matching-effort", { ofIt: of("matches", "rights") }),
            ),
          ),
        }),
        { unit: "part of what claims could exclude", detail: "Each is an end of the inputs, so that it has no interval of its own." },
      ),
    ];
  if (usual.income <= 0) return [];
  return [
    sentence(say("dossier-replies.if-rivals-match-the", { ofIt: of("matches", "income") }), {
      unit: "part of income",
      detail: "An end of the inputs, so that it has no interval of its own.",
    }),
  ];
}
