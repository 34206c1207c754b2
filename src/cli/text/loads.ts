import type { LoadLine, LoadSummary } from "../../workspace/load.ts";
import type { Page } from "../context.ts";
import { counted } from "./figures.ts";
import { pathsText } from "./paths.ts";
import { paragraph } from "./wrap.ts";

/** One line a load, and how to see what was rejected. */
export function loadsText({ loads, rejects }: LoadSummary, { width }: Page): string {
  const hint = rejects > 0 ? ["See `levermap status --rejects` for the rejected records and why."] : [];
  return [...loads.map((load) => paragraph(loadLine(load), width)), ...hint].join("\n");
}

function loadLine({ id, source, edition, path, rows, rejects, already }: LoadLine): string {
  const name = edition === null ? source : `${source} ${edition}`;
  const counts = `${counted(rows, "row")}, ${counted(rejects, "reject")}`;
  return `${already ? "Already loaded" : "Loaded"} ${name} as ${id}: ${counts}, from ${pathsText(path)}`;
}
