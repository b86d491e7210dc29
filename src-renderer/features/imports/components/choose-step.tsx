import UploadFileOutlinedIcon from '@mui/icons-material/UploadFileOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { importKinds, type ImportKind } from '#shared/features/imports/model.ts';
import { textEncodings, type SourceView } from '#shared/features/imports/plan.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import type { ImportDraftState, Preview } from '../use-import-draft.ts';
import { PlainSelect } from './plain-select.tsx';
import { PreviewTable } from './preview-table.tsx';
import { StepActions } from './step-actions.tsx';

interface ChooseStepProps {
  readonly state: ImportDraftState;
  readonly onNext: () => void;
}

/** First step: the file, and how it is to be read. */
export function ChooseStep({ state, onNext }: ChooseStepProps) {
  const translate = useTranslate();
  const { draft, error } = state;
  const preview = draft?.preview;
  if (draft === null) {
    return (
      <>
        <ErrorMessage error={error} />
        <EmptyState
          icon={<UploadFileOutlinedIcon />}
          title={translate('imports.choose.empty.title')}
          body={translate('imports.choose.empty.body')}
          action={
            <Button variant="contained" onClick={() => void state.pick()}>
              {translate('imports.choose.pick')}
            </Button>
          }
        />
      </>
    );
  }
  return (
    <Stack spacing={2}>
      <ErrorMessage error={error} />
      {preview === undefined && error === null && <LoadingState />}
      {preview !== undefined && (
        <>
          <ReadingChoices preview={preview} view={state.view} onLook={state.look} />
          {preview.rows.length === 0 && <Alert severity="warning">{translate('imports.choose.noRows')}</Alert>}
          <PreviewTable preview={preview} />
        </>
      )}
      <StepActions>
        <Button onClick={() => void state.pick()}>{translate('imports.choose.another')}</Button>
        <Button variant="contained" disabled={preview === undefined || preview.rows.length === 0} onClick={onNext}>
          {translate('imports.next.map')}
        </Button>
      </StepActions>
    </Stack>
  );
}

interface ReadingChoicesProps {
  readonly preview: Preview;
  readonly view: SourceView;
  readonly onLook: (kind: ImportKind, view: SourceView) => void;
}

function ReadingChoices({ preview, view, onLook }: ReadingChoicesProps) {
  const translate = useTranslate();
  const { kind, format, sheetNames, encoding } = preview;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))' }}>
      <PlainSelect
        label={translate('imports.choose.kind')}
        value={kind}
        options={importKinds.map((value) => ({ value, label: translate(`imports.kind.${value}`) }))}
        onChange={(value) => onLook(value, view)}
      />
      {sheetNames.length > 1 && (
        <PlainSelect
          label={translate('imports.choose.sheet')}
          value={view.sheet ?? ''}
          options={[{ value: '', label: translate('imports.choose.firstSheet') }, ...sheetNames.map((value) => ({ value, label: value }))]}
          onChange={(sheet) => onLook(kind, { ...view, sheet: sheet === '' ? null : sheet })}
        />
      )}
      {format !== 'xlsx' && (
        <PlainSelect
          label={translate('imports.choose.encoding')}
          value={encoding}
          options={textEncodings.map((value) => ({ value, label: value.toUpperCase() }))}
          onChange={(value) => onLook(kind, { ...view, encoding: value })}
        />
      )}
    </Box>
  );
}
