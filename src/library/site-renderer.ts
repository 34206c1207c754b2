import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { builtFile } from "../base/built-file.ts";
import type { SiteRenderer } from "../site/page.ts";
import type { ReportRenderer } from "../site/report/report.ts";

/** What draws pages and reports, from the build; `undefined`: nothing is built. */
export async function readRenderer(): Promise<(SiteRenderer & ReportRenderer) | undefined> {
  const file = builtFile("site/render.js");
  if (!existsSync(file)) return undefined;
  return (await import(pathToFileURL(file).href)) as SiteRenderer & ReportRenderer;
}
