import { applicationKey } from "../../../link/numbers/application-number.ts";

/** What the parent of a parent is to a publication, by what it is to its own child. */
const earlier: Readonly<Record<string, string>> = {
  continuation: "ancestor",
  division: "ancestor",
  "national-stage": "ancestor",
  "continuation-in-part": "ancestor-in-part",
};

/**
 * The relation of a parent to the publication whose application is `own`, from what it is to `child`: records print a chain of parents whole.
 * Where either number is unknown, the child is the publication.
 */
export function parentRelation(printed: string, child: string | null, own: string | null): string {
  const direct = child === null || own === null || applicationKey("US", child) === own;
  return direct ? printed : (earlier[printed] ?? "family");
}
