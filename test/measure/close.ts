import { expect } from "vitest";

/** Equal within `tolerance` (relative above 1), or both unknown. */
export function expectClose(value: number | undefined, expected: number, tolerance = 1e-12): void {
  if (Number.isNaN(expected) || !Number.isFinite(expected)) expect(value).toBe(expected);
  else expect(Math.abs(value! - expected) / Math.max(1, Math.abs(expected)), `${value} is not ${expected}`).toBeLessThanOrEqual(tolerance);
}
