/** Width of a text in px at the label's size. */
export type Measure = (text: string) => number;

const lineLimit = 4;

/** Words of a label; a long word may break after a hyphen. */
export const words = (text: string): readonly string[] =>
  text.split(/\s+/).flatMap((word) => (word.length > 10 ? word.split(/(?<=\w{3}-)(?=\w{3})/) : [word]));

/** Breaks a label into at most four lines of `width` px; only what will not fit even so is cut, with an ellipsis. */
export function wrap(text: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const [index, part] of text.split(/\s+/).entries()) {
    for (const [place, word] of words(part)
      .flatMap((piece) => breakWord(piece, width, measure))
      .entries()) {
      const longer = index > 0 && place === 0 ? `${line} ${word}` : line + word;
      if (line !== "" && measure(longer) > width) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    }
  }
  if (line !== "") lines.push(line);
  if (lines.length <= lineLimit) return lines;
  return [...lines.slice(0, lineLimit - 1), cut(lines.slice(lineLimit - 1).join(" "), width, measure)];
}

/** A word too wide for a line breaks anywhere. */
function breakWord(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word];
  const characters = [...word];
  let fits = characters.length - 1;
  while (fits > 1 && measure(characters.slice(0, fits).join("")) > width) fits--;
  if (fits < 1) return [word];
  return [characters.slice(0, fits).join(""), ...breakWord(characters.slice(fits).join(""), width, measure)];
}

function cut(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && measure(`${characters.join("")}…`) > width) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}
