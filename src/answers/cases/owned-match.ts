import { say } from "../../base/message.ts";
import type { Statement } from "../../screen/cases/statement.ts";
import type { Part } from "../../screen/ownership/stakes.ts";
import type { OwnershipState } from "../screen/rule-owners.ts";

/** An owner, near or far, that a list has, or may have. */
export interface ListedOwner {
  readonly owner: string;
  readonly list: string;
  /** Key of the entry, the same in every copy of the list. */
  readonly entry: string;
  readonly party: string;
  readonly certain: boolean;
}

/** A rule by which listed parties own a half or more of a customer in sum, or may. */
export interface OwnedMatch extends Pick<OwnershipState, "state"> {
  readonly kind: "owned";
  readonly entry: string;
  /** 1 where they do for certain, else the greatest part that they may own. */
  readonly score: number;
  readonly rule: string;
  readonly title: string;
  readonly issuer: string;
  readonly citation: string;
  /** Lists of the listed owners, and their names. */
  readonly list: string;
  readonly name: string;
  /** Names of the customer in tables of owners. */
  readonly asked: string;
  readonly answer: "yes" | "perhaps";
  /** The part that counts as theirs; the same with shares multiplied along chains. */
  readonly counted: Part;
  readonly multiplied: Part;
  readonly owners: readonly ListedOwner[];
  /** The sums, one a firm, the farthest first. */
  readonly sums: readonly string[];
  /** Lists of the rule that were not loaded. */
  readonly notLoaded: readonly string[];
}

/** What a decision on such a case belongs to: the sums, who is listed, and the state of the rule. */
export const ownedStatement = ({ entry, issuer, title, citation, state, answer, owners, sums }: OwnedMatch): Statement => ({
  entry,
  list: "owned",
  origin: issuer,
  name: title,
  kind: "owned",
  ...{ names: [], economies: [], addresses: [] },
  links: [...new Set(owners.map(ownerText))].sort(),
  owners: [...new Set(sums)].sort(),
  footnotes: null,
  requirement: say("owned-match.a-half-or-more", { answer }),
  policy: state,
  programme: null,
  remark: null,
  citation,
  ended: null,
});

/** `Sund Works is Sund Works Co on us-entity-list`. */
export const ownerText = ({ owner, certain, party, list }: ListedOwner): string =>
  say("owned-match.on", { owner, mayBe: certain ? "is" : "may be", party, list });
