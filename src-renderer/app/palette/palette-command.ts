import type { ReactNode } from 'react';
import { rank } from './rank.ts';

export const commandGroups = ['records', 'places', 'create', 'application'] as const;
export type CommandGroup = (typeof commandGroups)[number];

export interface PaletteCommand {
  readonly id: string;
  readonly group: CommandGroup;
  readonly label: string;
  readonly detail?: string;
  /** Where it has what was typed, marked there. */
  readonly snippet?: { readonly parts: readonly { readonly text: string; readonly isHit: boolean }[]; readonly isWhole: boolean };
  /** Further words it is found by, such as its name in the other language. */
  readonly aliases?: string;
  readonly icon: ReactNode;
  readonly run: () => void;
}

/**
 * The commands that fit what was typed, best first within each group. Records were searched by main already, in texts
 * too; they stand first, but behind a command that is called by its name.
 */
export function matchingCommands(commands: readonly PaletteCommand[], typed: string): readonly PaletteCommand[] {
  const name = typed.trim().toLowerCase();
  const isNamed = commands.some(({ group, label }) => group !== 'records' && label.toLowerCase().startsWith(name));
  const groups = name !== '' && isNamed ? [...commandGroups.filter((group) => group !== 'records'), 'records' as const] : commandGroups;
  return groups.flatMap((group) => {
    const own = commands.filter((command) => command.group === group);
    if (group === 'records' || typed.trim() === '') return own;
    return own
      .map((command) => ({ command, score: rank(typed, `${command.label} ${command.aliases ?? ''}`) }))
      .filter(({ score }) => score !== null)
      .sort((a, b) => (a.score ?? 0) - (b.score ?? 0))
      .map(({ command }) => command);
  });
}
