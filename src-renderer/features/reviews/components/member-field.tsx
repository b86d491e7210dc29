import type { UserId } from '#shared/features/vault/model.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { PersonField } from '../../../ui/person-field.tsx';

interface MemberFieldProps {
  readonly label: string;
  readonly value: UserId | null;
  /** Who was chosen last, where somebody was. */
  readonly recorded: { readonly id: UserId; readonly name: string } | null;
  readonly onChange: (id: UserId | null) => void;
}

/** A person of the vault. */
export function MemberField(props: MemberFieldProps) {
  const members = useOperation('approvals.members', undefined);
  return <PersonField {...props} people={members.data} />;
}
