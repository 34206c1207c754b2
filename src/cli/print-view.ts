import { present } from "../base/collections.ts";
import { counted } from "../base/format.ts";
import { lowered } from "../base/words.ts";
import { blockTitle } from "../report/cell.ts";
import type { Block, View } from "../report/view.ts";
import { toldInEnglish } from "../words/tell.ts";
import type { Page } from "./command.ts";
import { shortSourcesLine, sourcesLine } from "./page/findings.ts";
import { displayWidth, paragraph, wrap } from "./page/wrap.ts";
import { blockLines, leastLines } from "./print-block.ts";

export interface PrintOptions {
  /** All of it, the details too. */
  readonly details?: boolean;
}

/** Lines of what is printed without details, at `usualWidth` columns or more; a narrower page has more lines. */
export const mostLines = 25;
const usualWidth = 100;
const mostFindingLines = 4;

/** A view as text: the finding first, then its blocks; what does not fit into 25 lines is left to `--details`, as the last line says. What was asked for comes on top of them. */
export function printView(view: View, page: Page, { details = false }: PrintOptions = {}): string {
  const told = toldInEnglish(view);
  return (details ? wholeLines(told, page) : shortLines(told, page)).join("\n");
}

function wholeLines({ finding, limit, blocks, asked = [], details, evidence }: View, page: Page): string[] {
  const { style, width } = page;
  const limits = [...new Set([...(limit === undefined ? [] : [limit]), ...(evidence?.limits ?? [])])];
  return [
    style.strong(paragraph(finding, width)),
    ...[...blocks, ...asked, ...details].flatMap((block) => blockLines(block, page).lines),
    ...(limits.length > 0 ? ["", style.strong("Limits"), ...limits.map((each) => `- ${paragraph(each, width - 2, "  ")}`)] : []),
    ...(evidence ? ["", paragraph(sourcesLine(evidence), width)] : []),
  ];
}

function shortLines(view: View, page: Page): string[] {
  const { style, width } = page;
  const head = view.isPage === true ? { lines: wrap(view.finding, width), cut: false } : shortFinding(view.finding, width);
  const tail = [
    ...(view.limit === undefined ? [] : wrap(view.limit, width)),
    ...(view.evidence ? wrap(shortSourcesLine(view.evidence, width), width) : []),
  ];
  const room = view.isPage === true ? Number.MAX_SAFE_INTEGER : Math.ceil(mostLines * Math.max(1, usualWidth / width));
  const body = fitted(view.blocks, room - head.lines.length - tail.length - 2, page);
  const asked = (view.asked ?? []).flatMap((block) => blockLines(block, page).lines);
  const more = moreLine(view, { cut: head.cut || body.cut, left: body.left }, width);
  return [style.strong(head.lines.join("\n")), ...body.lines, ...asked, "", ...tail, ...(more === null ? [] : [style.faint(more)])];
}

/** As many whole sentences as four lines hold; the first in any case. */
function shortFinding(finding: string, width: number): { readonly lines: readonly string[]; readonly cut: boolean } {
  const sentences = finding.split(/(?<=[.!?]) (?=[A-Z])/);
  for (let told = sentences.length; told > 0; told--) {
    const lines = wrap(sentences.slice(0, told).join(" "), width);
    if (lines.length <= mostFindingLines) return { lines, cut: told < sentences.length };
  }
  const lines = wrap(sentences[0]!, width);
  return { lines: [...lines.slice(0, mostFindingLines - 1), `${lines[mostFindingLines - 1]!.slice(0, width - 4)} ...`], cut: true };
}

interface Fitted extends LeftOut {
  readonly lines: string[];
}

/** Blocks in order, each with the lines that those after it can spare. */
function fitted(blocks: readonly Block[], room: number, page: Page): Fitted {
  const lines: string[] = [];
  const left: Block[] = [];
  let cut = false;
  blocks.forEach((block, at) => {
    const later = blocks.slice(at + 1).reduce((sum, each) => sum + leastLines(each, page), 0);
    const all = room - lines.length;
    const shown = blockLines(block, page, Math.max(all - later, Math.min(all, leastLines(block, page))));
    if (shown.lines.length > all) left.push(block);
    else {
      lines.push(...shown.lines);
      cut ||= shown.cut;
    }
  });
  return { lines, cut, left };
}

interface LeftOut {
  /** What is shown is not all of it. */
  readonly cut: boolean;
  /** Blocks that there was no room for. */
  readonly left: readonly Block[];
}

/** `More: --details (causes, remedies, 12 further tables)`, in one line; `null` where there is no more. */
function moreLine({ details, more, evidence }: View, { cut, left }: LeftOut, width: number): string | null {
  const blocks = [...left, ...details];
  if (!cut && blocks.length === 0 && (evidence?.limits.length ?? 0) === 0) return null;
  const line = (names: readonly string[]): string => (names.length === 0 ? "More: --details" : `More: --details (${names.join(", ")})`);
  const titles = (of: readonly Block[]): readonly string[] => present(...new Set(of.map(blockTitle))).map(lowered);
  const wanted = more === undefined ? titles(blocks) : [...titles(left), more];
  for (let named = wanted.length; named > 0; named--) {
    const rest = wanted.length - named;
    const text = line([...wanted.slice(0, named), ...(rest > 0 ? [counted(rest, "further part")] : [])]);
    if (displayWidth(text) <= width) return text;
  }
  return line([]);
}
