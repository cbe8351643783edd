// SPDX-License-Identifier: Apache-2.0
import { useLocation } from 'react-router-dom';
import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from '../../routes';
import { useWords } from '../../translation/useWords';

/** What stands at an address below the previews that leads nowhere. */
export function NotFoundPage() {
  const t = useWords();
  const root = useRouteRef(rootRouteRef);
  const { pathname } = useLocation();
  return (
    <>
      <Typography variant="h5" component="h2" gutterBottom>
        {t('page.notFound.title')}
      </Typography>
      <Typography
        variant="body1"
        gutterBottom
        style={{ overflowWrap: 'anywhere' }}
      >
        {t('page.notFound.text', { path: pathname })}
      </Typography>
      {root && (
        <Typography variant="body1">
          <Link to={root()}>{t('page.notFound.back')}</Link>
        </Typography>
      )}
    </>
  );
}
