import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { ChipOffice } from "./synthetic-chips.ts";

/** Citations of some documents: who cites them, and who of these cites what they cite. */
interface Counts {
  readonly citedBy: number;
  readonly ni: number;
  readonly nj: number;
  readonly nk: number;
}

/** Visits citations by the places of both ends. */
type EachCitation = (visit: (citing: number, cited: number) => void) => Promise<void> | void;

/**
 * Forward citations and disruption of `sample` kept documents from the citations of an office, as they were generated, and from those of the cut
 * table; how many agree. By plain sets, no code of the product.
 */
export async function comparedCitations(office: ChipOffice, cutFile: string, sample: number): Promise<string> {
  const focal = chosen(office, sample);
  const whole = await countsOf(office, focal, (visit) => {
    for (let place = 0; place < office.patents; place += 1) {
      for (let own = 0; own < office.referenceCount(place); own += 1) visit(place, office.reference(place, own));
    }
  });
  const places = placeOf(office);
  const cut = await countsOf(office, focal, async (visit) => {
    for await (const line of createInterface({ input: createReadStream(cutFile) })) {
      const cells = line.split("\t").map((cell) => cell.replaceAll('"', ""));
      const [citing, cited] = [places(cells[1] ?? ""), places(cells[3] ?? "")];
      if (citing >= 0) visit(citing, cited);
    }
  });
  const equal = (of: (counts: Counts) => number): number => focal.filter((_, at) => of(whole[at]!) === of(cut[at]!)).length;
  const followed = whole.filter(({ ni, nj }) => ni + nj > 0).length;
  return `Of ${focal.length} kept patents (${followed} of them cited) as in the whole tables: forward citations ${equal(({ citedBy }) => citedBy)}, n_i ${equal(({ ni }) => ni)}, n_j ${equal(({ nj }) => nj)}, n_k ${equal(({ nk }) => nk)}`;
}

function chosen(office: ChipOffice, sample: number): readonly number[] {
  const focal: number[] = [];
  const step = Math.max(1, Math.floor((office.patents * 0.05) / sample));
  for (let place = 0; place < office.patents && focal.length < sample; place += step) {
    let at = place;
    while (at < office.patents && !office.isChip(at)) at += 1;
    if (at < office.patents && at >= place) focal.push(at);
    place = Math.max(place, at);
  }
  return focal;
}

function placeOf(office: ChipOffice): (id: string) => number {
  const first = Number(office.id(0));
  return (id) => (id.startsWith("D") ? Number(id.slice(1)) - 300_000 : /^\d+$/.test(id) ? Number(id) - first : -1);
}

/** Later documents only, as disruption counts them. */
async function countsOf(office: ChipOffice, focal: readonly number[], each: EachCitation): Promise<readonly Counts[]> {
  const references = focal.map(() => new Set<number>());
  const citers = focal.map(() => new Set<number>());
  const at = new Map(focal.map((place, index) => [place, index]));
  await each((citing, cited) => {
    const own = at.get(citing);
    if (own !== undefined) references[own]?.add(cited);
    const other = at.get(cited);
    if (other !== undefined) citers[other]?.add(citing);
  });
  const of = new Map<number, number[]>();
  for (const [index, cited] of references.entries()) for (const one of cited) of.set(one, [...(of.get(one) ?? []), index]);
  const referring = focal.map(() => new Set<number>());
  await each((citing, cited) => {
    for (const index of of.get(cited) ?? []) referring[index]?.add(citing);
  });
  return focal.map((place, index) => {
    const later = (list: ReadonlySet<number>): number[] => [...list].filter((one) => office.date(one) > office.date(place));
    const [mine, theirs] = [later(citers[index]!), referring[index]!];
    const both = mine.filter((one) => theirs.has(one)).length;
    return {
      citedBy: citers[index]!.size,
      ni: mine.length - both,
      nj: both,
      nk: later(theirs).filter((one) => !citers[index]!.has(one)).length,
    };
  });
}
