import { Component, type ReactNode } from "react";
import { text } from "../text/vi.ts";
import { Button } from "./button.tsx";
import { CallButtons } from "./call-buttons.tsx";
import { Page } from "./page.tsx";

type Props = { readonly children: ReactNode; readonly withCalls: boolean };
type State = { readonly isBroken: boolean };

/** Never a white page: whatever breaks inside, people get words, phone numbers and a way on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { isBroken: false };

  static getDerivedStateFromError(): State {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <Page
        title={text.broken.title}
        actions={
          <Button wide onPress={() => window.location.reload()}>
            {text.broken.reload}
          </Button>
        }
      >
        <p>{text.broken.words}</p>
        {this.props.withCalls && <CallButtons />}
      </Page>
    );
  }
}
