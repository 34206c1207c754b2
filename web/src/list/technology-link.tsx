import type { ReactNode } from "react";
import type { Go } from "../state/use-page.ts";
import { PageLink } from "./page-link.tsx";

interface TechnologyLinkProps {
  readonly id: string;
  readonly go: Go;
  readonly children: ReactNode;
}

/** A link to a technology: opens its panel. */
export function TechnologyLink({ id, go, children }: TechnologyLinkProps) {
  return (
    <PageLink change={{ technology: id }} go={go} data-technology={id}>
      {children}
    </PageLink>
  );
}
