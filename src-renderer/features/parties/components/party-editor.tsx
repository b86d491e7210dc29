import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { FormProvider } from 'react-hook-form';
import type { Party, PartyId } from '#shared/features/parties/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import { UnfinishedNotice } from '../../../keeping/unfinished-notice.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LeaveGuard } from '../../../ui/leave-guard.tsx';
import { keptPartyOf, nothingTyped, partyFields, type PartyTyped } from '../party-typed.ts';
import { usePartyEditor } from '../use-party-editor.ts';
import { useSimilarParties } from '../use-similar-parties.ts';
import { PartyConflict } from './party-conflict.tsx';
import { PartyFields } from './party-fields.tsx';
import { SimilarParties } from './similar-parties.tsx';

interface PartyEditorProps {
  /** The stored party, or null to enter a new one. */
  readonly stored: Party | null;
  readonly readOnly: boolean;
  /** Asks before the page is left with unsaved changes. A dialog, which has its own ways out, sets it false. */
  readonly guardsLeaving: boolean;
  /** Null where nothing is changed. */
  readonly kept: KeptFormOf<PartyTyped> | null;
  readonly onSaved: (party: Party) => void;
  readonly onCancel?: () => void;
  /** Takes a party that is there already instead of entering it again. */
  readonly onTake?: (id: PartyId) => void;
}

/** The form of a party on a page of its own; what is typed is kept until it is saved or given up. */
export function KeptPartyEditor(props: Omit<PartyEditorProps, 'kept' | 'guardsLeaving'>) {
  const { stored, readOnly } = props;
  if (readOnly) {
    return (
      <>
        {stored !== null && <UnfinishedNotice contractId={null} dialogs={['party']} about={stored.id} />}
        <PartyEditor {...props} guardsLeaving kept={null} />
      </>
    );
  }
  return (
    <KeptForm of={keptPartyOf(stored)} fields={partyFields} fresh={nothingTyped}>
      {(kept) => <PartyEditor {...props} guardsLeaving kept={kept} />}
    </KeptForm>
  );
}

/** The form of a party with its buttons. */
export function PartyEditor({ stored, readOnly, guardsLeaving, kept, onSaved, onCancel, onTake }: PartyEditorProps) {
  const translate = useTranslate();
  const editor = usePartyEditor(stored, kept);
  const names = useSimilarParties(editor.form, editor.base);
  const { isDirty, isSubmitting } = editor.form.formState;
  const submit = editor.form.handleSubmit(async (typed) => {
    if (!(await names.mayBeSaved(typed))) return;
    const saved = await editor.save(typed);
    if (saved === null) return;
    kept?.settle(null);
    onSaved(saved);
  });
  const giveUp = () => {
    // A page that is left asks first, and may be stayed on.
    if (!guardsLeaving) kept?.forget();
    onCancel?.();
  };
  const take = (id: PartyId) => {
    kept?.forget();
    onTake?.(id);
  };
  const cancel = onCancel !== undefined && (
    <Button color="inherit" onClick={giveUp}>
      {translate('parties.form.cancel')}
    </Button>
  );
  return (
    <FormProvider {...editor.form}>
      <Stack
        component="form"
        noValidate
        spacing={2}
        onSubmit={(event) => {
          // A dialog's form lies inside the contract's form in React's tree: its submit must stay here.
          event.stopPropagation();
          void submit(event);
        }}
      >
        {guardsLeaving && <LeaveGuard isDirty={isDirty} {...(kept === null ? {} : { onDiscard: kept.forget })} />}
        {kept?.notice}
        {editor.conflicts !== null && <PartyConflict conflicts={editor.conflicts} />}
        <PartyFields
          isBankWithheld={editor.isBankWithheld}
          readOnly={readOnly}
          ofNames={<SimilarParties similar={names.similar} onTake={onTake === undefined ? undefined : take} />}
          onNameLeft={names.look}
        />
        {editor.refusal !== null && <ErrorMessage error={editor.refusal} />}
        {!readOnly && (
          <Stack direction="row" spacing={1} sx={{ ...stickyBar, alignItems: 'center', ...(guardsLeaving ? { bgcolor: 'background.default' } : { bgcolor: 'background.paper', justifyContent: 'flex-end' }) }}>
            {!guardsLeaving && cancel}
            <Button type="submit" variant="contained" disabled={isSubmitting || (stored !== null && !isDirty)}>
              {translate('parties.form.save')}
            </Button>
            {guardsLeaving && cancel}
            {kept?.status}
          </Stack>
        )}
      </Stack>
    </FormProvider>
  );
}

/** Keeps the buttons in reach while the fields scroll. */
const stickyBar = { position: 'sticky', bottom: 0, py: 1.5, zIndex: 1 } as const;
