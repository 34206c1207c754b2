import { type Formless, isBareAsianForm, withoutAsianForms } from "../../link/legal-forms.ts";
import { plainLetters } from "../../link/name-script.ts";
import { alternatives } from "./alternatives.ts";
import { type AsianName, asianName } from "./asian-name.ts";
import { type LatinName, latinName } from "./latin-name.ts";
import { type BearerKind, nameKindOf, type Rarity } from "./name-word.ts";
import { hasAsianLetters, writtenName } from "./written.ts";

export type NameReading = { readonly script: "latin"; readonly name: LatinName } | { readonly script: "asian"; readonly name: AsianName };

/** A parsed name with all its readings. */
export interface ScreenedName {
  readonly text: string;
  readonly kind: BearerKind;
  readonly readings: readonly NameReading[];
}

const mostReadings = 4;

/** A Latin name with an Asian form (`NIPPO株式会社`) is Latin. */
const withForms = (name: LatinName, { forms, kinds, economies }: Formless<string>): LatinName => ({
  ...name,
  forms: [...name.forms, ...forms],
  formKinds: [...name.formKinds, ...kinds],
  economies: economies ?? name.economies,
});

/** Parses a name; `rarity`: distinctiveness of words. */
export function screenedName(text: string, bearer: BearerKind, rarity: Rarity): ScreenedName {
  const kind = nameKindOf(bearer);
  const written = writtenName(text);
  const readings = alternatives(written)
    .slice(0, mostReadings)
    .map((each): NameReading => {
      if (!hasAsianLetters(each)) return { script: "latin", name: latinName(each, kind, rarity) };
      const formless = withoutAsianForms(plainLetters(each));
      const rest = isBareAsianForm(each) ? "" : formless.rest;
      return hasAsianLetters(rest)
        ? { script: "asian", name: asianName(each, kind, rarity) }
        : { script: "latin", name: withForms(latinName(rest, kind, rarity), formless) };
    });
  return { text, kind: bearer, readings };
}
