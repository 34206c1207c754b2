import type { ElementType, Key, ReactElement } from "react";
import { Fragment, jsx as make, jsxs as makeAll } from "react/jsx-runtime";
import { spoken } from "./spoken.ts";
import { toldProps } from "./told-props.ts";

export type { JSX } from "react/jsx-runtime";
export { Fragment };

type Props = Readonly<Record<string, unknown>>;

/** Makes an element as React does, with what it says in the language of the page. */
export const jsx = (type: ElementType, props: Props, key?: Key): ReactElement => make(type, told(type, props), key);

/** The same with children that never change their order. */
export const jsxs = (type: ElementType, props: Props, key?: Key): ReactElement => makeAll(type, told(type, props), key);

function told(type: ElementType, props: Props): Props {
  const words = spoken();
  return words === null ? props : toldProps(type, props, words, (inside, given, each) => make(inside, given, each));
}
