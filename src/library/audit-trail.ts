import { type AuditEntry, readAuditTrail } from "../workspace/audit-trail.ts";
import { requireDay } from "./day.ts";

export interface TrailQuestion {
  /** Writes that began on this day or later, `YYYY-MM-DD`. */
  readonly since?: string | undefined;
  /** The most writes, the latest; default 100. */
  readonly last?: number | undefined;
}

export interface AuditTrail {
  /** The latest last. */
  readonly writes: readonly AuditEntry[];
  /** Earlier ones that were left out. */
  readonly left: number;
}

/**
 * Who wrote what to a workspace and when, with the generations before and after; no customers, names, notes or files stand there. It is
 * told of a workspace that is gone or damaged too. Throws LM_USAGE for a bad day.
 *
 * @example
 * const { writes } = await auditTrail("./levermap-data", { since: "2026-11-01" });
 */
export async function auditTrail(dir: string, { since, last = 100 }: TrailQuestion = {}): Promise<AuditTrail> {
  const day = since === undefined ? undefined : requireDay(since);
  const writes = await readAuditTrail(dir, day);
  return { writes: writes.slice(-last), left: Math.max(0, writes.length - last) };
}
