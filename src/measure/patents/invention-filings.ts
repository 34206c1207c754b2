import { rightOf } from "./rights.ts";

/** An earlier application or publication that a document names. */
export interface FilingLink {
  readonly relation: string;
  /** Key of an application, or of a publication. */
  readonly other: string;
  /** `YYYY-MM-DD` of the other; `null` unknown. */
  readonly date: string | null;
}

/** A document as it is joined into families. */
export interface FilingDocument {
  readonly document: string;
  /** DOCDB simple family; `null` unknown. */
  readonly family: string | null;
  /** Key of its application; `null` unknown. */
  readonly application: string | null;
  readonly office: string;
  /** As in the table `patent`; `null` counts as an invention. */
  readonly type: string | null;
  readonly links: readonly FilingLink[];
}

/** Foreign and provisional first filings. */
const firstFilings: ReadonlySet<string> = new Set(["priority", "provisional"]);
/** Applications of the same content, whatever priorities they claim. */
const sameContent: ReadonlySet<string> = new Set(["continuation", "division", "national-stage", "reissue", "publication"]);
/** Earlier members of a chain of continuations and divisions. */
const ancestor = "ancestor";
/** Steps of a chain that add content: the later application is a first filing of its own. */
const inPart: ReadonlySet<string> = new Set(["continuation-in-part", "ancestor-in-part"]);

/** Relations that families are made of. */
export const familyRelations: readonly string[] = [...firstFilings, ...sameContent, ancestor, ...inPart];

/** Offices that number patents, utility models and designs apart, in one form. */
const numbersTwice: ReadonlySet<string> = new Set(["JP", "KR"]);

/** Name of a document's own application; `null` where unknown. */
export function ownFiling({ application, office, type }: Pick<FilingDocument, "application" | "office" | "type">): string | null {
  if (application === null) return null;
  const apart = type === "utility-model" && numbersTwice.has(office) ? "model:" : "";
  return `${rightOf(type)} ${apart}${application}`;
}

/** Name of a document itself, as others link to it. */
export const ownPublication = ({ document, type }: FilingDocument): string => `${rightOf(type)} publication ${document}`;

/** US grants from 10,000,000 on have the digits of applications of the series 10 to 12, all filed before 2018. */
const grantOfEight = /^US1[0-2]\d{6}$/;
const tenMillion = "2018-06-19";

/** Names of what a link is to. A parent is named by its application, and often by its grant too. */
function namesOf(type: string | null, { relation, other, date }: FilingLink): readonly string[] {
  const publication = `${rightOf(type)} publication ${other}`;
  if (relation === "publication") return [publication];
  if (grantOfEight.test(other) && (date === null || date >= tenMillion)) return [publication];
  return [`${rightOf(type)} ${other}`, publication];
}

/**
 * Names of the applications and publications whose content a document has whole: what it continues, divides, reissues, or brings into the
 * national stage. Not those before a continuation in part.
 */
export function sameContentOf({ type, links }: FilingDocument): readonly string[] {
  const added = addedOn(links);
  return links.flatMap((link) => {
    const { relation, date } = link;
    const has = sameContent.has(relation) || (relation === ancestor && (added === null || (date ?? "") > added));
    return has ? namesOf(type, link) : [];
  });
}

/** Day of the latest application that was continued in part; `null` for none, `9999` if undated. */
const addedOn = (links: readonly FilingLink[]): string | null =>
  links.reduce<string | null>((latest, { relation, date }) => {
    if (!inPart.has(relation)) return latest;
    return latest === null || (date ?? "9999") > latest ? (date ?? "9999") : latest;
  }, null);

/**
 * The first filings of a document in order: its priorities and provisional applications; a continuation in part is one itself; what claims
 * nothing is its own, or that of the earliest application whose content it has. Empty: unknown.
 */
export function firstFilingsOf(document: FilingDocument): readonly string[] {
  const { type, links } = document;
  const claimed = links.filter(({ relation }) => firstFilings.has(relation)).map(({ other }) => `${rightOf(type)} ${other}`);
  const added = addedOn(links);
  const itself = claimed.length > 0 && added === null ? null : (earliestParent(document, added) ?? ownFiling(document));
  return [...new Set(itself === null ? claimed : [...claimed, itself])].sort();
}

/** The earliest application after `added` (`null`: of all) whose content the document has; `null`: none. */
function earliestParent({ type, links }: FilingDocument, added: string | null): string | null {
  const earlier = links.filter(
    ({ relation, date }) => relation !== "publication" && isSame(relation) && (added === null || (date ?? "") > added),
  );
  const first = earlier.sort((a, b) => compare(a.date ?? "9999", b.date ?? "9999"))[0];
  return first === undefined ? null : `${rightOf(type)} ${first.other}`;
}

const isSame = (relation: string): boolean => sameContent.has(relation) || relation === ancestor;

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
