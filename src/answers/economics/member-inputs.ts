import { say } from "../../base/message.ts";
import { type EconomicInput, economicsOf, middle } from "../../plan/economics.ts";
import { betsOn } from "../../plan/programmes/bet.ts";
import type { BetChoices, BetFacts } from "../../plan/programmes/bet-facts.ts";
import { followUpOf } from "../../plan/programmes/plan-joint.ts";
import type { PlanInput } from "./plan-economics.ts";

const keyOf = ({ id, scope }: EconomicInput): string => `${id}|${scope}`;

/**
 * What a file gives for a family of technologies, put for each member that has none of its own.
 * @param technologies ids of those that may be members
 * @param familyOf the next family of a technology, by id; `null`: it is in none
 */
export function memberInputs(
  inputs: readonly PlanInput[],
  technologies: Iterable<string>,
  familyOf: (technology: string) => string | null,
): readonly PlanInput[] {
  const known = new Map(inputs.map((each) => [keyOf(each), each]));
  const ids = [...new Set(inputs.flatMap(({ id, scope, given }) => (given === "file" && scope !== "" ? [id] : [])))];
  const nearest = (id: string, technology: string | null): PlanInput | null =>
    technology === null ? null : (known.get(`${id}|${technology}`) ?? nearest(id, familyOf(technology)));
  return [...technologies].flatMap((technology) =>
    ids.flatMap((id): readonly PlanInput[] => {
      const found = nearest(id, technology);
      if (found === null || found.scope === technology || found.given !== "file") return [];
      return [{ ...found, scope: technology, note: givenFor(found.scope) }];
    }),
  );
}

const givenFor = (scope: string): string => say("member-inputs.given-in-the-file", { scope });

/**
 * Inputs as an answer tells them: of those put for members the ones that a problem reads, and those of the file for a technology or problem that
 * none reads as unread.
 * @param isScope whether a scope is a technology or problem
 */
export function toldInputs(
  inputs: readonly PlanInput[],
  members: readonly PlanInput[],
  { problems, firstYear }: Pick<BetFacts, "problems" | "firstYear">,
  choices: BetChoices,
  isScope: (scope: string) => boolean,
): readonly PlanInput[] {
  const read = new Set<string>();
  const economics = economicsOf([...inputs, ...members], middle, (input) => read.add(keyOf(input)));
  for (const problem of problems) {
    betsOn(problem, { ...choices, years: Number.POSITIVE_INFINITY }, economics, firstYear);
    followUpOf(problem, economics);
  }
  const isRead = (each: PlanInput): boolean => read.has(keyOf(each));
  const held = members.filter(isRead);
  const isHeld = (each: PlanInput): boolean => held.some(({ id, note }) => id === each.id && note === givenFor(each.scope));
  const told = inputs.map((each): PlanInput => {
    const isUnread = each.given === "file" && isScope(each.scope) && !isRead(each) && !isHeld(each);
    return isUnread ? { ...each, given: "unread" } : each;
  });
  return [...told, ...held];
}
