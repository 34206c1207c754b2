import type { RecordedCase } from "./distinct-cases.ts";

type Parties = Pick<RecordedCase, "kind" | "plaintiff"> & { readonly defendant: string | null };

/** Owner in a case: the defendant of a review, else the plaintiff. */
export const caseOwner = ({ kind, plaintiff, defendant }: Parties): string | null => (kind === "review" ? defendant : plaintiff);

/** The other side. */
export const caseOpponent = ({ kind, plaintiff, defendant }: Parties): string | null => (kind === "review" ? plaintiff : defendant);

/** `(NPE)` or `(PAE)` after the name marks an assertion entity; else unknown. */
export function caseOwnerKind(parties: Parties): string | null {
  return /\((?:NPE|PAE)\)/.test(caseOwner(parties) ?? "") ? "assertion-entity" : null;
}
