import { pick } from "../../base/collections.ts";
import { LevermapError } from "../../base/errors.ts";
import { number, usdM } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { createTimeLimit } from "../../base/time-limit.ts";
import { seatOf } from "../../leverage/members.ts";
import { overlaps } from "../plan/plan-names.ts";
import type { PlanReport } from "../plan/plan-report.ts";
import { partyName } from "../scenario/planned-scenario.ts";
import { joinedEvidence } from "../shared/evidence-of.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { requireParty, requirePlace } from "../shared/require-place.ts";
import { cloutSentences } from "./dossier-clout.ts";
import { filingSentences } from "./dossier-filing.ts";
import { findingOf } from "./dossier-finding.ts";
import { nextSentences, returnOf } from "./dossier-next.ts";
import type { DossierAsk, DossierSides } from "./dossier-parts.ts";
import { dossierPlan } from "./dossier-plan.ts";
import type { DossierQuestion } from "./dossier-questions.ts";
import { replySentences } from "./dossier-replies.ts";
import { type DossierPart, type DossierReport, type DossierSentence, dossierParts } from "./dossier-report.ts";
import { heldLinks, weakLinks } from "./dossier-supply.ts";
import { basisWords, unknownSentences } from "./dossier-unknown.ts";
import { sentence, usdMEnds } from "./sentence.ts";

const titles: Readonly<Record<DossierPart, (sides: DossierSides) => string>> = {
  "weak-links": ({ home, place, placeName }) =>
    say("dossier.weak-links", { home: home === place ? "" : say("dossier.of-its-seat", { placeName }) }),
  held: ({ home, place, placeName }) => say("dossier.what-it-holds-that", { home: home === place ? "" : say("dossier.or", { placeName }) }),
  next: () => "What it could lead in: chance to work and win governing claims",
  filing: () => "Where to file: chance that one more family pays for itself",
  clout: ({ againstName }) => (againstName === null ? "Clout" : say("dossier.clout-on", { againstName })),
  replies: () => "How others would answer",
  conditions: () => "What would have to be true for more",
  unknown: () => "What is not known",
};

const leastSeconds = 0.001;

/**
 * The whole question on one page, from answers that stand by themselves: chokepoints, half-lives, a plan of the next generation. Throws
 * LM_ECONOMY_UNKNOWN, LM_PLAN_UNKNOWN, LM_USAGE where the other side is in part the home, LM_NOT_MEASURED.
 */
export async function answerDossier(read: ReadModel, question: DossierQuestion, ask: DossierAsk): Promise<DossierReport> {
  const sides = sidesOf(read, question, ask);
  const { home, homeName, against, againstName } = sides;
  const limit = createTimeLimit(question.seconds);
  const { text, means } = dossierPlan(sides);
  const [weak, held] = [await weakLinks(sides), await heldLinks(sides)];
  // What is left, and a moment where nothing is: of a plan there is none to tell without beginning it
  const seconds = limit.seconds === null ? {} : { seconds: Math.max(leastSeconds, limit.left()) };
  const report = await ask.plan({ place: "The dossier", text, ...seconds });
  const parts: Readonly<Record<DossierPart, readonly DossierSentence[]>> = {
    "weak-links": weak.sentences,
    held: held.sentences,
    next: nextSentences(report),
    filing: filingSentences(sides, report),
    clout: cloutSentences(sides, report),
    replies: replySentences(sides, report),
    conditions: conditionSentences(sides, report),
    unknown: unknownSentences(sides, report),
  };
  return {
    question: say("dossier.what-does-depend-on", {
      homeName,
      againstName: againstName === null ? "" : say("dossier.and-what-clout-would", { againstName }),
    }),
    finding: findingOf(sides, report, means),
    home,
    homeName,
    asOf: read.map.asOf,
    against,
    againstName,
    means,
    near: { ...pick(report, "gap", "stopped"), timeUp: limit.isUp() ? limit.seconds : null },
    basis: basisWords(report, means),
    parts: dossierParts.map((part) => ({ part, title: titles[part](sides), sentences: parts[part] })),
    evidence: joinedEvidence([...weak.reports, ...held.reports, report].map(({ evidence }) => evidence)),
  };
}

function sidesOf(read: ReadModel, question: DossierQuestion, ask: DossierAsk): DossierSides {
  const home = requireParty(read, question.home);
  const against = question.against === undefined ? null : requirePlace(read, question.against);
  const place = seatOf(read.model, home);
  if (against !== null && overlaps(read, against, place))
    throw new LevermapError("LM_USAGE", `${against} is the home, or a part of it; name another side.`, { home, against });
  return {
    read,
    ask,
    question,
    home,
    homeName: partyName(read, home),
    place,
    placeName: partyName(read, place),
    against,
    againstName: against === null ? null : partyName(read, against),
  };
}

/** Told on the page already: that no patent is loaded, and the figure by the chances of today. */
const toldBefore = /^No (?:loaded )?patent of |^If all others withheld /;
/** What stands behind the last semicolon explains. */
const explained = /;[^;]*\.$/;

/** With so many of its own clout has conditions enough for a page. */
const mostOwn = 2;

/** What would have to be true for more: of clout as the plan tells it, of others who join, and for the plan to pay for itself. */
function conditionSentences({ home }: DossierSides, report: PlanReport): readonly DossierSentence[] {
  const { clout, cost } = report;
  const part = returnOf(report);
  const own = (clout?.conditions ?? [])
    .filter((words) => !toldBefore.test(words))
    .map((words) => sentence(words.replace(explained, "."), { detail: words }));
  const join = clout?.ifAllJoin ?? null;
  const held = clout?.byYear[0]?.supplyHeld ?? null;
  return [
    ...own,
    ...(own.length < mostOwn && join !== null && held !== null && join[1] > 1.5 * held[1]
      ? [
          sentence(say("dossier.if-all-others-withheld", { onName: clout!.onName, join: usdMEnds(join) }), {
            interval: join,
            unit: "USD m a year",
            rests: "supply",
            command: `levermap leverage --from ${home} --on ${clout!.on}`,
          }),
        ]
      : []),
    ...(clout !== null
      ? []
      : part === null
        ? [sentence("No cost is borne, so that nothing would have to come back.", { rests: "count" })]
        : part >= 1
          ? [sentence("What is kept and earned covers the cost already.", { rests: "plan" })]
          : [
              sentence(
                part > 0
                  ? say("dossier.to-pay-the-plan", { number: number(1 / part), cost: usdM(cost * (1 - part)) })
                  : say("dossier.to-pay-know-how", { cost: usdM(cost) }),
                { unit: "USD m, present value", detail: "By the means of cost, of what is kept and of what is earned." },
              ),
            ]),
  ];
}
