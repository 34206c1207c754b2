import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import type { Effects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { counted } from "../../base/format.ts";
import { sum } from "../../base/numbers.ts";
import { gigabytes, requireSpace } from "../files/disk-space.ts";
import type { CutClasses } from "../patents/cut/cut-classes.ts";
import { type Cut, cutTables, partOfPacked } from "../patents/cut/cut-tables.ts";
import { requireTables } from "../patents/tables/patentsview.ts";
import { download } from "./download.ts";
import { type Address, announce, type FetchOptions, readAddresses, remoteUrl } from "./fetch.ts";
import { remoteSize } from "./part-file.ts";

export interface FetchChipsOptions extends FetchOptions {
  readonly classes: CutClasses;
  /** Keeps the published tables beside the cut ones. */
  readonly keep?: boolean;
}

const manifest = z.object({
  classes: z.string(),
  documents: z.number(),
  followers: z.number(),
  digest: z.string(),
  tables: z.array(z.object({ file: z.string(), records: z.number(), kept: z.number(), bytes: z.number() })),
});

/** The corpus that was cut from the published tables. */
export interface FetchedChips extends z.infer<typeof manifest> {
  readonly source: "chips";
  readonly title: string;
  readonly licence: string;
  /** The folder of the cut tables, in the published layout. */
  readonly folder: string;
  /** It was there already. */
  readonly already: boolean;
}

const manifestName = "corpus.json";
/** Bytes a second by which the time of a download is told beforehand. */
const assumedSpeed = 10e6;
/** Packed bytes that two cores cut in a second (docs/benchmarks.md). */
const cutSpeed = 25e6;

/**
 * Downloads the tables of PatentsView into `dir/published`, cuts them to the documents of some classes into `dir/tables`, which appears whole or
 * not at all, and removes the published ones. Says sizes and times first. After a stop the downloads go on where they were. Throws
 * LM_FETCH_FAILED, LM_FETCH_CHECKSUM, LM_DISK_SPACE and what `cutTables` throws.
 */
export async function fetchChips(options: FetchChipsOptions, effects: Effects): Promise<FetchedChips> {
  const { dir, classes, keep = false } = options;
  const address = (options.addresses ?? (await readAddresses())).get("patentsview");
  if (!address) throw new LevermapError("LM_FETCH_NO_ADDRESS", "There is no address of PatentsView in data/fetch.yaml.");
  const [published, folder] = [join(dir, "published"), join(dir, "tables")];
  const told = { source: "chips" as const, title: `${address.title}, cut to chips`, licence: address.licence, folder };
  const there = await readManifest(folder);
  if (there !== null) {
    effects.log.info(`${folder} has a corpus already; remove the folder to fetch it anew.`);
    return { ...told, ...there, already: true };
  }
  await mkdir(published, { recursive: true });
  const files = await fetchPublished(address, published, options, effects);
  const staging = join(dir, ".cutting");
  await rm(staging, { recursive: true, force: true });
  const cut = await summary(await cutPublished(files, classes, staging, effects));
  await writeFile(join(staging, manifestName), `${JSON.stringify(cut, null, 2)}\n`);
  effects.signal.throwIfAborted();
  await rm(folder, { recursive: true, force: true });
  await rename(staging, folder);
  if (!keep) await rm(published, { recursive: true, force: true });
  return { ...told, ...cut, already: false };
}

/** Cuts the published tables; one that cannot be read is removed, so that the next run downloads it anew. */
async function cutPublished(files: readonly string[], classes: CutClasses, folder: string, effects: Effects): Promise<Cut> {
  try {
    return await cutTables(await requireTables(files), classes, folder, effects);
  } catch (thrown) {
    if (thrown instanceof LevermapError && thrown.code === "LM_FILE_UNREADABLE") {
      const [broken] = String(thrown.details.file).split("!");
      if (files.some((file) => file === broken)) await rm(broken ?? "", { force: true });
    }
    throw thrown;
  }
}

/** What was cut; `null` where the folder has no whole corpus. */
async function readManifest(folder: string): Promise<z.infer<typeof manifest> | null> {
  try {
    const read = manifest.parse(JSON.parse(await readFile(join(folder, manifestName), "utf8")));
    const sizes = await Promise.all(read.tables.map(async ({ file }) => (await stat(join(folder, file))).size));
    return read.tables.every(({ bytes }, at) => bytes === sizes[at]) ? read : null;
  } catch {
    return null;
  }
}

async function summary({ tables, ...cut }: Cut): Promise<z.infer<typeof manifest>> {
  const sized = tables.map(async ({ path, records, kept }) => ({ file: basename(path), records, kept, bytes: (await stat(path)).size }));
  return { ...cut, tables: await Promise.all(sized) };
}

async function fetchPublished(address: Address, folder: string, options: FetchChipsOptions, effects: Effects): Promise<readonly string[]> {
  announce(address, effects);
  const files = await Promise.all(
    address.files.map(async (remote) => {
      const [url, path] = [remoteUrl(remote, options.baseUrl), join(folder, remote.file)];
      const size = await remoteSize(url, effects.signal);
      const has = await stat(path).then(
        (found) => found.size,
        () => 0,
      );
      return { path, url, size, sha256: remote.sha256, whole: size !== null && has === size };
    }),
  );
  await tellSizes(files, folder, effects);
  for (const { path, url, sha256, whole } of files) if (!whole) await download(url, path, { ...options, sha256 }, effects);
  return files.map(({ path }) => path);
}

/** Says what is to be done, how large it is and how long it may take, and that there is room for it. */
async function tellSizes(
  files: readonly { readonly size: number | null; readonly whole: boolean }[],
  folder: string,
  effects: Effects,
): Promise<void> {
  const left = sum(files.map(({ size, whole }) => (whole ? 0 : (size ?? 0))));
  if (files.some(({ size }) => size === null)) effects.log.warn("The server does not say how large all tables are.");
  const total = sum(files.map(({ size }) => size ?? 0));
  const corpus = total * partOfPacked;
  const minutes = (seconds: number): string => counted(Math.max(1, Math.round(seconds / 60)), "minute");
  effects.log.info(
    `${counted(files.length, "table")}, ${gigabytes(total)} GB packed, of which ${gigabytes(left)} GB are to be downloaded (${minutes(left / assumedSpeed)} at 10 MB/s); then they are cut (about ${minutes(total / cutSpeed)} on two cores). The cut tables take at most ${gigabytes(corpus)} GB.`,
  );
  await requireSpace(folder, left + corpus, "The published tables and what is cut from them");
}
