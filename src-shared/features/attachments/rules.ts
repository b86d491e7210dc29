/** How a file is shown, told by the end of its name. */
export type PreviewKind = 'pdf' | 'image' | 'text' | 'none';

const imageTypes: Readonly<Record<string, string>> = {
  png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', webp: 'image/webp', gif: 'image/gif',
};

/** What kind of preview a name promises. */
export function previewKindOf(name: string): PreviewKind {
  const extension = extensionOf(name);
  if (extension === 'pdf') return 'pdf';
  if (imageTypes[extension] !== undefined) return 'image';
  return ['txt', 'md', 'docx'].includes(extension) ? 'text' : 'none';
}

/** The media type of an image by its name. */
export function imageTypeOf(name: string): string {
  return imageTypes[extensionOf(name)] ?? 'application/octet-stream';
}

function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
