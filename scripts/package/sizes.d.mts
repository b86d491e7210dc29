type Part = 'application' | 'libraries' | 'fonts' | 'electron' | 'total';

export function readBudget(): Readonly<Record<Part, number>>;
export function judgeSizes(
  sizes: Readonly<Record<string, number>>,
  budget: Readonly<Record<string, number>>,
): readonly { readonly part: string; readonly megabytes: number; readonly limit: number; readonly isOver: boolean }[];
export function measurePackage(folder: string, resources: string): Readonly<Record<Part, number>>;
export function sizesByPart(files: readonly { readonly path: string; readonly bytes: number }[]): Readonly<Record<'application' | 'libraries' | 'fonts', number>>;
