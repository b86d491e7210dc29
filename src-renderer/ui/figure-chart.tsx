import BarChartIcon from '@mui/icons-material/BarChartOutlined';
import TableRowsIcon from '@mui/icons-material/TableRowsOutlined';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Tooltip from '@mui/material/Tooltip';
import { BarChart } from '@mui/x-charts/BarChart';
import { LineChart } from '@mui/x-charts/LineChart';
import { PieChart } from '@mui/x-charts/PieChart';
import { useState } from 'react';
import { useTranslate } from '../i18n/i18n.ts';

export interface FigureSeries {
  readonly label: string;
  /** A value for each group; null where there is none. */
  readonly values: readonly (number | null)[];
}

export interface FigureChartProps {
  /** What the figures are of. */
  readonly label: string;
  readonly kind: 'bar' | 'line' | 'pie';
  /** What the groups are called as a column. */
  readonly groupHeading: string;
  readonly groups: readonly string[];
  readonly series: readonly FigureSeries[];
  readonly formatValue: (value: number) => string;
  readonly height?: number;
  /** Shown first as a table. */
  readonly startsAsTable?: boolean;
}

/** Figures as a chart, and as the table that says the same to those who can’t see it. */
export function FigureChart(props: FigureChartProps) {
  const translate = useTranslate();
  const [isTable, setTable] = useState(props.startsAsTable === true);
  return (
    <Stack spacing={1}>
      <ToggleButtonGroup size="small" exclusive value={isTable ? 'table' : 'chart'} onChange={(_, value: string | null) => value !== null && setTable(value === 'table')} aria-label={translate('ui.figures.view', { label: props.label })} sx={{ alignSelf: 'flex-end' }}>
        <ToggleButton value="chart" aria-label={translate('ui.figures.chart')}>
          <Tooltip title={translate('ui.figures.chart')}>
            <BarChartIcon fontSize="small" />
          </Tooltip>
        </ToggleButton>
        <ToggleButton value="table" aria-label={translate('ui.figures.table')}>
          <Tooltip title={translate('ui.figures.table')}>
            <TableRowsIcon fontSize="small" />
          </Tooltip>
        </ToggleButton>
      </ToggleButtonGroup>
      {isTable ? <FigureTable {...props} /> : <Drawing {...props} />}
    </Stack>
  );
}

// Readable on the light and the dark ground, told apart by the colour-blind in pairs.
const colors = ['#4f83b8', '#c9743f', '#4c9a74', '#b08d3e', '#9468a8', '#4fa0aa', '#c0566a', '#7d8794'];

/** The chart alone stands for a picture; its figures are in the table. */
function Drawing({ label, kind, groups, series, formatValue, height = 260 }: FigureChartProps) {
  const translate = useTranslate();
  const valueFormatter = (value: number | null) => (value === null ? '–' : formatValue(value));
  // A picture has no places to step through; the figures are reached in the table.
  const shared = { height, skipAnimation: true, disableKeyboardNavigation: true, colors, margin: { left: 8, right: 16, top: 16, bottom: 8 } };
  const hideLegend = series.length < 2;
  // Nobody has half a contract.
  const isCounted = series.every(({ values }) => values.every((value) => value === null || Number.isInteger(value)));
  const yAxis = { width: 72, valueFormatter: (value: number) => formatValue(value), ...(isCounted ? { tickMinStep: 1 } : {}) };
  return (
    <Box role="img" aria-label={translate('ui.figures.ofChart', { label })} data-chart={kind} sx={{ width: '100%', minWidth: 0, '& svg': { fontFamily: 'inherit' } }}>
      <Box aria-hidden>
        {kind === 'bar' && <BarChart {...shared} hideLegend={hideLegend} xAxis={[{ scaleType: 'band', data: [...groups], categoryGapRatio: groups.length < 4 ? 0.7 : 0.3, ...labelsOf(groups) }]} yAxis={[yAxis]} series={series.map(({ label: name, values }) => ({ label: name, data: [...values], valueFormatter }))} grid={{ horizontal: true }} />}
        {kind === 'line' && <LineChart {...shared} margin={{ ...shared.margin, right: 36 }} hideLegend={hideLegend} xAxis={[{ scaleType: 'point', data: [...groups] }]} yAxis={[yAxis]} series={series.map(({ label: name, values }) => ({ label: name, data: [...values], valueFormatter, curve: 'linear' as const }))} grid={{ horizontal: true }} />}
        {kind === 'pie' && <PieChart {...shared} series={[{ data: groups.map((group, index) => ({ id: index, label: group, value: series[0]?.values[index] ?? 0 })), valueFormatter: ({ value }) => formatValue(value) }]} />}
      </Box>
    </Box>
  );
}

const fontSize = 12;
const mostEms = 12;
/** What names beside each other may take (px) on a small laptop before they would touch. */
const levelWidth = 440;

/**
 * Names of things have each to be read: where they don't fit beside each other they stand aslant, long ones cut. Days and
 * months may be left out between others, and so may names of which there are too many to read at all.
 */
function labelsOf(groups: readonly string[]) {
  const widest = Math.min(mostEms, Math.max(...groups.map(emsOf)));
  const isOfTime = groups.some((group) => /^\d/.test(group));
  if (isOfTime || groups.length > 24) return {};
  if (widest * fontSize * groups.length < levelWidth) return { tickLabelInterval: () => true, tickLabelStyle: { fontSize } };
  return {
    tickLabelInterval: () => true,
    tickLabelStyle: { angle: -35, textAnchor: 'end' as const, fontSize },
    height: Math.ceil(widest * fontSize * Math.sin((35 / 180) * Math.PI)) + 24,
    valueFormatter: (group: string, { location }: { readonly location: string }) => (location === 'tick' ? cut(group) : group),
  };
}

/** How wide a text is, in ems: a Chinese character is one, a Latin letter about half. */
function emsOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character > '\u2e80' ? 1 : 0.55), 0);
}

function cut(text: string): string {
  if (emsOf(text) <= mostEms) return text;
  let kept = '';
  for (const character of text) {
    if (emsOf(kept + character) > mostEms - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

function FigureTable({ label, groupHeading, groups, series, formatValue }: FigureChartProps) {
  return (
    <TableContainer sx={{ maxHeight: 420 }}>
      <Table size="small" stickyHeader aria-label={label}>
        <TableHead>
          <TableRow>
            <TableCell>{groupHeading}</TableCell>
            {series.map(({ label: name }) => (
              <TableCell key={name} align="right">
                {name}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {groups.map((group, index) => (
            <TableRow key={`${group}-${index}`}>
              <TableCell component="th" scope="row">
                {group}
              </TableCell>
              {series.map(({ label: name, values }) => {
                const value = values[index] ?? null;
                return (
                  <TableCell key={name} align="right">
                    {value === null ? '–' : formatValue(value)}
                  </TableCell>
                );
              })}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
