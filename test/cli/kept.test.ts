import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { folder, furnish } from "./fixture.ts";
import { type Ended, run } from "./run.ts";

const dir = folder();
const answers = join(dir, "levermap-data", "answers");

/** Fails where a package is read that a kept answer does without. */
const sparing = `data:text/javascript,${encodeURIComponent(`import { register } from "node:module";
register("data:text/javascript," + encodeURIComponent('export async function resolve(name, at, next) { if (/^(zod|commander|yaml|fastify)/.test(name)) throw new Error("needless " + name); return next(name, at); }'));`)}`;

const ask = (...words: string[]): Promise<Ended> => run(words, { cwd: dir });
const askSparing = (...words: string[]): Promise<Ended> => run(words, { cwd: dir, env: { NODE_OPTIONS: `--import ${sparing}` } });

/** As a command line is answered where nothing is kept. */
async function afresh(...words: string[]): Promise<Ended> {
  rmSync(answers, { recursive: true, force: true });
  return ask(...words);
}

beforeAll(() => furnish(dir));

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
