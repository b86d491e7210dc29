import type { Plugin } from 'vite';

export function noteBundled(part: string): Plugin;
export function readBundled(): readonly string[];
export function librariesOf(paths: readonly string[]): readonly string[];
