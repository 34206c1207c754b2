import type { Customer } from "./customer.ts";
import { identifierText } from "./customer.ts";

/** What beside the name speaks for or against a match; `unknown`: the list as loaded does not tell, or tells something that decides nothing. */
export interface OtherEvidence {
  readonly field: "country" | "born" | "identifier" | "address";
  readonly customer: string;
  readonly listed: string | null;
  readonly says: "for" | "against" | "unknown";
}

/** What a list tells of a party beside its names. */
export interface ListedFacts {
  readonly economies: readonly string[];
  readonly addresses: readonly string[];
  readonly remark: string | null;
  readonly native: string | null;
}

/** Identifiers with fewer letters and figures stand in other texts by chance. */
const shortestIdentifier = 5;
/** Part of the words of an address that another has to share (assumed). */
const sharedWords = 0.5;

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
const wordsOf = (text: string): readonly string[] => [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [])];

/**
 * All that is known of a customer beside its names, held against what a list tells of the party. It does not change the score: nothing is
 * left out, and what the list does not tell is unknown, never against.
 */
export function otherEvidence(
  { country, countryAs, born, identifiers, addresses }: Customer,
  listed: ListedFacts,
): readonly OtherEvidence[] {
  const economies = listed.economies.length === 0 ? null : listed.economies.join(", ");
  const texts = [listed.native, listed.remark, ...listed.addresses].flatMap((text) => text ?? []);
  return [
    ...(country === null
      ? []
      : [{ field: "country", customer: country, listed: economies, says: placeSays(country, listed.economies) } as const]),
    ...(countryAs === null ? [] : [{ field: "country", customer: countryAs, listed: economies, says: "unknown" } as const]),
    ...(born === null ? [] : [{ field: "born", customer: born, listed: null, says: "unknown" } as const]),
    ...identifiers.map((each): OtherEvidence => {
      const found =
        plain(each.value).length < shortestIdentifier ? undefined : texts.find((text) => plain(text).includes(plain(each.value)));
      return { field: "identifier", customer: identifierText(each), listed: found ?? null, says: found === undefined ? "unknown" : "for" };
    }),
    ...addresses.map((address): OtherEvidence => {
      const found = listed.addresses.find((other) => isAlike(address, other));
      const shown = found ?? (listed.addresses.length === 0 ? null : listed.addresses.join("; "));
      return { field: "address", customer: address, listed: shown, says: found === undefined ? "unknown" : "for" };
    }),
  ];
}

const placeSays = (country: string, economies: readonly string[]): OtherEvidence["says"] =>
  economies.length === 0 ? "unknown" : economies.includes(country) ? "for" : "against";

function isAlike(address: string, other: string): boolean {
  const [own, others] = [wordsOf(address), new Set(wordsOf(other))];
  const shared = own.filter((word) => others.has(word));
  return shared.length >= 2 && shared.length >= sharedWords * Math.min(own.length, others.size);
}
