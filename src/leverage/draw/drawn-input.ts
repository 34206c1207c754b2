/** One number that a run draws, and where its interval comes from. */
export interface DrawnInput {
  readonly key: number;
  readonly technology: string | null;
  /** Name of the parameter, or what of the map it is: `share of NL`, `degradation by etch`. */
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly assumed: boolean;
  readonly source: string | null;
}
