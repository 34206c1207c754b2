import { expect, it } from "vitest";
import { clearHeapOften } from "../../src/server/heap.ts";

/** How large the heap becomes, bytes, where much is dropped beside what is kept. */
function largest(): number {
  const kept = Array.from({ length: 100 }, (_, i) => Array.from({ length: 10_000 }, () => ({ i })));
  let most = 0;
  for (let turn = 0; turn < 2000; turn++) {
    kept[turn % 100] = kept[turn % 100]!.map(({ i }) => ({ i }));
    if (turn > 1000 && turn % 10 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
  }
  return most;
}

it("keeps the heap of a busy process nearer to what is in use than it is kept by itself", () => {
  const before = largest();
  clearHeapOften();
  expect(largest()).toBeLessThan(0.9 * before);
});
