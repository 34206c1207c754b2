import type { Row } from "../base/tables.ts";
import type { Assignment } from "./technology-rules.ts";

export interface RuleReport {
  readonly documents: number;
  readonly unmatched: number;
  /** Documents by technology and by rule, most first. */
  readonly technologies: readonly { readonly technology: string; readonly documents: number }[];
  readonly rules: readonly { readonly rule: string; readonly documents: number }[];
  /** Documents in two alternative technologies, most first. */
  readonly conflicts: readonly { readonly pair: readonly [string, string]; readonly documents: number }[];
}

/** Pairs of varieties of one technology. */
export function replacingPairs(
  varieties: readonly Pick<Row<"variety">, "technology" | "variety">[],
): readonly (readonly [string, string])[] {
  return varieties.flatMap((first, at) =>
    varieties.slice(at + 1).flatMap((second) => (second.technology === first.technology ? [[first.variety, second.variety] as const] : [])),
  );
}

/** Counts documents, unmatched ones and conflicts of a stream. */
export class RuleCount {
  private documents = 0;
  private unmatched = 0;
  private readonly technologies = new Map<string, number>();
  private readonly rules = new Map<string, number>();
  private readonly conflicts: number[];
  private readonly pairs: readonly (readonly [string, string])[];

  constructor(pairs: readonly (readonly [string, string])[]) {
    this.pairs = pairs;
    this.conflicts = pairs.map(() => 0);
  }

  add(assignments: readonly Assignment[]): void {
    this.documents++;
    if (assignments.length === 0) this.unmatched++;
    const technologies = new Set(assignments.map(({ technology }) => technology));
    for (const technology of technologies) increase(this.technologies, technology);
    for (const { rule } of assignments) increase(this.rules, rule);
    if (technologies.size < 2) return;
    this.pairs.forEach(([first, second], at) => {
      if (technologies.has(first) && technologies.has(second)) this.conflicts[at] = (this.conflicts[at] ?? 0) + 1;
    });
  }

  report(): RuleReport {
    const conflicts = this.pairs.map((pair, at) => ({ pair, documents: this.conflicts[at] ?? 0 }));
    return {
      documents: this.documents,
      unmatched: this.unmatched,
      technologies: [...this.technologies].map(([technology, documents]) => ({ technology, documents })).sort(most),
      rules: [...this.rules].map(([rule, documents]) => ({ rule, documents })).sort(most),
      conflicts: conflicts.filter(({ documents }) => documents > 0).sort(most),
    };
  }
}

const increase = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

const most = (a: { readonly documents: number }, b: { readonly documents: number }): number => b.documents - a.documents;
