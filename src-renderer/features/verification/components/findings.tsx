import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';

interface FindingsProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly severity: 'error' | 'warning' | 'info';
}

/** Things of one sort that were found; nothing where there are none. */
export function Findings({ title, lines, severity }: FindingsProps) {
  if (lines.length === 0) return null;
  return (
    <Alert severity={severity}>
      <AlertTitle>{title}</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Box>
    </Alert>
  );
}
