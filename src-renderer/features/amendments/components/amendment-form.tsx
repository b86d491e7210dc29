import Alert from '@mui/material/Alert';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { amendmentKinds, type AmendedTerms } from '#shared/features/amendments/model.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { focusWrongField } from '../../../ui/focus-wrong-field.ts';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { Withheld } from '../../../ui/withheld.tsx';
import type { AmendmentTyped } from '../amendment-typed.ts';
import { entryOf } from '../term-entries.ts';
import { useAmendmentForm } from '../use-amendment-form.ts';
import { ClauseRows } from './clause-rows.tsx';
import { DocumentField } from './document-field.tsx';
import { ExtendField } from './extend-field.tsx';
import { OutcomeNotes } from './outcome-notes.tsx';
import { PartyRows } from './party-rows.tsx';
import { SumFields } from './sum-fields.tsx';
import { TermRows } from './term-rows.tsx';

interface AmendmentFormProps {
  readonly contract: Contract;
  readonly amended: AmendedTerms;
  readonly today: Day;
  readonly titleId: string;
  readonly kept: KeptForm<AmendmentTyped>;
}

/** Records an amendment; mounted with its dialog. */
export function AmendmentForm({ contract, amended, today, titleId, kept }: AmendmentFormProps) {
  const translate = useTranslate();
  const form = useAmendmentForm(contract, amended, today, kept);
  const { typed, change, before, problems } = form;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!focusWrongField(event.currentTarget)) void form.submit();
      }}
    >
      <DialogTitle id={titleId}>{translate('amendments.form.title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2.5} sx={{ pt: 1 }}>
          {kept.notice}
          <ToggleButtonGroup exclusive size="small" value={typed.kind} aria-label={translate('amendments.form.kind')} onChange={(_, kind: typeof typed.kind | null) => kind !== null && change({ kind })}>
            {amendmentKinds.map((kind) => (
              <ToggleButton key={kind} value={kind}>
                {translate(`amendments.kind.${kind}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5}>
            <DateField id="amendment-day" required label={translate('amendments.form.effectiveOn')} value={typed.effectiveOn} onChange={form.changeDay} problem={problems.day} hint={translate('amendments.form.effectiveHint')} />
            <DocumentField contractId={contract.summary.id} value={typed.documentId} onChange={(documentId) => change({ documentId })} />
          </Stack>
          {typed.kind !== 'change' && <ExtendField months={typed.months} end={form.end} onChange={form.changeMonths} />}
          <Part title={translate('amendments.form.terms')}>
            <TermRows entries={typed.entries} before={before} end={form.end} problemOf={problems.term} onChange={form.changeEntries} />
          </Part>
          {form.outcome !== null && <OutcomeNotes outcome={form.outcome} entered={typed.entries.map(({ field }) => field)} onAdd={(field) => form.changeEntries([...typed.entries, entryOf(field, before)])} />}
          <Part title={translate('amendments.parties.title')}>
            <PartyRows present={before.parties} names={amended.partyNames} typed={typed.parties} onChange={(parties) => change({ parties })} />
          </Part>
          <Part title={translate('amendments.form.amount')}>
            {form.isAmountWithheld ? (
              <Withheld />
            ) : (
              <SumFields typed={typed.sum} {...form.sum} problemOf={problems.sum} onChange={(sum) => change({ sum })} />
            )}
          </Part>
          {form.isTextWithheld ? null : (
            <>
              <Part title={translate('amendments.form.clauses')}>
                <ClauseRows clauses={typed.clauses} onChange={(clauses) => change({ clauses })} />
              </Part>
              <PlainTextField
                multiline
                minRows={2}
                id="amendment-rationale"
                label={translate('amendments.form.rationale')}
                value={typed.rationale}
                onChange={(event) => change({ rationale: event.target.value })}
                slotProps={{ htmlInput: { maxLength: 2000 } }}
              />
            </>
          )}
          {form.obstacle !== null && form.isTouched && <Alert severity="info">{form.obstacle}</Alert>}
          <ErrorMessage error={form.error} operation="amendments.record" />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('amendments.form.submit')} isDisabled={!form.mayRecord || form.isRunning} onCancel={kept.close} status={kept.status} />
    </form>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <Typography variant="subtitle2" component="h3" sx={{ mb: 1.5 }}>
        {title}
      </Typography>
      {children}
    </div>
  );
}
