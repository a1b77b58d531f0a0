import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { Right } from '#api';
import { useRight, useSession } from '../session';

/**
 * Why something is not offered that holds for all customers: said to those who hold the right to it
 * and see some customers only.
 */
export function SeesSome({ right, children }: { right: Right; children: ReactNode }) {
  const holds = useRight(right);
  const { everybody } = useSession();
  return holds && !everybody && <Alert type="info" showIcon title={children} />;
}
