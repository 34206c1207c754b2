/** Part of a year's growth that is left in the next; assumed, within the 0.8 to 0.98 in which it is usually held. */
const damping = 0.9;

/** Years of undamped growth that `years` years come to, `φ + … + φ^years` with φ = 0.9 (Gardner and McKenzie 1985). */
export const dampedYears = (years: number): number => (damping * (1 - damping ** years)) / (1 - damping);
