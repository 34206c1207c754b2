/** What one person did about a case. `statement` and `customer` are the digests of what the entry and the customer said then. */
export interface DecisionLine {
  readonly seq: number;
  readonly customer: string;
  readonly entry: string;
  readonly action: "decide" | "confirm" | "refuse" | "undo";
  readonly verdict: CaseVerdict | null;
  /** The proposal that is confirmed or refused. */
  readonly of: number | null;
  readonly note: string | null;
  readonly user: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly statement: string | null;
  readonly customerDigest: string;
  readonly score: number | null;
  /** Whether it takes effect only when a second person confirms it. */
  readonly second: boolean;
  /** Digest of the policy then. */
  readonly policy: string;
}

export const caseVerdicts = ["true", "false", "unsure"] as const;
export type CaseVerdict = (typeof caseVerdicts)[number];

/** What a case's log comes to. */
export interface DecisionState {
  readonly inForce: DecisionLine | null;
  /** Who confirmed what is in force. */
  readonly confirmedBy: string | null;
  /** Waits for a second person. */
  readonly proposed: DecisionLine | null;
}

const nothing: DecisionState = { inForce: null, confirmedBy: null, proposed: null };

/** Follows the log of one case, in order. A proposal counts from its confirmation by another person; undo leaves the case open. */
export const decisionState = (lines: readonly DecisionLine[]): DecisionState => lines.reduce(follow, nothing);

function follow(state: DecisionState, line: DecisionLine): DecisionState {
  const isOfProposal = state.proposed !== null && line.of === state.proposed.seq && line.user !== state.proposed.user;
  switch (line.action) {
    case "decide":
      return line.second ? { ...state, proposed: line } : { inForce: line, confirmedBy: null, proposed: null };
    case "confirm":
      return isOfProposal ? { inForce: state.proposed, confirmedBy: line.user, proposed: null } : state;
    case "refuse":
      return line.of === state.proposed?.seq ? { ...state, proposed: null } : state;
    case "undo":
      return state.proposed === null ? nothing : { ...state, proposed: null };
  }
}
