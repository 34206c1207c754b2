import { counted } from "../../base/format.ts";
import type { Loaded } from "../../library/load.ts";
import { pathsText } from "../../report/workspace/status.ts";
import type { LoadLine } from "../../workspace/load.ts";
import type { Page } from "../context.ts";
import { paragraph } from "./wrap.ts";

/** One line a load, how to see what was rejected, and whether patents are to be measured. */
export function loadsText({ loads, rejects, measured }: Loaded, { width }: Page): string {
  const hints = [
    ...(rejects > 0 ? ["See `levermap status --rejects` for the rejected records and why."] : []),
    ...(measured ? [] : ["Next: `levermap measure`, so that answers on patents take in what was loaded."]),
  ];
  return [...loads.map((load) => paragraph(loadLine(load), width)), ...hints].join("\n");
}

function loadLine({ id, source, edition, path, rows, rejects, already }: LoadLine): string {
  const name = edition === null ? source : `${source} ${edition}`;
  const counts = `${counted(rows, "row")}, ${counted(rejects, "reject")}`;
  return `${already ? "Already loaded" : "Loaded"} ${name} as ${id}: ${counts}, from ${pathsText(path)}`;
}
