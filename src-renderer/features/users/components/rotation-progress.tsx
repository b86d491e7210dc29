import { useTranslate } from '../../../i18n/i18n.ts';
import type { Task } from '../../../ipc/use-task.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { ProgressLine } from '../../../ui/progress-line.tsx';

/** How far a change of keys is, or why it failed. */
export function RotationProgress({ rotation }: { readonly rotation: Task<'users.rotateKeys'> }) {
  const translate = useTranslate();
  const { state } = rotation;
  if (state.kind === 'failed') return <ErrorMessage error={state.error} operation="users.rotateKeys" />;
  if (state.kind !== 'running') return null;
  return <ProgressLine label={translate('users.keys.running')} fraction={state.progress === null ? null : state.progress.step / state.progress.steps} onCancel={rotation.cancel} />;
}
