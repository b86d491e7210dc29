import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useEffect, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslate } from '../../../../i18n/i18n.ts';
import type { ReplyError } from '#shared/ipc/registry.ts';
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

export interface RecordEditorProps {
  /** Null for a contract that is being registered. */
  readonly contractId: string | null;
  readonly initial: RecordForm;
  readonly locks: RecordLocks;
  readonly submitLabel: string;
  readonly isSubmitting: boolean;
  readonly onSubmit: (assessed: RecordAssessment, typed: RecordForm) => void;
  readonly onCancel: () => void;
  /** Told of each change, a moment after it. */
  readonly onTyped: (typed: RecordForm, isDirty: boolean) => void;
  /** The person leaves and gives up what was typed. */
  readonly onDiscard: () => void;
  /** Stands above the fields, e.g. that the form was restored. */
  readonly notice: ReactNode;
  /** Stands beside the buttons, e.g. when the form was kept. */
  readonly status: ReactNode;
  /** Why the last submit was refused. */
  readonly refused: ReplyError | null;
  /** Says so where the refusal is about no field. */
  readonly refusal: ReactNode;
  readonly renderNewParty: RenderNewParty | undefined;
}

/** The form of a record with its sections and buttons. Ctrl or ⌘ with Enter saves from any field. */
export function RecordEditor(props: RecordEditorProps) {
  const translate = useTranslate();
  const { contractId, renderNewParty, onTyped } = props;
  const isNew = contractId === null;
  const { form, typed, problemTextByKey, noteTextByKey, visit, submit, summary, isRefusedAtField, messageRef } = useRecordForm(props.initial, isNew, props.refused);
  const [locks] = useState(props.locks);
  const { isDirty } = form.formState;
  useEffect(() => onTyped(typed, isDirty), [onTyped, typed, isDirty]);
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
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <FormProvider {...form}>
      <ContractFormContext value={partyScope}>
        <RecordFormScope value={scope}>
          <DateWords>
            <LeaveGuard isDirty={isDirty} onDiscard={props.onDiscard} />
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
              {props.notice}
              <BasicsSection />
              <PartiesSection />
              <TermSection />
              <RenewalSection />
              <MoneySection />
              <LawSection />
              <KeepingSection />
              <CustomSection />
              <RecordProblems problems={summary} />
              {!isRefusedAtField && (
                <Box ref={messageRef} tabIndex={-1} sx={{ outline: 'none' }}>
                  {props.refusal}
                </Box>
              )}
              <Stack direction="row" spacing={1} sx={stickyBar}>
                <Button type="submit" variant="contained" disabled={props.isSubmitting}>
                  {props.submitLabel}
                </Button>
                <Button onClick={props.onCancel}>{translate('ui.cancel')}</Button>
                {props.status}
              </Stack>
            </Stack>
          </DateWords>
        </RecordFormScope>
      </ContractFormContext>
    </FormProvider>
  );
}

/** Keeps the buttons in reach while the fields scroll. */
const stickyBar = { alignItems: 'center', position: 'sticky', bottom: 0, py: 1.5, zIndex: 1, bgcolor: 'background.default' } as const;
