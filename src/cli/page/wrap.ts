const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;
const combining = /\p{Mark}/u;

/** Columns a text takes on a terminal: Chinese, Japanese and Korean letters take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += combining.test(letter) ? 0 : wide.test(letter) || letter > "\uffff" ? 2 : 1;
  return width;
}

/** Breaks a text into lines of at most `width` columns, between words where it can. At least one line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text
    .split(/\s+/)
    .filter((each) => each !== "")
    .flatMap((each) => pieces(each, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** Cuts a word that is wider than a line. */
function pieces(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const letter of word) {
    if (part !== "" && displayWidth(part + letter) > width) {
      parts.push(part);
      part = "";
    }
    part += letter;
  }
  return [...parts, part];
}

/** A text in lines of `width` columns, each but the first set in by `indent`. */
export function paragraph(text: string, width: number, indent = ""): string {
  return wrap(text, Math.max(10, width - displayWidth(indent))).join(`\n${indent}`);
}
