import { CodePairs, CodeSet, PairLists, plainCodes } from "./patent-codes.ts";

const mostCounted = 0xffff;

/**
 * Which documents and citations a corpus keeps. `kept`: the documents of its classes. `followers`: all others that cite one of them, of which
 * the day and the title are kept, since disruption counts citing documents by their day.
 *
 * A citation stays where either end is kept, and also where a follower cites what a kept document that it cites too cites: without these a
 * follower that builds on both would count as one that disrupts. So forward citations, n_i and n_j of kept documents are those of the
 * whole tables; n_k is not, as documents that cite only a reference are left out.
 */
export class CorpusSelection {
  readonly kept = new CodeSet();
  readonly followers = new CodeSet();
  readonly #references = new CodeSet();
  readonly #cites = new CodePairs();
  readonly #follows = new CodePairs();
  #lists: { readonly cites: PairLists; readonly follows: PairLists } | undefined;
  /** References of followers in the published tables: of plain numbers, and of those with letters. */
  readonly #counts = new Uint16Array(plainCodes);
  readonly #lettered = new Map<number, number>();

  /** First pass over citations, once `kept` is whole. */
  note(citing: number, cited: number): void {
    if (this.kept.has(citing)) {
      if (cited < 0) return;
      this.#references.add(cited);
      this.#cites.add(citing, cited);
    } else if (citing >= 0 && this.kept.has(cited)) {
      this.followers.add(citing);
      this.#follows.add(citing, cited);
    }
  }

  /** Keeps the day of a document too: of the newest, on whose day the windows of all citations close. */
  follow(document: number): void {
    if (!this.kept.has(document)) this.followers.add(document);
  }

  /** Second pass: whether a citation stays. An unreadable citing number (-1) does, so that it is told as a reject. */
  stays(citing: number, cited: number): boolean {
    if (citing < 0 || this.kept.has(citing) || this.kept.has(cited)) return true;
    if (!this.followers.has(citing) || !this.#references.has(cited)) return false;
    this.#lists ??= {
      cites: new PairLists(this.kept.sorted(), this.#cites),
      follows: new PairLists(this.followers.sorted(), this.#follows),
    };
    return this.#lists.follows.reaches(citing, this.#lists.cites, cited);
  }

  /** Counts a reference of a document, if it is a follower. */
  countReference(citing: number): void {
    if (!this.followers.has(citing)) return;
    if (citing >= plainCodes) this.#lettered.set(citing, (this.#lettered.get(citing) ?? 0) + 1);
    else if (this.#counts[citing]! < mostCounted) this.#counts[citing] = this.#counts[citing]! + 1;
  }

  /** How many references the published tables have of a follower; 0 for others. */
  referencesOf(document: number): number {
    return (document < plainCodes ? this.#counts[document] : this.#lettered.get(document)) ?? 0;
  }
}
