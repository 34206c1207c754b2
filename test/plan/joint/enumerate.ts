import type { CompiledJoint } from "../../../src/plan/joint/compiled-joint.ts";
import { createDraft } from "../../../src/plan/joint/draft.ts";

/** The most that any plan within bounds is worth, by trying all 2^n; `null` if none keeps to them. */
export function bestByEnumeration(problem: CompiledJoint): number | null {
  const draft = createDraft(problem);
  let best: number | null = null;
  const visit = (programme: number): void => {
    if (programme === problem.programmes) {
      const isWhole = problem.required.every((required, at) => required === 0 || draft.chosen[at] === 1);
      if (isWhole && draft.broken().length === 0) best = Math.max(best ?? Number.NEGATIVE_INFINITY, draft.value());
      return;
    }
    visit(programme + 1);
    draft.apply([{ programme, sign: 1 }]);
    visit(programme + 1);
    draft.apply([{ programme, sign: -1 }]);
  };
  visit(0);
  return best;
}
