import { spoken } from "../words/spoken.ts";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const marks = new Map(Object.entries(escapes).map(([mark, written]) => [written, mark]));
const unescaped = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (found) => marks.get(found) ?? found);
const escaped = (text: string): string => text.replace(/[&<>"']/g, (found) => escapes[found] ?? found);

/** An English article as HTML, with those of its texts told in the language of the page for which there are words in whole, and marked as such. */
export function articleInWords(html: string, tag: string): string {
  const words = spoken();
  if (words === null) return html;
  return html.replace(/>([^<>]*[A-Za-z][^<>]*)</g, (whole, text: string) => {
    const said = words.say(unescaped(text).replace(/\s+/g, " ").trim());
    if (said === null || !said.every((part) => typeof part === "string")) return whole;
    return `><span lang="${tag}">${escaped(said.join(""))}</span><`;
  });
}
