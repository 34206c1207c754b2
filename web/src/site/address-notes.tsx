/** What of the address was not understood, above all else. */
export const AddressNotes = ({ notes = [] }: { readonly notes?: readonly string[] | undefined }) =>
  notes.map((text) => (
    <p key={text} className="address-note" role="status">
      {text}
    </p>
  ));
