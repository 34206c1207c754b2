/** An organisation of the atlas: cards and profiles tell of it. */
export const listed = {
  name: "Shanghai Micro Electronics Equipment (Group) Co., Ltd.",
  list: "entity",
  country: "CN",
  address: "1525 Zhangdong Road",
  aliases: ["SMEE"],
  requirement: "For all items subject to the EAR. (See § 744.11 of the EAR)",
  policy: "Presumption of denial",
  programme: "",
} as const;
