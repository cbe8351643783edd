// SPDX-License-Identifier: Apache-2.0
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import DownloadIcon from '@material-ui/icons/GetApp';
import { useApi } from '@backstage/core-plugin-api';
import {
  previewAuditExportPermission,
  type AuditFilters,
} from '@preview-environments/backstage-plugin-preview-common';
import { useDownload } from '../../actions/useDownload';
import { previewApiRef } from '../../apis/previewApiRef';
import { usePermitted } from '../../hooks/usePermitted';
import { useWords } from '../../translation/useWords';
import { RefusalNote } from '../ActionBar/RefusalNote';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** What is filtered as a file: for a table, for tools, as evidence. */
export function ExportButtons({ query }: { query: AuditFilters }) {
  const t = useWords();
  const classes = useStyles();
  const api = useApi(previewApiRef);
  const { busy, refusal, download } = useDownload();
  const { allowed } = usePermitted({
    permission: previewAuditExportPermission,
  });
  if (!allowed) {
    return null;
  }
  const files = [
    {
      word: t('audit.export.csv'),
      name: 'audit-events.csv',
      ask: () => api.exportAuditEvents({ ...query, format: 'csv' }),
    },
    {
      word: t('audit.export.jsonl'),
      name: 'audit-events.jsonl',
      ask: () => api.exportAuditEvents({ ...query, format: 'jsonl' }),
    },
    {
      word: t('audit.export.bundle'),
      name: 'evidence.jsonl',
      ask: () => api.auditBundle(query),
    },
  ];
  return (
    <div>
      <div className={classes.root}>
        {files.map(({ word, name, ask }) => (
          <Button
            key={name}
            size="small"
            variant="outlined"
            startIcon={<DownloadIcon aria-hidden />}
            disabled={busy}
            onClick={() => download(name, ask)}
          >
            {word}
          </Button>
        ))}
      </div>
      <RefusalNote refusal={refusal} />
    </div>
  );
}
