import type { Plugin } from 'vite';

export function noteBundled(part: string, root: string, data?: readonly string[]): Plugin;
export function readBundled(root: string): readonly string[];
export function librariesOf(paths: readonly string[]): readonly string[];
