const prefix = "owned/";

/** What stands in place of an entry of a list where listed parties own a customer: `owned/ofac-50-percent`. */
export const ownedEntry = (rule: string): string => prefix + rule;

export const isOwnedEntry = (entry: string): boolean => entry.startsWith(prefix) && !entry.includes("/", prefix.length);
