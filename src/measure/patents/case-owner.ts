import type { RecordedCase } from "./distinct-cases.ts";

type Parties = Pick<RecordedCase, "kind" | "plaintiff"> & { readonly defendant: string | null };

/** Who owns the patents of a case: the defendant of a review, the plaintiff of any other. */
export const caseOwner = ({ kind, plaintiff, defendant }: Parties): string | null => (kind === "review" ? defendant : plaintiff);

/** The other side: who asks for a review, the defendant of any other case. */
export const caseOpponent = ({ kind, plaintiff, defendant }: Parties): string | null => (kind === "review" ? plaintiff : defendant);

/** The kind of holder as far as a record marks it: `(NPE)` or `(PAE)` after the name is an assertion entity; else unknown. */
export function caseOwnerKind(parties: Parties): string | null {
  return /\((?:NPE|PAE)\)/.test(caseOwner(parties) ?? "") ? "assertion-entity" : null;
}
