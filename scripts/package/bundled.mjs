import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/run.mjs';

const folder = join(root, 'artifacts/bundled');

/**
 * A plug-in of the bundler that notes which libraries went into one part of the program, as `name@version`: they are
 * installed as tools of the development, so that the lock file alone does not tell that they are shipped.
 */
export function noteBundled(part) {
  return {
    name: 'note-bundled',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? output.moduleIds : []));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${part}.json`), JSON.stringify(librariesOf(modules), null, 2));
    },
  };
}

/** The libraries that went into any part at the last build; empty before the first. */
export function readBundled() {
  if (!existsSync(folder)) return [];
  return [...new Set(readdirSync(folder).flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))))].sort();
}

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
