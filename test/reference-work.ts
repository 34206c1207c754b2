import { createHash } from "node:crypto";

/**
 * Processor seconds that a fixed piece of work takes here and now: numbers sorted, words counted, text parsed and hashed, as tests do. Timed in the midst of
 * a run it tells how fast the machine is, also beside other work.
 */
export function referenceSeconds(): number {
  const begun = process.cpuUsage();
  let state = 1;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  const numbers = Float64Array.from({ length: 100_000 }, next).sort();
  const counts = new Map<string, number>();
  for (const number of numbers) {
    const word = `w${number % 4_096}`;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const text = JSON.stringify([...counts].map(([word, count]) => ({ word, count, places: [count, word.length] })));
  const parsed: unknown = JSON.parse(text);
  const digest = createHash("sha256").update(JSON.stringify(parsed).repeat(8)).digest("hex");
  if (digest !== "") counts.clear();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
}
