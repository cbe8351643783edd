// SPDX-License-Identifier: Apache-2.0
import { nameOf } from '../objects';
import { Assessment, RouteVerdict } from './assess';
import { compareHostnames, hostnameCovers } from './hostname';
import { comparePrecedence, Ranked } from './precedence';
import { matchAccepts, RequestView } from './requestMatch';
import { CompiledRule } from './rule';

/** One match of one rule under one hostname, with all that its precedence depends on. */
export interface TableEntry extends Ranked {
  rule: CompiledRule;
}

/**
 * All matches in the order in which they are tried, grouped by the hostname of the listener:
 * a request belongs to the listener with the narrowest hostname, and to no other.
 */
export type RouteTable = readonly {
  listenerHostname: string;
  listenerPort: number;
  entries: readonly TableEntry[];
}[];

function entriesOf(verdict: RouteVerdict, hostnames: string[]): TableEntry[] {
  const { metadata } = verdict.route;
  return hostnames.flatMap(hostname =>
    verdict.rules.flatMap((rule, ruleIndex) =>
      rule.matches.map((match, matchIndex) => ({
        hostname,
        match,
        rule,
        ruleIndex,
        matchIndex,
        routeName: nameOf(verdict.route),
        routeCreatedAt: Date.parse(metadata.creationTimestamp ?? '') || 0,
      })),
    ),
  );
}

/** Builds the table that serves requests from the judgement on the cluster. */
export function buildTable(assessment: Assessment): RouteTable {
  const groups = new Map<string, { port: number; entries: TableEntry[] }>();
  for (const { listeners } of assessment.gateways) {
    for (const { listener, problem } of listeners) {
      if (problem) continue;
      groups.set((listener.hostname ?? '').toLowerCase(), {
        port: listener.port,
        entries: [],
      });
    }
  }
  for (const verdict of assessment.routes) {
    for (const { attachments } of verdict.parents) {
      for (const { listener, hostnames } of attachments) {
        groups
          .get((listener.hostname ?? '').toLowerCase())
          ?.entries.push(...entriesOf(verdict, hostnames));
      }
    }
  }
  return [...groups]
    .sort(([a], [b]) => compareHostnames(a, b))
    .map(([listenerHostname, { port, entries }]) => ({
      listenerHostname,
      listenerPort: port,
      entries: entries.sort(comparePrecedence),
    }));
}

/** The entry that a request goes to, or undefined: answer 404. */
export function lookUp(
  table: RouteTable,
  request: RequestView,
): { entry: TableEntry; listenerPort: number } | undefined {
  const group = table.find(({ listenerHostname }) =>
    hostnameCovers(listenerHostname, request.host),
  );
  const entry = group?.entries.find(
    candidate =>
      hostnameCovers(candidate.hostname, request.host) &&
      matchAccepts(candidate.match, request),
  );
  return entry && { entry, listenerPort: group!.listenerPort };
}
