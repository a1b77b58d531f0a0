import { Navigate, useParams } from 'react-router';

/** The effect has an address of its own, as what people send each other. */
export function EffectAddress() {
  const { id = '' } = useParams();
  return <Navigate to={`/campaigns/${encodeURIComponent(id)}?tab=effect`} replace />;
}
