import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformWithOxc } from "vite";
import { expect, it } from "vitest";
import { temporaryFolder } from "../workspace/folder.ts";

/** How large the heap becomes, bytes, where much is dropped beside what is kept: before, and once it is cleared often. */
const program = `import { clearHeapOften } from "./heap.mjs";
function largest() {
  const kept = Array.from({ length: 100 }, (_, i) => Array.from({ length: 5_000 }, () => ({ i })));
  let most = 0;
  for (let turn = 0; turn < 1500; turn++) {
    kept[turn % 100] = kept[turn % 100].map(({ i }) => ({ i }));
    if (turn > 700 && turn % 10 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
  }
  return most;
}
const before = largest();
clearHeapOften();
console.log(JSON.stringify([before, largest()]));
`;

it("keeps the heap of a busy process nearer to what is in use than it is kept by itself", async () => {
  const folder = temporaryFolder();
  const source = fileURLToPath(new URL("../../src/server/heap.ts", import.meta.url));
  writeFileSync(join(folder, "heap.mjs"), (await transformWithOxc(readFileSync(source, "utf8"), source)).code);
  writeFileSync(join(folder, "program.mjs"), program);
  const { stdout } = spawnSync(process.execPath, [join(folder, "program.mjs")], { encoding: "utf8" });
  const [before, after] = JSON.parse(stdout) as [number, number];
  expect(after).toBeLessThan(0.9 * before);
});
