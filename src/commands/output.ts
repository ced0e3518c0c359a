import Table from 'cli-table3';
import pc from 'picocolors';

/** A command that could not do its work says why and what to do; `cli.ts` prints it and sets the status. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
  }
}

/** Prints one JSON value as one line. */
export function printJsonLine(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Prints text, ending it with one line break. */
export function printText(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Prints rows under their column names; columns fit the terminal, long cells wrap. */
export function printTable(columns: readonly string[], rows: readonly (readonly unknown[])[]): void {
  const table = new Table({
    head: columns.map((c) => pc.bold(c)),
    style: { head: [], border: [] },
    wordWrap: true,
    wrapOnWordBoundary: false,
  });
  for (const row of rows)
    table.push(row.map((cell) => (cell === null || cell === undefined ? '' : String(cell))));
  printText(table.toString());
}

/** Says something to the person at the terminal, apart from the result. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
