/** What those do who do not take part: withhold too, keep still until new makers come, or fill in as they can. */
export const outsiderRoles = ["following", "neutral", "backfilling"] as const;
export type Outsiders = (typeof outsiderRoles)[number];
