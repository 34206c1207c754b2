/** Paragraphs `from` to `to` with all below them. */
interface Span {
  readonly from: string;
  readonly to: string;
}

/** What a statement of an entry applies to. `text`: prose that is not parsed. */
export type Scope =
  | { readonly kind: "entry"; readonly except: readonly Span[] }
  | { readonly kind: "paragraphs"; readonly spans: readonly Span[] }
  | { readonly kind: "text" };

/** Whether a statement applies to a paragraph. */
export type Coverage = "all" | "none" | "part" | "unclear";

const path = String.raw`(?:\d[A-E]\d{3})?\.?[a-z]{1,2}(?:\.(?:\d{1,2}|[a-z]{1,2}))*`;
const spanShape = new RegExp(`^(${path})(?:(?: to | through )(${path}))?$`);
const whole = /^(?:the )?entire entry\b,?\s*/;

/**
 * Parses what follows "applies to" in entry `item`: `entire entry, except 9A004.y`, `3B001.a.1 to a.3, b, e`, `paragraphs .c and .d of this
 * entry`. Paragraphs of other entries are text.
 */
export function parseScope(printed: string, item: string): Scope {
  const text = printed
    .trim()
    .replace(/\.$/, "")
    .replace(/ (?:of|in) this entry$| only$/, "")
    .replace(/^(?:paragraphs?|items controlled by) /, "");
  if (whole.test(text)) {
    const rest = text.replace(whole, "");
    const except = rest === "" ? [] : spansOf(/^except:? (?:for )?(.+)$/.exec(rest)?.[1] ?? "", item);
    return except === null ? { kind: "text" } : { kind: "entry", except };
  }
  const spans = spansOf(text, item);
  return spans === null ? { kind: "text" } : { kind: "paragraphs", spans };
}

/** Paragraphs separated by commas, "and", "or"; `null` if anything else appears. */
function spansOf(text: string, item: string): readonly Span[] | null {
  // A blank got into some paths: `8A620. b`
  const parts = text.replace(/\. (?=[a-z]\b)/g, ".").split(/\s*(?:,\s*(?:and|or)\s+|,\s*|\s+and\s+|\s+or\s+)\s*/);
  const spans: Span[] = [];
  for (const part of parts) {
    const [, from, to] = spanShape.exec(part) ?? [];
    if (from === undefined) return null;
    const [first, last] = [bare(from, item), bare(to ?? from, item)];
    if (first === null || last === null) return null;
    spans.push({ from: first, to: last });
  }
  return spans;
}

function bare(printed: string, item: string): string | null {
  const own = printed.startsWith(item) ? printed.slice(item.length) : printed;
  return /^\d/.test(own) ? null : own.replace(/^\./, "");
}

/** `paragraph` is `null` for the whole entry. */
export function coverage(scope: Scope, paragraph: string | null): Coverage {
  if (scope.kind === "text") return "unclear";
  const inSpans = within(scope.kind === "entry" ? scope.except : scope.spans, paragraph);
  if (scope.kind === "paragraphs") return inSpans;
  return inSpans === "all" ? "none" : inSpans === "none" ? "all" : inSpans;
}

function within(spans: readonly Span[], paragraph: string | null): "all" | "none" | "part" {
  const covers = spans.map((span) => spanCovers(span, paragraph));
  return covers.includes("all") ? "all" : covers.includes("part") ? "part" : "none";
}

/** A range over the last letter or number with a common prefix: `f.2 to f.4`. */
function spanCovers({ from, to }: Span, paragraph: string | null): "all" | "none" | "part" {
  const stem = from.slice(0, from.lastIndexOf(".") + 1);
  if (paragraph === null || stem.startsWith(`${paragraph}.`)) return "part";
  if (!paragraph.startsWith(stem)) return "none";
  const step = paragraph.slice(stem.length).split(".")[0] ?? "";
  return between(step, from.slice(stem.length), to.slice(stem.length)) ? "all" : "none";
}

const between = (step: string, from: string, to: string): boolean =>
  /^\d+$/.test(step)
    ? Number(step) >= Number(from) && Number(step) <= Number(to)
    : step.length === from.length && step >= from && step <= to;

export const namedParagraphs = (scope: Scope): readonly string[] =>
  scope.kind === "text" ? [] : (scope.kind === "entry" ? scope.except : scope.spans).flatMap(({ from, to }) => [from, to]);
