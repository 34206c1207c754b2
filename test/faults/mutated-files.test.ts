import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { mutate } from "../sources/mutate.ts";
import { seeded } from "../sources/seeded.ts";
import { fileReaders } from "./file-readers.ts";
import { keep, outcomeOf } from "./outcome.ts";

/** Of all files of users together; of sources, `test/sources/mutations.test.ts`. */
const count = Number(process.env.LEVERMAP_MUTATIONS ?? 300);
const seed = Number(process.env.LEVERMAP_SEED ?? 0);
const each = Math.ceil(count / Object.keys(fileReaders).length);
let slowest = 0;
afterAll(() =>
  console.info(`${each * Object.keys(fileReaders).length} mutated files: the slowest took ${slowest.toFixed(0)} ms of processor time`),
);

describe("files of users", () => {
  it.each(Object.entries(fileReaders))("%s: sound as it is", async (_, reader) => {
    expect((await outcomeOf(reader, reader.files)).said).toBe("read");
  });

  it.each(Object.entries(fileReaders).map(([name, reader], at) => [name, reader, at] as const))(
    `%s: spoilt ${each} times it is read or refused by a code, in time`,
    async (name, reader, at) => {
      const said = new Map<string, number>();
      for (let round = 0; round < each; round++) {
        const { mutated, how } = mutate(reader.files, seeded(seed + at * 1_000_003 + round));
        const outcome = await outcomeOf(reader, mutated);
        slowest = Math.max(slowest, outcome.took);
        said.set(outcome.said, (said.get(outcome.said) ?? 0) + 1);
        if (outcome.wrong !== null) expect.fail(`${how.join(", ")}; kept in ${await keep(name, round, mutated)}: ${outcome.wrong}`);
      }
      if (each >= 300) expect(said.size, JSON.stringify([...said])).toBeGreaterThan(1);
    },
  );
});

/** Inputs that showed a fault once: a folder for each reader, a folder of files for each fault, packed where they are large. */
const corpus = fileURLToPath(new URL("./corpus/", import.meta.url));
const kept = readdirSync(corpus).flatMap((reader) => readdirSync(join(corpus, reader)).map((fault) => [reader, fault] as const));

describe("inputs that showed a fault once", () => {
  it.each(kept)("%s: %s", async (name, fault) => {
    const folder = join(corpus, name, fault);
    const files = Object.fromEntries(
      readdirSync(folder).map((file) => {
        const content = readFileSync(join(folder, file));
        return file.endsWith(".gz") ? [file.slice(0, -3), gunzipSync(content)] : [file, content];
      }),
    );
    expect(await outcomeOf(fileReaders[name]!, files)).toMatchObject({ wrong: null });
  });
});
