import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Space that a page leaves below its last piece, in pixels. */
const footPx = 32;

/**
 * Tells an element, as `--room-below`, how much of the window lies below its top while the page is not scrolled, so that it
 * can fill that and the page needs no second bar to scroll by. It is measured anew when what stands above it grows.
 */
export function useRoomBelow(): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    const scroller = element?.closest('main');
    const page = scroller?.firstElementChild;
    if (element === null || scroller === null || scroller === undefined || page === null || page === undefined) return undefined;
    const measure = () => {
      const above = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
      element.style.setProperty('--room-below', `${Math.floor(scroller.clientHeight - above - footPx)}px`);
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const each of [scroller, page]) observer.observe(each);
    return () => observer.disconnect();
  }, []);
  return ref;
}
