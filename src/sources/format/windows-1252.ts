/**
 * What Windows-1252 has at 0x80 to 0x9f, where Latin-1 has control characters; the five unused bytes stay what they are. By hand, since the
 * `TextDecoder` of Node 20.20.2 (the only one tried) gives the control characters.
 */
const high =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/** Decodes Windows-1252 bytes; every byte has a meaning, so this cannot fail. */
export const decodeWindows1252 = (bytes: Buffer): string =>
  bytes.toString("latin1").replace(/[\x80-\x9f]/g, (character) => high.charAt(character.charCodeAt(0) - 0x80));
