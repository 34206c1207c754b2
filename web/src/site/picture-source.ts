import type { SiteShell } from "../../../src/site/page.ts";

/** Letters of an address that stand below a picture; of a longer query only that there is one. */
const longest = 48;

/** Where a picture is from: its page, day and edition. */
export function pictureSource({ path, query, edition }: Pick<SiteShell, "path" | "query" | "edition">, day: string): string {
  const chosen = new URLSearchParams(query).toString();
  const whole = chosen === "" ? path : `${path}?${chosen}`;
  return `Levermap /${whole.length > longest && chosen !== "" ? `${path}?…` : whole}, as of ${day}${edition === null ? "" : `, edition ${edition}`}.`;
}
