import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SourceView } from '#api';
import {
  Await,
  Empty,
  icons,
  ListPage,
  Panel,
  SeesSome,
  ToImport,
  useLabel,
  useSession,
} from '#shell';
import { useSources } from './api';
import { FeedsTable } from './FeedsTable';

/** Where the data comes from: each system, its files, and where their rows went. */
export function SourcesPage() {
  const { t } = useTranslation('source');
  const { company } = useSession();
  const query = useSources();
  const toImport = <ToImport>{t('import')}</ToImport>;
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      asOf={company.asOf}
      figuresOf="company"
      actions={
        <>
          <Link to="/sources/runs">
            <Button>{t('runs.title')}</Button>
          </Link>
          {toImport}
        </>
      }
    >
      <SeesSome right="DEFINE">{t('seesSome')}</SeesSome>
      <Await query={query}>
        {(sources) =>
          sources.length === 0 ? (
            <Empty
              picture={<icons.data size={56} />}
              title={t('none')}
              text={t('noneText')}
              action={toImport}
            />
          ) : (
            sources.map((source) => <SourcePanel key={source.source} source={source} />)
          )
        }
      </Await>
    </ListPage>
  );
}

function SourcePanel({ source }: { source: SourceView }) {
  const { t } = useTranslation('source');
  const label = useLabel();
  return (
    <Panel
      flush
      title={label(source.label)}
      extra={<Link to={`/sources/${source.source}`}>{t('one.open')}</Link>}
    >
      <FeedsTable source={source} />
    </Panel>
  );
}
