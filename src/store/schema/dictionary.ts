/** One column of a view, as docs/schema.md and the table `data_dictionary` describe it. */
export interface ColumnDoc {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'real' | 'json' | 'date' | 'time';
  readonly about: string;
}

/** One view of the public interface: what it holds, its columns in order, and the SQL that makes it. */
export interface ViewDoc {
  readonly name: string;
  readonly about: string;
  /** Column that a page or a tool may show as the name of a row. */
  readonly label?: string;
  readonly columns: readonly ColumnDoc[];
  /** The query behind the view. */
  readonly sql: string;
}

/** Makes the description of a column. */
export const column = (name: string, type: ColumnDoc['type'], about: string): ColumnDoc => ({
  name,
  type,
  about,
});
