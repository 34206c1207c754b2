export const ViewNote = ({ text }: { readonly text: string }) => <p className="note">{text}</p>;
