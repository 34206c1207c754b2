import { safeAddress } from "../base/web-address.ts";
import type { Link } from "../report/view.ts";

/** Where a click leads from a document that may lie anywhere: only to addresses of the web. */
export const webLink = (link: Link | undefined): string | null => (link?.to === "url" ? safeAddress(link.address) : null);
