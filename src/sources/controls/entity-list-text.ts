/** What a licence requirement of the Entity List says, and the numbers of the footnotes that stand glued to it. */
export interface Requirement {
  readonly text: string;
  /** In ascending order, each once. */
  readonly footnotes: readonly number[];
}

/** A digit alone behind a bracket, a comma behind one, or `EAR`: the mark of a footnote, not a paragraph or a page. */
const footnote = /(\),?|\bEAR) ?([1-9])(?=\s|$|\)$)/g;

/**
 * Splits the marks of footnotes off a licence requirement.
 * @example requirementOf("(See §§ 734.9(e)(3), and 744.11 of the EAR) 5") // footnotes [5]
 */
export function requirementOf(printed: string): Requirement {
  const numbers = new Set<number>();
  const text = printed.replace(footnote, (_, before: string, digit: string) => {
    numbers.add(Number(digit));
    return before;
  });
  return { text: text.replace(/\s+/g, " ").trim(), footnotes: [...numbers].sort((a, b) => a - b) };
}

/** Behind a point, what goes on is a legal form and still the name. */
const legalForm = /^(?:ltd|inc|co|corp|llc|llp|lp|s\.?a|jsc|ojsc|pjsc|gmbh|b\.?v|n\.?v|pte|pty|plc|limited)\b/i;
/** How an address begins. */
export const addressStart =
  /^(?:No\.? ?\d|\d|P\.? ?O\.? |Room|Rm|Unit|Suite|Bldg|Building|Floor|Block|Flat|Office|ul\.|d\. ?\d|\(Address)/i;

/**
 * Splits an address off the end of a name: what follows a point that ends the name and holds a comma or begins with the `country` of the
 * row, or what follows a comma and begins like an address or ends with a place in the country.
 */
export function withoutAddress(printed: string, country: string): { readonly name: string; readonly address: string | null } {
  for (const { index } of printed.matchAll(/[.,] /g)) {
    const rest = printed.slice(index + 2).trim();
    if (index < 3 || legalForm.test(rest) || /(?:^|[ .])\p{L}\.$/u.test(printed.slice(0, index + 1))) continue;
    const closed = printed[index] === "." && (rest.includes(", ") || (country !== "" && rest.startsWith(country)));
    if (closed || addressStart.test(rest) || endsInCountry(rest, country)) {
      return { name: printed.slice(0, index + 1).replace(/,$/, ""), address: rest };
    }
  }
  return { name: printed, address: null };
}

/** `Johannesburg, South Africa`; the country alone may belong to the name. */
const endsInCountry = (text: string, country: string): boolean =>
  country !== "" && new RegExp(`, ${country.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?:[ .,]*[\\d-]*)\\.?$`, "i").test(text);
