import type { Entry } from "./book.ts";
import { readReason } from "./reasons.ts";
import { namedParagraphs } from "./scope.ts";

/** Whether an entry has a paragraph in its text or reasons. `unclear`: paragraph texts are not loaded. `null` is the whole entry. */
export function hasParagraph({ item, paragraphs, reasons }: Entry, paragraph: string | null): "yes" | "no" | "unclear" {
  const above = (each: string | null): boolean => each === paragraph || (each?.startsWith(`${paragraph}.`) ?? false);
  if (paragraph === null || paragraphs.some((each) => above(each.paragraph))) return "yes";
  if (reasons.some((row) => namedParagraphs(readReason(row).scope).some(above))) return "yes";
  return item.full === 1 ? "no" : "unclear";
}

const beside = 2;

/** Parent and nearest siblings of a missing paragraph. */
export function nearestParagraphs(paragraphs: Entry["paragraphs"], missing: string): readonly string[] {
  const known = new Set(paragraphs.flatMap(({ paragraph }) => paragraph ?? []));
  let above = missing;
  do above = above.slice(0, Math.max(0, above.lastIndexOf(".")));
  while (above !== "" && !known.has(above));
  const depth = above === "" ? 1 : above.split(".").length + 1;
  const place = missing.split(".").slice(0, depth).join(".");
  const siblings = [...known]
    .filter((each) => each.split(".").length === depth && (above === "" || each.startsWith(`${above}.`)))
    .sort(byStep);
  const before = siblings.filter((each) => byStep(each, place) < 0).slice(-beside);
  const after = siblings.filter((each) => byStep(each, place) > 0).slice(0, beside);
  return [...(above === "" ? [] : [above]), ...before, ...after];
}

/** List order: `a` to `z`, then `aa`; 2 before 10. */
function byStep(a: string, b: string): number {
  const [of, other] = [a.split("."), b.split(".")];
  const at = of.findIndex((step, place) => step !== other[place]);
  const [step, against] = [of[at] ?? "", other[at] ?? ""];
  return at < 0 ? 0 : step.length - against.length || step.localeCompare(against);
}
