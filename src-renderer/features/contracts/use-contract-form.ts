import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { ContractBody } from '#shared/features/contracts/model.ts';
import { assessForm, formToEntry, type FormProblem } from './assess-form.ts';
import { partyIdOf } from './entries.ts';
import { focusField } from './focus-field.ts';
import type { FormValues } from './form-values.ts';
import { useChosenParties } from './use-chosen-parties.ts';
import { useProblemText } from './use-problem-text.ts';
import { useSourcedEntries } from './use-sourced-entries.ts';

/**
 * The state of a contract's form. Reading and checking it follow the typing at a lower priority, so that neither a
 * long text nor many fields make a key feel slow; `latest` is what stands there now, for what can't wait. A problem shows
 * once its field was left, all of them on submit.
 */
export function useContractForm(body: ContractBody, initial: FormValues) {
  const form = useForm<FormValues>({ defaultValues: initial });
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const [isSubmitted, setSubmitted] = useState(false);
  const watched = useWatch({ control: form.control });
  const latest = useMemo(() => readForm(form.getValues(), watched), [form, watched]);
  const typed = useDeferredValue(latest);
  const partyById = useChosenParties(partyIdsOf(body, typed));
  useSourcedEntries(body, form, typed, partyById);
  const assessment = useMemo(() => assessForm(body, typed, partyById), [body, typed, partyById]);
  const textOf = useProblemText(body.variables);

  const shown = isSubmitted ? assessment.problems : assessment.problems.filter(({ key }) => visited.has(key));
  const problemTextByKey = useStable(new Map(shown.map((problem) => [problem.key, textOf(problem)])));
  const visit = useCallback(
    (key: string) => setVisited((before) => (before.has(key) ? before : new Set([...before, key]))),
    [],
  );

  /** The entry to send, or null when something is wrong: then every problem shows and the first has the focus. */
  const submit = useCallback(() => {
    const now = form.getValues();
    const checked = assessForm(body, now, partyById);
    setSubmitted(true);
    const [first] = checked.problems;
    if (first === undefined) return formToEntry(body, now, checked);
    requestAnimationFrame(() => focusField(first.key));
    return null;
  }, [body, form, partyById]);

  const startOver = useCallback(
    (fresh: FormValues) => {
      form.reset(fresh);
      setVisited(new Set());
      setSubmitted(false);
    },
    [form],
  );

  const summary: readonly FormProblem[] = isSubmitted ? assessment.problems : [];
  return { form, latest, typed, assessment, problemTextByKey, visit, submit, startOver, summary, textOf };
}

/** A fresh copy for each change; what is watched only tells that there was one. */
function readForm(values: FormValues, _watched: unknown): FormValues {
  return { ...values, entries: { ...values.entries } };
}

function partyIdsOf(body: ContractBody, { entries }: FormValues) {
  return body.variables.flatMap(({ key, type }) => {
    const id = type === 'party' ? partyIdOf(entries[key]) : null;
    return id === null ? [] : [id];
  });
}

/** The former map while the new one says the same, so that the fields need not be drawn again. */
function useStable(next: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const [kept, setKept] = useState(next);
  const isSame = kept.size === next.size && [...next].every(([key, text]) => kept.get(key) === text);
  if (isSame) return kept;
  setKept(next);
  return next;
}
