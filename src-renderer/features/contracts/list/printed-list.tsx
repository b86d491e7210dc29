import GlobalStyles from '@mui/material/GlobalStyles';
import { useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { ContractSummary } from '#shared/features/contracts/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { Amount } from '../components/amount.tsx';
import { useContractListView } from '../store.ts';
import type { Printed } from './gather-printed.ts';
import { isToldByStatus, statusKey } from '../status-key.ts';

interface PrintedListProps {
  readonly printed: Printed;
  /** Told when the paper was printed or not. */
  readonly onDone: () => void;
}

/** The contracts of a list on paper, in the columns that it shows: every one of them, while the grid on the screen draws only the rows in sight. */
export function PrintedList({ printed: { contracts, total, at }, onDone }: PrintedListProps) {
  const translate = useTranslate();
  const format = useFormat();
  const columns = useColumns();
  useEffect(() => {
    globalThis.addEventListener('afterprint', onDone);
    globalThis.print();
    return () => globalThis.removeEventListener('afterprint', onDone);
  }, [onDone]);
  return createPortal(
    <section data-printed-list>
      <GlobalStyles styles={paperStyles} />
      <h1>{translate('contracts.export.fileName')}</h1>
      <p>{translate(contracts.length < total ? 'contracts.export.printedPart' : 'contracts.export.printedAll', { count: total, total: format.number(total), shown: format.number(contracts.length), date: format.date(at) })}</p>
      <table>
        <thead>
          <tr>
            {columns.map(({ field, heading }) => (
              <th key={field} scope="col" data-field={field}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {contracts.map((contract) => (
            <tr key={contract.id}>
              {columns.map(({ field, cellOf }) => (
                <td key={field} data-field={field}>
                  {cellOf(contract)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>,
    document.body,
  );
}

interface Column {
  readonly field: string;
  readonly heading: string;
  readonly cellOf: (contract: ContractSummary) => ReactNode;
}

function useColumns(): readonly Column[] {
  const translate = useTranslate();
  const format = useFormat();
  const hidden = useContractListView((view) => view.hiddenColumns);
  const dayText = (day: ContractSummary['endsOn']) => (day === null ? '' : format.date(day));
  const columns: readonly Column[] = [
    { field: 'number', heading: translate('contracts.column.number'), cellOf: ({ number }) => number },
    { field: 'title', heading: translate('contracts.column.title'), cellOf: ({ title }) => title },
    { field: 'type', heading: translate('contracts.export.column.type'), cellOf: ({ contractType }) => translate(`contracts.type.${contractType}`) },
    { field: 'parties', heading: translate('contracts.column.parties'), cellOf: ({ partyNames }) => partyNames.map((name, index) => <div key={index}>{name}</div>) },
    { field: 'amount', heading: translate('contracts.column.amount'), cellOf: (summary) => <Amount summary={summary} /> },
    { field: 'effective', heading: translate('contracts.column.effectiveDate'), cellOf: ({ effectiveDate }) => dayText(effectiveDate) },
    { field: 'end', heading: translate('contracts.column.end'), cellOf: ({ endsOn }) => dayText(endsOn) },
    { field: 'notice', heading: translate('contracts.column.notice'), cellOf: ({ noticeDeadlineOn }) => dayText(noticeDeadlineOn) },
    { field: 'stage', heading: translate('contracts.column.stage'), cellOf: (summary) => translate(isToldByStatus(summary) ? statusKey(summary.status, summary.renewalType) : `contracts.stage.${summary.stage}`) },
    { field: 'owner', heading: translate('contracts.column.owner'), cellOf: ({ ownerName }) => ownerName },
    { field: 'department', heading: translate('contracts.column.department'), cellOf: ({ department }) => department },
    { field: 'tags', heading: translate('contracts.column.tags'), cellOf: ({ tags }) => tags.join(', ') },
    { field: 'updated', heading: translate('contracts.column.updated'), cellOf: ({ updatedAt }) => format.date(updatedAt) },
  ];
  return columns.filter(({ field }) => !hidden.includes(field));
}

// On the screen there is nothing of it; on the paper there is nothing else.
const paperStyles = {
  '[data-printed-list]': { display: 'none' },
  '@media print': {
    'body > *:not([data-printed-list])': { display: 'none !important' },
    '[data-printed-list]': { display: 'block', color: '#000', background: '#fff', fontSize: '8.5pt' },
    '[data-printed-list] h1': { fontSize: '14pt', margin: 0 },
    '[data-printed-list] table': { width: '100%', borderCollapse: 'collapse' },
    // The headings stand on every sheet, and no contract is torn apart.
    '[data-printed-list] thead': { display: 'table-header-group' },
    '[data-printed-list] tr': { breakInside: 'avoid' },
    '[data-printed-list] :is(th, td)': { textAlign: 'left', verticalAlign: 'top', padding: '3pt 4pt', borderBottom: '0.5pt solid #999', overflowWrap: 'anywhere' },
    '[data-printed-list] :is([data-field="number"], [data-field="amount"], [data-field="effective"], [data-field="end"], [data-field="notice"])': { whiteSpace: 'nowrap' },
    // There is room for a sum on paper, in a column that is compared digit by digit.
    '[data-printed-list] wbr': { display: 'none' },
    '[data-printed-list] [data-field="amount"]': { textAlign: 'right' },
  },
} as const;
