import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Ask } from "../../../src/ask/ask.ts";
import { load } from "../../../src/library/load.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import { screeningList } from "../../library/cases/invented-desk.ts";
import { folderOf } from "../../sources/support.ts";
import { isLong } from "../../tiers.ts";
import { bundledCopy } from "../bundled-workspace.ts";
import { listed } from "../listed-dealer.ts";
import { openAsk } from "../open-ask.ts";

let dir: string;
const asked = { technology: "euv-lithography", home: "CN" };

/** `build`: `null` keeps nothing. */
async function asking<T>(build: string | null, work: (ask: Ask) => Promise<T>): Promise<T> {
  const workspace = await openWorkspace(dir, { mode: "read" });
  try {
    return await work(openAsk(workspace, { asOf: "2026-11-25", build }));
  } finally {
    workspace.close();
  }
}

const card = (build: string | null) => asking(build, (ask) => ask.technology(asked));
const kept = async (): Promise<readonly string[]> => (await readdir(join(dir, "parts")).catch(() => [])).sort();

describe("parts that are kept", () => {
  beforeAll(async () => {
    dir = await bundledCopy();
  });

  it("make the same card as none, and where a list is loaded what does not rest on lists stays as it is kept", async () => {
    const alone = await card(null);
    expect(await kept()).toEqual([]);
    expect(await card("a build")).toEqual(alone);
    const first = await kept();
    expect(first).toHaveLength(3);
    await load(dir, "csl", [join(await folderOf({ "csl.csv": screeningList([listed]) }), "csl.csv")], { maxRejects: 0.5 });
    const after = await card("a build");
    expect(after).toEqual(await card(null));
    expect(after.controlsInForce.listed).not.toEqual(alone.controlsInForce.listed);
    const then = await kept();
    expect([then.length, first.every((name) => then.includes(name))]).toEqual([4, true]);
  });

  it.runIf(isLong)("are those of usual questions on half-lives alone", async () => {
    const before = await kept();
    const [usual, other] = await asking("a build", async (ask) => [await ask.halfLife(asked), await ask.halfLife({ ...asked, seed: 7 })]);
    expect(await kept()).toEqual(before);
    expect(usual).toEqual(await asking(null, (ask) => ask.halfLife(asked)));
    expect(other.force).not.toEqual(usual.force);
  });
});
