import { useEffect, useRef, useState, type RefObject } from 'react';
import type { OperationName, ReplyError } from '#shared/ipc/registry.ts';
import { useErrorText } from '../../../../ui/error-text.ts';
import { focusField } from '../../focus-field.ts';
import { refusedField } from './assess-record.ts';
import type { RecordForm } from './record-form.ts';

export interface FieldRefusal {
  readonly key: string;
  readonly text: string;
}

/**
 * Why main refused to save, at the field that it is about until that is changed; null where no field is. Either the
 * field or the message, which `messageRef` stands on, is brought into sight with the focus.
 */
export function useRefusal(
  typed: RecordForm,
  error: ReplyError | null,
  operation: OperationName,
): { readonly atField: FieldRefusal | null; readonly isOfField: boolean; readonly messageRef: RefObject<HTMLDivElement | null> } {
  const textOf = useErrorText();
  const messageRef = useRef<HTMLDivElement>(null);
  const key = error === null ? null : refusedField(error, typed);
  const value = key === null ? undefined : typed[(key.split('.')[0] ?? key) as keyof RecordForm];
  const [refused, setRefused] = useState({ error, value });
  if (refused.error !== error) setRefused({ error, value });

  useEffect(() => {
    if (error === null) return undefined;
    const frame = requestAnimationFrame(() => {
      if (key !== null) return focusField(key);
      messageRef.current?.scrollIntoView({ block: 'center' });
      messageRef.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [error, key]);

  const isStanding = refused.error === error && Object.is(refused.value, value);
  return { atField: error === null || key === null || !isStanding ? null : { key, text: textOf(error, operation) }, isOfField: key !== null, messageRef };
}
