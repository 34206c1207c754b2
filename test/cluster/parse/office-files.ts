import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { load } from "../../../src/library/load.ts";
import { tarOf } from "../../sources/tar.ts";
import { zipOf } from "../../sources/zip.ts";

const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));

export interface OfficeFile {
  readonly source: string;
  readonly path: string;
}

/** Raw files of six offices' formats as they lie in folders: plain, packed, a zip in a zip, tars, a name that a shell would take for commands, and one name in two folders. */
export async function writeOfficeFiles(folder: string): Promise<readonly OfficeFile[]> {
  const files: OfficeFile[] = [];
  const add = async (source: string, name: string, bytes: Buffer): Promise<void> => {
    const path = join(folder, name);
    await mkdir(join(path, ".."), { recursive: true });
    await writeFile(path, bytes);
    files.push({ source, path });
  };
  const copy = async (source: string, name: string, to: string): Promise<void> => {
    const path = join(folder, to);
    await mkdir(join(path, ".."), { recursive: true });
    await copyFile(fixture(name), path);
    files.push({ source, path });
  };
  await copy("docdb", "epo/docdb.xml", "epo/docdb.xml");
  await copy("ops", "epo/ops-biblio.xml", "epo/$(touch injected); 'x' \"y\" `z` ; -- ü\tb.xml");
  await copy("uspto", "uspto/grant-v45.xml", "uspto/grant.xml");
  await copy("uspto", "uspto/grant-v40.xml", "uspto/older/grant.xml");
  await copy("cnipa", "cnipa/new.xml", "cnipa/new.xml");
  await copy("cnipa", "cnipa/old.xml", "cnipa/old.xml");
  await copy("jpo", "jpo/gazette.xml", "jpo/gazette.xml");
  await add("uspto", "uspto/weekly.zip", zipOf({ "inner.zip": zipOf({ "a.xml": await readFile(fixture("uspto/application-v44.xml")) }) }));
  await add("docdb", "epo/delivery.xml.gz", gzipSync(await readFile(fixture("epo/docdb.xml"))));
  const [back, application] = [await readFile(fixture("epo/docdb.xml")), await readFile(fixture("uspto/application-v44.xml"))];
  await add("docdb", "epo/back-file.tar", await tarOf({ "DOC/one.xml": back, "readme.txt": "of the office" }));
  await add(
    "uspto",
    "uspto/weeks.tar.gz",
    gzipSync(await tarOf({ "week.zip": zipOf({ "b.xml": application }), "more.tar": await tarOf({ "c.xml": application }) })),
  );
  await add("cnipa", "cnipa/week.tgz", gzipSync(await tarOf({ "new/one.xml": await readFile(fixture("cnipa/new.xml")) })));
  const joins = 'name,relation,other,note\n"Acme, Inc",together,Other Co,\n"Acme, Inc",married,Other Co,"it\'s ""so"" 中"\n';
  await add("holder-joins", "joins/joins.csv", Buffer.from(joins));
  // Of one name and content, so that both are one load
  await add("holder-joins", "joins/again/joins.csv", Buffer.from(joins));
  await add("holder-joins", "joins/other/joins.csv", Buffer.from("name,relation,other,note\nAcme Ltd,together,Other Co,\n"));
  return sorted(files);
}

/** By source and path, the order in which one `load` of each source takes them. */
export const sorted = (files: readonly OfficeFile[]): readonly OfficeFile[] => {
  const key = ({ source, path }: OfficeFile): string => `${source}\0${path}`;
  return [...files].sort((a, b) => (key(a) < key(b) ? -1 : 1));
};

/** Loads sorted files into a workspace, a source at a time, also where all of their records are bad. */
export async function loadFiles(dir: string, files: readonly OfficeFile[]): Promise<void> {
  for (const source of new Set(files.map((file) => file.source))) {
    const paths = files.flatMap((file) => (file.source === source ? [file.path] : []));
    await load(dir, source, paths, { maxRejects: 1 });
  }
}

/** A list as `parse --list` takes it. */
export const listOf = (files: readonly OfficeFile[]): string => files.map((file) => `${JSON.stringify(file)}\n`).join("");
