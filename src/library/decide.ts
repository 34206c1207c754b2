import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { nameKey } from "../link/name-key.ts";
import { type Decision, decidedEntry, hasEntry, keepDecision, type Verdict, withdrawDecision } from "../workspace/decisions.ts";
import { withWorkspace } from "./with-workspace.ts";

export interface DecideRequest {
  readonly name: string;
  /** Key of the entry, as printed by `screen`. */
  readonly entry: string;
  /** `true`: same party; `false`: different; `unsure`: review later; `undo`: withdraw the last decision. */
  readonly verdict: Verdict | "undo";
  readonly note?: string | null | undefined;
}

/** `undone`: the withdrawn decision. */
export interface Decided {
  readonly decision: Decision | null;
  readonly undone: Decision | null;
}

/**
 * Keeps a decision on a hit, by the name however it is spelled and the entry; screening shows it again, after new loads of the list too.
 * Throws LM_PARTY_UNKNOWN for an entry that no loaded list has, LM_USAGE for a name without letters or where there is nothing to undo,
 * LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY.
 *
 * @example
 * await decide("./levermap-data", { name: "Acme", entry: "csl/us-entity-list/acme-co-ltd-cn", verdict: "false", note: "another Acme" });
 */
export async function decide(
  dir: string,
  { name, entry, verdict, note = null }: DecideRequest,
  effects: Effects = quietEffects,
): Promise<Decided> {
  const key = nameKey(name);
  if (key === "") throw new LevermapError("LM_USAGE", `"${name}" has no letters, so no decision can be recorded for it.`, { name });
  const at = effects.clock.now().toISOString();
  return withWorkspace(dir, { what: "screen decide", about: verdict }, effects, async (workspace) => {
    if (verdict === "undo") {
      const undone = await withdrawDecision(workspace, key, decidedEntry(entry), at);
      if (undone !== null) return { decision: null, undone };
      throw new LevermapError("LM_USAGE", `There is no decision on "${name}" and ${entry}.`, { name, entry });
    }
    if (!(await hasEntry(workspace, entry)))
      throw new LevermapError("LM_PARTY_UNKNOWN", `No loaded list has the entry ${entry}.`, { entry });
    const decision = { name, key, entry: decidedEntry(entry), verdict, note, decidedAt: at };
    await keepDecision(workspace, decision);
    return { decision, undone: null };
  });
}
