import { blockingWeight } from "../../measure/patents/blocking-weight.ts";
import { expiryCliff } from "../../measure/patents/expiry.ts";
import type { InForce } from "../../measure/patents/in-force.ts";
import { blockingDocument } from "./patent-holder-shares.ts";
import type { Portfolio, PortfolioDocument } from "./patent-portfolio.ts";
import type { TechnologyPatents } from "./technology-patents-report.ts";

/** How many documents are expected to be in force on the day of the question. */
export const inForceOf = (portfolio: Portfolio): TechnologyPatents["inForce"] =>
  sumInForce(atOffice(portfolio).map(({ status }) => status));

/** The expected number of those in force; documents of unknown status are counted apart. */
export function sumInForce(statuses: readonly InForce[]): TechnologyPatents["inForce"] {
  const granted = statuses.filter(({ basis }) => basis !== "not-granted");
  const known = granted.flatMap(({ q }) => q ?? []);
  return {
    low: known.reduce((sum, { low }) => sum + low, 0),
    high: known.reduce((sum, { high }) => sum + high, 0),
    known: known.length,
    unknown: granted.length - known.length,
    notGranted: statuses.length - granted.length,
  };
}

/** What lapses in which year. */
export function expiryOf(portfolio: Portfolio): TechnologyPatents["expiry"] {
  const patents = atOffice(portfolio).map((document) => ({
    record: document.record,
    status: document.status,
    weight: ownWeight(document),
  }));
  return expiryCliff(patents, portfolio.day);
}

const atOffice = ({ documents, jurisdiction }: Portfolio): readonly PortfolioDocument[] =>
  documents.filter(({ row }) => jurisdiction === null || row.office === jurisdiction);

const ownWeight = (document: PortfolioDocument): number | null => blockingWeight([blockingDocument(document)])?.allTime ?? null;
