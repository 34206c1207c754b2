import { askedLanguage, type Language, languageOfTag } from "../../../src/words/language.ts";
import { speak } from "./spoken.ts";

/** The language that the page was served in. */
export const pageLanguage = (): Language => languageOfTag(document.documentElement.lang);

/** The language that its address asks for; `undefined`: none. */
export const askedInPage = (): Language | undefined =>
  askedLanguage(new URLSearchParams(window.location.search).get("lang") ?? undefined) ?? undefined;

/** Learns the words of the page's language, so that all that is drawn from now on is in it. */
export async function learnPageLanguage(): Promise<void> {
  if (pageLanguage() === "en") return;
  const { wordsIn } = await import("../../../src/words/words-in.ts");
  speak(wordsIn(pageLanguage()));
}
