import type pg from "pg";

/** One value of the database as it is stored: text as text, bytea as its bytes. */
export type Cell = { readonly where: string; readonly bytes: Buffer };

const byteaType = 17; // pg_type: bytea

/** Every value of every table, the job queue's and the migrations' own too. */
export async function dumpDatabase(pool: pg.Pool): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  for (const table of await tablesOf(pool)) {
    const { rows, fields } = await pool.query<(string | null)[]>({
      text: `select * from ${table}`,
      rowMode: "array",
      types: { getTypeParser: () => (text: string) => text },
    } as pg.QueryArrayConfig);
    for (const row of rows) {
      for (const [index, value] of row.entries()) {
        const field = fields[index];
        if (value === null || field === undefined) continue;
        const isBytes = field.dataTypeID === byteaType;
        const bytes = isBytes ? Buffer.from(value.slice(2), "hex") : Buffer.from(value);
        cells.push({ where: `${table}.${field.name}`, bytes });
      }
    }
  }
  return cells;
}

/** The names of all tables that are not the database server's own. */
export async function tablesOf(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(`
    select format('%I.%I', nspname, relname) as name
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p', 'm')
      and nspname not like 'pg\\_%' and nspname <> 'information_schema'
    order by 1`);
  return rows.map((row) => row.name);
}
