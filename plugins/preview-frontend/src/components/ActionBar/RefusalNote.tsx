// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import type { Refusal } from '../../model/refusal';
import { Note } from '../ui';

/** Why the backend did not do it, and what helps. */
export function RefusalNote({ refusal }: { refusal: Refusal | null }) {
  return refusal ? (
    <Note tone="bad" role="alert">
      <Typography variant="body2">{refusal.message}</Typography>
      {refusal.hint && <Typography variant="body2">{refusal.hint}</Typography>}
    </Note>
  ) : null;
}
