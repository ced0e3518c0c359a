import { writeFileSync } from 'node:fs';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { QueryResult } from '../query/run.js';
import type { ColumnDoc } from '../schema/dictionary.js';

type ParquetType = 'STRING' | 'INT64' | 'DOUBLE';
const TYPES: Partial<Record<ColumnDoc['type'], ParquetType>> = { integer: 'INT64', real: 'DOUBLE' };

function cast(value: unknown, type: ParquetType): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'INT64') return BigInt(Math.trunc(Number(value)));
  return type === 'DOUBLE' ? Number(value) : String(value);
}

/**
 * Writes rows as a Parquet file (Snappy, all columns nullable). Dates stay text, because they carry their precision.
 *
 * @param columns the columns of the view, in the order of the rows
 */
export function writeParquet(file: string, { rows }: QueryResult, columns: readonly ColumnDoc[]): void {
  const buffer = parquetWriteBuffer({
    columnData: columns.map((c, i) => {
      const type = TYPES[c.type] ?? 'STRING';
      return { name: c.name, type, nullable: true, data: rows.map((row) => cast(row[i], type)) };
    }),
  });
  writeFileSync(file, new Uint8Array(buffer));
}
