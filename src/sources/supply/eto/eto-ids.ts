import { createHash } from "node:crypto";
import { dayOf } from "../../../base/days.ts";
import { findEconomy } from "../../../link/economies.ts";
import { slug } from "../../../link/name-key.ts";
import { linkOrganisation, type OrganisationLink } from "../../../link/organisations.ts";
import { etoTechnologies } from "../../../link/technologies.ts";
import { type Place, type RowRecord, rowRecord } from "../../format/records.ts";

/** Who a provider is: an economy, a region (`EUR`), an organisation, or several nobody names (`various`). */
export interface EtoHolder {
  readonly id: string;
  readonly kind: "economy" | "region" | "organisation" | "unspecified";
}

/** The holder that a provider row of type `country` names; `null` if it is no economy. */
export function etoEconomy(name: string): EtoHolder | null {
  if (isVarious(name)) return { id: "various", kind: "unspecified" };
  if (name === "EUR") return { id: "EUR", kind: "region" };
  const id = findEconomy(name);
  return id ? { id, kind: "economy" } : null;
}

export const isVarious = (name: string): boolean => /^various\b/i.test(name);

/** Our ids by the data set's own, each different: a name that gives an id already given has the native id added. */
export class EtoIds {
  private readonly given = new Map<string, string>();
  private readonly technologies = new Map<string, string>();

  technology(native: string, name: string): string {
    const link = etoTechnologies().get(native);
    const id = link?.relation === "same" ? link.technology : this.unique(`eto-${slug(name) || slug(native)}`, native);
    this.technologies.set(native, id);
    return id;
  }

  organisation(native: string, name: string): OrganisationLink {
    const link = linkOrganisation("eto", name);
    if (link.rule === "equal name") return link;
    return { ...link, id: this.unique(slug(name) === "" ? `eto-${slug(native)}` : link.id, native) };
  }

  /** Our id of a technology that was given one before; `undefined` for any other. */
  known(native: string): string | undefined {
    return this.technologies.get(native);
  }

  private unique(id: string, native: string): string {
    const owner = this.given.get(id);
    const own = owner === undefined || owner === native ? id : `${id}-${slug(native)}`;
    this.given.set(own, native);
    return own;
  }
}

const publisher = "Emerging Technology Observatory, CSET, Georgetown University";
const url = "https://github.com/georgetown-cset/eto-chip-explorer";

/** The documents that the data set cites, each given out once; their ids are made of their text, so that they stay between editions. */
export class EtoDocuments {
  readonly dataset: string;
  /** Since when the edition is out: what it says is known since then, whatever document it cites. */
  readonly published: string;
  private readonly edition: string | null;
  private readonly given = new Set<string>();

  constructor(edition: string | null, published: string) {
    this.edition = edition;
    this.published = published;
    this.dataset = edition ? `eto-${edition}` : "eto";
  }

  /** The document of the data set itself. */
  self(place: Place): RowRecord {
    const title = `Advanced Semiconductor Supply Chain Dataset${this.edition ? `, ${this.edition}` : ""}`;
    return rowRecord("document", place, {
      id: this.dataset,
      title,
      publisher,
      published: this.published,
      url,
      class: "named-research",
      access: "direct",
      note: "CC BY-NC 4.0",
    });
  }

  /** The id of the document that `text` cites, with its row the first time; the data set itself where nothing is cited. */
  cite(text: string, place: Place): { readonly id: string; readonly rows: RowRecord[] } {
    if (text === "") return { id: this.dataset, rows: [] };
    const id = `eto-cited-${createHash("sha256").update(text).digest("hex").slice(0, 10)}`;
    if (this.given.has(id)) return { id, rows: [] };
    this.given.add(id);
    const links = [...text.matchAll(/\]\((https?:[^)\s]+)\)/g)];
    const published = citedDay(text) ?? /(?<!\bdata )\((20\d\d)\)/.exec(text)?.[1] ?? null;
    const title = text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").slice(0, 300);
    const row = { id, title, publisher, published, url: links[0]?.[1] ?? url, class: "other", access: "secondary" };
    return { id, rows: [rowRecord("document", place, { ...row, note: `cited by ${this.dataset}` })] };
  }
}

const months = "January February March April May June July August September October November December".split(" ");
const saysDay = new RegExp(`\\bpublished\\b[^.]*\\bon (${months.join("|")}) (\\d{1,2}), (20\\d\\d)\\b`, "i");

/** The day on which a citation says that its document was published, `YYYY-MM-DD`; `null` if it does not: a year of its data is none. */
export function citedDay(text: string): string | null {
  const [, month, day, year] = saysDay.exec(text) ?? [];
  if (month === undefined || day === undefined || year === undefined) return null;
  const date = `${year}-${String(months.findIndex((each) => each.toLowerCase() === month.toLowerCase()) + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return dayOf(date) === null ? null : date;
}
