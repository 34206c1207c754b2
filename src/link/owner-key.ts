import { nameKey } from "./name-key.ts";

const byName = "name:";

/** Id of a firm or owner that goes by a name alone: `name:nordworksltd/no`, without the last part where its economy is not known. */
export const ownerKey = (name: string, economy: string | null): string =>
  byName + nameKey(name) + (economy === null ? "" : `/${economy.toLowerCase()}`);

export const isOwnerKey = (id: string): boolean => id.startsWith(byName);
