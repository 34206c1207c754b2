import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Source } from "../../../src/sources/format/source.ts";
import { sources } from "../../../src/sources/index.ts";
import { folderOf, listening, type Read, readAll } from "../support.ts";

const fixture = (name: string): string => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), "utf8");
const bare = (text: string): string => text.replace(/^\ufeff/, "").replaceAll(/<\?xml[^>]*\?>|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?>/g, "");
const framed = (text: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<x:Delivery xmlns:x="urn:x"><x:To>us</x:To>\n${bare(text)}\n<x:End/></x:Delivery>\n`;

const sourceOf = (name: string): Source => sources.get(name)!;
const read = async (name: string, text: string | Buffer, effects?: Parameters<typeof readAll>[2]): Promise<Read> =>
  readAll(sourceOf(name), [join(await folderOf({ "all.xml": text }), "all.xml")], effects);
const rowsOf = ({ rows }: Read) => rows.map(({ table, row }) => ({ table, row }));

describe("publications inside an element of another kind", () => {
  test.each([
    ["uspto", "uspto/grant-v45.xml"],
    ["cnipa", "cnipa/old.xml"],
    ["jpo", "jpo/gazette.xml"],
  ])("%s: are read as those that stand alone (%s)", async (name, file) => {
    const text = fixture(file);
    const [alone, inside] = [await read(name, text), await read(name, framed(text))];
    expect(alone.rows.length).toBeGreaterThan(10);
    expect(rowsOf(inside)).toEqual(rowsOf(alone));
    expect(inside.rejects).toEqual([]);
  });

  test("what else is in it is said once, and one that is spoilt costs none after it", async () => {
    const text = fixture("uspto/grant-v45.xml");
    const { effects, said } = listening();
    const all = framed(text + text.replace("</us-bibliographic-data-grant>", "</wrong>") + text);
    const found = await read("uspto", all, effects);
    expect(said.filter((line) => line.includes("publications inside <x:Delivery> are read"))).toHaveLength(1);
    expect(found.rejects.length).toBeGreaterThan(0);
    expect(found.of("patent").length).toBeGreaterThan(1);
  });

  test("its encoding holds for them", async () => {
    const text = framed(fixture("uspto/grant-v45.xml"))
      .replace("UTF-8", "ISO-8859-1")
      .replace(/<city>[^<]*/, "<city>Zürich");
    const found = await read("uspto", Buffer.from(text, "latin1"));
    expect(found.rejects).toEqual([]);
  });
});

test("plain text with the byte order mark of UTF-8 is read as without", async () => {
  const text = fixture("uspto/greenbook.txt");
  const readText = async (content: Buffer) => readAll(sourceOf("uspto"), [join(await folderOf({ "all.txt": content }), "all.txt")]);
  const [plain, marked] = [await readText(Buffer.from(text)), await readText(Buffer.from(`\ufeff${text}`))];
  expect(marked.rejects).toEqual([]);
  expect(rowsOf(marked)).toEqual(rowsOf(plain));
  const tail = Buffer.from(`\ufeff${text.slice(text.indexOf("PATN"))}`);
  expect((await readText(tail)).of("patent").map(({ document }) => document)).toEqual(plain.of("patent").map(({ document }) => document));
});
