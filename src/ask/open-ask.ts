import { openCards } from "../answers/card/open-cards.ts";
import { readCustomerDecisions } from "../answers/cases/customer-decisions.ts";
import { openCases } from "../answers/cases/open-cases.ts";
import { openControls } from "../answers/controls/open-controls.ts";
import { type DayOptions, openDay } from "../answers/day/open-day.ts";
import { openDossier } from "../answers/dossier/open-dossier.ts";
import { openClaims } from "../answers/exclusion/exclusion-data.ts";
import { openFacts } from "../answers/facts/open-facts.ts";
import { openFind } from "../answers/find/open-find.ts";
import { openHalfLife } from "../answers/half-life/open-half-life.ts";
import { openShares } from "../answers/half-life/share-history.ts";
import { openLeverage } from "../answers/leverage/open-leverage.ts";
import { openPatents } from "../answers/patents/open-patents.ts";
import { openPlans } from "../answers/plan/open-plans.ts";
import { openProfiles } from "../answers/profile/open-profiles.ts";
import { openScenarios } from "../answers/scenario/open-scenarios.ts";
import { controlData } from "../answers/screen/control-data.ts";
import type { Call } from "../answers/shared/asking.ts";
import type { Question } from "../answers/shared/question.ts";
import { restingOn } from "../answers/shared/resting-on.ts";
import { schemaFault } from "../answers/shared/schema-fault.ts";
import { answerStatus } from "../answers/shared/status.ts";
import { openRankings, openSupply } from "../answers/supply/open-supply.ts";
import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { openProof } from "../proof/answers/open-proof.ts";
import type { LoadStatus } from "../workspace/status.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Answers, Ask } from "./ask.ts";
import { questions } from "./questions.ts";

export interface AskOptions {
  /** The day the map is read as of, `YYYY-MM-DD`; without one it is the day of each question (UTC). */
  readonly asOf?: string | undefined;
  readonly effects?: Effects | undefined;
  /** What tells the running code from other builds; with `null` no ranking is kept. Default: that of the product, from sources `null`. */
  readonly build?: string | null | undefined;
}

/**
 * Answers from one open workspace, read once; open a new one after loading. A question is answered on the day on which it is put, from its first
 * row to its last: what was made of the data on the day before is let go, but for lists and rules, which are read as of a day each time.
 */
export function openAsk(workspace: Workspace, { asOf, effects = quietEffects, build }: AskOptions = {}): Ask {
  if (asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(asOf))
    throw new LevermapError("LM_USAGE", `A date is YYYY-MM-DD, not "${asOf}".`, { asOf });
  const data = controlData(workspace, readCustomerDecisions);
  let known: { readonly today: string; readonly answers: Answers } | null = null;
  return checked(
    () => {
      const today = effects.clock.now().toISOString().slice(0, 10);
      if (known?.today !== today) known = { today, answers: answersOn(workspace, { askedDay: asOf ?? null, today, data, effects, build }) };
      return known.answers;
    },
    () => workspace.status(),
  );
}

/** Answers from one open workspace on one present day; each room binds its own. */
function answersOn(workspace: Workspace, options: DayOptions): Answers {
  const open = openDay(workspace, options);
  const day = { ...open, ...openRankings(open), ...openShares(open), ...openClaims(open) };
  const [patents, halfLives, plans] = [openPatents(day), openHalfLife(day), openPlans(day)];
  return {
    status: () => answerStatus(workspace),
    ...openFacts(day),
    ...openFind(day),
    ...openCards(day, { ...patents, ...halfLives }),
    ...openSupply(day),
    ...openProfiles(day),
    ...openLeverage(day),
    ...openDossier(day, { ...halfLives, ...plans }),
    ...openScenarios(day),
    ...halfLives,
    ...openProof(day),
    ...plans,
    ...patents,
    ...openCases(day),
    ...openControls(day),
  };
}

/**
 * The functions of the library: each question is checked before it is answered, and its answer names of the loads those that it may rest on.
 * @param answers those of the moment at which it is put
 * @param loads all that there are
 */
export function checked(answers: () => Answers, loads: () => Promise<readonly LoadStatus[]>): Ask {
  const functions = Object.entries<Question>(questions).map(([name, declaration]) => {
    const answer = async (question: unknown, call: Call): Promise<unknown> =>
      restingOn(declaration, (await (answers()[name as keyof Answers] as Answering)(question, call)) as object, loads);
    return [name, async (asked: unknown = {}, call: Call = {}) => answer(requireInput(declaration, asked), call)];
  });
  return Object.fromEntries(functions);
}

type Answering = (question: unknown, call: Call) => Promise<unknown>;

/** Throws LM_USAGE that names each field that is wrong. */
export function requireInput({ input }: Pick<Question, "input">, asked: unknown): unknown {
  const { data, error } = input.safeParse(asked, { error: schemaFault });
  if (error === undefined) return data;
  const problems = error.issues.map(({ path, message }) => `${path.join(".") || "it"} ${message}`);
  throw new LevermapError("LM_USAGE", `This cannot be asked (${problems.join("; ")}).`, { problems });
}
