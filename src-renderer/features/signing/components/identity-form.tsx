import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { Identity } from '#shared/features/signing/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';

const formSchema = z.object({
  commonName: z.string().trim().min(1, 'nameRequired').max(64, 'tooLong'),
  organisation: z.string().trim().max(64, 'tooLong'),
});
type IdentityForm = z.infer<typeof formSchema>;

interface IdentityFormProps {
  readonly defaultName: string;
  readonly submitLabel: string;
  /** Stands back where the page's purpose is another. */
  readonly isQuiet?: boolean;
  readonly onCreated: (identity: Identity) => void;
  /** Asked before the certificate is made; false keeps the form as it is. */
  readonly confirm?: () => Promise<boolean>;
}

/** Makes a self-issued certificate from a name and an organisation. */
export function IdentityForm({ defaultName, submitLabel, isQuiet = false, onCreated, confirm }: IdentityFormProps) {
  const translate = useTranslate();
  const create = useCommand('signing.createIdentity');
  const { register, handleSubmit, formState } = useForm<IdentityForm>({
    resolver: zodResolver(formSchema),
    mode: 'onTouched',
    defaultValues: { commonName: defaultName, organisation: '' },
  });
  const submit = handleSubmit(async (typed) => {
    if (confirm !== undefined && !(await confirm())) return;
    const reply = await create.run(typed);
    if (reply.ok) onCreated(reply.value);
  });
  const problemOf = (field: keyof IdentityForm) => {
    const message = formState.errors[field]?.message;
    if (message === undefined) return undefined;
    return translate(message === 'nameRequired' ? 'signing.create.nameRequired' : 'signing.create.tooLong');
  };
  return (
    <Stack component="form" noValidate spacing={2} onSubmit={(event) => void submit(event)}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))' }}>
        {(['commonName', 'organisation'] as const).map((field) => (
          <TextField
            key={field}
            fullWidth
            id={`identity-${field}`}
            label={translate(`signing.field.${field}`)}
            error={problemOf(field) !== undefined}
            helperText={problemOf(field)}
            slotProps={{ htmlInput: { spellCheck: false } }}
            {...register(field)}
          />
        ))}
      </Box>
      {create.error !== null && <ErrorMessage error={create.error} />}
      <Button type="submit" variant={isQuiet ? 'outlined' : 'contained'} disabled={create.isRunning} sx={{ alignSelf: 'flex-start' }}>
        {submitLabel}
      </Button>
    </Stack>
  );
}
