import Box from '@mui/material/Box';
import Radio from '@mui/material/Radio';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { fieldsOf, type MergedFields } from '#shared/features/parties/merging.ts';
import type { Party } from '#shared/features/parties/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { mergeRows, type MergeRow } from '../merge-rows.ts';

type Side = 'kept' | 'merged';

interface MergeFieldsProps {
  readonly kept: Party;
  readonly merged: Party;
  /** What the record that stays will say. */
  readonly chosen: MergedFields;
  readonly onChoose: (chosen: MergedFields) => void;
}

/** Two records side by side, field by field: where they differ, one of the two values is chosen. */
export function MergeFields({ kept, merged, chosen, onChoose }: MergeFieldsProps) {
  const translate = useTranslate();
  const valuesOf = { kept: fieldsOf(kept), merged: fieldsOf(merged) };
  const rows = mergeRows(kept, merged);
  const differing = rows.filter(({ differs }) => differs).length;
  return (
    <Box>
      <Typography variant="body2" sx={{ mb: 1 }}>
        {differing === 0 ? translate('parties.merge.alike') : translate('parties.merge.differs', { count: differing })}
      </Typography>
      <Box component="table" aria-label={translate('parties.merge.fields')} sx={{ width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse', '& th, & td': { textAlign: 'left', verticalAlign: 'top', py: 0.5, px: 1, borderBottom: 1, borderColor: 'divider', typography: 'body2' } }}>
        <thead>
          <tr>
            {(['field', 'kept', 'merged'] as const).map((column) => (
              <Box key={column} component="th" scope="col" sx={{ color: 'text.secondary', fontWeight: 500, ...(column === 'field' ? { width: 136 } : {}) }}>
                {translate(`parties.merge.column.${column}`)}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <Box component="th" scope="row" sx={{ color: 'text.secondary', fontWeight: 400 }}>
                <Box sx={{ py: 0.5 }}>{translate(row.name === 'account' ? 'parties.merge.account' : `parties.field.${row.name === 'isBlacklisted' ? 'blacklisted' : row.name}`)}</Box>
              </Box>
              {(['kept', 'merged'] as const).map((side) => (
                <td key={side}>
                  <Value row={row} side={side} values={valuesOf[side]} chosen={chosen} onChoose={onChoose} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

interface ValueProps {
  readonly row: MergeRow;
  readonly side: Side;
  readonly values: MergedFields;
  readonly chosen: MergedFields;
  readonly onChoose: (chosen: MergedFields) => void;
}

function Value({ row, side, values, chosen, onChoose }: ValueProps): ReactNode {
  const translate = useTranslate();
  const words = useFieldWords()(row, values);
  if (!row.differs) return <Box sx={{ py: 0.5, overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{words}</Box>;
  const isChosen = row.fields.every((field) => chosen[field] === values[field]);
  const choose = () => onChoose({ ...chosen, ...Object.fromEntries(row.fields.map((field) => [field, values[field]])) });
  const isEmpty = row.fields.every((field) => values[field] === '');
  return (
    <Box component="label" sx={{ display: 'flex', alignItems: 'flex-start', cursor: 'pointer' }}>
      <Radio
        size="small"
        name={`merge-${row.name}`}
        checked={isChosen}
        onChange={choose}
        slotProps={{ input: { 'aria-label': translate('parties.merge.choice', { side: translate(`parties.merge.side.${side}`), value: words }) } }}
        sx={{ p: 0.5, ml: -0.75, mr: 0.5 }}
      />
      <Box sx={{ py: 0.5, minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line', color: isEmpty ? 'text.secondary' : isChosen ? 'text.primary' : 'text.secondary', fontWeight: isChosen && !isEmpty ? 600 : 400 }}>{words}</Box>
    </Box>
  );
}

/** What a record says in a line, in words. */
function useFieldWords(): (row: MergeRow, values: MergedFields) => string {
  const translate = useTranslate();
  return ({ name }, values) => {
    if (name === 'account') return [values.bankName, values.bankAccount].filter((text) => text !== '').join('\n') || translate('parties.merge.nothing');
    if (name === 'kind') return translate(`parties.kind.${values.kind}`);
    if (name === 'riskGrade') return translate(`parties.grade.${values.riskGrade === '' ? 'none' : values.riskGrade}`);
    if (name === 'isBlacklisted') return translate(`parties.blacklisted.${values.isBlacklisted ? 'yes' : 'no'}`);
    return values[name] || translate('parties.merge.nothing');
  };
}
