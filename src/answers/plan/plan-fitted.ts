import { kindScope, type TechnologyFamilies } from "../../plan/cells/counted-family.ts";
import { type Fitted, fitYields } from "../../plan/cells/yields.ts";
import type { PlanInput } from "../economics/plan-economics.ts";

/**
 * Inputs that the loaded families of a technology tell, of the technologies of which enough are loaded: how long a grant takes, what a family
 * blocks on average, the chance of a family in the top tenth by its originality and its team, and what part of citations that tenth has.
 */
export function fittedInputs(families: readonly TechnologyFamilies[]): readonly PlanInput[] {
  return families.flatMap((each) => {
    const yields = fitYields(each);
    const input = (id: string, scope: string, unit: string, fitted: Fitted | null): readonly PlanInput[] =>
      fitted === null
        ? []
        : [
            {
              id,
              scope,
              low: fitted.low,
              high: fitted.high,
              unit,
              grade: "derived",
              source: `fitted from ${fitted.n} families loaded`,
              note: "from the loaded families of the technology",
              given: "patents",
            },
          ];
    return [
      ...input("grant-delay", each.technology, "years", yields.grantDelay),
      ...input("family-weight", each.technology, "blocking weight", yields.familyWeight),
      ...input("top-part", each.technology, "part of citations", yields.topPart),
      ...yields.topTenth.flatMap(({ chance, ...kind }) => input("top-tenth", kindScope(each.technology, kind), "chance a family", chance)),
    ];
  });
}
