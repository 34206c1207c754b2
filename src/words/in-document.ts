import { type Language, languages } from "./language.ts";
import { wordsIn } from "./words-in.ts";

/** A document that the build has made, with its language, title, description and what it says without scripts in another language. */
export function inDocument(html: string, language: Language): string {
  const words = wordsIn(language);
  const told = (text: string): string =>
    (words?.say(text) ?? [text]).map((part) => (typeof part === "string" ? part : part.given)).join("");
  return html
    .replace('<html lang="en">', `<html lang="${languages[language].tag}">`)
    .replace(/(<title>)([^<]+)(?=<\/title>)/, (_, before: string, text: string) => before + told(text))
    .replace(/(<noscript>)([^<]+)(?=<\/noscript>)/, (_, before: string, text: string) => before + told(text))
    .replace(/(<meta name="description" content=")([^"]+)(?=")/, (_, before: string, text: string) => before + told(text));
}
