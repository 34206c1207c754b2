import { counted, percent, percentRange } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import type { Technology } from "../../measure/supply/supply-map.ts";
import { unitsWord } from "./patent-coverage.ts";
import type { HolderLine } from "./patent-holder-lines.ts";
import type { Portfolio } from "./patent-portfolio.ts";
import type { TechnologyPatents } from "./technology-patents-report.ts";

/** The answer in a sentence or two. */
export function findingOf(
  technology: Technology,
  { documents, jurisdiction }: Portfolio,
  lines: readonly HolderLine[],
  status: TechnologyPatents["inForce"],
  asOf: string,
): string {
  const where = jurisdiction === null ? "" : ` with a document at ${jurisdiction}`;
  if (documents.length === 0) return `No patent of ${technology.name} is loaded.`;
  const [first, ...others] = lines;
  if (first === undefined) return `No holder of the loaded patents of ${technology.name}${where} is known.`;
  const withFamily = documents.filter(({ row }) => row.family !== null).length;
  const units = (number: number): string => unitsWord({ documents: documents.length, withFamily }, number);
  const most = `the most loaded patents of ${technology.name}${where}`;
  return `${holdersWords(first, others, most, units)} ${inForceWords(status)} on ${asOf}.`;
}

/** Who holds most; those that hold equally many are named together. */
function holdersWords(first: HolderLine, others: readonly HolderLine[], most: string, units: (number: number) => string): string {
  const { value, low, high } = first.shares.count;
  const equals = others.filter((other) => other.units === first.units && percent(other.shares.count.value) === percent(value));
  const held = `${first.units} ${units(first.units)}`;
  const sure = low < high ? percentRange(low, high) : "too few for an interval";
  if (equals.length > 0) {
    const names = [first, ...equals].map(({ name }) => name);
    const shown = names.length > mostEquals ? [...names.slice(0, mostEquals), `${names.length - mostEquals} more`] : names;
    return `${listed(shown)} hold ${most}: ${held} each, ${percent(value)} of all ${units(2)} (${sure}).`;
  }
  return `${first.name} holds ${most}: ${percent(value)} of all ${units(2)} (${sure}), ${counted(first.documents, "patent")} in ${held}.`;
}

/** Holders of equally much that are named. */
const mostEquals = 3;

function inForceWords({ low, high, known, unknown }: TechnologyPatents["inForce"]): string {
  const [from, to] = [Math.floor(low), Math.ceil(high)];
  const rest = unknown > 0 ? ` (the status of ${unknown} more is unknown)` : "";
  if (known + unknown === 0) return "None of them is known to be granted";
  return known === 0
    ? `It is unknown whether any of ${unknown} granted documents is in force`
    : `Of ${known} granted documents, ${from === to ? from : `${from} to ${to}`} are expected to be in force${rest}`;
}
