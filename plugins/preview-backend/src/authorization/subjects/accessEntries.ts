// SPDX-License-Identifier: Apache-2.0
import type { SubjectConfig } from '../../config/types';
import {
  type GithubSubject,
  isMeant,
  parseGithubSubject,
} from './githubSubject';

/** What one entry of the configuration lets a service do. */
export type AccessEntry = Pick<
  SubjectConfig,
  'entities' | 'namespaces' | 'clusters' | 'actions'
> & {
  /**
   * Entities of the repository whose workflow asks: it may do nothing with
   * any other. `null` for services that are no workflows.
   */
  ofRepository: string[] | null;
};

/** Finds the entities that say of themselves to come from a repository. */
export type EntitiesOfRepository = (repository: string) => Promise<string[]>;

/** Entries that mean this service; none for one that is unknown. */
export async function accessEntries(
  subjects: SubjectConfig[],
  subject: string,
  entitiesOf: EntitiesOfRepository,
): Promise<AccessEntry[]> {
  const found = subjects
    .map(entry => ({ entry, workflow: workflowOf(entry, subject) }))
    .filter(({ entry, workflow }) => workflow || entry.subject === subject);
  const workflow = found.find(each => each.workflow)?.workflow;
  const entities = workflow ? await entitiesOf(workflow.repository) : [];
  return found.map(({ entry, workflow: isWorkflow }) => ({
    entities: entry.entities,
    namespaces: entry.namespaces,
    clusters: entry.clusters,
    actions: entry.actions,
    ofRepository: isWorkflow ? entities : null,
  }));
}

function workflowOf(
  { github }: SubjectConfig,
  subject: string,
): GithubSubject | null {
  const workflow = github && parseGithubSubject(subject, github.subjectPrefix);
  return workflow && isMeant(github, workflow) ? workflow : null;
}
