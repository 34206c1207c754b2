import { readdirSync, rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { keptDesk } from "./kept-desk.ts";

const { answers, ask, askSparing, afresh } = keptDesk();

describe("what is kept for the command line", () => {
  it("is told without schemas, commands and database, word for word", async () => {
    const status = await afresh("status");
    expect(await askSparing("status")).toEqual(status);
    // From wherever the workspace is named too
    for (const words of [
      ["chokepoints", "--home", "XA", "--details"],
      ["economy", "XB", "--json", "--workspace", "levermap-data"],
    ]) {
      const first = await afresh(...words);
      expect(first.code).toBe(0);
      expect(await askSparing(...words)).toEqual(first);
    }
  });

  it("holds no names that were screened, no files and nothing of what is wrong", async () => {
    rmSync(answers, { recursive: true });
    await ask("screen", "Somebody");
    await ask("simulate", "scenario.yaml");
    await ask("chokepoints", "--home", "nowhere");
    expect(readdirSync(answers)).toEqual(["state"]);
  });
});
