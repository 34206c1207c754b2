import { join } from "node:path";
import { expect, it } from "vitest";
import { createWorkspace } from "../../src/workspace/create.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { query } from "../../src/workspace/query.ts";
import { temporaryFolder } from "./folder.ts";

const slow = "SELECT count(*)::INTEGER AS n FROM range(3_000_000) a(i) WHERE hash(i) % 7 = 1";

it("a workspace closed under a query answers it and is closed then", async () => {
  const dir = join(temporaryFolder(), "data");
  await createWorkspace(dir);
  const workspace = await openWorkspace(dir, { mode: "read" });
  const asked = Promise.all([1, 2, 3].map(() => workspace.use((connection) => query<{ n: number }>(connection, slow))));
  workspace.close();
  const answers = await asked;
  expect(answers.map(([row]) => row?.n)).toEqual([answers[0]?.[0]?.n, answers[0]?.[0]?.n, answers[0]?.[0]?.n]);
  expect(answers[0]?.[0]?.n).toBeGreaterThan(400_000);
  // Only one that is closed makes room for a writer
  (await openWorkspace(dir, { mode: "write" })).close();
});
