import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A plug-in of the bundler that notes under a repository's root which libraries went into one part of the program, as
 * `name@version`: they are installed as tools of the development, so that the lock file alone does not tell that they are
 * shipped. The root is handed in: compiled into the bundler's configuration, this file can't tell where it lies. `data` are
 * folders of libraries whose data went in, which no import names.
 */
export function noteBundled(part, root, data = []) {
  return {
    name: 'note-bundled',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? output.moduleIds : []));
      mkdirSync(folderIn(root), { recursive: true });
      writeFileSync(join(folderIn(root), `${part}.json`), JSON.stringify(librariesOf([...modules, ...data.map((library) => `${library}/`)]), null, 2));
    },
  };
}

/** The libraries that went into any part at the last build. Throws where none noted them: a bill without them would be wrong. */
export function readBundled(root) {
  const folder = folderIn(root);
  const notes = existsSync(folder) ? readdirSync(folder) : [];
  if (notes.length === 0) throw new Error(`no build noted its libraries in ${folder}: run npm run build first`);
  return [...new Set(notes.flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))))].sort();
}

const folderIn = (root) => join(root, 'artifacts/bundled');

/** The libraries, as `name@version`, that files of these paths belong to. */
export function librariesOf(paths) {
  const folders = new Set(paths.flatMap((path) => /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(path)?.[1] ?? []));
  return [...folders]
    .filter((path) => existsSync(join(path, 'package.json')))
    .map((path) => {
      const { name, version } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
      return `${name}@${version}`;
    })
    .sort();
}
