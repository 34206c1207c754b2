import type { PlannedMeasure } from "../../answers/scenario/simulate-report.ts";
import { groupBy } from "../../base/collections.ts";
import { percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed, lowered } from "../../base/words.ts";

/** Of one technology that a firm makes in a place: whose rules reach it and how much of it, or `null` that none of theirs does. */
interface Reached {
  readonly firm: string;
  readonly who: string;
  readonly technology: string;
  readonly part: string | null;
}

/** Of each firm in each place: what rules of those who act reach of what it makes there, and what none does. Empty where no plant is known. */
export function reachedWords(measures: readonly PlannedMeasure[]): readonly string[] {
  const all = measures.flatMap(firmsOf);
  const reached = new Set(all.flatMap(({ firm, technology, part }) => (part === null ? [] : [`${firm}|${technology}`])));
  // What one measure does not reach and another does is reached
  const told = all.filter(({ firm, technology, part }) => part !== null || !reached.has(`${firm}|${technology}`));
  return [...groupBy(told, ({ firm }) => firm)].map(([firm, its]) => `${firm}: ${[...groupBy(its, ruleWords)].map(partWords).join("; ")}`);
}

function firmsOf({ senders, technologies, names }: PlannedMeasure): readonly Reached[] {
  const named = (code: string): string => names[code] ?? code;
  return technologies.flatMap(({ name, reaches, notReached }) => [
    ...reaches.flatMap(({ sender, provider, firms, low, high }) =>
      firms.map((firm) => ({
        firm: say("firms-reached.in", { firm, provider: named(provider) }),
        who: named(sender),
        technology: lowered(name),
        part: percentRange(low, high),
      })),
    ),
    ...notReached.flatMap(({ provider, firms }) =>
      firms.map((firm) => ({
        firm: say("firms-reached.in", { firm, provider: named(provider) }),
        who: listed(senders.map(named)),
        technology: lowered(name),
        part: null,
      })),
    ),
  ]);
}

const ruleWords = ({ who, part }: Reached): string =>
  part === null ? say("firms-reached.no-rule-of-that", { who }) : say("firms-reached.rules-of-reach-of", { who, part });

const partWords = ([rule, of]: readonly [string, readonly Reached[]]): string =>
  `${rule} ${listed([...new Set(of.map(({ technology }) => technology))], of[0]!.part === null ? "or" : "and")}`;
