import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { openErrors } from '#shared/features/vault/model.ts';
import type { OperationName, ReplyError } from '#shared/ipc/registry.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useOpenFolder } from '../use-open-folder.ts';

interface OpenProblemProps {
  readonly error: ReplyError | null;
  readonly operation: OperationName;
  readonly onRetry?: (() => void) | undefined;
  /** Offered where another computer holds the vault and has been silent for long. */
  readonly onTakeOver?: (() => void) | undefined;
  readonly onChooseOther?: (() => void) | undefined;
  /** A folder was located instead. */
  readonly onChosen?: (() => void) | undefined;
}

/** Why a vault does not open, with the ways out that fit. */
export function OpenProblem({ error, operation, onRetry, onTakeOver, onChooseOther, onChosen }: OpenProblemProps) {
  const translate = useTranslate();
  const opening = useOpenFolder();
  if (error === null) return null;
  const isOfVault = ofVault.has(error.code);
  const canLocate = error.code === 'FOLDER_MISSING' || error.code === 'NOT_A_VAULT';
  const canTakeOver = error.code === 'VAULT_IN_USE' && error.params?.['canTakeOver'] === true;
  const locate = async () => {
    if (await opening.open()) onChosen?.();
  };
  const buttons = [
    canTakeOver && onTakeOver !== undefined && <Way key="takeOver" label={translate('vault.problem.takeOver')} onClick={onTakeOver} />,
    isOfVault && !canTakeOver && onRetry !== undefined && <Way key="retry" label={translate('ui.retry')} onClick={onRetry} />,
    canLocate && <Way key="locate" label={translate('vault.problem.locate')} onClick={() => void locate()} />,
    isOfVault && onChooseOther !== undefined && <Way key="other" label={translate('vault.problem.chooseOther')} onClick={onChooseOther} />,
  ].filter((button) => button !== false);
  return (
    <Stack spacing={1}>
      <ErrorMessage error={error} operation={operation} action={buttons.length === 0 ? undefined : buttons} />
      {opening.error !== null && <ErrorMessage error={opening.error} />}
    </Stack>
  );
}

function Way({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button size="small" variant="outlined" color="inherit" onClick={onClick}>
      {label}
    </Button>
  );
}

const ofVault: ReadonlySet<string> = new Set(openErrors);
