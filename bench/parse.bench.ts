import { createWriteStream, readFileSync } from "node:fs";
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { spentBy } from "./spent.ts";
import { option, temporary } from "./support.ts";

/**
 * What `parse --list` takes for files of two formats, from the project's own fixtures with numbers of their own: bibliographic data, of which nearly every element becomes a row, and
 * full texts of 114 kB each, of which most is passed over.
 *
 *     npm run bench -- parse [--mb N] [--files N]
 */
const [mb, files] = [option("mb", 10), option("files", 4)];
const folder = temporary("parse");

interface Format {
  readonly source: string;
  /** The text before, one record by number, and the text after. */
  readonly before: string;
  readonly record: (number: number) => string;
  readonly after: string;
}

const fixture = (name: string): string => readFileSync(resolve("test/fixtures", name), "utf8");

function docdb(): Format {
  const text = fixture("epo/docdb.xml");
  const [from, to] = [text.indexOf("<exch:exchange-document "), text.lastIndexOf("</exch:exchange-document>")];
  const record = text.slice(from, text.indexOf("</exch:exchange-document>") + "</exch:exchange-document>".length);
  return {
    source: "docdb",
    before: text.slice(0, from),
    record: (number) => `${record.replaceAll("3999001", String(number))}\n`,
    after: text.slice(to + "</exch:exchange-document>".length),
  };
}

function uspto(): Format {
  const text = fixture("uspto/grant-v45.xml");
  const number = /<publication-reference>[\s\S]*?<doc-number>([^<]+)/.exec(text)?.[1] ?? "";
  const filler = "<p>The layer is bonded to the substrate and split along a plane of hydrogen ions.</p>\n".repeat(1240);
  const padded = text.replace("</description>", `${filler}</description>`);
  const own = `<doc-number>${number}<`;
  return { source: "uspto", before: "", record: (next) => `${padded.replace(own, `<doc-number>${next}<`)}\n`, after: "" };
}

function* records({ before, record, after }: Format, first: number, bytes: number): Generator<string> {
  yield before;
  for (let [size, number] = [0, first]; size < bytes; number++) {
    const text = record(number);
    size += Buffer.byteLength(text);
    yield text;
  }
  yield after;
}

async function bytesBelow(dir: string): Promise<number> {
  const names = await readdir(dir, { recursive: true });
  const sizes = await Promise.all(names.map((name) => stat(join(dir, name))));
  return sizes.reduce((sum, each) => sum + (each.isFile() ? each.size : 0), 0);
}

for (const format of [docdb(), uspto()]) {
  try {
    await mkdir(folder, { recursive: true });
    const paths = Array.from({ length: files }, (_, at) => join(folder, `${at}.xml`));
    for (const [at, path] of paths.entries())
      await pipeline(Readable.from(records(format, 1_000_000 + at * Math.floor(8e6 / files), (mb * 1e6) / files)), createWriteStream(path));
    const bytes = (await Promise.all(paths.map((path) => stat(path)))).reduce((sum, each) => sum + each.size, 0);
    await writeFile(join(folder, "paths.txt"), paths.join("\n"));
    const out = join(folder, "layout");
    const { core, peak, clock } = await spentBy(["parse", format.source, "--list", join(folder, "paths.txt"), "--out", out]);
    console.log(
      `  ${format.source}, ${files} files, ${bytes} bytes: ${core.toFixed(2)} s of a core, ${clock.toFixed(1)} s, ${peak.toFixed(0)} MB, ${await bytesBelow(out)} bytes of disk (load average ${loadavg()[0]?.toFixed(1)})`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
