import type { CompiledJoint } from "./compiled-joint.ts";
import { createDraft, type Draft, type SavedDraft } from "./draft.ts";
import { fill, type Preference } from "./fill.ts";
import { bestOf, type Effort, improve } from "./improve.ts";
import { trim } from "./trim.ts";

const preferences: readonly Preference[] = ["by-price", "by-value"];

/** A plan found, by programme, and its exact value. */
export interface FoundJoint {
  readonly chosen: Uint8Array;
  readonly value: number;
}

/** Looks for good plans of one problem; what it has tried serves the next start. */
export interface PlanSearch {
  /** The best plan from nothing and from everything; `null` if none keeps to the bounds. */
  start(effort: Effort): FoundJoint | null;
  /** The best plan near one that may break bounds: trimmed, filled, improved. `null` as above. */
  near(chosen: ArrayLike<number>, effort: Effort): FoundJoint | null;
}

export function searchPlans(problem: CompiledJoint): PlanSearch {
  const draft = createDraft(problem);
  const empty = draft.save();
  const startFrom = (isIn: (programme: number) => boolean): void => {
    draft.restore(empty);
    draft.apply(membersOf(problem, isIn));
  };
  const fromNothing = (preference: Preference): SavedDraft | null => {
    startFrom((programme) => problem.required[programme] === 1);
    if (draft.broken().length > 0 && !trim(problem, draft)) return null;
    fill(draft, preference);
    return draft.save();
  };
  const fromMany = (preference: Preference, isIn: (programme: number) => boolean): SavedDraft | null => {
    startFrom(isIn);
    if (!trim(problem, draft)) return null;
    fill(draft, preference);
    return draft.save();
  };
  const improved = (states: readonly (SavedDraft | null)[], effort: Effort): FoundJoint | null => {
    const best = bestOf(
      draft,
      states.filter((state) => state !== null),
    );
    if (best === null) return null;
    draft.restore(best);
    for (const preference of preferences) improve(problem, draft, preference, effort);
    return foundIn(draft);
  };
  return {
    start: (effort) => improved([...preferences.map(fromNothing), ...preferences.map((each) => fromMany(each, () => true))], effort),
    near: (chosen, effort) =>
      improved(
        preferences.map((preference) => fromMany(preference, (programme) => chosen[programme]! > 0.5 || problem.required[programme] === 1)),
        effort,
      ),
  };
}

const foundIn = (draft: Draft): FoundJoint => ({ chosen: draft.chosen.slice(), value: draft.value() });

const membersOf = ({ programmes }: CompiledJoint, isIn: (programme: number) => boolean) =>
  Array.from({ length: programmes }, (_, programme) => programme)
    .filter(isIn)
    .map((programme) => ({ programme, sign: 1 as const }));
