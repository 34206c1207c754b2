import { documentKey, documentName } from "../../../link/document-number.ts";

/** Examined publications of a year had serials below this; greater ones belong to the numbers of patents since 1996. */
const examinedSerials = 100_000;

/**
 * The key of a document as KIPO prints it in a refusal: numbers are filled with zeros (`EP02312621 A1`), Japanese ones carry the
 * emperor's year without its letter (`JP62007130 A`), Korean ones may lack the country. `null` where it is a paper.
 */
export function kipoDocument(printed: string): string | null {
  const text = printed.normalize("NFKC").trim();
  if (/^[12]0-(?:19|20)\d{2}-\d{7}$/.test(text)) return documentKey("KR", text);
  const [, year, serial, kind] = /^JP(?:평성|소화)?(\d{2})(\d{6}) ([A-Z]\d?)$/.exec(text) ?? [];
  if (year !== undefined && serial !== undefined) {
    const patent = kind?.startsWith("B") && Number(serial) > examinedSerials;
    return documentKey("JP", patent ? String(Number(year + serial)) : `${Number(year) > 31 ? "S" : "H"}${year}-${serial}`);
  }
  const [, european] = /^EP0(\d{7}) [A-Z]\d$/.exec(text) ?? [];
  return european === undefined ? (documentName(text)?.document ?? null) : documentKey("EP", european);
}
