import { groupBy } from "../base/group-by.ts";
import { once, readLinkTable } from "./link-table.ts";

const parts = once(() => groupBy(readLinkTable("technology-parts"), ({ technology = "" }) => technology));

/** Technologies with separate supply whose patents belong to another technology. */
export const partsOf = (technology: string): readonly string[] => (parts().get(technology) ?? []).map(({ part = "" }) => part);
