import { unless } from "../../base/errors.ts";
import { listed } from "../../base/words.ts";
import { readHeader } from "./csv-rows.ts";
import { firstText } from "./text-chunks.ts";

/** What a file is by its first characters. */
export interface SeenFile {
  readonly kind: "xml" | "json" | "table" | "parquet" | "other";
  /** In words, to stand behind "F is not a ...: ". */
  readonly words: string;
}

const headCharacters = 1 << 14;
const mostNamed = 8;

/** What a file seems to be: its outermost element, its keys, its header, or a kind that is no text. */
export async function seenFile(file: string): Promise<SeenFile> {
  const text = await unless(
    ["LM_FILE_UNREADABLE"],
    () => firstText(file, headCharacters),
    () => "",
  );
  const start = text.replace(/^\ufeff/, "").trimStart();
  if (start === "") return { kind: "other", words: "it is empty, or nothing in it can be read" };
  if (start.startsWith("PAR1")) return { kind: "parquet", words: "it is Parquet" };
  const binary = binaryKind(file, start);
  if (binary !== null) return { kind: "other", words: binary };
  if (start.startsWith("<")) return seenXml(start);
  if (/^[[{]/.test(start)) return { kind: "json", words: jsonWords(start) };
  return seenTable(await readHeader(file));
}

/** The name of the outermost element in the beginning of an XML file; `null` where it is none. */
export function outermostElement(head: string): string | null {
  if (!/^(?:\ufeff|ï»¿)?\s*</.test(head)) return null;
  return /<([A-Za-z_][\w:.-]{0,60})[\s>/]/.exec(head.replace(/<!--[\s\S]*?-->|<[?!][^>]*>/g, ""))?.[1] ?? null;
}

function seenXml(start: string): SeenFile {
  const root = outermostElement(start);
  if (root === null) return { kind: "other", words: "it begins as XML, without an element" };
  if (/^html$/i.test(root)) return { kind: "xml", words: "it is a page of a website (HTML)" };
  return { kind: "xml", words: elementWords(root, start) };
}

/** What an XML file is by its outermost element, and by what a search server's answer holds. */
export function elementWords(root: string, head: string): string {
  const words = `its outermost element is <${root}>`;
  if (root !== "response" || !head.includes('name="responseHeader"')) return words;
  return /name="(?:reelNo|patAssigne\w+)"/.test(head)
    ? `${words}, as of an answer of the USPTO's search of assignments; as a table with reel, frame, assignors, assignees and patent they load as \`litigation\``
    : `${words}, as of a search server's answer`;
}

function jsonWords(start: string): string {
  const { list, keys } = outermostKeys(start);
  const what = list ? "a list" : "an object";
  if (keys.length === 0) return `it is JSON, ${what} ${list ? "that does not begin with an object" : "without keys"}`;
  const known = answers.find(({ has }) => has.every((key) => keys.includes(key)));
  return `it is JSON, ${list ? "a list of objects with" : "an object with"} ${quotedNames(keys)}${known === undefined ? "" : `; ${known.words}`}`;
}

/** Answers of offices that hold no documents in a layout that is read, told by their keys. */
const answers: readonly { readonly has: readonly string[]; readonly words: string }[] = [
  {
    has: ["patentBag"],
    words: `an answer of the USPTO's API on single applications; its bulk and search files, with "applicationMetaData", load as \`patent-table uspto-applications\``,
  },
  { has: ["documentBag"], words: "a list of the papers in the file of an application at the USPTO, which tells nothing of the patent" },
  {
    has: ["guid", "publicationReferenceDocumentNumber"],
    words: "records of the USPTO's public search; as a table with its columns they load as `uspto-citations`",
  },
  { has: ["numFound", "perPage"], words: "a page of the USPTO's public search; its records as a table load as `uspto-citations`" },
];

function seenTable(header: readonly string[]): SeenFile {
  const columns = header.filter((column) => column !== "");
  if (columns.length < 2) return { kind: "other", words: "it is text without columns" };
  return { kind: "table", words: `it is a table of ${header.length} columns; it begins with ${quotedNames(columns)}` };
}

/** Names of columns or keys as messages quote them, the first eight. */
export function quotedNames(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).map((name) => `"${name.slice(0, 40)}"`);
  return names.length > mostNamed ? `${shown.join(", ")} and others` : listed(shown);
}

function binaryKind(file: string, start: string): string | null {
  if (start.startsWith("PK"))
    return /\.(xlsx|xlsm|ods)$/i.test(file) ? "it is a spreadsheet; save its table as CSV (UTF-8)" : "it is a zip archive of other files";
  if (/\.xls$/i.test(file)) return "it is a spreadsheet; save its table as CSV (UTF-8)";
  if (start.startsWith("%PDF")) return "it is a PDF; its text is not read";
  return start.includes("\0") ? "it is not text" : null;
}

/** What the outermost value of a JSON text is, and the keys of it or of the first object of it. */
interface JsonKeys {
  readonly list: boolean;
  readonly keys: readonly string[];
}

/** The keys that stand in the beginning of a JSON text, which need not be whole; deeper ones are passed over. */
export function outermostKeys(text: string): JsonKeys {
  const start = text.trimStart();
  const list = start.startsWith("[");
  const wanted = list ? 2 : 1;
  const keys: string[] = [];
  let depth = 0;
  for (const [token, quoted] of start.matchAll(/"((?:[^"\\]|\\.)*)"(?=\s*:)|"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") {
      // Of a list the first object tells.
      if (list && depth === wanted) break;
      depth -= 1;
    } else if (quoted !== undefined && depth === wanted) keys.push(quoted);
  }
  return { list, keys };
}
