import MoreVertIcon from '@mui/icons-material/MoreVert';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { attachmentNameSchema, largestReadBytes, longestSearched, type ContractAttachment } from '#shared/features/attachments/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useProgress } from '../../../ipc/use-progress.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { useErrorText } from '../../../ui/error-text.ts';
import { NameDialog } from '../../../ui/name-dialog.tsx';
import { ProgressLine } from '../../../ui/progress-line.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useUndo } from '../../../ui/use-undo.ts';
import { useSaveAs } from '../use-save-as.ts';

/** One file: its name shows it, its menu does the rest. */
export function AttachmentRow({ file, onPreview }: { readonly file: ContractAttachment; readonly onPreview: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const undo = useUndo();
  const mayWrite = usePermission('contracts.write');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const textOf = useErrorText();
  const [isRenaming, setRenaming] = useState(false);
  const [nameError, setNameError] = useState<string | null>(null);
  const saveAs = useSaveAs(file);
  const rename = useCommand('attachments.rename');
  const remove = useCommand('attachments.remove');
  const restore = useCommand('attachments.restore');
  const stopReading = useCommand('attachments.stopReading');
  const readAgain = useCommand('attachments.readAgain');
  const choose = (work: () => void) => () => {
    setAnchor(null);
    work();
  };
  const takeAway = async () => {
    const reply = await remove.run({ id: file.id });
    if (!reply.ok) return toast.failure(reply.error);
    toast.success(translate('attachments.removed', { name: file.name }), undo(() => restore.run({ id: file.id })));
  };
  const startRenaming = () => {
    setNameError(null);
    setRenaming(true);
  };
  const renameTo = async (name: string) => {
    if (!attachmentNameSchema.safeParse(name).success) return setNameError(translate('attachments.badName'));
    setNameError(null);
    const reply = await rename.run({ id: file.id, name });
    if (reply.ok) setRenaming(false);
    else setNameError(textOf(reply.error, 'attachments.rename'));
  };
  const stop = async () => {
    const reply = await stopReading.run({ id: file.id });
    if (!reply.ok) toast.failure(reply.error);
  };
  const startReading = async () => {
    const reply = await readAgain.run({ id: file.id });
    if (!reply.ok) toast.failure(reply.error);
  };
  const told = useProgress(file.reading?.taskId ?? null);
  // After the last part the text is put together and kept: that is not done yet.
  const fraction = told === null ? (file.reading?.fraction ?? null) : told.step / told.steps;
  const isWaiting = file.textState === 'pending' || file.textState === 'running';
  // What is too large stays too large.
  const canBeRead = file.textState === 'failed' && file.textNote !== 'FILE_TOO_LARGE';
  const searchable =
    file.textNote === null
      ? translate(`attachments.text.${file.textState}`)
      : translate(`attachments.note.${file.textNote}`, { characters: format.number(longestSearched), size: format.bytes(largestReadBytes) });
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Link component="button" type="button" variant="body2" underline="hover" onClick={onPreview} sx={{ textAlign: 'left', overflowWrap: 'anywhere' }}>
          {file.name}
        </Link>
        <Typography variant="caption" color="textSecondary" component="p" sx={{ wordBreak: 'keep-all', overflowWrap: 'anywhere' }}>
          {[format.bytes(file.byteLength), format.dateTime(file.addedAt), file.addedBy].join('\u00a0· ')}
          {file.textState !== 'running' && <Box component="span" sx={{ display: 'block' }}>{searchable}</Box>}
        </Typography>
        {file.textState === 'running' && (
          <ProgressLine
            label={fraction === null ? searchable : translate('attachments.readingPart', { percent: format.percent(Math.min(0.99, Math.floor(fraction * 100) / 100)) })}
            fraction={fraction}
            {...(mayWrite ? { onCancel: () => void stop() } : {})}
          />
        )}
      </Box>
      <IconButton size="small" aria-label={translate('attachments.menu', { name: file.name })} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        <MoreVertIcon fontSize="small" />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={choose(onPreview)}>{translate('attachments.preview')}</MenuItem>
        <MenuItem onClick={choose(() => void saveAs())}>{translate('attachments.saveAs')}</MenuItem>
        {mayWrite && <MenuItem onClick={choose(startRenaming)}>{translate('attachments.rename')}</MenuItem>}
        {mayWrite && isWaiting && <MenuItem onClick={choose(() => void stop())}>{translate('attachments.stopReading')}</MenuItem>}
        {mayWrite && canBeRead && <MenuItem onClick={choose(() => void startReading())}>{translate('attachments.readAgain')}</MenuItem>}
        {mayWrite && <MenuItem onClick={choose(() => void takeAway())}>{translate('attachments.remove')}</MenuItem>}
      </Menu>
      <NameDialog
        isOpen={isRenaming}
        title={translate('attachments.rename')}
        label={translate('attachments.name')}
        submitLabel={translate('attachments.rename')}
        maxLength={255}
        initial={file.name}
        error={nameError}
        isRunning={rename.isRunning}
        onSubmit={(name) => void renameTo(name)}
        onClose={() => setRenaming(false)}
      />
    </Box>
  );
}
