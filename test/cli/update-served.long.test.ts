import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desk, listedParties, screeningList } from "../library/cases/invented-desk.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { type Running, start } from "./run.ts";

const folder = temporaryFolder();
const parties = listedParties(8);

let [status, count, asked] = [200, 3, 0];
const publisher = createServer((_, response) => {
  asked++;
  response.writeHead(status, { "content-type": "text/csv" }).end(status === 200 ? screeningList(parties.slice(0, count)) : "");
});
let dir = "";
beforeAll(async () => {
  await new Promise<void>((ready) => publisher.listen(0, "127.0.0.1", ready));
  const made = await desk(folder, "served");
  await made.lists("2026-06-01", parties.slice(0, 2));
  dir = made.dir;
  const url = `http://127.0.0.1:${(publisher.address() as AddressInfo).port}/consolidated.csv`;
  writeFileSync(join(dir, "settings.yaml"), `lists: { csl: [{ url: "${url}", file: served-csl-2026-06-01.csv }] }\n`);
});
const running: Running[] = [];
afterAll(() => {
  for (const { child } of running) child.kill("SIGKILL");
  publisher.close();
});

function started(words: readonly string[]): Running {
  const one = start([...words, "-w", dir], { cwd: folder });
  running.push(one);
  return one;
}

describe("levermap update", () => {
  it("again and again: readers of a server move to what is new, a failure is told and tried again, and SIGTERM ends it well", async () => {
    const server = started(["serve", "--no-open", "--port", "0"]);
    const [, address] = /The page: (\S+)/.exec(await server.printed(/The page: \S+\n/))!;
    const seen = new Map<string, Set<number>>();
    const faults: number[] = [];
    const look = async (): Promise<number> => {
      const response = await fetch(`${address}/api/status`);
      if (response.status !== 200) faults.push(response.status);
      const { loads } = (await response.json()) as { loads: { source: string; current: boolean; rows: number }[] };
      const listed = loads.find(({ source, current }) => source === "csl" && current)!.rows;
      const generation = response.headers.get("x-levermap-generation")!;
      seen.set(generation, (seen.get(generation) ?? new Set()).add(listed));
      return listed;
    };
    status = 503;
    const updates = started(["update", "--every", "2s", "--retry", "1s"]);
    await updates.printed("LM_FETCH_FAILED");
    const three = await look();
    [status, count] = [200, 6];
    await expect.poll(look, { interval: 200 }).toBeGreaterThan(three);
    const six = await look();
    const before = asked;
    await expect.poll(() => asked, { interval: 200 }).toBeGreaterThan(before + 1);
    updates.child.kill("SIGTERM");
    const { code, stderr } = await updates.ended;
    expect([code, stderr]).toEqual([0, expect.stringContaining("Stopped.")]);
    server.child.kill("SIGTERM");
    expect((await server.ended).code).toBe(0);
    expect([...seen.values()].map((counts) => [...counts])).toEqual([[three], [six]]);
    expect(faults).toEqual([]);
  });
});
