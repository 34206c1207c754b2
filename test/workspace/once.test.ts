import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createWorkspace } from "../../src/workspace/create.ts";
import { readOnce } from "../../src/workspace/once.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { temporaryFolder } from "./folder.ts";

describe("readOnce", () => {
  it("reads once where nothing can be written, anew after a failure and on another connection, and each time where something can", async () => {
    const dir = join(temporaryFolder(), "workspace");
    await createWorkspace(dir);
    for (const [mode, times] of [
      ["read", [1, 1, 2, 2]],
      ["write", [1, 2, 3, 4]],
    ] as const) {
      const workspace = await openWorkspace(dir, { mode });
      const other = await workspace.another();
      let count = 0;
      const ask = (of: typeof workspace, name = "one") => of.use((connection) => readOnce(connection, name, async () => ++count));
      const failing = workspace.use((connection) => readOnce(connection, "one", () => Promise.reject(new Error("no"))));
      await expect(failing).rejects.toThrow("no");
      expect([await ask(workspace), await ask(workspace), await ask(other), await ask(other)]).toEqual(times);
      await ask(workspace, "two");
      expect(count).toBe(times[3] + 1);
      for (const each of [other, workspace]) each.close();
    }
  });
});
