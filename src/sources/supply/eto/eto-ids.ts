import { findEconomy } from "../../../link/economies.ts";
import { slug } from "../../../link/name-key.ts";
import { linkOrganisation, type OrganisationLink } from "../../../link/organisations.ts";
import { etoTechnologies } from "../../../link/technologies.ts";

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
