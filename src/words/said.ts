/** A part of what is said: words of the language, or a text that stays as it was given, as names do. */
export type Said = string | { readonly given: string };

/** A language as pages speak it. */
export interface Words {
  readonly tag: string;
  /** The text in this language; `null`: it has no words for it. */
  readonly say: (text: string) => readonly Said[] | null;
}

/** Parts of what is said as one text. */
export const plainText = (said: readonly Said[]): string => said.map((part) => (typeof part === "string" ? part : part.given)).join("");
