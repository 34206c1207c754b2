import type { ReactNode } from "react";

/** A part of a line that is looked up in the words of the page's language by itself. */
export const Phrase = ({ children }: { readonly children: ReactNode }) => <>{children}</>;
