const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** Text with its HTML entities resolved once and its blanks collapsed. */
export const plainText = (text: string): string =>
  text
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (whole, decimal, hex, name) => {
      if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/\s+/g, " ")
    .trim();

/** The first claim of the text of all claims, where they are numbered; `null` where the numbers do not show it. */
export function firstClaim(claims: string): string | null {
  const [, first] = /^.{0,80}?(?:^|\s)1\s*[.)]\s+(.+?)(?=\s2\s*[.)]\s+\S|$)/su.exec(plainText(claims)) ?? [];
  return first ?? null;
}
