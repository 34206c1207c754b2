/** Ids of targets as answers tell them: the kind, the technology, and the jurisdiction where it has one. */
export const targetId = (kind: string, technology: string, jurisdiction?: string): string =>
  [kind, technology, ...(jurisdiction === undefined ? [] : [jurisdiction])].join(":");

/** The id of one period of a target; that of the target itself where it has but one. */
export const periodId = (target: string, period: number, periods: number): string => (periods === 1 ? target : `${target}@${period + 1}`);

/** The target that a period is of. */
export const targetOfPeriod = (id: string): string => id.split("@")[0]!;

/** What periods are worth, as sums over each target, in the order in which targets first come. */
export function sumsByTarget(parts: Iterable<{ readonly id: string; readonly value: number }>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { id, value } of parts) sums.set(targetOfPeriod(id), (sums.get(targetOfPeriod(id)) ?? 0) + value);
  return sums;
}
