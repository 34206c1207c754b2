import { count } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { spaced } from "../../base/words.ts";
import { isEnough, leastHeld, type PatentShares } from "../../measure/patents/patent-share.ts";
import { economyName } from "../shared/names.ts";
import { countFigure, statementOf } from "../shared/published-count-words.ts";
import type { PublishedCount } from "../shared/published-counts.ts";
import type { ReadModel } from "../shared/read-model.ts";

/**
 * The answer where no patent of a technology is loaded: its most telling published count, or that none is known, with the next step.
 * @param lines published counts, the most telling first
 */
export function unloadedFinding(
  read: ReadModel,
  technology: { readonly id: string; readonly name: string },
  lines: readonly PublishedCount[],
): string {
  const none = say("published-finding.no-patent-of-is", { name: technology.name });
  const [most] = lines;
  if (most === undefined) return `${say("published-finding.and-no-published-count", { none })} ${loadPatents}`;
  const line = lines.find((each) => each.holder !== "world" && statementOf(each) === statementOf(most)) ?? most;
  const of = line.technology === technology.id ? "" : say("published-finding.of", { name: line.name });
  const others = lines.length - 1;
  const rest = others > 0 ? say("published-finding.there-more-published-counts", { are: others === 1 ? "is" : "are", counts: others }) : "";
  return `${none}. ${say("published-finding.as-published", { ofIt: of, count: countWords({ ...line, holderName: inSentence(read, line) }, lines), source: sourceWords(read, line) })}${rest}`;
}

/** `the United States` where the table has `United States`. */
const inSentence = (read: ReadModel, { holder, holderName }: PublishedCount): string =>
  read.economies.some(({ id }) => id === holder) ? economyName(read, holder) : holderName;

/** `Fujifilm has 1,500 of 9,400 documents in force at JPO, to 2019: about`. `all`: the counts that it stands among. */
function countWords(line: PublishedCount, all: readonly PublishedCount[]): string {
  const { scope, years, note } = line;
  const where = scope === "world" ? "worldwide" : say("published-finding.at", { scope });
  return `${claimOf(line, all)} ${where}, ${years === "unknown" ? "years unknown" : years}${note === null ? "" : `: ${note}`}`;
}

function claimOf(line: PublishedCount, all: readonly PublishedCount[]): string {
  const { holder, holderName, counted: kind, unit } = line;
  const figure = countFigure(line);
  if (unit === "rank") return say("published-finding.is-by-patents", { holderName, figure });
  const [has, its] = / and /.test(holderName) ? ["have", "their"] : ["has", "its"];
  if (kind === "share-filed-abroad") return say("published-finding.of-applications-filed-abroad", { holderName, has, figure, its });
  if (kind === "share-filed-only-at-home") return say("published-finding.of-families-filed-only", { holderName, has, figure, its });
  if (unit === "fraction")
    return say("published-finding.of-holder-name", { holderName, has, figure, kind: spaced(kind.replace(/^share-of-/, "")) });
  const more = kindWords[kind] ?? (kind === unit ? "" : ` (${spaced(kind)})`);
  return holder === "world"
    ? say("published-finding.in-all", { figure, more })
    : `${holderName} ${has} ${figure}${more}${wholeOf(line, all)}`;
}

const kindWords: Readonly<Record<string, string>> = {
  "in-force": " in force",
  "families-granted": " with a grant",
  "citing-documents": " that cite one document",
};

/** `, of 9,400 in all,` where the same table of the same source has one figure for the world. */
function wholeOf(line: PublishedCount, all: readonly PublishedCount[]): string {
  const [world, second] = all.filter((other) => other.holder === "world" && statementOf(other) === statementOf(line));
  if (world === undefined || second !== undefined || world.low === null || world.low !== world.high) return "";
  return line.high === null || line.high > world.low ? "" : say("published-finding.of-in-all", { low: count(world.low) });
}

/** `ETNews 2019: Japan holds ...`; its id where the document is not known. */
function sourceWords({ documents }: Pick<ReadModel, "documents">, { source }: PublishedCount): string {
  const document = documents.get(source ?? "");
  if (document === undefined) return source ?? "source unknown";
  const by = [document.publisher, document.published?.slice(0, 4)].filter((part) => part != null).join(" ");
  return by === "" ? document.title : `${by}: ${document.title}`;
}

/** The one command that brings patents to count. */
const fetchPatents = "levermap fetch chips";

/** How to get patents where none is loaded. */
export const loadPatents = `To count patents yourself, run \`${fetchPatents}\` (US grants with their holders) and the commands that it names, or load an office's export with \`levermap load patent-table FILE\`.`;

/** Holders are known for too few families for shares; `null` where they are known for enough. */
export function tooFewHolders(shares: Pick<PatentShares, "units" | "withoutHolder">): string | null {
  if (isEnough(shares)) return null;
  const { units, withoutHolder } = shares;
  return `${say("published-finding.a-holder-is-known", { units: count(units - withoutHolder), unitsOther: count(units) })} ${say("published-finding.shares-need-three-fifths", { families: String(leastHeld.families) })}`;
}

/** What to load so that shares can be told; `null` where enough is known. */
export function nextStepOf(shares: Pick<PatentShares, "units" | "withoutHolder">): string | null {
  if (isEnough(shares)) return null;
  const { units, withoutHolder } = shares;
  const needed = units - withoutHolder >= leastHeld.part * units;
  return needed
    ? `Load more of the technology's patents: \`${fetchPatents}\`, then \`levermap load\` and \`levermap measure\`.`
    : `Load records that name applicants or owners of these documents: \`${fetchPatents}\` for US grants, or an office's export with \`levermap load patent-table FILE\`; then \`levermap measure\`.`;
}
