const smallest = 4;
const largest = 8.5;

/** Radius in px whose area grows with the logarithm of market size; unknown: the smallest. */
export function radiusScale(sizes: readonly (number | null)[]): (size: number | null) => number {
  const known = sizes.filter((size): size is number => size !== null && size > 0).map(Math.log);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return (size) => {
    if (size === null || size <= 0 || known.length === 0) return smallest;
    const part = high > low ? Math.min(1, Math.max(0, (Math.log(size) - low) / (high - low))) : 0.5;
    return Math.sqrt(smallest ** 2 + part * (largest ** 2 - smallest ** 2));
  };
}
