/** The colours of a version's state. */
export const statusTones = { draft: 'info', in_review: 'warning', published: 'success', superseded: 'neutral', retired: 'neutral' } as const;
