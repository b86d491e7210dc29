import { spawnSync } from 'node:child_process';

/** What a real SQLCipher 4 made of a file: its tables' row counts, or that it could not read it. */
export type Verdict = { readonly readable: true; readonly rows: Readonly<Record<string, number>> } | { readonly readable: false };

const script = `
  import Database from '@signalapp/sqlcipher';
  const [path, key] = JSON.parse(process.argv[1]);
  try {
    const db = new Database(path);
    if (key !== null) db.pragma(\`key = "x'\${key}'"\`);
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'", { pluck: true }).all();
    const rows = Object.fromEntries(tables.map((t) => [t, db.prepare('SELECT count(*) FROM "' + t + '"', { pluck: true }).get()]));
    console.log(JSON.stringify({ readable: true, rows }));
  } catch {
    console.log(JSON.stringify({ readable: false }));
  }
`;

/** Opens a database file with an independent SQLCipher 4, in a process of its own. `key` is 64 hexadecimal digits. */
export function askSqlCipher(path: string, key: string | null): Verdict {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, JSON.stringify([path, key])],
    { encoding: 'utf8', cwd: import.meta.dirname },
  );
  if (stdout === '') throw new Error(`SQLCipher did not answer: ${stderr}`);
  return JSON.parse(stdout) as Verdict;
}

const searchScript = `
  import Database from '@signalapp/sqlcipher';
  const [path, key, texts] = JSON.parse(process.argv[1]);
  const found = new Set();
  try {
    const db = new Database(path);
    db.pragma(\`key = "x'\${key}'"\`);
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'", { pluck: true }).all();
    for (const table of tables) {
      let rows = [];
      try { rows = db.prepare('SELECT * FROM "' + table + '"').all(); } catch {}
      for (const row of rows) for (const value of Object.values(row)) {
        const text = value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value);
        for (const wanted of texts) if (text.includes(wanted)) found.add(wanted);
      }
    }
  } catch {}
  console.log(JSON.stringify([...found]));
`;

/** Which texts an independent SQLCipher 4 finds anywhere in a file's tables with a key; none where the key opens nothing. */
export function searchWithSqlCipher(path: string, key: string, texts: readonly string[]): readonly string[] {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', searchScript, JSON.stringify([path, key, texts])], { encoding: 'utf8', cwd: import.meta.dirname });
  if (stdout === '') throw new Error(`SQLCipher did not answer: ${stderr}`);
  return JSON.parse(stdout) as string[];
}
