/** Paragraphs `from` to `to` of an entry, with all below them; one paragraph where both are the same. */
interface Span {
  readonly from: string;
  readonly to: string;
}

/** What of an entry a statement applies to. `text`: it says so in words that are not read. */
export type Scope =
  | { readonly kind: "entry"; readonly except: readonly Span[] }
  | { readonly kind: "paragraphs"; readonly spans: readonly Span[] }
  | { readonly kind: "text" };

/** Whether a statement applies to a paragraph: to all of it, to none, to part of it, or not told. */
export type Coverage = "all" | "none" | "part" | "unclear";

const path = String.raw`(?:\d[A-E]\d{3})?\.?[a-z]{1,2}(?:\.(?:\d{1,2}|[a-z]{1,2}))*`;
const spanShape = new RegExp(`^(${path})(?:(?: to | through )(${path}))?$`);
const whole = /^(?:the )?entire entry\b,?\s*/;

/**
 * Reads what follows "applies to" in the entry `item`: `entire entry, except 9A004.y`, `3B001.a.1 to a.3, b, e`, `paragraphs .c and .d of
 * this entry`. Paragraphs of another entry are text.
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

/** Paragraphs parted by commas, "and" and "or"; `null` where anything else stands among them. */
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

/** `paragraph` is `null` for the entry as a whole. */
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

/** A span runs over the last letter or number of its ends, which have all before it in common: `f.2 to f.4`. */
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

/** The paragraphs that a scope names. */
export const namedParagraphs = (scope: Scope): readonly string[] =>
  scope.kind === "text" ? [] : (scope.kind === "entry" ? scope.except : scope.spans).flatMap(({ from, to }) => [from, to]);
