/** Inventions (patents, utility models, reissues), designs and plants are counted apart and never share a family. */
export const rights = ["invention", "design", "plant"] as const;
export type Right = (typeof rights)[number];

/** The right of a type as in the table `patent`; `null` counts as an invention. */
export const rightOf = (type: string | null): Right => (type === "design" || type === "plant" ? type : "invention");
