import type { Row } from "../../base/tables.ts";
import { caseOutcome, type ExclusionCase, forumClass } from "./base-rates.ts";

/** A case record; `table`: its source, `patents`: document keys. */
export interface RecordedCase
  extends ExclusionCase,
    Pick<Row<"exclusion_case">, "title" | "plaintiff" | "filed" | "decided" | "url" | "note"> {
  readonly table: string;
  readonly patents: readonly string[];
}

/** Rule by which records of two tables were merged. */
export type SameCaseRule = "investigation number" | "notice" | "patent and year" | "title and year" | "plaintiff and filing date";

export interface DistinctCase<C extends RecordedCase> {
  /** The record kept, with the best outcome and all patents. */
  readonly kept: C;
  /** All records, the kept one first. */
  readonly records: readonly C[];
  readonly others: readonly { readonly id: string; readonly rule: SameCaseRule }[];
}

/**
 * Merges records of ITC cases from several tables. Same case: same investigation, same Federal Register notice, common patent and year, same
 * title and year, or same plaintiff and filing day (first rule that holds). The first table's record is kept, with the first decided outcome
 * (`mixed` if two disagree), all patents, and the narrowest jurisdiction. Order as given.
 */
export function distinctCases<C extends RecordedCase>(cases: readonly C[]): readonly DistinctCase<C>[] {
  const groups: { readonly first: C; readonly members: C[]; readonly others: { id: string; rule: SameCaseRule }[] }[] = [];
  for (const each of cases) {
    const found = isItc(each)
      ? match(
          groups.map(({ members }) => members),
          each,
        )
      : null;
    if (found === null) {
      groups.push({ first: each, members: [each], others: [] });
      continue;
    }
    const group = groups[found.at]!;
    group.members.push(each);
    group.others.push({ id: each.id, rule: found.rule });
  }
  return groups.map(({ first, members, others }) => ({
    kept: members.length === 1 ? first : joined(first, members),
    records: members,
    others,
  }));
}

function joined<C extends RecordedCase>(first: C, members: readonly C[]): C {
  const patents = [...new Set(members.flatMap((each) => each.patents))];
  return { ...first, outcome: outcomeOf(members), jurisdiction: jurisdictionOf(first, members), patents };
}

const isItc = ({ forum }: RecordedCase): boolean => /\bITC\b/.test(forum);

function match<C extends RecordedCase>(
  groups: readonly (readonly C[])[],
  each: C,
): { readonly at: number; readonly rule: SameCaseRule } | null {
  for (const [at, members] of groups.entries()) {
    if (!isItc(members[0]!) || members.some(({ table }) => table === each.table)) continue;
    const rule = members.map((member) => sameCase(member, each)).find((one) => one !== null);
    if (rule) return { at, rule };
  }
  return null;
}

function sameCase(a: RecordedCase, b: RecordedCase): SameCaseRule | null {
  const numbers = [a, b].map((each) => all(/\b337-TA-0*(\d+)/g, [each.forum, each.title, each.note]));
  if (common(numbers)) return "investigation number";
  if (numbers.every((found) => found.length > 0)) return null;
  if (common([a, b].map(notices))) return "notice";
  const sameYear = common([a, b].map(({ filed, decided }) => [filed, decided].flatMap((date) => date?.slice(0, 4) ?? [])));
  if (sameYear && common([a.patents, b.patents])) return "patent and year";
  const [title, other] = [words(a.title), words(b.title)];
  if (sameYear && title !== "" && title === other) return "title and year";
  const sameDay = a.filed !== null && a.filed.length === 10 && a.filed === b.filed;
  return sameDay && samePlaintiff(words(a.plaintiff), words(b.plaintiff)) ? "plaintiff and filing date" : null;
}

/** Federal Register document numbers in addresses, ids and notes. */
const notices = ({ id, url, note }: RecordedCase): readonly string[] => [
  ...all(/^us-itc-(\d{4}-\d+)$/g, [id]),
  ...all(/federalregister\.gov\/(?:d|documents\/\d{4}\/\d{2}\/\d{2})\/(\d{4}-\d+)/g, [url]),
  ...all(/\bfinal notice (\d{4}-\d+)/g, [note]),
];

const all = (shape: RegExp, texts: readonly (string | null)[]): readonly string[] =>
  texts.flatMap((text) => [...(text ?? "").matchAll(shape)].map(([, found = ""]) => found));

const common = ([a = [], b = []]: readonly (readonly string[])[]): boolean => a.some((one) => b.includes(one));

const words = (text: string | null): string =>
  (text ?? "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Prefix match: notices add legal form and seat. */
const samePlaintiff = (a: string, b: string): boolean =>
  a !== "" && b !== "" && (`${a} `.startsWith(`${b} `) || `${b} `.startsWith(`${a} `));

function outcomeOf(members: readonly RecordedCase[]): string | null {
  const decided = members.filter(({ outcome }) => ["won", "lost", "mixed"].includes(caseOutcome(outcome)));
  const ends = new Set(decided.map(({ outcome }) => caseOutcome(outcome)));
  if (ends.size > 1) return `mixed: ${decided.map(({ outcome }) => outcome).join("; ")}`;
  return (decided[0] ?? members.find(({ outcome }) => outcome !== null))?.outcome ?? null;
}

function jurisdictionOf(first: RecordedCase, members: readonly RecordedCase[]): string | null {
  const alone = !/[;,]/.test(first.forum);
  return (alone ? members.find((each) => forumClass(each) === "US ITC") : first)?.jurisdiction ?? first.jurisdiction;
}

type Parties = Pick<RecordedCase, "kind" | "plaintiff"> & { readonly defendant: string | null };

/** Owner in a case: the defendant of a review, else the plaintiff. */
export const caseOwner = ({ kind, plaintiff, defendant }: Parties): string | null => (kind === "review" ? defendant : plaintiff);

/** The other side. */
export const caseOpponent = ({ kind, plaintiff, defendant }: Parties): string | null => (kind === "review" ? plaintiff : defendant);

/** `(NPE)` or `(PAE)` after the name marks an assertion entity; else unknown. */
export const caseOwnerKind = (parties: Parties): string | null =>
  /\((?:NPE|PAE)\)/.test(caseOwner(parties) ?? "") ? "assertion-entity" : null;
