import type { SiteShell } from "../../../src/site/page.ts";

/** Letters of an address that stand below a picture; of a longer one only the path. */
const longest = 72;

/** Where a picture is from: its page, day and edition. */
export function pictureSource({ path, query, edition }: Pick<SiteShell, "path" | "query" | "edition">, day: string): string {
  const chosen = new URLSearchParams(query).toString();
  const whole = chosen === "" ? path : `${path}?${chosen}`;
  return `Levermap /${whole.length > longest ? path : whole}, as of ${day}${edition === null ? "" : `, edition ${edition}`}.`;
}
