import Paper from '@mui/material/Paper';
import { useTheme } from '@mui/material/styles';
import {
  DataGrid,
  GRID_CHECKBOX_SELECTION_FIELD,
  type GridCellParams,
  type GridColDef,
  type GridColumnVisibilityModel,
  type GridRowId,
  type GridRowParams,
  type GridRowSelectionModel,
  type GridSortDirection,
  type GridSortModel,
  type GridValidRowModel,
} from '@mui/x-data-grid';
import { useMemo } from 'react';
import { useFormat } from '../i18n/format.ts';
import { useTranslate } from '../i18n/i18n.ts';
import { useRoomBelow } from './use-room-below.ts';

interface RecordGridProps<Row extends GridValidRowModel, Sort extends string> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly total: number;
  /** Those that a sort belongs to can be sorted by, but for one that says it is not `sortable`. */
  readonly columns: readonly GridColDef<Row>[];
  readonly isLoading: boolean;
  readonly page: number;
  readonly pageSize: number;
  readonly onPageChange: (page: number, pageSize: number) => void;
  readonly sort: Sort;
  /** Which column each way of sorting belongs to, and its direction. */
  readonly sortColumns: Readonly<Record<Sort, { readonly field: string; readonly direction: 'asc' | 'desc' }>>;
  readonly onSortChange: (sort: Sort, descending: boolean) => void;
  /** Given: every sort runs both ways, and this is the way it runs now. */
  readonly descending?: boolean;
  /** Given: rows can be ticked. */
  readonly selected?: readonly GridRowId[];
  readonly onSelect?: (selected: readonly GridRowId[]) => void;
  /** Given: columns can be shown and hidden in the grid's own panel. */
  readonly hiddenColumns?: readonly string[];
  readonly onHideColumns?: (hidden: readonly string[]) => void;
  readonly onOpen: (row: Row) => void;
}

/** A list of records that main pages and sorts. A row opens by click, or by Enter on any of its cells. */
export function RecordGrid<Row extends GridValidRowModel, Sort extends string>(props: RecordGridProps<Row, Sort>) {
  const { sortColumns, onSortChange, onOpen } = props;
  const translate = useTranslate();
  const format = useFormat();
  const theme = useTheme();
  const frame = useRoomBelow();
  const sorts = Object.keys(sortColumns) as Sort[];
  const columns = props.columns.map((column) => {
    const own = sorts.find((sort) => sortColumns[sort].field === column.field);
    return own === undefined || column.sortable === false
      ? { ...column, sortable: false }
      : { ...column, sortable: true, sortingOrder: props.descending === undefined ? [sortColumns[own].direction] : waysFrom(sortColumns[own].direction) };
  });
  const current = sortColumns[props.sort];
  const direction = props.descending === undefined ? current.direction : props.descending ? 'desc' : 'asc';
  // The same list as long as it says the same: to another one the grid answers by going back to its first page.
  const sortModel = useMemo(() => [{ field: current.field, sort: direction }] as const, [current.field, direction]);
  const changeSort = (model: GridSortModel) => {
    const chosen = sorts.find((sort) => sortColumns[sort].field === model[0]?.field);
    const isDescending = model[0]?.sort === 'desc';
    // The grid tells its order again whenever its columns are drawn anew; that must not lead back to the first page.
    if (chosen === undefined || (chosen === props.sort && isDescending === (direction === 'desc'))) return;
    onSortChange(chosen, isDescending);
  };
  const changeColumns = (model: GridColumnVisibilityModel) =>
    props.onHideColumns?.(Object.keys(model).filter((field) => model[field] === false));
  return (
    <Paper ref={frame} variant="outlined" sx={frameStyle}>
      <DataGrid<Row>
        aria-label={props.label}
        rows={[...props.rows]}
        columns={columns}
        rowCount={props.total}
        loading={props.isLoading}
        paginationMode="server"
        sortingMode="server"
        paginationModel={{ page: props.page, pageSize: props.pageSize }}
        onPaginationModelChange={(model) => props.onPageChange(model.page, model.pageSize)}
        pageSizeOptions={[25, 50, 100]}
        sortModel={sortModel}
        onSortModelChange={changeSort}
        onRowClick={(parameters: GridRowParams<Row>, event) => {
          // A link opens by itself: to open the row besides would take two steps back to the list.
          if (!isInLink(event.target)) onOpen(parameters.row);
        }}
        onCellKeyDown={(parameters: GridCellParams<Row>, event) => {
          if (event.key !== 'Enter' || isInLink(event.target)) return;
          event.defaultMuiPrevented = true;
          onOpen(parameters.row);
        }}
        disableColumnMenu={props.hiddenColumns === undefined}
        disableColumnFilter
        disableColumnSelector={props.hiddenColumns === undefined}
        {...(props.hiddenColumns === undefined
          ? {}
          : {
              columnVisibilityModel: Object.fromEntries(props.hiddenColumns.map((field) => [field, false])),
              onColumnVisibilityModelChange: changeColumns,
            })}
        {...(props.selected === undefined
          ? {}
          : {
              checkboxSelection: true,
              rowSelectionModel: { type: 'include' as const, ids: new Set(props.selected) },
              onRowSelectionModelChange: (model: GridRowSelectionModel) => props.onSelect?.(selectedOf(model, props.rows.map((row) => row['id'] as GridRowId))),
            })}
        disableRowSelectionOnClick
        // What is ticked is told by the bar that says what can be done with it.
        hideFooterSelectedRowCount
        localeText={{
          ...theme.components?.MuiDataGrid?.defaultProps?.localeText,
          paginationRowsPerPage: translate('ui.grid.rowsPerPage'),
          paginationDisplayedRows: ({ from, to, count }) => translate('ui.grid.rows', { from: format.number(from), to: format.number(to), rows: format.number(count) }),
        }}
        getRowHeight={() => 'auto'}
        slotProps={{
          loadingOverlay: { variant: 'linear-progress', noRowsVariant: 'skeleton' },
          // The boxes to tick rows by are no column to a person, and hidden they would take the bulk changes with them.
          columnsManagement: { getTogglableColumns: (all) => all.map(({ field }) => field).filter((field) => field !== GRID_CHECKBOX_SELECTION_FIELD) },
        }}
        sx={gridStyle}
      />
    </Paper>
  );
}

function isInLink(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a') !== null;
}

function waysFrom(first: 'asc' | 'desc'): GridSortDirection[] {
  return first === 'asc' ? ['asc', 'desc'] : ['desc', 'asc'];
}

/** The ticked rows of the page; the grid may say instead which ones are not. */
function selectedOf({ type, ids }: GridRowSelectionModel, all: readonly GridRowId[]): readonly GridRowId[] {
  return type === 'include' ? [...ids] : all.filter((id) => !ids.has(id));
}

// The head and the foot of a long list stay in sight; its rows scroll between them.
const frameStyle = {
  display: 'flex',
  flexDirection: 'column',
  overflow: 'hidden',
  maxHeight: 'max(440px, var(--room-below, 66vh))',
  '@media print': { maxHeight: 'none', overflow: 'visible' },
} as const;

const gridStyle = {
  border: 0,
  '--DataGrid-overlayHeight': '416px',
  '& .MuiDataGrid-row': { cursor: 'pointer' },
  '& .MuiDataGrid-cell': { py: 1, display: 'flex', alignItems: 'center', lineHeight: 1.45, whiteSpace: 'normal' },
  '& .MuiDataGrid-columnHeaderTitle': { fontWeight: 600 },
  // Beside the column's menu, an arrow that is no order yet leaves a narrow heading no room under the pointer.
  '& .MuiDataGrid-columnHeader:not(.MuiDataGrid-columnHeader--sorted) .MuiDataGrid-iconButtonContainer': { display: 'none' },
} as const;
