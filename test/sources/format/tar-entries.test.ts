import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { quietEffects } from "../../../src/base/effects.ts";
import { BrokenArchive, withEnd } from "../../../src/sources/format/broken-archive.ts";
import { openEntries } from "../../../src/sources/format/open-entries.ts";
import { codeOf, temporaryFolder } from "../../workspace/folder.ts";
import { type Members, tarOf } from "../tar.ts";
import { zipOf } from "../zip.ts";

/** The entries of an archive with what they hold and why they end early, in their order. */
async function held(name: string, bytes: Buffer, reads: (entry: string) => boolean = () => true): Promise<Record<string, string>> {
  const file = join(temporaryFolder(), name);
  await writeFile(file, bytes);
  const found: Record<string, string> = {};
  for await (const entry of openEntries(file, quietEffects)) {
    const own = entry.name.slice(file.length + 1);
    if (!reads(own)) continue;
    let [text, broken] = ["", ""];
    for await (const chunk of withEnd(entry.chunks())) {
      if (chunk instanceof BrokenArchive) broken = ` -- ${chunk.reason}`;
      else text += chunk?.toString() ?? "";
    }
    found[own] = text + broken;
  }
  return found;
}

const long = "x".repeat(900_001);
const some: Members = { "a.xml": "<a/>", [`deep/${"n".repeat(180)}.xml`]: "<n/>", "empty.xml": "", "long.xml": long, "z.xml": "<z/>" };

describe("a tar", () => {
  test("is read member by member, packed or not, links and folders left out", async () => {
    const bytes = await tarOf(some, [
      { name: "folder", type: "directory" },
      { name: "link", type: "symlink", linkname: "/etc/passwd" },
    ]);
    for (const [name, packed] of Object.entries({ "a.tar": bytes, "b.TAR.GZ": gzipSync(bytes), "c.tgz": gzipSync(bytes) }))
      expect(await held(name, packed)).toEqual(some);
    expect(await held("d.tar", bytes, (name) => name === "z.xml")).toEqual({ "z.xml": "<z/>" });
    expect(await held("none.tar", await tarOf({}))).toEqual({});
  });

  test("and a zip may hold one another, to a depth", async () => {
    const inner = await tarOf({ "b.xml": "<b/>", "c.zip": zipOf({ "d.xml": "<d/>" }), "e.xml.gz": gzipSync("<e/>") });
    const expected = { "i.tar!b.xml": "<b/>", "i.tar!c.zip!d.xml": "<d/>", "i.tar!e.xml": "<e/>" };
    expect(await held("a.zip", zipOf({ "i.tar": inner }))).toEqual(expected);
    expect(await held("a.tar", await tarOf({ "i.tar": inner, "last.xml": "<l/>" }))).toEqual({ ...expected, "last.xml": "<l/>" });
    expect(await held("b.tar", await tarOf({ "i.tar.gz": gzipSync(inner) }))).toEqual(
      Object.fromEntries(Object.entries(expected).map(([name, text]) => [name.replace("i.tar", "i.tar.gz"), text])),
    );
    let nested = await tarOf({ "x.xml": "<x/>" });
    for (let i = 0; i < 5; i++) nested = await tarOf({ "t.tar": nested });
    expect(Object.values(await held("deep.tar", nested))).toEqual([expect.stringContaining("too many others")]);
  });

  test("that is cut off or damaged gives what stands before, and says so once", async () => {
    const bytes = await tarOf(some);
    const cut = await held("cut.tar", bytes.subarray(0, bytes.indexOf("xxxx") + 512 * 1000));
    expect(Object.keys(cut).at(-1)).toBe("long.xml");
    expect(cut["long.xml"]).toBe(`${long.slice(0, 512 * 1000)} -- the archive ends early`);
    // Nobody reads the member in which it is cut off
    const unread = await held("cut.tar", bytes.subarray(0, bytes.indexOf("xxxx") + 5000), (name) => name !== "long.xml");
    expect(Object.values(unread)).toEqual(["<a/>", "<n/>", "", " -- the archive ends early"]);
    const packed = gzipSync(bytes, { level: 0 });
    const torn = await held("torn.tgz", packed.subarray(0, 400_000));
    expect(torn["long.xml"]).toMatch(/^x{300000,400000} -- the archive ends early$/);
    const wrong = Buffer.from(bytes);
    wrong.writeUInt8(0xff, 512 * 2 + 3);
    const damaged = await held("damaged.tar", wrong);
    expect(damaged["a.xml"]).toBe("<a/>");
    expect(Object.values(damaged).at(-1)).toMatch(/ -- the archive is damaged: Invalid tar header/);
    expect(Object.values(await held("text.tar", Buffer.from("no tar at all ".repeat(100))))).toEqual([
      expect.stringMatching(/Invalid tar/),
    ]);
  });

  test("is refused where it is a bomb, and a name that leads out costs no other", async () => {
    const place = temporaryFolder();
    const codeFor = async (name: string, bytes: Buffer): Promise<string | null> => {
      await writeFile(join(place, name), bytes);
      return codeOf(
        (async () => {
          for await (const entry of openEntries(join(place, name), quietEffects)) for await (const _ of withEnd(entry.chunks()));
        })(),
      );
    };
    // One that packs far better than text, one of headers alone, and one of too many members
    const zeros = gzipSync(await tarOf({ "zeros.xml": Buffer.alloc(2 ** 25) }), { level: 9 });
    expect(await codeFor("zeros.tgz", zeros)).toBe("LM_FILE_UNREADABLE");
    expect(await codeFor("many.tar", Buffer.concat(Array.from({ length: 100_001 }, () => emptyMember)))).toBe("LM_FILE_UNREADABLE");
    const path = Buffer.from(`9000000 path=${"p".repeat(8_999_985)}\n`);
    const pax = await tarOf({ h: "" });
    const header = pax.subarray(0, 512);
    header.write("x", 156);
    header.write("00042252100", 124);
    header.write(checksum(header), 148);
    expect(await codeFor("headers.tar", Buffer.concat([header, path]))).toBe("LM_FILE_UNREADABLE");
    expect(await held("out.tar", await tarOf({ "../x.xml": "<x/>", "y.xml": "<y/>" }))).toEqual({
      "../x.xml": " -- its name leads out of the archive",
      "y.xml": "<y/>",
    });
  });
});

const checksum = (header: Buffer): string => {
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  return `${sum.toString(8).padStart(6, "0")}\0 `;
};
const emptyMember = (await tarOf({ "e.xml": "" })).subarray(0, 512);
