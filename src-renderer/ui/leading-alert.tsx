import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface LeadingAlertProps {
  readonly severity: 'info' | 'success' | 'warning';
  /** The page on which something can be done about it, and what going there is called. */
  readonly to: string;
  readonly label: string;
  readonly children: ReactNode;
}

/** Something that somebody should know, with the way to it. */
export function LeadingAlert({ severity, to, label, children }: LeadingAlertProps) {
  return (
    <Alert
      severity={severity}
      action={
        <Button component={Link} to={to} color="inherit" size="small">
          {label}
        </Button>
      }
    >
      {children}
    </Alert>
  );
}
