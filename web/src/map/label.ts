import { say } from "../words/spoken.ts";

/** A technology's name on the map, in the language of the page where it has one, with what tells how many are folded into it; "": none are. */
export const labelOf = ({ name }: { readonly name: string }, suffix = ""): string => (suffix === "" ? say(name) : `${say(name)} ${suffix}`);
