import { LevermapError } from "../../base/errors.ts";

const form = /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,63}$/u;

/** The name of a user in one spelling, so that nobody is two by a capital letter. */
export const userKey = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

/** Whether a text in that spelling is one word of letters, figures and `. _ @ + -`. */
export const isUser = (key: string): boolean => form.test(key);

/** Who does something. Throws LM_USER_NEEDED where nobody or no such word is given. */
export function requireUser(given: string | undefined): string {
  const user = userKey(given ?? "");
  if (isUser(user)) return user;
  const message = user === "" ? "A user has to be named for this." : `"${given}" is not the name of a user.`;
  throw new LevermapError("LM_USER_NEEDED", message, { user: given ?? null });
}

/** The same where it may stay open. */
export const maybeUser = (given: string | undefined): string | null =>
  given === undefined || given.trim() === "" ? null : requireUser(given);
