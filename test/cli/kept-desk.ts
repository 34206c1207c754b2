import { rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll } from "vitest";
import { folder, furnish } from "./fixture.ts";
import { type Ended, run } from "./run.ts";

/** Fails where a package is read that a kept answer does without. */
const sparing = `data:text/javascript,${encodeURIComponent(`import { register } from "node:module";
register("data:text/javascript," + encodeURIComponent('export async function resolve(name, at, next) { if (/^(zod|commander|yaml|fastify)/.test(name)) throw new Error("needless " + name); return next(name, at); }'));`)}`;

/** A furnished folder for the tests of a file, and the command line in it: as it is, without what a kept answer does without, and where nothing is kept. */
export function keptDesk() {
  const dir = folder();
  const answers = join(dir, "levermap-data", "answers");
  beforeAll(() => furnish(dir));
  const ask = (...words: string[]): Promise<Ended> => run(words, { cwd: dir });
  const askSparing = (...words: string[]): Promise<Ended> => run(words, { cwd: dir, env: { NODE_OPTIONS: `--import ${sparing}` } });
  const afresh = async (...words: string[]): Promise<Ended> => {
    rmSync(answers, { recursive: true, force: true });
    return ask(...words);
  };
  return { dir, answers, ask, askSparing, afresh };
}
