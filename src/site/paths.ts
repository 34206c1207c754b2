import type { Link } from "../report/view.ts";

const places: Readonly<Record<Exclude<Link["to"], "url">, string>> = {
  technology: "technology",
  economy: "economy",
  organisation: "organisation",
  patent: "patent",
  holder: "holder",
  scenario: "scenario",
  plan: "plan",
  control: "control",
  item: "item",
};

/** Where the page of a thing stands, from the top of the site; an address of the web as it is. */
export const pathOf = (link: Link): string => (link.to === "url" ? link.address : `${places[link.to]}/${encodeURIComponent(link.id)}`);
