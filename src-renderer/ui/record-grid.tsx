import Paper from '@mui/material/Paper';
import {
  DataGrid,
  type GridCellParams,
  type GridColDef,
  type GridRowParams,
  type GridSortModel,
  type GridValidRowModel,
} from '@mui/x-data-grid';

interface RecordGridProps<Row extends GridValidRowModel, Sort extends string> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly total: number;
  readonly columns: readonly GridColDef<Row>[];
  readonly isLoading: boolean;
  readonly page: number;
  readonly pageSize: number;
  readonly onPageChange: (page: number, pageSize: number) => void;
  readonly sort: Sort;
  /** Which column each way of sorting belongs to, and its direction. */
  readonly sortColumns: Readonly<Record<Sort, { readonly field: string; readonly direction: 'asc' | 'desc' }>>;
  readonly onSortChange: (sort: Sort) => void;
  readonly onOpen: (row: Row) => void;
}

/** A list of records that main pages and sorts. A row opens by click, or by Enter on any of its cells. */
export function RecordGrid<Row extends GridValidRowModel, Sort extends string>(props: RecordGridProps<Row, Sort>) {
  const { sortColumns, onSortChange, onOpen } = props;
  const sorts = Object.keys(sortColumns) as Sort[];
  const columns = props.columns.map((column) => {
    const own = sorts.find((sort) => sortColumns[sort].field === column.field);
    return own === undefined
      ? { ...column, sortable: false }
      : { ...column, sortable: true, sortingOrder: [sortColumns[own].direction] };
  });
  const current = sortColumns[props.sort];
  const changeSort = (model: GridSortModel) => {
    const chosen = sorts.find((sort) => sortColumns[sort].field === model[0]?.field);
    if (chosen !== undefined) onSortChange(chosen);
  };
  return (
    <Paper variant="outlined" sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, overflow: 'hidden' }}>
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
        sortModel={[{ field: current.field, sort: current.direction }]}
        onSortModelChange={changeSort}
        onRowClick={(parameters: GridRowParams<Row>) => onOpen(parameters.row)}
        onCellKeyDown={(parameters: GridCellParams<Row>, event) => {
          if (event.key !== 'Enter' || event.target instanceof HTMLAnchorElement) return;
          event.defaultMuiPrevented = true;
          onOpen(parameters.row);
        }}
        disableColumnMenu
        disableColumnFilter
        disableColumnSelector
        disableRowSelectionOnClick
        getRowHeight={() => 'auto'}
        slotProps={{ loadingOverlay: { variant: 'linear-progress', noRowsVariant: 'skeleton' } }}
        sx={gridStyle}
      />
    </Paper>
  );
}

const gridStyle = {
  border: 0,
  '--DataGrid-overlayHeight': '416px',
  '& .MuiDataGrid-row': { cursor: 'pointer' },
  '& .MuiDataGrid-cell': { py: 1, display: 'flex', alignItems: 'center', lineHeight: 1.45, whiteSpace: 'normal' },
  '& .MuiDataGrid-columnHeaderTitle': { fontWeight: 600 },
} as const;
