/** The outside world as small interfaces, so that the core stays pure and tests stay still. */

/** Where messages for people go; never answers. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  debug(message: string): void;
}

export interface Clock {
  now(): Date;
}

/** Progress of long work: `total` is 0 while unknown. */
export interface Progress {
  report(done: number, total: number, label: string): void;
}

/** Who has something done, as the trail of writes tells it. */
export interface Actor {
  /** As the user is named, by an option or by a token; `null`: nobody said. */
  readonly user: string | null;
  readonly via: "command line" | "HTTP API";
}

export interface Effects {
  readonly log: Log;
  readonly clock: Clock;
  readonly progress: Progress;
  /** Set by Ctrl-C; long work checks it between batches. */
  readonly signal: AbortSignal;
  /** Absent: a program that uses the library. */
  readonly actor?: Actor | undefined;
}

const silent = (): void => undefined;

/** Effects that say nothing and never stop: the default of the library and of tests. */
export const quietEffects: Effects = {
  log: { info: silent, warn: silent, debug: silent },
  clock: { now: () => new Date() },
  progress: { report: silent },
  signal: new AbortController().signal,
};
