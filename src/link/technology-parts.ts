import { groupBy } from "../base/group-by.ts";
import { once, readLinkTable } from "./link-table.ts";

const parts = once(() => groupBy(readLinkTable("technology-parts"), ({ technology = "" }) => technology));

/** Technologies that the map keeps beside another, since their supply differs, but whose patents are part of that one's. */
export const partsOf = (technology: string): readonly string[] => (parts().get(technology) ?? []).map(({ part = "" }) => part);
