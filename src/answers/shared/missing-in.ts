/** Id at the end of the name of an input that tells what is lost without it: `loss without neon`, `criticality of neon`. */
export const missingIn = (input: string): string | null => /^(?:loss without|criticality of) (\S+)$/.exec(input)?.[1] ?? null;
