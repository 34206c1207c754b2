import type { Ranking, RankOptions } from "./rank-homes.ts";

/** Milliseconds between looks at the day: a timer set for midnight would miss it where the machine slept or its clock was set. */
const betweenLooks = 60_000;

export interface RankEachDayOptions extends Omit<RankOptions, "asOf"> {
  /** Day of the map at this moment, `YYYY-MM-DD`. */
  readonly day: () => string;
  /** Starts the ranking of one day. */
  readonly rank: (options: RankOptions) => Ranking;
}

/** Rankings that follow day and data. */
export interface DailyRanking extends Pick<Ranking, "stop"> {
  /** Ranks anew, since the data are others. */
  again(): void;
}

/** Ranks all homes as of the day, and anew once another day has begun; rankings of the day before are ended first. */
export function rankEachDay({ day, rank, ...options }: RankEachDayOptions): DailyRanking {
  let ranked = day();
  let ranking = rank({ ...options, asOf: ranked });
  let turning = Promise.resolve();
  let stopped = false;
  const turn = async (asOf: string): Promise<void> => {
    await ranking.stop();
    if (!stopped) ranking = rank({ ...options, asOf });
  };
  const timer = setInterval(() => {
    const now = day();
    if (now === ranked) return;
    ranked = now;
    turning = turning.then(() => turn(now));
  }, betweenLooks).unref();
  return {
    again() {
      turning = turning.then(() => turn(ranked));
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await turning;
      await ranking.stop();
    },
  };
}
