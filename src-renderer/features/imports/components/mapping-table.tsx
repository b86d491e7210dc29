import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { unitsOf } from '#shared/features/imports/heading-units.ts';
import { contractFields, partyFields, type ImportField } from '#shared/features/imports/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';
import type { Mapping, Preview } from '../use-import-draft.ts';
import { PlainSelect } from './plain-select.tsx';

interface MappingTableProps {
  readonly preview: Preview;
  readonly mapping: Mapping;
  readonly onMap: (field: ImportField, heading: string | null) => void;
}

/** A line for each field: what it is, the column that fills it, and what stands there. */
export function MappingTable({ preview, mapping, onMap }: MappingTableProps) {
  const translate = useTranslate();
  const fields: readonly ImportField[] = preview.kind === 'contracts' ? contractFields : partyFields;
  const columns = [{ value: '', label: translate('imports.map.none') }, ...preview.headings.map((value) => ({ value, label: value }))];
  return (
    <TableContainer>
      <Table size="small" aria-label={translate('imports.map.label')}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: '24%' }}>{translate('imports.map.field')}</TableCell>
            <TableCell sx={{ width: '34%' }}>{translate('imports.map.column')}</TableCell>
            <TableCell>{translate('imports.map.samples')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {fields.map((field) => (
            <TableRow key={field}>
              <TableCell>
                {translate(`imports.field.${field}`)}
                {isRequired(preview, field) && (
                  <Box component="span" sx={{ ml: 1 }}>
                    <StatusChip label={translate('imports.map.mustHave')} tone={mapping[field] === undefined ? 'warning' : 'neutral'} />
                  </Box>
                )}
              </TableCell>
              <TableCell>
                <PlainSelect
                  hideLabel
                  label={translate('imports.map.columnOf', { field: translate(`imports.field.${field}`) })}
                  value={mapping[field] ?? ''}
                  options={columns}
                  onChange={(heading) => onMap(field, heading === '' ? null : heading)}
                />
              </TableCell>
              <TableCell sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
                <Samples preview={preview} heading={mapping[field]} unit={unitFor(field, mapping)} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

type Unit = 'qian' | 'wan' | 'baiwan' | 'qianwan' | 'yi' | 'year' | 'month' | 'week' | 'day' | 'workingDay';

function Samples({ preview, heading, unit }: { readonly preview: Preview; readonly heading: string | undefined; readonly unit: Unit | null }) {
  const translate = useTranslate();
  const at = heading === undefined ? -1 : preview.headings.indexOf(heading);
  const samples = at < 0 ? [] : [...new Set(preview.rows.map(({ cells }) => cells[at] ?? '').filter((text) => text !== ''))].slice(0, 3);
  return (
    <>
      {samples.map((text) => text.slice(0, 40)).join(' · ')}
      {unit !== null && (
        <Box component="span" sx={{ ml: 1 }}>
          <StatusChip label={translate('imports.map.unit', { unit: translate(`imports.unit.${unit}`) })} tone="info" />
        </Box>
      )}
    </>
  );
}

const amountUnitNames = { 千: 'qian', 万: 'wan', 百万: 'baiwan', 千万: 'qianwan', 亿: 'yi' } as const;

/** The unit that a column's heading gives to bare numbers in it. */
function unitFor(field: ImportField, mapping: Mapping): Unit | null {
  const units = unitsOf(mapping);
  if (field === 'amountInclTax' || field === 'amountExclTax') {
    const unit = units.amounts[field];
    return unit === undefined ? null : amountUnitNames[unit];
  }
  return field === 'initialTerm' || field === 'renewalTerm' || field === 'noticePeriod' ? (units.terms[field] ?? null) : null;
}

function isRequired({ kind }: Preview, field: ImportField): boolean {
  return kind === 'contracts' ? field === 'title' : field === 'nameZh';
}
