import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { PackedContract } from '#shared/features/exchange/model.ts';
import type { Sheet } from '#shared/features/exchange/ipc.ts';
import { documentCss } from '#shared/features/documents/document-css.ts';
import { renderDocument } from '#shared/features/documents/render.ts';
import { joinAmounts } from '#shared/features/documents/variables.ts';
import { isWithheld, withheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { DocumentPreview } from '../../../ui/document-preview.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';

/** The wording of the contracts of a pack. Amounts that did not come along read as withheld. */
export function PackedText({ sheet }: { readonly sheet: Sheet }) {
  return (
    <Stack spacing={2.5}>
      {sheet.contracts.map((contract) => (
        <OneText key={contract.id} contract={contract} amounts={sheet.amounts} />
      ))}
    </Stack>
  );
}

const css = documentCss('.contract');

function OneText({ contract, amounts }: { readonly contract: PackedContract; readonly amounts: Sheet['amounts'] }) {
  const translate = useTranslate();
  const { id, number, title, language, text } = contract;
  const own = amounts === null || isWithheld(amounts) ? undefined : amounts.find(({ contractId }) => contractId === id);
  const html = text === null ? '' : renderDocument({ ...text.body, ...joinAmounts(text.body.variables, text.values, own?.values ?? withheld), language, number, mode: 'preview' });
  return (
    <SectionCard title={`${number} ${title}`}>
      {text === null ? (
        <Typography>{translate('exchange.sheet.noText')}</Typography>
      ) : (
        <Box tabIndex={0} role="region" aria-label={title} sx={{ bgcolor: 'action.hover', p: 2, borderRadius: 1, maxHeight: '70vh', overflowY: 'auto' }}>
          <DocumentPreview html={html} css={css} label={title} language={language === 'en' ? 'en' : 'zh-CN'} />
        </Box>
      )}
    </SectionCard>
  );
}
