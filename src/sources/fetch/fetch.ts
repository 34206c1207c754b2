import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Effects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { type Address, readAddresses } from "./addresses.ts";
import { type DownloadLimits, download } from "./download.ts";

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
  effects.log.info(`${address.title}, ${address.publisher}. Licence: ${address.licence}`);
  if (address.checked === "no") effects.log.warn("This address was not checked by a download; the publisher may have moved the data.");
  await mkdir(options.dir, { recursive: true });
  const files: { path: string; bytes: number }[] = [];
  for (const remote of address.files) {
    const url = options.baseUrl === undefined ? remote.url : `${options.baseUrl.replace(/\/+$/, "")}/${remote.file}`;
    const path = join(options.dir, remote.file);
    files.push({ path, bytes: await download(url, path, { ...options, sha256: remote.sha256 }, effects) });
  }
  if (address.unpack) effects.log.info(address.unpack);
  return { source: name, title: address.title, licence: address.licence, unpack: address.unpack ?? null, files };
}
