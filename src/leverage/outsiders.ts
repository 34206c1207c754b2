/** What non-participants do: withhold too, keep still until new makers come, or fill in. */
export const outsiderRoles = ["following", "neutral", "backfilling"] as const;
export type Outsiders = (typeof outsiderRoles)[number];
