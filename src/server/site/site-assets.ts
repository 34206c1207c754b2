import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Files that a page needs, from the top of the site. */
export interface SiteAssets {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
}

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

const entry = "src/site/site.ts";

/** What the build has made of the script and the styles of the pages; `null`: nothing is built. */
export function readSiteAssets(webDir: string): SiteAssets | null {
  const path = join(webDir, "manifest.json");
  if (!existsSync(path)) return null;
  const chunks = JSON.parse(readFileSync(path, "utf8")) as Readonly<Record<string, Chunk>>;
  const { [entry]: found } = chunks;
  if (found === undefined) return null;
  const parts = [...(found.imports ?? []).flatMap((name) => chunks[name] ?? []), found];
  return { styles: parts.flatMap(({ css = [] }) => css), scripts: [found.file] };
}
