import { type FormEvent, useCallback, useState } from 'react';
import type { Workspace } from '../../../client/workspace.ts';
import type { WorkspacePolicies } from '../../../shared/workspace.ts';
import { linkTo } from '../app/navigation.ts';
import type { WorkspacePage } from '../app/route.ts';
import { PageLoading } from '../app/page-loading.tsx';
import { tell } from '../app/toasts.ts';
import { useAction } from '../app/use-action.ts';
import { useLoad } from '../app/use-load.ts';
import { Button } from '../design/button.tsx';
import { ChoiceCards } from '../design/choice-cards.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { PageSection } from '../design/page.tsx';
import { TextField } from '../design/text-field.tsx';
import styles from './notifications-section.module.css';
import { settingsText } from './text.ts';

/** What administrators decide for everybody. */
export function WorkspaceSection({ workspace }: { workspace: Workspace }) {
  const t = settingsText().workspace;
  const { state } = useLoad(
    useCallback(async () => (await workspace.api.edgeways.team.getPolicies({})).policies, [workspace]),
  );
  const pages: readonly (readonly [WorkspacePage, string])[] = [
    ['groups', t.groups],
    ['emoji', t.emoji],
    ['import', t.import],
  ];
  return (
    <>
      <PageSection title={t.everybody} lead={t.everybodyLead}>
        {state.kind === 'loading' && <PageLoading />}
        {state.kind === 'failed' && <ErrorNote>{state.error}</ErrorNote>}
        {state.kind === 'loaded' && <PoliciesForm workspace={workspace} policies={state.value} />}
      </PageSection>
      <PageSection title={t.more}>
        <ul className={styles.links}>
          {pages.map(([page, label]) => (
            <li key={page}>
              <a {...linkTo({ kind: 'page', workspaceId: workspace.id, page })}>{label}</a>
            </li>
          ))}
        </ul>
      </PageSection>
    </>
  );
}

function PoliciesForm({ workspace, policies }: { workspace: Workspace; policies: WorkspacePolicies }) {
  const t = settingsText().workspace;
  const [caller, setCaller] = useState(policies.call_everybody);
  const [members, setMembers] = useState(String(policies.large_channel));
  const count = Number(members);
  const isValid = Number.isInteger(count) && count >= 1 && count <= 1_000_000;
  const save = useAction(async () => {
    await workspace.api.edgeways.team.setPolicies({ policies: { call_everybody: caller, large_channel: count } });
    tell(t.saved);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isValid) save.run();
  };
  return (
    <form className={styles.schedule} onSubmit={submit}>
      <ChoiceCards
        label={t.everybody}
        name="call-everybody"
        value={caller}
        choices={[
          { value: 'everyone', label: t.everyone },
          { value: 'administrators', label: t.administrators },
        ]}
        onChoose={setCaller}
      />
      <TextField
        label={t.largeChannel}
        type="number"
        min={1}
        max={1_000_000}
        required
        value={members}
        onChange={(event) => setMembers(event.target.value)}
      />
      <ErrorNote>{save.error}</ErrorNote>
      <div>
        <Button kind="primary" type="submit" busy={save.isBusy} disabled={!isValid}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
