/** An entry of the Commerce Control List, such as `3B001`, and a paragraph of it, such as `f.1`; `null`: the entry as a whole. */
export interface Eccn {
  readonly item: string;
  readonly paragraph: string | null;
}

/** Parts an ECCN, however its letters are written, with or without a point before the paragraph. */
export const splitEccn = (code: string): Eccn => ({
  item: code.slice(0, 5).toUpperCase(),
  paragraph: code.slice(5).replace(/^\./, "").toLowerCase() || null,
});
