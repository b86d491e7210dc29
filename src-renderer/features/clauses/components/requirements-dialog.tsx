import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { clauseCategories, type ClauseCategory } from '#shared/features/clauses/model.ts';
import { contractTypes, type ContractType } from '#shared/features/templates/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';

/** Which clauses contracts of a type must have. */
export function RequirementsDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const titleId = useId();
  const requirements = useOperation('clauses.requirements', undefined);
  const save = useCommand('clauses.saveRequirement');
  const [contractType, setType] = useState<ContractType>('sales');
  const [changed, setChanged] = useState<readonly ClauseCategory[] | null>(null);
  const categories = changed ?? requirements.data?.find((one) => one.contractType === contractType)?.categories ?? [];
  const run = async () => {
    const reply = await save.run({ contractType, categories });
    if (reply.ok) setChanged(null);
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('clauses.requirements.title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {save.error !== null && <ErrorMessage error={save.error} />}
          <Typography variant="body2">{translate('clauses.requirements.lead')}</Typography>
          <TextField
            select
            label={translate('clauses.requirements.type')}
            value={contractType}
            onChange={(event) => {
              setType(contractTypes.find((type) => type === event.target.value) ?? contractType);
              setChanged(null);
            }}
          >
            {contractTypes.map((type) => (
              <MenuItem key={type} value={type}>
                {translate(`templates.type.${type}`)}
              </MenuItem>
            ))}
          </TextField>
          <Autocomplete
            multiple
            options={clauseCategories}
            value={[...categories]}
            onChange={(_, chosen) => setChanged(chosen)}
            getOptionLabel={(category) => translate(`clauses.category.${category}`)}
            renderInput={(parameters) => <TextField {...parameters} label={translate('clauses.requirements.categories')} />}
          />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {translate('ui.close')}
        </Button>
        <Button variant="contained" disabled={changed === null} loading={save.isRunning} onClick={() => void run()}>
          {translate('clauses.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
