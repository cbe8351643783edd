// SPDX-License-Identifier: Apache-2.0
import { redirectAnswer } from '../filters/redirect';
import { Backend } from '../table/backend';
import { Taken } from '../table/interception';
import { RouteTable, lookUp, TableEntry } from '../table/table';
import { WeightedBackend } from '../table/rule';
import { ownAnswers, OwnAnswer } from './answers';
import { Picker } from './Picker';
import { ReceivedRequest } from './requestView';

/** The request goes to a Service. */
export interface Forward {
  kind: 'forward';
  entry: TableEntry;
  chosen: WeightedBackend;
  backend: Backend;
  /** Who takes the request instead of the backend. */
  taken?: Taken;
}

/** What becomes of a request. */
export type Decision =
  | { kind: 'answer'; answer: OwnAnswer }
  | {
      kind: 'redirect';
      entry: TableEntry;
      statusCode: number;
      location: string;
    }
  | Forward;

/** Looks the request up and chooses among the backends of its rule. */
export function decide(
  table: RouteTable,
  picker: Picker,
  received: ReceivedRequest,
): Decision {
  const found = lookUp(table, received);
  if (!found) return { kind: 'answer', answer: ownAnswers.noRoute };
  const { entry, listenerPort } = found;
  const redirect = entry.rule.filters.find(
    ({ requestRedirect }) => requestRedirect,
  )?.requestRedirect;
  if (redirect) {
    const { host, path, search } = received;
    const matchedPrefix = entry.match.path.value;
    return {
      kind: 'redirect',
      entry,
      ...redirectAnswer(redirect, {
        host,
        path,
        search,
        listenerPort,
        matchedPrefix,
      }),
    };
  }
  const chosen = picker.backend(entry.rule);
  if (!chosen?.backend) {
    return { kind: 'answer', answer: ownAnswers.noBackend };
  }
  const { backend, filters } = chosen;
  const taken = backend.taken?.find(
    each => each.steal && each.accepts(received),
  );
  return taken
    ? {
        kind: 'forward',
        entry,
        chosen: { ...chosen, filters: [...filters, ...taken.filters] },
        backend: taken.backend,
        taken,
      }
    : { kind: 'forward', entry, chosen, backend };
}
