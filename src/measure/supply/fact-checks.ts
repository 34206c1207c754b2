import type { Row } from "../../base/tables.ts";
import { dateDoubts } from "./date-checks.ts";
import type { FactDoubt, NameOf } from "./fact-doubt.ts";
import { makingDoubts } from "./making-checks.ts";
import { marketDoubts } from "./market-checks.ts";
import { type DatedRule, ruleDoubts } from "./rule-checks.ts";
import { shareDoubts } from "./share-checks.ts";
import { shareRowDoubts } from "./share-row-checks.ts";
import type { SupplyMap } from "./supply-map.ts";

/** All doubts about the facts of a map that no run of the model is needed for. */
export const doubtsOf = (
  map: SupplyMap,
  plants: readonly Row<"plant">[],
  nameOf: NameOf,
  rules: readonly DatedRule[] = [],
): readonly FactDoubt[] => [
  ...shareDoubts(map, nameOf),
  ...marketDoubts(map),
  ...makingDoubts(map, plants, nameOf),
  ...shareRowDoubts(map, nameOf),
  ...dateDoubts(map, nameOf),
  ...ruleDoubts(rules),
];
