// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import {
  previewSessionLogsPermission,
  type EntityOptions,
  type PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { usePermitted } from '../../hooks/usePermitted';
import { isLogToCome } from '../../model/isLogToCome';
import { targetOf } from '../../model/targetOf';
import { useWords } from '../../translation/useWords';
import { LogViewer } from '../LogViewer/LogViewer';
import { Note } from '../ui';

/** The log for those who may read it, else who may. */
export function SessionLogs(props: {
  session: PreviewSession;
  options: EntityOptions | undefined;
}) {
  const { session, options } = props;
  const t = useWords();
  const { allowed, loading } = usePermitted({
    permission: previewSessionLogsPermission,
    resourceRef: session.id,
  });
  const known = options !== undefined && !loading;
  const containers = targetOf(session, options?.targets)?.containers ?? [];
  return (
    <>
      <Typography variant="subtitle2" component="h3">
        {t('logs.title')}
      </Typography>
      {session.endedAt && known && allowed && options.may.logs && (
        <Typography variant="body2">{t('logs.kept')}</Typography>
      )}
      {known && allowed && options.may.logs && (
        <LogViewer
          id={session.id}
          sessionKey={session.key}
          containers={containers}
          active={session.endedAt === null}
          toCome={isLogToCome(session)}
        />
      )}
      {known && !(allowed && options.may.logs) && (
        <Note tone="quiet">{t('logs.denied')}</Note>
      )}
    </>
  );
}
