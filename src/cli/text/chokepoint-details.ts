import type { Chokepoint } from "../../answers/supply/chokepoint-report.ts";
import { number, percent, percentInterval, percentRange } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import type { Page } from "../context.ts";
import { paragraph } from "../page/wrap.ts";

/** What stands behind one weak link of a home: causes, flags, who else, how long, what would have to be built, imports. */
export function chokepointDetails(entry: Chokepoint, { style, width }: Page): string {
  const lines = [
    ...entry.causes.map(({ text }) => `Why: ${text}.`),
    ...remedyLines(entry),
    entry.coalition
      ? `Smallest group that could cost over half: ${listed(entry.coalition.members)}, ${percentInterval(entry.coalition.loss)}.`
      : "",
    flagsLine(entry),
    hangsOnLine(entry),
    ...entry.imports.map(importLine),
  ];
  return [
    style.strong(`${entry.rank.mid} ${entry.name}`),
    ...lines.filter((line) => line !== "").map((line) => paragraph(line, width)),
  ].join("\n");
}

function remedyLines({ remedy }: Chokepoint): string[] {
  if (remedy === null) return [];
  const others = remedy.others.map(({ economy, share }) => `${economy} ${percent(share)}`);
  const months = (name: string, interval: Chokepoint["score"] | null): string =>
    interval ? `${name} ${interval[0]} to ${interval[2]} months` : `${name} unknown`;
  return [
    `Who else: ${others.length > 0 ? others.join(", ") : "nobody known"}.`,
    `How long: ${months("qualification", remedy.qualificationMonths)}, ${months("new supply", remedy.leadTimeMonths)}${remedy.timesGrade ? ` (${remedy.timesGrade})` : ""}.`,
    remedy.toBuild ? `To build: ${remedy.toBuild.text}.` : "",
  ];
}

function flagsLine({ flags }: Chokepoint): string {
  if (flags === null) return "";
  const word = (flag: boolean | null): string => (flag === null ? "unknown" : flag ? "yes" : "no");
  return `EU flags, on ${flags.basis}: concentrated ${word(flags.cdi1)}, mostly foreign ${word(flags.cdi2)}, imports above exports ${word(flags.cdi3)}.`;
}

function hangsOnLine({ hangsOn }: Chokepoint): string {
  const widest = hangsOn.slice(0, 3).map(({ parameter, grade, low, high }) => `${parameter} (${grade}) ${percentRange(low, high)}`);
  return widest.length > 0 ? `Hangs most on: ${widest.join("; ")}.` : "";
}

function importLine({ period, scheme, code, currency, total, unknownOrigin, partners }: Chokepoint["imports"][number]): string {
  const origins = partners.slice(0, 4).map(({ economy, value }) => `${economy} ${percent(value / total)}`);
  if (unknownOrigin > 0) origins.push(`origin not named ${percent(unknownOrigin / total)}`);
  return `Imports ${period}, ${scheme.toUpperCase()} ${code}: ${currency} ${number(total)}; ${origins.join(", ")}.`;
}
