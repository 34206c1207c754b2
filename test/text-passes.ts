import { vi } from "vitest";

/** How often texts are gone through by `run`: a measure of its work that no load of the machine changes. */
export function textPasses(run: () => void): number {
  const spies = (["replace", "matchAll", "split", "match"] as const).map((method) => vi.spyOn(String.prototype, method));
  run();
  const passes = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return passes;
}
