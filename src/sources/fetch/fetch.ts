import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { bundledFile } from "../../base/built-file.ts";
import type { Effects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { gigabytes } from "../files/disk-space.ts";
import { type DownloadLimits, download, downloadLimits } from "./download.ts";

const file = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  /** The name to keep it under: never taken from the server. */
  file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** About how many bytes it has, where that is much: said before, and allowed twice. */
  bytes: z.int().positive().optional(),
});

const address = z.strictObject({
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  checked: z.enum(["yes", "no"]),
  unpack: z.string().optional(),
  reason: z.string().optional(),
  files: z.array(file),
});

/** Where a source can be had, and on what terms. */
export type Address = z.infer<typeof address>;

/** The addresses of `data/fetch.yaml` by name. */
export async function readAddresses(path: string = bundledFile("fetch.yaml")): Promise<ReadonlyMap<string, Address>> {
  const read = z.record(z.string(), address).parse(parse(await readFile(path, "utf8")));
  return new Map(Object.entries(read));
}

/** Where to put the files, and where to get them from if not from the publisher. */
export interface FetchOptions extends Partial<DownloadLimits> {
  readonly dir: string;
  /** Stands in for the publisher: files are taken from here by the names of `data/fetch.yaml`. */
  readonly baseUrl?: string;
  readonly addresses?: ReadonlyMap<string, Address>;
}

/** What was downloaded, and on what terms. */
export interface Fetched {
  readonly source: string;
  readonly title: string;
  readonly licence: string;
  /** What must be done before loading; `null` if nothing. */
  readonly unpack: string | null;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

/** Where a file is, at the publisher or at what stands in for it. */
export const remoteUrl = ({ url, file: name }: Address["files"][number], baseUrl: string | undefined): string =>
  baseUrl === undefined ? url : `${baseUrl.replace(/\/+$/, "")}/${name}`;

/** Says what is fetched, on what terms, and whether its address is known to be right. */
export function announce({ title, publisher, licence, checked }: Address, { log }: Effects): void {
  log.info(`${title}, ${publisher}. Licence: ${licence}`);
  if (checked === "no") log.warn("This address was not checked by a download; the publisher may have moved the data.");
}

/**
 * Downloads the files that `data/fetch.yaml` lists for a source into `dir`. An interrupted download goes on where it stopped.
 * Throws LM_SOURCE_UNKNOWN, LM_FETCH_NO_ADDRESS, LM_FETCH_FAILED, LM_FETCH_CHECKSUM.
 */
export async function fetchSource(name: string, options: FetchOptions, effects: Effects): Promise<Fetched> {
  const addresses = options.addresses ?? (await readAddresses());
  const address = addresses.get(name);
  if (!address)
    throw new LevermapError("LM_SOURCE_UNKNOWN", `No source ${name} to fetch; there are ${[...addresses.keys()].join(", ")}`, {
      source: name,
    });
  if (address.files.length === 0) {
    throw new LevermapError("LM_FETCH_NO_ADDRESS", `${address.title}: ${address.reason ?? "no address is known"}`, { source: name });
  }
  announce(address, effects);
  const most = Math.max(0, ...address.files.map(({ bytes = 0 }) => bytes));
  if (most > 0) effects.log.info(`The largest file has about ${gigabytes(most)} GB.`);
  await mkdir(options.dir, { recursive: true });
  const files: { path: string; bytes: number }[] = [];
  for (const remote of address.files) {
    const url = remoteUrl(remote, options.baseUrl);
    const path = join(options.dir, remote.file);
    const maxBytes = options.maxBytes ?? Math.max(downloadLimits.maxBytes, 2 * (remote.bytes ?? 0));
    files.push({ path, bytes: await download(url, path, { ...options, maxBytes, sha256: remote.sha256 }, effects) });
  }
  if (address.unpack) effects.log.info(address.unpack);
  return { source: name, title: address.title, licence: address.licence, unpack: address.unpack ?? null, files };
}
