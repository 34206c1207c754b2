import type { TechnologyFamilies } from "../plan/cells/counted-family.ts";
import { chanceOf, type Fitted, fitYields } from "../plan/cells/yields.ts";
import type { PlanInput } from "./plan-economics.ts";

const terciles = ["low", "middle", "high"] as const;

/**
 * Inputs that the loaded families of a technology tell, of the technologies of which enough are loaded: how long a grant takes, the chance of a
 * family in the top tenth by how original an approach is, and what part of citations that tenth has.
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
      ...terciles.flatMap((name, tercile) =>
        input("top-tenth", `${each.technology}, ${name}`, "chance a family", chanceOf(yields, tercile as 0 | 1 | 2, null)),
      ),
    ];
  });
}
