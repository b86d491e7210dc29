import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { standingOf, type Dated } from '#shared/features/fulfilment/rules.ts';
import { addDays, addMonths, daysBetween, type Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

export interface GanttLine extends Dated {
  readonly id: string;
  readonly title: string;
  /** Where it is expected to end, where that is later than its day. */
  readonly forecastOn: Day | null;
}

const rowHeight = 26;
const headHeight = 26;
const labelWidth = 190;
const width = 960;

/**
 * Due days on a line of time: a bar of the days of grace, a stretch up to the forecast, a mark for the day itself. The
 * drawing is hidden from readers, who are given the same lines as a table.
 */
export function Gantt({ lines, today, label }: { readonly lines: readonly GanttLine[]; readonly today: Day; readonly label: string }) {
  const translate = useTranslate();
  const format = useFormat();
  const { palette, vars } = useTheme();
  const colours = vars?.palette ?? palette;
  const dated = lines.flatMap((line) => (line.dueOn === null ? [] : [{ ...line, dueOn: line.dueOn }]));
  if (dated.length === 0) return null;
  const days = dated.flatMap(({ dueOn, forecastOn, metOn }) => [dueOn, forecastOn ?? dueOn, metOn ?? dueOn]).concat(today).toSorted();
  const from = `${addDays(days[0] ?? today, -7).slice(0, 7)}-01` as Day;
  const to = addDays(days.at(-1) ?? today, 14);
  const span = Math.max(28, daysBetween(from, to));
  const at = (day: Day) => labelWidth + (daysBetween(from, day) / span) * (width - labelWidth - 12);
  const months: Day[] = [];
  const step = Math.max(1, Math.ceil(span / 31 / 12));
  for (let month = from; month <= to; month = addMonths(month, step)) months.push(month);
  const height = headHeight + dated.length * rowHeight + 6;
  const colourOf = (line: Dated) => {
    const standing = standingOf(line, today);
    if (standing === 'overdue') return colours.error.main;
    if (standing === 'dueSoon' || standing === 'late') return colours.warning.main;
    return standing === 'done' ? colours.success.main : colours.primary.main;
  };
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box component="svg" viewBox={`0 0 ${width} ${height}`} aria-hidden sx={{ display: 'block', width: '100%', minWidth: 640, fontFamily: 'inherit' }}>
        {months.map((month) => (
          <g key={month}>
            <line x1={at(month)} x2={at(month)} y1={headHeight - 6} y2={height} stroke={colours.divider} />
            <text x={at(month) + 4} y={14} fontSize="11" fill={colours.text.secondary}>
              {month.slice(0, 7)}
            </text>
          </g>
        ))}
        {dated.map((line, index) => {
          const y = headHeight + index * rowHeight;
          const colour = colourOf(line);
          const graceEnd = addDays(line.dueOn, line.graceDays);
          return (
            <g key={line.id}>
              <text x={0} y={y + 16} fontSize="12.5" fill={colours.text.primary}>
                {line.title.length > 15 ? `${line.title.slice(0, 14)}…` : line.title}
              </text>
              {line.graceDays > 0 && <rect x={at(line.dueOn)} y={y + 9} width={Math.max(1, at(graceEnd) - at(line.dueOn))} height={6} fill={colour} opacity={0.3} />}
              {line.forecastOn !== null && line.forecastOn > line.dueOn && <line x1={at(line.dueOn)} x2={at(line.forecastOn)} y1={y + 12} y2={y + 12} stroke={colour} strokeWidth={2} strokeDasharray="4 3" />}
              <rect x={at(line.dueOn) - 5} y={y + 7} width={10} height={10} rx={2} fill={colour} transform={`rotate(45 ${at(line.dueOn)} ${y + 12})`} />
              {line.metOn !== null && <circle cx={at(line.metOn)} cy={y + 12} r={4} fill="none" stroke={colour} strokeWidth={2} />}
            </g>
          );
        })}
        <line x1={at(today)} x2={at(today)} y1={headHeight - 10} y2={height} stroke={colours.text.primary} strokeDasharray="3 3" />
        <text x={at(today) + 4} y={headHeight - 1} fontSize="11" fill={colours.text.primary}>
          {translate('fulfilment.today')}
        </text>
      </Box>
      <Box component="table" sx={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' }}>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{translate('fulfilment.title')}</th>
            <th scope="col">{translate('fulfilment.column.due')}</th>
            <th scope="col">{translate('fulfilment.column.status')}</th>
          </tr>
        </thead>
        <tbody>
          {dated.map((line) => (
            <tr key={line.id}>
              <td>{line.title}</td>
              <td>{format.date(line.dueOn)}</td>
              <td>{translate(`fulfilment.status.${line.status}`)}</td>
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}
