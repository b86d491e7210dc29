import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { isStringKey, useTranslate } from '../../../../i18n/i18n.ts';
import type { ReplyError } from '#shared/ipc/registry.ts';
import { focusField } from '../../focus-field.ts';
import { assessRecord, type RecordAssessment, type RecordFormProblem } from './assess-record.ts';
import type { RecordForm } from './record-form.ts';
import { useRefusal, type FieldRefusal } from './use-refusal.ts';

/**
 * The state of a record's form. It is checked as a whole while one types, because its dates depend on each other; a
 * problem shows once its field was left, all of them on submit. Notes show at once.
 */
export function useRecordForm(initial: RecordForm, isNew: boolean, error: ReplyError | null) {
  const form = useForm<RecordForm>({ defaultValues: initial });
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const [isSubmitted, setSubmitted] = useState(false);
  const watched = useWatch({ control: form.control });
  const typed = useMemo(() => readForm(form.getValues(), watched), [form, watched]);
  // What is kept may not wait: a vault is locked without waiting for anybody.
  const judged = useDeferredValue(typed);
  const assessment = useMemo(() => assessRecord(judged, isNew), [judged, isNew]);
  const textOf = useProblemText();

  const { atField, isOfField, messageRef } = useRefusal(judged, error, isNew ? 'contracts.register' : 'contracts.saveRecord');

  const problems = assessment.problems.filter(({ isNote }) => !isNote);
  const told = problems.map((problem) => ({ key: problem.key, text: textOf(problem) }));
  const shown = isSubmitted ? told : told.filter(({ key }) => visited.has(key));
  const refused = atField === null ? [] : [atField];
  const problemTextByKey = useStable(new Map([...refused, ...shown].map(({ key, text }) => [key, text])));
  const notes = assessment.problems.filter(({ isNote }) => isNote);
  const noteTextByKey = useStable(new Map(notes.map((note) => [note.key, textOf(note)])));
  const visit = useCallback(
    (key: string) => setVisited((before) => (before.has(key) ? before : new Set([...before, key]))),
    [],
  );

  /** What to send, or null when something is wrong: then every problem shows and the first has the focus. */
  const submit = useCallback((): RecordAssessment | null => {
    const checked = assessRecord(form.getValues(), isNew);
    const first = checked.problems.find(({ isNote }) => !isNote);
    setSubmitted(true);
    if (first === undefined && checked.record !== null) return checked;
    requestAnimationFrame(() => focusField(first?.key ?? 'title'));
    return null;
  }, [form, isNew]);

  const summary: readonly FieldRefusal[] = isSubmitted ? [...refused, ...told] : [];
  return { form, typed, problemTextByKey, noteTextByKey, visit, submit, summary, isRefusedAtField: isOfField, messageRef };
}

function useProblemText(): (problem: RecordFormProblem) => string {
  const translate = useTranslate();
  return useCallback(
    ({ key, code, bounds }) => {
      const own = `contracts.record.problemAt.${key}.${code}`;
      return translate(isStringKey(own) ? own : `contracts.record.problem.${code}`, bounds);
    },
    [translate],
  );
}

/** A fresh copy for each change; what is watched only tells that there was one. */
function readForm(values: RecordForm, _watched: unknown): RecordForm {
  return { ...values };
}

/** The former map while the new one says the same, so that the fields need not be drawn again. */
function useStable(next: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const [kept, setKept] = useState(next);
  const isSame = kept.size === next.size && [...next].every(([key, text]) => kept.get(key) === text);
  if (isSame) return kept;
  setKept(next);
  return next;
}
