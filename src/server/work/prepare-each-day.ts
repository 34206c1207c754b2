/** Milliseconds between looks at the day: a timer set for midnight would miss it where the machine slept or its clock was set. */
const betweenLooks = 60_000;

/** Milliseconds before midnight at which the next day is prepared. */
const before = 2 * 3_600_000;

export interface PrepareEachDayOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Prepares the answers of a day, until `signal`. */
  readonly prepare: (day: string, signal: AbortSignal) => Promise<unknown>;
  /** Told once of what failed: it harms nothing. */
  readonly failed: (thrown: unknown) => void;
}

/** Preparing that follows day and data. */
export interface Preparing {
  /** Prepares anew, since the data are others. */
  again(): void;
  /** Ends it and waits until nothing is worked on. */
  stop(): Promise<void>;
}

/** Prepares the answers of today, and two hours before midnight those of tomorrow, so that they are there when that begins. */
export function prepareEachDay({ now, prepare, failed }: PrepareEachDayOptions): Preparing {
  const days = (): readonly string[] => [...new Set([now(), now() + before].map((at) => new Date(at).toISOString().slice(0, 10)))];
  let [begun, stop, isTold] = [days(), new AbortController(), false];
  const run = async (wanted: readonly string[], { signal }: AbortController): Promise<void> => {
    try {
      for (const day of wanted) if (!signal.aborted) await prepare(day, signal);
    } catch (thrown) {
      if (!signal.aborted && !isTold) failed(thrown);
      isTold ||= !signal.aborted;
    }
  };
  let running = run(begun, stop);
  const again = (): void => {
    stop.abort();
    const next = new AbortController();
    const wanted = days();
    [begun, stop] = [wanted, next];
    running = running.then(() => run(wanted, next));
  };
  const timer = setInterval(() => {
    if (days().join() !== begun.join()) again();
  }, betweenLooks).unref();
  return {
    again,
    async stop() {
      clearInterval(timer);
      stop.abort();
      await running;
    },
  };
}
