import { describe, expect, it, vi } from "vitest";
import type { ControlsList } from "../../src/answers/controls/controls-report.ts";
import { decide } from "../../src/library/decide.ts";
import { open } from "../../src/library/open.ts";
import type { Live } from "../../src/server/live.ts";
import { openServing } from "../../src/server/open-serving.ts";
import { unpacked } from "../../src/server/work/answer-body.ts";
import type { PrepareOptions } from "../../src/server/work/prepare-answers.ts";
import { desk, listedKey, listedParties } from "../library/cases/invented-desk.ts";
import { temporaryFolder } from "../workspace/folder.ts";

const parties = listedParties(10);

/** Loads that an answer rests on, as the server says and as a process says that it starts. */
async function loadsBy(live: Live): Promise<readonly (readonly string[])[]> {
  const { serving, giveBack } = live.take();
  const ids = ({ evidence }: ControlsList): readonly string[] => evidence.loads.map(({ id }) => id);
  try {
    const waiter = { client: "somebody", signal: new AbortController().signal };
    const body = await serving.desk.ask({ name: "controlsList", input: {} }, "seconds", waiter);
    return [ids(await serving.ask.controlsList({})), ids(JSON.parse(unpacked(body)))];
  } finally {
    giveBack();
  }
}

describe("a server that moves to new data", () => {
  it("goes on with the old until answers on the new are there, also where a decision is made meanwhile, and waits for no decision alone", async () => {
    const made = await desk(temporaryFolder(), "made");
    const { dir } = made;
    await made.lists("2026-06-01", parties.slice(0, 5));
    const underWay: { readonly generation: string; readonly end: () => void }[] = [];
    const workOut = ({ map }: PrepareOptions) =>
      new Promise<{ made: number; there: number; faults: number }>((resolve) => {
        underWay.push({ generation: map.generation, end: () => resolve({ made: 0, there: 0, faults: 0 }) });
      });
    const moved: (string | null)[] = [];
    const live = await openServing({
      dir,
      asOf: null,
      workers: 1,
      open: () => open(dir),
      prepare: async () => undefined,
      workOut,
      moved: ({ generation }) => moved.push(generation),
    });
    const served = (): string | null => {
      const { serving, giveBack } = live.take();
      giveBack();
      return serving.generation;
    };
    try {
      const first = served();
      await decide(dir, { name: parties[1]!.name, entry: listedKey(parties[1]!), verdict: "true" });
      await live.look();
      const decided = served();
      expect([decided === first, underWay.length]).toEqual([false, 0]);
      await made.lists("2026-06-02", parties);
      await vi.waitFor(() => expect(underWay).toHaveLength(1), { timeout: 60_000 });
      // A process that is started now reads the file that another has taken the place of
      if (process.platform === "linux") {
        const [here, there] = await loadsBy(live);
        expect(there).toEqual(here);
      } else
        console.log("skipped: a process reads the file that another has taken the place of, as this system has no paths to open files");
      await decide(dir, { name: parties[2]!.name, entry: listedKey(parties[2]!), verdict: "false" });
      expect(await live.lookFor(10)).toBe(false);
      underWay[0]!.end();
      await vi.waitFor(() => expect(underWay).toHaveLength(2), { timeout: 60_000 });
      expect([served(), underWay[1]!.generation === underWay[0]!.generation]).toEqual([decided, false]);
      underWay[1]!.end();
      await vi.waitFor(() => expect(served()).toBe(underWay[1]!.generation), { timeout: 60_000 });
      expect(moved).toEqual([decided, underWay[1]!.generation]);
    } finally {
      for (const { end } of underWay) end();
      await live.close();
    }
  });
});
