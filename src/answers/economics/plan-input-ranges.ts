/** What an input of a unit can be, both ends included: outside of it a figure is impossible, or nothing can be computed from it. */
const ranges: Readonly<Record<string, readonly [number, number]>> = {
  "USD m": [0, 1e6],
  "researcher-years": [0.1, 1e7],
  "researcher-years a family": [0.01, 1000],
  "times the money of research": [0, 100],
  "part of the researchers": [0, 1],
  "part of the effort": [0, 10],
  "part of the work": [0, 1],
  "part of the capital": [0, 1],
  "USD of capital a USD of yearly output": [0, 100],
  exponent: [0.5, 10],
  correlation: [0, 1],
  "families a year, power of ten": [0, 6],
  firms: [1, 1000],
  families: [1, 1e4],
  years: [0, 50],
  "years from a floor": [0, 50],
  "years from the first": [1, 50],
  "a year": [0.001, 1],
  chance: [0, 1],
  "chance a family": [0, 1],
  "chance in a year": [0, 0.99],
  "part of citations": [0, 1],
  "part of the damped growth": [0, 1],
  "part of sales": [0, 1],
};

/** What is wrong with the ends of an input of a unit; none where they can be, or no range of the unit is known. */
export function outOfRange(id: string, unit: string, { low, high }: { readonly low: number; readonly high: number }): readonly string[] {
  const range = ranges[unit];
  if (range === undefined || (low >= range[0] && high <= range[1])) return [];
  return [`${id} (${unit}) is from ${range[0]} to ${range[1]}, not ${low === high ? low : `${low} to ${high}`}`];
}
