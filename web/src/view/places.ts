/** The places of the site, in the order in which a header leads to them: path and name. */
export const places = [
  ["map", "Map"],
  ["leverage", "Leverage"],
  ["scenarios", "Scenarios"],
  ["plans", "Plans"],
  ["patents", "Patents"],
  ["controls", "Controls"],
  ["screen", "Screen"],
  ["backtests", "Trust"],
  ["data", "Data"],
  ["method", "Method"],
  ["api", "API"],
] as const;
