/** What a version can be written as: the text alone as PDF or Word, or what changed between two versions as PDF. */
export const exportFormats = ['pdf', 'docx', 'redline'] as const;
export type ExportFormat = (typeof exportFormats)[number];
