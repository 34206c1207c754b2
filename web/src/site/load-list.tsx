interface LoadListProps {
  /** Sources whose files the reader may post, by the names that `levermap load` takes. */
  readonly sources: readonly string[];
  readonly root: string;
}

/** Where a list is handed in as a file; a script of the site posts it and tells how far it is. */
export const LoadList = ({ sources, root }: LoadListProps) => (
  <section className="load-list" aria-labelledby="load-list-title">
    <h2 id="load-list-title">Load a list</h2>
    <form className="choices" data-jobs={`${root}api/jobs`}>
      <label className="choice" htmlFor="load-source">
        <span>List</span>
        <select id="load-source" name="source">
          {sources.map((source) => (
            <option key={source}>{source}</option>
          ))}
        </select>
      </label>
      <label className="choice" htmlFor="load-file">
        <span>File, as its publisher gives it</span>
        <input id="load-file" name="file" type="file" required />
      </label>
      <label className="choice" htmlFor="load-edition">
        <span>Day of the list, where the file does not tell</span>
        <input id="load-edition" name="edition" maxLength={10} autoComplete="off" placeholder="2026-11-30" />
      </label>
      <button type="submit">Load</button>
      <button type="button" data-stop hidden>
        Stop
      </button>
    </form>
    <p role="status" />
    <progress hidden aria-label="How far the load is" />
  </section>
);
