/** A command, an option of the command line or a file of the docs, as texts of answers name them. */
const command = /`?\blevermap [a-z]|(?<![\w-])--[a-z]|\bdocs\//;

/** Whether a text tells what to type on the command line, or which file to open. */
export const namesCommand = (text: string): boolean => command.test(text);

/** Options that a page has a choice for, by what the page calls it. */
const choices: Readonly<Record<string, string>> = { "--against": "Against", "--home": "For" };

/** What the operator can do with a command, told where the command stood. */
const byOperator: readonly (readonly [command: RegExp, told: string])[] = [
  [/levermap (?:load|fetch|update)\b/, "The operator of this service can load it."],
  [/levermap measure\b/, "The operator of this service can measure what is loaded."],
  [/levermap cases (?:run|customers)\b/, "The operator of this service can run them."],
];

/** A text for who reads it in a browser: what it says of the command line gives way to what can be done there. */
export function withoutCommands(text: string): string {
  if (!namesCommand(text)) return text;
  const told = text.replace(/ \(`(--[a-z-]+)`\)/g, (_, option: string) => inChoice(option));
  const sentences = told.split(/(?<=[.!?])\s+(?=[A-Z0-9"`])/);
  return [...new Set(sentences.flatMap(sentenceWithout))].join(" ");
}

const inChoice = (option: string): string => (Object.hasOwn(choices, option) ? ` (choose it beside “${choices[option]}”)` : "");

/** The part of a sentence before its command, and who can run it instead. */
function sentenceWithout(sentence: string): readonly string[] {
  if (!namesCommand(sentence)) return [sentence];
  const parts = sentence.split(/(?<=[:;]) /);
  const before = parts.slice(0, parts.findIndex(namesCommand)).join(" ").replace(/[:;]$/, ".");
  const operator = byOperator.find(([runs]) => runs.test(sentence))?.[1];
  return [before, operator ?? ""].filter((each) => each !== "");
}
