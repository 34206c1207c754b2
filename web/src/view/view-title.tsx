/** A heading of its level; none where there is no title. */
export function ViewTitle({ title, level }: { readonly title: string | undefined; readonly level: number }) {
  if (title === undefined || title === "") return null;
  const Title = `h${Math.min(6, level)}` as "h3";
  return <Title>{title}</Title>;
}
