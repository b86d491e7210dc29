import SaveIcon from '@mui/icons-material/BookmarkAddOutlined';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import { useState, type RefObject } from 'react';
import type { Definition, ReportData } from '#shared/features/analytics/model.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useTask } from '../../../ipc/use-task.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { NameDialog } from '../../../ui/name-dialog.tsx';
import { ProgressLine } from '../../../ui/progress-line.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { pictureOf } from '../picture.ts';
import { useFileWords } from '../words.ts';

interface ExportBarProps {
  readonly name: string;
  readonly definition: Definition;
  readonly data: ReportData;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly onSaved: (id: string) => void;
}

/** Keeps a report under a name, and writes it out as a table, a page or a picture. */
export function ExportBar({ name, definition, data, frame, onSaved }: ExportBarProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const toast = useToast();
  const fileWords = useFileWords();
  const save = useCommand('analytics.save');
  const picture = useCommand('analytics.exportPicture');
  const table = useTask('analytics.exportTable', 'analytics.cancel');
  const details = useTask('analytics.exportDetails', 'analytics.cancel');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isNaming, setNaming] = useState(false);
  const running = table.state.kind === 'running' ? table : details.state.kind === 'running' ? details : null;
  const fileName = name.replace(/[\\/:*?"<>|]+/gu, ' ').slice(0, 80);
  const words = () => fileWords(definition, data.rows);
  const dimension = (key: 'groupBy' | 'splitBy') => (definition[key] === null ? translate('analytics.splitBy') : translate(`analytics.dimension.${definition[key]}`));
  const told = (written: { readonly fileName: string; readonly rows: number } | null) => {
    if (written !== null) toast.success(translate('analytics.written', { name: written.fileName, count: written.rows }));
  };
  const writeTable = async (format: 'xlsx' | 'csv' | 'pdf') => {
    setAnchor(null);
    const headings = { group: dimension('groupBy'), split: dimension('splitBy'), value: translate(`analytics.measure.${definition.measure}`), count: translate('analytics.rows'), currency: translate('analytics.currency') };
    told(await table.start({ definition, format, fileName, title: name, subtitle: translate('analytics.subtitle', { measure: headings.value, group: headings.group }), headings, words: words(), language: language === 'en' ? 'en' : 'zh' }));
  };
  const writeDetails = async (format: 'xlsx' | 'csv') => {
    setAnchor(null);
    const headings = [...(['number', 'title', 'type', 'stage', 'owner', 'day'] as const).map((each) => translate(`analytics.detail.${each}`)), dimension('groupBy'), ...(definition.splitBy === null ? [] : [dimension('splitBy')])];
    told(await details.start({ definition, format, fileName, headings, words: words() }));
  };
  const writePicture = async () => {
    setAnchor(null);
    const svg = frame.current?.querySelector<SVGSVGElement>('[data-chart] svg') ?? null;
    const base64 = svg === null ? null : await pictureOf(svg);
    if (base64 === null) return toast.info(translate('analytics.noChart'));
    const reply = await picture.run({ fileName, base64 });
    if (!reply.ok) toast.failure(reply.error);
    else if (reply.value !== null) toast.success(translate('analytics.writtenPicture', { name: reply.value.fileName }));
  };
  const keep = async (text: string) => {
    setNaming(false);
    const reply = await save.run({ name: text, definition });
    if (reply.ok) onSaved(reply.value.id);
    else toast.failure(reply.error);
  };
  const failed = table.state.kind === 'failed' ? table.state.error : details.state.kind === 'failed' ? details.state.error : null;
  return (
    <Stack spacing={1}>
      {failed !== null && <ErrorMessage error={failed} />}
      {running !== null && <ProgressLine label={translate('analytics.writing')} fraction={null} onCancel={running.cancel} />}
      <Stack direction="row" spacing={1}>
        <Button startIcon={<DownloadIcon />} variant="outlined" aria-haspopup="menu" disabled={running !== null} onClick={(event) => setAnchor(event.currentTarget)}>
          {translate('analytics.export')}
        </Button>
        <Button startIcon={<SaveIcon />} onClick={() => setNaming(true)}>
          {translate('analytics.save')}
        </Button>
        <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
          <MenuItem onClick={() => void writeTable('pdf')}>{translate('analytics.formats.pdf')}</MenuItem>
          <MenuItem onClick={() => void writeTable('xlsx')}>{translate('analytics.formats.xlsx')}</MenuItem>
          <MenuItem onClick={() => void writeTable('csv')}>{translate('analytics.formats.csv')}</MenuItem>
          <MenuItem onClick={() => void writePicture()}>{translate('analytics.formats.png')}</MenuItem>
          <MenuItem onClick={() => void writeDetails('xlsx')}>{translate('analytics.formats.detailsXlsx')}</MenuItem>
          <MenuItem onClick={() => void writeDetails('csv')}>{translate('analytics.formats.detailsCsv')}</MenuItem>
        </Menu>
      </Stack>
      <NameDialog isOpen={isNaming} title={translate('analytics.save')} label={translate('analytics.nameLabel')} submitLabel={translate('analytics.keep')} maxLength={80} onSubmit={(text) => void keep(text)} onClose={() => setNaming(false)} />
    </Stack>
  );
}
