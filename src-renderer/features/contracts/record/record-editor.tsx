import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { isChild } from '#shared/features/contracts/record-rules.ts';
import type { ContractRecord, RecordKind } from '#shared/features/contracts/record.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { ReplyError } from '../../../ipc/reply-error.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LeaveGuard } from '../../../ui/leave-guard.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { DateWords } from '../components/date-words.tsx';
import { ContractFormContext, type RenderNewParty } from '../contract-form-context.ts';
import { RecordFieldInput } from './record-field-input.tsx';
import { fixedOnceSigned, recordGroups, registrationFields, type RecordField } from './record-fields.ts';
import { inclusiveFrom, readRecordForm, type FieldTrouble, type ReadForm, type RecordForm } from './record-form.ts';

interface RecordEditorProps {
  readonly initial: RecordForm;
  /** What the stored record says beside the fields; null for a new one. */
  readonly base: ContractRecord | null;
  readonly isSigned: boolean;
  readonly isAmountWithheld: boolean;
  readonly submitLabel: string;
  readonly isRunning: boolean;
  readonly error: ReplyError | null;
  readonly onSubmit: (form: RecordForm, read: ReadForm) => void;
  readonly onCancel: () => void;
  readonly renderNewParty: RenderNewParty | undefined;
}

// The fields of a record say their problems themselves.
const noProblems: ReadonlyMap<string, string> = new Map();

/** The form of a record, new or stored. What can't be is said at its field as soon as saving was tried. */
export function RecordEditor(props: RecordEditorProps) {
  const translate = useTranslate();
  const { initial, base, isSigned, onSubmit } = props;
  const [form, setForm] = useState(initial);
  const [wasTried, setTried] = useState(false);
  const read = readRecordForm(form, base);
  const shown = read.troubles.filter(({ isNote }) => isNote || wasTried);
  const hasProblem = read.troubles.some(({ isNote }) => !isNote);
  const suggestion = inclusiveFrom(form);
  const change = (name: keyof RecordForm) => (value: string) => setForm((before) => ({ ...before, [name]: value }));
  const submit = () => {
    setTried(true);
    if (read.record === null || hasProblem) {
      const first = read.troubles.find(({ isNote }) => !isNote);
      if (first !== undefined) document.getElementById(`record-${first.field}`)?.focus();
      return;
    }
    onSubmit(form, read);
  };
  const isShown = ({ name }: RecordField) =>
    (name !== 'parentId' || isChild({ recordKind: form.recordKind as RecordKind })) &&
    !(props.isAmountWithheld && ['inclusive', 'exclusive', 'taxPercent', 'basis', 'currency'].includes(name));

  return (
    <DateWords>
      <ContractFormContext value={{ problemTextByKey: noProblems, visit: () => undefined, renderNewParty: props.renderNewParty }}>
        <Stack
          component="form"
          noValidate
          spacing={2}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <LeaveGuard isDirty={JSON.stringify(form) !== JSON.stringify(initial)} />
          {props.error !== null && <ErrorMessage error={props.error} />}
          {isSigned && base !== null && <Alert severity="info">{translate('contracts.record.signedNote')}</Alert>}
          {recordGroups.map((group) => (
            <SectionCard key={group.name} title={translate(`contracts.record.group.${group.name}`)}>
              <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(12, minmax(0, 1fr))', gap: 2 }}>
                {[...(group.name === 'basics' && base === null ? registrationFields : []), ...group.fields].filter(isShown).map((field) => {
                  const trouble = shown.find((each) => each.field === field.name);
                  return (
                    <Box key={field.name} sx={{ gridColumn: { xs: 'span 12', sm: `span ${Math.max(field.width, 6)}`, md: `span ${field.width}` } }}>
                      <RecordFieldInput
                        field={field}
                        value={form[field.name]}
                        onChange={change(field.name)}
                        isDisabled={isSigned && base !== null && fixedOnceSigned.has(field.name)}
                        hasProblem={trouble !== undefined && !trouble.isNote}
                        helperText={trouble === undefined ? hintOf(field) : translate(problemKey(trouble))}
                      />
                      {field.name === 'inclusive' && suggestion !== null && suggestion !== form.inclusive && !(isSigned && base !== null) && (
                        <Button size="small" onClick={() => change('inclusive')(suggestion)}>
                          {translate('contracts.record.takeInclusive', { amount: suggestion })}
                        </Button>
                      )}
                    </Box>
                  );
                })}
              </Box>
            </SectionCard>
          ))}
          <Stack direction="row" spacing={1.5} sx={{ justifyContent: 'flex-end' }}>
            <Button color="inherit" onClick={props.onCancel}>
              {translate('ui.cancel')}
            </Button>
            <Button type="submit" variant="contained" loading={props.isRunning}>
              {props.submitLabel}
            </Button>
          </Stack>
        </Stack>
      </ContractFormContext>
    </DateWords>
  );

  function hintOf({ name }: RecordField): string | undefined {
    if (name === 'number' || name === 'tags' || name === 'expiresOn') return translate(`contracts.record.hint.${name}`);
    return undefined;
  }
}

function problemKey({ code }: FieldTrouble) {
  return `contracts.record.problem.${code}` as const;
}
