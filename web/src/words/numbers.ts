const fine = new Intl.NumberFormat("en", { maximumSignificantDigits: 2 });
const three = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

/** A fraction as per cent: without decimals unless below 1. */
export function percent(fraction: number): string {
  const value = fraction * 100;
  if (value === 0) return "0%";
  if (value < 0.1) return "<0.1%";
  return `${value < 1 ? fine.format(value) : Math.round(value)}%`;
}

/** A range of fractions, such as `48–71%`; one number where both ends read the same. */
export function percentRange(low: number, high: number): string {
  const [from, to] = [percent(low), percent(high)];
  return from === to ? from : `${from.replace("%", "")}–${to}`;
}

/** A score: middle and interval, such as `62% (48–71%)`; one number where all three read the same. */
export function percentInterval([low, middle, high]: readonly [number, number, number]): string {
  const [words, around] = [percent(middle), percentRange(low, high)];
  return words === around ? words : `${words} (${around})`;
}

/** USD from billions, such as `USD 4.2 B` or `USD 310 M`. */
export function usd(billions: number): string {
  if (billions >= 1000) return `USD ${three.format(billions / 1000)} T`;
  return billions >= 1 ? `USD ${three.format(billions)} B` : `USD ${three.format(billions * 1000)} M`;
}

/** Money with its interval from USD bn, such as `USD 4.2 B (3–5.1 B)`; `unknown` where nobody published what it takes. */
export function usdInterval(amount: readonly [number, number, number] | null): string {
  if (amount === null) return "unknown";
  const [low, middle, high] = amount.map((billions) => (billions < 0.0005 ? "USD 0" : usd(billions)));
  return low === high ? `${middle}` : `${middle} (${low?.replace("USD ", "")} to ${high?.replace("USD ", "")})`;
}

/** Any other number: three significant digits. */
export const number = (value: number): string => three.format(value);

/** A range of numbers; an unknown end is said so. */
export function range(low: number | null, high: number | null): string {
  if (low === null && high === null) return "unknown";
  if (low === null) return `at most ${number(high ?? 0)}`;
  if (high === null) return `at least ${number(low)}`;
  return number(low) === number(high) ? number(low) : `${number(low)}–${number(high)}`;
}
