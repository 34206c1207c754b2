import { type ControlChain, controlChain, half } from "./control-chain.ts";
import { multiplied } from "./multiplied.ts";
import { type OwnershipGraph, type Part, tolerance } from "./stakes.ts";
import { type Upstream, upstreamOf } from "./upstream.ts";

/** Whether a part is a half or more: for all that is not known, for none of it, or only for some. */
export type HalfAnswer = "yes" | "no" | "not known";

/** Whether listed parties own a half or more of one party, with what it was reckoned from. */
export interface OwnedByListed {
  readonly answer: HalfAnswer;
  /** As the 50 percent rules count. */
  readonly counted: Part;
  /** Shares multiplied along chains. */
  readonly multiplied: Part;
  readonly chain: ControlChain;
  readonly upstream: Upstream;
}

/** A half or more, up to the tolerance of sums of shares. */
export function answerOf({ low, high }: Part): HalfAnswer {
  if (low >= half - tolerance) return "yes";
  return high < half - tolerance ? "no" : "not known";
}

/**
 * Whether listed parties own a half or more of a party in sum, directly and through firms. Exact over all values of what is not known:
 * shares within their bounds, owners that no row names, owners of owners, and parties that may be listed. What is not known is never "no".
 */
export function ownedByListed(graph: OwnershipGraph, party: string, most?: number): OwnedByListed {
  const upstream = upstreamOf(graph, party, most);
  const chain = controlChain(graph, upstream);
  const counted = chain.parts.get(party) as Part;
  return { answer: answerOf(counted), counted, multiplied: multiplied(graph, upstream).get(party) as Part, chain, upstream };
}
