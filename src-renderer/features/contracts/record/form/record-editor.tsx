import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { LeaveGuard } from '../../../../ui/leave-guard.tsx';
import { DateWords } from '../../../../ui/date-words.tsx';
import { ContractFormContext, type RenderNewParty } from '../../contract-form-context.ts';
import type { RecordAssessment } from './assess-record.ts';
import { BasicsSection } from './basics-section.tsx';
import { CustomSection, KeepingSection, LawSection, MoneySection, PartiesSection } from './other-sections.tsx';
import { RecordFormScope, type RecordLocks } from './record-form-context.ts';
import type { RecordForm } from './record-form.ts';
import { RecordProblems } from './record-problems.tsx';
import { RenewalSection, TermSection } from './term-section.tsx';
import { useRecordForm } from './use-record-form.ts';

interface RecordEditorProps {
  /** Null for a contract that is being registered. */
  readonly contractId: string | null;
  readonly initial: RecordForm;
  readonly locks: RecordLocks;
  readonly submitLabel: string;
  readonly isSubmitting: boolean;
  readonly onSubmit: (assessed: RecordAssessment, typed: RecordForm) => void;
  readonly onCancel: () => void;
  /** Why the last submit was refused. */
  readonly refusal: ReactNode;
  readonly renderNewParty: RenderNewParty | undefined;
}

/** The form of a record with its sections and buttons. Ctrl or ⌘ with Enter saves from any field. */
export function RecordEditor(props: RecordEditorProps) {
  const translate = useTranslate();
  const { contractId, renderNewParty } = props;
  const isNew = contractId === null;
  const { form, problemTextByKey, noteTextByKey, visit, submit, summary, textOf } = useRecordForm(props.initial, isNew);
  const [locks] = useState(props.locks);
  const scope = useMemo(
    () => ({ isNew, contractId, locks, noteTextByKey, problemTextByKey, visit }),
    [isNew, contractId, locks, noteTextByKey, problemTextByKey, visit],
  );
  const partyScope = useMemo(() => ({ problemTextByKey, visit, renderNewParty }), [problemTextByKey, visit, renderNewParty]);
  const send = () => {
    const assessed = submit();
    if (assessed !== null) props.onSubmit(assessed, form.getValues());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <FormProvider {...form}>
      <ContractFormContext value={partyScope}>
        <RecordFormScope value={scope}>
          <DateWords>
            <LeaveGuard isDirty={form.formState.isDirty} />
            <Stack
              component="form"
              noValidate
              spacing={2}
              onKeyDown={onKeyDown}
              onSubmit={(event) => {
                event.preventDefault();
                send();
              }}
            >
              <BasicsSection />
              <PartiesSection />
              <TermSection />
              <RenewalSection />
              <MoneySection />
              <LawSection />
              <KeepingSection />
              <CustomSection />
              <RecordProblems problems={summary} textOf={textOf} />
              {props.refusal}
              <Stack direction="row" spacing={1} sx={stickyBar}>
                <Button type="submit" variant="contained" disabled={props.isSubmitting}>
                  {props.submitLabel}
                </Button>
                <Button onClick={props.onCancel}>{translate('ui.cancel')}</Button>
              </Stack>
            </Stack>
          </DateWords>
        </RecordFormScope>
      </ContractFormContext>
    </FormProvider>
  );
}

/** Keeps the buttons in reach while the fields scroll. */
const stickyBar = { position: 'sticky', bottom: 0, py: 1.5, zIndex: 1, bgcolor: 'background.default' } as const;
