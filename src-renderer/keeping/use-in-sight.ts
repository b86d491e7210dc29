import { useEffect, useRef, type ReactNode, type RefObject } from 'react';

/** Brings a form that stands within a page into sight where it is gone on with; `notice` is what its `KeptForm` tells of that. */
export function useInSight<Element extends HTMLElement>(notice: ReactNode): RefObject<Element | null> {
  const form = useRef<Element>(null);
  const isResumed = Boolean(notice);
  useEffect(() => {
    if (isResumed) form.current?.scrollIntoView({ block: 'center' });
  }, [isResumed]);
  return form;
}
