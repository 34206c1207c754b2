import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { RejectRecord } from "../../../src/sources/format/records.ts";
import { sources } from "../../../src/sources/index.ts";
import { usptoFixture } from "../patents/uspto/uspto-fixtures.ts";
import { folderOf, type Read, readAll } from "../support.ts";
import { zipOf } from "../zip.ts";

const [grant = ""] = usptoFixture("grant-v45.xml")
  .toString()
  .split(/(?<=<\/us-patent-grant>\s*)(?=<\?xml )/);
const printed = /<doc-number>(\d{8})<\/doc-number>/.exec(grant)?.[1] ?? "";
/** Grants that pack badly, so that a cut falls in the midst of one. */
const grants = (from: number, to: number): string => Array.from({ length: to - from }, (_, index) => numbered(from + index)).join("");
const numbered = (index: number): string =>
  grant.replaceAll(printed, `0900000${index}`).replace(/(?=<\/us-patent-grant>)/, `<!-- ${noise(index + 1, 20_000)} -->\n`);
/** Letters that pack badly, the same for the same seed. */
function noise(seed: number, length: number): string {
  let text = "";
  for (let state = seed; text.length < length; text += String.fromCharCode(97 + (state % 26))) state = (state * 48_271) % 2_147_483_647;
  return text;
}

const documents = ({ of }: Read): string[] => of("patent").map(({ document }) => document);
const numbers = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, index) => `US900000${from + index}`);
const places = (rejects: readonly RejectRecord[]) =>
  rejects.map(({ file, line, code, reason }) => [file.replace(/^.*\//, ""), line, code, reason] as const);

async function read(source: string, name: string, content: Buffer): Promise<Read> {
  const reader = sources.get(source);
  if (!reader) throw new Error(`no source ${source}`);
  return readAll(reader, [join(await folderOf({ [name]: content }), name)]);
}
const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
};

describe("a gzip that was cut off", () => {
  const packed = gzipSync(grants(0, 5));

  test("keeps the records before the cut and says where it is", async () => {
    const found = await read("uspto", "t.xml.gz", packed.subarray(0, packed.length / 2));
    expect(documents(found)).toEqual(numbers(0, 2));
    expect(places(found.rejects)).toEqual([["t.xml.gz", 3, "LM_FILE_UNREADABLE", "the archive ends early"]]);
    expect(found.rejects[0]?.excerpt).toMatch(/^<\?xml/);
  });

  test("keeps the last record if nothing but what follows it is gone", async () => {
    const found = await read("uspto", "t.xml.gz", packed.subarray(0, packed.length - 8));
    expect(documents(found)).toEqual(numbers(0, 5));
    expect(places(found.rejects)).toEqual([["t.xml.gz", 6, "LM_FILE_UNREADABLE", "the archive ends early"]]);
  });

  test("loses as little wherever it was cut", async () => {
    const whole = packed.length;
    for (let cut = 20; cut < whole; cut += Math.floor(whole / 17)) {
      const found = await read("uspto", "t.xml.gz", packed.subarray(0, cut));
      const least = Math.floor((5 * cut) / whole) - 1;
      expect(documents(found), `cut at ${cut}`).toEqual(numbers(0, documents(found).length));
      expect(documents(found).length, `cut at ${cut}`).toBeGreaterThanOrEqual(Math.max(0, least));
      expect(found.rejects, `cut at ${cut}`).toHaveLength(1);
    }
  });

  test("of delimited text, JSON lines and a table by a plan does not take the half of a line for one", async () => {
    const header = "appln_id,appln_auth,filing_year,cpc_codes,publication_numbers,title,abstract\n";
    const rows = Array.from(
      { length: 2000 },
      (_, index) => `${index},US,2001,H01L21/762,US${7_000_000 + index}B1,${noise(index + 1, 40)},\n`,
    );
    const text = gzipSync(header + rows.join(""));
    const table = await read("patent-table", "t.csv.gz", text.subarray(0, text.length / 2));
    const kept = documents(table).length;
    expect(kept).toBeGreaterThan(500);
    expect(documents(table)).toEqual(Array.from({ length: kept }, (_, index) => `US${7_000_000 + index}`));
    expect(places(table.rejects)).toEqual([["t.csv.gz", kept + 2, "LM_FILE_UNREADABLE", "the archive ends early"]]);

    const lines = gzipSync(
      Array.from(
        { length: 2000 },
        (_, index) =>
          `${JSON.stringify({ publication_number: `US-${7_000_000 + index}-B1`, country_code: "US", x: noise(index + 1, 40) })}\n`,
      ).join(""),
    );
    const google = await read("google-patents", "t.json.gz", lines.subarray(0, lines.length / 2));
    expect(documents(google).length).toBeGreaterThan(500);
    expect(places(google.rejects)).toEqual([["t.json.gz", documents(google).length + 1, "LM_FILE_UNREADABLE", "the archive ends early"]]);

    const events = gzipSync(
      Array.from(
        { length: 2000 },
        (_, index) => `${4_000_000 + index} 0${6_000_000 + ((index * 7919) % 1_000_000)} N 19980102 19991207 20030601 M1551\n`,
      ).join(""),
    );
    const fees = await read("maintenance", "t.txt.gz", events.subarray(0, events.length / 2));
    expect(fees.of("patent_event").length).toBeGreaterThan(500);
    expect(places(fees.rejects)).toEqual([
      ["t.txt.gz", fees.of("patent_event").length + 1, "LM_FILE_UNREADABLE", "the archive ends early"],
    ]);
  });

  test("of the Green Book does not keep its last record, whose end nothing tells", async () => {
    const text = usptoFixture("greenbook.txt");
    const found = await read("uspto", "t.txt.gz", gzipSync(text).subarray(0, -8));
    expect(documents(found)).toEqual(["US4890001"]);
    expect(places(found.rejects)).toEqual([["t.txt.gz", 2, "LM_FILE_UNREADABLE", "the archive ends early"]]);
  });
});

describe("a gzip with a spoilt byte", () => {
  test("keeps what stands before it", async () => {
    const packed = gzipSync(grants(0, 5));
    const found = await read("uspto", "t.xml.gz", flipped(packed, Math.floor(packed.length * 0.7)));
    expect(found.rejects.length).toBeGreaterThan(0);
    expect(found.rejects.at(-1)).toMatchObject({ code: "LM_FILE_UNREADABLE", reason: expect.stringMatching(/^the archive is damaged: /) });
    expect(documents(found).slice(0, 3)).toEqual(numbers(0, 3));
  });

  test("at its very beginning is one reject that zlib's word tells, not a file passed over", async () => {
    for (const [source, name] of [
      ["uspto", "t.xml.gz"],
      ["docdb", "t.xml.gz"],
      ["cpc", "t.txt.gz"],
    ] as const) {
      const found = await read(source, name, flipped(gzipSync(grants(0, 1)), 2));
      expect(found.rows).toEqual([]);
      expect(places(found.rejects)).toEqual([[name, 1, "LM_FILE_UNREADABLE", "the archive is damaged: unknown compression method"]]);
    }
  });
});

describe("a zip", () => {
  const two = zipOf({ "a.xml": grants(0, 2), "b.xml": grants(2, 4) });

  test("with a spoilt member keeps the sound one", async () => {
    const found = await read("uspto", "t.zip", flipped(two, Math.floor(two.length * 0.3)));
    expect(documents(found)).toEqual(expect.arrayContaining(numbers(2, 4)));
    expect(places(found.rejects)).toContainEqual([
      "t.zip!a.xml",
      expect.any(Number),
      "LM_FILE_UNREADABLE",
      expect.stringMatching(/damaged/),
    ]);
    expect(found.rejects.every(({ file }) => file.endsWith("!a.xml"))).toBe(true);
  });

  test("with a wrong check sum keeps what it could unpack and says so", async () => {
    const at = two.indexOf(Buffer.from("PK\x01\x02", "latin1")) + 16;
    const found = await read("uspto", "t.zip", flipped(two, at));
    expect(documents(found)).toEqual(numbers(0, 4));
    expect(places(found.rejects)).toEqual([["t.zip!a.xml", 3, "LM_FILE_UNREADABLE", "the archive is damaged: incorrect data check"]]);
  });

  test("refuses a member whose name leads out of it, and no other", async () => {
    const found = await read("uspto", "t.zip", zipOf({ "../../evil.xml": grants(0, 1), "b.xml": grants(2, 4) }));
    expect(documents(found)).toEqual(numbers(2, 4));
    const [unsafe] = found.rejects;
    expect(found.rejects).toHaveLength(1);
    expect(unsafe).toMatchObject({ line: 1, code: "LM_FILE_UNREADABLE", reason: "its name leads out of the archive" });
    expect(unsafe?.file).toMatch(/t\.zip!\.\.\/\.\.\/evil\.xml$/);
  });

  test("that was cut off in a member keeps what comes before", async () => {
    const found = await read("uspto", "t.zip", two.subarray(0, Math.floor(two.length * 0.7)));
    expect(documents(found)).toEqual(numbers(0, 2));
    expect(places(found.rejects)).toEqual([["t.zip!b.xml", 1, "LM_FILE_UNREADABLE", "the archive ends early"]]);
  });

  test("that was cut off in its directory keeps all members", async () => {
    const found = await read("uspto", "t.zip", two.subarray(0, -30));
    expect(documents(found)).toEqual(numbers(0, 4));
    expect(places(found.rejects)).toEqual([["t.zip", 1, "LM_FILE_UNREADABLE", "the archive ends early"]]);
  });

  test("that is none is one reject", async () => {
    const found = await read("uspto", "t.zip", Buffer.alloc(100, "x"));
    expect(found.rows).toEqual([]);
    expect(places(found.rejects)).toEqual([["t.zip", 1, "LM_FILE_UNREADABLE", "the archive is damaged: it does not begin as a zip"]]);
  });

  test("that would unpack to far too much is refused", async () => {
    const bomb = zipOf({ "a.xml": Buffer.alloc(8 << 20, " "), "b.xml": grants(0, 1) });
    await expect(read("uspto", "t.zip", bomb)).rejects.toMatchObject({
      code: "LM_FILE_UNREADABLE",
      message: expect.stringMatching(/a\.xml would unpack to/),
    });
    const lying = Buffer.from(bomb);
    for (const mark of ["PK\x03\x04", "PK\x01\x02"])
      lying.writeUInt32LE(1000, lying.indexOf(Buffer.from(mark, "latin1")) + (mark.endsWith("\x04") ? 22 : 24));
    const found = await read("uspto", "t.zip", lying);
    expect(documents(found)).toEqual(numbers(0, 1));
    expect(places(found.rejects)).toEqual([
      ["t.zip!a.xml", 1, "LM_FILE_UNREADABLE", "the archive is damaged: more than the 1000 bytes it says"],
    ]);
  });
});

test("the table of the Entity List keeps its rows before the cut and says that the archive ends", async () => {
  const rows = Array.from({ length: 40 }, (_, at) =>
    [
      "<TR>",
      ...["China", `${noise(at + 1, 2000)} Ltd`, "For all items", "Denial", "85 FR 1, 1/2/20"].map((cell) => `<TD>${cell}</TD>`),
      "</TR>",
    ].join(""),
  );
  const packed = gzipSync(`<DIV9 N="Supplement No. 4 to Part 744"><TABLE>${rows.join("")}</TABLE></DIV9>`);
  const { of, rejects } = await read("entity-list", "t.xml.gz", packed.subarray(0, Math.floor(packed.length / 2)));
  const kept = of("party_entry").length;
  expect(kept).toBeGreaterThan(10);
  expect(places(rejects)).toEqual([["t.xml.gz", kept + 2, "LM_FILE_UNREADABLE", "the archive ends early"]]);
  expect(rejects[0]?.breaksOff).toBe(true);
});
