// SPDX-License-Identifier: Apache-2.0
import { readRefusal } from '../../model/refusal';
import { MissingPiece } from '../MissingPiece/MissingPiece';
import { ErrorPanel } from '../ui';

/** Codes that say what is missing, rather than that something broke. */
const MISSING = ['EntityNotAnnotated', 'TargetAmbiguous', 'TargetNotOfEntity'];

/** Why it is not known what may be started. */
export function OptionsProblem(props: {
  entityRef: string;
  name: string;
  error: unknown;
  onRetry: () => void;
}) {
  const refusal = readRefusal(props.error);
  return refusal.code && MISSING.includes(refusal.code) ? (
    <MissingPiece
      entityRef={props.entityRef}
      name={props.name}
      problem={refusal}
    />
  ) : (
    <ErrorPanel error={props.error} onRetry={props.onRetry} />
  );
}
