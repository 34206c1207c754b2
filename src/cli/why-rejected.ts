/** Where what a layout rejects is told: nothing where it rejects nothing. */
export const whyRejected = (rejects: number): readonly string[] =>
  rejects > 0 ? ["What is rejected, a file that breaks off among it, and why: `levermap status --rejects`, once it is loaded."] : [];
