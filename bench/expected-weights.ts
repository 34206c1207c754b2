import type { NameKind } from "../src/screen/names/name-word.ts";
import type { NameWeights } from "../src/screen/names/weigh.ts";

/**
 * Prior weights of the fit, which stays near them: a few hundred labelled pairs show some differences only once or twice. Another word is
 * decisive; an added one counts less, more for organisations than for persons.
 */
export const expectedWeights: Readonly<Record<NameKind, NameWeights>> = {
  organisation: {
    bias: 2.5,
    features: {
      otherWord: -4,
      swapped: -2,
      added: -2.5,
      edited: -0.2,
      editedTwice: -0.8,
      editedMore: -2.5,
      sound: -0.5,
      editedPart: -3.5,
      placesSwapped: -1,
      placesAdded: -1,
      formsDiffer: -2,
      initials: -1,
      inverted: -0.2,
      oneWord: -0.5,
    },
  },
  person: {
    bias: 2.5,
    features: {
      otherWord: -4,
      swapped: -2,
      added: -1,
      edited: -0.2,
      editedTwice: -0.8,
      editedMore: -2.5,
      sound: -0.5,
      editedPart: -2,
      placesSwapped: 0,
      placesAdded: 0,
      formsDiffer: 0,
      initials: -1,
      inverted: -0.7,
      oneWord: -1.5,
    },
  },
};
