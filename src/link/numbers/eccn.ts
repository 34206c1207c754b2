/** An entry of the Commerce Control List, such as `3B001`, and a paragraph, such as `f.1`; `null`: the whole entry. */
export interface Eccn {
  readonly item: string;
  readonly paragraph: string | null;
}

/** Splits an ECCN in any notation: `3b001F1` is `f.1` of `3B001`. */
export const splitEccn = (code: string): Eccn => ({
  item: code.slice(0, 5).toUpperCase(),
  paragraph: stepsOf(code.slice(5)).join(".") || null,
});

const stepsOf = (printed: string): readonly string[] => printed.toLowerCase().match(/[a-z]+|\d+/g) ?? [];

/** Parses `3B001.f.1.`, `3B001f1`, `ECCN 3B001 f 1`, `3B001(f)(1)`; `null` for other text (steps are short; letters, numbers alternate). */
export function readEccn(written: string): Eccn | null {
  const code = written.trim().replace(/^eccn\b:?\s*/i, "");
  const rest = code.slice(5);
  if (!/^\d[A-E]\d{3}$/i.test(code.slice(0, 5)) || !/^(?:[\s.(][a-z\d\s.()]*|[a-z][a-z\d.()]*)?$/i.test(rest)) return null;
  const steps = stepsOf(rest);
  const isPath = steps.every((step, at) => step.length <= 2 && /^[a-z]/.test(step) === (at % 2 === 0));
  return isPath || !/\s/.test(rest) ? splitEccn(code) : null;
}
