import type { Column } from "./view.ts";

/** Columns by their titles: `share>` is aligned right, `technology~` gives way where there is little room. */
export const columns = (...titles: readonly string[]): readonly Column[] =>
  titles.map((title) => {
    if (title.endsWith(">")) return { title: title.slice(0, -1), align: "right" };
    return title.endsWith("~") ? { title: title.slice(0, -1), flexible: true } : { title };
  });
