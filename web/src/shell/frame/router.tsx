import {
  createBrowserRouter,
  isRouteErrorResponse,
  Link,
  Outlet,
  useRouteError,
  type RouteObject,
} from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button } from 'antd';
import type { Right } from '#api';
import { RunsProvider } from '../runs/RunsProvider';
import { SessionGate, useRight, useSession } from '../session';
import { Empty } from '../states/Empty';
import { ErrorState } from '../states/ErrorState';
import { Loading } from '../states/Loading';
import { Frame } from './Frame';
import type { PageRoute, Section } from './section';

/** All pages: the door, and behind it the frame around the pages of each section. */
export function makeRouter(sections: Section[]) {
  const places = {
    nav: sections.flatMap((section) => section.nav ?? []),
    acts: sections.flatMap((section) => section.acts ?? []),
    finders: sections.flatMap((section) => section.finders ?? []),
  };
  return createBrowserRouter([
    {
      path: '/login',
      lazy: async () => ({ Component: (await import('../login/LoginPage')).LoginPage }),
      HydrateFallback: () => <Loading page />,
      errorElement: <Broken page />,
    },
    {
      element: (
        <SessionGate>
          <RunsProvider>
            <Frame places={places} />
          </RunsProvider>
        </SessionGate>
      ),
      HydrateFallback: () => <Loading page />,
      errorElement: <Broken page />,
      children: [
        {
          // A page that breaks leaves the frame standing.
          errorElement: <Broken />,
          children: [
            ...sections.flatMap((section) => section.routes.map(behindItsRight)),
            { path: '*', element: <NotFound /> },
          ],
        },
      ],
    },
  ]);
}

function behindItsRight({ right, overAll = false, ...route }: PageRoute): RouteObject {
  return right ? { element: <Door right={right} overAll={overAll} />, children: [route] } : route;
}

function Door({ right, overAll }: { right: Right; overAll: boolean }) {
  const { t } = useTranslation('shell');
  const holds = useRight(right);
  const { everybody } = useSession();
  if (holds && (everybody || !overAll)) return <Outlet />;
  return (
    <Empty
      title={t('state.mayNot')}
      text={t(holds ? 'state.mayNotOverAll' : 'state.mayNotText')}
      action={
        <Link to="/">
          <Button type="primary">{t('frame.toHome')}</Button>
        </Link>
      }
    />
  );
}

function NotFound() {
  const { t } = useTranslation('shell');
  return (
    <Empty
      title={t('state.noPage')}
      text={t('state.noPageText')}
      action={
        <Link to="/">
          <Button type="primary">{t('frame.toHome')}</Button>
        </Link>
      }
    />
  );
}

function Broken({ page = false }: { page?: boolean }) {
  const error = useRouteError();
  const { t } = useTranslation('shell');
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  // A new release renames the files of the old one: the page in this tab asks for what is gone.
  if (
    error instanceof TypeError &&
    /dynamically imported module|module script/i.test(error.message)
  )
    return (
      <Empty
        title={t('state.newRelease')}
        text={t('state.newReleaseText')}
        action={
          <Button type="primary" onClick={() => window.location.reload()}>
            {t('action.reload')}
          </Button>
        }
      />
    );
  return <ErrorState error={error} page={page} retry={() => window.location.reload()} />;
}
