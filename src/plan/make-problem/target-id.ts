/** Target ids in answers: kind, technology and jurisdiction, if any. */
export const targetId = (kind: string, technology: string, jurisdiction?: string): string =>
  [kind, technology, ...(jurisdiction === undefined ? [] : [jurisdiction])].join(":");

/** Id of one period of a target; the target's own id if it has only one. */
export const periodId = (target: string, period: number, periods: number): string => (periods === 1 ? target : `${target}@${period + 1}`);

/** The target of a period id. */
export const targetOfPeriod = (id: string): string => id.split("@")[0]!;

/** Values summed over the periods of each target. */
export function sumsByTarget(parts: Iterable<{ readonly id: string; readonly value: number }>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { id, value } of parts) sums.set(targetOfPeriod(id), (sums.get(targetOfPeriod(id)) ?? 0) + value);
  return sums;
}
