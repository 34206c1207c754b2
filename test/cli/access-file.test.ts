import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openAccessFile } from "../../src/cli/access-file.ts";
import type { AccessLine } from "../../src/server/access-log.ts";
import { keptEffects, temporaryFolder } from "../workspace/folder.ts";

const line = (status: number): AccessLine => ({
  time: "2026-11-28T12:00:00.000Z",
  id: "0af76519-16cd",
  method: "GET",
  route: "/api/map",
  status,
  milliseconds: 1.5,
});

describe("a file of requests", () => {
  it("is appended to, a line of JSON each, and read by its owner alone", async () => {
    const file = join(temporaryFolder(), "access.jsonl");
    const { log, messages } = keptEffects();
    for (const statuses of [[200, 404], [500]]) {
      const access = await openAccessFile(file, log);
      for (const status of statuses) access.tell(line(status));
      await access.close();
    }
    const lines = readFileSync(file, "utf8").split("\n");
    expect(lines.pop()).toBe("");
    expect(lines.map((each) => JSON.parse(each))).toEqual([200, 404, 500].map(line));
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(messages).toEqual([]);
  });

  it("that cannot be opened is an error at the start", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "plain"), "");
    for (const path of [folder, join(folder, "none", "access.jsonl"), join(folder, "plain", "access.jsonl")])
      await expect(openAccessFile(path, keptEffects().log)).rejects.toMatchObject({ code: "LM_FILE_UNREADABLE" });
  });

  it.skipIf(!existsSync("/dev/full"))("on a full disk is told once, and requests go on", async () => {
    const { log, messages } = keptEffects();
    const access = await openAccessFile("/dev/full", log);
    access.tell(line(200));
    await expect.poll(() => messages.length).toBe(1);
    access.tell(line(200));
    await access.close();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/^\/dev\/full cannot be written any more.*ENOSPC/);
  });
});
