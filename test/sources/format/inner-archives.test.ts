import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { quietEffects } from "../../../src/base/effects.ts";
import { BrokenArchive, withEnd } from "../../../src/sources/format/broken-archive.ts";
import { openEntries } from "../../../src/sources/format/open-entries.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { zipOf } from "../zip.ts";

/** The entries of an archive with what they hold, or why they cannot be read. */
async function held(bytes: Buffer): Promise<Record<string, string>> {
  const file = join(temporaryFolder(), "outer.zip");
  await writeFile(file, bytes);
  expect(await readFile(file)).toEqual(bytes);
  const found: Record<string, string> = {};
  for await (const { name, chunks } of openEntries(file, quietEffects)) {
    const pieces: Buffer[] = [];
    let broken = "";
    for await (const chunk of withEnd(chunks())) {
      if (chunk instanceof BrokenArchive) broken = chunk.reason;
      else if (chunk !== null) pieces.push(chunk);
    }
    found[name.slice(file.length + 1)] = broken || Buffer.concat(pieces).toString();
  }
  return found;
}

test("zips and gzips within a zip are opened, in order, to a depth", async () => {
  const inner = zipOf({ "b.xml": "<b/>", "deep.zip": zipOf({ "c.xml": "<c/>" }) });
  expect(await held(zipOf({ "a.xml": "<a/>", "DOC/inner.ZIP": inner, "d.xml.gz": gzipSync("<d/>") }))).toEqual({
    "a.xml": "<a/>",
    "DOC/inner.ZIP!b.xml": "<b/>",
    "DOC/inner.ZIP!deep.zip!c.xml": "<c/>",
    "d.xml": "<d/>",
  });
  let nested = zipOf({ "x.xml": "<x/>" });
  for (let i = 0; i < 5; i++) nested = zipOf({ "z.zip": nested });
  expect(Object.values(await held(nested))).toEqual([expect.stringContaining("too many others")]);
});

test("an inner archive that is damaged, or leads out, costs no other entry", async () => {
  const whole = zipOf({ "b.xml": "<b/>" });
  expect(
    await held(
      zipOf({ "torn.zip": whole.subarray(0, -30), "none.zip": "no zip", "e.xml": "<e/>", "out.zip": zipOf({ "../x.xml": "<x/>" }) }),
    ),
  ).toEqual({
    "torn.zip": expect.stringContaining("End of central directory"),
    "none.zip": expect.stringContaining("End of central directory"),
    "e.xml": "<e/>",
    "out.zip!../x.xml": expect.stringContaining("leads out"),
  });
});
