/** Damping per year; assumed, within the usual 0.8 to 0.98. */
const damping = 0.9;

/** Equivalent years of undamped growth after `years` years: `φ + … + φ^years`, φ = 0.9 (Gardner and McKenzie 1985). */
export const dampedYears = (years: number): number => (damping * (1 - damping ** years)) / (1 - damping);
