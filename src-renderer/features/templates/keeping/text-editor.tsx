import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import LibraryAddIcon from '@mui/icons-material/LibraryAddOutlined';
import PostAddIcon from '@mui/icons-material/PostAdd';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { LibraryClause } from '#shared/features/clauses/model.ts';
import type { TemplateContent } from '#shared/features/templates/model.ts';
import { linesOf, withLine, withLinesAfter, withoutLine, type TextLine } from '#shared/features/templates/text-lines.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { LibraryDialog } from './library-dialog.tsx';

export interface EditingProps {
  readonly content: TemplateContent;
  readonly isEditable: boolean;
  readonly onChange: (content: TemplateContent) => void;
}

/** A template's text line by line, Chinese and English side by side; a line stands in both or in none. */
export function TextEditor({ content, isEditable, onChange }: EditingProps) {
  const translate = useTranslate();
  const [insertAfter, setInsertAfter] = useState<readonly number[] | null>(null);
  const english = new Map(linesOf(content.bodyEn).map((line) => [line.path.join('.'), line]));
  const chinese = linesOf(content.bodyZh);
  // A template read from an English file has no Chinese lines yet: then the English ones lead.
  const lines = chinese.length === 0 ? linesOf(content.bodyEn) : chinese;
  const both = (change: (body: TemplateContent['bodyZh'], language: 'zh' | 'en') => TemplateContent['bodyZh']) => onChange({ ...content, bodyZh: change(content.bodyZh, 'zh'), bodyEn: change(content.bodyEn, 'en') });
  const insert = ({ content: { titleZh, titleEn, preferred } }: LibraryClause) => {
    const path = insertAfter ?? [];
    both((body, language) => withLinesAfter(body, path, language === 'zh' ? titleZh : titleEn, (language === 'zh' ? preferred.zh : preferred.en).split('\n')));
    setInsertAfter(null);
  };
  return (
    <Stack spacing={1.25} sx={{ pt: 2 }}>
      <Typography variant="body2" color="textSecondary">
        {translate(isEditable ? 'templates.text.hint' : 'templates.text.fixed')}
      </Typography>
      {lines.map((line, index) => {
        const { path, kind, depth, condition } = line;
        const other = english.get(path.join('.'));
        return (
          <Box key={path.join('.')} data-line={kind} sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) auto', alignItems: 'start', pl: depth * 2 }}>
            <LineField line={chinese.length === 0 ? undefined : line} isEditable={isEditable} label={translate('templates.text.zh', { number: index + 1 })} language="zh-CN" {...(condition === null ? {} : { condition })} onChange={(text) => onChange({ ...content, bodyZh: withLine(content.bodyZh, path, text) })} />
            <LineField line={other} isEditable={isEditable} label={translate('templates.text.en', { number: index + 1 })} language="en" onChange={(text) => onChange({ ...content, bodyEn: withLine(content.bodyEn, path, text) })} />
            {isEditable && (
              <Stack direction="row">
                <Action title={translate('templates.text.add', { number: index + 1 })} onClick={() => both((body) => withLinesAfter(body, path, null, ['']))}>
                  <PostAddIcon fontSize="small" />
                </Action>
                {depth === 0 && (
                  <Action title={translate('templates.text.library', { number: index + 1 })} onClick={() => setInsertAfter(path)}>
                    <LibraryAddIcon fontSize="small" />
                  </Action>
                )}
                {kind !== 'title' && (
                  <Action title={translate('templates.text.remove', { number: index + 1 })} onClick={() => both((body) => withoutLine(body, path))}>
                    <DeleteIcon fontSize="small" />
                  </Action>
                )}
              </Stack>
            )}
          </Box>
        );
      })}
      {insertAfter !== null && <LibraryDialog onChoose={insert} onClose={() => setInsertAfter(null)} />}
    </Stack>
  );
}

interface LineFieldProps {
  readonly line: TextLine | undefined;
  readonly isEditable: boolean;
  readonly label: string;
  readonly language: string;
  readonly condition?: string;
  readonly onChange: (text: string) => void;
}

function LineField({ line, isEditable, label, language, condition, onChange }: LineFieldProps) {
  const translate = useTranslate();
  if (line === undefined) return <span />;
  return (
    <TextField
      multiline
      fullWidth
      size="small"
      value={line.text}
      onChange={(event) => onChange(event.target.value)}
      {...(condition === undefined ? {} : { helperText: translate('templates.text.when', { condition }) })}
      slotProps={{
        htmlInput: { 'aria-label': label, lang: language, readOnly: !isEditable, maxLength: 20_000 },
        input: { sx: { typography: 'body2', fontWeight: line.kind === 'paragraph' ? 400 : 600, pl: line.kind === 'paragraph' ? 2 : 1.5 } },
      }}
    />
  );
}

function Action({ title, onClick, children }: { readonly title: string; readonly onClick: () => void; readonly children: React.ReactNode }) {
  return (
    <Tooltip title={title}>
      <IconButton size="small" aria-label={title} onClick={onClick}>
        {children}
      </IconButton>
    </Tooltip>
  );
}
