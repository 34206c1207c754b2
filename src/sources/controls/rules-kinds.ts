/** What a rule does, by the words of its title; a title may tell of several, and most tell of none. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/\bsuspension\b|\btemporary general licen[cs]e\b.*\bextension\b/i, "suspension"],
  [/\bentity list\b|\bdenied persons\b|\bdenial order\b|\bunverified list\b|\bmilitary end.user\b.*\blist\b/i, "listed-party"],
  [/\bdirect product\b/i, "direct-product"],
  [/\bend.use\b|\bend.user controls\b|\bvalidated end.user\b/i, "end-use"],
  [
    /\bcommerce control list\b|\bcontrols? (?:on|of|for)\b.*\b(?:computing|semiconductor|technolog|items|commodit)|\bexport controls:|\bcontrols: .*\b(?:items|computing)|\bECCN\b|\bexport control classification\b/i,
    "item",
  ],
  [/\btariffs?\b|\bsection (?:232|301)\b|\bduties\b/i, "tariff"],
];

/** Joined by `;`, in a fixed order; `null` where the title tells of none. */
export const ruleKind = (title: string): string | null =>
  kinds
    .filter(([words]) => words.test(title))
    .map(([, kind]) => kind)
    .join(";") || null;

/** The number of a document of the Federal Register in its address. */
export const documentNumber = (url: string): string | null =>
  /federalregister\.gov\/(?:d|documents\/\d{4}\/\d\d\/\d\d)\/((?:[A-Z]\d-)?\d{2,4}-\d{4,5})/.exec(url)?.[1] ?? null;

/** The day of publication in such an address. */
export function publishedIn(url: string): string | null {
  const [, year, month, day] = /federalregister\.gov\/documents\/(\d{4})\/(\d\d)\/(\d\d)\//.exec(url) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
}
