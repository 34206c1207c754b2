/** By the clock a search goes on for at most so many times its limit. */
const patience = 4;

const processorSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/**
 * Seconds that are left to a search: its limit is of processor time of the process, so that a machine that is busy with other work finds the same plan, later; by the clock
 * it is up after four times the limit. On a machine that does nothing else the two are the same.
 */
export function createSearchClock(limit: number): () => number {
  const [begun, used] = [performance.now(), processorSeconds()];
  return () => {
    const passed = (performance.now() - begun) / 1000;
    return Math.min(limit - Math.min(passed, processorSeconds() - used), patience * limit - passed);
  };
}
