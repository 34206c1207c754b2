import { extractText, getDocumentProxy, getMeta } from "unpdf";

/** What another reader of PDF finds in a file. */
export async function pdfText(bytes: Uint8Array): Promise<{ readonly title: string; readonly pages: readonly string[] }> {
  const file = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(file, { mergePages: false });
  const { info } = await getMeta(file);
  return { title: String(info.Title), pages: text.map((page) => page.replace(/\s+/g, " ")) };
}
