import { toldInEnglish } from "../../src/words/tell.ts";

/** A function that gives what it says in English, now or later. */
export const english =
  <A extends readonly unknown[], R>(give: (...given: A) => R) =>
  (...given: A): R => {
    const said = give(...given);
    return (said instanceof Promise ? said.then(toldInEnglish) : toldInEnglish(said)) as R;
  };
