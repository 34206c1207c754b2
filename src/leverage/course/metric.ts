/**
 * Numbers of an outcome at a horizon, for the month that begins there; `mean`, `...Mean`: average since the previous horizon; `average`,
 * `...Average`: since the start.
 * - `loss`: running output lost, over final products by value or of one (a firm: over those touched, in a drawn mix)
 * - `growth`: new capacity not added up to the horizon, relative to present output
 * - `use`: unmet use of a withheld final product
 * - `usd`, `useUsd`: the same in USD bn a year, without unpriced products
 * - `outsourcedUsd`: of it, lost sales of products that designers seated there have made elsewhere, USD bn a year
 * - `sales`, `downstream`, `lasting`: a sender's cost, USD bn a year: lost sales, unmet downstream use, sales lost to new makers
 * - `otherSales`: sales lost by others whom a sender's rule reaches
 */
export type MetricKind =
  | "loss"
  | "mean"
  | "average"
  | "growth"
  | "use"
  | "useAverage"
  | "usd"
  | "usdMean"
  | "usdAverage"
  | "useUsd"
  | "useUsdMean"
  | "useUsdAverage"
  | "outsourcedUsd"
  | "sales"
  | "salesMean"
  | "downstream"
  | "lasting"
  | "otherSales";

export interface Metric {
  readonly kind: MetricKind;
  /** Index of a target or sender; `null`: neither. */
  readonly target: number | null;
  readonly sender: number | null;
  /** A final product; `null`: all. */
  readonly product: number | null;
  /** Index of the horizon; 0 if it has none. */
  readonly horizon: number;
}
