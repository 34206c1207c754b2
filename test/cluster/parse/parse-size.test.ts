import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { quietEffects } from "../../../src/base/effects.ts";
import { parseToLayout } from "../../../src/cluster/parse/parse.ts";
import { parseSize } from "../../../src/cluster/parse/parse-estimate.ts";
import { temporaryFolder } from "../../workspace/folder.ts";

const folder = temporaryFolder();
const joins = (name: string): string => `name,relation,other,note\n${name},together,Other Co,\n`;
const input = (...paths: string[]) => ({
  source: "holder-joins",
  paths: paths.map((path) => join(folder, path)),
  edition: null,
  maxRejects: null,
});

test("what is to be parsed is counted with all that lies in folders, packed files apart", async () => {
  await mkdir(join(folder, "raw", "deep"), { recursive: true });
  await writeFile(join(folder, "raw", "a.csv"), "x".repeat(10));
  await writeFile(join(folder, "raw", "deep", "b.csv.gz"), "x".repeat(20));
  await writeFile(join(folder, "raw", "deep", "c.tar"), "x".repeat(40));
  expect(await parseSize([input("raw"), input("raw/a.csv"), input("absent")], folder)).toEqual({
    files: 4,
    plain: 60,
    packed: 20,
    largestPlain: 40,
    largestPacked: 20,
  });
});

test("an estimate is told before parsing, of what is left to do alone", async () => {
  const [one, two, list, out] = ["one.csv", "two.csv", "paths.txt", "layout"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  await writeFile(one, joins("Acme Ltd"));
  await writeFile(two, joins("Beta Ltd"));
  await writeFile(list, `${one}\n${two}\n`);
  const told: string[] = [];
  const effects = { ...quietEffects, log: { ...quietEffects.log, info: (message: string) => void told.push(message) } };
  const parse = () => parseToLayout(list, out, { source: "holder-joins", effects });
  const estimates = () => told.splice(0).filter((message) => message.startsWith("This takes about"));
  await parse();
  expect(estimates()).toHaveLength(1);
  await parse();
  expect(estimates()).toEqual([]);
  await writeFile(two, joins("Gamma Ltd and others"));
  expect(await parseSize([input("one.csv"), input("two.csv")], out)).toMatchObject({
    files: 1,
    plain: joins("Gamma Ltd and others").length,
  });
  await parse();
  expect(estimates()).toHaveLength(1);
  await parseToLayout(list, out, { source: "holder-joins", publish: true, effects });
  expect(estimates()).toEqual([]);
});
