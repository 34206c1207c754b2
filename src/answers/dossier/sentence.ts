import type { DossierSentence } from "./dossier-report.ts";

/** What a sentence tells beside its words. */
type Beside = Partial<Pick<DossierSentence, "interval" | "unit" | "command">> & { readonly sources?: readonly (string | null)[] };

/** A sentence of a dossier; each source once. */
export const sentence = (text: string, { interval = null, unit = null, command = null, sources = [] }: Beside = {}): DossierSentence => ({
  text,
  interval,
  unit,
  command,
  sources: [...new Set(sources)].filter((source) => source !== null),
});
