import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import type { KeptDialog } from '#shared/features/contracts/kept-dialogs.ts';
import { useResume } from './use-resume.ts';

/** Brings a form that stands within a page into sight where it is gone on with; `notice` is what its `KeptForm` tells of that. */
export function useInSight<Element extends HTMLElement>(notice: ReactNode): RefObject<Element | null> {
  const form = useRef<Element>(null);
  const isResumed = Boolean(notice);
  useEffect(() => {
    if (isResumed) form.current?.scrollIntoView({ block: 'center' });
  }, [isResumed]);
  return form;
}

/** The same for a form that stands on its page at any time: only once it is asked for, and then to be typed in. */
export function useInSightOnResume<Element extends HTMLElement>(dialog: KeptDialog): RefObject<Element | null> {
  const form = useRef<Element>(null);
  useResume(dialog, () => {
    form.current?.scrollIntoView({ block: 'center' });
    form.current?.querySelector<HTMLElement>('textarea, input')?.focus({ preventScroll: true });
  });
  return form;
}
