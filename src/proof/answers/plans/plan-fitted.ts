import type { PlanInput } from "../../../answers/economics/plan-economics.ts";
import { pick } from "../../../base/collections.ts";
import { say } from "../../../base/message.ts";
import type { TechnologyFamilies } from "../../../plan/cells/counted-family.ts";
import { kindScope } from "../../../plan/cells/counted-family.ts";
import { type Fitted, fitYields } from "../../measure/plans/yields.ts";

/**
 * Inputs that the loaded families of a technology tell, of the technologies of which enough are loaded: how long a grant takes, what a family
 * blocks on average, the chance of a family in the top tenth by its originality and its team, and what part of citations that tenth has.
 */
export function fittedInputs(families: readonly TechnologyFamilies[]): readonly PlanInput[] {
  return families.flatMap((each) => {
    const yields = fitYields(each);
    return [
      ...fitted("grant-delay", each.technology, "years", yields.grantDelay),
      ...fitted("family-weight", each.technology, "blocking weight", yields.familyWeight),
      ...fitted("top-part", each.technology, "part of citations", yields.topPart),
      ...yields.topTenth.flatMap(({ chance, ...kind }) => fitted("top-tenth", kindScope(each.technology, kind), "chance a family", chance)),
    ];
  });
}

function fitted(id: string, scope: string, unit: string, found: Fitted | null): readonly PlanInput[] {
  if (found === null) return [];
  const source = say("plan-fitted.fitted-from-families-loaded", { n: String(found.n) });
  const note = "from the loaded families of the technology";
  return [{ id, scope, ...pick(found, "low", "high"), unit, grade: "derived", source, note, given: "patents" }];
}
