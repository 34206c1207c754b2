import { appendFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keptDesk } from "./kept-desk.ts";

const { dir, answers, ask, askSparing, afresh } = keptDesk();

describe("what is kept for the command line", () => {
  it("is not told of other data, days, words or places", async () => {
    const told = await ask("chokepoints", "--home", "XA");
    expect((await askSparing("chokepoints", "--home", "XB")).code).not.toBe(0);
    expect((await askSparing("chokepoints", "--home", "XA", "--workspace", "elsewhere")).code).not.toBe(0);
    expect(await ask("chokepoints", "--home", "XA", "--as-of", "2001-01-01")).not.toEqual(told);
    const before = await ask("status");
    expect((await ask("load", "party-list", "invented")).code).toBe(0);
    const after = await askSparing("status");
    expect(after.stdout).not.toBe(before.stdout);
    expect(after).toEqual(await afresh("status"));
  });

  it("is not told where the database is written, was touched or is not whole", async () => {
    const known = await ask("status");
    const wal = join(dir, "levermap-data", "levermap.duckdb.wal");
    writeFileSync(wal, "");
    expect((await askSparing("status")).code).not.toBe(0);
    rmSync(wal);
    expect(await askSparing("status")).toEqual(known);
    for (const name of readdirSync(join(answers, "state"))) truncateSync(join(answers, "state", name), 100);
    expect((await askSparing("status")).code).not.toBe(0);
    expect(await ask("status")).toEqual(known);
    appendFileSync(join(dir, "levermap-data", "levermap.duckdb"), "x".repeat(10));
    expect((await askSparing("status")).code).not.toBe(0);
  });
});
