import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desk, listedParties, screeningList } from "../library/cases/invented-desk.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { type Running, start } from "./run.ts";
import { runInside } from "./run-inside.ts";

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
  it("once: tells what came, and ends with 2 where a list could not be had", async () => {
    const { code, stdout } = await runInside(["update", "-w", dir], { cwd: folder });
    expect([code, stdout]).toEqual([0, expect.stringContaining(`  added: ${parties[2]!.name} (us-entity-list)`)]);
    status = 404;
    const failed = await runInside(["update", "-w", dir, "--json"], { cwd: folder });
    expect([failed.code, JSON.parse(failed.stdout).lists[0]]).toEqual([
      2,
      expect.objectContaining({ state: "failed", fault: expect.objectContaining({ code: "LM_FETCH_FAILED" }) }),
    ]);
    expect(failed.stderr).toContain("LM_FETCH_FAILED: csl served-csl-2026-06-01.csv is as it was");
  });

  it("again and again: a failure is told and tried again, what is new is told, and SIGTERM ends it well", async () => {
    status = 503;
    const updates = started(["update", "--every", "2s", "--retry", "1s"]);
    const told = await updates.printed(/The next update is at .*Z/);
    expect(told).toContain("LM_FETCH_FAILED");
    // A second after the first failure, as asked, and not only when the next update were due
    expect(Date.parse(/update is at (\S+Z)/.exec(told)![1]!)).toBeLessThanOrEqual(Date.now() + 1000);
    [status, count] = [200, 6];
    await updates.printed(`added: ${parties[5]!.name}`);
    const before = asked;
    await expect.poll(() => asked, { interval: 200 }).toBeGreaterThan(before + 1);
    updates.child.kill("SIGTERM");
    const { code, stderr } = await updates.ended;
    expect([code, stderr]).toEqual([0, expect.stringContaining("Stopped.")]);
  });

  it.each([
    ["--every", "soon"],
    ["--every", "0h"],
    ["--retry", "5"],
  ])("refuses %s %s", async (...words) => {
    const { code, stderr } = await runInside(["update", "-w", dir, ...words, "--json"], { cwd: folder });
    expect([code, JSON.parse(stderr).error.code]).toEqual([2, "LM_USAGE"]);
  });
});
