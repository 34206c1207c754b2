import type { Effects } from "../../base/effects.ts";
import { dayOf } from "../day.ts";
import { readSettings } from "../settings.ts";
import { type PurgedOld, purgeOld } from "./purge-old.ts";

/** Milliseconds between looks at the day: a timer set for midnight would miss it where the machine slept or its clock was set. */
const betweenLooks = 60_000;

/** Under whose name a server removes what is too old. */
const serverUser = "retention";

export interface PurgeEachDayOptions {
  readonly dir: string;
  readonly effects: Effects;
  /** Told of what was removed. */
  readonly purged: (purged: PurgedOld) => void;
  readonly failed: (thrown: unknown) => void;
}

/**
 * Removes what is older than the settings keep it, now and once each day. A pass that fails, as while somebody writes, is made again at the next look. Where the
 * settings set no time, nothing is done.
 */
export function purgeEachDay({ dir, effects, purged, failed }: PurgeEachDayOptions): { stop(): Promise<void> } {
  let done = "";
  let passing: Promise<void> | null = null;
  let said = "";
  const ending = new AbortController();
  const signal = AbortSignal.any([effects.signal, ending.signal]);
  const pass = async (today: string): Promise<void> => {
    try {
      if (Object.keys((await readSettings(dir)).keep).length > 0)
        purged(await purgeOld(dir, { today, user: serverUser, effects: { ...effects, signal } }));
      done = today;
      said = "";
    } catch (thrown) {
      if (!signal.aborted && said !== String(thrown)) failed(thrown);
      said = String(thrown);
    }
  };
  const look = (): void => {
    const today = dayOf(effects.clock.now());
    if (today === done || passing !== null || signal.aborted) return;
    passing = pass(today).finally(() => {
      passing = null;
    });
  };
  look();
  const timer = setInterval(look, betweenLooks).unref();
  return {
    async stop() {
      clearInterval(timer);
      ending.abort();
      await passing;
    },
  };
}
