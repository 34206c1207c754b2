import type { Advice, FilingLine } from "../../answers/patents/portfolio/advice-report.ts";
import { count, counted } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import { cellText } from "../../report/cell.ts";
import { filingBlock } from "../../report/patents/portfolio-advice.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { paragraph } from "../page/wrap.ts";

/** Technologies that are told. */
const shown = 8;

/** Where to file by technology, as far as anything is known, and the first question of each kind for counsel; in few lines. */
export function planAdviceLines(advice: Advice, page: Page): string[] {
  if (advice.filing.length === 0) return [];
  const judged = advice.filing.filter(({ offices }) => offices.some(({ verdict }) => verdict !== "unknown"));
  const unjudged = advice.filing.filter((each) => !judged.includes(each));
  return [...filingTable(judged, page), "", ...[unknownText(unjudged, advice), ...questions(advice)].flatMap((text) => lineOf(text, page))];
}

const lineOf = (text: string | null, { width }: Page): string[] => (text === null ? [] : [paragraph(`- ${text}`, width, "  ")]);

function filingTable(judged: readonly FilingLine[], page: Page): string[] {
  if (judged.length === 0) return [];
  const columns = [
    { title: "technology", flexible: true },
    { title: "file" },
    { title: "open" },
    { title: "leave" },
    { title: "unknown", flexible: true },
  ];
  const rows = judged
    .slice(0, shown)
    .map((line) => [line.technology.name, ...(["file", "open", "leave", "unknown"] as const).map((verdict) => officesWith(line, verdict))]);
  const more = judged.length > shown ? [`and ${judged.length - shown} more: --json names each`] : [];
  return [
    ...section(
      {
        title: "Where its families would be worth filing, were they granted and licensed to nobody: value at stake against cost",
        columns,
        rows,
      },
      page,
    ),
    ...more,
  ];
}

/** Offices of a verdict, with why where that is not the usual reason. */
const officesWith = ({ offices }: FilingLine, verdict: FilingLine["offices"][number]["verdict"]): string =>
  offices
    .filter((each) => each.verdict === verdict)
    .map(({ office, reason }) => `${office}${reason in notes ? ` (${notes[reason]})` : ""}`)
    .join(", ");

const notes: Partial<Record<FilingLine["offices"][number]["reason"], string>> = {
  "royalty-unknown": "royalty",
  "cost-unknown": "cost",
  "no-use-in-term": "lapses before use",
};

const reasonWords = {
  "stake-unknown": "no known value is at stake",
  "royalty-unknown": "no royalty is known",
  "cost-unknown": "no cost is known",
} as const;

/** How many technologies nothing is told of, and why. */
function unknownText(unjudged: readonly FilingLine[], { filing }: Advice): string | null {
  if (unjudged.length === 0) return null;
  return `Where to file is unknown in ${count(unjudged.length)} of ${counted(filing.length, "technology", "technologies")}: ${unknownReasons(unjudged)} at any office.`;
}

/** Why nothing is told, counted by technology; of one whose offices differ in it the first counts. */
function unknownReasons(lines: readonly FilingLine[]): string {
  const told = Object.entries(reasonWords).flatMap(([reason, words]) => {
    const of = lines.filter(({ offices }) => (offices[0]?.reason ?? "cost-unknown") === reason).length;
    return of === 0 ? [] : [of === lines.length ? words : `${words} (${of})`];
  });
  return listed(told);
}

/** The first question of each kind, with how many there are. */
function questions({ waiting, crossLicences, lettingGo }: Advice): readonly string[] {
  const all = [
    { of: "waiting or designing around", inAll: waiting.inAll, first: waiting.families[0]?.question },
    { of: "cross-licences", inAll: crossLicences.inAll, first: crossLicences.pairs[0]?.question },
    { of: "letting own families go", inAll: lettingGo.inAll, first: lettingGo.families[0]?.question },
  ];
  const asked = all.flatMap(({ of, inAll, first }) =>
    first === undefined ? [] : [`For counsel on ${of}, 1 of ${count(inAll)}: ${first}`],
  );
  const none = all.filter(({ first }) => first === undefined).map(({ of }) => of);
  if (none.length === 0) return asked;
  const loaded = `families of others loaded in the cells that are in: ${count(waiting.of)}; own families of which too little is known to ask: ${count(lettingGo.unknown)}`;
  return [...asked, `No question for counsel on ${listed(none)} (${loaded}).`];
}

/** Where the families of one programme would be worth filing: by office, or in one line where it is unknown at all. */
export function planFilingLines(line: FilingLine, { asOf }: { readonly asOf: string }, page: Page): string[] {
  if (line.offices.some(({ verdict }) => verdict !== "unknown")) {
    const { title, columns, rows } = filingBlock(line, { asOf });
    return section({ title, columns, rows: rows.map((row) => row.map(cellText)) }, page);
  }
  return ["", paragraph(`Where to file its families is unknown: ${unknownReasons([line])} at any office.`, page.width)];
}
