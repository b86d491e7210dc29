import { useCallback } from 'react';
import type { KeptForm } from '#shared/features/contracts/model.ts';
import type { TemplateVersionId } from '#shared/features/templates/model.ts';
import { call } from '../../ipc/client.ts';
import { useKeeping, useKept, type KeptState } from '../../keeping/use-keeping.ts';
import { formToKept, type FormValues } from './form-values.ts';

/** Keeps the form of a contract that is made from a template. */
export function useKeepForm(templateVersionId: TemplateVersionId) {
  return useKeeping(
    useCallback((form: FormValues) => call('contracts.keepForm', { templateVersionId, form: formToKept(form) }), [templateVersionId]),
  );
}

export function useKeptForm(templateVersionId: TemplateVersionId): KeptState<KeptForm> {
  return useKept(useCallback(() => call('contracts.keptForm', { templateVersionId }), [templateVersionId]));
}
