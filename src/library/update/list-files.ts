import { basename, join, sep } from "node:path";
import type { Effects } from "../../base/effects.ts";
import { inventedParties } from "../../link/party-lists.ts";
import type { DownloadLimits } from "../../sources/fetch/download.ts";
import { type Address, fetchSource, readAddresses } from "../../sources/fetch/fetch.ts";
import type { LoadStatus } from "../../workspace/status.ts";
import type { ListPlace, Settings } from "../settings.ts";

/** Sources whose loads are lists that their publishers change: of parties, of items, of rules, and of owners, on whom standing depends. */
export const listSources: readonly string[] = ["csl", "entity-list", "party-list", "owners", "ccl", "rules"];

/** Sources of which a file may be posted to a server: those, and names of parties. */
export const postableSources: readonly string[] = [...listSources, "names", "wikidata"];

/** Folder, in that of a workspace, of files that were posted to a server: they are gone once they are loaded. */
export const postedName = "jobs";

/** Folder, in that of a workspace, of the files that were fetched. */
export const fetchedName = "lists";

/** How one file of a list is had anew. `fetched`: from an address; `read`: where it is. */
export interface ListFile {
  readonly source: string;
  /** Its base name. */
  readonly file: string;
  readonly how: "fetched" | "read";
  /** Its path, behind the mapping that its table needs. Throws LM_FETCH_FAILED, LM_FETCH_CHECKSUM. */
  get(effects: Effects): Promise<readonly string[]>;
}

export interface ListFilesOptions {
  readonly dir: string;
  readonly loads: readonly LoadStatus[];
  readonly settings: Settings;
  /** Whether the network may be used. */
  readonly mayFetch: boolean;
  readonly limits: Partial<DownloadLimits>;
}

/** The files of all lists that are loaded: where the settings say, else at their publisher, else where they were loaded from; those that were posted are there no more. */
export async function listFiles({ dir, loads, settings, mayFetch, limits }: ListFilesOptions): Promise<readonly ListFile[]> {
  const addresses = await readAddresses();
  return listSources.flatMap((source): readonly ListFile[] => {
    const all = loads.filter((load) => load.source === source && load.current && load.path !== inventedParties);
    const own = all.filter(({ path }) => !path.startsWith(join(dir, postedName) + sep));
    const places = settings.lists[source];
    if (all.length === 0 && places === undefined) return [];
    const known = places ?? (mayFetch ? (addresses.get(source)?.files ?? []) : []);
    const from = known.filter((place) => mayFetch || "path" in place);
    if (from.length === 0) return own.map(({ path }) => ({ source, file: basename(path), how: "read", get: async () => [path] }));
    const folder = join(dir, fetchedName, source);
    return from.map((place) => fileAt(source, place, folder, limits));
  });
}

type Place = ListPlace | Address["files"][number];

function fileAt(source: string, place: Place, dir: string, limits: Partial<DownloadLimits>): ListFile {
  const mapping = "mapping" in place && place.mapping !== undefined ? [place.mapping] : [];
  if ("path" in place) return { source, file: basename(place.path), how: "read", get: async () => [...mapping, place.path] };
  const { url, file } = place;
  const address: Address = { title: source, publisher: new URL(url).host, licence: "as before", checked: "yes", files: [{ url, file }] };
  return {
    source,
    file,
    how: "fetched",
    async get(effects) {
      // What it is and on what terms was told when it was first loaded
      const quiet = { ...effects, log: { ...effects.log, info: effects.log.debug } };
      await fetchSource(source, { ...limits, dir, addresses: new Map([[source, address]]) }, quiet);
      return [...mapping, join(dir, file)];
    },
  };
}
