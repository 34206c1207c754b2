import type { Link } from "../report/view.ts";

const places: Readonly<Record<Exclude<Link["to"], "url" | "patents">, string>> = {
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
export function pathOf(link: Link): string {
  if (link.to === "url") return link.address;
  const id = encodeURIComponent(link.id);
  if (link.to === "technology" && link.home !== undefined) return `technology/${id}?home=${encodeURIComponent(link.home)}`;
  return link.to === "patents" ? `patents?q=${id}` : `${places[link.to]}/${id}`;
}
