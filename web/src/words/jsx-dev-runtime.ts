import type { ElementType, Key, ReactElement } from "react";
import { Fragment, type JSXSource, jsxDEV as make } from "react/jsx-dev-runtime";
import { jsx } from "react/jsx-runtime";
import { spoken } from "./spoken.ts";
import { toldProps } from "./told-props.ts";

export type { JSX } from "react/jsx-dev-runtime";
export { Fragment };

type Props = Readonly<Record<string, unknown>>;

/** What `jsx` and `jsxs` do, with what React tells of a fault while one works on the page. */
export function jsxDEV(type: ElementType, props: Props, key?: Key, isStatic = false, source?: JSXSource, self?: unknown): ReactElement {
  const words = spoken();
  const told = words === null ? props : toldProps(type, props, words, (inside, given, each) => jsx(inside, given, each));
  return make(type, told, key, isStatic, source, self);
}
