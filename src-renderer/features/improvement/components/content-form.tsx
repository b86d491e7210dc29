import AddIcon from '@mui/icons-material/Add';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Tooltip from '@mui/material/Tooltip';
import { z } from 'zod';
import { standardKinds, type Item, type ItemContent } from '#shared/features/improvement/model.ts';
import { userIdSchema } from '#shared/features/vault/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PersonField } from '../../../ui/person-field.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';

interface ContentFormProps {
  readonly item: Item;
  readonly isReadOnly: boolean;
}

/** An item as it is being worked on; its result is written where it is ended. */
interface ContentTyped extends Omit<ItemContent, 'result'> {
  readonly ownerId: Item['line']['ownerId'];
}

const text = z.string();

/** What is kept of it, and may come back. */
const contentFields: FieldsOf<ContentTyped> = {
  ...{ title: text, description: text, rootCause: text, shortPlan: text, longPlan: text, whys: z.array(text) },
  ...{ standards: z.array(z.object({ kind: z.enum(standardKinds), text, ref: text })), ownerId: userIdSchema.nullable() },
};

/** What is typed is kept until it is saved or given up. */
export function ContentForm(props: ContentFormProps) {
  const { item } = props;
  const of = { contractId: null, dialog: 'improvement', about: item.line.id } as const;
  if (props.isReadOnly) return <Content {...props} kept={null} />;
  return (
    <KeptForm of={of} revision={item.revision} fields={contentFields} fresh={() => typedOf(item)}>
      {(kept) => <Content {...props} kept={kept} />}
    </KeptForm>
  );
}

function typedOf({ content: { result: _, ...content }, line }: Item): ContentTyped {
  return { ...content, ownerId: line.ownerId };
}

function ownerOf({ line: { ownerId, ownerName } }: Item) {
  return ownerId === null ? null : { id: ownerId, name: ownerName ?? '' };
}

/** What it is about, why it happens, what is planned, and what was changed for good. */
function Content({ item, isReadOnly, kept }: ContentFormProps & { /** Null: nothing is changed. */ readonly kept: KeptFormOf<ContentTyped> | null }) {
  const translate = useTranslate();
  const toast = useToast();
  const save = useCommand('improvement.save');
  const members = useOperation('approvals.members', undefined);
  const { ownerId, ...content } = kept?.typed ?? typedOf(item);
  const change = (part: Partial<ContentTyped>) => kept?.change(part);
  const whys = [...content.whys, ...(content.whys.length < 5 && content.whys.at(-1) !== '' ? [''] : [])];
  const isChanged = JSON.stringify({ ...content, ownerId }) !== JSON.stringify(typedOf(item));
  const run = async () => {
    const tidy = { ...content, result: item.content.result, whys: content.whys.filter((why) => why.trim() !== ''), standards: content.standards.filter(({ text }) => text.trim() !== '') };
    const reply = await save.run({ id: item.line.id, revision: kept?.revision ?? item.revision, content: tidy, ownerId });
    if (!reply.ok) return;
    kept?.forget();
    toast.success(translate('improvement.saved'));
  };
  const field = (key: 'description' | 'rootCause' | 'shortPlan' | 'longPlan', most: number) => (
    <TextField fullWidth multiline minRows={2} label={translate(`improvement.field.${key}`)} value={content[key]} onChange={(event) => change({ [key]: event.target.value })} slotProps={{ htmlInput: { maxLength: most, readOnly: isReadOnly } }} />
  );
  return (
    <>
      {kept?.notice}
      {save.error !== null && <ErrorMessage error={save.error} />}
      <SectionCard title={translate('improvement.section.problem')}>
        <Stack spacing={2}>
          {field('description', 4000)}
          <Box sx={{ maxWidth: 320 }}>
            <PersonField label={translate('improvement.column.owner')} people={members.data} value={ownerId} recorded={ownerOf(item)} nobody={translate('improvement.nobody')} isDisabled={isReadOnly} onChange={(id) => change({ ownerId: id })} />
          </Box>
        </Stack>
      </SectionCard>
      <SectionCard title={translate('improvement.section.cause')} subtitle={translate('improvement.section.causeHint')}>
        <Stack spacing={1.5}>
          {whys.map((why, index) => (
            <TextField
              key={index}
              fullWidth
              label={translate('improvement.why', { number: index + 1 })}
              value={why}
              onChange={(event) => change({ whys: whys.map((each, at) => (at === index ? event.target.value : each)).filter((each, at, all) => each !== '' || at < all.length - 1) })}
              slotProps={{ htmlInput: { maxLength: 400, readOnly: isReadOnly } }}
              sx={{ pl: index * 2 }}
            />
          ))}
          {field('rootCause', 1000)}
        </Stack>
      </SectionCard>
      <SectionCard title={translate('improvement.section.plan')}>
        <Stack spacing={2}>
          {field('shortPlan', 2000)}
          {field('longPlan', 2000)}
        </Stack>
      </SectionCard>
      <SectionCard title={translate('improvement.section.standard')} subtitle={translate('improvement.section.standardHint')}>
        <Stack spacing={1}>
          {content.standards.map((standard, index) => (
            <Stack key={index} direction="row" spacing={1}>
              <TextField select label={translate('improvement.standard.kind')} value={standard.kind} disabled={isReadOnly} onChange={(event) => change({ standards: content.standards.with(index, { ...standard, kind: standardKinds.find((kind) => kind === event.target.value) ?? 'other' }) })} sx={{ minWidth: 140 }}>
                {standardKinds.map((kind) => (
                  <MenuItem key={kind} value={kind}>
                    {translate(`improvement.standard.kinds.${kind}`)}
                  </MenuItem>
                ))}
              </TextField>
              <TextField fullWidth label={translate('improvement.standard.what')} value={standard.text} onChange={(event) => change({ standards: content.standards.with(index, { ...standard, text: event.target.value }) })} slotProps={{ htmlInput: { maxLength: 300, readOnly: isReadOnly } }} />
              {standard.kind !== 'other' && (
                <Button href={`#${placeOf[standard.kind]}`} size="small">
                  {translate('improvement.standard.go')}
                </Button>
              )}
              {!isReadOnly && (
                <Tooltip title={translate('improvement.standard.remove')}>
                  <IconButton aria-label={translate('improvement.standard.remove')} onClick={() => change({ standards: content.standards.toSpliced(index, 1) })}>
                    <DeleteIcon />
                  </IconButton>
                </Tooltip>
              )}
            </Stack>
          ))}
          {!isReadOnly && (
            <Button startIcon={<AddIcon />} size="small" onClick={() => change({ standards: [...content.standards, { kind: 'template', text: '', ref: '' }] })} sx={{ alignSelf: 'flex-start' }}>
              {translate('improvement.standard.add')}
            </Button>
          )}
        </Stack>
      </SectionCard>
      {!isReadOnly && (
        <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
          <Button variant="contained" disabled={!isChanged} loading={save.isRunning} onClick={() => void run()}>
            {translate('improvement.save')}
          </Button>
          {kept?.status}
        </Stack>
      )}
    </>
  );
}

/** Where what was changed for good is kept. */
const placeOf = { template: '/templates', rule: '/checker/rules', flow: '/approvals/flows', checklist: '/reviews/settings?tab=checklists' } as const;
