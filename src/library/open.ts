import { dataState } from "../answers/shared/data-state.ts";
import { dayAhead } from "../answers/shared/day-ahead.ts";
import type { Ask } from "../ask/ask.ts";
import { inEnglish } from "../ask/in-english.ts";
import { openAsk } from "../ask/open-ask.ts";
import { type Effects, quietEffects } from "../base/effects.ts";
import { isMeasured } from "../corpus/steps/measure.ts";
import { inEnglish as told } from "../words/tell.ts";
import type { DataKind } from "../workspace/data-kinds.ts";
import { generationOf } from "../workspace/generation.ts";
import { openWorkspace } from "../workspace/open.ts";
import type { KeptReject } from "../workspace/status.ts";
import { dayOf, requireDay } from "./day.ts";
import { renewWorkspace } from "./with-workspace.ts";

export interface OpenOptions {
  /** Day of the map, `YYYY-MM-DD`; default the day of each question (UTC). Of a day to come every answer says that nothing is known after today. */
  readonly asOf?: string | undefined;
  readonly effects?: Effects | undefined;
}

/** An open workspace for questions. Data is read once: reopen after loading. Close it when done. */
export interface Levermap extends Ask {
  readonly dir: string;
  /** Day of the map, `YYYY-MM-DD`: that asked for, else the present one. */
  readonly asOf: string;
  /** What tells the data from those before and after any write. */
  readonly generation: string;
  /** What tells the data from those after any load, removal or measuring. `reads`: only data of these kinds. */
  dataState(reads?: readonly DataKind[]): Promise<readonly string[]>;
  /** Whether the measures of patents rest on what is loaded. */
  isMeasured(): Promise<boolean>;
  /** Rejects of one load or all, at most `limit` (100). Throws LM_LOAD_UNKNOWN. */
  rejects(loadId?: string, limit?: number): Promise<readonly KeptReject[]>;
  close(): void;
}

/**
 * Opens a workspace for questions, which are answered in English; nothing can be changed through it.
 * Throws LM_USAGE for a bad date, LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY, LM_WORKSPACE_NEWER, LM_WORKSPACE_DAMAGED.
 *
 * @example
 * const map = await open("./levermap-data", { asOf: "2025-06-30" });
 * const { finding, ranked } = await map.chokepoints({ home: "KR", top: 5 });
 * map.close();
 */
export async function open(dir: string, options: OpenOptions = {}): Promise<Levermap> {
  return mapInEnglish(await openMessages(dir, options));
}

/** A map whose answers are in English. */
export const mapInEnglish = (map: Levermap): Levermap => ({
  ...map,
  ...inEnglish(map),
  get asOf() {
    return map.asOf;
  },
});

/** The same with answers that say messages, for whoever tells them in a language. */
export async function openMessages(dir: string, { asOf, effects = quietEffects }: OpenOptions = {}): Promise<Levermap> {
  const askedDay = asOf === undefined ? undefined : requireDay(asOf);
  const today = (): string => dayOf(effects.clock.now());
  const ahead = dayAhead(askedDay ?? today(), today());
  if (ahead !== null) effects.log.warn(told(ahead));
  const workspace = await openWorkspace(dir, { mode: "read", effects, renew: renewWorkspace });
  const generation = await workspace.use(generationOf);
  const ask = openAsk(workspace, { asOf: askedDay, effects });
  return {
    ...ask,
    async halfLifeScore(question) {
      (await import("./named-source.ts")).namedSource(question.source);
      return ask.halfLifeScore(question);
    },
    dir: workspace.dir,
    generation,
    get asOf() {
      return askedDay ?? today();
    },
    dataState: (reads) => dataState(workspace, reads),
    isMeasured: () => isMeasured(workspace),
    rejects: (loadId, limit) => workspace.rejects(loadId, limit),
    close: () => workspace.close(),
  };
}
