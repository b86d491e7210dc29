import { useEffect, useState } from 'react';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Surface } from './surface.ts';

/** What is made of a text, a pause after its last change: what costs time by the text's length is not done at each letter. */
export function useText<Value>(surface: Surface, make: (doc: ProseMirrorNode) => Value, pauseMs: number): Value {
  const [made, setMade] = useState(() => ({ surface, make, value: make(surface.doc()) }));
  useEffect(() => {
    const update = () => setMade({ surface, make, value: make(surface.doc()) });
    let timer = setTimeout(update);
    const stop = surface.onChanged(() => {
      clearTimeout(timer);
      timer = setTimeout(update, pauseMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [surface, make, pauseMs]);
  return made.value;
}
