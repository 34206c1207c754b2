/** Languages of the interface, each by the tag that pages bear and its own name. What pages tell of data and evidence is English in all of them, and of findings what no words are known for. */
export const languages = { en: { tag: "en", name: "English" }, zh: { tag: "zh-Hans", name: "中文" } } as const;

export type Language = keyof typeof languages;

const isLanguage = (word: string): word is Language => Object.hasOwn(languages, word);

/** The language that an address asks for; `null`: none that there is. */
export const askedLanguage = (word: string | undefined): Language | null => (word !== undefined && isLanguage(word) ? word : null);

/** The first language of a header `Accept-Language` that there is, English where there is none. Of the scripts of Chinese the simplified one is there. */
export function acceptedLanguage(header: string | undefined): Language {
  const wanted = (header ?? "")
    .slice(0, 1000)
    .split(",")
    .map((part) => {
      const [range = "", ...parameters] = part.trim().toLowerCase().split(";");
      const weight = parameters.map((each) => /^\s*q=([\d.]+)\s*$/.exec(each)?.[1]).find((each) => each !== undefined);
      return { range, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { range } of wanted) {
    const [language = ""] = range.split("-");
    if (isLanguage(language) && !traditional.test(range)) return language;
  }
  return "en";
}

const traditional = /^zh-(?:hant|tw|hk|mo)\b/;

/** The language of a tag that a page bears. */
export const languageOfTag = (tag: string): Language =>
  (Object.keys(languages) as Language[]).find((each) => languages[each].tag === tag) ?? "en";
